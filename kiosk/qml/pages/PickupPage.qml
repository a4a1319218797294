// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Gatehouse.Theme
import Gatehouse.Components

/*! The number under which the visit is called; never a name. */
KioskPage {
    id: page

    title: qsTr("Your number is")
    subtitle: qsTr("It shows on this screen when the guard has decided. Please wait nearby.")
    canGoBack: false
    primaryText: qsTr("I have noted it")
    primaryIcon: "check"
    primaryEnabled: true
    fillHeight: true

    ColumnLayout {
        spacing: Theme.gapLarge
        Layout.fillWidth: true
        Layout.fillHeight: true
        Item { Layout.fillHeight: true }
        KioskText {
            text: page.kiosk.checkIn.pickupNumber
            strong: true
            font.pixelSize: Math.round(Math.min(page.width * 0.35, page.height * (Theme.landscape ? 0.34 : 0.3)))
            lineHeight: 1
            horizontalAlignment: Text.AlignHCenter
            Layout.fillWidth: true
            Accessible.name: qsTr("Your number is %1").arg(page.kiosk.checkIn.pickupNumber)
        }
        Note {
            visible: page.kiosk.checkIn.slipPrinted
            kind: "good"
            text: qsTr("The number is printed as well. Please take the slip.")
        }
        ClearNote { seconds: page.kiosk.checkIn.secondsToClear }
        Item { Layout.fillHeight: true }
    }
}
