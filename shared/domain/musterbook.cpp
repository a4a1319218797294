// SPDX-License-Identifier: GPL-3.0-or-later
#include "musterbook.h"

#include "statementdetails.h"

namespace gatehouse::domain
{

std::vector<int> PaperForms::missing() const
{
    std::vector<int> gaps;
    const int highest = std::max(entered.empty() ? 0 : *entered.rbegin(), spoiled.empty() ? 0 : *spoiled.rbegin());
    for (int number = 1; number < highest; ++number) {
        if (!entered.contains(number) && !spoiled.contains(number))
            gaps.push_back(number);
    }
    return gaps;
}

bool MusterBook::wants(const QString &what) const
{
    return what.startsWith(QLatin1String("muster.")) || what.startsWith(QLatin1String("paper.")) || what == action::sitePlaces;
}

void MusterBook::apply(const LedgerEntry &entry, const StandingView &standing)
{
    if (entry.action.startsWith(QLatin1String("paper."))) {
        applyPaper(entry);
        return;
    }
    if (entry.action == action::sitePlaces) {
        const auto by = staffOf(entry.actor);
        if (by && standing.held(*by, Role::Manager, entry.sequence))
            m_places = {detail::text(entry, "assemblyPoint"), detail::text(entry, "backupSite")};
        return;
    }
    const MusterId id = detail::subjectId<MusterId>(entry, "muster:");
    const auto found = m_musters.find(id);
    if (entry.action == action::musterStart) {
        if (!id.isNull() && found == m_musters.end() && !running())
            m_musters.emplace(id, Muster{id,
                                         detail::flag(entry, "drill"),
                                         entry.actor,
                                         entry.occurred,
                                         detail::number(entry, "people"),
                                         {},
                                         std::nullopt});
        return;
    }
    if (found == m_musters.end() || found->second.endedAt)
        return;
    if (entry.action == action::musterSafe) {
        const QString person = detail::text(entry, "person");
        if (visitOf(person) || staffOf(person) || person.startsWith(QLatin1String("emergency:"))) // helpers, all heads at once
            found->second.safe.emplace(person, entry.occurred);
    } else if (entry.action == action::musterEnd) {
        const auto by = staffOf(entry.actor);
        if (by && (standing.held(*by, Role::Guard, entry.sequence) || standing.held(*by, Role::Manager, entry.sequence)))
            found->second.endedAt = entry.occurred;
    }
}

void MusterBook::applyPaper(const LedgerEntry &entry)
{
    if (entry.action == action::paperPrint) {
        const int from = detail::number(entry, "from");
        const int to = detail::number(entry, "to");
        if (from == m_papers.lastPrinted + 1 && to >= from && to - from < mostPapersAtOnce)
            m_papers.lastPrinted = to;
        return;
    }
    const int number = detail::number(entry, "number");
    if (number < 1 || number > m_papers.lastPrinted || m_papers.entered.contains(number) || m_papers.spoiled.contains(number))
        return;
    if (entry.action == action::paperEnter)
        m_papers.entered.insert(number);
    else if (entry.action == action::paperVoid)
        m_papers.spoiled.insert(number);
}

std::optional<Muster> MusterBook::running() const
{
    for (const auto &[id, muster] : m_musters) {
        if (!muster.endedAt)
            return muster;
    }
    return std::nullopt;
}

std::optional<Muster> MusterBook::byId(const MusterId &id) const
{
    const auto found = m_musters.find(id);
    return found == m_musters.end() ? std::nullopt : std::optional<Muster>(found->second);
}

std::vector<Muster> MusterBook::all() const
{
    std::vector<Muster> found;
    for (auto one = m_musters.rbegin(); one != m_musters.rend(); ++one)
        found.push_back(one->second);
    return found;
}

QString musterSubject(const MusterId &id)
{
    return QStringLiteral("muster:") + id.text();
}

} // namespace gatehouse::domain
