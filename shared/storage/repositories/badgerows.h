// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ports/store.h"

namespace gatehouse::storage
{

class Connection;

/// Badges as rows.
class BadgeRows final : public domain::BadgeRepository
{
public:
    explicit BadgeRows(Connection &connection) : m_connection(connection) {}

    [[nodiscard]] Result<void> insert(const domain::Badge &badge) override;
    [[nodiscard]] Result<void> update(const domain::Badge &badge, domain::BadgeState expected) override;
    [[nodiscard]] Result<std::optional<domain::Badge>> bySerial(quint64 serial) override;
    [[nodiscard]] Result<std::vector<domain::Badge>> ofVisit(const domain::VisitId &visit) override;
    [[nodiscard]] Result<std::vector<domain::Badge>> all() override;

private:
    Connection &m_connection;
};

} // namespace gatehouse::storage
