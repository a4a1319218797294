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
    readonly property bool badgeLater: kiosk.problemCode === "badge-later"
    readonly property bool asked: checkIn.questionCode.length > 0

    title: asked ? (checkIn.questionTakesAnswer ? qsTr("The guard has a question") : qsTr("A message from the guard")) : approved ? qsTr("Your visit is approved.") : qsTr("Thank you. A guard has your request.")
    subtitle: checkIn.visitLabel.length > 0 ? qsTr("Visit number %1").arg(checkIn.visitLabel) : ""
    problem: badgeLater ? "" : kiosk.problemText
    note: badgeLater ? kiosk.problemText : ""
    noteKind: "good"
    primaryText: !asked ? qsTr("Give me a number") : checkIn.questionTakesAnswer ? qsTr("Send the answer") : qsTr("I understood")
    primaryIcon: asked ? "check" : "clock"
    primaryEnabled: !change.running && (!asked || !checkIn.questionTakesAnswer || answer.text.trim().length > 0)
    secondaryText: asked ? qsTr("Give me a number") : qsTr("Cancel my visit")
    secondaryIcon: asked ? "clock" : ""
    secondaryEnabled: !change.running
    onSecondary: page.asked ? page.checkIn.waitElsewhere() : page.cancelAsked()

    readonly property int question: checkIn.questionNumber
    onQuestionChanged: {
        answer.text = "" // it belongs to the question before
        change.restart()
    }
    Timer { // what the buttons do changes under a finger that is on its way: for a moment they do nothing
        id: change
        interval: 1000
    }

    function proceed() { page.asked ? page.checkIn.answerQuestion(answer.text) : page.checkIn.waitElsewhere() }

    // Somebody else may touch the screen anywhere: who waits gets a number, and the kiosk is free.
    MouseArea {
        parent: page
        z: -1
        anchors.fill: parent
        onClicked: page.checkIn.nextVisitor()
    }

    Card {
        visible: page.asked
        border.width: 4
        border.color: Theme.amber
        Layout.fillWidth: true
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
    }
    Card {
        spacing: Theme.gap
        Layout.fillWidth: true
        Repeater {
            model: SteadyRows { list: page.checkIn.stages }
            StatusRow {
                required property var modelData
                label: modelData.label
                time: modelData.time
                stage: modelData.state
            }
        }
    }
    Card {
        visible: page.checkIn.owesBriefing && !page.asked
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
        text: qsTr("Part of the area you asked for needs an escort. Your badge works there only together with the escort.")
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
            visible: !page.asked
            text: qsTr("I am the next visitor")
            iconName: "people"
            Layout.fillWidth: true
            onClicked: page.checkIn.waitElsewhere()
        }
        KioskButton {
            visible: page.asked
            text: qsTr("Cancel my visit")
            Layout.fillWidth: true
            onClicked: page.cancelAsked()
        }
    }
}
