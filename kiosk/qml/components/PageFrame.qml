// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Gatehouse.Theme

/*!
    What every page has: back and the steps at the top, one question, its answer, and the ways on at the bottom. Upright the
    parts stand under one another; on a wide screen the question stands at the start side and the answer beside it. When the
    keyboard leaves little height, the answer stays with the ways back and on, and what has the focus is scrolled into view.
*/
FocusScope {
    id: frame

    default property alias content: column.data
    /*! Stands under the question: a picture, a summary. */
    property alias aside: asideColumn.data
    /*! A sentence that stands under the question, or over the answer where it does not fit there. */
    property string note
    property string noteKind: "info"
    property string title
    property string subtitle
    /*! What else the page says that nobody may miss: read aloud after the question. */
    property string notice
    property bool canGoBack: true
    property int step: 0
    property int stepCount: 0
    property string primaryText
    property string primaryIcon: "arrow-forward"
    property bool primaryEnabled: true
    property string secondaryText
    property bool secondaryEnabled: true
    property string secondaryIcon
    /*! The content fills the height even when it needs less (pictures, pads). */
    property bool fillHeight: false
    property real titleSize: Theme.compact && Theme.largeText ? Theme.title : Theme.landscape ? Math.round(Theme.display * 0.86) : Theme.display
    property bool split: Theme.landscape
    /*! The part of a wide screen that the question takes. */
    property real headShare: 0.34
    /*! On a wide screen what stands under the question takes the height that is left (a live picture). */
    property bool asideFills: false
    /*! What went wrong on this page, in a sentence. */
    property string problem
    property string problemKind: "error"
    property bool busy: false
    signal back()
    signal primary()
    signal secondary()

    readonly property bool cramped: height < Theme.control * 6.5
    /*! What stands under the question has the height that it needs. */
    readonly property bool asideFits: !split || asideFills || asideColumn.above + asideColumn.implicitHeight <= body.height
    readonly property alias primaryButton: primaryButton
    readonly property alias flickable: flick
    readonly property Item focused: Window.activeFocusItem

    onFocusedChanged: settled.restart()
    onHeightChanged: settled.restart()
    Accessible.role: Accessible.Pane
    Accessible.name: title

    function showFocused() {
        if (frame.focused === null || !frame.isInside(frame.focused, column))
            return
        const top = frame.focused.mapToItem(column, 0, 0).y
        const bottom = top + frame.focused.height
        const room = Theme.gapLarge + Theme.body * 1.4
        if (top - room < flick.contentY)
            flick.contentY = Math.max(0, top - room)
        else if (bottom + Theme.gap > flick.contentY + flick.height)
            flick.contentY = Math.min(Math.max(0, flick.contentHeight - flick.height), bottom + Theme.gap - flick.height)
    }
    function isInside(item: Item, ancestor: Item): bool {
        for (let i = item; i !== null; i = i.parent)
            if (i === ancestor)
                return true
        return false
    }

    Timer {
        id: settled
        interval: 0
        onTriggered: frame.showFocused()
    }
    ColumnLayout {
        anchors { fill: parent; leftMargin: Theme.margin; rightMargin: Theme.margin; topMargin: frame.cramped ? 12 : Theme.gapLarge; bottomMargin: Theme.gap }
        spacing: frame.cramped ? Theme.gapSmall : Theme.landscape ? Theme.gap : Theme.gapLarge

        GridLayout {
            visible: !frame.cramped && (frame.canGoBack || frame.stepCount > 1)
            columns: Theme.landscape ? 3 : 2
            columnSpacing: Theme.gap
            rowSpacing: Theme.gap
            Layout.fillWidth: true

            KioskButton {
                visible: frame.canGoBack
                text: qsTr("Back")
                iconName: "arrow-back"
                implicitHeight: Math.max(Theme.touch, Theme.control * 0.8)
                leftPadding: Theme.gap
                rightPadding: Theme.gap
                onClicked: frame.back()
            }
            KioskText {
                visible: frame.stepCount > 1
                text: qsTr("Step %1 of %2").arg(frame.step).arg(frame.stepCount)
                color: Theme.muted
                wrapMode: Text.NoWrap
                Layout.fillWidth: !Theme.landscape
                Layout.minimumHeight: Theme.touch
            }
            Stepper {
                step: frame.step
                count: frame.stepCount
                Layout.fillWidth: true
                Layout.columnSpan: Theme.landscape ? 1 : 2
            }
        }
        // Positioned by hand: nested layouts lose the new height of a text that wraps while they are being arranged.
        Item {
            id: body
            Layout.fillWidth: true
            Layout.fillHeight: true

            Column {
                id: head
                anchors.left: body.left
                visible: !frame.cramped || (frame.split && !Theme.compact)
                width: frame.split ? (frame.width - 2 * Theme.margin) * frame.headShare : body.width
                spacing: Theme.compact ? Theme.gapSmall : Theme.gap

                KioskText {
                    id: titleText
                    text: frame.title
                    visible: text.length > 0
                    width: head.width
                    strong: true
                    font.pixelSize: frame.titleSize
                    lineHeight: 0.92
                    Accessible.role: Accessible.Heading
                }
                KioskText {
                    id: subtitleText
                    text: frame.subtitle
                    visible: text.length > 0
                    width: head.width
                    color: Theme.muted
                }
                ColumnLayout {
                    id: asideColumn
                    readonly property real above: (titleText.visible ? titleText.height + head.spacing : 0)
                                                  + (subtitleText.visible ? subtitleText.height + head.spacing : 0)
                    // Half a note under the keyboard is worse than none; it is back when the keyboard goes.
                    visible: children.length > 0 && (frame.asideFits || !Qt.inputMethod.visible)
                    width: head.width
                    height: frame.split && frame.asideFills ? Math.max(120, body.height - above) : implicitHeight
                    spacing: Theme.gapSmall

                    Note {
                        opacity: frame.asideFits ? 1 : 0 // measured all the same
                        kind: frame.noteKind
                        text: frame.note
                        Accessible.ignored: !frame.asideFits
                    }
                }
            }
            Flickable {
                id: flick
                readonly property real start: head.visible && frame.split ? head.width + Theme.gapLarge * 1.6 : 0
                readonly property real upper: head.visible && !frame.split ? head.height + Theme.gapLarge : 0
                x: (Theme.rightToLeft ? 0 : start) - ringRoom
                y: upper
                width: body.width - start + 2 * ringRoom
                height: Math.max(0, body.height - upper)
                clip: contentHeight > height
                contentWidth: width
                contentHeight: column.height + 2 * ringRoom
                boundsBehavior: Flickable.StopAtBounds
                interactive: contentHeight > height + 1
                readonly property real ringRoom: 8 // the focus ring is drawn outside of its control
                // Layouts come to rest later than the page has its size: where the focus is may have moved meanwhile.
                onContentHeightChanged: rest()
                onHeightChanged: rest()

                /*! One screenful further, with a line of the last one still in sight. */
                function turnPage() {
                    turning.to = Math.min(contentHeight - height, contentY + height - Theme.gapLarge)
                    turning.restart()
                }
                function rest() {
                    keepInside()
                    settled.restart()
                }
                function keepInside() { contentY = Math.max(0, Math.min(contentY, contentHeight - height)) }

                NumberAnimation {
                    id: turning
                    target: flick
                    property: "contentY"
                    duration: Theme.slide
                    easing.type: Easing.OutCubic
                }
                ColumnLayout {
                    id: column
                    x: flick.ringRoom
                    y: flick.ringRoom
                    width: flick.width - 2 * flick.ringRoom - (scrollMark.visible ? 20 : 0)
                    height: frame.fillHeight ? Math.max(implicitHeight, flick.height - 2 * flick.ringRoom) : implicitHeight
                    spacing: Theme.gap

                    Note {
                        visible: frame.note.length > 0 && !frame.asideFits && !Qt.inputMethod.visible
                        kind: frame.noteKind
                        text: frame.note
                    }
                }
                ScrollMark {
                    id: scrollMark
                    view: flick
                }
            }
        }
        Note {
            visible: text.length > 0
            kind: frame.problemKind
            text: frame.problem
        }
        // By anchors: a layout leaves a button that comes later where the first one stands.
        Item {
            id: foot
            visible: frame.primaryText.length > 0 || frame.secondaryText.length > 0 || (frame.cramped && frame.canGoBack)
            implicitHeight: Math.max(primaryButton.implicitHeight, secondaryButton.visible ? secondaryButton.implicitHeight : 0, moreButton.implicitHeight)
            Layout.fillWidth: true

            KioskButton { // both ways on in one row, where the keyboard leaves no room for two
                id: backButton
                visible: frame.cramped && frame.canGoBack
                anchors.left: foot.left
                text: qsTr("Back")
                iconName: "arrow-back"
                onClicked: frame.back()
            }
            KioskButton {
                id: secondaryButton
                visible: frame.secondaryText.length > 0 && !frame.cramped
                anchors.left: foot.left
                enabled: frame.secondaryEnabled
                text: frame.secondaryText
                iconName: frame.secondaryIcon
                onClicked: frame.secondary()
            }
            // What stands under the edge is easily missed: a signature, the rest of a notice.
            KioskButton {
                id: moreButton
                visible: flick.interactive && flick.contentY + flick.height < flick.contentHeight - Theme.body
                anchors { right: primaryButton.visible ? primaryButton.left : foot.right; rightMargin: primaryButton.visible ? Theme.gap : 0 }
                text: frame.cramped || (frame.secondaryText.length > 0 && !frame.split) ? "" : qsTr("More below")
                iconName: "arrow-down"
                Accessible.name: qsTr("More below")
                onClicked: flick.turnPage()
            }
            KioskButton {
                id: primaryButton
                visible: frame.primaryText.length > 0
                anchors.right: foot.right
                variant: "primary"
                text: frame.busy ? qsTr("One moment …") : frame.primaryText
                iconName: frame.busy ? "clock" : frame.primaryIcon
                iconLast: !frame.busy && frame.primaryIcon === "arrow-forward"
                enabled: frame.primaryEnabled && !frame.busy
                onClicked: frame.primary()
            }
        }
    }
}
