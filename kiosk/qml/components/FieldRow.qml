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
    /*! Width at the end that stays free for a control of the page's own. */
    property real reserved: 0

    readonly property bool narrow: width < 860 * Theme.scale || Theme.largeText

    readonly property real wanted: grid.implicitHeight + 2 * Theme.gapSmall
    implicitHeight: wanted
    Layout.fillWidth: true

    GridLayout {
        id: grid
        anchors { left: parent.left; right: parent.right; rightMargin: row.reserved; verticalCenter: parent.verticalCenter }
        columnSpacing: Theme.gap
        rowSpacing: 4

        KioskText {
            text: row.label
            color: Theme.muted
            Layout.row: 0
            Layout.column: 0
            Layout.fillWidth: row.narrow
            Layout.preferredWidth: row.narrow ? -1 : row.width * 0.3
            Layout.alignment: Qt.AlignTop
        }
        KioskText {
            text: row.value
            strong: true
            clip: true // marks above marks stay out of the other rows
            maximumLineCount: 4
            elide: Text.ElideRight
            Layout.row: row.narrow ? 1 : 0
            Layout.column: row.narrow ? 0 : 1
            Layout.columnSpan: row.narrow ? 2 : 1
            Layout.fillWidth: true
            Layout.alignment: Qt.AlignTop
        }
        TrustSign {
            trust: row.trust
            Layout.row: 0
            Layout.column: row.narrow ? 1 : 2
            Layout.alignment: Qt.AlignTop | Qt.AlignRight
            Layout.topMargin: Math.round((Theme.body - Theme.small) * 0.6)
        }
        RowLayout {
            visible: row.warning.length > 0
            spacing: 8
            Layout.row: 2
            Layout.column: 0
            Layout.columnSpan: row.narrow ? 2 : 3
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
