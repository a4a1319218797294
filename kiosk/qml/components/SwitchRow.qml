// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Gatehouse.Theme

/*! A setting that is on or off, with an icon, a name and the state in words. */
T.Switch {
    id: toggle

    property string iconName
    property string detail

    implicitHeight: Math.max(Theme.control, contentItem.implicitHeight + Theme.gap)
    implicitWidth: 400
    leftPadding: Theme.gap
    rightPadding: Theme.gap
    focusPolicy: Qt.StrongFocus
    Layout.fillWidth: true
    Accessible.role: Accessible.CheckBox
    Accessible.name: text
    Accessible.description: detail
    Accessible.checkable: true
    Accessible.checked: checked
    Accessible.onPressAction: { toggle.toggle(); toggle.toggled(); }
    Accessible.onToggleAction: { toggle.toggle(); toggle.toggled(); }

    contentItem: RowLayout {
        spacing: Theme.gap
        Icon {
            name: toggle.iconName
            Layout.preferredWidth: size
            Layout.preferredHeight: size
        }
        ColumnLayout {
            spacing: 2
            Layout.fillWidth: true
            KioskText {
                text: toggle.text
                strong: true
                Layout.fillWidth: true
                Accessible.ignored: true
            }
            KioskText {
                text: toggle.detail
                visible: text.length > 0
                color: Theme.muted
                font.pixelSize: Theme.small
                Layout.fillWidth: true
                Accessible.ignored: true
            }
        }
        KioskText {
            text: toggle.checked ? qsTr("On") : qsTr("Off")
            strong: toggle.checked
            color: toggle.checked ? Theme.jade : Theme.muted
            wrapMode: Text.NoWrap
            Accessible.ignored: true
        }
        Rectangle {
            Layout.preferredWidth: 96 * Theme.scale
            Layout.preferredHeight: 52 * Theme.scale
            radius: height / 2
            color: toggle.checked ? Theme.jade : Theme.surface
            border.width: 3
            border.color: toggle.checked ? Theme.jade : Theme.outline
            Rectangle {
                x: toggle.checked !== toggle.mirrored ? parent.width - width - 7 : 7
                anchors.verticalCenter: parent.verticalCenter
                width: parent.height - 14
                height: width
                radius: width / 2
                color: toggle.checked ? Theme.jadeText : Theme.outline
            }
        }
    }
    background: Rectangle {
        radius: Theme.radius
        color: toggle.down ? Theme.pressed : Theme.surface
        border.width: Theme.edge
        border.color: Theme.outline
        FocusRing {
            control: toggle
            shown: toggle.visualFocus
        }
    }
}
