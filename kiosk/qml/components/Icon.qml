// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Gatehouse.Theme

/*! One of the module's icons by name, in one colour. Decoration for assistive technology: the word beside it speaks. */
Image {
    id: icon

    property string name
    property color color: Theme.ink
    property real size: Theme.icon
    /*! Arrows turn round in right-to-left languages. */
    property bool directional: name === "arrow-back" || name === "arrow-forward" || name === "exit" || name === "backspace"

    width: size
    height: size
    sourceSize.width: Math.round(size)
    sourceSize.height: Math.round(size)
    source: name.length > 0 ? "image://gatehouse-icon/" + name + "/" + color.toString().slice(-6) : ""
    mirror: directional && Theme.rightToLeft
    fillMode: Image.PreserveAspectFit
    Accessible.ignored: true
}
