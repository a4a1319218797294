// SPDX-License-Identifier: GPL-3.0-or-later
// Somebody changes visits by hand. What people are shown is compared with what was signed.
#include "rawdatabase.h"
#include "testprogram.h"
#include "testsite.h"
#include "usecases/badges.h"
#include "usecases/casefile.h"
#include "usecases/handovers.h"
#include "usecases/readvisits.h"

#include <QTest>

using namespace gatehouse;
using namespace gatehouse::domain;
using namespace gatehouse::usecases;
using gatehouse::test::must;
using gatehouse::test::RawDatabase;
using gatehouse::test::TestSite;

class TestProvenVisit : public QObject
{
    Q_OBJECT

    std::unique_ptr<TestSite> m_site;
    std::unique_ptr<RawDatabase> m_raw;

    LedgerReport verified() const
    {
        const QByteArray root = m_site->admin().at().station.rootFingerprint;
        return must(verifyLedger(m_site->admin().at().store, root, m_site->clock));
    }
    Visit requested() { return must(requestVisit(m_site->kiosk().at(), m_site->meeting())).front(); }
    /// One visit in each state that there is, by number from 1.
    void playEachState()
    {
        const Workplace &desk = m_site->admin().at();
        const auto boot = must(announceBoot(m_site->kiosk().at()));
        requested();
        m_site->approvedVisit();
        must(denyVisit(desk, m_site->guard(), m_site->approvedVisit().id, {QStringLiteral("not-expected"), {}}));
        must(issueBadge(m_site->kiosk().at(), boot, m_site->approvedVisit().id));
        const IssuedBadge gone = must(issueBadge(m_site->kiosk().at(), boot, m_site->approvedVisit().id));
        m_site->clock.advance(std::chrono::minutes(20));
        must(checkOut(m_site->kiosk().at(), gone.badge.token));
        must(withdrawVisit(m_site->kiosk().at(), requested().id));
        const Visit delivery =
            must(callGuard(m_site->kiosk().at(), PurposeId{QStringLiteral("delivery")}, QStringLiteral("en")));
        must(attendDelivery(desk, m_site->guard(), delivery.id));
        must(denyVisit(desk, m_site->guard(), requested().id, {QStringLiteral("not-expected"), {}}));
    }

private Q_SLOTS:
    void init()
    {
        m_site = std::make_unique<TestSite>();
        m_raw = std::make_unique<RawDatabase>(m_site->databasePath());
        playEachState();
    }
    void cleanup()
    {
        m_raw.reset();
        m_site.reset();
    }

    void whatWasSignedForIsProven()
    {
        const LedgerReport report = verified();
        QVERIFY2(report.differing.empty(),
                 qPrintable(report.differing.empty() ? QString() : report.differing.front().what.join(QLatin1Char(' '))));
        QVERIFY(report.uncertified.isEmpty());
        QVERIFY(report.isSound());
        m_site->clock.advance(std::chrono::hours(30));
        must(lapseVisits(m_site->kiosk().at()));
        QVERIFY(verified().isSound());
    }

