<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AccessibilitySheet</name>
    <message>
        <source>Accessibility</source>
        <translation>无障碍</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>放大文字</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>高对比度</translation>
    </message>
    <message>
        <source>Black, white and yellow</source>
        <translation>黑、白、黄三色</translation>
    </message>
    <message>
        <source>No movement</source>
        <translation>减少动画</translation>
    </message>
    <message>
        <source>Pages change without sliding</source>
        <translation>换页时不滑动</translation>
    </message>
    <message>
        <source>Read aloud</source>
        <translation>朗读</translation>
    </message>
    <message>
        <source>What the screen asks is spoken; never what you enter</source>
        <translation>朗读屏幕上的提示，绝不朗读您输入的内容</translation>
    </message>
    <message>
        <source>A person helps you in any case.</source>
        <translation>任何时候都可以请保安帮助您。</translation>
    </message>
</context>
<context>
    <name>Announcer</name>
    <message>
        <source>Your number is %1. It shows on this screen when the guard has decided.</source>
        <translation>您的号码是%1。保安决定后，号码会显示在本屏幕上。</translation>
    </message>
    <message>
        <source>Are you still there? Touch the screen to go on.</source>
        <translation>您还在吗？请触摸屏幕继续。</translation>
    </message>
    <message numerus="yes">
        <source>%n second(s) left.</source>
        <translation>
            <numerusform>还剩%n秒。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BadgePage</name>
    <message>
        <source>Safety briefing: show your badge</source>
        <translation>安全须知：请出示胸牌</translation>
    </message>
    <message>
        <source>Then you see the rules in pictures and are asked three questions.</source>
        <translation>随后请看图示规则，并回答三个问题。</translation>
    </message>
    <message>
        <source>One moment …</source>
        <translation>请稍候……</translation>
    </message>
    <message>
        <source>Hold the QR code of your badge in front of the camera. Your visit goes on.</source>
        <translation>请将胸牌上的二维码对准摄像头。您的来访继续有效。</translation>
    </message>
    <message>
        <source>No badge yet? Touch your number on the start screen.</source>
        <translation>还没有胸牌？请在首页点按您的号码。</translation>
    </message>
    <message>
        <source>Badge lost or torn? Call the guard.</source>
        <translation>胸牌遗失或损坏？请呼叫保安。</translation>
    </message>
</context>
<context>
    <name>BlankKey</name>
    <message>
        <source>Space</source>
        <translation>空格</translation>
    </message>
</context>
<context>
    <name>BottomBar</name>
    <message>
        <source>Accessibility</source>
        <translation>无障碍</translation>
    </message>
    <message>
        <source>Change the language</source>
        <translation>更改语言</translation>
    </message>
    <message>
        <source>The guard is called</source>
        <translation>已呼叫保安</translation>
    </message>
    <message>
        <source>Call the guard</source>
        <translation>呼叫保安</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>重新开始</translation>
    </message>
    <message>
        <source>Calling …</source>
        <translation>正在呼叫……</translation>
    </message>
</context>
<context>
    <name>BriefedPage</name>
    <message>
        <source>Thank you. Your safety briefing is done.</source>
        <translation>谢谢，您已完成安全须知。</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>It is recorded, and the guard and the door know. Nothing else of your visit has changed.</source>
        <translation>已经记录，保安和门口设备都能看到。您的来访没有其他变化。</translation>
    </message>
    <message>
        <source>Nothing is missing</source>
        <translation>没有需要补办的事项</translation>
    </message>
    <message>
        <source>You need no safety briefing. Your badge is valid until %1. To leave, touch “Check out” on the start screen.</source>
        <translation>您无需完成安全须知，胸牌有效期至 %1。离开时请在首页点按“离开登记”。</translation>
    </message>
</context>
<context>
    <name>BriefingPage</name>
    <message>
        <source>You have passed this.</source>
        <translation>您已通过。</translation>
    </message>
    <message>
        <source>Please look at these rules. Then you are asked three questions.</source>
        <translation>请先看这些规定，然后回答三个问题。</translation>
    </message>
    <message>
        <source>Leave it to the guard</source>
        <translation>交给保安处理</translation>
    </message>
    <message>
        <source>Visit %1. %2</source>
        <translation>来访编号：%1。%2</translation>
    </message>
    <message>
        <source>Passed the safety briefing here within the last %1 days? Leave it to the guard, who looks it up.</source>
        <translation>最近 %1 天内已在本处完成过安全须知？请交给保安，由保安查询。</translation>
    </message>
</context>
<context>
    <name>CallGuardButton</name>
    <message>
        <source>The guard is called</source>
        <translation>已呼叫保安</translation>
    </message>
    <message>
        <source>Calling …</source>
        <translation>正在呼叫……</translation>
    </message>
    <message>
        <source>Call the guard</source>
        <translation>呼叫保安</translation>
    </message>
</context>
<context>
    <name>CancelledPage</name>
    <message>
        <source>Your visit is cancelled.</source>
        <translation>您的来访已取消。</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>The guard no longer has your request, and you need not do anything else. To visit after all, check in again.</source>
        <translation>保安处已没有您的申请，您无需再做其他事。如仍要来访，请重新登记。</translation>
    </message>
    <message>
        <source>Visit number %1</source>
        <translation>来访编号：%1</translation>
    </message>
</context>
<context>
    <name>CapitalKey</name>
    <message>
        <source>Capital letters</source>
        <translation>大写字母</translation>
    </message>
