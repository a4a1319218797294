// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Gatehouse.Theme
import Gatehouse.Components

/*! How to hold something in front of the camera; what to do while there is none. */
ColumnLayout {
    id: hints

    property bool cameraWorks: true
    property bool canType: true
    /*! In this order: numbers instead of signs. */
    property bool numbered: false
    property var lines: [
        { icon: "id-card", text: qsTr("Hold the whole document in the frame, with the photo side or the barcode side to the camera.") },
        { icon: "clock", text: qsTr("Keep it still for a moment; it is read by itself.") },
        { icon: "lock", text: qsTr("The picture is sealed at once. Only guards and managers who may handle your visit can open it.") }
    ]

    spacing: Theme.gap
    Layout.fillWidth: true

    Note {
        visible: !hints.cameraWorks
        kind: "warning"
        text: hints.canType ? qsTr("The camera does not answer at the moment. Please type instead, or wait: it comes back by itself.")
                            : qsTr("The camera does not answer at the moment. Please go to the guard, or wait: it comes back by itself.")
    }
    Repeater {
        model: hints.lines
        // By anchors: a nested layout keeps the height of a text in the language before.
        Item {
            id: line
            required property var modelData
            required property int index
            visible: hints.cameraWorks
            implicitHeight: Math.max(sign.height, words.height)
            Layout.fillWidth: true
            Icon {
                id: sign
                visible: !hints.numbered
                anchors.left: line.left
                name: line.modelData.icon
            }
            KioskText {
                visible: hints.numbered
                anchors { left: line.left; top: words.top }
                text: qsTr("%1.").arg(line.index + 1)
                strong: true
            }
            KioskText {
                id: words
                anchors { left: sign.right; leftMargin: Theme.gap; right: line.right }
                text: line.modelData.text
            }
        }
    }
}
