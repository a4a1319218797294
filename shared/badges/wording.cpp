// SPDX-License-Identifier: GPL-3.0-or-later
#include "wording.h"

#include <QLocale>
#include <QStringList>

namespace gatehouse::badges
{

namespace
{

// Keeps a zone's names on one line: no-break spaces, and word joiners where Chinese could break.
QString unbroken(const QString &name)
{
    QString result;
    for (const QChar c : name) {
        if (!result.isEmpty() && c.script() == QChar::Script_Han)
            result.append(QChar(0x2060));
        result.append(c == QLatin1Char(' ') ? QChar(0x00a0) : c);
    }
    return result;
}

} // namespace

QString zonesText(const QList<ZoneName> &zones)
{
    QStringList names;
    for (const ZoneName &zone : zones) {
        const QString english = zone.english.simplified().toUpper();
        const QString chinese = zone.chinese.simplified();
        const bool same = chinese == zone.english.simplified();
        names.append(unbroken(same ? chinese : (english + QLatin1Char(' ') + chinese).trimmed()));
    }
    names.removeAll(QString());
    return names.join(QStringLiteral(" · "));
}

QString timeText(const QDateTime &time)
{
    return time.isValid() ? QLocale::c().toString(time.toLocalTime(), QStringLiteral("d MMM yyyy HH:mm")) : QString();
}

QString validityText(const QDateTime &from, const QDateTime &until)
{
    if (!from.isValid() || !until.isValid())
        return {};
    const QLocale locale = QLocale::c(); // the month as a word: no reader can take the day for the month
    const QDateTime begin = from.toLocalTime();
    const QDateTime end = until.toLocalTime();
    const QString full = QStringLiteral("d MMM yyyy HH:mm");
    const QString endFormat = begin.date() == end.date() ? QStringLiteral("HH:mm") : full;
    return locale.toString(begin, full) + QStringLiteral(" – ") + locale.toString(end, endFormat);
}

} // namespace gatehouse::badges
