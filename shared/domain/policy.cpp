// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy.h"

#include "names.h"

#include <algorithm>

namespace gatehouse::domain
{

namespace
{
struct RuleEntry {
    Rule rule;
    QLatin1String name;
    const char *article;
};

constexpr std::array<RuleEntry, 26> ruleTable{{
    {Rule::R1, QLatin1String("R1"), "第二章第一条"},       {Rule::R2, QLatin1String("R2"), "第二章第二条"},
    {Rule::R3, QLatin1String("R3"), "第二章第三条"},       {Rule::R4, QLatin1String("R4"), "第二章第四条"},
    {Rule::R5, QLatin1String("R5"), "第二章第六条"},       {Rule::R6, QLatin1String("R6"), "第一章第五条"},
    {Rule::R7, QLatin1String("R7"), "第二章第七条"},       {Rule::R8, QLatin1String("R8"), "第二章第七条"},
    {Rule::R9, QLatin1String("R9"), "第一章第一条"},       {Rule::R10, QLatin1String("R10"), "第一章第二条"},
    {Rule::R11, QLatin1String("R11"), "第一章第三条"},     {Rule::R12, QLatin1String("R12"), "第一章第五条"},
    {Rule::R13, QLatin1String("R13"), "第一章第七条"},     {Rule::R14, QLatin1String("R14"), "总则 数据保护"},
    {Rule::R15, QLatin1String("R15"), "总则 监听与记录"},  {Rule::R16, QLatin1String("R16"), "总则 系统访问控制"},
    {Rule::R17, QLatin1String("R17"), "第二章第十三条"},   {Rule::R18, QLatin1String("R18"), "总则 密码管理"},
    {Rule::R19, QLatin1String("R19"), "第二章第十二条"},   {Rule::R20, QLatin1String("R20"), "第二章第十一条"},
    {Rule::R21, QLatin1String("R21"), "第二章第十四条"},   {Rule::R23, QLatin1String("R23"), "总则 安全培训"},
    {Rule::R24, QLatin1String("R24"), "总则 应急"},        {Rule::R26, QLatin1String("R26"), "第四章第一条"},
    {Rule::R27, QLatin1String("R27"), "总则 应急 第五项"}, {Rule::R28, QLatin1String("R28"), "第一章第四条"},
}};

constexpr NameTable<Verdict, 3> verdictTable{{
    {Verdict::Pass, QLatin1String("pass")},
    {Verdict::Warn, QLatin1String("warn")},
    {Verdict::Block, QLatin1String("block")},
}};

constexpr int oldestPlausibleAge = 120;

class Evaluation
{
public:
    explicit Evaluation(const PolicyFacts &facts) : m_facts(facts) {}

    std::vector<Finding> run()
    {
        clock();
        document();
        birth();
        originalSeen();
        host();
        purposeZones();
        portrait();
        notices();
        briefing();
        items();
        decider();
        window();
        return std::move(m_findings);
    }

private:
    void say(Rule rule, Verdict verdict, const char *code, const QStringList &basis = {})
    {
        m_findings.push_back({rule, verdict, QString::fromLatin1(code), basis});
    }

    bool escorted() const
    {
        return std::any_of(m_facts.zones.begin(), m_facts.zones.end(),
                           [](const Zone &zone) { return zone.escort != EscortRule::None; });
    }

    bool asksDocument() const
    {
        return m_facts.purpose.entering &&
               std::any_of(m_facts.zones.begin(), m_facts.zones.end(), [](const Zone &zone) { return zone.asksDocument; });
    }

    void clock()
    {
        if (!m_facts.clockTrusted)
            say(Rule::R1, Verdict::Block, "clock-not-trusted");
    }

    // R1: who must enter shows a valid ID document.
    void document()
    {
        if (!asksDocument())
            return;
        const VisitorRecord &record = m_facts.record;
        if (record.displayName().isEmpty()) {
            say(Rule::R1, Verdict::Block, "name-missing");
            return;
        }
        if (record.documentKind == QLatin1String("none") || record.documentKind.isEmpty()) {
            say(Rule::R1, escorted() ? Verdict::Block : Verdict::Warn, "document-missing");
            return;
        }
        if (record.documentKind == QLatin1String("typed"))
            say(Rule::R1, Verdict::Warn, "document-typed");
        else if (!record.documentValid)
            say(Rule::R1, Verdict::Warn, "document-checks-failed");
        else
            say(Rule::R1, Verdict::Pass, "document-read");
        // Its zone has no expiry date.
        if (record.documentKind == QLatin1String("fr-id") && record.value(u"expiryDate").isEmpty())
            say(Rule::R1, Verdict::Warn, "document-expiry-unread");
        expiry();
        issue();
    }

