// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Gatehouse.Theme
import Gatehouse.Components

/*!
    Pick-up numbers of one kind, with the word for it; touching one goes on with it. "ready": the badge can be had. "desk": it was
    refused, or the guard asks something. "briefing": the safety briefing is still owed.
*/
Column {
    id: numbers

    required property string kind
    property string heading
    property var otherHeadings: []
    /*! There is room for the other languages. */
    property bool inAll: true
    property var model: []
    /*! How many there is room for. */
    property int most: 4
    readonly property var all: model.filter((number) => number.state === numbers.kind)
    readonly property int hidden: Math.max(0, all.length - most)
    signal chosen(int number)

    visible: all.length > 0
    spacing: Theme.compact ? 8 : Theme.gapSmall

    /*! How high it is with or without the other languages. */
    function heightWith(all: bool): real {
        return visible ? first.implicitHeight + (all && others.text.length > 0 ? others.implicitHeight : 0) + spacing + badges.implicitHeight : 0
    }

    Column {
        KioskText {
            id: first
            text: numbers.heading
            width: numbers.width
            strong: true
        }
        KioskText {
            id: others
            visible: numbers.inAll && text.length > 0
            text: numbers.otherHeadings.join("\n")
            width: numbers.width
            strong: true
        }
    }
    Flow {
        id: badges
        width: numbers.width
        spacing: Theme.gapSmall
        Repeater {
            model: numbers.all.slice(0, numbers.most)
            NumberBadge {
                id: badge
                required property var modelData
                number: modelData.number
                kind: modelData.state
                onClicked: numbers.chosen(badge.modelData.number)
            }
        }
    }
}
