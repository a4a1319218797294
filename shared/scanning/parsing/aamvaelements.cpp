// SPDX-License-Identifier: GPL-3.0-or-later
#include "aamvaelements.h"

#include "aamvatext.h"

#include <algorithm>
#include <array>

namespace gatehouse::scanning
{

namespace
{
constexpr qsizetype headerSearch = 64;        // bytes in which the file type must be; scanners put prefixes before it
constexpr qsizetype longestHeader = 1024;     // with 99 subfiles in its table
constexpr int mostLooseSeparators = 4;        // side by side
constexpr qsizetype longestPayload = 1 << 16; // a PDF417 symbol holds under 3,000 bytes; more is an attack or an accident

bool isSeparator(char c)
{
    return c == '\n' || c == '\r';
}
// Record, group, unit and file separators stand between elements in some payloads, and are noise in others. So do bars, which
// some scanners put in their place. A tab or another control character never parts elements.
bool isLooseSeparator(char c)
{
    return (c >= 0x1c && c <= 0x1f) || c == '|';
}
bool isUpper(char c)
{
    return c >= 'A' && c <= 'Z';
}
bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

// DAA to DDZ are the standard's, ZAA to ZZZ the jurisdictions' own.
bool isElementId(QByteArrayView at)
{
    if (at.size() < 3 || !isUpper(at[1]) || !isUpper(at[2]))
        return false;
    return at[0] == 'Z' || (at[0] == 'D' && at[1] <= 'D');
}

bool isCardSubfile(QByteArrayView type)
{
    return type == "DL" || type == "ID" || type == "EN";
}

/// Elements of one fixed form (annex D.12.5): with them, neighbours can be told apart when the separator between is lost.
struct FixedForm {
    QByteArrayView id;
    qsizetype length;
    QByteArrayView alphabet; // empty: letters
};
constexpr QByteArrayView decimalDigits("0123456789");
constexpr std::array<FixedForm, 16> fixedForms{{
    {"DBA", 8, decimalDigits},
    {"DBB", 8, decimalDigits},
    {"DBD", 8, decimalDigits},
    {"DDB", 8, decimalDigits},
    {"DDC", 8, decimalDigits},
    {"DDH", 8, decimalDigits},
    {"DDI", 8, decimalDigits},
    {"DDJ", 8, decimalDigits},
    {"DBC", 1, "0123456789MFX"},
    {"DAJ", 2, {}},
    {"DCG", 3, {}},
    {"DAY", 3, {}},
    {"DDE", 1, "TNU"},
    {"DDF", 1, "TNU"},
    {"DDG", 1, "TNU"},
    {"DDA", 1, "FNM"},
}};

/// The form of the element at the start of the text, when it has one and the text keeps to it.
std::optional<qsizetype> fixedLength(QByteArrayView text)
{
    const auto form = std::find_if(fixedForms.begin(), fixedForms.end(),
                                   [text](const FixedForm &candidate) { return text.startsWith(candidate.id); });
    if (form == fixedForms.end() || text.size() < 3 + form->length)
        return std::nullopt;
    const QByteArrayView value = text.sliced(3, form->length);
    const bool keeps = std::all_of(value.begin(), value.end(), [form](char c) {
        return form->alphabet.isEmpty() ? isUpper(c) : form->alphabet.contains(c);
    });
    return keeps ? std::optional(form->length) : std::nullopt;
}

// Of a text of ids, one behind the other.
bool isListed(QByteArrayView ids, QByteArrayView id)
{
    for (qsizetype at = 0; at < ids.size(); at += 3) {
        if (id == ids.sliced(at, 3))
            return true;
    }
    return false;
}

bool isKnownId(QByteArrayView at)
{
    static constexpr QByteArrayView known = "DAADABDACDADDAEDAFDAGDAHDAIDAJDAKDALDAMDANDAODAPDAQDARDASDATDAUDAVDAWDAXDAYDAZ"
                                            "DBADBBDBCDBDDBEDBFDBGDBHDBIDBJDBKDBLDBMDBNDBODBPDBQDBRDBS"
                                            "DCADCBDCDDCEDCFDCGDCHDCIDCJDCKDCLDCMDCNDCODCPDCQDCRDCSDCTDCU"
                                            "DDADDBDDCDDDDDEDDFDDGDDHDDIDDJDDKDDL";
    return at.size() >= 3 && isListed(known, at.first(3));
}

// Of version 1 (2000) alone: names in one piece or by their old ids, a second address, class, restrictions, endorsements.
bool isOfFirstVersionOnly(QByteArrayView id)
{
    return isListed("DAADABDAEDAFDALDAMDANDAODAPDARDASDAT", id);
}

bool isName(QByteArrayView id)
{
    return id == "DAA" || id == "DAB" || id == "DAC" || id == "DCS" || id == "DCT";
}

// DAU to DAX: height and weight.
bool isMeasure(QByteArrayView id)
{
    return id.startsWith("DA") && id[2] >= 'U' && id[2] <= 'X';
}

// "DDFN" and the like, with an element behind it: what stands one or two characters before is no element, but a name's end.
bool flagFollows(QByteArrayView at)
{
    const auto length = at.startsWith("DD") ? fixedLength(at) : std::nullopt;
    return length && isKnownId(at.sliced(3 + *length));
}

qsizetype digitsAt(const QByteArray &payload, qsizetype from)
{
    qsizetype at = from;
    while (at < payload.size() && isDigit(payload[at]))
        ++at;
    return at - from;
}

AamvaHeader readHeader(const QByteArray &payload)
{
    AamvaHeader header;
    const QByteArray start = payload.left(headerSearch);
    const qsizetype ansi = start.indexOf("ANSI");
    const qsizetype aamva = start.indexOf("AMVA"); // of "AAMVA", before the standard of 2000 was final; also met like this
    const qsizetype type = ansi >= 0 ? ansi : aamva;
    if (type < 0)
        return header;
    qsizetype at = type + 4;
    while (at < payload.size() && (payload[at] == ' ' || isAsciiControl(payload[at])))
        ++at;
    const qsizetype run = digitsAt(payload, at);
    if (run < 6)
        return header;
    header.issuer = payload.mid(at, 6);
    // North Carolina wrote its number without the 6 that begins all of them, before the standard of 2000 was final.
    if (aamva >= 0 && run == 8 && header.issuer.startsWith("360")) {
        header.issuer = '6' + header.issuer.left(5);
        header.version = 0;
    }
    // Version 1 has no jurisdiction version: IIN, version, number of subfiles. All later ones have it.
    if (run >= 10)
        header.version = payload.mid(at + 6, 2).toInt();
    // One to 99. How many there are is not held against it: too many cards say 02 and have one.
    const bool noSubfile = run >= 10 && payload.mid(at + (run >= 12 ? 10 : 8), 2) == "00";
    at += run;
    while (at + 10 <= payload.size() && isUpper(payload[at]) && isUpper(payload[at + 1]) && digitsAt(payload, at + 2) >= 8) {
        const QByteArray subfile = payload.mid(at, 2);
        if (header.subfile.isEmpty() && isCardSubfile(subfile))
            header.subfile = subfile;
        at += 10;
    }
    header.bodyStart = at;
    const bool indicated = payload.left(type).contains('@');
    header.wellFormed = indicated && header.version >= 0 && !noSubfile && !header.subfile.isEmpty();
    return header;
}

/// Takes the elements out of the body, line by line.
class ElementReader
{
public:
    ElementReader(AamvaElements &elements, const QList<QByteArray> &ownSubfiles)
        : m_elements(elements), m_ownSubfiles(ownSubfiles)
    {
    }

