// SPDX-License-Identifier: GPL-3.0-or-later
#include "siterows.h"

#include "storage/connection.h"

#include <QJsonDocument>

namespace gatehouse::storage
{

using namespace domain;

namespace
{
/// The row's JSON; the key in it must be the row's.
template <typename Value>
Result<Value> definitionFromRow(const Row &row, Value (*fromJson)(const QJsonObject &), const char *table)
{
    const QJsonDocument document = QJsonDocument::fromJson(row.text(1).toUtf8());
    if (!document.isObject())
        return unreadable(table);
    Value value = fromJson(document.object());
    if (value.id.key != row.text(0))
        return unreadable(table);
    return value;
}
} // namespace

Result<void> SiteRows::save(const QString &table, const QString &id, const QJsonObject &body)
{
    const QString text = QString::fromUtf8(QJsonDocument(body).toJson(QJsonDocument::Compact));
    GATEHOUSE_TRY(m_connection.execute(QStringLiteral("INSERT INTO %1 (id, pos, body) "
                                                      "VALUES (?, (SELECT COALESCE(MAX(pos), 0) + 1 FROM %1), ?) "
                                                      "ON CONFLICT (id) DO UPDATE SET body = excluded.body")
                                           .arg(table),
                                       boundAll(id, text)));
    return {};
}

Result<void> SiteRows::saveZone(const Zone &zone)
{
    return save(QStringLiteral("zone"), zone.id.key, toJson(zone));
}

Result<std::vector<Zone>> SiteRows::zones()
{
    return m_connection.all<Zone>(QStringLiteral("SELECT id, body FROM zone ORDER BY pos, id"), {},
                                  [](const Row &row) { return definitionFromRow<Zone>(row, zoneFromJson, "zone"); });
}

Result<void> SiteRows::savePurpose(const Purpose &purpose)
{
    return save(QStringLiteral("purpose"), purpose.id.key, toJson(purpose));
}

Result<std::vector<Purpose>> SiteRows::purposes()
{
    return m_connection.all<Purpose>(QStringLiteral("SELECT id, body FROM purpose ORDER BY pos, id"), {}, [](const Row &row) {
        return definitionFromRow<Purpose>(row, purposeFromJson, "purpose");
    });
}

Result<void> SiteRows::setSetting(const QString &key, const QByteArray &value)
{
    GATEHOUSE_TRY(m_connection.execute(QStringLiteral("INSERT INTO setting (name, content) VALUES (?, ?) "
                                                      "ON CONFLICT (name) DO UPDATE SET content = excluded.content"),
                                       boundAll(key, value)));
    return {};
}

Result<std::optional<QByteArray>> SiteRows::setting(const QString &key)
{
    return m_connection.one<QByteArray>(QStringLiteral("SELECT content FROM setting WHERE name = ?"), boundAll(key),
                                        [](const Row &row) { return Result<QByteArray>(row.bytes(0)); });
}

} // namespace gatehouse::storage
