// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Gatehouse.Theme

/*! "Are you still there?": shown while remaining is above zero; any touch anywhere is an answer. */
FocusScope {
    id: overlay

    property int remaining: 0
    property int total: 30
    signal stayed()
    signal startAgainRequested()

    anchors.fill: parent
    visible: remaining > 0
    z: 20
    Keys.onPressed: (event) => { overlay.stayed(); event.accepted = true }
    onVisibleChanged: if (visible) forceActiveFocus(Qt.PopupFocusReason)

    Rectangle {
        anchors.fill: parent
        color: Theme.paper
        MouseArea {
            anchors.fill: parent
            onPressed: overlay.stayed()
        }
    }
    GridLayout {
        anchors.centerIn: parent
        width: Math.min(parent.width - 2 * Theme.margin, 1400 * Theme.scale)
        columns: Theme.landscape ? 2 : 1
        columnSpacing: Theme.gapLarge * 2
        rowSpacing: Theme.gapLarge

        CountdownRing {
            remaining: overlay.remaining
            total: overlay.total
            tone: Theme.amber
            implicitWidth: Math.round((Theme.landscape ? 360 : 400) * Theme.scale)
            Layout.alignment: Qt.AlignCenter
        }
        ColumnLayout {
            spacing: Theme.gap
            Layout.fillWidth: true
            KioskText {
                text: qsTr("Are you still there?")
                strong: true
                font.pixelSize: Theme.display
                horizontalAlignment: Theme.landscape ? Text.AlignLeft : Text.AlignHCenter
                Layout.fillWidth: true
            }
            KioskText {
                text: qsTr("Touch the screen to go on. Otherwise everything that you entered is erased in %n second(s).", "", overlay.remaining)
                horizontalAlignment: Theme.landscape ? Text.AlignLeft : Text.AlignHCenter
                Layout.fillWidth: true
            }
            GridLayout {
                columns: Theme.landscape ? 2 : 1
                columnSpacing: Theme.gap
                rowSpacing: Theme.gapSmall
                Layout.fillWidth: true
                Layout.topMargin: Theme.gapSmall
                KioskButton {
                    text: qsTr("Erase and start again")
                    Layout.fillWidth: true
                    Layout.preferredWidth: 1
                    Layout.fillHeight: true
                    onClicked: overlay.startAgainRequested()
                }
                KioskButton {
                    variant: "primary"
                    text: qsTr("I am still here")
                    Layout.fillWidth: true
                    Layout.preferredWidth: 1
                    Layout.fillHeight: true
                    onClicked: overlay.stayed()
                }
            }
        }
    }
}
