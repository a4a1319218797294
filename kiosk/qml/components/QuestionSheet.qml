// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Gatehouse.Theme

/*! Asks before what cannot be taken back. The answer that changes nothing is the primary one, and a touch beside it is the same. */
Sheet {
    id: sheet

    property string text
    property string keepText
    property string confirmText
    signal confirmed()

    closeButton: false

    KioskText {
        text: sheet.text
        Layout.fillWidth: true
    }
    GridLayout {
        columns: Theme.landscape ? 2 : 1
        columnSpacing: Theme.gap
        rowSpacing: Theme.gap
        Layout.fillWidth: true
        Layout.topMargin: Theme.gap
        KioskButton {
            text: sheet.confirmText
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            onClicked: {
                sheet.close()
                sheet.confirmed()
            }
        }
        KioskButton {
            variant: "primary"
            text: sheet.keepText
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            onClicked: sheet.close()
        }
    }
}
