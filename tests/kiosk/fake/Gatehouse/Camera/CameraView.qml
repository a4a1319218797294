// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

/*! Stands in for the live picture: a drawn document on a dark ground. */
Rectangle {
    property var feed
    property bool mirror: false
    property bool crop: false
    color: "#3B4656"
    Rectangle {
        visible: !parent.mirror
        x: parent.width * 0.18
        y: parent.height * 0.16
        width: parent.width * 0.62
        height: parent.height * 0.68
        rotation: 0
        radius: 14
        color: "#E4E9EA"
        Rectangle { x: parent.width * 0.06; y: parent.height * 0.2; width: parent.width * 0.26; height: parent.height * 0.55; color: "#AEBBC3" }
        Text { x: parent.width * 0.38; y: parent.height * 0.2; text: "UTOPIA\nSPECIMEN\nANNA MARIA"; font.pixelSize: parent.height * 0.1; color: "#25313F" }
    }
    Rectangle {
        visible: parent.mirror
        anchors.horizontalCenter: parent.horizontalCenter
        y: parent.height * 0.22
        width: parent.width * 0.4
        height: width
        radius: width / 2
        color: "#AEBBC3"
    }
}
