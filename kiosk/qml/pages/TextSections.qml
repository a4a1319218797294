// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Gatehouse.Theme
import Gatehouse.Components

/*! A notice or terms: headings and paragraphs on one quiet surface. */
Card {
    id: card

    property var sections: []

    Layout.fillWidth: true
    spacing: Theme.gap

    Repeater {
        model: SteadyRows { list: card.sections }
        ColumnLayout {
            id: section
            required property var modelData
            spacing: 8
            Layout.fillWidth: true
            KioskText {
                visible: text.length > 0
                text: section.modelData.heading
                strong: true
                Layout.fillWidth: true
            }
            KioskText {
                text: section.modelData.text
                lineHeight: 1.25
                Layout.fillWidth: true
            }
        }
    }
}
