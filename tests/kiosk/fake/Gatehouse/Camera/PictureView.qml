// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

/*! Stands in for a picture from memory. */
Rectangle {
    property var image
    property bool mirror: false
    property bool crop: false
    property real ratio: 86 / 54
    color: "white"
    border.color: "black"
    Rectangle { width: parent.width; height: parent.height * 0.18; color: "black" }
    Rectangle { x: parent.width * 0.06; y: parent.height * 0.28; width: parent.width * 0.26; height: parent.height * 0.55; color: "#888" }
    Text { x: parent.width * 0.38; y: parent.height * 0.3; text: "SPECIMEN\nANNA MARIA"; font.pixelSize: parent.height * 0.11; font.bold: true }
}
