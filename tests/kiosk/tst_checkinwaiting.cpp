// SPDX-License-Identifier: GPL-3.0-or-later
// What comes after sending: waiting, the number, the answer, the badge and leaving with it.
#include "checkinplay.h"
#include "rawdatabase.h"
#include "security/tokens.h"
#include "testprogram.h"

#include <QGuiApplication>
#include <QScopeGuard>
#include <QSemaphore>
#include <QSet>
#include <QSignalSpy>

using namespace gatehouse;
using namespace gatehouse::test;
using namespace std::chrono_literals;
namespace page = gatehouse::kiosk::page;

class TestCheckInWaiting : public CheckInPlay
{
    Q_OBJECT

    /// Time goes on, and everything that is due gets its answer.
    static void goOn(KioskBench &bench, std::chrono::seconds time)
    {
        for (std::chrono::seconds done{0}; done < time; ++done) {
            bench.pass(1s);
            bench.settle();
        }
    }

    /// Two visitors in one request.
    static std::vector<domain::Visit> arriveTogether(KioskBench &bench)
    {
        usecases::VisitRequest request = bench.site.meeting();
        request.visitors.push_back(TestSite::visitor(QStringLiteral("Jonas"), QStringLiteral("Lundgren")));
        return must(usecases::requestVisit(bench.site.kiosk().at(), request));
    }

private Q_SLOTS:
    void checkOutByBadge()
    {
        KioskBench bench;
        QVERIFY(bench.open());
        submit(bench);
        approve(bench, onlyVisit(bench).id);
        PAGE(done);
        bench.kiosk.next();
        PAGE(rest);
        QString token;
        {
            auto transaction = must(bench.site.admin().at().store.beginRead());
            token = must(transaction->badges().ofVisit(must(transaction->visits().find({})).front().id)).front().token;
        }
        bench.showToken(scanning::Kind::Badge, token); // at rest: starts by itself
        PAGE(checkedOut);
        QCOMPARE(bench.kiosk.checkOut()->visitLabel(), QStringLiteral("V-1"));
        QCOMPARE(onlyVisit(bench).state, domain::VisitState::Departed);
        bench.pass(16s);
        PAGE(rest);
        bench.kiosk.startCheckOut();
        bench.showToken(scanning::Kind::Badge, token); // or a photograph of it
        QTRY_COMPARE(bench.kiosk.checkOut()->problemCode(), QStringLiteral("badge-returned"));
        QVERIFY(bench.kiosk.checkOut()->problemText() != bench.kiosk.checkOut()->problemCode());
    }

    // Nobody has to take a badge away and show it again because another program held the register.
    void aBadgeThatIsHeldIsBookedWhenTheRegisterIsFree()
    {
        KioskBench bench;
        QVERIFY(bench.open());
        submit(bench);
        approve(bench, onlyVisit(bench).id);
        PAGE(done);
        bench.kiosk.next();
        PAGE(rest);
        QString token;
        {
            auto transaction = must(bench.site.admin().at().store.beginRead());
            token = must(transaction->badges().ofVisit(must(transaction->visits().find({})).front().id)).front().token;
        }
        auto holder = must(bench.site.admin().at().store.beginWrite());
        bench.showToken(scanning::Kind::Badge, token);
        QTRY_COMPARE_WITH_TIMEOUT(bench.kiosk.checkOut()->problemCode(), QStringLiteral("busy"), 15000);
        holder.reset();
        bench.showToken(scanning::Kind::Badge, token); // the camera sees it still
        PAGE(checkedOut);
        QCOMPARE(onlyVisit(bench).state, domain::VisitState::Departed);
    }

