// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Gatehouse.Theme

/*! One thing to know, to heed or to correct: sign, word and tint together. Kinds: info, good, warning, error. */
Rectangle {
    id: note

    property string kind: "info"
    property string text
    readonly property color tone: kind === "good" ? Theme.jade : kind === "warning" ? Theme.amber : kind === "error" ? Theme.vermilion : Theme.ink

    color: kind === "good" ? Theme.jadeTint : kind === "warning" ? Theme.amberTint : kind === "error" ? Theme.vermilionTint : Theme.surface
    radius: Theme.radius
    border.width: Theme.edge
    border.color: kind === "info" ? Theme.line : tone
    implicitHeight: Math.max(row.implicitHeight + 2 * Theme.gapSmall, Theme.touch)
    implicitWidth: row.implicitWidth + 2 * Theme.gap
    visible: text.length > 0
    Layout.fillWidth: true
    Layout.minimumHeight: implicitHeight // a column that is short of room takes it from elsewhere
    Accessible.role: Accessible.AlertMessage
    Accessible.name: text

    RowLayout {
        id: row
        anchors { left: parent.left; right: parent.right; verticalCenter: parent.verticalCenter; margins: Theme.gap }
        spacing: Theme.gapSmall
        Icon {
            name: note.kind === "good" ? "checked" : note.kind === "warning" ? "warning" : note.kind === "error" ? "error" : "info"
            color: note.tone
            Layout.preferredWidth: size
            Layout.preferredHeight: size
            Layout.alignment: Qt.AlignTop
        }
        KioskText {
            text: note.text
            Layout.fillWidth: true
            Accessible.ignored: true
        }
    }
}