</context>
<context>
    <name>CheckIn</name>
    <message>
        <source>%1 × %2</source>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>To be handed in to the guard before you enter</source>
        <translation>进入前须交保安保管</translation>
    </message>
    <message>
        <source>Person %1</source>
        <translation>第 %1 位访客</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Your visit</source>
        <translation>您的来访</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>被访人</translation>
    </message>
    <message>
        <source>Not known, the guard will ask</source>
        <translation>不清楚，由保安询问</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>You</source>
        <translation>您</translation>
    </message>
    <message>
        <source>Carried items</source>
        <translation>携带物品</translation>
    </message>
    <message>
        <source>Confidentiality</source>
        <translation>保密承诺</translation>
    </message>
    <message>
        <source>Signed by typing the name</source>
        <translation>已输入姓名签署</translation>
    </message>
    <message>
        <source>Signed by finger</source>
        <translation>已手指签名</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>已拍摄</translation>
    </message>
    <message>
        <source>Registered</source>
        <translation>已登记</translation>
    </message>
    <message>
        <source>Checked by the guard</source>
        <translation>保安已核对</translation>
    </message>
    <message>
        <source>Being checked by the guard</source>
        <translation>保安正在核对</translation>
    </message>
    <message>
        <source>Badge</source>
        <translation>胸牌</translation>
    </message>
    <message>
        <source>You may enter: %1</source>
        <translation>您可以进入：%1</translation>
    </message>
    <message>
        <source>Only together with your escort, once the escort has accepted: %1</source>
        <translation>须在陪同人员接受陪同之后，由其带领进入：%1</translation>
    </message>
    <message>
        <source>The badge admits to no other zone.</source>
        <translation>胸牌不适用于其他区域。</translation>
    </message>
    <message>
        <source>Valid until %1</source>
        <translation>有效期至 %1</translation>
    </message>
    <message>
        <source>Show the badge here when you leave, and hand it back.</source>
        <translation>离开时请在此出示并归还胸牌。</translation>
    </message>
    <message>
        <source>Your badge is printed. Wear it where it can be seen.</source>
        <translation>胸牌已打印，请佩戴在明显位置。</translation>
    </message>
    <message>
        <source>The badge could not be printed here. Please tell the guard your number %1: it is printed at the desk.</source>
        <translation>本机未能打印胸牌。请将您的号码 %1 告知保安，由前台打印。</translation>
    </message>
    <message>
        <source>We are sorry: you cannot be admitted today. Please speak to the guard at the desk, or call the person whom you wanted to visit.</source>
        <translation>很抱歉，您今天不能入内。请询问前台保安，或联系您要拜访的人。</translation>
    </message>
    <message>
        <source>We are sorry: nobody could answer in time, and your request has ended. Please speak to the guard at the desk.</source>
        <translation>很抱歉：未能及时得到答复，您的申请已结束。请到前台联系保安。</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 小时</translation>
    </message>
    <message>
        <source>In the escorted zone</source>
        <translation>陪同区域</translation>
    </message>
    <message>
        <source>Nothing said</source>
        <translation>未填写</translation>
    </message>
    <message>
        <source>Safety briefing</source>
        <translation>安全须知</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>已通过</translation>
    </message>
    <message>
        <source>With the guard</source>
        <translation>由保安处理</translation>
    </message>
    <message>
        <source>The safety briefing is still missing: touch “Safety briefing” on the start screen, and show this badge.</source>
        <translation>尚未完成安全须知：请在首页点按“安全须知”，并出示此胸牌。</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>来访事由</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Your badge is ready as a file: there is no printer here. Tell the guard your number %1 to have it printed.</source>
        <translation>胸牌已存为文件：本机没有打印机。请将您的号码 %1 告知保安，由保安打印。</translation>
    </message>
    <message>
        <source>Please see the guard at the desk: no badge can be issued here for this visit.</source>
        <translation>请到前台找保安：此次来访无法在此领取胸牌。</translation>
    </message>
    <message>
        <source>Your request is registered, but no number can be given here at the moment. Please tell the guard at the desk that you are waiting.</source>
        <translation>您的来访已登记，但目前无法在此取得号码。请告诉前台保安您正在等候。</translation>
    </message>
    <message numerus="yes">
        <source>We are sorry: %n person(s) of your party cannot be admitted. Please speak to the guard at the desk.</source>
        <translation>
            <numerusform>很抱歉，您一行人中有 %n 人不能入内。请询问前台保安。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CheckOutPage</name>
    <message>
        <source>Show your badge</source>
        <translation>请出示胸牌</translation>
    </message>
    <message>
        <source>Hold the QR code of your badge in front of the camera.</source>
        <translation>请将胸牌上的二维码对准摄像头。</translation>
    </message>
    <message>
        <source>One moment …</source>
        <translation>请稍候……</translation>
    </message>
    <message>
        <source>Then hand the badge back: put it into the box beside the screen, or give it to the guard.</source>
        <translation>然后请归还胸牌：投入屏幕旁的回收箱，或交给保安。</translation>
    </message>
    <message>
        <source>Badge lost or torn? Call the guard.</source>
        <translation>胸牌遗失或损坏？请呼叫保安。</translation>
    </message>
</context>
<context>
    <name>CheckedOutPage</name>
    <message>
        <source>Goodbye, and thank you.</source>
        <translation>再见，谢谢您的来访。</translation>
    </message>
    <message>
        <source>Your visit %1 has ended.</source>
        <translation>您的来访 %1 已结束。</translation>
    </message>
    <message>
        <source>Your visit has ended.</source>
        <translation>您的来访已结束。</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Please hand your badge back now.</source>
        <translation>请现在归还胸牌。</translation>
    </message>
    <message>
        <source>Please collect at the desk:</source>
        <translation>请在前台领取：</translation>
    </message>
</context>
<context>
    <name>ClearNote</name>
    <message numerus="yes">
        <source>This screen clears itself in %n second(s).</source>
        <translation>
            <numerusform>本页面将在 %n 秒后自动清除。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CompanyPage</name>
    <message>
        <source>How can we reach you?</source>
        <translation>怎样联系您？</translation>
    </message>
    <message>
        <source>The number helps if we have to find you in an emergency. It is deleted with your visit.</source>
        <translation>紧急情况下，我们会用这个号码联系您。号码将随来访记录一同删除。</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Telephone (if you like)</source>
        <translation>电话（选填）</translation>
    </message>
    <message>
        <source>Your company and telephone</source>
        <translation>您的单位和电话</translation>
    </message>
</context>
<context>
    <name>CountdownRing</name>
    <message numerus="yes">
        <source>%n second(s) left</source>
        <translation>
            <numerusform>剩余 %n 秒</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Counter</name>
    <message>
        <source>One %1 fewer</source>
        <translation>%1减少一个</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>One %1 more</source>
        <translation>%1增加一个</translation>
    </message>
</context>
<context>
    <name>DeliveryPage</name>
    <message>
        <source>The guard could not be called.</source>
        <translation>未能呼叫到保安。</translation>
    </message>
    <message>
        <source>The guard is on the way.</source>
        <translation>保安正在前来。</translation>
    </message>
    <message>
        <source>The guard is called.</source>
        <translation>已呼叫保安。</translation>
    </message>
    <message>
        <source>Calling the guard …</source>
        <translation>正在呼叫保安……</translation>
    </message>
    <message>
        <source>Please speak to the guard at the desk.</source>
        <translation>请直接联系前台保安。</translation>
    </message>
    <message>
        <source>Please wait here with your delivery. Do not enter.</source>
        <translation>请携带货物在此等候，请勿入内。</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
</context>
<context>
    <name>DeniedPage</name>
    <message>
        <source>Your visit is %1.</source>
        <translation>您的来访编号：%1</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Please speak to the guard.</source>
        <translation>请与保安联系</translation>
    </message>
</context>
<context>
    <name>DetailsPage</name>
    <message>
        <source>Your details</source>
        <translation>您的信息</translation>
    </message>
    <message>
        <source>Is this right?</source>
        <translation>信息是否正确？</translation>
    </message>
    <message>
        <source>As they stand in your document. The guard will compare them.</source>
        <translation>请按证件填写，保安将进行核对。</translation>
    </message>
    <message>
        <source>What you change counts as typed, and the guard will compare it.</source>
        <translation>您修改的内容将标为“手工输入”，由保安核对。</translation>
    </message>
</context>
<context>
    <name>DonePage</name>
    <message>
        <source>Welcome. Here is your badge.</source>
        <translation>欢迎。这是您的胸牌。</translation>
    </message>
    <message>
        <source>Badge %1 of %2</source>
        <translation>第 %1 枚胸牌，共 %2 枚</translation>
    </message>
    <message>
        <source>Next badge</source>
        <translation>下一枚胸牌</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Picture of your badge</source>
        <translation>胸牌图样</translation>
    </message>
