// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "doormodel.h"
#include "escortcrew.h"
#include "machineroom.h"
#include "usecases/badges.h"
#include "usecases/staffbadges.h"

#include <random>

namespace gatehouse::test
{

using namespace domain;
using namespace usecases;
using namespace std::chrono_literals;

/// The people of the machine room, who do at random what people do, through the real use cases. The model hears of a deed when
/// the program says that it was done; what the program must never do is a fault.
class RoomPeople
{
public:
    explicit RoomPeople(unsigned seed) : m_random(seed)
    {
        for (const Zone &zone : defaultZones()) {
            if (zone.id == machineRoom)
                model.perEscort = zone.visitorsPerEscort;
        }
        for (const Person person : {Person::Escort, Person::Second})
            model.authorised[person] = site.clock.now().addDays(300);
        for (const Person person : {Person::Keeper, Person::Escort, Person::Second, Person::Colleague}) {
            renew(person);
        }
        must(grantAccess(at(), site.manager(), session(Person::Keeper).staff.id, machineRoom, site.clock.now().addDays(80),
                         QStringLiteral("operations")));
        model.accessList.insert(Person::Keeper);
        m_signedInAt = site.clock.now();
    }

    static security::SecureBytes ownPin()
    {
        QByteArray digits("704916");
        return security::SecureBytes::take(digits);
    }

protected:
    static constexpr qint64 workdaySeconds = 5 * 3600; // then everybody signs in again

    int draw(int bound) { return static_cast<int>(m_random() % static_cast<unsigned>(bound)); }
    /// Mostly one of the last few, so that lives go on.
    int anyVisit() { return m_last == 0 ? 0 : draw(8) == 0 ? 1 + draw(m_last) : std::max(1, m_last - draw(4)); }
    const Workplace &at() { return site.admin().at(); }
    StaffSession &session(Person person)
    {
        switch (person) {
        case Person::Manager:
            return site.manager();
        case Person::Guard:
            return site.guard();
        case Person::SecondGuard:
            return site.secondGuard();
        case Person::Keeper:
            return crew.keeper;
        case Person::Lead:
            return crew.lead;
        case Person::FireKeeper:
            return crew.fireKeeper;
        case Person::Second:
            return crew.second;
        case Person::Colleague:
            return crew.colleague;
        default:
            return crew.escort;
        }
    }
    static Person anyPerson(int drawn) { return static_cast<Person>(static_cast<int>(Person::Manager) + drawn % 9); }
    Person anyEscort() { return draw(4) == 0 ? anyPerson(draw(9)) : draw(2) == 0 ? Person::Escort : Person::Second; }

    void signInAgain()
    {
        if (m_clockOff || m_signedInAt.secsTo(site.clock.now()) < workdaySeconds)
            return;
        for (int i = 0; i < 9; ++i) {
            StaffSession &old = session(anyPerson(i));
            old = site.signInAs(old.staff.number);
        }
        m_signedInAt = site.clock.now();
    }

