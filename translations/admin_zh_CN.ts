<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Alarms</name>
    <message>
        <source>A stranger was reported</source>
        <translation>有人报告发现陌生人</translation>
    </message>
    <message>
        <source>A badge that is inside already (since %1) was shown again</source>
        <translation>出示了一张已在内的胸牌（自 %1 起）</translation>
    </message>
    <message>
        <source>A forged badge was shown</source>
        <translation>出示了伪造的胸牌</translation>
    </message>
    <message>
        <source>A badge that was never issued was shown</source>
        <translation>出示了从未签发的胸牌</translation>
    </message>
    <message>
        <source>A lost badge was shown</source>
        <translation>出示了已挂失的胸牌</translation>
    </message>
    <message>
        <source>A revoked badge was shown</source>
        <translation>出示了已吊销的胸牌</translation>
    </message>
    <message>
        <source>The escort left, visitors are still inside</source>
        <translation>陪同人员已离开，访客仍在内</translation>
    </message>
    <message>
        <source>Somebody is guessing a PIN</source>
        <translation>有人在猜测 PIN 码</translation>
    </message>
    <message>
        <source>Somebody is guessing the exit code of the kiosk</source>
        <translation>有人在试探自助机的退出码</translation>
    </message>
    <message>
        <source>The door was opened without a decision</source>
        <translation>门未经放行即被打开</translation>
    </message>
    <message>
        <source>The door is held open</source>
        <translation>门长时间未关</translation>
    </message>
    <message>
        <source>Somebody tampers with the door</source>
        <translation>有人破坏门禁装置</translation>
    </message>
    <message>
        <source>Somebody was admitted, but the lock did not open</source>
        <translation>已放行，但门锁未打开</translation>
    </message>
    <message>
        <source>The lock does not answer</source>
        <translation>门锁没有响应</translation>
    </message>
    <message>
        <source>The relay of the lock is not used: its settings cannot be used, it asks for no password, or it refuses ours</source>
        <translation>门锁继电器未启用：其设置无法使用、不要求密码，或拒绝我们的密码</translation>
    </message>
    <message>
        <source>The relay of the lock asks for no password</source>
        <translation>门锁继电器不要求密码</translation>
    </message>
    <message>
        <source>The relay of the lock contradicts itself</source>
        <translation>门锁继电器的回答自相矛盾</translation>
    </message>
    <message>
        <source>A badge was asked for that nobody approved. The record was changed by hand: let nobody in on it, call the manager</source>
        <translation>有人领取未经批准的胸牌。记录被人手工更改：请勿据此放行，并通知经理</translation>
    </message>
    <message>
        <source>The records of a visit were changed by hand: let nobody in on them, call the manager</source>
        <translation>某次来访的记录被人手工更改：请勿据此放行，并通知经理</translation>
    </message>
    <message>
        <source>A badge picture came that nobody signed for; it was not printed</source>
        <translation>收到无人签名的胸牌图像，未打印</translation>
    </message>
    <message>
        <source>What the door noted while it was cut off was changed</source>
        <translation>门禁站断线期间的记录被改动</translation>
    </message>
    <message>
        <source>The station raised an alarm</source>
        <translation>终端发出警报</translation>
    </message>
</context>
<context>
    <name>QDialog</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>Widgets</name>
    <message>
        <source>%1: that is too long, %L2 characters at most.</source>
        <translation>%1：内容过长，最多 %L2 个字符。</translation>
    </message>
</context>
<context>
    <name>gatehouse::admin::BadgeDialog</name>
    <message>
        <source>Badge</source>
        <translation>胸牌</translation>
    </message>
    <message>
        <source>No photo</source>
        <translation>无照片</translation>
    </message>
    <message>
        <source>Portrait</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Open the visit</source>
        <translation>打开来访记录</translation>
    </message>
    <message>
        <source>Badge back, departed  [Enter]</source>
        <translation>收回胸牌并登记离开  [回车]</translation>
    </message>
    <message>
        <source>Badge back, departed</source>
        <translation>收回胸牌并登记离开</translation>
    </message>
    <message>
        <source>Reading the badge …</source>
        <translation>正在读取胸牌……</translation>
    </message>
    <message>
        <source>This badge is forged. Keep it and call the manager.</source>
        <translation>此胸牌系伪造。请扣留并通知经理。</translation>
    </message>
    <message>
        <source>This badge belongs to another site.</source>
        <translation>此胸牌属于其他场所。</translation>
    </message>
    <message>
        <source>This badge was signed here, but is not in the log. Keep it and call the manager.</source>
        <translation>此胸牌由本场所签发，但日志中没有记录。请扣留并通知经理。</translation>
    </message>
    <message>
        <source>This badge was handed in before, %1.</source>
        <translation>此胸牌已于 %1 归还。</translation>
    </message>
    <message>
        <source>This badge was reported lost or revoked. Keep it.</source>
        <translation>此胸牌已报失或注销。请扣留。</translation>
    </message>
    <message>
        <source>The approvals behind this badge do not verify. Call the manager.</source>
        <translation>此胸牌所依据的审批未通过验证。请通知经理。</translation>
    </message>
    <message>
        <source>What was read is no badge of Gatehouse, or only a part of one. Read it again.</source>
        <translation>读到的不是 Gatehouse 胸牌，或只读到一部分。请重新读取。</translation>
    </message>
    <message>
        <source>%1, tag %2</source>
        <translation>%1，寄存牌 %2</translation>
    </message>
    <message>
        <source>Still to be given back: %1</source>
        <translation>尚待退还：%1</translation>
    </message>
    <message>
        <source>%1 has departed, the badge is back.</source>
        <translation>%1 已离开，胸牌已收回。</translation>
    </message>
    <message>
        <source>This badge was handed in before.</source>
        <translation>此胸牌此前已归还。</translation>
    </message>
    <message>
        <source>This visitor was never let in.</source>
        <translation>此访客从未获准进入。</translation>
    </message>
    <message>
        <source>Something undeclared found…</source>
        <translation>发现未申报物品…</translation>
    </message>
    <message>
        <source>Look at the carried items…</source>
        <translation>核对携带物品…</translation>
    </message>
    <message>
        <source>Its holder is no active member of staff. Keep it and call the manager.</source>
        <translation>持牌人已不是在职员工。请扣留并通知经理。</translation>
    </message>
    <message>
        <source>Genuine, but its visitor is not on site.</source>
        <translation>胸牌真实，但访客不在场内。</translation>
    </message>
    <message>
        <source>Badge of staff</source>
        <translation>员工胸牌</translation>
    </message>
    <message>
        <source>Badge of staff · staff number %1</source>
        <translation>员工胸牌 · 工号 %1</translation>
    </message>
    <message>
        <source>Genuine, but its time has not begun.</source>
        <translation>胸牌真实，但尚未生效。</translation>
    </message>
    <message>
        <source>Genuine, but past its time: until %1, overdue by %2.</source>
        <translation>胸牌真实，但已过期：有效至 %1，已超时 %2。</translation>
    </message>
    <message>
        <source>to %1</source>
        <translation>找 %1</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>重新读取</translation>
    </message>
    <message>
        <source>Genuine, valid until %1.</source>
        <translation>胸牌真实，有效至 %1。</translation>
    </message>
    <message>
        <source>Not a Gatehouse badge</source>
        <translation>不是 Gatehouse 胸牌</translation>
    </message>
</context>
<context>
    <name>gatehouse::admin::BadgeReadDialog</name>
    <message>
        <source>Read a badge</source>
        <translation>读取胸牌</translation>
    </message>
    <message>
        <source>Read from a picture file</source>
        <translation>从图片文件读取</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Picture of the badge</source>
        <translation>胸牌图片</translation>
    </message>
    <message>
        <source>Pictures (*.jpg *.jpeg *.png *.bmp)</source>
        <translation>图片 (*.jpg *.jpeg *.png *.bmp)</translation>
    </message>
    <message>
        <source>Reading …</source>
        <translation>正在读取……</translation>
    </message>
    <message>
        <source>This file is no picture that can be read.</source>
        <translation>此文件不是可读取的图片。</translation>
    </message>
    <message>
        <source>No badge was found there.</source>
        <translation>没有找到胸牌。</translation>
    </message>
    <message>
        <source>No camera is named in the settings: scan the badge with the hand scanner.</source>
        <translation>设置中没有指定摄像头：请用手持扫码器扫描胸牌。</translation>
    </message>
</context>
<context>
    <name>gatehouse::admin::BriefingCard</name>
    <message>
        <source>not passed yet; passed at an earlier visit on %1</source>
        <translation>尚未通过；曾于 %1 来访时通过</translation>
    </message>
    <message>
        <source>not passed yet: the door does not open</source>
        <translation>尚未通过：门不会打开</translation>
    </message>
    <message>
        <source>passed at the kiosk, %1</source>
        <translation>已在自助机通过，%1</translation>
    </message>
    <message>
        <source>given by %1, %2</source>
        <translation>由%1讲解，%2</translation>
    </message>
    <message>
        <source>passed at an earlier visit, %1</source>
        <translation>在以前来访时通过，%1</translation>
    </message>
    <message>
        <source>Safety briefing: %1</source>
        <translation>安全须知：%1</translation>
    </message>
    <message>
        <source>The safety briefing for %1</source>
        <translation>安全须知（%1）</translation>
    </message>
    <message>
        <source>Count the earlier one</source>
        <translation>沿用以前的</translation>
    </message>
    <message>
        <source>I have briefed the visitor</source>
        <translation>我已讲解</translation>
    </message>
</context>
<context>
    <name>gatehouse::admin::CameraPanel</name>
    <message>
        <source>Take the visitor&apos;s photo</source>
        <translation>拍摄访客照片</translation>
    </message>
    <message>
        <source>The camera gives no picture. Check its cable; it comes back by itself.</source>
        <translation>摄像头没有画面。请检查连线，恢复后会自动继续。</translation>
    </message>
    <message>
        <source>Show the document to the camera.</source>
        <translation>请将证件对准摄像头。</translation>
    </message>
    <message>
        <source>Closer.</source>
        <translation>请靠近一些。</translation>
    </message>
    <message>
        <source>Hold it still.</source>
        <translation>请保持不动。</translation>
    </message>
    <message>
        <source>Too much glare: tilt it a little.</source>
        <translation>反光太强：请稍微倾斜。</translation>
    </message>
    <message>
        <source>Too dark.</source>
        <translation>光线太暗。</translation>
    </message>
    <message>
        <source>Move it into the picture.</source>
        <translation>请移到画面中。</translation>
    </message>
    <message>
        <source>Turn it over.</source>
        <translation>请翻面。</translation>
    </message>
    <message>
        <source>Reading …</source>
        <translation>正在读取……</translation>
    </message>
    <message>
        <source>Show the code on the badge to the camera.</source>
        <translation>请将胸牌上的二维码对准摄像头。</translation>
    </message>
    <message>
        <source>One document at a time.</source>
        <translation>一次只放一份证件。</translation>
    </message>
</context>
<context>
    <name>gatehouse::admin::CarefulDialog</name>
    <message>
        <source>Discard what was entered?</source>
        <translation>放弃已填写的内容？</translation>
    </message>
    <message>
        <source>What was entered has not been written. Discard it?</source>
        <translation>填写的内容尚未保存。要放弃吗？</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
</context>
<context>
    <name>gatehouse::admin::CasePanel</name>
    <message>
        <source>registered at the desk %1</source>
        <translation>前台登记于 %1</translation>
    </message>
    <message>
        <source>registered at the kiosk %1</source>
        <translation>自助机登记于 %1</translation>
    </message>
    <message>
        <source>invited</source>
        <translation>受邀</translation>
    </message>
    <message>
        <source>waits with number %1</source>
        <translation>凭 %1 号等候</translation>
    </message>
    <message>
        <source>Asked: %1 No answer yet.</source>
        <translation>已询问：%1 尚未答复。</translation>
    </message>
    <message>
        <source>The visitor answered: %1</source>
        <translation>访客答复：%1</translation>
    </message>
    <message>
        <source>The document picture is sealed. Opening it is written to the log.</source>
        <translation>证件图像已加密。打开将记入日志。</translation>
    </message>
    <message>
        <source>No picture of a document</source>
        <translation>没有证件图像</translation>
    </message>
    <message>
        <source>Document picture</source>
        <translation>证件图像</translation>
    </message>
    <message>
        <source>Portrait</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>✓ Original seen, face matches, %1</source>
        <translation>✓ 已查看原件、人证相符，%1</translation>
    </message>
    <message>
        <source>Original seen, face matches</source>
        <translation>已查看原件、人证相符</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Open the document picture</source>
        <translation>打开证件图像</translation>
    </message>
    <message>
        <source>Window %1 – %2</source>
        <translation>来访时段 %1 – %2</translation>
    </message>
    <message>
        <source>Approvals %1 of %2</source>
        <translation>已批准 %1 / %2</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message numerus="yes">
        <source>Decide together with the %n other(s) who wait</source>
        <translation>
            <numerusform>与其他等候的 %n 人一并决定</numerusform>
        </translation>
    </message>
    <message>
        <source>Came together with</source>
        <translation>同行人员</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>规则核查</translation>
    </message>
    <message>
        <source>What the visitor showed and said</source>
        <translation>访客出示和填报的内容</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>No photo was taken at the desk</source>
        <translation>前台未拍照片</translation>
    </message>
    <message>
        <source>No photo: declined, or the kiosk had no camera</source>
        <translation>没有照片：访客未同意，或自助机无摄像头</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>gatehouse::admin::CaseRows</name>
    <message>
        <source>told</source>
        <translation>填报</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>证件</translation>
    </message>
    <message>
        <source>✓ checks hold</source>
        <translation>✓ 校验相符</translation>
    </message>
    <message>
        <source>! checks fail</source>
        <translation>! 校验不符</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
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
        <source>Carries</source>
        <translation>携带</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>条款</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>核查结果</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>结论</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>作业事由</translation>
    </message>
    <message>
        <source>Rack or area</source>
        <translation>机柜或区域</translation>
    </message>
    <message>
        <source>Change number</source>
        <translation>变更编号</translation>
    </message>
    <message>
        <source>How</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>Work, says the host</source>
        <translation>接待人所述作业</translation>
    </message>
    <message>
        <source>invited</source>
        <translation>邀请时填写</translation>
    </message>
    <message>
        <source>Basis</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Denied by %1, %2</source>
        <translation>由 %1 拒绝，%2</translation>
    </message>
    <message>
        <source>Attended to by %1, %2</source>
        <translation>由 %1 处理，%2</translation>
    </message>
    <message>
        <source>Approved by %1, %2</source>
        <translation>由 %1 批准，%2</translation>
    </message>
    <message>
        <source>Findings when it was approved, %1</source>
        <translation>批准时的规则核查，%1</translation>
    </message>
</context>
<context>
    <name>gatehouse::admin::ChecklistDialog</name>
    <message>
        <source>Checklist</source>
        <translation>检查表</translation>
    </message>
    <message>
        <source>What is looked at on a round, in the words of the people who go. You sign the whole list; a round that runs keeps the one it began with.</source>
        <translation>巡检时检查的内容，用巡检人员熟悉的说法。签署的是整份检查表；已开始的巡检仍用原来的检查表。</translation>
    </message>
    <message>
        <source>never by itself</source>
        <translation>不自动到期</translation>
    </message>
    <message>
        <source> hours</source>
        <translation> 小时</translation>
    </message>
    <message>
        <source>Due again after</source>
        <translation>再次到期间隔</translation>
    </message>
    <message>
        <source>About</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>In English</source>
        <translation>英文</translation>
    </message>
    <message>
        <source>In Chinese</source>
        <translation>中文</translation>
    </message>
    <message>
        <source>Sign the list</source>
        <translation>签署</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>gatehouse::admin::CodeDialog</name>
    <message>
        <source>One-time code</source>
        <translation>一次性代码</translation>
    </message>
    <message>
        <source>The one-time code of %1</source>
        <translation>%1 的一次性代码</translation>
    </message>
    <message>
        <source>I have handed it over or written it down</source>
        <translation>已当面交付或已抄写</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>It is shown only now, and an earlier one no longer counts. Hand it over in person: at the sign-in, “I am new and have a one-time code” asks for it, together with the staff number.</source>
        <translation>仅此时显示一次，之前的代码不再有效。请当面交付。登录时在“我是新人，持有一次性代码”处与工号一同输入。</translation>
    </message>
    <message>
        <source>It is good until %1.</source>
        <translation>有效期至 %1。</translation>
    </message>
</context>
<context>
    <name>gatehouse::admin::DecisionBar</name>
    <message numerus="yes">
        <source>You have approved. %n more approval(s) by other people are needed.</source>
        <translation>
            <numerusform>您已批准，还须他人批准 %n 次。</numerusform>
        </translation>
    </message>
    <message>
        <source>Cannot be approved: %1</source>
        <translation>不能批准：%1</translation>
    </message>
    <message>
        <source>Choose a reason for: %1</source>
        <translation>请为此项选择理由：%1</translation>
    </message>
    <message>
        <source>Say the reason in own words.</source>
        <translation>请自行填写理由。</translation>
    </message>
    <message>
        <source>Your role does not decide on visits.</source>
        <translation>您没有审批来访的权限。</translation>
    </message>
    <message>
        <source>Choose a reason</source>
        <translation>选择理由</translation>
    </message>
    <message>
        <source>Reason for going ahead in spite of the warning</source>
        <translation>有警告仍予放行的理由</translation>
    </message>
    <message>
        <source>Reason in own words</source>
        <translation>自行填写理由</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>批准</translation>
    </message>
    <message>
        <source>Deny</source>
        <translation>拒绝</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>询问</translation>
    </message>
    <message>
        <source>I have attended to it</source>
        <translation>已接待</translation>
    </message>
    <message>
        <source>Print badge here</source>
        <translation>在此打印胸牌</translation>
    </message>
    <message>
        <source>Book departure without the badge</source>
        <translation>无胸牌登记离开</translation>
    </message>
    <message>
        <source>Badge lost, print a new one</source>
        <translation>胸牌遗失，打印新牌</translation>
    </message>
    <message>
        <source>Badge lost…</source>
        <translation>胸牌遗失…</translation>
    </message>
    <message>
        <source>Departure without badge…</source>
        <translation>无胸牌离开…</translation>
    </message>
    <message>
        <source>Let nobody in on it: call the manager.</source>
        <translation>请勿据此放行，并通知经理。</translation>
    </message>
    <message>
        <source>New since the approval:</source>
        <translation>批准之后的新情况：</translation>
    </message>
