// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Gatehouse.Theme
import Gatehouse.Components

/*! Showing a document: live picture, then what was read, each field with how far it can be trusted. */
KioskPage {
    id: page

    readonly property var scan: kiosk.scan
    readonly property bool otherSide: scan.found && scan.wantsOtherSide

    title: otherSide ? qsTr("Now the other side") : scan.found ? scan.documentName : qsTr("Show your document")
    subtitle: otherSide ? scan.documentName : scan.found ? qsTr("Please compare with your document.") : qsTr("ID card, passport or driver licence, flat in front of the camera")
    headShare: 0.46
    asideFills: true
    primaryText: scan.found ? qsTr("Continue") : ""
    secondaryText: scan.found ? qsTr("Scan again") : qsTr("Type it instead")
    secondaryIcon: scan.found ? "restart" : "typed"
    onSecondary: scan.found ? scan.scanAgain() : scan.typeInstead()

    aside: ScanView {
        LivePicture {
            anchors.fill: parent
            feed: page.kiosk.camera
        }
        pictureRatio: page.scan.frameRatio > 0 ? page.scan.frameRatio : 16 / 9
        outline: page.scan.outline
        found: page.scan.found && !page.scan.wantsOtherSide
        working: page.scan.cameraWorks
        told: page.scan.state === "other"
        guidance: page.scan.guidanceText
        Layout.fillWidth: true
        Layout.fillHeight: Theme.landscape
        Layout.preferredHeight: Theme.landscape ? 200 : Math.min(width / pictureRatio + Theme.touch + 2 * Theme.gap, page.height * 0.37)
        Layout.maximumHeight: width / pictureRatio + Theme.touch + 2 * Theme.gap
    }
    Note {
        visible: page.otherSide
        text: qsTr("The side with your picture helps the guard to recognise you. Show it too, or just continue.")
    }
    Card {
        visible: page.scan.found
        padding: Theme.gap
        spacing: 0
        Layout.fillWidth: true

        Repeater {
            model: SteadyRows { list: page.scan.resultFields }
            FieldRow {
                required property var modelData
                required property int index
                label: modelData.label
                value: modelData.value
                trust: modelData.trust
                warning: modelData.warning
                last: index === page.scan.resultFields.length - 1
            }
        }
    }
    Note {
        visible: page.scan.found && page.scan.needsConfirmation
        kind: "warning"
        text: qsTr("Some of it was hard to read. You can correct it on the next page.")
    }
    Note {
        visible: page.scan.found && page.scan.incomplete && !page.scan.needsConfirmation
        kind: "warning"
        text: qsTr("Not everything could be read. The guard will look at it.")
    }
    KioskText {
        visible: page.scan.found
        text: qsTr("checked: a check digit or a signature proves it · read: please compare it yourself")
        color: Theme.muted
        font.pixelSize: Theme.small
        Layout.fillWidth: true
    }
    ScanHints {
        visible: !page.scan.found
        cameraWorks: page.scan.cameraWorks
    }
}
