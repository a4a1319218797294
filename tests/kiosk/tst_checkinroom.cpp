// SPDX-License-Identifier: GPL-3.0-or-later
// What the machine room asks of a visitor besides, and the notices in force.
#include "checkinplay.h"
#include "flows/briefingcontroller.h"
#include "presentation/briefing.h"
#include "testprogram.h"
#include "usecases/publishnotice.h"

#include <QGuiApplication>
#include <QSet>

#include <algorithm>

using namespace gatehouse;
using namespace gatehouse::test;
using namespace std::chrono_literals;
namespace page = gatehouse::kiosk::page;

class TestCheckInRoom : public CheckInPlay
{
    Q_OBJECT

    // From the rest page to what the work is.
    void toWork(KioskBench &bench, const QString &purpose)
    {
        bench.look();
        bench.kiosk.startCheckIn();
        PAGE(purpose);
        bench.checkIn().choosePurpose(purpose);
        PAGE(notice);
        bench.kiosk.next();
        PAGE(scan);
        bench.showToCamera(KioskBench::licence());
        bench.kiosk.next();
        PAGE(company);
        bench.checkIn().setCompany(QStringLiteral("Northlight Cooling"));
        bench.kiosk.next();
        PAGE(host);
        bench.checkIn().setHostUnknown(true);
        bench.kiosk.next();
        PAGE(work);
    }

    void toBriefing(KioskBench &bench)
    {
        toWork(bench, QStringLiteral("machine-room-work"));
        bench.checkIn().setWorkReason(QStringLiteral("Replace a fan"));
        bench.checkIn().setWorkArea(QStringLiteral("Rack B07"));
        bench.checkIn().setChangeNumber(QStringLiteral(" CHG-2041"));
        bench.checkIn().chooseWorkMethod(QStringLiteral("hot-work"));
        bench.checkIn().chooseWorkTime(120);
        QVERIFY(bench.checkIn().hotWork());
        bench.kiosk.next();
        PAGE(items);
        bench.kiosk.next();
        PAGE(terms);
        bench.checkIn().setTypedSignature(QStringLiteral("Anna Maria Eriksson"));
        bench.kiosk.next();
        PAGE(briefing);
    }

    // The right answer, or one of the others, as the texts say it.
    static void answer(kiosk::BriefingController &briefing, bool right)
    {
        const presentation::Briefing text = *presentation::briefing(1, QStringLiteral("en"));
        for (const auto &question : text.questions) {
            if (question.text != briefing.questionText())
                continue;
            const QString wanted = question.answers.at(right ? question.right : (question.right + 1) % 3);
            briefing.answer(static_cast<int>(values(briefing.answers(), "text").indexOf(wanted)));
        }
        QCOMPARE(briefing.verdict() == QLatin1String("right"), right);
    }

private Q_SLOTS:
    // R4: nobody under 16 to an escorted zone.
    void r4_aChildIsNotAdmittedToTheMachineRoom()
    {
        KioskBench bench;
        QVERIFY(bench.open());
        scanning::LiveResult licence = KioskBench::licence();
        licence.result.fields.removeIf([&](const scanning::Field &known) { return known.name == QLatin1String("birthDate"); });
        licence.result.add(QStringLiteral("birthDate"), QStringLiteral("2014-08-12"));
        bench.look();
        bench.kiosk.startCheckIn();
        PAGE(purpose);
        bench.checkIn().choosePurpose(QStringLiteral("machine-room-work"));
        PAGE(notice);
        bench.kiosk.next();
        PAGE(scan);
        bench.showToCamera(licence);
        bench.kiosk.next();
        QCOMPARE(bench.kiosk.page(), page::scan); // said at once, not after everything was typed
        QCOMPARE(bench.kiosk.problemCode(), QStringLiteral("too-young"));
        bench.kiosk.back();
        bench.kiosk.back();
        bench.checkIn().choosePurpose(QStringLiteral("meeting"));
        bench.kiosk.next();
        bench.kiosk.next();
        PAGE(company); // to the office a child may come along; the guard is told
    }

