// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.VirtualKeyboard.Components

/*! Changes between Latin letters and pinyin. */
ChangeLanguageKey {
    id: key
    Accessible.role: Accessible.Button
    Accessible.name: qsTr("Chinese or Latin letters")
    Accessible.onPressAction: key.clicked()
}
