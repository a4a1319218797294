// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Gatehouse.Theme
import Gatehouse.Components

/*! Showing the invitation's QR code, then what it says. */
KioskPage {
    id: page

    readonly property var invitation: kiosk.invitation
    readonly property bool found: invitation.state === "found"

    title: found ? qsTr("You are expected.") : qsTr("Show your invitation")
    subtitle: found ? "" : qsTr("Hold the QR code in front of the camera, on paper or on your telephone.")
    headShare: 0.46
    asideFills: true
    primaryText: found ? qsTr("Continue") : ""

    aside: ScanView {
        LivePicture {
            anchors.fill: parent
            feed: page.kiosk.camera
        }
        pictureRatio: page.kiosk.scan.frameRatio > 0 ? page.kiosk.scan.frameRatio : 16 / 9
        outline: page.kiosk.scan.outline
        found: page.found
        working: page.kiosk.scan.cameraWorks
        told: page.kiosk.scan.state === "other"
        guidance: page.invitation.state === "working" ? qsTr("One moment …") : page.kiosk.scan.guidanceText
        Layout.fillWidth: true
        Layout.fillHeight: Theme.landscape
        Layout.preferredHeight: Theme.landscape ? 200 : Math.min(width / pictureRatio + Theme.touch + 2 * Theme.gap, page.height * 0.37)
        Layout.maximumHeight: width / pictureRatio + Theme.touch + 2 * Theme.gap
    }
    Card {
        visible: page.found
        padding: Theme.gap
        spacing: 0
        Layout.fillWidth: true
        FieldRow {
            label: qsTr("Host")
            value: page.invitation.hostName
        }
        FieldRow {
            label: qsTr("Purpose")
            value: page.invitation.purposeName
        }
        FieldRow {
            label: qsTr("Time")
            value: page.invitation.windowText
            last: true
        }
    }
    KioskText {
        visible: page.found
        text: qsTr("Next, please show your document. The guard compares it with you.")
        color: Theme.muted
        Layout.fillWidth: true
    }
    Note {
        visible: page.invitation.state === "failed"
        kind: "error"
        text: page.invitation.problemText
    }
    ScanHints {
        visible: !page.found && page.invitation.state !== "failed"
        cameraWorks: page.kiosk.scan.cameraWorks
        canType: false
        lines: [
            { icon: "qr", text: qsTr("The QR code is in the message that your host sent.") },
            { icon: "info", text: qsTr("No code at hand? Go back and choose “Check in”.") }
        ]
    }
}
