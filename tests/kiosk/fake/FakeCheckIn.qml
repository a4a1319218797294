// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

/*! Stands in for the check-in controller. Every name here must be a name of the real one (tst_qmlcontract). */
QtObject {
    id: flow

    property var calls: []
    property bool chinese: false

    property var purposes: chinese
        ? [{ key: "delivery", name: "送货（不进入）", entering: false }, { key: "interview", name: "面试", entering: true }, { key: "meeting", name: "会议", entering: true }, { key: "tour", name: "参观", entering: true }, { key: "maintenance", name: "维护", entering: true }, { key: "machine-room", name: "机房作业", entering: true }, { key: "inspection", name: "主管部门检查", entering: true }, { key: "private", name: "私人拜访", entering: true }]
        : [{ key: "delivery", name: "Delivery, not entering", entering: false }, { key: "interview", name: "Interview", entering: true }, { key: "meeting", name: "Meeting", entering: true }, { key: "tour", name: "Tour", entering: true }, { key: "maintenance", name: "Maintenance", entering: true }, { key: "machine-room", name: "Machine-room work", entering: true }, { key: "inspection", name: "Inspection by an authority", entering: true }, { key: "private", name: "Private visit", entering: true }]
    property string purposeKey: ""
    property string purposeName: ""
    property bool documentShown: false
    property var optionalZones: [{ key: "office", name: chinese ? "办公区" : "Office floor", chosen: false }, { key: "machine-room", name: chinese ? "机房" : "Machine room", chosen: true }]
    property bool escortNeeded: false
    property string noticeTitle: chinese ? "隐私与录像告知" : "Privacy and recording"
    property var noticeSections: [
        { heading: chinese ? "我们记录什么" : "What we record", text: chinese ? "您的姓名、证件、单位、电话、照片，以及到达和离开的时间。大厅和机房有录像。" : "Your name, document, company, telephone number, photo, and when you come and go. The lobby and the machine room are recorded on video." },
        { heading: chinese ? "为什么" : "Why", text: chinese ? "为了知道谁在场内，并在紧急情况下找到您。" : "To know who is on the site, and to find you in an emergency." },
        { heading: chinese ? "多久" : "How long", text: chinese ? "来访资料保存九十天，之后自动删除。" : "Your visit is kept for ninety days and then erased by itself." }]
    property int noticeVersion: 3
    property string termsTitle: chinese ? "保密承诺" : "Confidentiality"
    property var termsSections: [{ heading: "", text: chinese ? "我不会记录、复制或带走在场内看到或听到的客户信息。我不会使用未经许可的存储设备。" : "I will not note down, copy or carry away customers' information that I see or hear on the site. I will not connect storage devices without permission." }]
    property int termsVersion: 2
    property string typedSignature: ""
    property var fields: []
    property var fieldProblems: ({})
    property bool typing: true
    property bool asksCompany: true
    property string company: "Northwind Specimen Ltd"
    property string phone: ""
    property string hostQuery: ""
    property var hostResults: []
    property bool hostSearched: false
    property string hostId: ""
    property string hostName: ""
    property bool hostUnknown: false
    property var items: [
        { kind: "laptop", label: chinese ? "笔记本电脑" : "Laptop", count: 1, prohibited: false, note: "" },
        { kind: "phone", label: chinese ? "手机" : "Telephone", count: 1, prohibited: false, note: "" },
        { kind: "usb-storage", label: chinese ? "U盘" : "USB stick", count: 1, prohibited: true, note: chinese ? "保安代为保管，离开时归还。" : "The guard keeps it until you leave." },
        { kind: "disc", label: chinese ? "光盘" : "Optical disc", count: 0, prohibited: true, note: "" },
        { kind: "tools", label: chinese ? "工具" : "Tools", count: 0, prohibited: false, note: "" },
        { kind: "other", label: chinese ? "其他" : "Other", count: 0, prohibited: false, note: "" }]
    property string itemsNote: ""
    property var prohibitedNames: chinese ? ["易燃物品", "食品或饮料", "U 盘或移动硬盘", "光盘", "MP3 或 MP4 播放器"]
                                           : ["Something flammable", "Food or drink", "USB stick or disk", "CD or DVD", "MP3 or MP4 player"]
    property string workReason: ""
    property string workArea: ""
    property string changeNumber: ""
    property var workMethods: chinese
        ? [{ key: "look-only", label: "只查看", chosen: false, hot: false }, { key: "hand-tools", label: "手动工具", chosen: true, hot: false }, { key: "replace-part", label: "更换部件", chosen: false, hot: false }, { key: "software", label: "控制台操作", chosen: false, hot: false }, { key: "hot-work", label: "动火作业：火花、明火、高温", chosen: false, hot: true }, { key: "fire-protection-off", label: "停用消防设施", chosen: false, hot: true }]
        : [{ key: "look-only", label: "Looking only", chosen: false, hot: false }, { key: "hand-tools", label: "Hand tools", chosen: true, hot: false }, { key: "replace-part", label: "Replacing a part", chosen: false, hot: false }, { key: "software", label: "At a console", chosen: false, hot: false }, { key: "hot-work", label: "Hot work: sparks, flame, heat", chosen: false, hot: true }, { key: "fire-protection-off", label: "Fire protection impaired", chosen: false, hot: true }]
    property bool hotWork: false
    property var workTimes: [{ minutes: 60, label: chinese ? "1 小时" : "1 h", chosen: false }, { minutes: 120, label: chinese ? "2 小时" : "2 h", chosen: false }, { minutes: 240, label: chinese ? "4 小时" : "4 h", chosen: true }]
    property bool tour: false
    property QtObject briefing: FakeBriefing { chinese: flow.chinese; onSaid: (text) => flow.call(text) }
    property bool briefingPassed: false
    property int briefingDays: 365
    property bool owesBriefing: false
    property string briefedVisit: ""
    property string nothingOwedUntil: ""
    property string portraitState: "live"
    property int portraitCountdown: 3
    property var portrait
    property var members: [{ index: 0, name: "Anna Maria Specimen", complete: true }, { index: 1, name: "", complete: false }]
    property int memberCount: 2
    property bool mayAddMember: true
    property var reviewRows: [
        { page: "details", member: 0, heading: "Anna Maria Specimen", label: chinese ? "证件号码" : "Document number", value: "X0000000T", trust: "checked" },
        { page: "details", member: 0, heading: "", label: chinese ? "出生日期" : "Date of birth", value: "1974-08-12", trust: "read" },
        { page: "items", member: 0, heading: "", label: chinese ? "携带物品" : "Carried items", value: chinese ? "笔记本电脑 1" : "1 laptop", trust: "" },
        { page: "company", member: 0, heading: chinese ? "联系方式" : "Contact", label: chinese ? "单位" : "Company", value: "Northwind Specimen Ltd", trust: "typed" },
        { page: "company", member: 0, heading: "", label: chinese ? "电话" : "Telephone", value: "+44 1632 960001", trust: "typed" },
        { page: "host", member: 0, heading: chinese ? "来访" : "Visit", label: chinese ? "被访人" : "Host", value: "陈样本", trust: "" },
        { page: "purpose", member: 0, heading: "", label: chinese ? "事由" : "Purpose", value: chinese ? "机房作业" : "Machine-room work", trust: "" }]
    property var stages: []
    property string visitLabel: "V-2318"
    property string questionCode: ""
    property int questionNumber: 0
    onQuestionCodeChanged: questionNumber += 1
    property string questionText: ""
    property bool questionTakesAnswer: false
    property int secondsToFree: 24
    property int pickupNumber: 0
    property bool slipPrinted: false
    property var badgeImage
    property int badgeIndex: 1
    property int badgeCount: 1
    property var badgeFacts: chinese
        ? [{ kind: "allowed", text: "您可以进入：大厅，休息区" }, { kind: "escort", text: "须在陪同人员接受陪同之后，由其带领进入：机房" }, { kind: "briefing", text: "尚未完成安全须知：请在首页点按“安全须知”，并出示此胸牌。" }, { kind: "not", text: "胸牌不适用于其他区域。" }, { kind: "until", text: "有效期至 2026年11月24日 17:00" }, { kind: "return", text: "离开时请在此出示并归还胸牌。" }]
        : [{ kind: "allowed", text: "You may enter: Lobby, Lounge" }, { kind: "escort", text: "Only together with your escort, once the escort has accepted: Machine room" }, { kind: "briefing", text: "The safety briefing is still missing: touch “Safety briefing” on the start screen, and show this badge." }, { kind: "not", text: "The badge admits to no other zone." }, { kind: "until", text: "Valid until 24 November 2026 17:00" }, { kind: "return", text: "Show the badge here when you leave, and hand it back." }]
    property string printText: chinese ? "胸牌正在打印。" : "Your badge is printed. Wear it where it can be seen."
    property bool printFailed: false
    property string refusedText: ""
    property int secondsToClear: 42
    property string deniedText: chinese ? "您的来访未获批准。如有疑问，请询问前台保安。" : "Your visit was not approved. If you have questions, please ask the guard at the desk."
    property string deliveryState: "called"

    function call(text) { calls = calls.concat([text]) }
    function choosePurpose(key) { purposeKey = key; call("choosePurpose " + key) }
    function setZoneChosen(key, chosen) { call("setZoneChosen " + key + " " + chosen) }
    function setSignature(png) { call("setSignature " + (png.byteLength > 0)) }
    function setField(name, value) { call("setField " + name + " " + value) }
    function chooseHost(id) { hostId = id; call("chooseHost " + id) }
    function clearHost() { hostId = ""; call("clearHost") }
    function setItemCount(kind, count) { call("setItemCount " + kind + " " + count) }
    function chooseWorkMethod(key) { hotWork = key === "hot-work"; call("chooseWorkMethod " + key) }
    function chooseWorkTime(minutes) { call("chooseWorkTime " + minutes) }
    function leaveBriefing() { call("leaveBriefing") }
    function startBriefing() { call("startBriefing") }
    function takePortrait() { call("takePortrait") }
    function retakePortrait() { call("retakePortrait") }
    function declinePortrait() { call("declinePortrait") }
    function addMember() { call("addMember") }
    function removeMember(index) { call("removeMember " + index) }
    function editMember(index) { call("editMember " + index) }
    function editPage(page, member) { call("editPage " + page + " " + member) }
    function answerQuestion(answer) { call("answerQuestion " + answer) }
    function waitElsewhere() { call("waitElsewhere") }
    function nextVisitor() { call("nextVisitor") }
    function withdraw() { call("withdraw") }
}
