// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Gatehouse.Theme

/*! Sign and word of a button: beside each other, or stacked where there is little width. The word wraps, never elides. */
Item {
    id: content

    property string text
    property string iconName
    property bool iconLast: false
    property bool stacked: false
    property bool strong: true
    property real labelSize: Theme.body
    property color tone: Theme.ink
    readonly property real iconSize: Math.round(labelSize * (stacked ? 1.5 : 1.25))
    readonly property real gap: iconName.length > 0 && text.length > 0 ? (stacked ? 6 : Theme.gapSmall) : 0
    readonly property real iconRoom: iconName.length > 0 && !stacked ? iconSize + gap : 0

    /*! Two languages beside each other: where there is no room for that, one under the other. */
    readonly property bool twofold: text.split(" · ").length === 2
    readonly property real natural: unbroken.implicitWidth
    implicitWidth: Math.ceil(stacked ? Math.max(iconSize, natural) : iconRoom + natural)
    implicitHeight: stacked ? (iconName.length > 0 ? iconSize + gap : 0) + label.height : Math.max(label.height, icon.visible ? iconSize : 0)

    KioskText {
        id: unbroken
        visible: false // measured only
        text: content.text
        strong: content.strong
        font.pixelSize: content.labelSize
    }
    Icon {
        id: icon
        readonly property bool after: content.iconLast !== Theme.rightToLeft
        visible: name.length > 0
        name: content.iconName
        color: content.tone
        size: content.iconSize
        x: content.stacked ? (content.width - width) / 2
                           : after ? (content.width + content.iconRoom + label.width) / 2 - width : (content.width - content.iconRoom - label.width) / 2
        y: content.stacked ? (content.height - content.implicitHeight) / 2 : (content.height - height) / 2
    }
    KioskText {
        id: label
        LayoutMirroring.enabled: false
        text: content.twofold && width < content.natural ? content.text.replace(" · ", "\n") : content.text
        color: content.tone
        strong: content.strong
        font.pixelSize: content.labelSize
        lineHeight: 1
        horizontalAlignment: Text.AlignHCenter
        width: Math.min(content.natural, Math.max(40, content.width - content.iconRoom + 1)) // layouts give whole pixels: a fraction less, and the word would break
        x: content.stacked || content.iconRoom === 0 ? (content.width - width) / 2 : icon.after ? icon.x - content.gap - width : icon.x + icon.width + content.gap
        y: content.stacked ? icon.y + (icon.visible ? icon.height + content.gap : 0) : (content.height - height) / 2
        Accessible.ignored: true
    }
}