</context>
<context>
    <name>gatehouse::admin::DeskConsents</name>
    <message>
        <source>Language of the visitor</source>
        <translation>访客的语言</translation>
    </message>
    <message>
        <source>The privacy and recording notice was read to the visitor, who agrees</source>
        <translation>已向访客宣读隐私与录音录像告知，访客同意</translation>
    </message>
    <message>
        <source>Confidentiality terms: the visitor&apos;s typed signature</source>
        <translation>保密承诺：访客输入姓名签署</translation>
    </message>
    <message>
        <source>Privacy and recording notice, version %1</source>
        <translation>隐私与录音录像告知，第 %1 版</translation>
    </message>
    <message>
        <source>Confidentiality terms, version %1</source>
        <translation>保密承诺，第 %1 版</translation>
    </message>
    <message>
        <source>This program does not have the text that is in force. Update this workstation.</source>
        <translation>本程序没有现行版本的文本。请升级本工作站。</translation>
    </message>
    <message>
        <source>A notice that is in force is missing in this program: nobody can be registered here.</source>
        <translation>本程序缺少现行的告知文本，不能在此登记。</translation>
    </message>
    <message>
        <source>The privacy notice comes first.</source>
        <translation>请先完成隐私告知。</translation>
    </message>
    <message>
        <source>The confidentiality terms are to be signed.</source>
        <translation>须签署保密承诺。</translation>
    </message>
</context>
<context>
    <name>gatehouse::admin::DeskDialog</name>
    <message>
        <source>Register a visitor</source>
        <translation>登记访客</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>登记</translation>
    </message>
    <message>
        <source>Registering …</source>
        <translation>正在登记……</translation>
    </message>
    <message>
        <source>%1 is registered. Now the next person of the party.</source>
        <translation>%1 已登记。请登记同行的下一位。</translation>
    </message>
    <message>
        <source>Register, and another of the party</source>
        <translation>登记并继续登记同行人员</translation>
    </message>
</context>
<context>
    <name>gatehouse::admin::DeskIdentity</name>
    <message>
        <source>Read with the camera</source>
        <translation>用摄像头读取</translation>
    </message>
    <message>
        <source>No camera is named in the settings.</source>
        <translation>设置中没有指定摄像头。</translation>
    </message>
    <message>
        <source>Read from a picture file</source>
        <translation>从图片文件读取</translation>
    </message>
    <message>
        <source>Picture of the document</source>
        <translation>证件图片</translation>
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
        <source>Date of birth</source>
        <translation>出生日期</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>有效期至</translation>
    </message>
    <message>
        <source>No photo</source>
        <translation>无照片</translation>
    </message>
    <message>
        <source>Portrait</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>Photo file</source>
        <translation>照片文件</translation>
    </message>
    <message>
        <source>Photo of the visitor</source>
        <translation>访客照片</translation>
    </message>
    <message>
        <source>Pictures (*.jpg *.jpeg *.png *.bmp)</source>
        <translation>图片 (*.jpg *.jpeg *.png *.bmp)</translation>
    </message>
    <message>
        <source>This file is no picture that can be read.</source>
        <translation>此文件不是可读取的图片。</translation>
    </message>
    <message>
        <source>Close the camera</source>
        <translation>关闭摄像头</translation>
    </message>
    <message>
        <source>Reading …</source>
        <translation>正在读取……</translation>
    </message>
    <message>
        <source>No document was found in the picture. Try another one, or type.</source>
        <translation>图片中没有找到证件。请换一张，或手工输入。</translation>
    </message>
    <message>
        <source>%1: read, its checks hold.</source>
        <translation>%1：已读取，校验相符。</translation>
    </message>
    <message>
        <source>%1: read, but its checks fail. Compare every field.</source>
        <translation>%1：已读取，但校验不符。请逐项核对。</translation>
    </message>
    <message>
        <source>%1: write the date as %2.</source>
        <translation>%1：日期请写作 %2。</translation>
    </message>
    <message>
        <source>I compared these fields with the document</source>
        <translation>我已将这些项目与证件核对</translation>
    </message>
    <message>
        <source>%1: read, but in doubt: %2.</source>
        <translation>%1：已读取，但以下内容存疑：%2。</translation>
    </message>
    <message>
        <source>%1 “%2”</source>
        <translation>%1“%2”</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Compare with the document: %1.</source>
        <translation>请与证件核对：%1。</translation>
    </message>
    <message>
        <source>%1: read, but its checks fail. Compare every field, also: %2.</source>
        <translation>%1：已读取，但校验不符。请逐项核对，另请核对：%2。</translation>
    </message>
    <message>
        <source>Changed by hand, counts as typed: %1.</source>
        <translation>已手工修改，视为手工输入：%1。</translation>
    </message>
    <message>
        <source>Compare every field with the document.</source>
        <translation>请与证件逐项核对。</translation>
    </message>
    <message>
        <source>Missing: %1.</source>
        <translation>缺少：%1。</translation>
    </message>
    <message>
        <source>%1: that date lies in the future.</source>
        <translation>%1：该日期在将来。</translation>
    </message>
    <message>
        <source>%1: that is too long ago, check the year.</source>
        <translation>%1：年代过早，请核对年份。</translation>
    </message>
</context>
<context>
    <name>gatehouse::admin::DeskItems</name>
    <message>
        <source>Carried items</source>
        <translation>携带物品</translation>
    </message>
    <message>
        <source>Number of: %1</source>
        <translation>数量：%1</translation>
    </message>
    <message>
        <source>What else, in own words</source>
        <translation>其他物品，请自行填写</translation>
    </message>
</context>
<context>
    <name>gatehouse::admin::DeskVisit</name>
    <message>
        <source>Type two letters of the name</source>
        <translation>输入姓名中的两个字符</translation>
    </message>
    <message>
        <source>Hosts who match</source>
        <translation>匹配的被访人</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>来访事由</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>被访人</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>also: %1</source>
        <translation>另加：%1</translation>
    </message>
    <message>
        <source>Choose a purpose.</source>
        <translation>请选择来访事由。</translation>
    </message>
    <message>
        <source>Choose the host from the list, or leave the field empty.</source>
        <translation>请从列表中选择被访人，或留空。</translation>
    </message>
    <message>
        <source>Say which company the visitor comes from.</source>
        <translation>请填写访客所属公司。</translation>
    </message>
    <message>
        <source>A phone number has digits, spaces and + - ( ) only, and 40 characters at most.</source>
        <translation>电话号码只能包含数字、空格和 + - ( )，最多 40 个字符。</translation>
    </message>
</context>
<context>
    <name>gatehouse::admin::DeskWindows</name>
    <message>
        <source>Departure without the badge</source>
        <translation>无胸牌离开</translation>
    </message>
    <message>
        <source>Has %1 left without giving the badge back? The badge is then lost and admits to nothing.</source>
        <translation>%1 是否没有归还胸牌就已离开？该胸牌将作遗失处理，不再有效。</translation>
    </message>
    <message>
        <source>Book the departure</source>
        <translation>登记离开</translation>
    </message>
    <message>
        <source>%1 has departed; the badge is lost.</source>
        <translation>%1 已离开；胸牌作遗失处理。</translation>
    </message>
    <message>
        <source>Badge lost</source>
        <translation>胸牌遗失</translation>
    </message>
    <message>
        <source>Has %1 lost the badge and stays? The lost badge is dead at once; a new one is printed here.</source>
        <translation>%1 是否遗失了胸牌并仍在场内？遗失的胸牌立即失效；新胸牌在此处打印。</translation>
    </message>
    <message>
        <source>Print a new badge</source>
        <translation>打印新胸牌</translation>
    </message>
    <message>
        <source>A badge was read, but something else is open. Finish that first, then read it again.</source>
        <translation>已读到胸牌，但有其他窗口未完成。请先处理完，再读一次。</translation>
    </message>
</context>
<context>
    <name>gatehouse::admin::DeskWork</name>
    <message>
        <source>Reason</source>
        <translation>事由</translation>
    </message>
    <message>
        <source>Rack or area</source>
        <translation>机柜或区域</translation>
    </message>
    <message>
        <source>Change number</source>
        <translation>变更编号</translation>
    </message>
    <message>
        <source>if there is one</source>
        <translation>如有</translation>
    </message>
    <message>
        <source>Choose how</source>
        <translation>请选择方式</translation>
    </message>
    <message>
        <source>How</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>截止</translation>
    </message>
    <message>
        <source>Say what the work is.</source>
        <translation>请说明作业内容。</translation>
    </message>
    <message>
        <source>Say at which rack or in which area.</source>
        <translation>请说明机柜或区域。</translation>
    </message>
    <message>
        <source>A change number has letters, digits and - / . _ # : only.</source>
        <translation>变更编号只能包含字母、数字和 - / . _ # :。</translation>
    </message>
    <message>
        <source>Choose how the work is done.</source>
        <translation>请选择作业方式。</translation>
    </message>
    <message>
        <source>The end must lie ahead, within 24 hours.</source>
        <translation>截止时间必须在 24 小时之内。</translation>
    </message>
</context>
<context>
    <name>gatehouse::admin::DeviceNote</name>
    <message>
        <source>the camera does not answer</source>
        <translation>摄像头没有响应</translation>
    </message>
    <message>
        <source>the hand scanner does not answer</source>
        <translation>手持扫描器没有响应</translation>
    </message>
    <message>
        <source>the ID card reader does not answer</source>
        <translation>身份证读卡器没有响应</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <translation>%1：%2。</translation>
    </message>
    <message>
        <source>Look at plug and cable; it goes on by itself.</source>
        <translation>请检查插头和线缆；恢复后会自动继续。</translation>
    </message>
    <message>
        <source>the last badge could not be printed</source>
        <translation>上一张胸牌未能打印</translation>
    </message>
</context>
<context>
    <name>gatehouse::admin::DoorBanner</name>
    <message>
        <source>%1, %2: %3.</source>
        <translation>%1，%2：%3。</translation>
    </message>
    <message>
        <source>Cut off from the database: %1. It admits only those who were accepted before, for 30 minutes.</source>
        <translation>与数据库断开：%1。30 分钟内仅放行此前已由陪同人员接受的人员。</translation>
    </message>
    <message numerus="yes">
        <source>%n earlier alarm(s) not seen yet.</source>
        <translation>
            <numerusform>另有 %n 条较早的警报尚未查看。</numerusform>
        </translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>已查看</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n visitor(s) inside without a valid escort. Go there now.</source>
        <translation>
            <numerusform>%1：%n 位访客在内而无有效陪同，请立即前往。</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>a station</source>
        <translation>某终端</translation>
    </message>
    <message>
        <source>Entry %1 of the log is not signed by whom it names: somebody writes into the database by hand. Call the manager, who runs “gatehousectl log verify”.</source>
        <translation>日志第 %1 条没有所称本人的签名：有人在直接改写数据库。请通知经理运行“gatehousectl log verify”。</translation>
    </message>
    <message>
        <source>%1 (staff number %2)</source>
        <translation>%1（工号 %2）</translation>
    </message>
    <message>
        <source>the station “%1”</source>
        <translation>终端“%1”</translation>
    </message>
    <message>
        <source>Entry %1 of the log, signed by %2, does not count: that signer may not state it. Call the manager, who runs “gatehousectl log verify”.</source>
        <translation>日志第 %1 条由%2签名，但签名者无权作出此项声明，因此无效。请通知经理运行“gatehousectl log verify”。</translation>
    </message>
    <message>
        <source>Entry %1 of the log, signed by %2, says a time that is still to come. That time does not count; nobody new is admitted before a manager has confirmed the right one.</source>
        <translation>日志第 %1 条由%2签名，其时间尚未到来，该时间无效；经理确认正确时间之前不得放行新的访客。</translation>
    </message>
    <message numerus="yes">
        <source>%n more entry(s) that do not count.</source>
        <translation>
            <numerusform>另有 %n 条无效条目。</numerusform>
        </translation>
    </message>
    <message>
        <source>Entry %1 of the log, signed by %2, says an earlier time than the entries ahead of it. That time does not count: the clock there was wrong, or somebody is backdating.</source>
        <translation>日志第 %1 条由%2签名，其时间早于前面的条目，该时间无效：那里的时钟有误，或有人倒填时间。</translation>
    </message>
</context>
<context>
    <name>gatehouse::admin::DutiesPage</name>
    <message>
        <source>Rounds and handover</source>
        <translation>巡检与交接</translation>
    </message>
</context>
<context>
    <name>gatehouse::admin::DutyTab</name>
    <message>
        <source>a former member of staff</source>
        <translation>离职人员</translation>
    </message>
    <message>
        <source>a visitor</source>
        <translation>访客</translation>
    </message>
</context>
<context>
    <name>gatehouse::admin::EmergencyDialog</name>
    <message>
        <source>Emergency entry</source>
        <translation>紧急进入</translation>
    </message>
    <message>
        <source>Count heads, press what they are, let them in. Who they were is noted later; a manager confirms within 24 hours.</source>
        <translation>清点人数，按下救援类别，立即放行。身份事后补记；须由经理在 24 小时内确认。</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>人数</translation>
    </message>
    <message>
        <source>Where to</source>
        <translation>进入区域</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>gatehouse::admin::ExceptionsTab</name>
    <message>
        <source>Exceptions</source>
        <translation>例外申请</translation>
    </message>
    <message>
        <source>overdue: %1</source>
        <translation>超时：%1</translation>
    </message>
    <message>
        <source>lapsed</source>
        <translation>已失效</translation>
    </message>
    <message>
        <source>No exception runs.</source>
        <translation>没有进行中的例外。</translation>
    </message>
    <message numerus="yes">
        <source>%n exception(s) run</source>
        <translation>
            <numerusform>%n 项例外进行中</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not locked again in time</source>
        <translation>
            <numerusform>%n 项未按时重新锁定</numerusform>
        </translation>
    </message>
    <message>
        <source>Signed.</source>
        <translation>已签署。</translation>
    </message>
    <message>
        <source>Ask for an exception</source>
        <translation>申请例外</translation>
    </message>
    <message>
        <source>The supervisor checks, the leadership signs, one named person of maintenance opens it and locks it again.</source>
        <translation>由主管核查、领导签批，并由系统维护部一名指定人员开放和重新锁定。</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>询问</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>所在区域</translation>
    </message>
    <message>
        <source>Which PC, port or right</source>
        <translation>哪台电脑、接口或权限</translation>
    </message>
    <message>
        <source>Locked again by</source>
        <translation>重新锁定期限</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Asked: the supervisor is next.</source>
        <translation>已申请：下一步由主管核查。</translation>
    </message>
    <message>
        <source>Sign the exception</source>
        <translation>签署例外</translation>
    </message>
    <message>
        <source>Name the one person of maintenance who carries it out.</source>
        <translation>请指定系统维护部的一名执行人。</translation>
    </message>
    <message>
        <source>Sign</source>
        <translation>签署</translation>
    </message>
    <message>
        <source>Carried out by</source>
        <translation>执行人</translation>
    </message>
    <message>
        <source>This person does not hold the duty of maintenance there, or asked for it.</source>
        <translation>此人没有该处的维护职责，或者就是申请人。</translation>
    </message>
    <message>
        <source>Refuse</source>
        <translation>拒绝</translation>
    </message>
    <message>
        <source>Close at once</source>
        <translation>立即关闭</translation>
    </message>
    <message>
        <source>Checked: pass on to the leadership</source>
        <translation>已核查：提交领导</translation>
    </message>
    <message>
        <source>Sign and name maintenance</source>
        <translation>签署并指定维护人</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>已开放</translation>
    </message>
    <message>
        <source>Locked again</source>
        <translation>已重新锁定</translation>
    </message>
    <message>
        <source>System</source>
        <translation>系统</translation>
    </message>
    <message>
        <source>Asked by</source>
        <translation>申请人</translation>
    </message>
    <message>
        <source>Maintenance</source>
        <translation>维护人</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>截止时间</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>No exceptions: USB, internet and the network are as the policy has them.</source>
        <translation>没有例外：USB、互联网和网络均按制度执行。</translation>
    </message>
</context>
<context>
    <name>gatehouse::admin::FormDialog</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Still missing: %1</source>
        <translation>还缺：%1</translation>
    </message>
</context>
<context>
    <name>gatehouse::admin::HandoverTab</name>
    <message>
        <source>Handover</source>
        <translation>交接</translation>
    </message>
    <message>
        <source>Guard desk</source>
        <translation>保安台</translation>
    </message>
    <message>
        <source>Keeper: %1</source>
        <translation>保管人：%1</translation>
    </message>
    <message numerus="yes">
        <source>%n visitor(s) wait</source>
        <translation>
            <numerusform>%n 位访客等候</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n visitor(s) on site</source>
        <translation>
            <numerusform>%n 位访客在场</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n badge(s) out</source>
        <translation>
            <numerusform>%n 枚胸牌未归还</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n deposit(s)</source>
        <translation>
            <numerusform>%n 件寄存物品</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n incident(s)</source>
        <translation>
            <numerusform>%n 起事件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n round(s) due</source>
        <translation>
            <numerusform>%n 次巡检到期</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n exception(s)</source>
        <translation>
            <numerusform>%n 项例外</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) lent</source>
        <translation>
            <numerusform>%n 件借出物品</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing is open</source>
        <translation>没有未结事项</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>已接班</translation>
    </message>
    <message>
        <source>replaced</source>
        <translation>已替换</translation>
    </message>
    <message>
        <source>waits for a signature</source>
        <translation>待签署</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Open now: %1</source>
        <translation>当前未结：%1</translation>
    </message>
    <message>
        <source>Hand over the post</source>
        <translation>交班</translation>
    </message>
    <message>
        <source>Goes into the sheet by itself: %1.</source>
        <translation>自动写入交接表：%1。</translation>
    </message>
    <message>
        <source>Sign and offer</source>
        <translation>签署并交出</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>岗位</translation>
    </message>
    <message>
        <source>The day&apos;s notes are handed in</source>
        <translation>当日记录已上交</translation>
    </message>
    <message>
        <source>What the next one must know</source>
        <translation>接班人须知</translation>
    </message>
    <message>
        <source>Offered. Who comes signs in and accepts.</source>
        <translation>已交出。接班人登录后接班。</translation>
    </message>
    <message>
        <source>Take over: %1</source>
        <translation>接班：%1</translation>
    </message>
    <message>
        <source>Sign</source>
        <translation>签署</translation>
    </message>
    <message>
        <source>I have seen what is open</source>
        <translation>我已查看未结事项</translation>
    </message>
    <message>
        <source>You have taken over.</source>
        <translation>您已接班。</translation>
    </message>
    <message>
        <source>First the day&apos;s notes are handed in.</source>
        <translation>请先上交当日记录。</translation>
    </message>
    <message>
        <source>First: %1</source>
        <translation>请先完成：%1</translation>
    </message>
    <message>
        <source>Offered</source>
        <translation>已交出</translation>
    </message>
    <message>
        <source>From</source>
        <translation>交班人</translation>
    </message>
    <message>
        <source>To</source>
        <translation>接班人</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>未结事项</translation>
    </message>
    <message>
        <source>To know</source>
        <translation>须知</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Handovers</source>
        <translation>交接表</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>接班</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>交班</translation>
    </message>
    <message>
        <source>No handover yet. Who goes fills in the sheet, who comes signs for it.</source>
        <translation>还没有交接。交班人填写，接班人签字。</translation>
    </message>
    <message>
        <source>From %1. Open: %2.</source>
        <translation>来自 %1。未结：%2。</translation>
    </message>
    <message>
        <source>To know: %1</source>
        <translation>须知：%1</translation>
    </message>
