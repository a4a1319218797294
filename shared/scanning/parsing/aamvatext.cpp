// SPDX-License-Identifier: GPL-3.0-or-later
#include "aamvatext.h"

#include "invisible.h"

#include <algorithm>

namespace gatehouse::scanning
{

namespace
{
// At the ends they are padding.
bool hasControlsInside(QByteArrayView value)
{
    const auto isEdge = [](char c) { return c == ' ' || isAsciiControl(c); };
    while (!value.isEmpty() && isEdge(value.front()))
        value = value.sliced(1);
    while (!value.isEmpty() && isEdge(value.back()))
        value.chop(1);
    return std::any_of(value.begin(), value.end(), isAsciiControl);
}

QString decoded(QByteArrayView value)
{
    QByteArray clean;
    clean.reserve(value.size());
    for (const char c : value) {
        if (c == '\t' || c == '\v' || c == '\f')
            clean += ' ';
        else if (!isAsciiControl(c))
            clean += c;
    }
    // The standard says ISO 8859-1; some jurisdictions write UTF-8.
    const QString utf8 = QString::fromUtf8(clean);
    return utf8.contains(QChar::ReplacementCharacter) ? QString::fromLatin1(clean) : utf8;
}
} // namespace

AamvaText aamvaText(QByteArrayView value)
{
    AamvaText result;
    result.hidden = hasControlsInside(value);
    for (const char32_t c : decoded(value).toUcs4()) {
        if (isInvisible(c))
            result.hidden = true;
        else
            result.text += QChar::fromUcs4(c);
    }
    result.text = result.text.simplified();
    return result;
}

bool hasOtherScript(const QString &value)
{
    const auto characters = value.toUcs4();
    return std::any_of(characters.cbegin(), characters.cend(), [](char32_t c) {
        const QChar::Script script = QChar::script(c);
        return script != QChar::Script_Latin && script != QChar::Script_Common && script != QChar::Script_Inherited;
    });
}

QString comparableText(const QString &value)
{
    QString key;
    for (const QChar c : value) {
        if (c.isLetterOrNumber())
            key += c.toCaseFolded();
    }
    return key;
}

} // namespace gatehouse::scanning
