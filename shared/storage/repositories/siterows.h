// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ports/store.h"

namespace gatehouse::storage
{

class Connection;

/// Zones and purposes as the JSON that a manager signed, in the order in which they were first saved; settings as bytes.
class SiteRows final : public domain::SiteRepository
{
public:
    explicit SiteRows(Connection &connection) : m_connection(connection) {}

    [[nodiscard]] Result<void> saveZone(const domain::Zone &zone) override;
    [[nodiscard]] Result<std::vector<domain::Zone>> zones() override;
    [[nodiscard]] Result<void> savePurpose(const domain::Purpose &purpose) override;
    [[nodiscard]] Result<std::vector<domain::Purpose>> purposes() override;
    [[nodiscard]] Result<void> setSetting(const QString &key, const QByteArray &value) override;
    [[nodiscard]] Result<std::optional<QByteArray>> setting(const QString &key) override;

private:
    [[nodiscard]] Result<void> save(const QString &table, const QString &id, const QJsonObject &body);

    Connection &m_connection;
};

} // namespace gatehouse::storage
