// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/notices.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace gatehouse::presentation
{

/// The safety briefing of visitors (R23) in one version and language: points with a picture each, and questions about them. The
/// files of one version say the same in every language, answer for answer, so that the language can change while somebody
/// answers. Like a notice, a version is never changed once it was shown.
struct Briefing {
    struct Point {
        QString picture; ///< name of the drawing in resources/briefing
        QString heading;
        QString text;

        bool operator==(const Point &) const = default;
    };
    struct Question {
        QString code; ///< stands in the ledger
        QString picture;
        QString text;
        QStringList answers;
        int right = -1;      ///< index of the right answer
        QString explanation; ///< shown after a wrong answer

        bool operator==(const Question &) const = default;
    };

    int version = 0;
    QString language; ///< the one it is really in, which is English where there is no translation
    QString title;
    QList<Point> points;
    QList<Question> questions;

    const Question *question(const QString &code) const;
};

/// How many of the questions one visitor is asked.
inline constexpr int briefingQuestions = 3;

/// What is in force, see notices.h. NotFound when this program does not have that version. Any thread.
[[nodiscard]] Result<Briefing> briefing(const domain::NoticeInForce &inForce, const QString &language);
/// From the program's resources.
[[nodiscard]] Result<Briefing> briefing(int version, const QString &language);

/// The text format: "# title"; "## picture | heading" with a paragraph; "?? code | picture | question", then "+ right answer",
/// "- wrong answer" and "! explanation".
Briefing parseBriefing(const QString &text);

} // namespace gatehouse::presentation
