// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanresult.h"

#include <QJsonArray>

#include <array>
#include <utility>

namespace gatehouse::scanning
{

namespace
{
using KindEntry = std::pair<Kind, QLatin1String>;
constexpr std::array<KindEntry, 11> kindTable{{
    {Kind::None, QLatin1String("none")},
    {Kind::CnId, QLatin1String("cn-id")},
    {Kind::MrzTd1, QLatin1String("mrz-td1")},
    {Kind::MrzTd2, QLatin1String("mrz-td2")},
    {Kind::MrzTd3, QLatin1String("mrz-td3")},
    {Kind::MrzMrva, QLatin1String("mrz-mrva")},
    {Kind::MrzMrvb, QLatin1String("mrz-mrvb")},
    {Kind::Aamva, QLatin1String("aamva")},
    {Kind::Badge, QLatin1String("badge")},
    {Kind::Invite, QLatin1String("invite")},
    {Kind::Barcode, QLatin1String("barcode")},
}};
} // namespace

QString ScanResult::value(QStringView name) const
{
    const auto found = field(name);
    return found ? found->value : QString();
}

std::optional<Field> ScanResult::field(QStringView name) const
{
    for (const Field &candidate : fields) {
        if (candidate.name == name)
            return candidate;
    }
    return std::nullopt;
}

void ScanResult::add(const QString &name, const QString &value, Trust trust)
{
    if (!value.isEmpty())
        fields.append({name, value, trust});
}

QString kindName(Kind kind)
{
    for (const auto &[candidate, name] : kindTable) {
        if (candidate == kind)
            return name;
    }
    return {};
}

QStringList failedChecks(const ScanResult &result)
{
    QStringList names;
    for (const Check &check : result.checks) {
        if (!check.holds)
            names << check.name;
    }
    return names;
}

QJsonObject toJson(const ScanResult &result)
{
    QJsonObject fields;
    for (const Field &field : result.fields)
        fields.insert(field.name, field.value);
    QJsonObject checks;
    for (const Check &check : result.checks)
        checks.insert(check.name, check.holds);
    return {{QStringLiteral("kind"), kindName(result.kind)},
            {QStringLiteral("valid"), result.valid && result.kind != Kind::None},
            {QStringLiteral("fields"), fields},
            {QStringLiteral("checks"), checks},
            {QStringLiteral("raw"), QJsonArray::fromStringList(result.raw)}};
}

QString payloadText(const QByteArray &payload)
{
    const QString utf8 = QString::fromUtf8(payload);
    return utf8.contains(QChar::ReplacementCharacter) ? QString::fromLatin1(payload) : utf8;
}

} // namespace gatehouse::scanning
