// SPDX-License-Identifier: GPL-3.0-or-later
#include "passwordpolicy.h"

#include <QFile>
#include <QHash>
#include <QRegularExpression>
#include <QTextStream>

#include <algorithm>
#include <cmath>
#include <vector>

static void registerCommonPasswords()
{
    Q_INIT_RESOURCE(commonpasswords); // a static library's resources are not there by themselves
}

namespace gatehouse::security
{

namespace
{

constexpr qsizetype shortest = 12;
constexpr qsizetype longest = 256;
/// Some 2^45 guesses: against Argon2id moderate and the pepper, out of reach for who has the database and a farm of machines.
constexpr double bitsNeeded = 45;

using WordRanks = QHash<QString, int>;

WordRanks readCommonWords()
{
    registerCommonPasswords();
    WordRanks words;
    QFile file(QStringLiteral(":/gatehouse/security/commonpasswords.txt"));
    if (!file.open(QIODevice::ReadOnly))
        return words;
    QTextStream lines(&file);
    for (QString line; lines.readLineInto(&line);) {
        if (!line.isEmpty() && !line.startsWith(QLatin1Char('#')))
            words.insert(line, static_cast<int>(words.size()) + 1);
    }
    return words;
}

const WordRanks &commonWords()
{
    static const WordRanks words = readCommonWords();
    return words;
}

/// "P@ssw0rd" is "password" to whoever guesses.
QString withoutLeet(const QString &text)
{
    static const QHash<QChar, QChar> letters{{u'@', u'a'}, {u'4', u'a'}, {u'3', u'e'}, {u'1', u'l'}, {u'!', u'i'},
                                             {u'0', u'o'}, {u'$', u's'}, {u'5', u's'}, {u'7', u't'}};
    QString plain = text;
    for (auto &character : plain)
        character = letters.value(character, character);
    return plain;
}

QString reversed(const QString &text)
{
    QString other = text;
    std::reverse(other.begin(), other.end());
    return other;
}

double alphabetBits(const QString &text)
{
    bool lower = false;
    bool upper = false;
    bool digit = false;
    bool sign = false;
    bool wide = false;
    for (const auto character : text) {
        lower = lower || (character >= u'a' && character <= u'z');
        upper = upper || (character >= u'A' && character <= u'Z');
        digit = digit || (character >= u'0' && character <= u'9');
        wide = wide || character.unicode() > 0x7f;
        sign = sign || (character.unicode() <= 0x7f && !character.isLetterOrNumber());
    }
    return std::log2(std::max(2, lower * 26 + upper * 26 + digit * 10 + sign * 33 + wide * 1000));
}

/// Length of the run from `start` in which each character follows the last one: "abcd", "9876", "aaaa", or along a row of keys.
qsizetype runLength(const QString &text, qsizetype start)
{
    static const QStringList rows{QStringLiteral("`1234567890-="), QStringLiteral("qwertyuiop[]"),
                                  QStringLiteral("asdfghjkl;'"), QStringLiteral("zxcvbnm,./")};
    const auto runWhile = [&](const auto &follows) {
        auto end = start + 1;
        while (end < text.size() && follows(text.at(end - 1), text.at(end)))
            ++end;
        return end - start;
    };
    qsizetype best = 1;
    for (const int step : {0, 1, -1}) {
        best = std::max(best, runWhile([step](QChar a, QChar b) { return b.unicode() - a.unicode() == step; }));
        best = std::max(best, runWhile([step](QChar a, QChar b) {
                            return std::any_of(rows.begin(), rows.end(), [&](const QString &row) {
                                const auto at = row.indexOf(a);
                                return at >= 0 && row.contains(b) && row.indexOf(b) == at + step;
                            });
                        }));
    }
    return best;
}

/// Length of the longest piece from `start` that repeats what stands directly before it: "abXabX".
qsizetype repeatLength(const QString &text, qsizetype start)
{
    for (auto length = std::min(start, text.size() - start); length >= 2; --length) {
        if (QStringView(text).mid(start, length) == QStringView(text).mid(start - length, length))
            return length;
    }
    return 0;
}

/// Bits of a word of the list: its rank, one for capitals in it, one for letters written as signs.
double wordBits(const QString &original, const QString &folded, qsizetype start, qsizetype length)
{
    const auto piece = folded.mid(start, length);
    const auto plain = withoutLeet(piece);
    int rank = 0;
    bool leet = false;
    for (const auto &[candidate, viaLeet] :
         {std::pair{piece, false}, std::pair{reversed(piece), false}, std::pair{plain, true}}) {
        if (rank == 0) {
            rank = commonWords().value(candidate);
            leet = viaLeet;
        }
    }
    if (rank == 0)
        return -1;
    return std::log2(rank + 1) + (original.mid(start, length) != piece ? 1 : 0) + (leet ? 1 : 0);
}

bool isYear(const QString &text, qsizetype start)
{
    static const QRegularExpression year(QStringLiteral("^(19|20)[0-9]{2}"));
    return year.match(QStringView(text).mid(start)).hasMatch();
}

/// The cheapest way to put the password together from words, runs, repeats, years and single characters, in bits.
double estimatedBits(const QString &password)
{
    const auto folded = password.toLower();
    if (folded.size() != password.size()) // a rare letter that grows in lower case
        return estimatedBits(folded);
    const auto single = alphabetBits(password);
    const auto size = password.size();
    std::vector<double> cheapest(static_cast<std::size_t>(size) + 1, 1e9);
    cheapest[0] = 0;
    for (qsizetype i = 0; i < size; ++i) {
        const auto offer = [&, from = cheapest[static_cast<std::size_t>(i)]](qsizetype length, double bits) {
            auto &target = cheapest[static_cast<std::size_t>(i + length)];
            target = std::min(target, from + bits);
        };
        offer(1, single);
        if (const auto run = runLength(folded, i); run >= 3)
            offer(run, single + std::log2(run));
        if (const auto repeat = repeatLength(folded, i); repeat >= 2)
            offer(repeat, 2);
        if (isYear(folded, i))
            offer(4, 7);
        for (qsizetype length = 3; length <= std::min<qsizetype>(16, size - i); ++length) {
            if (const auto bits = wordBits(password, folded, i, length); bits >= 0)
                offer(length, bits);
        }
    }
    return cheapest.back();
}

/// Whether the password is a word of the list with nothing but digits and signs around it.
bool isCommon(const QString &password)
{
    static const QRegularExpression edges(QStringLiteral("^[^a-z]+|[^a-z]+$"));
    const auto folded = password.toLower();
    auto core = folded;
    core.remove(edges);
    auto plain = withoutLeet(folded);
    plain.remove(edges);
    const auto isWord = [](const QString &text) { return text.size() >= 3 && commonWords().contains(text); };
    return commonWords().contains(folded) || isWord(core) || isWord(plain) || isWord(withoutLeet(core));
}

QStringList ownParts(const QStringList &ownWords)
{
    static const QRegularExpression gaps(QStringLiteral("[\\s\\p{P}]+"));
    QStringList parts;
    for (const auto &word : ownWords) {
        auto folded = word.normalized(QString::NormalizationForm_KC).toLower();
        parts += folded.split(gaps, Qt::SkipEmptyParts);
        parts += folded.remove(gaps);
    }
    parts.removeDuplicates();
    parts.removeIf([](const QString &part) { return part.size() < (part.at(0).unicode() > 0x7f ? 2 : 3); });
    std::sort(parts.begin(), parts.end(), [](const QString &a, const QString &b) { return a.size() > b.size(); });
    return parts;
}

/// What is left of the password when own words, forwards and backwards, are taken out.
QString withoutOwnWords(const QString &password, const QStringList &ownWords)
{
    auto rest = password;
    for (const auto &part : ownParts(ownWords)) {
        rest.remove(part, Qt::CaseInsensitive);
        rest.remove(reversed(part), Qt::CaseInsensitive);
    }
    return rest;
}

} // namespace

PasswordFlaw assessPassword(const QString &password, const QStringList &ownWords)
{
    const auto text = password.left(4 * longest).normalized(QString::NormalizationForm_KC);
    const auto characters = text.toUcs4().size();
    if (characters < shortest)
        return PasswordFlaw::TooShort;
    if (characters > longest)
        return PasswordFlaw::TooLong;
    if (isCommon(text))
        return PasswordFlaw::TooCommon;
    const auto rest = withoutOwnWords(text, ownWords);
    if (rest.size() < text.size() && estimatedBits(rest) < bitsNeeded)
        return PasswordFlaw::ContainsOwnData;
    return estimatedBits(text) < bitsNeeded ? PasswordFlaw::TooSimple : PasswordFlaw::None;
}

} // namespace gatehouse::security
