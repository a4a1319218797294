// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Gatehouse.Theme
import Gatehouse.Components
import Gatehouse.Pages

/*!
    The pick-up numbers under the words for what they wait for, no more than there is room for; the guard knows the others. No
    layout: they change while they are in sight.
*/
Column {
    id: groups

    property var model: []
    /*! Of each kind. */
    property int most: 4
    /*! In which the words are said too, where there is room for them. */
    property var otherLanguages: []
    property bool inAll: true
    signal chosen(int number)

    visible: model.length > 0
    spacing: Theme.compact ? Theme.gapSmall : Theme.gap

    /*! How high it is with or without the other languages. */
    function heightWith(all: bool): real {
        const more = hidden.visible ? [hidden, ...(all && otherHidden.text.length > 0 ? [otherHidden] : [])] : []
        const heights = [...[ready, desk, briefing].map((kind) => kind.heightWith(all)), ...more.map((text) => text.implicitHeight)]
        return visible ? heights.filter((height) => height > 0).reduce((sum, height) => sum + height + spacing, -spacing) : 0
    }

    Catalogue {
        id: catalogue
        context: "PickupNumbers"
    }
    Numbers {
        id: ready
        kind: "ready"
        heading: qsTr("Ready. Touch your number:")
        otherHeadings: catalogue.words(groups.otherLanguages, "Ready. Touch your number:")
        inAll: groups.inAll
        model: groups.model
        most: groups.most
        width: groups.width
        onChosen: (number) => groups.chosen(number)
    }
    Numbers {
        id: desk
        kind: "desk"
        heading: qsTr("A message from the guard. Touch your number:")
        otherHeadings: catalogue.words(groups.otherLanguages, "A message from the guard. Touch your number:")
        inAll: groups.inAll
        model: groups.model
        most: groups.most
        width: groups.width
        onChosen: (number) => groups.chosen(number)
    }
    Numbers {
        id: briefing
        kind: "briefing"
        heading: qsTr("Safety briefing still missing:")
        otherHeadings: catalogue.words(groups.otherLanguages, "Safety briefing still missing:")
        inAll: groups.inAll
        model: groups.model
        most: groups.most
        width: groups.width
        onChosen: (number) => groups.chosen(number)
    }
    KioskText {
        id: hidden
        visible: ready.hidden + desk.hidden + briefing.hidden > 0
        text: qsTr("There are more numbers than fit here: ask the guard for yours.")
        color: Theme.muted
        font.pixelSize: Theme.small
        width: groups.width
    }
    KioskText {
        id: otherHidden
        visible: hidden.visible && groups.inAll && text.length > 0
        text: catalogue.words(groups.otherLanguages, "There are more numbers than fit here: ask the guard for yours.").join("\n")
        color: Theme.muted
        font.pixelSize: Theme.small
        width: groups.width
    }
}
