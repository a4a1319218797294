// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Gatehouse.Theme
import Gatehouse.Components

/*! Pick-up numbers of one kind (decided visits; those that still owe the safety briefing); touching one goes on with it. */
ColumnLayout {
    id: numbers

    property string heading: qsTr("Please come to the guard:")
    property string kind: "ready"
    property var model: []
    readonly property var shown: model.filter((number) => (number.state === "briefing") === (numbers.kind === "briefing"))
    signal chosen(int number)

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
