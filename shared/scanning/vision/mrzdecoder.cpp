// SPDX-License-Identifier: GPL-3.0-or-later
#include "mrzdecoder.h"

#include "mrzbeam.h"
#include "parsing/icaocodes.h"
#include "parsing/mrz.h"
#include "parsing/mrzdates.h"

#include <algorithm>
#include <cmath>

namespace gatehouse::scanning
{

namespace
{
/// A second reading that satisfies the check digits must be this much less likely (natural logarithm), or the field is unsure.
constexpr double clearMargin = 4.6;
/// What correcting the likeliest characters into some that satisfy the check digits may cost; more is wishful reading.
constexpr double dearestCorrection = 9;
/// A character that the check digits chose although another one was this much likelier: they fit because it was chosen so, and
/// say nothing about it. 4 to 1.
constexpr double chosenByDigits = 1.4;
/// A character that the check digits chose although "nothing" was twice as likely there: it was not read. Under what covers a
/// zone evenly the network is sure of nothing, of "no character" either.
constexpr double notSeen = 0.7;
/// Every letter of a name must reach this probability against the other letters ...
constexpr double sureLetter = 0.985;
/// ... and against digits and "no character".
constexpr double sureIsLetter = 0.6;
constexpr double sureCode = 0.98;
/// Each character of a zone that is told although its check digits are wrong: 99.5 %.
constexpr double clearlySeen = -0.005;
constexpr std::size_t kept = 5;
constexpr float impossible = -20;
/// How little a zero looks like the letter O (logarithm of the ratio) where both are told apart well.
constexpr double clearZero = -4;

struct Part {
    MrzSpan span;
    std::vector<Candidate> candidates; ///< with the check digit where there is one
    MrzSpan tail = {};                 ///< where the rest of the text stands, of a number that runs on elsewhere
};

class ZoneDecoder
{
public:
    ZoneDecoder(const MrzLayout &layout, const MrzEvidence &evidence, QDate today)
        : m_layout(layout), m_evidence(evidence), m_today(today)
    {
        for (int i = 0; i < layout.lines; ++i)
            m_lines.append(QString(layout.length, u'<'));
        tellZerosFromLetters();
    }

    std::optional<ScanResult> decode()
    {
        readFree();
        readGuarded();
        if (m_correction > dearestCorrection || m_covered)
            return asItStands();
        ScanResult result = parseMrzLines(m_layout.format, m_lines, m_today);
        if (!digitsHold(result))
            return asItStands();
        for (Field &field : result.fields) {
            if (m_unsure.contains(field.name))
                field.trust = Trust::Unsure;
        }
        return result;
    }

private:
    static bool digitsHold(const ScanResult &result)
    {
        return std::all_of(result.checks.cbegin(), result.checks.cend(), [](const Check &check) {
            const bool digit = check.name == u"documentNumber" || check.name == u"birthDate" || check.name == u"expiryDate" ||
                               check.name == u"composite" || check.name == u"personalNumber";
            return check.holds || !digit;
        });
    }

    /// A zone that was seen clearly and whose check digits are wrong: a forged or misprinted document. It is told as it stands,
    /// with the checks that fail, and nothing of it counts as certain. Nothing when the reading may be to blame.
    std::optional<ScanResult> asItStands()
    {
        for (std::size_t line = 0; line < m_evidence.size(); ++line) {
            QString text;
            for (const auto &scores : m_evidence[line]) {
                const auto best = std::max_element(scores.begin(), scores.end() - 1);
                if (double(*best) < clearlySeen)
                    return std::nullopt;
                text += QLatin1Char(ocrb::alphabet[std::size_t(best - scores.begin())]);
            }
            m_lines[qsizetype(line)] = text;
        }
        ScanResult result = parseMrzLines(m_layout.format, m_lines, m_today);
        const auto holds = [&result](QStringView name) {
            return std::any_of(result.checks.cbegin(), result.checks.cend(),
                               [name](const Check &check) { return check.name == name && check.holds; });
        };
        // What is no zone at all has neither code nor issuer nor names in their places.
        if (!holds(u"documentType") || !holds(u"issuingState") || !text(m_layout.names).contains(u"<<") || digitsHold(result))
            return std::nullopt;
        for (Field &field : result.fields)
            field.trust = Trust::Unsure;
        return result;
    }

    OcrbNet::LogProbabilities &at(const MrzSpan &span, int i)
    {
        return m_evidence[static_cast<std::size_t>(span.line)][static_cast<std::size_t>(span.start + i)];
    }

