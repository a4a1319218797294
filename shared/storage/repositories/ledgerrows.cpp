// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledgerrows.h"

#include "storage/connection.h"
#include "storage/migrations/migrations.h"
#include "storage/refusals.h"

#include <QJsonDocument>

#include <limits>

namespace gatehouse::storage
{

using namespace domain;

namespace
{
const QString entryColumns =
    QStringLiteral("sequence, occurred, recorded, station, station_counter, actor, action, subject, details, "
                   "previous, body, hash, signer, signature");

/// Never fails: an entry that was tampered with must reach the one who verifies.
Result<LedgerEntry> entryFromRow(const Row &row)
{
    LedgerEntry entry;
    entry.sequence = row.number(0);
    entry.occurred = row.time(1);
    entry.recorded = row.time(2);
    entry.station = row.id<StationId>(3);
    entry.stationCounter = row.number(4);
    entry.actor = row.text(5);
    entry.action = row.text(6);
    entry.subject = row.text(7);
    entry.details = QJsonDocument::fromJson(row.text(8).toUtf8()).object();
    entry.previous = row.bytes(9);
    entry.body = row.bytes(10);
    entry.hash = row.bytes(11);
    entry.signer = row.bytes(12);
    entry.signature = row.bytes(13);
    return entry;
}

Result<LedgerHead> headFromRow(const Row &row)
{
    return LedgerHead{row.number(0), row.bytes(1)};
}
} // namespace

Result<LedgerHead> LedgerRows::head()
{
    GATEHOUSE_TRY_ASSIGN(
        const auto head,
        m_connection.one<LedgerHead>(QStringLiteral("SELECT sequence, hash FROM ledger_head WHERE id = 1"), {}, headFromRow));
    GATEHOUSE_TRY_ASSIGN(
        const auto last,
        m_connection.one<LedgerHead>(QStringLiteral("SELECT sequence, hash FROM ledger ORDER BY sequence DESC LIMIT 1"), {},
                                     headFromRow));
    if (!head || *head != last.value_or(LedgerHead()))
        return fail(ErrorCode::BadSignature, headNotLast);
    return *head;
}

Result<QStringList> LedgerRows::plantedCode()
{
    return storage::plantedCode(m_connection);
}

Result<qint64> LedgerRows::nextStationCounter(const StationId &station)
{
    GATEHOUSE_TRY_ASSIGN(
        const auto last,
        m_connection.number(QStringLiteral("SELECT MAX(station_counter) FROM ledger WHERE station = ?"), boundAll(station)));
    if (last == std::numeric_limits<qint64>::max())
        return fail(ErrorCode::Damaged, countUsedUp);
    return last.value_or(0) + 1;
}

Result<void> LedgerRows::append(const LedgerEntry &entry)
{
    GATEHOUSE_TRY_ASSIGN(const LedgerHead at, head());
    if (entry.sequence != at.sequence + 1 || entry.previous != at.hash)
        return fail(ErrorCode::Conflict, QStringLiteral("the entry does not follow the head of the ledger"));
    const QString details = QString::fromUtf8(QJsonDocument(entry.details).toJson(QJsonDocument::Compact));
    GATEHOUSE_TRY_ASSIGN(
        const qint64 added,
        m_connection.execute(
            QStringLiteral("INSERT INTO ledger (%1) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING")
                .arg(entryColumns),
            boundAll(entry.sequence, entry.occurred, entry.recorded, entry.station, entry.stationCounter, entry.actor,
                     entry.action, entry.subject, details, entry.previous, entry.body, entry.hash, entry.signer,
                     entry.signature)));
    if (added == 0)
        return fail(ErrorCode::Conflict, QStringLiteral("the station has written an entry with this count"));
    GATEHOUSE_TRY(m_connection.execute(QStringLiteral("UPDATE ledger_head SET sequence = ?, hash = ? WHERE id = 1"),
                                       boundAll(entry.sequence, entry.hash)));
    // Whoever can change the schema can make either statement do nothing.
    GATEHOUSE_TRY_ASSIGN(const LedgerHead written, head());
    if (written != LedgerHead{entry.sequence, entry.hash})
        return fail(ErrorCode::BadSignature, headNotWritten);
    return {};
}

Result<std::vector<LedgerEntry>> LedgerRows::after(qint64 sequence, int limit)
{
    return m_connection.all<LedgerEntry>(
        QStringLiteral("SELECT %1 FROM ledger WHERE sequence > ? ORDER BY sequence LIMIT ?").arg(entryColumns),
        boundAll(sequence, limit), entryFromRow);
}

Result<std::vector<LedgerEntry>> LedgerRows::ofSubject(const QString &subject)
{
    return m_connection.all<LedgerEntry>(
        QStringLiteral("SELECT %1 FROM ledger WHERE subject = ? ORDER BY sequence").arg(entryColumns), boundAll(subject),
        entryFromRow);
}

} // namespace gatehouse::storage
