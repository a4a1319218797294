// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

/*! Stands in for the kiosk's root controller: the same names, values that never were a person's. show(scene) sets a state. */
QtObject {
    id: kiosk

    property string page: "rest"
    property int step: 0
    property int stepCount: 0
    property bool canGoBack: true
    property string language: "en"
    property var languages: [{ code: "en", name: "English" }, { code: "zh_CN", name: "简体中文" }]
    property var welcomes: ["Welcome.", "欢迎光临"]
    property string siteName: "Harbour Call Centre"
    property string stationName: "East entrance"
    property string clockText: "09:41"
    property bool largeText: false
    property bool highContrast: false
    property bool reducedMotion: true
    property bool windowed: false
    property int idleRemaining: 0
    property var readyNumbers: []
    property bool online: true
    property bool guardCalled: false
    property bool mayClose: true
    property var log: []

    property var scenes: ["rest", "restReady", "idle"]

    function call(name) { log = log.concat([name]) }
    function startCheckIn() { call("startCheckIn") }
    function startInvitation() { call("startInvitation") }
    function startCheckOut() { call("startCheckOut") }
    function callGuard() { guardCalled = true; call("callGuard") }
    function startAgain() { call("startAgain") }
    function stay() { call("stay") }
    function back() { call("back") }

    function show(scene) {
        idleRemaining = 0
        readyNumbers = []
        guardCalled = false
        windowed = false
        if (scene === "rest") {
            page = "rest"
        } else if (scene === "restReady") {
            readyNumbers = [{ number: 47, ready: true }, { number: 51, ready: true }, { number: 52, ready: false }]
            guardCalled = true
            page = "rest"
        } else if (scene === "idle") {
            page = "rest"
            idleRemaining = 23
        }
    }
}
