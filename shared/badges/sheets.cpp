// SPDX-License-Identifier: GPL-3.0-or-later
#include "sheets.h"

#include "textfit.h"
#include "wording.h"

#include <QLocale>

#include <algorithm>

namespace gatehouse::badges
{

namespace
{

constexpr Typeface kHeavy{true, false};
constexpr Typeface kLight{};
constexpr Typeface kTyped{true, true};
const QSizeF kA4(210, 297);
const Qt::Alignment kTopLeft = Qt::AlignLeft | Qt::AlignTop;
const Qt::Alignment kMidLeft = Qt::AlignLeft | Qt::AlignVCenter;
const Qt::Alignment kMidRight = Qt::AlignRight | Qt::AlignVCenter;
const Qt::Alignment kMiddle = Qt::AlignHCenter | Qt::AlignVCenter;
constexpr qreal kMargin = 18;

QList<TextLine> add(Drawing &page, const QString &text, const QRectF &box, const TextStyle &style, const TextMeasure &measure)
{
    const auto lines = fitText(text, box, style, measure);
    page.texts.append(lines);
    return lines;
}

QString inGroups(const QString &secret, int groupsALine)
{
    QString plain;
    for (const QChar c : secret) {
        if (c.isLetterOrNumber())
            plain.append(c);
    }
    QString grouped;
    for (int i = 0; i < plain.size(); i += 4) {
        if (i > 0)
            grouped += QLatin1Char((i / 4) % groupsALine == 0 ? '\n' : ' ');
        grouped += plain.mid(i, 4);
    }
    return grouped;
}

const QStringList &recoveryInstructions()
{
    static const QStringList texts{
        QStringLiteral("This sheet alone can restore the site's keys. Whoever holds it can open every record of this site."),
        QStringLiteral("凭此页可恢复本场所的全部密钥。持有此页者可打开本场所的所有记录。"),
        QStringLiteral("Keep it in a sealed envelope in a safe. Make no photograph and no copy on a computer."),
        QStringLiteral("请装入密封信封并存放于保险柜。请勿拍照，请勿在电脑中留存副本。"),
        QStringLiteral("It is read back once before the site goes live, and then only to restore the site or to replace a lost "
                       "manager."),
        QStringLiteral("场所启用前须回读核对一次；此后仅在恢复场所或更换失去密钥的管理人员时使用。"),
        QStringLiteral("Note on the envelope who sealed it and when. If the seal is broken, treat the site's keys as lost."),
        QStringLiteral("请在信封上注明封存人及时间。封条如有破损，应视为密钥已泄露。")};
    return texts;
}

void recoveryText(Drawing &page, qreal y, const TextMeasure &measure)
{
    for (int i = 0; i < recoveryInstructions().size(); ++i) {
        const auto lines = add(page, recoveryInstructions().at(i), QRectF(kMargin, y, kA4.width() - 2 * kMargin, 14),
                               {Role::Body, 4, 3, 2, kLight, false, kTopLeft}, measure);
        y = bottomOf(lines, y) + (i % 2 == 0 ? 0.4 : 3);
    }
}

// One secret of the sheet: its groups at the left, its code at the right.
[[nodiscard]] Result<void> addSecret(Drawing &page, const QString &caption, const QString &secret, qreal top,
                                     const TextMeasure &measure)
{
    constexpr int linesAtMost = 4;
    GATEHOUSE_TRY_ASSIGN(const QrCode code, QrCode::encode(secret));
    const QStringList lines = inGroups(secret, 4).split(QLatin1Char('\n'));
    if (lines.size() > linesAtMost)
        return fail(ErrorCode::Invalid, QStringLiteral("the secret is too long for the sheet"));
    add(page, caption, QRectF(kMargin, top, 110, 7), {Role::Heading, 4.6, 4, 1, kHeavy, false, kMidLeft}, measure);
    for (int i = 0; i < lines.size(); ++i) {
        add(page, lines.at(i), QRectF(kMargin, top + 9 + i * 8.6, 110, 8.4), {Role::Secret, 6.4, 4, 1, kTyped, false, kMidLeft},
            measure);
    }
    page.codes.append({QRectF(148, top + 3, 40, 40), code});
    return {};
}

// ------------------------------------------------------------------ roll call

struct Column {
    const char *english;
    const char *chinese;
    qreal left;
    qreal width;
};

constexpr Column kColumns[] = {
    {"No.", "序号", 12, 10},     {"Here", "到场", 23, 12},  {"Name", "姓名", 37, 50},   {"Company", "单位", 89, 40},
    {"Host", "被访人", 131, 28}, {"Zone", "区域", 161, 20}, {"Since", "进入", 183, 16},
};
constexpr qreal kRowHeight = 9.4;
constexpr qreal kTableTop = 52;
constexpr qreal kTableBottom = 280;
constexpr int kRowsAPage = static_cast<int>((kTableBottom - kTableTop - 9) / kRowHeight);

void rollCallHead(Drawing &page, const RollCall &call, const TextMeasure &measure)
{
    page.bands.append(QRectF(0, 0, kA4.width(), 18));
    const QString title = call.drill ? QStringLiteral("ROLL CALL (DRILL) 点名表（演练）") : QStringLiteral("ROLL CALL 点名表");
    add(page, title, QRectF(12, 3, 110, 12), {Role::Title, 7, 4, 1, kHeavy, true, kMidLeft}, measure);
    add(page, call.siteName, QRectF(126, 3, 72, 12), {Role::Site, 5, 3, 2, kLight, true, kMidRight}, measure);
    QString taken = QStringLiteral("%1 · %2").arg(timeText(call.takenAt), call.takenBy);
    if (!call.noted)
        taken += QStringLiteral(" · not in the log 未记入日志");
    add(page, QStringLiteral("Taken 打印时间 ") + taken, QRectF(12, 20, 110, 6),
        {Role::Body, 3.6, 2.6, 1, kLight, false, kMidLeft}, measure);
    QString people = QStringLiteral("On site 在场人数: %1").arg(call.rows.size());
    if (call.asOf.isValid())
        people += QStringLiteral(" (as of 截至 %1)").arg(call.asOf.toLocalTime().toString(QStringLiteral("HH:mm")));
    add(page, people, QRectF(126, 20, 72, 6), {Role::Body, 3.8, 2.6, 1, kHeavy, false, kMidRight}, measure);
    add(page, QStringLiteral("Assembly point 集合点: ") + call.assemblyPoint, QRectF(12, 27, 186, 11),
        {Role::Body, 4.6, 3, 2, kHeavy, false, kTopLeft}, measure);
    if (!call.backupSite.isEmpty()) {
        add(page, QStringLiteral("Back-up site 备用场所: ") + call.backupSite, QRectF(12, 38.6, 186, 10),
            {Role::Body, 3.8, 2.6, 2, kLight, false, kTopLeft}, measure);
    }
    for (const Column &column : kColumns) {
        const QRectF box(column.left, kTableTop, column.width, 4.4);
        add(page, QString::fromUtf8(column.english), box, {Role::Heading, 3, 2.2, 1, kHeavy, false, kMidLeft}, measure);
        add(page, QString::fromUtf8(column.chinese), box.translated(0, 4),
            {Role::Heading, 2.8, 2.2, 1, kLight, false, kMidLeft}, measure);
    }
    page.rules.append(QRectF(12, kTableTop + 8.8, 186, 0.4));
}

void rollCallRow(Drawing &page, const RollCallRow &row, int number, qreal top, const TextMeasure &measure)
{
    const QString since =
        row.since.isValid() ? QLocale::c().toString(row.since.toLocalTime(), QStringLiteral("d MMM HH:mm")) : QString();
    const QString cells[] = {QString::number(number), QString(), row.name, row.company, row.host, row.zone, since};
    for (int i = 0; i < 7; ++i) {
        const QRectF box(kColumns[i].left, top + 0.6, kColumns[i].width, kRowHeight - 1.2);
        const Typeface face = i == 2 ? kHeavy : kLight;
        add(page, cells[i], box, {Role::Cell, i == 2 ? 3.8 : 3.2, 2, 2, face, false, kMidLeft}, measure);
    }
    page.outlines.append(QRectF(kColumns[1].left, top + 2, 5.4, 5.4));
    page.rules.append(QRectF(12, top + kRowHeight, 186, 0.15));
}

} // namespace

Result<QList<Drawing>> recoverySheetPages(const RecoverySheet &sheet, const TextMeasure &measure)
{
    Drawing page;
    page.page = kA4;
    page.bands.append(QRectF(0, 0, kA4.width(), 26));
    add(page, QStringLiteral("RECOVERY SHEET 恢复单"), QRectF(kMargin, 4, 110, 18),
        {Role::Title, 8, 5, 1, kHeavy, true, kMidLeft}, measure);
    add(page, sheet.siteName, QRectF(130, 4, 62, 18), {Role::Site, 5, 3, 2, kLight, true, kMidRight}, measure);
    const QString made = QStringLiteral("Made 生成时间 %1").arg(timeText(sheet.madeAt));
    add(page, made, QRectF(kMargin, 30, 174, 7), {Role::Body, 4, 3, 1, kLight, false, kMidLeft}, measure);
    if (!sheet.fingerprint.isEmpty()) {
        add(page, QStringLiteral("Root 根指纹 ") + sheet.fingerprint, QRectF(kMargin, 37, 174, 7),
            {Role::Body, 4, 2.2, 1, kLight, false, kMidLeft}, measure);
    }

    GATEHOUSE_TRY(addSecret(page, QStringLiteral("Recovery secret 恢复密钥"), sheet.secret, 48, measure));
    if (!sheet.pepper.isEmpty())
        GATEHOUSE_TRY(addSecret(page, QStringLiteral("Site pepper 场所附加密钥"), sheet.pepper, 98, measure));
    page.rules.append(QRectF(kMargin, 150, kA4.width() - 2 * kMargin, 0.4));
    recoveryText(page, 155, measure);

    page.rules.append(QRectF(kMargin, 262, 80, 0.3));
    page.rules.append(QRectF(112, 262, 80, 0.3));
    add(page, QStringLiteral("Sealed by 封存人"), QRectF(kMargin, 264, 80, 6),
        {Role::Footer, 3.6, 3, 1, kLight, false, kMidLeft}, measure);
    add(page, QStringLiteral("Date 日期"), QRectF(112, 264, 80, 6), {Role::Footer, 3.6, 3, 1, kLight, false, kMidLeft},
        measure);
    return QList<Drawing>{page};
}

QList<Drawing> rollCallPages(const RollCall &rollCall, const TextMeasure &measure)
{
    const int rows = static_cast<int>(rollCall.rows.size());
    const int pageCount = std::max(1, (rows + kRowsAPage - 1) / kRowsAPage);
    QList<Drawing> pages;
    for (int number = 0; number < pageCount; ++number) {
        Drawing page;
        page.page = kA4;
        rollCallHead(page, rollCall, measure);
        qreal top = kTableTop + 9;
        for (int i = number * kRowsAPage; i < std::min(rows, (number + 1) * kRowsAPage); ++i) {
            rollCallRow(page, rollCall.rows.at(i), i + 1, top, measure);
            top += kRowHeight;
        }
        if (rows == 0) {
            add(page, QStringLiteral("Nobody is on site. 无人在场。"), QRectF(12, top + 2, 186, 10),
                {Role::Body, 4.6, 3, 1, kLight, false, kMidLeft}, measure);
        }
        add(page, QStringLiteral("Page %1 of %2 · 第 %1 页，共 %2 页").arg(number + 1).arg(pageCount), QRectF(12, 284, 186, 6),
            {Role::Footer, 3.4, 3, 1, kLight, false, kMidRight}, measure);
        pages.append(page);
    }
    return pages;
}

Drawing pickupSlipPage(const PickupSlip &slip, const TextMeasure &measure)
{
    Drawing page;
    page.page = QSizeF(62, 60);
    page.bands.append(QRectF(0, 0, 62, 9));
    add(page, slip.siteName, QRectF(3, 1, 56, 7), {Role::Site, 3.6, 2.4, 1, kHeavy, true, kMiddle}, measure);
    add(page, QStringLiteral("Your number 您的取证号"), QRectF(3, 11, 56, 6),
        {Role::Heading, 3.6, 2.6, 1, kLight, false, kMiddle}, measure);
    add(page, slip.number, QRectF(3, 17, 56, 21), {Role::Number, 16, 6, 1, kHeavy, false, kMiddle}, measure);
    add(page, QStringLiteral("The screen shows it as soon as the guard has decided."), QRectF(3, 39, 56, 7),
        {Role::Body, 2.8, 2, 2, kLight, false, kMiddle}, measure);
    add(page, QStringLiteral("保安处理完毕后，屏幕将显示此号码。"), QRectF(3, 46.5, 56, 5),
        {Role::Body, 2.8, 2, 1, kLight, false, kMiddle}, measure);
    add(page, timeText(slip.madeAt), QRectF(3, 53, 56, 5), {Role::Footer, 2.8, 2, 1, kLight, false, kMiddle}, measure);
    return page;
}

Result<Drawing> invitationSlipPage(const InvitationSlip &slip, const TextMeasure &measure)
{
    Drawing page;
    page.page = QSizeF(105, 148);
    page.bands.append(QRectF(0, 0, 105, 14));
    add(page, slip.siteName, QRectF(6, 2, 93, 10), {Role::Site, 5, 3, 1, kHeavy, true, kMiddle}, measure);
    add(page, QStringLiteral("Invitation 邀请"), QRectF(6, 17, 93, 9), {Role::Title, 6.4, 4, 1, kHeavy, false, kMiddle},
        measure);
    GATEHOUSE_TRY_ASSIGN(const QrCode code, QrCode::encode(slip.token));
    page.codes.append({QRectF(25, 30, 55, 55), code});
    const QString window = QStringLiteral("%1 – %2").arg(timeText(slip.from), timeText(slip.until));
    add(page, window, QRectF(6, 90, 93, 7), {Role::Validity, 4.2, 2.8, 1, kHeavy, false, kMiddle}, measure);
    add(page, QStringLiteral("Host 被访人: ") + slip.host, QRectF(6, 98, 93, 7),
        {Role::Host, 4, 2.8, 1, kLight, false, kMiddle}, measure);
    add(page, slip.purposeEnglish + QLatin1Char(' ') + slip.purposeChinese, QRectF(6, 106, 93, 7),
        {Role::Body, 4, 2.8, 1, kLight, false, kMiddle}, measure);
    add(page,
        QStringLiteral(
            "At the entrance, choose “I have an invitation” and show this code to the camera. Bring your identity document."),
        QRectF(8, 117, 89, 13), {Role::Body, 3.4, 2.4, 3, kLight, false, kMiddle}, measure);
    add(page, QStringLiteral("请在入口自助机选择“我有邀请码”，将此码对准摄像头，并携带有效证件。"), QRectF(8, 131, 89, 10),
        {Role::Body, 3.4, 2.4, 2, kLight, false, kMiddle}, measure);
    return page;
}

} // namespace gatehouse::badges
