// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.VirtualKeyboard
import QtQuick.VirtualKeyboard.Components

/*! A space; while pinyin is typed it takes the first candidate. */
SpaceKey {
    Accessible.role: Accessible.Button
    Accessible.name: qsTr("Space")
    Accessible.onPressAction: InputContext.inputEngine.virtualKeyClick(Qt.Key_Space, " ", 0)
}
