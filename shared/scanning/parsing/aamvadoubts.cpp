// SPDX-License-Identifier: GPL-3.0-or-later
#include "aamvadoubts.h"

#include <QRegularExpression>
#include <QSet>
#include <QStringList>

#include <algorithm>

namespace gatehouse::scanning
{

namespace
{
using Words = QSet<QString>;

Words wordsOf(const QString &text)
{
    QString plain;
    for (const QChar c : text.left(1024).toCaseFolded()) {
        const bool separates = c.isSpace() || QStringView(u",$@-").contains(c);
        if (separates || c.isLetterOrNumber())
            plain += separates ? QChar(u' ') : c;
    }
    const QStringList words = plain.split(u' ', Qt::SkipEmptyParts);
    return {words.cbegin(), words.cend()};
}

// What elements say when they have nothing to say.
Words namesIn(const AamvaElements &elements, std::initializer_list<const char *> ids)
{
    static const Words nothing{QStringLiteral("none"),    QStringLiteral("unavl"), QStringLiteral("unk"),
                               QStringLiteral("unknown"), QStringLiteral("nmn"),   QStringLiteral("nmi")};
    Words words;
    for (const char *id : ids) {
        const Words said = wordsOf(elements.value(id));
        if (!(said.size() == 1 && nothing.contains(*said.cbegin())))
            words.unite(said);
    }
    return words;
}

// A name left out is no contradiction: one of the two has all that the other has.
bool disagree(const Words &a, const Words &b)
{
    return !a.isEmpty() && !b.isEmpty() && !a.contains(b) && !b.contains(a);
}

bool standsInNames(char32_t c)
{
    constexpr QStringView marks = u"-'.,\u2019\u2018`\u00b4\u2010\u2011\u00b7";
    return QChar::isLetter(c) || QChar::isMark(c) || QChar::isSpace(c) || (c <= 0xffff && marks.contains(QChar(char16_t(c))));
}

bool isOddName(const QString &name)
{
    const auto characters = name.toUcs4();
    return !std::all_of(characters.cbegin(), characters.cend(), standsInNames);
}

// Third of the name is written 3RD.
bool isOddSuffix(const QString &suffix)
{
    static const QRegularExpression ordinal(QStringLiteral("\\b[1-9](ST|ND|RD|TH)\\b"),
                                            QRegularExpression::CaseInsensitiveOption);
    return isOddName(QString(suffix).remove(ordinal));
}
} // namespace

AamvaNameDoubts doubtsAboutNames(const AamvaElements &elements, const QString &surname, const QString &given,
                                 const QString &suffix)
{
    bool otherSurname = false, otherGiven = false;
    const Words family = wordsOf(surname);
    const Words given1 = namesIn(elements, {"DAC", "DAD"}), given2 = namesIn(elements, {"DCT"});
    if (elements.has("DAB") && elements.has("DCS"))
        otherSurname = disagree(family, namesIn(elements, {"DAB"}));
    if (Words whole = namesIn(elements, {"DAA"}); !whole.isEmpty()) {
        otherSurname = otherSurname || !whole.contains(family);
        whole.subtract(family).subtract(wordsOf(suffix));
        otherGiven = disagree(whole, given1) || disagree(whole, given2);
    }
    otherGiven = otherGiven || disagree(given1, given2);
    return {otherSurname || isOddName(surname), otherGiven || isOddName(given), isOddSuffix(suffix),
            otherSurname || otherGiven};
}

bool areOfSeveralDocuments(const AamvaElements &elements, const AamvaNameDoubts &names)
{
    const auto ids = {"DCS", "DAB", "DAA", "DAC", "DCT"};
    const bool name = names.contradiction ||
                      std::any_of(ids.begin(), ids.end(), [&elements](const char *id) { return elements.isDisputed(id); });
    const int said = int(elements.isDisputed("DAQ")) + int(elements.isDisputed("DBB")) + int(name);
    return said >= (elements.repeated ? 1 : 2);
}

} // namespace gatehouse::scanning
