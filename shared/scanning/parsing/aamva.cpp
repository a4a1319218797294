// SPDX-License-Identifier: GPL-3.0-or-later
#include "aamva.h"

#include "aamvadoubts.h"
#include "aamvaelements.h"
#include "aamvaissuer.h"
#include "aamvatext.h"
#include "aamvatracks.h"
#include "isodate.h"
#include "severaldocuments.h"

#include <QDate>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <initializer_list>

namespace gatehouse::scanning
{

namespace
{
// The longest element of the standard that we use has 40 characters; some jurisdictions write more, nobody this many.
constexpr qsizetype longestValue = 128;

struct Names {
    QString surname;
    QString given;
    QString suffix;       ///< JR, 3RD ...
    bool present = false; ///< the elements are there, whatever they say: a person may have one name only
    bool unsure = false;
};

struct Dates {
    QDate birth;
    QDate issue;
    QDate expiry;
    QStringList malformed; ///< the fields whose dates are no days of the calendar
    bool neverExpires = false;
};

// "NONE", "unavl" and the like: what the standard and the jurisdictions write where there is nothing.
bool isNothing(const QString &value)
{
    static const QSet<QString> words{QStringLiteral("NONE"), QStringLiteral("UNAVL"),       QStringLiteral("UNAVAIL"),
                                     QStringLiteral("UNK"),  QStringLiteral("UNKNOWN"),     QStringLiteral("UNAVAILABLE"),
                                     QStringLiteral("N/A"),  QStringLiteral("NOT PROVIDED")};
    const bool marks = std::none_of(value.cbegin(), value.cend(), [](QChar c) { return c.isLetterOrNumber(); });
    return marks || words.contains(value.toUpper());
}

// "No middle name" and "no middle initial", as some write it where others leave the element out.
bool isNoMiddleName(const QString &value)
{
    return value == QLatin1String("NMN") || value == QLatin1String("NMI") || value == QLatin1String("NO MIDDLE NAME");
}

QString withoutNothing(const QString &value)
{
    return isNothing(value) || value.size() > longestValue ? QString() : value;
}

// A full stop behind a word that is no abbreviation: some pad with it. JR., MA. and J. keep theirs.
QString withoutFullStop(const QString &name)
{
    static const QRegularExpression padded(QStringLiteral("\\p{L}{4,}\\.$"));
    return padded.match(name).hasMatch() ? name.chopped(1) : name;
}

// Commas, dollar signs and spaces around and between the parts of a name.
QString tidy(const QString &value)
{
    QString text = value;
    text.replace(QLatin1Char('$'), QLatin1Char(','));
    QStringList parts;
    for (const QString &part : text.split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        if (const QString clean = withoutFullStop(withoutNothing(part.simplified())); !clean.isEmpty())
            parts.append(clean);
    }
    return withoutNothing(parts.join(QLatin1Char(' ')));
}

QString tidyLine(const QString &value)
{
    QString text = withoutNothing(value);
    while (text.endsWith(QLatin1Char(',')))
        text = text.chopped(1).trimmed();
    return text;
}

QString firstOf(const AamvaElements &elements, std::initializer_list<const char *> ids)
{
    for (const char *id : ids) {
        if (const QString value = withoutNothing(elements.value(id)); !value.isEmpty())
            return value;
    }
    return {};
}

// The text with JR, 3RD ... behind what matches before it, at its end.
QRegularExpression suffixBehind(const char *before)
{
    return QRegularExpression(QLatin1String(before) + QStringLiteral("(JR|SR|I{2,3}|IV|V|\\d(?:ST|ND|RD|TH))\\.?\\s*$"),
                              QRegularExpression::CaseInsensitiveOption);
}

// "FIRST MIDDLE LAST", and perhaps a suffix; nothing where commas part the names. Where a surname of several words begins
// cannot be told.
std::optional<Names> namesInOrder(QString text)
{
    static const QRegularExpression behind = suffixBehind("\\S \\S+(?:,\\s*|\\s)");
    static const QRegularExpression particle(
        QStringLiteral("^(DE|DEL|DELA|DI|DA|DO|DOS|DU|LA|LE|VAN|VON|DER|DEN|TER|ST|AL|EL|BIN|MAC|MC)\\.?$"),
        QRegularExpression::CaseInsensitiveOption);
    Names names;
    names.present = true;
    if (const auto ending = behind.match(text); ending.hasMatch()) {
        names.suffix = ending.captured(1);
        text.truncate(ending.capturedStart(1));
        text = text.trimmed();
        if (text.endsWith(QLatin1Char(',')))
            text.chop(1);
    }
    QStringList words = text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    if (words.isEmpty() || text.contains(QLatin1Char(',')))
        return std::nullopt;
    names.surname = words.takeLast();
    const bool inParts = words.size() > 2 || (words.size() > 1 && particle.match(words.last()).hasMatch());
    names.unsure = inParts || !names.suffix.isEmpty();
    names.given = words.join(QLatin1Char(' '));
    return names;
}

// DAA, version 1: "LAST,FIRST,MIDDLE,SUFFIX"; Pennsylvania (636025) writes "FIRST MIDDLE LAST" without commas.
Names wholeName(const QString &value, const QByteArray &issuer)
{
    Names names;
    names.present = true;
    QString text = value;
    for (const char mark : {'$', '@'})
        text.replace(QLatin1Char(mark), QLatin1Char(','));
    text = text.simplified();
    if (const auto inOrder = issuer == "636025" ? namesInOrder(text) : std::nullopt)
        return *inOrder;
    if (text.contains(QLatin1Char(','))) {
        const QStringList parts = text.split(QLatin1Char(','));
        names.surname = tidy(parts.value(0));
        names.given = tidy(parts.mid(1, 2).join(QLatin1Char(',')));
        names.suffix = tidy(parts.mid(3).join(QLatin1Char(',')));
        return names;
    }
    QStringList words = text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    if (words.isEmpty())
        return names;
    names.surname = words.takeFirst();
    names.given = words.join(QLatin1Char(' '));
    names.unsure = true;
    return names;
}

Names namesOf(const AamvaElements &elements)
{
    Names names;
    if (elements.has("DAA") && !elements.has("DCS") && !elements.has("DAB"))
        return wholeName(elements.value("DAA").left(3 * longestValue), elements.header.issuer);
    const QString first = tidy(elements.value("DAC"));
    const QString noted = tidy(elements.value("DAD"));
    const QString middle = isNoMiddleName(noted) ? QString() : noted;
    const QString family = firstOf(elements, {"DCS", "DAB"});
    // Some write the suffix behind the family name, where it has no element of its own.
    static const QRegularExpression behind = suffixBehind(",\\s*");
    const auto ending = behind.match(family);
    names.surname = tidy(ending.hasMatch() ? family.left(ending.capturedStart()) : family);
    // DCT, versions 2 and 3: all given names, separated by commas or spaces.
    names.given = first.isEmpty() ? tidy(elements.value("DCT")) : first;
    // Some write the middle name behind the first one, and once more in its own element.
    const bool already = names.given.section(QLatin1Char(' '), 1) == middle;
    if (!names.given.isEmpty() && !middle.isEmpty() && !already)
        names.given += QLatin1Char(' ') + middle;
    names.suffix = tidy(firstOf(elements, {"DCU", "DAE"}));
    if (names.suffix.isEmpty())
        names.suffix = ending.captured(1);
    names.present = (elements.has("DCS") || elements.has("DAB")) && (elements.has("DAC") || elements.has("DCT")) &&
                    !(names.surname.isEmpty() && names.given.isEmpty());
    return names;
}

// What is too long for a name is not taken over, and the rest of the name is not the name.
bool isTooLongName(const AamvaElements &elements)
{
    const auto ids = {"DCS", "DAB", "DAC", "DAD", "DCT", "DAA"};
    return std::any_of(ids.begin(), ids.end(), [&](const char *id) { return elements.value(id).size() > longestValue; });
}

// The Canadian form, CCYYMMDD, and that of the United States, MMDDCCYY, cannot both be true of the same digits, so the form
// is seen from the digits: some jurisdictions use the other country's. Separators occur.
std::optional<QDate> dateOf(const QString &value)
{
    QString digits;
    for (const QChar c : value) {
        if (c >= QLatin1Char('0') && c <= QLatin1Char('9'))
            digits.append(c);
        else if (c != QLatin1Char('/') && c != QLatin1Char('-') && c != QLatin1Char('.'))
            break;
    }
    if (digits.size() != 8)
        return std::nullopt;
    const auto plausible = [](const QDate &date) { return date.isValid() && date.year() >= 1850 && date.year() < 2200; };
    const QDate yearFirst(digits.left(4).toInt(), digits.mid(4, 2).toInt(), digits.mid(6).toInt());
    const QDate yearLast(digits.mid(4).toInt(), digits.left(2).toInt(), digits.mid(2, 2).toInt());
    if (plausible(yearFirst))
        return yearFirst;
    return plausible(yearLast) ? std::optional(yearLast) : std::nullopt;
}

QDate readDate(const AamvaElements &elements, const char *id, const char *name, QStringList &malformed)
{
    const QString value = elements.value(id);
    if (isNothing(value) || value == QLatin1String("00000000"))
        return {};
    const auto date = dateOf(value);
    if (!date)
        malformed << QString::fromLatin1(name);
    return date.value_or(QDate());
}

Dates datesOf(const AamvaElements &elements)
{
    Dates dates;
    dates.birth = readDate(elements, "DBB", "birthDate", dates.malformed);
    dates.issue = readDate(elements, "DBD", "issueDate", dates.malformed);
    const QString expiry = elements.value("DBA");
    dates.neverExpires =
        expiry == QLatin1String("99999999") || expiry == QLatin1String("12319999") || expiry == QLatin1String("99991231");
    if (!dates.neverExpires)
        dates.expiry = readDate(elements, "DBA", "expiryDate", dates.malformed);
    return dates;
}

// Each is a day, and they stand in an order that a life allows.
bool datesHold(const Dates &dates, const QDate &today)
{
    const auto ordered = [](const QDate &a, const QDate &b) { return !a.isValid() || !b.isValid() || a <= b; };
    const QDate latest = dates.issue.isValid() ? dates.issue : dates.expiry;
    const bool possibleAge = !dates.birth.isValid() || !latest.isValid() || dates.birth.addYears(oldestHolder) >= latest;
    // Where the document comes from it may be tomorrow already.
    return dates.malformed.isEmpty() && ordered(dates.birth, today) && ordered(dates.issue, today.addDays(1)) &&
           ordered(dates.birth, dates.issue) && ordered(dates.issue, dates.expiry) && ordered(dates.birth, dates.expiry) &&
           possibleAge;
}

// DBC: 1, 2, 9 of the standard; M, F and X before it and in ISO/IEC 5218 habits.
QString sexOf(const QString &value)
{
    if (value == QLatin1String("1") || value.startsWith(QLatin1Char('M'), Qt::CaseInsensitive))
        return QStringLiteral("M");
    if (value == QLatin1String("2") || value.startsWith(QLatin1Char('F'), Qt::CaseInsensitive))
        return QStringLiteral("F");
    static const QSet<QString> unspecified{QStringLiteral("9"), QStringLiteral("X"), QStringLiteral("0"), QStringLiteral("U")};
    return unspecified.contains(value.toUpper()) ? QStringLiteral("X") : QString();
}

// DAK: five or nine digits, padded with zeros or spaces to eleven; Canadian codes as they are written, without such zeros.
// Some pad with other marks.
QString postalCodeOf(const QString &value)
{
    static const QRegularExpression canadian(QStringLiteral("^([A-Z]\\d[A-Z] ?\\d[A-Z]\\d)[ 0]+$"));
    QString text = withoutNothing(value);
    while (!text.isEmpty() && !text.back().isLetterOrNumber())
        text.chop(1);
    if (const auto padded = canadian.match(text); padded.hasMatch())
        return padded.captured(1);
    if (text.size() < 5 || !std::all_of(text.begin(), text.begin() + 5, [](QChar c) { return c.isDigit(); }))
        return text;
    QString extension = text.mid(5);
    extension.remove(QLatin1Char(' '));
    extension.remove(QLatin1Char('-'));
    const bool padding = std::all_of(extension.cbegin(), extension.cend(), [](QChar c) { return c == QLatin1Char('0'); });
    if (padding)
        return text.left(5);
    // Nine digits with four zeros behind them are padded as well.
    return extension.size() > 4 && extension.endsWith(QLatin1String("00")) ? text.left(5) + extension.left(4) : text;
}

bool isPostalCode(const QString &code)
{
    static const QRegularExpression form(QStringLiteral("^(?:\\d{5}(?:[- ]?\\d{4})?|[A-Z]\\d[A-Z][- ]?\\d[A-Z]\\d)$"),
                                         QRegularExpression::CaseInsensitiveOption);
    return form.match(code).hasMatch();
}

// The second line may hold the flat; where it only repeats the city it adds nothing.
QString streetOf(const AamvaElements &elements, const QString &city)
{
    const QString first = tidyLine(firstOf(elements, {"DAG", "DAL"}));
    const QString second = tidyLine(firstOf(elements, {"DAH", "DAM"}));
    const bool repeats = second.isEmpty() || second == first || (!city.isEmpty() && second.startsWith(city));
    if (first.isEmpty() || repeats)
        return first.isEmpty() ? second : first;
    return first + QStringLiteral(", ") + second;
}

/// Makes the fields and the checks of one payload.
class Assembly
{
public:
    Assembly(const AamvaElements &elements, bool tracks, const QDate &today)
        : m_elements(elements), m_tracks(tracks), m_today(today)
    {
    }

