// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Gatehouse.Theme
import Gatehouse.Components

/*! The PIN that closes the set. Always the same places, and no digit is ever shown: only how many there are. */
PageFrame {
    id: page

    required property var kiosk
    readonly property var door: kiosk.door

    title: qsTr("Enter your PIN")
    subtitle: door.pinHolder
    canGoBack: false
    busy: door.working
    problem: door.pinProblem.length > 0 ? door.pinProblem : kiosk.problemText
    primaryText: qsTr("Enter")
    primaryEnabled: door.pinComplete
    secondaryText: qsTr("Cancel")
    secondaryIcon: "close"
    onPrimary: door.enterPin()
    onSecondary: door.cancel()

    aside: KioskText {
        text: qsTr("%n second(s) left", "", Math.max(0, page.door.secondsLeft))
        color: Theme.muted
        Layout.fillWidth: true
    }
    Row {
        spacing: Theme.gapSmall
        Layout.alignment: Qt.AlignHCenter
        Accessible.role: Accessible.StaticText
        Accessible.name: qsTr("%n digit(s) typed", "", page.door.pinLength)
        Repeater {
            model: Math.max(6, page.door.pinLength)
            Rectangle {
                required property int index
                width: Theme.icon * 0.6
                height: width
                radius: width / 2
                color: index < page.door.pinLength ? Theme.ink : "transparent"
                border.width: Theme.edge
                border.color: Theme.outline
            }
        }
    }
    GridLayout {
        columns: 3
        columnSpacing: Theme.gapSmall
        rowSpacing: Theme.gapSmall
        Layout.alignment: Qt.AlignHCenter
        Layout.topMargin: Theme.gapSmall
        Repeater {
            model: ["1", "2", "3", "4", "5", "6", "7", "8", "9", "0", "erase"]
            KioskButton {
                id: key
                required property string modelData
                required property int index
                text: modelData === "erase" ? "" : modelData
                iconName: modelData === "erase" ? "backspace" : ""
                labelSize: Theme.title
                leftPadding: 0
                rightPadding: 0
                Accessible.name: modelData === "erase" ? qsTr("Erase") : modelData
                // The last row begins under the 8, as on a telephone.
                Layout.row: index < 9 ? Math.floor(index / 3) : 3
                Layout.column: index < 9 ? index % 3 : index - 8
                Layout.preferredWidth: Math.round(Theme.control * (Theme.compact ? 1.5 : 2))
                Layout.preferredHeight: Math.round(Theme.control * (Theme.compact ? 0.95 : 1.15))
                onClicked: key.modelData === "erase" ? page.door.erase() : page.door.digit(Number(key.modelData))
            }
        }
    }
    Keys.onPressed: (event) => {
        if (event.key >= Qt.Key_0 && event.key <= Qt.Key_9)
            page.door.digit(event.key - Qt.Key_0)
        else if (event.key === Qt.Key_Backspace)
            page.door.erase()
        else
            return
        event.accepted = true
    }
}