    /// Whether that date is not there although the document's kind bears it: it was no day of the calendar, or left out. A
    /// licence bears both dates, a zone that of expiry, and a Chinese card both where one of them was read (they are on its
    /// back). A document whose checks hold is sound without: it never expires.
    bool lacks(QStringView date) const
    {
        const VisitorRecord &record = m_facts.record;
        if (record.documentValid || !record.value(date).isEmpty())
            return false;
        const bool expiry = date == u"expiryDate";
        if (record.documentKind.startsWith(QLatin1String("mrz-")))
            return expiry;
        return record.documentKind == QLatin1String("aamva") ||
               (record.documentKind == QLatin1String("cn-id") &&
                !record.value(expiry ? u"issueDate" : u"expiryDate").isEmpty());
    }

    void expiry()
    {
        const QString text = m_facts.record.value(u"expiryDate");
        const auto expires = m_facts.record.date(u"expiryDate");
        if (text.isEmpty() ? lacks(u"expiryDate") : !expires)
            say(Rule::R1, escorted() ? Verdict::Block : Verdict::Warn, "document-date-impossible");
        else if (text.isEmpty())
            return; // some documents do not expire
        else if (*expires < m_facts.today)
            say(Rule::R1, escorted() ? Verdict::Block : Verdict::Warn, "document-expired", {text});
        else
            say(Rule::R1, Verdict::Pass, "document-in-date", {text});
    }

    void issue()
    {
        const QString text = m_facts.record.value(u"issueDate");
        const auto issued = m_facts.record.date(u"issueDate");
        if (text.isEmpty() ? lacks(u"issueDate") : text.size() >= 10 && !issued) // some documents name the month only
            say(Rule::R1, Verdict::Warn, "document-date-impossible");
        else if (issued && *issued > m_facts.today)
            say(Rule::R1, escorted() ? Verdict::Block : Verdict::Warn, "document-not-yet-valid", {text});
    }

    void birth()
    {
        const QString text = m_facts.record.value(u"birthDate");
        if (!m_facts.purpose.entering)
            return;
        const auto born = m_facts.record.date(u"birthDate");
        if (!born) {
            if (text.size() >= 10)
                say(Rule::R1, Verdict::Warn, "birth-date-impossible");
            else if (escorted() && !isOldEnough(text)) // partly unknown dates are lawful (ICAO 9303-3, 4.7)
                say(Rule::R4, Verdict::Warn, "birth-date-unknown");
            return;
        }
        const int age = ageOn(*born, m_facts.today);
        if (*born > m_facts.today || born->addYears(oldestPlausibleAge) < m_facts.today)
            say(Rule::R1, Verdict::Warn, "birth-date-impossible");
        else if (age < escortedZoneAge && escorted())
            say(Rule::R4, Verdict::Block, "too-young-for-zone");
        else if (age < adultAge)
            say(Rule::R1, Verdict::Warn, "minor");
    }

    /// By the year alone, where no more is known.
    bool isOldEnough(const QString &birth) const
    {
        const QDate latest(birth.left(4).toInt(), 12, 31);
        return latest.isValid() && ageOn(latest, m_facts.today) >= escortedZoneAge;
    }

    // R1: the guard's check stays, invitation or not.
    void originalSeen()
    {
        if (!asksDocument())
            return;
        if (m_facts.visit.originalSeenAt)
            say(Rule::R1, Verdict::Pass, "original-seen");
        else
            say(Rule::R1, Verdict::Block, "original-not-seen");
    }

    // R1: only with the company's permission and where work requires it.
    void host()
    {
        if (m_facts.invited)
            say(Rule::R1, Verdict::Pass, "invited");
        if (!m_facts.purpose.asksHost)
            return;
        if (!m_facts.host)
            say(Rule::R1, Verdict::Warn, "host-unknown");
        else if (m_facts.host->state == StaffState::Left)
            say(Rule::R1, Verdict::Block, "host-left");
        else
            say(Rule::R1, Verdict::Pass, "host-known");
    }