    void workInTheRoomIsAskedOnOnePage_data()
    {
        QTest::addColumn<QString>("reason");
        QTest::addColumn<QString>("area");
        QTest::addColumn<QString>("change");
        QTest::addColumn<QString>("method");
        QTest::addColumn<QString>("problem");
        const QString fan = QStringLiteral("Replace a fan");
        const QString rack = QStringLiteral("Rack B07");
        QTest::newRow("all of it") << fan << rack << "CHG-2041"
                                   << "replace-part"
                                   << "";
        QTest::newRow("no change number") << fan << rack << ""
                                          << "hand-tools"
                                          << "";
        QTest::newRow("no reason") << " " << rack << ""
                                   << "hand-tools"
                                   << "work-reason-missing";
        QTest::newRow("no area") << fan << ""
                                 << ""
                                 << "hand-tools"
                                 << "work-area-missing";
        QTest::newRow("a change number that is none") << fan << rack << "<CHG>"
                                                      << "hand-tools"
                                                      << "change-number-invalid";
        QTest::newRow("no method") << fan << rack << "CHG-2041"
                                   << ""
                                   << "work-method-missing";
        QTest::newRow("a method that does not exist") << fan << rack << ""
                                                      << "magic"
                                                      << "work-method-missing";
        QTest::newRow("too long") << QString(201, u'x') << rack << ""
                                  << "hand-tools"
                                  << "field-too-long";
    }

    void workInTheRoomIsAskedOnOnePage()
    {
        QFETCH(QString, reason);
        QFETCH(QString, area);
        QFETCH(QString, change);
        QFETCH(QString, method);
        QFETCH(QString, problem);
        KioskBench bench;
        QVERIFY(bench.open());
        toWork(bench, QStringLiteral("machine-room-work"));
        bench.checkIn().setWorkReason(reason);
        bench.checkIn().setWorkArea(area);
        bench.checkIn().setChangeNumber(change);
        bench.checkIn().chooseWorkMethod(method);
        bench.kiosk.next();
        QCOMPARE(bench.kiosk.problemCode(), problem);
        QCOMPARE(bench.kiosk.page(), problem.isEmpty() ? page::items : page::work);
    }

    void aTourSaysNothingOfWork()
    {
        KioskBench bench;
        QVERIFY(bench.open());
        toWork(bench, QStringLiteral("tour"));
        QVERIFY(bench.checkIn().tour());
        bench.kiosk.next();
        PAGE(items);
    }

    void r23_wrongAnswersAreExplainedAndAskedAgain()
    {
        KioskBench bench;
        QVERIFY(bench.open());
        toBriefing(bench);
        kiosk::BriefingController &briefing = *bench.checkIn().briefing();
        QVERIFY(briefing.points().size() >= 6);
        bench.kiosk.next();
        PAGE(quiz);
        const QString first = briefing.questionText();
        const QStringList before = values(briefing.answers(), "text");
        QVERIFY(!bench.kiosk.canGoNext());
        answer(briefing, false);
        QCOMPARE(briefing.verdict(), QStringLiteral("wrong"));
        QVERIFY(!briefing.explanation().isEmpty());
        briefing.answer(0); // an answer is given once
        QCOMPARE(briefing.verdict(), QStringLiteral("wrong"));
        bench.kiosk.setLanguage(QStringLiteral("zh_CN"));
        QVERIFY(briefing.questionText() != first);
        QCOMPARE(briefing.verdict(), QStringLiteral("wrong"));
        bench.kiosk.setLanguage(QStringLiteral("en"));
        QCOMPARE(briefing.questionText(), first);
        bench.kiosk.next();
        for (int i = 0; i < 2; ++i) {
            QVERIFY(briefing.questionText() != first); // it comes again after the others
            answer(briefing, true);
            bench.kiosk.next();
        }
        QCOMPARE(bench.kiosk.page(), page::quiz);
        QCOMPARE(briefing.questionText(), first);
        QStringList again = values(briefing.answers(), "text");
        again.sort();
        QStringList sorted = before;
        sorted.sort();
        QCOMPARE(again, sorted);
        answer(briefing, true);
        bench.kiosk.next();
        PAGE(portrait);
        QVERIFY(bench.checkIn().briefingPassed());
        bench.kiosk.back();
        PAGE(briefing); // passed is passed
        bench.kiosk.next();
        PAGE(portrait);
        sendOff(bench);
        const auto opened = must(usecases::openCase(bench.site.admin().at(), bench.site.guard(), onlyVisit(bench).id));
        QCOMPARE(opened.briefings.front().passed->how, domain::BriefingPassed::How::Kiosk);
        QCOMPARE(opened.record.workReason, QStringLiteral("Replace a fan"));
        QCOMPARE(opened.record.workArea, QStringLiteral("Rack B07"));
        QCOMPARE(opened.record.changeNumber, QStringLiteral("CHG-2041"));
        QCOMPARE(opened.record.workMethod, QStringLiteral("hot-work"));
        QCOMPARE(opened.visit.windowFrom.secsTo(opened.visit.windowUntil), 2 * 3600);
        const auto access = bench.site.admin().at().authority.escorts().accessesOf(onlyVisit(bench).id).front();
        QVERIFY(access.hotWork); // the fire keeper is asked as well
    }