    void aChangedRowIsNamed_data()
    {
        QTest::addColumn<int>("number");
        QTest::addColumn<QString>("change");
        QTest::addColumn<QString>("what");
        QTest::addColumn<QString>("proven");
        const QString guard =
            QStringLiteral("decided_at=requested_at+1000, decided_by=(SELECT id FROM staff WHERE number='1042')");
        const auto row = [](const char *name, int number, const QString &change, const char *what, const char *proven) {
            QTest::newRow(name) << number << change << QString::fromLatin1(what) << QString::fromLatin1(proven);
        };
        row("a request approved", 1, QStringLiteral("state='approved',") + guard, "state", "requested");
        row("a request on site", 1, QStringLiteral("state='on-site', entered_at=requested_at,") + guard, "entered-at",
            "requested");
        row("a denied one approved", 8, QStringLiteral("state='approved'"), "state", "denied");
        row("approved, then denied, approved again", 3, QStringLiteral("state='approved'"), "state", "denied");
        row("one on site departed", 4, QStringLiteral("state='departed', left_at=entered_at+1000"), "left-at", "on-site");
        row("an approved one departed", 2, QStringLiteral("state='departed'"), "state", "approved");
        row("an approved one waits again", 2, QStringLiteral("state='requested'"), "state", "approved");
        row("another decided", 2, QStringLiteral("decided_by=(SELECT id FROM staff WHERE number='1043')"), "decided-by",
            "approved");
        row("nobody decided", 2, QStringLiteral("decided_by=NULL"), "decided-by", "approved");
        row("left earlier", 5, QStringLiteral("left_at=left_at-600000"), "left-at", "departed");
        row("entered earlier", 4, QStringLiteral("entered_at=entered_at-600000"), "entered-at", "on-site");
        row("came earlier", 5, QStringLiteral("requested_at=requested_at-600000"), "requested-at", "departed");
        row("decided later", 5, QStringLiteral("decided_at=decided_at+600000"), "decided-at", "departed");
        row("another host", 5, QStringLiteral("host=(SELECT id FROM staff WHERE number='1043')"), "request", "departed");
        row("another number", 5, QStringLiteral("number=77"), "request", "departed");
        row("a longer window", 4, QStringLiteral("window_until=window_until+600000"), "request", "on-site");
        row("the original seen", 1, QStringLiteral("original_seen_at=requested_at"), "original-seen", "requested");
        row("a delivery not attended to", 7, QStringLiteral("state='requested'"), "state", "attended");
    }
    void aChangedRowIsNamed()
    {
        QFETCH(int, number);
        QFETCH(QString, change);
        QFETCH(QString, what);
        QFETCH(QString, proven);
        const VisitId id =
            VisitId::fromText(m_raw->value(QStringLiteral("SELECT id FROM visit WHERE number=?"), {number}).toString());
        QVERIFY2(m_raw->run(QStringLiteral("UPDATE visit SET %1 WHERE number=?").arg(change), {number}),
                 qPrintable(m_raw->error()));
        const LedgerReport report = verified();
        QVERIFY(!report.isSound());
        QCOMPARE(report.firstBad, 0);
        QCOMPARE(report.differing.size(), std::size_t(1));
        const VisitDifference found = report.differing.front();
        QVERIFY2(found.what.contains(what), qPrintable(found.what.join(QLatin1Char(' '))));
        QCOMPARE(visitStateName(found.proven), proven);
        QVERIFY(id.isNull() || found.visit == id);
        QCOMPARE(must(differenceOf(m_site->admin().at(), m_site->guard(), found.visit)), std::optional(found));
    }

    void whoseRowIsGoneStillLeaves_data()
    {
        QTest::addColumn<QString>("how");
        QTest::addColumn<bool>("badgeRowToo");
        QTest::newRow("by the badge, at the kiosk") << QStringLiteral("kiosk") << false;
        QTest::newRow("by the badge, at the desk") << QStringLiteral("desk") << false;
        QTest::newRow("by the badge, whose row is gone too") << QStringLiteral("kiosk") << true;
        QTest::newRow("without the badge") << QStringLiteral("none") << false;
    }
    void whoseRowIsGoneStillLeaves()
    {
        QFETCH(QString, how);
        QFETCH(bool, badgeRowToo);
        const Workplace &desk = m_site->admin().at();
        const QString id = m_raw->value(QStringLiteral("SELECT id FROM visit WHERE number=4")).toString();
        const QString token = m_raw->value(QStringLiteral("SELECT token FROM badge WHERE visit=?"), {id}).toString();
        const VisitId visit = VisitId::fromText(id);
        QVERIFY(m_raw->run(QStringLiteral("PRAGMA foreign_keys=OFF")) &&
                m_raw->run(QStringLiteral("DELETE FROM visit WHERE number=4")));
        if (badgeRowToo)
            QVERIFY(m_raw->run(QStringLiteral("DELETE FROM badge WHERE visit=?"), {id}));
        const Visit left = how == u"kiosk"  ? must(checkOut(m_site->kiosk().at(), token))
                           : how == u"desk" ? must(checkOut(desk, token, &m_site->guard()))
                                            : must(departWithoutBadge(desk, m_site->guard(), visit));
        QCOMPARE(left.number, 4);
        QCOMPARE(left.state, VisitState::Departed);
        must(beginRead(desk));
        QVERIFY(!desk.authority.isInside(visit));
        QVERIFY(desk.authority.badges().outOf(visit).empty());
        QCOMPARE(desk.authority.alarms().size(), std::size_t(1)); // the guard is told
        QCOMPARE(desk.authority.alarms().front().subject, visitSubject(visit));
        QVERIFY(!departWithoutBadge(desk, m_site->guard(), visit)); // nobody leaves twice
    }

