// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ledgerentry.h"
#include "domain/sealed.h"
#include "domain/staff.h"
#include "domain/visit.h"
#include "fakeclock.h"

namespace gatehouse::test
{

/// Makes invented rows with ids of its own; times have milliseconds, so that a store that drops them is seen.
class SampleRows
{
public:
    explicit SampleRows(quint64 seed = 1) : m_randomness(seed) {}

    QDateTime at(int minutes) const { return m_clock.now().addSecs(60 * minutes).addMSecs(123); }

    template <typename IdType>
    IdType id()
    {
        return makeId<IdType>(m_clock, m_randomness);
    }
    QByteArray bytes(int count) { return m_randomness.bytes(count); }

    domain::Staff staff(const QString &number)
    {
        domain::Staff staff;
        staff.id = id<domain::StaffId>();
        staff.number = number;
        staff.name = QStringLiteral("Person %1").arg(number);
        staff.grade = domain::Grade::Managerial;
        staff.roles = {domain::Role::Guard, domain::Role::Manager};
        staff.state = domain::StaffState::Active;
        staff.agreementDate = QDate(2026, 1, 5);
        staff.language = QStringLiteral("zh");
        return staff;
    }

    domain::Visit visit(int number)
    {
        domain::Visit visit;
        visit.id = id<domain::VisitId>();
        visit.party = id<domain::PartyId>();
        visit.number = number;
        visit.purpose.key = QStringLiteral("meeting");
        visit.zones = {domain::ZoneId{QStringLiteral("office")}, domain::ZoneId{QStringLiteral("lobby")}};
        visit.windowFrom = at(0);
        visit.windowUntil = at(240);
        visit.station = id<domain::StationId>();
        visit.language = QStringLiteral("zh-CN");
        visit.documentKind = QStringLiteral("aamva");
        visit.requestedAt = at(number);
        return visit;
    }

    domain::Badge badge(const domain::VisitId &visit, quint64 serial)
    {
        domain::Badge badge;
        badge.serial = serial;
        badge.visit = visit;
        badge.station = id<domain::StationId>();
        badge.token = QStringLiteral("GH1:%1").arg(serial);
        badge.validFrom = at(0);
        badge.validUntil = at(60);
        badge.issuedAt = at(1);
        return badge;
    }

    /// The entry that follows `head`; signer and signature are random.
    domain::LedgerEntry entry(const domain::LedgerHead &head, const domain::StationId &station, qint64 counter)
    {
        domain::LedgerEntry entry;
        entry.sequence = head.sequence + 1;
        entry.occurred = at(1);
        entry.recorded = at(2);
        entry.station = station;
        entry.stationCounter = counter;
        entry.actor = domain::stationActor(station);
        entry.action = domain::action::visitRequest;
        entry.subject = domain::visitSubject(id<domain::VisitId>());
        entry.details = QJsonObject{{QStringLiteral("record"), QStringLiteral("00ff")}, {QStringLiteral("count"), 3}};
        entry.previous = head.hash;
        entry.body = domain::ledgerBody(entry);
        entry.hash = domain::ledgerHash(entry.body);
        entry.signer = bytes(32);
        entry.signature = bytes(64);
        return entry;
    }

private:
    FakeClock m_clock;
    SeededRandomness m_randomness;
};

} // namespace gatehouse::test
