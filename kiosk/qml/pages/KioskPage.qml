// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Gatehouse.Theme
import Gatehouse.Components

/*! A page bound to the controller: steps, back, the primary action and what went wrong. */
PageFrame {
    id: page

    required property var kiosk
    /*! What a visitor types first: its keyboard opens with the page while nothing stands in it. None where the page is for reading first. */
    property Item firstEntry: null

    step: kiosk.step
    stepCount: kiosk.stepCount
    canGoBack: kiosk.canGoBack
    problem: kiosk.problemText
    busy: kiosk.busy
    primaryText: qsTr("Continue")
    primaryEnabled: kiosk.canGoNext
    onBack: kiosk.back()
    onPrimary: page.proceed()

    /*! What the primary action does; most pages just go on. */
    function proceed() { page.kiosk.next() }

    /*! The page has come to rest. Where the keyboard would leave the field alone on the screen, it waits for a touch. */
    function begin() {
        const crowded = Theme.compact && Theme.largeText
        if (page.firstEntry !== null && page.firstEntry.visible && page.firstEntry.empty && !crowded)
            page.firstEntry.forceActiveFocus(Qt.TabFocusReason)
    }
}
