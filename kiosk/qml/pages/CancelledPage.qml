// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Gatehouse.Theme
import Gatehouse.Components

/*! The visitor has withdrawn the request. */
KioskPage {
    id: page

    title: qsTr("Your visit is cancelled.")
    subtitle: page.kiosk.checkIn.visitLabel.length > 0 ? qsTr("Visit number %1").arg(page.kiosk.checkIn.visitLabel) : ""
    canGoBack: false
    primaryText: qsTr("Done")
    primaryIcon: "check"
    primaryEnabled: true

    Note {
        text: qsTr("The guard no longer has your request, and you need not do anything else. To visit after all, check in again.")
    }
    ClearNote {
        seconds: page.kiosk.checkIn.secondsToClear
        horizontalAlignment: Text.AlignLeft
    }
}
