// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

/*! Stands in for the door's controller. */
QtObject {
    property bool chinese: false
    property bool leaving: false
    property var badges: []
    property int secondsLeft: 17
    property int secondsTotal: 20
    property bool canClose: true
    property bool working: false
    property string pinHolder: chinese ? "员工 2207" : "Staff 2207"
    property int pinLength: 4
    property bool pinComplete: true
    property string pinProblem: ""
    property string headline: ""
    property string reason: ""
    property string advice: ""
    property string escortName: ""
    property int mayStillFollow: 0
    property string lockText: ""
    property bool lockShown: false
    property string leafText: ""
    property string contactText: ""
    property string reportState: ""
    property var calls: []

    function call(text) { calls = calls.concat([text]) }
    function leave() { call("leave") }
    function cancel() { call("cancel") }
    function close() { call("close") }
    function digit(value) { call("digit " + value) }
    function erase() { call("erase") }
    function enterPin() { call("enterPin") }
    function askReport() { call("askReport") }
    function report() { call("report") }

    function show(scene) {
        leaving = scene === "doorLeaving"
        badges = scene === "doorSetEmpty" || leaving ? [] : [
            { kind: "visitor", title: chinese ? "访客" : "Visitor", text: chinese ? "已读取" : "Read", icon: "checked" },
            { kind: "visitor", title: chinese ? "访客" : "Visitor", text: chinese ? "没有陪同人员接受该访客。" : "No escort has accepted that visitor yet.", icon: "error" },
            { kind: "staff", title: chinese ? "员工 2207" : "Staff 2207", text: chinese ? "待输入 PIN 码" : "PIN to follow", icon: "clock" }]
        pinProblem = scene === "doorPinWrong" ? (chinese ? "PIN 码错误。" : "The PIN was wrong.") : ""
        const refused = scene === "doorRefuse"
        headline = refused ? (chinese ? "禁止进入" : "No entry") : scene === "doorLeft" ? (chinese ? "已登记离开" : "Booked out") : (chinese ? "请进" : "Please enter")
        reason = refused ? (chinese ? "该胸牌已于 10:12 进入。" : "That badge is inside already, since 10:12.") : ""
        advice = refused ? (chinese ? "如您出来时未登记，请先选择“离开”。已通知保安。" : "If you came out without booking it, choose “Leaving” first. The guard has been told.") : ""
        escortName = scene === "doorAdmit" ? (chinese ? "陈样本" : "Chen Yangben") : ""
        mayStillFollow = scene === "doorAdmit" ? 3 : 0
        lockShown = scene === "doorAdmit"
        const trouble = scene.startsWith("doorTrouble")
        lockText = trouble ? (chinese ? "此门需要检修，请告知保安。" : "This door needs service. Please tell the guard.") : ""
        leafText = trouble ? (chinese ? "门一直开着，请关上。" : "The door is held open. Please close it.") : ""
        contactText = trouble ? (chinese ? "与登记系统断开。已接受的访客还可在 27 分钟内进入。" : "Cut off from the register. For 27 more minutes those who were accepted before may enter.") : ""
        reportState = ({ doorReport: "ask", doorSending: "sending", doorReported: "told", doorNotTold: "not-told" })[scene] ?? ""
    }
}
