// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ports/store.h"

namespace gatehouse::storage
{

class Connection;

/// The ledger as rows that only grow. Nothing is verified here: whoever reads checks bodies, hashes and signatures.
class LedgerRows final : public domain::LedgerRepository
{
public:
    explicit LedgerRows(Connection &connection) : m_connection(connection) {}

    /// BadSignature when the head row and the last entry are not the same: entries were changed, taken away or put there by
    /// hand.
    [[nodiscard]] Result<domain::LedgerHead> head() override;
    [[nodiscard]] Result<QStringList> plantedCode() override;
    [[nodiscard]] Result<qint64> nextStationCounter(const domain::StationId &station) override;
    [[nodiscard]] Result<void> append(const domain::LedgerEntry &entry) override;
    [[nodiscard]] Result<std::vector<domain::LedgerEntry>> after(qint64 sequence, int limit) override;
    [[nodiscard]] Result<std::vector<domain::LedgerEntry>> ofSubject(const QString &subject) override;

private:
    Connection &m_connection;
};

} // namespace gatehouse::storage
