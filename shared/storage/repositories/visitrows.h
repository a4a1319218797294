// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ports/store.h"

namespace gatehouse::storage
{

class Connection;

/// Visits with their zones, consents and items, as rows. Searching is in visitsearch.cpp.
class VisitRows final : public domain::VisitRepository
{
public:
    explicit VisitRows(Connection &connection) : m_connection(connection) {}

    [[nodiscard]] Result<void> insert(const domain::Visit &visit) override;
    [[nodiscard]] Result<void> update(const domain::Visit &visit, domain::VisitState expected) override;
    [[nodiscard]] Result<std::optional<domain::Visit>> byId(const domain::VisitId &id) override;
    [[nodiscard]] Result<std::vector<domain::Visit>> find(const domain::VisitQuery &query) override;
    [[nodiscard]] Result<int> count(const domain::VisitQuery &query) override;
    [[nodiscard]] Result<int> nextNumber() override;
    [[nodiscard]] Result<int> nextPickup() override;
    [[nodiscard]] Result<std::vector<domain::Visit>> withPickup() override;

    [[nodiscard]] Result<void> addConsent(const domain::VisitId &id, const domain::Consent &consent) override;
    [[nodiscard]] Result<std::vector<domain::Consent>> consents(const domain::VisitId &id) override;
    [[nodiscard]] Result<void> setItems(const domain::VisitId &id, const std::vector<domain::Item> &items) override;
    [[nodiscard]] Result<std::vector<domain::Item>> items(const domain::VisitId &id) override;

private:
    [[nodiscard]] Result<std::vector<domain::ZoneId>> zonesOf(const domain::VisitId &id);
    [[nodiscard]] Result<void> writeZones(const domain::Visit &visit);
    /// Visits that any of `wheres` (what stands behind "FROM visit") selects, with their zones; none is selected by two.
    [[nodiscard]] Result<std::vector<domain::Visit>> select(const QStringList &wheres, const QString &order,
                                                            const QVariantList &values);

    Connection &m_connection;
};

} // namespace gatehouse::storage
