// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Gatehouse.Components
import Gatehouse.Theme

/*! What is left of a time: a ring that empties and the number of seconds inside it. */
Item {
    id: ring

    property int remaining: 0
    property int total: 30
    property color tone: Theme.jade
    property real thickness: Math.max(10, width / 18)

    implicitWidth: 280
    implicitHeight: implicitWidth
    Accessible.role: Accessible.ProgressBar
    Accessible.name: qsTr("%n second(s) left", "", remaining)

    RingPainter {
        anchors.fill: parent
        color: ring.tone
        ground: Theme.line
        thickness: ring.thickness
        progress: ring.total > 0 ? ring.remaining / ring.total : 0
    }
    KioskText {
        anchors.centerIn: parent
        text: ring.remaining
        strong: true
        font.pixelSize: Math.round(ring.width * 0.34)
        Accessible.ignored: true
    }
}