</context>
<context>
    <name>gatehouse::admin::IncidentPanel</name>
    <message>
        <source>a former member of staff</source>
        <translation>离职人员</translation>
    </message>
    <message>
        <source>the station, without sign-in</source>
        <translation>终端，未登录</translation>
    </message>
    <message>
        <source>%1 should have been told by %2</source>
        <translation>应在 %2 前通知%1</translation>
    </message>
    <message>
        <source>It should have been settled by %1</source>
        <translation>应于 %1 前处理完毕</translation>
    </message>
    <message>
        <source>Nobody answers for it since %1</source>
        <translation>自 %1 起无人负责</translation>
    </message>
    <message>
        <source>open</source>
        <translation>未结</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>已关闭</translation>
    </message>
    <message>
        <source>%1 · reported %2 by %3 · %4</source>
        <translation>%1 · 报告于 %2，报告人 %3 · %4</translation>
    </message>
    <message>
        <source>nobody yet</source>
        <translation>尚无</translation>
    </message>
    <message>
        <source>Answers for it: %1, until %2</source>
        <translation>负责人：%1，期限 %2</translation>
    </message>
    <message>
        <source>Closed %1 by %2. %3</source>
        <translation>%1 由 %2 关闭。%3</translation>
    </message>
    <message>
        <source>Can be closed when the steps are recorded.</source>
        <translation>各步骤记录后方可关闭。</translation>
    </message>
    <message>
        <source>A manager closes it.</source>
        <translation>由经理关闭。</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Badge %1 is dead</source>
        <translation>胸牌 %1 已失效</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Record: %1</source>
        <translation>记录：%1</translation>
    </message>
    <message>
        <source>after the steps before it</source>
        <translation>须先完成前面的步骤</translation>
    </message>
    <message>
        <source>hold the badge before the reader, or record that there is none</source>
        <translation>请将胸牌对准扫码器，或记录没有胸牌</translation>
    </message>
    <message>
        <source>if there was need</source>
        <translation>如有需要</translation>
    </message>
    <message>
        <source>told %1, noted by %2</source>
        <translation>%1 已告知，由 %2 记录</translation>
    </message>
    <message>
        <source>Was told</source>
        <translation>已告知</translation>
    </message>
    <message>
        <source>%1 was told</source>
        <translation>已告知 %1</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>期限 %1</translation>
    </message>
    <message>
        <source>Steps, in this order</source>
        <translation>处理步骤（依次）</translation>
    </message>
    <message>
        <source>Who is told</source>
        <translation>应告知的人</translation>
    </message>
    <message>
        <source>Assign</source>
        <translation>指派</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>gatehouse::admin::IncidentsPage</name>
    <message>
        <source>Incidents</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>已关闭</translation>
    </message>
    <message>
        <source>overdue</source>
        <translation>超时</translation>
    </message>
    <message>
        <source>open</source>
        <translation>未结</translation>
    </message>
    <message>
        <source>nobody yet</source>
        <translation>尚无</translation>
    </message>
    <message>
        <source>Nothing is open.</source>
        <translation>没有未结事件。</translation>
    </message>
    <message numerus="yes">
        <source>%n incident(s) open</source>
        <translation>
            <numerusform>%n 起事件未结</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n overdue</source>
        <translation>
            <numerusform>%n 起超时</numerusform>
        </translation>
    </message>
    <message>
        <source>Record</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>%1 was told.</source>
        <translation>已告知 %1。</translation>
    </message>
    <message>
        <source>First: %1</source>
        <translation>请先完成：%1</translation>
    </message>
    <message>
        <source>Report an incident</source>
        <translation>报告事件</translation>
    </message>
    <message>
        <source>Whatever it is: rather once too often. What you write is sealed; guards and managers read it.</source>
        <translation>无论何事，宁可多报。所写内容加密保存，由保安和经理查看。</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>所在区域</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>经过</translation>
    </message>
    <message>
        <source>The incident is open.</source>
        <translation>事件已立案。</translation>
    </message>
    <message>
        <source>You sign that this was done.</source>
        <translation>您签署确认此事已完成。</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Recorded.</source>
        <translation>已记录。</translation>
    </message>
    <message>
        <source>Who answers for it</source>
        <translation>由谁负责</translation>
    </message>
    <message>
        <source>Assign</source>
        <translation>指派</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Settled by</source>
        <translation>处理期限</translation>
    </message>
    <message>
        <source>Assigned.</source>
        <translation>已指派。</translation>
    </message>
    <message>
        <source>Close the incident</source>
        <translation>关闭事件</translation>
    </message>
    <message>
        <source>You sign that it is settled.</source>
        <translation>您签署确认事件已处理完毕。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>How it was settled</source>
        <translation>处理结果</translation>
    </message>
    <message>
        <source>The incident is closed.</source>
        <translation>事件已关闭。</translation>
    </message>
    <message>
        <source>The badge is forged.</source>
        <translation>胸牌系伪造。</translation>
    </message>
    <message>
        <source>This badge was not issued here.</source>
        <translation>此胸牌不是本场所签发。</translation>
    </message>
    <message>
        <source>The badge belongs to %1 of the staff and is dead now.</source>
        <translation>胸牌属于员工 %1，现已失效。</translation>
    </message>
    <message>
        <source>The badge belongs to visit %1 and is dead now.</source>
        <translation>胸牌属于来访 %1，现已失效。</translation>
    </message>
    <message>
        <source>Reported</source>
        <translation>报告时间</translation>
    </message>
    <message>
        <source>Answers for it</source>
        <translation>负责人</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>No incidents.</source>
        <translation>没有事件。</translation>
    </message>
</context>
<context>
    <name>gatehouse::admin::InvitationDialog</name>
    <message>
        <source>Invite a visitor</source>
        <translation>邀请访客</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Make the invitation</source>
        <translation>生成邀请</translation>
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
        <source>From</source>
        <translation>开始时间</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>截止时间</translation>
    </message>
    <message>
        <source>also: %1</source>
        <translation>另加：%1</translation>
    </message>
    <message>
        <source>if you know it</source>
        <translation>如已知</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>事由</translation>
    </message>
    <message>
        <source>Rack or area</source>
        <translation>机柜或区域</translation>
    </message>
    <message>
        <source>Change number</source>
        <translation>变更编号</translation>
    </message>
    <message>
        <source>How</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>A change number has letters, digits and - / . _ # : only.</source>
        <translation>变更编号只能含字母、数字和 - / . _ # :。</translation>
    </message>
</context>
<context>
    <name>gatehouse::admin::InvitationSlipDialog</name>
    <message>
        <source>Invitation</source>
        <translation>邀请</translation>
    </message>
    <message>
        <source>Picture of the invitation</source>
        <translation>邀请单图样</translation>
    </message>
    <message>
        <source>Code of the invitation as text</source>
        <translation>邀请码文本</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>存为 PDF</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Save the invitation</source>
        <translation>保存邀请单</translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation>PDF 文件 (*.pdf)</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>已保存：%1</translation>
    </message>
    <message>
        <source>It could not be saved there.</source>
        <translation>无法保存到该位置。</translation>
    </message>
</context>
<context>
    <name>gatehouse::admin::InvitationsPage</name>
    <message>
        <source>Invitations</source>
        <translation>邀请</translation>
    </message>
    <message>
        <source>revoked</source>
        <translation>已撤销</translation>
    </message>
    <message>
        <source>over</source>
        <translation>已过期</translation>
    </message>
    <message>
        <source>open</source>
        <translation>有效</translation>
    </message>
    <message>
        <source>The code is signed by whoever made the invitation; only that person can show it.</source>
        <translation>邀请码由邀请人签署，只有本人可以显示。</translation>
    </message>
    <message>
        <source>Revoke an invitation</source>
        <translation>撤销邀请</translation>
    </message>
    <message>
        <source>Revoke the invitation for %1? Its code admits nobody from now on.</source>
        <translation>撤销被访人 %1 的邀请？邀请码立即失效。</translation>
    </message>
    <message>
        <source>Revoke the invitation</source>
        <translation>撤销邀请</translation>
    </message>
    <message>
        <source>The invitation is revoked.</source>
        <translation>邀请已撤销。</translation>
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
        <source>Zones</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>From</source>
        <translation>开始时间</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>截止时间</translation>
    </message>
    <message>
        <source>Made by</source>
        <translation>邀请人</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Invite a visitor</source>
        <translation>邀请访客</translation>
    </message>
    <message>
        <source>Show the code</source>
        <translation>显示邀请码</translation>
    </message>
    <message>
        <source>No invitations yet. Whoever is invited shows the code at the kiosk and has less to type.</source>
        <translation>还没有邀请。受邀者在自助机出示邀请码，可少填信息。</translation>
    </message>
</context>
<context>
    <name>gatehouse::admin::ItemCard</name>
    <message>
        <source>Carried items</source>
        <translation>携带物品</translation>
    </message>
    <message>
        <source>Make, model, serial number</source>
        <translation>品牌、型号、序列号</translation>
    </message>
    <message>
        <source>Device for %1</source>
        <translation>%1的名称</translation>
    </message>
    <message>
        <source>Allow by name</source>
        <translation>指名批准</translation>
    </message>
    <message>
        <source>Allow %1 by name</source>
        <translation>指名批准%1</translation>
    </message>
    <message>
        <source>Tag number</source>
        <translation>寄存牌号</translation>
    </message>
    <message>
        <source>Tag for %1</source>
        <translation>%1的寄存牌号</translation>
    </message>
    <message>
        <source>Take in</source>
        <translation>收存</translation>
    </message>
    <message>
        <source>Take in %1</source>
        <translation>收存%1</translation>
    </message>
    <message>
        <source>Give back</source>
        <translation>退还</translation>
    </message>
    <message>
        <source>Give back %1</source>
        <translation>退还%1</translation>
    </message>
</context>
<context>
    <name>gatehouse::admin::ItemsTab</name>
    <message>
        <source>Media, keys, passes</source>
        <translation>介质、钥匙、放行条</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>遗失</translation>
    </message>
    <message>
        <source>here</source>
        <translation>在库</translation>
    </message>
    <message>
        <source>virus found</source>
        <translation>发现病毒</translation>
    </message>
    <message>
        <source>overdue</source>
        <translation>超时</translation>
    </message>
    <message>
        <source>taken out</source>
        <translation>已带出</translation>
    </message>
    <message>
        <source>lent</source>
        <translation>已借出</translation>
    </message>
    <message>
        <source>Deposit %1</source>
        <translation>寄存 %1</translation>
    </message>
    <message>
        <source>guard desk</source>
        <translation>保安台</translation>
    </message>
    <message>
        <source>a visitor</source>
        <translation>访客</translation>
    </message>
    <message>
        <source>left behind</source>
        <translation>遗留</translation>
    </message>
    <message>
        <source>in keeping</source>
        <translation>保管中</translation>
    </message>
    <message>
        <source>Pass: %1</source>
        <translation>放行条：%1</translation>
    </message>
    <message>
        <source>owner: %1</source>
        <translation>物主：%1</translation>
    </message>
    <message>
        <source>virus check before it comes back</source>
        <translation>归还前须查毒</translation>
    </message>
    <message>
        <source>checked by %1 with %2</source>
        <translation>由 %1 用 %2 查毒</translation>
    </message>
    <message>
        <source>Nothing is out.</source>
        <translation>没有物品在外。</translation>
    </message>
    <message numerus="yes">
        <source>%n out</source>
        <translation>
            <numerusform>%n 件在外</numerusform>
        </translation>
    </message>
    <message>
        <source>Sign</source>
        <translation>签署</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Label on it</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Belongs to</source>
        <translation>归属</translation>
    </message>
    <message>
        <source>%1 is in the register.</source>
        <translation>%1 已登记入册。</translation>
    </message>
    <message>
        <source>Lend %1</source>
        <translation>借出 %1</translation>
    </message>
    <message>
        <source>To</source>
        <translation>借给</translation>
    </message>
    <message>
        <source>Back by</source>
        <translation>归还期限</translation>
    </message>
    <message>
        <source>Leaves the premises</source>
        <translation>带出场所</translation>
    </message>
    <message>
        <source>Lent.</source>
        <translation>已借出。</translation>
    </message>
    <message>
        <source>Virus check of %1</source>
        <translation>%1 的病毒检查</translation>
    </message>
    <message>
        <source>You sign that you checked it. Without a clean check it does not come back.</source>
        <translation>您签署确认已查毒。未查清不得归还。</translation>
    </message>
    <message>
        <source>Scanner and version</source>
        <translation>查毒软件及版本</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>clean</source>
        <translation>无毒</translation>
    </message>
    <message>
        <source>something was found: opens an incident</source>
        <translation>发现问题：将立案</translation>
    </message>
    <message>
        <source>The check is noted.</source>
        <translation>检查已记录。</translation>
    </message>
    <message>
        <source>%1 is back.</source>
        <translation>%1 已归还。</translation>
    </message>
    <message>
        <source>Material pass</source>
        <translation>物品放行条</translation>
    </message>
    <message>
        <source>What leaves needs its owner&apos;s approval; the guard compares the serial at the door.</source>
        <translation>物品带出须经物主同意；保安在门口核对序列号。</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>询问</translation>
    </message>
    <message>
        <source>Serial, or number of sheets</source>
        <translation>序列号或张数</translation>
    </message>
    <message>
        <source>From</source>
        <translation>来自区域</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>物主</translation>
    </message>
    <message>
        <source>Taken by</source>
        <translation>携带人</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Asked: the owner decides.</source>
        <translation>已申请：由物主决定。</translation>
    </message>
    <message>
        <source>Signed.</source>
        <translation>已签署。</translation>
    </message>
    <message>
        <source>Compare at the door</source>
        <translation>门口核对</translation>
    </message>
    <message>
        <source>Read the serial from the thing itself.</source>
        <translation>请从实物上读取序列号。</translation>
    </message>
    <message>
        <source>Let it leave</source>
        <translation>放行</translation>
    </message>
    <message>
        <source>Serial on the thing</source>
        <translation>实物上的序列号</translation>
    </message>
    <message>
        <source>It may leave.</source>
        <translation>可以带出。</translation>
    </message>
    <message>
        <source>First the virus check, with who did it and which scanner.</source>
        <translation>请先查毒，并注明检查人和查毒软件。</translation>
    </message>
    <message>
        <source>A virus was found: it stays out until a check is clean.</source>
        <translation>发现病毒：查清之前不得归还。</translation>
    </message>
    <message>
        <source>This is another thing than the one approved: it stays here. An incident is open.</source>
        <translation>与批准的物品不符：留下，已立案。</translation>
    </message>
    <message>
        <source>Label or serial</source>
        <translation>标签或序列号</translation>
    </message>
    <message>
        <source>With</source>
        <translation>持有人</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>截止时间</translation>
    </message>
    <message>
        <source>To know</source>
        <translation>须知</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Lend</source>
        <translation>借出</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>收回</translation>
    </message>
    <message>
        <source>Virus check</source>
        <translation>查毒</translation>
    </message>
    <message>
        <source>Approve the pass</source>
        <translation>批准放行条</translation>
    </message>
    <message>
        <source>Refuse the pass</source>
        <translation>拒绝放行条</translation>
    </message>
    <message>
        <source>Found something undeclared</source>
        <translation>发现未申报物品</translation>
    </message>
    <message>
        <source>It is secured first, and the visitor is asked afterwards. An incident opens.</source>
        <translation>先扣留物品，再询问访客。将立案。</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>With whom</source>
        <translation>访客</translation>
    </message>
    <message>
        <source>Where it was found</source>
        <translation>发现地点与经过</translation>
    </message>
    <message>
        <source>The incident is open.</source>
        <translation>事件已立案。</translation>
    </message>
    <message>
        <source>%1 is lost</source>
        <translation>%1 遗失</translation>
    </message>
    <message>
        <source>It stays in the register as lost, and an incident opens.</source>
        <translation>登记册中记为遗失，并立案。</translation>
    </message>
    <message>
        <source>A staff badge is lost</source>
        <translation>员工胸牌遗失</translation>
    </message>
    <message>
        <source>It is dead at every door at once, and an incident opens. A manager prints a new one under Staff.</source>
        <translation>该胸牌在所有门立即失效，并立案。由经理在“人员”页面重新打印。</translation>
    </message>
    <message>
        <source>Whose</source>
        <translation>所属员工</translation>
    </message>
    <message>
        <source>The badge of %1 is dead.</source>
        <translation>%1 的胸牌已失效。</translation>
    </message>
    <message>
        <source>This person has no badge that works.</source>
        <translation>此人没有有效胸牌。</translation>
    </message>
    <message>
        <source>Lost…</source>
        <translation>遗失…</translation>
    </message>
    <message>
        <source>Found undeclared…</source>
        <translation>未申报物品…</translation>
    </message>
    <message>
        <source>Staff badge lost…</source>
        <translation>员工胸牌遗失…</translation>
    </message>
    <message>
        <source>Nothing is registered yet: media, keys and things that leave the room.</source>
        <translation>还没有登记：介质、钥匙及带出机房的物品。</translation>
    </message>
    <message>
        <source>Add to the register</source>
        <translation>登记入册</translation>
    </message>
    <message>
        <source>Add to the register…</source>
        <translation>登记入册…</translation>
    </message>
