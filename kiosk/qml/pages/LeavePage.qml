// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Gatehouse.Components

/*! Leaving the program with the site's exit code; no person's password is ever typed here. */
KioskPage {
    id: page

    title: qsTr("Leave the kiosk")
    subtitle: qsTr("For staff: enter the exit code of this station. It is not your password.")
    primaryText: qsTr("Leave")
    primaryEnabled: code.text.length > 0

    function proceed() { page.kiosk.submitExitCode(code.text) }

    firstEntry: code

    Note { // here, where staff come by a long press, and not before visitors
        kind: "warning"
        text: page.kiosk.troubleAdvice
    }
    TextEntry {
        id: code
        label: qsTr("Exit code")
        echoMode: TextInput.Password
        inputMethodHints: Qt.ImhDialableCharactersOnly | Qt.ImhSensitiveData | Qt.ImhHiddenText
        longest: 32
    }
}