</context>
<context>
    <name>DoorAdmitPage</name>
    <message>
        <source>Escort: %1</source>
        <translation>陪同人员：%1</translation>
    </message>
    <message numerus="yes">
        <source>%n more visitor(s) may follow with this escort.</source>
        <translation>
            <numerusform>该陪同人员还可带 %n 名访客。</numerusform>
        </translation>
    </message>
    <message>
        <source>No lock is connected: somebody opens the door for you.</source>
        <translation>未连接门锁：由工作人员为您开门。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>DoorPinPage</name>
    <message>
        <source>Enter your PIN</source>
        <translation>请输入 PIN 码</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>确定</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message numerus="yes">
        <source>%n second(s) left</source>
        <translation>
            <numerusform>还剩 %n 秒</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n digit(s) typed</source>
        <translation>
            <numerusform>已输入 %n 位</numerusform>
        </translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>清除</translation>
    </message>
</context>
<context>
    <name>DoorRefusePage</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>DoorReportPage</name>
    <message>
        <source>The guard has been told</source>
        <translation>已通知保安</translation>
    </message>
    <message>
        <source>Report a stranger?</source>
        <translation>报告陌生人？</translation>
    </message>
    <message>
        <source>Now, in this order:</source>
        <translation>请按以下顺序处理：</translation>
    </message>
    <message>
        <source>Somebody is in the room who does not belong there.</source>
        <translation>房间内有不应在此的人。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Report now</source>
        <translation>立即报告</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Politely lead the person out at once.</source>
        <translation>立即有礼貌地将其带出。</translation>
    </message>
    <message>
        <source>Ask for the reason afterwards, outside.</source>
        <translation>然后在外面询问原因。</translation>
    </message>
    <message>
        <source>Stay with the person until the guard is there.</source>
        <translation>在保安到来之前请陪同在旁。</translation>
    </message>
    <message>
        <source>The guard is alarmed at once. You need not sign in.</source>
        <translation>将立即通知保安，无需登录。</translation>
    </message>
    <message>
        <source>The guard could not be told</source>
        <translation>未能通知保安</translation>
    </message>
    <message>
        <source>This door cannot reach the guard at the moment: call or fetch the guard as well.</source>
        <translation>本门目前无法联系到保安：请同时打电话或派人找保安。</translation>
    </message>
    <message>
        <source>Nobody has heard of it yet: call or fetch the guard now.</source>
        <translation>目前还没有人得知：请立即打电话或派人找保安。</translation>
    </message>
    <message>
        <source>Telling the guard&#xa0;…</source>
        <translation>正在通知保安……</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
</context>
<context>
    <name>DoorSetPage</name>
    <message>
        <source>Leaving: show your badges</source>
        <translation>离开登记：请出示胸牌</translation>
    </message>
    <message>
        <source>Show all badges</source>
        <translation>请出示所有胸牌</translation>
    </message>
    <message>
        <source>Everybody who goes out, one after the other.</source>
        <translation>所有离开的人请依次出示。</translation>
    </message>
    <message>
        <source>Visitors and escort, one after the other, in any order.</source>
        <translation>访客与陪同人员请依次出示，先后不限。</translation>
    </message>
    <message>
        <source>Book out</source>
        <translation>登记离开</translation>
    </message>
    <message>
        <source>Everybody is here</source>
        <translation>人已到齐</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>No badge has been shown yet.</source>
        <translation>尚未出示胸牌。</translation>
    </message>
</context>
<context>
    <name>DoorVerdict</name>
    <message numerus="yes">
        <source>%n second(s) left</source>
        <translation>
            <numerusform>还剩 %n 秒</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EraseKey</name>
    <message>
        <source>Backspace</source>
        <translation>退格</translation>
    </message>
</context>
<context>
    <name>FieldEntry</name>
    <message>
        <source>%1 (if you like)</source>
        <translation>%1（选填）</translation>
    </message>
    <message>
        <source>YYYY-MM-DD</source>
        <translation>年-月-日，如 1990-01-31</translation>
    </message>
</context>
<context>
    <name>Guidance</name>
    <message>
        <source>Hold your document in front of the camera.</source>
        <translation>请将证件放在摄像头前。</translation>
    </message>
    <message>
        <source>Hold the code on your badge in front of the camera.</source>
        <translation>请将胸牌上的二维码对准摄像头。</translation>
    </message>
    <message>
        <source>Hold the code of your invitation in front of the camera.</source>
        <translation>请将邀请码对准摄像头。</translation>
    </message>
    <message>
        <source>Closer, please.</source>
        <translation>请再靠近一些。</translation>
    </message>
    <message>
        <source>Hold it still for a moment.</source>
        <translation>请稍停片刻，保持不动。</translation>
    </message>
    <message>
        <source>Too much glare. Tilt it a little.</source>
        <translation>反光太强，请稍微倾斜。</translation>
    </message>
    <message>
        <source>Too dark. Turn it to the light.</source>
        <translation>光线太暗，请转向亮处。</translation>
    </message>
    <message>
        <source>Please turn it over.</source>
        <translation>请翻到另一面。</translation>
    </message>
    <message>
        <source>Move it into the picture.</source>
        <translation>请移到画面中。</translation>
    </message>
    <message>
        <source>Reading. Hold it still.</source>
        <translation>正在读取，请保持不动。</translation>
    </message>
    <message>
        <source>Got it. You can take it away.</source>
        <translation>已读取，请收好证件。</translation>
    </message>
    <message>
        <source>The camera does not answer. It is being tried again; you can go on by hand.</source>
        <translation>摄像头没有响应，正在重试；您可以改为手工输入。</translation>
    </message>
    <message>
        <source>That is not an identity document. Please show your ID card, passport or driver licence.</source>
        <translation>这不是身份证件。请出示身份证、护照或驾驶证。</translation>
    </message>
    <message>
        <source>That is not a visitor badge. Please show the code on your badge.</source>
        <translation>这不是访客胸牌。请出示胸牌上的二维码。</translation>
    </message>
    <message>
        <source>That is not an invitation. Please show the code that you were sent.</source>
        <translation>这不是邀请码。请出示您收到的二维码。</translation>
    </message>
    <message>
        <source>That could not be read. Please try it again.</source>
        <translation>未能读取，请再试一次。</translation>
    </message>
    <message>
        <source>Nothing could be read so far. Try it again, or touch “Type it instead”.</source>
        <translation>还没有读出内容。请再试一次，或点“手工输入”。</translation>
    </message>
    <message>
        <source>Now the side with your picture, please.</source>
        <translation>请再出示有照片的一面。</translation>
    </message>
    <message>
        <source>One document at a time, please.</source>
        <translation>请一次只出示一份证件。</translation>
    </message>
</context>
<context>
    <name>HideKey</name>
    <message>
        <source>Hide the keyboard</source>
        <translation>收起键盘</translation>
    </message>
</context>
<context>
    <name>HostPage</name>
    <message>
        <source>Name of your host</source>
        <translation>被访人姓名</translation>
    </message>
    <message>
        <source>Your host. Touch to change.</source>
        <translation>您的被访人，点按可更改。</translation>
    </message>
    <message>
        <source>Whom are you visiting?</source>
        <translation>您要拜访哪位？</translation>
    </message>
    <message>
        <source>Type at least two letters of the name, then touch it.</source>
        <translation>请至少输入姓名的两个字母或汉字，然后点按该姓名。</translation>
    </message>
    <message>
        <source>Nobody here has a name like that. Check the spelling, or let the guard ask.</source>
        <translation>没有找到这样的姓名。请检查输入，或让保安询问。</translation>
    </message>
    <message>
        <source>I do not know. The guard will ask me.</source>
        <translation>我不清楚，请保安询问。</translation>
    </message>
