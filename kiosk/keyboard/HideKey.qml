// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.VirtualKeyboard.Components

/*! Puts the keyboard away. */
HideKeyboardKey {
    id: key
    Accessible.role: Accessible.Button
    Accessible.name: qsTr("Hide the keyboard")
    Accessible.onPressAction: key.clicked()
}