</context>
<context>
    <name>gatehouse::admin::ListEditor</name>
    <message>
        <source>Add a line</source>
        <translation>添加一行</translation>
    </message>
    <message>
        <source>Take the line away</source>
        <translation>删除此行</translation>
    </message>
</context>
<context>
    <name>gatehouse::admin::LockPage</name>
    <message>
        <source>Opening your keys …</source>
        <translation>正在打开您的密钥……</translation>
    </message>
    <message>
        <source>The password is wrong.</source>
        <translation>密码错误。</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>已锁定</translation>
    </message>
    <message>
        <source>Locked by staff number %1. Arrivals wait; the kiosk goes on.</source>
        <translation>由工号 %1 锁定。访客继续等候，自助机照常工作。</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>解锁</translation>
    </message>
    <message>
        <source>Sign in as somebody else</source>
        <translation>以其他人登录</translation>
    </message>
    <message>
        <source>Emergency: print the roll call</source>
        <translation>紧急：打印点名表</translation>
    </message>
    <message>
        <source>Who is on site, on paper. It is written to the log.</source>
        <translation>在场外来人员名单，打印在纸上。此操作记入日志。</translation>
    </message>
    <message>
        <source>Unlock first, then read the badge or the document again.</source>
        <translation>请先解锁，再重新扫一次胸牌或证件。</translation>
    </message>
</context>
<context>
    <name>gatehouse::admin::LogPage</name>
    <message>
        <source>Visit log</source>
        <translation>来访登记表</translation>
    </message>
    <message numerus="yes">
        <source>the newest %n visit(s)</source>
        <translation>
            <numerusform>最近 %n 次来访</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n visit(s)</source>
        <translation>
            <numerusform>%n 次来访</numerusform>
        </translation>
    </message>
    <message>
        <source>All hosts</source>
        <translation>全部被访人</translation>
    </message>
    <message>
        <source>All zones</source>
        <translation>全部区域</translation>
    </message>
    <message>
        <source>All states</source>
        <translation>全部状态</translation>
    </message>
    <message>
        <source>badge %1</source>
        <translation>胸牌 %1</translation>
    </message>
    <message>
        <source>Proven by the ledger</source>
        <translation>已由日志核实</translation>
    </message>
    <message numerus="yes">
        <source>Entries %1 – %2, %n signature(s) verified</source>
        <translation>
            <numerusform>第 %1 – %2 条，%n 个签名已验证</numerusform>
        </translation>
    </message>
    <message>
        <source>Not proven</source>
        <translation>未能核实</translation>
    </message>
    <message>
        <source>Export what is shown</source>
        <translation>导出所显示的内容</translation>
    </message>
    <message>
        <source>CSV files (*.csv)</source>
        <translation>CSV 文件 (*.csv)</translation>
    </message>
    <message>
        <source>Exported: %1. The export is in the log.</source>
        <translation>已导出：%1。导出已记入日志。</translation>
    </message>
    <message>
        <source>The file could not be written there.</source>
        <translation>无法写入该位置的文件。</translation>
    </message>
    <message>
        <source>History of the visit</source>
        <translation>来访经过</translation>
    </message>
    <message>
        <source>From</source>
        <translation>起始</translation>
    </message>
    <message>
        <source>until</source>
        <translation>至</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>截止</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>被访人</translation>
    </message>
    <message>
        <source>Zone</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Export CSV</source>
        <translation>导出 CSV</translation>
    </message>
    <message>
        <source>Open the case</source>
        <translation>打开来访记录</translation>
    </message>
    <message>
        <source>No visit fits what you are looking for.</source>
        <translation>没有符合条件的来访。</translation>
    </message>
    <message>
        <source>to %1</source>
        <translation>找 %1</translation>
    </message>
    <message>
        <source>Authorised by %1</source>
        <translation>批准人：%1</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>Call the manager and run gatehousectl log verify.</source>
        <translation>请通知经理并运行 gatehousectl log verify。</translation>
    </message>
    <message>
        <source>Entries about this visit are missing from the log.</source>
        <translation>日志中缺少关于此次来访的记录。</translation>
    </message>
    <message>
        <source>At least one entry does not verify.</source>
        <translation>至少一条记录未通过验证。</translation>
    </message>
    <message>
        <source>“%1” is no date. Write a day as 2026-11-24, a month as 2026-11, and from and until as 2026-11-10..2026-11-20.</source>
        <translation>“%1”不是有效日期。日期写作 2026-11-24，月份写作 2026-11，起止写作 2026-11-10..2026-11-20。</translation>
    </message>
    <message>
        <source>Left at %1, before entering: a station&apos;s clock was wrong</source>
        <translation>离开时间 %1 早于进入时间：某终端的时钟有误</translation>
    </message>
    <message>
        <source>There is a file of that name already: choose another name.</source>
        <translation>已有同名文件：请换一个名称。</translation>
    </message>
    <message>
        <source>No visits yet.</source>
        <translation>尚无来访记录。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Denied by %1</source>
        <translation>由 %1 拒绝</translation>
    </message>
</context>
<context>
    <name>gatehouse::admin::MachineRoomPage</name>
    <message>
        <source>Machine room</source>
        <translation>机房</translation>
    </message>
    <message>
        <source>No visitor is inside.</source>
        <translation>没有访客在内。</translation>
    </message>
    <message numerus="yes">
        <source>%n visitor(s) inside</source>
        <translation>
            <numerusform>%n 位访客在内</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other(s) inside</source>
        <translation>
            <numerusform>另有 %n 人在内</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n visitor(s) inside without a valid escort. Go there now.</source>
        <translation>
            <numerusform>%n 位访客在内而无有效陪同，请立即前往。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n emergency entry(ies) to be confirmed by a manager</source>
        <translation>
            <numerusform>%n 次紧急进入待经理确认</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Hand %n visitor(s) over: your authorisation or your shift ends.</source>
        <translation>
            <numerusform>请移交 %n 名访客：您的授权或班次即将结束。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entry(ies) of the access list to review</source>
        <translation>
            <numerusform>准入名单有 %n 项待复核</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::admin::MainWindow</name>
    <message>
        <source>Your session was closed because you signed in at another place, or your account was ended.</source>
        <translation>您的会话已关闭：您在另一处登录，或您的账号已终止。</translation>
    </message>
    <message>
        <source>The site is live. Sign in with your staff number and the password that you chose.</source>
        <translation>场所已启用。请用工号和您设定的密码登录。</translation>
    </message>
    <message>
        <source>Your session at another place was closed.</source>
        <translation>您在另一处的会话已关闭。</translation>
    </message>
    <message>
        <source>Opening the database …</source>
        <translation>正在打开数据库……</translation>
    </message>
    <message>
        <source>The roll call is being printed …</source>
        <translation>正在打印点名表……</translation>
    </message>
</context>
<context>
    <name>gatehouse::admin::MusterTab</name>
    <message>
        <source>Roll call and paper</source>
        <translation>点名与纸质表</translation>
    </message>
    <message numerus="yes">
        <source>%n helper(s) of an emergency</source>
        <translation>
            <numerusform>%n 名紧急救援人员</numerusform>
        </translation>
    </message>
    <message>
        <source>safe %1</source>
        <translation>安全 %1</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>未到</translation>
    </message>
    <message>
        <source>here</source>
        <translation>在场</translation>
    </message>
    <message>
        <source>at no door yet</source>
        <translation>尚未经过任何门</translation>
    </message>
    <message>
        <source>Drill: %1 of %2 safe</source>
        <translation>演练：%1 / %2 已安全</translation>
    </message>
    <message>
        <source>Roll call: %1 of %2 safe</source>
        <translation>点名：%1 / %2 已安全</translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) to account for</source>
        <translation>
            <numerusform>%n 人待核对</numerusform>
        </translation>
    </message>
    <message>
        <source>last drill %1: %2 min</source>
        <translation>上次演练 %1：%2 分钟</translation>
    </message>
    <message>
        <source>paper No. %1 did not come back</source>
        <translation>纸质表 %1 号未收回</translation>
    </message>
    <message>
        <source>Count the people</source>
        <translation>清点人员</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Is it</source>
        <translation>性质</translation>
    </message>
    <message>
        <source>in earnest</source>
        <translation>实际点名</translation>
    </message>
    <message>
        <source>a drill</source>
        <translation>演练</translation>
    </message>
    <message>
        <source>The count runs. Mark everybody who is at the assembly point.</source>
        <translation>清点进行中。请标记已到集合点的每个人。</translation>
    </message>
    <message>
        <source>Marked safe.</source>
        <translation>已标记为安全。</translation>
    </message>
    <message>
        <source>The count is over; its time is kept.</source>
        <translation>清点结束，用时已记录。</translation>
    </message>
    <message>
        <source>Print paper forms ahead</source>
        <translation>预先打印纸质表</translation>
    </message>
    <message>
        <source>For when nothing works. Each has a number, so that none gets lost unseen.</source>
        <translation>供系统全部失效时使用。每张有编号，以免遗失而不被发现。</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>A paper form came back</source>
        <translation>纸质表已收回</translation>
    </message>
    <message>
        <source>Register the visitor at the desk first, then note its number here.</source>
        <translation>请先在前台登记访客，再在此注明编号。</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Paper No.</source>
        <translation>纸质表编号</translation>
    </message>
    <message>
        <source>Number of the visit, V-…; empty: spoiled, not used</source>
        <translation>来访编号 V-……；留空：作废、未使用</translation>
    </message>
    <message>
        <source>Paper No. %1 is noted.</source>
        <translation>纸质表 %1 号已记录。</translation>
    </message>
    <message>
        <source>This number came back before.</source>
        <translation>此编号此前已收回。</translation>
    </message>
    <message>
        <source>This number was never printed.</source>
        <translation>此编号从未打印。</translation>
    </message>
    <message>
        <source>A count runs already.</source>
        <translation>清点正在进行。</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>最后出现</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>被访人</translation>
    </message>
    <message>
        <source>May be in</source>
        <translation>可进入</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>进入时间</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Who is here</source>
        <translation>在场人员</translation>
    </message>
    <message>
        <source>Is safe  [Enter]</source>
        <translation>已安全  [回车]</translation>
    </message>
    <message>
        <source>End the count</source>
        <translation>结束清点</translation>
    </message>
    <message>
        <source>Print paper forms</source>
        <translation>打印纸质表</translation>
    </message>
    <message>
        <source>Paper came back</source>
        <translation>纸质表收回</translation>
    </message>
    <message>
        <source>Nobody is logged as being here.</source>
        <translation>现在没有人登记在场。</translation>
    </message>
    <message>
        <source>Who is here is shown to guards, managers and auditors.</source>
        <translation>在场人员仅保安、经理和审计员可见。</translation>
    </message>
    <message>
        <source>A count runs.</source>
        <translation>正在清点。</translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) still missing.</source>
        <translation>
            <numerusform>还有 %n 人未到。</numerusform>
        </translation>
    </message>
    <message>
        <source>End it all the same</source>
        <translation>仍然结束</translation>
    </message>
    <message>
        <source>It is known where they are, or others search for them</source>
        <translation>已知其下落，或已有人寻找</translation>
    </message>
    <message>
        <source>Write the number of the visit as V-12, or nothing.</source>
        <translation>来访编号请写成 V-12 的形式，或留空。</translation>
    </message>
    <message>
        <source>The time it takes is kept in the log. The list can be printed at any time.</source>
        <translation>所用时间记入日志。名单可随时打印。</translation>
    </message>
</context>
<context>
    <name>gatehouse::admin::NoticeDialog</name>
    <message>
        <source>%1, version %2</source>
        <translation>%1，第 %2 版</translation>
    </message>
    <message>
        <source>Version %1 takes effect when you sign it. Who has passed the briefing stays briefed until that runs out.</source>
        <translation>第 %1 版经您签署后生效。已通过安全须知的人员在有效期内无需重做。</translation>
    </message>
    <message>
        <source>Version %1 takes effect when you sign it. From then on every visitor is asked to agree to it; agreement to an earlier version no longer counts.</source>
        <translation>第 %1 版经您签署后生效。此后每位访客都须同意新版，对旧版的同意不再有效。</translation>
    </message>
    <message>
        <source>Written as: # title · ## picture | heading, then a paragraph · ?? code | picture | question · + right answer · - wrong answer · ! explanation</source>
        <translation>书写格式：# 标题 · ## 图片 | 小标题，下一行为正文 · ?? 代码 | 图片 | 问题 · + 正确答案 · - 错误答案 · ! 解释</translation>
    </message>
    <message>
        <source>Written as: # before the title, ## before a heading, everything else is a paragraph</source>
        <translation>书写格式：标题前加 #，小标题前加 ##，其余均为正文</translation>
    </message>
    <message>
        <source>Text: %1</source>
        <translation>文本：%1</translation>
    </message>
    <message>
        <source>As visitors read it</source>
        <translation>访客看到的样子</translation>
    </message>
    <message>
        <source>As visitors read it: %1</source>
        <translation>访客看到的样子：%1</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Sign version %1</source>
        <translation>签署第 %1 版</translation>
    </message>
    <message>
        <source>Nothing has been changed yet.</source>
        <translation>尚未作任何修改。</translation>
    </message>
    <message>
        <source>A text is too long: %L1 characters at most.</source>
        <translation>文本过长：最多 %L1 个字符。</translation>
    </message>
    <message>
        <source>%1, “%2”</source>
        <translation>%1“%2”</translation>
    </message>
    <message>
        <source>%1: the title is missing. It begins with # and a space.</source>
        <translation>%1：缺少标题。标题以 # 加空格开头。</translation>
    </message>
    <message>
        <source>%1: a paragraph is missing.</source>
        <translation>%1：缺少正文。</translation>
    </message>
    <message>
        <source>%1: the kiosk has no such picture. Take one of those that are there now.</source>
        <translation>%1：自助机没有这张图片，请使用现有的图片。</translation>
    </message>
    <message>
        <source>%1: at least three questions are needed, each with a code of its own.</source>
        <translation>%1：至少需要三道题，且每题代码不同。</translation>
    </message>
    <message>
        <source>%1: a question needs a right answer (+), a wrong one (-) and an explanation (!).</source>
        <translation>%1：每题须有正确答案（+）、错误答案（-）和解释（!）。</translation>
    </message>
    <message>
        <source>The languages differ: as many parts, and every right answer at the same place.</source>
        <translation>两种语言不一致：段落数须相同，正确答案须在同一位置。</translation>
    </message>
</context>
<context>
    <name>gatehouse::admin::NoticesCard</name>
    <message>
        <source>Privacy notice</source>
        <translation>隐私告知</translation>
    </message>
    <message>
        <source>Recording notice</source>
        <translation>录音录像告知</translation>
    </message>
    <message>
        <source>Confidentiality terms</source>
        <translation>保密承诺</translation>
    </message>
    <message>
        <source>Safety briefing</source>
        <translation>安全须知</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>第 %1 版</translation>
    </message>
    <message>
        <source>Version %1, since %2</source>
        <translation>第 %1 版，%2 生效</translation>
    </message>
    <message>
        <source>%1, signed by %2</source>
        <translation>%1，%2签署</translation>
    </message>
    <message>
        <source>Read or change …</source>
        <translation>查看或修改……</translation>
    </message>
    <message>
        <source>Read …</source>
        <translation>查看……</translation>
    </message>
    <message>
        <source>%1: version %2 is in force on every screen.</source>
        <translation>%1：第 %2 版已在各处生效。</translation>
    </message>
    <message>
        <source>Somebody else put a version in force meanwhile. Read it, then write yours anew.</source>
        <translation>其间已有他人发布新版。请先查看，再重新编写。</translation>
    </message>
    <message>
        <source>What visitors are shown</source>
        <translation>向访客展示的文本</translation>
    </message>
    <message>
        <source>A new version is shown at every kiosk and desk as soon as a manager has signed it.</source>
        <translation>经理签署新版后，各自助机和前台立即显示新版。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>gatehouse::admin::OnSitePage</name>
    <message>
        <source>On site</source>
        <translation>在场</translation>
    </message>
    <message>
        <source>Nobody from outside is on site.</source>
        <translation>没有外来人员在场。</translation>
    </message>
    <message numerus="yes">
        <source>%n visitor(s) on site</source>
        <translation>
            <numerusform>%n 位访客在场</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n overdue</source>
        <translation>
            <numerusform>%n 位超时</numerusform>
        </translation>
    </message>
    <message>
        <source>Visitors on site</source>
        <translation>在场访客</translation>
    </message>
    <message>
        <source>Print the roll call</source>
        <translation>打印点名表</translation>
    </message>
    <message>
        <source>Open  [Enter]</source>
        <translation>打开  [回车]</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Print badge again</source>
        <translation>重新打印胸牌</translation>
    </message>
    <message>
        <source>Book departure without the badge</source>
        <translation>无胸牌登记离开</translation>
    </message>
    <message>
        <source>Read a badge</source>
        <translation>读取胸牌</translation>
    </message>
    <message>
        <source>Nobody is on site.</source>
        <translation>现在无人在场。</translation>
    </message>
    <message>
        <source>Badge lost, print a new one</source>
        <translation>胸牌遗失，打印新牌</translation>
    </message>
    <message>
        <source>Changed by hand, and nobody signed for it: %1. Look for these people, and call the manager.</source>
        <translation>记录被人手工更改且无人签名：%1。请找到这些人员，并通知经理。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1等，另有 %n 人</numerusform>
        </translation>
    </message>
    <message>
        <source>Badges and departures are for a guard or a manager.</source>
        <translation>胸牌和离开由保安或经理办理。</translation>
    </message>