    /// Where only one of two characters of the same shape can stand, the other one speaks for it.
    void mergeInto(const MrzSpan &span, std::size_t character, std::size_t other)
    {
        for (int i = 0; i < span.length; ++i) {
            float &stays = at(span, i)[character], &gone = at(span, i)[other];
            stays = std::log(std::exp(stays) + std::exp(gone));
            gone = impossible;
        }
    }

    /// Many printers' zeros are as wide as their letter O. How they look here, the dates show: as much as those look like the
    /// letter, a zero among letters may.
    void tellZerosFromLetters()
    {
        const std::size_t zero = std::size_t(ocrb::classOf(u'0')), letter = std::size_t(ocrb::classOf(u'O'));
        const std::array digits{m_layout.birthDate,       m_layout.birthDateCheck,      m_layout.expiryDate,
                                m_layout.expiryDateCheck, m_layout.documentNumberCheck, m_layout.personalNumberCheck,
                                m_layout.compositeCheck};
        double likeLetter = 0;
        int zeros = 0;
        for (const MrzSpan &span : digits) {
            for (int i = 0; i < span.length; ++i) {
                const auto &scores = at(span, i);
                const float best = *std::max_element(scores.begin(), scores.begin() + 10);
                if (std::max(best, scores[letter]) != std::max(scores[zero], scores[letter]))
                    continue;
                likeLetter += double(scores[letter] - scores[zero]);
                ++zeros;
            }
            mergeInto(span, zero, letter);
        }
        for (const MrzSpan &span : {m_layout.names, m_layout.givenNames, m_layout.issuingState, m_layout.nationality})
            mergeInto(span, letter, zero);
        if (m_layout.format == MrzFormat::FrenchId) { // a department and numbers: 2A and 2B are the only letters there are
            mergeInto(m_layout.documentNumber, zero, letter);
            mergeInto(m_layout.optionalData, zero, letter);
        }
        const double usual = zeros > 0 ? likeLetter / zeros : 0;
        if (usual <= clearZero)
            return;
        for (const MrzSpan &span : {m_layout.documentNumber, m_layout.optionalData, m_layout.optionalData2}) {
            for (int i = 0; i < span.length; ++i)
                shiftTowardsZero(at(span, i), zero, letter, usual - clearZero);
        }
    }

    static void shiftTowardsZero(OcrbNet::LogProbabilities &scores, std::size_t zero, std::size_t letter, double by)
    {
        const double both = std::log(std::exp(double(scores[zero])) + std::exp(double(scores[letter])));
        const double apart = double(scores[letter]) - double(scores[zero]) - by;
        const double shareOfLetter = 1 / (1 + std::exp(-apart));
        scores[letter] = float(both + std::log(std::max(shareOfLetter, 1e-9)));
        scores[zero] = float(both + std::log(std::max(1 - shareOfLetter, 1e-9)));
    }

    std::vector<SeenCharacter> seen(const MrzSpan &span, std::string_view allowed) const
    {
        std::vector<SeenCharacter> characters;
        for (int i = 0; i < span.length; ++i)
            characters.push_back(
                {&m_evidence[static_cast<std::size_t>(span.line)][static_cast<std::size_t>(span.start + i)], allowed});
        return characters;
    }

    void put(const MrzSpan &span, const QString &text) { m_lines[span.line].replace(span.start, span.length, text); }

    void put(const Part &part, const QString &text)
    {
        put(part.span, text.left(part.span.length));
        if (part.tail.length > 0)
            put(part.tail, text.mid(part.span.length));
    }

    QString text(const MrzSpan &span) const { return m_lines[span.line].mid(span.start, span.length); }

    void unsure(std::initializer_list<const char *> names)
    {
        for (const char *name : names)
            m_unsure.append(QString::fromLatin1(name));
    }

    /// The likeliest character in every place; `sure` is whether each is clear.
    bool readEach(const MrzSpan &span, std::string_view allowed, double among, double isAllowed)
    {
        QString text;
        bool sure = true;
        for (const SeenCharacter &character : seen(span, allowed)) {
            const Certainty certainty = certaintyOf(character);
            text += certainty.character;
            sure = sure && certainty.among >= among && certainty.allowed >= isAllowed;
        }
        put(span, text);
        return sure;
    }

