// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Gatehouse.Theme

/*! One stage of a request: done (with its time), now, or to come. */
RowLayout {
    id: row

    property string label
    property string time
    property string stage: "later" // done, now, later, failed
    readonly property color tone: stage === "done" ? Theme.jade : stage === "now" ? Theme.amber : stage === "failed" ? Theme.vermilion : Theme.muted

    spacing: Theme.gap
    Layout.fillWidth: true
    Accessible.role: Accessible.StaticText
    Accessible.name: qsTr("%1: %2").arg(label).arg(stage === "done" ? qsTr("done") : stage === "now" ? qsTr("now") : stage === "failed" ? qsTr("failed") : qsTr("to come"))

    Icon {
        name: row.stage === "done" ? "checked" : row.stage === "now" ? "half" : row.stage === "failed" ? "no-entry" : "circle"
        color: row.tone
        Layout.preferredWidth: size
        Layout.preferredHeight: size
    }
    KioskText {
        text: row.label
        strong: row.stage !== "later"
        color: row.stage === "done" ? Theme.ink : row.tone
        Layout.fillWidth: true
        Accessible.ignored: true
    }
    KioskText {
        text: row.time
        visible: text.length > 0
        color: Theme.muted
        wrapMode: Text.NoWrap
    }
}