</context>
<context>
    <name>gatehouse::admin::PaperDesk</name>
    <message>
        <source>There is no badge to print: the visit is over or has not been approved.</source>
        <translation>没有可打印的胸牌：来访已结束或尚未批准。</translation>
    </message>
    <message>
        <source>The time of the visit is over: no badge is issued.</source>
        <translation>来访时段已过：不发放胸牌。</translation>
    </message>
    <message>
        <source>The approvals do not verify: no badge is issued. Call the manager.</source>
        <translation>审批未通过验证：不发放胸牌。请通知经理。</translation>
    </message>
    <message>
        <source>The disk is full: nothing was printed. Make room and print again.</source>
        <translation>磁盘已满：未打印任何内容。请腾出空间后重新打印。</translation>
    </message>
    <message>
        <source>The printer is not there: nothing was printed. Choose another one in the settings and print again.</source>
        <translation>找不到打印机：未打印任何内容。请在设置中另选一台后重新打印。</translation>
    </message>
    <message>
        <source>Printed: %1</source>
        <translation>已打印：%1</translation>
    </message>
    <message numerus="yes">
        <source>%n helper(s) of an emergency</source>
        <translation>
            <numerusform>%n 名紧急救援人员</numerusform>
        </translation>
    </message>
    <message>
        <source>Saved as a PDF file: %1</source>
        <translation>已存为 PDF 文件：%1</translation>
    </message>
    <message>
        <source>The log could not be written: this roll call is not in it.</source>
        <translation>日志无法写入：此次点名未记入日志。</translation>
    </message>
    <message>
        <source>The folder for PDF files cannot be written: nothing was printed. Choose another one in the settings and print again.</source>
        <translation>无法写入 PDF 文件夹，未打印。请在设置中另选文件夹后重新打印。</translation>
    </message>
    <message>
        <source>The database did not answer at once: the list is of %1.</source>
        <translation>数据库未能立即响应：名单截至 %1。</translation>
    </message>
</context>
<context>
    <name>gatehouse::admin::PasswordFields</name>
    <message>
        <source>The two entries differ.</source>
        <translation>两次输入不一致。</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>新密码</translation>
    </message>
    <message>
        <source>New password again</source>
        <translation>再次输入新密码</translation>
    </message>
</context>
<context>
    <name>gatehouse::admin::PersonDialog</name>
    <message>
        <source>Person</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>截止</translation>
    </message>
    <message>
        <source>Trained on</source>
        <translation>培训日期</translation>
    </message>
</context>
<context>
    <name>gatehouse::admin::PinCard</name>
    <message>
        <source>A PIN has digits only: it is typed on the door&apos;s own pad.</source>
        <translation>PIN 码只能是数字：在门禁站的键盘上输入。</translation>
    </message>
    <message>
        <source>At least %1 digits.</source>
        <translation>至少 %1 位数字。</translation>
    </message>
    <message>
        <source>%1 digits at most.</source>
        <translation>最多 %1 位数字。</translation>
    </message>
    <message>
        <source>That pattern repeats itself. Take another one.</source>
        <translation>数字有规律重复，请换一个。</translation>
    </message>
    <message>
        <source>Digits in a row are guessed first. Take another one.</source>
        <translation>连续数字最容易被猜中，请换一个。</translation>
    </message>
    <message>
        <source>That is a date. Take another one.</source>
        <translation>这是一个日期，请换一个。</translation>
    </message>
    <message>
        <source>Your staff number is in it. Take another one.</source>
        <translation>其中含有您的工号，请换一个。</translation>
    </message>
    <message>
        <source>Good.</source>
        <translation>可以使用。</translation>
    </message>
    <message>
        <source>Now the same once more.</source>
        <translation>请再输入一次。</translation>
    </message>
    <message>
        <source>Setting …</source>
        <translation>正在设置……</translation>
    </message>
    <message>
        <source>Your PIN was set. Doors ask for it together with your badge.</source>
        <translation>PIN 码已设置。门禁站会要求同时出示胸牌并输入 PIN 码。</translation>
    </message>
    <message>
        <source>Your PIN for doors</source>
        <translation>您的门禁 PIN 码</translation>
    </message>
    <message>
        <source>At least six digits, yours alone. With your badge it lets you escort visitors and enter where you are on the access list.</source>
        <translation>至少六位数字，仅限本人使用。凭胸牌，可陪同访客，并进入您在准入名单上的区域。</translation>
    </message>
    <message>
        <source>New PIN</source>
        <translation>新 PIN 码</translation>
    </message>
    <message>
        <source>The same once more</source>
        <translation>再输入一次</translation>
    </message>
    <message>
        <source>Set the PIN</source>
        <translation>设置 PIN 码</translation>
    </message>
</context>
<context>
    <name>gatehouse::admin::PlacesCard</name>
    <message>
        <source>From now on every roll call says so.</source>
        <translation>此后的点名表均以此为准。</translation>
    </message>
    <message>
        <source>When the site is cleared</source>
        <translation>现场疏散</translation>
    </message>
    <message>
        <source>Assembly point</source>
        <translation>集合点</translation>
    </message>
    <message>
        <source>Back-up site</source>
        <translation>备用场所</translation>
    </message>
    <message>
        <source>Sign</source>
        <translation>签署</translation>
    </message>
</context>
<context>
    <name>gatehouse::admin::QueueDelegate</name>
    <message>
        <source>being decided</source>
        <translation>正在决定</translation>
    </message>
</context>
<context>
    <name>gatehouse::admin::QueueModel</name>
    <message>
        <source>to %1</source>
        <translation>找 %1</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message numerus="yes">
        <source>%n block(s)</source>
        <translation>
            <numerusform>%n 项禁止</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n 项警告</numerusform>
        </translation>
    </message>
    <message>
        <source>waiting since %1</source>
        <translation>自 %1 起等候</translation>
    </message>
</context>
<context>
    <name>gatehouse::admin::ReasonDialog</name>
    <message>
        <source>In own words</source>
        <translation>自行填写</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>gatehouse::admin::ReconcileDialog</name>
    <message>
        <source>Carried items</source>
        <translation>携带物品</translation>
    </message>
    <message>
        <source>What does %1 take along?</source>
        <translation>%1带走什么？</translation>
    </message>
    <message>
        <source>Give back what was handed in, and look at the rest. Tick what is missing.</source>
        <translation>退还交存的物品，并核对其余物品。缺少的请勾选。</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>缺少</translation>
    </message>
    <message>
        <source>Missing: %1</source>
        <translation>缺少：%1</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>以后再说</translation>
    </message>
    <message>
        <source>Looked at: done</source>
        <translation>核对完成</translation>
    </message>
    <message>
        <source>Carried items looked at: everything went along.</source>
        <translation>物品已核对，均已带走。</translation>
    </message>
    <message>
        <source>Carried items looked at. What is missing is an incident now.</source>
        <translation>物品已核对，缺少的已登记为事件。</translation>
    </message>
    <message>
        <source>Something undeclared was found</source>
        <translation>发现未申报物品</translation>
    </message>
    <message>
        <source>It opens an incident: secure the thing first, then ask the visitor.</source>
        <translation>将登记为事件：先保管物品，再询问访客。</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>发现的物品</translation>
    </message>
    <message>
        <source>In your own words (optional)</source>
        <translation>说明（可不填）</translation>
    </message>
    <message>
        <source>An incident was opened.</source>
        <translation>已登记事件。</translation>
    </message>
</context>
<context>
    <name>gatehouse::admin::ReleaseDialog</name>
    <message>
        <source>The work is done, or was stopped and left safe</source>
        <translation>作业已完成，或已停止并处于安全状态</translation>
    </message>
    <message>
        <source>The fire protection works again</source>
        <translation>消防设施已恢复</translation>
    </message>
    <message>
        <source>Release %1</source>
        <translation>结束 %1 的陪同</translation>
    </message>
    <message>
        <source>People counted out</source>
        <translation>清点离开人数</translation>
    </message>
    <message>
        <source>Release</source>
        <translation>结束陪同</translation>
    </message>
</context>
<context>
    <name>gatehouse::admin::RoomAccessTab</name>
    <message>
        <source>Access list</source>
        <translation>准入名单</translation>
    </message>
    <message>
        <source>Add to the access list</source>
        <translation>加入准入名单</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>加入</translation>
    </message>
    <message>
        <source>For</source>
        <translation>用途</translation>
    </message>
    <message>
        <source>Added to the access list</source>
        <translation>已加入准入名单</translation>
    </message>
    <message>
        <source>%1: reviewed and kept</source>
        <translation>%1：已复核并保留</translation>
    </message>
    <message>
        <source>%1: taken off the access list</source>
        <translation>%1：已移出准入名单</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>加入…</translation>
    </message>
    <message>
        <source>Reviewed: keep</source>
        <translation>已复核：保留</translation>
    </message>
    <message>
        <source>Take off the list</source>
        <translation>移出名单</translation>
    </message>
    <message>
        <source>Nobody may enter alone.</source>
        <translation>没有人可单独进入。</translation>
    </message>
</context>
<context>
    <name>gatehouse::admin::RoomDutiesTab</name>
    <message>
        <source>Duties</source>
        <translation>职责</translation>
    </message>
    <message>
        <source>Give a duty</source>
        <translation>指派职责</translation>
    </message>
    <message>
        <source>Give</source>
        <translation>指派</translation>
    </message>
    <message>
        <source>Duty</source>
        <translation>职责</translation>
    </message>
    <message>
        <source>As deputy</source>
        <translation>作为代理</translation>
    </message>
    <message>
        <source>Duty given</source>
        <translation>职责已指派</translation>
    </message>
    <message>
        <source>Who may escort visitors?</source>
        <translation>谁可陪同访客？</translation>
    </message>
    <message>
        <source>Authorise</source>
        <translation>授权</translation>
    </message>
    <message>
        <source>Authorised to escort</source>
        <translation>已授权陪同</translation>
    </message>
    <message>
        <source>%1: ended</source>
        <translation>%1：已终止</translation>
    </message>
    <message>
        <source>Duties and authorisations</source>
        <translation>职责与授权</translation>
    </message>
    <message>
        <source>Give a duty…</source>
        <translation>指派职责…</translation>
    </message>
    <message>
        <source>Authorise an escort…</source>
        <translation>授权陪同人员…</translation>
    </message>
    <message>
        <source>End</source>
        <translation>终止</translation>
    </message>
    <message>
        <source>No duties are given out yet.</source>
        <translation>还没有指派职责。</translation>
    </message>
</context>
<context>
    <name>gatehouse::admin::RoomEmergenciesTab</name>
    <message>
        <source>Emergency entry</source>
        <translation>紧急进入</translation>
    </message>
    <message>
        <source>%1: %2. Let them in now.</source>
        <translation>%1：%2 人。请立即放行。</translation>
    </message>
    <message>
        <source>More of them come in</source>
        <translation>又有人进入</translation>
    </message>
    <message>
        <source>Count them</source>
        <translation>清点</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>人数</translation>
    </message>
    <message>
        <source>Counted.</source>
        <translation>已清点。</translation>
    </message>
    <message>
        <source>They come out</source>
        <translation>有人离开</translation>
    </message>
    <message>
        <source>Count heads again at the door.</source>
        <translation>在门口重新清点人数。</translation>
    </message>
    <message>
        <source>Who they were</source>
        <translation>身份</translation>
    </message>
    <message>
        <source>Unit, names, vehicle, who called them. It is sealed; guards and managers read it.</source>
        <translation>单位、姓名、车辆、由谁呼叫。内容加密保存，仅保安与经理可查看。</translation>
    </message>
    <message>
        <source>Sign</source>
        <translation>签署</translation>
    </message>
    <message>
        <source>Noted.</source>
        <translation>已记录。</translation>
    </message>
    <message>
        <source>Confirmed.</source>
        <translation>已确认。</translation>
    </message>
    <message>
        <source>More would leave than came in: count again.</source>
        <translation>离开人数多于进入人数，请重新清点。</translation>
    </message>
    <message>
        <source>A manager has confirmed it already: enter another emergency.</source>
        <translation>经理已确认此次进入，请另行登记。</translation>
    </message>
    <message>
        <source>Emergency entry…</source>
        <translation>紧急进入…</translation>
    </message>
    <message>
        <source>Emergency entries</source>
        <translation>紧急进入记录</translation>
    </message>
    <message>
        <source>More come in…</source>
        <translation>又有人进入…</translation>
    </message>
    <message>
        <source>They come out…</source>
        <translation>有人离开…</translation>
    </message>
    <message>
        <source>Who they were…</source>
        <translation>身份…</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>确认</translation>
    </message>
    <message>
        <source>No emergency entries.</source>
        <translation>没有紧急进入记录。</translation>
    </message>
</context>
<context>
    <name>gatehouse::admin::RoomRows</name>
    <message>
        <source>waits for approval</source>
        <translation>待审批</translation>
    </message>
    <message>
        <source>waits for an escort</source>
        <translation>待指定陪同人员</translation>
    </message>
    <message>
        <source>escort asked</source>
        <translation>已请求陪同</translation>
    </message>
    <message>
        <source>escort accepted</source>
        <translation>陪同人员已接受</translation>
    </message>
    <message>
        <source>inside</source>
        <translation>在内</translation>
    </message>
    <message>
        <source>outside</source>
        <translation>在外</translation>
    </message>
    <message>
        <source>released</source>
        <translation>已结束</translation>
    </message>
    <message>
        <source>revoked</source>
        <translation>已撤销</translation>
    </message>
    <message>
        <source>visit ended</source>
        <translation>来访已结束</translation>
    </message>
    <message>
        <source>Inside without the escort</source>
        <translation>无陪同人员在内</translation>
    </message>
    <message>
        <source>The escort may escort no more</source>
        <translation>陪同人员已无陪同资格</translation>
    </message>
    <message>
        <source>Inside after the time was over</source>
        <translation>超时仍在内</translation>
    </message>
    <message>
        <source>Too many visitors for one escort</source>
        <translation>一名陪同人员陪同人员数过多</translation>
    </message>
    <message>
        <source>The second escort is missing</source>
        <translation>缺少第二名陪同人员</translation>
    </message>
    <message>
        <source>Inside, but no escort has accepted</source>
        <translation>在内，但无陪同人员接受</translation>
    </message>
    <message>
        <source>Inside without permission</source>
        <translation>未经许可在内</translation>
    </message>
    <message>
        <source>Lead</source>
        <translation>负责人</translation>
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
        <source>Fire equipment keeper</source>
        <translation>消防保管人</translation>
    </message>
    <message>
        <source>Maintenance</source>
        <translation>维护</translation>
    </message>
    <message>
        <source>Operations</source>
        <translation>运维</translation>
    </message>
    <message>
        <source>Monitoring</source>
        <translation>监控</translation>
    </message>
    <message>
        <source>Rounds</source>
        <translation>巡检</translation>
    </message>
    <message>
        <source>Cleaning</source>
        <translation>保洁</translation>
    </message>
    <message>
        <source>Offered to %1</source>
        <translation>已提出移交给 %1</translation>
    </message>
    <message>
        <source> or </source>
        <translation>或</translation>
    </message>
    <message>
        <source>Another approval is needed</source>
        <translation>还须一人批准</translation>
    </message>
    <message>
        <source>Approval needed: %1</source>
        <translation>待批准：%1</translation>
    </message>
    <message>
        <source>Yours to accept</source>
        <translation>待您接受</translation>
    </message>
    <message>
        <source>Not answered: asks the others</source>
        <translation>未答复：已询问其他人</translation>
    </message>
    <message>
        <source>Visitor</source>
        <translation>访客</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Escort</source>
        <translation>陪同人员</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>截止</translation>
    </message>
    <message>
        <source>Inside since</source>
        <translation>进入时间</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>astray</source>
        <translation>脱离陪同</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Approved by</source>
        <translation>批准人</translation>
    </message>
    <message>
        <source>Last reviewed</source>
        <translation>上次复核</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>上次使用</translation>
    </message>
    <message>
        <source>may enter</source>
        <translation>可进入</translation>
    </message>
    <message>
        <source>over</source>
        <translation>已到期</translation>
    </message>
    <message>
        <source>suspended: not reviewed</source>
        <translation>已暂停：未复核</translation>
    </message>
    <message>
        <source>unused for 90 days</source>
        <translation>90 天未使用</translation>
    </message>
    <message>
        <source>Duty</source>
        <translation>职责</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>培训</translation>
    </message>
    <message>
        <source>%1 (deputy)</source>
        <translation>%1（代理）</translation>
    </message>
    <message>
        <source>May escort visitors</source>
        <translation>可陪同访客</translation>
    </message>
    <message>
        <source>not answered: a manager sees to it</source>
        <translation>未获答复：由经理处理</translation>
    </message>
    <message>
        <source>asked: %1</source>
        <translation>已询问：%1</translation>
    </message>
    <message>
        <source>Hand over: the escort&apos;s authorisation or shift ends</source>
        <translation>请移交：陪同人员的授权或班次即将结束</translation>
    </message>
    <message>
        <source>Yours to approve</source>
        <translation>待您批准</translation>
    </message>
    <message>
        <source>Fire brigade</source>
        <translation>消防队</translation>
    </message>
    <message>
        <source>Ambulance</source>
        <translation>救护车</translation>
    </message>
    <message>
        <source>Police</source>
        <translation>警察</translation>
    </message>
    <message>
        <source>Burst pipe</source>
        <translation>水管爆裂</translation>
    </message>
    <message>
        <source>Other helpers</source>
        <translation>其他救援人员</translation>
    </message>
    <message>
        <source>Helpers</source>
        <translation>救援类别</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>所在区域</translation>
    </message>
    <message>
        <source>Came</source>
        <translation>进入时间</translation>
    </message>
    <message>
        <source>Heads</source>
        <translation>人数</translation>
    </message>
    <message>
        <source>Inside</source>
        <translation>在内</translation>
    </message>
    <message>
        <source>Let in by</source>
        <translation>放行人</translation>
    </message>
    <message>
        <source>Who they were</source>
        <translation>身份</translation>
    </message>
    <message>
        <source>confirmed by %1</source>
        <translation>已由 %1 确认</translation>
    </message>
    <message>
        <source>not confirmed in time: an incident</source>
        <translation>逾期未确认：已立案</translation>
    </message>
    <message>
        <source>to be confirmed by %1</source>
        <translation>须在 %1 前确认</translation>
    </message>
    <message>
        <source>noted</source>
        <translation>已记录</translation>
    </message>
    <message>
        <source>not known yet</source>
        <translation>尚不清楚</translation>
    </message>
    <message>
        <source>For</source>
        <translation>用途</translation>
    </message>
    <message>
        <source>needs the fire keeper</source>
        <translation>需要消防保管人</translation>
    </message>
    <message>
        <source>briefed</source>
        <translation>已通过安全须知</translation>
    </message>
    <message>
        <source>not briefed: the door does not open</source>
        <translation>未通过安全须知：门不会打开</translation>
    </message>
    <message>
        <source>the host says: %1</source>
        <translation>接待人说明：%1</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>gatehouse::admin::RoomVisitorsTab</name>
    <message>
        <source>Visitors</source>
        <translation>访客</translation>
    </message>
    <message>
        <source>%1: approved</source>
        <translation>%1：已批准</translation>
    </message>
    <message>
        <source>Who escorts %1?</source>
        <translation>由谁陪同 %1？</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>询问</translation>
    </message>
    <message>
        <source>%1: escort asked</source>
        <translation>%1：已请求陪同</translation>
    </message>
    <message>
        <source>%1: you are the escort</source>
        <translation>%1：由您陪同</translation>
    </message>
    <message>
        <source>%1: declined</source>
        <translation>%1：已谢绝</translation>
    </message>
    <message>
        <source>Hand %1 over to</source>
        <translation>将 %1 移交给</translation>
    </message>
    <message>
        <source>Offer</source>
        <translation>提出移交</translation>
    </message>
    <message>
        <source>%1: offered. You stay in charge until it is accepted.</source>
        <translation>%1：已提出移交。对方接受前仍由您负责。</translation>
    </message>
    <message>
        <source>%1: released</source>
        <translation>%1：陪同已结束</translation>
    </message>
    <message>
        <source>Revoke the access of %1</source>
        <translation>撤销 %1 的准入</translation>
    </message>
    <message>
        <source>The badge is dead for this zone at once.</source>
        <translation>胸牌在此区域立即失效。</translation>
    </message>
    <message>
        <source>Conduct</source>
        <translation>行为不当</translation>
    </message>
    <message>
        <source>The work was stopped</source>
        <translation>作业已停止</translation>
    </message>
    <message>
        <source>Emergency</source>
        <translation>紧急情况</translation>
    </message>
    <message>
        <source>Revoke</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>%1: access revoked</source>
        <translation>%1：准入已撤销</translation>
    </message>
    <message>
        <source>%1: briefed</source>
        <translation>%1：已完成安全须知</translation>
    </message>
    <message>
        <source>When does your shift end?</source>
        <translation>您的班次何时结束？</translation>
    </message>
    <message>
        <source>A quarter of an hour before, you are asked to hand your visitors over.</source>
        <translation>提前一刻钟将提醒您移交访客。</translation>
    </message>
    <message>
        <source>Sign</source>
        <translation>签署</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>结束时间</translation>
    </message>
    <message>
        <source>Your shift ends %1.</source>
        <translation>您的班次于 %1 结束。</translation>
    </message>
    <message>
        <source>That time is past.</source>
        <translation>该时间已过。</translation>
    </message>
    <message>
        <source>Visitors of the zone</source>
        <translation>区域访客</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>批准</translation>
    </message>
    <message>
        <source>Ask an escort…</source>
        <translation>请求陪同…</translation>
    </message>
    <message>
        <source>Accept as escort</source>
        <translation>接受陪同</translation>
    </message>
    <message>
        <source>Decline</source>
        <translation>谢绝</translation>
    </message>
    <message>
        <source>Briefed</source>
        <translation>已告知须知</translation>
    </message>
    <message>
        <source>The visitor was told the room&apos;s rules and answered the questions</source>
        <translation>已向访客告知机房规定，并答对问题</translation>
    </message>
    <message>
        <source>Hand over…</source>
        <translation>移交…</translation>
    </message>
    <message>
        <source>Release…</source>
        <translation>结束陪同…</translation>
    </message>
    <message>
        <source>Revoke…</source>
        <translation>撤销…</translation>
    </message>
    <message>
        <source>My shift…</source>
        <translation>我的班次…</translation>
    </message>
    <message>
        <source>No visitor of the machine room today.</source>
        <translation>今天没有机房访客。</translation>
    </message>
    <message>
        <source>As a guard, decide the case under Waiting.</source>
        <translation>您是保安，请在“等候”中决定此来访。</translation>
    </message>
    <message>
        <source>Decide…</source>
        <translation>决定…</translation>
    </message>