    void prepare(QByteArrayView body)
    {
        m_separators = separatorsOf(body);
        m_oneAddress = body.contains("DAG");
        m_elements.separated = body.size() < 40 || (!m_separators.isEmpty() && !isRunTogether(body));
    }

    /// The part of a body that stands under one header.
    void readPart(QByteArrayView body, bool lastPart)
    {
        qsizetype start = 0;
        for (qsizetype at = 0; at <= body.size(); ++at) {
            if (at < body.size() && !endsLine(body, at))
                continue;
            const QByteArrayView line = body.sliced(start, at - start);
            if (withoutSubfileType(line).size() < line.size() || isCardSubfile(line))
                noteSubfile(line.first(2));
            readLine(line, lastPart && at == body.size());
            start = at + 1;
        }
    }

private:
    // Line ends as the standard has them; or what some readers make of them, when they are nowhere.
    static QByteArray separatorsOf(QByteArrayView body)
    {
        if (std::any_of(body.begin(), body.end(), isSeparator))
            return QByteArrayLiteral("\n\r");
        return body.contains('|') ? QByteArrayLiteral("|") : QByteArray();
    }

    // Line ends that part the subfiles only: some scanners leave out the LF of the elements and keep the CR.
    bool isRunTogether(QByteArrayView body) const
    {
        constexpr int mostInOneValue = 2; // names and streets that happen to hold an id
        qsizetype at = 0;
        while (at < body.size() && m_separators.contains(body[at]))
            ++at;
        int ids = 0;
        for (at += 3; at < body.size() && !endsLine(body, at); ++at)
            ids += isKnownId(body.sliced(at)) ? 1 : 0;
        return ids > mostInOneValue;
    }

