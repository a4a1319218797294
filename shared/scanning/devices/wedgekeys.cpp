// SPDX-License-Identifier: GPL-3.0-or-later
#include "wedgekeys.h"

namespace gatehouse::scanning
{

namespace
{
// F1 to F10 stand for 0x16 to 0x1F, F11 and F12 for 0x10 and 0x15.
QString functionKeyCharacter(int key)
{
    if (key >= Qt::Key_F1 && key <= Qt::Key_F10)
        return QChar(0x16 + key - Qt::Key_F1);
    if (key == Qt::Key_F11)
        return QChar(0x10);
    return key == Qt::Key_F12 ? QString(QChar(0x15)) : QString();
}

QString controlCharacter(int key)
{
    // Ctrl+6 is what Ctrl+^ is on keyboards where Shift makes the circumflex; Ctrl+- likewise for the underscore.
    if (key == Qt::Key_6)
        return QChar(0x1e);
    if (key == Qt::Key_Minus)
        return QChar(0x1f);
    if (key >= Qt::Key_At && key <= Qt::Key_Underscore)
        return QChar(key - Qt::Key_At);
    return {};
}
} // namespace

bool isModifierKey(const WedgeKey &key)
{
    switch (key.key) {
    case Qt::Key_Shift:
    case Qt::Key_Control:
    case Qt::Key_Alt:
    case Qt::Key_AltGr:
    case Qt::Key_Meta:
    case Qt::Key_CapsLock:
    case Qt::Key_NumLock:
        return true;
    default:
        return false;
    }
}

std::optional<int> altCodeDigit(const WedgeKey &key)
{
    const bool held = key.modifiers.testFlag(Qt::AltModifier) && !key.modifiers.testFlag(Qt::ControlModifier);
    if (!held || key.key < Qt::Key_0 || key.key > Qt::Key_9)
        return std::nullopt;
    return key.key - Qt::Key_0;
}

QString wedgeCharacter(const WedgeKey &key)
{
    switch (key.key) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return QStringLiteral("\r");
    case Qt::Key_Tab:
        return QStringLiteral("\t");
    case Qt::Key_Down: // so do some scanners send a line feed
        return QStringLiteral("\n");
    default:
        break;
    }
    if (const QString function = functionKeyCharacter(key.key); !function.isEmpty())
        return function;
    // AltGr is Control and Alt on some systems, and types characters.
    if (key.modifiers.testFlag(Qt::ControlModifier) && !key.modifiers.testFlag(Qt::AltModifier))
        return controlCharacter(key.key);
    return key.text;
}

} // namespace gatehouse::scanning
