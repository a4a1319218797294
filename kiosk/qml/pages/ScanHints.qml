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
        RowLayout {
            id: line
            required property var modelData
            visible: hints.cameraWorks
            spacing: Theme.gap
            Layout.fillWidth: true
            Icon {
                name: line.modelData.icon
                color: Theme.muted
                Layout.preferredWidth: size
                Layout.preferredHeight: size
                Layout.alignment: Qt.AlignTop
            }
            KioskText {
                text: line.modelData.text
                color: Theme.muted
                Layout.fillWidth: true
            }
        }
    }
}
