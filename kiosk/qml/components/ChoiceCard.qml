// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import QtQuick.Layouts
import Gatehouse.Theme

/*! One large choice of a few: an icon, what it is, and one line about it. */
T.Button {
    id: card

    property string detail
    property string iconName
    property bool primary: false
    property bool selected: false
    property real minimumHeight: Theme.control * 1.2
    property real titleSize: Theme.title
    property real iconSize: Math.round(Theme.iconLarge * (card.primary || card.minimumHeight > 140 * Theme.scale ? 1 : 0.75))
    readonly property color labelColor: primary ? Theme.jadeText : Theme.ink

    implicitWidth: 400
    implicitHeight: Math.max(minimumHeight, contentItem.implicitHeight + topPadding + bottomPadding)
    leftPadding: Theme.gapLarge
    rightPadding: Theme.gapLarge
    topPadding: Math.round(Theme.gapSmall * 0.75)
    bottomPadding: topPadding
    focusPolicy: Qt.StrongFocus

    Accessible.role: Accessible.Button
    Accessible.name: text
    Accessible.description: detail
    Accessible.onPressAction: if (card.enabled) card.clicked()
    Keys.onReturnPressed: clicked()
    Keys.onEnterPressed: clicked()

    contentItem: RowLayout {
        spacing: Theme.gapLarge

        Icon {
            name: card.iconName
            visible: name.length > 0
            color: card.labelColor
            size: card.iconSize
            Layout.preferredWidth: size
            Layout.preferredHeight: size
        }
        ColumnLayout {
            spacing: 4
            Layout.fillWidth: true
            KioskText {
                text: card.text
                color: card.labelColor
                strong: true
                font.pixelSize: card.titleSize
                lineHeight: 1
                Layout.fillWidth: true
                Accessible.ignored: true
            }
            KioskText {
                visible: text.length > 0
                text: card.detail
                color: card.primary ? Theme.jadeText : Theme.muted
                Layout.fillWidth: true
                Accessible.ignored: true
            }
        }
        Icon {
            visible: card.selected
            name: "checked"
            color: Theme.jade
            Layout.preferredWidth: size
            Layout.preferredHeight: size
        }
    }
    background: Rectangle {
        radius: Theme.radius
        color: card.primary ? (card.down ? Qt.darker(Theme.jade, 1.15) : Theme.jade) : card.down ? Theme.pressed : Theme.surface
        border.width: card.primary && !Theme.highContrast ? 0 : card.selected ? 4 : Theme.edge
        border.color: card.selected ? Theme.jade : Theme.outline

        FocusRing {
            control: card
            shown: card.visualFocus
        }
    }
}
