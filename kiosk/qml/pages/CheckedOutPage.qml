// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Gatehouse.Theme
import Gatehouse.Components

/*! Gone: what still waits at the desk, and goodbye. */
KioskPage {
    id: page

    readonly property var checkOut: kiosk.checkOut

    title: qsTr("Goodbye, and thank you.")
    subtitle: checkOut.visitLabel.length > 0 ? qsTr("Your visit %1 has ended.").arg(checkOut.visitLabel) : qsTr("Your visit has ended.")
    canGoBack: false
    primaryText: qsTr("Done")
    primaryIcon: "check"
    primaryEnabled: true

    Note {
        kind: "good"
        text: qsTr("Please hand your badge back now.")
    }
    Card {
        visible: page.checkOut.toCollect.length > 0
        Layout.fillWidth: true
        KioskText {
            text: qsTr("Please collect at the desk:")
            strong: true
            Layout.fillWidth: true
        }
        Repeater {
            model: page.checkOut.toCollect
            RowLayout {
                id: line
                required property string modelData
                spacing: Theme.gapSmall
                Layout.fillWidth: true
                Icon {
                    name: "parcel"
                    Layout.preferredWidth: size
                    Layout.preferredHeight: size
                }
                KioskText {
                    text: line.modelData
                    Layout.fillWidth: true
                }
            }
        }
    }
    ClearNote {
        seconds: page.checkOut.secondsToClear
        horizontalAlignment: Text.AlignLeft
    }
}
