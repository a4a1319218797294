// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.VirtualKeyboard.Components

/*! Signs that companies, addresses and names use. */
KeyboardLayout {
    keyWeight: 160

    LetterRow { letters: "1234567890" }
    LetterRow { letters: "@#&/\\()_+=" }
    LetterRow { letters: "'\"’“”·,:;!?" }
    KeyboardRow {
        TypeKey { text: "（" }
        TypeKey { text: "）" }
        TypeKey { text: "，" }
        TypeKey { text: "。" }
        TypeKey { text: "、" }
        TypeKey { text: "《" }
        TypeKey { text: "》" }
        TypeKey { text: "*" }
        EraseKey { weight: 320 }
    }
    KeyboardRow {
        HideKey { weight: 180 }
        SignsKey { weight: 180; displayText: "ABC" }
        ScriptKey { weight: 180 }
        BlankKey { weight: 460 }
        TypeKey { text: "-" ; weight: 130 }
        TypeKey { text: "." ; weight: 130 }
        NextKey { weight: 340 }
    }
}
