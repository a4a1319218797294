// SPDX-License-Identifier: GPL-3.0-or-later
#include "mrz.h"

#include "icaocodes.h"
#include "mrzdates.h"
#include "mrznames.h"
#include "mrztext.h"
#include "severaldocuments.h"

#include <algorithm>
#include <array>
#include <utility>

namespace gatehouse::scanning
{

namespace
{
bool onlyFillers(QStringView text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c == u'<'; });
}

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

bool checkDigitHolds(QStringView data, QStringView digit)
{
    return digit.size() == 1 && isDigit(digit[0]) && mrzCheckDigit(data) == digit[0].unicode() - u'0';
}

/// Takes one zone apart. Lives for one call of parseMrzLines().
class ZoneReader
{
public:
    ZoneReader(const MrzLayout &layout, const QStringList &lines, QDate today)
        : m_layout(layout), m_lines(lines), m_today(today)
    {
        m_result.kind = layout.kind;
        m_result.raw = lines;
    }

    ScanResult read()
    {
        // A date that its digit refuses says nothing about the other.
        m_expiryHolds = checkDigitHolds(text(m_layout.expiryDate), text(m_layout.expiryDateCheck));
        m_dates = parseMrzDates(text(m_layout.birthDate), m_expiryHolds ? text(m_layout.expiryDate) : QString(), m_today);
        readHead();
        readNames();
        readDocumentNumber();
        readPerson();
        readExpiry();
        readOptionalData();
        const bool allHold =
            std::all_of(m_result.checks.cbegin(), m_result.checks.cend(), [](const Check &check) { return check.holds; });
        m_result.valid = allHold && m_complete;
        return m_result;
    }

private:
    QString text(const MrzSpan &span) const { return m_lines[span.line].mid(span.start, span.length); }

    bool compositeHolds() const
    {
        QString data;
        for (const MrzSpan &span : m_layout.composite)
            data += text(span);
        return checkDigitHolds(data, text(m_layout.compositeCheck));
    }

    void addMandatory(const char *name, const QString &value, Trust trust)
    {
        m_complete = m_complete && !value.isEmpty();
        m_result.add(QString::fromLatin1(name), value, trust);
    }

    void readHead()
    {
        const QString code = text(m_layout.documentCode);
        const QString state = text(m_layout.issuingState).remove(u'<');
        const bool known = isIcaoCode(state);
        addMandatory("documentType", QString(code).remove(u'<'), Trust::Read);
        addMandatory("issuingState", state, known ? Trust::Read : Trust::Unsure);
        m_result.addCheck(QStringLiteral("documentType"), documentCodeHolds(code, state));
        m_result.addCheck(QStringLiteral("issuingState"), known);
        if (m_layout.format == MrzFormat::FrenchId)
            m_result.addCheck(QStringLiteral("frenchNationalId"), true);
    }

    /// The first letter that each part of Doc 9303 allows; the second is the issuer's, but never a V (part 5, 4.2.2.1 note a).
    /// Cards of permanent residents of the United States have a digit there (C1, C2).
    bool documentCodeHolds(const QString &code, const QString &state) const
    {
        const QChar second = code[1];
        const bool residentCard = code[0] == u'C' && state == u"USA" && isDigit(second);
        const bool secondHolds = second == u'<' || (second >= u'A' && second <= u'Z') || residentCard;
        switch (m_layout.format) {
        case MrzFormat::Td3:
            return code[0] == u'P' && secondHolds;
        case MrzFormat::MrvA:
        case MrzFormat::MrvB:
            return code[0] == u'V' && secondHolds;
        default:
            return QStringView(u"ACI").contains(code[0]) && secondHolds && second != u'V';
        }
    }