    bool endsLine(QByteArrayView body, qsizetype at) const
    {
        if (m_separators.contains(body[at]))
            return true;
        // Where line ends are left as well.
        if (!isLooseSeparator(body[at]))
            return false;
        QByteArrayView rest = body.sliced(at + 1);
        for (int skipped = 0;
             skipped < mostLooseSeparators && !rest.isEmpty() && (isAsciiControl(rest.front()) || rest.front() == '|');
             ++skipped)
            rest = rest.sliced(1);
        return isKnownId(rest) || (rest.isEmpty() && body[at] == '|');
    }

    void noteSubfile(QByteArrayView type)
    {
        if (m_elements.header.subfile.isEmpty() && isCardSubfile(type))
            m_elements.header.subfile = type.toByteArray();
    }

    static QByteArrayView withoutSubfileType(QByteArrayView line)
    {
        const bool card = line.size() > 2 && isCardSubfile(line.first(2)) && isKnownId(line.sliced(2));
        // "ZVZVA...": a jurisdiction's own subfile.
        const bool own = line.size() > 5 && line[0] == 'Z' && line[2] == 'Z' && line[3] == line[1] && isUpper(line[4]);
        return card || own ? line.sliced(2) : line;
    }

    void readLine(QByteArrayView line, bool last)
    {
        while (!line.isEmpty() && (line.front() == ' ' || isAsciiControl(line.front())))
            line = line.sliced(1);
        line = withoutSubfileType(line);
        if (!isElementId(line)) {
            noteRest(line);
            line = skipToElement(line);
        }
        while (isElementId(line)) {
            const qsizetype end = endOfElement(line);
            const bool cut = last && end == line.size() && !fixedLength(line);
            take(line.first(end), cut);
            line = withoutSubfileType(line.sliced(end));
        }
    }

    // What begins with no element may be the rest of the value before, which somebody wrapped.
    void noteRest(QByteArrayView line)
    {
        const bool says = std::any_of(line.begin(), line.end(), [](char c) { return isUpper(char(c & ~0x20)) || isDigit(c); });
        if (says && !m_last.isEmpty())
            m_elements.doubtful.insert(m_last);
    }

    // What is left of a damaged subfile table may stand before the first element: "DLabacDLDCSMOTORIST".
    QByteArrayView skipToElement(QByteArrayView line)
    {
        if (!m_elements.values.isEmpty())
            return {};
        for (qsizetype at = 0; at + 5 <= line.size() && at < headerSearch; ++at) {
            if (isCardSubfile(line.sliced(at, 2)) && isKnownId(line.sliced(at + 2))) {
                noteSubfile(line.sliced(at, 2));
                return line.sliced(at + 2);
            }
        }
        return {};
    }

    qsizetype endOfElement(QByteArrayView line) const
    {
        if (const auto fixed = fixedLength(line); fixed && isElementId(withoutSubfileType(line.sliced(3 + *fixed))))
            return 3 + *fixed;
        for (qsizetype at = 3; at + 3 <= line.size(); ++at) {
            const QByteArrayView rest = line.sliced(at);
            const bool ownSubfile = line[0] == 'D' && rest.size() > 5 && rest[0] == 'Z' && rest.first(2) == rest.sliced(2, 2) &&
                                    isUpper(rest[4]) && m_ownSubfiles.contains(rest.first(2).toByteArray());
            const bool emptyName = at == 3 && isName(line.first(3));
            if (ownSubfile || (!m_elements.separated && !emptyName && startsElement(rest)))
                return at;
        }
        return line.size();
    }

    // Of two addresses one is enough; and ADAM, DALE and DAN are names.
    bool canOccur(QByteArrayView id) const
    {
        if (!isOfFirstVersionOnly(id))
            return true;
        const bool secondAddress = id[2] >= 'L' && id[2] <= 'P';
        return m_elements.header.version < 2 && !(secondAddress && m_oneAddress);
    }

