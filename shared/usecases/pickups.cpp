// SPDX-License-Identifier: GPL-3.0-or-later
#include "pickups.h"

#include "briefings.h"
#include "caseaccess.h"
#include "requestvisit.h"

#include <algorithm>
#include <set>

namespace gatehouse::usecases
{

using namespace domain;

namespace
{
bool waits(const Visit &visit)
{
    return visit.state == VisitState::Requested;
}

bool isAsked(const Visit &visit)
{
    return waits(visit) && !visit.question.isEmpty();
}

/// Visits of this kiosk with a number: decided ones, and those that still wait.
Result<std::vector<Visit>> numberedHere(Transaction &transaction, const Workplace &workplace)
{
    GATEHOUSE_TRY_ASSIGN(std::vector<Visit> numbered, transaction.visits().withPickup());
    VisitQuery query;
    query.states = {VisitState::Requested};
    GATEHOUSE_TRY_ASSIGN(const std::vector<Visit> waiting, transaction.visits().find(query));
    numbered.insert(numbered.end(), waiting.begin(), waiting.end());
    const StationId station = workplace.stationId(); // a badge face is sealed to one kiosk
    std::erase_if(numbered, [&](const Visit &visit) { return visit.pickup == 0 || visit.station != station; });
    return numbered;
}

std::vector<Visit> unbriefedAmong(const Workplace &workplace, std::vector<Visit> visits)
{
    std::erase_if(visits, [&](const Visit &visit) { return !waits(visit) || briefingsOwed(workplace, visit).empty(); });
    return visits;
}

/// Approved, and its badge cannot be drawn: this kiosk was started since, and no guard's program has sent the face again.
Result<bool> lacksFace(Transaction &transaction, const security::BoxKeyPair &boot, const std::vector<Visit> &party)
{
    for (const Visit &visit : party) {
        if (visit.state != VisitState::Approved)
            continue;
        GATEHOUSE_TRY_ASSIGN(const std::optional<KioskMail> mail, transaction.sealedData().mail(visit.id, kioskmail::face));
        if (!mail || mail->bootKey != boot.publicKey)
            return true;
    }
    return false;
}
} // namespace

Result<WaitingParty> waitingParty(const Workplace &workplace, const security::BoxKeyPair &boot,
                                  const std::vector<VisitId> &visits)
{
    WaitingParty party;
    {
        GATEHOUSE_TRY_ASSIGN(auto transaction, beginRead(workplace));
        for (const VisitId &id : visits) {
            GATEHOUSE_TRY_ASSIGN(const std::optional<Visit> visit, transaction->visits().byId(id));
            if (!visit)
                continue;
            party.visits.push_back(*visit);
            if (!briefingsOwed(workplace, *visit).empty())
                party.unbriefed.push_back(*visit);
        }
    }
    for (const Visit &visit : party.visits) {
        if (!isAsked(visit))
            continue;
        if (const auto question = readQuestion(workplace, boot, visit.id); question && *question) {
            party.asked = visit.id;
            party.question = **question;
            break;
        }
    }
    return party;
}

Result<std::vector<ReadyNumber>> readyNumbers(const Workplace &workplace, const security::BoxKeyPair &boot)
{
    GATEHOUSE_TRY_ASSIGN(auto transaction, beginRead(workplace));
    GATEHOUSE_TRY_ASSIGN(const std::vector<Visit> numbered, numberedHere(*transaction, workplace));
    std::vector<ReadyNumber> numbers;
    std::set<PartyId> parties;
    for (const Visit &visit : numbered) {
        if (!parties.insert(visit.party).second)
            continue;
        GATEHOUSE_TRY_ASSIGN(const std::vector<Visit> party, loadParty(*transaction, visit));
        const auto refused = refusedSince(party);
        if (refused && refused->addDuration(refusalShown) < workplace.clock.now())
            continue;
        if (std::none_of(party.begin(), party.end(), waits)) {
            GATEHOUSE_TRY_ASSIGN(const bool faceless, lacksFace(*transaction, boot, party));
            numbers.push_back({visit.pickup, !refused && !faceless, false});
        } else if (std::any_of(party.begin(), party.end(), isAsked))
            numbers.push_back({visit.pickup, false, false});
        else if (!unbriefedAmong(workplace, party).empty())
            numbers.push_back({visit.pickup, false, true});
    }
    return numbers;
}

Result<std::vector<Visit>> partyOfNumber(const Workplace &workplace, int number)
{
    GATEHOUSE_TRY_ASSIGN(auto transaction, beginRead(workplace));
    GATEHOUSE_TRY_ASSIGN(const std::vector<Visit> numbered, numberedHere(*transaction, workplace));
    for (const Visit &visit : numbered) {
        if (visit.pickup == number)
            return loadParty(*transaction, visit);
    }
    return fail(ErrorCode::Conflict, QStringLiteral("number"));
}

Result<std::vector<Visit>> unbriefedOf(const Workplace &workplace, int number)
{
    GATEHOUSE_TRY_ASSIGN(std::vector<Visit> party, partyOfNumber(workplace, number));
    return unbriefedAmong(workplace, std::move(party));
}

Result<int> adoptWaiting(const Workplace &workplace)
{
    std::vector<Visit> left;
    std::vector<Purpose> purposes;
    {
        GATEHOUSE_TRY_ASSIGN(auto transaction, beginRead(workplace));
        VisitQuery query;
        query.states = {VisitState::Requested, VisitState::Approved};
        GATEHOUSE_TRY_ASSIGN(left, transaction->visits().find(query));
        GATEHOUSE_TRY_ASSIGN(purposes, sitePurposes(*transaction, workplace));
    }
    const auto enters = [&](const Visit &visit) {
        return std::any_of(purposes.begin(), purposes.end(),
                           [&](const Purpose &purpose) { return purpose.id == visit.purpose && purpose.entering; });
    };
    std::set<PartyId> parties;
    for (const Visit &visit : left) {
        if (visit.pickup > 0)
            parties.insert(visit.party);
    }
    int adopted = 0;
    for (const Visit &visit : left) {
        if (visit.atDesk || visit.station != workplace.stationId() || !enters(visit) || !parties.insert(visit.party).second)
            continue;
        GATEHOUSE_TRY(takePickup(workplace, visit.id));
        ++adopted;
    }
    return adopted;
}

} // namespace gatehouse::usecases
