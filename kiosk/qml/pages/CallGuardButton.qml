// SPDX-License-Identifier: GPL-3.0-or-later
import Gatehouse.Components

/*! Calls the guard, and says how far that is. */
KioskButton {
    id: button

    required property var kiosk

    text: button.kiosk.guardCalled ? qsTr("The guard is called") : button.kiosk.callingGuard ? qsTr("Calling …") : qsTr("Call the guard")
    iconName: button.kiosk.guardCalled ? "checked" : button.kiosk.callingGuard ? "clock" : "bell"
    onClicked: button.kiosk.callGuard()
}