    void readNames()
    {
        MrzNames names = splitMrzNames(text(m_layout.names));
        // Whoever has one name only has it in the first place, says Doc 9303 part 3, 4.6; some issuers leave that place empty.
        const bool onlyGiven = names.surname.isEmpty() && splitMrzNames(text(m_layout.names).mid(2)).wellFormed;
        bool wellFormed = names.wellFormed || onlyGiven;
        if (m_layout.givenNames.length > 0) {
            const MrzNames given = splitMrzNames(text(m_layout.givenNames));
            names.givenNames = QStringLiteral("%1 %2").arg(given.surname, given.givenNames).trimmed();
            names.parted = true;
            names.perhapsTruncated = names.perhapsTruncated || given.perhapsTruncated;
            wellFormed = wellFormed && given.wellFormed;
        }
        const bool certain = wellFormed && !onlyGiven && !names.perhapsTruncated && names.parted;
        const Trust trust = certain ? Trust::Read : Trust::Unsure;
        m_result.add(QStringLiteral("surname"), names.surname, trust);
        m_complete = m_complete && !(names.surname.isEmpty() && names.givenNames.isEmpty());
        m_result.add(QStringLiteral("givenNames"), names.givenNames, trust);
        m_result.addCheck(QStringLiteral("names"), wellFormed);
    }

    void readDocumentNumber()
    {
        QString number = text(m_layout.documentNumber);
        QString check = text(m_layout.documentNumberCheck);
        m_optional = text(m_layout.optionalData);
        // Part 5, 4.2.2.1 note j and part 6 note j: a longer number runs on into the optional data, its check digit at the end.
        if (m_layout.longDocumentNumber && check == u"<" && !m_optional.startsWith(u'<')) {
            const QString rest = m_optional.section(u'<', 0, 0);
            m_optional = m_optional.mid(rest.size());
            check = rest.right(1);
            number += QStringView(rest).chopped(1);
        }
        // Some issuers count the filler in the middle as well; the composite digit must then hold, so that two ways do not
        // weaken the guard.
        const bool longOne = number.size() > m_layout.documentNumber.length;
        const QString withFiller = QString(number).insert(m_layout.documentNumber.length, u'<');
        const bool holds =
            checkDigitHolds(number, check) || (longOne && checkDigitHolds(withFiller, check) && compositeHolds());
        addMandatory("documentNumber", number.remove(u'<'), holds ? Trust::Checked : Trust::Unsure);
        m_result.addCheck(QStringLiteral("documentNumber"), holds);
    }

    void readPerson()
    {
        if (m_layout.nationality.length > 0) {
            const QString nationality = text(m_layout.nationality).remove(u'<');
            const bool known = isIcaoCode(nationality);
            addMandatory("nationality", nationality, known ? Trust::Read : Trust::Unsure);
            m_result.addCheck(QStringLiteral("nationality"), known);
        }

        const QString birth = text(m_layout.birthDate);
        const bool birthHolds = checkDigitHolds(birth, text(m_layout.birthDateCheck));
        const MrzDate &date = m_dates.birth;
        m_result.add(QStringLiteral("birthDate"), date.iso, birthHolds && date.sound ? Trust::Checked : Trust::Unsure);
        m_result.addCheck(QStringLiteral("birthDate"), birthHolds);
        m_result.addCheck(QStringLiteral("birthDateCalendar"), date.sound);

        const QString sex = text(m_layout.sex);
        const bool known = QStringView(u"MFX<").contains(sex);
        if (known)
            m_result.add(QStringLiteral("sex"), sex == u"<" ? QStringLiteral("X") : sex);
        m_result.addCheck(QStringLiteral("sex"), known);
    }

    void readExpiry()
    {
        if (m_layout.expiryDate.length == 0)
            return;
        const MrzDate date =
            m_expiryHolds ? m_dates.expiry : parseMrzDate(text(m_layout.expiryDate), MrzDateUse::Expiry, m_today);
        const bool sure = m_expiryHolds && date.sound && !m_dates.expiryDoubtful;
        addMandatory("expiryDate", date.iso, sure ? Trust::Checked : Trust::Unsure);
        m_result.addCheck(QStringLiteral("expiryDate"), m_expiryHolds);
        m_result.addCheck(QStringLiteral("expiryDateCalendar"), date.sound);
    }

    void readOptionalData()
    {
        const auto readable = [](QString data) { return data.replace(u'<', u' ').simplified(); };
        const bool composite = m_layout.compositeCheck.length > 0 && compositeHolds();
        const Trust trust = composite ? Trust::Checked : Trust::Read;
        if (m_layout.personalNumberCheck.length > 0) {
            // Part 4, 4.2.2.2: an empty field may have a filler in place of its check digit.
            const QString check = text(m_layout.personalNumberCheck);
            const bool holds = checkDigitHolds(m_optional, check) || (onlyFillers(m_optional) && check == u"<");
            m_result.add(QStringLiteral("personalNumber"), readable(m_optional), holds ? Trust::Checked : Trust::Unsure);
            m_result.addCheck(QStringLiteral("personalNumber"), holds);
        } else if (m_layout.format == MrzFormat::FrenchId) {
            readFrenchIssueDate();
            m_result.add(QStringLiteral("optionalData"), readable(m_optional), trust);
        } else {
            const QString both = m_optional + u'<' + text(m_layout.optionalData2);
            m_result.add(QStringLiteral("optionalData"), readable(both), trust);
        }
        if (m_layout.compositeCheck.length > 0)
            m_result.addCheck(QStringLiteral("composite"), composite);
    }

