// SPDX-License-Identifier: GPL-3.0-or-later
#include "noterows.h"

#include "storage/connection.h"

namespace gatehouse::storage
{

using namespace domain;

namespace
{
Result<SealedNote> noteFromRow(const Row &row)
{
    SealedNote note{row.id<NoteId>(0), row.text(1), row.time(2), row.bytes(3)};
    if (note.id.isNull())
        return unreadable("note");
    return note;
}
} // namespace

Result<void> NoteRows::insert(const SealedNote &note, const std::vector<NoteKey> &keys)
{
    GATEHOUSE_TRY_ASSIGN(const qint64 added,
                         m_connection.execute(QStringLiteral("INSERT INTO note (id, subject, written_at, content) "
                                                             "VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING"),
                                              boundAll(note.id, note.subject, note.writtenAt, note.bytes)));
    if (added == 0)
        return fail(ErrorCode::Conflict, QStringLiteral("note id is taken"));
    for (const NoteKey &key : keys)
        GATEHOUSE_TRY(m_connection.execute(QStringLiteral("INSERT INTO note_key (note, recipient, content) VALUES (?, ?, ?)"),
                                           boundAll(note.id, key.recipient, key.bytes)));
    return {};
}

Result<std::optional<SealedNote>> NoteRows::byId(const NoteId &id)
{
    return m_connection.one<SealedNote>(QStringLiteral("SELECT id, subject, written_at, content FROM note WHERE id = ?"),
                                        boundAll(id), noteFromRow);
}

Result<std::vector<SealedNote>> NoteRows::ofSubject(const QString &subject)
{
    return m_connection.all<SealedNote>(
        QStringLiteral("SELECT id, subject, written_at, content FROM note WHERE subject = ? ORDER BY written_at, id"),
        boundAll(subject), noteFromRow);
}

Result<std::vector<NoteKey>> NoteRows::keys(const NoteId &id)
{
    return m_connection.all<NoteKey>(
        QStringLiteral("SELECT recipient, content FROM note_key WHERE note = ? ORDER BY recipient"), boundAll(id),
        [&id](const Row &row) {
            return Result<NoteKey>(NoteKey{id, row.text(0), row.bytes(1)});
        });
}

Result<void> NoteRows::erase(const NoteId &id)
{
    GATEHOUSE_TRY(m_connection.execute(QStringLiteral("DELETE FROM note_key WHERE note = ?"), boundAll(id)));
    return {};
}

} // namespace gatehouse::storage
