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

    /*! The page that the heading's button opens, for the row at this place. */
    function headingPage(index: int): string {
        let i = index
        while (i > 0 && page.rows[i].heading.length === 0)
            --i
        return page.rows[i].page
    }

    title: qsTr("Is everything right?")
    subtitle: qsTr("Your answers are sent encrypted to the guard.")
    primaryText: qsTr("Send to the guard")
    headShare: 0.28

    Card {
        padding: Theme.gap
        spacing: 0
        Layout.fillWidth: true
        Repeater {
            model: SteadyRows { list: page.rows }
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
                    last: row.index === page.rows.length - 1 || page.rows[row.index + 1]?.heading.length > 0
                    reserved: change.visible ? change.implicitWidth + Theme.gap : 0

                    KioskButton {
                        id: change
                        visible: row.modelData.page.length > 0 && row.modelData.page !== page.headingPage(row.index)
                        anchors { right: parent.right; verticalCenter: parent.verticalCenter }
                        text: qsTr("Change")
                        leftPadding: Theme.gap
                        rightPadding: Theme.gap
                        implicitHeight: Theme.touch
                        Accessible.name: qsTr("Change: %1").arg(row.modelData.label)
                        onClicked: page.kiosk.checkIn.editPage(row.modelData.page, row.modelData.member)
                    }
                    implicitHeight: Math.max(wanted, change.visible ? change.implicitHeight + Theme.gapSmall : 0)
                }
            }
        }
    }
}
