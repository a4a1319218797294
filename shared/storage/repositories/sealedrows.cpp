// SPDX-License-Identifier: GPL-3.0-or-later
#include "sealedrows.h"

#include "storage/connection.h"

namespace gatehouse::storage
{

using namespace domain;

namespace
{
struct CountedCard {
    qint64 place = 0;
    SealedCard card;
};
} // namespace

Result<void> SealedRows::put(const SealedBlob &blob)
{
    GATEHOUSE_TRY(m_connection.execute(QStringLiteral("INSERT INTO sealed_blob (visit, field, content) VALUES (?, ?, ?) "
                                                      "ON CONFLICT (visit, field) DO UPDATE SET content = excluded.content"),
                                       boundAll(blob.visit, blob.field, blob.bytes)));
    return {};
}

Result<std::optional<SealedBlob>> SealedRows::blob(const VisitId &visit, const QString &field)
{
    return m_connection.one<SealedBlob>(QStringLiteral("SELECT content FROM sealed_blob WHERE visit = ? AND field = ?"),
                                        boundAll(visit, field), [&](const Row &row) {
                                            return Result<SealedBlob>(SealedBlob{visit, field, row.bytes(0)});
                                        });
}

Result<std::vector<SealedBlob>> SealedRows::blobs(const VisitId &visit)
{
    return m_connection.all<SealedBlob>(QStringLiteral("SELECT field, content FROM sealed_blob WHERE visit = ? ORDER BY field"),
                                        boundAll(visit), [&visit](const Row &row) {
                                            return Result<SealedBlob>(SealedBlob{visit, row.text(0), row.bytes(1)});
                                        });
}

Result<void> SealedRows::putKey(const WrappedKey &key)
{
    GATEHOUSE_TRY(
        m_connection.execute(QStringLiteral("INSERT INTO wrapped_key (visit, recipient, content) VALUES (?, ?, ?) "
                                            "ON CONFLICT (visit, recipient) DO UPDATE SET content = excluded.content"),
                             boundAll(key.visit, key.recipient, key.bytes)));
    return {};
}

Result<std::vector<WrappedKey>> SealedRows::keys(const VisitId &visit)
{
    return m_connection.all<WrappedKey>(
        QStringLiteral("SELECT recipient, content FROM wrapped_key WHERE visit = ? ORDER BY recipient"), boundAll(visit),
        [&visit](const Row &row) {
            return Result<WrappedKey>(WrappedKey{visit, row.text(0), row.bytes(1)});
        });
}

Result<void> SealedRows::putCard(const SealedCard &card)
{
    // Not an update: readers go on from the last card that they have seen and must meet the new one.
    GATEHOUSE_TRY(m_connection.execute(QStringLiteral("DELETE FROM sealed_card WHERE visit = ?"), boundAll(card.visit)));
    GATEHOUSE_TRY(
        m_connection.execute(QStringLiteral("INSERT INTO sealed_card (visit, key_id, fast, content) VALUES (?, ?, ?, ?)"),
                             boundAll(card.visit, card.keyId, card.fast, card.bytes)));
    return {};
}

Result<std::optional<SealedCard>> SealedRows::card(const VisitId &visit)
{
    return m_connection.one<SealedCard>(
        QStringLiteral("SELECT key_id, fast, content FROM sealed_card WHERE visit = ?"), boundAll(visit),
        [&visit](const Row &row) {
            return Result<SealedCard>(SealedCard{visit, row.text(0), row.flag(1), row.bytes(2)});
        });
}

Result<std::vector<SealedCard>> SealedRows::cards(qint64 &after, int limit)
{
    // Rows that cannot be read come as empty cards here, so that the place still moves on behind them.
    GATEHOUSE_TRY_ASSIGN(
        auto rows,
        m_connection.all<CountedCard>(
            QStringLiteral("SELECT seq, visit, key_id, fast, content FROM sealed_card WHERE seq > ? ORDER BY seq LIMIT ?"),
            boundAll(after, limit), [](const Row &row) {
                return Result<CountedCard>(
                    CountedCard{row.number(0), SealedCard{row.id<VisitId>(1), row.text(2), row.flag(3), row.bytes(4)}});
            }));
    std::vector<SealedCard> found;
    found.reserve(rows.size());
    for (CountedCard &row : rows) {
        after = row.place;
        found.push_back(std::move(row.card));
    }
    return found;
}

Result<void> SealedRows::saveSealingKey(const SealingKey &key)
{
    GATEHOUSE_TRY(m_connection.execute(
        QStringLiteral("INSERT INTO sealing_key (id, public_key, valid_from) VALUES (?, ?, ?) "
                       "ON CONFLICT (id) DO UPDATE SET public_key = excluded.public_key, valid_from = excluded.valid_from"),
        boundAll(key.id, key.publicKey, key.from)));
    return {};
}

Result<std::vector<SealingKey>> SealedRows::sealingKeys()
{
    return m_connection.all<SealingKey>(
        QStringLiteral("SELECT id, public_key, valid_from FROM sealing_key ORDER BY valid_from, id"), {}, [](const Row &row) {
            return Result<SealingKey>(SealingKey{row.text(0), row.bytes(1), row.time(2)});
        });
}

Result<void> SealedRows::saveGrant(const KeyGrant &grant)
{
    GATEHOUSE_TRY(m_connection.execute(QStringLiteral("INSERT INTO key_grant (staff, key_id, content) VALUES (?, ?, ?) "
                                                      "ON CONFLICT (staff, key_id) DO UPDATE SET content = excluded.content"),
                                       boundAll(grant.staff, grant.keyId, grant.bytes)));
    return {};
}

Result<std::vector<KeyGrant>> SealedRows::grants(const StaffId &staff)
{
    return m_connection.all<KeyGrant>(QStringLiteral("SELECT key_id, content FROM key_grant WHERE staff = ? ORDER BY key_id"),
                                      boundAll(staff), [&staff](const Row &row) {
                                          return Result<KeyGrant>(KeyGrant{row.text(0), staff, row.bytes(1)});
                                      });
}

Result<void> SealedRows::putMail(const KioskMail &mail)
{
    GATEHOUSE_TRY(m_connection.execute(
        QStringLiteral("INSERT INTO kiosk_mail (visit, kind, station, boot_key, content) VALUES (?, ?, ?, ?, ?) "
                       "ON CONFLICT (visit, kind) DO UPDATE SET station = excluded.station, boot_key = excluded.boot_key, "
                       "content = excluded.content"),
        boundAll(mail.visit, mail.kind, mail.station, mail.bootKey, mail.bytes)));
    return {};
}

Result<std::optional<KioskMail>> SealedRows::mail(const VisitId &visit, const QString &kind)
{
    return m_connection.one<KioskMail>(
        QStringLiteral("SELECT station, boot_key, content FROM kiosk_mail WHERE visit = ? AND kind = ?"), boundAll(visit, kind),
        [&](const Row &row) {
            return Result<KioskMail>(KioskMail{visit, row.id<StationId>(0), kind, row.bytes(1), row.bytes(2)});
        });
}

Result<void> SealedRows::removeMail(const VisitId &visit, const QString &kind)
{
    GATEHOUSE_TRY(
        m_connection.execute(QStringLiteral("DELETE FROM kiosk_mail WHERE visit = ? AND kind = ?"), boundAll(visit, kind)));
    return {};
}

} // namespace gatehouse::storage
