// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "machineroom.h"
#include "testsite.h"
#include "usecases/duties.h"
#include "usecases/escortvisit.h"

namespace gatehouse::test
{

/// The people of a site's machine room, all invented: lead and keeper with access, two authorised escorts, a fire keeper, and
/// somebody managerial who is not authorised. The first manager (also a guard) gave them their duties.
class EscortCrew
{
public:
    explicit EscortCrew(TestSite &testSite)
        : site(testSite), keeper(hire("3001", "Lin Tao", domain::Grade::Employee)),
          escort(hire("3002", "Ma Jun", domain::Grade::Managerial)), second(hire("3003", "Gu Ning", domain::Grade::Managerial)),
          fireKeeper(hire("3004", "Bai Fan", domain::Grade::Employee)),
          colleague(hire("3005", "Yu Shan", domain::Grade::Managerial)), lead(hire("3006", "He Lan", domain::Grade::Managerial))
    {
        give(keeper, domain::Duty::Keeper);
        give(fireKeeper, domain::Duty::FireKeeper);
        give(lead, domain::Duty::Lead);
        for (const usecases::StaffSession *person : {&escort, &second})
            must(usecases::authoriseEscort(at(), site.manager(), person->staff.id, machineRoom, site.clock.now().addDays(300),
                                           site.clock.now().date()));
    }

    const usecases::Workplace &at() const { return site.admin().at(); }

    /// Asked for at the kiosk, with the original seen; nobody approved it yet.
    domain::Visit requested(const QString &purpose = QStringLiteral("machine-room-work"), const QString &method = {})
    {
        usecases::VisitRequest request = site.meeting();
        request.purpose = domain::PurposeId{purpose};
        request.visitors.front().record.workMethod = method;
        const domain::Visit visit = must(usecases::requestVisit(site.kiosk().at(), request)).front();
        must(usecases::recordOriginalSeen(at(), site.guard(), visit.id));
        return visit;
    }
    domain::Visit approved()
    {
        const domain::Visit visit = requested();
        must(usecases::approveAccess(at(), keeper, visit.id, machineRoom));
        return must(usecases::approveVisit(at(), site.guard(), visit.id)).visit;
    }
    domain::Visit accepted()
    {
        const domain::Visit visit = approved();
        must(usecases::assignEscort(at(), site.guard(), visit.id, machineRoom, escort.staff.id));
        must(usecases::acceptEscort(at(), escort, visit.id, machineRoom));
        return visit;
    }
    /// As the ledger says now.
    domain::EscortedAccess access(const domain::VisitId &visit)
    {
        must(usecases::beginRead(at()));
        return at().authority.escorts().access(visit, machineRoom).value_or(domain::EscortedAccess{});
    }
    QString state(const domain::VisitId &visit) { return domain::accessStateName(access(visit).state); }

private:
    usecases::StaffSession hire(const char *number, const char *name, domain::Grade grade)
    {
        site.addStaff(QString::fromLatin1(number), QString::fromLatin1(name),
                      {grade == domain::Grade::Managerial ? domain::Role::Escort : domain::Role::Auditor}, grade);
        return site.signInAs(QString::fromLatin1(number));
    }
    void give(const usecases::StaffSession &person, domain::Duty duty)
    {
        must(usecases::assignDuty(at(), site.manager(),
                                  {person.staff.id, machineRoom, duty, false, site.clock.now().addDays(300)}));
    }

public:
    TestSite &site;
    usecases::StaffSession keeper;
    usecases::StaffSession escort;
    usecases::StaffSession second;
    usecases::StaffSession fireKeeper;
    usecases::StaffSession colleague;
    usecases::StaffSession lead;
};

} // namespace gatehouse::test
