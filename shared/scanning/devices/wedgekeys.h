// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QtCore/qnamespace.h>

#include <optional>

namespace gatehouse::scanning
{

/// One key that was pressed, as a QKeyEvent tells it.
struct WedgeKey {
    int key = 0; ///< Qt::Key
    Qt::KeyboardModifiers modifiers;
    QString text;
    bool autoRepeat = false;
    qint64 at = 0; ///< QInputEvent::timestamp(), milliseconds

    bool operator==(const WedgeKey &) const = default;
};

/// Whether it is Shift, Control, Alt and the like, which says nothing by itself.
bool isModifierKey(const WedgeKey &key);

/// A digit of a character code typed on the number pad while Alt is held ("Alt+010").
std::optional<int> altCodeDigit(const WedgeKey &key);

/// The character that a scanner in keyboard mode means by this key. What a keyboard cannot type is sent in one of three ways,
/// as the scanner is set: with Control held (Ctrl+J is line feed, Ctrl+] group separator), as a function key (F8 is group
/// separator, F9 record separator: the table of scanners with "Ctrl+X mode" off), or as an Alt code, see altCodeDigit().
/// Nothing for keys that mean no character.
QString wedgeCharacter(const WedgeKey &key);

} // namespace gatehouse::scanning
