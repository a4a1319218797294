// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Gatehouse.Theme
import Gatehouse.Components

/*! The pick-up numbers of decided visits. */
ColumnLayout {
    id: numbers

    property var model: []

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
                required property var modelData
                number: modelData.number
                ready: modelData.ready
            }
        }
    }
}
