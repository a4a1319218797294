// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Gatehouse.Theme

/*!
    One of the briefing's drawings: ink, with what is forbidden or dangerous in vermilion and what is right in jade. Decoration
    for assistive technology: the words beside it speak.
*/
Image {
    id: picture

    property string name
    property real size: Math.round(96 * Theme.scale)

    width: size
    height: size
    sourceSize.width: size
    sourceSize.height: size
    source: name.length > 0 ? "image://gatehouse-icon/" + [name, picture.hex(Theme.ink), picture.hex(Theme.vermilion), picture.hex(Theme.jade)].join("/") : ""
    fillMode: Image.PreserveAspectFit
    Accessible.ignored: true

    function hex(tone: color): string { return tone.toString().slice(-6) }
}
