// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/roomactions.h"
#include "machineroom.h"
#include "roomcrew.h"
#include "testprogram.h"
#include "usecases/duties.h"
#include "usecases/exceptions.h"
#include "usecases/handovers.h"

#include <QTest>

using namespace gatehouse;
using namespace gatehouse::domain;
using namespace gatehouse::test;
using namespace gatehouse::usecases;
using namespace Qt::StringLiterals;

class TestExceptions : public QObject
{
    Q_OBJECT

    static ExceptionId ask(TestSite &site, const StaffSession &session)
    {
        return must(requestException(
            site.admin().at(), session,
            {u"usb"_s, machineRoom, u"PC 12"_s, site.clock.now().addSecs(7200), u"firmware from the maker's stick"_s}));
    }
    static ExceptionRequest now(TestSite &site, const ExceptionId &id)
    {
        must(beginRead(site.admin().at()));
        return site.admin().at().authority.rooms().exceptions.byId(id).value();
    }
    static const StaffSession &who(TestSite &site, RoomCrew &crew, const QString &name)
    {
        return name == u"lead"         ? crew.lead
               : name == u"supervisor" ? crew.supervisor
               : name == u"keeper"     ? crew.keeper
               : name == u"maintainer" ? crew.maintainer
               : name == u"manager"    ? site.manager()
                                       : crew.colleague;
    }
    static Result<void> take(TestSite &site, RoomCrew &crew, const ExceptionId &id, const QString &step,
                             const StaffSession &session)
    {
        if (step == u"check")
            return checkException(site.admin().at(), session, id);
        if (step == u"sign")
            return signException(site.admin().at(), session, id, crew.maintainer.staff.id);
        if (step == u"carry-out")
            return carryOutException(site.admin().at(), session, id);
        if (step == u"relock")
            return relockException(site.admin().at(), session, id);
        if (step == u"refuse")
            return refuseException(site.admin().at(), session, id, u"there is another way"_s);
        return closeExceptionAtOnce(site.admin().at(), session, id, u"traffic nobody can explain"_s);
    }

private Q_SLOTS:
    void r26_supervisorThenLeadershipThenOneMaintainer_data()
    {
        QTest::addColumn<QStringList>("before"); // "step:who"
        QTest::addColumn<QString>("step");
        QTest::addColumn<QString>("by");
        QTest::addColumn<bool>("allowed");
        const QStringList checked{u"check:supervisor"_s};
        const QStringList approved{u"check:supervisor"_s, u"sign:lead"_s};
        const QStringList opened{u"check:supervisor"_s, u"sign:lead"_s, u"carry-out:maintainer"_s};
        QTest::newRow("supervisor checks") << QStringList{} << u"check"_s << u"supervisor"_s << true;
        QTest::newRow("keeper does not check") << QStringList{} << u"check"_s << u"keeper"_s << false;
        QTest::newRow("lead before the supervisor") << QStringList{} << u"sign"_s << u"lead"_s << false;
        QTest::newRow("lead after the supervisor") << checked << u"sign"_s << u"lead"_s << true;
        QTest::newRow("manager is leadership too") << checked << u"sign"_s << u"manager"_s << true;
        QTest::newRow("supervisor signs twice") << checked << u"sign"_s << u"supervisor"_s << false;
        QTest::newRow("maintainer before the signature") << checked << u"carry-out"_s << u"maintainer"_s << false;
        QTest::newRow("maintainer") << approved << u"carry-out"_s << u"maintainer"_s << true;
        QTest::newRow("another carries it out") << approved << u"carry-out"_s << u"lead"_s << false;
        QTest::newRow("the supervisor refuses") << QStringList{} << u"refuse"_s << u"supervisor"_s << true;
        QTest::newRow("the keeper does not refuse") << QStringList{} << u"refuse"_s << u"keeper"_s << false;
        QTest::newRow("the lead refuses before the supervisor") << QStringList{} << u"refuse"_s << u"lead"_s << false;
        QTest::newRow("the lead refuses what was checked") << checked << u"refuse"_s << u"lead"_s << true;
        QTest::newRow("nobody refuses what was signed") << approved << u"refuse"_s << u"lead"_s << false;
        QTest::newRow("nobody checks what was refused")
            << QStringList{u"refuse:supervisor"_s} << u"check"_s << u"supervisor"_s << false;
        QTest::newRow("re-lock by the maintainer") << opened << u"relock"_s << u"maintainer"_s << true;
        QTest::newRow("re-lock by another") << opened << u"relock"_s << u"supervisor"_s << false;
        QTest::newRow("closed at once by maintenance") << opened << u"close"_s << u"maintainer"_s << true;
        QTest::newRow("closed at once by a manager") << opened << u"close"_s << u"manager"_s << true;
        QTest::newRow("closed at once by anybody") << opened << u"close"_s << u"keeper"_s << false;
    }
    void r26_supervisorThenLeadershipThenOneMaintainer()
    {
        QFETCH(QStringList, before);
        QFETCH(QString, step);
        QFETCH(QString, by);
        QFETCH(bool, allowed);
        TestSite site;
        RoomCrew crew(site);
        const ExceptionId id = ask(site, crew.colleague);
        for (const QString &earlier : before) {
            const QStringList parts = earlier.split(u':');
            must(take(site, crew, id, parts[0], who(site, crew, parts[1])));
        }
        const ExceptionState state = now(site, id).state;
        const Result<void> taken = take(site, crew, id, step, who(site, crew, by));
        QCOMPARE(taken.has_value(), allowed);
        if (!allowed) {
            QCOMPARE(taken.error().code, ErrorCode::NotAllowed);
            QCOMPARE(now(site, id).state, state);
        } else {
            QVERIFY(now(site, id).state > state);
        }
    }

