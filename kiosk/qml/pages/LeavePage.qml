// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Gatehouse.Components

/*! Leaving the program with the site's exit code; no person's password is ever typed here. */
PageFrame {
    id: page

    required property var kiosk

    problem: kiosk.problemText
    onBack: kiosk.back()
    title: qsTr("Leave the kiosk")
    subtitle: qsTr("For staff: enter the exit code of this station. It is not your password.")
    primaryText: qsTr("Leave")
    primaryEnabled: code.text.length > 0
    onPrimary: kiosk.submitExitCode(code.text)

    TextEntry {
        id: code
        label: qsTr("Exit code")
        echoMode: TextInput.Password
        inputMethodHints: Qt.ImhDialableCharactersOnly | Qt.ImhSensitiveData | Qt.ImhHiddenText
        maximumLength: 32
        focus: true
    }
}
