// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Gatehouse.Theme

/*! A pick-up number, never a name; a touch collects it, or begins the safety briefing that it still owes. */
T.Button {
    id: badge

    property int number: 0
    /*! "ready" "desk" "briefing" */
    property string kind: "ready"

    readonly property bool ready: kind === "ready"

    implicitHeight: Math.max(Theme.touch, contentItem.implicitHeight + Theme.gapSmall)
    implicitWidth: Math.max(implicitHeight * 1.4, contentItem.implicitWidth + 2 * Theme.gap)
    leftPadding: Theme.gap
    rightPadding: Theme.gap
    text: ready ? qsTr("Number %1 is ready").arg(number)
                : kind === "briefing" ? qsTr("Number %1: safety briefing").arg(number) : qsTr("Number %1: please see the guard").arg(number)
    Accessible.role: Accessible.Button
    Accessible.name: text
    Accessible.onPressAction: badge.clicked()
    Keys.onReturnPressed: clicked()
    Keys.onEnterPressed: clicked()

    contentItem: RowLayout {
        spacing: 12
        Icon {
            name: badge.ready ? "checked" : badge.kind === "briefing" ? "shield" : "bell"
            color: badge.ready ? Theme.jade : Theme.amber
            Layout.preferredWidth: size
            Layout.preferredHeight: size
        }
        KioskText {
            text: badge.number
            strong: true
            font.pixelSize: Theme.title
            lineHeight: 1
            Accessible.ignored: true
        }
    }
    background: Rectangle {
        radius: Theme.radius
        color: badge.down ? Theme.pressed : badge.ready ? Theme.jadeTint : Theme.amberTint
        border.width: 3
        border.color: badge.ready ? Theme.jade : Theme.amber
        FocusRing {
            control: badge
            shown: badge.visualFocus
        }
    }
}
