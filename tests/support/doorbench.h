// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bookdesk.h"
#include "machineroom.h"
#include "testsite.h"
#include "usecases/badges.h"
#include "usecases/passdoor.h"
#include "usecases/staffbadges.h"

namespace gatehouse::test
{

using namespace domain;
using namespace usecases;

inline security::SecureBytes pinOf(const char *text)
{
    QByteArray bytes(text);
    return security::SecureBytes::take(bytes);
}

/// A site with a door to the machine room, an escort with badge and PIN (Wang Fang), one of the room's own people (Sun Qi, who
/// is also its keeper), and visitors for whom that escort answers. All invented.
class DoorBench
{
public:
    DoorBench() : doorStation(site.url(), site.vaultFolder(), QStringLiteral("door"), site.clock, site.randomness)
    {
        escortId = site.addStaff(QStringLiteral("2210"), QStringLiteral("Wang Fang"), {Role::Escort}, Grade::Managerial);
        escort.emplace(site.signInAs(QStringLiteral("2210")));
        authorise(escortId);
        say(site.admin(), signerOf(site.manager()), action::dutyAssign, staffSubject(site.secondGuard().staff.id),
            {{QStringLiteral("zone"), machineRoom.key},
             {QStringLiteral("duty"), dutyName(Duty::Keeper)},
             {QStringLiteral("until"), timeText(site.clock.now().addDays(300))}});
        must(setPin(site.admin().at(), *escort, pinOf("704916"), security::KeyCost::Minimal));
        escortBadge = must(issueStaffBadge(site.admin().at(), site.manager(), escortId)).token;
    }

    LedgerEntry say(const TestStation &station, const Signer &signer, const QString &what, const QString &subject,
                    const QJsonObject &details)
    {
        auto transaction = must(beginWrite(station.at()));
        const LedgerEntry entry = must(record(*transaction, station.at(), signer, what, subject, details));
        must(transaction->commit());
        return entry;
    }
    void authorise(const StaffId &person)
    {
        say(site.admin(), signerOf(site.manager()), action::escortAuthorise, staffSubject(person),
            {{QStringLiteral("zone"), machineRoom.key},
             {QStringLiteral("until"), timeText(site.clock.now().addDays(30))},
             {QStringLiteral("training"), site.clock.now().date().toString(Qt::ISODate)}});
    }
    /// Two approvals and a briefing; the badge is out.
    QString approved(VisitId *id = nullptr)
    {
        VisitRequest request = site.meeting();
        request.purpose = PurposeId{QStringLiteral("machine-room-work")};
        const Visit visit = must(requestVisit(site.kiosk().at(), request)).front();
        must(recordOriginalSeen(site.admin().at(), site.guard(), visit.id));
        must(approveVisit(site.admin().at(), site.guard(), visit.id));
        must(approveVisit(site.admin().at(), site.secondGuard(), visit.id));
        say(site.kiosk(), signerOf(site.kiosk().at()), action::briefingPassed, visitSubject(visit.id),
            {{QStringLiteral("zone"), machineRoom.key}});
        if (id)
            *id = visit.id;
        return must(issueBadgeAtDesk(site.admin().at(), site.guard(), visit.id)).badge.token;
    }
    void assign(const VisitId &visit)
    {
        say(site.admin(), signerOf(site.guard()), action::escortAssign, visitSubject(visit),
            {{QStringLiteral("zone"), machineRoom.key}, {QStringLiteral("escort"), escortId.text()}});
    }
    void accept(const VisitId &visit)
    {
        say(site.admin(), signerOf(*escort), action::escortAccept, visitSubject(visit),
            {{QStringLiteral("zone"), machineRoom.key}, {QStringLiteral("escort"), escortId.text()}});
    }
    QString accepted(VisitId *id = nullptr)
    {
        VisitId visit;
        const QString token = approved(&visit);
        assign(visit);
        accept(visit);
        if (id)
            *id = visit;
        return token;
    }
    const Workplace &at() const { return doorStation.at(); }
    std::map<StaffId, PinState> rightPin() const { return {{escortId, PinState::Right}}; }
    DoorPassage enter(const QStringList &tokens)
    {
        return must(passDoor(at(), machineRoom, Direction::Enter, tokens, rightPin()));
    }
    DoorPassage leave(const QStringList &tokens) { return must(passDoor(at(), machineRoom, Direction::Leave, tokens, {})); }
    std::vector<LedgerEntry> said(const QString &what)
    {
        auto transaction = must(beginRead(at()));
        std::vector<LedgerEntry> entries = must(transaction->ledger().after(0, 100000));
        std::erase_if(entries, [&](const LedgerEntry &entry) { return entry.action != what; });
        return entries;
    }
    std::size_t inside()
    {
        must(beginRead(at()));
        return at().authority.escorts().inside(machineRoom).size();
    }

    TestSite site;
    TestStation doorStation;
    StaffId escortId;
    std::optional<StaffSession> escort;
    QString escortBadge;
};

} // namespace gatehouse::test
