// SPDX-License-Identifier: GPL-3.0-or-later
#include "checkinplay.h"
#include "escortcrew.h"
#include "kioskbench.h"
#include "machineroom.h"
#include "testprogram.h"

#include "flows/briefingcontroller.h"
#include "presentation/briefing.h"
#include "presentation/words.h"
#include "security/tokens.h"
#include "usecases/badges.h"
#include "usecases/briefings.h"

#include <QGuiApplication>
#include <QJsonArray>

#include <algorithm>

using namespace gatehouse;
using namespace gatehouse::test;
using namespace std::chrono_literals;
namespace page = gatehouse::kiosk::page;

/// The safety briefing at the kiosk of somebody who is registered already (R23): while waiting, by the number, by the badge.
class TestLateBriefing : public QObject
{
    Q_OBJECT

    static std::vector<domain::Visit> visits(KioskBench &bench)
    {
        auto transaction = must(bench.site.admin().at().store.beginRead());
        return must(transaction->visits().find({}));
    }
    static bool briefed(KioskBench &bench, const domain::VisitId &visit)
    {
        must(usecases::beginRead(bench.site.admin().at()));
        return bench.site.admin().at().authority.briefings().isBriefed(visit, machineRoom, bench.site.clock.now());
    }
    static domain::Visit requested(KioskBench &bench, int people = 1)
    {
        usecases::VisitRequest request = bench.site.meeting();
        request.purpose = {QStringLiteral("machine-room-work")};
        while (static_cast<int>(request.visitors.size()) < people)
            request.visitors.push_back(TestSite::visitor(QStringLiteral("Bo"), QStringLiteral("Lind")));
        for (usecases::VisitorInput &visitor : request.visitors)
            visitor.id = makeId<domain::VisitId>(bench.site.clock, bench.site.randomness);
        return must(usecases::requestVisit(bench.site.kiosk().at(), request)).front();
    }
    // Registered at this kiosk, and waiting there.
    static void toWaiting(KioskBench &bench)
    {
        bench.kiosk.startCheckIn();
        bench.checkIn().choosePurpose(QStringLiteral("machine-room-work"));
        bench.kiosk.next();
        bench.kiosk.scan()->typeInstead();
        bench.checkIn().setField(QStringLiteral("fullName"), QStringLiteral("Anna Maria Eriksson"));
        bench.checkIn().setField(QStringLiteral("documentNumber"), QStringLiteral("X0000042"));
        bench.kiosk.next();
        bench.checkIn().setCompany(QStringLiteral("Northlight Cooling"));
        bench.kiosk.next();
        bench.checkIn().setHostUnknown(true);
        bench.kiosk.next();
        bench.checkIn().setWorkReason(QStringLiteral("Replace a fan"));
        bench.checkIn().setWorkArea(QStringLiteral("Rack B07"));
        bench.checkIn().chooseWorkMethod(QStringLiteral("hand-tools"));
        bench.kiosk.next();
        bench.kiosk.next();
        bench.checkIn().setTypedSignature(QStringLiteral("Anna Maria Eriksson"));
        bench.kiosk.next();
        PAGE(briefing);
        bench.checkIn().leaveBriefing();
        bench.checkIn().declinePortrait();
        bench.kiosk.next();
        PAGE(review);
        bench.kiosk.next();
        PAGE(waiting);
    }
    static void answer(KioskBench &bench, bool right)
    {
        kiosk::BriefingController &briefing = *bench.checkIn().briefing();
        const presentation::Briefing text = *presentation::briefing(1, QStringLiteral("en"));
        for (const auto &question : text.questions) {
            if (question.text != briefing.questionText())
                continue;
            const QString wanted = question.answers.at(right ? question.right : (question.right + 1) % 3);
            const QVariantList shown = briefing.answers();
            for (int i = 0; i < shown.size(); ++i) {
                if (shown.at(i).toMap().value(QStringLiteral("text")) == wanted) {
                    briefing.answer(i);
                    break;
                }
            }
        }
        QCOMPARE(briefing.verdict(), right ? QStringLiteral("right") : QStringLiteral("wrong"));
    }
    // The pictures, and the questions with one wrong answer.
    static void pass(KioskBench &bench)
    {
        PAGE(briefing);
        bench.kiosk.next();
        PAGE(quiz);
        answer(bench, false);
        bench.kiosk.next();
        for (int i = 0; i < 3; ++i) {
            QCOMPARE(bench.kiosk.page(), page::quiz);
            answer(bench, true);
            bench.kiosk.next();
        }
    }

private Q_SLOTS:
    void r23_whoWaitsPassesItAndWaitsOn()
    {
        KioskBench bench;
        QVERIFY(bench.open());
        toWaiting(bench);
        const domain::Visit visit = visits(bench).front();
        QTRY_VERIFY(bench.checkIn().owesBriefing());
        bench.checkIn().startBriefing();
        PAGE(briefing);
        QCOMPARE(bench.checkIn().briefedVisit(), domain::visitLabel(visit.number));
        QCOMPARE(bench.kiosk.step(), 0);
        bench.kiosk.next();
        PAGE(quiz);
        bench.kiosk.back();
        PAGE(briefing);
        bench.kiosk.back();
        PAGE(waiting);
        bench.checkIn().startBriefing();
        pass(bench);
        PAGE(waiting);
        bench.seen();
        QTRY_VERIFY(!bench.checkIn().owesBriefing());
        QVERIFY(briefed(bench, visit.id));
        const auto file = must(usecases::openCase(bench.site.admin().at(), bench.site.guard(), visit.id));
        QCOMPARE(file.briefings.front().passed->how, domain::BriefingPassed::How::Kiosk);
    }

