// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ports/store.h"

namespace gatehouse::storage
{

class Connection;

/// Invitations as rows; their zones as a JSON array, because nobody searches by them.
class InvitationRows final : public domain::InvitationRepository
{
public:
    explicit InvitationRows(Connection &connection) : m_connection(connection) {}

    [[nodiscard]] Result<void> insert(const domain::Invitation &invitation) override;
    [[nodiscard]] Result<void> update(const domain::Invitation &invitation) override;
    [[nodiscard]] Result<std::optional<domain::Invitation>> byId(const domain::InvitationId &id) override;
    /// Those with the latest window first.
    [[nodiscard]] Result<std::vector<domain::Invitation>> all() override;

private:
    Connection &m_connection;
};

} // namespace gatehouse::storage
