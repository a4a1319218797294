// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Gatehouse.Theme

/*! No entry: one plain reason, and what to do. */
DoorVerdict {
    id: page

    required property var kiosk

    door: kiosk.door
    ground: Theme.vermilion
    iconName: "no-entry"
    headline: door.headline
    text: door.reason
    more: kiosk.problemText.length > 0 ? kiosk.problemText : door.advice
    buttonText: qsTr("Close")
}