</context>
<context>
    <name>IdleOverlay</name>
    <message>
        <source>Are you still there?</source>
        <translation>您还在吗？</translation>
    </message>
    <message numerus="yes">
        <source>Touch the screen to go on. Otherwise everything that you entered is erased in %n second(s).</source>
        <translation>
            <numerusform>请触摸屏幕继续，否则您填写的内容将在 %n 秒后全部清除。</numerusform>
        </translation>
    </message>
    <message>
        <source>I am still here</source>
        <translation>我还在</translation>
    </message>
    <message>
        <source>Erase and start again</source>
        <translation>清除并重新开始</translation>
    </message>
</context>
<context>
    <name>InvitationPage</name>
    <message>
        <source>You are expected.</source>
        <translation>我们正在恭候您。</translation>
    </message>
    <message>
        <source>Show your invitation</source>
        <translation>请出示邀请码</translation>
    </message>
    <message>
        <source>Hold the QR code in front of the camera, on paper or on your telephone.</source>
        <translation>请将纸上或手机上的二维码对准摄像头。</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>One moment …</source>
        <translation>请稍候……</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>被访人</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>来访事由</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Next, please show your document. The guard compares it with you.</source>
        <translation>接下来请出示证件，保安将核对证件与本人。</translation>
    </message>
    <message>
        <source>The QR code is in the message that your host sent.</source>
        <translation>二维码在被访人发给您的信息中。</translation>
    </message>
    <message>
        <source>No code at hand? Go back and choose “Check in”.</source>
        <translation>没有二维码？请返回并选择“来访登记”。</translation>
    </message>
</context>
<context>
    <name>ItemsPage</name>
    <message>
        <source>Count what you bring in. Leave the rest at 0.</source>
        <translation>请填写带入物品的数量，没有的保持为 0。</translation>
    </message>
    <message>
        <source>Not allowed where you go: %1. The guard keeps such things for you, against a numbered tag.</source>
        <translation>您要去的区域不得带入：%1。此类物品由保安凭寄存牌代为保管。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>The guard keeps this for you until you leave.</source>
        <translation>由保安代为保管，离开时归还。</translation>
    </message>
    <message>
        <source>Anything else? (if you like)</source>
        <translation>其他物品（选填）</translation>
    </message>
    <message>
        <source>No smoking anywhere on the premises.</source>
        <translation>整个场所内禁止吸烟。</translation>
    </message>
    <message>
        <source>What are you bringing in?</source>
        <translation>您携带哪些物品进入？</translation>
    </message>
</context>
<context>
    <name>KeyboardPanel</name>
    <message>
        <source>Keyboard</source>
        <translation>键盘</translation>
    </message>
</context>
<context>
    <name>Kiosk</name>
    <message>
        <source>Door</source>
        <translation>门口</translation>
    </message>
    <message>
        <source>Reception</source>
        <translation>接待处</translation>
    </message>
</context>
<context>
    <name>KioskPage</name>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
</context>
<context>
    <name>LanguageSheet</name>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
</context>
<context>
    <name>LeavePage</name>
    <message>
        <source>Leave the kiosk</source>
        <translation>退出自助机</translation>
    </message>
    <message>
        <source>For staff: enter the exit code of this station. It is not your password.</source>
        <translation>仅限员工：请输入本机的退出码（不是您的个人密码）。</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Exit code</source>
        <translation>退出码</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>Gatehouse kiosk</source>
        <translation>Gatehouse 访客自助机</translation>
    </message>
    <message>
        <source>Trial in a window: not for use at an entrance</source>
        <translation>窗口试用模式：请勿用于正式入口</translation>
    </message>
    <message>
        <source>Gatehouse door station: %1</source>
        <translation>Gatehouse 门禁终端：%1</translation>
    </message>
    <message>
        <source>Start again?</source>
        <translation>重新开始？</translation>
    </message>
    <message>
        <source>Everything that you entered is erased.</source>
        <translation>您填写的全部内容都会被清除。</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续填写</translation>
    </message>
    <message>
        <source>Erase and start again</source>
        <translation>清除并重新开始</translation>
    </message>
    <message>
        <source>Cancel your visit?</source>
        <translation>取消来访？</translation>
    </message>
    <message>
        <source>The guard then no longer has your request, and nobody of your party is admitted on it.</source>
        <translation>取消后，保安处不再有您的申请，您和同行者都不能凭它进入。</translation>
    </message>
    <message>
        <source>Keep my visit</source>
        <translation>保留本次来访</translation>
    </message>
    <message>
        <source>Yes, cancel it</source>
        <translation>确认取消</translation>
    </message>
</context>
<context>
    <name>NextKey</name>
    <message>
        <source>Next</source>
        <translation>下一项</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
</context>
<context>
    <name>NoticePage</name>
    <message>
        <source>Please read this before you go on. Version %1</source>
        <translation>请先阅读以下内容。版本 %1</translation>
    </message>
    <message>
        <source>I have read this</source>
        <translation>我已阅读</translation>
    </message>
</context>
<context>
    <name>NumberBadge</name>
    <message>
        <source>Number %1 is ready</source>
        <translation>%1 号已就绪</translation>
    </message>
    <message>
        <source>Number %1: please see the guard</source>
        <translation>%1 号：请联系保安</translation>
    </message>
    <message>
        <source>Number %1: safety briefing</source>
        <translation>%1 号：安全须知</translation>
    </message>
</context>
<context>
    <name>PageFrame</name>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Step %1 of %2</source>
        <translation>第 %1 步，共 %2 步</translation>
    </message>
    <message>
        <source>One moment …</source>
        <translation>请稍候……</translation>
    </message>
    <message>
        <source>More below</source>
        <translation>下方还有内容</translation>
    </message>
</context>
<context>
    <name>PartyPage</name>
    <message>
        <source>Is anybody with you?</source>
        <translation>有人与您同行吗？</translation>
    </message>
    <message>
        <source>Everyone shows a document and gets a badge. Host and purpose are asked only once.</source>
        <translation>每位访客都需出示证件并领取胸牌。被访人和事由只需填写一次。</translation>
    </message>
    <message>
        <source>Person %1</source>
        <translation>第 %1 位访客</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Change %1</source>
        <translation>修改%1</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>移除%1</translation>
    </message>
    <message>
        <source>Add another person</source>
        <translation>添加同行人员</translation>
    </message>
</context>
<context>
    <name>PickupNumbers</name>
    <message>
        <source>Ready. Touch your number:</source>
        <translation>已办妥，请点按您的号码：</translation>
    </message>
    <message>
        <source>A message from the guard. Touch your number:</source>
        <translation>保安有消息，请点按您的号码：</translation>
    </message>
    <message>
        <source>Safety briefing still missing:</source>
        <translation>尚未完成安全须知：</translation>
    </message>
    <message>
        <source>There are more numbers than fit here: ask the guard for yours.</source>
        <translation>号码较多，未能全部显示：请向保安询问您的号码。</translation>
    </message>