    // R5: the purpose decides the zones.
    void purposeZones()
    {
        if (m_facts.purpose.id.key.isEmpty()) {
            say(Rule::R5, Verdict::Block, "purpose-unknown");
            return;
        }
        if (!m_facts.purpose.entering)
            return;
        if (m_facts.visit.zones.empty() || m_facts.zones.size() != m_facts.visit.zones.size()) {
            say(Rule::R5, Verdict::Block, "zone-unknown");
            return;
        }
        for (const ZoneId &zone : m_facts.visit.zones) {
            const auto &fixed = m_facts.purpose.zones;
            const auto &optional = m_facts.purpose.optionalZones;
            if (std::find(fixed.begin(), fixed.end(), zone) == fixed.end() &&
                std::find(optional.begin(), optional.end(), zone) == optional.end()) {
                say(Rule::R5, Verdict::Block, "zone-not-for-purpose", {zone.key, m_facts.purpose.id.key});
                return;
            }
        }
        say(Rule::R5, Verdict::Pass, "zones-fit-purpose", {m_facts.purpose.id.key});
        if (escorted())
            say(Rule::R2, Verdict::Pass, "escort-required");
        // R4: a tour is led by managerial staff whom the company has arranged.
        if (escorted() && m_facts.purpose.id.key == QLatin1String("tour"))
            say(Rule::R4, m_facts.escortNamed ? Verdict::Pass : Verdict::Block,
                m_facts.escortNamed ? "tour-escort-named" : "tour-without-escort");
    }

    // R14: a portrait is asked for separately and may be declined; the guard then compares person and document only.
    void portrait()
    {
        if (asksDocument())
            say(Rule::R14, Verdict::Pass, m_facts.hasPortrait ? "portrait-given" : "portrait-declined");
    }

    const Consent *consent(const QString &notice) const
    {
        const auto found = std::find_if(m_facts.consents.begin(), m_facts.consents.end(),
                                        [&](const Consent &candidate) { return candidate.notice == notice; });
        return found == m_facts.consents.end() ? nullptr : &*found;
    }

    void notices()
    {
        if (!m_facts.purpose.entering)
            return;
        // R15: people are told that and why they are recorded.
        const Consent *privacy = consent(QStringLiteral("privacy"));
        if (!privacy)
            say(Rule::R15, Verdict::Block, "privacy-not-acknowledged");
        else if (privacy->version < m_facts.privacyVersion)
            say(Rule::R15, Verdict::Block, "privacy-old-version", {QString::number(privacy->version)});
        else
            say(Rule::R15, Verdict::Pass, "privacy-acknowledged", {QString::number(privacy->version), privacy->language});
        // Shown on the same page as the privacy notice: who has no entry of its own saw the first version.
        const Consent *recording = consent(QStringLiteral("recording"));
        const int shown = recording ? recording->version : 1;
        if (privacy && shown < m_facts.recordingVersion)
            say(Rule::R15, Verdict::Block, "recording-old-version", {QString::number(shown)});
        // R20: terms where a zone asks for them.
        const bool asked =
            std::any_of(m_facts.zones.begin(), m_facts.zones.end(), [](const Zone &zone) { return zone.asksTerms; });
        if (!asked)
            return;
        const Consent *terms = consent(QStringLiteral("terms"));
        const bool bySignature = m_facts.hasSignature || !m_facts.record.typedSignature.isEmpty();
        if (!terms || !bySignature)
            say(Rule::R20, Verdict::Block, "terms-not-signed");
        else if (terms->version < m_facts.termsVersion)
            say(Rule::R20, Verdict::Block, "terms-old-version", {QString::number(terms->version)});
        else
            say(Rule::R20, Verdict::Pass, "terms-signed", {QString::number(terms->version), terms->method});
    }

    // R23: who was not briefed yet may be approved; the door asks again.
    void briefing()
    {
        const bool asked =
            std::any_of(m_facts.zones.begin(), m_facts.zones.end(), [](const Zone &zone) { return zone.asksBriefing; });
        if (asked && m_facts.briefed)
            say(Rule::R23, Verdict::Pass, "briefing-passed");
    }

