// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Gatehouse.Theme
import Gatehouse.Components

/*! A photo for the badge. Declining it is as large as accepting it. */
KioskPage {
    id: page

    readonly property var checkIn: kiosk.checkIn
    readonly property bool taken: checkIn.portraitState === "taken"
    readonly property bool counting: checkIn.portraitState === "counting"

    title: taken ? qsTr("Is this photo good?") : qsTr("May we take your photo?")
    subtitle: qsTr("It goes on your badge and to the guard, and is deleted with your visit. You may decline.")
    headShare: 0.44
    asideFills: true
    primaryText: taken || checkIn.portraitState === "declined" ? qsTr("Continue") : ""

    aside: Item {
        id: room
        Layout.fillWidth: true
        Layout.fillHeight: Theme.landscape
        Layout.preferredHeight: Theme.landscape ? 200 : page.height * 0.42

        Rectangle {
            id: mirrorGlass
            x: Theme.landscape ? 0 : (room.width - width) / 2
            width: Math.min(room.width, height * 0.9)
            height: room.height
            color: Theme.viewfinder
            radius: Theme.radius
            clip: true
            Accessible.role: Accessible.Graphic
            Accessible.name: qsTr("Your photo")

            LivePicture {
                anchors.fill: mirrorGlass
                visible: !page.taken
                feed: page.kiosk.camera
                mirror: true
                crop: true
            }
            StillPicture {
                anchors.fill: mirrorGlass
                visible: page.taken
                image: page.checkIn.portrait
                crop: true
            }
            Icon {
                anchors.centerIn: parent
                visible: page.checkIn.portraitState === "unavailable"
                name: "camera-off"
                color: Theme.white
                size: Theme.iconLarge
            }
            Rectangle {
                anchors.centerIn: parent
                visible: page.counting
                width: Math.round(parent.height * 0.36)
                height: width
                radius: width / 2
                color: Theme.scrim
                KioskText {
                    anchors.centerIn: parent
                    text: page.checkIn.portraitCountdown
                    color: Theme.white
                    strong: true
                    font.pixelSize: Math.round(parent.height * 0.55)
                }
            }
        }
    }
    ChoiceCard {
        visible: !page.taken && page.checkIn.portraitState !== "unavailable"
        text: page.counting ? qsTr("Look at the camera") : qsTr("Take my photo")
        detail: qsTr("Three seconds after you touch")
        iconName: "camera"
        enabled: !page.counting
        minimumHeight: Math.round(150 * Theme.scale)
        Layout.fillWidth: true
        onClicked: page.checkIn.takePortrait()
    }
    Note {
        visible: page.checkIn.portraitState === "unavailable"
        kind: "warning"
        text: qsTr("The camera does not answer at the moment. You can go on without a photo.")
    }
    ChoiceCard {
        visible: !page.taken
        text: qsTr("Go on without a photo")
        detail: qsTr("Your badge then shows your name only")
        iconName: "person"
        selected: page.checkIn.portraitState === "declined"
        minimumHeight: Math.round(150 * Theme.scale)
        Layout.fillWidth: true
        onClicked: page.checkIn.declinePortrait()
    }
    ChoiceCard {
        visible: page.taken
        text: qsTr("Take another")
        iconName: "restart"
        minimumHeight: Math.round(130 * Theme.scale)
        Layout.fillWidth: true
        onClicked: page.checkIn.retakePortrait()
    }
    ChoiceCard {
        visible: page.taken
        text: qsTr("Delete it and go on without a photo")
        iconName: "remove"
        minimumHeight: Math.round(130 * Theme.scale)
        Layout.fillWidth: true
        onClicked: page.checkIn.declinePortrait()
    }
}
