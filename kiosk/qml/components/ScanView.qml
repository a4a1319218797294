// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Shapes
import Gatehouse.Theme

/*!
    The frame round the live picture: the outline of the document, jade once it is found, and one sentence of guidance.
    The picture itself is an item that is handed in (the camera's, or an Image in tests) and fills the frame.
*/
Rectangle {
    id: view

    default property alias picture: holder.data
    /*! Corners of the document in the picture, as fractions of its width and height; empty while nothing is found. */
    property var outline: []
    property bool found: false
    property bool working: true
    property string guidance
    property real pictureRatio: 16 / 9

    color: Theme.viewfinder
    radius: Theme.radius
    implicitWidth: 640
    implicitHeight: width / pictureRatio + Theme.touch
    border.width: Theme.highContrast ? 3 : 0
    border.color: Theme.white
    Accessible.role: Accessible.Graphic
    Accessible.name: qsTr("Camera picture")

    readonly property real inset: Math.round(Theme.radius)
    readonly property real strip: pill.visible ? pill.height + 2 * inset : inset

    Item {
        id: frame
        readonly property real room: view.height - view.inset - view.strip
        anchors.horizontalCenter: parent.horizontalCenter
        y: view.inset + (room - height) / 2
        width: Math.max(1, Math.min(view.width - 2 * view.inset, room * view.pictureRatio))
        height: width / view.pictureRatio

        Item {
            id: holder
            anchors.fill: parent
        }
        // Where to hold the document while nothing is found
        Shape {
            id: corners
            anchors.centerIn: parent
            width: Math.min(parent.width * 0.66, parent.height * 0.72 * 1.586)
            height: width / 1.586
            visible: view.working && view.outline.length === 0
            readonly property real arm: width * 0.12
            ShapePath {
                strokeColor: Theme.white
                strokeWidth: 6
                fillColor: "transparent"
                capStyle: ShapePath.RoundCap
                PathMove { x: 0; y: corners.arm }
                PathLine { x: 0; y: 0 }
                PathLine { x: corners.arm; y: 0 }
                PathMove { x: corners.width - corners.arm; y: 0 }
                PathLine { x: corners.width; y: 0 }
                PathLine { x: corners.width; y: corners.arm }
                PathMove { x: corners.width; y: corners.height - corners.arm }
                PathLine { x: corners.width; y: corners.height }
                PathLine { x: corners.width - corners.arm; y: corners.height }
                PathMove { x: corners.arm; y: corners.height }
                PathLine { x: 0; y: corners.height }
                PathLine { x: 0; y: corners.height - corners.arm }
            }
        }
        Shape {
            anchors.fill: parent
            visible: view.outline.length > 2
            ShapePath {
                strokeColor: view.found ? Theme.found : Theme.white
                strokeWidth: view.found ? 10 : 6
                fillColor: "transparent"
                joinStyle: ShapePath.RoundJoin
                PathPolyline { path: view.closedOutline(frame.width, frame.height) }
            }
        }
    }
    Icon {
        anchors.centerIn: parent
        visible: !view.working
        name: "camera-off"
        color: Theme.white
        size: Theme.iconLarge
    }
    Rectangle {
        id: pill
        anchors { horizontalCenter: parent.horizontalCenter; bottom: parent.bottom; bottomMargin: view.inset }
        visible: view.guidance.length > 0
        color: view.found ? Theme.jade : Theme.highContrast ? Theme.black : "#10233F"
        border.width: Theme.highContrast ? 3 : 0
        border.color: view.found ? Theme.black : Theme.white
        radius: height / 2
        height: Math.max(Theme.touch, label.implicitHeight + Theme.gapSmall)
        width: Math.min(view.width - 2 * Theme.gap, label.implicitWidth + 2 * Theme.gapLarge + (sign.visible ? sign.width + 12 : 0))

        Row {
            anchors.centerIn: parent
            spacing: 12
            Icon {
                id: sign
                visible: view.found
                name: "check"
                color: Theme.jadeText
                anchors.verticalCenter: parent.verticalCenter
            }
            KioskText {
                id: label
                text: view.guidance
                strong: true
                color: view.found ? Theme.jadeText : Theme.white
                width: Math.min(implicitWidth, view.width - 2 * Theme.gap - 2 * Theme.gapLarge)
                horizontalAlignment: Text.AlignHCenter
                anchors.verticalCenter: parent.verticalCenter
            }
        }
    }

    function closedOutline(width: real, height: real): var {
        const points = []
        for (const corner of view.outline)
            points.push(Qt.point(corner.x * width, corner.y * height))
        if (points.length > 0)
            points.push(points[0])
        return points
    }
}
