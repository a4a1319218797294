// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Gatehouse.Theme
import Gatehouse.Components

/*! Privacy and recording (R15): read, then acknowledged by the primary action. */
KioskPage {
    id: page

    title: page.kiosk.checkIn.noticeTitle
    subtitle: qsTr("Please read this before you go on. Version %1").arg(page.kiosk.checkIn.noticeVersion)
    primaryText: qsTr("I have read this")
    primaryIcon: "check"
    titleSize: Theme.landscape ? Theme.title : Math.round(Theme.display * 0.8)

    TextSections { sections: page.kiosk.checkIn.noticeSections }
}
