// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Gatehouse.Theme
import Gatehouse.Components

/*! The door station at rest (R2): keep out, and how a visitor with a badge and an escort gets in; in two languages, no names. */
Rectangle {
    id: page

    required property var kiosk

    color: Theme.highContrast ? Theme.black : "#10233F"

    ColumnLayout {
        anchors { fill: parent; margins: Theme.compact ? Theme.gap : Theme.margin }
        spacing: Theme.gapSmall

        Item { Layout.fillHeight: true }
        Rectangle {
            color: Theme.highContrast ? Theme.black : "#B3261E"
            border.width: 8
            border.color: Theme.white
            radius: width / 2
            Layout.preferredWidth: Math.round(Math.min(page.width, page.height) * (Theme.compact ? 0.2 : 0.26))
            Layout.preferredHeight: Layout.preferredWidth
            Layout.alignment: Qt.AlignHCenter
            Rectangle {
                anchors.centerIn: parent
                width: parent.width * 0.6
                height: parent.height * 0.16
                radius: 6
                color: Theme.white
            }
        }
        KioskText {
            text: "外来人员请勿入内"
            color: Theme.white
            strong: true
            font.pixelSize: Math.round(Theme.display * (Theme.compact ? 1.1 : 1.5))
            horizontalAlignment: Text.AlignHCenter
            Layout.fillWidth: true
            Layout.topMargin: Theme.gap
        }
        KioskText {
            text: "Outsiders: do not enter"
            color: Theme.white
            strong: true
            font.pixelSize: Theme.compact ? Theme.title : Theme.display
            horizontalAlignment: Text.AlignHCenter
            Layout.fillWidth: true
        }
        KioskText {
            text: [page.kiosk.zoneNameChinese, page.kiosk.zoneName].filter((name) => name.length > 0).join(" · ")
            visible: text.length > 0
            color: Theme.white
            font.pixelSize: Theme.title
            horizontalAlignment: Text.AlignHCenter
            Layout.fillWidth: true
        }
        Item { Layout.fillHeight: true }
        KioskText {
            text: "访客与陪同人员：请先后向摄像头出示胸牌。\nVisitor and escort: show your badges to the camera, one after the other."
            color: Theme.white
            horizontalAlignment: Text.AlignHCenter
            Layout.fillWidth: true
        }
        KioskButton {
            text: page.kiosk.guardCalled ? qsTr("The guard is called") : qsTr("Call the guard")
            iconName: page.kiosk.guardCalled ? "checked" : "bell"
            Layout.alignment: Qt.AlignHCenter
            onClicked: page.kiosk.callGuard()
        }
    }
}
