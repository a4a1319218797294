// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Gatehouse.Theme

/*! A button: primary (the one way forward), secondary, danger or quiet (no edge, on the bottom bar). */
T.Button {
    id: button

    property string variant: "secondary"
    property string iconName
    /*! The icon stands after the word (arrows that point forward). */
    property bool iconLast: false
    property string hint
    property real labelSize: Theme.body

    readonly property bool filled: variant === "primary" || variant === "danger"
    readonly property color fillColor: variant === "primary" ? Theme.jade : variant === "danger" ? Theme.vermilion : Theme.surface
    readonly property color labelColor: !enabled ? Theme.muted
                                                 : variant === "primary" ? Theme.jadeText
                                                 : variant === "danger" ? Theme.vermilionText : Theme.ink

    implicitHeight: Math.max(Theme.control, contentItem.implicitHeight + topPadding + bottomPadding)
    implicitWidth: Math.max(Theme.control, contentItem.implicitWidth + leftPadding + rightPadding)
    leftPadding: variant === "quiet" ? Theme.gapSmall : Theme.gapLarge
    rightPadding: leftPadding
    topPadding: 8
    bottomPadding: 8
    focusPolicy: Qt.StrongFocus
    opacity: enabled || !Theme.highContrast ? 1 : 0.5 // black and white have no paler shade that would say so

    Accessible.role: Accessible.Button
    Accessible.name: text
    Accessible.description: hint
    Accessible.onPressAction: if (button.enabled) button.clicked()
    Keys.onReturnPressed: clicked()
    Keys.onEnterPressed: clicked()

    contentItem: ButtonLabel {
        text: button.text
        iconName: button.iconName
        iconLast: button.iconLast
        labelSize: button.labelSize
        tone: button.labelColor
        strong: button.variant !== "quiet" || button.font.bold
    }
    background: Rectangle {
        radius: Theme.radius
        color: !button.enabled ? (button.filled ? Theme.disabledFill : "transparent")
                               : button.filled ? (button.down ? Qt.darker(button.fillColor, 1.15) : button.fillColor)
                                               : button.down ? Theme.pressed : button.variant === "quiet" ? "transparent" : Theme.surface
        border.width: button.variant === "quiet" || (button.filled && button.enabled && !Theme.highContrast) ? 0 : Theme.edge
        border.color: button.enabled ? Theme.outline : Theme.line

        FocusRing {
            control: button
            shown: button.visualFocus
        }
    }
}
