// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.VirtualKeyboard.Styles
import Gatehouse.Theme

/*! One candidate of the list over the keys. */
SelectionListItem {
    id: item

    required property int index
    required property string display

    width: Math.max(Theme.touch * 1.1, word.implicitWidth + 2 * Theme.gap)
    Accessible.role: Accessible.Button
    Accessible.name: item.display
    Accessible.onPressAction: item.ListView.view.model.selectItem(item.index)

    Text {
        id: word
        anchors.centerIn: parent
        text: item.display
        textFormat: Text.PlainText
        color: Theme.ink
        font.pixelSize: Math.max(Math.round(item.height * 0.46), Theme.largeText ? Theme.small : 0)
        font.weight: item.index === 0 ? Font.Bold : Font.Normal
    }
    Rectangle {
        anchors { right: parent.right; verticalCenter: parent.verticalCenter }
        width: Theme.hairline
        height: parent.height * 0.5
        color: Theme.line
    }
    Rectangle {
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom; margins: 6 }
        visible: item.index === 0
        height: 4
        radius: 2
        color: Theme.jade
    }
}