    /// Whoever asks decides nothing, whatever duty that person holds; and statements past the use case count as absent.
    void r26_whoAsksApprovesNothing()
    {
        TestSite site;
        RoomCrew crew(site);
        const ExceptionId id = ask(site, crew.supervisor);
        QCOMPARE(checkException(site.admin().at(), crew.supervisor, id).error().code, ErrorCode::NotAllowed);
        auto transaction = must(beginWrite(site.admin().at()));
        must(record(*transaction, site.admin().at(), signerOf(crew.supervisor), action::exceptionCheck, exceptionSubject(id)));
        must(transaction->commit());
        QCOMPARE(now(site, id).state, ExceptionState::Requested);
    }

    void r8_oneNamedMaintainerWhoDidNotAsk_data()
    {
        QTest::addColumn<QString>("named");
        QTest::addColumn<QString>("expected");
        QTest::newRow("maintainer") << u"maintainer"_s << u"ok"_s;
        QTest::newRow("somebody else") << u"keeper"_s << u"invalid maintainer"_s;
    }
    void r8_oneNamedMaintainerWhoDidNotAsk()
    {
        QFETCH(QString, named);
        QFETCH(QString, expected);
        TestSite site;
        RoomCrew crew(site);
        const ExceptionId id = ask(site, crew.colleague);
        must(checkException(site.admin().at(), crew.supervisor, id));
        QCOMPARE(outcome(signException(site.admin().at(), crew.lead, id, who(site, crew, named).staff.id)), expected);
        const ExceptionId own = ask(site, crew.maintainer);
        must(checkException(site.admin().at(), crew.supervisor, own));
        QCOMPARE(outcome(signException(site.admin().at(), crew.lead, own, crew.maintainer.staff.id)), u"invalid maintainer"_s);
    }

