// SPDX-License-Identifier: GPL-3.0-or-later
#include "kioskbench.h"
#include "testprogram.h"

#include "kiosk/exitcode.h"
#include "security/keys.h"

#include "usecases/badges.h"
#include "usecases/decidevisit.h"
#include "usecases/stations.h"

#include <QFile>
#include <QGuiApplication>
#include <QSemaphore>
#include <QSignalSpy>

using namespace gatehouse;
using namespace gatehouse::test;
using namespace std::chrono_literals;
namespace page = gatehouse::kiosk::page;

class TestKioskState : public QObject
{
    Q_OBJECT

    void beginTyping(KioskBench &bench)
    {
        bench.kiosk.startCheckIn();
        bench.checkIn().choosePurpose(QStringLiteral("meeting"));
        bench.kiosk.next();
        bench.kiosk.scan()->typeInstead();
        bench.checkIn().setField(QStringLiteral("fullName"), QStringLiteral("Anna Maria Eriksson"));
        bench.checkIn().setField(QStringLiteral("documentNumber"), QStringLiteral("X0000042"));
        bench.kiosk.next();
        bench.checkIn().setCompany(QStringLiteral("Northlight Cooling"));
    }

    /// Every text that QML could read from an object.
    static QString everything(const QObject &object)
    {
        QString all;
        for (int i = 0; i < object.metaObject()->propertyCount(); ++i) {
            QDebug(&all) << object.metaObject()->property(i).read(&object);
        }
        return all;
    }

private Q_SLOTS:
    void everyLanguageUntilOneIsChosen()
    {
        KioskBench bench;
        QVERIFY(bench.open());
        for (const auto &[chosen, greeting] :
             {std::pair("en", QStringLiteral("Welcome")), std::pair("zh_CN", QStringLiteral("欢迎光临"))}) {
            QCOMPARE(bench.kiosk.otherLanguages(), QStringList{QStringLiteral("zh_CN")});
            QCOMPARE(bench.kiosk.welcomes().size(), 2);
            bench.kiosk.setLanguage(QString::fromLatin1(chosen));
            QCOMPARE(bench.kiosk.otherLanguages(), QStringList());
            QCOMPARE(bench.kiosk.welcomes(), QStringList{greeting});
            bench.kiosk.startAgain();
        }
        QCOMPARE(bench.kiosk.otherLanguages(), QStringList{QStringLiteral("zh_CN")});
    }

    void idleWipesEverything()
    {
        KioskBench bench;
        QVERIFY(bench.open());
        beginTyping(bench);
        bench.kiosk.setLanguage(QStringLiteral("zh_CN"));
        bench.kiosk.setHighContrast(true);
        QVERIFY(everything(bench.checkIn()).contains(QStringLiteral("Northlight")));
        QVERIFY(everything(bench.checkIn()).contains(QStringLiteral("Eriksson")));
        QSignalSpy wiped(&bench.kiosk, &kiosk::KioskController::wiped);
        bench.kiosk.touch();
        bench.pass(59s);
        QCOMPARE(bench.kiosk.idleRemaining(), -1);
        bench.pass(2s);
        QVERIFY(bench.kiosk.idleRemaining() > 25);
        bench.kiosk.stay(); // any touch, without limit
        QCOMPARE(bench.kiosk.idleRemaining(), -1);
        bench.pass(89s);
        QVERIFY(bench.kiosk.idleRemaining() > 0);
        QCOMPARE(wiped.count(), 0);
        bench.pass(2s);
        QCOMPARE(wiped.count(), 1);
        QCOMPARE(bench.kiosk.page(), page::rest);
        for (const QObject *object :
             std::initializer_list<const QObject *>{&bench.checkIn(), bench.kiosk.scan(), &bench.kiosk}) {
            const QString rest = everything(*object);
            QVERIFY(!rest.contains(QStringLiteral("Northlight")) && !rest.contains(QStringLiteral("Eriksson")) &&
                    !rest.contains(QStringLiteral("X0000042")));
        }
        QCOMPARE(bench.kiosk.language(), QStringLiteral("en"));
        QVERIFY(!bench.kiosk.highContrast());
    }

