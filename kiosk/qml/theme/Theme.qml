// SPDX-License-Identifier: GPL-3.0-or-later
pragma Singleton
import QtQuick

/*!
    The tokens of the kiosk: colours, type, space, shape and motion, in one place. The page host sets the four inputs
    (modes, size and density of the screen); everything else follows. Sizes are pixels unless they say otherwise.
*/
QtObject {
    id: theme

    // Inputs
    property bool highContrast: false
    property bool largeText: false
    property bool reducedMotion: false
    property real screenWidth: 1080
    property real screenHeight: 1920
    property real pixelsPerMillimetre: 3.78
    property bool rightToLeft: false

    // The three sizes that pages are laid out for
    readonly property bool landscape: screenWidth > screenHeight
    readonly property bool compact: Math.min(screenWidth, screenHeight) < 900
    readonly property real scale: compact ? 0.8 : 1

    // Colours. In high contrast there are black, white and one yellow that only ever stands on black.
    readonly property color black: "#000000"
    readonly property color white: "#FFFFFF"
    readonly property color yellow: "#FFD400"
    readonly property color ink: highContrast ? white : "#10233F"
    readonly property color paper: highContrast ? black : "#F6F7F4"
    readonly property color surface: highContrast ? black : white
    readonly property color jade: highContrast ? yellow : "#0B7A6B"
    readonly property color jadeText: highContrast ? black : white
    readonly property color jadeTint: highContrast ? black : "#E7F2F0"
    readonly property color amber: highContrast ? yellow : "#9A5B00"
    readonly property color amberTint: highContrast ? black : "#FBF3E6"
    readonly property color vermilion: highContrast ? white : "#B3261E"
    readonly property color vermilionText: highContrast ? black : white
    readonly property color vermilionTint: highContrast ? black : "#FBECEB"
    readonly property color line: highContrast ? white : "#D5D9D6"
    readonly property color outline: highContrast ? white : "#7A858C"
    readonly property color muted: highContrast ? white : "#5A6472"
    readonly property color pressed: highContrast ? "#333333" : "#E9ECE8"
    readonly property color keyboard: highContrast ? black : "#DDE1DE"
    readonly property color disabledFill: highContrast ? black : "#E3E6E3"
    readonly property color scrim: highContrast ? "#E6000000" : "#CC10233F"
    readonly property color viewfinder: highContrast ? black : "#2B3644"
    readonly property color found: highContrast ? yellow : "#35D0B6"

    // Type. Larger text: no capital letter under 4.9 mm (0.7 degrees at 400 mm); capitals are 0.714 of the size.
    readonly property int small: typeSize(20)
    readonly property int body: typeSize(28)
    readonly property int title: typeSize(40)
    readonly property int display: typeSize(64)
    readonly property int number: typeSize(160)

    // Shape, space and touch
    readonly property int radius: 12
    readonly property int gapSmall: Math.round(16 * scale)
    readonly property int gap: Math.round(24 * scale)
    readonly property int gapLarge: Math.round(40 * scale)
    readonly property int margin: Math.round((landscape ? 64 : 56) * scale)
    readonly property int touch: Math.round(Math.min(120, Math.max(56, 15 * pixelsPerMillimetre)))
    readonly property int control: Math.max(touch, Math.round((landscape ? 84 : 96) * scale))
    readonly property int hairline: highContrast ? 3 : 1
    readonly property int edge: highContrast ? 3 : 2
    readonly property int iconSmall: Math.max(Math.round(32 * scale), Math.round(small * 1.4))
    readonly property int icon: Math.max(Math.round(40 * scale), Math.round(body * 1.4))
    readonly property int iconLarge: Math.round(72 * scale)

    // Motion, in milliseconds
    readonly property int slide: reducedMotion ? 0 : 200

    function typeSize(pixels: int): int {
        const plain = pixels * scale
        if (!largeText)
            return Math.round(Math.max(plain, 18))
        const smallest = Math.ceil(4.9 / 0.714 * pixelsPerMillimetre)
        return Math.max(Math.round(plain * (pixels > 40 ? 1.1 : 1.25)), smallest)
    }
}
