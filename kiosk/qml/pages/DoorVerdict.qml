// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Gatehouse.Theme
import Gatehouse.Components

/*! A decision that fills the screen: a colour, a sign and words, so that it is understood from two metres and without colour. */
Rectangle {
    id: verdict

    required property var door
    property string iconName
    property string headline
    property string text
    property string more
    property string buttonText
    property color ground

    readonly property color front: Theme.white

    color: Theme.highContrast ? Theme.black : ground
    Accessible.role: Accessible.AlertMessage
    Accessible.name: headline + " " + text + " " + more

    ColumnLayout {
        anchors { fill: parent; margins: Theme.margin }
        spacing: Theme.gap

        Item { Layout.fillHeight: true }
        Icon {
            name: verdict.iconName
            color: verdict.front
            size: Math.round(Math.min(verdict.width, verdict.height) * (Theme.compact ? 0.2 : 0.26))
            Layout.preferredWidth: size
            Layout.preferredHeight: size
            Layout.alignment: Qt.AlignHCenter
        }
        KioskText {
            text: verdict.headline
            color: verdict.front
            strong: true
            font.pixelSize: Math.round(Theme.display * (Theme.compact ? 1.1 : 1.5))
            horizontalAlignment: Text.AlignHCenter
            Layout.fillWidth: true
        }
        KioskText {
            visible: text.length > 0
            text: verdict.text
            color: verdict.front
            strong: true
            font.pixelSize: Theme.title
            horizontalAlignment: Text.AlignHCenter
            Layout.fillWidth: true
        }
        KioskText {
            visible: text.length > 0
            text: verdict.more
            color: verdict.front
            font.pixelSize: Theme.compact ? Theme.body : Math.round(Theme.body * 1.2)
            horizontalAlignment: Text.AlignHCenter
            Layout.fillWidth: true
        }
        Item { Layout.fillHeight: true }
        KioskText {
            visible: verdict.door.secondsLeft >= 0
            text: qsTr("%n second(s) left", "", Math.max(0, verdict.door.secondsLeft))
            color: verdict.front
            horizontalAlignment: Text.AlignHCenter
            Layout.fillWidth: true
        }
        KioskButton {
            text: verdict.buttonText
            iconName: "close"
            Layout.alignment: Qt.AlignHCenter
            onClicked: verdict.door.cancel()
        }
    }
}
