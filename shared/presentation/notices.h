// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/notices.h"

#include <QList>
#include <QString>

namespace gatehouse::presentation
{

/// A text that a visitor acknowledges or signs, in one version and one language. Versions are never changed once they were
/// shown: a new wording is a new version, and then everybody is asked again (R15, R20).
struct Notice {
    struct Section {
        QString heading; ///< may be empty
        QString text;

        bool operator==(const Section &) const = default;
    };

    QString kind; ///< "privacy", "recording", "terms"
    int version = 0;
    QString language; ///< the one it is really in, which is English where there is no translation
    QString title;
    QList<Section> sections;

    bool operator==(const Notice &) const = default;
};

/// A notice as it is written, the safety briefing too.
struct NoticeSource {
    QString language; ///< the one it is really in
    QString text;
};

/// What is in force: from the manager's statement, or from the program's resources. NotFound when this program does not have
/// that version or kind. Any thread.
[[nodiscard]] Result<NoticeSource> noticeSource(const QString &kind, const domain::NoticeInForce &inForce,
                                                const QString &language);
[[nodiscard]] Result<Notice> notice(const QString &kind, const domain::NoticeInForce &inForce, const QString &language);
/// From the program's resources.
[[nodiscard]] Result<Notice> notice(const QString &kind, int version, const QString &language);

/// The text format: "# title", "## heading", and paragraphs.
Notice parseNotice(const QString &text);

} // namespace gatehouse::presentation
