// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Gatehouse.Theme
import Gatehouse.Components
import Gatehouse.Pages

/*! The kiosk at rest: where you are, three ways to begin, the languages, and the numbers that can be collected. */
FocusScope {
    id: page

    required property var kiosk
    readonly property var numbers: kiosk.readyNumbers
    readonly property bool wide: Theme.landscape
    readonly property string problem: kiosk.problemText
    readonly property int kinds: new Set(numbers.map((number) => number.state)).size
    /*! Numbers, and what went wrong, need the room of the greetings and of the languages, which the bar has too. */
    readonly property bool tight: kinds > 0 || problem.length > 0
    readonly property bool cramped: wide && kinds > (Theme.compact ? 1 : 2)
    readonly property bool languagesFit: problem.length === 0 && kinds < (wide && Theme.compact ? 2 : Theme.largeText ? 2 : 3)
    readonly property int most: (wide ? (Theme.compact || Theme.largeText ? 3 : 4) : 5) * (kinds > 1 ? 1 : 2)
    readonly property real cardHeight: Math.round((wide ? (Theme.compact ? 150 : 180) : tight ? 160 : 220) * Theme.scale)

    /*! What the greetings and the choices have together; upright also the numbers and the languages. */
    readonly property real room: height - content.anchors.topMargin - content.anchors.bottomMargin - header.implicitHeight
    readonly property real greeting: (greetings.visible ? greetings.implicitHeight + Theme.gapSmall : 0)
                                     + (help.visible ? help.implicitHeight + 2 * Theme.gapSmall : 0)
    readonly property real note: problem.length > 0 ? (wide ? besideNote : belowNote).implicitHeight + Theme.gap : 0
    /*! The captions of the numbers come before the lines about the choices, which are clear without. */
    readonly property bool captionsInAll: (wide ? greeting + besideNumbers.heightWith(true) + Theme.gapSmall + (Theme.compact ? 0 : Theme.gap)
                                                : greeting + choicesWith(1) + belowWith(true)) <= room
    readonly property real roomForChoices: wide ? room : room - greeting - belowWith(captionsInAll)
    readonly property real nameSize: Theme.largeText && Theme.compact && kiosk.otherLanguages.length > 1 ? Theme.body : Theme.title
    readonly property int details: choicesWith(2) <= roomForChoices ? 2 : choicesWith(1) <= roomForChoices ? 1 : 0

    function inOthers(source: string): var {
        return catalogue.words(kiosk.otherLanguages, source)
    }
    /*! How high they are with so many lines about each. */
    function choicesWith(details: int): real {
        const cards = [checkIn, invitation, checkOut].reduce((sum, card) => sum + card.heightWith(details) + Theme.gap, 0)
        return cards + (briefing.visible ? briefing.implicitHeight : -Theme.gap)
    }
    /*! What stands under the choices on an upright screen, with the space above it. */
    function belowWith(all: bool): real {
        return Theme.gapLarge + note + belowNumbers.heightWith(all) + (languagesFit ? languages.implicitHeight + Theme.gap : 0)
    }

    Accessible.role: Accessible.Pane
    Accessible.name: qsTr("Welcome")

    Catalogue {
        id: catalogue
        context: "RestPage"
    }

    ColumnLayout {
        id: content
        anchors { fill: parent; margins: Theme.margin; topMargin: Theme.gapLarge; bottomMargin: Theme.gap }
        spacing: 0

        RowLayout {
            id: header
            spacing: Theme.gap
            Layout.fillWidth: true
            Rectangle {
                color: Theme.highContrast ? Theme.black : Theme.ink
                border.width: Theme.highContrast ? 3 : 0
                border.color: Theme.white
                radius: Theme.radius
                Layout.preferredWidth: Math.round(72 * Theme.scale)
                Layout.preferredHeight: Layout.preferredWidth
                Icon {
                    anchors.centerIn: parent
                    name: "home"
                    color: Theme.white
                }
            }
            ColumnLayout {
                spacing: 0
                Layout.fillWidth: true
                KioskText {
                    text: page.kiosk.siteName
                    strong: true
                    Layout.fillWidth: true
                }
                KioskText {
                    text: page.kiosk.stationName
                    color: Theme.muted
                    font.pixelSize: Theme.small
                    Layout.fillWidth: true
                }
            }
            KioskText {
                text: page.kiosk.clockText
                strong: true
                font.pixelSize: Theme.title
                wrapMode: Text.NoWrap

                // For staff: the way to the exit code.
                MouseArea {
                    anchors { fill: parent; margins: -Theme.gapSmall }
                    pressAndHoldInterval: 3000
                    onPressAndHold: page.kiosk.openLeave()
                }
            }
        }
        GridLayout {
            columns: page.wide ? 2 : 1
            columnSpacing: Theme.gapLarge * 2
            rowSpacing: Theme.gapLarge
            Layout.fillWidth: true
            Layout.fillHeight: true

            ColumnLayout {
                spacing: Theme.gapSmall
                Layout.fillWidth: true
                Layout.preferredWidth: page.wide ? page.width * 0.34 : -1
                Layout.maximumWidth: page.wide ? page.width * 0.36 : Infinity
                Layout.alignment: page.wide ? Qt.AlignVCenter : Qt.AlignBottom

                // Not in the layout itself: it put the greetings over one another when the page came back, and reached for one that
                // was gone when a language was chosen and the page got another height at the same time.
                Column {
                    id: greetings
                    visible: !(page.cramped && Theme.compact && Theme.largeText && page.kinds > 2)
                    spacing: Theme.gapSmall
                    Layout.fillWidth: true
                    Repeater {
                        model: page.kiosk.welcomes
                        KioskText {
                            required property string modelData
                            text: modelData
                            width: greetings.width
                            strong: true
                            font.pixelSize: page.cramped ? Theme.title
                                : page.tight || Theme.highContrast || Theme.compact ? Theme.display : Math.round(Theme.display * 1.5)
                            lineHeight: 1
                        }
                    }
                }
                KioskText {
                    id: help
                    visible: !page.tight
                    text: [qsTr("How can we help you today?"), ...page.inOthers("How can we help you today?")].join("\n")
                    color: Theme.muted
                    font.pixelSize: Theme.landscape && Theme.compact ? Theme.body : Math.round((Theme.body + Theme.title) / 2)
                    Layout.topMargin: Theme.gapSmall
                    Layout.fillWidth: true
                }
                LanguageRow {
                    visible: page.wide && page.languagesFit
                    kiosk: page.kiosk
                    Layout.topMargin: Theme.gapSmall
                }
                Column {
                    id: beside
                    visible: page.wide && page.tight
                    Layout.topMargin: Theme.compact ? 0 : Theme.gap
                    Layout.fillWidth: true
                    Note {
                        id: besideNote
                        kind: "error"
                        text: page.problem
                        width: beside.width
                    }
                    PickupNumbers { // after what went wrong, which is gone at the next touch
                        id: besideNumbers
                        model: page.wide && page.problem.length === 0 ? page.numbers : []
                        most: page.most
                        otherLanguages: page.kiosk.otherLanguages
                        inAll: page.captionsInAll
                        width: beside.width
                        onChosen: (number) => page.kiosk.collect(number)
                    }
                }
            }
            ColumnLayout {
                spacing: Theme.gap
                Layout.fillWidth: true
                Layout.alignment: page.wide ? Qt.AlignVCenter : Qt.AlignTop

                ChoiceCard {
                    id: checkIn
                    primary: true
                    text: qsTr("Check in")
                    otherTexts: page.inOthers("Check in")
                    detail: qsTr("Have your ID card or passport ready")
                    otherDetails: page.inOthers("Have your ID card or passport ready")
                    details: page.details
                    titleSize: page.nameSize
                    iconName: "id-card"
                    minimumHeight: page.cardHeight
                    enabled: page.kiosk.online
                    Layout.fillWidth: true
                    onClicked: page.kiosk.startCheckIn()
                }
                ChoiceCard {
                    id: invitation
                    text: qsTr("I have an invitation")
                    otherTexts: page.inOthers("I have an invitation")
                    detail: qsTr("Show the QR code that you were sent")
                    otherDetails: page.inOthers("Show the QR code that you were sent")
                    details: page.details
                    titleSize: page.nameSize
                    iconName: "qr"
                    minimumHeight: page.cardHeight
                    enabled: page.kiosk.online
                    Layout.fillWidth: true
                    onClicked: page.kiosk.startInvitation()
                }
                ChoiceCard {
                    id: checkOut
                    text: qsTr("Check out")
                    otherTexts: page.inOthers("Check out")
                    detail: qsTr("Show your badge and hand it back")
                    otherDetails: page.inOthers("Show your badge and hand it back")
                    details: page.details
                    titleSize: page.nameSize
                    iconName: "exit"
                    minimumHeight: page.cardHeight
                    Layout.fillWidth: true
                    onClicked: page.kiosk.startCheckOut()
                }
                KioskButton {
                    id: briefing
                    visible: page.kiosk.offersBriefing
                    text: [qsTr("Safety briefing"), ...page.inOthers("Safety briefing")].join(" · ")
                    Accessible.name: qsTr("Safety briefing")
                    iconName: "shield"
                    hint: qsTr("For visitors who are registered already")
                    enabled: page.kiosk.online
                    Layout.fillWidth: true
                    onClicked: page.kiosk.startBriefing()
                }
            }
        }
        Column {
            id: below
            visible: !page.wide
            spacing: Theme.gap
            Layout.fillWidth: true
            Note {
                id: belowNote
                kind: "error"
                text: page.problem
                width: below.width
            }
            PickupNumbers {
                id: belowNumbers
                model: page.wide || page.problem.length > 0 ? [] : page.numbers
                most: page.most
                otherLanguages: page.kiosk.otherLanguages
                inAll: page.captionsInAll
                width: below.width
                onChosen: (number) => page.kiosk.collect(number)
            }
            LanguageRow {
                id: languages
                visible: page.languagesFit
                kiosk: page.kiosk
                width: below.width
            }
        }
    }
}
