// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Gatehouse.Theme
import Gatehouse.Components

/*! The door station at rest (R2): keep out, and how a visitor with a badge and an escort gets in; in two languages, no names. */
Rectangle {
    id: page

    required property var kiosk
    readonly property var door: kiosk.door
    /*! What the sign, the guidance, the arrow to the camera and the name of the zone may take together. */
    readonly property real signRoom: column.height - 7 * column.spacing - [warnings, chinese, english, unheard, buttons]
                                     .reduce((sum, part) => sum + (part.visible ? part.implicitHeight : 0), 0)
    /*! What the guidance, the arrow to the camera and the name of the zone may take, in this order. */
    readonly property real room: signRoom - sign.implicitHeight
    readonly property real spare: room - (guidance.visible ? guidance.implicitHeight : 0) - (guidance.visible && unheard.visible ? column.spacing : 0)
    readonly property real labelSize: Theme.largeText && Theme.landscape ? Theme.small : Theme.body

    color: Theme.highContrast ? Theme.black : Theme.ink

    ColumnLayout {
        id: column
        anchors { fill: parent; margins: Theme.compact ? Theme.gap : Theme.margin }
        spacing: Theme.gapSmall

        DoorWarnings {
            id: warnings
            door: page.door
            Layout.fillWidth: true
        }
        Item { Layout.fillHeight: true }
        Rectangle {
            id: sign
            color: Theme.highContrast ? Theme.black : Theme.vermilion
            border.width: 8
            border.color: Theme.white
            radius: width / 2
            readonly property real whole: Math.min(page.width, page.height) * (Theme.landscape ? 0.16 : 0.26)
            readonly property real beside: guidance.implicitHeight + arrow.size + 3 * column.spacing
            implicitWidth: Math.round(Math.max(Theme.icon, Math.min(page.signRoom, whole, Math.max(whole * 0.5, page.signRoom - beside))))
            implicitHeight: implicitWidth
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
            id: chinese
            text: "外来人员请勿入内"
            color: Theme.white
            strong: true
            font.pixelSize: Math.round(Theme.display * (Theme.compact ? 1 : Theme.largeText && Theme.landscape ? 1.38 : 1.5))
            horizontalAlignment: Text.AlignHCenter
            Layout.fillWidth: true
        }
        KioskText {
            id: english
            text: "Outsiders: do not enter"
            color: Theme.white
            strong: true
            font.pixelSize: Theme.compact ? Theme.title : Theme.display
            horizontalAlignment: Text.AlignHCenter
            Layout.fillWidth: true
        }
        KioskText {
            id: zone
            text: [page.kiosk.zoneNameChinese, page.kiosk.zoneName].filter((name) => name.length > 0).join(" · ")
            visible: text.length > 0 && implicitHeight + arrow.size + 2 * column.spacing <= page.spare
            color: Theme.white
            font.pixelSize: Theme.compact ? Theme.body : Theme.title
            horizontalAlignment: Text.AlignHCenter
            Layout.fillWidth: true
        }
        Item { Layout.fillHeight: true }
        KioskText {
            id: guidance // gives way only where there is no room beside what went wrong
            visible: implicitHeight + column.spacing <= page.room
            text: "访客与陪同人员：请先后向摄像头出示胸牌。\nVisitor and escort: show your badges to the camera, one after the other."
            color: Theme.white
            horizontalAlignment: Text.AlignHCenter
            Layout.fillWidth: true
        }
        Icon {
            id: arrow
            visible: guidance.visible && size + column.spacing <= page.spare
            name: "arrow-forward"
            rotation: -90 // the camera is above the screen
            color: Theme.white
            size: Theme.compact ? Theme.icon : Theme.iconLarge
            Layout.preferredWidth: size
            Layout.preferredHeight: size
            Layout.alignment: Qt.AlignHCenter
            Accessible.ignored: true
        }
        Note {
            id: unheard
            kind: "error"
            text: page.kiosk.problemText
        }
        GridLayout {
            id: buttons
            columns: Theme.landscape ? 3 : 1
            columnSpacing: Theme.gap
            rowSpacing: Theme.gapSmall
            Layout.alignment: Qt.AlignHCenter
            Layout.maximumWidth: page.width - 2 * Theme.margin

            KioskButton {
                text: "离开登记 · Leaving"
                iconName: "exit"
                labelSize: page.labelSize
                leftPadding: Theme.gap
                rightPadding: Theme.gap
                Layout.fillWidth: true
                onClicked: page.door.leave()
            }
            KioskButton {
                text: "报告陌生人 · Report a stranger"
                iconName: "warning"
                labelSize: page.labelSize
                leftPadding: Theme.gap
                rightPadding: Theme.gap
                Layout.fillWidth: true
                onClicked: page.door.askReport()
            }
            KioskButton {
                text: page.kiosk.guardCalled ? "已呼叫保安 · Guard called"
                    : page.kiosk.callingGuard ? "正在呼叫… · Calling …" : "呼叫保安 · Call the guard"
                iconName: page.kiosk.guardCalled ? "checked" : page.kiosk.callingGuard ? "clock" : "bell"
                labelSize: page.labelSize
                leftPadding: Theme.gap
                rightPadding: Theme.gap
                Layout.fillWidth: true
                onClicked: page.kiosk.callGuard()
            }
        }
    }
}
