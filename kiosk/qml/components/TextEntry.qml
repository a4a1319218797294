// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Gatehouse.Theme

/*! A field to type in: its name above it, how far its value can be trusted beside the name, what is wrong under it. */
FocusScope {
    id: entry

    property string label
    property string error
    property string trust
    property alias text: field.text
    property alias placeholder: placeholder.text
    property int inputMethodHints: Qt.ImhNone
    /*! What is accepted at most. One character more can be typed, so that it is said that this is too long, and not cut unsaid. */
    property int longest: 200
    property alias readOnly: field.readOnly
    property alias field: field
    readonly property bool empty: field.text.length === 0
    /*! A name of a person: the pinyin candidates are ranked for that. */
    property bool personName: false
    /*! The value is shown with dots; a person's own key never needs this here, an exit code does. */
    property alias echoMode: field.echoMode
    /*! The person changed the text (never emitted when a program sets it). */
    signal edited(string text)
    signal accepted()

    implicitWidth: 320
    implicitHeight: column.implicitHeight
    Layout.fillWidth: true

    ColumnLayout {
        id: column
        anchors { left: parent.left; right: parent.right }
        spacing: 8

        GridLayout {
            columns: caption.implicitWidth + sign.implicitWidth + Theme.gapSmall > entry.width ? 1 : 2
            columnSpacing: Theme.gapSmall
            rowSpacing: 4
            visible: entry.label.length > 0
            KioskText {
                id: caption
                text: entry.label
                strong: true
                Layout.fillWidth: true
                Accessible.ignored: true
            }
            TrustSign {
                id: sign
                trust: entry.trust
            }
        }
        T.TextField {
            id: field
            objectName: "field"
            readonly property bool personName: entry.personName
            focus: true
            implicitHeight: Math.max(Theme.touch, Theme.control * 0.9)
            Layout.fillWidth: true
            leftPadding: Theme.gap
            rightPadding: Theme.gap
            topPadding: 0
            bottomPadding: 0
            verticalAlignment: TextInput.AlignVCenter
            font.pixelSize: Theme.body
            color: Theme.ink
            selectionColor: Theme.jade
            selectedTextColor: Theme.jadeText
            placeholderTextColor: Theme.muted
            maximumLength: entry.longest + 1
            inputMethodHints: entry.inputMethodHints
            selectByMouse: true
            Accessible.role: Accessible.EditableText
            Accessible.name: entry.label
            Accessible.description: entry.error
            onTextEdited: entry.edited(field.text)
            onAccepted: {
                entry.accepted()
                const next = field.nextItemInFocusChain(true)
                if (next !== null && next.hasOwnProperty("inputMethodHints"))
                    next.forceActiveFocus(Qt.TabFocusReason)
                else
                    Qt.inputMethod.hide()
            }
            cursorDelegate: Rectangle {
                width: 3
                color: Theme.ink
                visible: field.cursorVisible
            }
            background: Rectangle {
                radius: Theme.radius
                color: Theme.surface
                border.width: entry.error.length > 0 ? 4 : Theme.edge
                border.color: entry.error.length > 0 ? Theme.vermilion : Theme.outline
                FocusRing {
                    control: field
                }
            }
            KioskText {
                id: placeholder
                anchors.fill: parent
                anchors.leftMargin: Theme.gap
                anchors.rightMargin: Theme.gap
                visible: field.text.length === 0 && field.preeditText.length === 0
                color: Theme.muted
                wrapMode: Text.NoWrap
                elide: Text.ElideRight
                Accessible.ignored: true
            }
        }
        RowLayout {
            visible: entry.error.length > 0
            spacing: 8
            Icon {
                name: "error"
                color: Theme.vermilion
                Layout.preferredWidth: size
                Layout.preferredHeight: size
                size: Theme.iconSmall
            }
            KioskText {
                text: entry.error
                color: Theme.vermilion
                strong: true
                Layout.fillWidth: true
            }
        }
    }
}
