// SPDX-License-Identifier: GPL-3.0-or-later
#include "rounds.h"

#include "domain/roomactions.h"
#include "incidents.h"
#include "notes.h"
#include "staffact.h"

#include <QJsonArray>
#include <QSet>

#include <algorithm>
#include <iterator>

namespace gatehouse::usecases
{

using namespace domain;

namespace
{
constexpr int shownRounds = 100;
constexpr int longestLoad = 80;
constexpr int firstHour = 8; // spot rounds fall into the working day
constexpr int workingHours = 10;

const RoundBook &roundBook(const Workplace &workplace)
{
    return workplace.authority.rooms().rounds;
}

bool mayLead(const Workplace &workplace, const StaffId &staff, const ZoneId &zone)
{
    return workplace.authority.holds(staff, Role::Manager) ||
           workplace.authority.duties().holds(staff, zone, Duty::Lead, workplace.clock.now());
}

Result<void> requireLead(const Workplace &workplace, const StaffSession &session, const ZoneId &zone)
{
    if (!mayLead(workplace, session.staff.id, zone))
        return fail(ErrorCode::NotAllowed, QStringLiteral("role"));
    return {};
}

int insideOf(const Workplace &workplace, const ZoneId &zone)
{
    int people = 0;
    for (const Presence &presence : workplace.authority.escorts().inside(zone))
        people += presence.heads;
    return people;
}

Result<Round> ownRound(const Workplace &workplace, const StaffSession &session, const RoundId &id)
{
    const std::optional<Round> round = roundBook(workplace).byId(id);
    if (!round)
        return fail(ErrorCode::NotFound, QStringLiteral("round"));
    if (round->finishedAt)
        return fail(ErrorCode::Conflict, QStringLiteral("finished"));
    if (round->by != session.staff.id)
        return fail(ErrorCode::NotAllowed, QStringLiteral("another's round"));
    return *round;
}

RoundJudgement judge(const Workplace &workplace, const Round &round)
{
    RoundJudgement judgement;
    judgement.unanswered = round.unanswered();
    judgement.inside = insideOf(workplace, round.zone);
    if (round.kind == RoundKind::Closing) {
        judgement.darkened = roundBook(workplace).supply(round.zone);
        std::erase_if(judgement.darkened, [](const SupplyLoad &load) { return load.what == SupplyLoad::What::Other; });
    }
    return judgement;
}

QString isoTime(const QDateTime &time)
{
    return time.toUTC().toString(Qt::ISODateWithMs);
}
} // namespace

Result<void> defineChecklist(const Workplace &workplace, const StaffSession &session, const Checklist &checklist)
{
    QSet<QString> codes;
    bool worded = true;
    for (const CheckPoint &point : checklist.points) {
        codes.insert(point.code);
        worded = worded && !(point.english.trimmed().isEmpty() && point.chinese.trimmed().isEmpty());
    }
    if (checklist.points.empty() || codes.size() != static_cast<qsizetype>(checklist.points.size()) ||
        codes.contains(QString()) || !worded)
        return fail(ErrorCode::Invalid, QStringLiteral("points"));
    GATEHOUSE_TRY_ASSIGN(const StaffAct act, StaffAct::begin(workplace, session));
    GATEHOUSE_TRY(requireLead(workplace, session, checklist.zone));
    GATEHOUSE_TRY(
        act.state(action::checklistDefine, zoneSubject(checklist.zone), {{QStringLiteral("checklist"), toJson(checklist)}}));
    return act.done();
}

Result<int> adoptDefaultChecklists(const Workplace &workplace, const StaffSession &manager)
{
    GATEHOUSE_TRY_ASSIGN(const StaffAct act, StaffAct::begin(workplace, manager, {Role::Manager}));
    int adopted = 0;
    for (const Checklist &checklist : defaultChecklists()) {
        if (roundBook(workplace).checklist(checklist.zone, checklist.kind))
            continue;
        GATEHOUSE_TRY(act.state(action::checklistDefine, zoneSubject(checklist.zone),
                                {{QStringLiteral("checklist"), toJson(checklist)}}));
        ++adopted;
    }
    GATEHOUSE_TRY(act.done());
    return adopted;
}

Result<void> defineSupply(const Workplace &workplace, const StaffSession &session, const ZoneId &zone,
                          const std::vector<SupplyLoad> &loads)
{
    QJsonArray array;
    for (const SupplyLoad &load : loads) {
        if (load.label.trimmed().isEmpty() || load.label.size() > longestLoad)
            return fail(ErrorCode::Invalid, QStringLiteral("label"));
        array.append(
            QJsonObject{{QStringLiteral("what"), supplyName(load.what)}, {QStringLiteral("label"), load.label.trimmed()}});
    }
    GATEHOUSE_TRY_ASSIGN(const StaffAct act, StaffAct::begin(workplace, session));
    GATEHOUSE_TRY(requireLead(workplace, session, zone));
    GATEHOUSE_TRY(act.state(action::supplyDefine, zoneSubject(zone),
                            {{QStringLiteral("zone"), zone.key}, {QStringLiteral("loads"), array}}));
    return act.done();
}

Result<void> planSpotRound(const Workplace &workplace, const StaffSession &session, const ZoneId &zone, int days)
{
    if (days < 1)
        return fail(ErrorCode::Invalid, QStringLiteral("days"));
    GATEHOUSE_TRY_ASSIGN(const StaffAct act, StaffAct::begin(workplace, session, {Role::Guard, Role::Manager}));
    const QDateTime now = workplace.clock.now();
    const std::vector<StaffId> keepers = workplace.authority.duties().holders(zone, Duty::Keeper, now);
    if (keepers.empty())
        return fail(ErrorCode::Blocked, noKeeper);
    const QByteArray dice = workplace.randomness.bytes(4);
    const auto cast = [&](int first, int sides) {
        return ((static_cast<uchar>(dice[first]) << 8) | static_cast<uchar>(dice[first + 1])) % sides;
    };
    const QDateTime at(now.toLocalTime().date().addDays(1 + cast(0, days)), QTime(firstHour, 0));
    GATEHOUSE_TRY(act.state(action::roundPlan, zoneSubject(zone),
                            {{QStringLiteral("zone"), zone.key},
                             {QStringLiteral("at"), isoTime(at.addSecs(60LL * cast(2, 60 * workingHours)))},
                             {QStringLiteral("whose"), keepers.front().text()}}));
    return act.done();
}

Result<Round> startRound(const Workplace &workplace, const StaffSession &session, const ZoneId &zone, RoundKind kind)
{
    GATEHOUSE_TRY_ASSIGN(const StaffAct act, StaffAct::begin(workplace, session));
    if (!mayInspect(bearerOf(workplace, session.staff.id), zone, kind))
        return fail(ErrorCode::NotAllowed, QStringLiteral("duty"));
    const std::optional<Checklist> checklist = roundBook(workplace).checklist(zone, kind);
    if (!checklist)
        return fail(ErrorCode::NotFound, QStringLiteral("checklist"));
    if (kind == RoundKind::Closing && insideOf(workplace, zone) > 0)
        return fail(ErrorCode::Blocked, peopleInside);
    const RoundId id = makeId<RoundId>(workplace.clock, workplace.randomness);
    GATEHOUSE_TRY(act.state(action::roundStart, roundSubject(id),
                            {{QStringLiteral("zone"), zone.key}, {QStringLiteral("kind"), roundKindName(kind)}}));
    GATEHOUSE_TRY(act.done());
    return Round{id, zone, kind, session.staff.id, workplace.clock.now(), *checklist, {}, {}};
}

Result<std::optional<IncidentId>> answerPoint(const Workplace &workplace, const StaffSession &session, const RoundId &id,
                                              const PointAnswer &answer)
{
    GATEHOUSE_TRY_ASSIGN(const StaffAct act, StaffAct::begin(workplace, session));
    GATEHOUSE_TRY_ASSIGN(const Round round, ownRound(workplace, session, id));
    const auto &points = round.checklist.points;
    const auto point =
        std::find_if(points.begin(), points.end(), [&](const CheckPoint &one) { return one.code == answer.point; });
    if (point == points.end())
        return fail(ErrorCode::NotFound, QStringLiteral("point"));
    QJsonObject details{{QStringLiteral("point"), answer.point}, {QStringLiteral("passed"), answer.passed}};
    std::optional<IncidentId> incident;
    if (!answer.passed) {
        NewIncident found{
            incidentOfPoint(point->kind), round.zone, roundSubject(id), answer.point, answer.text, answer.owner, answer.fixBy};
        GATEHOUSE_TRY_ASSIGN(incident, openIncidentIn(act.transaction(), workplace, signerOf(session), found));
        details.insert(QStringLiteral("incident"), incident->text());
    } else {
        GATEHOUSE_TRY_ASSIGN(const auto note, writeNote(act.transaction(), workplace, roundSubject(id), answer.text));
        if (note)
            details.insert(QStringLiteral("note"), toJson(*note));
    }
    GATEHOUSE_TRY(act.state(action::roundPoint, roundSubject(id), details));
    GATEHOUSE_TRY(act.done());
    return incident;
}

Result<RoundJudgement> judgeRound(const Workplace &workplace, const StaffSession &session, const RoundId &id)
{
    GATEHOUSE_TRY_ASSIGN(auto transaction, beginRead(workplace));
    GATEHOUSE_TRY(requireRole(*transaction, workplace, session, {}));
    const std::optional<Round> round = roundBook(workplace).byId(id);
    if (!round)
        return fail(ErrorCode::NotFound, QStringLiteral("round"));
    return judge(workplace, *round);
}

Result<void> finishRound(const Workplace &workplace, const StaffSession &session, const RoundId &id, bool supplyAcknowledged)
{
    GATEHOUSE_TRY_ASSIGN(const StaffAct act, StaffAct::begin(workplace, session));
    GATEHOUSE_TRY_ASSIGN(const Round round, ownRound(workplace, session, id));
    const RoundJudgement judgement = judge(workplace, round);
    if (!judgement.unanswered.isEmpty())
        return fail(ErrorCode::Blocked, QStringLiteral("unanswered"));
    if (judgement.blocks(round.kind))
        return fail(ErrorCode::Blocked, peopleInside);
    if (!judgement.darkened.empty() && !supplyAcknowledged)
        return fail(ErrorCode::Blocked, QStringLiteral("supply"));
    GATEHOUSE_TRY(act.state(action::roundFinish, roundSubject(id),
                            {{QStringLiteral("inside"), judgement.inside},
                             {QStringLiteral("warned"), static_cast<int>(judgement.darkened.size())}}));
    return act.done();
}

Result<void> defineFireDevice(const Workplace &workplace, const StaffSession &manager, const FireDevice &device, bool retired)
{
    GATEHOUSE_TRY_ASSIGN(const StaffAct act, StaffAct::begin(workplace, manager, {Role::Manager}));
    if (device.number.trimmed().isEmpty() || !device.nextCheck.isValid() || !workplace.authority.isActive(device.keeper))
        return fail(ErrorCode::Invalid, QStringLiteral("fire device"));
    GATEHOUSE_TRY(act.state(action::fireDeviceDefine, zoneSubject(device.zone),
                            {{QStringLiteral("number"), device.number.trimmed()},
                             {QStringLiteral("kind"), device.kind},
                             {QStringLiteral("zone"), device.zone.key},
                             {QStringLiteral("keeper"), device.keeper.text()},
                             {QStringLiteral("nextCheck"), device.nextCheck.toString(Qt::ISODate)},
                             {QStringLiteral("retired"), retired}}));
    return act.done();
}

Result<void> checkFireDevice(const Workplace &workplace, const StaffSession &session, const QString &number, bool passed,
                             const QDate &nextCheck)
{
    GATEHOUSE_TRY_ASSIGN(const StaffAct act, StaffAct::begin(workplace, session));
    const std::vector<FireDevice> devices = roundBook(workplace).fireDevices();
    const auto device =
        std::find_if(devices.begin(), devices.end(), [&](const FireDevice &one) { return one.number == number; });
    if (device == devices.end())
        return fail(ErrorCode::NotFound, QStringLiteral("fire device"));
    GATEHOUSE_TRY(act.state(action::fireDeviceCheck, zoneSubject(device->zone),
                            {{QStringLiteral("number"), number},
                             {QStringLiteral("passed"), passed},
                             {QStringLiteral("nextCheck"), nextCheck.toString(Qt::ISODate)}}));
    if (!passed) {
        const NewIncident found{
            IncidentKind::FireEquipment, device->zone, QStringLiteral("fire-device:") + number, {}, {}, device->keeper, {}};
        GATEHOUSE_TRY(openIncidentIn(act.transaction(), workplace, signerOf(session), found));
    }
    return act.done();
}

Result<void> giveFireTraining(const Workplace &workplace, const StaffSession &keeper, const std::vector<StaffId> &to,
                              const QDate &on)
{
    GATEHOUSE_TRY_ASSIGN(const StaffAct act, StaffAct::begin(workplace, keeper));
    const QDateTime now = workplace.clock.now();
    if (!mayTrainForFire(bearerOf(workplace, keeper.staff.id)))
        return fail(ErrorCode::NotAllowed, QStringLiteral("fire keeper"));
    if (to.empty() || on > now.toLocalTime().date())
        return fail(ErrorCode::Invalid, QStringLiteral("training"));
    QJsonArray people;
    for (const StaffId &one : to)
        people.append(one.text());
    GATEHOUSE_TRY(act.state(action::fireTrainingGive, staffSubject(keeper.staff.id),
                            {{QStringLiteral("to"), people}, {QStringLiteral("on"), on.toString(Qt::ISODate)}}));
    return act.done();
}

Result<RoundsView> roundsView(const Workplace &workplace, const StaffSession &session)
{
    GATEHOUSE_TRY_ASSIGN(auto transaction, beginRead(workplace));
    GATEHOUSE_TRY(requireRole(*transaction, workplace, session, {}));
    const RoundBook &book = roundBook(workplace);
    const QDateTime now = workplace.clock.now();
    RoundsView view{
        book.due(now), book.running(), book.finished(shownRounds), book.checklists(), book.fireDevices(), {}, {}, {}, {}};
    GATEHOUSE_TRY_ASSIGN(const std::vector<Zone> zones, siteZones(*transaction, workplace));
    for (const Zone &zone : zones) {
        view.supplies.emplace_back(zone.id, book.supply(zone.id));
        if (mayLead(workplace, session.staff.id, zone.id))
            view.led.push_back(zone.id);
    }
    std::copy_if(view.checklists.begin(), view.checklists.end(), std::back_inserter(view.mine),
                 [&](const Checklist &one) { return mayInspect(bearerOf(workplace, session.staff.id), one.zone, one.kind); });
    for (const DutyAssignment &one : workplace.authority.duties().assignments(now)) {
        const bool known = std::find(view.untrained.begin(), view.untrained.end(), one.staff) != view.untrained.end();
        const bool equipped = std::any_of(view.devices.begin(), view.devices.end(),
                                          [&](const FireDevice &device) { return device.zone == one.zone; });
        // The fire keeper trains the others and is no pupil of theirs.
        if (!known && equipped && one.duty != Duty::FireKeeper && !book.isTrained(one.staff, now.toLocalTime().date()))
            view.untrained.push_back(one.staff);
    }
    return view;
}

} // namespace gatehouse::usecases