    void badBadges_data()
    {
        QTest::addColumn<QString>("token");
        QTest::addColumn<QString>("problem");
        QTest::newRow("no badge") << "GH1:not base 45 at all"
                                  << "badge-unreadable";
        QTest::newRow("empty") << "GH1:"
                               << "badge-unreadable";
        security::SignKeyPair keys = security::makeSignKeyPair();
        security::BadgeToken token;
        token.site = QByteArray("elsewhere").left(4);
        token.visit = token.station = QUuid::createUuid();
        token.notBefore = QDateTime(QDate(2026, 11, 24), QTime(9, 0), Qt::UTC);
        token.notAfter = token.notBefore.addSecs(3600);
        const QString genuine = security::makeBadgeToken(token, keys.secretKey);
        QTest::newRow("torn in the middle") << genuine.left(genuine.size() / 2) << "badge-unreadable";
        QTest::newRow("its end torn off") << genuine.chopped(1) << "badge-unreadable";
        QTest::newRow("another site") << genuine << "badge-other-site";
    }

    void badBadges()
    {
        QFETCH(QString, token);
        KioskBench bench;
        QVERIFY(bench.open());
        bench.kiosk.startCheckOut();
        bench.showToken(scanning::Kind::Badge, token);
        QTRY_COMPARE(bench.kiosk.checkOut()->state(), QStringLiteral("failed"));
        QTEST(bench.kiosk.checkOut()->problemCode(), "problem");
        QCOMPARE(bench.kiosk.page(), page::checkOut);
    }

    void numberAfterHalfAMinute()
    {
        KioskBench bench;
        QVERIFY(bench.open());
        submit(bench);
        QCOMPARE(bench.checkIn().secondsToFree(), 30);
        bench.pass(31s);
        PAGE(pickup);
        QCOMPARE(bench.checkIn().pickupNumber(), 1);
        bench.pass(16s);
        PAGE(rest);
        QVERIFY(bench.kiosk.readyNumbers().isEmpty());
        approve(bench, onlyVisit(bench).id);
        QTRY_COMPARE(values(bench.kiosk.readyNumbers(), "number"), QStringList{QStringLiteral("1")});
        bench.kiosk.collect(1);
        PAGE(done);
        QVERIFY(!bench.checkIn().badgeImage().isNull());
        bench.kiosk.next();
        bench.seen();
        QTRY_VERIFY(bench.kiosk.readyNumbers().isEmpty());
    }

    // The face is sealed to a kiosk until it is started again: then a guard's program has to send it once more.
    void aNumberIsNotReadyWithoutTheFaceOfItsBadge()
    {
        KioskBench bench;
        QVERIFY(bench.open());
        submit(bench);
        bench.pass(31s);
        PAGE(pickup);
        bench.kiosk.next();
        PAGE(rest);
        const auto id = onlyVisit(bench).id;
        approve(bench, id);
        QTRY_COMPARE(values(bench.kiosk.readyNumbers(), "state"), QStringList{QStringLiteral("ready")});
        must(usecases::faceUsed(bench.site.admin().at(), id));
        bench.seen();
        QTRY_COMPARE(values(bench.kiosk.readyNumbers(), "state"), QStringList{QStringLiteral("desk")});
        bench.kiosk.collect(1);
        PAGE(waiting);
        QTRY_COMPARE(values(bench.checkIn().stages(), "state").value(2), QStringLiteral("now"));
        bench.settle();
        for (int second = 0; second < 7; ++second) {
            bench.pass(1s);
            bench.settle();
        }
        QCOMPARE(bench.kiosk.problemCode(), QStringLiteral("badge-later"));
        QCOMPARE(must(usecases::renewFaces(bench.site.admin().at(), bench.site.guard())), 1);
        bench.pass(1s);
        bench.settle();
        bench.pass(1s);
        PAGE(done);
        QCOMPARE(bench.kiosk.problemCode(), QString());
    }