    /// A state: the likeliest of the ICAO list, unless what stands there is clearly something else.
    bool readState(const MrzSpan &span)
    {
        const auto characters = seen(span, zoneLetters);
        const auto candidates = likeliest(characters, false, 40);
        const Candidate *best = nullptr;
        double second = -1e9;
        for (const Candidate &candidate : candidates) {
            const bool shaped = !candidate.text.startsWith(u'<') && !QStringView(candidate.text).mid(1, 1).startsWith(u'<');
            const QString code = QString(candidate.text).remove(u'<');
            const bool known = (shaped || candidate.text.endsWith(u"<<")) && isIcaoCode(code);
            if (known && !best)
                best = &candidate;
            else if (known && second < -1e8)
                second = candidate.score;
        }
        const Candidate &likeliestOne = candidates.front();
        const bool take = best && likeliestOne.score - best->score < 5;
        put(span, take ? best->text : likeliestOne.text);
        const double chosen = take ? best->score : likeliestOne.score;
        return take && chosen - second > 3.9 && likeliestOne.score - chosen < 1 && chosen > 3 * std::log(sureCode) - 1;
    }

    void readFree()
    {
        const bool code = readEach(m_layout.documentCode, zoneLetters, 0.9, 0.5);
        if (!code)
            unsure({"documentType"});
        const bool state = readState(m_layout.issuingState);
        if (!state)
            unsure({"issuingState"});
        if (m_layout.nationality.length > 0 && !readState(m_layout.nationality))
            unsure({"nationality"});
        if (!readEach(m_layout.sex, zoneSexes, 0.98, 0.6))
            unsure({"sex"});
        bool names = readEach(m_layout.names, zoneLetters, sureLetter, sureIsLetter);
        if (m_layout.givenNames.length > 0)
            names = readEach(m_layout.givenNames, zoneLetters, sureLetter, sureIsLetter) && names;
        // A line that was read from beside its start shows in code and issuer, which stand before the names.
        const bool shares = m_layout.names.line == m_layout.issuingState.line;
        if (!names || (shares && !(code && state && codeFits())))
            unsure({"surname", "givenNames"});
        for (const MrzSpan &span : {m_layout.documentCode, m_layout.issuingState, m_layout.nationality, m_layout.sex})
            m_covered = m_covered || against(span).none > notSeen;
        // Two characters that were lost there may have weighed as much as what stands in their places.
        if (!codeFits())
            unsure({"documentType", "documentNumber"});
    }

    /// The first letter of the code is one that the format has (Doc 9303 parts 4 to 7).
    bool codeFits() const
    {
        const QChar first = text(m_layout.documentCode)[0];
        return m_layout.format == MrzFormat::Td3 ? first == u'P' : QStringView(u"ACIV").contains(first);
    }

    static MrzSpan joined(const MrzSpan &first, const MrzSpan &second)
    {
        return {first.line, first.start, first.length + second.length};
    }

    /// Without rules the likeliest of all classes are what a correction is measured against. "No character" is one of them:
    /// what a thumb covers must not be filled in so that the check digits hold.
    double freeScore(const MrzSpan &span) const
    {
        double sum = 0;
        for (const SeenCharacter &character : seen(span, zoneAll))
            sum += double(*std::max_element(character.scores->begin(), character.scores->end()));
        return sum;
    }

    void addChecked(const MrzSpan &data, const MrzSpan &check, std::string_view allowed, std::optional<MrzDateUse> date)
    {
        if (data.length == 0)
            return;
        auto characters = seen(data, allowed);
        characters.push_back(seen(check, zoneDigits).front());
        Part part{joined(data, check), likeliest(characters, true, date ? 4 * kept : kept)};
        if (date) {
            const auto unsound = [&](const Candidate &c) {
                return !parseMrzDate(QStringView(c.text).chopped(1), *date, m_today).sound;
            };
            part.candidates.erase(std::remove_if(part.candidates.begin(), part.candidates.end(), unsound),
                                  part.candidates.end());
        }
        m_parts.push_back(part);
    }