    // What people do; the model hears of it when the program says that it was done.
    void request()
    {
        VisitRequest wanted = site.meeting();
        wanted.purpose = PurposeId{QStringLiteral("machine-room-work")};
        const auto made = requestVisit(site.kiosk().at(), wanted);
        if (!made)
            return;
        const Visit visit = made->front();
        m_visits[++m_last] = visit.id;
        DoorModel::Visitor &added = model.visitors[m_last];
        added = {};
        added.from = visit.windowFrom;
        added.until = visit.windowUntil;
        m_askedAt[m_last] = site.clock.now();
        (void)recordOriginalSeen(at(), site.guard(), visit.id);
    }
    void approve()
    {
        const int id = anyVisit();
        if (id == 0)
            return;
        const Person by = draw(4) == 0 ? anyPerson(draw(9)) : draw(2) == 0 ? Person::Guard : Person::Keeper;
        const bool done = DoorModel::isGuard(by) && draw(4) != 0
                              ? approveVisit(at(), session(by), m_visits[id]).has_value()
                              : approveAccess(at(), session(by), m_visits[id], machineRoom).has_value();
        if (!done)
            return;
        DoorModel::Visitor &v = model.visitors[id];
        const qint64 waited = m_askedAt[id].secsTo(site.clock.now());
        v.standIn = v.standIn || (by == Person::Manager && waited >= 240 && waited < 1800);
        v.approvers.insert(by);
    }
    void brief()
    {
        const int id = anyVisit();
        const BriefingAnswers answers{1, QStringLiteral("en"), {"a", "b", "c"}, 0};
        if (id != 0 && passBriefing(site.kiosk().at(), m_visits[id], machineRoom, answers))
            model.visitors[id].briefed = true;
    }
    void badge()
    {
        const int id = anyVisit();
        if (id == 0)
            return;
        const auto issued = issueBadgeAtDesk(at(), site.guard(), m_visits[id]);
        if (!issued)
            return;
        if (!DoorModel::approved(model.visitors[id]))
            m_fault = QStringLiteral("a badge for visitor %1 without the approvals").arg(id);
        m_tokens[id] = issued->badge.token;
        model.visitors[id].badge = true;
    }
    void assign()
    {
        const int id = anyVisit();
        const Person escort = anyEscort();
        if (id == 0 || !assignEscort(at(), session(draw(3) == 0 ? anyPerson(draw(9)) : Person::Guard), m_visits[id],
                                     machineRoom, session(escort).staff.id))
            return;
        model.visitors[id].offered = escort;
    }
    void accept()
    {
        const int id = anyVisit();
        const Person escort = anyEscort();
        if (id == 0 || !acceptEscort(at(), session(escort), m_visits[id], machineRoom))
            return;
        if (!DoorModel::approved(model.visitors[id]) || !model.mayEscort(escort, site.clock.now()))
            m_fault = QStringLiteral("visitor %1 was accepted against the rules").arg(id);
        model.visitors[id].escort = escort;
        model.visitors[id].offered = Person::Nobody;
    }
    void handOver()
    {
        const int id = anyVisit();
        if (id == 0)
            return;
        const Person from = model.visitors[id].escort;
        const Person to = anyEscort();
        if (from != Person::Nobody && handOverEscort(at(), session(from), m_visits[id], machineRoom, session(to).staff.id))
            model.visitors[id].offered = to;
    }
    /// Released, revoked, or gone from the site.
    void end()
    {
        const int id = anyVisit();
        if (id == 0)
            return;
        DoorModel::Visitor &v = model.visitors[id];
        const int how = draw(5);
        ReleaseWords words;
        words.workConfirmed = true;
        words.heads = 1;
        if (how == 0 && revokeAccess(at(), site.guard(), m_visits[id], machineRoom, QStringLiteral("conduct")))
            v.over = true;
        if (how == 1 && !m_tokens[id].isEmpty() && checkOut(site.kiosk().at(), m_tokens[id]))
            v.over = true;
        if (how == 1 && v.over)
            v.badge = false;
        if (how > 1 && v.escort != Person::Nobody &&
            releaseEscort(at(), session(v.escort), {m_visits[id]}, machineRoom, words)) {
            if (model.visitorsInside.contains(id) && !m_cut)
                m_fault = QStringLiteral("visitor %1 was released while inside").arg(id);
            v.over = true;
        }
    }
    void authorise()
    {
        const Person who = draw(2) == 0 ? Person::Escort : Person::Second;
        const StaffId staff = session(who).staff.id;
        if (draw(4) == 0 && withdrawEscort(at(), session(Person::Lead), staff, machineRoom)) {
            model.authorised.erase(who);
            return;
        }
        const QDateTime until = site.clock.now().addSecs(600 + draw(20000));
        if (authoriseEscort(at(), session(Person::Manager), staff, machineRoom, until, site.clock.now().date()))
            model.authorised[who] = until;
    }
    /// A new card, and the own PIN again: somebody may have spoilt its row.
    void renew(Person person)
    {
        (void)setPin(at(), session(person), ownPin(), security::KeyCost::Minimal);
        giveBadge(person);
    }
    void giveBadge(Person person)
    {
        const auto issued = issueStaffBadge(at(), site.manager(), session(person).staff.id);
        if (!issued)
            return;
        if (!m_staffTokens[person].isEmpty())
            m_oldTokens[person] = m_staffTokens[person];
        m_staffTokens[person] = issued->token;
    }

    std::mt19937 m_random;
    TestSite site;
    EscortCrew crew{site};
    DoorModel model;
    std::map<int, VisitId> m_visits;
    std::map<int, QDateTime> m_askedAt;
    std::map<int, QString> m_tokens;
    std::map<Person, QString> m_staffTokens, m_oldTokens;
    QDateTime m_signedInAt;
    int m_last = 0;
    int m_clockOff = 0; ///< seconds
    bool m_cut = false; ///< the line between door and database
    QString m_fault;
};

} // namespace gatehouse::test