</context>
<context>
    <name>PickupPage</name>
    <message>
        <source>Your number is</source>
        <translation>您的号码是</translation>
    </message>
    <message>
        <source>It shows on this screen when the guard has decided. Please wait nearby.</source>
        <translation>保安处理后，号码会显示在本屏幕上。请在附近等候。</translation>
    </message>
    <message>
        <source>I have noted it</source>
        <translation>我已记下</translation>
    </message>
    <message>
        <source>Your number is %1</source>
        <translation>您的号码是 %1</translation>
    </message>
    <message>
        <source>The number is printed as well. Please take the slip.</source>
        <translation>号码单已打印，请取走。</translation>
    </message>
</context>
<context>
    <name>PortraitPage</name>
    <message>
        <source>Is this photo good?</source>
        <translation>这张照片可以吗？</translation>
    </message>
    <message>
        <source>May we take your photo?</source>
        <translation>可以为您拍照吗？</translation>
    </message>
    <message>
        <source>It goes on your badge and to the guard, and is deleted with your visit. You may decline.</source>
        <translation>照片用于胸牌并供保安核对，随来访记录一同删除。您可以不拍。</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Your photo</source>
        <translation>您的照片</translation>
    </message>
    <message>
        <source>Look at the camera</source>
        <translation>请看摄像头</translation>
    </message>
    <message>
        <source>Take my photo</source>
        <translation>为我拍照</translation>
    </message>
    <message>
        <source>Three seconds after you touch</source>
        <translation>点按三秒后拍摄</translation>
    </message>
    <message>
        <source>The camera does not answer at the moment. You can go on without a photo.</source>
        <translation>摄像头暂时不可用，您可以不拍照继续。</translation>
    </message>
    <message>
        <source>Go on without a photo</source>
        <translation>不拍照，继续</translation>
    </message>
    <message>
        <source>Your badge then shows your name only</source>
        <translation>胸牌上只显示您的姓名</translation>
    </message>
    <message>
        <source>Take another</source>
        <translation>重新拍摄</translation>
    </message>
    <message>
        <source>Delete it and go on without a photo</source>
        <translation>删除照片，不拍照继续</translation>
    </message>
</context>
<context>
    <name>Problems</name>
    <message>
        <source>%1, tag %2</source>
        <translation>%1，寄存牌 %2</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>The register cannot be reached at the moment. Nothing that you entered is lost. Please try again in a moment, or ask the guard.</source>
        <translation>暂时无法连接登记系统，您填写的内容没有丢失。请稍后重试，或询问保安。</translation>
    </message>
    <message>
        <source>The register is busy. Nothing that you entered is lost. Please try again.</source>
        <translation>登记系统正忙，您填写的内容没有丢失。请重试。</translation>
    </message>
    <message>
        <source>Nothing can be saved here at the moment. Please ask the guard to register you.</source>
        <translation>本机暂时无法保存，请保安为您登记。</translation>
    </message>
    <message>
        <source>The clock of this screen is wrong, so nobody new can be registered here. Please ask the guard.</source>
        <translation>本机时间不正确，暂时不能登记。请询问保安。</translation>
    </message>
    <message>
        <source>Something that was entered does not fit. Please check it.</source>
        <translation>有内容填写不正确，请检查。</translation>
    </message>
    <message>
        <source>This screen is out of service. Please ask the guard.</source>
        <translation>本机已停用，请询问保安。</translation>
    </message>
    <message>
        <source>The time for that is over. Please ask the guard.</source>
        <translation>已超过时限，请询问保安。</translation>
    </message>
    <message>
        <source>This was already done elsewhere. Please ask the guard.</source>
        <translation>此事已在别处办理，请询问保安。</translation>
    </message>
    <message>
        <source>That is not possible here. Please ask the guard.</source>
        <translation>这里无法办理，请询问保安。</translation>
    </message>
    <message>
        <source>Something went wrong on this screen. Please ask the guard.</source>
        <translation>本机出现问题，请询问保安。</translation>
    </message>
    <message>
        <source>Please fill this in.</source>
        <translation>请填写此项。</translation>
    </message>
    <message>
        <source>That is too long: 200 characters at most.</source>
        <translation>内容过长，最多 200 个字。</translation>
    </message>
    <message>
        <source>Please write the date like 1990-05-23.</source>
        <translation>请按 1990-05-23 的格式填写日期。</translation>
    </message>
    <message>
        <source>That date lies in the future.</source>
        <translation>这个日期在今天之后。</translation>
    </message>
    <message>
        <source>Please tell us which company you come from.</source>
        <translation>请填写您的单位。</translation>
    </message>
    <message>
        <source>A phone number has digits, spaces and + - ( ) only, and 40 characters at most.</source>
        <translation>电话号码只能包含数字、空格和 + - ( )，最多 40 个字符。</translation>
    </message>
    <message>
        <source>Please say in a few words what else you carry.</source>
        <translation>请简要说明您还携带了什么。</translation>
    </message>
    <message>
        <source>That is too long: 500 characters at most.</source>
        <translation>内容过长，最多 500 个字。</translation>
    </message>
    <message>
        <source>Somebody of your party is not complete yet.</source>
        <translation>同行人员中有人尚未填写完整。</translation>
    </message>
    <message>
        <source>This number was already collected. If it is yours, please ask the guard.</source>
        <translation>该号码已被领取。如果是您的号码，请询问保安。</translation>
    </message>
    <message>
        <source>That is not the exit code.</source>
        <translation>退出码不正确。</translation>
    </message>
    <message>
        <source>No exit code was set for this station.</source>
        <translation>本机没有设置退出码。</translation>
    </message>
    <message>
        <source>This badge is not in the register. Please hand it to the guard.</source>
        <translation>登记系统中没有这枚胸牌，请交给保安。</translation>
    </message>
    <message>
        <source>This badge is not genuine. Please hand it to the guard.</source>
        <translation>这枚胸牌无法验证，请交给保安。</translation>
    </message>
    <message>
        <source>This badge is no longer in use. If you have had it all the time, please tell the guard: somebody may have shown a picture of it.</source>
        <translation>这枚胸牌已停用。如果胸牌一直在您手中，请告诉保安：可能有人出示了它的照片。</translation>
    </message>
    <message>
        <source>This badge was not admitted. Please hand it to the guard.</source>
        <translation>这枚胸牌没有入场记录，请交给保安。</translation>
    </message>
    <message>
        <source>That is no visitor badge. Please show the code on your badge.</source>
        <translation>这不是访客胸牌。请出示胸牌上的二维码。</translation>
    </message>
    <message>
        <source>This invitation is for another site. Please check the address, or ask the guard.</source>
        <translation>这份邀请属于其他场所。请核对地址，或询问保安。</translation>
    </message>
    <message>
        <source>This invitation is not in the register. You can check in without it.</source>
        <translation>登记系统中没有这份邀请，您可以直接登记。</translation>
    </message>
    <message>
        <source>This invitation is not genuine. You can check in without it.</source>
        <translation>这份邀请无法验证，您可以直接登记。</translation>
    </message>
    <message>
        <source>The time of this invitation is over. You can check in without it.</source>
        <translation>这份邀请已过期，您可以直接登记。</translation>
    </message>
    <message>
        <source>This invitation is for later. Please come back then, or ask the guard.</source>
        <translation>这份邀请的时间未到。请届时再来，或询问保安。</translation>
    </message>
    <message>
        <source>This invitation was withdrawn. Please ask your host.</source>
        <translation>这份邀请已撤回，请联系您的被访人。</translation>
    </message>
    <message>
        <source>That is no invitation. Please show the code that you were sent.</source>
        <translation>这不是邀请码。请出示您收到的二维码。</translation>
    </message>
    <message>
        <source>This date is over. The guard will look at it.</source>
        <translation>日期已过，保安将核对。</translation>
    </message>
    <message>
        <source>This date is still to come. The guard will look at it.</source>
        <translation>日期未到，保安将核对。</translation>
    </message>
    <message>
        <source>This date is impossible. The guard will look at it.</source>
        <translation>日期不合理，保安将核对。</translation>
    </message>
    <message>
        <source>Please say in a few words what the work is.</source>
        <translation>请简要说明作业内容。</translation>
    </message>
    <message>
        <source>Please say at which rack or in which area.</source>
        <translation>请说明机柜或区域。</translation>
    </message>
    <message>
        <source>Please choose how the work is done.</source>
        <translation>请选择作业方式。</translation>
    </message>
    <message>
        <source>A change number has letters, digits and - / . _ # : only, and 40 characters at most.</source>
        <translation>变更编号只能包含字母、数字和 - / . _ # :，最多 40 个字符。</translation>
    </message>
    <message>
        <source>Nobody under 16 may go there. Please ask the guard.</source>
        <translation>未满 16 周岁者不得进入该区域，请询问保安。</translation>
    </message>
    <message>
        <source>Your visit is approved. Your badge comes as soon as a guard is at the desk: this screen goes on by itself. You may also take a number and sit down.</source>
        <translation>您的来访已获批准。保安到岗后即可领取胸牌，本屏幕会自动继续。您也可以取一个号码先坐下等候。</translation>
    </message>
    <message>
        <source>How long this card is valid is only printed on it. The guard will look at it.</source>
        <translation>此证件的有效期只印在证件上，保安会查看。</translation>
    </message>
    <message>
        <source>The guard cannot be called from here at the moment. Please go to the guard at the desk.</source>
        <translation>目前无法从这里呼叫保安，请到前台找保安。</translation>
    </message>
    <message>
        <source>Too many wrong codes: wait a while. A manager can let the kiosk go from the admin app.</source>
        <translation>退出码多次错误，请稍后再试。经理也可以在管理程序中放行本机退出。</translation>
    </message>
    <message>
        <source>No number is free at the moment. Please wait here, or ask the guard.</source>
        <translation>目前没有空闲号码。请在此等候，或询问保安。</translation>
    </message>
    <message>
        <source>There is no such date. Please look at the month and the day.</source>
        <translation>没有这个日期，请检查月份和日期。</translation>
    </message>
    <message>
        <source>For visitors under 18, the guard will speak with you first.</source>
        <translation>访客未满 18 周岁，保安会先与您沟通。</translation>
    </message>
    <message>
        <source>This badge is of another site. Please ask the guard.</source>
        <translation>这枚胸牌不属于本场所，请询问保安。</translation>
    </message>
    <message>
        <source>That is too long ago: please check the year.</source>
        <translation>年代过早，请核对年份。</translation>
    </message>
