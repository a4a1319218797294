// SPDX-License-Identifier: GPL-3.0-or-later
// One table for each rule that the engine answers for; the rows name the case.
#include "domain/policy.h"
#include "testprogram.h"

#include <QTest>

using namespace gatehouse::domain;

namespace
{
using PolicyChange = std::function<void(PolicyFacts &)>;

Zone zoneNamed(const char *key)
{
    for (const Zone &zone : defaultZones()) {
        if (zone.id.key == QLatin1String(key))
            return zone;
    }
    return {};
}

Purpose purposeNamed(const char *key)
{
    for (const Purpose &purpose : defaultPurposes()) {
        if (purpose.id.key == QLatin1String(key))
            return purpose;
    }
    return {};
}

void setField(PolicyFacts &facts, const char *name, const char *value)
{
    std::erase_if(facts.record.fields, [&](const IdentityField &field) { return field.name == QLatin1String(name); });
    if (*value)
        facts.record.fields.push_back({QString::fromLatin1(name), QString::fromUtf8(value), FieldSign::Read});
}

void setPurpose(PolicyFacts &facts, const char *key)
{
    facts.purpose = purposeNamed(key);
    facts.visit.purpose = facts.purpose.id;
    facts.visit.zones = facts.purpose.zones;
    facts.zones.clear();
    for (const ZoneId &zone : facts.purpose.zones)
        facts.zones.push_back(zoneNamed(qPrintable(zone.key)));
}

/// A meeting that nothing speaks against.
PolicyFacts soundFacts()
{
    PolicyFacts facts;
    facts.now = QDateTime(QDate(2026, 11, 24), QTime(9, 41), Qt::UTC);
    facts.today = facts.now.date();
    setPurpose(facts, "meeting");
    facts.visit.windowFrom = facts.now;
    facts.visit.windowUntil = facts.now.addSecs(4 * 3600);
    facts.visit.originalSeenAt = facts.now;
    setField(facts, "surname", "Eriksson");
    setField(facts, "givenNames", "Anna Maria");
    setField(facts, "birthDate", "1974-08-12");
    setField(facts, "expiryDate", "2031-04-15");
    facts.record.documentKind = QStringLiteral("aamva");
    facts.record.documentValid = true;
    facts.record.typedSignature = QStringLiteral("Anna Maria Eriksson");
    facts.consents = {{QStringLiteral("privacy"), 1, QStringLiteral("en"), QStringLiteral("tick"), facts.now},
                      {QStringLiteral("terms"), 1, QStringLiteral("en"), QStringLiteral("typed"), facts.now}};
    Staff host;
    host.state = StaffState::Active;
    host.id = StaffId{QUuid::createUuid()};
    facts.host = host;
    Staff guard;
    guard.id = StaffId{QUuid::createUuid()};
    guard.state = StaffState::Active;
    guard.roles = {Role::Guard};
    facts.decider = guard;
    return facts;
}

void columns()
{
    QTest::addColumn<PolicyChange>("change");
    QTest::addColumn<QString>("code");
    QTest::addColumn<int>("verdict");
}

void row(const char *name, PolicyChange change, const char *code, Verdict verdict)
{
    QTest::newRow(name) << change << QString::fromLatin1(code) << int(verdict);
}

void check(Rule rule)
{
    QFETCH(PolicyChange, change);
    QFETCH(QString, code);
    QFETCH(int, verdict);
    PolicyFacts facts = soundFacts();
    change(facts);
    const auto findings = evaluate(facts);
    const auto found =
        std::find_if(findings.begin(), findings.end(), [&](const Finding &finding) { return finding.code == code; });
    if (found == findings.end()) {
        QStringList codes;
        for (const Finding &finding : findings)
            codes << finding.code;
        QFAIL(qPrintable(QStringLiteral("no finding %1 among %2").arg(code, codes.join(QLatin1Char(' ')))));
    }
    QCOMPARE(ruleName(found->rule), ruleName(rule));
    QCOMPARE(int(found->verdict), verdict);
    QCOMPARE(blocks(findings),
             std::any_of(findings.begin(), findings.end(), [](const Finding &f) { return f.verdict == Verdict::Block; }));
}
} // namespace

