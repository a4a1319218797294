// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Gatehouse.Theme
import Gatehouse.Components

/*! Out of order: what that means for the person in front of the kiosk. It goes on trying by itself. */
FocusScope {
    id: page

    required property var kiosk

    ColumnLayout {
        anchors.centerIn: parent
        width: Math.min(parent.width - 2 * Theme.margin, 1200 * Theme.scale)
        spacing: Theme.gap

        Icon {
            name: "warning"
            color: Theme.amber
            size: Math.round(Theme.iconLarge * 1.6)

            // For staff: the way to what puts it right, and to the exit code.
            MouseArea {
                anchors.fill: parent
                pressAndHoldInterval: 3000
                onPressAndHold: page.kiosk.openLeave()
            }
        }
        KioskText {
            text: page.kiosk.troubleTitle
            strong: true
            font.pixelSize: Theme.display
            Layout.fillWidth: true
            Accessible.role: Accessible.Heading
        }
        KioskText {
            text: page.kiosk.troubleText
            font.pixelSize: Math.round((Theme.body + Theme.title) / 2)
            Layout.fillWidth: true
        }
        CallGuardButton {
            variant: "primary"
            kiosk: page.kiosk
            Layout.topMargin: Theme.gap
        }
        Note {
            kind: "error"
            text: page.kiosk.problemText
        }
    }
}
