// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Gatehouse.Theme

/*! The one bar at the bottom of every screen: accessibility, language, call the guard, start again. */
Rectangle {
    id: bar

    property string languageName
    property bool guardCalled: false
    property bool callingGuard: false
    property bool canStartAgain: true
    signal accessibilityRequested()
    signal languageRequested()
    signal guardRequested()
    signal startAgainRequested()

    readonly property bool stacked: width < 1300 && !Theme.landscape
    readonly property real labelSize: stacked || Theme.largeText ? Theme.small : Math.round((Theme.small + Theme.body) / 2)

    color: Theme.surface
    implicitHeight: row.implicitHeight + 16

    Rectangle {
        anchors { left: parent.left; right: parent.right; top: parent.top }
        height: Theme.hairline
        color: Theme.line
    }
    RowLayout {
        id: row
        anchors { fill: parent; leftMargin: Theme.margin - Theme.gapSmall; rightMargin: anchors.leftMargin; topMargin: 8; bottomMargin: 8 }
        spacing: 8

        BarButton {
            text: qsTr("Accessibility")
            iconName: "accessibility"
            stacked: bar.stacked
            labelSize: bar.labelSize
            onClicked: bar.accessibilityRequested()
        }
        BarButton {
            text: bar.languageName
            iconName: "globe"
            stacked: bar.stacked
            labelSize: bar.labelSize
            Accessible.description: qsTr("Change the language")
            onClicked: bar.languageRequested()
        }
        BarButton {
            text: bar.guardCalled ? qsTr("The guard is called") : bar.callingGuard ? qsTr("Calling …") : qsTr("Call the guard")
            iconName: bar.guardCalled ? "checked" : bar.callingGuard ? "clock" : "bell"
            stacked: bar.stacked
            labelSize: bar.labelSize
            tone: bar.guardCalled ? Theme.jade : Theme.ink
            onClicked: bar.guardRequested()
        }
        BarButton {
            text: qsTr("Start again")
            iconName: "restart"
            stacked: bar.stacked
            labelSize: bar.labelSize
            enabled: bar.canStartAgain
            onClicked: bar.startAgainRequested()
        }
    }
}
