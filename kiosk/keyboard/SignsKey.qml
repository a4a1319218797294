// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.VirtualKeyboard.Components

/*! Shows more signs, and the letters again. */
SymbolModeKey {
    id: key
    displayText: "#+="
    Accessible.role: Accessible.Button
    Accessible.name: qsTr("More signs")
    Accessible.onPressAction: key.clicked()
}
