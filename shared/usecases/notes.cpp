// SPDX-License-Identifier: GPL-3.0-or-later
#include "notes.h"

#include "base/logging.h"
#include "caseaccess.h"

namespace gatehouse::usecases
{

using namespace domain;

namespace
{
// Bound to note and subject, so that a text moved to another incident does not open.
QString binding(const NoteId &id)
{
    return QStringLiteral("note:") + id.text();
}

Result<security::SecureBytes> openNoteKey(Transaction &transaction, const StaffSession &session, const NoteId &id)
{
    GATEHOUSE_TRY_ASSIGN(const std::vector<NoteKey> keys, transaction.notes().keys(id));
    if (keys.empty())
        return fail(ErrorCode::NotFound, QStringLiteral("erased"));
    for (const NoteKey &wrapped : keys) {
        for (const OpenedSealingKey &opened : session.sealingKeys) {
            if (wrapped.recipient != QStringLiteral("site:") + opened.id)
                continue;
            if (auto key = security::openSealedKey(opened.keys, wrapped.bytes))
                return key;
        }
        if (wrapped.recipient == staffActor(session.staff.id)) {
            if (auto key = security::openSealedKey(session.keys.box, wrapped.bytes))
                return key;
        }
    }
    return fail(ErrorCode::NotAllowed, QStringLiteral("no key for this note"));
}

Result<std::vector<NoteKey>> noteKeysFor(const Workplace &workplace, const SealingKey &siteKey, const NoteId &note,
                                         const security::SecureBytes &dataKey, const std::set<StaffId> &readers)
{
    GATEHOUSE_TRY_ASSIGN(const QByteArray forSite, security::sealTo(siteKey.publicKey, dataKey));
    std::vector<NoteKey> keys{{note, QStringLiteral("site:") + siteKey.id, forSite}};
    for (const StaffId &reader : readers) {
        const QByteArray boxKey = workplace.authority.staffBoxKey(reader);
        if (boxKey.isEmpty())
            continue; // never signed in: there is no key to seal to
        GATEHOUSE_TRY_ASSIGN(const QByteArray forReader, security::sealTo(boxKey, dataKey));
        keys.push_back({note, staffActor(reader), forReader});
    }
    return keys;
}
} // namespace

Result<std::optional<NoteRef>> writeNote(Transaction &transaction, const Workplace &workplace, const QString &subject,
                                         const QString &text, const std::set<StaffId> &readers)
{
    if (text.trimmed().isEmpty())
        return std::optional<NoteRef>();
    if (text.size() > longestNote)
        return fail(ErrorCode::Invalid, QStringLiteral("text too long"));
    const auto siteKey = workplace.authority.sealingKey();
    if (!siteKey)
        return fail(ErrorCode::Untrusted, QStringLiteral("no sealing key"));
    const security::SecureBytes dataKey = security::makeDataKey();
    SealedNote note;
    note.id = makeId<NoteId>(workplace.clock, workplace.randomness);
    note.subject = subject;
    note.writtenAt = workplace.clock.now();
    QByteArray plain = text.trimmed().toUtf8();
    note.bytes = security::sealField(dataKey, binding(note.id), subject, plain);
    security::wipe(plain);
    GATEHOUSE_TRY_ASSIGN(const std::vector<NoteKey> keys, noteKeysFor(workplace, *siteKey, note.id, dataKey, readers));
    GATEHOUSE_TRY(transaction.notes().insert(note, keys));
    return std::optional<NoteRef>(NoteRef{note.id, hexText(sha256(note.bytes))});
}

Result<QString> readNote(Transaction &transaction, const StaffSession &session, const QString &subject, const NoteRef &ref)
{
    GATEHOUSE_TRY_ASSIGN(const std::optional<SealedNote> note, transaction.notes().byId(ref.id));
    if (!note)
        return fail(ErrorCode::NotFound, QStringLiteral("note"));
    if (note->subject != subject || hexText(sha256(note->bytes)) != ref.hash) {
        qCCritical(lcTrust) << "a note is not the one that was signed for:" << ref.id.text();
        return fail(ErrorCode::BadSignature, QStringLiteral("note"));
    }
    GATEHOUSE_TRY_ASSIGN(const security::SecureBytes dataKey, openNoteKey(transaction, session, ref.id));
    GATEHOUSE_TRY_ASSIGN(QByteArray plain, security::openField(dataKey, binding(ref.id), subject, note->bytes));
    const QString text = QString::fromUtf8(plain);
    security::wipe(plain);
    return text;
}

QString noteOrNothing(Transaction &transaction, const StaffSession &session, const QString &subject,
                      const std::optional<NoteRef> &note)
{
    if (!note)
        return {};
    return readNote(transaction, session, subject, *note).value_or(QString());
}

} // namespace gatehouse::usecases
