// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Gatehouse.Theme

/*! A pick-up number: never a name. */
Rectangle {
    id: badge

    property int number: 0
    property bool ready: true

    implicitHeight: Math.max(Theme.touch, text.implicitHeight + Theme.gapSmall)
    implicitWidth: Math.max(implicitHeight * 1.4, row.implicitWidth + 2 * Theme.gap)
    radius: Theme.radius
    color: ready ? Theme.jadeTint : Theme.amberTint
    border.width: 3
    border.color: ready ? Theme.jade : Theme.amber
    Accessible.role: Accessible.StaticText
    Accessible.name: ready ? qsTr("Number %1 is ready").arg(number) : qsTr("Number %1: please see the guard").arg(number)

    RowLayout {
        id: row
        anchors.centerIn: parent
        spacing: 12
        Icon {
            name: badge.ready ? "checked" : "bell"
            color: badge.ready ? Theme.jade : Theme.amber
            Layout.preferredWidth: size
            Layout.preferredHeight: size
        }
        KioskText {
            id: text
            text: badge.number
            strong: true
            font.pixelSize: Theme.title
            lineHeight: 1
            Accessible.ignored: true
        }
    }
}