    // A trial in a window beside it must not cost the visitors their badges: the one that runs takes its place back, and once.
    void aSecondProgramWithTheKeyOfTheStation()
    {
        KioskBench bench;
        QVERIFY(bench.open());
        submit(bench);
        bench.pass(31s);
        PAGE(pickup);
        bench.kiosk.next();
        PAGE(rest);
        SeededRandomness randomness{8};
        const auto opener = kiosk::deskOpener(bench.site.url(), bench.site.vaultFolder(), QStringLiteral("kiosk"),
                                              bench.site.clock, randomness);
        const auto second = must(opener());
        const auto id = onlyVisit(bench).id;
        approve(bench, id); // its face goes to the second
        bench.settle();
        const auto announced = [&] {
            auto transaction = must(bench.site.admin().at().store.beginRead());
            return must(transaction->stations().boot(second->workplace().stationId()))->bootPublicKey;
        };
        QVERIFY(announced() != second->boot().publicKey);
        must(second->announceAgain()); // hears of it at once
        QVERIFY(announced() != second->boot().publicKey);
        QCOMPARE(must(usecases::renewFaces(bench.site.admin().at(), bench.site.guard())), 1);
        bench.seen();
        QTRY_COMPARE(values(bench.kiosk.readyNumbers(), "state"), QStringList{QStringLiteral("ready")});
        bench.kiosk.collect(1);
        PAGE(done);
        bench.site.clock.advance(30s);
        must(second->announceAgain());
        QCOMPARE(announced(), second->boot().publicKey);
    }

    // look.md: at once when somebody else touches it. A second touch on "send" is nobody else's.
    void theNextVisitorFreesTheKiosk()
    {
        KioskBench bench;
        QStringList spoken;
        bench.services.say = [&](const QString &text, const QString &) { spoken << text; };
        QVERIFY(bench.open());
        submit(bench);
        bench.checkIn().nextVisitor();
        bench.settle();
        QCOMPARE(bench.kiosk.page(), page::waiting);
        bench.pass(3s);
        bench.checkIn().nextVisitor();
        PAGE(pickup);
        QCOMPARE(bench.checkIn().pickupNumber(), 1);
        QCOMPARE(spoken, QStringList{QStringLiteral("Your number is 1. It shows on this screen when the guard has decided.")});
        QVERIFY(!bench.checkIn().slipPrinted()); // no printer that prints on paper
        bench.kiosk.next();
        PAGE(rest);
    }

    // Who waits with a number is told on the rest page that the guard asks something, and answers there.
    void aQuestionReachesWhoWaitsWithANumber()
    {
        KioskBench bench;
        QVERIFY(bench.open());
        submit(bench);
        bench.pass(31s);
        PAGE(pickup);
        bench.kiosk.next();
        PAGE(rest);
        const auto id = onlyVisit(bench).id;
        must(usecases::askVisitor(bench.site.admin().at(), bench.site.guard(), id, {QStringLiteral("who-is-host"), {}}));
        bench.seen();
        QTRY_COMPARE(values(bench.kiosk.readyNumbers(), "state"), QStringList{QStringLiteral("desk")});
        bench.kiosk.collect(1);
        PAGE(waiting);
        QTRY_COMPARE(bench.checkIn().questionCode(), QStringLiteral("who-is-host"));
        bench.checkIn().answerQuestion(QStringLiteral("Li Wei"));
        QTRY_COMPARE(bench.checkIn().questionCode(), QString());
        QCOMPARE(must(usecases::openCase(bench.site.admin().at(), bench.site.guard(), id)).answer, QStringLiteral("Li Wei"));
        bench.pass(31s);
        PAGE(pickup); // the same number again
        QCOMPARE(bench.checkIn().pickupNumber(), 1);
        bench.kiosk.next();
        PAGE(rest);
        bench.seen();
        QTRY_VERIFY(bench.kiosk.readyNumbers().isEmpty());
    }

    void noNumberIsFree()
    {
        KioskBench bench;
        QVERIFY(bench.open());
        submit(bench);
        domain::Visit visit = onlyVisit(bench);
        {
            auto transaction = must(bench.site.admin().at().store.beginWrite());
            for (int number = 1; number <= 999; ++number) {
                visit.id = makeId<domain::VisitId>(bench.site.clock, bench.site.randomness);
                visit.party = makeId<domain::PartyId>(bench.site.clock, bench.site.randomness);
                visit.number = 1000 + number;
                visit.pickup = number;
                must(transaction->visits().insert(visit));
            }
            must(transaction->commit());
        }
        bench.pass(31s);
        QTRY_COMPARE(bench.checkIn().problem(), QStringLiteral("number-none"));
        QCOMPARE(bench.kiosk.page(), page::waiting);
        QCOMPARE(bench.services.gateway.trouble(), kiosk::Trouble::None);
        goOn(bench, 11s);
        PAGE(denied);
        bench.kiosk.next();
        PAGE(rest);
    }

