// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.VirtualKeyboard
import QtQuick.VirtualKeyboard.Settings
import Gatehouse.Theme

/*! The on-screen keyboard, docked at the bottom: open while a text field has the focus. occupied is the height it takes. */
Item {
    id: panel

    /*! The language of the kiosk, "en" or "zh_CN": the keyboard starts in its script, the visitor can change it. */
    property string language
    readonly property bool open: input.active
    readonly property real occupied: open ? height : 0

    readonly property string script: language.startsWith("zh") ? "zh_CN" : "en_US"

    /*! For the next visitor. The key that changes the script leaves the setting as it is, and only a change of that counts. */
    function startOver() {
        VirtualKeyboardSettings.locale = ""
        VirtualKeyboardSettings.locale = panel.script
    }

    height: input.height
    y: parent.height - height * raised
    visible: raised > 0
    z: 5

    /*! From 0 (under the edge) to 1. Only opening and closing move: a window that gets its size does not. */
    property real raised: open ? 1 : 0

    Behavior on raised {
        NumberAnimation { duration: Theme.slide; easing.type: Easing.OutQuad }
    }
    InputPanel {
        id: input
        width: panel.width
        externalLanguageSwitchEnabled: false
        Accessible.role: Accessible.Pane
        Accessible.name: qsTr("Keyboard")
    }
    Binding {
        target: VirtualKeyboardSettings
        property: "locale"
        value: panel.script
    }
    Component.onCompleted: {
        // Hunspell would keep what visitors type in a file and offer it to the next one; pinyin is made by the layouts themselves.
        VirtualKeyboardSettings.defaultInputMethodDisabled = true
        VirtualKeyboardSettings.layoutPath = "qrc:/qt/qml/Gatehouse/Keyboard/layouts"
        VirtualKeyboardSettings.styleName = "gatehouse"
        VirtualKeyboardSettings.activeLocales = ["en_US", "zh_CN"]
        // Candidates lie over the lower edge of the page while something is composed: the page keeps its height.
        VirtualKeyboardSettings.wordCandidateList.autoHideDelay = 0
    }
}
