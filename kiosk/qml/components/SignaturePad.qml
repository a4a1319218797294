// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Gatehouse.Components
import Gatehouse.Theme

/*! A line to sign on with the finger. complete turns true when there is enough to be a signature; png() gives the picture. */
Rectangle {
    id: pad

    readonly property bool complete: strokes.complete
    readonly property bool empty: strokes.empty
    signal changed()

    color: Theme.surface
    radius: Theme.radius
    border.width: Theme.edge
    border.color: strokes.complete ? Theme.jade : Theme.outline
    implicitHeight: 320
    implicitWidth: 640
    Accessible.role: Accessible.Graphic
    Accessible.name: qsTr("Signature field")
    Accessible.description: qsTr("Sign with your finger, or type your name instead")

    Rectangle {
        id: baseline
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom; margins: Theme.gapLarge; bottomMargin: Math.max(parent.height * 0.26, hint.implicitHeight + 24) }
        height: Theme.edge
        color: Theme.outline
    }
    KioskText {
        id: hint
        anchors { left: baseline.left; right: baseline.right; top: baseline.bottom; topMargin: 8 }
        text: strokes.empty ? qsTr("Sign here with your finger") : ""
        color: Theme.muted
    }
    SignatureStrokes {
        id: strokes
        anchors.fill: parent
        anchors.margins: Theme.edge
        ink: Theme.ink
        penWidth: Math.max(4, parent.height / 60)
        onStrokesChanged: pad.changed()
    }
    MouseArea {
        anchors.fill: strokes
        preventStealing: true
        onPressed: (mouse) => strokes.begin(mouse.x, mouse.y)
        onPositionChanged: (mouse) => strokes.extend(mouse.x, mouse.y)
    }
    KioskButton {
        anchors { right: parent.right; top: parent.top; margins: Theme.gapSmall }
        visible: !strokes.empty
        text: qsTr("Clear")
        iconName: "restart"
        implicitHeight: Theme.touch
        onClicked: pad.clear()
    }

    function clear() { strokes.clear() }
    function png(): var { return strokes.png() }
}
