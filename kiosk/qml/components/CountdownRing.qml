// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Shapes
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

    Shape {
        anchors.fill: parent
        ShapePath {
            strokeColor: Theme.line
            strokeWidth: ring.thickness
            fillColor: "transparent"
            capStyle: ShapePath.RoundCap
            PathAngleArc {
                centerX: ring.width / 2
                centerY: ring.height / 2
                radiusX: (ring.width - ring.thickness) / 2
                radiusY: radiusX
                startAngle: -90
                sweepAngle: 360
            }
        }
        ShapePath {
            strokeColor: ring.tone
            strokeWidth: ring.thickness
            fillColor: "transparent"
            capStyle: ShapePath.RoundCap
            PathAngleArc {
                centerX: ring.width / 2
                centerY: ring.height / 2
                radiusX: (ring.width - ring.thickness) / 2
                radiusY: radiusX
                startAngle: -90
                sweepAngle: ring.total > 0 ? 360 * Math.max(0, Math.min(1, ring.remaining / ring.total)) : 0
            }
        }
    }
    KioskText {
        anchors.centerIn: parent
        text: ring.remaining
        strong: true
        font.pixelSize: Math.round(ring.width * 0.34)
        Accessible.ignored: true
    }
}
