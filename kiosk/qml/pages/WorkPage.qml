// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Gatehouse.Theme
import Gatehouse.Components

/*! What is done in a zone that is entered with an escort: one page, and only what is needed is asked. */
KioskPage {
    id: page

    readonly property var checkIn: kiosk.checkIn
    readonly property bool wide: Theme.landscape && !Theme.largeText

    title: checkIn.tour ? qsTr("Your tour") : qsTr("What will you do there?")
    subtitle: checkIn.tour ? qsTr("All of this is optional.") : qsTr("Those who approve your visit read this.")
    titleSize: Theme.landscape ? Theme.title : Math.round(Theme.display * 0.8)
    headShare: 0.28

    firstEntry: checkIn.tour ? null : reason

    note: checkIn.hotWork ? qsTr("This needs the approval of the fire keeper as well.") : ""
    noteKind: "warning"

    GridLayout {
        columns: page.wide ? 2 : 1
        columnSpacing: Theme.gap
        rowSpacing: Theme.gap
        Layout.fillWidth: true

        TextEntry {
            id: reason
            label: page.checkIn.tour ? qsTr("Reason (if you like)") : qsTr("Reason, in a few words")
            text: page.checkIn.workReason
            Layout.columnSpan: page.wide ? 2 : 1
            onEdited: (text) => page.checkIn.workReason = text
        }
        TextEntry {
            Layout.preferredWidth: 1
            label: page.checkIn.tour ? qsTr("Rack or area (if you like)") : qsTr("Rack or area")
            text: page.checkIn.workArea
            onEdited: (text) => page.checkIn.workArea = text
        }
        TextEntry {
            Layout.preferredWidth: 1
            visible: !page.checkIn.tour
            label: qsTr("Change number (if there is one)")
            text: page.checkIn.changeNumber
            longest: 40
            onEdited: (text) => page.checkIn.changeNumber = text
        }
    }
    KioskText {
        visible: !page.checkIn.tour
        text: qsTr("How is it done?")
        strong: true
        Layout.fillWidth: true
    }
    GridLayout {
        visible: !page.checkIn.tour
        columns: page.wide ? 3 : 2
        columnSpacing: Theme.gapSmall
        rowSpacing: Theme.gapSmall
        Layout.fillWidth: true
        Repeater {
            model: SteadyRows { list: page.checkIn.tour ? [] : page.checkIn.workMethods } // hidden cards would be laid out for ever
            ChoiceCard {
                id: method
                required property var modelData
                text: modelData.label
                iconName: modelData.hot ? "flame" : ""
                selected: modelData.chosen
                titleSize: Theme.body
                minimumHeight: page.wide ? Theme.touch : Theme.control
                leftPadding: Theme.gap
                rightPadding: Theme.gap
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredWidth: 1
                onClicked: page.checkIn.chooseWorkMethod(method.modelData.key)
            }
        }
    }
    KioskText {
        visible: page.checkIn.workTimes.length > 1
        text: qsTr("How long will you be here?")
        strong: true
        Layout.fillWidth: true
    }
    RowLayout {
        visible: page.checkIn.workTimes.length > 1
        spacing: Theme.gapSmall
        Layout.fillWidth: true
        Repeater {
            model: SteadyRows { list: page.checkIn.workTimes }
            ChoiceCard {
                id: time
                required property var modelData
                text: modelData.label
                selected: modelData.chosen
                titleSize: Theme.body
                minimumHeight: page.wide ? Theme.touch : Theme.control
                leftPadding: Theme.gap
                rightPadding: Theme.gap
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                onClicked: page.checkIn.chooseWorkTime(time.modelData.minutes)
            }
        }
    }
}