    void aVisitThatNobodyAskedForAndOneThatIsGoneAreNamed()
    {
        QVERIFY(m_raw->run(QStringLiteral("CREATE TABLE copied AS SELECT * FROM visit WHERE number=4")));
        QVERIFY(m_raw->run(QStringLiteral("UPDATE copied SET number=90, id='0193b3a0-0000-7000-8000-000000000001'")));
        QVERIFY2(m_raw->run(QStringLiteral("INSERT INTO visit SELECT * FROM copied")), qPrintable(m_raw->error()));
        QVERIFY2(m_raw->run(QStringLiteral("PRAGMA foreign_keys=OFF")) &&
                     m_raw->run(QStringLiteral("DELETE FROM visit WHERE number=2")),
                 qPrintable(m_raw->error()));
        const LedgerReport report = verified();
        QCOMPARE(report.planted, QStringList{QStringLiteral("copied")});
        QCOMPARE(report.differing.size(), std::size_t(2));
        QCOMPARE(report.differing[0].number, 2);
        QCOMPARE(report.differing[0].what, QStringList{QStringLiteral("no-row")});
        QCOMPARE(report.differing[1].number, 90);
        QCOMPARE(report.differing[1].what, QStringList{QStringLiteral("no-request")});
    }

    void nobodyDisappearsFromWhoIsOnSite_data()
    {
        QTest::addColumn<QString>("change");
        QTest::newRow("departed") << QStringLiteral("UPDATE visit SET state='departed', left_at=entered_at+1 WHERE number=4");
        QTest::newRow("denied") << QStringLiteral("UPDATE visit SET state='denied' WHERE number=4");
        QTest::newRow("taken away") << QStringLiteral("DELETE FROM visit WHERE number=4");
    }
    void nobodyDisappearsFromWhoIsOnSite()
    {
        QFETCH(QString, change);
        CardIndex cards;
        QVERIFY(!must(visitsOnSite(m_site->admin().at(), m_site->guard(), cards)).front().doubtful);
        QVERIFY(m_raw->run(QStringLiteral("PRAGMA foreign_keys=OFF")));
        QVERIFY2(m_raw->run(change), qPrintable(m_raw->error()));
        const auto rows = must(visitsOnSite(m_site->admin().at(), m_site->guard(), cards));
        QCOMPARE(rows.size(), std::size_t(1));
        QCOMPARE(rows.front().visit.number, 4);
        QCOMPARE(rows.front().visit.state, VisitState::OnSite);
        QCOMPARE(rows.front().hostName, QStringLiteral("Li Wei"));
        QVERIFY(rows.front().doubtful);
        QCOMPARE(must(openThings(m_site->admin().at(), m_site->guard())).onSite, 1); // so does the handover
    }

    void whoWasOnlyWrittenInIsDoubtful()
    {
        QVERIFY(m_raw->run(QStringLiteral("UPDATE visit SET state='on-site', entered_at=requested_at WHERE number=2")));
        CardIndex cards;
        const auto rows = must(visitsOnSite(m_site->admin().at(), m_site->guard(), cards));
        QCOMPARE(rows.size(), std::size_t(2));
        for (const VisitRow &row : rows)
            QCOMPARE(row.doubtful, row.visit.number == 2);
    }

