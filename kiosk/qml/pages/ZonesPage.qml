// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Gatehouse.Components

/*! Where the visit goes beyond what the purpose covers anyway. Asking is not getting: the guard decides. */
KioskPage {
    id: page

    title: qsTr("Where do you need to go?")
    subtitle: qsTr("Choose only what your work needs. The guard decides.")

    Repeater {
        model: page.kiosk.checkIn.optionalZones
        CheckRow {
            id: zone
            required property var modelData
            text: modelData.name
            checked: modelData.chosen
            onToggled: page.kiosk.checkIn.setZoneChosen(zone.modelData.key, zone.checked)
        }
    }
    Note {
        visible: page.kiosk.checkIn.escortNeeded
        kind: "warning"
        text: qsTr("You may enter there only together with an escort. The guard will find one for you.")
    }
}
