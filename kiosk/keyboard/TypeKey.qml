// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.VirtualKeyboard
import QtQuick.VirtualKeyboard.Components

/*! A key that types what it shows; assistive technology and tests find it by that name. */
Key {
    id: key

    Accessible.role: Accessible.Button
    Accessible.name: key.uppercased ? key.text.toUpperCase() : key.text
    Accessible.onPressAction: key.press()

    function press() {
        InputContext.inputEngine.virtualKeyClick(key.key, key.uppercased ? key.text.toUpperCase() : key.text, key.uppercased ? Qt.ShiftModifier : 0)
        key.clicked()
    }
}