    void whoIsInsideByTheLedgerCanLeave()
    {
        CardIndex cards;
        const VisitId id = must(visitsOnSite(m_site->admin().at(), m_site->guard(), cards)).front().visit.id;
        QVERIFY(m_raw->run(QStringLiteral("UPDATE visit SET state='departed', left_at=entered_at+1 WHERE number=4")));
        must(departWithoutBadge(m_site->admin().at(), m_site->guard(), id));
        QVERIFY(must(visitsOnSite(m_site->admin().at(), m_site->guard(), cards)).empty());
        QVERIFY(verified().isSound());
        QCOMPARE(departWithoutBadge(m_site->admin().at(), m_site->guard(), id).error().code, ErrorCode::Conflict);
    }

    void theCaseSaysWhatNobodySignedFor()
    {
        const VisitId id = m_site->approvedVisit().id;
        QVERIFY(!must(openCase(m_site->admin().at(), m_site->guard(), id)).differs);
        must(denyVisit(m_site->admin().at(), m_site->guard(), id, {QStringLiteral("not-expected"), {}}));
        QVERIFY(!must(openCase(m_site->admin().at(), m_site->guard(), id)).differs);
        QVERIFY(m_raw->run(QStringLiteral("UPDATE visit SET state='approved' WHERE number=9")));
        const auto differs = must(openCase(m_site->admin().at(), m_site->guard(), id)).differs;
        QVERIFY(differs);
        QCOMPARE(differs->proven, VisitState::Denied);
        QCOMPARE(differs->recorded, VisitState::Approved);
    }

    void r5_aPurposeThatNobodySignedBlocksAndIsDenied()
    {
        const VisitId id = requested().id;
        const Workplace &desk = m_site->admin().at();
        must(recordOriginalSeen(desk, m_site->guard(), id));
        QVERIFY(m_raw->run(QStringLiteral("UPDATE purpose SET body=json_set(body, '$.entering', json('false'))")));
        const CaseFile file = must(openCase(desk, m_site->guard(), id));
        QVERIFY(std::any_of(file.findings.begin(), file.findings.end(), [](const Finding &finding) {
            return finding.verdict == Verdict::Block && finding.code == QLatin1String("purpose-unknown");
        }));
        QCOMPARE(approveVisit(desk, m_site->guard(), id).error().code, ErrorCode::Blocked);
        must(denyVisit(desk, m_site->guard(), id, {QStringLiteral("not-expected"), {}}));
    }

    void aBadgeCountsForNobodyWhileTheClockIsBehind()
    {
        const Workplace &desk = m_site->admin().at();
        const QString token = m_raw->value(QStringLiteral("SELECT token FROM badge WHERE state='issued'")).toString();
        QVERIFY(must(verifyBadge(desk, token)).authorised);
        m_site->clock.setWall(m_site->clock.now().addSecs(-600));
        const BadgeAnswer answer = must(verifyBadge(desk, token));
        QVERIFY(answer.genuine);
        QVERIFY(answer.clockWrong);
        QVERIFY(!answer.authorised);
    }

    void aBadgeWhoseVisitIsGoneByTheRowCountsNoMore()
    {
        const QString token = m_raw->value(QStringLiteral("SELECT token FROM badge WHERE state='issued'")).toString();
        QVERIFY(m_raw->run(QStringLiteral("UPDATE visit SET state='departed', left_at=entered_at+1 WHERE number=4")));
        QVERIFY(!must(verifyBadge(m_site->admin().at(), token)).authorised);
    }

    void aChangedStaffRowIsNamed_data()
    {
        QTest::addColumn<QString>("change");
        QTest::newRow("another role") << QStringLiteral("UPDATE staff SET roles='manager' WHERE number='1042'");
        QTest::newRow("another grade") << QStringLiteral("UPDATE staff SET grade='managerial' WHERE number='1042'");
        QTest::newRow("another number") << QStringLiteral("UPDATE staff SET number='9999' WHERE number='1042'");
        QTest::newRow("left") << QStringLiteral("UPDATE staff SET state='left' WHERE number='1042'");
    }
    void aChangedStaffRowIsNamed()
    {
        QFETCH(QString, change);
        QVERIFY2(m_raw->run(change), qPrintable(m_raw->error()));
        const LedgerReport report = verified();
        QVERIFY(!report.isSound());
        QCOMPARE(report.uncertified, QStringList{QStringLiteral("1042")}); // by the number that was signed
    }

