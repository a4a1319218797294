// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Gatehouse.Components

/*! A stranger in the room (R3): the second of two touches, whether the guard hears of it, and what the policy says, in its order. */
PageFrame {
    id: page

    required property var kiosk
    readonly property var door: kiosk.door
    readonly property bool asking: door.reportState === "ask"
    readonly property bool told: door.reportState === "told"
    readonly property bool unheard: door.reportState === "not-told"

    title: told ? qsTr("The guard has been told")
         : unheard ? qsTr("The guard could not be told")
         : door.reportState === "sending" ? qsTr("Telling the guard …") : qsTr("Report a stranger?")
    subtitle: page.asking ? qsTr("Somebody is in the room who does not belong there.") : ""
    canGoBack: false
    problem: kiosk.problemText
    primaryText: page.told ? qsTr("Close") : page.unheard ? qsTr("Try again") : page.asking ? qsTr("Report now") : ""
    primaryIcon: page.told ? "close" : "bell"
    secondaryText: page.asking ? qsTr("Cancel") : page.unheard ? qsTr("Close") : ""
    secondaryIcon: "close"
    onPrimary: page.told ? door.cancel() : door.report()
    onSecondary: door.cancel()

    Note {
        visible: page.unheard
        kind: "error"
        text: qsTr("Nobody has heard of it yet: call or fetch the guard now.")
    }
    KioskText {
        visible: !page.asking
        text: qsTr("Now, in this order:")
        strong: true
        Layout.fillWidth: true
    }
    ScanHints {
        visible: !page.asking
        numbered: true
        cameraWorks: true
        lines: [
            { icon: "exit", text: qsTr("Politely lead the person out at once.") },
            { icon: "person", text: qsTr("Ask for the reason afterwards, outside.") },
            { icon: "shield", text: qsTr("Stay with the person until the guard is there.") }
        ]
    }
    Note {
        visible: page.asking
        kind: "warning"
        text: page.door.contactText.length > 0 ? qsTr("This door cannot reach the guard at the moment: call or fetch the guard as well.")
                                               : qsTr("The guard is alarmed at once. You need not sign in.")
    }
}
