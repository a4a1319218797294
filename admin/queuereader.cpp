// SPDX-License-Identifier: GPL-3.0-or-later
#include "queuereader.h"

#include "usecases/queueverdicts.h"

#include <algorithm>

namespace gatehouse::admin
{

using namespace domain;
using usecases::QueueVerdicts;

namespace
{
constexpr std::size_t assessedRows = 60;  ///< of a longer queue only the first are assessed: nobody looks further down
constexpr qint64 unansweredShown = 3600;  ///< seconds: the visitor will have gone by then
constexpr std::size_t assessedAtOnce = 4; ///< as many as an arrival may wait for

struct QueueState {
    std::vector<QueueEntry> entries;
    std::vector<Visit> toAssess;
    std::vector<usecases::VisitRow> unanswered;
};

Result<QueueState> readQueue(Seat &seat, QueueVerdicts &verdicts)
{
    GATEHOUSE_TRY_ASSIGN(const usecases::StaffSession *session, seat.session());
    GATEHOUSE_TRY_ASSIGN(std::vector<usecases::VisitRow> rows,
                         usecases::waitingVisits(seat.workplace(), *session, seat.cards()));
    std::vector<Visit> first;
    for (std::size_t i = 0; i < std::min(rows.size(), assessedRows); ++i)
        first.push_back(rows[i].visit);
    GATEHOUSE_TRY_ASSIGN(const std::vector<VisitId> stale, verdicts.stale(seat.workplace(), first));
    QueueState state;
    GATEHOUSE_TRY_ASSIGN(state.unanswered, usecases::unansweredVisits(seat.workplace(), *session, seat.cards(),
                                                                      seat.workplace().clock.now().addSecs(-unansweredShown)));
    for (usecases::VisitRow &row : rows) {
        const QueueVerdicts::Verdict known = verdicts.last(row.visit.id).value_or(QueueVerdicts::Verdict());
        if (std::find(stale.begin(), stale.end(), row.visit.id) != stale.end())
            state.toAssess.push_back(row.visit);
        state.entries.push_back({std::move(row), known.blocks, known.warnings});
    }
    return state;
}

using Assessed = std::vector<std::pair<VisitId, QueueVerdicts::Verdict>>;

Result<Assessed> assessCases(Seat &seat, QueueVerdicts &verdicts, const std::vector<Visit> &visits)
{
    GATEHOUSE_TRY_ASSIGN(const usecases::StaffSession *session, seat.session());
    Assessed assessed;
    for (const Visit &visit : visits) {
        GATEHOUSE_TRY_ASSIGN(const QueueVerdicts::Verdict verdict, verdicts.assess(seat.workplace(), *session, visit));
        assessed.emplace_back(visit.id, verdict);
    }
    return assessed;
}
} // namespace

QueueReader::QueueReader(Workbench &workbench, QObject *parent)
    : QObject(parent), m_workbench(workbench), m_verdicts(std::make_shared<QueueVerdicts>())
{
}

void QueueReader::forget()
{
    m_verdicts = std::make_shared<QueueVerdicts>();
    m_toAssess.clear();
}

void QueueReader::reload()
{
    if (m_loading) {
        m_again = true;
        return;
    }
    m_loading = true;
    m_workbench.ask(
        this, [verdicts = m_verdicts](Seat &seat) { return readQueue(seat, *verdicts); },
        [this, verdicts = m_verdicts](const Result<QueueState> &state) {
            m_loading = false;
            if (state && m_workbench.isWorking() && verdicts == m_verdicts) {
                m_toAssess = state->toAssess;
                Q_EMIT queueRead(state->entries);
                Q_EMIT unansweredRead(state->unanswered);
            }
            if (std::exchange(m_again, false))
                reload();
            assessNext();
        });
}

void QueueReader::assessNext()
{
    if (m_assessing || m_toAssess.empty() || !m_workbench.isWorking())
        return;
    const auto end = m_toAssess.begin() + static_cast<std::ptrdiff_t>(std::min(m_toAssess.size(), assessedAtOnce));
    std::vector<Visit> visits(m_toAssess.begin(), end);
    m_toAssess.erase(m_toAssess.begin(), end);
    m_assessing = true;
    m_workbench.ask(
        this, [verdicts = m_verdicts, visits](Seat &seat) { return assessCases(seat, *verdicts, visits); },
        [this, verdicts = m_verdicts](const Result<Assessed> &answer) {
            m_assessing = false;
            if (answer && verdicts == m_verdicts) {
                for (const auto &[visit, verdict] : *answer)
                    Q_EMIT assessed(visit, verdict.blocks, verdict.warnings);
            }
            if (answer)
                assessNext();
        });
}

} // namespace gatehouse::admin
