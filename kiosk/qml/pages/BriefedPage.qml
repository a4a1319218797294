// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Gatehouse.Theme
import Gatehouse.Components

/*! The safety briefing of somebody who was registered already is done (R23). */
KioskPage {
    id: page

    title: qsTr("Thank you. Your safety briefing is done.")
    canGoBack: false
    primaryText: qsTr("Done")
    primaryIcon: "check"
    primaryEnabled: true

    Note {
        kind: "good"
        text: qsTr("It is recorded, and the guard and the door know. Nothing else of your visit has changed.")
    }
    ClearNote {
        seconds: page.kiosk.checkIn.secondsToClear
        horizontalAlignment: Text.AlignLeft
    }
}
