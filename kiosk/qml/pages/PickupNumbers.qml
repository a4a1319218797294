// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Gatehouse.Theme
import Gatehouse.Components

/*!
    The pick-up numbers under the words for what they wait for, no more than there is room for; the guard knows the others. No
    layout: they change while they are in sight.
*/
Column {
    id: groups

    property var model: []
    /*! Of each kind. */
    property int most: 4
    signal chosen(int number)

    visible: model.length > 0
    spacing: Theme.compact ? Theme.gapSmall : Theme.gap

    Numbers {
        id: ready
        kind: "ready"
        heading: qsTr("Ready. Touch your number:")
        model: groups.model
        most: groups.most
        width: groups.width
        onChosen: (number) => groups.chosen(number)
    }
    Numbers {
        id: desk
        kind: "desk"
        heading: qsTr("A message from the guard. Touch your number:")
        model: groups.model
        most: groups.most
        width: groups.width
        onChosen: (number) => groups.chosen(number)
    }
    Numbers {
        id: briefing
        kind: "briefing"
        heading: qsTr("Safety briefing still missing:")
        model: groups.model
        most: groups.most
        width: groups.width
        onChosen: (number) => groups.chosen(number)
    }
    KioskText {
        visible: ready.hidden + desk.hidden + briefing.hidden > 0
        text: qsTr("There are more numbers than fit here: ask the guard for yours.")
        color: Theme.muted
        font.pixelSize: Theme.small
        width: groups.width
    }
}