    // look.md: the kiosk frees itself, also when the register cannot be written any more. The visit is there.
    void theKioskFreesItselfWithoutANumber()
    {
        KioskBench bench;
        QVERIFY(bench.open());
        submit(bench);
        const QString path = bench.site.databasePath();
        QVERIFY(QFile::rename(path, path + QStringLiteral(".away")));
        bench.gateway.run(
            this, [](const kiosk::Desk &) -> Result<void> { return fail(ErrorCode::Unavailable, QStringLiteral("away")); },
            [](const Result<void> &) {});
        QTRY_VERIFY(!bench.gateway.isOpen());
        bench.kiosk.startAgain();
        QTRY_COMPARE(bench.checkIn().problem(), QStringLiteral("offline"));
        QCOMPARE(bench.kiosk.page(), page::waiting); // it may be over soon
        goOn(bench, 11s);
        PAGE(denied);
        QCOMPARE(bench.checkIn().visitLabel(), QStringLiteral("V-1"));
        QVERIFY2(bench.checkIn().deniedText().contains(QStringLiteral("is registered")),
                 qPrintable(bench.checkIn().deniedText()));
        goOn(bench, 31s);
        PAGE(trouble);
        QVERIFY(QFile::rename(path + QStringLiteral(".away"), path));
        goOn(bench, 11s);
        PAGE(rest);
        QCOMPARE(onlyVisit(bench).state, domain::VisitState::Requested);
    }

    void aQuestionIsNotTouchedAway()
    {
        KioskBench bench;
        QVERIFY(bench.open());
        submit(bench);
        must(usecases::askVisitor(bench.site.admin().at(), bench.site.guard(), onlyVisit(bench).id,
                                  {QStringLiteral("who-is-host"), {}}));
        bench.seen();
        QTRY_VERIFY(!bench.checkIn().questionCode().isEmpty());
        bench.pass(4s);
        bench.checkIn().nextVisitor();
        bench.settle();
        QCOMPARE(bench.kiosk.page(), page::waiting);
    }

    // A printer that is gone costs nobody the badge: it is issued, and the desk prints it.
    void printerGone_data()
    {
        QTest::addColumn<badges::Printer>("printer");
        QTest::newRow("unplugged") << badges::Printer{badges::Printer::Kind::System, QStringLiteral("No such printer")};
        QTest::newRow("folder away") << badges::Printer{badges::Printer::Kind::PdfFolder, QStringLiteral("/dev/null/badges")};
    }

    void printerGone()
    {
        QFETCH(badges::Printer, printer);
        KioskBench bench;
        bench.services.settings.printer = printer;
        QList<bool> answers; // as the guards are told
        bench.services.printerAnswered = [&](bool took) { answers << took; };
        QVERIFY(bench.open());
        submit(bench);
        approve(bench, onlyVisit(bench).id);
        PAGE(done);
        QVERIFY(bench.checkIn().printFailed());
        QCOMPARE(answers, QList<bool>{false});
        QVERIFY2(bench.checkIn().printText().contains(QStringLiteral("V-1")), qPrintable(bench.checkIn().printText()));
        QVERIFY(!bench.checkIn().badgeImage().isNull());
        QCOMPARE(onlyVisit(bench).state, domain::VisitState::OnSite);
    }

    // Nobody waits for a spooler that hangs: not the others who need the database, and not the visitor for ever.
    void aPrinterThatDoesNotAnswer()
    {
        QSemaphore hangs; // ahead of the queue, whose task waits for it
        KioskBench bench;
        QList<bool> answers;
        bench.services.printerAnswered = [&](bool took) { answers << took; };
        QVERIFY(bench.open());
        submit(bench);
        bench.gateway.paper().run([&hangs] { hangs.acquire(); });
        const auto released = qScopeGuard([&hangs] { hangs.release(); });
        approve(bench, onlyVisit(bench).id);
        QTRY_COMPARE(onlyVisit(bench).state, domain::VisitState::OnSite);
        bench.settle(); // the database answers
        QCOMPARE(bench.kiosk.page(), page::waiting);
        bench.pass(9s);
        QCOMPARE(bench.kiosk.page(), page::waiting);
        bench.pass(1s);
        PAGE(done);
        QVERIFY(bench.checkIn().printFailed());
        QCOMPARE(answers, QList<bool>{false});
        hangs.release();
        QTRY_COMPARE(answers, (QList<bool>{false, true})); // it came after all
        QCOMPARE(bench.checkIn().badgeCount(), 1);
    }

