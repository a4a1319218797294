// SPDX-License-Identifier: GPL-3.0-or-later
// One visit from the request to the departure, and everything that must not happen on the way.
#include "escortcrew.h"
#include "machineroom.h"
#include "security/tokens.h"
#include "testprogram.h"
#include "testsite.h"
#include "usecases/badges.h"
#include "usecases/confirmtime.h"
#include "usecases/pickups.h"
#include "usecases/readvisits.h"

#include <QFile>
#include <QSignalSpy>
#include <QTest>

using namespace gatehouse;
using namespace gatehouse::domain;
using namespace gatehouse::usecases;
using gatehouse::test::machineRoom;
using gatehouse::test::must;
using gatehouse::test::TestSite;

namespace
{
const Reason seenRenewal{QStringLiteral("renewal-seen"), {}};

QByteArray everythingOnDisk(const TestSite &site)
{
    QByteArray all;
    for (const QString &suffix : {QString(), QStringLiteral("-wal")}) {
        QFile file(site.databasePath() + suffix);
        if (file.open(QIODevice::ReadOnly))
            all += file.readAll();
    }
    return all;
}
} // namespace

class TestVisitLife : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aWholeVisit()
    {
        TestSite site;
        const auto boot = must(announceBoot(site.kiosk().at()));
        const Visit requested = must(requestVisit(site.kiosk().at(), site.meeting())).front();
        QCOMPARE(requested.state, VisitState::Requested);
        QCOMPARE(visitLabel(requested.number), QStringLiteral("V-1"));

        CaseFile file = must(openCase(site.admin().at(), site.guard(), requested.id));
        QCOMPARE(file.record.displayName(), QStringLiteral("Anna Maria Eriksson"));
        QCOMPARE(file.record.value(u"documentNumber"), QStringLiteral("*****042"));
        QCOMPARE(file.hostName, QStringLiteral("Li Wei"));
        QVERIFY(blocks(file.findings)); // the original was not seen
        QCOMPARE(approveVisit(site.admin().at(), site.guard(), requested.id).error(),
                 (Error{ErrorCode::Blocked, QStringLiteral("original-not-seen")}));

        const OpenedDocument document = must(openDocument(site.admin().at(), site.guard(), requested.id));
        QCOMPARE(document.documentNumber, QStringLiteral("X0000042"));
        QCOMPARE(document.picture, site.visitor().document);
        must(recordOriginalSeen(site.admin().at(), site.guard(), requested.id));
        const Decided decided = must(approveVisit(site.admin().at(), site.guard(), requested.id));
        QCOMPARE(decided.visit.state, VisitState::Approved);
        QCOMPARE(decided.visit.decidedBy, std::optional<StaffId>(site.guard().staff.id));

        const IssuedBadge issued = must(issueBadge(site.kiosk().at(), boot, requested.id));
        QCOMPARE(issued.face.name, QStringLiteral("Anna Maria Eriksson"));
        QCOMPARE(issued.face.host, QStringLiteral("Li Wei"));
        QCOMPARE(issued.visit.state, VisitState::OnSite);
        QVERIFY(!issued.escortRequired);
        must(faceUsed(site.kiosk().at(), requested.id));

        const BadgeAnswer answer = must(verifyBadge(site.admin().at(), issued.badge.token));
        QVERIFY(answer.genuine && answer.ofThisSite && answer.inItsTime && answer.authorised);
        QCOMPARE(answer.zones.size(), std::size_t(2));

        site.clock.advance(std::chrono::hours(1));
        const Visit departed = must(checkOut(site.kiosk().at(), issued.badge.token));
        QCOMPARE(departed.state, VisitState::Departed);
        QCOMPARE(departed.leftAt, std::optional<QDateTime>(site.clock.now()));
        QCOMPARE(checkOut(site.kiosk().at(), issued.badge.token).error().code, ErrorCode::Conflict);

        const auto history = must(visitHistory(site.admin().at(), site.manager(), requested.id));
        QStringList actions;
        for (const HistoryEntry &entry : history) {
            QVERIFY2(entry.verified, qPrintable(entry.entry.action));
            actions << entry.entry.action;
        }
        QCOMPARE(actions, (QStringList{action::visitRequest, action::documentOpened, action::visitOriginalSeen,
                                       action::visitApprove, action::badgeIssue, action::badgeReturn, action::visitDepart}));
        QCOMPARE(must(verifyLedger(site.admin().at().store,
                                   site.guard().staff.id.isNull() ? QByteArray() : site.admin().at().station.rootFingerprint,
                                   site.clock))
                     .firstBad,
                 0);
    }

    void aBadgeIsOverWhenItsTimeIs()
    {
        TestSite site;
        const Visit visit = site.approvedVisit();
        const QString token = must(issueBadgeAtDesk(site.admin().at(), site.guard(), visit.id)).badge.token;
        const QDateTime end = must(security::parseBadgeToken(token)).token.notAfter;
        site.clock.advance(std::chrono::milliseconds(site.clock.now().msecsTo(end) - 1));
        QVERIFY(must(verifyBadge(site.admin().at(), token)).authorised);
        site.clock.advance(std::chrono::milliseconds(1)); // as at a door
        const BadgeAnswer answer = must(verifyBadge(site.admin().at(), token));
        QVERIFY(answer.genuine && !answer.inItsTime && !answer.authorised);
    }

    void nothingPersonalIsOnDisk()
    {
        TestSite site;
        const auto boot = must(announceBoot(site.kiosk().at()));
        const Visit visit = site.approvedVisit();
        const QByteArray before = everythingOnDisk(site);
        must(issueBadge(site.kiosk().at(), boot, visit.id));
        const QByteArray disk = before + everythingOnDisk(site);
        QVERIFY(disk.size() > 50'000);
        QVERIFY(disk.contains(visit.id.text().toLatin1()) || disk.contains(visit.id.value.toRfc4122()));
        for (const char *secret :
             {"Eriksson", "Anna Maria", "X0000042", "Northlight", "555-0100", "1974-08-12", "not really a JPEG"})
            QVERIFY2(!disk.contains(secret), secret);
    }

    void aRetryOfTheSameRequestChangesNothing()
    {
        TestSite site;
        VisitRequest request = site.meeting();
        request.visitors.front().id = makeId<VisitId>(site.clock, site.randomness);
        const Visit first = must(requestVisit(site.kiosk().at(), request)).front();
        const Visit again = must(requestVisit(site.kiosk().at(), request)).front();
        QCOMPARE(again.number, first.number);
        CardIndex cards;
        QCOMPARE(must(waitingVisits(site.admin().at(), site.guard(), cards)).size(), std::size_t(1));
    }

    void aPartySharesHostPurposeAndWindow()
    {
        TestSite site;
        VisitRequest request = site.meeting();
        request.visitors.push_back(TestSite::visitor(QStringLiteral("晓东"), QStringLiteral("王")));
        const auto visits = must(requestVisit(site.kiosk().at(), request));
        QCOMPARE(visits.size(), std::size_t(2));
        QCOMPARE(visits[0].party, visits[1].party);
        QCOMPARE(visits[1].number, visits[0].number + 1);
        const CaseFile file = must(openCase(site.admin().at(), site.guard(), visits[1].id));
        QCOMPARE(file.record.displayName(), QStringLiteral("王晓东"));
        QCOMPARE(file.partyMembers.size(), std::size_t(1));
    }

    void theSecondDeciderIsTold()
    {
        TestSite site;
        const Visit visit = site.approvedVisit();
        const auto second = approveVisit(site.admin().at(), site.secondGuard(), visit.id);
        QCOMPARE(second.error(), (Error{ErrorCode::Conflict, QStringLiteral("Zhao Min")}));
    }

    void r9_theMachineRoomNeedsAGuardAndItsKeeperOrLead()
    {
        TestSite site;
        test::EscortCrew crew(site);
        const auto boot = must(announceBoot(site.kiosk().at()));
        VisitRequest request = site.meeting();
        request.purpose = PurposeId{QStringLiteral("machine-room-work")};
        const Visit visit = must(requestVisit(site.kiosk().at(), request)).front();
        must(recordOriginalSeen(site.admin().at(), site.guard(), visit.id));
        const Decided first = must(approveVisit(site.admin().at(), site.guard(), visit.id));
        QCOMPARE(first.visit.state, VisitState::Requested);
        QCOMPARE(first.needed, 2);
        QCOMPARE(approveVisit(site.admin().at(), site.guard(), visit.id).error().code, ErrorCode::Conflict);
        // A second guard is not enough, however many approve.
        QCOMPARE(must(approveVisit(site.admin().at(), site.secondGuard(), visit.id)).visit.state, VisitState::Requested);
        QVERIFY(!issueBadge(site.kiosk().at(), boot, visit.id));
        QCOMPARE(must(approveAccess(site.admin().at(), crew.keeper, visit.id, machineRoom)).state, VisitState::Approved);
        must(renewFaces(site.admin().at(), site.guard()));
        QVERIFY(must(issueBadge(site.kiosk().at(), boot, visit.id)).escortRequired);
    }

    void aWarningNeedsAReasonThatIsKeptSealed()
    {
        TestSite site;
        VisitRequest request = site.meeting();
        for (IdentityField &field : request.visitors.front().record.fields) {
            if (field.name == QLatin1String("expiryDate"))
                field.value = QStringLiteral("2020-01-01");
        }
        const Visit visit = must(requestVisit(site.kiosk().at(), request)).front();
        must(recordOriginalSeen(site.admin().at(), site.guard(), visit.id));
        QCOMPARE(approveVisit(site.admin().at(), site.guard(), visit.id).error(),
                 (Error{ErrorCode::Blocked, QStringLiteral("reason")}));
        QCOMPARE(approveVisit(site.admin().at(), site.guard(), visit.id, Reason{QStringLiteral("other"), QStringLiteral("  ")})
                     .error()
                     .code,
                 ErrorCode::Invalid);
        must(approveVisit(site.admin().at(), site.guard(), visit.id,
                          Reason{QStringLiteral("other"), QStringLiteral("quince marmalade")}));
        QVERIFY(!everythingOnDisk(site).contains("quince"));
    }

    void aDenialEndsItAndTheBadgeIsNotIssued()
    {
        TestSite site;
        const auto boot = must(announceBoot(site.kiosk().at()));
        const Visit visit = site.approvedVisit();
        must(denyVisit(site.admin().at(), site.secondGuard(), visit.id, seenRenewal));
        QCOMPARE(issueBadge(site.kiosk().at(), boot, visit.id).error().code, ErrorCode::Blocked);
    }

    void aRestartedKioskGetsTheFaceAnew()
    {
        TestSite site;
        must(announceBoot(site.kiosk().at()));
        const Visit visit = site.approvedVisit();
        site.kiosk().restart();
        const auto boot = must(announceBoot(site.kiosk().at()));
        QCOMPARE(issueBadge(site.kiosk().at(), boot, visit.id).error().code, ErrorCode::NotFound);
        QCOMPARE(must(renewFaces(site.admin().at(), site.guard())), 1);
        QCOMPARE(must(renewFaces(site.admin().at(), site.guard())), 0);
        QCOMPARE(must(issueBadge(site.kiosk().at(), boot, visit.id)).face.name, QStringLiteral("Anna Maria Eriksson"));
    }

    void theDeskPrintsAndPrintsAgainTheSameBadge()
    {
        TestSite site;
        const Visit visit = site.approvedVisit();
        const IssuedBadge first = must(issueBadgeAtDesk(site.admin().at(), site.guard(), visit.id));
        const IssuedBadge again = must(issueBadgeAtDesk(site.admin().at(), site.guard(), visit.id));
        QCOMPARE(again.badge.token, first.badge.token);
        QCOMPARE(must(checkOut(site.admin().at(), first.badge.token, &site.guard())).state, VisitState::Departed);
    }

    void aBadgeIsIssuedOnce()
    {
        TestSite site;
        const auto boot = must(announceBoot(site.kiosk().at()));
        const Visit visit = site.approvedVisit();
        must(issueBadge(site.kiosk().at(), boot, visit.id));
        QVERIFY(!issueBadge(site.kiosk().at(), boot, visit.id));
    }

    void aRefusalKeepsItsNumberForHalfAnHour_data()
    {
        QTest::addColumn<bool>("denied"); // or nobody answered
        QTest::newRow("denied") << true;
        QTest::newRow("nobody answered") << false;
    }
    void aRefusalKeepsItsNumberForHalfAnHour()
    {
        QFETCH(bool, denied);
        TestSite site;
        VisitRequest wanted = site.meeting();
        if (!denied)
            wanted.purpose = PurposeId{QStringLiteral("machine-room-work")};
        const Visit visit = must(requestVisit(site.kiosk().at(), wanted)).front();
        const int number = must(takePickup(site.kiosk().at(), visit.id));
        if (denied)
            must(denyVisit(site.admin().at(), site.guard(), visit.id, seenRenewal));
        else
            site.clock.advance(std::chrono::minutes(30));
        must(lapseVisits(site.kiosk().at()));
        const auto shown = [&] { return must(must(beginRead(site.kiosk().at()))->visits().withPickup()).size(); };
        QCOMPARE(shown(), std::size_t(1)); // until somebody reads it
        site.clock.advance(std::chrono::minutes(29));
        must(lapseVisits(site.kiosk().at()));
        QCOMPARE(shown(), std::size_t(1));
        site.clock.advance(std::chrono::minutes(1));
        must(lapseVisits(site.kiosk().at()));
        QCOMPARE(shown(), std::size_t(0));
        const Visit next = must(requestVisit(site.kiosk().at(), site.meeting())).front();
        QCOMPARE(must(takePickup(site.kiosk().at(), next.id)), number);
    }

    // The number is the party's: neither what one of them is told nor a badge from the desk takes it from the others.
    void aPartyKeepsItsNumberUntilTheLastIsDecided()
    {
        TestSite site;
        const auto boot = must(announceBoot(site.kiosk().at()));
        VisitRequest wanted = site.meeting();
        for (const char *name : {"Jonas", "Mira"})
            wanted.visitors.push_back(TestSite::visitor(QString::fromLatin1(name), QStringLiteral("Lundgren")));
        const auto party = must(requestVisit(site.kiosk().at(), wanted));
        const Workplace &desk = site.admin().at();
        const int number = must(takePickup(site.kiosk().at(), party[0].id));
        for (const Visit &visit : party)
            QCOMPARE(must(takePickup(site.kiosk().at(), visit.id)), number);
        const auto decideLater = [&] {
            site.clock.advance(std::chrono::minutes(31));
            must(lapseVisits(site.kiosk().at()));
        };
        const auto numbers = [&] { return must(readyNumbers(site.kiosk().at(), boot)); };
        must(recordOriginalSeen(desk, site.guard(), party[0].id));
        must(approveVisit(desk, site.guard(), party[0].id));
        must(issueBadgeAtDesk(desk, site.guard(), party[0].id));
        must(denyVisit(desk, site.guard(), party[1].id, seenRenewal));
        decideLater();
        QVERIFY(numbers().empty()); // the third waits
        QCOMPARE(must(partyOfNumber(site.kiosk().at(), number)).size(), std::size_t(3));
        must(denyVisit(desk, site.guard(), party[2].id, seenRenewal));
        QCOMPARE(numbers(), (std::vector<ReadyNumber>{{number, false, false}})); // once
        decideLater();
        QVERIFY(numbers().empty());
        QVERIFY(must(must(beginRead(site.kiosk().at()))->visits().withPickup()).empty());
    }

    void pickupNumbers()
    {
        TestSite site;
        const Visit visit = must(requestVisit(site.kiosk().at(), site.meeting())).front();
        const int number = must(takePickup(site.kiosk().at(), visit.id));
        QCOMPARE(number, 1);
        QCOMPARE(must(takePickup(site.kiosk().at(), visit.id)), number);
        must(recordOriginalSeen(site.admin().at(), site.guard(), visit.id));
        must(approveVisit(site.admin().at(), site.guard(), visit.id));
        {
            auto transaction = must(beginRead(site.kiosk().at()));
            const auto ready = must(transaction->visits().withPickup());
            QCOMPARE(ready.size(), std::size_t(1));
            QCOMPARE(ready.front().pickup, number);
        }
        must(clearPickup(site.kiosk().at(), visit.id));
        auto transaction = must(beginRead(site.kiosk().at()));
        QVERIFY(must(transaction->visits().withPickup()).empty());
    }

    void questionAndAnswer()
    {
        TestSite site;
        const auto boot = must(announceBoot(site.kiosk().at()));
        const Visit visit = must(requestVisit(site.kiosk().at(), site.meeting())).front();
        must(askVisitor(site.admin().at(), site.guard(), visit.id, {QStringLiteral("other"), QStringLiteral("Which rack?")}));
        QCOMPARE(must(readQuestion(site.kiosk().at(), boot, visit.id)),
                 (GuardsQuestion{QStringLiteral("other"), QStringLiteral("Which rack?")}));
        must(answerQuestion(site.kiosk().at(), visit.id, QStringLiteral("第七排")));
        QCOMPARE(must(openCase(site.admin().at(), site.guard(), visit.id)).answer, QStringLiteral("第七排"));
        QVERIFY(!everythingOnDisk(site).contains("Which rack"));
    }

    void aQuestionEndsWithTheDecision_data()
    {
        using End = std::function<void(TestSite &, const VisitId &)>;
        QTest::addColumn<End>("end");
        QTest::newRow("approved") << End([](TestSite &site, const VisitId &id) {
            must(recordOriginalSeen(site.admin().at(), site.guard(), id));
            must(approveVisit(site.admin().at(), site.guard(), id));
        });
        QTest::newRow("denied") << End([](TestSite &site, const VisitId &id) {
            must(denyVisit(site.admin().at(), site.guard(), id, {QStringLiteral("identity"), {}}));
        });
        QTest::newRow("withdrawn") << End(
            [](TestSite &site, const VisitId &id) { must(withdrawVisit(site.kiosk().at(), id)); });
        QTest::newRow("lapsed") << End([](TestSite &site, const VisitId &) {
            site.clock.advance(std::chrono::hours(26));
            QCOMPARE(must(lapseVisits(site.admin().at())), 1);
        });
    }

    void aQuestionEndsWithTheDecision()
    {
        using End = std::function<void(TestSite &, const VisitId &)>;
        QFETCH(End, end);
        TestSite site;
        const auto boot = must(announceBoot(site.kiosk().at()));
        const Visit visit = must(requestVisit(site.kiosk().at(), site.meeting())).front();
        must(askVisitor(site.admin().at(), site.guard(), visit.id, {QStringLiteral("other"), QStringLiteral("Which rack?")}));
        end(site, visit.id);
        QCOMPARE(must(openCase(site.admin().at(), site.guard(), visit.id)).visit.question, QString());
        QVERIFY(!must(readQuestion(site.kiosk().at(), boot, visit.id)));
    }

    void deliveryIsOneRowWithoutEntry()
    {
        TestSite site;
        const Visit visit = must(callGuard(site.kiosk().at(), PurposeId{QStringLiteral("delivery")}, QStringLiteral("en")));
        QCOMPARE(must(openCase(site.admin().at(), site.guard(), visit.id)).findings.size(), std::size_t(0));
        QCOMPARE(approveVisit(site.admin().at(), site.guard(), visit.id).error().code, ErrorCode::Invalid);
        const Visit attended = must(attendDelivery(site.admin().at(), site.guard(), visit.id));
        QCOMPARE(attended.state, VisitState::Attended);
        QVERIFY(!attended.enteredAt);
        QCOMPARE(callGuard(site.kiosk().at(), PurposeId{QStringLiteral("meeting")}, QStringLiteral("en")).error().code,
                 ErrorCode::Invalid);
    }

    void r7TagsUnblock()
    {
        TestSite site;
        VisitRequest request = site.meeting();
        request.visitors.front().items = {{QStringLiteral("flammable"), 1, ItemState::Declared, {}}};
        const Visit visit = must(requestVisit(site.kiosk().at(), request)).front();
        must(recordOriginalSeen(site.admin().at(), site.guard(), visit.id));
        QCOMPARE(approveVisit(site.admin().at(), site.guard(), visit.id).error().detail, QStringLiteral("item-not-handed-in"));
        must(depositItem(site.admin().at(), site.guard(), visit.id, QStringLiteral("flammable"), QStringLiteral("17")));
        QCOMPARE(depositItem(site.admin().at(), site.guard(), visit.id, QStringLiteral("flammable"), QStringLiteral("18"))
                     .error()
                     .code,
                 ErrorCode::Conflict);
        must(approveVisit(site.admin().at(), site.guard(), visit.id));
        must(returnItem(site.admin().at(), site.guard(), visit.id, QStringLiteral("flammable")));
    }

    void whatIsOverLapses()
    {
        TestSite site;
        const Visit visit = must(requestVisit(site.kiosk().at(), site.meeting())).front();
        QCOMPARE(must(lapseVisits(site.admin().at())), 0);
        site.clock.advance(std::chrono::hours(5));
        QCOMPARE(must(lapseVisits(site.admin().at())), 1);
        QCOMPARE(must(lapseVisits(site.admin().at())), 0);
        QCOMPARE(approveVisit(site.admin().at(), site.guard(), visit.id).error().code, ErrorCode::Conflict);
    }

    void aClockThatJumpsAdmitsNobody_data()
    {
        QTest::addColumn<int>("seconds");
        QTest::newRow("an hour back") << -3600;
        QTest::newRow("a day ahead") << 86'400;
        QTest::newRow("two minutes ahead") << 120;
    }
    void aClockThatJumpsAdmitsNobody()
    {
        QFETCH(int, seconds);
        TestSite site;
        const auto boot = must(announceBoot(site.kiosk().at()));
        const Visit visit = must(requestVisit(site.kiosk().at(), site.meeting())).front();
        must(recordOriginalSeen(site.admin().at(), site.guard(), visit.id));
        const Visit other = site.approvedVisit();
        const QDateTime right = site.clock.now();
        site.clock.setWall(right.addSecs(seconds));
        QCOMPARE(requestVisit(site.kiosk().at(), site.meeting()).error().code, ErrorCode::ClockWrong);
        QCOMPARE(requestVisit(site.admin().at(), site.meeting(), &site.guard()).error().code, ErrorCode::ClockWrong);
        QCOMPARE(callGuard(site.kiosk().at(), PurposeId{QStringLiteral("delivery")}, QStringLiteral("en")).error().code,
                 ErrorCode::ClockWrong);
        QCOMPARE(approveVisit(site.admin().at(), site.guard(), visit.id).error().code, ErrorCode::ClockWrong);
        QCOMPARE(issueBadge(site.kiosk().at(), boot, other.id).error().code, ErrorCode::ClockWrong);
        site.clock.setWall(right);
        QCOMPARE(must(requestVisit(site.kiosk().at(), site.meeting())).front().number,
                 other.number + 1); // nothing was stored meanwhile
        must(approveVisit(site.admin().at(), site.guard(), visit.id));
        must(issueBadge(site.kiosk().at(), boot, other.id));
    }

    void aClockThatWasAheadIsPutRight_data()
    {
        QTest::addColumn<qint64>("seconds");
        QTest::newRow("three hours") << qint64(3) * 3600;
        QTest::newRow("ten years") << qint64(3650) * 86'400;
    }
    void aClockThatWasAheadIsPutRight()
    {
        QFETCH(qint64, seconds);
        TestSite site;
        const QDateTime right = site.clock.now();
        site.clock.setWall(right.addSecs(seconds));
        site.admin().restart(); // nothing contradicts a clock that a program starts with
        must(requestVisit(site.admin().at(), site.meeting(), &site.guard()));
        site.clock.setWall(right);
        site.admin().restart();
        site.kiosk().restart();
        const auto boot = must(announceBoot(site.kiosk().at()));
        QCOMPARE(requestVisit(site.kiosk().at(), site.meeting()).error().code, ErrorCode::ClockWrong);
        QCOMPARE(confirmTime(site.admin().at(), site.guard()).error().code, ErrorCode::NotAllowed);
        must(confirmTime(site.admin().at(), site.manager()));
        QCOMPARE(confirmTime(site.admin().at(), site.manager()).error().code, ErrorCode::Conflict);
        const Visit visit = must(requestVisit(site.kiosk().at(), site.meeting())).front(); // the other station heard of it
        must(recordOriginalSeen(site.admin().at(), site.guard(), visit.id));
        must(approveVisit(site.admin().at(), site.guard(), visit.id));
        must(issueBadge(site.kiosk().at(), boot, visit.id));
        site.kiosk().restart(); // and the next start reads the same
        must(requestVisit(site.kiosk().at(), site.meeting()));
        site.clock.setWall(right.addSecs(-3600)); // the floor holds as before
        site.kiosk().restart();
        QCOMPARE(requestVisit(site.kiosk().at(), site.meeting()).error().code, ErrorCode::ClockWrong);
    }

    void nobodyConfirmsAClockThatWasJustSet()
    {
        TestSite site;
        site.clock.setWall(site.clock.now().addSecs(-3600));
        QCOMPARE(confirmTime(site.admin().at(), site.manager()).error().code, ErrorCode::ClockWrong);
    }

    void foreignForgedAndTornBadges()
    {
        TestSite site;
        const auto boot = must(announceBoot(site.kiosk().at()));
        const Visit visit = site.approvedVisit();
        const QString token = must(issueBadge(site.kiosk().at(), boot, visit.id)).badge.token;
        const auto keys = security::makeSignKeyPair();
        const auto parsed = must(security::parseBadgeToken(token)).token;
        security::BadgeToken foreign = parsed;
        foreign.site = QByteArray("\1\2\3\4", 4);
        QCOMPARE(checkOut(site.kiosk().at(), security::makeBadgeToken(foreign, keys.secretKey)).error().code,
                 ErrorCode::NotFound);
        QCOMPARE(checkOut(site.kiosk().at(), security::makeBadgeToken(parsed, keys.secretKey)).error().code,
                 ErrorCode::BadSignature);
        QCOMPARE(checkOut(site.kiosk().at(), token.left(100)).error().code, ErrorCode::Invalid);
        QCOMPARE(checkOut(site.kiosk().at(), QStringLiteral("https://example.com")).error().code, ErrorCode::Invalid);
        QVERIFY(!must(verifyBadge(site.kiosk().at(), security::makeBadgeToken(foreign, keys.secretKey))).ofThisSite);
        must(checkOut(site.kiosk().at(), token));
    }

    void leavingWithoutTheBadgeKillsIt()
    {
        TestSite site;
        const auto boot = must(announceBoot(site.kiosk().at()));
        const Visit visit = site.approvedVisit();
        const QString token = must(issueBadge(site.kiosk().at(), boot, visit.id)).badge.token;
        must(departWithoutBadge(site.admin().at(), site.guard(), visit.id));
        QVERIFY(!must(verifyBadge(site.admin().at(), token)).authorised);
        QCOMPARE(checkOut(site.kiosk().at(), token).error().code, ErrorCode::Conflict);
    }

    void whoApprovedIsStillSaidOfAVisitThatIsOver()
    {
        TestSite site;
        const auto boot = must(announceBoot(site.kiosk().at()));
        const Visit visit = site.approvedVisit();
        const QString token = must(issueBadge(site.kiosk().at(), boot, visit.id)).badge.token;
        must(checkOut(site.kiosk().at(), token));
        const CaseFile file = must(openCase(site.admin().at(), site.guard(), visit.id));
        QCOMPARE(file.approvals.size(), std::size_t(file.approvalsNeeded));
    }

    void hostileTextIsOnlyText_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("kept");
        const auto row = [](const char *name, const QString &text, const QString &kept = {}) {
            QTest::newRow(name) << text << (kept.isNull() ? text : kept);
        };
        row("sql", QStringLiteral("'); DROP TABLE visit; --"));
        row("qml", QStringLiteral("<b>Qt.quit()</b>"));
        row("right to left", QStringLiteral("שלום"));
        row("turned", QStringLiteral("שלום \u202Eevil"), QStringLiteral("שלום evil")); // it would turn what stands behind it
        row("combining", QStringLiteral("Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢"));
        row("emoji", QStringLiteral("👩‍👩‍👧‍👦"));
        row("nul", QString::fromUtf8("a\0b", 3), QStringLiteral("a b"));
    }
    void hostileTextIsOnlyText()
    {
        QFETCH(QString, text);
        QFETCH(QString, kept);
        TestSite site;
        VisitRequest request = site.meeting();
        request.visitors.front().record.company = text;
        const Visit visit = must(requestVisit(site.kiosk().at(), request)).front();
        QCOMPARE(must(openCase(site.admin().at(), site.guard(), visit.id)).record.company, kept);
    }

    void tenThousandCharactersAreRefused()
    {
        TestSite site;
        VisitRequest request = site.meeting();
        request.visitors.front().record.company = QString(10'000, QLatin1Char('x'));
        QCOMPARE(requestVisit(site.kiosk().at(), request).error().code, ErrorCode::Invalid);
    }
};

GATEHOUSE_TEST(QCoreApplication, TestVisitLife);
#include "tst_visitlife.moc"
