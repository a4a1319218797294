// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Gatehouse.Theme
import Gatehouse.Components

/*! What the visitor carries (R7), what may not come in, and that nobody smokes (R6). */
KioskPage {
    id: page

    readonly property var checkIn: kiosk.checkIn
    readonly property var icons: ({ laptop: "laptop", phone: "phone", camera: "camera", "usb-storage": "usb", disc: "disc", player: "speech",
                                    tools: "tool", food: "food", flammable: "flame", other: "briefcase" })

    /*! "Something flammable" within a sentence; "USB stick" stays. */
    function inSentence(name: string): string { return /^[A-Z][a-z]/.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name }

    title: qsTr("What are you bringing in?")
    subtitle: qsTr("Count what you bring in. Leave the rest at 0.")

    readonly property string kept: checkIn.prohibitedNames.length === 0 ? ""
        : qsTr("Not allowed where you go: %1. The guard keeps such things for you, against a numbered tag.").arg(checkIn.prohibitedNames.map(inSentence).join(qsTr(", "))) + "\n"
    note: kept + qsTr("No smoking anywhere on the premises.")
    noteKind: "warning"

    Card {
        padding: Theme.gap
        Layout.fillWidth: true
        Repeater {
            model: page.checkIn.items
            ColumnLayout {
                id: item
                required property var modelData
                required property int index
                spacing: 4
                Layout.fillWidth: true
                Counter {
                    label: item.modelData.label
                    iconName: page.icons[item.modelData.kind]
                    value: item.modelData.count
                    onChanged: (value) => page.checkIn.setItemCount(item.modelData.kind, value)
                }
                RowLayout {
                    visible: item.modelData.prohibited && item.modelData.count > 0
                    spacing: 8
                    Icon {
                        name: "no-entry"
                        color: Theme.amber
                        size: Theme.iconSmall
                    }
                    KioskText {
                        text: item.modelData.note.length > 0 ? item.modelData.note : qsTr("The guard keeps this for you until you leave.")
                        color: Theme.amber
                        font.pixelSize: Theme.small
                        Layout.fillWidth: true
                    }
                }
                Rectangle {
                    visible: item.index < page.checkIn.items.length - 1
                    color: Theme.line
                    Layout.preferredHeight: Theme.hairline
                    Layout.fillWidth: true
                    Layout.topMargin: Theme.gapSmall - 4
                }
            }
        }
    }
    TextEntry {
        label: qsTr("Anything else? (if you like)")
        text: page.checkIn.itemsNote
        longest: 500
        onEdited: (text) => page.checkIn.itemsNote = text
    }
}