    /// Part 5 note j: number, filler, the rest of the number and its check digit, filler, optional data. Where each part ends
    /// is taken as it was read.
    bool addLongNumber()
    {
        if (!m_layout.longDocumentNumber)
            return false;
        const Certainty check = certaintyOf(seen(m_layout.documentNumberCheck, zoneDigitsOrFiller).front());
        if (check.character != u'<')
            return false;
        const auto optional = seen(m_layout.optionalData, zoneAll);
        int rest = 0;
        while (rest < m_layout.optionalData.length && certaintyOf(optional[static_cast<std::size_t>(rest)]).character != u'<')
            ++rest;
        if (rest == 0)
            return false;
        auto characters = seen(m_layout.documentNumber, zoneAll);
        characters.insert(characters.end(), optional.begin(), optional.begin() + rest);
        characters.back().allowed = zoneDigits;
        Part part{joined(m_layout.documentNumber, m_layout.documentNumberCheck), likeliest(characters, true, kept),
                  m_layout.optionalData};
        const auto tail = likeliest(
            seen({m_layout.optionalData.line, m_layout.optionalData.start + rest, m_layout.optionalData.length - rest},
                 zoneAll),
            false, 1);
        for (Candidate &candidate : part.candidates) {
            candidate.text.insert(m_layout.documentNumber.length, u'<');
            candidate.text += tail.front().text;
            candidate.score += tail.front().score + std::log(std::max(check.among, 1e-9));
        }
        m_parts.push_back(part);
        return true;
    }

    void readGuarded()
    {
        const bool french = m_layout.format == MrzFormat::FrenchId;
        const bool longNumber = addLongNumber();
        if (!longNumber)
            addChecked(m_layout.documentNumber, m_layout.documentNumberCheck, zoneAll, std::nullopt);
        m_birthPart = m_parts.size();
        addChecked(m_layout.birthDate, m_layout.birthDateCheck, zoneDigitsOrFiller, MrzDateUse::Birth);
        m_expiryPart = m_parts.size();
        addChecked(m_layout.expiryDate, m_layout.expiryDateCheck, zoneDigitsOrFiller, MrzDateUse::Expiry);
        m_optionalPart = m_parts.size();
        if (m_layout.personalNumberCheck.length > 0)
            addPersonalNumber();
        else if (french || !longNumber)
            m_parts.push_back({m_layout.optionalData, likeliest(seen(m_layout.optionalData, zoneAll), false, kept)});
        if (m_layout.optionalData2.length > 0)
            m_parts.push_back({m_layout.optionalData2, likeliest(seen(m_layout.optionalData2, zoneAll), false, kept)});
        if (m_layout.compositeCheck.length > 0)
            m_parts.push_back({m_layout.compositeCheck, likeliest(seen(m_layout.compositeCheck, zoneDigits), false, kept)});
        choose();
    }

    /// Part 4: with nothing in it, the check digit may be a filler or zero.
    void addPersonalNumber()
    {
        addChecked(m_layout.optionalData, m_layout.personalNumberCheck, zoneAll, std::nullopt);
        auto characters = seen(m_layout.optionalData, zoneAll);
        characters.push_back(seen(m_layout.personalNumberCheck, zoneDigitsOrFiller).front());
        const QString empty(m_layout.optionalData.length + 1, u'<');
        auto &candidates = m_parts.back().candidates;
        candidates.push_back({empty, scoreOf(characters, empty)});
        std::sort(candidates.begin(), candidates.end(),
                  [](const Candidate &a, const Candidate &b) { return a.score > b.score; });
    }

    bool compositeHolds() const
    {
        if (m_layout.compositeCheck.length == 0)
            return true;
        QString data;
        for (const MrzSpan &span : m_layout.composite)
            data += text(span);
        return QChar(u'0' + mrzCheckDigit(data)) == text(m_layout.compositeCheck)[0];
    }

    /// All ways to combine the parts, the likeliest that satisfies the composite digit wins; what a near second does
    /// differently is unsure.
    void choose()
    {
        for (const Part &part : m_parts) {
            if (part.candidates.empty()) {
                m_correction = 1e9;
                return;
            }
        }
        std::vector<std::size_t> at(m_parts.size(), 0), best;
        double bestScore = -1e9;
        std::vector<std::pair<std::vector<std::size_t>, double>> holding;
        search(0, 0, at, holding);
        for (const auto &[indices, score] : holding) {
            if (score > bestScore) {
                bestScore = score;
                best = indices;
            }
        }
        if (best.empty()) {
            m_correction = 1e9;
            return;
        }
        for (std::size_t p = 0; p < m_parts.size(); ++p) {
            put(m_parts[p], m_parts[p].candidates[best[p]].text);
            doubtWhatDigitsChose(p);
        }
        double free = 0;
        for (const Part &part : m_parts)
            free += freeScore(part.span) + freeScore(part.tail);
        m_correction = free - bestScore;
        for (const auto &[indices, score] : holding) {
            if (score < bestScore - clearMargin)
                continue;
            for (std::size_t p = 0; p < m_parts.size(); ++p) {
                if (indices[p] != best[p])
                    markPart(p);
            }
        }
    }

