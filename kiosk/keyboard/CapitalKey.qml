// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.VirtualKeyboard.Components

/*! Capital letters. */
ShiftKey {
    id: key
    Accessible.role: Accessible.Button
    Accessible.name: qsTr("Capital letters")
    Accessible.onPressAction: key.clicked()
}