    void aBadgeThatIsOnlyAFileIsNotCalledPrinted()
    {
        KioskBench bench; // prints to a folder, as a kiosk without a printer does
        QList<bool> answers;
        bench.services.printerAnswered = [&](bool took) { answers << took; };
        QVERIFY(bench.open());
        submit(bench);
        approve(bench, onlyVisit(bench).id);
        PAGE(done);
        QVERIFY(!bench.checkIn().printFailed());
        QCOMPARE(answers, QList<bool>{true});
        const QString said = bench.checkIn().printText();
        QVERIFY2(!said.contains(QStringLiteral("is printed")), qPrintable(said));
        QVERIFY2(said.contains(QStringLiteral("V-1")), qPrintable(said)); // by which the guard prints it
    }

    void startAgainWhileWaitingGivesTheNumber()
    {
        KioskBench bench;
        QVERIFY(bench.open());
        submit(bench);
        bench.kiosk.startAgain();
        PAGE(pickup);
        QCOMPARE(onlyVisit(bench).state, domain::VisitState::Requested);
    }

    void denialIsPolite()
    {
        KioskBench bench;
        QVERIFY(bench.open());
        submit(bench);
        must(usecases::denyVisit(bench.site.admin().at(), bench.site.guard(), onlyVisit(bench).id,
                                 {QStringLiteral("other"), QStringLiteral("known troublemaker")}));
        bench.seen();
        PAGE(denied);
        QVERIFY(!bench.checkIn().deniedText().isEmpty());
        QVERIFY(!bench.checkIn().deniedText().contains(QStringLiteral("troublemaker")));
    }

    void r9_aRequestThatNobodyAnsweredIsToldToTheVisitor()
    {
        KioskBench bench;
        QVERIFY(bench.open());
        usecases::VisitRequest request = bench.site.meeting();
        request.purpose = {QStringLiteral("machine-room-work")};
        const domain::Visit visit = must(usecases::requestVisit(bench.site.kiosk().at(), request)).front();
        must(usecases::takePickup(bench.site.kiosk().at(), visit.id));
        bench.seen();
        QTRY_COMPARE(values(bench.kiosk.readyNumbers(), "state"), QStringList{QStringLiteral("briefing")}); // not decided
        bench.site.clock.advance(30min);
        must(usecases::lapseVisits(bench.site.kiosk().at()));
        bench.seen();
        QTRY_COMPARE(values(bench.kiosk.readyNumbers(), "state"), QStringList{QStringLiteral("desk")});
        bench.kiosk.collect(onlyVisit(bench).pickup);
        PAGE(denied);
        QVERIFY(bench.checkIn().deniedText().contains(QStringLiteral("nobody could answer")));
        bench.seen();
        QTRY_VERIFY(bench.kiosk.readyNumbers().isEmpty()); // told
    }

    void aForgedApprovalSendsTheVisitorToTheGuard()
    {
        KioskBench bench;
        QVERIFY(bench.open());
        const domain::Visit visit = must(usecases::requestVisit(bench.site.kiosk().at(), bench.site.meeting())).front();
        must(usecases::takePickup(bench.site.kiosk().at(), visit.id));
        RawDatabase raw(bench.site.databasePath());
        QVERIFY2(raw.run(QStringLiteral("UPDATE visit SET state='approved', decided_at=requested_at+1000, "
                                        "decided_by=(SELECT id FROM staff WHERE number='1042')")),
                 qPrintable(raw.error()));
        bench.seen();
        QTRY_COMPARE(values(bench.kiosk.readyNumbers(), "state"), QStringList{QStringLiteral("desk")});
        bench.kiosk.collect(onlyVisit(bench).pickup);
        PAGE(denied);
        QVERIFY2(bench.checkIn().deniedText().contains(QStringLiteral("Please see the guard")),
                 qPrintable(bench.checkIn().deniedText()));
        bench.seen();
        QTRY_VERIFY(bench.kiosk.readyNumbers().isEmpty());
        QCOMPARE(onlyVisit(bench).pickup, 0);
    }