    // Word for word what the request itself would have stated.
    void r23_theStatementIsTheOrdinaryOne()
    {
        KioskBench bench;
        const domain::Visit visit = requested(bench);
        const domain::BriefingAnswers answers{
            1, QStringLiteral("zh_CN"), {QStringLiteral("gas"), QStringLiteral("media"), QStringLiteral("escort")}, 2};
        must(usecases::passOwedBriefings(bench.site.kiosk().at(), visit.id, answers));
        QJsonObject wanted = domain::toJson(answers);
        wanted.insert(QStringLiteral("zone"), machineRoom.key);
        auto transaction = must(bench.site.kiosk().at().store.beginRead());
        const auto head = must(transaction->ledger().head());
        const auto entry = must(transaction->ledger().after(head.sequence - 1, 1)).front();
        QCOMPARE(entry.action, domain::action::briefingPassed);
        QCOMPARE(entry.actor, domain::stationActor(bench.site.kiosk().at().stationId()));
        QCOMPARE(entry.details, wanted);
        transaction.reset();
        must(usecases::passOwedBriefings(bench.site.kiosk().at(), visit.id, answers)); // nothing is owed any more
        auto after = must(bench.site.kiosk().at().store.beginRead());
        QCOMPARE(must(after->ledger().head()).sequence, head.sequence);
    }

    void r23_refusals_data()
    {
        QTest::addColumn<int>("questions");
        QTest::addColumn<bool>("over");
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("two questions") << 2 << false << ErrorCode::Invalid;
        QTest::newRow("a visit that is over") << 3 << true << ErrorCode::Conflict;
    }

    void r23_refusals()
    {
        QFETCH(int, questions);
        QFETCH(bool, over);
        QFETCH(ErrorCode, code);
        KioskBench bench;
        const domain::Visit visit = requested(bench);
        if (over)
            must(usecases::withdrawVisit(bench.site.kiosk().at(), visit.id));
        domain::BriefingAnswers answers{
            1, QStringLiteral("en"), {QStringLiteral("gas"), QStringLiteral("media"), QStringLiteral("escort")}, 0};
        answers.questions.resize(questions);
        const auto passed = usecases::passOwedBriefings(bench.site.kiosk().at(), visit.id, answers);
        QVERIFY(!passed);
        QCOMPARE(passed.error().code, code);
    }

