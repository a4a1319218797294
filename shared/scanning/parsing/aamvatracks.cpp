// SPDX-License-Identifier: GPL-3.0-or-later
#include "aamvatracks.h"

#include <QDate>
#include <QRegularExpression>

namespace gatehouse::scanning
{

namespace
{
constexpr qsizetype longestTracks = 400; // 82 + 40 + 82 characters and some slack

// Track 1: state, city (13 or up to ^), name FAMILY$FIRST$MIDDLE (35 or up to ^), address up to ^ or the end.
// Track 2: IIN, number, expiry YYMM, birth date CCYYMMDD, the rest of a long number.
const QRegularExpression &tracksPattern()
{
    static const QRegularExpression pattern(
        QStringLiteral("^[^%A-Za-z]{0,4}%(?<state>[A-Z]{2})(?<city>[^^?$]{13}|[^^?$]{1,12}\\^)(?<name>[^^?]{35}|[^^?]{1,34}\\^)"
                       "(?<address>[^^?]*)[^?]*\\?[^;]{0,4};(?<issuer>\\d{6})(?<number>[\\dA-Z ]{1,13})=(?<expiry>\\d{4})"
                       "(?<birth>\\d{8})(?<more>\\d{0,5})=?\\d*\\?(?<third>[^?]*)"));
    return pattern;
}

QString cleanPart(QString part)
{
    part.remove(QLatin1Char('^'));
    part.remove(QLatin1Char(','));
    return part.simplified();
}

// Annex F.6: MM 77 never expires, 88 and 99 leave the day to the birth date, whose month then counts.
QString expiryText(const QString &yearMonth, const QString &birth)
{
    int month = yearMonth.mid(2).toInt();
    if (month == 77)
        return QStringLiteral("99999999");
    if (month == 88 || month == 99)
        month = birth.mid(4, 2).toInt();
    const QDate first(2000 + yearMonth.left(2).toInt(), month, 1);
    return first.isValid() ? first.addMonths(1).addDays(-1).toString(QStringLiteral("yyyyMMdd")) : yearMonth;
}

// Track 2 holds digits only. Where licence numbers begin with a letter, California and Florida write it as its place in the
// alphabet, and British Columbia's have digits only (seven, nine on its services cards); of others it is not known.
QString licenceNumber(const QByteArray &issuer, const QString &digits, bool &unsure)
{
    const int letter = digits.left(2).toInt();
    const qsizetype whole = issuer == "636014" ? 9 : issuer == "636010" ? 14 : 0;
    const bool onlyDigits = issuer == "636028" && (digits.size() == 7 || digits.size() == 9);
    if (letter < 1 || letter > 26 || onlyDigits)
        return digits;
    if (digits.size() == whole)
        return QChar(u'A' + letter - 1) + digits.mid(2);
    unsure = true;
    return digits;
}

/// British Columbia's last part: the city, which the field of the city may have cut, the province and the postal code, which
/// the end of the track may have cut.
bool takeCanadianCity(QStringList &address, AamvaElements &elements)
{
    static const QRegularExpression whole(QStringLiteral("^(.*?)\\s*\\b([A-Z]{2})\\s+([A-Z]\\d[A-Z] ?\\d[A-Z]\\d)\\s*$"));
    static const QRegularExpression cut(QStringLiteral("^(.*?)\\s*\\b(AB|BC|MB|N[BLSTU]|ON|PE|QC|SK|YT)"
                                                       "(?:\\s+[A-Z](?:\\d(?:[A-Z](?: ?\\d[A-Z]?)?)?)?)?\\s*$"));
    const QString last = cleanPart(address.constLast());
    auto match = whole.match(last);
    const bool isWhole = match.hasMatch();
    if (!isWhole && elements.header.issuer == "636028" && address.size() > 1)
        match = cut.match(last);
    if (!match.hasMatch() || match.captured(1).isEmpty())
        return false;
    address.removeLast();
    elements.values.insert(QStringLiteral("DAI"), match.captured(1));
    elements.values.insert(QStringLiteral("DAJ"), match.captured(2));
    if (isWhole)
        elements.values.insert(QStringLiteral("DAK"), match.captured(3));
    return true;
}

// Track 3: two or three leading marks, postal code 11, class 2, restrictions 10, endorsements 4, sex 1, height 3, weight 3,
// hair and eyes 3 each. How many marks there are differs, and some readers squeeze blanks: the sex is where the columns around
// it have their form.
void addThirdTrack(AamvaElements &elements, const QString &third)
{
    static const QRegularExpression postalForm(
        QStringLiteral("^(?:(?:\\d{5}(?:[- ]?\\d{4})?|[A-Z]\\d[A-Z] ?\\d[A-Z]\\d) *|[A-Z\\d]{11})$"));
    static const QRegularExpression personForm(QStringLiteral("^[129MFX](?:\\d{3}| {3})[\\d ]{3}[A-Z ]{6}$"));
    for (const qsizetype marks : {3, 4, 2}) {
        const QString postal = third.mid(marks, 11), person = third.mid(marks + 27, 13).leftJustified(13);
        if (!postalForm.match(postal).hasMatch() || !personForm.match(person).hasMatch())
            continue;
        elements.values.insert(QStringLiteral("DAK"), postal.trimmed());
        elements.values.insert(QStringLiteral("DBC"), person.left(1));
        return;
    }
}
} // namespace

std::optional<AamvaElements> readAamvaTracks(const QByteArray &payload)
{
    if (payload.size() > longestTracks)
        return std::nullopt;
    const auto match = tracksPattern().match(QString::fromLatin1(payload));
    if (!match.hasMatch())
        return std::nullopt;
    AamvaElements elements;
    elements.header.issuer = match.captured(u"issuer").toLatin1();
    elements.header.version = 0;
    elements.header.wellFormed = true;
    const QStringList names = match.captured(u"name").split(QLatin1Char('$'));
    QStringList address = match.captured(u"address").split(QLatin1Char('$'));
    const auto set = [&elements](const char *id, const QString &value) {
        elements.values.insert(QString::fromLatin1(id), cleanPart(value));
    };
    set("DAJ", match.captured(u"state"));
    set("DAI", match.captured(u"city"));
    set("DCS", names.value(0));
    set("DCT", names.mid(1, 2).join(QLatin1Char(' ')));
    set("DCU", names.value(3));
    bool unsureNumber = false;
    set("DAQ",
        licenceNumber(elements.header.issuer, match.captured(u"number").trimmed() + match.captured(u"more"), unsureNumber));
    if (unsureNumber)
        elements.doubtful.insert(QStringLiteral("DAQ"));
    set("DBB", match.captured(u"birth"));
    set("DBA", expiryText(match.captured(u"expiry"), match.captured(u"birth")));
    addThirdTrack(elements, match.captured(u"third"));
    const bool cityAgain = takeCanadianCity(address, elements);
    const QString city = match.captured(u"city");
    // Without a mark or blanks behind it the city fills its field, or the mark is lost and the name begins within.
    const bool ends = city.endsWith(QLatin1Char('^')) || city.endsWith(QLatin1String("  "));
    if (!ends && !(cityAgain && elements.value("DAI").startsWith(city)))
        elements.doubtful.insert(QStringLiteral("DCS"));
    if (!ends && !cityAgain)
        elements.doubtful.insert(QStringLiteral("DAI"));
    set("DAG", address.value(0));
    set("DAH", address.mid(1).join(QLatin1Char(' ')));
    return elements;
}

} // namespace gatehouse::scanning
