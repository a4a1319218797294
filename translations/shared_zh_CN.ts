<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Door</name>
    <message>
        <source>Please call the guard.</source>
        <translation>请呼叫保安。</translation>
    </message>
    <message>
        <source>Show the badges again, one after the other.</source>
        <translation>请重新依次出示胸牌。</translation>
    </message>
    <message>
        <source>No badge was shown.</source>
        <translation>未出示胸牌。</translation>
    </message>
    <message>
        <source>That is not a badge.</source>
        <translation>这不是胸牌。</translation>
    </message>
    <message>
        <source>That badge is of another site.</source>
        <translation>该胸牌属于其他场所。</translation>
    </message>
    <message>
        <source>That badge is not valid here.</source>
        <translation>该胸牌在此无效。</translation>
    </message>
    <message>
        <source>That badge is not valid yet.</source>
        <translation>该胸牌尚未生效。</translation>
    </message>
    <message>
        <source>Come back at the time of your visit, or call the guard.</source>
        <translation>请在来访时间再来，或呼叫保安。</translation>
    </message>
    <message>
        <source>That badge has expired.</source>
        <translation>该胸牌已过期。</translation>
    </message>
    <message>
        <source>That badge was given back.</source>
        <translation>该胸牌已归还。</translation>
    </message>
    <message>
        <source>That badge was reported lost.</source>
        <translation>该胸牌已挂失。</translation>
    </message>
    <message>
        <source>That badge no longer counts.</source>
        <translation>该胸牌已失效。</translation>
    </message>
    <message>
        <source>That badge is inside already, since %1.</source>
        <translation>该胸牌已于 %1 进入。</translation>
    </message>
    <message>
        <source>If you came out without booking it, choose “Leaving” first.</source>
        <translation>如您出来时未登记，请先选择“离开登记”。</translation>
    </message>
    <message>
        <source>That visit does not include this room.</source>
        <translation>该来访不包括此房间。</translation>
    </message>
    <message>
        <source>That access has ended.</source>
        <translation>该进入许可已结束。</translation>
    </message>
    <message>
        <source>That access is not approved yet.</source>
        <translation>该进入申请尚未批准。</translation>
    </message>
    <message>
        <source>Please wait for the approval, or call the guard.</source>
        <translation>请等待批准，或呼叫保安。</translation>
    </message>
    <message>
        <source>No escort has accepted that visitor yet.</source>
        <translation>尚无陪同人员接受该访客。</translation>
    </message>
    <message>
        <source>The escort accepts in the admin app, or comes here with badge and PIN.</source>
        <translation>陪同人员可在管理程序中接受，或携胸牌到此输入 PIN 码。</translation>
    </message>
    <message>
        <source>The time of that access has not begun.</source>
        <translation>尚未到许可进入的时间。</translation>
    </message>
    <message>
        <source>The time of that access is over.</source>
        <translation>许可进入的时间已过。</translation>
    </message>
    <message>
        <source>Something that is carried may not come in.</source>
        <translation>随身物品中有不得带入的。</translation>
    </message>
    <message>
        <source>Please hand it in to the guard at the desk first.</source>
        <translation>请先交给前台保安保管。</translation>
    </message>
    <message>
        <source>The safety briefing is missing.</source>
        <translation>尚未完成安全须知。</translation>
    </message>
    <message>
        <source>Pass it at the screen in the lobby: “Safety briefing”. Or ask the guard.</source>
        <translation>请在大厅的屏幕上点按“安全须知”完成，或询问保安。</translation>
    </message>
    <message>
        <source>The escort is missing.</source>
        <translation>缺少陪同人员。</translation>
    </message>
    <message>
        <source>Visitors enter together with their escort. Show both badges.</source>
        <translation>访客须与陪同人员一同进入，请出示双方胸牌。</translation>
    </message>
    <message>
        <source>One escort may have %1 visitors at most.</source>
        <translation>一名陪同人员最多陪同 %1 名访客。</translation>
    </message>
    <message>
        <source>A second escort must come along.</source>
        <translation>须有第二名陪同人员同行。</translation>
    </message>
    <message>
        <source>This room asks for two escorts.</source>
        <translation>此房间须有两名陪同人员。</translation>
    </message>
    <message>
        <source>Nobody new can be accepted while this door cannot reach the register.</source>
        <translation>本门与登记系统断开，暂不能接受新的访客。</translation>
    </message>
    <message>
        <source>Only managerial staff may bring visitors in.</source>
        <translation>只有管理人员可以带领访客进入。</translation>
    </message>
    <message>
        <source>Ask the visitor&apos;s escort to come.</source>
        <translation>请让该访客的陪同人员前来。</translation>
    </message>
    <message>
        <source>That person is not authorised to escort here.</source>
        <translation>该人员无权在此陪同。</translation>
    </message>
    <message>
        <source>The escort&apos;s security training is over.</source>
        <translation>陪同人员的安全培训已过期。</translation>
    </message>
    <message>
        <source>Another escort must take over.</source>
        <translation>须由其他陪同人员接替。</translation>
    </message>
    <message>
        <source>That person is not on the access list of this room.</source>
        <translation>该人员不在本房间的准入名单上。</translation>
    </message>
    <message>
        <source>The access list entry is suspended: it was not reviewed in time.</source>
        <translation>准入名单条目未按时复核，已暂停。</translation>
    </message>
    <message>
        <source>Ask the lead of the room.</source>
        <translation>请联系机房负责人。</translation>
    </message>
    <message>
        <source>The PIN is missing.</source>
        <translation>未输入 PIN 码。</translation>
    </message>
    <message>
        <source>The PIN was wrong.</source>
        <translation>PIN 码错误。</translation>
    </message>
    <message>
        <source>Too many wrong PINs. Please wait %1 seconds.</source>
        <translation>PIN 码错误次数过多，请等待 %1 秒。</translation>
    </message>
    <message>
        <source>No PIN has been set for that badge.</source>
        <translation>该胸牌尚未设置 PIN 码。</translation>
    </message>
    <message>
        <source>Set it in the admin app, in your own settings.</source>
        <translation>请在管理程序的个人设置中设置。</translation>
    </message>
    <message>
        <source>The clock of this door is wrong. Nobody can be admitted.</source>
        <translation>本门的时钟不正确，不能放行。</translation>
    </message>
    <message>
        <source>This door cannot reach the register. Nobody can be admitted.</source>
        <translation>本门无法连接登记系统，不能放行。</translation>
    </message>
    <message>
        <source>The register cannot be trusted. Nobody can be admitted.</source>
        <translation>登记系统不可信，不能放行。</translation>
    </message>
    <message>
        <source>The decision could not be recorded. Nobody can be admitted.</source>
        <translation>无法记录本次决定，不能放行。</translation>
    </message>
    <message>
        <source>The lock does not answer.</source>
        <translation>门锁没有响应。</translation>
    </message>
    <message>
        <source>That is not possible here.</source>
        <translation>此处不能办理。</translation>
    </message>
    <message>
        <source>The guard has been told.</source>
        <translation>已通知保安。</translation>
    </message>
    <message>
        <source>The guard could not be told: please tell the guard now.</source>
        <translation>未能通知保安，请立即告知保安。</translation>
    </message>
    <message>
        <source>This door needs service. Please tell the guard.</source>
        <translation>此门需要检修，请告知保安。</translation>
    </message>
