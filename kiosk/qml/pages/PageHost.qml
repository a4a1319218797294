// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Gatehouse.Theme
import Gatehouse.Components

/*! Shows the page that the controller names; the new one slides in while the old one leaves, and the old one is destroyed. */
FocusScope {
    id: host

    required property var kiosk
    readonly property Item current: front.item as Item
    readonly property string languageName: {
        for (const language of host.kiosk.languages)
            if (language.code === host.kiosk.language)
                return language.name
        return ""
    }
    property Loader front: first
    property string shown
    readonly property bool reading: kiosk.readAloud

    clip: true
    focus: true
    onReadingChanged: host.readAloud()

    function show(page: string) {
        if (page === host.shown || page.length === 0)
            return
        const old = host.front
        const next = old === first ? second : first
        const animated = host.shown.length > 0 && Theme.slide > 0
        host.shown = page
        next.setSource(page.charAt(0).toUpperCase() + page.slice(1) + "Page.qml", { kiosk: host.kiosk })
        host.front = next
        slide.stop()
        if (animated) {
            next.x = host.width
            slideIn.target = next
            slideOut.target = old
            slide.leaving = old
            slide.start()
        } else {
            old.source = ""
            next.x = 0
        }
        next.forceActiveFocus()
        if (!animated)
            host.begin()
        host.readAloud()
    }

    function begin() {
        const page = host.current as KioskPage
        if (page !== null)
            page.begin()
    }

    /*! What the page asks; its answers are never read. */
    function readAloud() {
        const page = host.current as PageFrame
        if (page !== null)
            host.kiosk.read([page.title, page.subtitle, page.notice].filter(text => text.length > 0).join(" "))
    }

    // A page may come to ask or say something else: what became of a report, a document that was read.
    Connections {
        target: host.current as PageFrame
        function onTitleChanged() { host.readAloud() }
    }
    Connections {
        target: host.kiosk
        function onPageChanged() { host.show(host.kiosk.page) }
    }
    Component.onCompleted: show(kiosk.page)

    Loader { id: first; width: host.width; height: host.height; focus: host.front === this }
    Loader { id: second; width: host.width; height: host.height; focus: host.front === this }

    ParallelAnimation {
        id: slide
        property Loader leaving
        NumberAnimation { id: slideIn; property: "x"; to: 0; duration: Theme.slide; easing.type: Easing.OutCubic }
        NumberAnimation { id: slideOut; property: "x"; to: -host.width; duration: Theme.slide; easing.type: Easing.OutCubic }
        onStopped: {
            if (leaving !== null && leaving !== host.front)
                leaving.source = ""
            host.front.x = 0
            host.begin()
        }
    }
}
