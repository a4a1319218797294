// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMap>
#include <QString>

namespace gatehouse::presentation
{

/// What keeps the texts of a new version from being put in force.
enum class NoticeFlaw {
    None,
    Title,     ///< no line that begins with "# "
    Text,      ///< no paragraph, or a heading without one
    Picture,   ///< a point or question of the briefing shows no picture that the kiosk has
    Questions, ///< fewer than are asked of one visitor, or two with the same code
    Answers,   ///< a question without a right answer, a wrong one and an explanation
    Unlike     ///< the languages differ: sections, or points, questions and the place of the right answer
};

struct FoundFlaw {
    NoticeFlaw flaw = NoticeFlaw::None;
    QString language; ///< whose text it is in
    QString where;    ///< the heading or the question's code; may be empty

    bool operator==(const FoundFlaw &) const = default;
};

/// The first flaw of the texts, by language, of one kind (domain::notice).
FoundFlaw flawOf(const QString &kind, const QMap<QString, QString> &texts);

} // namespace gatehouse::presentation
