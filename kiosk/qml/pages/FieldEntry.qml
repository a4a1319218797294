// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Gatehouse.Theme
import Gatehouse.Components

/*! One field of the details: text, a date, or one of a few choices. */
FocusScope {
    id: entry

    required property var fieldData
    property string problem
    signal edited(string value)

    readonly property bool empty: text.empty
    readonly property bool isName: ["surname", "givenNames", "fullName"].includes(fieldData.name)
    readonly property bool isLatin: ["documentNumber", "personalNumber"].includes(fieldData.name)
    readonly property string caption: fieldData.required ? fieldData.label : qsTr("%1 (if you like)").arg(fieldData.label)

    implicitHeight: fieldData.kind === "choice" ? choices.implicitHeight : text.implicitHeight

    TextEntry {
        id: text
        visible: entry.fieldData.kind !== "choice"
        anchors { left: parent.left; right: parent.right }
        focus: true
        label: entry.caption
        trust: entry.fieldData.trust
        error: entry.problem
        text: entry.fieldData.value
        placeholder: entry.fieldData.kind === "date" ? qsTr("YYYY-MM-DD") : ""
        personName: entry.isName
        inputMethodHints: entry.fieldData.kind === "date" ? Qt.ImhDialableCharactersOnly
                          : entry.isLatin ? Qt.ImhLatinOnly | Qt.ImhPreferUppercase : Qt.ImhNone
        onEdited: (value) => entry.edited(value)
    }
    ColumnLayout {
        id: choices
        visible: entry.fieldData.kind === "choice"
        anchors { left: parent.left; right: parent.right }
        spacing: 8

        KioskText {
            text: entry.caption
            strong: true
            Layout.fillWidth: true
        }
        Flow {
            spacing: 8
            Layout.fillWidth: true
            Repeater {
                model: entry.fieldData.choices ?? []
                KioskButton {
                    id: option
                    required property var modelData
                    readonly property bool current: modelData.value === entry.fieldData.value
                    text: modelData.label
                    iconName: current ? "checked" : "circle"
                    implicitHeight: Math.max(Theme.touch, Theme.control * 0.9)
                    leftPadding: Theme.gapSmall
                    rightPadding: Theme.gapSmall
                    Accessible.role: Accessible.RadioButton
                    Accessible.checked: current
                    onClicked: entry.edited(option.modelData.value)
                }
            }
        }
        Note {
            kind: "error"
            text: entry.problem
        }
    }
}