    /// How much likelier than the character that was put there: any other, and none at all.
    struct Against {
        double another = 0;
        double none = 0;
    };

    Against against(const MrzSpan &span) const
    {
        Against worst;
        const QString chosen = text(span);
        const auto characters = seen(span, zoneAll);
        for (qsizetype i = 0; i < chosen.size(); ++i) {
            const OcrbNet::LogProbabilities &scores = *characters[std::size_t(i)].scores;
            const double here = double(scores[std::size_t(ocrb::classOf(chosen[i].unicode()))]);
            worst.another = std::max(worst.another, double(*std::max_element(scores.begin(), scores.end())) - here);
            worst.none = std::max(worst.none, double(scores.back()) - here);
        }
        return worst;
    }

    void doubtWhatDigitsChose(std::size_t part)
    {
        for (const MrzSpan &span : {m_parts[part].span, m_parts[part].tail}) {
            const Against seen = against(span);
            m_covered = m_covered || seen.none > notSeen;
            if (seen.another <= chosenByDigits)
                continue;
            markPart(part);
            if (span.line == m_layout.compositeCheck.line && span.start == m_layout.compositeCheck.start)
                markAll(); // it may be any of them that is wrong
        }
    }

    void search(std::size_t part, double score, std::vector<std::size_t> &at,
                std::vector<std::pair<std::vector<std::size_t>, double>> &holding)
    {
        if (part == m_parts.size()) {
            if (compositeHolds())
                holding.emplace_back(at, score);
            return;
        }
        const auto &candidates = m_parts[part].candidates;
        for (std::size_t i = 0; i < candidates.size() && i < kept && candidates[i].score > candidates.front().score - 12; ++i) {
            at[part] = i;
            put(m_parts[part], candidates[i].text);
            search(part + 1, score + candidates[i].score, at, holding);
        }
    }

    void markPart(std::size_t part)
    {
        if (part < m_birthPart)
            unsure({"documentNumber", "issueDate"});
        else if (part == m_birthPart)
            unsure({"birthDate"});
        else if (part < m_optionalPart)
            unsure({"expiryDate"});
        else
            unsure({"optionalData", "personalNumber"});
    }

    void markAll() { unsure({"documentNumber", "issueDate", "birthDate", "expiryDate", "optionalData", "personalNumber"}); }

    const MrzLayout &m_layout;
    MrzEvidence m_evidence; ///< with what one character says about another of its shape
    QDate m_today;
    QStringList m_lines;
    QStringList m_unsure;
    std::vector<Part> m_parts;
    std::size_t m_birthPart = 0, m_expiryPart = 0, m_optionalPart = 0;
    double m_correction = 0;
    bool m_covered = false; ///< a character of what must be there, and is no name, was not seen
};

/// The format by number and length of the lines and how the first begins.
std::optional<MrzFormat> formatOf(const MrzEvidence &evidence)
{
    const std::size_t length = evidence.front().size();
    if (evidence.size() == 3 && length == 30)
        return MrzFormat::Td1;
    if (evidence.size() != 2 || (length != 36 && length != 44))
        return std::nullopt;
    QString start;
    for (std::size_t i = 0; i < 5; ++i)
        start += certaintyOf({&evidence.front()[i], zoneLetters}).character;
    if (start.startsWith(u'V'))
        return length == 44 ? MrzFormat::MrvA : MrzFormat::MrvB;
    if (length == 44)
        return MrzFormat::Td3;
    // Part 6 has no such code: the end of a passport's lines is covered.
    if (start.startsWith(u'P') && certaintyOf({&evidence.front().front(), zoneLetters}).among >= sureCode)
        return std::nullopt;
    return start == u"IDFRA" ? MrzFormat::FrenchId : MrzFormat::Td2;
}
} // namespace

std::optional<ScanResult> decodeMrz(const MrzEvidence &evidence, QDate today)
{
    if (evidence.empty())
        return std::nullopt;
    const auto format = formatOf(evidence);
    if (!format)
        return std::nullopt;
    return ZoneDecoder(mrzLayout(*format), evidence, today).decode();
}

} // namespace gatehouse::scanning
