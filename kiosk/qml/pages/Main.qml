// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Window
import Gatehouse.Theme
import Gatehouse.Components
import Gatehouse.Keyboard

/*!
    The window of the kiosk: shows the page that the controller names, the bottom bar, the panels and the idle question. It
    cannot be closed or left by a shortcut; only the controller lets it go (mayClose).
*/
Window {
    id: window

    required property var kiosk
    property alias pageItem: host.current

    visible: true
    title: kiosk.zoneName === "" ? qsTr("Gatehouse kiosk") : qsTr("Gatehouse door station: %1").arg(kiosk.zoneName)
    width: 1080
    height: 1920
    color: Theme.paper
    visibility: kiosk.windowed ? Window.Windowed : Window.FullScreen
    flags: kiosk.windowed ? Qt.Window : Qt.Window | Qt.FramelessWindowHint | Qt.WindowStaysOnTopHint
    onClosing: (close) => close.accepted = window.kiosk.mayClose

    LayoutMirroring.enabled: Theme.rightToLeft
    LayoutMirroring.childrenInherit: true

    Binding { target: Theme; property: "highContrast"; value: window.kiosk.highContrast }
    Binding { target: Theme; property: "largeText"; value: window.kiosk.largeText }
    Binding { target: Theme; property: "reducedMotion"; value: window.kiosk.reducedMotion }
    Binding { target: Theme; property: "screenWidth"; value: window.width }
    Binding { target: Theme; property: "screenHeight"; value: window.height }
    Binding { target: Theme; property: "rightToLeft"; value: Qt.locale(window.kiosk.language).textDirection === Qt.RightToLeft }
    Binding { target: Theme; property: "pixelsPerMillimetre"; value: Screen.pixelDensity }

    PageHost {
        id: host
        kiosk: window.kiosk
        anchors { left: parent.left; right: parent.right; top: ribbon.bottom; bottom: bar.visible ? bar.top : keyboard.top }
    }
    Rectangle {
        id: ribbon
        anchors { left: parent.left; right: parent.right; top: parent.top }
        height: window.kiosk.windowed ? ribbonText.implicitHeight + 12 : 0
        visible: height > 0
        color: Theme.amber
        KioskText {
            id: ribbonText
            anchors.centerIn: parent
            text: qsTr("Trial in a window: not for use at an entrance")
            color: Theme.highContrast ? Theme.black : Theme.white
            font.pixelSize: Theme.small
        }
    }
    BottomBar {
        id: bar
        anchors { left: parent.left; right: parent.right; bottom: keyboard.open ? keyboard.top : parent.bottom }
        visible: !keyboard.open || !(Theme.landscape && Theme.compact) // so low a screen has no room for it above the keys
        languageName: host.languageName
        guardCalled: window.kiosk.guardCalled
        callingGuard: window.kiosk.callingGuard
        canStartAgain: window.kiosk.page !== "rest" && !window.kiosk.door.working && !window.kiosk.busy
        onAccessibilityRequested: accessibilitySheet.open()
        onLanguageRequested: languageSheet.open()
        onGuardRequested: window.kiosk.callGuard()
        onStartAgainRequested: window.kiosk.stepCount > 0 ? startAgainSheet.open() : window.kiosk.startAgain()
    }
    KeyboardPanel {
        id: keyboard
        width: window.width
        language: window.kiosk.language
    }
    AccessibilitySheet {
        id: accessibilitySheet
        objectName: "accessibilitySheet"
        kiosk: window.kiosk
    }
    LanguageSheet {
        id: languageSheet
        objectName: "languageSheet"
        kiosk: window.kiosk
    }
    QuestionSheet {
        id: startAgainSheet
        objectName: "startAgainSheet"
        title: qsTr("Start again?")
        text: qsTr("Everything that you entered is erased.")
        keepText: qsTr("Go on")
        confirmText: qsTr("Erase and start again")
        onConfirmed: window.kiosk.startAgain()
        onVisibleChanged: if (visible) window.kiosk.read(title + " " + text)
    }
    QuestionSheet {
        id: cancelSheet
        objectName: "cancelSheet"
        title: qsTr("Cancel your visit?")
        text: qsTr("The guard then no longer has your request, and nobody of your party is admitted on it.")
        keepText: qsTr("Keep my visit")
        confirmText: qsTr("Yes, cancel it")
        onConfirmed: window.kiosk.checkIn.withdraw()
        onVisibleChanged: if (visible) window.kiosk.read(title + " " + text)
    }
    Connections {
        target: host.current as WaitingPage
        function onCancelAsked() { cancelSheet.open() }
    }
    // The input context keeps the text around the cursor of the last field until another field has the focus: this empty one.
    TextInput {
        id: emptyField
        activeFocusOnPress: false
        activeFocusOnTab: false
        Accessible.ignored: true
    }
    Connections {
        target: window.kiosk
        ignoreUnknownSignals: true
        function onPageChanged() { // they ask about what is over
            startAgainSheet.close()
            cancelSheet.close()
        }
        function onWiped() {
            emptyField.forceActiveFocus()
            emptyField.focus = false
            keyboard.startOver()
        }
    }
    IdleOverlay {
        remaining: window.kiosk.idleRemaining
        total: window.kiosk.idleTotal
        onStayed: window.kiosk.stay()
        onStartAgainRequested: window.kiosk.startAgain()
    }
}
