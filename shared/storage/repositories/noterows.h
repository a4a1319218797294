// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ports/store.h"

namespace gatehouse::storage
{

class Connection;

/// Sealed notes and the keys to them, as rows. Everything here is opaque.
class NoteRows final : public domain::NoteRepository
{
public:
    explicit NoteRows(Connection &connection) : m_connection(connection) {}

    [[nodiscard]] Result<void> insert(const domain::SealedNote &note, const std::vector<domain::NoteKey> &keys) override;
    [[nodiscard]] Result<std::optional<domain::SealedNote>> byId(const domain::NoteId &id) override;
    [[nodiscard]] Result<std::vector<domain::SealedNote>> ofSubject(const QString &subject) override;
    [[nodiscard]] Result<std::vector<domain::NoteKey>> keys(const domain::NoteId &id) override;
    [[nodiscard]] Result<void> erase(const domain::NoteId &id) override;

private:
    Connection &m_connection;
};

} // namespace gatehouse::storage
