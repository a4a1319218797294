// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Gatehouse.Theme
import Gatehouse.Components

/*!
    What is wrong with the door itself, in red with a sign and words: cut off, the lock, the leaf. Nothing while all is well.
    No layout: one reached for a warning that was gone when the page got another height at the same time, and the program ended.
*/
Column {
    id: warnings

    required property var door
    readonly property var texts: [door.contactText, door.lockText, door.leafText].filter((text) => text.length > 0)
    readonly property int count: texts.length

    spacing: Theme.gapSmall

    Repeater {
        model: warnings.texts
        Rectangle {
            id: banner
            required property string modelData
            color: Theme.highContrast ? Theme.black : Theme.vermilion
            border.width: 2
            border.color: Theme.white
            radius: Theme.radius
            width: warnings.width
            height: row.implicitHeight + 2 * Theme.gapSmall

            RowLayout {
                id: row
                anchors { fill: parent; margins: Theme.gapSmall }
                spacing: Theme.gapSmall
                Icon {
                    name: "warning"
                    color: Theme.white
                    size: Theme.icon
                    Layout.preferredWidth: size
                    Layout.preferredHeight: size
                }
                KioskText {
                    text: banner.modelData
                    color: Theme.white
                    strong: true
                    Layout.fillWidth: true
                }
            }
        }
    }
}
