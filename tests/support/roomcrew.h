// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/dutybook.h"
#include "domain/incident.h"
#include "machineroom.h"
#include "testsite.h"

namespace gatehouse::test
{

/// The machine room's people on a test site, all invented: lead He Jing (3001), supervisor Gao Lan (3002), keeper Ma Tao
/// (3003), fire keeper Xu Bin (3004), maintainer Deng Fei (3005), and Tang Yu (3006) without a duty. Each is signed in.
class RoomCrew
{
public:
    explicit RoomCrew(TestSite &site)
        : m_site(site), lead(join(QStringLiteral("3001"), QStringLiteral("He Jing"), domain::Duty::Lead)),
          supervisor(join(QStringLiteral("3002"), QStringLiteral("Gao Lan"), domain::Duty::Supervisor)),
          keeper(join(QStringLiteral("3003"), QStringLiteral("Ma Tao"), domain::Duty::Keeper)),
          fireKeeper(join(QStringLiteral("3004"), QStringLiteral("Xu Bin"), domain::Duty::FireKeeper)),
          maintainer(join(QStringLiteral("3005"), QStringLiteral("Deng Fei"), domain::Duty::Maintainer)),
          colleague(join(QStringLiteral("3006"), QStringLiteral("Tang Yu"), std::nullopt))
    {
    }

private:
    usecases::StaffSession join(const QString &number, const QString &name, std::optional<domain::Duty> duty)
    {
        const domain::StaffId id = m_site.addStaff(number, name, {domain::Role::Escort}, domain::Grade::Managerial);
        if (duty)
            giveDuty(id, *duty);
        return m_site.signInAs(number);
    }
    void giveDuty(const domain::StaffId &id, domain::Duty duty)
    {
        const usecases::Workplace &at = m_site.admin().at();
        auto transaction = must(usecases::beginWrite(at));
        must(usecases::record(*transaction, at, usecases::signerOf(m_site.manager()), domain::action::dutyAssign,
                              domain::staffSubject(id),
                              {{QStringLiteral("zone"), machineRoom.key},
                               {QStringLiteral("duty"), domain::dutyName(duty)},
                               {QStringLiteral("until"), m_site.clock.now().addDays(200).toString(Qt::ISODateWithMs)}}));
        must(transaction->commit());
    }

    TestSite &m_site;

public:
    usecases::StaffSession lead;
    usecases::StaffSession supervisor;
    usecases::StaffSession keeper;
    usecases::StaffSession fireKeeper;
    usecases::StaffSession maintainer;
    usecases::StaffSession colleague;
};

/// The error's code and detail as one word, "ok" for a success: what tables of refusals compare.
template <typename T>
QString outcome(const Result<T> &result)
{
    if (result)
        return QStringLiteral("ok");
    return result.error().detail.isEmpty() ? errorName(result.error().code)
                                           : errorName(result.error().code) + QLatin1Char(' ') + result.error().detail;
}

} // namespace gatehouse::test
