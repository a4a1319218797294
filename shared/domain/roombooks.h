// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exceptionbook.h"
#include "handoverbook.h"
#include "incidentbook.h"
#include "itembook.h"
#include "musterbook.h"
#include "roundbook.h"

namespace gatehouse::domain
{

/// The books of those who run the room, replayed together. `duties` is replayed before them and must outlive them.
class RoomBooks final : public StatementBook
{
public:
    explicit RoomBooks(const DutyBook &duties) : rounds(duties), handovers(duties), exceptions(duties), items(duties) {}
    RoomBooks(const RoomBooks &) = delete;
    RoomBooks &operator=(const RoomBooks &) = delete;

    IncidentBook incidents;
    RoundBook rounds;
    HandoverBook handovers;
    ExceptionBook exceptions;
    ItemBook items;
    MusterBook musters;

    bool wants(const QString &action) const override
    {
        for (const StatementBook *book : books()) {
            if (book->wants(action))
                return true;
        }
        return false;
    }

    void apply(const LedgerEntry &entry, const StandingView &standing) override
    {
        for (StatementBook *book : {static_cast<StatementBook *>(&incidents), static_cast<StatementBook *>(&rounds),
                                    static_cast<StatementBook *>(&handovers), static_cast<StatementBook *>(&exceptions),
                                    static_cast<StatementBook *>(&items), static_cast<StatementBook *>(&musters)}) {
            if (book->wants(entry.action))
                book->apply(entry, standing);
        }
    }

private:
    std::array<const StatementBook *, 6> books() const
    {
        return {&incidents, &rounds, &handovers, &exceptions, &items, &musters};
    }
};

} // namespace gatehouse::domain
