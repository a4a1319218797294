// SPDX-License-Identifier: GPL-3.0-or-later
#include "decisiondesk.h"

namespace gatehouse::admin
{

using usecases::Decided;

namespace
{
constexpr int tickMs = 500;

Result<Decided> decide(Seat &seat, const PlannedDecision &decision, const domain::VisitId &visit)
{
    GATEHOUSE_TRY_ASSIGN(const usecases::StaffSession *session, seat.session());
    if (decision.kind == PlannedDecision::Kind::Approve) {
        const bool shown = visit == decision.visits.first(); // nobody saw what the others' warnings say
        return usecases::approveVisit(seat.workplace(), *session, visit, shown ? decision.reason : std::nullopt);
    }
    if (decision.kind == PlannedDecision::Kind::Attend) {
        GATEHOUSE_TRY_ASSIGN(const domain::Visit attended, usecases::attendDelivery(seat.workplace(), *session, visit));
        return Decided{attended, 0, 0, 0};
    }
    GATEHOUSE_TRY_ASSIGN(const domain::Visit denied,
                         usecases::denyVisit(seat.workplace(), *session, visit, decision.reason.value_or(usecases::Reason{})));
    return Decided{denied, 0, 0, 0};
}
} // namespace

DecisionDesk::DecisionDesk(Workbench &workbench, int delayMs, QObject *parent)
    : QObject(parent), m_workbench(workbench), m_delayMs(delayMs)
{
    m_timer.setSingleShot(true);
    m_tick.setInterval(tickMs);
    connect(&m_timer, &QTimer::timeout, this, &DecisionDesk::flush);
    connect(&m_tick, &QTimer::timeout, this, &DecisionDesk::changed);
}

void DecisionDesk::plan(const PlannedDecision &decision)
{
    flush();
    m_planned = decision;
    m_timer.start(m_delayMs);
    m_tick.start();
    Q_EMIT changed();
}

void DecisionDesk::callBack()
{
    if (!m_planned)
        return;
    m_timer.stop();
    m_tick.stop();
    m_planned.reset();
    Q_EMIT changed();
}

void DecisionDesk::flush()
{
    if (!m_planned)
        return;
    m_timer.stop();
    m_tick.stop();
    const PlannedDecision decision = *std::exchange(m_planned, std::nullopt);
    write(decision);
    Q_EMIT changed();
}

int DecisionDesk::secondsLeft() const
{
    return m_planned ? (m_timer.remainingTime() + 999) / 1000 : 0;
}

const PlannedDecision *DecisionDesk::current() const
{
    if (m_planned)
        return &*m_planned;
    return m_writing.isEmpty() ? nullptr : &m_writing.last().decision;
}

QList<domain::VisitId> DecisionDesk::underway() const
{
    QList<domain::VisitId> visits = m_planned ? m_planned->visits : QList<domain::VisitId>();
    for (const Writing &writing : m_writing)
        visits += writing.decision.visits;
    return visits;
}

void DecisionDesk::countAnswer()
{
    if (--m_writing.first().left == 0)
        m_writing.removeFirst();
    Q_EMIT changed();
}

void DecisionDesk::write(const PlannedDecision &decision)
{
    m_writing.append({decision, decision.visits.size()});
    for (const domain::VisitId &visit : decision.visits)
        m_workbench.act(
            this, [decision, visit](Seat &seat) { return decide(seat, decision, visit); },
            [this, decision](const Result<Decided> &answer) {
                countAnswer();
                if (answer)
                    Q_EMIT written(decision, *answer);
                else
                    Q_EMIT failed(decision, answer.error());
            });
}

} // namespace gatehouse::admin