class TestPolicy : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void soundVisitHasNothingAgainstIt()
    {
        const auto findings = evaluate(soundFacts());
        for (const Finding &finding : findings)
            QVERIFY2(finding.verdict == Verdict::Pass, qPrintable(finding.code));
        QVERIFY(findings.size() >= 8);
    }

    void worstComesFirst()
    {
        PolicyFacts facts = soundFacts();
        setField(facts, "expiryDate", "2020-01-01");
        facts.visit.originalSeenAt.reset();
        const auto findings = evaluate(facts);
        QCOMPARE(int(findings.at(0).verdict), int(Verdict::Block));
        QCOMPARE(int(findings.at(1).verdict), int(Verdict::Warn));
        QCOMPARE(int(findings.back().verdict), int(Verdict::Pass));
    }

    void r1ValidDocument_data()
    {
        columns();
        row(
            "in date", [](PolicyFacts &) {}, "document-in-date", Verdict::Pass);
        row(
            "last day", [](PolicyFacts &f) { setField(f, "expiryDate", "2026-11-24"); }, "document-in-date", Verdict::Pass);
        row(
            "expired yesterday warns", [](PolicyFacts &f) { setField(f, "expiryDate", "2026-11-23"); }, "document-expired",
            Verdict::Warn);
        row(
            "expired blocks an escorted zone",
            [](PolicyFacts &f) {
                setPurpose(f, "machine-room-work");
                setField(f, "expiryDate", "2026-11-23");
            },
            "document-expired", Verdict::Block);
        row(
            "not yet valid", [](PolicyFacts &f) { setField(f, "issueDate", "2027-01-01"); }, "document-not-yet-valid",
            Verdict::Warn);
        row(
            "not yet valid, escorted zone",
            [](PolicyFacts &f) {
                setPurpose(f, "machine-room-work");
                setField(f, "issueDate", "2027-01-01");
            },
            "document-not-yet-valid", Verdict::Block);
        row(
            "impossible expiry", [](PolicyFacts &f) { setField(f, "expiryDate", "2026-02-30"); }, "document-date-impossible",
            Verdict::Warn);
        row(
            "impossible expiry, escorted zone",
            [](PolicyFacts &f) {
                setPurpose(f, "machine-room-work");
                setField(f, "expiryDate", "2039-13-45");
            },
            "document-date-impossible", Verdict::Block);
        row(
            "licence whose expiry is no date",
            [](PolicyFacts &f) {
                f.record.documentValid = false;
                setField(f, "expiryDate", "");
            },
            "document-date-impossible", Verdict::Warn);
        row(
            "licence whose expiry is no date, escorted zone",
            [](PolicyFacts &f) {
                setPurpose(f, "machine-room-work");
                f.record.documentValid = false;
                setField(f, "expiryDate", "");
            },
            "document-date-impossible", Verdict::Block);
        row(
            "licence whose issue is no date",
            [](PolicyFacts &f) {
                f.record.documentValid = false;
                setField(f, "issueDate", "");
            },
            "document-date-impossible", Verdict::Warn);
        row(
            "typed", [](PolicyFacts &f) { f.record.documentKind = QStringLiteral("typed"); }, "document-typed", Verdict::Warn);
        row(
            "check digits fail", [](PolicyFacts &f) { f.record.documentValid = false; }, "document-checks-failed",
            Verdict::Warn);
        row(
            "old French card: no expiry date to read",
            [](PolicyFacts &f) {
                f.record.documentKind = QStringLiteral("fr-id");
                setField(f, "expiryDate", "");
            },
            "document-expiry-unread", Verdict::Warn);
        row(
            "old French card whose expiry was typed",
            [](PolicyFacts &f) {
                f.record.documentKind = QStringLiteral("fr-id");
                setField(f, "expiryDate", "2026-11-23");
            },
            "document-expired", Verdict::Warn);
        row(
            "impossible issue", [](PolicyFacts &f) { setField(f, "issueDate", "2020-02-30"); }, "document-date-impossible",
            Verdict::Warn);
        row(
            "none", [](PolicyFacts &f) { f.record.documentKind = QStringLiteral("none"); }, "document-missing", Verdict::Warn);
        row(
            "none, escorted zone",
            [](PolicyFacts &f) {
                setPurpose(f, "machine-room-work");
                f.record.documentKind.clear();
            },
            "document-missing", Verdict::Block);
        row(
            "no name", [](PolicyFacts &f) { f.record.fields.clear(); }, "name-missing", Verdict::Block);
    }
    void r1ValidDocument() { check(Rule::R1); }

    // The same for every kind that bears a date of expiry; the parsers leave out what is no day of the calendar.
    void expiryThatIsNoDate_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("issued");
        QTest::addColumn<bool>("valid");
        QTest::addColumn<bool>("escorted");
        QTest::addColumn<int>("worst");
        for (const char *kind : {"aamva", "mrz-td1", "mrz-td2", "mrz-td3", "mrz-mrva", "mrz-mrvb", "cn-id"}) {
            const bool zone = QByteArray(kind).startsWith("mrz");
            const QString issued = zone ? QString() : QStringLiteral("2020-01-01");
            QTest::addRow("%s", kind) << kind << issued << false << false << int(Verdict::Warn);
            QTest::addRow("%s, escorted zone", kind) << kind << issued << false << true << int(Verdict::Block);
        }
        for (const char *kind : {"aamva", "cn-id"})
            QTest::addRow("%s that never expires", kind) << kind << "2020-01-01" << true << true << int(Verdict::Pass);
        QTest::addRow("cn-id, front alone") << "cn-id"
                                            << "" << false << true << int(Verdict::Pass);
    }

    void expiryThatIsNoDate()
    {
        QFETCH(QString, kind);
        QFETCH(QString, issued);
        QFETCH(bool, valid);
        QFETCH(bool, escorted);
        PolicyFacts facts = soundFacts();
        setPurpose(facts, escorted ? "machine-room-work" : "meeting");
        facts.record.documentKind = kind;
        facts.record.documentValid = valid;
        setField(facts, "issueDate", qPrintable(issued));
        setField(facts, "expiryDate", "");
        int worst = int(Verdict::Pass);
        for (const Finding &finding : evaluate(facts)) {
            if (finding.code == QLatin1String("document-date-impossible"))
                worst = std::max(worst, int(finding.verdict));
        }
        QTEST(worst, "worst");
    }

    void aLicenceThatNeverExpiresIsNoImpossibleOne()
    {
        PolicyFacts facts = soundFacts();
        setField(facts, "expiryDate", "");
        for (const Finding &finding : evaluate(facts))
            QCOMPARE(int(finding.verdict), int(Verdict::Pass));
    }

    void r1BirthDate_data()
    {
        columns();
        row(
            "18 today is no minor", [](PolicyFacts &f) { setField(f, "birthDate", "2008-11-24"); }, "document-read",
            Verdict::Pass);
        row(
            "a child's licence", [](PolicyFacts &f) { setField(f, "birthDate", "2010-01-01"); }, "minor", Verdict::Warn);
        row(
            "born on a leap day", [](PolicyFacts &f) { setField(f, "birthDate", "2012-02-29"); }, "minor", Verdict::Warn);
        row(
            "born in the future", [](PolicyFacts &f) { setField(f, "birthDate", "2030-01-01"); }, "birth-date-impossible",
            Verdict::Warn);
        row(
            "born in 1890", [](PolicyFacts &f) { setField(f, "birthDate", "1890-01-01"); }, "birth-date-impossible",
            Verdict::Warn);
        row(
            "120 today", [](PolicyFacts &f) { setField(f, "birthDate", "1906-11-24"); }, "document-read", Verdict::Pass);
        row(
            "120 yesterday", [](PolicyFacts &f) { setField(f, "birthDate", "1906-11-23"); }, "birth-date-impossible",
            Verdict::Warn);
        row(
            "no such day", [](PolicyFacts &f) { setField(f, "birthDate", "1999-02-29"); }, "birth-date-impossible",
            Verdict::Warn);
    }
    void r1BirthDate() { check(Rule::R1); }

    void r1Permission_data()
    {
        columns();
        row(
            "original not seen", [](PolicyFacts &f) { f.visit.originalSeenAt.reset(); }, "original-not-seen", Verdict::Block);
        row(
            "invited, original still needed",
            [](PolicyFacts &f) {
                f.invited = true;
                f.visit.originalSeenAt.reset();
            },
            "original-not-seen", Verdict::Block);
        row(
            "host unknown", [](PolicyFacts &f) { f.host.reset(); }, "host-unknown", Verdict::Warn);
        row(
            "host has left", [](PolicyFacts &f) { f.host->state = StaffState::Left; }, "host-left", Verdict::Block);
        row(
            "window over", [](PolicyFacts &f) { f.visit.windowUntil = f.now; }, "window-over", Verdict::Block);
        row(
            "clock not to be believed", [](PolicyFacts &f) { f.clockTrusted = false; }, "clock-not-trusted", Verdict::Block);
    }
    void r1Permission() { check(Rule::R1); }

    void r2EscortIsSaid_data()
    {
        columns();
        row(
            "machine room", [](PolicyFacts &f) { setPurpose(f, "machine-room-work"); }, "escort-required", Verdict::Pass);
        row(
            "tour", [](PolicyFacts &f) { setPurpose(f, "tour"); }, "escort-required", Verdict::Pass);
    }
    void r2EscortIsSaid() { check(Rule::R2); }

    void r2NothingIsSaidWhereNobodyEscorts_data()
    {
        QTest::addColumn<QString>("purpose");
        for (const char *purpose : {"meeting", "interview", "delivery"})
            QTest::newRow(purpose) << QString::fromLatin1(purpose);
    }
    void r2NothingIsSaidWhereNobodyEscorts()
    {
        QFETCH(QString, purpose);
        PolicyFacts facts = soundFacts();
        setPurpose(facts, qPrintable(purpose));
        const auto findings = evaluate(facts);
        QVERIFY(std::none_of(findings.begin(), findings.end(), [](const Finding &f) { return f.rule == Rule::R2; }));
    }

    void r4NobodyUnder16InAnEscortedZone_data()
    {
        columns();
        row(
            "15 years",
            [](PolicyFacts &f) {
                setPurpose(f, "tour");
                setField(f, "birthDate", "2010-11-25");
            },
            "too-young-for-zone", Verdict::Block);
        const auto bornIn = [](const char *text) {
            return [text](PolicyFacts &f) {
                setPurpose(f, "tour");
                setField(f, "birthDate", text);
            };
        };
        row("no date of birth", bornIn(""), "birth-date-unknown", Verdict::Warn);
        row("a word", bornIn("unknown"), "birth-date-unknown", Verdict::Warn);
        row("a year that may be too young", bornIn("2010"), "birth-date-unknown", Verdict::Warn);
        row("a child's year and month", bornIn("2019-05"), "birth-date-unknown", Verdict::Warn);
        row(
            "typed, none given",
            [](PolicyFacts &f) {
                setPurpose(f, "machine-room-work");
                setField(f, "birthDate", "");
                f.record.documentKind = QStringLiteral("typed");
            },
            "birth-date-unknown", Verdict::Warn);
    }
    void r4NobodyUnder16InAnEscortedZone() { check(Rule::R4); }

    void r4NoWordOfAnAgeThatIsNotAskedFor_data()
    {
        QTest::addColumn<QString>("purpose");
        QTest::addColumn<QString>("birthDate");
        QTest::newRow("no escort") << "meeting"
                                   << "";
        QTest::newRow("old enough by the year alone") << "tour"
                                                      << "1974";
        QTest::newRow("born on the last day of that year, 16 by now") << "tour"
                                                                      << "2009";
        QTest::newRow("delivery") << "delivery"
                                  << "";
    }
    void r4NoWordOfAnAgeThatIsNotAskedFor()
    {
        QFETCH(QString, purpose);
        QFETCH(QString, birthDate);
        PolicyFacts facts = soundFacts();
        setPurpose(facts, qPrintable(purpose));
        setField(facts, "birthDate", qPrintable(birthDate));
        facts.escortNamed = true;
        QVERIFY(!warns(evaluate(facts)));
    }

    void r4ATourNamesItsEscortInAdvance_data()
    {
        columns();
        row(
            "nobody named", [](PolicyFacts &f) { setPurpose(f, "tour"); }, "tour-without-escort", Verdict::Block);
        row(
            "named",
            [](PolicyFacts &f) {
                setPurpose(f, "tour");
                f.escortNamed = true;
            },
            "tour-escort-named", Verdict::Pass);
    }
    void r4ATourNamesItsEscortInAdvance() { check(Rule::R4); }

    void r5PurposeDecidesTheZones_data()
    {
        columns();
        row(
            "meeting: lobby, office", [](PolicyFacts &) {}, "zones-fit-purpose", Verdict::Pass);
        row(
            "interview never further than the lounge",
            [](PolicyFacts &f) {
                setPurpose(f, "interview");
                f.visit.zones.push_back(ZoneId{QStringLiteral("machine-room")});
                f.zones.push_back(zoneNamed("machine-room"));
            },
            "zone-not-for-purpose", Verdict::Block);
        row(
            "inspection may ask for the machine room",
            [](PolicyFacts &f) {
                setPurpose(f, "inspection");
                f.visit.zones.push_back(ZoneId{QStringLiteral("machine-room")});
                f.zones.push_back(zoneNamed("machine-room"));
            },
            "zones-fit-purpose", Verdict::Pass);
        row(
            "a purpose nobody signed", [](PolicyFacts &f) { f.purpose = {}; }, "purpose-unknown", Verdict::Block);
        row(
            "a zone nobody signed", [](PolicyFacts &f) { f.zones.pop_back(); }, "zone-unknown", Verdict::Block);
        row(
            "no zone",
            [](PolicyFacts &f) {
                f.zones.clear();
                f.visit.zones.clear();
            },
            "zone-unknown", Verdict::Block);
    }
    void r5PurposeDecidesTheZones() { check(Rule::R5); }

    void r6ProhibitedItems_data()
    {
        columns();
        row(
            "flammables nowhere",
            [](PolicyFacts &f) {
                f.items = {{QStringLiteral("flammable"), 1, ItemState::Declared, {}}};
            },
            "item-not-handed-in", Verdict::Block);
        row(
            "food not in the machine room",
            [](PolicyFacts &f) {
                setPurpose(f, "tour");
                f.items = {{QStringLiteral("food"), 1, ItemState::Declared, {}}};
            },
            "item-not-handed-in", Verdict::Block);
        row(
            "food handed in",
            [](PolicyFacts &f) {
                setPurpose(f, "tour");
                f.items = {{QStringLiteral("food"), 1, ItemState::Deposited, QStringLiteral("17")}};
            },
            "item-handed-in", Verdict::Pass);
    }
    void r6ProhibitedItems() { check(Rule::R6); }

    void r7MediaAreDeposited_data()
    {
        columns();
        row(
            "USB stick declared",
            [](PolicyFacts &f) {
                setPurpose(f, "machine-room-work");
                f.items = {{QStringLiteral("usb-storage"), 1, ItemState::Declared, {}}};
            },
            "item-not-handed-in", Verdict::Block);
        row(
            "USB stick under a tag",
            [](PolicyFacts &f) {
                setPurpose(f, "machine-room-work");
                f.items = {{QStringLiteral("usb-storage"), 1, ItemState::Deposited, QStringLiteral("17")}};
            },
            "item-handed-in", Verdict::Pass);
    }
    void r7MediaAreDeposited() { check(Rule::R7); }

    void r6r7WhatAZoneAdmitsIsNoFinding()
    {
        PolicyFacts facts = soundFacts();
        facts.items = {{QStringLiteral("laptop"), 1, ItemState::Declared, {}},
                       {QStringLiteral("usb-storage"), 1, ItemState::Declared, {}}};
        QVERIFY(!blocks(evaluate(facts)));
    }

    void r14PortraitMayBeDeclined_data()
    {
        columns();
        row(
            "given", [](PolicyFacts &f) { f.hasPortrait = true; }, "portrait-given", Verdict::Pass);
        row(
            "declined", [](PolicyFacts &) {}, "portrait-declined", Verdict::Pass);
    }
    void r14PortraitMayBeDeclined() { check(Rule::R14); }

    void r15NoticeIsAcknowledged_data()
    {
        columns();
        row(
            "acknowledged", [](PolicyFacts &) {}, "privacy-acknowledged", Verdict::Pass);
        row(
            "not acknowledged", [](PolicyFacts &f) { f.consents.erase(f.consents.begin()); }, "privacy-not-acknowledged",
            Verdict::Block);
        row(
            "an older version", [](PolicyFacts &f) { f.privacyVersion = 2; }, "privacy-old-version", Verdict::Block);
        row(
            "a new recording notice", [](PolicyFacts &f) { f.recordingVersion = 2; }, "recording-old-version", Verdict::Block);
        row(
            "its new version acknowledged",
            [](PolicyFacts &f) {
                f.recordingVersion = 2;
                f.consents.push_back({QStringLiteral("recording"), 2, QStringLiteral("en"), QStringLiteral("tick"), f.now});
            },
            "privacy-acknowledged", Verdict::Pass);
    }
    void r15NoticeIsAcknowledged() { check(Rule::R15); }

    void r16DeciderHoldsTheRole_data()
    {
        columns();
        row(
            "auditor", [](PolicyFacts &f) { f.decider->roles = {Role::Auditor}; }, "decider-without-role", Verdict::Block);
        row(
            "the host alone, escorted zone",
            [](PolicyFacts &f) {
                setPurpose(f, "tour");
                f.decider->id = f.host->id;
            },
            "decider-is-host", Verdict::Block);
    }
    void r16DeciderHoldsTheRole() { check(Rule::R16); }

    void r17DeciderIsActive_data()
    {
        columns();
        row(
            "left", [](PolicyFacts &f) { f.decider->state = StaffState::Left; }, "decider-not-active", Verdict::Block);
        row(
            "invited, not yet activated", [](PolicyFacts &f) { f.decider->state = StaffState::Invited; }, "decider-not-active",
            Verdict::Block);
    }
    void r17DeciderIsActive() { check(Rule::R17); }

    void r20TermsAreSigned_data()
    {
        columns();
        row(
            "typed name", [](PolicyFacts &) {}, "terms-signed", Verdict::Pass);
        row(
            "finger",
            [](PolicyFacts &f) {
                f.record.typedSignature.clear();
                f.hasSignature = true;
            },
            "terms-signed", Verdict::Pass);
        row(
            "ticked but neither", [](PolicyFacts &f) { f.record.typedSignature.clear(); }, "terms-not-signed", Verdict::Block);
        row(
            "not at all", [](PolicyFacts &f) { f.consents.pop_back(); }, "terms-not-signed", Verdict::Block);
        row(
            "a new version asks again", [](PolicyFacts &f) { f.termsVersion = 2; }, "terms-old-version", Verdict::Block);
    }
    void r20TermsAreSigned() { check(Rule::R20); }

    void r20LobbyAndLoungeAskForNoTerms()
    {
        PolicyFacts facts = soundFacts();
        setPurpose(facts, "interview");
        facts.consents.pop_back();
        facts.record.typedSignature.clear();
        QVERIFY(!blocks(evaluate(facts)));
    }

    void deliveryIsAskedNothing()
    {
        PolicyFacts facts;
        facts.now = QDateTime(QDate(2026, 11, 24), QTime(9, 41), Qt::UTC);
        facts.today = facts.now.date();
        facts.visit.windowUntil = facts.now.addSecs(1800);
        setPurpose(facts, "delivery");
        QVERIFY(evaluate(facts).empty());
    }

    void everyRuleHasAnArticle()
    {
        for (const Rule rule : {Rule::R1, Rule::R2, Rule::R4, Rule::R5, Rule::R6, Rule::R7, Rule::R14, Rule::R15, Rule::R16,
                                Rule::R17, Rule::R18, Rule::R19, Rule::R20, Rule::R23})
            QVERIFY(!article(rule).isEmpty());
        QCOMPARE(article(Rule::R4), QStringLiteral("第二章第四条"));
    }
};

GATEHOUSE_TEST(QCoreApplication, TestPolicy);
#include "tst_policy.moc"