</context>
<context>
    <name>gatehouse::admin::RoundDialog</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Go on later</source>
        <translation>稍后继续</translation>
    </message>
    <message>
        <source>Sign the round</source>
        <translation>签署巡检</translation>
    </message>
    <message>
        <source>in order</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>not in order: incident opened</source>
        <translation>异常：已立案</translation>
    </message>
    <message>
        <source>In order</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>In order: %1</source>
        <translation>正常：%1</translation>
    </message>
    <message>
        <source>Not in order</source>
        <translation>异常</translation>
    </message>
    <message>
        <source>Not in order: %1</source>
        <translation>异常：%1</translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) are logged as inside: the room cannot be closed.</source>
        <translation>
            <numerusform>%n 人登记为在内：机房不能关闭。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n point(s) without an answer</source>
        <translation>
            <numerusform>%n 项未作答</numerusform>
        </translation>
    </message>
    <message>
        <source>Goes dark with the supply: %1</source>
        <translation>随电源断电：%1</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>发现的情况</translation>
    </message>
    <message>
        <source>The round is signed.</source>
        <translation>巡检已签署。</translation>
    </message>
    <message>
        <source>These go dark with the room&apos;s supply</source>
        <translation>以下设备随机房电源断电</translation>
    </message>
    <message>
        <source>I know it; they may go dark</source>
        <translation>我已知晓，可以断电</translation>
    </message>
    <message>
        <source>This opens an incident with somebody who answers for it and a time by which it is put right.</source>
        <translation>将立案，并指定负责人和整改期限。</translation>
    </message>
    <message>
        <source>the zone&apos;s keeper</source>
        <translation>该区域的保管人</translation>
    </message>
    <message>
        <source>Answers for it</source>
        <translation>负责人</translation>
    </message>
    <message>
        <source>Put right by</source>
        <translation>整改期限</translation>
    </message>
</context>
<context>
    <name>gatehouse::admin::RoundsTab</name>
    <message>
        <source>The checklists are signed.</source>
        <translation>检查表已签署。</translation>
    </message>
    <message>
        <source>Rounds</source>
        <translation>巡检</translation>
    </message>
    <message>
        <source>whoever has the duty</source>
        <translation>当值人员</translation>
    </message>
    <message>
        <source>due</source>
        <translation>到期</translation>
    </message>
    <message numerus="yes">
        <source>%n not in order</source>
        <translation>
            <numerusform>%n 项异常</numerusform>
        </translation>
    </message>
    <message>
        <source>all in order</source>
        <translation>全部正常</translation>
    </message>
    <message numerus="yes">
        <source>runs, %n point(s) left</source>
        <translation>
            <numerusform>进行中，剩余 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>next check</source>
        <translation>下次检查</translation>
    </message>
    <message>
        <source>check overdue</source>
        <translation>检查超期</translation>
    </message>
    <message>
        <source>not in order</source>
        <translation>异常</translation>
    </message>
    <message>
        <source>in date</source>
        <translation>在期内</translation>
    </message>
    <message>
        <source>signed</source>
        <translation>已签署</translation>
    </message>
    <message>
        <source>No round is due.</source>
        <translation>没有到期的巡检。</translation>
    </message>
    <message numerus="yes">
        <source>%n round(s) due</source>
        <translation>
            <numerusform>%n 次巡检到期</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without fire training this year</source>
        <translation>
            <numerusform>%n 人本年度未接受消防培训</numerusform>
        </translation>
    </message>
    <message>
        <source>Note the check</source>
        <translation>记录检查</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Begin a round</source>
        <translation>开始巡检</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Checklist</source>
        <translation>检查表</translation>
    </message>
    <message>
        <source>Plan a spot round</source>
        <translation>安排随机巡检</translation>
    </message>
    <message>
        <source>Gatehouse draws the time; nobody sees it before it has come.</source>
        <translation>时间由 Gatehouse 随机抽取，到时之前无人可见。</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>安排</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>所在区域</translation>
    </message>
    <message>
        <source>Within days</source>
        <translation>几天之内</translation>
    </message>
    <message>
        <source>Planned.</source>
        <translation>已安排。</translation>
    </message>
    <message>
        <source>Fire equipment</source>
        <translation>消防器材</translation>
    </message>
    <message>
        <source>A named keeper looks after it and trains the others.</source>
        <translation>由指定保管人负责，并培训他人。</translation>
    </message>
    <message>
        <source>Sign</source>
        <translation>签署</translation>
    </message>
    <message>
        <source>Number on it</source>
        <translation>器材编号</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>器材种类</translation>
    </message>
    <message>
        <source>Keeper</source>
        <translation>保管人</translation>
    </message>
    <message>
        <source>Next check</source>
        <translation>下次检查</translation>
    </message>
    <message>
        <source>%1 is in the list.</source>
        <translation>%1 已列入清单。</translation>
    </message>
    <message>
        <source>Check of %1</source>
        <translation>%1 的检查</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>in order</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>not in order: opens an incident</source>
        <translation>异常：将立案</translation>
    </message>
    <message>
        <source>The check of %1 is noted.</source>
        <translation>%1 的检查已记录。</translation>
    </message>
    <message>
        <source>Fire training given</source>
        <translation>已进行消防培训</translation>
    </message>
    <message>
        <source>Only a fire keeper signs for it.</source>
        <translation>仅消防保管人可签署。</translation>
    </message>
    <message>
        <source>Who was trained</source>
        <translation>受训人</translation>
    </message>
    <message>
        <source>On</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>The training of %1 is noted.</source>
        <translation>%1 的培训已记录。</translation>
    </message>
    <message>
        <source>Somebody is logged as inside: the room cannot be closed.</source>
        <translation>有人登记为在内：机房不能关闭。</translation>
    </message>
    <message>
        <source>The zone has no keeper: a manager names one first.</source>
        <translation>该区域没有保管人：请经理先指定。</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Rounds and fire equipment</source>
        <translation>巡检与消防器材</translation>
    </message>
    <message>
        <source>Sign the customer&apos;s checklists</source>
        <translation>签署客户的检查表</translation>
    </message>
    <message>
        <source>Training given</source>
        <translation>已培训</translation>
    </message>
    <message>
        <source>The checklist is signed.</source>
        <translation>检查表已签署。</translation>
    </message>
    <message>
        <source>The list of loads is signed.</source>
        <translation>负载清单已签署。</translation>
    </message>
    <message>
        <source>Checklists…</source>
        <translation>检查表…</translation>
    </message>
    <message>
        <source>Main supply…</source>
        <translation>总电源…</translation>
    </message>
    <message>
        <source>No rounds and no fire equipment yet. The checklists come first.</source>
        <translation>还没有巡检和消防器材。请先签署检查表。</translation>
    </message>
    <message>
        <source>Begin this one</source>
        <translation>开始此项</translation>
    </message>
    <message>
        <source>Rounds are for who has the duty.</source>
        <translation>巡检由负责人进行。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>gatehouse::admin::SettingsPage</name>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Lock after minutes without use</source>
        <translation>无操作多少分钟后锁定</translation>
    </message>
    <message>
        <source>Arrivals</source>
        <translation>访客到达时</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>打印机</translation>
    </message>
    <message>
        <source>Folder for PDF files</source>
        <translation>PDF 文件夹</translation>
    </message>
    <message>
        <source>Badge</source>
        <translation>胸牌</translation>
    </message>
    <message>
        <source>Camera (device, address, file or folder)</source>
        <translation>摄像头（设备、地址、文件或文件夹）</translation>
    </message>
    <message>
        <source>Kept.</source>
        <translation>已保存。</translation>
    </message>
    <message>
        <source>Take a function key or a key with Ctrl or Alt that nothing else has.</source>
        <translation>请使用功能键，或带 Ctrl、Alt 且未被占用的按键。</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>PDF files in the folder below</source>
        <translation>PDF 文件，存入下面的文件夹</translation>
    </message>
    <message>
        <source>Changing …</source>
        <translation>正在更改……</translation>
    </message>
    <message>
        <source>Your password was changed.</source>
        <translation>密码已更改。</translation>
    </message>
    <message>
        <source>The old password is wrong.</source>
        <translation>旧密码错误。</translation>
    </message>
    <message>
        <source>This workstation</source>
        <translation>本工作站</translation>
    </message>
    <message>
        <source>Your password</source>
        <translation>您的密码</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>as the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>card 86 × 54 mm</source>
        <translation>卡片 86 × 54 mm</translation>
    </message>
    <message>
        <source>label 62 × 100 mm</source>
        <translation>标签 62 × 100 mm</translation>
    </message>
    <message>
        <source>make a sound</source>
        <translation>发出提示音</translation>
    </message>
    <message>
        <source>Old password</source>
        <translation>旧密码</translation>
    </message>
    <message>
        <source>Change password</source>
        <translation>更改密码</translation>
    </message>
</context>
<context>
    <name>gatehouse::admin::SetupPage</name>
    <message>
        <source>Making the keys of the site …</source>
        <translation>正在生成本场所的密钥……</translation>
    </message>
    <message>
        <source>This database already has a site.</source>
        <translation>此数据库中已有场所。</translation>
    </message>
    <message>
        <source>Save the recovery sheet</source>
        <translation>保存恢复单</translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation>PDF 文件 (*.pdf)</translation>
    </message>
    <message>
        <source>Saved: %1. Print it, put the paper in the safe and delete the file.</source>
        <translation>已保存：%1。请打印，将纸质件放入保险柜，并删除该文件。</translation>
    </message>
    <message>
        <source>It could not be saved there.</source>
        <translation>无法保存到该位置。</translation>
    </message>
    <message>
        <source>Checking …</source>
        <translation>正在核对……</translation>
    </message>
    <message>
        <source>This is not the secret on the sheet of this site. Compare it group by group.</source>
        <translation>这不是本场所恢复单上的密钥。请逐组核对。</translation>
    </message>
    <message>
        <source>Make this site</source>
        <translation>建立本场所</translation>
    </message>
    <message>
        <source>The recovery sheet</source>
        <translation>恢复单</translation>
    </message>
    <message>
        <source>Read back</source>
        <translation>核对恢复单</translation>
    </message>
    <message>
        <source>There is no site in this database yet. You become its first manager; there is no other first account.</source>
        <translation>此数据库中还没有场所。您将成为首位经理；除此之外没有其他初始账号。</translation>
    </message>
    <message>
        <source>This sheet alone can restore the site. Print it and put it in the safe; Gatehouse keeps no copy.</source>
        <translation>只有这张单据能恢复本场所。请打印并放入保险柜；Gatehouse 不留副本。</translation>
    </message>
    <message>
        <source>Type or paste the first secret from the printed sheet. The site goes live when it fits, so that nobody works without a sheet.</source>
        <translation>请从打印的恢复单上输入或粘贴第一段密钥。核对相符后本场所才启用，以确保人人都有恢复单。</translation>
    </message>
    <message>
        <source>Name of the site</source>
        <translation>场所名称</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>您的姓名</translation>
    </message>
    <message>
        <source>Your staff number</source>
        <translation>您的工号</translation>
    </message>
    <message>
        <source>Date of your confidentiality agreement</source>
        <translation>您签署保密协议的日期</translation>
    </message>
    <message>
        <source>I also work as a guard</source>
        <translation>我同时担任保安</translation>
    </message>
    <message>
        <source>Make the site</source>
        <translation>建立场所</translation>
    </message>
    <message>
        <source>Recovery secret</source>
        <translation>恢复密钥</translation>
    </message>
    <message>
        <source>Picture of the recovery sheet</source>
        <translation>恢复单图样</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>存为 PDF</translation>
    </message>
    <message>
        <source>I have it on paper</source>
        <translation>我已有纸质恢复单</translation>
    </message>
    <message>
        <source>Recovery secret from the sheet</source>
        <translation>恢复单上的密钥</translation>
    </message>
    <message>
        <source>Back to the sheet</source>
        <translation>返回恢复单</translation>
    </message>
    <message>
        <source>Let the site go live</source>
        <translation>启用本场所</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
</context>
<context>
    <name>gatehouse::admin::SignInPage</name>
    <message>
        <source>Opening your keys …</source>
        <translation>正在打开您的密钥……</translation>
    </message>
    <message>
        <source>Enter staff number and password.</source>
        <translation>请输入工号和密码。</translation>
    </message>
    <message>
        <source>You may try again.</source>
        <translation>可以重试了。</translation>
    </message>
    <message>
        <source>Enter staff number, one-time code and twice the same good password.</source>
        <translation>请输入工号、一次性代码，并两次输入同一个合格的密码。</translation>
    </message>
    <message>
        <source>Staff number and one-time code do not fit together.</source>
        <translation>工号与一次性代码不符。</translation>
    </message>
    <message>
        <source>Your account is ready. Sign in with your new password.</source>
        <translation>您的账号已就绪。请用新密码登录。</translation>
    </message>
    <message>
        <source>Enter the old password and twice the same good new one.</source>
        <translation>请输入旧密码，并两次输入同一个合格的新密码。</translation>
    </message>
    <message>
        <source>The old password is wrong.</source>
        <translation>旧密码错误。</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>First sign-in</source>
        <translation>首次登录</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>新密码</translation>
    </message>
    <message>
        <source>Staff number</source>
        <translation>工号</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>I am new and have a one-time code</source>
        <translation>我是新人，持有一次性代码</translation>
    </message>
    <message>
        <source>One-time code</source>
        <translation>一次性代码</translation>
    </message>
    <message>
        <source>Make my account ready</source>
        <translation>启用我的账号</translation>
    </message>
    <message>
        <source>Back to sign-in</source>
        <translation>返回登录</translation>
    </message>
    <message numerus="yes">
        <source>Your password is older than %n day(s) and must be changed before you go on.</source>
        <translation>
            <numerusform>您的密码已使用超过 %n 天，须先更改方可继续。</numerusform>
        </translation>
    </message>
    <message>
        <source>Old password</source>
        <translation>旧密码</translation>
    </message>
    <message>
        <source>Change password</source>
        <translation>更改密码</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>The one-time code is past its time. Ask a manager for a new one.</source>
        <translation>一次性代码已过期，请向经理索取新的代码。</translation>
    </message>
    <message>
        <source>Sign in as somebody else</source>
        <translation>以其他人登录</translation>
    </message>
    <message>
        <source>Sign in first, then read the badge or the document again.</source>
        <translation>请先登录，再重新扫一次胸牌或证件。</translation>
    </message>