</context>
<context>
    <name>PurposePage</name>
    <message>
        <source>What brings you here?</source>
        <translation>您来访的事由是？</translation>
    </message>
    <message>
        <source>Your answer decides what we ask next.</source>
        <translation>后续步骤取决于您的选择。</translation>
    </message>
    <message>
        <source>You do not enter; the guard comes to you</source>
        <translation>您无需入内，保安会来找您</translation>
    </message>
    <message>
        <source>Your document was read. You can compare it in a moment.</source>
        <translation>已读取您的证件，稍后可以核对。</translation>
    </message>
    <message>
        <source>There is nothing to choose here at the moment. Please go to the guard.</source>
        <translation>这里暂时没有可选的来访事由，请到保安处登记。</translation>
    </message>
</context>
<context>
    <name>QuizPage</name>
    <message>
        <source>Question %1 of %2</source>
        <translation>第 %1 题，共 %2 题</translation>
    </message>
    <message>
        <source>I have understood</source>
        <translation>我明白了</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>That is not right</source>
        <translation>不对</translation>
    </message>
    <message>
        <source>That is right</source>
        <translation>答对了</translation>
    </message>
    <message>
        <source>%1 The question comes again.</source>
        <translation>%1这道题会再问一次。</translation>
    </message>
</context>
<context>
    <name>RestPage</name>
    <message>
        <source>Welcome</source>
        <translation>欢迎</translation>
    </message>
    <message>
        <source>How can we help you today?</source>
        <translation>请问您需要办理什么？</translation>
    </message>
    <message>
        <source>Check in</source>
        <translation>来访登记</translation>
    </message>
    <message>
        <source>Have your ID card or passport ready</source>
        <translation>请准备好身份证或护照</translation>
    </message>
    <message>
        <source>I have an invitation</source>
        <translation>我有邀请码</translation>
    </message>
    <message>
        <source>Show the QR code that you were sent</source>
        <translation>请出示收到的二维码</translation>
    </message>
    <message>
        <source>Check out</source>
        <translation>离开登记</translation>
    </message>
    <message>
        <source>Show your badge and hand it back</source>
        <translation>请出示并归还胸牌</translation>
    </message>
    <message>
        <source>Safety briefing</source>
        <translation>安全须知</translation>
    </message>
    <message>
        <source>For visitors who are registered already</source>
        <translation>供已登记的访客使用</translation>
    </message>
</context>
<context>
    <name>ReviewPage</name>
    <message>
        <source>Is everything right?</source>
        <translation>请确认以下内容</translation>
    </message>
    <message>
        <source>Send to the guard</source>
        <translation>提交给保安</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Change: %1</source>
        <translation>修改：%1</translation>
    </message>
    <message>
        <source>Your answers are sent encrypted to the guard.</source>
        <translation>您填写的内容将加密发送给保安。</translation>
    </message>
</context>
<context>
    <name>ScanHints</name>
    <message>
        <source>Hold the whole document in the frame, with the photo side or the barcode side to the camera.</source>
        <translation>请将整张证件放在框内，照片面或条码面朝向摄像头。</translation>
    </message>
    <message>
        <source>Keep it still for a moment; it is read by itself.</source>
        <translation>请稍停片刻，系统会自动读取。</translation>
    </message>
    <message>
        <source>The picture is sealed at once. Only guards and managers who may handle your visit can open it.</source>
        <translation>图像会立即加密，只有有权处理来访的保安和经理才能查看。</translation>
    </message>
    <message>
        <source>The camera does not answer at the moment. Please type instead, or wait: it comes back by itself.</source>
        <translation>摄像头暂时不可用。请手工输入，或稍候片刻，恢复后可继续扫描。</translation>
    </message>
    <message>
        <source>The camera does not answer at the moment. Please go to the guard, or wait: it comes back by itself.</source>
        <translation>摄像头暂时不可用。请找保安，或稍候片刻，恢复后可继续扫描。</translation>
    </message>
    <message>
        <source>%1.</source>
        <translation>%1.</translation>
    </message>
