// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QChar>
#include <QString>

namespace gatehouse::scanning
{

/// Control and format characters (categories Cc and Cf: NUL, bidirectional overrides, zero-width characters, soft hyphens ...)
/// stand in no field, as they make a text look like another. They are left out of what is read from text, and a field in
/// which they stood is unsure; control characters around a value are padding and mean nothing.
inline bool isControlCharacter(char32_t c)
{
    return QChar::category(c) == QChar::Other_Control;
}
inline bool isFormatCharacter(char32_t c)
{
    return QChar::category(c) == QChar::Other_Format;
}
inline bool isInvisible(char32_t c)
{
    return isControlCharacter(c) || isFormatCharacter(c);
}

} // namespace gatehouse::scanning