</context>
<context>
    <name>gatehouse::admin::StaffDialog</name>
    <message>
        <source>Invite a person</source>
        <translation>邀请人员</translation>
    </message>
    <message>
        <source>Staff number</source>
        <translation>工号</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>Roles (none: may only be a host)</source>
        <translation>角色（不选：仅可作被访人）</translation>
    </message>
    <message>
        <source>The confidentiality agreement is signed</source>
        <translation>已签署保密协议</translation>
    </message>
    <message>
        <source>Signed on</source>
        <translation>签署日期</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Certify and invite</source>
        <translation>认证并邀请</translation>
    </message>
    <message>
        <source>Managerial staff only</source>
        <translation>仅限管理人员</translation>
    </message>
</context>
<context>
    <name>gatehouse::admin::StaffPage</name>
    <message>
        <source>Staff</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>This staff number belongs, or belonged, to somebody.</source>
        <translation>此工号属于或曾属于他人。</translation>
    </message>
    <message>
        <source>%1 may now be named as host.</source>
        <translation>%1 现在可作为被访人。</translation>
    </message>
    <message>
        <source>The account of %1 has ended.</source>
        <translation>%1 的账号已终止。</translation>
    </message>
    <message>
        <source>Staff number</source>
        <translation>工号</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Agreement signed</source>
        <translation>保密协议签署日期</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Invite a person</source>
        <translation>邀请人员</translation>
    </message>
    <message>
        <source>Print a staff badge</source>
        <translation>打印员工胸牌</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Tick what was handed back. Account, roles, duties and badge end in this act, and the number is never given again.</source>
        <translation>请勾选已交还的物品。签署后账号、角色、职责与胸牌同时终止，工号不再分配给他人。</translation>
    </message>
    <message>
        <source>Still out with this person: %1.</source>
        <translation>此人尚未归还：%1。</translation>
    </message>
    <message>
        <source>%1 leaves</source>
        <translation>%1 离职</translation>
    </message>
    <message>
        <source>Sign and end the account</source>
        <translation>签署并终止账号</translation>
    </message>
    <message>
        <source>Something is neither handed back nor named as missing.</source>
        <translation>有物品既未交还，也未说明缺少。</translation>
    </message>
    <message>
        <source>What is missing opens an incident.</source>
        <translation>缺少的物品将立案。</translation>
    </message>
    <message>
        <source>Missing, in words</source>
        <translation>缺少的物品</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>%1 has an own password by now, or has left: no code is given.</source>
        <translation>%1 已设置自己的密码或已离职，不再发放代码。</translation>
    </message>
    <message>
        <source>New one-time code</source>
        <translation>新的一次性代码</translation>
    </message>
    <message>
        <source>record not certified</source>
        <translation>记录未经认证</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>%1 (%2: %3)</source>
        <translation>%1（%2：%3）</translation>
    </message>
    <message>
        <source>Person leaves…</source>
        <translation>人员离职…</translation>
    </message>
</context>
<context>
    <name>gatehouse::admin::StationsCard</name>
    <message>
        <source>kiosk</source>
        <translation>自助机</translation>
    </message>
    <message>
        <source>door station</source>
        <translation>门禁站</translation>
    </message>
    <message>
        <source>workstation</source>
        <translation>工作站</translation>
    </message>
    <message>
        <source>command line</source>
        <translation>命令行</translation>
    </message>
    <message>
        <source>End the program on “%1”? Whoever stands there then has the machine in hand: be there yourself.</source>
        <translation>结束“%1”上的程序？此后站在机前的人即可操作该机器，请务必亲自在场。</translation>
    </message>
    <message>
        <source>“%1” is released: its program ends as soon as it reads this.</source>
        <translation>“%1”已获准退出：程序读到后即结束。</translation>
    </message>
    <message>
        <source>Stations</source>
        <translation>终端</translation>
    </message>
    <message>
        <source>Revoke…</source>
        <translation>吊销…</translation>
    </message>
    <message>
        <source>Revoke station: %1</source>
        <translation>吊销设备：%1</translation>
    </message>
    <message>
        <source>Revoke station</source>
        <translation>吊销设备</translation>
    </message>
    <message>
        <source>“%1” is revoked.</source>
        <translation>“%1”已吊销。</translation>
    </message>
    <message>
        <source>End “%1” for good? Nothing that it signs counts any more, and badges that it issued, visitors&apos; and staff&apos;s, are dead.</source>
        <translation>永久吊销“%1”？它此后签署的任何内容都不再有效，由它签发的访客胸牌和员工胸牌也全部失效。</translation>
    </message>
    <message>
        <source>Ask to be enrolled</source>
        <translation>请求登记的设备</translation>
    </message>
    <message>
        <source>%1, code %2</source>
        <translation>%1，验证码 %2</translation>
    </message>
    <message>
        <source>Enrol…</source>
        <translation>登记…</translation>
    </message>
    <message>
        <source>Enrol station: %1</source>
        <translation>登记设备：%1</translation>
    </message>
    <message>
        <source>Turn away</source>
        <translation>拒绝</translation>
    </message>
    <message>
        <source>Turn station away: %1</source>
        <translation>拒绝设备：%1</translation>
    </message>
    <message>
        <source>Enrol station</source>
        <translation>登记设备</translation>
    </message>
    <message>
        <source>Does the machine itself show the code %1? Only then enrol “%2”: from then on what it signs counts.</source>
        <translation>该机器自己显示的验证码是 %1 吗？只有一致时才登记“%2”：此后它的签名即有效。</translation>
    </message>
    <message>
        <source>A station of that name is enrolled: revoke it first, or give the new one another name.</source>
        <translation>同名设备已登记：请先吊销它，或为新的另取名称。</translation>
    </message>
    <message>
        <source>“%1” is enrolled: its program goes on by itself.</source>
        <translation>“%1”已登记，其程序会自动继续。</translation>
    </message>
    <message>
        <source>“%1” was turned away.</source>
        <translation>已拒绝“%1”。</translation>
    </message>
    <message>
        <source>End its program</source>
        <translation>结束其程序</translation>
    </message>
    <message>
        <source>End the program of %1</source>
        <translation>结束 %1 的程序</translation>
    </message>
    <message>
        <source>A station whose program you end is free for work on it; a revoked station counts no more. A spare machine asks with “gatehousectl station enrol”, and you enrol it here. What you sign stays in the log.</source>
        <translation>结束程序后，即可在该机器上操作；被吊销的设备不再有效。备用机器用“gatehousectl station enrol”提出请求，由您在此登记。您签署的内容会保留在日志中。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>gatehouse::admin::SupplyDialog</name>
    <message>
        <source>Main supply: %1</source>
        <translation>总电源：%1</translation>
    </message>
    <message>
        <source>What goes dark when the closing round cuts the main power. The round warns of servers, stations and locks.</source>
        <translation>下班巡检切断总电源时断电的设备。巡检会对服务器、终端和门锁发出警告。</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>As on the switchboard</source>
        <translation>配电盘上的名称</translation>
    </message>
    <message>
        <source>Sign the list</source>
        <translation>签署</translation>
    </message>
</context>
<context>
    <name>gatehouse::admin::Texts</name>
    <message>
        <source>This workstation is not enrolled for this site. A manager enrols it with gatehousectl.</source>
        <translation>本工作站未在此场所注册。请经理用 gatehousectl 注册。</translation>
    </message>
    <message>
        <source>It was not found. It may have been removed meanwhile.</source>
        <translation>未找到，可能已被移除。</translation>
    </message>
    <message>
        <source>Something that was entered does not fit. Check the fields and try again.</source>
        <translation>填写的内容不符合要求。请检查后重试。</translation>
    </message>
    <message>
        <source>Somebody was faster: this has been done already.</source>
        <translation>他人已先行处理：此事已完成。</translation>
    </message>
    <message>
        <source>Your role does not allow this.</source>
        <translation>您的角色不允许此操作。</translation>
    </message>
    <message>
        <source>Staff number and password do not fit together.</source>
        <translation>工号与密码不符。</translation>
    </message>
    <message numerus="yes">
        <source>Too many wrong attempts. Try again in %n second(s).</source>
        <translation>
            <numerusform>错误次数过多。请在 %n 秒后重试。</numerusform>
        </translation>
    </message>
    <message>
        <source>It is past its time.</source>
        <translation>已超过时限。</translation>
    </message>
    <message>
        <source>A rule forbids it; the findings say which.</source>
        <translation>规定禁止此操作，详见规则核查。</translation>
    </message>
    <message>
        <source>An error of the program. Nothing was changed; please tell whoever looks after Gatehouse.</source>
        <translation>程序出错，未作任何更改。请告知维护 Gatehouse 的人员。</translation>
    </message>
    <message>
        <source>The database was written by a newer version of Gatehouse. Update this workstation.</source>
        <translation>数据库由更新版本的 Gatehouse 写入。请升级本工作站。</translation>
    </message>
    <message>
        <source>This database belongs to another site than the one this workstation was enrolled for. Nothing of it is believed.</source>
        <translation>此数据库属于另一场所，并非本工作站注册的场所。其中内容一概不予采信。</translation>
    </message>
    <message>
        <source>The log does not verify: somebody changed the database. Nothing is issued or accepted. Call the manager.</source>
        <translation>日志未通过验证：有人更改了数据库。不发放、不接受任何胸牌。请通知经理。</translation>
    </message>
    <message>
        <source>The database is not there any more. Gatehouse keeps trying.</source>
        <translation>数据库已不存在。Gatehouse 会继续尝试。</translation>
    </message>
    <message>
        <source>Good password.</source>
        <translation>密码合格。</translation>
    </message>
    <message>
        <source>Too short: at least 12 characters. A sentence of four words is easy to keep in mind.</source>
        <translation>太短：至少 12 个字符。由四个词组成的句子便于记忆。</translation>
    </message>
    <message>
        <source>Too long.</source>
        <translation>太长。</translation>
    </message>
    <message>
        <source>This is one of the passwords that are tried first.</source>
        <translation>这是最先被猜测的密码之一。</translation>
    </message>
    <message>
        <source>It must not be made of the staff number, the name or the site.</source>
        <translation>不得由工号、姓名或场所名称构成。</translation>
    </message>
    <message>
        <source>Too easy to guess: use more different characters or words.</source>
        <translation>太容易被猜到：请使用更多不同的字符或词语。</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>等候</translation>
    </message>
    <message>
        <source>approved</source>
        <translation>已批准</translation>
    </message>
    <message>
        <source>denied</source>
        <translation>已拒绝</translation>
    </message>
    <message>
        <source>lapsed</source>
        <translation>已失效</translation>
    </message>
    <message>
        <source>on site</source>
        <translation>在场</translation>
    </message>
    <message>
        <source>departed</source>
        <translation>已离开</translation>
    </message>
    <message>
        <source>closed by system</source>
        <translation>系统关闭</translation>
    </message>
    <message>
        <source>attended</source>
        <translation>已接待</translation>
    </message>
    <message>
        <source>pass</source>
        <translation>通过</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>blocks</source>
        <translation>禁止</translation>
    </message>
    <message>
        <source>warning: reason needed</source>
        <translation>警告：须填理由</translation>
    </message>
    <message>
        <source>blocks: take it</source>
        <translation>禁止：请收存</translation>
    </message>
    <message>
        <source>blocks: look at it</source>
        <translation>禁止：请查看</translation>
    </message>
    <message>
        <source>✓ checked</source>
        <translation>✓ 已校验</translation>
    </message>
    <message>
        <source>read, compare</source>
        <translation>已读取，请核对</translation>
    </message>
    <message>
        <source>typed</source>
        <translation>手工输入</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>declared</source>
        <translation>已申报</translation>
    </message>
    <message>
        <source>handed in, tag %1</source>
        <translation>已交存，寄存牌 %1</translation>
    </message>
    <message>
        <source>given back</source>
        <translation>已退还</translation>
    </message>
    <message>
        <source>en</source>
        <comment>language code</comment>
        <extracomment>The language of this translation: zh in the Chinese one.</extracomment>
        <translation>zh</translation>
    </message>
    <message>
        <source>host only</source>
        <translation>仅作被访人</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>批准</translation>
    </message>
    <message>
        <source>Deny</source>
        <translation>拒绝</translation>
    </message>
    <message>
        <source>Ask the visitor</source>
        <translation>询问访客</translation>
    </message>
    <message>
        <source>Original seen, face matches</source>
        <translation>已查看原件、人证相符</translation>
    </message>
    <message>
        <source>Open the document picture</source>
        <translation>打开证件图像</translation>
    </message>
    <message>
        <source>Print the badge here</source>
        <translation>在此打印胸牌</translation>
    </message>
    <message>
        <source>Register a visitor</source>
        <translation>登记访客</translation>
    </message>
    <message>
        <source>Print the roll call</source>
        <translation>打印点名表</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>锁定</translation>
    </message>
    <message>
        <source>Find a visitor</source>
        <translation>查找访客</translation>
    </message>
    <message>
        <source>Read a badge</source>
        <translation>读取胸牌</translation>
    </message>
    <message>
        <source>Emergency entry</source>
        <translation>紧急进入</translation>
    </message>
    <message>
        <source>Next who waits</source>
        <translation>下一位等候者</translation>
    </message>
    <message>
        <source>blocks: take it or allow it</source>
        <translation>禁止：收存或批准</translation>
    </message>
    <message>
        <source>allowed: %1</source>
        <translation>已指名批准：%1</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 小时 %2 分</translation>
    </message>
    <message>
        <source>A key in the database is not the one that the log names: somebody replaced it. Nobody signs in before it is put right. Call the manager; “gatehousectl log verify” names it.</source>
        <translation>数据库中的一个密钥与日志所记不符，已被人替换。恢复之前任何人不能登录。请通知经理；“gatehousectl log verify”会指出是哪一个。</translation>
    </message>
    <message>
        <source>The clock of this workstation is wrong: nobody new is admitted.</source>
        <translation>本工作站的时钟有误，不得放行新的访客。</translation>
    </message>
    <message>
        <source>The clock of this workstation is wrong: nobody new is admitted before it is set right. If it is right, a manager signs in here and confirms it.</source>
        <translation>本工作站的时钟有误，校准之前不得放行新的访客。如时间无误，请由经理在此登录并确认。</translation>
    </message>
    <message>
        <source>The database is damaged. Stop Gatehouse on every machine, and put a copy of the database in its place that was made while it was stopped.</source>
        <translation>数据库已损坏。请在所有机器上停止 Gatehouse，并换上停机时所做的数据库副本。</translation>
    </message>
    <message>
        <source>The record of this account was changed by hand, and nobody signed for it. It does not count: call a manager.</source>
        <translation>此账户的记录被人手工更改且无人签名，因此无效：请通知经理。</translation>
    </message>
    <message>
        <source>Nobody signed for this visit: its record was written by hand.</source>
        <translation>此次来访无人签名：记录是手工写入的。</translation>
    </message>
    <message>
        <source>The record says “%1”, nobody signed for it: the signed entries say “%2”.</source>
        <translation>记录为“%1”，但无人签名：已签名的条目为“%2”。</translation>
    </message>
    <message>
        <source>what was asked for</source>
        <translation>申请内容</translation>
    </message>
    <message>
        <source>who decided</source>
        <translation>审批人</translation>
    </message>
    <message>
        <source>when the visitor came</source>
        <translation>到达时间</translation>
    </message>
    <message>
        <source>when it was decided</source>
        <translation>审批时间</translation>
    </message>
    <message>
        <source>when the visitor entered</source>
        <translation>进入时间</translation>
    </message>
    <message>
        <source>when the visitor left</source>
        <translation>离开时间</translation>
    </message>
    <message>
        <source>whether the original was seen</source>
        <translation>是否核对原件</translation>
    </message>
    <message>
        <source>The record was changed by hand, and nobody signed for it: %1.</source>
        <translation>记录被人手工更改且无人签名：%1。</translation>
    </message>
    <message>
        <source>This workstation has the keys of another site, which would be lost. Move them away first, or choose another folder with GATEHOUSE_CONFIG.</source>
        <translation>本工作站存有另一场所的密钥，继续会使其丢失。请先将其移走，或用 GATEHOUSE_CONFIG 另选文件夹。</translation>
    </message>
    <message>
        <source>This workstation has the keys of a site, but there is no such site in the database “%1”. Put the database back, or name the right one. To make another site, move the old keys away first or choose another folder with GATEHOUSE_CONFIG.</source>
        <translation>本工作站存有某一场所的密钥，但数据库“%1”中没有该场所。请放回数据库，或指定正确的数据库。如要新建场所，请先移走旧密钥，或用 GATEHOUSE_CONFIG 另选文件夹。</translation>
    </message>
    <message>
        <source>The database is locked by another program. Nothing is stored until it is free; Gatehouse keeps trying.</source>
        <translation>数据库被其他程序锁定，解锁之前无法保存；Gatehouse 会继续尝试。</translation>
    </message>
    <message>
        <source>The database cannot be written: file or disk is read-only. Nothing new is stored.</source>
        <translation>数据库无法写入：文件或磁盘为只读，无法保存新内容。</translation>
    </message>
    <message>
        <source>The disk is full. Nothing new is stored until there is room.</source>
        <translation>磁盘已满，腾出空间之前无法保存新内容。</translation>
    </message>
    <message>
        <source>The database cannot be reached. Nothing is stored before it is back; Gatehouse keeps trying.</source>
        <translation>无法连接数据库，恢复之前无法保存；Gatehouse 会继续尝试。</translation>
    </message>
    <message>
        <source>a badge that was issued before the visit was approved</source>
        <translation>在来访获批之前就发出的胸牌</translation>
    </message>
    <message>
        <source>The database is locked by another program. Nothing was stored: do it again when it is free.</source>
        <translation>数据库被其他程序锁定，刚才的操作未保存。请在解锁后重做。</translation>
    </message>
    <message>
        <source>The database cannot be reached. Nothing was stored: do it again when it is back.</source>
        <translation>无法连接数据库，刚才的操作未保存。请在恢复后重做。</translation>
    </message>
    <message>
        <source>The file “pepper” is missing in the folder of this workstation&apos;s keys. Put it back, or have it asked for by “gatehousectl station enrol --kind admin --replace”, as the recovery sheet has it.</source>
        <translation>本工作站的密钥文件夹中缺少文件“pepper”。请将其放回，或按恢复单所述运行“gatehousectl station enrol --kind admin --replace”，由其重新询问。</translation>
    </message>
    <message>
        <source>A file of this workstation&apos;s keys is damaged. Put your copy of it in its place, or enrol the workstation again with gatehousectl. The database is not touched.</source>
        <translation>本工作站的一个密钥文件已损坏。请用您的副本替换它，或用 gatehousectl 重新登记本工作站。数据库未受影响。</translation>
    </message>
    <message>
        <source>A file of this workstation&apos;s keys is open to others, or cannot be opened. Only the account that runs Gatehouse may read it (mode 0600).</source>
        <translation>本工作站的一个密钥文件可被他人读取，或无法打开。只有运行 Gatehouse 的账户可以读取它（权限 0600）。</translation>
    </message>
    <message>
        <source>Withdrawn by the visitor</source>
        <translation>访客已撤回</translation>
    </message>
    <message>
        <source>Lapsed: the time of the visit was over</source>
        <translation>已失效：来访时间已过</translation>
    </message>
    <message>
        <source>Lapsed: nobody answered in time</source>
        <translation>已失效：无人及时处理</translation>
    </message>
    <message>
        <source>Lapsed or withdrawn</source>
        <translation>已失效或撤回</translation>
    </message>
