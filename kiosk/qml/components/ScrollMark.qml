// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Gatehouse.Theme

/*! That there is more than is in sight, and where one is in it: at the end side of what scrolls. */
Rectangle {
    id: mark

    required property Flickable view

    parent: view
    visible: view.interactive
    anchors.right: parent.right
    y: view.visibleArea.yPosition * view.height
    width: 8
    height: view.visibleArea.heightRatio * view.height
    radius: 4
    color: Theme.outline
}
