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
    implicitHeight: Math.max(Theme.touch, contentItem.implicitHeight + 16)
    focusPolicy: Qt.StrongFocus
    opacity: enabled ? 1 : 0.55
    Accessible.role: Accessible.Button
    Accessible.name: text
    Accessible.onPressAction: if (button.enabled) button.clicked()
    Keys.onReturnPressed: clicked()
    Keys.onEnterPressed: clicked()

    contentItem: ButtonLabel {
        text: button.text
        iconName: button.iconName
        stacked: button.stacked
        labelSize: button.labelSize
        tone: button.labelColor
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
