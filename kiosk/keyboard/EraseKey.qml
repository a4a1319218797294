// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.VirtualKeyboard
import QtQuick.VirtualKeyboard.Components

/*! Takes the last character back. */
BackspaceKey {
    Accessible.role: Accessible.Button
    Accessible.name: qsTr("Backspace")
    Accessible.onPressAction: InputContext.inputEngine.virtualKeyClick(Qt.Key_Backspace, "", 0)
}
