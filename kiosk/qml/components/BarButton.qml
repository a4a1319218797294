// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Gatehouse.Theme

/*! A quiet button of the bottom bar: sign and word, side by side where there is room and one over the other where not. */
T.Button {
    id: button

    property string iconName
    property bool stacked: false
    property real labelSize: Theme.small
    property color tone: Theme.ink
    readonly property color labelColor: enabled ? tone : Theme.muted

    Layout.fillWidth: true
    Layout.preferredWidth: 1
    Layout.fillHeight: true
    implicitHeight: Math.max(Theme.touch, grid.implicitHeight + 16)
    focusPolicy: Qt.StrongFocus
    opacity: enabled ? 1 : 0.55
    Accessible.role: Accessible.Button
    Accessible.name: text
    Accessible.onPressAction: if (button.enabled) button.clicked()
    Keys.onReturnPressed: clicked()
    Keys.onEnterPressed: clicked()

    contentItem: Item {
        GridLayout {
            id: grid
            anchors.centerIn: parent
            width: Math.min(implicitWidth, parent.width)
            columns: button.stacked ? 1 : 2
            rowSpacing: 4
            columnSpacing: 12

            Icon {
                name: button.iconName
                color: button.labelColor
                size: Math.round(button.labelSize * 1.5)
                Layout.alignment: Qt.AlignCenter
            }
            KioskText {
                text: button.text
                color: button.labelColor
                font.pixelSize: button.labelSize
                font.weight: Font.DemiBold
                lineHeight: 1
                horizontalAlignment: button.stacked ? Text.AlignHCenter : Text.AlignLeft
                Layout.fillWidth: true
                Accessible.ignored: true
            }
        }
    }
    background: Rectangle {
        radius: Theme.radius
        color: button.down ? Theme.pressed : "transparent"
        FocusRing {
            control: button
            shown: button.visualFocus
        }
    }
}
