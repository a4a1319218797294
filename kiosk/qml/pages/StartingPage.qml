// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Gatehouse.Theme
import Gatehouse.Components

/*! The first frame, before anything is open. */
FocusScope {
    id: page

    required property var kiosk

    Column {
        anchors.centerIn: parent
        spacing: Theme.gap
        Icon {
            anchors.horizontalCenter: parent.horizontalCenter
            name: "home"
            size: Theme.iconLarge
        }
        KioskText {
            anchors.horizontalCenter: parent.horizontalCenter
            text: qsTr("One moment …")
            color: Theme.muted
        }
    }
}
