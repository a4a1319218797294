// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Gatehouse.Theme
import Gatehouse.Components

/*! Showing the badge to leave. */
KioskPage {
    id: page

    readonly property var checkOut: kiosk.checkOut

    title: qsTr("Show your badge")
    subtitle: qsTr("Hold the QR code of your badge in front of the camera.")
    headShare: 0.46
    asideFills: true
    primaryText: ""

    aside: ScanView {
        LivePicture {
            anchors.fill: parent
            feed: page.kiosk.camera
        }
        pictureRatio: page.kiosk.scan.frameRatio > 0 ? page.kiosk.scan.frameRatio : 16 / 9
        outline: page.kiosk.scan.outline
        found: page.checkOut.state === "working" || page.checkOut.state === "done"
        working: page.kiosk.scan.cameraWorks
        told: page.kiosk.scan.state === "other"
        guidance: page.checkOut.state === "working" ? qsTr("One moment …") : page.kiosk.scan.guidanceText
        Layout.fillWidth: true
        Layout.fillHeight: Theme.landscape
        Layout.preferredHeight: Theme.landscape ? 200 : Math.min(width / pictureRatio + Theme.touch + 2 * Theme.gap, page.height * 0.37)
        Layout.maximumHeight: width / pictureRatio + Theme.touch + 2 * Theme.gap
    }
    Note {
        visible: page.checkOut.state === "failed"
        kind: "error"
        text: page.checkOut.problemText
    }
    ScanHints {
        cameraWorks: page.kiosk.scan.cameraWorks
        canType: false
        lines: [
            { icon: "badge", text: qsTr("Then hand the badge back: put it into the box beside the screen, or give it to the guard.") },
            { icon: "bell", text: qsTr("Badge lost or torn? Call the guard.") }
        ]
    }
}