    ScanResult result()
    {
        m_result.kind = Kind::Aamva;
        addIdentity();
        addAddress();
        m_result.addCheck(QStringLiteral("header"), m_elements.header.wellFormed && m_elements.separated);
        m_result.addCheck(QStringLiteral("requiredElements"), m_complete);
        m_result.addCheck(QStringLiteral("dates"), datesHold(m_dates, m_today));
        for (const QString &name : std::as_const(m_dates.malformed)) // in no field
            m_result.addCheck(name + QStringLiteral("Calendar"), false);
        m_result.valid = std::all_of(m_result.checks.cbegin(), m_result.checks.cend(), [](const Check &c) { return c.holds; });
        if (m_several)
            markSeveralDocuments(m_result);
        return m_result;
    }

private:
    void add(const char *name, const QString &value, std::initializer_list<const char *> ids, bool unsure = false)
    {
        const bool damaged =
            std::any_of(ids.begin(), ids.end(), [this](const char *id) { return m_elements.isDamaged(QLatin1String(id)); });
        const bool doubtful = unsure || damaged || !m_elements.separated || hasOtherScript(value);
        // No check digit or signature stands in this payload: nothing of it is ever more than read.
        m_result.add(QString::fromLatin1(name), value, doubtful ? Trust::Unsure : Trust::Read);
    }

