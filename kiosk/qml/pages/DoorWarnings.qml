// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Gatehouse.Theme
import Gatehouse.Components

/*! What is wrong with the door itself, in red with a sign and words: cut off, the lock, the leaf. Nothing while all is well. */
Rectangle {
    id: warnings

    required property var door
    readonly property var texts: [door.contactText, door.lockText, door.leafText].filter((text, index, all) => text.length > 0 && all.indexOf(text) === index)
    readonly property int count: texts.length

    visible: count > 0
    color: Theme.highContrast ? Theme.black : Theme.vermilion
    border.width: 2
    border.color: Theme.white
    radius: Theme.radius
    implicitHeight: Math.max(sign.height, words.height) + 2 * Theme.gapSmall

    Icon {
        id: sign
        anchors { left: parent.left; top: parent.top; margins: Theme.gapSmall }
        name: "warning"
        color: Theme.white
    }
    KioskText {
        id: words
        anchors { left: sign.right; right: parent.right; top: parent.top; margins: Theme.gapSmall }
        text: warnings.texts.join("\n")
        color: Theme.white
        strong: true
    }
}
