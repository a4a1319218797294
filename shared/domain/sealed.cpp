// SPDX-License-Identifier: GPL-3.0-or-later
#include "sealed.h"

#include "names.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace gatehouse::domain
{

namespace
{
constexpr NameTable<FieldSign, 3> fieldSignTable{{
    {FieldSign::Checked, QLatin1String("checked")},
    {FieldSign::Read, QLatin1String("read")},
    {FieldSign::Typed, QLatin1String("typed")},
}};

bool isHan(const QString &text)
{
    for (const QChar c : text) {
        if (c.script() == QChar::Script_Han)
            return true;
    }
    return false;
}
} // namespace

QString VisitorRecord::value(QStringView name) const
{
    for (const IdentityField &field : fields) {
        if (field.name == name)
            return field.value;
    }
    return {};
}

QString VisitorRecord::displayName() const
{
    const QString full = value(u"fullName");
    if (!full.isEmpty())
        return full;
    const QString given = value(u"givenNames");
    const QString surname = value(u"surname");
    if (isHan(given) || isHan(surname))
        return surname + given;
    const QString whole = QStringLiteral("%1 %2").arg(given, surname).trimmed();
    const QString suffix = value(u"nameSuffix"); // JR, 3RD: licences keep it apart from the names
    return whole.isEmpty() || suffix.isEmpty() ? whole : whole + QLatin1Char(' ') + suffix;
}

std::optional<QDate> VisitorRecord::date(QStringView name) const
{
    const QDate date = QDate::fromString(value(name), Qt::ISODate);
    return date.isValid() ? std::optional<QDate>(date) : std::nullopt;
}

bool isChangeNumber(const QString &text)
{
    constexpr qsizetype longest = 40;
    return text.size() <= longest && std::all_of(text.begin(), text.end(), [](QChar character) {
               return character.isLetterOrNumber() || QStringLiteral("-/._#: ").contains(character);
           });
}

QString oneLine(const QString &text)
{
    QString line;
    line.reserve(text.size());
    for (const QChar character : text) {
        if (character.category() == QChar::Other_Control)
            line.append(QLatin1Char(' '));
        else if (character.category() != QChar::Other_Format || character == QChar(0x200D) || character == QChar(0x200C))
            line.append(character); // joiners belong to scripts and emoji
    }
    return line;
}

VisitorRecord inOneLine(VisitorRecord record)
{
    for (QString *text : {&record.company, &record.phone, &record.itemsNote, &record.typedSignature, &record.workReason,
                          &record.workArea, &record.changeNumber})
        *text = oneLine(*text);
    for (IdentityField &field : record.fields)
        field.value = oneLine(field.value);
    return record;
}

QJsonObject toJson(const VisitorRecord &record)
{
    QJsonArray fields;
    for (const IdentityField &field : record.fields)
        fields.append(QJsonObject{{QStringLiteral("name"), field.name},
                                  {QStringLiteral("value"), field.value},
                                  {QStringLiteral("sign"), fieldSignName(field.sign)}});
    return {{QStringLiteral("fields"), fields},
            {QStringLiteral("documentKind"), record.documentKind},
            {QStringLiteral("documentValid"), record.documentValid},
            {QStringLiteral("company"), record.company},
            {QStringLiteral("phone"), record.phone},
            {QStringLiteral("itemsNote"), record.itemsNote},
            {QStringLiteral("typedSignature"), record.typedSignature},
            {QStringLiteral("workReason"), record.workReason},
            {QStringLiteral("workArea"), record.workArea},
            {QStringLiteral("changeNumber"), record.changeNumber},
            {QStringLiteral("workMethod"), record.workMethod}};
}

VisitorRecord visitorRecordFromJson(const QJsonObject &json)
{
    VisitorRecord record;
    for (const QJsonValue &value : json.value(QStringLiteral("fields")).toArray()) {
        const QJsonObject field = value.toObject();
        record.fields.push_back({field.value(QStringLiteral("name")).toString(),
                                 field.value(QStringLiteral("value")).toString(),
                                 fieldSignFromName(field.value(QStringLiteral("sign")).toString())});
    }
    record.documentKind = json.value(QStringLiteral("documentKind")).toString();
    record.documentValid = json.value(QStringLiteral("documentValid")).toBool();
    record.company = json.value(QStringLiteral("company")).toString();
    record.phone = json.value(QStringLiteral("phone")).toString();
    record.itemsNote = json.value(QStringLiteral("itemsNote")).toString();
    record.typedSignature = json.value(QStringLiteral("typedSignature")).toString();
    record.workReason = json.value(QStringLiteral("workReason")).toString();
    record.workArea = json.value(QStringLiteral("workArea")).toString();
    record.changeNumber = json.value(QStringLiteral("changeNumber")).toString();
    record.workMethod = json.value(QStringLiteral("workMethod")).toString();
    return record;
}

QString fieldSignName(FieldSign sign)
{
    return nameIn(fieldSignTable, sign);
}

FieldSign fieldSignFromName(QStringView name)
{
    return valueIn(fieldSignTable, name).value_or(FieldSign::Typed); // the sign that claims least
}

QByteArray encodeCard(const VisitorCard &card)
{
    return QJsonDocument(QJsonArray{card.name, card.company, card.phone}).toJson(QJsonDocument::Compact);
}

VisitorCard decodeCard(const QByteArray &bytes)
{
    const QJsonArray array = QJsonDocument::fromJson(bytes).array();
    return {array.at(0).toString(), array.at(1).toString(), array.at(2).toString()};
}

} // namespace gatehouse::domain