    void noticesHaveLonger()
    {
        KioskBench bench;
        QVERIFY(bench.open());
        bench.kiosk.startCheckIn();
        bench.checkIn().choosePurpose(QStringLiteral("meeting"));
        QCOMPARE(bench.kiosk.page(), page::notice);
        bench.pass(119s);
        QCOMPARE(bench.kiosk.idleRemaining(), -1);
        bench.pass(2s);
        QVERIFY(bench.kiosk.idleRemaining() > 0);
    }

    // look.md: the countdown is spoken too, and falls silent when somebody is there.
    void theCountdownIsSpoken()
    {
        KioskBench bench;
        QStringList spoken;
        bench.services.say = [&](const QString &text, const QString &language) {
            spoken << language + QLatin1Char(':') + text;
        };
        QVERIFY(bench.open());
        beginTyping(bench);
        bench.kiosk.touch();
        bench.pass(61s);
        QCOMPARE(spoken, QStringList{QStringLiteral("en:Are you still there? Touch the screen to go on.")});
        bench.pass(26s);
        QCOMPARE(spoken.mid(1), (QStringList{QStringLiteral("en:20 second(s) left."), QStringLiteral("en:10 second(s) left."),
                                             QStringLiteral("en:5 second(s) left.")}));
        spoken.clear();
        bench.kiosk.stay();
        QCOMPARE(spoken, QStringList{QStringLiteral("en:")});
    }

    void aSilentKioskSaysNothing()
    {
        KioskBench bench;
        bool spoke = false;
        bench.services.settings.speech = false;
        bench.services.say = [&](const QString &, const QString &) { spoke = true; };
        QVERIFY(bench.open());
        beginTyping(bench);
        bench.pass(95s);
        QCOMPARE(bench.kiosk.page(), page::rest);
        QVERIFY(!spoke);
    }

    void readingAloudIsForOneVisitorAndGivesTime()
    {
        KioskBench bench;
        QStringList spoken;
        bench.services.say = [&](const QString &text, const QString &) { spoken << text; };
        QVERIFY(bench.open());
        bench.kiosk.read(QStringLiteral("Whom do you visit?"));
        QVERIFY(spoken.isEmpty());
        beginTyping(bench);
        bench.kiosk.setReadAloud(true);
        bench.kiosk.read(QStringLiteral("Whom do you visit?"));
        QCOMPARE(spoken, QStringList{QStringLiteral("Whom do you visit?")});
        bench.kiosk.touch();
        bench.pass(119s);
        QCOMPARE(bench.kiosk.idleRemaining(), -1);
        bench.kiosk.startAgain();
        QVERIFY(!bench.kiosk.readAloud());
        for (const QString &text : std::as_const(spoken))
            QVERIFY(!text.contains(QStringLiteral("Eriksson")) && !text.contains(QStringLiteral("Northlight")));
    }

    void printers_data()
    {
        QTest::addColumn<QString>("choice");
        QTest::addColumn<badges::Printer>("printer");
        using Kind = badges::Printer::Kind;
        QTest::newRow("none chosen") << QString() << badges::Printer{Kind::PdfFolder, QStringLiteral("/beside"), true};
        QTest::newRow("no folder named") << QStringLiteral("pdf:")
                                         << badges::Printer{Kind::PdfFolder, QStringLiteral("/beside"), true};
        QTest::newRow("a folder") << QStringLiteral("pdf:/srv/badges")
                                  << badges::Printer{Kind::PdfFolder, QStringLiteral("/srv/badges"), true};
        QTest::newRow("of the system") << QStringLiteral("Zebra GK420d")
                                       << badges::Printer{Kind::System, QStringLiteral("Zebra GK420d"), false};
    }
    void printers()
    {
        QFETCH(QString, choice);
        QTEST(kiosk::printerFrom(choice, QStringLiteral("/beside")), "printer");
    }

    void restIsNeverIdle()
    {
        KioskBench bench;
        QVERIFY(bench.open());
        bench.pass(10min);
        QCOMPARE(bench.kiosk.idleRemaining(), -1);
        QCOMPARE(bench.kiosk.page(), page::rest);
    }