    void require(const QString &value) { m_complete = m_complete && !value.isEmpty(); }

    bool truncated(const char *flag) const
    {
        return m_elements.value(flag).compare(QLatin1String("T"), Qt::CaseInsensitive) == 0;
    }

    void addIdentity()
    {
        const Names names = namesOf(m_elements);
        m_dates = datesOf(m_elements);
        const QString number = withoutNothing(m_elements.value("DAQ"));
        const QString sex = sexOf(m_elements.value("DBC"));
        const QString region = withoutNothing(firstOf(m_elements, {"DAJ", "DAO"})).toUpper();
        m_complete = names.present && !isTooLongName(m_elements) && (m_dates.expiry.isValid() || m_dates.neverExpires);
        require(number);
        // Arizona wrote it as the customer's identifier in version 1.
        const QString customer = number.isEmpty() ? withoutNothing(m_elements.value("DBJ")) : QString();
        require(isoDate(m_dates.birth));
        require(sex);
        if (!m_tracks)
            require(isoDate(m_dates.issue));
        add("documentType", QString::fromLatin1(m_elements.header.subfile), {});
        const AamvaIssuer issuer = aamvaIssuerOf(m_elements, region);
        add("issuingState", issuer.state, {"DCG"}, issuer.unsure);
        // Some people have one name only; of most, the other was left out or could not be written.
        const bool unsure = names.unsure || names.surname.isEmpty() || names.given.isEmpty();
        const AamvaNameDoubts doubts = doubtsAboutNames(m_elements, names.surname, names.given, names.suffix);
        m_several = areOfSeveralDocuments(m_elements, doubts);
        add("surname", names.surname, {"DCS", "DAB", "DAA"}, unsure || doubts.surname || truncated("DDE"));
        add("givenNames", names.given, {"DAC", "DAD", "DCT", "DAA"},
            unsure || doubts.given || truncated("DDF") || truncated("DDG"));
        add("nameSuffix", names.suffix, {"DCU", "DAE", "DAA"}, names.unsure || doubts.suffix);
        add("documentNumber", number.isEmpty() ? customer : number, {"DAQ"}, number.isEmpty());
        add("birthDate", isoDate(m_dates.birth), {"DBB"});
        add("sex", sex, {"DBC"});
        add("issueDate", isoDate(m_dates.issue), {"DBD"});
        // Tracks name the month only.
        add("expiryDate", isoDate(m_dates.expiry), {"DBA"}, m_tracks);
    }