</context>
<context>
    <name>Findings</name>
    <message>
        <source>This station&apos;s clock cannot be trusted. Nobody can be admitted until it is right.</source>
        <translation>本机时钟不可信。校准之前不得放行任何人。</translation>
    </message>
    <message>
        <source>The visitor&apos;s name is missing.</source>
        <translation>缺少访客姓名。</translation>
    </message>
    <message>
        <source>No identity document was shown.</source>
        <translation>未出示有效证件。</translation>
    </message>
    <message>
        <source>The document&apos;s data was typed by hand and not read from a document.</source>
        <translation>证件信息为手工输入，并非从证件读取。</translation>
    </message>
    <message>
        <source>The document was read, but not all of its checks hold.</source>
        <translation>证件已读取，但有校验项不符。</translation>
    </message>
    <message>
        <source>The document was read and its checks hold.</source>
        <translation>证件已读取，各项校验相符。</translation>
    </message>
    <message>
        <source>A date on the document is impossible or missing.</source>
        <translation>证件上的某个日期不可能存在，或缺少该日期。</translation>
    </message>
    <message>
        <source>The document expired on %1.</source>
        <translation>证件已于 %1 过期。</translation>
    </message>
    <message>
        <source>The document is valid until %1.</source>
        <translation>证件有效期至 %1。</translation>
    </message>
    <message>
        <source>The document is valid only from %1 on.</source>
        <translation>证件自 %1 起方才有效。</translation>
    </message>
    <message>
        <source>The date of birth is impossible.</source>
        <translation>出生日期不可能存在。</translation>
    </message>
    <message>
        <source>The visitor is too young for a zone that is entered with an escort.</source>
        <translation>访客年龄过小，不得进入须陪同的区域。</translation>
    </message>
    <message>
        <source>The visitor is not of age.</source>
        <translation>访客未成年。</translation>
    </message>
    <message>
        <source>A guard has seen the original document, and the face matches.</source>
        <translation>保安已查看证件原件，人证相符。</translation>
    </message>
    <message>
        <source>Nobody has yet recorded that the original was seen and the face matches.</source>
        <translation>尚无人记录“已查看原件、人证相符”。</translation>
    </message>
    <message>
        <source>There is a valid invitation.</source>
        <translation>有有效的邀请。</translation>
    </message>
    <message>
        <source>The visitor could not name a host.</source>
        <translation>访客说不出被访人。</translation>
    </message>
    <message>
        <source>The host no longer works here.</source>
        <translation>被访人已离职。</translation>
    </message>
    <message>
        <source>The host is on the staff.</source>
        <translation>被访人为在册员工。</translation>
    </message>
    <message>
        <source>The visit asks for a zone that this site does not have or that nobody has signed.</source>
        <translation>申请的区域在本场所不存在，或未经管理人员签署。</translation>
    </message>
    <message>
        <source>The purpose “%2” does not admit to the zone “%1”.</source>
        <translation>来访事由“%2”不得进入区域“%1”。</translation>
    </message>
    <message>
        <source>The zones fit the purpose “%1”.</source>
        <translation>申请的区域与来访事由“%1”相符。</translation>
    </message>
    <message>
        <source>One of the zones is entered with an escort only.</source>
        <translation>其中有须陪同方可进入的区域。</translation>
    </message>
    <message>
        <source>The visitor agreed to a photo.</source>
        <translation>访客同意拍照。</translation>
    </message>
    <message>
        <source>The privacy notice was not acknowledged.</source>
        <translation>未确认隐私告知。</translation>
    </message>
    <message>
        <source>An old version (%1) of the privacy notice was acknowledged.</source>
        <translation>确认的隐私告知为旧版本（第 %1 版）。</translation>
    </message>
    <message>
        <source>The privacy notice was acknowledged (version %1, %2).</source>
        <translation>已确认隐私告知（第 %1 版，%2）。</translation>
    </message>
    <message>
        <source>The confidentiality terms were not signed.</source>
        <translation>未签署保密承诺。</translation>
    </message>
    <message>
        <source>An old version (%1) of the confidentiality terms was signed.</source>
        <translation>签署的保密承诺为旧版本（第 %1 版）。</translation>
    </message>
    <message>
        <source>The confidentiality terms were signed (version %1, %2).</source>
        <translation>已签署保密承诺（第 %1 版，%2）。</translation>
    </message>
    <message>
        <source>Not allowed in the zone and not yet handed in: %1 (%2).</source>
        <translation>该区域禁止携带且尚未交存：%1（%2）。</translation>
    </message>
    <message>
        <source>Handed in: %1, tag %2.</source>
        <translation>已交存：%1，寄存牌 %2。</translation>
    </message>
    <message>
        <source>You do not hold the role that decides on visits.</source>
        <translation>您没有审批来访的权限。</translation>
    </message>
    <message>
        <source>Your account is not active.</source>
        <translation>您的账号未启用。</translation>
    </message>
    <message>
        <source>You are the host: somebody else has to decide on an escorted zone.</source>
        <translation>您是被访人：须陪同的区域应由他人审批。</translation>
    </message>
    <message>
        <source>The time of the visit is over.</source>
        <translation>来访时段已过。</translation>
    </message>
    <message>
        <source>Nobody has asked for access to this zone.</source>
        <translation>无人申请进入该区域。</translation>
    </message>
    <message>
        <source>The access to this zone has ended.</source>
        <translation>该区域的准入已结束。</translation>
    </message>
    <message>
        <source>Not everybody who has to approve the access has done so.</source>
        <translation>应审批者尚未全部批准。</translation>
    </message>
    <message>
        <source>You have approved this already: somebody else has to.</source>
        <translation>您已批准：须由他人审批。</translation>
    </message>
    <message>
        <source>You registered this visit: somebody else has to approve it.</source>
        <translation>此来访由您登记：须由他人审批。</translation>
    </message>
    <message>
        <source>You hold no duty in the zone “%1”.</source>
        <translation>您在区域“%1”没有职责。</translation>
    </message>
    <message>
        <source>The authorisation to escort ended on %1.</source>
        <translation>陪同授权已于 %1 到期。</translation>
    </message>
    <message>
        <source>One escort may have at most %1 visitors here: a second escort is needed.</source>
        <translation>一名陪同人员在此最多陪同 %1 人：须有第二名陪同人员。</translation>
    </message>
    <message>
        <source>This escort has accepted already.</source>
        <translation>该陪同人员已接受。</translation>
    </message>
    <message>
        <source>Another escort is in charge and has to hand over first.</source>
        <translation>另有陪同人员负责，须先移交。</translation>
    </message>
    <message>
        <source>This person is not authorised to escort in the zone “%1”.</source>
        <translation>此人未获授权在区域“%1”陪同。</translation>
    </message>
    <message>
        <source>Only managerial staff may bring visitors into this zone.</source>
        <translation>只有管理人员可带访客进入该区域。</translation>
    </message>
    <message>
        <source>The escort&apos;s training (%1) is more than a year old.</source>
        <translation>陪同人员的培训（%1）已超过一年。</translation>
    </message>
    <message>
        <source>The escort is not on the staff.</source>
        <translation>陪同人员不是在册员工。</translation>
    </message>
    <message>
        <source>Nobody has confirmed that the fire protection works again.</source>
        <translation>尚无人确认消防设施已恢复。</translation>
    </message>
    <message>
        <source>You cannot hand over to yourself.</source>
        <translation>不能移交给自己。</translation>
    </message>
    <message>
        <source>Counted %1, but %2 were let in.</source>
        <translation>清点 %1 人，但放入 %2 人。</translation>
    </message>
    <message>
        <source>No escort has accepted yet.</source>
        <translation>尚无陪同人员接受。</translation>
    </message>
    <message>
        <source>Nobody does this for oneself.</source>
        <translation>任何人不得为自己办理。</translation>
    </message>
    <message>
        <source>This person is not on the access list.</source>
        <translation>此人不在准入名单上。</translation>
    </message>
    <message>
        <source>You are not this visitor&apos;s escort.</source>
        <translation>您不是该访客的陪同人员。</translation>
    </message>
    <message>
        <source>The visitor is still inside.</source>
        <translation>访客仍在内。</translation>
    </message>
    <message>
        <source>The term lies in the past.</source>
        <translation>期限已过。</translation>
    </message>
    <message>
        <source>The tour has named its escort.</source>
        <translation>参观已指定陪同人员。</translation>
    </message>
    <message>
        <source>A tour has to name its escort in advance.</source>
        <translation>参观须事先指定陪同人员。</translation>
    </message>
    <message>
        <source>The time of the visit has not begun.</source>
        <translation>来访时段尚未开始。</translation>
    </message>
    <message>
        <source>The work has not been confirmed.</source>
        <translation>作业尚未确认。</translation>
    </message>
    <message>
        <source>To be handed in, or allowed by name: %1 (%2).</source>
        <translation>须交存，或指名批准：%1（%2）。</translation>
    </message>
    <message>
        <source>Allowed to come along: %1, %2.</source>
        <translation>已批准带入：%1，%2。</translation>
    </message>
    <message>
        <source>The safety briefing was passed.</source>
        <translation>已通过安全须知。</translation>
    </message>
    <message>
        <source>An old version (%1) of the recording notice was acknowledged.</source>
        <translation>确认的录音录像告知为旧版本（第 %1 版）。</translation>
    </message>
    <message>
        <source>There is no photo: compare the person with the document.</source>
        <translation>没有照片：请将本人与证件核对。</translation>
    </message>
    <message>
        <source>Until when this card is valid is only printed on it: look at the card.</source>
        <translation>此证件的有效期只印在证件上：请查看证件。</translation>
    </message>
    <message>
        <source>The visit&apos;s purpose is one that this site does not have or that nobody has signed.</source>
        <translation>该来访事由在本场所不存在，或未经管理人员签署。</translation>
    </message>
    <message>
        <source>The date of birth is not known: a zone that is entered with an escort admits nobody under 16.</source>
        <translation>出生日期不明：须陪同的区域不接待未满 16 周岁者。</translation>
    </message>
