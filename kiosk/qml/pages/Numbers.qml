// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Gatehouse.Theme
import Gatehouse.Components

/*! The pick-up numbers of decided visits; touching one collects it. */
ColumnLayout {
    id: numbers

    property var model: []
    signal chosen(int number)

    spacing: Theme.gapSmall
    Layout.fillWidth: true

    KioskText {
        text: qsTr("Please come to the guard:")
        strong: true
        Layout.fillWidth: true
    }
    Flow {
        spacing: Theme.gapSmall
        Layout.fillWidth: true
        Repeater {
            model: numbers.model
            NumberBadge {
                id: badge
                required property var modelData
                number: modelData.number
                ready: modelData.ready
                onClicked: numbers.chosen(badge.modelData.number)
            }
        }
    }
}
