// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Gatehouse.Theme
import Gatehouse.Components

/*! The languages that the site switched on, each in its own script; one touch changes to it. */
Flow {
    id: row

    required property var kiosk

    spacing: Theme.gapSmall
    Layout.fillWidth: true

    Repeater {
        model: row.kiosk.languages
        KioskButton {
            id: choice
            required property var modelData
            text: modelData.name
            variant: modelData.code === row.kiosk.language ? "secondary" : "quiet"
            leftPadding: Theme.gap
            rightPadding: Theme.gap
            implicitHeight: Theme.touch
            Accessible.selected: modelData.code === row.kiosk.language
            onClicked: row.kiosk.language = choice.modelData.code
        }
    }
}
