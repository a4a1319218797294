// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Gatehouse.Theme
import Gatehouse.Components

/*! That the screen clears itself, and when. */
KioskText {
    property int seconds: -1

    visible: seconds >= 0
    text: qsTr("This screen clears itself in %n second(s).", "", Math.max(0, seconds))
    color: Theme.muted
    horizontalAlignment: Text.AlignHCenter
    Layout.fillWidth: true
}
