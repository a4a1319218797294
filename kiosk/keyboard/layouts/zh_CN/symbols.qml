// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Gatehouse.Keyboard

SignsLayout {
    id: layout
    sharedLayouts: ["main", "dialpad", "numbers", "digits"]

    function createInputMethod(): var { return pinyin.createObject(layout.parent) }

    property Component pinyin: Component { PinyinInputMethod {} }
}
