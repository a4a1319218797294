// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Gatehouse.Components
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
    /*! The guidance is about something that another device has read: it is said without a camera, too. */
    property bool told: false
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
            visible: view.working
        }
        OutlinePainter {
            anchors.fill: parent
            visible: view.working
            corners: view.outline
            color: view.found ? Theme.found : Theme.white
            thickness: view.found ? 10 : 6
        }
    }
    Icon {
        anchors.centerIn: frame
        visible: !view.working
        name: "camera-off"
        color: Theme.white
        size: Theme.iconLarge
    }
    Rectangle {
        id: pill
        anchors { horizontalCenter: parent.horizontalCenter; bottom: parent.bottom; bottomMargin: view.inset }
        visible: (view.working || view.told) && view.guidance.length > 0 // the page says what to do while the camera is away
        color: view.found ? Theme.jade : Theme.highContrast ? Theme.black : Theme.ink
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
}
