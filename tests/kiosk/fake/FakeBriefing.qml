// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

/*! Stands in for the briefing controller, with the real texts. Every name here must be a name of the real one. */
QtObject {
    id: flow

    property bool chinese: false
    signal said(text: string)

    property string title: chinese ? "机房安全须知" : "Safety in the machine room"
    property var points: chinese
        ? [{ picture: "escort", heading: "始终与陪同人员在一起", text: "在机房内一刻也不能独处。陪同人员离开，您也要一起离开。" },
           { picture: "hands", heading: "只碰与作业有关的设备", text: "其他机柜、线缆、按钮和开关一律不要动。" },
           { picture: "media", heading: "不带存储介质，不带相机", text: "禁止 U 盘、移动硬盘和播放器。相机须经指名批准方可带入。" },
           { picture: "food", heading: "禁止饮食和明火", text: "不得吃喝，不得吸烟，不得携带打火机和易燃物。" },
           { picture: "alarm", heading: "听到警报，立即撤离", text: "灭火气体会使人窒息。警报一响马上出去，不要返回。" },
           { picture: "exit", heading: "出口随时可以打开", text: "转动门内把手即可开门，不需要胸牌，也不需要电。" },
           { picture: "power", heading: "红色开关切断全部电源", text: "只有在有人遇险时才能按下。" },
           { picture: "floor", heading: "注意脚下", text: "不要让地板敞开，不要让线缆横在通道上。" }]
        : [{ picture: "escort", heading: "Stay with your escort", text: "Never alone in there, not for a moment. When your escort goes out, you go out too." },
           { picture: "hands", heading: "Touch only your work", text: "Leave every other rack, cable, button and switch as it is." },
           { picture: "media", heading: "No media, no cameras", text: "No USB sticks, disks or players. A camera only if it was allowed to you by name." },
           { picture: "food", heading: "No food, drink or flames", text: "Nothing to eat or drink, no smoking, no lighter, nothing that burns." },
           { picture: "alarm", heading: "Alarm: out at once", text: "The extinguishing gas takes your breath. Go out at the first sound; do not go back." },
           { picture: "exit", heading: "The way out is always open", text: "Turn the handle inside: the door opens without badge and without power." },
           { picture: "power", heading: "The red switch cuts all power", text: "Press it only when somebody is in danger." },
           { picture: "floor", heading: "Look where you step", text: "Never leave a floor panel open or a cable across the way." }]
    property int questionCount: 3
    property int questionNumber: 2
    property string questionText: chinese ? "警报后您已在门外，包还在里面，您怎么办？" : "You are outside after the alarm; your bag is still inside. What do you do?"
    property string questionPicture: "alarm"
    property var answers: verdict.length === 0 ? plain : verdict === "right"
        ? [plain[0], { text: plain[1].text, state: "right" }, plain[2]] : [{ text: plain[0].text, state: "wrong" }, plain[1], plain[2]]
    readonly property var plain: chinese
        ? [{ text: "快跑进去拿", state: "" }, { text: "先不拿，等允许进入再说", state: "" }, { text: "请陪同人员去拿", state: "" }]
        : [{ text: "I run in quickly", state: "" }, { text: "I leave it until somebody lets us in again", state: "" }, { text: "I ask my escort to fetch it", state: "" }]
    property string verdict: ""
    property string explanation: chinese ? "在宣布安全之前，任何人都不得返回。气体是看不见的。" : "Nobody goes back before the room was declared safe. Gas cannot be seen."

    function answer(index) { said("answer " + index) }
}
