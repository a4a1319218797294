// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Gatehouse.Theme

/*! A panel over the page: the page behind it is dimmed and cannot be reached until the panel is closed. */
FocusScope {
    id: sheet

    default property alias content: column.data
    property string title
    property bool closable: true
    property bool closeButton: closable
    signal closed()

    anchors.fill: parent
    visible: false
    z: 10

    function open() { visible = true; forceActiveFocus(Qt.PopupFocusReason) }
    function close() { visible = false; closed() }

    Rectangle {
        anchors.fill: parent
        color: Theme.scrim
        MouseArea {
            anchors.fill: parent
            onClicked: if (sheet.closable) sheet.close()
        }
    }
    Rectangle {
        id: panel
        anchors.centerIn: parent
        width: Math.min(parent.width - 2 * Theme.margin, 1100 * Theme.scale)
        height: Math.min(parent.height - 2 * Theme.gapLarge, column.implicitHeight + heading.height + 2 * Theme.gapLarge + Theme.gap)
        radius: Theme.radius
        color: Theme.paper
        border.width: Theme.highContrast ? 3 : 0
        border.color: Theme.white
        Accessible.role: Accessible.Dialog
        Accessible.name: sheet.title

        MouseArea { anchors.fill: parent }
        RowLayout {
            id: heading
            anchors { left: parent.left; right: parent.right; top: parent.top; margins: Theme.gapLarge }
            KioskText {
                text: sheet.title
                strong: true
                font.pixelSize: Theme.title
                Layout.fillWidth: true
            }
            KioskButton {
                visible: sheet.closeButton
                text: qsTr("Close")
                iconName: "close"
                implicitHeight: Theme.touch
                leftPadding: Theme.gap
                rightPadding: Theme.gap
                onClicked: sheet.close()
            }
        }
        Flickable {
            id: flick
            anchors { left: parent.left; right: parent.right; top: heading.bottom; bottom: parent.bottom; margins: Theme.gapLarge; topMargin: Theme.gap }
            contentHeight: column.implicitHeight
            contentWidth: width
            clip: contentHeight > height
            interactive: contentHeight > height
            boundsBehavior: Flickable.StopAtBounds
            ColumnLayout {
                id: column
                width: flick.width - (scrollMark.visible ? 20 : 0)
                spacing: Theme.gapSmall
            }
            ScrollMark {
                id: scrollMark
                view: flick
            }
        }
    }
}
