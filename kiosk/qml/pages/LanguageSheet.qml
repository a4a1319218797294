// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Gatehouse.Theme
import Gatehouse.Components

/*! The languages that the site switched on, each in its own script. What was entered stays. */
Sheet {
    id: sheet

    required property var kiosk

    title: qsTr("Language")

    Repeater {
        model: sheet.kiosk.languages
        ChoiceCard {
            id: choice
            required property var modelData
            text: modelData.name
            selected: modelData.code === sheet.kiosk.language
            minimumHeight: Theme.control
            Layout.fillWidth: true
            onClicked: {
                sheet.kiosk.language = choice.modelData.code
                sheet.close()
            }
        }
    }
}
