// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Gatehouse.Theme
import Gatehouse.Components

/*! Everything once more before it goes to the guard; each part can be changed. */
KioskPage {
    id: page

    readonly property var rows: kiosk.checkIn.reviewRows

    title: qsTr("Is everything right?")
    subtitle: qsTr("When you send it, it goes sealed to the guard.")
    primaryText: qsTr("Send to the guard")
    headShare: 0.28

    Card {
        padding: Theme.gap
        spacing: 0
        Layout.fillWidth: true
        Repeater {
            model: page.rows
            ColumnLayout {
                id: row
                required property var modelData
                required property int index
                spacing: 0
                Layout.fillWidth: true

                RowLayout {
                    visible: row.modelData.heading.length > 0
                    spacing: Theme.gapSmall
                    Layout.fillWidth: true
                    Layout.topMargin: row.index > 0 ? Theme.gap : 0
                    KioskText {
                        text: row.modelData.heading
                        strong: true
                        font.pixelSize: Theme.title
                        Layout.fillWidth: true
                    }
                    KioskButton {
                        visible: row.modelData.page.length > 0
                        text: qsTr("Change")
                        leftPadding: Theme.gap
                        rightPadding: Theme.gap
                        implicitHeight: Theme.touch
                        Accessible.name: qsTr("Change: %1").arg(row.modelData.heading)
                        onClicked: page.kiosk.checkIn.editPage(row.modelData.page, row.modelData.member)
                    }
                }
                FieldRow {
                    label: row.modelData.label
                    value: row.modelData.value
                    trust: row.modelData.trust
                    last: row.index === page.rows.length - 1 || page.rows[row.index + 1].heading.length > 0
                }
            }
        }
    }
}
