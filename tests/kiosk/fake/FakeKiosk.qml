// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

/*! Stands in for the kiosk's root controller: the same names, values that never were a person's. show(scene) sets a state. */
QtObject {
    id: kiosk

    property string page: "rest"
    property int step: 0
    property int stepCount: 0
    property bool canGoBack: true
    property bool canGoNext: true
    property bool busy: false
    property string problemCode: ""
    property string problemText: ""
    property string language: "en"
    property var languages: [{ code: "en", name: "English" }, { code: "zh_CN", name: "简体中文" }]
    property var welcomes: ["Welcome.", "欢迎光临"]
    property bool languageChosen: false
    property var otherLanguages: languageChosen ? [] : languages.map((one) => one.code).filter((code) => code !== language)
    property string siteName: "Harbour Call Centre"
    property string stationName: language === "en" ? "East entrance" : "东门"
    property string zoneName: "Machine room"
    property string zoneNameChinese: "机房"
    property bool offersBriefing: true
    property string clockText: "09:41"
    property bool largeText: false
    property bool highContrast: false
    property bool reducedMotion: true
    property bool mayReadAloud: true
    property bool readAloud: false
    property bool windowed: false
    property bool mayClose: true
    property bool guardCalled: false
    property bool callingGuard: false
    property bool online: true
    property string trouble: ""
    property string troubleTitle: language === "en" ? "Please go to the guard." : "请联系保安。"
    property string troubleAdvice: ""
    property string troubleText: language === "en" ? "This kiosk cannot reach its records at the moment. Nothing that you entered before is lost." : "本机暂时无法连接登记系统。已登记的内容不会丢失。"
    property int idleRemaining: -1
    property int idleTotal: 30
    property var readyNumbers: []
    property QtObject checkIn: FakeCheckIn { chinese: kiosk.language !== "en" }
    property QtObject checkOut: FakeCheckOut {}
    property QtObject door: FakeDoor { chinese: kiosk.language !== "en" }
    property QtObject scan: FakeScan {}
    property QtObject invitation: FakeInvitation {}
    property QtObject camera: QtObject {}
    property var calls: []
    signal wiped()

    readonly property var scenes: ["rest", "restReady", "restMany", "restUncalled", "restReadyUncalled", "idle", "starting", "trouble", "troubleUncalled", "leave", "leaveTrouble", "doorRest", "doorTrouble", "doorUncalled", "doorTroubleUncalled", "doorSet", "doorSetEmpty", "doorLeaving", "doorPin", "doorPinWrong",
        "doorAdmit", "doorLeft", "doorRefuse", "doorReport", "doorSending", "doorReported", "doorNotTold", "purpose", "purposeShown", "zones", "notice", "scan", "scanFound", "scanOtherSide",
        "scanLost", "details", "detailsRead", "company", "host", "hostFound", "hostChosen", "work", "workTour", "items", "terms", "termsTyped", "briefing", "briefingLate", "badge", "badgeFailed", "briefed", "briefedNothing", "quiz", "quizRight", "quizWrong", "portrait", "portraitTaken",
        "party", "review", "waiting", "waitingUnbriefed", "waitingForBadge", "question", "pickup", "done", "donePartly", "denied", "cancelled", "delivery", "invitation", "invitationFound", "checkOut", "checkOutFailed",
        "checkedOut", "languageSheet", "accessibilitySheet", "startAgainSheet", "cancelSheet"]
    readonly property var steps: ({ purpose: 1, zones: 1, notice: 2, scan: 3, details: 3, company: 4, host: 5, work: 5, briefing: 7, quiz: 7, items: 6, terms: 6, portrait: 7, party: 7, review: 8 })

    function call(text) { calls = calls.concat([text]) }
    function startCheckIn() { call("startCheckIn") }
    function startInvitation() { call("startInvitation") }
    function startCheckOut() { call("startCheckOut") }
    function startBriefing() { call("startBriefing") }
    function collect(number) { call("collect " + number) }
    function next() { call("next") }
    function back() { call("back") }
    function startAgain() { call("startAgain") }
    function callGuard() { guardCalled = true; call("callGuard") }
    function touch() {}
    function stay() { call("stay") }
    function read(text) { if (readAloud) call("read " + text) }
    function openLeave() { call("openLeave") }
    function submitExitCode(code) { call("submitExitCode " + code) }

    function field(name, english, chinese, value, trust, extra) {
        return Object.assign({ name: name, label: language === "en" ? english : chinese, value: value, trust: trust, required: true, kind: "text", choices: [] }, extra ?? {})
    }

    function show(scene) {
        const en = language === "en"
        const flow = checkIn
        idleRemaining = -1
        readyNumbers = []
        guardCalled = callingGuard = false
        trouble = scene.includes("rouble") && !scene.startsWith("door") ? "tampered" : ""
        troubleAdvice = trouble === "" ? "" : en ? "The ledger does not verify: run “gatehousectl log verify” and do not use this database." : "日志校验失败：请运行“gatehousectl log verify”，且不要使用此数据库。"
        problemCode = problemText = ""
        canGoNext = true
        scan.found = false
        scan.wantsOtherSide = false
        scan.outline = []
        scan.cameraWorks = true
        scan.guidanceText = en ? "Hold your document in the frame" : "请将证件放在框内"
        scan.resultFields = []
        scan.needsConfirmation = false
        flow.typing = true
        flow.documentShown = scene === "purposeShown"
        flow.nothingOwedUntil = scene === "briefedNothing" ? (en ? "26 November 2026 13:37" : "2026年11月26日 13:37") : ""
        flow.fieldProblems = {}
        flow.hostQuery = ""
        flow.hostResults = []
        flow.hostSearched = false
        flow.hostId = ""
        flow.typedSignature = ""
        flow.portraitState = "live"
        flow.questionCode = ""
        flow.escortNeeded = false
        flow.badgeCount = scene === "donePartly" ? 2 : 1
        flow.refusedText = scene !== "donePartly" ? "" : en ? "We are sorry: 1 person of your party cannot be admitted. Please speak to the guard at the desk."
                                                           : "很抱歉，您一行人中有 1 人不能入内。请询问前台保安。"
        checkOut.state = "looking"
        checkOut.toCollect = []
        invitation.state = "looking"
        door.show(scene)
        let name = ({ leaveTrouble: "leave", restUncalled: "rest", troubleUncalled: "trouble", doorUncalled: "doorRest", doorTroubleUncalled: "doorRest", doorTrouble: "doorRest", doorSetEmpty: "doorSet", doorLeaving: "doorSet", doorPinWrong: "doorPin", doorLeft: "doorAdmit", doorSending: "doorReport", doorReported: "doorReport", doorNotTold: "doorReport" })[scene] ?? scene
        if (scene.endsWith("Uncalled"))
            problemText = en ? "The guard cannot be called from here at the moment. Please go to the guard at the desk." : "目前无法从这里呼叫保安，请到前台找保安。"
        if (scene === "restMany") {
            name = "rest"
            readyNumbers = [...Array(24).keys()].map((i) => ({ number: 40 + i, ready: i % 3 === 0, state: ["ready", "desk", "briefing"][i % 3] }))
        } else if (scene === "restReady" || scene === "restReadyUncalled") {
            name = "rest"
            readyNumbers = [{ number: 47, ready: true, state: "ready" }, { number: 51, ready: true, state: "ready" }, { number: 52, ready: false, state: "desk" }, { number: 53, ready: false, state: "briefing" }]
            guardCalled = true
        } else if (scene === "purposeShown") {
            name = "purpose"
        } else if (scene === "briefedNothing") {
            name = "briefed"
        } else if (scene === "idle") {
            name = "company"
        } else if (scene === "zones") {
            flow.escortNeeded = true
        } else if (scene === "scan" || scene === "scanFound" || scene === "scanOtherSide" || scene === "scanLost") {
            name = "scan"
            if (scene === "scanFound" || scene === "scanOtherSide") {
                scan.found = true
                scan.wantsOtherSide = scene === "scanOtherSide"
                scan.guidanceText = scan.wantsOtherSide ? (en ? "Now the side with your picture, please." : "请再出示有照片的一面。") : en ? "Got it. You can take it away." : "已读取，请收好证件。"
                scan.outline = [{ x: 0.18, y: 0.16 }, { x: 0.8, y: 0.16 }, { x: 0.8, y: 0.84 }, { x: 0.18, y: 0.84 }]
                scan.documentName = en ? "Driver licence" : "驾驶证"
                scan.needsConfirmation = true
                scan.resultFields = [
                    { name: "fullName", label: en ? "Name" : "姓名", value: "Anna Maria Specimen", trust: "read", warning: "" },
                    { name: "documentNumber", label: en ? "Document number" : "证件号码", value: "X0000000T", trust: "checked", warning: "" },
                    { name: "birthDate", label: en ? "Date of birth" : "出生日期", value: en ? "12 August 1974" : "1974年8月12日", trust: "checked", warning: "" },
                    { name: "expiryDate", label: en ? "Valid until" : "有效期至", value: en ? "15 April 2012" : "2012年4月15日", trust: "unsure", warning: en ? "Expired. The guard will look at it." : "已过期，保安将核对。" }]
            }
            if (scene === "scanLost") {
                scan.cameraWorks = false
                scan.guidanceText = en ? "The camera is not there at the moment" : "摄像头暂时不可用"
            }
        } else if (scene === "details" || scene === "detailsRead") {
            name = "details"
            const read = scene === "detailsRead"
            flow.typing = !read
            flow.fields = [
                field("surname", "Surname", "姓", read ? "Specimen" : "", read ? "read" : ""),
                field("givenNames", "Given names", "名", read ? "Anna Maria" : "", read ? "read" : ""),
                field("birthDate", "Date of birth", "出生日期", read ? "1974-08-12" : "", read ? "checked" : "", { kind: "date" }),
                field("documentType", "Document", "证件类型", read ? "licence" : "", read ? "read" : "", { kind: "choice", choices: [{ value: "id", label: en ? "ID card" : "身份证" }, { value: "passport", label: en ? "Passport" : "护照" }, { value: "licence", label: en ? "Licence" : "驾驶证" }] }),
                field("documentNumber", "Document number", "证件号码", read ? "X0000000T" : "", read ? "checked" : ""),
                field("nationality", "Nationality", "国籍", "", "", { required: false })]
            flow.fieldProblems = read ? {} : { birthDate: en ? "This is not a date." : "日期格式不正确。" }
        } else if (scene === "company") {
            name = "company"
        } else if (scene === "host" || scene === "hostFound" || scene === "hostChosen") {
            name = "host"
            if (scene === "hostFound") {
                flow.hostQuery = "ch"
                flow.hostSearched = true
                flow.hostResults = [{ id: "1", name: "陈样本 · Chen Yangben" }, { id: "2", name: "Charlie Placeholder" }, { id: "3", name: "Chiara Beispiel" }]
            }
            if (scene === "hostChosen") {
                flow.hostId = "1"
                flow.hostName = "陈样本 · Chen Yangben"
            }
            canGoNext = scene === "hostChosen"
        } else if (scene === "work" || scene === "workTour") {
            name = "work"
            flow.tour = scene === "workTour"
            flow.hotWork = scene === "work"
        } else if (scene === "briefing" || scene === "briefingLate") {
            name = "briefing"
            flow.briefingPassed = false
            flow.briefedVisit = scene === "briefingLate" ? "V-2318" : ""
        } else if (scene === "badge" || scene === "badgeFailed") {
            name = "badge"
            canGoNext = false
            scan.guidanceText = en ? "Show your badge" : "请出示胸牌"
            problemText = scene === "badge" ? "" : en ? "This badge is of another site. Please ask the guard." : "这枚胸牌不属于本场所，请询问保安。"
        } else if (scene === "quiz" || scene === "quizRight" || scene === "quizWrong") {
            name = "quiz"
            canGoNext = scene !== "quiz"
            flow.briefing.verdict = scene === "quiz" ? "" : scene === "quizRight" ? "right" : "wrong"
        } else if (scene === "terms" || scene === "termsTyped") {
            name = "terms"
            canGoNext = scene === "termsTyped"
            flow.typedSignature = scene === "termsTyped" ? "Anna Maria Specimen" : ""
        } else if (scene === "portrait" || scene === "portraitTaken") {
            name = "portrait"
            flow.portraitState = scene === "portrait" ? "live" : "taken"
        } else if (scene === "waiting" || scene === "waitingUnbriefed" || scene === "waitingForBadge" || scene === "question" || scene === "cancelSheet") {
            const decided = scene === "waitingForBadge"
            name = "waiting"
            flow.stages = [
                { key: "registered", label: en ? "Registered" : "已登记", state: "done", time: "09:42:10" },
                { key: "checked", label: decided ? (en ? "Checked by the guard" : "保安已核对") : en ? "Being checked by the guard" : "保安正在核对", state: decided ? "done" : "now", time: decided ? "09:43:51" : "" },
                { key: "badge", label: en ? "Badge" : "胸牌", state: decided ? "now" : "later", time: "" }]
            problemCode = decided ? "badge-later" : ""
            problemText = !decided ? "" : en ? "Your visit is approved. Your badge comes as soon as a guard is at the desk: this screen goes on by itself. You may also take a number and sit down."
                                             : "您的来访已获批准。保安到前台后即可领取胸牌：本页面会自动继续。您也可以取号后坐下等候。"
            flow.escortNeeded = scene !== "question"
            flow.owesBriefing = scene === "waitingUnbriefed"
            if (scene === "question") {
                flow.questionCode = "phone"
                flow.questionText = en ? "Which rack do you work on, and until when?" : "您在哪个机柜作业，到几点？"
                flow.questionTakesAnswer = true
            }
        } else if (scene === "donePartly") {
            name = "done"
        } else if (scene === "pickup") {
            flow.pickupNumber = 47
        } else if (scene === "invitation" || scene === "invitationFound") {
            name = "invitation"
            scan.guidanceText = en ? "Show your invitation" : "请出示邀请码"
            invitation.state = scene === "invitation" ? "looking" : "found"
        } else if (scene === "checkOut" || scene === "checkOutFailed") {
            name = "checkOut"
            scan.guidanceText = en ? "Show your badge" : "请出示胸牌"
            checkOut.state = scene === "checkOut" ? "looking" : "failed"
            checkOut.problemText = en ? "This badge is of another site. Please ask the guard." : "这枚胸牌不属于本场所，请询问保安。"
        } else if (scene === "checkedOut") {
            checkOut.toCollect = en ? ["USB stick, tag 12", "Toolbox, tag 13"] : ["U盘，牌号 12", "工具箱，牌号 13"]
        } else if (["languageSheet", "accessibilitySheet", "startAgainSheet"].includes(scene)) {
            name = "purpose"
        }
        step = scene === "briefingLate" ? 0 : steps[name] ?? 0
        stepCount = step > 0 ? 8 : 0
        canGoBack = step > 0 || ["invitation", "checkOut", "badge", "leave"].includes(name)
        page = name
        if (scene === "idle")
            idleRemaining = 23
    }
}
