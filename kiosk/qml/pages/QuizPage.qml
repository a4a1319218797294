// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Gatehouse.Theme
import Gatehouse.Components

/*! One question about the room's rules (R23). A wrong answer is explained, and the question comes again. */
KioskPage {
    id: page

    readonly property var briefing: kiosk.checkIn.briefing
    readonly property bool answered: briefing.verdict.length > 0

    title: briefing.questionText
    subtitle: qsTr("Question %1 of %2").arg(briefing.questionNumber).arg(briefing.questionCount)
    titleSize: Theme.landscape ? Theme.title : Math.round(Theme.display * 0.8)
    headShare: 0.38
    primaryText: briefing.verdict === "wrong" ? qsTr("I have understood") : qsTr("Continue")

    aside: BriefingPicture {
        name: page.briefing.questionPicture
        size: Math.round((Theme.compact ? 96 : 160) * Theme.scale)
    }
    Repeater {
        model: SteadyRows { list: page.briefing.answers }
        ChoiceCard {
            id: choice
            required property var modelData
            required property int index
            text: modelData.text
            detail: modelData.state === "wrong" ? qsTr("That is not right") : modelData.state === "right" ? qsTr("That is right") : ""
            iconName: modelData.state === "wrong" ? "error" : modelData.state === "right" ? "checked" : ""
            titleSize: Theme.body
            enabled: !page.answered
            Layout.fillWidth: true
            onClicked: page.briefing.answer(choice.index)
        }
    }
    Note {
        visible: page.answered
        kind: page.briefing.verdict === "right" ? "good" : "error"
        text: !page.answered ? "" : page.briefing.verdict === "right" ? page.briefing.explanation
                                                                   : qsTr("%1 The question comes again.").arg(page.briefing.explanation)
    }
}