    /// The French number begins with year and month of issue.
    void readFrenchIssueDate()
    {
        const MrzDate issued =
            parseMrzDate(QString(text(m_layout.documentNumber).left(4) + QStringLiteral("<<")), MrzDateUse::Birth, m_today);
        m_result.add(QStringLiteral("issueDate"), issued.iso, issued.sound ? Trust::Checked : Trust::Unsure);
    }

    const MrzLayout &m_layout;
    const QStringList &m_lines;
    QDate m_today;
    MrzDates m_dates;
    bool m_expiryHolds = false;
    QString m_optional; ///< optional data without what a long document number took of it
    bool m_complete = true;
    ScanResult m_result;
};

/// Whether a first line can open this format. Visas begin with V; the French card is told from a TD2 by its issuer.
bool opens(const MrzLayout &layout, const QString &first)
{
    if (first.isEmpty() || first[0] < u'A' || first[0] > u'Z')
        return false;
    const bool visa = first[0] == u'V';
    const bool french = first.startsWith(u"IDFRA");
    switch (layout.format) {
    case MrzFormat::MrvA:
    case MrzFormat::MrvB:
        return visa;
    case MrzFormat::FrenchId:
        return french;
    case MrzFormat::Td2:
        return !visa && !french;
    default:
        return !visa;
    }
}

/// Whether fillers at the end of the line, and nothing else, may be too few or too many: names or optional data stand there.
bool isAdjustable(const MrzLayout &layout, int number, const QString &line)
{
    const MrzSpan &optional = layout.optionalData;
    const bool names = number == layout.names.line && line.size() > layout.names.start && line.contains(u'<');
    const bool optionalData =
        number == optional.line && optional.start + optional.length == layout.length && line.size() >= optional.start;
    return (names || optionalData) && onlyFillers(QStringView(line).mid(std::min<qsizetype>(layout.length, line.size())));
}

/// The lines of the format from `first` on, brought to length by fillers at their ends, or nothing.
QStringList zoneAt(const MrzLayout &layout, const QStringList &lines, qsizetype first)
{
    if (first + layout.lines > lines.size() || !opens(layout, lines[first]))
        return {};
    QStringList zone;
    for (int i = 0; i < layout.lines; ++i) {
        const QString &line = lines[first + i];
        if (line.size() != layout.length && !isAdjustable(layout, i, line))
            return {};
        zone.append(line.leftJustified(layout.length, u'<', true));
    }
    return zone;
}

/// A line that came shorter or longer may have lost or won more than fillers, wherever in it: nothing of it is certain.
void markLine(ScanResult &result, const MrzLayout &layout, int line)
{
    // Dates behind the number keep it in its place, for their digits would not hold.
    const bool kept = layout.documentNumber.line == layout.birthDate.line;
    const std::array<std::pair<QStringView, MrzSpan>, 6> places{
        {{u"documentType", layout.documentCode},
         {u"issuingState", layout.issuingState},
         {u"surname", layout.names},
         {u"givenNames", layout.givenNames.length > 0 ? layout.givenNames : layout.names},
         {u"documentNumber", layout.documentNumber},
         {u"optionalData", layout.optionalData}}};
    for (Field &field : result.fields) {
        const auto place =
            std::find_if(places.begin(), places.end(), [&field](const auto &p) { return p.first == field.name; });
        if (place != places.end() && place->second.line == line && !(kept && field.name == u"documentNumber"))
            field.trust = Trust::Unsure;
    }
}

