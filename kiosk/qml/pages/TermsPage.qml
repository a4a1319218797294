// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Gatehouse.Theme
import Gatehouse.Components

/*! The confidentiality terms (R20): signed with a finger, or by typing the name. */
KioskPage {
    id: page

    readonly property var checkIn: kiosk.checkIn
    property bool typing: checkIn.typedSignature.length > 0

    title: checkIn.termsTitle
    subtitle: qsTr("Please read this and sign below it. Your signature says that you agree. Version %1").arg(checkIn.termsVersion)
    titleSize: Theme.landscape ? Theme.title : Math.round(Theme.display * 0.8)
    primaryText: qsTr("I agree")
    primaryIcon: "check"
    headShare: 0.3
    secondaryText: typing ? qsTr("Sign with your finger instead") : qsTr("Type my name instead")
    secondaryIcon: typing ? "signature" : "typed"
    onSecondary: {
        const types = !page.typing // before the name is gone, which `typing` follows
        pad.clear()
        page.checkIn.typedSignature = ""
        page.typing = types
        if (page.typing)
            typedName.forceActiveFocus(Qt.TabFocusReason)
    }

    TextSections { sections: page.checkIn.termsSections }
    SignaturePad {
        id: pad
        visible: !page.typing
        implicitHeight: Math.round((Theme.landscape ? 260 : 340) * Theme.scale)
        Layout.fillWidth: true
        onChanged: settle.restart()
        Timer {
            id: settle
            interval: 250
            onTriggered: page.checkIn.setSignature(pad.complete ? pad.png() : new ArrayBuffer(0))
        }
    }
    TextEntry {
        id: typedName
        visible: page.typing
        label: qsTr("Type your full name as your signature")
        text: page.checkIn.typedSignature
        personName: true
        onEdited: (text) => page.checkIn.typedSignature = text
    }
}
