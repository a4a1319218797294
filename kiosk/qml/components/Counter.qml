// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Gatehouse.Theme

/*! How many of something: a word, fewer, the number, more. */
RowLayout {
    id: counter

    property string label
    property string iconName
    property int value: 0
    property int from: 0
    property int to: 20
    signal changed(int value)

    spacing: Theme.gap
    Layout.fillWidth: true

    Icon {
        visible: name.length > 0
        name: counter.iconName
        size: Math.round(Theme.icon * 1.1)
        Layout.preferredWidth: size
        Layout.preferredHeight: size
    }
    KioskText {
        text: counter.label
        strong: counter.value > 0
        Layout.fillWidth: true
        Accessible.ignored: true
    }
    KioskButton {
        iconName: "minus"
        leftPadding: 0
        rightPadding: 0
        implicitWidth: Theme.control
        enabled: counter.value > counter.from
        Accessible.name: qsTr("One %1 fewer").arg(counter.label)
        onClicked: counter.changed(counter.value - 1)
    }
    KioskText {
        text: counter.value
        strong: true
        font.pixelSize: Theme.title
        horizontalAlignment: Text.AlignHCenter
        Layout.preferredWidth: Math.round(Theme.title * 1.5)
        Accessible.name: qsTr("%1: %2").arg(counter.label).arg(counter.value)
    }
    KioskButton {
        iconName: "plus"
        leftPadding: 0
        rightPadding: 0
        implicitWidth: Theme.control
        enabled: counter.value < counter.to
        Accessible.name: qsTr("One %1 more").arg(counter.label)
        onClicked: counter.changed(counter.value + 1)
    }
}
