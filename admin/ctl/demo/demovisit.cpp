// SPDX-License-Identifier: GPL-3.0-or-later
#include "demovisit.h"

#include "demopictures.h"
#include "demoroom.h"

#include "usecases/badges.h"
#include "usecases/decidevisit.h"
#include "usecases/escortvisit.h"
#include "usecases/requestvisit.h"

#include <array>

namespace gatehouse::ctl
{

namespace
{

using domain::PurposeId;
using domain::VisitId;

const QString delivery = QStringLiteral("delivery");
const domain::ZoneId machineRoom{QStringLiteral("machine-room")};
constexpr int shortestWork = 20; // minutes in the machine room

/// What the steps of one plan hand on to each other.
struct InHand {
    DemoPlan plan;
    std::vector<VisitId> visits;
    QStringList tokens;
    int guard = 0;
};

bool asksSecondApproval(const DemoPlan &plan)
{
    return plan.purpose == QLatin1String("machine-room-work") || plan.purpose == QLatin1String("tour");
}

bool asksTerms(const DemoPlan &plan)
{
    return plan.purpose != QLatin1String("interview") && plan.purpose != QLatin1String("visit");
}

const usecases::StaffSession &guardOf(const DemoWorld &world, const InHand &inHand)
{
    return world.guards.at(static_cast<std::size_t>(inHand.guard) % world.guards.size());
}

void makeTyped(domain::VisitorRecord &record)
{
    for (auto &field : record.fields)
        field.sign = domain::FieldSign::Typed;
    record.documentKind = QStringLiteral("typed");
    record.documentValid = false;
}

/// What somebody does in the machine room.
void addWork(DemoWorld &world, const DemoPlan &plan, const QString &language, usecases::VisitorInput &input)
{
    static const std::array<std::pair<const char *, const char *>, 4> reasons{{{"Replace a fan", "更换风扇"},
                                                                               {"Read the meters", "抄表"},
                                                                               {"Patch two servers", "两台服务器打补丁"},
                                                                               {"Trace a cable", "排查一根线缆"}}};
    const bool chinese = language.startsWith(QLatin1String("zh"));
    domain::VisitorRecord &record = input.record;
    if (plan.purpose == QLatin1String("tour")) {
        record.workMethod = QStringLiteral("look-only");
    } else {
        const auto &[english, translated] = reasons.at(static_cast<std::size_t>(draw(world.randomness, 4)));
        record.workReason = QString::fromUtf8(chinese ? translated : english);
        record.workArea =
            (chinese ? QStringLiteral("机柜 B%1") : QStringLiteral("Rack B%1")).arg(1 + draw(world.randomness, 24));
        record.changeNumber = QStringLiteral("CHG-%1").arg(2000 + draw(world.randomness, 900));
        record.workMethod = QStringLiteral("hand-tools");
    }
}

usecases::VisitorInput visitorInput(DemoWorld &world, const DemoPlan &plan, int person, DemoVisitor visitor)
{
    auto &record = visitor.record;
    if (plan.typed)
        makeTyped(record);
    if (plan.purpose == QLatin1String("interview") || plan.purpose == QLatin1String("visit"))
        record.company.clear();
    PersonRandomness looks(person);
    const auto pictures = drawPictures(record, looks);
    usecases::VisitorInput input;
    if (draw(world.randomness, 100) >= 8) // some decline
        input.portrait = pictures.portrait;
    if (!plan.typed)
        input.document = pictures.document;
    const auto now = world.clock.now();
    const auto &authority = world.kiosk->workplace().authority;
    input.consents.push_back({domain::notice::privacy, authority.noticeVersion(domain::notice::privacy), visitor.language,
                              QStringLiteral("tick"), now});
    if (asksTerms(plan)) {
        const bool finger = draw(world.randomness, 4) > 0;
        input.consents.push_back({domain::notice::terms, authority.noticeVersion(domain::notice::terms), visitor.language,
                                  finger ? QStringLiteral("finger") : QStringLiteral("typed"), now});
        if (finger)
            input.signature = pictures.signature;
        else
            record.typedSignature = record.displayName();
    }
    for (const auto &kind : plan.items)
        input.items.push_back({kind, 1, domain::ItemState::Declared, {}});
    input.record = std::move(record);
    if (asksSecondApproval(plan))
        addWork(world, plan, visitor.language, input);
    return input;
}

Result<void> request(DemoWorld &world, InHand &inHand)
{
    const auto &plan = inHand.plan;
    const auto today = world.clock.now().toLocalTime().date();
    usecases::VisitRequest wanted;
    wanted.purpose = PurposeId{plan.purpose};
    wanted.host = world.hosts.at(static_cast<std::size_t>(draw(world.randomness, static_cast<int>(world.hosts.size()))));
    QString company;
    for (int i = 0; i < plan.people; ++i) {
        const int person = nextVisitor(world);
        auto visitor = demoVisitor(person, today);
        if (i == 0) {
            wanted.language = visitor.language;
            company = visitor.record.company;
        }
        visitor.record.company = company; // who comes together comes from one company
        wanted.visitors.push_back(visitorInput(world, plan, person, std::move(visitor)));
    }
    GATEHOUSE_TRY_ASSIGN(const auto visits, usecases::requestVisit(world.kiosk->workplace(), wanted));
    const domain::BriefingAnswers briefed{
        1, wanted.language, {QStringLiteral("usb-stick"), QStringLiteral("camera"), QStringLiteral("bottle")}, 0};
    for (const auto &visit : visits) {
        inHand.visits.push_back(visit.id);
        if (asksSecondApproval(plan))
            GATEHOUSE_TRY(usecases::passBriefing(world.kiosk->workplace(), visit.id, machineRoom, briefed));
    }
    world.visits += plan.people;
    return {};
}

Result<void> examine(DemoWorld &world, const InHand &inHand)
{
    const auto workplace = world.admin->workplace();
    for (const auto &visit : inHand.visits) {
        GATEHOUSE_TRY(usecases::recordOriginalSeen(workplace, guardOf(world, inHand), visit));
        for (const auto &kind : inHand.plan.items) {
            if (asksSecondApproval(inHand.plan) && kind != QLatin1String("laptop") && kind != QLatin1String("tools"))
                GATEHOUSE_TRY(usecases::depositItem(workplace, guardOf(world, inHand), visit, kind,
                                                    QString::number(10 + draw(world.randomness, 80))));
        }
    }
    return {};
}

Result<void> approve(DemoWorld &world, const InHand &inHand, const usecases::StaffSession &session)
{
    const auto workplace = world.admin->workplace();
    for (const auto &visit : inHand.visits) {
        GATEHOUSE_TRY_ASSIGN(const auto file, usecases::openCase(workplace, session, visit));
        std::optional<usecases::Reason> reason;
        if (domain::warns(file.findings))
            reason = usecases::Reason{QStringLiteral("identity-confirmed"), {}};
        GATEHOUSE_TRY(usecases::approveVisit(workplace, session, visit, reason));
    }
    return {};
}

const usecases::StaffSession &escortOf(const DemoWorld &world, int turn)
{
    return world.escorts.at(static_cast<std::size_t>(turn) % world.escorts.size());
}

/// R4: a tour names its escort in advance; so does other work in the machine room here.
Result<void> nameEscort(DemoWorld &world, InHand &inHand)
{
    for (const auto &visit : inHand.visits)
        GATEHOUSE_TRY(usecases::assignEscort(world.admin->workplace(), guardOf(world, inHand), visit, machineRoom,
                                             escortOf(world, inHand.guard).staff.id));
    return {};
}

/// Who has too many visitors already leaves them to the other one.
Result<void> acceptVisitors(DemoWorld &world, InHand &inHand)
{
    for (const auto &visit : inHand.visits) {
        const auto accepted =
            usecases::acceptEscort(world.admin->workplace(), escortOf(world, inHand.guard), visit, machineRoom);
        if (accepted)
            continue;
        const auto second =
            usecases::acceptEscort(world.admin->workplace(), escortOf(world, inHand.guard + 1), visit, machineRoom);
        if (!second && second.error().code != ErrorCode::Blocked)
            return second;
    }
    return {};
}

Result<void> admit(DemoWorld &world, InHand &inHand)
{
    const auto workplace = world.kiosk->workplace();
    for (const auto &visit : inHand.visits) {
        GATEHOUSE_TRY_ASSIGN(const auto issued, usecases::issueBadge(workplace, world.kioskBoot, visit));
        GATEHOUSE_TRY(usecases::faceUsed(workplace, visit));
        inHand.tokens += issued.badge.token;
    }
    return {};
}

Result<void> goIn(DemoWorld &world, InHand &inHand)
{
    return enterRoom(world, inHand.visits, inHand.tokens);
}

Result<void> comeOut(DemoWorld &world, InHand &inHand)
{
    return leaveRoom(world, inHand.visits, inHand.tokens);
}

Result<void> releaseAll(DemoWorld &world, InHand &inHand)
{
    return releaseVisitors(world, inHand.visits);
}

Result<void> giveItemsBack(DemoWorld &world, const InHand &inHand)
{
    const auto workplace = world.admin->workplace();
    for (const auto &visit : inHand.visits) {
        for (const auto &kind : inHand.plan.items) {
            const auto returned = usecases::returnItem(workplace, guardOf(world, inHand), visit, kind);
            if (!returned && returned.error().code != ErrorCode::Conflict) // what was never taken needs no giving back
                return returned;
        }
    }
    return {};
}

Result<void> leave(DemoWorld &world, const InHand &inHand)
{
    GATEHOUSE_TRY(giveItemsBack(world, inHand));
    for (const auto &token : inHand.tokens)
        GATEHOUSE_TRY(usecases::checkOut(world.kiosk->workplace(), token));
    return {};
}

Result<void> leaveWithoutBadge(DemoWorld &world, const InHand &inHand)
{
    GATEHOUSE_TRY(giveItemsBack(world, inHand));
    for (const auto &visit : inHand.visits)
        GATEHOUSE_TRY(usecases::departWithoutBadge(world.admin->workplace(), guardOf(world, inHand), visit));
    return {};
}

Result<void> forEach(const InHand &inHand, const std::function<Result<void>(const VisitId &)> &act)
{
    for (const auto &visit : inHand.visits)
        GATEHOUSE_TRY(act(visit));
    return {};
}

/// Puts the steps of a plan behind each other.
class Steps
{
public:
    Steps(DemoWorld &world, const DemoPlan &plan) : m_world(world), m_inHand(std::make_shared<InHand>()), m_at(plan.arrival)
    {
        m_inHand->plan = plan;
        m_inHand->guard = plan.arrival.toLocalTime().time().hour() < 13 ? 0 : 1; // the guards' two shifts
    }