    void addAddress()
    {
        const QString city = tidyLine(firstOf(m_elements, {"DAI", "DAN"}));
        const QString street = streetOf(m_elements, city);
        const QString region = tidyLine(firstOf(m_elements, {"DAJ", "DAO"}));
        const QString postalCode = postalCodeOf(firstOf(m_elements, {"DAK", "DAP"}));
        for (const QString &part : {street, city, region, postalCode})
            require(part);
        add("street", street, {"DAG", "DAH", "DAL", "DAM"});
        add("city", city, {"DAI", "DAN"});
        add("region", region, {"DAJ", "DAO"}, region.size() != 2);
        add("postalCode", postalCode, {"DAK", "DAP"}, !isPostalCode(postalCode));
    }

    const AamvaElements &m_elements;
    const bool m_tracks;
    const QDate m_today;
    Dates m_dates;
    bool m_complete = false;
    bool m_several = false;
    ScanResult m_result;
};

} // namespace

ScanResult parseAamva(const QByteArray &payload, QDate today)
{
    ScanResult result;
    if (const auto tracks = readAamvaTracks(payload))
        result = Assembly(*tracks, true, today).result();
    else if (const auto elements = readAamvaElements(payload))
        result = Assembly(*elements, false, today).result();
    else
        return {};
    result.raw = QStringList{payloadText(payload)};
    return result;
}

} // namespace gatehouse::scanning
