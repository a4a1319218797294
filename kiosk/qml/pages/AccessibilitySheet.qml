// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Gatehouse.Theme
import Gatehouse.Components

/*! Larger text, high contrast, no movement, reading aloud: at once, for this visitor only. */
Sheet {
    id: sheet

    required property var kiosk

    title: qsTr("Accessibility")

    SwitchRow {
        text: qsTr("Larger text")
        iconName: "text-size"
        checked: sheet.kiosk.largeText
        onToggled: sheet.kiosk.largeText = checked
    }
    SwitchRow {
        text: qsTr("High contrast")
        detail: qsTr("Black, white and yellow")
        iconName: "contrast"
        checked: sheet.kiosk.highContrast
        onToggled: sheet.kiosk.highContrast = checked
    }
    SwitchRow {
        text: qsTr("No movement")
        detail: qsTr("Pages change without sliding")
        iconName: "motion"
        checked: sheet.kiosk.reducedMotion
        onToggled: sheet.kiosk.reducedMotion = checked
    }
    SwitchRow {
        visible: sheet.kiosk.mayReadAloud
        text: qsTr("Read aloud")
        detail: qsTr("What the screen asks is spoken; never what you enter")
        iconName: "speech"
        checked: sheet.kiosk.readAloud
        onToggled: sheet.kiosk.readAloud = checked
    }
    RowLayout {
        spacing: Theme.gap
        Layout.fillWidth: true
        KioskText {
            text: qsTr("A person helps you in any case.")
            Layout.fillWidth: true
        }
        CallGuardButton {
            kiosk: sheet.kiosk
        }
    }
}