    Steps &then(int minutes, Result<void> (*act)(DemoWorld &, InHand &))
    {
        return at(m_at.addSecs(minutes * 60LL + draw(m_world.randomness, 50)), act);
    }
    Steps &at(const QDateTime &time, Result<void> (*act)(DemoWorld &, InHand &))
    {
        m_at = time;
        m_events.push_back({time, [&world = m_world, inHand = m_inHand, act] { return act(world, *inHand); }});
        return *this;
    }
    std::vector<DemoEvent> list() const { return m_events; }
    const DemoPlan &plan() const { return m_inHand->plan; }
    DemoWorld &world() const { return m_world; }

private:
    DemoWorld &m_world;
    std::shared_ptr<InHand> m_inHand;
    QDateTime m_at;
    std::vector<DemoEvent> m_events;
};

std::vector<DemoEvent> deliveryEvents(Steps steps)
{
    steps.at(steps.plan().arrival, [](DemoWorld &world, InHand &inHand) -> Result<void> {
        GATEHOUSE_TRY_ASSIGN(const auto visit, usecases::callGuard(world.kiosk->workplace(), PurposeId{delivery},
                                                                   draw(world.randomness, 2) == 0 ? QStringLiteral("en")
                                                                                                  : QStringLiteral("zh-CN")));
        inHand.visits.push_back(visit.id);
        ++world.visits;
        return {};
    });
    if (steps.plan().ending == DemoEnding::Departed)
        steps.then(3, [](DemoWorld &world, InHand &inHand) -> Result<void> {
            GATEHOUSE_TRY(usecases::attendDelivery(world.admin->workplace(), guardOf(world, inHand), inHand.visits.front()));
            return {};
        });
    return steps.list();
}

void addRefusal(Steps &steps)
{
    steps.then(4, [](DemoWorld &world, InHand &inHand) -> Result<void> {
        return forEach(inHand, [&](const VisitId &visit) -> Result<void> {
            GATEHOUSE_TRY(
                usecases::denyVisit(world.admin->workplace(), guardOf(world, inHand), visit, {QStringLiteral("no-host"), {}}));
            return {};
        });
    });
}

void addQuestion(Steps &steps)
{
    steps.then(1, [](DemoWorld &world, InHand &inHand) -> Result<void> {
        return usecases::askVisitor(world.admin->workplace(), guardOf(world, inHand), inHand.visits.front(),
                                    {QStringLiteral("who-is-host"), {}});
    });
}

void addWithdrawal(Steps &steps)
{
    steps.then(2, [](DemoWorld &world, InHand &inHand) -> Result<void> {
        return forEach(inHand, [&](const VisitId &visit) { return usecases::withdrawVisit(world.kiosk->workplace(), visit); });
    });
}

void addApproval(Steps &steps)
{
    steps.then(2, [](DemoWorld &world, InHand &inHand) -> Result<void> { return examine(world, inHand); });
    if (asksSecondApproval(steps.plan()))
        steps.then(1, nameEscort);
    steps.then(1, [](DemoWorld &world, InHand &inHand) { return approve(world, inHand, guardOf(world, inHand)); });
    if (asksSecondApproval(steps.plan()))
        steps.then(3, [](DemoWorld &world, InHand &inHand) { return approve(world, inHand, world.manager); });
}

void addPickup(Steps &steps)
{
    steps.then(1, [](DemoWorld &world, InHand &inHand) -> Result<void> {
        return forEach(inHand, [&](const VisitId &visit) -> Result<void> {
            GATEHOUSE_TRY(usecases::takePickup(world.kiosk->workplace(), visit));
            return {};
        });
    });
}

/// Through the room's door and out again; who is still on site has come out for a break.
void addRoom(Steps &steps)
{
    steps.then(1, acceptVisitors);
    steps.then(2, goIn);
    steps.then(shortestWork, comeOut);
    if (steps.plan().ending != DemoEnding::OnSite)
        steps.then(1, releaseAll);
}

} // namespace

std::vector<DemoEvent> eventsOf(DemoWorld &world, const DemoPlan &plan)
{
    Steps steps(world, plan);
    if (plan.purpose == delivery)
        return deliveryEvents(steps);
    steps.at(plan.arrival, request);
    switch (plan.ending) {
    case DemoEnding::Waiting:
    case DemoEnding::Lapsed: // at the end of the day, by the station
        break;
    case DemoEnding::Asked:
        addQuestion(steps);
        break;
    case DemoEnding::Denied:
        addRefusal(steps);
        break;
    case DemoEnding::Withdrawn:
        addWithdrawal(steps);
        break;
    case DemoEnding::ReadyForPickup:
        addPickup(steps);
        addApproval(steps);
        break;
    case DemoEnding::OnSite:
    case DemoEnding::Departed:
    case DemoEnding::BadgeLost:
        addApproval(steps);
        steps.then(1, admit);
        if (asksSecondApproval(plan))
            addRoom(steps);
        if (plan.ending == DemoEnding::Departed)
            steps.then(plan.stayMinutes, [](DemoWorld &w, InHand &inHand) -> Result<void> { return leave(w, inHand); });
        else if (plan.ending == DemoEnding::BadgeLost)
            steps.then(plan.stayMinutes,
                       [](DemoWorld &w, InHand &inHand) -> Result<void> { return leaveWithoutBadge(w, inHand); });
        break;
    }
    return steps.list();
}

} // namespace gatehouse::ctl
