// SPDX-License-Identifier: GPL-3.0-or-later
#include "doordecision.h"

#include "presencebook.h"

#include <algorithm>
#include <map>

namespace gatehouse::domain
{

namespace
{
Finding block(Rule rule, const char *code, const QStringList &basis = {})
{
    return {rule, Verdict::Block, QString::fromLatin1(code), basis};
}

const char *standingCode(BadgeStanding standing)
{
    switch (standing) {
    case BadgeStanding::Sound:
        break;
    case BadgeStanding::Unreadable:
        return "badge-unreadable";
    case BadgeStanding::Foreign:
        return "badge-foreign";
    case BadgeStanding::Forged:
        return "badge-forged";
    case BadgeStanding::Unknown:
        return "badge-unknown";
    case BadgeStanding::NotYet:
        return "badge-not-yet";
    case BadgeStanding::Expired:
        return "badge-expired";
    case BadgeStanding::Returned:
        return "badge-returned";
    case BadgeStanding::Lost:
        return "badge-lost";
    case BadgeStanding::Revoked:
        return "badge-revoked";
    }
    return nullptr;
}

/// Whose badge that is, or was, opens a question for the guard; an expired one does not.
bool alarms(const Finding &finding)
{
    static const QStringList codes{QStringLiteral("badge-copied"),  QStringLiteral("badge-forged"),
                                   QStringLiteral("badge-unknown"), QStringLiteral("badge-lost"),
                                   QStringLiteral("badge-revoked"), QStringLiteral("escort-leaves-first"),
                                   QStringLiteral("pin-back-off")};
    return codes.contains(finding.code);
}

/// A badge counts as in the room from the decision on; a second one with the same serial is a copy, whoever shows it (R17).
std::optional<Finding> copied(const DoorFacts &facts, const ShownBadge &badge)
{
    if (!badge.seen || (facts.direction == Direction::Leave && badge.seen->zone == facts.zone))
        return std::nullopt;
    return block(Rule::R17, "badge-copied",
                 {serialText(badge.serial), badge.seen->since.toString(Qt::ISODateWithMs), badge.at.toString(Qt::ISODateWithMs),
                  badge.seen->zone.key});
}

std::optional<Finding> judgeVisitor(const VisitorFacts &visitor)
{
    if (!visitor.asked)
        return block(Rule::R4, "access-none");
    if (visitor.over)
        return block(Rule::R4, "access-over");
    if (!visitor.approved)
        return block(Rule::R1, "access-not-approved");
    if (!visitor.begun)
        return block(Rule::R4, "access-not-yet");
    if (visitor.ended)
        return block(Rule::R4, "access-expired");
    if (!visitor.briefed)
        return block(Rule::R23, "not-briefed");
    if (!visitor.items.isEmpty())
        return block(Rule::R7, "item-not-handed-in", {visitor.items.first()});
    if (!visitor.accepted && !visitor.offeredTo)
        return block(Rule::R4, "access-not-accepted");
    return std::nullopt;
}

std::optional<Finding> judgePin(const StaffFacts &staff)
{
    switch (staff.pin) {
    case PinState::Right:
        return std::nullopt;
    case PinState::NotTyped:
        return block(Rule::R17, "pin-missing");
    case PinState::Wrong:
        return block(Rule::R17, "pin-wrong");
    case PinState::BackOff:
        return block(Rule::R18, "pin-back-off", {QString::number(staff.secondsToWait)});
    case PinState::NoneSet:
        return block(Rule::R17, "pin-not-set");
    }
    return std::nullopt;
}

/// Why this person may not escort here (R4, R23), the plainest reason first.
Finding whyNoEscort(const StaffFacts &staff)
{
    if (!staff.managerial)
        return block(Rule::R4, "escort-not-managerial");
    if (!staff.authorised)
        return block(Rule::R4, "escort-not-authorised");
    return block(Rule::R23, "escort-not-trained");
}

class Decision
{
public:
    explicit Decision(const DoorFacts &facts) : m_facts(facts)
    {
        for (const ShownBadge &badge : facts.badges) {
            // Whose badge has ended goes out all the same.
            if (badge.standing != BadgeStanding::Sound && facts.direction == Direction::Enter)
                continue;
            if (badge.visitor)
                m_visitors.push_back(&*badge.visitor);
            if (badge.staff)
                m_staff.push_back(&*badge.staff);
        }
    }

    DoorDecision made()
    {
        if (m_facts.badges.empty())
            add(block(Rule::R2, "set-empty"));
        for (const ShownBadge &badge : m_facts.badges) {
            if (const auto finding = judgeBadge(m_facts, badge))
                add(*finding);
        }
        m_facts.direction == Direction::Enter ? enter() : leave();
        m_decision.admitted = std::none_of(m_decision.findings.begin(), m_decision.findings.end(),
                                           [](const Finding &finding) { return finding.verdict == Verdict::Block; });
        m_decision.alarm = std::any_of(m_decision.findings.begin(), m_decision.findings.end(), alarms);
        if (!m_decision.admitted)
            m_decision.accepted.clear();
        return m_decision;
    }

private:
    void add(const Finding &finding) { m_decision.findings.push_back(finding); }

    void enter()
    {
        judgeStation();
        for (const StaffFacts *staff : m_staff)
            judgeStaff(*staff);
        for (const VisitorFacts *visitor : m_visitors)
            findEscort(*visitor);
        judgeLimits();
    }

    void judgeStation()
    {
        if (!m_facts.timeTrusted)
            add(block(Rule::R17, "clock-not-trusted"));
        if (m_facts.contact == Contact::CutOffTooLong)
            add(block(Rule::R24, "cut-off-too-long"));
        if (m_facts.contact == Contact::NeverConnected)
            add(block(Rule::R24, "no-records"));
        if (m_facts.contact == Contact::Distrusted)
            add(block(Rule::R24, "register-not-trusted"));
    }