/// How much speaks for these lines being a zone of this format; 0 when too little does to say so. A line beside the one of the
/// names that has not the length of the format (`otherLength`) speaks against it.
int evidence(const MrzLayout &layout, const QStringList &zone, const ScanResult &result, bool otherLength)
{
    const auto text = [&zone](const MrzSpan &span) { return QStringView(zone[span.line]).mid(span.start, span.length); };
    bool shaped = text(layout.names).contains(u'<');
    for (const MrzSpan &digits : {layout.documentNumberCheck, layout.birthDate, layout.birthDateCheck, layout.expiryDate,
                                  layout.expiryDateCheck, layout.compositeCheck}) {
        const QStringView value = text(digits);
        shaped = shaped && std::all_of(value.begin(), value.end(), [](QChar c) { return isDigit(c) || c == u'<'; });
    }
    int digitsHold = 0;
    for (const Check &check : result.checks) {
        const bool digit = check.name == u"documentNumber" || check.name == u"birthDate" || check.name == u"expiryDate" ||
                           check.name == u"composite";
        digitsHold += digit && check.holds ? 1 : 0;
    }
    const bool anyNumber = !onlyFillers(text(layout.documentNumber)) || !onlyFillers(text(layout.birthDate));
    if (!anyNumber || ((!shaped || otherLength) && digitsHold < 2))
        return 0;
    return 1 + (shaped ? 1 : 0) + digitsHold + (result.valid ? 10 : 0);
}

struct FoundZone {
    qsizetype first = 0; ///< line
    qsizetype end = 0;   ///< line behind the last
    int evidence = 0;
    int adjusted = 0; ///< lines that came with another length
    ScanResult result;

    bool operator<(const FoundZone &other) const
    {
        return std::pair(evidence, -adjusted) < std::pair(other.evidence, -other.adjusted);
    }
    bool overlaps(const FoundZone &other) const { return first < other.end && other.first < end; }
};

QList<FoundZone> findZones(const QStringList &lines, QDate today)
{
    QList<FoundZone> zones;
    for (qsizetype first = 0; first < lines.size(); ++first) {
        for (const MrzLayout &layout : mrzLayouts()) {
            const QStringList zone = zoneAt(layout, lines, first);
            if (zone.isEmpty())
                continue;
            FoundZone found{first, first + layout.lines, 0, 0, parseMrzLines(layout.format, zone, today)};
            bool otherLength = false;
            for (int line = 0; line < layout.lines; ++line) {
                if (zone[line] == lines[first + line])
                    continue;
                ++found.adjusted;
                otherLength = otherLength || line != layout.names.line;
                markLine(found.result, layout, line);
            }
            found.evidence = evidence(layout, zone, found.result, otherLength);
            if (found.evidence == 0)
                continue;
            found.result.raw = lines.mid(first, layout.lines);
            zones.append(found);
        }
    }
    return zones;
}

bool contradict(const ScanResult &a, const ScanResult &b, QStringView name)
{
    const QString one = a.value(name), other = b.value(name);
    return !one.isEmpty() && !other.isEmpty() && one != other;
}

/// A zone whose check digits fail may be a bad reading of the one that holds, and then has its number or its birth date still.
bool isOtherDocument(const ScanResult &a, const ScanResult &b)
{
    const bool number = contradict(a, b, u"documentNumber"), birth = contradict(a, b, u"birthDate");
    if (!a.valid || !b.valid)
        return number && birth;
    return number || birth || contradict(a, b, u"surname") || contradict(a, b, u"givenNames");
}
} // namespace

ScanResult parseMrzLines(MrzFormat format, const QStringList &lines, QDate today)
{
    const MrzLayout &layout = mrzLayout(format);
    const bool fits = lines.size() == layout.lines && std::all_of(lines.cbegin(), lines.cend(), [&layout](const QString &line) {
                          return line.size() == layout.length && mrzCheckDigit(line) >= 0;
                      });
    if (!fits)
        return {};
    return ZoneReader(layout, lines, today).read();
}

ScanResult parseMrz(const QString &text, QDate today)
{
    QList<FoundZone> zones = findZones(mrzTextLines(text), today);
    const auto best = std::max_element(zones.begin(), zones.end());
    if (best == zones.end())
        return {};
    const bool several = std::any_of(zones.cbegin(), zones.cend(), [&best](const FoundZone &zone) {
        return !zone.overlaps(*best) && isOtherDocument(zone.result, best->result);
    });
    if (several)
        markSeveralDocuments(best->result);
    return best->result;
}

} // namespace gatehouse::scanning