    void r8_closedWhenTheRelockIsRecordedAndOverdueUntilThen()
    {
        TestSite site;
        RoomCrew crew(site);
        const ExceptionId id = ask(site, crew.colleague);
        must(checkException(site.admin().at(), crew.supervisor, id));
        must(signException(site.admin().at(), crew.lead, id, crew.maintainer.staff.id));
        must(carryOutException(site.admin().at(), crew.maintainer, id));
        QVERIFY(!must(exceptionCases(site.admin().at(), crew.lead)).front().overdue);
        site.clock.advance(std::chrono::hours(3));
        const ExceptionCase late = must(exceptionCases(site.admin().at(), crew.maintainer)).front();
        QVERIFY(late.overdue);
        QVERIFY(late.steps.contains(action::exceptionRelock));
        must(relockException(site.admin().at(), crew.maintainer, id));
        QVERIFY(!must(exceptionCases(site.admin().at(), crew.lead)).front().overdue);
        QCOMPARE(now(site, id).state, ExceptionState::Relocked);
    }

    void r8_nobodyOpensItAfterItsEnd()
    {
        TestSite site;
        RoomCrew crew(site);
        const ExceptionId id = ask(site, crew.colleague);
        must(checkException(site.admin().at(), crew.supervisor, id));
        must(signException(site.admin().at(), crew.lead, id, crew.maintainer.staff.id));
        site.clock.advance(std::chrono::hours(2) + std::chrono::seconds(1));
        QCOMPARE(carryOutException(site.admin().at(), crew.maintainer, id).error().code, ErrorCode::NotAllowed);
    }

    void r26_whatNobodyDecidedBeforeItsEndHasLapsed()
    {
        TestSite site;
        RoomCrew crew(site);
        const ExceptionId id = ask(site, crew.colleague);
        site.clock.advance(std::chrono::hours(3));
        QCOMPARE(checkException(site.admin().at(), crew.supervisor, id).error().code, ErrorCode::NotAllowed);
        const ExceptionCase lapsed = must(exceptionCases(site.admin().at(), crew.supervisor)).front();
        QVERIFY(!lapsed.overdue); // nothing stands open
        QVERIFY(lapsed.steps.isEmpty());
    }

    void r26_whoRefusesSaysWhy()
    {
        TestSite site;
        RoomCrew crew(site);
        const ExceptionId id = ask(site, crew.colleague);
        must(refuseException(site.admin().at(), crew.supervisor, id, u"there is another way"_s));
        const ExceptionCase refused = must(exceptionCases(site.admin().at(), site.manager())).front();
        QCOMPARE(refused.request.state, ExceptionState::Refused);
        QCOMPARE(refused.request.endedBy, std::optional<StaffId>(crew.supervisor.staff.id));
        QCOMPARE(refused.endText, u"there is another way"_s);
        QVERIFY(refused.steps.isEmpty());
    }

    void r26_closingAtOnceNeedsAReason()
    {
        TestSite site;
        RoomCrew crew(site);
        const ExceptionId id = ask(site, crew.colleague);
        must(checkException(site.admin().at(), crew.supervisor, id));
        must(signException(site.admin().at(), crew.lead, id, crew.maintainer.staff.id));
        QCOMPARE(outcome(closeExceptionAtOnce(site.admin().at(), crew.maintainer, id, u" "_s)), u"invalid reason"_s);
        must(closeExceptionAtOnce(site.admin().at(), crew.maintainer, id, u"not needed any more"_s));
        QCOMPARE(now(site, id).state, ExceptionState::ClosedAtOnce);
    }

