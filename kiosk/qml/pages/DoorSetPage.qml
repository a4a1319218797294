// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Gatehouse.Theme
import Gatehouse.Components

/*! The badges that belong together, and how long there is for the next one. */
PageFrame {
    id: page

    required property var kiosk
    readonly property var door: kiosk.door

    title: door.leaving ? qsTr("Leaving: show your badges") : qsTr("Show all badges")
    subtitle: door.leaving ? qsTr("Everybody who goes out, one after the other.") : qsTr("Visitors and escort, one after the other, in any order.")
    canGoBack: false
    problem: kiosk.problemText
    busy: door.working
    primaryText: door.leaving ? qsTr("Book out") : qsTr("Everybody is here")
    primaryEnabled: door.canClose
    secondaryText: qsTr("Cancel")
    secondaryIcon: "close"
    onPrimary: door.close()
    onSecondary: door.cancel()

    aside: CountdownRing {
        remaining: Math.max(0, page.door.secondsLeft)
        total: page.door.secondsTotal
        Layout.alignment: Qt.AlignHCenter
        Layout.topMargin: Theme.gap
        Layout.preferredWidth: Theme.compact ? 160 : 240
        Layout.preferredHeight: Layout.preferredWidth
    }
    Repeater {
        model: page.door.badges
        Card {
            id: row
            required property var modelData
            Layout.fillWidth: true
            RowLayout {
                spacing: Theme.gap
                Layout.fillWidth: true
                Icon {
                    name: row.modelData.kind === "staff" ? "id-card" : "badge"
                    size: Theme.icon
                    Layout.preferredWidth: size
                    Layout.preferredHeight: size
                }
                KioskText {
                    text: row.modelData.title
                    strong: true
                    Layout.fillWidth: true
                }
                Icon {
                    name: row.modelData.icon
                    size: Theme.iconSmall
                    color: row.modelData.icon === "error" ? Theme.vermilion : row.modelData.icon === "clock" ? Theme.amber : Theme.jade
                    Layout.preferredWidth: size
                    Layout.preferredHeight: size
                }
                KioskText {
                    text: row.modelData.text
                    horizontalAlignment: Text.AlignRight
                    Layout.preferredWidth: Math.min(implicitWidth, page.width / 3)
                }
            }
        }
    }
    KioskText {
        visible: page.door.badges.length === 0
        text: qsTr("No badge has been shown yet.")
        color: Theme.muted
        Layout.fillWidth: true
    }
}
