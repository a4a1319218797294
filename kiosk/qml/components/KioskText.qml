// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Gatehouse.Theme

/*! Every text on the kiosk: plain (what a visitor typed is never markup), wrapped, in the colours and sizes of the theme. */
Text {
    property bool strong: false

    color: Theme.ink
    font.pixelSize: Theme.body
    font.weight: strong ? Font.Bold : Font.Normal
    textFormat: Text.PlainText
    wrapMode: Text.Wrap
    horizontalAlignment: Text.AlignLeft
    verticalAlignment: Text.AlignVCenter
    lineHeight: 1.1
    Accessible.role: Accessible.StaticText
    Accessible.name: text
    Accessible.ignored: text.length === 0
}
