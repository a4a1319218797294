// SPDX-License-Identifier: GPL-3.0-or-later
#include "cnidrecord.h"

#include "cnidethnicities.h"
#include "cnidnumber.h"
#include "invisible.h"
#include "isodate.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace gatehouse::scanning
{

namespace
{
struct Line {
    QStringView label;
    QString CnIdRecord::*value;
};
// The first names the kind of payload as well.
const std::array<Line, 9> recordLines{{
    {u"姓名", &CnIdRecord::name},
    {u"性别", &CnIdRecord::sex},
    {u"民族", &CnIdRecord::ethnicity},
    {u"出生", &CnIdRecord::birth},
    {u"住址", &CnIdRecord::address},
    {u"公民身份号码", &CnIdRecord::number},
    {u"签发机关", &CnIdRecord::authority},
    {u"有效期起", &CnIdRecord::validFrom},
    {u"有效期止", &CnIdRecord::validUntil},
}};
constexpr QStringView permitLine = u"居住证";
constexpr QStringView endless = u"长期";

// In the place of an invisible character, where something may be lost, and behind a line that another one contradicts.
constexpr QChar lost = QChar::ReplacementCharacter;

bool isBreak(QChar c)
{
    return isControlCharacter(c.unicode()) || c == QChar::LineSeparator || c == QChar::ParagraphSeparator;
}

// A card cannot bring lines of its own. Around a text control characters are padding, inside they leave a mark.
QString oneLine(const QString &value)
{
    const auto isPadding = [](QChar c) { return isBreak(c) || c.isSpace(); };
    const auto begin = std::find_if_not(value.cbegin(), value.cend(), isPadding);
    const auto end = std::find_if_not(value.crbegin(), value.crend(), isPadding).base();
    QString clean;
    for (auto c = begin; c < end; ++c)
        clean += isBreak(*c) || isFormatCharacter(c->unicode()) ? lost : *c;
    return clean.simplified();
}

// A record has each line once: of two that differ neither is certain, and a number is none any more.
void setOnce(QString &value, const QString &read)
{
    if (value.isEmpty())
        value = read;
    else if (value != read && !value.endsWith(lost))
        value += lost;
}

// The chip's word is proven, unless something is lost in it.
void addRead(ScanResult &result, const QString &name, const QString &value)
{
    const Trust trust = value.contains(lost) ? Trust::Unsure : Trust::Checked;
    result.add(name, QString(value).replace(lost, u' ').simplified(), trust);
}

QString isoOfDigits(const QString &digits)
{
    return digits.size() == 8 ? isoDate(QDate::fromString(digits, QStringLiteral("yyyyMMdd"))) : QString();
}

QString cnidSexOf(const QString &code)
{
    return code == u"1" ? QStringLiteral("M") : code == u"2" ? QStringLiteral("F") : QString();
}

// 97 and 98, "other" and "naturalised foreigner", name no group.
QString ethnicityOf(const QString &code)
{
    const int number = code.toInt();
    return number >= 1 && number <= cnEthnicities().size() ? cnEthnicities().at(number - 1) : QString();
}

bool isNumber(const QString &number)
{
    static const QRegularExpression pattern(QStringLiteral("\\A[0-9]{17}[0-9X]\\z"));
    return pattern.match(number).hasMatch();
}

bool validityHolds(const CnIdRecord &record)
{
    const QString from = isoOfDigits(record.validFrom);
    const QString until = isoOfDigits(record.validUntil);
    return !from.isEmpty() && (record.validUntil == endless || (!until.isEmpty() && from <= until));
}

void addText(ScanResult &result, const CnIdRecord &record)
{
    addRead(result, QStringLiteral("fullName"), record.name);
    const QString ethnicity = ethnicityOf(record.ethnicity);
    if (!record.permit) {
        const int code = record.ethnicity.toInt();
        result.add(QStringLiteral("ethnicity"), ethnicity, Trust::Checked);
        result.addCheck(QStringLiteral("ethnicity"), !ethnicity.isEmpty() || code == 97 || code == 98);
    }
    addRead(result, QStringLiteral("address"), record.address);
    const bool validity = validityHolds(record);
    const Trust trust = validity ? Trust::Checked : Trust::Unsure;
    result.add(QStringLiteral("issueDate"), isoOfDigits(record.validFrom), trust);
    result.add(QStringLiteral("expiryDate"), isoOfDigits(record.validUntil), trust);
    result.addCheck(QStringLiteral("validity"), validity);
}
} // namespace

QByteArray toPayload(const CnIdRecord &record)
{
    QString text;
    for (const Line &line : recordLines)
        text += line.label.toString() + u'\t' + oneLine(record.*line.value) + u'\n';
    if (record.permit)
        text += permitLine.toString() + QStringLiteral("\t1\n");
    return text.toUtf8();
}

std::optional<CnIdRecord> cnIdRecordFromPayload(const QByteArray &payload)
{
    const QString text = QString::fromUtf8(payload.left(4096));
    if (!text.startsWith(recordLines.front().label.toString() + u'\t'))
        return std::nullopt;
    CnIdRecord record;
    for (const QString &row : text.split(u'\n')) {
        const QString label = row.section(u'\t', 0, 0);
        const auto line =
            std::find_if(recordLines.begin(), recordLines.end(), [&label](const Line &known) { return known.label == label; });
        if (line != recordLines.end())
            setOnce(record.*line->value, oneLine(row.section(u'\t', 1)));
        record.permit = record.permit || label == permitLine;
    }
    return record;
}

ScanResult parseCnIdRecord(const CnIdRecord &record, QDate today)
{
    ScanResult result;
    result.kind = Kind::CnId;
    result.raw = QString::fromUtf8(toPayload(record)).split(u'\n', Qt::SkipEmptyParts);
    addText(result, record);
    const bool numbered = isNumber(record.number);
    const QString birth = isoOfDigits(record.birth);
    const QString sex = cnidSexOf(record.sex);
    if (numbered)
        addCnIdNumber(result, record.number, {birth, sex}, today);
    const bool complete = numbered && !record.name.isEmpty() && !birth.isEmpty() && !sex.isEmpty();
    result.valid =
        complete && std::all_of(result.checks.cbegin(), result.checks.cend(), [](const Check &check) { return check.holds; });
    return result;
}

} // namespace gatehouse::scanning
