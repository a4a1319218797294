// SPDX-License-Identifier: GPL-3.0-or-later
#include "roomsheets.h"

#include "textfit.h"
#include "wording.h"

namespace gatehouse::badges
{

namespace
{
constexpr Typeface heavy{true, false};
constexpr Typeface light{};
constexpr Typeface typed{false, true};
const QSizeF a4(210, 297);
const Qt::Alignment topLeft = Qt::AlignLeft | Qt::AlignTop;
const Qt::Alignment midLeft = Qt::AlignLeft | Qt::AlignVCenter;
const Qt::Alignment midRight = Qt::AlignRight | Qt::AlignVCenter;
constexpr qreal margin = 18;
constexpr qreal printedWidth = 174;

struct Field {
    const char *english;
    const char *chinese;
    qreal height;
};

constexpr Field formFields[] = {
    {"Date and time of arrival", "到达日期时间", 11},
    {"Name", "姓名", 11},
    {"Company", "单位", 11},
    {"Telephone", "电话", 11},
    {"ID document, its number", "证件类型及号码", 11},
    {"Host", "被访人", 11},
    {"Reason of the visit", "来访事由", 16},
    {"Zones", "区域", 11},
    {"Items carried in, tag", "携带物品、寄存号", 16},
    {"Badge No.", "访客证号", 11},
    {"Original seen, face matches: guard", "已核对原件与本人：保安", 11},
    {"Approved by (staff number)", "批准人（工号）", 11},
    {"Escort", "陪同人", 11},
    {"Visitor's signature", "访客签名", 16},
    {"Date and time of leaving", "离开日期时间", 11},
};

qreal put(Drawing &page, const QString &text, const QRectF &box, const TextStyle &style, const TextMeasure &measure)
{
    const QList<TextLine> lines = fitText(text, box, style, measure);
    page.texts.append(lines);
    return bottomOf(lines, box.top());
}

void head(Drawing &page, const QString &title, const QString &site, const TextMeasure &measure)
{
    page.page = a4;
    page.bands.append(QRectF(0, 0, a4.width(), 20));
    put(page, title, QRectF(margin, 3, 110, 14), {Role::Title, 7, 4, 1, heavy, true, midLeft}, measure);
    put(page, site, QRectF(130, 3, 62, 14), {Role::Site, 5, 3, 2, light, true, midRight}, measure);
}

qreal section(Drawing &page, const QString &caption, const QStringList &lines, qreal top, const TextMeasure &measure)
{
    put(page, caption, QRectF(margin, top, printedWidth, 6), {Role::Heading, 4.2, 3, 1, heavy, false, midLeft}, measure);
    top += 8;
    for (const QString &line : lines)
        top = put(page, QStringLiteral("·  ") + line, QRectF(margin, top, printedWidth, 18),
                  {Role::Body, 4, 2.8, 3, light, false, topLeft}, measure) +
              1.6;
    return top + 4;
}

void signature(Drawing &page, const QString &caption, const QString &who, const QDateTime &at, qreal left, qreal top,
               const TextMeasure &measure)
{
    put(page, caption, QRectF(left, top, 80, 6), {Role::Heading, 3.8, 3, 1, heavy, false, midLeft}, measure);
    put(page, who, QRectF(left, top + 8, 80, 8), {Role::Name, 5, 3, 1, heavy, false, midLeft}, measure);
    page.rules.append(QRectF(left, top + 18, 80, 0.3));
    put(page, timeText(at), QRectF(left, top + 19.5, 80, 6), {Role::Footer, 3.4, 2.6, 1, light, false, midLeft}, measure);
}
} // namespace

Drawing handoverPage(const HandoverSheet &sheet, const TextMeasure &measure)
{
    Drawing page;
    head(page, QStringLiteral("HANDOVER 交接表"), sheet.siteName, measure);
    put(page, sheet.post, QRectF(margin, 24, printedWidth, 9), {Role::Name, 6, 4, 1, heavy, false, midLeft}, measure);
    qreal top = section(page, QStringLiteral("Open 未结事项"), sheet.open, 38, measure);
    top = section(page, QStringLiteral("Checked before leaving 离岗自查"), sheet.checks, top, measure);
    if (!sheet.text.isEmpty())
        top = section(page, QStringLiteral("To know 交接说明"), {sheet.text}, top, measure);
    signature(page, QStringLiteral("Handed over by 交班人"), sheet.from, sheet.offeredAt, margin, 236, measure);
    signature(page, QStringLiteral("Taken over by 接班人"), sheet.to, sheet.acceptedAt, 112, 236, measure);
    page.rules.append(QRectF(margin, 268, printedWidth, 0.3));
    put(page, QStringLiteral("Log up to entry %1 日志至第 %1 条").arg(sheet.ledgerSequence),
        QRectF(margin, 270, printedWidth, 6), {Role::Footer, 3.4, 2.6, 1, light, false, midLeft}, measure);
    put(page, sheet.ledgerHash, QRectF(margin, 276, printedWidth, 6), {Role::Secret, 3.2, 2, 1, typed, false, midLeft},
        measure);
    return page;
}

QList<Drawing> paperFormPages(const QString &siteName, int from, int to, const TextMeasure &measure)
{
    QList<Drawing> pages;
    for (int number = from; number <= to; ++number) {
        Drawing page;
        head(page, QStringLiteral("VISITOR FORM 来访登记表"), siteName, measure);
        put(page, QStringLiteral("Paper No. 编号 %1").arg(number, 5, 10, QLatin1Char('0')),
            QRectF(margin, 23, printedWidth, 10), {Role::Number, 7, 4, 1, heavy, false, midRight}, measure);
        qreal top = 36;
        for (const Field &field : formFields) {
            put(page, QString::fromUtf8(field.english), QRectF(margin, top, 62, field.height / 2),
                {Role::Heading, 3.4, 2.4, 1, heavy, false, midLeft}, measure);
            put(page, QString::fromUtf8(field.chinese), QRectF(margin, top + field.height / 2, 62, field.height / 2),
                {Role::Heading, 3.2, 2.4, 1, light, false, midLeft}, measure);
            page.rules.append(QRectF(margin + 64, top + field.height, printedWidth - 64, 0.25));
            top += field.height + 2.6;
        }
        put(page,
            QStringLiteral("Typed in afterwards from this paper; every number must come back, spoiled ones too. "
                           "事后按本表补录；每张编号均须交回，作废的也须交回。"),
            QRectF(margin, 276, printedWidth, 12), {Role::Footer, 3.2, 2.4, 2, light, false, topLeft}, measure);
        pages.append(page);
    }
    return pages;
}

} // namespace gatehouse::badges
