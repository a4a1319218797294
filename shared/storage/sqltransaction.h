// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connection.h"
#include "domain/ports/store.h"
#include "repositories/badgerows.h"
#include "repositories/invitationrows.h"
#include "repositories/ledgerrows.h"
#include "repositories/noterows.h"
#include "repositories/sealedrows.h"
#include "repositories/siterows.h"
#include "repositories/staffrows.h"
#include "repositories/stationrows.h"
#include "repositories/visitrows.h"

namespace gatehouse::storage
{

/// The transaction that is open on a connection, which must outlive it.
class SqlTransaction final : public domain::Transaction
{
public:
    explicit SqlTransaction(Connection &connection);
    ~SqlTransaction() override;

    domain::StaffRepository &staff() override { return m_staff; }
    domain::SiteRepository &site() override { return m_site; }
    domain::StationRepository &stations() override { return m_stations; }
    domain::VisitRepository &visits() override { return m_visits; }
    domain::SealedRepository &sealedData() override { return m_sealed; }
    domain::BadgeRepository &badges() override { return m_badges; }
    domain::InvitationRepository &invitations() override { return m_invitations; }
    domain::LedgerRepository &ledger() override { return m_ledger; }
    domain::NoteRepository &notes() override { return m_notes; }
    [[nodiscard]] Result<void> commit() override;

private:
    Connection &m_connection;
    bool m_open = true;
    StaffRows m_staff;
    SiteRows m_site;
    StationRows m_stations;
    VisitRows m_visits;
    SealedRows m_sealed;
    BadgeRows m_badges;
    InvitationRows m_invitations;
    LedgerRows m_ledger;
    NoteRows m_notes;
};

} // namespace gatehouse::storage