    void r13_theHandoverIsFilledFromWhatIsOpenAndSignedByWhoComes()
    {
        TestSite site;
        RoomCrew crew(site);
        ask(site, crew.colleague);
        must(requestVisit(site.kiosk().at(), site.meeting()));
        HandoverOffer offer{guardDeskPost(), true, selfCheckCodes(guardDeskPost()), u"the van of the caterer comes at six"_s};
        const HandoverId id = must(offerHandover(site.admin().at(), site.guard(), offer));
        const HandoverSheet sheet = must(handoverSheets(site.admin().at(), site.secondGuard())).front();
        QCOMPARE(sheet.handover.open.waiting, 1);
        QCOMPARE(sheet.handover.open.exceptions, 1);
        QCOMPARE(sheet.text, offer.text);
        QVERIFY(sheet.mayAccept);
        QVERIFY(sheet.handover.ledgerSequence > 0);
        QCOMPARE(sheet.handover.ledgerHash.size(), 64);
        QCOMPARE(outcome(acceptHandover(site.admin().at(), site.guard(), id)), u"not-allowed post"_s); // never one's own
        QCOMPARE(outcome(acceptHandover(site.admin().at(), crew.keeper, id)), u"not-allowed post"_s);
        must(acceptHandover(site.admin().at(), site.secondGuard(), id));
        must(beginRead(site.admin().at()));
        QCOMPARE(site.admin().at().authority.rooms().handovers.holder(guardDeskPost()),
                 std::optional<StaffId>(site.secondGuard().staff.id));
        QCOMPARE(acceptHandover(site.admin().at(), site.secondGuard(), id).error().code, ErrorCode::Conflict);
    }

    void r13_whoMaySignForAPost_data()
    {
        QTest::addColumn<QString>("post");
        QTest::addColumn<QString>("who");
        QTest::addColumn<QString>("expected");
        const QString desk = guardDeskPost(), room = keeperPost(machineRoom);
        QTest::newRow("another guard, the desk") << desk << u"guard"_s << u"ok"_s;
        QTest::newRow("whoever hands over, the desk") << desk << u"self"_s << u"not-allowed post"_s;
        QTest::newRow("the keeper, the desk") << desk << u"keeper"_s << u"not-allowed post"_s;
        QTest::newRow("a second keeper, the room") << room << u"deputy"_s << u"ok"_s;
        QTest::newRow("whoever hands over, the room") << room << u"self"_s << u"not-allowed post"_s;
        QTest::newRow("a guard, the room") << room << u"guard"_s << u"not-allowed post"_s;
        QTest::newRow("a colleague, the room") << room << u"colleague"_s << u"not-allowed post"_s;
    }
    void r13_whoMaySignForAPost()
    {
        QFETCH(QString, post);
        QFETCH(QString, who);
        TestSite site;
        RoomCrew crew(site);
        must(assignDuty(site.admin().at(), site.manager(),
                        {crew.supervisor.staff.id, machineRoom, Duty::Keeper, true, site.clock.now().addDays(9)}));
        const StaffSession &from = post == guardDeskPost() ? site.guard() : crew.keeper;
        const HandoverId id = must(offerHandover(site.admin().at(), from, {post, true, selfCheckCodes(post), {}}));
        const StaffSession &by = who == u"guard"    ? site.secondGuard()
                                 : who == u"keeper" ? crew.keeper
                                 : who == u"deputy" ? crew.supervisor
                                 : who == u"self"   ? from
                                                    : crew.colleague;
        QTEST(outcome(acceptHandover(site.admin().at(), by, id)), "expected");
    }

    void r28_noHandoverWithoutTheSelfCheckAndTheNotes_data()
    {
        QTest::addColumn<QString>("left");
        QTest::addColumn<QString>("expected");
        QTest::newRow("complete") << QString() << u"ok"_s;
        QTest::newRow("notes kept") << u"notes"_s << u"blocked notes"_s;
        QTest::newRow("own equipment not checked") << u"own-equipment"_s << u"blocked own-equipment"_s;
        QTest::newRow("room not in order") << u"room-in-order"_s << u"blocked room-in-order"_s;
    }
    void r28_noHandoverWithoutTheSelfCheckAndTheNotes()
    {
        QFETCH(QString, left);
        QFETCH(QString, expected);
        TestSite site;
        RoomCrew crew(site);
        const QString post = keeperPost(machineRoom);
        HandoverOffer offer{post, left != u"notes", selfCheckCodes(post), {}};
        offer.selfCheck.removeAll(left);
        QCOMPARE(outcome(offerHandover(site.admin().at(), crew.keeper, offer)), expected);
    }
};

GATEHOUSE_TEST(QCoreApplication, TestExceptions);
#include "tst_exceptions.moc"