    void r23_whoLeavesItToTheGuardIsNotBriefed()
    {
        KioskBench bench;
        QVERIFY(bench.open());
        toBriefing(bench);
        bench.checkIn().leaveBriefing();
        PAGE(portrait);
        sendOff(bench);
        const auto opened = must(usecases::openCase(bench.site.admin().at(), bench.site.guard(), onlyVisit(bench).id));
        QVERIFY(!opened.briefings.front().passed);
    }

    void r23_questionsAreDrawnFromTheWholeSet()
    {
        KioskBench bench;
        QVERIFY(bench.open());
        kiosk::BriefingController briefing(bench.services);
        QSet<QString> asked;
        for (int i = 0; i < 60; ++i) {
            briefing.begin();
            const QStringList drawn = briefing.given().questions;
            QCOMPARE(QSet<QString>(drawn.begin(), drawn.end()).size(), 3);
            asked.unite(QSet<QString>(drawn.begin(), drawn.end()));
        }
        QVERIFY2(asked.size() >= 8, qPrintable(QString::number(asked.size())));
    }

    void r15_theVersionInForceIsShownAndAgreedTo()
    {
        KioskBench bench;
        QVERIFY(bench.open());
        const auto publish = [&](const QString &kind, const QString &text) {
            must(usecases::publishNotice(bench.site.admin().at(), bench.site.manager(), kind, 2,
                                         {{QStringLiteral("en"), text}, {QStringLiteral("zh_CN"), text}}));
        };
        publish(domain::notice::recording, QStringLiteral("# Recording\nThe lift listens."));
        publish(domain::notice::briefing,
                QStringLiteral("# Safety\n## exit | Way out\nTurn the handle.\n?? way | exit | How?\n+ Turn\n- Push\n! Turn."));
        bench.seen();
        QTRY_VERIFY(values(bench.checkIn().noticeSections(), "text").contains(QStringLiteral("The lift listens.")));
        kiosk::BriefingController briefing(bench.services);
        briefing.begin();
        QCOMPARE(values(briefing.points(), "heading"), QStringList{QStringLiteral("Way out")});
        QCOMPARE(briefing.given().version, 2);
        submit(bench);
        const domain::VisitId visit = onlyVisit(bench).id;
        auto transaction = must(bench.site.admin().at().store.beginRead());
        const auto consents = must(transaction->visits().consents(visit));
        const auto recording = std::find_if(consents.begin(), consents.end(), [](const domain::Consent &consent) {
            return consent.notice == domain::notice::recording;
        });
        QVERIFY(recording != consents.end());
        QCOMPARE(recording->version, 2);
    }
};

GATEHOUSE_TEST(QGuiApplication, TestCheckInRoom);
#include "tst_checkinroom.moc"