    // Its number stands for as long as one of them needs it, whoever of them that is.
    void aPartyThatIsDecidedDifferentlyHearsItAll_data()
    {
        QTest::addColumn<int>("refused"); // which of the two
        QTest::addColumn<bool>("denied"); // or the row says approved, and nobody signed for it
        QTest::newRow("first denied") << 0 << true;
        QTest::newRow("second denied") << 1 << true;
        QTest::newRow("first without a signature") << 0 << false;
        QTest::newRow("second without a signature") << 1 << false;
    }
    void aPartyThatIsDecidedDifferentlyHearsItAll()
    {
        QFETCH(int, refused);
        QFETCH(bool, denied);
        KioskBench bench;
        const auto party = arriveTogether(bench);
        const auto &without = party[static_cast<std::size_t>(refused)];
        const auto &with = party[static_cast<std::size_t>(1 - refused)];
        const int number = must(usecases::takePickup(bench.site.kiosk().at(), party[0].id));
        const auto &desk = bench.site.admin().at();
        QVERIFY(bench.open());
        if (denied) {
            must(usecases::denyVisit(desk, bench.site.guard(), without.id, {QStringLiteral("identity"), {}}));
        } else {
            RawDatabase raw(bench.site.databasePath());
            QVERIFY2(raw.run(QStringLiteral("UPDATE visit SET state='approved', decided_at=requested_at+1000, "
                                            "decided_by=(SELECT id FROM staff WHERE number='1042') WHERE number=%1")
                                 .arg(without.number)),
                     qPrintable(raw.error()));
        }
        bench.seen();
        bench.settle();
        QVERIFY(bench.kiosk.readyNumbers().isEmpty()); // the other one is not decided yet
        bench.site.clock.advance(31min);
        must(usecases::lapseVisits(bench.site.kiosk().at()));
        approve(bench, with.id);
        bench.site.clock.advance(31min);
        must(usecases::lapseVisits(bench.site.kiosk().at()));
        bench.seen();
        QTRY_COMPARE(values(bench.kiosk.readyNumbers(), "number"), QStringList{QString::number(number)});
        if (denied)
            QCOMPARE(values(bench.kiosk.readyNumbers(), "state"), QStringList{QStringLiteral("ready")});
        bench.kiosk.collect(number);
        PAGE(done);
        QCOMPARE(bench.checkIn().badgeCount(), 1);
        const QString said = bench.checkIn().refusedText();
        QVERIFY2(said.contains(QStringLiteral("1 person")), qPrintable(said));
        QVERIFY(!bench.checkIn().badgeImage().isNull());
        bench.kiosk.next();
        PAGE(rest);
        bench.seen();
        QTRY_VERIFY(bench.kiosk.readyNumbers().isEmpty()); // told
        auto transaction = must(desk.store.beginRead());
        QVERIFY(must(transaction->visits().withPickup()).empty());
    }

    void questionAndAnswer()
    {
        KioskBench bench;
        QVERIFY(bench.open());
        submit(bench);
        const auto id = onlyVisit(bench).id;
        must(usecases::askVisitor(bench.site.admin().at(), bench.site.guard(), id,
                                  {QStringLiteral("other"), QStringLiteral("Which rack?")}));
        bench.seen();
        QTRY_COMPARE(bench.checkIn().questionText(), QStringLiteral("Which rack?"));
        QVERIFY(bench.checkIn().questionTakesAnswer());
        bench.checkIn().answerQuestion(QStringLiteral("R12"));
        QTRY_COMPARE(bench.checkIn().questionCode(), QString());
        QCOMPARE(must(usecases::openCase(bench.site.admin().at(), bench.site.guard(), id)).answer, QStringLiteral("R12"));
    }

