// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Gatehouse.Theme

/*! One statement to agree to: the whole row is the target. */
T.CheckBox {
    id: check

    implicitHeight: Math.max(Theme.control, contentItem.implicitHeight + 2 * Theme.gapSmall)
    implicitWidth: contentItem.implicitWidth + leftPadding + rightPadding
    leftPadding: Theme.gap
    rightPadding: Theme.gap
    focusPolicy: Qt.StrongFocus
    Layout.fillWidth: true
    Accessible.role: Accessible.CheckBox
    Accessible.name: text
    Accessible.checkable: true
    Accessible.checked: checked
    Accessible.onPressAction: { check.toggle(); check.toggled(); }
    Accessible.onToggleAction: { check.toggle(); check.toggled(); }

    contentItem: RowLayout {
        spacing: Theme.gap
        Rectangle {
            Layout.preferredWidth: Math.round(Theme.icon * 1.2)
            Layout.preferredHeight: Layout.preferredWidth
            radius: 8
            color: check.checked ? Theme.jade : Theme.surface
            border.width: check.checked && !Theme.highContrast ? 0 : 3
            border.color: Theme.outline
            Icon {
                anchors.centerIn: parent
                visible: check.checked
                name: "check"
                color: Theme.jadeText
                size: Math.round(parent.width * 0.75)
            }
        }
        KioskText {
            text: check.text
            strong: true
            Layout.fillWidth: true
            Accessible.ignored: true
        }
    }
    background: Rectangle {
        radius: Theme.radius
        color: check.down ? Theme.pressed : check.checked ? Theme.jadeTint : Theme.surface
        border.width: Theme.edge
        border.color: check.checked ? Theme.jade : Theme.outline
        FocusRing {
            control: check
            shown: check.visualFocus
        }
    }
}
