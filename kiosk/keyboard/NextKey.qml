// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.VirtualKeyboard
import QtQuick.VirtualKeyboard.Components

/*! Goes on to the next field, or puts the keyboard away after the last. */
EnterKey {
    id: key

    readonly property Item field: Window.activeFocusItem
    readonly property Item following: field !== null ? field.nextItemInFocusChain(true) : null
    readonly property bool last: following === null || !following.hasOwnProperty("inputMethodHints")

    displayText: key.last ? qsTr("Done") : qsTr("Next")
    Accessible.role: Accessible.Button
    Accessible.name: key.displayText
    Accessible.onPressAction: InputContext.inputEngine.virtualKeyClick(Qt.Key_Return, "\n", 0)
}
