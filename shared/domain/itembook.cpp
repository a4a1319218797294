// SPDX-License-Identifier: GPL-3.0-or-later
#include "itembook.h"

#include "names.h"
#include "standing.h"
#include "statementdetails.h"

namespace gatehouse::domain
{

namespace
{
constexpr NameTable<RegisteredKind, 3> registeredKinds{{
    {RegisteredKind::Medium, QLatin1String("medium")},
    {RegisteredKind::Key, QLatin1String("key")},
    {RegisteredKind::Device, QLatin1String("device")},
}};
} // namespace

QString Registered::returnHindrance() const
{
    if (!isOut())
        return QStringLiteral("not-out");
    if (kind != RegisteredKind::Medium)
        return {};
    if (!check)
        return virusCheckMissing;
    return check->clean ? QString() : virusFound;
}

bool ItemBook::wants(const QString &what) const
{
    return what.startsWith(QLatin1String("register.")) || what.startsWith(QLatin1String("pass.")) ||
           what == action::itemDeposit || what == action::itemReturn || what == action::visitDepart;
}

void ItemBook::apply(const LedgerEntry &entry, const StandingView &standing)
{
    if (entry.action == action::itemDeposit || entry.action == action::itemReturn || entry.action == action::visitDepart) {
        applyDeposit(entry);
        return;
    }
    const std::optional<StaffId> by = staffOf(entry.actor);
    if (!by)
        return;
    if (entry.subject.startsWith(QLatin1String("pass:")))
        applyPass(entry, *by, standing.held(*by, Role::Guard, entry.sequence));
    else
        applyRegistered(entry, *by, standing);
}

void ItemBook::applyRegistered(const LedgerEntry &entry, const StaffId &by, const StandingView &standing)
{
    const RegisteredId id = detail::subjectId<RegisteredId>(entry, "item:");
    if (id.isNull())
        return;
    const auto found = m_registered.find(id);
    const ZoneId zone = found == m_registered.end() ? ZoneId{detail::text(entry, "zone")} : found->second.zone;
    if (!mayKeepRegister({by, standing, m_duties, entry.sequence, entry.recorded}, zone))
        return;
    if (entry.action == action::registerAdd) {
        const auto kind = registeredKindFromName(detail::text(entry, "kind"));
        if (kind && found == m_registered.end())
            m_registered.emplace(id,
                                 Registered{id, *kind, detail::text(entry, "label"), zone, std::nullopt, std::nullopt, false});
        return;
    }
    if (found == m_registered.end())
        return;
    Registered &item = found->second;
    if (entry.action == action::registerLend) {
        if (item.loan || item.lost)
            return;
        item.loan =
            Loan{detail::text(entry, "to"), by, entry.occurred, detail::time(entry, "until"), detail::flag(entry, "takenOut")};
        item.check.reset();
    } else if (entry.action == action::registerVirusCheck) {
        const QString tool = detail::text(entry, "tool");
        if (item.isOut() && !tool.isEmpty())
            item.check = VirusCheck{by, tool, entry.occurred, detail::flag(entry, "clean")};
    } else if (entry.action == action::registerReturn) {
        if (item.returnHindrance().isEmpty())
            item.loan.reset();
    } else if (entry.action == action::registerLost) {
        item.lost = true;
    }
}

void ItemBook::applyPass(const LedgerEntry &entry, const StaffId &by, bool guard)
{
    const MaterialPassId id = detail::subjectId<MaterialPassId>(entry, "pass:");
    const auto found = m_passes.find(id);
    if (entry.action == action::passRequest) {
        const auto owner = detail::staff(entry, "owner");
        const QString serial = detail::text(entry, "serial");
        const QString taker = detail::text(entry, "taker"); // in the one spelling that owner and guard are compared with
        if (id.isNull() || !owner || serial.isEmpty() || !(staffOf(taker) || visitOf(taker)) || found != m_passes.end())
            return;
        MaterialPass pass;
        pass.id = id;
        pass.what = detail::text(entry, "what");
        pass.serial = serial;
        pass.zone = ZoneId{detail::text(entry, "zone")};
        pass.requestedBy = by;
        pass.owner = *owner;
        pass.taker = taker;
        pass.at = entry.occurred;
        pass.note = detail::note(entry);
        m_passes.emplace(id, pass);
        return;
    }
    if (found == m_passes.end())
        return;
    MaterialPass &pass = found->second;
    using State = MaterialPass::State;
    if (pass.state == State::Requested && by == pass.owner && by != staffOf(pass.taker))
        pass.state = entry.action == action::passApprove  ? State::Approved
                     : entry.action == action::passRefuse ? State::Refused
                                                          : pass.state;
    else if (pass.state == State::Approved && entry.action == action::passLeave && guard && by != staffOf(pass.taker) &&
             detail::text(entry, "serial") == pass.serial) {
        pass.state = State::Left;
        pass.checkedBy = by;
        pass.leftAt = entry.occurred;
    }
}

void ItemBook::applyDeposit(const LedgerEntry &entry)
{
    const std::optional<VisitId> visit = visitOf(entry.subject);
    if (!visit)
        return;
    if (entry.action == action::visitDepart) {
        for (Deposit &one : m_deposits)
            one.leftBehind = one.leftBehind || one.visit == *visit;
        return;
    }
    const QString kind = detail::text(entry, "kind");
    std::erase_if(m_deposits, [&](const Deposit &one) { return one.visit == *visit && one.kind == kind; });
    if (entry.action == action::itemDeposit)
        m_deposits.push_back({*visit, kind, detail::text(entry, "tag"), entry.occurred, false});
}

std::optional<Registered> ItemBook::byId(const RegisteredId &id) const
{
    const auto found = m_registered.find(id);
    return found == m_registered.end() ? std::nullopt : std::optional<Registered>(found->second);
}

std::vector<Registered> ItemBook::registered() const
{
    std::vector<Registered> all;
    for (const auto &[id, item] : m_registered)
        all.push_back(item);
    return all;
}

std::vector<Registered> ItemBook::heldBy(const QString &subject) const
{
    std::vector<Registered> found = registered();
    std::erase_if(found, [&](const Registered &item) { return !item.isOut() || item.loan->to != subject; });
    return found;
}

std::optional<MaterialPass> ItemBook::pass(const MaterialPassId &id) const
{
    const auto found = m_passes.find(id);
    return found == m_passes.end() ? std::nullopt : std::optional<MaterialPass>(found->second);
}

std::vector<MaterialPass> ItemBook::passes() const
{
    std::vector<MaterialPass> all;
    for (auto one = m_passes.rbegin(); one != m_passes.rend(); ++one)
        all.push_back(one->second);
    return all;
}

std::vector<Deposit> ItemBook::deposits() const
{
    return m_deposits;
}

QString registeredSubject(const RegisteredId &id)
{
    return QStringLiteral("item:") + id.text();
}

QString passSubject(const MaterialPassId &id)
{
    return QStringLiteral("pass:") + id.text();
}

QString registeredKindName(RegisteredKind kind)
{
    return nameIn(registeredKinds, kind);
}

std::optional<RegisteredKind> registeredKindFromName(QStringView name)
{
    return valueIn(registeredKinds, name);
}

QStringList leavingCodes()
{
    return {QStringLiteral("records"), QStringLiteral("media"), QStringLiteral("devices"), QStringLiteral("keys"),
            QStringLiteral("badge")};
}

} // namespace gatehouse::domain