    void r23_whoHasANumberPassesItWhileTheGuardDecides()
    {
        KioskBench bench;
        const domain::Visit visit = requested(bench);
        const int number = must(usecases::takePickup(bench.site.kiosk().at(), visit.id));
        QVERIFY(bench.open());
        bench.seen();
        QTRY_COMPARE(bench.kiosk.readyNumbers().size(), 1);
        QCOMPARE(bench.kiosk.readyNumbers().front().toMap().value(QStringLiteral("state")).toString(),
                 QStringLiteral("briefing"));
        bench.kiosk.collect(number);
        pass(bench);
        PAGE(briefed);
        QVERIFY(briefed(bench, visit.id));
        QCOMPARE(visits(bench).front().state, domain::VisitState::Requested); // nothing else happened
        QCOMPARE(visits(bench).front().pickup, number);
        bench.pass(16s);
        PAGE(rest);
        bench.seen();
        QTRY_VERIFY(bench.kiosk.readyNumbers().isEmpty()); // until it is decided
    }

    void r23_aNumberThatWasDecidedMeanwhileLeadsBackToRest()
    {
        KioskBench bench;
        const domain::Visit visit = requested(bench);
        const int number = must(usecases::takePickup(bench.site.kiosk().at(), visit.id));
        QVERIFY(bench.open());
        bench.seen();
        QTRY_COMPARE(bench.kiosk.readyNumbers().size(), 1);
        must(usecases::withdrawVisit(bench.site.kiosk().at(), visit.id));
        must(usecases::clearPickup(bench.site.kiosk().at(), visit.id));
        bench.kiosk.collect(number);
        bench.settle();
        QCOMPARE(bench.kiosk.page(), page::rest);
    }

    void r23_whoHasABadgePassesItByShowingIt()
    {
        KioskBench bench;
        EscortCrew crew(bench.site);
        const domain::Visit visit = crew.approved();
        const QString token = must(usecases::issueBadgeAtDesk(crew.at(), bench.site.guard(), visit.id)).badge.token;
        QVERIFY(bench.open());
        QTRY_VERIFY(bench.kiosk.offersBriefing());
        bench.kiosk.startBriefing();
        PAGE(badge);
        QVERIFY(!bench.kiosk.canGoNext());
        bench.showToken(scanning::Kind::Badge, token);
        pass(bench);
        PAGE(briefed);
        QVERIFY(briefed(bench, visit.id));
        QVERIFY(bench.checkIn().nothingOwedUntil().isEmpty());
        QCOMPARE(visits(bench).front().state, domain::VisitState::OnSite); // showing the badge books nothing here
        bench.kiosk.next();
        PAGE(rest);
        bench.kiosk.startBriefing();
        PAGE(badge);
        bench.showToken(scanning::Kind::Badge, token);
        PAGE(briefed); // it holds: nothing is asked again, and nobody is thanked for what was not done
        QCOMPARE(bench.checkIn().nothingOwedUntil(),
                 presentation::dateTimeText(visits(bench).front().windowUntil, bench.services.language));
    }