    // R6, R7: what a zone does not admit is handed in first; a camera may be allowed by name instead.
    void items()
    {
        for (const Item &item : m_facts.items) {
            const auto zoneSays = [&](const std::vector<QString> Zone::*kinds) {
                return std::any_of(m_facts.zones.begin(), m_facts.zones.end(), [&](const Zone &zone) {
                    return std::find((zone.*kinds).begin(), (zone.*kinds).end(), item.kind) != (zone.*kinds).end();
                });
            };
            const bool prohibited = zoneSays(&Zone::prohibitedItems);
            const bool named = zoneSays(&Zone::namedItems);
            if (!prohibited && !named)
                continue;
            const bool media = item.kind == QLatin1String("usb-storage") || item.kind == QLatin1String("disc") ||
                               item.kind == QLatin1String("player") || item.kind == QLatin1String("camera");
            const Rule rule = media ? Rule::R7 : Rule::R6;
            if (item.state == ItemState::Allowed && named && !prohibited)
                say(rule, Verdict::Pass, "item-allowed", {item.kind, item.tag});
            else if (item.state == ItemState::Declared || item.state == ItemState::Allowed)
                say(rule, Verdict::Block, prohibited ? "item-not-handed-in" : "item-not-named",
                    {item.kind, QString::number(item.count)});
            else
                say(rule, Verdict::Pass, "item-handed-in", {item.kind, item.tag});
        }
    }

    // R16, R17: who decides holds the role, and into an escorted zone does not let an own visitor.
    void decider()
    {
        if (!m_facts.decider)
            return;
        const Staff &decider = *m_facts.decider;
        if (!decider.has(Role::Guard) && !decider.has(Role::Manager))
            say(Rule::R16, Verdict::Block, "decider-without-role");
        if (decider.state != StaffState::Active)
            say(Rule::R17, Verdict::Block, "decider-not-active");
        if (escorted() && m_facts.host && m_facts.host->id == decider.id)
            say(Rule::R16, Verdict::Block, "decider-is-host");
    }

    void window()
    {
        if (m_facts.visit.windowUntil <= m_facts.now)
            say(Rule::R1, Verdict::Block, "window-over");
    }

    const PolicyFacts &m_facts;
    std::vector<Finding> m_findings;
};

const RuleEntry &entryOf(Rule rule)
{
    return *std::find_if(ruleTable.begin(), ruleTable.end(), [&](const RuleEntry &entry) { return entry.rule == rule; });
}
} // namespace

int ageOn(const QDate &born, const QDate &today)
{
    const int years = today.year() - born.year();
    return born.addYears(years) > today ? years - 1 : years;
}

std::vector<Finding> evaluate(const PolicyFacts &facts)
{
    std::vector<Finding> findings = Evaluation(facts).run();
    std::stable_sort(findings.begin(), findings.end(), [](const Finding &a, const Finding &b) {
        return static_cast<int>(a.verdict) > static_cast<int>(b.verdict);
    });
    return findings;
}

int approvalsNeeded(const std::vector<Zone> &zones)
{
    int needed = 1;
    for (const Zone &zone : zones)
        needed = std::max(needed, zone.approvals);
    return needed;
}

bool blocks(const std::vector<Finding> &findings)
{
    return std::any_of(findings.begin(), findings.end(),
                       [](const Finding &finding) { return finding.verdict == Verdict::Block; });
}

bool warns(const std::vector<Finding> &findings)
{
    return std::any_of(findings.begin(), findings.end(),
                       [](const Finding &finding) { return finding.verdict == Verdict::Warn; });
}

QString article(Rule rule)
{
    return QString::fromUtf8(entryOf(rule).article);
}

QString ruleName(Rule rule)
{
    return entryOf(rule).name;
}

QString verdictName(Verdict verdict)
{
    return nameIn(verdictTable, verdict);
}

std::optional<Rule> ruleFromName(QStringView name)
{
    const auto found =
        std::find_if(ruleTable.begin(), ruleTable.end(), [&](const RuleEntry &entry) { return entry.name == name; });
    return found == ruleTable.end() ? std::nullopt : std::optional<Rule>(found->rule);
}

std::optional<Verdict> verdictFromName(QStringView name)
{
    return valueIn(verdictTable, name);
}

} // namespace gatehouse::domain
