// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Gatehouse.Theme

/*! How far a field can be trusted, as a sign and a word: "checked", "read", "unsure" or "typed". */
Row {
    id: sign

    property string trust
    readonly property string word: trust === "checked" ? qsTr("checked")
                                 : trust === "read" ? qsTr("read, please compare")
                                 : trust === "unsure" ? qsTr("unsure, please correct")
                                 : trust === "typed" ? qsTr("typed") : ""
    readonly property color tone: trust === "checked" ? Theme.jade : trust === "unsure" ? Theme.amber : Theme.muted

    spacing: 8
    visible: word.length > 0

    Icon {
        name: sign.trust === "checked" ? "checked" : sign.trust === "read" ? "compare" : sign.trust === "unsure" ? "warning" : "typed"
        color: sign.tone
        size: Math.round(Theme.small * 1.3)
        anchors.verticalCenter: parent.verticalCenter
    }
    KioskText {
        text: sign.word
        color: sign.tone
        font.pixelSize: Theme.small
        wrapMode: Text.NoWrap
        strong: sign.trust === "checked"
        anchors.verticalCenter: parent.verticalCenter
    }
}
