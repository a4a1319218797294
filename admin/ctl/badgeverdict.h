// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "opensite.h"

#include "usecases/judgebadge.h"

namespace gatehouse::ctl
{

/// What can be said of a badge of a visitor or of staff, and who says it.
struct BadgeVerdict {
    enum class Source { Token, StationKeys, Database };

    Source source = Source::Token; ///< Token: it is cut or changed, nothing else was asked
    usecases::BadgeJudgement badge;

    /// By the database: authorised now. By station keys: genuine, of this site and in its time; sentence() says what was not
    /// looked at.
    bool accepted() const;
    /// The answer in one sentence, with the gravest reason when it is no.
    QString sentence() const;
};

/// The detail of NotFound where a picture shows no badge.
inline const QString noBadgeSeen = QStringLiteral("no badge in the picture");

/// Whether this text has the form of a badge's token, whole or not.
bool looksLikeBadge(const QString &text);

/// By the site's database. Errors of the store; a text that is no whole token gets the verdict of source Token.
[[nodiscard]] Result<BadgeVerdict> judgeBadge(OpenSite &site, const QString &token);
/// Without it, by the keys that this machine's own stations have. NotFound when it has none.
[[nodiscard]] Result<BadgeVerdict> judgeBadge(const security::StationVault &vault, const QString &token, const QDateTime &now);

} // namespace gatehouse::ctl
