// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Gatehouse.Theme

/*! One field of a document or of a summary: what it is, its value, and how far it can be trusted. */
Item {
    id: row

    property string label
    property string value
    property string trust
    property string warning
    property bool last: false

    implicitHeight: grid.implicitHeight + 2 * Theme.gapSmall
    Layout.fillWidth: true

    GridLayout {
        id: grid
        anchors { left: parent.left; right: parent.right; verticalCenter: parent.verticalCenter }
        columns: row.width > 600 * Theme.scale ? 3 : 2
        columnSpacing: Theme.gap
        rowSpacing: 4

        KioskText {
            text: row.label
            color: Theme.muted
            Layout.preferredWidth: grid.columns === 3 ? row.width * 0.3 : row.width
            Layout.fillWidth: grid.columns === 2
            Layout.columnSpan: grid.columns === 3 ? 1 : 2
            Layout.alignment: Qt.AlignTop
        }
        KioskText {
            text: row.value
            strong: true
            maximumLineCount: 3
            elide: Text.ElideRight
            Layout.fillWidth: true
            Layout.alignment: Qt.AlignTop
        }
        TrustSign {
            trust: row.trust
            Layout.alignment: Qt.AlignTop | Qt.AlignRight
            Layout.topMargin: Math.round((Theme.body - Theme.small) * 0.6)
        }
        RowLayout {
            visible: row.warning.length > 0
            spacing: 8
            Layout.columnSpan: grid.columns
            Layout.fillWidth: true
            Icon {
                name: "warning"
                color: Theme.amber
                size: Theme.iconSmall
            }
            KioskText {
                text: row.warning
                color: Theme.amber
                Layout.fillWidth: true
            }
        }
    }
    Rectangle {
        visible: !row.last
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
        height: Theme.hairline
        color: Theme.line
    }
}