    void aChangedDefinitionIsNamed_data()
    {
        QTest::addColumn<QString>("change");
        QTest::addColumn<QString>("name");
        const auto row = [](const char *name, const char *change, const char *named) {
            QTest::newRow(name) << QString::fromLatin1(change) << QString::fromLatin1(named);
        };
        row("a zone", "UPDATE zone SET body=json_set(body, '$.approvals', 9) WHERE id=(SELECT min(id) FROM zone)",
            "SELECT 'zone ' || min(id) FROM zone");
        row("no zone", "DELETE FROM zone WHERE id=(SELECT min(id) FROM zone)", "SELECT 'zone ' || min(id) FROM zone");
        row("no purpose", "DELETE FROM purpose WHERE id='meeting'", "SELECT 'purpose meeting'");
        for (const char *change : {"name='x'", "kind='door'", "revoked=1"})
            row(change, qPrintable(QStringLiteral("UPDATE station SET %1 WHERE kind='kiosk'").arg(QLatin1String(change))),
                "SELECT 'station ' || id FROM station WHERE kind='kiosk'");
        row("no station", "DELETE FROM station WHERE kind='kiosk'", "SELECT 'station ' || id FROM station WHERE kind='kiosk'");
    }
    void aChangedDefinitionIsNamed()
    {
        QFETCH(QString, change);
        QFETCH(QString, name);
        name = m_raw->value(name).toString();
        QVERIFY(m_raw->run(QStringLiteral("PRAGMA foreign_keys=OFF")));
        QVERIFY2(m_raw->run(change), qPrintable(m_raw->error()));
        QCOMPARE(verified().definitions, QStringList{name});
        QVERIFY(!verified().isSound());
    }

    void aChangedBadgeIsNamed_data()
    {
        QTest::addColumn<QString>("change");
        for (const char *change :
             {"UPDATE badge SET state='returned' WHERE serial=?",
              "UPDATE badge SET valid_until=valid_until+600000 WHERE serial=?",
              "UPDATE badge SET valid_from=valid_from-600000 WHERE serial=?", "UPDATE badge SET token='GH1:X' WHERE serial=?",
              "UPDATE badge SET visit=(SELECT id FROM visit WHERE number=5) WHERE serial=?", "DELETE FROM badge WHERE serial=?",
              "UPDATE badge SET station=(SELECT id FROM station WHERE kind='admin') WHERE serial=?"})
            QTest::newRow(change) << QString::fromLatin1(change);
    }
    void aChangedBadgeIsNamed()
    {
        QFETCH(QString, change);
        const QVariant serial = m_raw->value(QStringLiteral("SELECT serial FROM badge WHERE state='issued'"));
        QVERIFY2(m_raw->run(change, {serial}), qPrintable(m_raw->error()));
        QCOMPARE(verified().badges, QStringList{serialText(static_cast<quint64>(serial.toLongLong()))});
        QVERIFY(!verified().isSound());
    }

    void whatAVisitorAgreedToIsCompared()
    {
        QVERIFY(m_raw->run(QStringLiteral("UPDATE visit_consent SET version=99 "
                                          "WHERE visit=(SELECT id FROM visit WHERE number=5)")));
        const LedgerReport report = verified();
        QCOMPARE(report.differing.size(), std::size_t(1));
        QCOMPARE(report.differing.front().number, 5);
        QCOMPARE(report.differing.front().what, QStringList{QStringLiteral("request")});
    }

    void anEmptyLedgerIsNotSound()
    {
        for (const char *trigger : {"ledger_no_delete", "ledger_head_moves_on"})
            QVERIFY(m_raw->run(QStringLiteral("DROP TRIGGER %1").arg(QLatin1String(trigger))));
        QVERIFY(m_raw->run(QStringLiteral("DELETE FROM ledger")));
        QVERIFY(m_raw->run(QStringLiteral("UPDATE ledger_head SET sequence=0, hash=zeroblob(32)")));
        QCOMPARE(verified().firstBad, 1);
        QVERIFY(!verified().isSound());
    }
};

GATEHOUSE_TEST(QCoreApplication, TestProvenVisit);
#include "tst_provenvisit.moc"
