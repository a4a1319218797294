// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.VirtualKeyboard
import QtQuick.VirtualKeyboard.Components

/*! A telephone's pad for numbers and dates. */
KeyboardLayout {
    id: layout

    property string lowerLeft: "+"
    property string lowerRight: "-"

    inputMode: InputEngine.InputMode.Numeric
    keyWeight: 160

    KeyboardRow {
        TypeKey { text: "1" }
        TypeKey { text: "2" }
        TypeKey { text: "3" }
        EraseKey {}
    }
    KeyboardRow {
        TypeKey { text: "4" }
        TypeKey { text: "5" }
        TypeKey { text: "6" }
        BlankKey {}
    }
    KeyboardRow {
        TypeKey { text: "7" }
        TypeKey { text: "8" }
        TypeKey { text: "9" }
        HideKey {}
    }
    KeyboardRow {
        TypeKey { text: layout.lowerLeft }
        TypeKey { text: "0" }
        TypeKey { text: layout.lowerRight }
        NextKey {}
    }
}