</context>
<context>
    <name>gatehouse::admin::TimeQuestion</name>
    <message>
        <source>The time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>This machine says %1, but its clock was set while Gatehouse ran. Set it right, or end Gatehouse and start it again; then the time can be confirmed.</source>
        <translation>本机时间为 %1，但时钟在 Gatehouse 运行期间被调整过。请校准时钟，或关闭 Gatehouse 后重新启动，然后才能确认时间。</translation>
    </message>
    <message>
        <source>This machine says %1. The latest entry of the log says %2, which is still to come. Look at another clock: is this machine&apos;s time right? Your answer is written to the log, and all stations go by it.</source>
        <translation>本机时间为 %1。日志中最晚的记录为 %2，该时间尚未到来。请对照其他时钟：本机时间是否正确？您的回答将记入日志，所有终端以此为准。</translation>
    </message>
    <message>
        <source>The time is right</source>
        <translation>时间无误</translation>
    </message>
    <message>
        <source>That entry is number %1 and was written by %2.</source>
        <translation>该条记录为第 %1 条，由 %2 写入。</translation>
    </message>
</context>
<context>
    <name>gatehouse::admin::TopBar</name>
    <message>
        <source>Find a visitor, badge, host</source>
        <translation>查找访客、胸牌、被访人</translation>
    </message>
    <message>
        <source>Register visitor</source>
        <translation>登记访客</translation>
    </message>
</context>
<context>
    <name>gatehouse::admin::TroubleBanner</name>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>The clock of this workstation is wrong: nobody new is admitted before it is set right. If it is right, confirm it.</source>
        <translation>本工作站的时钟有误，校准之前不得放行新的访客。如时间无误，请确认。</translation>
    </message>
    <message>
        <source>Confirm the time…</source>
        <translation>确认时间…</translation>
    </message>
    <message>
        <source>The log does not verify: somebody changed the database. Nothing is issued or accepted. Run “gatehousectl log verify”, which names the first bad entry, and go on with a backup from before it.</source>
        <translation>日志未通过验证：有人更改了数据库。不发放、不接受任何胸牌。请运行“gatehousectl log verify”，它会指出第一条有问题的记录，并改用此前的备份。</translation>
    </message>
</context>
<context>
    <name>gatehouse::admin::UnansweredCard</name>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>asked %1, ended %2</source>
        <translation>%1 申请，%2 终止</translation>
    </message>
    <message>
        <source>waits with number %1</source>
        <translation>凭 %1 号等候</translation>
    </message>
    <message numerus="yes">
        <source>and %n more: see the visit log</source>
        <translation>
            <numerusform>另有 %n 项，见来访登记表</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) ended: nobody answered within 30 minutes</source>
        <translation>
            <numerusform>%n 项申请已终止：30 分钟内无人答复</numerusform>
        </translation>
    </message>
    <message>
        <source>Speak to the visitor. Whoever still wants to come in registers again.</source>
        <translation>请告知访客。仍需进入者请重新登记。</translation>
    </message>
    <message>
        <source>Noted</source>
        <translation>知道了</translation>
    </message>
</context>
<context>
    <name>gatehouse::admin::UndoBar</name>
    <message numerus="yes">
        <source>%1 and %n other(s)</source>
        <translation>
            <numerusform>%1 及其他 %n 人</numerusform>
        </translation>
    </message>
    <message>
        <source>Approving %1. Written in %2 s.</source>
        <translation>即将批准 %1，%2 秒后写入。</translation>
    </message>
    <message>
        <source>Denying %1. Written in %2 s.</source>
        <translation>即将拒绝 %1，%2 秒后写入。</translation>
    </message>
    <message>
        <source>Attended to: %1. Written in %2 s.</source>
        <translation>即将登记已接待：%1，%2 秒后写入。</translation>
    </message>
    <message>
        <source>Call back  [Esc]</source>
        <translation>撤回  [Esc]</translation>
    </message>
    <message>
        <source>Call back</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>Write now</source>
        <translation>立即写入</translation>
    </message>
    <message>
        <source>Approving %1. It is being written …</source>
        <translation>正在批准 %1，正在写入……</translation>
    </message>
    <message>
        <source>Denying %1. It is being written …</source>
        <translation>正在拒绝 %1，正在写入……</translation>
    </message>
    <message>
        <source>Attended to: %1. It is being written …</source>
        <translation>已处理：%1，正在写入……</translation>
    </message>
</context>
<context>
    <name>gatehouse::admin::VisitRows</name>
    <message>
        <source>Arrived</source>
        <translation>到达</translation>
    </message>
    <message>
        <source>Entered</source>
        <translation>进入</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>离开</translation>
    </message>
    <message>
        <source>Visitor</source>
        <translation>访客</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>被访人</translation>
    </message>
    <message>
        <source>Zones</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>Authorised by</source>
        <translation>批准人</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>所在区域</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>进入时间</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>截止时间</translation>
    </message>
    <message>
        <source>Escort</source>
        <translation>陪同</translation>
    </message>
    <message>
        <source>required</source>
        <translation>须陪同</translation>
    </message>
    <message>
        <source>overdue</source>
        <translation>超时</translation>
    </message>
    <message>
        <source>on site</source>
        <translation>在场</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>经过</translation>
    </message>
    <message>
        <source>Proof</source>
        <translation>证明</translation>
    </message>
    <message>
        <source>Registered</source>
        <translation>已登记</translation>
    </message>
    <message>
        <source>Original seen, face matches</source>
        <translation>已查看原件、人证相符</translation>
    </message>
    <message>
        <source>Asked the visitor</source>
        <translation>已询问访客</translation>
    </message>
    <message>
        <source>The visitor answered</source>
        <translation>访客已答复</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>已批准</translation>
    </message>
    <message>
        <source>Denied</source>
        <translation>已拒绝</translation>
    </message>
    <message>
        <source>Attended to</source>
        <translation>已接待</translation>
    </message>
    <message>
        <source>Departed</source>
        <translation>已离开</translation>
    </message>
    <message>
        <source>Closed by the system</source>
        <translation>系统关闭</translation>
    </message>
    <message>
        <source>Waits with a pick-up number</source>
        <translation>凭号等候</translation>
    </message>
    <message>
        <source>Badge issued</source>
        <translation>胸牌已发放</translation>
    </message>
    <message>
        <source>Badge returned</source>
        <translation>胸牌已归还</translation>
    </message>
    <message>
        <source>Badge ended</source>
        <translation>胸牌已失效</translation>
    </message>
    <message>
        <source>Document picture opened</source>
        <translation>已打开证件图像</translation>
    </message>
    <message>
        <source>Item handed in</source>
        <translation>物品已交存</translation>
    </message>
    <message>
        <source>Item given back</source>
        <translation>物品已退还</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>verified</source>
        <translation>已验证</translation>
    </message>
    <message>
        <source>does not verify</source>
        <translation>未通过验证</translation>
    </message>
    <message>
        <source>Badge sent to the kiosk again</source>
        <translation>胸牌内容已重新发往自助机</translation>
    </message>
    <message>
        <source>Item allowed by name</source>
        <translation>物品已指名批准携带</translation>
    </message>
    <message>
        <source>Carried items looked at on leaving</source>
        <translation>离开时已核对携带物品</translation>
    </message>
    <message>
        <source>Safety briefing passed</source>
        <translation>已完成安全须知</translation>
    </message>
    <message>
        <source>Work in an escorted zone stated</source>
        <translation>已说明陪同区域内的作业</translation>
    </message>
    <message>
        <source>Escort asked</source>
        <translation>已请求陪同人员</translation>
    </message>
    <message>
        <source>Escort accepted</source>
        <translation>陪同人员已接受</translation>
    </message>
    <message>
        <source>Escort declined</source>
        <translation>陪同人员已谢绝</translation>
    </message>
    <message>
        <source>Offered to another escort</source>
        <translation>已提交给另一陪同人员</translation>
    </message>
    <message>
        <source>Released by the escort</source>
        <translation>陪同人员已确认结束</translation>
    </message>
    <message>
        <source>Access to the room revoked</source>
        <translation>机房进入权限已撤销</translation>
    </message>
    <message>
        <source>Badge lost</source>
        <translation>胸牌遗失</translation>
    </message>
    <message>
        <source>not proven</source>
        <translation>未能核实</translation>
    </message>
    <message>
        <source>exported by %1 (%2) at %3</source>
        <translation>由 %1（%2）于 %3 导出</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>来访事由</translation>
    </message>
    <message>
        <source>%1, clock wrong</source>
        <translation>%1，时钟有误</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>时钟</translation>
    </message>
    <message>
        <source>wrong when leaving</source>
        <translation>离开时有误</translation>
    </message>
    <message>
        <source>%1, tag %2</source>
        <translation>%1，寄存牌 %2</translation>
    </message>
    <message>
        <source>Let in at the door</source>
        <translation>门口放行进入</translation>
    </message>
    <message>
        <source>Let out at the door</source>
        <translation>门口放行离开</translation>
    </message>
    <message>
        <source>Refused at the door</source>
        <translation>门口被拒</translation>
    </message>
    <message>
        <source>Did not go through the door</source>
        <translation>未通过该门</translation>
    </message>
    <message>
        <source>Entered from a paper form</source>
        <translation>由纸质登记表补录</translation>
    </message>
    <message>
        <source>Alarm: %1</source>
        <translation>警报：%1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>What was said is sealed: it does not open with your keys.</source>
        <translation>内容已密封：您的密钥无法打开。</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>“%1”</translation>
    </message>
    <message>
        <source>Reason: %1</source>
        <translation>理由：%1</translation>
    </message>
</context>
<context>
    <name>gatehouse::admin::WaitingPage</name>
    <message>
        <source>Waiting</source>
        <translation>等候</translation>
    </message>
    <message>
        <source>Nobody is waiting.</source>
        <translation>没有人在等候。</translation>
    </message>
    <message>
        <source>Choose a visitor on the left.</source>
        <translation>请在左侧选择一位访客。</translation>
    </message>
    <message>
        <source>This visit&apos;s data were changed by somebody. It cannot be decided on; call the manager.</source>
        <translation>此来访的数据已被人更改，不能据此决定。请通知经理。</translation>
    </message>
    <message>
        <source>Deny %1</source>
        <translation>拒绝 %1</translation>
    </message>
    <message>
        <source>The reason is sealed. The visitor sees only whom to ask.</source>
        <translation>理由加密保存。访客只会看到应询问谁。</translation>
    </message>
    <message>
        <source>Deny</source>
        <translation>拒绝</translation>
    </message>
    <message>
        <source>In own words</source>
        <translation>自行填写</translation>
    </message>
    <message>
        <source>Ask %1</source>
        <translation>询问 %1</translation>
    </message>
    <message>
        <source>The question appears on the kiosk.</source>
        <translation>问题将显示在自助机上。</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>询问</translation>
    </message>
    <message>
        <source>The question is on the kiosk.</source>
        <translation>问题已显示在自助机上。</translation>
    </message>
    <message>
        <source>Already done: the visit is %1.</source>
        <translation>已经处理：此来访%1。</translation>
    </message>
    <message>
        <source>Already decided by %1.</source>
        <translation>已由 %1 决定。</translation>
    </message>
    <message>
        <source>The kiosk is not running: own words cannot reach it.</source>
        <translation>自助机未运行：自行填写的内容无法送达。</translation>
    </message>
    <message>
        <source>%1 was denied.</source>
        <translation>%1 已被拒绝。</translation>
    </message>
    <message>
        <source>%1 was attended to.</source>
        <translation>%1 已接待。</translation>
    </message>
    <message>
        <source>Your approval of %1 is written: %2 of %3.</source>
        <translation>您对 %1 的批准已写入：第 %2 次，共需 %3 次。</translation>
    </message>
    <message>
        <source>%1 is approved. Print the badge here.</source>
        <translation>%1 已批准。请在此打印胸牌。</translation>
    </message>
    <message>
        <source>%1 is approved. The badge comes out at the kiosk.</source>
        <translation>%1 已批准。胸牌将在自助机上打印。</translation>
    </message>
    <message>
        <source>Visitors who wait</source>
        <translation>等候的访客</translation>
    </message>
    <message>
        <source>Next who waits</source>
        <translation>下一位等候者</translation>
    </message>
    <message>
        <source>One who still waits has a warning that you have not answered. Open that visit and decide on it there.</source>
        <translation>仍在等候的人员中，有一人的警告您尚未处理。请打开该来访记录单独决定。</translation>
    </message>
    <message>
        <source>Nothing was stored: do it again.</source>
        <translation>刚才的操作未保存，请重做。</translation>
    </message>
    <message numerus="yes">
        <source>%1 is approved. The badge comes out at the kiosk when the others of the party are decided: %n left.</source>
        <translation>
            <numerusform>%1 已获批准。同行者全部处理后，胸牌由自助机打印：还剩 %n 人。</numerusform>
        </translation>
    </message>
    <message>
        <source>This case is not open to your role.</source>
        <translation>您的角色无权查看此来访。</translation>
    </message>
</context>
<context>
    <name>gatehouse::admin::Workspace</name>
    <message numerus="yes">
        <source>%n visitor(s) wait</source>
        <translation>
            <numerusform>%n 位访客等候</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new visitor(s) wait.</source>
        <translation>
            <numerusform>新到 %n 位访客等候。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · staff number %2
%3</source>
        <translation>%1 · 工号 %2
%3</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
    <message numerus="yes">
        <source>%n incident(s) overdue</source>
        <translation>
            <numerusform>%n 起事件超时</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) due</source>
        <translation>
            <numerusform>%n 项到期</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n astray</source>
        <translation>
            <numerusform>%n 位脱离陪同</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n wait(s) for you</source>
        <translation>
            <numerusform>%n 项待您处理</numerusform>
        </translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>锁定</translation>
    </message>
    <message>
        <source>Nobody answered in time, the request ended: %1.</source>
        <translation>未及时答复，申请已终止：%1。</translation>
    </message>
    <message>
        <source>Enter searches the visit log.</source>
        <translation>按回车键在来访登记表中查找。</translation>
    </message>
    <message numerus="yes">
        <source>%n overdue</source>
        <translation>
            <numerusform>%n 位超时</numerusform>
        </translation>
    </message>
    <message>
        <source>The time is over, still on site: %1.</source>
        <translation>已超时，仍在场内：%1。</translation>
    </message>
    <message>
        <source>Visitors are registered by a guard or a manager.</source>
        <translation>访客由保安或经理登记。</translation>
    </message>
</context>
<context>
    <name>gatehouse::admin::ZonesCard</name>
    <message>
        <source>confidentiality signed</source>
        <translation>需签署保密承诺</translation>
    </message>
    <message numerus="yes">
        <source>safety briefing, holds %n day(s)</source>
        <translation>
            <numerusform>需完成安全须知，有效 %n 天</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n visitor(s) for one escort</source>
        <translation>
            <numerusform>每名陪同人员最多带 %n 名访客</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>records kept %n day(s)</source>
        <translation>
            <numerusform>记录保留 %n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>handed in: %1</source>
        <translation>须交存：%1</translation>
    </message>
    <message>
        <source>handed in or allowed by name: %1</source>
        <translation>须交存或指名批准：%1</translation>
    </message>
    <message>
        <source>This zone was signed before cameras and recorders were controlled: choose “Items…” and sign it anew.</source>
        <translation>此区域签署时尚未管控相机和录音设备：请选择“物品…”并重新签署。</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>更改…</translation>
    </message>
    <message>
        <source>Change what %1 asks</source>
        <translation>更改%1的要求</translation>
    </message>
    <message>
        <source>Items…</source>
        <translation>物品…</translation>
    </message>
    <message>
        <source>Items in %1</source>
        <translation>%1的物品规定</translation>
    </message>
    <message>
        <source>Every station asks for this as soon as you have signed.</source>
        <translation>您签署后，各工作站立即按此要求执行。</translation>
    </message>
    <message>
        <source>Sign</source>
        <translation>签署</translation>
    </message>
    <message>
        <source>Visitors sign the confidentiality terms</source>
        <translation>访客须签署保密承诺</translation>
    </message>
    <message>
        <source>Visitors pass the safety briefing</source>
        <translation>访客须完成安全须知</translation>
    </message>
    <message>
        <source>A briefing holds, days</source>
        <translation>安全须知有效天数</translation>
    </message>
    <message>
        <source>Visitors for one escort</source>
        <translation>每名陪同人员的访客人数</translation>
    </message>
    <message>
        <source>Records are kept, days</source>
        <translation>记录保留天数</translation>
    </message>
    <message>
        <source>Who declares it hands it in against a numbered tag before the visit is approved.</source>
        <translation>申报此类物品的访客须在批准前凭寄存牌交存。</translation>
    </message>
    <message>
        <source>may be carried</source>
        <translation>可以携带</translation>
    </message>
    <message>
        <source>is handed in</source>
        <translation>须交存</translation>
    </message>
    <message>
        <source>is handed in, or allowed by name</source>
        <translation>须交存，或指名批准</translation>
    </message>
    <message>
        <source>%1 is signed. Every station asks for it from now on.</source>
        <translation>%1 已签署，各工作站即刻按此执行。</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>没有任何更改。</translation>
    </message>
    <message>
        <source>Zones</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>What a zone asks of its visitors. A manager&apos;s signature puts it in force.</source>
        <translation>各区域对访客的要求，由经理签署后生效。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
</context>
</TS>