    void r23_badgesThatAreNobodys_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<QString>("problem");
        QTest::newRow("torn") << "torn"
                              << "badge-unreadable";
        QTest::newRow("of another site") << "other"
                                         << "badge-other-site";
        QTest::newRow("returned") << "returned"
                                  << "badge-returned";
        QTest::newRow("revoked") << "revoked"
                                 << "badge-returned";
    }

    void r23_badgesThatAreNobodys()
    {
        QFETCH(QString, what);
        QFETCH(QString, problem);
        KioskBench bench;
        EscortCrew crew(bench.site);
        const domain::Visit visit = crew.approved();
        QString token = must(usecases::issueBadgeAtDesk(crew.at(), bench.site.guard(), visit.id)).badge.token;
        if (what == QLatin1String("torn")) {
            token.chop(20);
        } else if (what == QLatin1String("other")) {
            security::BadgeToken foreign;
            foreign.site = QByteArray("elsewhere").left(4);
            foreign.visit = foreign.station = QUuid::createUuid();
            foreign.notBefore = bench.site.clock.now();
            foreign.notAfter = foreign.notBefore.addSecs(3600);
            token = security::makeBadgeToken(foreign, security::makeSignKeyPair().secretKey);
        } else if (what == QLatin1String("returned")) {
            must(usecases::checkOut(bench.site.kiosk().at(), token));
        } else {
            auto transaction = must(usecases::beginWrite(crew.at()));
            must(usecases::revokeBadge(*transaction, crew.at(), usecases::signerOf(bench.site.guard()), token));
            must(transaction->commit());
        }
        QVERIFY(bench.open());
        QTRY_VERIFY(bench.kiosk.offersBriefing());
        bench.kiosk.startBriefing();
        PAGE(badge);
        bench.showToken(scanning::Kind::Badge, token);
        QTRY_COMPARE(bench.kiosk.problemCode(), problem);
        QVERIFY(bench.kiosk.problemText() != problem); // a sentence
        QCOMPARE(bench.kiosk.page(), page::badge);
        bench.kiosk.back();
        PAGE(rest);
    }

    void r23_aPartyPassesItOneAfterTheOther()
    {
        KioskBench bench;
        const domain::Visit first = requested(bench, 2);
        const int number = must(usecases::takePickup(bench.site.kiosk().at(), first.id));
        QVERIFY(bench.open());
        bench.seen();
        QTRY_COMPARE(bench.kiosk.readyNumbers().size(), 1);
        bench.kiosk.collect(number);
        PAGE(briefing);
        const QString label = bench.checkIn().briefedVisit();
        pass(bench);
        PAGE(briefing);
        QVERIFY(bench.checkIn().briefedVisit() != label);
        bench.checkIn().leaveBriefing(); // one of them only
        PAGE(rest);
        const auto all = visits(bench);
        QCOMPARE(std::count_if(all.begin(), all.end(), [&](const domain::Visit &visit) { return briefed(bench, visit.id); }),
                 1);
    }

    void r23_whoWalksAwayFromItGetsTheNumber_data()
    {
        QTest::addColumn<bool>("startsAgain");
        QTest::newRow("idle") << false;
        QTest::newRow("start again") << true;
    }

    void r23_whoWalksAwayFromItGetsTheNumber()
    {
        QFETCH(bool, startsAgain);
        KioskBench bench;
        QVERIFY(bench.open());
        toWaiting(bench);
        QTRY_VERIFY(bench.checkIn().owesBriefing());
        bench.checkIn().startBriefing();
        PAGE(briefing);
        if (startsAgain) {
            bench.kiosk.startAgain();
        } else {
            bench.pass(150s);
            PAGE(waiting);
            bench.pass(30s);
        }
        PAGE(pickup);
        QVERIFY(bench.checkIn().pickupNumber() > 0);
    }

    void r23_whatCannotBeSavedIsNotAskedAgain()
    {
        KioskBench bench;
        const domain::Visit visit = requested(bench);
        const int number = must(usecases::takePickup(bench.site.kiosk().at(), visit.id));
        QVERIFY(bench.open());
        bench.seen();
        QTRY_COMPARE(bench.kiosk.readyNumbers().size(), 1);
        bench.kiosk.collect(number);
        PAGE(briefing);
        bench.kiosk.next();
        for (int i = 0; i < 2; ++i) {
            answer(bench, true);
            bench.kiosk.next();
        }
        answer(bench, true);
        const QDateTime right = bench.site.clock.now();
        bench.site.clock.setWall(right.addDays(-3)); // below the floor: nothing is stated
        bench.kiosk.next();
        QTRY_COMPARE(bench.kiosk.problemCode(), QStringLiteral("clock-wrong"));
        QCOMPARE(bench.kiosk.page(), page::quiz);
        QVERIFY(!briefed(bench, visit.id));
        bench.site.clock.setWall(right);
        bench.seen();
        bench.settle();
        bench.kiosk.next();
        PAGE(briefed);
        QVERIFY(briefed(bench, visit.id));
    }
};

GATEHOUSE_TEST(QGuiApplication, TestLateBriefing);
#include "tst_latebriefing.moc"
