// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Gatehouse.Theme
import Gatehouse.Components

/*! The safety briefing of somebody who was registered already is done (R23), or the badge that was shown owes none. */
KioskPage {
    id: page

    readonly property string until: page.kiosk.checkIn.nothingOwedUntil

    title: until.length > 0 ? qsTr("Nothing is missing") : qsTr("Thank you. Your safety briefing is done.")
    canGoBack: false
    primaryText: qsTr("Done")
    primaryIcon: "check"
    primaryEnabled: true

    Note {
        kind: "good"
        text: page.until.length > 0
              ? qsTr("You need no safety briefing. Your badge is valid until %1. To leave, touch “Check out” on the start screen.").arg(page.until)
              : qsTr("It is recorded, and the guard and the door know. Nothing else of your visit has changed.")
    }
    ClearNote {
        seconds: page.kiosk.checkIn.secondsToClear
        horizontalAlignment: Text.AlignLeft
    }
}
