// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.VirtualKeyboard
import QtQuick.VirtualKeyboard.Styles
import Gatehouse.Theme
import Gatehouse.Components
import Gatehouse.Keyboard

/*! The keyboard in the colours of the kiosk. Its height follows from the keys: never lower than a finger needs. */
KeyboardStyle {
    id: style

    readonly property real keyHeight: Math.max(Theme.touch + 4, Math.round((Theme.landscape ? 76 : 100) * Theme.scale))

    keyboardDesignWidth: Theme.screenWidth
    keyboardDesignHeight: 5 * keyHeight + 16
    keyboardRelativeLeftMargin: (Theme.landscape ? 0.1 : 0.01)
    keyboardRelativeRightMargin: keyboardRelativeLeftMargin
    keyboardRelativeTopMargin: 8 / keyboardDesignHeight
    keyboardRelativeBottomMargin: 8 / keyboardDesignHeight

    keyboardBackground: Rectangle {
        color: Theme.keyboard
        Rectangle {
            width: parent.width
            height: Theme.edge
            color: Theme.outline
        }
    }
    keyPanel: KeyFace {}
    spaceKeyPanel: KeyFace { caption: qsTr("space") }
    backspaceKeyPanel: KeyFace { iconName: "backspace"; quiet: true }
    shiftKeyPanel: KeyFace {
        iconName: "shift"
        quiet: true
        lit: InputContext.capsLockActive || InputContext.shiftActive
    }
    enterKeyPanel: KeyFace { primary: true; caption: control !== null ? control.displayText : "" }
    hideKeyPanel: KeyFace { iconName: "keyboard-hide"; quiet: true }
    symbolKeyPanel: KeyFace { quiet: true; caption: control !== null ? control.displayText : "" }
    languageKeyPanel: KeyFace { quiet: true; caption: InputContext.locale.startsWith("zh") ? "中 / En" : "En / 中" }

    selectionListHeight: keyHeight
    selectionListBackground: Rectangle {
        color: Theme.surface
        border.width: Theme.hairline
        border.color: Theme.line
    }
    selectionListDelegate: CandidateItem {}
    selectionListHighlight: Item {}

    characterPreviewDelegate: Item { property string text; property string flickLeft; property string flickTop; property string flickRight; property string flickBottom }
    alternateKeysListItemWidth: keyHeight
    alternateKeysListItemHeight: keyHeight
    alternateKeysListDelegate: Item {}
    alternateKeysListHighlight: Item {}
    alternateKeysListBackground: Item {}
    popupListDelegate: Item {}
    languagePopupListEnabled: false
    navigationHighlight: Rectangle {
        color: "transparent"
        border.width: 4
        border.color: Theme.ink
        radius: Theme.radius
    }
}
