// SPDX-License-Identifier: GPL-3.0-or-later
#include "note.h"

namespace gatehouse::domain
{

QJsonObject toJson(const NoteRef &note)
{
    return {{QStringLiteral("id"), note.id.text()}, {QStringLiteral("hash"), note.hash}};
}

std::optional<NoteRef> noteRefFromJson(const QJsonObject &json)
{
    const NoteRef note{NoteId::fromText(json.value(QLatin1String("id")).toString()),
                       json.value(QLatin1String("hash")).toString()};
    return note.id.isNull() ? std::nullopt : std::optional<NoteRef>(note);
}

} // namespace gatehouse::domain
