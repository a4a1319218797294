// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Gatehouse.Theme
import Gatehouse.Components

/*! A delivery that does not enter: the guard is called, nothing else is asked. */
KioskPage {
    id: page

    readonly property string stage: kiosk.checkIn.deliveryState

    title: stage === "failed" ? qsTr("The guard could not be called.") : stage === "attended" ? qsTr("The guard is on the way.")
           : stage === "called" ? qsTr("The guard is called.") : qsTr("Calling the guard …")
    subtitle: stage === "failed" ? qsTr("Please speak to the guard at the desk.") : qsTr("Please wait here with your delivery. Do not enter.")
    canGoBack: false
    primaryText: qsTr("Done")
    primaryIcon: "check"
    primaryEnabled: true

    ColumnLayout {
        spacing: Theme.gap
        Layout.fillWidth: true
        Icon {
            name: page.stage === "failed" ? "warning" : page.stage === "calling" ? "clock" : "checked"
            color: page.stage === "failed" ? Theme.amber : page.stage === "calling" ? Theme.muted : Theme.jade
            size: Math.round(Theme.iconLarge * 2)
            Layout.alignment: Qt.AlignHCenter
            Layout.topMargin: Theme.gapLarge
        }
        ClearNote { seconds: page.kiosk.checkIn.secondsToClear }
    }
}
