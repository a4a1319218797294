// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Gatehouse.Theme
import Gatehouse.Components

/*! The badge, where to go, what the badge allows and does not, and that others of the party get none. */
KioskPage {
    id: page

    readonly property var checkIn: kiosk.checkIn
    readonly property var icons: ({ allowed: "checked", escort: "people", briefing: "shield", not: "no-entry", until: "clock", "return": "exit" })

    title: qsTr("Welcome. Here is your badge.")
    subtitle: checkIn.badgeCount > 1 ? qsTr("Badge %1 of %2").arg(checkIn.badgeIndex).arg(checkIn.badgeCount) : ""
    notice: checkIn.refusedText
    canGoBack: false
    headShare: 0.42
    primaryText: checkIn.badgeIndex < checkIn.badgeCount ? qsTr("Next badge") : qsTr("Done")
    primaryIcon: checkIn.badgeIndex < checkIn.badgeCount ? "arrow-forward" : "check"
    primaryEnabled: true

    aside: [
        StillPicture {
            id: badge
            image: page.checkIn.badgeImage
            Layout.alignment: Qt.AlignHCenter
            Layout.preferredWidth: Math.min(parent ? parent.width : 0, page.height * (Theme.landscape ? 0.42 : 0.27) * (badge.ratio > 0 ? badge.ratio : 1))
            Layout.preferredHeight: badge.ratio > 0 ? Layout.preferredWidth / badge.ratio : 0
            Accessible.role: Accessible.Graphic
            Accessible.name: qsTr("Picture of your badge")
        },
        Note {
            kind: page.checkIn.printFailed ? "warning" : "good"
            text: page.checkIn.printText
        }
    ]
    Note {
        kind: "warning"
        text: page.notice
    }
    Card {
        spacing: Theme.gap
        Layout.fillWidth: true
        Repeater {
            model: SteadyRows { list: page.checkIn.badgeFacts }
            RowLayout {
                id: fact
                required property var modelData
                readonly property color tone: modelData.kind === "allowed" ? Theme.jade : modelData.kind === "not" ? Theme.vermilion : modelData.kind === "escort" || modelData.kind === "briefing" ? Theme.amber : Theme.ink
                spacing: Theme.gap
                Layout.fillWidth: true
                Icon {
                    name: page.icons[fact.modelData.kind]
                    color: fact.tone
                    Layout.preferredWidth: size
                    Layout.preferredHeight: size
                    Layout.alignment: Qt.AlignTop
                }
                KioskText {
                    text: fact.modelData.text
                    Layout.fillWidth: true
                }
            }
        }
    }
    ClearNote {
        seconds: page.checkIn.secondsToClear
        horizontalAlignment: Text.AlignLeft
    }
}
