// SPDX-License-Identifier: GPL-3.0-or-later
#include "namefolding.h"

#include "passportspelling.h"

#include <unicode/translit.h>

#include <QStringList>

#include <algorithm>
#include <memory>

namespace gatehouse::usecases
{

namespace
{
constexpr int leastFuzzyLetters = 5;

/// Han-Latin/Names reads 单, 曾, 仇 ... as surnames; it separates syllables with spaces.
icu::Transliterator *makeTransliterator()
{
    UErrorCode status = U_ZERO_ERROR;
    UParseError where{};
    auto *made = icu::Transliterator::createInstance(
        icu::UnicodeString::fromUTF8("Han-Latin/Names; Any-Latin; Latin-ASCII; Lower"), UTRANS_FORWARD, where, status);
    if (U_SUCCESS(status))
        return made;
    status = U_ZERO_ERROR;
    return icu::Transliterator::createInstance(icu::UnicodeString::fromUTF8("Any-Latin; Latin-ASCII; Lower"), UTRANS_FORWARD,
                                               where, status);
}

bool isPlain(const QString &text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 0x80; });
}

bool oneWrong(const QString &a, const QString &b)
{
    if (qAbs(a.size() - b.size()) > 1)
        return false;
    qsizetype start = 0;
    const qsizetype shorter = std::min(a.size(), b.size());
    while (start < shorter && a[start] == b[start])
        ++start;
    qsizetype end = 0;
    while (end < shorter - start && a[a.size() - 1 - end] == b[b.size() - 1 - end])
        ++end;
    const qsizetype leftA = a.size() - start - end;
    const qsizetype leftB = b.size() - start - end;
    const bool swapped = leftA == 2 && leftB == 2 && a[start] == b[start + 1] && a[start + 1] == b[start];
    return swapped || (leftA <= 1 && leftB <= 1);
}
} // namespace

QString foldName(const QString &text)
{
    QString result = text;
    if (isPlain(text)) {
        result = text.toLower();
    } else {
        // A transliterator is not safe to share between threads.
        thread_local const std::unique_ptr<icu::Transliterator> transliterator(makeTransliterator());
        icu::UnicodeString buffer(reinterpret_cast<const char16_t *>(text.utf16()), static_cast<int32_t>(text.size()));
        if (transliterator) {
            transliterator->transliterate(buffer);
            result = QString(reinterpret_cast<const QChar *>(buffer.getBuffer()), buffer.length());
        } else {
            result = text.toLower();
        }
    }
    for (QChar &c : result) {
        if (!c.isLetterOrNumber())
            c = QLatin1Char(' ');
    }
    return result.simplified();
}

QString foldSpellings(const QString &name)
{
    const QString folded = foldName(name);
    if (isPlain(name))
        return folded;
    const QString spelled = passportSpelling(name).toLower();
    return spelled.isEmpty() || spelled == folded ? folded : folded + QLatin1Char(' ') + spelled;
}

bool nameMatches(const QString &foldedName, const QString &foldedQuery, bool fuzzy)
{
    if (foldedQuery.isEmpty())
        return false;
    const QStringList words = foldedName.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    QString joined;
    QString initials;
    for (const QString &word : words) {
        joined += word;
        initials += word.at(0);
    }
    const auto standsIn = [&](const QString &wanted) {
        for (const QString &word : words) {
            if (word.startsWith(wanted) || (fuzzy && wanted.size() >= leastFuzzyLetters && oneWrong(word, wanted)))
                return true;
        }
        // Run together from the start of some word: "xiaodong" in "wang xiao dong".
        qsizetype at = 0;
        for (const QString &word : words) {
            if (wanted.size() > word.size() && QStringView(joined).mid(at).startsWith(wanted))
                return true;
            at += word.size();
        }
        return wanted.size() >= 2 && initials.startsWith(wanted);
    };
    const QStringList wantedWords = foldedQuery.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    return std::all_of(wantedWords.begin(), wantedWords.end(), standsIn);
}

} // namespace gatehouse::usecases
