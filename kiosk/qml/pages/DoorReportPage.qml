// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Gatehouse.Components

/*! A stranger in the room (R3): the second of two touches, and then what the policy says, in its order. */
PageFrame {
    id: page

    required property var kiosk
    readonly property var door: kiosk.door

    title: door.reported ? qsTr("The guard has been told") : qsTr("Report a stranger?")
    subtitle: door.reported ? qsTr("Now, in this order:") : qsTr("Somebody is in the room who does not belong there.")
    canGoBack: false
    primaryText: door.reported ? qsTr("Close") : qsTr("Report now")
    primaryIcon: door.reported ? "close" : "bell"
    secondaryText: door.reported ? "" : qsTr("Cancel")
    secondaryIcon: "close"
    onPrimary: door.reported ? door.cancel() : door.report()
    onSecondary: door.cancel()

    ScanHints {
        visible: page.door.reported
        cameraWorks: true
        lines: [
            { icon: "exit", text: qsTr("Politely lead the person out at once.") },
            { icon: "person", text: qsTr("Ask for the reason afterwards, outside.") },
            { icon: "shield", text: qsTr("Stay with the person until the guard is there.") }
        ]
    }
    Note {
        visible: !page.door.reported
        kind: "warning"
        text: qsTr("The guard is alarmed at once. You need not sign in.")
    }
}