    // A question that an older version left with a decided member of the party is nobody's any more.
    void theAnswerGoesToWhoIsAsked()
    {
        KioskBench bench;
        const auto party = arriveTogether(bench);
        const int number = must(usecases::takePickup(bench.site.kiosk().at(), party[0].id));
        const auto &desk = bench.site.admin().at();
        must(usecases::recordOriginalSeen(desk, bench.site.guard(), party[0].id));
        domain::Visit decided = must(usecases::approveVisit(desk, bench.site.guard(), party[0].id)).visit;
        {
            auto transaction = must(usecases::beginWrite(desk));
            decided.question = QStringLiteral("who-is-host");
            must(transaction->visits().update(decided, domain::VisitState::Approved));
            must(transaction->commit());
        }
        must(usecases::askVisitor(desk, bench.site.guard(), party[1].id, {QStringLiteral("what-purpose"), {}}));
        QVERIFY(bench.open());
        bench.seen();
        QTRY_COMPARE(bench.kiosk.readyNumbers().size(), 1);
        bench.kiosk.collect(number);
        PAGE(waiting);
        QTRY_COMPARE(bench.checkIn().questionCode(), QStringLiteral("what-purpose"));
        bench.checkIn().answerQuestion(QStringLiteral("R12"));
        QTRY_COMPARE(bench.checkIn().questionCode(), QString());
        QCOMPARE(must(usecases::openCase(desk, bench.site.guard(), party[1].id)).answer, QStringLiteral("R12"));
    }

    // One after the other, and each for itself: what was typed for the first is no answer of the second.
    void theSameQuestionAboutAnotherIsAnother()
    {
        KioskBench bench;
        const auto party = arriveTogether(bench);
        const int number = must(usecases::takePickup(bench.site.kiosk().at(), party[0].id));
        const auto &desk = bench.site.admin().at();
        for (const domain::Visit &visit : party)
            must(usecases::askVisitor(desk, bench.site.guard(), visit.id, {QStringLiteral("what-purpose"), {}}));
        QVERIFY(bench.open());
        bench.seen();
        QTRY_COMPARE(bench.kiosk.readyNumbers().size(), 1);
        bench.kiosk.collect(number);
        PAGE(waiting);
        QTRY_COMPARE(bench.checkIn().questionCode(), QStringLiteral("what-purpose"));
        const int first = bench.checkIn().questionNumber();
        bench.seen();
        bench.settle();
        QCOMPARE(bench.checkIn().questionNumber(), first);
        QSignalSpy changed(&bench.checkIn(), &kiosk::CheckInController::questionChanged);
        bench.checkIn().answerQuestion(QStringLiteral("Fans"));
        QTRY_VERIFY(!changed.isEmpty());
        QTRY_COMPARE(bench.checkIn().questionCode(), QStringLiteral("what-purpose"));
        QTRY_VERIFY(bench.checkIn().questionNumber() != first);
        bench.checkIn().answerQuestion(QStringLiteral("Cables"));
        QTRY_COMPARE(bench.checkIn().questionCode(), QString());
        QSet<QString> answers;
        for (const domain::Visit &visit : party)
            answers << must(usecases::openCase(desk, bench.site.guard(), visit.id)).answer;
        QCOMPARE(answers, (QSet<QString>{QStringLiteral("Fans"), QStringLiteral("Cables")}));
    }

    void withdrawn()
    {
        KioskBench bench;
        QVERIFY(bench.open());
        submit(bench);
        bench.checkIn().withdraw();
        PAGE(cancelled);
        QCOMPARE(onlyVisit(bench).state, domain::VisitState::Lapsed);
        QVERIFY(!bench.checkIn().visitLabel().isEmpty());
        QVERIFY(!bench.kiosk.canGoBack());
        bench.kiosk.next();
        PAGE(rest);
    }
};

GATEHOUSE_TEST(QGuiApplication, TestCheckInWaiting);
#include "tst_checkinwaiting.moc"
