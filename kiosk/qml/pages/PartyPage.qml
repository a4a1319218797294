// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Gatehouse.Theme
import Gatehouse.Components

/*! Who else came with the visitor: everybody shows a document and gets an own badge. */
KioskPage {
    id: page

    readonly property var checkIn: kiosk.checkIn

    title: qsTr("Is anybody with you?")
    subtitle: qsTr("Everyone shows a document and gets a badge. Host and purpose are asked only once.")

    Card {
        padding: Theme.gap
        spacing: Theme.gapSmall
        Layout.fillWidth: true
        Repeater {
            model: SteadyRows { list: page.checkIn.members }
            RowLayout {
                id: member
                required property var modelData
                required property int index
                spacing: Theme.gapSmall
                Layout.fillWidth: true

                Icon {
                    name: member.modelData.complete ? "checked" : "circle"
                    color: member.modelData.complete ? Theme.jade : Theme.muted
                    Layout.preferredWidth: size
                    Layout.preferredHeight: size
                }
                KioskText {
                    text: member.modelData.name.length > 0 ? member.modelData.name : qsTr("Person %1").arg(member.index + 1)
                    strong: true
                    elide: Text.ElideRight
                    maximumLineCount: 2
                    Layout.fillWidth: true
                }
                KioskButton {
                    text: qsTr("Change")
                    leftPadding: Theme.gap
                    rightPadding: Theme.gap
                    implicitHeight: Theme.touch
                    Accessible.name: qsTr("Change %1").arg(member.modelData.name)
                    onClicked: page.checkIn.editMember(member.modelData.index)
                }
                KioskButton {
                    visible: page.checkIn.memberCount > 1
                    iconName: "remove"
                    leftPadding: 0
                    rightPadding: 0
                    implicitWidth: Theme.touch
                    implicitHeight: Theme.touch
                    Accessible.name: qsTr("Remove %1").arg(member.modelData.name)
                    onClicked: page.checkIn.removeMember(member.modelData.index)
                }
            }
        }
    }
    ChoiceCard {
        visible: page.checkIn.mayAddMember
        text: qsTr("Add another person")
        iconName: "plus"
        minimumHeight: Theme.control
        Layout.fillWidth: true
        onClicked: page.checkIn.addMember()
    }
}
