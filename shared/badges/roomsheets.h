// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drawing.h"
#include "textmeasure.h"

#include <QDateTime>
#include <QStringList>

namespace gatehouse::badges
{

/// Papers of those who run the room, as pages for toPdf(), toPrinter() or print(). Pure functions, any thread; texts may be
/// anything and are made to fit. Captions stand in both languages.

/// The hand-over of a post (R13): what is open, what was checked, both people, and the ledger's head at that moment, so that
/// the paper also witnesses the log. Lists are in the words of the program's language.
struct HandoverSheet {
    QString siteName;
    QString post;
    QString from;
    QDateTime offeredAt;
    QString to; ///< empty: not accepted yet, a line to sign on
    QDateTime acceptedAt;
    QStringList open;
    QStringList checks;
    QString text;
    qint64 ledgerSequence = 0;
    QString ledgerHash; ///< hex
};
[[nodiscard]] Drawing handoverPage(const HandoverSheet &sheet, const TextMeasure &measure);

/// Numbered forms to register visitors by hand when nothing works (R24); one form a page.
[[nodiscard]] QList<Drawing> paperFormPages(const QString &siteName, int from, int to, const TextMeasure &measure);

} // namespace gatehouse::badges
