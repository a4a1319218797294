// SPDX-License-Identifier: GPL-3.0-or-later
// The life of an escorted access through the use cases, on a real site: what the book believes is what was allowed.
#include "escortcrew.h"
#include "localtime.h"
#include "machineroom.h"
#include "testprogram.h"
#include "usecases/badges.h"
#include "usecases/confirmtime.h"
#include "usecases/decidevisit.h"
#include "usecases/emergencies.h"
#include "usecases/incidents.h"
#include "usecases/readroom.h"

#include <QTest>

using namespace gatehouse;
using namespace gatehouse::domain;
using namespace gatehouse::usecases;
using gatehouse::test::EscortCrew;
using gatehouse::test::LocalTime;
using gatehouse::test::machineRoom;
using gatehouse::test::must;
using gatehouse::test::TestSite;

namespace
{
template <typename T>
QString refusal(const Result<T> &result)
{
    if (result)
        return QStringLiteral("done");
    return result.error().code == ErrorCode::Blocked ? result.error().detail : errorName(result.error().code);
}

} // namespace

class TestEscortVisit : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_site = std::make_unique<TestSite>();
        m_crew = std::make_unique<EscortCrew>(*m_site);
    }
    void cleanup()
    {
        m_crew.reset();
        m_site.reset();
    }

    void theWholeLife()
    {
        const Visit visit = m_crew->accepted();
        QCOMPARE(m_crew->state(visit.id), QStringLiteral("accepted"));
        QVERIFY(m_crew->at().authority.escorts().escortInCharge(visit.id, machineRoom, m_site->clock.now()));
        must(handOverEscort(m_crew->at(), m_crew->escort, visit.id, machineRoom, m_crew->second.staff.id));
        QCOMPARE(m_crew->access(visit.id).escort, std::optional<StaffId>(m_crew->escort.staff.id));
        must(acceptEscort(m_crew->at(), m_crew->second, visit.id, machineRoom));
        QCOMPARE(m_crew->access(visit.id).escort, std::optional<StaffId>(m_crew->second.staff.id));
        must(releaseEscort(m_crew->at(), m_crew->second, {visit.id}, machineRoom, {true, 1, 0, false}));
        QCOMPARE(m_crew->state(visit.id), QStringLiteral("released"));
    }

    void r9_whoApprovesTheMachineRoom_data()
    {
        QTest::addColumn<QString>("who");
        QTest::addColumn<QString>("answer");
        QTest::newRow("keeper") << QStringLiteral("keeper") << QStringLiteral("done");
        QTest::newRow("lead") << QStringLiteral("lead") << QStringLiteral("done");
        QTest::newRow("an escort has no duty") << QStringLiteral("escort") << QStringLiteral("approver-without-duty");
        QTest::newRow("twice") << QStringLiteral("twice") << QStringLiteral("approved-already");
    }
    void r9_whoApprovesTheMachineRoom()
    {
        QFETCH(QString, who);
        const Visit visit = m_crew->requested();
        if (who == QLatin1String("twice"))
            must(approveAccess(m_crew->at(), m_crew->keeper, visit.id, machineRoom));
        const StaffSession &by = who == QLatin1String("lead")     ? m_crew->lead
                                 : who == QLatin1String("escort") ? m_crew->escort
                                                                  : m_crew->keeper;
        QTEST(refusal(approveAccess(m_crew->at(), by, visit.id, machineRoom)), "answer");
        QVERIFY(m_crew->state(visit.id) == QLatin1String("requested")); // a guard is still missing
    }

    /// It is dated ahead into the duty, and a manager then says what time it is, so that the site goes on.
    void r9_aDutyThatIsStillToComeApprovesNothing()
    {
        const Visit visit = m_crew->requested();
        const QDateTime now = m_site->clock.now();
        const auto state = [&](const StaffSession &by, const QString &what, const QString &subject,
                               const QJsonObject &details) {
            auto transaction = must(beginWrite(m_crew->at()));
            must(record(*transaction, m_crew->at(), signerOf(by), what, subject, details));
            must(transaction->commit());
        };
        state(m_site->manager(), action::dutyAssign, staffSubject(m_crew->colleague.staff.id),
              {{QStringLiteral("zone"), machineRoom.key},
               {QStringLiteral("duty"), QStringLiteral("keeper")},
               {QStringLiteral("from"), now.addDays(10).toString(Qt::ISODateWithMs)},
               {QStringLiteral("until"), now.addDays(400).toString(Qt::ISODateWithMs)}});
        must(approveVisit(m_crew->at(), m_site->guard(), visit.id));
        const LedgerEntry approval = must(must(beginRead(m_crew->at()))->ledger().ofSubject(visitSubject(visit.id))).back();
        QCOMPARE(approval.action, action::visitApprove);
        m_site->clock.setWall(now.addDays(11));
        state(m_crew->colleague, action::visitApprove, visitSubject(visit.id), approval.details);
        m_site->clock.setWall(now);
        QCOMPARE(requireTime(m_crew->at()).error().code, ErrorCode::ClockWrong);
        must(confirmTime(m_crew->at(), m_site->manager()));
        must(requireTime(m_crew->at()));
        QCOMPARE(m_crew->state(visit.id), QStringLiteral("requested"));
        TimeGuard time(m_site->clock);
        Authority later(m_crew->at().station.rootFingerprint, time); // of a program that is started now
        auto transaction = must(m_crew->at().store.beginRead());
        must(later.refresh(*transaction));
        QVERIFY(!later.escorts().isApproved(visit.id));
        QCOMPARE(later.datedAhead().size(), 1);
        transaction.reset();
        must(approveAccess(m_crew->at(), m_crew->keeper, visit.id, machineRoom));
        QCOMPARE(m_crew->state(visit.id), QStringLiteral("approved"));
    }

    void r9_whoDecidesLastSendsTheBadgeFace_data()
    {
        QTest::addColumn<bool>("keeperLast");
        QTest::newRow("the keeper, who has the key of the visit") << true;
        QTest::newRow("a guard") << false;
    }
    void r9_whoDecidesLastSendsTheBadgeFace()
    {
        QFETCH(bool, keeperLast);
        const auto boot = must(announceBoot(m_site->kiosk().at()));
        const Visit visit = m_crew->requested();
        const auto keeper = [&] { must(approveAccess(m_crew->at(), m_crew->keeper, visit.id, machineRoom)); };
        if (!keeperLast)
            keeper();
        must(approveVisit(m_crew->at(), m_site->guard(), visit.id));
        if (keeperLast)
            keeper();
        QCOMPARE(must(issueBadge(m_site->kiosk().at(), boot, visit.id)).face.name, QStringLiteral("Anna Maria Eriksson"));
    }

    void r9_hotWorkWaitsForTheFireKeeper()
    {
        const Visit visit = m_crew->requested(QStringLiteral("machine-room-work"), QStringLiteral("hot-work"));
        must(approveAccess(m_crew->at(), m_crew->keeper, visit.id, machineRoom));
        QCOMPARE(must(approveVisit(m_crew->at(), m_site->guard(), visit.id)).visit.state, VisitState::Requested);
        QCOMPARE(must(approveAccess(m_crew->at(), m_crew->fireKeeper, visit.id, machineRoom)).state, VisitState::Approved);
        must(acceptEscort(m_crew->at(), m_crew->escort, visit.id, machineRoom));
        QCOMPARE(refusal(releaseEscort(m_crew->at(), m_crew->escort, {visit.id}, machineRoom, {true, 1, 0, false})),
                 QStringLiteral("fire-protection-not-restored"));
        must(releaseEscort(m_crew->at(), m_crew->escort, {visit.id}, machineRoom, {true, 1, 0, true}));
    }

    void r4_whoMayAccept_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<QString>("answer");
        QTest::newRow("authorised") << QStringLiteral("escort") << QStringLiteral("done");
        QTest::newRow("not managerial") << QStringLiteral("keeper") << QStringLiteral("escort-not-managerial");
        QTest::newRow("not authorised") << QStringLiteral("colleague") << QStringLiteral("escort-not-authorised");
        QTest::newRow("authorisation withdrawn") << QStringLiteral("withdrawn") << QStringLiteral("escort-not-authorised");
        QTest::newRow("access revoked") << QStringLiteral("revoked") << QStringLiteral("access-over");
        QTest::newRow("window over") << QStringLiteral("late") << QStringLiteral("window-over");
        QTest::newRow("accepted by another") << QStringLiteral("taken") << QStringLiteral("escort-in-charge");
    }
    void r4_whoMayAccept()
    {
        QFETCH(QString, what);
        const Visit visit = m_crew->approved();
        if (what == QLatin1String("withdrawn"))
            must(withdrawEscort(m_crew->at(), m_crew->lead, m_crew->escort.staff.id, machineRoom));
        if (what == QLatin1String("revoked"))
            must(revokeAccess(m_crew->at(), m_site->guard(), visit.id, machineRoom, QStringLiteral("conduct")));
        if (what == QLatin1String("late"))
            m_site->clock.advance(std::chrono::hours(4));
        if (what == QLatin1String("taken"))
            must(acceptEscort(m_crew->at(), m_crew->second, visit.id, machineRoom));
        const StaffSession &by = what == QLatin1String("keeper")      ? m_crew->keeper
                                 : what == QLatin1String("colleague") ? m_crew->colleague
                                                                      : m_crew->escort;
        QTEST(refusal(acceptEscort(m_crew->at(), by, visit.id, machineRoom)), "answer");
    }

    void r4_tourByEmployeeIsRefused()
    {
        const Visit visit = m_crew->requested(QStringLiteral("tour"));
        QCOMPARE(refusal(approveVisit(m_crew->at(), m_site->guard(), visit.id)), QStringLiteral("tour-without-escort"));
        QCOMPARE(refusal(assignEscort(m_crew->at(), m_site->guard(), visit.id, machineRoom, m_crew->keeper.staff.id)),
                 QStringLiteral("escort-not-managerial"));
        must(assignEscort(m_crew->at(), m_site->guard(), visit.id, machineRoom, m_crew->escort.staff.id));
        must(approveVisit(m_crew->at(), m_site->guard(), visit.id));
    }

    void r4_authorisationsAreForManagerialStaff_data()
    {
        QTest::addColumn<QString>("who");
        QTest::addColumn<int>("trainedDaysAgo");
        QTest::addColumn<QString>("answer");
        QTest::newRow("managerial") << QStringLiteral("colleague") << 0 << QStringLiteral("done");
        QTest::newRow("employee") << QStringLiteral("keeper") << 0 << QStringLiteral("escort-not-managerial");
        QTest::newRow("oneself") << QStringLiteral("lead") << 0 << QStringLiteral("not-for-oneself");
        QTest::newRow("trained too long ago") << QStringLiteral("colleague") << 366 << QStringLiteral("escort-training-over");
        QTest::newRow("trained tomorrow") << QStringLiteral("colleague") << -1 << QStringLiteral("escort-training-over");
    }
    void r4_authorisationsAreForManagerialStaff()
    {
        QFETCH(QString, who);
        QFETCH(int, trainedDaysAgo);
        const StaffId id = who == QLatin1String("keeper") ? m_crew->keeper.staff.id
                           : who == QLatin1String("lead") ? m_crew->lead.staff.id
                                                          : m_crew->colleague.staff.id;
        const QDateTime now = m_site->clock.now();
        QTEST(refusal(authoriseEscort(m_crew->at(), m_crew->lead, id, machineRoom, now.addDays(500),
                                      now.date().addDays(-trainedDaysAgo))),
              "answer");
        must(beginRead(m_crew->at()));
        QCOMPARE(m_crew->at().authority.duties().mayEscort(id, machineRoom, now),
                 QString::fromLatin1(QTest::currentDataTag()) == QLatin1String("managerial"));
    }

    void r23_whoWasTrainedTodayIsTrainedWhereThatDayBegan()
    {
        const LocalTime china("CST-8");
        m_site->clock.advance(std::chrono::hours(8)); // 17:41 by UTC, in China the next day
        const QDateTime now = m_site->clock.now();
        const QDate today = now.toLocalTime().date();
        QCOMPARE(today, now.date().addDays(1));
        const StaffId id = m_crew->colleague.staff.id;
        QCOMPARE(refusal(authoriseEscort(m_crew->at(), m_crew->lead, id, machineRoom, now.addDays(90), today)),
                 QStringLiteral("done"));
    }

    void r9_dutiesAreAManagersToGive()
    {
        QCOMPARE(
            refusal(assignDuty(m_crew->at(), m_crew->lead,
                               {m_crew->colleague.staff.id, machineRoom, Duty::Keeper, false, m_site->clock.now().addDays(1)})),
            errorName(ErrorCode::NotAllowed));
        must(endDuty(m_crew->at(), m_site->manager(), m_crew->keeper.staff.id, machineRoom, Duty::Keeper));
        const Visit visit = m_crew->requested();
        QCOMPARE(refusal(approveAccess(m_crew->at(), m_crew->keeper, visit.id, machineRoom)),
                 QStringLiteral("approver-without-duty"));
    }

    void r17_theAccessList()
    {
        const StaffId keeper = m_crew->keeper.staff.id;
        const QDateTime until = m_site->clock.now().addDays(400);
        const auto mayEnter = [&] {
            must(beginRead(m_crew->at()));
            return m_crew->at().authority.duties().mayEnter(keeper, machineRoom, m_site->clock.now());
        };
        QCOMPARE(refusal(grantAccess(m_crew->at(), m_crew->keeper, keeper, machineRoom, until, QStringLiteral("operations"))),
                 errorName(ErrorCode::NotAllowed));
        must(grantAccess(m_crew->at(), m_crew->lead, keeper, machineRoom, until, QStringLiteral("operations")));
        QVERIFY(mayEnter());
        m_site->clock.advance(std::chrono::hours(24 * 150)); // April: nobody has looked in the first quarter
        QVERIFY(!mayEnter());
        QCOMPARE(refusal(reviewAccess(m_crew->at(), m_site->manager(), keeper, machineRoom)), errorName(ErrorCode::NotAllowed));
        must(reviewAccess(m_crew->at(), m_crew->lead, keeper, machineRoom));
        QVERIFY(mayEnter());
        must(withdrawAccess(m_crew->at(), m_crew->lead, keeper, machineRoom));
        QVERIFY(!mayEnter());
    }

    void releaseCountsHeads_data()
    {
        QTest::addColumn<bool>("work");
        QTest::addColumn<int>("heads");
        QTest::addColumn<QString>("answer");
        QTest::newRow("done, counted") << true << 2 << QStringLiteral("done");
        QTest::newRow("one is missing") << true << 1 << QStringLiteral("heads-differ");
        QTest::newRow("one too many") << true << 3 << QStringLiteral("heads-differ");
        QTest::newRow("work not confirmed") << false << 2 << QStringLiteral("work-not-confirmed");
    }
    void releaseCountsHeads()
    {
        QFETCH(bool, work);
        QFETCH(int, heads);
        const Visit first = m_crew->accepted();
        const Visit other = m_crew->accepted();
        QTEST(refusal(releaseEscort(m_crew->at(), m_crew->escort, {first.id, other.id}, machineRoom, {work, heads, 0, false})),
              "answer");
        const bool over = m_crew->access(first.id).isOver();
        QCOMPARE(m_crew->access(other.id).isOver(), over); // all or none
    }

    void declinedGoesToTheOthers()
    {
        const Visit visit = m_crew->approved();
        must(assignEscort(m_crew->at(), m_site->guard(), visit.id, machineRoom, m_crew->escort.staff.id));
        const auto asked = [&] {
            must(beginRead(m_crew->at()));
            const Authority &authority = m_crew->at().authority;
            return askedNow({authority.duties(), authority.escorts(), visit.id, machineRoom, m_site->clock.now()});
        };
        QCOMPARE(asked(), std::vector<StaffId>{m_crew->escort.staff.id});
        m_site->clock.advance(std::chrono::minutes(2)); // unanswered: whoever else may
        QCOMPARE(int(asked().size()), 2);
        QCOMPARE(refusal(declineEscort(m_crew->at(), m_crew->second, visit.id, machineRoom)), errorName(ErrorCode::NotAllowed));
        must(declineEscort(m_crew->at(), m_crew->escort, visit.id, machineRoom));
        QCOMPARE(asked(), std::vector<StaffId>{m_crew->second.staff.id});
    }

    void unansweredLapsesAfterHalfAnHour_data()
    {
        QTest::addColumn<QString>("stage");
        QTest::addColumn<int>("minutes");
        QTest::addColumn<QString>("state");
        QTest::newRow("not yet") << QStringLiteral("requested") << 29 << QStringLiteral("requested");
        QTest::newRow("nobody approved") << QStringLiteral("requested") << 30 << QStringLiteral("ended");
        QTest::newRow("no escort") << QStringLiteral("approved") << 30 << QStringLiteral("revoked");
        QTest::newRow("accepted stays") << QStringLiteral("accepted") << 31 << QStringLiteral("accepted");
    }
    void unansweredLapsesAfterHalfAnHour()
    {
        QFETCH(QString, stage);
        QFETCH(int, minutes);
        const Visit visit = stage == QLatin1String("requested")  ? m_crew->requested()
                            : stage == QLatin1String("approved") ? m_crew->approved()
                                                                 : m_crew->accepted();
        m_site->clock.advance(std::chrono::minutes(minutes));
        must(lapseVisits(m_site->kiosk().at()));
        QTEST(m_crew->state(visit.id), "state");
    }

    void theEscortIsWarnedAQuarterOfAnHourAhead()
    {
        const Visit visit = m_crew->accepted();
        const Authority &authority = m_crew->at().authority;
        must(beginRead(m_crew->at()));
        const QDateTime end = authority.duties().escortAuthorisation(m_crew->escort.staff.id, machineRoom)->endsAt();
        const auto warned = [&](const QDateTime &at) {
            return shouldHandOver({authority.duties(), authority.escorts(), visit.id, machineRoom, at});
        };
        QVERIFY(!warned(end.addSecs(-15 * 60 - 1)));
        QVERIFY(warned(end.addSecs(-15 * 60)));
    }

    void theEscortIsAskedToHandOverBeforeTheShiftEnds_data()
    {
        QTest::addColumn<int>("endsIn"); // minutes after the escort accepted
        QTest::addColumn<int>("later");
        QTest::addColumn<bool>("asked");
        QTest::newRow("an hour to go") << 75 << 15 << false;
        QTest::newRow("sixteen minutes to go") << 31 << 15 << false;
        QTest::newRow("a quarter of an hour to go") << 30 << 15 << true;
        QTest::newRow("the shift is over") << 30 << 40 << true;
    }
    void theEscortIsAskedToHandOverBeforeTheShiftEnds()
    {
        QFETCH(int, endsIn);
        QFETCH(int, later);
        const Visit visit = m_crew->accepted();
        const QDateTime start = m_site->clock.now();
        const StaffId escort = m_crew->escort.staff.id;
        QCOMPARE(refusal(stateShiftEnd(m_crew->at(), m_crew->second, escort, start.addSecs(3600))),
                 errorName(ErrorCode::NotAllowed));
        QCOMPARE(refusal(stateShiftEnd(m_crew->at(), m_crew->escort, escort, start)), QStringLiteral("term-over"));
        must(stateShiftEnd(m_crew->at(), m_crew->escort, escort, start.addSecs(60LL * endsIn)));
        must(beginRead(m_crew->at()));
        const Authority &authority = m_crew->at().authority;
        const QDateTime at = start.addSecs(60LL * later);
        QTEST(shouldHandOver({authority.duties(), authority.escorts(), visit.id, machineRoom, at}), "asked");
    }

    void aShiftThatWasOverBeforeSaysNothing()
    {
        must(stateShiftEnd(m_crew->at(), m_crew->escort, m_crew->escort.staff.id, m_site->clock.now().addSecs(3600)));
        m_site->clock.advance(std::chrono::hours(2));
        const Visit visit = m_crew->accepted();
        must(beginRead(m_crew->at()));
        const Authority &authority = m_crew->at().authority;
        QVERIFY(!shouldHandOver({authority.duties(), authority.escorts(), visit.id, machineRoom, m_site->clock.now()}));
    }

    void r9_anUnansweredApprovalAsksTheNextPerson_data()
    {
        QTest::addColumn<int>("seconds");
        QTest::addColumn<QString>("asked");
        QTest::addColumn<bool>("managers");
        QTest::newRow("at once: the keeper") << 0 << QStringLiteral("keeper") << false;
        QTest::newRow("still the keeper") << 119 << QStringLiteral("keeper") << false;
        QTest::newRow("two minutes: deputy and lead too") << 120 << QStringLiteral("keeper deputy lead") << false;
        QTest::newRow("four minutes: a manager too") << 240 << QStringLiteral("keeper deputy lead") << true;
    }
    void r9_anUnansweredApprovalAsksTheNextPerson()
    {
        QFETCH(int, seconds);
        QFETCH(bool, managers);
        must(assignDuty(m_crew->at(), m_site->manager(),
                        {m_crew->colleague.staff.id, machineRoom, Duty::Keeper, true, m_site->clock.now().addDays(9)}));
        const Visit visit = m_crew->requested();
        must(beginRead(m_crew->at()));
        const Authority &authority = m_crew->at().authority;
        const EscortedAccess access = m_crew->access(visit.id);
        const QDateTime at = access.requestedAt.addSecs(seconds);
        QStringList names;
        for (const StaffId &who : approversAsked({authority.duties(), authority.escorts(), visit.id, machineRoom, at}))
            names << (who == m_crew->keeper.staff.id      ? QStringLiteral("keeper")
                      : who == m_crew->colleague.staff.id ? QStringLiteral("deputy")
                      : who == m_crew->lead.staff.id      ? QStringLiteral("lead")
                                                          : QStringLiteral("somebody else"));
        QTEST(names.join(QLatin1Char(' ')), "asked");
        QCOMPARE(askedAfter(waitingSince(access), at) == Asked::Managers, managers);
        must(approveAccess(m_crew->at(), m_crew->keeper, visit.id, machineRoom));
        must(beginRead(m_crew->at()));
        QVERIFY(approversAsked({authority.duties(), authority.escorts(), visit.id, machineRoom, at}).empty());
    }

    void r24_anEmergencyNotConfirmedWithin24HoursIsAnIncident_data()
    {
        QTest::addColumn<int>("minutes");
        QTest::addColumn<bool>("confirmed");
        QTest::addColumn<int>("incidents");
        QTest::newRow("a minute before") << 24 * 60 - 1 << false << 0;
        QTest::newRow("24 hours") << 24 * 60 << false << 1;
        QTest::newRow("days later, still one") << 4 * 24 * 60 << false << 1;
        QTest::newRow("confirmed") << 4 * 24 * 60 << true << 0;
    }
    void r24_anEmergencyNotConfirmedWithin24HoursIsAnIncident()
    {
        QFETCH(int, minutes);
        QFETCH(bool, confirmed);
        const QString id = must(enterEmergency(m_crew->at(), m_site->guard(), machineRoom, QStringLiteral("police"), 2));
        if (confirmed)
            must(confirmEmergency(m_crew->at(), m_site->manager(), id));
        m_site->clock.advance(std::chrono::minutes(minutes));
        must(lapseVisits(m_site->kiosk().at())); // by itself: nobody is signed in at a kiosk
        must(lapseVisits(m_crew->at()));         // a second station finds it reported
        const std::vector<IncidentCase> cases = must(incidentCases(m_crew->at(), m_site->manager()));
        QTEST(static_cast<int>(cases.size()), "incidents");
        if (cases.empty())
            return;
        QCOMPARE(cases.front().incident.kind, IncidentKind::UnconfirmedEmergency);
        QCOMPARE(cases.front().incident.about, emergencySubject(id));
        QCOMPARE(cases.front().incident.openedBy, stationActor(m_site->kiosk().at().stationId()));
        must(confirmEmergency(m_crew->at(), m_site->manager(), id)); // late, and confirmed all the same
    }

    void r24_whoTheHelpersWereIsFoundOutLater()
    {
        const QString id = must(enterEmergency(m_crew->at(), m_site->guard(), machineRoom, QStringLiteral("ambulance"), 2));
        must(joinEmergency(m_crew->at(), m_site->guard(), id, 1));
        QCOMPARE(refusal(identifyEmergency(m_crew->at(), m_crew->escort, id, QStringLiteral("unit 4"))),
                 errorName(ErrorCode::NotAllowed));
        QCOMPARE(refusal(identifyEmergency(m_crew->at(), m_site->guard(), id, QStringLiteral("  "))),
                 errorName(ErrorCode::Invalid));
        must(identifyEmergency(m_crew->at(), m_site->guard(), id, QStringLiteral("Port Example rescue, unit 4")));
        CardIndex cards;
        const RoomView view = must(readRoom(m_crew->at(), m_site->manager(), cards, machineRoom));
        QCOMPARE(view.emergencies.size(), std::size_t(1));
        QCOMPARE(view.emergencies.front().identity, QStringLiteral("Port Example rescue, unit 4"));
        QCOMPARE(view.emergencies.front().emergency.inside(), 3);
        CardIndex escortsCards;
        const RoomView forEscort = must(readRoom(m_crew->at(), m_crew->escort, escortsCards, machineRoom));
        QCOMPARE(forEscort.emergencies.front().identity, QString()); // sealed: not for everybody
        must(confirmEmergency(m_crew->at(), m_site->manager(), id));
        QCOMPARE(refusal(joinEmergency(m_crew->at(), m_site->guard(), id, 1)), errorName(ErrorCode::Conflict));
    }

    void r24_anEmergencyIsConfirmedByAManager()
    {
        QCOMPARE(refusal(enterEmergency(m_crew->at(), m_crew->escort, machineRoom, QStringLiteral("fire-brigade"), 4)),
                 errorName(ErrorCode::NotAllowed));
        const QString id = must(enterEmergency(m_crew->at(), m_site->guard(), machineRoom, QStringLiteral("fire-brigade"), 4));
        QCOMPARE(refusal(leaveEmergency(m_crew->at(), m_site->guard(), id, 5)), QStringLiteral("heads-differ"));
        must(leaveEmergency(m_crew->at(), m_site->guard(), id, 4));
        QCOMPARE(refusal(confirmEmergency(m_crew->at(), m_site->guard(), id)), errorName(ErrorCode::NotAllowed));
        must(confirmEmergency(m_crew->at(), m_site->manager(), id));
        QCOMPARE(refusal(confirmEmergency(m_crew->at(), m_site->manager(), id)), errorName(ErrorCode::Conflict));
    }

    void aWrongClockAdmitsNobody()
    {
        const Visit visit = m_crew->approved();
        m_site->clock.setWall(m_site->clock.now().addSecs(-3600));
        QCOMPARE(refusal(acceptEscort(m_crew->at(), m_crew->escort, visit.id, machineRoom)), errorName(ErrorCode::ClockWrong));
    }

private:
    std::unique_ptr<TestSite> m_site;
    std::unique_ptr<EscortCrew> m_crew;
};

GATEHOUSE_TEST(QCoreApplication, TestEscortVisit);
#include "tst_escortvisit.moc"
