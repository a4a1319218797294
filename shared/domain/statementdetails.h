// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ledgerentry.h"
#include "note.h"
#include "roomactions.h"

/// How books read the details of a statement. An absent or malformed value is empty; nothing fails. Pure functions.
namespace gatehouse::domain::detail
{

inline QString text(const LedgerEntry &entry, const char *name)
{
    return entry.details.value(QLatin1String(name)).toString();
}

inline int number(const LedgerEntry &entry, const char *name, int absent = 0)
{
    return entry.details.value(QLatin1String(name)).toInt(absent);
}

inline bool flag(const LedgerEntry &entry, const char *name)
{
    return entry.details.value(QLatin1String(name)).toBool();
}

inline std::optional<StaffId> staff(const LedgerEntry &entry, const char *name)
{
    const StaffId id = StaffId::fromText(text(entry, name));
    return id.isNull() ? std::nullopt : std::optional<StaffId>(id);
}

/// Invalid when it is none.
inline QDateTime time(const LedgerEntry &entry, const char *name)
{
    return QDateTime::fromString(text(entry, name), Qt::ISODateWithMs);
}

inline std::optional<NoteRef> note(const LedgerEntry &entry)
{
    return noteRefFromJson(entry.details.value(QLatin1String("note")).toObject());
}

/// The id of a subject such as "incident:<id>"; null when it is another kind of subject, or spelt in another way.
template <typename IdType>
IdType subjectId(const LedgerEntry &entry, const char *prefix)
{
    const IdType id = IdType::fromText(entry.subject.section(QLatin1Char(':'), 1));
    return entry.subject == QLatin1String(prefix) + id.text() ? id : IdType();
}

} // namespace gatehouse::domain::detail
