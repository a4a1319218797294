// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Gatehouse.Theme
import Gatehouse.Components

/*!
    Pick-up numbers of one kind; touching one goes on with it. "decided": the badge can be had, it was refused, or the guard asks
    something. "briefing": the safety briefing is still owed.
*/
ColumnLayout {
    id: numbers

    property string kind: "decided"
    property string heading: numbers.isAll("ready") ? qsTr("Ready. Touch your number:")
                             : numbers.isAll("desk") ? qsTr("A message from the guard. Touch your number:") : qsTr("Touch your number:")
    property var model: []
    readonly property var shown: model.filter((number) => (number.state === "briefing") === (numbers.kind === "briefing"))
    signal chosen(int number)

    function isAll(state: string): bool { return shown.every((number) => number.state === state) }

    visible: shown.length > 0
    spacing: Theme.gapSmall
    Layout.fillWidth: true

    KioskText {
        text: numbers.heading
        strong: true
        Layout.fillWidth: true
    }
    Flow {
        spacing: Theme.gapSmall
        Layout.fillWidth: true
        Repeater {
            model: numbers.shown
            NumberBadge {
                id: badge
                required property var modelData
                number: modelData.number
                kind: modelData.state
                onClicked: numbers.chosen(badge.modelData.number)
            }
        }
    }
}
