// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import QtQuick.Layouts
import Gatehouse.Theme

/*! One large choice of a few: an icon, what it is, and one line about it; the same in other languages while none is chosen. */
T.Button {
    id: card

    property string detail
    property var otherTexts: []
    property var otherDetails: []
    /*! How many of the lines about it there is room for: 0 none, 1 the first, 2 those in the other languages too. */
    property int details: 2
    property string iconName
    property bool primary: false
    property bool selected: false
    property real minimumHeight: Theme.control * 1.2
    property real titleSize: Theme.title
    property real iconSize: Math.round(Theme.iconLarge * (card.primary || card.minimumHeight > 140 * Theme.scale ? 1 : 0.75))
    readonly property color labelColor: primary ? Theme.jadeText : Theme.ink

    implicitWidth: 400
    implicitHeight: Math.max(minimumHeight, contentItem.implicitHeight + topPadding + bottomPadding)
    leftPadding: Theme.gapLarge
    rightPadding: Theme.gapLarge
    topPadding: Math.round(Theme.gapSmall * 0.75)
    bottomPadding: topPadding
    focusPolicy: Qt.StrongFocus

    Accessible.role: Accessible.Button
    Accessible.name: text
    Accessible.description: [detail, ...otherTexts, ...otherDetails].join("\n")
    Accessible.onPressAction: if (card.enabled) card.clicked()
    Keys.onReturnPressed: clicked()
    Keys.onEnterPressed: clicked()

    /*! How high it is with so many details. */
    function heightWith(details: int): real {
        const lines = [title, first, others].slice(0, 1 + details).filter((line) => line.text !== "")
        return Math.max(minimumHeight, lines.reduce((sum, line) => sum + line.implicitHeight + words.spacing, topPadding + bottomPadding - words.spacing))
    }

    contentItem: RowLayout {
        spacing: Theme.gapLarge

        Icon {
            name: card.iconName
            visible: name.length > 0
            color: card.labelColor
            size: card.iconSize
            Layout.preferredWidth: size
            Layout.preferredHeight: size
        }
        Column {
            id: words
            spacing: 4
            Layout.fillWidth: true
            Flow { // one after the other, and none broken where it may have a line of its own
                id: title
                width: words.width
                spacing: 4
                Repeater {
                    model: [card.text, ...card.otherTexts]
                    Item {
                        id: phrase
                        required property string modelData
                        readonly property real natural: Math.ceil(size.advanceWidth) + 1
                        width: Math.min(natural + Theme.gapSmall, words.width)
                        height: word.implicitHeight
                        TextMetrics {
                            id: size
                            font: word.font
                            text: phrase.modelData
                        }
                        FontMetrics {
                            id: metrics
                            font: word.font
                        }
                        KioskText {
                            id: word
                            text: phrase.modelData
                            width: Math.min(phrase.natural, words.width)
                            y: Math.round(metrics.ascent - baselineOffset) // scripts differ in what stands above the line
                            anchors.left: parent.left
                            color: card.labelColor
                            strong: true
                            font.pixelSize: card.titleSize
                            lineHeight: 1
                            Accessible.ignored: true
                        }
                    }
                }
            }
            KioskText {
                id: first
                visible: text.length > 0 && card.details > 0
                text: card.detail
                width: words.width
                color: card.primary ? Theme.jadeText : Theme.muted
                Accessible.ignored: true
            }
            KioskText {
                id: others
                visible: text.length > 0 && card.details > 1
                text: card.otherDetails.join("\n")
                width: words.width
                color: first.color
                Accessible.ignored: true
            }
        }
        Icon {
            visible: card.selected
            name: "checked"
            color: Theme.jade
            Layout.preferredWidth: size
            Layout.preferredHeight: size
        }
    }
    background: Rectangle {
        radius: Theme.radius
        color: card.primary ? (card.down ? Qt.darker(Theme.jade, 1.15) : Theme.jade) : card.down ? Theme.pressed : Theme.surface
        border.width: card.primary && !Theme.highContrast ? 0 : card.selected ? 4 : Theme.edge
        border.color: card.selected ? Theme.jade : Theme.outline

        FocusRing {
            control: card
            shown: card.visualFocus
        }
    }
}
