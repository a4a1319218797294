// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.VirtualKeyboard.Components

/*! A row of keys from a string of characters. */
KeyboardRow {
    id: row

    required property string letters

    Repeater {
        model: row.letters.split("")
        TypeKey {
            required property string modelData
            weight: row.keyWeight
            smallTextVisible: false
            text: modelData
        }
    }
}
