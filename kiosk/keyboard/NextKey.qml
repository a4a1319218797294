// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.VirtualKeyboard
import QtQuick.VirtualKeyboard.Components

/*! Goes on to the next field, or puts the keyboard away after the last. */
EnterKey {
    displayText: qsTr("Next")
    Accessible.role: Accessible.Button
    Accessible.name: qsTr("Next")
    Accessible.onPressAction: InputContext.inputEngine.virtualKeyClick(Qt.Key_Return, "\n", 0)
}
