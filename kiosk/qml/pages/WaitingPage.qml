// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Gatehouse.Theme
import Gatehouse.Components

/*! What happens with the request now; it changes by itself. The guard may ask; the visitor may wait elsewhere. */
KioskPage {
    id: page

    readonly property var checkIn: kiosk.checkIn
    signal cancelAsked()

    readonly property bool approved: checkIn.stages.some((stage) => stage.key === "badge" && stage.state === "now")

    title: approved ? qsTr("Your visit is approved.") : qsTr("Thank you. A guard has your request.")
    problemKind: kiosk.problemCode === "badge-later" ? "warning" : "error"
    subtitle: checkIn.visitLabel.length > 0 ? qsTr("Your visit is %1.").arg(checkIn.visitLabel) : ""
    primaryText: qsTr("Give me a number")
    primaryIcon: "clock"
    primaryEnabled: true
    companion: send
    secondaryText: qsTr("Cancel my visit")
    onSecondary: page.cancelAsked()

    function proceed() { page.checkIn.waitElsewhere() }

    // Somebody else may touch the screen anywhere: who waits gets a number, and the kiosk is free.
    MouseArea {
        parent: page
        z: -1
        anchors.fill: parent
        onClicked: page.checkIn.nextVisitor()
    }

    aside: KioskButton {
        visible: Theme.landscape && page.checkIn.questionCode.length === 0
        text: qsTr("I am the next visitor")
        iconName: "people"
        Layout.topMargin: Theme.gap
        onClicked: page.checkIn.waitElsewhere()
    }
    Card {
        visible: page.checkIn.questionCode.length > 0
        border.width: 4
        border.color: Theme.amber
        Layout.fillWidth: true
        RowLayout {
            spacing: Theme.gapSmall
            Icon {
                name: "bell"
                color: Theme.amber
                Layout.preferredWidth: size
                Layout.preferredHeight: size
            }
            KioskText {
                text: qsTr("The guard asks")
                color: Theme.amber
                strong: true
                Layout.fillWidth: true
            }
        }
        KioskText {
            text: page.checkIn.questionText
            font.pixelSize: Theme.title
            strong: true
            Layout.fillWidth: true
        }
        TextEntry {
            id: answer
            visible: page.checkIn.questionTakesAnswer
            label: qsTr("Your answer")
            longest: 500
        }
        KioskButton {
            id: send
            variant: "primary"
            text: page.checkIn.questionTakesAnswer ? qsTr("Send the answer") : qsTr("I understood")
            enabled: !page.checkIn.questionTakesAnswer || answer.text.trim().length > 0
            onClicked: page.checkIn.answerQuestion(answer.text)
        }
    }
    Card {
        spacing: Theme.gap
        Layout.fillWidth: true
        Repeater {
            model: page.checkIn.stages
            StatusRow {
                required property var modelData
                label: modelData.label
                time: modelData.time
                stage: modelData.state
            }
        }
    }
    Card {
        visible: page.checkIn.owesBriefing && page.checkIn.questionCode.length === 0
        border.width: 4
        border.color: Theme.amber
        Layout.fillWidth: true
        KioskText {
            text: qsTr("The safety briefing is still missing. Without it nobody enters the room: pass it now, while the guard looks at your request.")
            Layout.fillWidth: true
        }
        KioskButton {
            text: qsTr("Pass the safety briefing now")
            iconName: "shield"
            Layout.fillWidth: true
            onClicked: page.checkIn.startBriefing()
        }
    }
    Note {
        visible: page.checkIn.escortNeeded && !(Theme.landscape && page.checkIn.owesBriefing)
        kind: "warning"
        text: qsTr("Part of where you asked to go is entered with an escort only. Your badge works there only together with the escort.")
    }
    Card {
        Layout.fillWidth: true
        RowLayout {
            spacing: Theme.gapLarge
            Layout.fillWidth: true
            ColumnLayout {
                spacing: 8
                Layout.fillWidth: true
                KioskText {
                    text: qsTr("You need not stay here.")
                    strong: true
                    Layout.fillWidth: true
                }
                KioskText {
                    text: page.checkIn.secondsToFree >= 0
                          ? qsTr("In %n second(s) you get a number and this screen is free for the next visitor.", "", page.checkIn.secondsToFree)
                          : qsTr("You can get a number and wait elsewhere.")
                    color: Theme.muted
                    Layout.fillWidth: true
                }
            }
            CountdownRing {
                visible: page.checkIn.secondsToFree >= 0
                remaining: page.checkIn.secondsToFree
                total: 30
                implicitWidth: Math.round(120 * Theme.scale)
                Layout.preferredWidth: implicitWidth
                Layout.preferredHeight: implicitWidth
            }
        }
        KioskButton {
            visible: !Theme.landscape && page.checkIn.questionCode.length === 0
            text: qsTr("I am the next visitor")
            iconName: "people"
            Layout.fillWidth: true
            onClicked: page.checkIn.waitElsewhere()
        }
    }
}
