// SPDX-License-Identifier: GPL-3.0-or-later
#include "escortcrew.h"
#include "machineroom.h"
#include "rawdatabase.h"
#include "testprogram.h"
#include "usecases/briefings.h"

#include <QTest>

using namespace gatehouse;
using namespace gatehouse::domain;
using namespace gatehouse::usecases;
using namespace gatehouse::test;

namespace
{
BriefingAnswers answers(int questions = 3)
{
    BriefingAnswers given{1, QStringLiteral("en"), {}, 1};
    for (int i = 0; i < questions; ++i)
        given.questions << QStringLiteral("q%1").arg(i);
    return given;
}

VisitRequest roomRequest(TestSite &site, const QString &number = QStringLiteral("X0000042"))
{
    VisitRequest request = site.meeting();
    request.purpose = PurposeId{QStringLiteral("machine-room-work")};
    for (IdentityField &field : request.visitors.front().record.fields) {
        if (field.name == QLatin1String("documentNumber"))
            field.value = number;
    }
    return request;
}
} // namespace

/// The safety briefing as people reach it (R23): at the kiosk, by word of mouth, taken over from an earlier visit.
class TestBriefings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void r23_theKioskStatesItWithTheRequest()
    {
        TestSite site;
        VisitRequest request = roomRequest(site);
        request.visitors.front().briefing = answers();
        const Visit visit = must(requestVisit(site.kiosk().at(), request)).front();
        const CaseFile file = must(openCase(site.admin().at(), site.guard(), visit.id));
        QCOMPARE(file.briefings.size(), std::size_t(1)); // of its zones the machine room alone asks
        QCOMPARE(file.briefings.front().zone, machineRoom);
        QCOMPARE(file.briefings.front().passed->how, BriefingPassed::How::Kiosk);
        QVERIFY(std::any_of(file.findings.begin(), file.findings.end(),
                            [](const Finding &finding) { return finding.code == QLatin1String("briefing-passed"); }));
    }

    void r23_whoIsNotBriefedIsShownAsThat()
    {
        TestSite site;
        const Visit visit = must(requestVisit(site.kiosk().at(), roomRequest(site))).front();
        const CaseFile file = must(openCase(site.admin().at(), site.guard(), visit.id));
        QCOMPARE(file.briefings.size(), std::size_t(1));
        QVERIFY(!file.briefings.front().passed);
        QVERIFY(!file.briefings.front().earlier);
    }

    void r23_refusals_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("fewer than three questions") << "two" << ErrorCode::Invalid;
        QTest::newRow("a zone that asks for none") << "lobby" << ErrorCode::NotFound;
        QTest::newRow("by a person without a duty") << "employee" << ErrorCode::NotAllowed;
        QTest::newRow("for a visit that is over") << "over" << ErrorCode::Conflict;
    }

    void r23_refusals()
    {
        QFETCH(QString, what);
        QFETCH(ErrorCode, code);
        TestSite site;
        EscortCrew crew(site);
        const Visit visit = must(requestVisit(site.kiosk().at(), roomRequest(site))).front();
        Result<void> result;
        if (what == QLatin1String("two"))
            result = passBriefing(site.kiosk().at(), visit.id, machineRoom, answers(2));
        else if (what == QLatin1String("lobby"))
            result = passBriefing(site.kiosk().at(), visit.id, ZoneId{QStringLiteral("lobby")}, answers());
        else if (what == QLatin1String("employee"))
            result = briefInPerson(site.admin().at(), crew.colleague, visit.id, machineRoom);
        else {
            must(withdrawVisit(site.kiosk().at(), visit.id));
            result = passBriefing(site.kiosk().at(), visit.id, machineRoom, answers());
        }
        QVERIFY(!result);
        QCOMPARE(result.error().code, code);
    }

    void r23_theGuardBriefsInPerson()
    {
        TestSite site;
        const Visit visit = must(requestVisit(site.kiosk().at(), roomRequest(site))).front();
        must(briefInPerson(site.admin().at(), site.guard(), visit.id, machineRoom));
        const CaseFile file = must(openCase(site.admin().at(), site.guard(), visit.id));
        QCOMPARE(file.briefings.front().passed->how, BriefingPassed::How::Spoken);
        QCOMPARE(file.briefings.front().passed->by, std::optional(site.guard().staff.id));
    }

    void r23_whoComesAgainNeedNotRepeat_data()
    {
        QTest::addColumn<QString>("number");
        QTest::addColumn<int>("days");
        QTest::addColumn<bool>("found");
        QTest::newRow("the same document") << "X0000042" << 3 << true;
        QTest::newRow("the same, written small") << "x0000042" << 3 << true;
        QTest::newRow("another document") << "X0000043" << 3 << false;
        QTest::newRow("after the period") << "X0000042" << 366 << false;
    }

    void r23_whoComesAgainNeedNotRepeat()
    {
        QFETCH(QString, number);
        QFETCH(int, days);
        QFETCH(bool, found);
        TestSite site;
        VisitRequest request = roomRequest(site);
        request.visitors.front().briefing = answers();
        const Visit first = must(requestVisit(site.kiosk().at(), request)).front();
        const QDateTime passedAt = site.clock.now();
        site.clock.advance(std::chrono::hours(24 * days));
        const StaffSession manager = site.signInAs(QStringLiteral("1001"));
        const Visit again = must(requestVisit(site.kiosk().at(), roomRequest(site, number))).front();
        CaseFile file = must(openCase(site.admin().at(), manager, again.id));
        QVERIFY(!file.briefings.front().passed);
        QCOMPARE(file.briefings.front().earlier.has_value(), found);
        const auto taken = takeOverBriefing(site.admin().at(), manager, again.id, machineRoom);
        QCOMPARE(taken.has_value(), found);
        if (!found) {
            QCOMPARE(taken.error().code, ErrorCode::NotFound);
            return;
        }
        QCOMPARE(file.briefings.front().earlier->visit, first.id);
        file = must(openCase(site.admin().at(), manager, again.id));
        QCOMPARE(file.briefings.front().passed->at, passedAt);
    }

    void r23_aSpoiledEarlierVisitIsPassedOver()
    {
        TestSite site;
        VisitRequest request = roomRequest(site);
        request.visitors.front().briefing = answers();
        std::vector<VisitId> earlier;
        for (int i = 0; i < 2; ++i)
            earlier.push_back(must(requestVisit(site.kiosk().at(), request)).front().id);
        const Visit again = must(requestVisit(site.kiosk().at(), roomRequest(site))).front();
        RawDatabase raw(site.databasePath());
        const QString spoil = QStringLiteral("UPDATE sealed_blob SET content=x'01' WHERE visit=?");
        const auto found = [&] { return must(openCase(site.admin().at(), site.guard(), again.id)).briefings.front().earlier; };
        QVERIFY(raw.run(spoil, {found()->visit.text()}));
        QVERIFY(found());
        for (const VisitId &visit : earlier)
            QVERIFY(raw.run(spoil, {visit.text()}));
        QVERIFY(!found());
    }
};

GATEHOUSE_TEST(QCoreApplication, TestBriefings);
#include "tst_briefings.moc"
