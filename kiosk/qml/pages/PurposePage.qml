// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Gatehouse.Theme
import Gatehouse.Components

/*! Why the visitor is here; one touch chooses and goes on. The purpose decides the steps that follow. */
KioskPage {
    id: page

    readonly property var icons: ({ delivery: "parcel", interview: "person", meeting: "meeting", tour: "tour", maintenance: "tool",
                                    "machine-room": "server", "machine-room-work": "server", inspection: "shield" })

    title: qsTr("What brings you here?")
    subtitle: page.kiosk.checkIn.purposes.length > 0 ? qsTr("Your answer decides what we ask next.")
                                                     : qsTr("There is nothing to choose here at the moment. Please go to the guard.")
    primaryText: ""
    headShare: 0.28
    readonly property bool pairs: Theme.landscape && page.kiosk.checkIn.purposes.length > 4

    aside: Note {
        visible: page.kiosk.checkIn.documentShown
        kind: "good"
        text: qsTr("Your document was read. You can compare it in a moment.")
    }
    GridLayout {
        columns: page.pairs ? 2 : 1
        columnSpacing: Theme.gapSmall
        rowSpacing: Theme.gapSmall
        Layout.fillWidth: true

        Repeater {
            model: SteadyRows { list: page.kiosk.checkIn.purposes }
            ChoiceCard {
                id: choice
                required property var modelData
                text: modelData.name
                detail: modelData.entering ? "" : qsTr("You do not enter; the guard comes to you")
                iconName: page.icons[modelData.key] ?? "briefcase"
                selected: modelData.key === page.kiosk.checkIn.purposeKey
                minimumHeight: Math.round((page.kiosk.checkIn.purposes.length > 7 ? (Theme.landscape ? 100 : 118) : Theme.landscape ? 132 : 150) * Theme.scale)
                titleSize: page.pairs ? Math.round((Theme.body + Theme.title) / 2) : Theme.title
                iconSize: Math.round(Theme.iconLarge * 0.75)
                leftPadding: page.pairs ? Theme.gap : Theme.gapLarge
                rightPadding: page.pairs ? Theme.gap : Theme.gapLarge
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredWidth: 1
                onClicked: page.kiosk.checkIn.choosePurpose(choice.modelData.key)
            }
        }
    }
}