    /// With visitors, who is not on the access list comes as an escort; without, only the access list counts.
    void judgeStaff(const StaffFacts &staff)
    {
        if (!staff.active) {
            add(block(Rule::R21, "staff-not-active"));
            return;
        }
        if (!staff.onAccessList && staff.accessSuspended && m_visitors.empty())
            add(block(Rule::R17, "access-not-reviewed"));
        else if (!staff.onAccessList && m_visitors.empty())
            add(block(Rule::R4, "not-on-access-list"));
        else if (!staff.onAccessList && !staff.mayEscort())
            add(whyNoEscort(staff));
        if (const auto finding = judgePin(staff))
            add(*finding);
    }

    const StaffFacts *inSet(const std::optional<StaffId> &id) const
    {
        const auto found =
            std::find_if(m_staff.begin(), m_staff.end(), [&](const StaffFacts *staff) { return staff->staff == id; });
        return found == m_staff.end() ? nullptr : *found;
    }

    void findEscort(const VisitorFacts &visitor)
    {
        if (judgeVisitor(visitor))
            return; // said already
        const StaffFacts *escort = nullptr;
        if (visitor.offeredTo && inSet(visitor.offeredTo)) {
            escort = inSet(visitor.offeredTo);
            if (m_facts.contact != Contact::Connected) {
                add(block(Rule::R24, "accepted-after-cut")); // nobody new while cut off
                return;
            }
            if (escort->charges + ++m_accepting[escort->staff] > m_facts.visitorsPerEscort) {
                // Those who wait outside count: nobody would believe the acceptance.
                add(block(Rule::R4, "escort-at-limit", {QString::number(m_facts.visitorsPerEscort)}));
                return;
            }
            m_decision.accepted.push_back({visitor.visit, escort->staff});
        } else if (visitor.accepted) {
            escort = inSet(visitor.escort);
        }
        if (!escort) {
            add(visitor.accepted || m_staff.empty() ? block(Rule::R4, "escort-missing")
                                                    : block(Rule::R4, "access-not-accepted"));
            return;
        }
        if (!escort->mayEscort() && escort->onAccessList) // else judgeStaff said why
            add(whyNoEscort(*escort));
        if (!m_decision.escort)
            m_decision.escort = escort->staff;
        ++m_led[escort->staff];
    }

    void judgeLimits()
    {
        for (const InsideFacts &inside : m_facts.inside) {
            if (inside.visit && inside.escort && m_led.contains(*inside.escort))
                ++m_led[*inside.escort];
        }
        for (const auto &[escort, visitors] : m_led) {
            if (visitors > m_facts.visitorsPerEscort)
                add(block(Rule::R4, "escort-at-limit", {QString::number(m_facts.visitorsPerEscort)}));
            m_decision.mayStillFollow += std::max(0, m_facts.visitorsPerEscort - visitors);
        }
        if (m_facts.escort == EscortRule::Two && !m_visitors.empty() && escortsPresent() < 2)
            add(block(Rule::R4, "second-escort-missing"));
    }

    int escortsPresent() const
    {
        const auto here =
            std::count_if(m_staff.begin(), m_staff.end(), [](const StaffFacts *staff) { return staff->mayEscort(); });
        const auto inside = std::count_if(m_facts.inside.begin(), m_facts.inside.end(),
                                          [](const InsideFacts &person) { return person.mayEscort; });
        return static_cast<int>(here + inside);
    }

    bool leaves(const std::optional<VisitId> &visit) const
    {
        return std::any_of(m_visitors.begin(), m_visitors.end(),
                           [&](const VisitorFacts *visitor) { return visitor->visit == visit; });
    }

    void leave()
    {
        for (const ShownBadge &badge : m_facts.badges) {
            if (badge.standing == BadgeStanding::Sound && !badge.seen)
                add({Rule::R17, Verdict::Warn, QStringLiteral("was-not-inside"), {serialText(badge.serial)}});
        }
        for (const InsideFacts &inside : m_facts.inside) {
            const bool escortGoes = inside.visit && inside.escort && inSet(inside.escort);
            if (escortGoes && !leaves(inside.visit)) {
                add({Rule::R4, Verdict::Warn, QStringLiteral("escort-leaves-first"), {}});
                return; // said once, whatever the number
            }
        }
    }

    const DoorFacts &m_facts;
    std::vector<const VisitorFacts *> m_visitors;
    std::vector<const StaffFacts *> m_staff;
    std::map<StaffId, int> m_led;
    std::map<StaffId, int> m_accepting; ///< anew, at this door
    DoorDecision m_decision;
};
} // namespace

std::optional<Finding> judgeBadge(const DoorFacts &facts, const ShownBadge &badge)
{
    // Who goes out with an expired or returned badge goes out: it is noted that the badge was inside.
    const bool known = badge.visitor || badge.staff;
    if (facts.direction == Direction::Leave && known && badge.seen && badge.seen->zone == facts.zone)
        return std::nullopt;
    if (const char *code = standingCode(badge.standing))
        return block(badge.staff ? Rule::R17 : Rule::R1, code,
                     badge.serial ? QStringList{serialText(badge.serial)} : QStringList{});
    if (const auto finding = copied(facts, badge))
        return finding;
    if (facts.direction == Direction::Enter && badge.visitor)
        return judgeVisitor(*badge.visitor);
    return std::nullopt;
}

DoorDecision decideDoor(const DoorFacts &facts)
{
    return Decision(facts).made();
}

} // namespace gatehouse::domain