    // Only where no separator is left: an element that was not yet seen and that keeps to its form.
    bool startsElement(QByteArrayView rest) const
    {
        if (!isKnownId(rest) || m_elements.values.contains(QString::fromLatin1(rest.first(3))) || !canOccur(rest.first(3)) ||
            flagFollows(rest.sliced(1)) || flagFollows(rest.sliced(2)))
            return false;
        if (isMeasure(rest.first(3)) && rest.size() > 3 && !isDigit(rest[3]) && rest[3] != ' ')
            return false;
        const bool hasForm = std::any_of(fixedForms.begin(), fixedForms.end(),
                                         [rest](const FixedForm &form) { return rest.startsWith(form.id); });
        return !hasForm || fixedLength(rest);
    }

    void take(QByteArrayView element, bool cut)
    {
        const QString id = QString::fromLatin1(element.first(3));
        m_last = id;
        const AamvaText read = aamvaText(element.sliced(3));
        const auto known = m_elements.values.constFind(id);
        if (known != m_elements.values.cend() && !known->isEmpty()) {
            // The first one counts: later ones belong to other subfiles, or to another card.
            if (!read.text.isEmpty() && comparableText(read.text) != comparableText(*known))
                m_elements.disputed.insert(id);
            return;
        }
        m_elements.values.insert(id, read.text);
        if (cut)
            m_elements.unfinished = id;
        if (read.hidden)
            m_elements.doubtful.insert(id);
    }