</context>
<context>
    <name>RoomWords</name>
    <message>
        <source>Stranger</source>
        <translation>陌生人</translation>
    </message>
    <message>
        <source>Undeclared item</source>
        <translation>未申报物品</translation>
    </message>
    <message>
        <source>Item missing</source>
        <translation>物品缺失</translation>
    </message>
    <message>
        <source>Electrical hazard</source>
        <translation>用电隐患</translation>
    </message>
    <message>
        <source>Door or window</source>
        <translation>门窗</translation>
    </message>
    <message>
        <source>Fire equipment</source>
        <translation>消防器材</translation>
    </message>
    <message>
        <source>Fire</source>
        <translation>火警</translation>
    </message>
    <message>
        <source>Equipment failure</source>
        <translation>设备故障</translation>
    </message>
    <message>
        <source>Information security</source>
        <translation>信息安全</translation>
    </message>
    <message>
        <source>Emergency entry not confirmed</source>
        <translation>紧急进入未确认</translation>
    </message>
    <message>
        <source>Door forced</source>
        <translation>门被强行打开</translation>
    </message>
    <message>
        <source>Paper form missing</source>
        <translation>纸质登记表缺失</translation>
    </message>
    <message>
        <source>Other incident</source>
        <translation>其他事件</translation>
    </message>
    <message>
        <source>The person was politely led out</source>
        <translation>已礼貌地将其带离</translation>
    </message>
    <message>
        <source>A badge found on the person was looked up</source>
        <translation>已查验其身上的胸牌</translation>
    </message>
    <message>
        <source>The reason was asked for</source>
        <translation>已询问原因</translation>
    </message>
    <message>
        <source>The item was secured</source>
        <translation>物品已妥善保管</translation>
    </message>
    <message>
        <source>The person was asked</source>
        <translation>已询问当事人</translation>
    </message>
    <message>
        <source>The item was found or settled</source>
        <translation>物品已找到或已处理</translation>
    </message>
    <message>
        <source>The place was made safe</source>
        <translation>现场已处置安全</translation>
    </message>
    <message>
        <source>Repaired</source>
        <translation>已修复</translation>
    </message>
    <message>
        <source>Secured for now</source>
        <translation>已临时加固</translation>
    </message>
    <message>
        <source>Replaced or repaired</source>
        <translation>已更换或修复</translation>
    </message>
    <message>
        <source>The room was cleared</source>
        <translation>人员已撤离</translation>
    </message>
    <message>
        <source>The fire brigade was called</source>
        <translation>已报火警</translation>
    </message>
    <message>
        <source>Everybody was counted</source>
        <translation>已清点全部人员</translation>
    </message>
    <message>
        <source>Isolated</source>
        <translation>已隔离</translation>
    </message>
    <message>
        <source>A spare is in place</source>
        <translation>已启用备件</translation>
    </message>
    <message>
        <source>Restored</source>
        <translation>已恢复</translation>
    </message>
    <message>
        <source>Evidence was kept</source>
        <translation>已保留证据</translation>
    </message>
    <message>
        <source>Who came in was found out</source>
        <translation>已查明进入者</translation>
    </message>
    <message>
        <source>The room was checked</source>
        <translation>已检查机房</translation>
    </message>
    <message>
        <source>Searched for</source>
        <translation>已查找</translation>
    </message>
    <message>
        <source>Guard</source>
        <translation>保安</translation>
    </message>
    <message>
        <source>Keeper</source>
        <translation>保管人</translation>
    </message>
    <message>
        <source>Supervisor</source>
        <translation>主管</translation>
    </message>
    <message>
        <source>Lead</source>
        <translation>负责人</translation>
    </message>
    <message>
        <source>Fire keeper</source>
        <translation>消防保管人</translation>
    </message>
    <message>
        <source>System maintenance</source>
        <translation>系统维护部</translation>
    </message>
    <message>
        <source>General Affairs</source>
        <translation>综合部</translation>
    </message>
    <message>
        <source>Manager</source>
        <translation>经理</translation>
    </message>
    <message>
        <source>Scheduled round</source>
        <translation>定期巡检</translation>
    </message>
    <message>
        <source>Spot round</source>
        <translation>随机巡检</translation>
    </message>
    <message>
        <source>Closing round</source>
        <translation>下班巡检</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>Station</source>
        <translation>终端</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>门锁</translation>
    </message>
    <message>
        <source>Other load</source>
        <translation>其他负载</translation>
    </message>
    <message>
        <source>Extinguisher</source>
        <translation>灭火器</translation>
    </message>
    <message>
        <source>Hydrant</source>
        <translation>消火栓</translation>
    </message>
    <message>
        <source>Smoke detector</source>
        <translation>烟感探测器</translation>
    </message>
    <message>
        <source>Gas suppression</source>
        <translation>气体灭火</translation>
    </message>
    <message>
        <source>Other fire equipment</source>
        <translation>其他消防器材</translation>
    </message>
    <message>
        <source>I have checked my own equipment</source>
        <translation>我已检查自己的设备</translation>
    </message>
    <message>
        <source>Screens are locked, no password lies about</source>
        <translation>屏幕已锁定，没有遗留密码</translation>
    </message>
    <message>
        <source>Papers with personal data are locked away</source>
        <translation>含个人信息的纸质资料已锁好</translation>
    </message>
    <message>
        <source>The room is in order: power, doors, windows</source>
        <translation>机房状况正常：电源、门、窗</translation>
    </message>
    <message>
        <source>Badges in the box are counted</source>
        <translation>回收箱内的胸牌已清点</translation>
    </message>
    <message>
        <source>USB on a PC</source>
        <translation>电脑 USB 接口</translation>
    </message>
    <message>
        <source>Internet on a PC</source>
        <translation>电脑上网</translation>
    </message>
    <message>
        <source>Network access</source>
        <translation>网络访问</translation>
    </message>
    <message>
        <source>A right in a system</source>
        <translation>系统权限</translation>
    </message>
    <message>
        <source>Special use of a staff number</source>
        <translation>工号特殊使用</translation>
    </message>
    <message>
        <source>waits for the supervisor</source>
        <translation>待主管核查</translation>
    </message>
    <message>
        <source>waits for the leadership</source>
        <translation>待领导签批</translation>
    </message>
    <message>
        <source>waits for maintenance</source>
        <translation>待系统维护部执行</translation>
    </message>
    <message>
        <source>open</source>
        <translation>有效</translation>
    </message>
    <message>
        <source>locked again</source>
        <translation>已重新锁定</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>已拒绝</translation>
    </message>
    <message>
        <source>closed at once</source>
        <translation>已立即关闭</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>存储介质</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>钥匙</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Server or part of one</source>
        <translation>服务器或其部件</translation>
    </message>
    <message>
        <source>Disk or other medium</source>
        <translation>磁盘或其他介质</translation>
    </message>
    <message>
        <source>Papers or copies</source>
        <translation>纸质资料或复印件</translation>
    </message>
    <message>
        <source>Tool</source>
        <translation>工具</translation>
    </message>
    <message>
        <source>Something else</source>
        <translation>其他物品</translation>
    </message>
    <message>
        <source>Records and papers</source>
        <translation>记录与资料</translation>
    </message>
    <message>
        <source>Storage media</source>
        <translation>存储介质</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>钥匙</translation>
    </message>
    <message>
        <source>Staff badge</source>
        <translation>员工胸牌</translation>
    </message>
    <message>
        <source>waits for the owner</source>
        <translation>待物主同意</translation>
    </message>
    <message>
        <source>approved, not yet checked</source>
        <translation>已批准，尚未核对</translation>
    </message>
    <message>
        <source>has left</source>
        <translation>已离场</translation>
    </message>
    <message>
        <source>Power</source>
        <translation>电源</translation>
    </message>
    <message>
        <source>Doors and windows</source>
        <translation>门窗</translation>
    </message>
    <message>
        <source>Computers and data</source>
        <translation>计算机与数据</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>出入</translation>
    </message>
    <message>
        <source>Other point</source>
        <translation>其他</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>Laptop</source>
        <translation>笔记本电脑</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>手机</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>相机</translation>
    </message>
    <message>
        <source>USB stick or disk</source>
        <translation>U 盘或移动硬盘</translation>
    </message>
    <message>
        <source>CD or DVD</source>
        <translation>光盘</translation>
    </message>
    <message>
        <source>MP3 or MP4 player</source>
        <translation>MP3 或 MP4 播放器</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>工具</translation>
    </message>
    <message>
        <source>Food or drink</source>
        <translation>食品或饮料</translation>
    </message>
    <message>
        <source>Something flammable</source>
        <translation>易燃物品</translation>
    </message>
    <message>
        <source>Something else</source>
        <translation>其他物品</translation>
    </message>
    <message>
        <source>Document type</source>
        <translation>证件类型</translation>
    </message>
    <message>
        <source>Issued by</source>
        <translation>签发机关</translation>
    </message>
    <message>
        <source>Family name</source>
        <translation>姓</translation>
    </message>
    <message>
        <source>Given names</source>
        <translation>名</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Document number</source>
        <translation>证件号码</translation>
    </message>
    <message>
        <source>Nationality</source>
        <translation>国籍</translation>
    </message>
    <message>
        <source>Date of birth</source>
        <translation>出生日期</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>性别</translation>
    </message>
    <message>
        <source>Issued on</source>
        <translation>签发日期</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>有效期至</translation>
    </message>
    <message>
        <source>Personal number</source>
        <translation>个人编号</translation>
    </message>
    <message>
        <source>Further data</source>
        <translation>其他信息</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>住址</translation>
    </message>
    <message>
        <source>Street</source>
        <translation>街道</translation>
    </message>
    <message>
        <source>Town</source>
        <translation>城市</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>地区</translation>
    </message>
    <message>
        <source>Postal code</source>
        <translation>邮政编码</translation>
    </message>
    <message>
        <source>Ethnic group</source>
        <translation>民族</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Phone number</source>
        <translation>电话号码</translation>
    </message>
    <message>
        <source>Male</source>
        <translation>男</translation>
    </message>
    <message>
        <source>Female</source>
        <translation>女</translation>
    </message>
    <message>
        <source>Unspecified</source>
        <translation>未注明</translation>
    </message>
    <message>
        <source>Chinese resident ID card</source>
        <translation>居民身份证</translation>
    </message>
    <message>
        <source>ID card</source>
        <translation>身份证件</translation>
    </message>
    <message>
        <source>Passport</source>
        <translation>护照</translation>
    </message>
    <message>
        <source>Visa</source>
        <translation>签证</translation>
    </message>
    <message>
        <source>Driver licence</source>
        <translation>驾驶证</translation>
    </message>
    <message>
        <source>Typed by hand</source>
        <translation>手工输入</translation>
    </message>
    <message>
        <source>No document</source>
        <translation>无证件</translation>
    </message>
    <message>
        <source>Please come to the guard&apos;s desk.</source>
        <translation>请到保安台。</translation>
    </message>
    <message>
        <source>Please show the guard your original document.</source>
        <translation>请向保安出示证件原件。</translation>
    </message>
    <message>
        <source>Whom are you visiting?</source>
        <translation>请问您找哪一位？</translation>
    </message>
    <message>
        <source>What exactly brings you here?</source>
        <translation>请具体说明来访事由。</translation>
    </message>
    <message>
        <source>The guard has a question. Please come to the desk.</source>
        <translation>保安有问题要问您，请到前台。</translation>
    </message>
    <message>
        <source>The host does not expect the visit</source>
        <translation>被访人并未约见</translation>
    </message>
    <message>
        <source>Identity not established</source>
        <translation>身份无法确认</translation>
    </message>
    <message>
        <source>Document not valid</source>
        <translation>证件无效</translation>
    </message>
    <message>
        <source>No need for the visit</source>
        <translation>无来访必要</translation>
    </message>
    <message>
        <source>Conduct</source>
        <translation>行为不当</translation>
    </message>
    <message>
        <source>Other reason</source>
        <translation>其他原因</translation>
    </message>
    <message>
        <source>Identity confirmed in another way</source>
        <translation>已通过其他方式确认身份</translation>
    </message>
    <message>
        <source>The host vouches for the visitor in person</source>
        <translation>被访人当面担保</translation>
    </message>
    <message>
        <source>The visitor is accompanied throughout</source>
        <translation>全程有人陪同</translation>
    </message>
    <message>
        <source>A manager agrees</source>
        <translation>管理人员同意</translation>
    </message>
    <message>
        <source>ticked</source>
        <translation>勾选确认</translation>
    </message>
    <message>
        <source>signed by finger</source>
        <translation>手写签名</translation>
    </message>
    <message>
        <source>name typed</source>
        <translation>输入姓名</translation>
    </message>
    <message>
        <source>That could not be found.</source>
        <translation>未找到。</translation>
    </message>
    <message>
        <source>Something that was entered does not fit. Please check it.</source>
        <translation>填写的内容不符合要求，请检查。</translation>
    </message>
    <message>
        <source>Somebody else was faster. Please look again.</source>
        <translation>他人已先行处理，请重新查看。</translation>
    </message>
    <message>
        <source>That is not allowed here.</source>
        <translation>此处不允许该操作。</translation>
    </message>
    <message>
        <source>Staff number and password do not fit.</source>
        <translation>工号与密码不符。</translation>
    </message>
    <message>
        <source>Too many attempts. Please wait a moment.</source>
        <translation>尝试次数过多，请稍候。</translation>
    </message>
    <message>
        <source>The time for that is over.</source>
        <translation>已超过时限。</translation>
    </message>
    <message>
        <source>A signature does not verify. Nothing was done. Please tell a manager.</source>
        <translation>签名验证未通过，未执行任何操作。请告知管理人员。</translation>
    </message>
    <message>
        <source>The database belongs to another site, or the site is not in service. Nothing was done.</source>
        <translation>数据库属于其他场所，或本场所尚未启用。未执行任何操作。</translation>
    </message>
    <message>
        <source>The database is busy. Nothing is lost; please try again.</source>
        <translation>数据库正忙，数据没有丢失，请重试。</translation>
    </message>
    <message>
        <source>The database cannot be written. Nothing was saved.</source>
        <translation>数据库无法写入，未保存任何内容。</translation>
    </message>
    <message>
        <source>There is no space left on the disk. Nothing was saved.</source>
        <translation>磁盘空间不足，未保存任何内容。</translation>
    </message>
    <message>
        <source>The database is damaged. Nothing was saved.</source>
        <translation>数据库已损坏，未保存任何内容。</translation>
    </message>
    <message>
        <source>The database was written by a newer version of this program. Please update.</source>
        <translation>数据库由更新版本的程序写入，请升级本程序。</translation>
    </message>
    <message>
        <source>This station&apos;s clock is wrong. Nobody new can be admitted until it is right.</source>
        <translation>本机时钟有误。校准之前不得放行新的访客。</translation>
    </message>
    <message>
        <source>The device or the database cannot be reached at the moment.</source>
        <translation>暂时无法连接设备或数据库。</translation>
    </message>
    <message>
        <source>The rules of this site do not allow that.</source>
        <translation>本场所的规定不允许。</translation>
    </message>
    <message>
        <source>Something went wrong inside the program. Nothing was saved.</source>
        <translation>程序内部出错，未保存任何内容。</translation>
    </message>
    <message>
        <source>Guard</source>
        <translation>保安</translation>
    </message>
    <message>
        <source>Escort</source>
        <translation>陪同人员</translation>
    </message>
    <message>
        <source>Manager</source>
        <translation>经理</translation>
    </message>
    <message>
        <source>Auditor</source>
        <translation>审计员</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>系统管理员</translation>
    </message>
    <message>
        <source>Managerial staff</source>
        <translation>管理人员</translation>
    </message>
    <message>
        <source>Employee</source>
        <translation>员工</translation>
    </message>
    <message>
        <source>Not yet signed in</source>
        <translation>尚未首次登录</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>在职</translation>
    </message>
    <message>
        <source>Has left</source>
        <translation>已离职</translation>
    </message>
    <message>
        <source>Name suffix</source>
        <translation>姓名后缀</translation>
    </message>
    <message>
        <source>Looking only</source>
        <translation>只查看</translation>
    </message>
    <message>
        <source>Hand tools</source>
        <translation>手动工具</translation>
    </message>
    <message>
        <source>Replacing a part</source>
        <translation>更换部件</translation>
    </message>
    <message>
        <source>At a console</source>
        <translation>控制台操作</translation>
    </message>
    <message>
        <source>Hot work: sparks, flame, heat</source>
        <translation>动火作业：火花、明火、高温</translation>
    </message>
    <message>
        <source>Fire protection impaired</source>
        <translation>停用消防设施</translation>
    </message>
    <message>
        <source>French identity card issued until 2021</source>
        <translation>2021 年以前签发的法国身份证</translation>
    </message>
</context>
</TS>