</context>
<context>
    <name>ScanPage</name>
    <message>
        <source>Show your document</source>
        <translation>请出示证件</translation>
    </message>
    <message>
        <source>Please compare with your document.</source>
        <translation>请与您的证件核对。</translation>
    </message>
    <message>
        <source>ID card, passport or driver licence, flat in front of the camera</source>
        <translation>身份证、护照或驾驶证，平放在摄像头前</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Scan again</source>
        <translation>重新扫描</translation>
    </message>
    <message>
        <source>Type it instead</source>
        <translation>手工输入</translation>
    </message>
    <message>
        <source>Some of it was hard to read. You can correct it on the next page.</source>
        <translation>部分内容不够清晰，您可以在下一页更正。</translation>
    </message>
    <message>
        <source>checked: a check digit or a signature proves it · read: please compare it yourself</source>
        <translation>已校验：由校验码或签名证实 · 已读取：请您自行核对</translation>
    </message>
    <message>
        <source>The side with your picture helps the guard to recognise you. Show it too, or just continue.</source>
        <translation>有照片的一面便于保安核对本人。请一并出示，也可以直接继续。</translation>
    </message>
    <message>
        <source>Not everything could be read. The guard will look at it.</source>
        <translation>有些内容没有读到，保安会核对。</translation>
    </message>
    <message>
        <source>Now the other side</source>
        <translation>请出示另一面</translation>
    </message>
</context>
<context>
    <name>ScanView</name>
    <message>
        <source>Camera picture</source>
        <translation>摄像头画面</translation>
    </message>
</context>
<context>
    <name>ScriptKey</name>
    <message>
        <source>Chinese or Latin letters</source>
        <translation>切换中文或英文</translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>SignaturePad</name>
    <message>
        <source>Signature field</source>
        <translation>签名区</translation>
    </message>
    <message>
        <source>Sign with your finger, or type your name instead</source>
        <translation>请用手指签名，也可改为输入姓名</translation>
    </message>
    <message>
        <source>Sign here with your finger</source>
        <translation>请用手指在此签名</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
</context>
<context>
    <name>SignsKey</name>
    <message>
        <source>More signs</source>
        <translation>更多符号</translation>
    </message>
</context>
<context>
    <name>StartingPage</name>
    <message>
        <source>One moment …</source>
        <translation>请稍候……</translation>
    </message>
</context>
<context>
    <name>StatusRow</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>now</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>未成功</translation>
    </message>
    <message>
        <source>to come</source>
        <translation>待进行</translation>
    </message>
</context>
<context>
    <name>Stepper</name>
    <message>
        <source>Step %1 of %2</source>
        <translation>第 %1 步，共 %2 步</translation>
    </message>
</context>
<context>
    <name>SwitchRow</name>
    <message>
        <source>On</source>
        <translation>开</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>关</translation>
    </message>
</context>
<context>
    <name>TermsPage</name>
    <message>
        <source>I agree</source>
        <translation>我同意</translation>
    </message>
    <message>
        <source>Type your full name as your signature</source>
        <translation>请输入您的全名作为签名</translation>
    </message>
    <message>
        <source>Type my name instead</source>
        <translation>改为输入姓名</translation>
    </message>
    <message>
        <source>Please read this and sign below it. Your signature says that you agree. Version %1</source>
        <translation>请阅读并在下方签名，签名即表示同意。版本 %1</translation>
    </message>
    <message>
        <source>Sign with your finger instead</source>
        <translation>改为手指签名</translation>
    </message>
</context>
<context>
    <name>Trouble</name>
    <message>
        <source>The register cannot be reached</source>
        <translation>无法连接登记系统</translation>
    </message>
    <message>
        <source>One moment, please</source>
        <translation>请稍候</translation>
    </message>
    <message>
        <source>Nothing can be saved</source>
        <translation>暂时无法保存</translation>
    </message>
    <message>
        <source>This screen needs an update</source>
        <translation>本机需要更新</translation>
    </message>
    <message>
        <source>The clock is wrong</source>
        <translation>时间不正确</translation>
    </message>
    <message>
        <source>This screen is not set up</source>
        <translation>本机尚未设置</translation>
    </message>
    <message>
        <source>This screen is not in service</source>
        <translation>本机未启用</translation>
    </message>
    <message>
        <source>This site is not open yet</source>
        <translation>本场所尚未启用</translation>
    </message>
    <message>
        <source>Out of order</source>
        <translation>暂停服务</translation>
    </message>
    <message>
        <source>It is being tried again by itself. Please go to the guard, who registers you on paper meanwhile.</source>
        <translation>系统正在自动重试。请先到保安处，由保安用纸质登记。</translation>
    </message>
    <message>
        <source>The register is busy. This screen goes on by itself.</source>
        <translation>登记系统正忙，稍后自动继续。</translation>
    </message>
    <message>
        <source>Please go to the guard. It is being tried again by itself.</source>
        <translation>请联系保安，系统正在自动重试。</translation>
    </message>
    <message>
        <source>Please go to the guard.</source>
        <translation>请联系保安。</translation>
    </message>
    <message>
        <source>Nothing can be saved here. Please go to the guard.</source>
        <translation>本机目前无法保存，请联系保安。</translation>
    </message>
    <message>
        <source>Nobody new can be admitted here until it is right. Please go to the guard.</source>
        <translation>时间恢复正确之前不能登记新访客，请联系保安。</translation>
    </message>
    <message>
        <source>The database is not there, or cannot be reached.</source>
        <translation>数据库不存在，或无法连接。</translation>
    </message>
    <message>
        <source>Another program holds the database.</source>
        <translation>数据库正被其他程序占用。</translation>
    </message>
    <message>
        <source>The database can only be read: check the rights of its file and its folder.</source>
        <translation>数据库只能读取：请检查数据库文件及其文件夹的权限。</translation>
    </message>
    <message>
        <source>There is no space left on the disk: make room; this screen goes on by itself.</source>
        <translation>磁盘空间已满：清理空间后，本机会自动继续。</translation>
    </message>
    <message>
        <source>The database is damaged: stop Gatehouse on every machine, and put a copy of it in its place that was made while it was stopped.</source>
        <translation>数据库已损坏：请在所有机器上停止 Gatehouse，并换上停机时所做的副本。</translation>
    </message>
    <message>
        <source>The ledger does not verify: run “gatehousectl log verify” and do not use this database.</source>
        <translation>日志账本校验未通过：请运行“gatehousectl log verify”，并停止使用该数据库。</translation>
    </message>
    <message>
        <source>The database was written by a newer version: update this program.</source>
        <translation>数据库由更新的版本写入：请更新本程序。</translation>
    </message>
    <message>
        <source>The site key in the database is not the one for which this station was enrolled: put the right database in its place.</source>
        <translation>数据库中的场所密钥与本机登记时的不同：请换上正确的数据库。</translation>
    </message>
    <message>
        <source>Set the time of this machine; if it is right, a manager confirms it in the admin app.</source>
        <translation>请校准本机时间；如时间无误，请由经理在管理程序中确认。</translation>
    </message>
    <message>
        <source>This machine has no key: enrol it with “gatehousectl station enrol”.</source>
        <translation>本机没有密钥：请用“gatehousectl station enrol”登记本机。</translation>
    </message>
    <message>
        <source>The key of this station does not count: a manager enrols it in the admin app (Settings, Stations). If it is not listed there, make a new key with “gatehousectl station enrol”.</source>
        <translation>本机密钥无效：请由经理在管理程序（设置、终端）中登记；若该处没有列出本机，请用“gatehousectl station enrol”生成新密钥。</translation>
    </message>
    <message>
        <source>Read the recovery sheet back in the admin app to take the site into service.</source>
        <translation>请在管理程序中读回恢复单，以启用本场所。</translation>
    </message>
    <message>
        <source>The log of this program says what went wrong.</source>
        <translation>请查看本程序的日志了解原因。</translation>
    </message>
    <message>
        <source>The site has no such zone as this door was started for: start it with the right “--zone”.</source>
        <translation>本场所没有此门禁终端启动时指定的区域：请以正确的“--zone”重新启动。</translation>
    </message>
