// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import QtQuick.VirtualKeyboard.Components

/*! Digits above the letters; the same places in both scripts. */
KeyboardLayout {
    keyWeight: 160

    LetterRow { letters: "1234567890" }
    LetterRow { letters: "qwertyuiop" }
    KeyboardRow {
        FillerKey { weight: 80 }
        LetterRow {
            letters: "asdfghjkl"
            Layout.fillWidth: true
            Layout.preferredWidth: 9 * 160
        }
        FillerKey { weight: 80 }
    }
    KeyboardRow {
        CapitalKey { weight: 240 }
        LetterRow {
            letters: "zxcvbnm"
            Layout.fillWidth: true
            Layout.preferredWidth: 7 * 160
        }
        EraseKey { weight: 240 }
    }
    KeyboardRow {
        HideKey { weight: 180 }
        SignsKey { weight: 180 }
        ScriptKey { weight: 180 }
        BlankKey { weight: 460 }
        TypeKey { text: "-" ; weight: 130 }
        TypeKey { text: "." ; weight: 130 }
        NextKey { weight: 340 }
    }
}
