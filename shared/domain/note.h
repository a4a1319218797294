// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ids.h"

#include <QByteArray>
#include <QDateTime>
#include <QJsonObject>
#include <QString>

#include <optional>

namespace gatehouse::domain
{

using NoteId = Id<struct NoteTag>;

/// Free text that belongs to no visit (what happened at an incident, what was found on a round), as stored: sealed under a data
/// key of its own, opaque here. `subject` is what the ledger's statement about it is about: "incident:<id>". Never changed: a
/// correction is another note.
struct SealedNote {
    NoteId id;
    QString subject;
    QDateTime writtenAt;
    QByteArray bytes;

    bool operator==(const SealedNote &) const = default;
};

/// The note's data key, sealed to one recipient, "site:<sealing key id>" or "staff:<id>". Deleting them all erases the note.
struct NoteKey {
    NoteId note;
    QString recipient;
    QByteArray bytes;

    bool operator==(const NoteKey &) const = default;
};

/// What a signed statement holds of a note: which one, and the SHA-256 of its sealed bytes, so that neither the text nor its
/// place can be changed afterwards.
struct NoteRef {
    NoteId id;
    QString hash; ///< hex

    bool operator==(const NoteRef &) const = default;
};

QJsonObject toJson(const NoteRef &note);
/// Nothing when the statement names no note.
std::optional<NoteRef> noteRefFromJson(const QJsonObject &json);

} // namespace gatehouse::domain
