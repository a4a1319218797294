// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Gatehouse.Components

/*! A page bound to the controller: steps, back, the primary action and what went wrong. */
PageFrame {
    id: page

    required property var kiosk

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
}
