// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Gatehouse.Theme

/*! Come in, with whom, and how many may still follow. */
DoorVerdict {
    id: page

    required property var kiosk

    door: kiosk.door
    ground: Theme.jade
    iconName: "check"
    headline: door.headline
    text: door.reason.length > 0 ? door.reason : door.escortName.length > 0 ? qsTr("Escort: %1").arg(door.escortName) : ""
    more: [door.leaving || door.escortName.length === 0 ? "" : qsTr("%n more visitor(s) may follow with this escort.", "", door.mayStillFollow),
        door.lockShown && !door.leaving ? qsTr("No lock is connected: somebody opens the door for you.") : "", kiosk.problemText].filter((part) => part.length > 0).join("\n")
    buttonText: qsTr("Close")
}
