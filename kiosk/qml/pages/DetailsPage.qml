// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Gatehouse.Theme
import Gatehouse.Components

/*! Typing the details, or correcting what was read. */
KioskPage {
    id: page

    title: page.kiosk.checkIn.typing ? qsTr("Your details") : qsTr("Is this right?")
    subtitle: page.kiosk.checkIn.typing ? qsTr("As they stand in your document. The guard will compare them.")
                                        : qsTr("What you change counts as typed, and the guard will compare it.")

    headShare: Theme.compact ? 0.26 : 0.34 // two fields beside each other, each with its sign

    firstEntry: page.kiosk.checkIn.typing && entries.count > 0 ? entries.itemAt(0) : null

    GridLayout {
        columns: width > 700 * Theme.scale && !Theme.largeText ? 2 : 1
        columnSpacing: Theme.gap
        rowSpacing: Theme.gap
        Layout.fillWidth: true

        Repeater {
            id: entries
            model: SteadyRows { list: page.kiosk.checkIn.fields }
            FieldEntry {
                id: entry
                required property var modelData
                fieldData: modelData
                problem: page.kiosk.checkIn.fieldProblems[modelData.name] ?? ""
                Layout.alignment: Qt.AlignTop
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                onEdited: (value) => page.kiosk.checkIn.setField(entry.modelData.name, value)
            }
        }
    }
}
