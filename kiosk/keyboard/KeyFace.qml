// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.VirtualKeyboard
import QtQuick.VirtualKeyboard.Styles
import Gatehouse.Theme
import Gatehouse.Components

/*! How a key looks: a letter, a word or an icon. */
KeyPanel {
    id: face

    property string caption: face.label
    property string iconName
    property bool primary: false
    property bool quiet: false
    property bool lit: false
    readonly property var key: control
    readonly property bool down: key !== null && key.pressed === true
    readonly property bool usable: key !== null && key.enabled === true
    readonly property string label: key === null ? "" : InputContext.uppercase && key.uppercased === true ? key.displayText.toUpperCase() : key.displayText
    readonly property real least: Theme.largeText ? Theme.small : 0
    readonly property color tone: !usable ? Theme.muted : primary ? Theme.jadeText : lit ? Theme.jade : Theme.ink

    Rectangle {
        anchors.fill: parent
        anchors.margins: Theme.landscape ? 4 : 5
        radius: Theme.radius * 0.75
        color: face.primary ? (face.down ? Qt.darker(Theme.jade, 1.15) : Theme.jade)
                            : face.down ? Theme.line : face.quiet ? Theme.paper : Theme.surface
        border.width: Theme.highContrast ? 3 : face.lit ? 3 : 1
        border.color: face.lit ? Theme.jade : Theme.outline

        Icon {
            anchors.centerIn: parent
            visible: face.iconName.length > 0
            name: face.iconName
            color: face.tone
            size: Math.max(Math.min(Math.round(parent.height * 0.46), Theme.touch), face.least)
        }
        Text {
            anchors.centerIn: parent
            width: parent.width - 8
            visible: face.iconName.length === 0
            text: face.caption
            textFormat: Text.PlainText
            color: face.tone
            font.pixelSize: Math.max(Math.round(Math.min(parent.height * (face.caption.length > 1 ? 0.34 : 0.46), Theme.title)), face.least)
            font.weight: face.primary ? Font.Bold : Font.Medium
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: 14
            horizontalAlignment: Text.AlignHCenter
            verticalAlignment: Text.AlignVCenter
        }
    }
}
