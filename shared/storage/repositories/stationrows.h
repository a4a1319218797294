// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ports/store.h"

namespace gatehouse::storage
{

class Connection;

/// Stations, the key of their present boot and when they were last heard of, as rows.
class StationRows final : public domain::StationRepository
{
public:
    explicit StationRows(Connection &connection) : m_connection(connection) {}

    [[nodiscard]] Result<void> save(const domain::Station &station) override;
    [[nodiscard]] Result<std::optional<domain::Station>> byId(const domain::StationId &id) override;
    [[nodiscard]] Result<std::vector<domain::Station>> all() override;
    [[nodiscard]] Result<void> saveBoot(const domain::StationBoot &boot) override;
    [[nodiscard]] Result<std::optional<domain::StationBoot>> boot(const domain::StationId &id) override;
    [[nodiscard]] Result<void> savePulse(const domain::StationPulse &pulse) override;
    [[nodiscard]] Result<std::optional<domain::StationPulse>> pulse(const domain::StationId &id) override;

private:
    Connection &m_connection;
};

} // namespace gatehouse::storage