    AamvaElements &m_elements;
    const QList<QByteArray> m_ownSubfiles;
    QByteArray m_separators;
    QString m_last; ///< the element that was read before
    bool m_oneAddress = false;
};

QList<QByteArray> ownSubfiles(const QByteArray &payload, const AamvaHeader &header)
{
    QList<QByteArray> types;
    const qsizetype table = payload.indexOf(header.issuer);
    for (qsizetype at = std::max<qsizetype>(table, 0); at + 10 <= header.bodyStart; ++at) {
        if (payload[at] == 'Z' && isUpper(payload[at + 1]) && digitsAt(payload, at + 2) >= 8)
            types.append(payload.mid(at, 2));
    }
    return types;
}

// Where a header begins again behind `from`; the size when none does.
qsizetype nextHeader(const QByteArray &payload, qsizetype from)
{
    for (qsizetype at = payload.indexOf('A', from); at >= 0; at = payload.indexOf('A', at + 1)) {
        const QByteArray start = payload.mid(at, 12);
        const qsizetype number = start.startsWith("ANSI ") || start.startsWith("AAMVA") ? 5 : 0;
        if (number > 0 && digitsAt(start, number) >= 6)
            return at;
    }
    return payload.size();
}

void readParts(AamvaElements &elements, const QByteArray &payload)
{
    ElementReader reader(elements, ownSubfiles(payload, elements.header));
    qsizetype start = elements.header.bodyStart;
    reader.prepare(QByteArrayView(payload).sliced(start));
    while (true) {
        const qsizetype end = elements.header.issuer.isEmpty() ? payload.size() : nextHeader(payload, start);
        reader.readPart(QByteArrayView(payload).sliced(start, end - start), end == payload.size());
        if (end == payload.size())
            return;
        elements.repeated = true;
        start = end + std::max<qsizetype>(readHeader(payload.mid(end, longestHeader)).bodyStart, 1);
    }
}

// Whether the text has the form of the element that its id names, to its end or to another element.
bool keepsToForm(QByteArrayView text)
{
    const auto length = fixedLength(text);
    return length && (text.size() == 3 + *length || isKnownId(text.sliced(3 + *length)));
}
bool startsWithDigit(QByteArrayView text)
{
    return text.size() > 3 && isDigit(text[3]);
}
bool startsWithWord(QByteArrayView text)
{
    return text.size() > 3 && text[3] != ' ';
}
bool hasDigitOrNothing(QByteArrayView text)
{
    return text.size() == 3 || std::any_of(text.begin(), text.end(), isDigit);
}
bool startsWithOneOf(QByteArrayView value, std::initializer_list<QByteArrayView> words)
{
    return std::any_of(words.begin(), words.end(), [value](QByteArrayView word) { return value.startsWith(word); });
}
bool isFlat(QByteArrayView text)
{
    return startsWithDigit(text) || startsWithOneOf(text.sliced(3), {"APT", "UNIT", "STE ", "SUITE", "LOT ", "#"});
}
bool isSuffixOrNothing(QByteArrayView text)
{
    return text.size() == 3 || startsWithDigit(text) || startsWithOneOf(text.sliced(3), {"JR", "SR", "II", "IV"});
}
bool isAny(QByteArrayView)
{
    return true;
}

/// What tells an element within the value of another one from a name that holds its id (MADDEN, MEDCALF, DAHLIA).
struct SwallowedForm {
    QByteArrayView ids;
    bool (*holds)(QByteArrayView text); ///< of the text from the id on
    QByteArrayView instead;             ///< none of them is there: the element is missed
    QByteArrayView companions;          ///< one of them is there: the element can be missed
};
constexpr std::array<SwallowedForm, 11> swallowedForms{{
    {"DBADBBDBCDBDDDBDDCDDHDDIDDJDAJDCG", keepsToForm, {}, {}},
    {"DDEDDFDDG", keepsToForm, {}, "DDEDDFDDG"},
    {"DCADCBDCD", isAny, {}, "DCADCBDCD"},
    {"DAUDAVDAWDAXDDDDDKDDL", startsWithDigit, {}, {}},
    {"DAQDAKDCFDCK", hasDigitOrNothing, {}, {}},
    {"DAG", hasDigitOrNothing, "DAL", {}},
    {"DAH", isFlat, {}, {}},
    {"DAI", startsWithWord, "DAN", {}},
    {"DCS", startsWithWord, "DAADAB", {}},
    {"DACDCT", startsWithWord, "DAADACDCT", {}},
    {"DCU", isSuffixOrNothing, {}, {}},
}};

bool hasOneOf(const AamvaElements &elements, QByteArrayView ids)
{
    for (qsizetype at = 0; at < ids.size(); at += 3) {
        if (elements.values.contains(QString::fromLatin1(ids.sliced(at, 3))))
            return true;
    }
    return false;
}

// Whether the value of `holder` has an element at `at` that stands nowhere else in the payload.
bool isSwallowed(const AamvaElements &elements, const QString &holder, QByteArrayView value, qsizetype at)
{
    const QByteArrayView text = value.sliced(at), id = text.first(3);
    if (elements.values.contains(QString::fromLatin1(id)))
        return false;
    // The middle name, which is often left out: behind a first name that is not SOLEDAD, DADA or MARIA SOLEDAD ROSA, or behind
    // its flag.
    if (id == "DAD") {
        const bool firstName = holder == QLatin1String("DAC") || holder == QLatin1String("DCT");
        const bool apart = at > 0 && (startsWithWord(text) || (text.size() == 3 && value[at - 1] == ' '));
        return (firstName && apart) || holder == QLatin1String("DDF");
    }
    const auto form = std::find_if(swallowedForms.begin(), swallowedForms.end(),
                                   [id](const SwallowedForm &candidate) { return isListed(candidate.ids, id); });
    return form != swallowedForms.end() && form->holds(text) && !hasOneOf(elements, form->instead) &&
           (form->companions.isEmpty() || hasOneOf(elements, form->companions));
}

// One terminator lost among good ones: the value runs on into the element behind it. Where it ends cannot be told for
// certain, so it is marked only.
void markSwallowedElements(AamvaElements &elements)
{
    for (auto holder = elements.values.cbegin(); holder != elements.values.cend(); ++holder) {
        const QByteArray value = holder->toLatin1();
        for (qsizetype at = 0; at + 3 <= value.size(); ++at) {
            if (value[at] == 'D' && isSwallowed(elements, holder.key(), value, at))
                elements.doubtful.unite({holder.key(), QString::fromLatin1(value.mid(at, 3))});
        }
    }
}

// Without a header only the elements can tell, and several of the main ones must be there.
bool enoughElements(const AamvaElements &elements)
{
    const bool named = elements.has("DCS") || elements.has("DAA") || elements.has("DAB") || elements.has("DCT");
    return elements.has("DAQ") && elements.has("DBB") && named && elements.values.size() >= 5;
}
} // namespace

std::optional<AamvaElements> readAamvaElements(const QByteArray &whole)
{
    const QByteArray payload = whole.left(longestPayload);
    AamvaElements elements;
    elements.header = readHeader(payload);
    readParts(elements, payload);
    markSwallowedElements(elements);
    if (elements.header.issuer.isEmpty() && !enoughElements(elements))
        return std::nullopt;
    return elements;
}

} // namespace gatehouse::scanning
