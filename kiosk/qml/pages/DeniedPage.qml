// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Gatehouse.Theme
import Gatehouse.Components

/*! A refusal: polite, no private reason, and whom to ask. */
KioskPage {
    id: page

    title: qsTr("Please speak to the guard.")
    subtitle: page.kiosk.checkIn.visitLabel.length > 0 ? qsTr("Your visit is %1.").arg(page.kiosk.checkIn.visitLabel) : ""
    notice: page.kiosk.checkIn.deniedText
    canGoBack: false
    primaryText: qsTr("Done")
    primaryIcon: "check"
    primaryEnabled: true

    Card {
        spacing: Theme.gap
        Layout.fillWidth: true
        RowLayout {
            spacing: Theme.gap
            Icon {
                name: "info"
                Layout.preferredWidth: size
                Layout.preferredHeight: size
                Layout.alignment: Qt.AlignTop
            }
            KioskText {
                text: page.notice
                Layout.fillWidth: true
            }
        }
        CallGuardButton { kiosk: page.kiosk }
    }
    ClearNote {
        seconds: page.kiosk.checkIn.secondsToClear
        horizontalAlignment: Text.AlignLeft
    }
}
