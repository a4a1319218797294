// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Gatehouse.Theme

/*! The mark of the keyboard focus: four pixels of ink with two of paper inside, round the control that holds it. */
Rectangle {
    id: ring

    property Item control: parent as Item
    property bool shown: control !== null && control.activeFocus
    property real cornerRadius: Theme.radius

    anchors.fill: parent
    anchors.margins: -6
    z: 1
    visible: shown
    color: "transparent"
    radius: cornerRadius + 6
    border.width: 4
    border.color: Theme.ink

    Rectangle {
        anchors.fill: parent
        anchors.margins: 4
        color: "transparent"
        radius: ring.cornerRadius + 2
        border.width: 2
        border.color: Theme.paper
    }
}
