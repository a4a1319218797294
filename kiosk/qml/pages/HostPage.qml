// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Gatehouse.Theme
import Gatehouse.Components

/*! Whom the visit is for. The directory is never listed: only what fits the typed letters, and few. */
KioskPage {
    id: page

    readonly property var checkIn: kiosk.checkIn

    title: qsTr("Whom are you visiting?")
    subtitle: checkIn.hostId.length > 0 ? "" : qsTr("Type at least two letters of the name, then touch it.")

    firstEntry: host

    TextEntry {
        id: host
        visible: page.checkIn.hostId.length === 0
        label: qsTr("Name of your host")
        text: page.checkIn.hostQuery
        personName: true
        onEdited: (text) => page.checkIn.hostQuery = text
    }
    Repeater {
        model: SteadyRows { list: page.checkIn.hostId.length === 0 ? page.checkIn.hostResults : [] }
        ChoiceCard {
            id: choice
            required property var modelData
            text: modelData.name
            iconName: "person"
            minimumHeight: Theme.control
            Layout.fillWidth: true
            onClicked: page.checkIn.chooseHost(choice.modelData.id)
        }
    }
    KioskText {
        visible: page.checkIn.hostSearched && page.checkIn.hostResults.length === 0 && page.checkIn.hostId.length === 0 && page.checkIn.hostQuery.length > 1
        text: qsTr("Nobody here has a name like that. Check the spelling, or let the guard ask.")
        color: Theme.muted
        Layout.fillWidth: true
    }
    ChoiceCard {
        visible: page.checkIn.hostId.length > 0
        text: page.checkIn.hostName
        detail: qsTr("Your host. Touch to change.")
        iconName: "person"
        selected: true
        minimumHeight: Theme.control * 1.3
        Layout.fillWidth: true
        onClicked: {
            page.checkIn.clearHost()
            host.forceActiveFocus(Qt.TabFocusReason)
        }
    }
    CheckRow {
        visible: page.checkIn.hostId.length === 0
        text: qsTr("I do not know. The guard will ask me.")
        checked: page.checkIn.hostUnknown
        onToggled: page.checkIn.hostUnknown = checked
    }
}
