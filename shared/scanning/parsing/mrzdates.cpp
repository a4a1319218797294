// SPDX-License-Identifier: GPL-3.0-or-later
#include "mrzdates.h"

#include <optional>

namespace gatehouse::scanning
{

namespace
{
constexpr int unknownPart = -1;

/// Two digits, unknownPart for two fillers, nothing for anything else.
std::optional<int> datePart(QStringView two)
{
    if (two == u"<<")
        return unknownPart;
    for (const QChar c : two) {
        if (c < u'0' || c > u'9')
            return std::nullopt;
    }
    return (two[0].unicode() - u'0') * 10 + (two[1].unicode() - u'0');
}

/// The earliest day that fits what is known.
QDate earliest(int year, int month, int day)
{
    return QDate(year, month > 0 ? month : 1, day > 0 && month > 0 ? day : 1);
}

int fullYear(int yy, int month, int day, MrzDateUse use, QDate today)
{
    const int recent = 2000 + yy;
    if (use == MrzDateUse::Birth) {
        const QDate date = earliest(recent, month, day);
        return (date.isValid() ? date <= today : recent <= today.year()) ? recent : recent - 100;
    }
    return recent > today.year() + 50 ? recent - 100 : recent;
}
} // namespace

MrzDate parseMrzDate(QStringView yymmdd, MrzDateUse use, QDate today)
{
    if (yymmdd.size() != 6)
        return {};
    const auto yy = datePart(yymmdd.left(2));
    const auto month = datePart(yymmdd.mid(2, 2));
    const auto day = datePart(yymmdd.mid(4, 2));
    if (!yy || !month || !day)
        return {};
    // Some issuers write 00 for unknown. Doc 9303 does not allow it, so it is not sound, but the year is still told.
    const bool zeros = *month == 0 || *day == 0;
    if (*yy == unknownPart)
        return {{}, !zeros};

    const int year = fullYear(*yy, *month, *day, use, today);
    MrzDate date;
    date.iso = QStringLiteral("%1").arg(year, 4, 10, QLatin1Char('0'));
    date.sound = !zeros;
    if (*month <= 0)
        return date;
    if (*month > 12)
        return {};
    date.iso += QStringLiteral("-%1").arg(*month, 2, 10, QLatin1Char('0'));
    if (*day <= 0)
        return date;
    if (!QDate::isValid(year, *month, *day))
        return {};
    date.iso += QStringLiteral("-%1").arg(*day, 2, 10, QLatin1Char('0'));
    return date;
}

MrzDates parseMrzDates(QStringView birth, QStringView expiry, QDate today)
{
    MrzDates dates{parseMrzDate(birth, MrzDateUse::Birth, today), parseMrzDate(expiry, MrzDateUse::Expiry, today)};
    // Of a birth of which only the year is known the text is shorter, and not after a day of that year.
    const QDate end = QDate::fromString(dates.expiry.iso, Qt::ISODate);
    if (!end.isValid() || dates.birth.iso <= dates.expiry.iso)
        return dates;
    if (end.year() >= 2000) {
        dates.birth = parseMrzDate(birth, MrzDateUse::Birth, end);
        return dates;
    }
    const QDate next(end.year() + 100, end.month(), end.day());
    dates.expiry = {next.toString(Qt::ISODate), dates.expiry.sound && next.isValid()};
    dates.expiryDoubtful = true;
    return dates;
}

} // namespace gatehouse::scanning
