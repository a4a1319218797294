// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clock.h"
#include "randomness.h"

#include <QHash>
#include <QUuid>

namespace gatehouse
{

/// A UUID that cannot be mistaken for another kind of id. Made by the station that creates the thing, so that a retry is
/// idempotent; version 7 (RFC 9562), so that ids sort by time.
template <typename Tag>
struct Id {
    QUuid value;

    bool isNull() const { return value.isNull(); }
    /// Lower case with hyphens and without braces: the form in the database, in the ledger and in JSON.
    QString text() const { return value.toString(QUuid::WithoutBraces); }
    static Id fromText(const QString &text) { return Id{QUuid::fromString(text)}; }

    bool operator==(const Id &other) const { return value == other.value; }
    bool operator!=(const Id &other) const { return value != other.value; }
    bool operator<(const Id &other) const { return value < other.value; }
};

template <typename Tag>
size_t qHash(const Id<Tag> &id, size_t seed = 0)
{
    return ::qHash(id.value, seed);
}

/// A UUID of version 7 with the clock's milliseconds and 74 random bits.
QUuid makeUuid7(const Clock &clock, Randomness &randomness);

template <typename IdType>
IdType makeId(const Clock &clock, Randomness &randomness)
{
    return IdType{makeUuid7(clock, randomness)};
}

} // namespace gatehouse
