// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Gatehouse.Theme
import Gatehouse.Components

/*! The kiosk at rest: where you are, three ways to begin, the languages, and the numbers that can be collected. */
FocusScope {
    id: page

    required property var kiosk
    readonly property var numbers: kiosk.readyNumbers
    readonly property bool wide: Theme.landscape

    Accessible.role: Accessible.Pane
    Accessible.name: qsTr("Welcome")

    ColumnLayout {
        anchors { fill: parent; margins: Theme.margin; topMargin: Theme.gapLarge; bottomMargin: Theme.gap }
        spacing: 0

        RowLayout {
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
                    spacing: Theme.gapSmall
                    Layout.fillWidth: true
                    Repeater {
                        model: page.kiosk.welcomes
                        KioskText {
                            required property string modelData
                            text: modelData
                            width: greetings.width
                            strong: true
                            font.pixelSize: Theme.highContrast || Theme.compact ? Theme.display : Math.round(Theme.display * 1.5)
                            lineHeight: 1
                        }
                    }
                }
                KioskText {
                    visible: !(page.wide && Theme.compact && Theme.largeText && page.numbers.length > 0) // room for the numbers
                    text: qsTr("How can we help you today?")
                    color: Theme.muted
                    font.pixelSize: Theme.landscape && Theme.compact ? Theme.body : Math.round((Theme.body + Theme.title) / 2)
                    Layout.topMargin: Theme.gapSmall
                    Layout.fillWidth: true
                }
                LanguageRow {
                    visible: page.wide
                    kiosk: page.kiosk
                    Layout.topMargin: Theme.gapSmall
                }
                Numbers {
                    model: page.wide ? page.numbers : []
                    onChosen: (number) => page.kiosk.collect(number)
                    Layout.topMargin: Theme.compact ? 0 : Theme.gap
                }
                Numbers {
                    kind: "briefing"
                    heading: qsTr("Safety briefing still missing:")
                    model: page.wide ? page.numbers : []
                    onChosen: (number) => page.kiosk.collect(number)
                    Layout.topMargin: Theme.compact ? 0 : Theme.gap
                }
            }
            ColumnLayout {
                spacing: Theme.gap
                Layout.fillWidth: true
                Layout.alignment: page.wide ? Qt.AlignVCenter : Qt.AlignTop

                ChoiceCard {
                    primary: true
                    text: qsTr("Check in")
                    detail: qsTr("Have your ID card or passport ready")
                    iconName: "id-card"
                    minimumHeight: Math.round((Theme.landscape ? (Theme.compact ? 150 : 180) : 220) * Theme.scale)
                    enabled: page.kiosk.online
                    Layout.fillWidth: true
                    onClicked: page.kiosk.startCheckIn()
                }
                ChoiceCard {
                    text: qsTr("I have an invitation")
                    detail: qsTr("Show the QR code that you were sent")
                    iconName: "qr"
                    minimumHeight: Math.round((Theme.landscape ? (Theme.compact ? 150 : 180) : 220) * Theme.scale)
                    enabled: page.kiosk.online
                    Layout.fillWidth: true
                    onClicked: page.kiosk.startInvitation()
                }
                ChoiceCard {
                    text: qsTr("Check out")
                    detail: qsTr("Show your badge and hand it back")
                    iconName: "exit"
                    minimumHeight: Math.round((Theme.landscape ? (Theme.compact ? 150 : 180) : 220) * Theme.scale)
                    Layout.fillWidth: true
                    onClicked: page.kiosk.startCheckOut()
                }
                KioskButton {
                    visible: page.kiosk.offersBriefing
                    text: qsTr("Safety briefing")
                    iconName: "shield"
                    hint: qsTr("For visitors who are registered already")
                    enabled: page.kiosk.online
                    Layout.fillWidth: true
                    onClicked: page.kiosk.startBriefing()
                }
            }
        }
        Numbers {
            model: page.wide ? [] : page.numbers
            onChosen: (number) => page.kiosk.collect(number)
            Layout.bottomMargin: Theme.gap
        }
        Numbers {
            kind: "briefing"
            heading: qsTr("Safety briefing still missing:")
            model: page.wide ? [] : page.numbers
            onChosen: (number) => page.kiosk.collect(number)
            Layout.bottomMargin: Theme.gap
        }
        LanguageRow {
            visible: !page.wide
            kiosk: page.kiosk
        }
    }
}