    void lateAnswersDoNotReachTheNextVisitor()
    {
        KioskBench bench;
        QVERIFY(bench.open());
        bench.kiosk.startCheckIn();
        bench.checkIn().choosePurpose(QStringLiteral("meeting"));
        bench.checkIn().setHostQuery(QStringLiteral("li wei"));
        bench.kiosk.startAgain(); // before the answer is here
        bench.settle();
        QVERIFY(bench.checkIn().hostResults().isEmpty());
    }

    void hostsAreFoundByTypingOnly_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<int>("found");
        QTest::newRow("nothing") << "" << 0;
        QTest::newRow("one letter") << "l" << 0;
        QTest::newRow("wildcards") << "%%" << 0;
        QTest::newRow("a name") << "Li W" << 1;
    }
    void hostsAreFoundByTypingOnly()
    {
        QFETCH(QString, query);
        KioskBench bench;
        QVERIFY(bench.open());
        bench.checkIn().setHostQuery(query);
        bench.settle();
        QTEST(static_cast<int>(bench.checkIn().hostResults().size()), "found");
    }

    void theWorkerSearchesForWhatItWasGiven()
    {
        KioskBench bench;
        QVERIFY(bench.open());
        QSemaphore slow;
        bench.gateway.queue().run([&] { slow.acquire(); });
        QSignalSpy found(&bench.checkIn(), &kiosk::CheckInController::hostResultsChanged);
        for (const char *typed : {"Li W", "Li", "Li W"}) // what was typed first is searched while it is wiped
            bench.checkIn().setHostQuery(QString::fromLatin1(typed));
        slow.release();
        bench.settle();
        QCOMPARE(found.size(), 2); // both answers fit what is typed
        QCOMPARE(bench.checkIn().hostResults().size(), 1);
    }

    void callTheGuard()
    {
        KioskBench bench;
        QVERIFY(bench.open());
        bench.kiosk.callGuard();
        QTRY_VERIFY(bench.kiosk.guardCalled());
        bench.kiosk.callGuard(); // once is enough
        bench.gateway.queue().drain();
        auto transaction = must(bench.site.admin().at().store.beginRead());
        QCOMPARE(must(transaction->visits().count({})), 1);
    }

    void callTheGuardWhileTheDatabaseIsSlow_data()
    {
        QTest::addColumn<bool>("walksAway");
        QTest::newRow("touched twice: one call") << false;
        QTest::newRow("the next person is not told that the guard was called") << true;
    }
    void callTheGuardWhileTheDatabaseIsSlow()
    {
        QFETCH(bool, walksAway);
        KioskBench bench;
        QVERIFY(bench.open());
        QSemaphore slow;
        bench.gateway.queue().run([&] { slow.acquire(); });
        bench.kiosk.callGuard();
        bench.kiosk.callGuard();
        if (walksAway)
            bench.kiosk.startAgain();
        slow.release();
        bench.settle();
        QCOMPARE(bench.kiosk.guardCalled(), !walksAway);
        auto transaction = must(bench.site.admin().at().store.beginRead());
        QCOMPARE(must(transaction->visits().count({})), 1);
    }

    /// The guard would get a visitor whom nobody waits for.
    void nobodyStartsAgainWhileTheRequestIsSent()
    {
        KioskBench bench;
        QVERIFY(bench.open());
        bench.fillInByHand();
        bench.kiosk.next();
        QVERIFY(bench.kiosk.busy());
        bench.kiosk.startAgain();
        QTRY_COMPARE(bench.kiosk.page(), page::waiting);
        QVERIFY(!bench.checkIn().visitLabel().isEmpty());
    }

    /// Nobody is left to wait for a guard who knows of nothing: on every page, also out of order, and aloud.
    void theGuardCannotBeCalled_data()
    {
        QTest::addColumn<bool>("away");
        QTest::newRow("another program holds the database") << false;
        QTest::newRow("the database is away") << true;
    }
    void theGuardCannotBeCalled()
    {
        QFETCH(bool, away);
        KioskBench bench;
        QStringList said;
        bench.services.say = [&](const QString &text, const QString &) { said << text; };
        std::unique_ptr<domain::Transaction> holder;
        if (away) {
            QVERIFY(QFile::rename(bench.site.databasePath(), bench.site.databasePath() + QStringLiteral(".away")));
            bench.gateway.open();
            QTRY_COMPARE_WITH_TIMEOUT(bench.kiosk.page(), page::trouble, 10000);
        } else {
            QVERIFY(bench.open());
            holder = must(bench.site.admin().at().store.beginWrite());
        }
        bench.kiosk.callGuard();
        QCOMPARE(bench.kiosk.callingGuard(), !away);
        QTRY_COMPARE_WITH_TIMEOUT(bench.kiosk.problemCode(), QStringLiteral("guard-not-called"), 15000);
        QVERIFY(!bench.kiosk.callingGuard() && !bench.kiosk.guardCalled());
        QCOMPARE(said.size(), 1);
        QCOMPARE(said.front(), bench.kiosk.problemText());
        bench.pass(30s); // not for whoever comes later
        QVERIFY(bench.kiosk.problemCode().isEmpty());
    }

    void exitCode()
    {
        KioskBench bench;
        QVERIFY(bench.open());
        bench.kiosk.openLeave();
        QCOMPARE(bench.kiosk.page(), page::leave);
        bench.kiosk.submitExitCode(QStringLiteral("anything"));
        QCOMPARE(bench.kiosk.problemCode(), QStringLiteral("exit-code-none"));
        QByteArray code("blue-harbour-9");
        bench.services.settings.exitCodeHash =
            security::hashCode(security::SecureBytes::take(code), security::KeyCost::Minimal);
        QSignalSpy released(&bench.kiosk, &kiosk::KioskController::released);
        bench.kiosk.submitExitCode(QStringLiteral("wrong"));
        QTRY_COMPARE(bench.kiosk.problemCode(), QStringLiteral("exit-code-wrong"));
        QVERIFY(!bench.kiosk.mayClose());
        bench.kiosk.submitExitCode(QStringLiteral("blue-harbour-9"));
        QTRY_COMPARE(released.count(), 1);
        QVERIFY(bench.kiosk.mayClose());
    }

    /// As a wrong PIN: the third one in a row waits, and somebody hears of it.
    void wrongExitCodesAreSlowedDownAndTold()
    {
        KioskBench bench;
        QVERIFY(bench.open());
        QByteArray code("48291736");
        bench.services.settings.exitCodeHash =
            security::hashCode(security::SecureBytes::take(code), security::KeyCost::Minimal);
        QSignalSpy released(&bench.kiosk, &kiosk::KioskController::released);
        bench.kiosk.openLeave();
        for (int i = 0; i < 3; ++i) {
            bench.kiosk.submitExitCode(QStringLiteral("11111111"));
            QVERIFY(bench.kiosk.busy());
            bench.kiosk.submitExitCode(QStringLiteral("48291736")); // one at a time
            QTRY_VERIFY(!bench.kiosk.busy());
        }
        QCOMPARE(bench.kiosk.problemCode(), QStringLiteral("exit-code-pause"));
        bench.kiosk.submitExitCode(QStringLiteral("48291736"));
        QVERIFY(!bench.kiosk.busy());
        bench.settle();
        QCOMPARE(released.count(), 0);
        auto transaction = must(bench.site.admin().at().store.beginRead());
        const auto entries = must(transaction->ledger().after(0, 1000));
        QCOMPARE(entries.back().action, QString(domain::action::alarm));
        QCOMPARE(entries.back().details.value(QLatin1String("code")).toString(), QStringLiteral("exit-code-guessed"));
        transaction.reset();
        bench.pass(30s);
        bench.kiosk.submitExitCode(QStringLiteral("48291736"));
        QTRY_COMPARE(released.count(), 1);
    }

    void exitCodesThatNobodyGuesses_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<bool>("good");
        QTest::newRow("digits without a pattern") << "48291736" << true;
        QTest::newRow("too short") << "4829173" << false;
        QTest::newRow("too long for the pad") << "4829173648291" << false;
        QTest::newRow("letters, which the pad has not") << "blue-harbour-9" << false;
        QTest::newRow("a run") << "12345678" << false;
        QTest::newRow("a date") << "20260101" << false;
        QTest::newRow("one digit") << "11111111" << false;
    }
    void exitCodesThatNobodyGuesses()
    {
        QFETCH(QString, code);
        QFETCH(bool, good);
        QTemporaryDir folder;
        QCOMPARE(kiosk::isGoodExitCode(code), good);
        if (!good) {
            QCOMPARE(kiosk::writeExitCode(folder.path(), code.toLatin1()).error().code, ErrorCode::Invalid);
            QVERIFY(kiosk::storedExitCode(folder.path()).isEmpty());
            return;
        }
        must(kiosk::writeExitCode(folder.path(), code.toLatin1()));
        QByteArray typed = code.toLatin1();
        QVERIFY(security::codeMatches(kiosk::storedExitCode(folder.path()), security::SecureBytes::take(typed)));
        const auto others = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther | QFileDevice::WriteOther;
        QVERIFY(!(QFile::permissions(folder.filePath(QStringLiteral("exit-code"))) & others));
    }

    // design.md section 5: the kiosk is released from the admin app; a guard cannot, and yesterday's release is over.
    void releasedFromTheAdminApp()
    {
        KioskBench bench;
        const auto station = bench.site.kiosk().at().stationId();
        must(usecases::releaseStation(bench.site.admin().at(), bench.site.manager(), station));
        QVERIFY(bench.open());
        QSignalSpy released(&bench.kiosk, &kiosk::KioskController::released);
        bench.seen();
        bench.settle();
        QCOMPARE(released.count(), 0);
        QVERIFY(!usecases::releaseStation(bench.site.admin().at(), bench.site.guard(), station));
        bench.seen();
        bench.settle();
        QCOMPARE(released.count(), 0);
        beginTyping(bench);
        must(usecases::releaseStation(bench.site.admin().at(), bench.site.manager(), station));
        bench.seen();
        bench.settle();
        QCOMPARE(released.count(), 0); // a visitor is in the middle of something
        QVERIFY(!bench.kiosk.mayClose());
        bench.kiosk.startAgain();
        QCOMPARE(released.count(), 1);
        QVERIFY(bench.kiosk.mayClose());
    }

    void whoComesBackIsSpokenToInTheirLanguage_data()
    {
        QTest::addColumn<QString>("chosen");
        QTest::addColumn<QString>("spoken");
        QTest::newRow("nobody chose one") << QString() << QStringLiteral("zh_CN");
        QTest::newRow("chosen at the rest screen") << QStringLiteral("en") << QStringLiteral("en");
    }

    void whoComesBackIsSpokenToInTheirLanguage()
    {
        QFETCH(QString, chosen);
        KioskBench bench;
        usecases::VisitRequest request = bench.site.meeting();
        request.language = QStringLiteral("zh_CN");
        const domain::Visit visit = must(usecases::requestVisit(bench.site.kiosk().at(), request)).front();
        const int number = must(usecases::takePickup(bench.site.kiosk().at(), visit.id));
        QVERIFY(bench.open());
        const usecases::Workplace &desk = bench.site.admin().at();
        must(usecases::recordOriginalSeen(desk, bench.site.guard(), visit.id));
        must(usecases::approveVisit(desk, bench.site.guard(), visit.id));
        bench.seen();
        QTRY_COMPARE(bench.kiosk.readyNumbers().size(), 1);
        QCOMPARE(bench.kiosk.language(), QStringLiteral("en"));
        bench.kiosk.setLanguage(chosen);
        bench.kiosk.collect(number);
        QTRY_COMPARE(bench.kiosk.page(), page::done);
        QTEST(bench.kiosk.language(), "spoken");
        bench.kiosk.next();
        QTRY_COMPARE(bench.kiosk.page(), page::rest);
        QCOMPARE(bench.kiosk.language(), QStringLiteral("en")); // the next one's
        QString token;
        {
            auto transaction = must(desk.store.beginRead());
            token = must(transaction->badges().ofVisit(visit.id)).front().token;
        }
        bench.kiosk.setLanguage(chosen);
        bench.showToken(scanning::Kind::Badge, token);
        QTRY_COMPARE(bench.kiosk.page(), page::checkedOut);
        QTEST(bench.kiosk.language(), "spoken");
    }

    void restartKeepsWhoWaits()
    {
        KioskBench bench;
        must(usecases::requestVisit(bench.site.kiosk().at(), bench.site.meeting())); // and then the power went
        QVERIFY(bench.open());
        auto adopted = [&] {
            auto transaction = must(bench.site.admin().at().store.beginRead());
            return must(transaction->visits().find({})).front().pickup == 1;
        };
        QTRY_VERIFY(adopted());
    }

    // Approved by somebody who may not open the visit, while no guard is signed in: it says so and goes on by itself.
    void aBadgeThatWaitsForAGuardComesByItself()
    {
        KioskBench bench;
        const domain::Visit visit = must(usecases::requestVisit(bench.site.kiosk().at(), bench.site.meeting())).front();
        const int number = must(usecases::takePickup(bench.site.kiosk().at(), visit.id));
        QVERIFY(bench.open());
        const usecases::Workplace &desk = bench.site.admin().at();
        must(usecases::recordOriginalSeen(desk, bench.site.guard(), visit.id));
        must(usecases::approveVisit(desk, bench.site.guard(), visit.id));
        {
            auto transaction = must(desk.store.beginWrite());
            must(transaction->sealedData().removeMail(visit.id, QStringLiteral("face")));
            must(transaction->commit());
        }
        bench.seen();
        QTRY_COMPARE(bench.kiosk.readyNumbers().size(), 1);
        bench.kiosk.collect(number);
        QTRY_COMPARE(bench.kiosk.page(), page::waiting);
        const auto waitsFor = [&](auto condition) {
            for (int second = 0; second < 30 && !condition(); ++second) {
                bench.pass(1s);
                bench.settle();
            }
            return condition();
        };
        QVERIFY(
            waitsFor([&] { return bench.kiosk.problemText().contains(QStringLiteral("as soon as a guard is at the desk")); }));
        QCOMPARE(must(usecases::renewFaces(desk, bench.site.guard())), 1); // a guard signs in
        QVERIFY(waitsFor([&] { return bench.kiosk.page() == page::done; }));
        QVERIFY(bench.kiosk.problemText().isEmpty());
    }

    // Unplugging the camera in mid-scan shows guidance and recovers by itself.
    void cameraUnplugged()
    {
        KioskBench bench;
        QVERIFY(bench.open());
        QTemporaryDir base;
        const QString folder = base.filePath(QStringLiteral("camera"));
        const auto plugIn = [&] {
            QDir().mkpath(folder);
            QImage picture(320, 240, QImage::Format_RGB32);
            picture.fill(Qt::gray);
            return picture.save(folder + QStringLiteral("/a.png"));
        };
        QVERIFY(plugIn());
        scanning::FrameSource source(folder);
        connect(&source, &scanning::FrameSource::frame, &bench.camera, &kiosk::CameraFeed::setPicture);
        connect(&source, &scanning::FrameSource::frame, &bench.scanner, &scanning::LiveScanner::submit);
        connect(&source, &scanning::FrameSource::lost, &bench.camera, &kiosk::CameraFeed::setLost);
        source.start();
        bench.kiosk.startCheckIn();
        bench.checkIn().choosePurpose(QStringLiteral("meeting"));
        bench.kiosk.next();
        QCOMPARE(bench.kiosk.page(), page::scan);
        QTRY_VERIFY(bench.kiosk.scan()->cameraWorks());
        QCOMPARE(bench.kiosk.scan()->state(), QStringLiteral("looking"));
        QVERIFY(QDir(folder).removeRecursively());
        QTRY_COMPARE(bench.kiosk.scan()->guidance(), QStringLiteral("camera-lost"));
        QCOMPARE(bench.kiosk.scan()->state(), QStringLiteral("lost"));
        QVERIFY(bench.camera.picture().isNull());
        QVERIFY(plugIn());
        QTRY_VERIFY(bench.kiosk.scan()->cameraWorks());
        QCOMPARE(bench.kiosk.scan()->state(), QStringLiteral("looking"));
    }
};

GATEHOUSE_TEST(QGuiApplication, TestKioskState);
#include "tst_kioskstate.moc"
