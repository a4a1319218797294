// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ports/store.h"

namespace gatehouse::storage
{

class Connection;

/// Sealed bytes and the keys to them, as rows. Everything here is opaque.
class SealedRows final : public domain::SealedRepository
{
public:
    explicit SealedRows(Connection &connection) : m_connection(connection) {}

    [[nodiscard]] Result<void> put(const domain::SealedBlob &blob) override;
    [[nodiscard]] Result<std::optional<domain::SealedBlob>> blob(const domain::VisitId &visit, const QString &field) override;
    [[nodiscard]] Result<std::vector<domain::SealedBlob>> blobs(const domain::VisitId &visit) override;
    [[nodiscard]] Result<void> putKey(const domain::WrappedKey &key) override;
    [[nodiscard]] Result<std::vector<domain::WrappedKey>> keys(const domain::VisitId &visit) override;
    [[nodiscard]] Result<void> putCard(const domain::SealedCard &card) override;
    [[nodiscard]] Result<std::optional<domain::SealedCard>> card(const domain::VisitId &visit) override;
    /// A replaced card comes again, at the end.
    [[nodiscard]] Result<std::vector<domain::SealedCard>> cards(qint64 &after, int limit) override;

    [[nodiscard]] Result<void> saveSealingKey(const domain::SealingKey &key) override;
    /// Oldest first.
    [[nodiscard]] Result<std::vector<domain::SealingKey>> sealingKeys() override;
    [[nodiscard]] Result<void> saveGrant(const domain::KeyGrant &grant) override;
    [[nodiscard]] Result<std::vector<domain::KeyGrant>> grants(const domain::StaffId &staff) override;

    [[nodiscard]] Result<void> putMail(const domain::KioskMail &mail) override;
    [[nodiscard]] Result<std::optional<domain::KioskMail>> mail(const domain::VisitId &visit, const QString &kind) override;
    [[nodiscard]] Result<void> removeMail(const domain::VisitId &visit, const QString &kind) override;

private:
    Connection &m_connection;
};

} // namespace gatehouse::storage