</context>
<context>
    <name>TrustSign</name>
    <message>
        <source>checked</source>
        <translation>已校验</translation>
    </message>
    <message>
        <source>read, please compare</source>
        <translation>已读取，请核对</translation>
    </message>
    <message>
        <source>unsure, please correct</source>
        <translation>不确定，请更正</translation>
    </message>
    <message>
        <source>typed</source>
        <translation>手工输入</translation>
    </message>
</context>
<context>
    <name>WaitingPage</name>
    <message>
        <source>Thank you. A guard has your request.</source>
        <translation>谢谢，保安已收到您的申请。</translation>
    </message>
    <message>
        <source>Give me a number</source>
        <translation>领取号码</translation>
    </message>
    <message>
        <source>Cancel my visit</source>
        <translation>取消来访</translation>
    </message>
    <message>
        <source>Your answer</source>
        <translation>您的回答</translation>
    </message>
    <message>
        <source>Send the answer</source>
        <translation>发送回答</translation>
    </message>
    <message>
        <source>I understood</source>
        <translation>我知道了</translation>
    </message>
    <message>
        <source>You need not stay here.</source>
        <translation>您不必在此等候。</translation>
    </message>
    <message numerus="yes">
        <source>In %n second(s) you get a number and this screen is free for the next visitor.</source>
        <translation>
            <numerusform>%n 秒后您将得到一个号码，本机供下一位访客使用。</numerusform>
        </translation>
    </message>
    <message>
        <source>You can get a number and wait elsewhere.</source>
        <translation>您可以领取号码，到别处等候。</translation>
    </message>
    <message>
        <source>I am the next visitor</source>
        <translation>我是下一位访客</translation>
    </message>
    <message>
        <source>The safety briefing is still missing. Without it nobody enters the room: pass it now, while the guard looks at your request.</source>
        <translation>尚未完成安全须知。未完成者不得进入机房：保安审核期间，您现在就可以完成。</translation>
    </message>
    <message>
        <source>Pass the safety briefing now</source>
        <translation>现在完成安全须知</translation>
    </message>
    <message>
        <source>Your visit is approved.</source>
        <translation>您的来访已获批准。</translation>
    </message>
    <message>
        <source>The guard has a question</source>
        <translation>保安有一个问题</translation>
    </message>
    <message>
        <source>A message from the guard</source>
        <translation>保安的留言</translation>
    </message>
    <message>
        <source>Visit number %1</source>
        <translation>来访编号：%1</translation>
    </message>
    <message>
        <source>Part of the area you asked for needs an escort. Your badge works there only together with the escort.</source>
        <translation>您申请的部分区域须有人陪同。在该处，胸牌仅在陪同人员在场时有效。</translation>
    </message>
</context>
<context>
    <name>WorkPage</name>
    <message>
        <source>Your tour</source>
        <translation>您的参观</translation>
    </message>
    <message>
        <source>All of this is optional.</source>
        <translation>以下均为选填。</translation>
    </message>
    <message>
        <source>Those who approve your visit read this.</source>
        <translation>审批人员会看到这些内容。</translation>
    </message>
    <message>
        <source>This needs the approval of the fire keeper as well.</source>
        <translation>此项还需要消防保管人批准。</translation>
    </message>
    <message>
        <source>Reason (if you like)</source>
        <translation>事由（选填）</translation>
    </message>
    <message>
        <source>Reason, in a few words</source>
        <translation>事由（简要）</translation>
    </message>
    <message>
        <source>Rack or area (if you like)</source>
        <translation>机柜或区域（选填）</translation>
    </message>
    <message>
        <source>Rack or area</source>
        <translation>机柜或区域</translation>
    </message>
    <message>
        <source>Change number (if there is one)</source>
        <translation>变更编号（如有）</translation>
    </message>
    <message>
        <source>How is it done?</source>
        <translation>如何作业？</translation>
    </message>
    <message>
        <source>How long will you be here?</source>
        <translation>您要停留多久？</translation>
    </message>
    <message>
        <source>What will you do there?</source>
        <translation>您将在那里做什么？</translation>
    </message>
</context>
<context>
    <name>ZonesPage</name>
    <message>
        <source>Where do you need to go?</source>
        <translation>您需要前往哪些区域？</translation>
    </message>
    <message>
        <source>Choose only what your work needs. The guard decides.</source>
        <translation>请只选择工作需要的区域，由保安决定。</translation>
    </message>
    <message>
        <source>You may enter there only together with an escort. The guard will find one for you.</source>
        <translation>您只能在陪同人员陪同下进入那里。保安会为您安排。</translation>
    </message>
</context>
<context>
    <name>gatehouse::kiosk::DoorController</name>
    <message>
        <source>Staff %1</source>
        <translation>员工 %1</translation>
    </message>
    <message>
        <source>Visitor</source>
        <translation>访客</translation>
    </message>
    <message>
        <source>Badge</source>
        <translation>胸牌</translation>
    </message>
    <message>
        <source>PIN checked</source>
        <translation>PIN 码已验证</translation>
    </message>
    <message>
        <source>PIN to follow</source>
        <translation>待输入 PIN 码</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>已读取</translation>
    </message>
    <message>
        <source>The door did not open</source>
        <translation>门未打开</translation>
    </message>
    <message>
        <source>No entry</source>
        <translation>禁止进入</translation>
    </message>
    <message>
        <source>Booked out</source>
        <translation>已登记离开</translation>
    </message>
    <message>
        <source>Please enter</source>
        <translation>请进</translation>
    </message>
    <message>
        <source>The door is held open. Please close it.</source>
        <translation>门一直开着，请关上。</translation>
    </message>
    <message>
        <source>The door was opened without a decision.</source>
        <translation>门未经许可被打开。</translation>
    </message>
    <message numerus="yes">
        <source>Cut off from the register. For %n more minute(s) those who were accepted before may enter.</source>
        <translation>
            <numerusform>与登记系统断开。此前已接受的访客还可在 %n 分钟内进入。</numerusform>
        </translation>
    </message>
    <message>
        <source>Cut off from the register. Nobody can be admitted.</source>
        <translation>与登记系统断开，不能放行。</translation>
    </message>
    <message>
        <source>Visitors are still inside without their escort.</source>
        <translation>仍有访客在内而无陪同人员。</translation>
    </message>
    <message>
        <source>This door needs service. Please tell the guard.</source>
        <translation>此门需要检修，请告知保安。</translation>
    </message>
    <message>
        <source>Nobody can be admitted at the moment. Please call the guard.</source>
        <translation>目前无法放行任何人，请呼叫保安。</translation>
    </message>
</context>
<context>
    <name>style</name>
    <message>
        <source>space</source>
        <translation>空格</translation>
    </message>
</context>
</TS>
