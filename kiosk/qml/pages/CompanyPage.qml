// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Gatehouse.Components

/*! Company and telephone number. */
KioskPage {
    id: page

    title: kiosk.checkIn.asksCompany ? qsTr("Your company and telephone") : qsTr("How can we reach you?")
    subtitle: qsTr("The number helps if we have to find you in an emergency. It is deleted with your visit.")

    firstEntry: page.kiosk.checkIn.asksCompany ? company : phone

    TextEntry {
        id: company
        visible: page.kiosk.checkIn.asksCompany
        label: qsTr("Company")
        text: page.kiosk.checkIn.company
        error: page.kiosk.checkIn.fieldProblems.company ?? ""
        onEdited: (text) => page.kiosk.checkIn.company = text
    }
    TextEntry {
        id: phone
        label: qsTr("Telephone (if you like)")
        text: page.kiosk.checkIn.phone
        error: page.kiosk.checkIn.fieldProblems.phone ?? ""
        inputMethodHints: Qt.ImhDialableCharactersOnly
        longest: 40
        onEdited: (text) => page.kiosk.checkIn.phone = text
    }
}
