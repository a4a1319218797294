// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Gatehouse.Theme
import Gatehouse.Components

/*! The room's rules in pictures (R23), before the questions. Who passed them before leaves it to the guard. */
KioskPage {
    id: page

    readonly property var checkIn: kiosk.checkIn

    title: checkIn.briefing.title
    readonly property string asking: qsTr("Please look at these rules. Then you are asked three questions.")

    subtitle: checkIn.briefingPassed ? qsTr("You have passed this.")
                                     : checkIn.briefedVisit.length > 0 ? qsTr("Visit %1. %2").arg(checkIn.briefedVisit).arg(asking) : asking
    /*! Upright there is room to read it from a step away. */
    readonly property int textSize: Theme.landscape || Theme.largeText ? Theme.small : Math.round((Theme.small + Theme.body) / 2)

    titleSize: Theme.landscape ? Theme.title : Math.round(Theme.display * 0.8)
    headShare: 0.26
    secondaryText: checkIn.briefingPassed ? "" : qsTr("Leave it to the guard")
    secondaryIcon: "bell"
    onSecondary: page.checkIn.leaveBriefing()

    note: checkIn.briefingPassed ? "" : qsTr("Passed the safety briefing here within the last %1 days? Leave it to the guard, who looks it up.").arg(checkIn.briefingDays)
    GridLayout {
        columns: 2
        columnSpacing: Theme.gapSmall
        rowSpacing: Theme.gapSmall
        Layout.fillWidth: true

        Repeater {
            model: SteadyRows { list: page.checkIn.briefing.points }
            Card {
                id: point
                required property var modelData
                padding: Theme.landscape ? Theme.gapSmall : Theme.gap
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredWidth: 1

                RowLayout {
                    spacing: Theme.gap
                    Layout.fillWidth: true
                    BriefingPicture {
                        name: point.modelData.picture
                        size: Math.round((Theme.compact ? 72 : 96) * Theme.scale)
                        Layout.alignment: Qt.AlignTop
                    }
                    ColumnLayout {
                        spacing: 4
                        Layout.fillWidth: true
                        KioskText {
                            text: point.modelData.heading
                            strong: true
                            Layout.fillWidth: true
                        }
                        KioskText {
                            text: point.modelData.text
                            font.pixelSize: page.textSize
                            Layout.fillWidth: true
                        }
                    }
                }
                Item { Layout.fillHeight: true }
            }
        }
    }
}
