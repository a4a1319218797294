// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Gatehouse.Theme
import Gatehouse.Components

/*! Showing the badge for the safety briefing (R23): who is registered already passes it here. Nothing is booked. */
KioskPage {
    id: page

    title: qsTr("Safety briefing: show your badge")
    subtitle: qsTr("Then you see the rules in pictures and are asked three questions.")
    headShare: 0.46
    asideFills: true
    primaryText: ""
    problem: "" // beside the camera

    aside: ScanView {
        LivePicture {
            anchors.fill: parent
            feed: page.kiosk.camera
        }
        pictureRatio: page.kiosk.scan.frameRatio > 0 ? page.kiosk.scan.frameRatio : 16 / 9
        outline: page.kiosk.scan.outline
        found: page.kiosk.busy
        working: page.kiosk.scan.cameraWorks
        told: page.kiosk.scan.state === "other"
        guidance: page.kiosk.busy ? qsTr("One moment …") : page.kiosk.scan.guidanceText
        Layout.fillWidth: true
        Layout.fillHeight: Theme.landscape
        Layout.preferredHeight: Theme.landscape ? 200 : Math.min(width / pictureRatio + Theme.touch + 2 * Theme.gap, page.height * 0.37)
        Layout.maximumHeight: width / pictureRatio + Theme.touch + 2 * Theme.gap
    }
    Note {
        kind: "error"
        text: page.kiosk.problemText
    }
    ScanHints {
        cameraWorks: page.kiosk.scan.cameraWorks
        canType: false
        lines: [
            { icon: "badge", text: qsTr("Hold the QR code of your badge in front of the camera. Your visit goes on.") },
            { icon: "clock", text: qsTr("No badge yet? Touch your number on the start screen.") },
            { icon: "bell", text: qsTr("Badge lost or torn? Call the guard.") }
        ]
    }
}
