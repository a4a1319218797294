// SPDX-License-Identifier: GPL-3.0-or-later
#include "doorbench.h"
#include "localtime.h"
#include "machineroom.h"
#include "rawdatabase.h"
#include "security/pin.h"
#include "security/tokens.h"
#include "strangerreport.h"
#include "testprogram.h"
#include "usecases/badges.h"
#include "usecases/doornews.h"
#include "usecases/dooroffline.h"
#include "usecases/escortvisit.h"
#include "usecases/incidents.h"
#include "usecases/passdoor.h"
#include "usecases/staffbadges.h"

#include <QCryptographicHash>
#include <QFile>
#include <QJsonArray>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTest>

#include <ctime>

using namespace gatehouse;
using namespace gatehouse::domain;
using namespace gatehouse::usecases;
using namespace gatehouse::test;
using namespace std::chrono_literals;

namespace
{
QStringList codes(const DoorPassage &passage)
{
    QStringList all;
    for (const Finding &finding : passage.outcome.findings)
        all << finding.code;
    return all;
}
} // namespace

using DoorChange = std::function<QString(DoorBench &, VisitId, const QString &)>;
Q_DECLARE_METATYPE(DoorChange)

class TestPassDoor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void r4_twoVisitorsEnterWithTheirEscort();
    void r4_aloneIsRefusedAndLogged();
    void r4_acceptanceAtTheDoorByPin();
    void badBadges_data();
    void badBadges();
    void r17_copiedBadgeIsRefusedWithBothTimes();
    void r4_theBadgeInPlaceOfALostOneEntersAndTheLostOneDoesNot();
    void leavingAndAstray();
    void r4_aBreakOutsideAndBackInWithASecondEscort();
    void r4_whoIsAstrayIsToldToTheDesk_data();
    void r4_whoIsAstrayIsToldToTheDesk();
    void notUsedCountsNobody();
    void r17_badStaffBadges_data();
    void r17_badStaffBadges();
    void r17_whatAStaffBadgeSays_data();
    void r17_whatAStaffBadgeSays();
    void r4_windowsAcrossMidnightAndClockChanges_data();
    void r4_windowsAcrossMidnightAndClockChanges();
    void clockSetBack();
    void r18_wrongPinsCountAtEveryDoorAndAfterARestart();
    void r17_pinRowOfSomebodyElseDoesNotCount();
    void r17_newStaffBadgeEndsTheEarlier();
    void onlyTheDoorItselfSaysThatItIsAlive_data();
    void onlyTheDoorItselfSaysThatItIsAlive();
    void r24_cutOffForThirtyMinutes();
    void r24_nobodyNewWhileCutOff();
    void r24_nobodyAfterARestartWhileCutOff();
    void r24_journalEntersTheLedger();
    void r24_lockedDatabaseIsCutOff();
    void r24_nobodyElseStatesWhatTheDoorKept_data();
    void r24_nobodyElseStatesWhatTheDoorKept();
    void r24_aChangedNewestEntryIsNoLostContact_data();
    void r24_aChangedNewestEntryIsNoLostContact();
    void r24_journalThatWasChanged_data();
    void r24_journalThatWasChanged();
    void r24_journalThatThePowerCut();
};

void TestPassDoor::r4_twoVisitorsEnterWithTheirEscort()
{
    DoorBench bench;
    const QString first = bench.accepted();
    const QString second = bench.accepted();
    const DoorPassage passage = bench.enter({second, bench.escortBadge, first});
    QCOMPARE(codes(passage), QStringList{});
    QVERIFY(passage.outcome.admitted);
    QCOMPARE(passage.outcome.escort, std::optional(bench.escortId));
    QCOMPARE(bench.inside(), std::size_t(3));
    const auto entries = bench.said(action::passageEnter);
    QCOMPARE(entries.size(), std::size_t(1)); // one decision with all people
    QCOMPARE(entries[0].details.value(QLatin1String("people")).toArray().size(), 3);
    QVERIFY(bench.at().authority.escorts().astray(machineRoom, bench.site.clock.now()).empty());
}

void TestPassDoor::r4_aloneIsRefusedAndLogged()
{
    DoorBench bench;
    const QString visitor = bench.accepted();
    const DoorPassage passage = must(passDoor(bench.at(), machineRoom, Direction::Enter, {visitor}, {}));
    QCOMPARE(codes(passage), QStringList{QStringLiteral("escort-missing")});
    QCOMPARE(bench.said(action::passageRefuse).size(), std::size_t(1));
    QCOMPARE(bench.inside(), std::size_t(0));
}

void TestPassDoor::r4_acceptanceAtTheDoorByPin()
{
    DoorBench bench;
    VisitId visit;
    const QString visitor = bench.approved(&visit);
    QCOMPARE(codes(bench.enter({visitor, bench.escortBadge})).first(),
             QStringLiteral("access-not-accepted")); // nobody was asked
    bench.assign(visit);
    const DoorPassage passage = bench.enter({visitor, bench.escortBadge});
    QVERIFY2(passage.outcome.admitted, qPrintable(codes(passage).join(QLatin1Char(' '))));
    must(beginRead(bench.at()));
    const auto access = bench.at().authority.escorts().access(visit, machineRoom);
    QVERIFY(access && access->acceptedByPin); // witnessed by the station, and says so
    QCOMPARE(access->state, AccessState::Inside);
}

void TestPassDoor::badBadges_data()
{
    QTest::addColumn<DoorChange>("change");
    QTest::addColumn<QString>("code");
    const auto row = [](const char *name, const DoorChange &change, const char *code) {
        QTest::newRow(name) << change << QString::fromLatin1(code);
    };
    row(
        "no badge", [](DoorBench &, VisitId, const QString &) { return QStringLiteral("hello"); }, "badge-unreadable");
    row(
        "foreign",
        [](DoorBench &bench, VisitId visit, const QString &) {
            const QDateTime now = bench.site.clock.now();
            return security::makeBadgeToken(
                {QByteArray("othr"), visit.value, 7, now, now.addSecs(60), bench.at().stationId().value},
                bench.at().station.keys.secretKey);
        },
        "badge-foreign");
    row(
        "forged",
        [](DoorBench &bench, VisitId visit, const QString &) {
            const QDateTime now = bench.site.clock.now();
            return security::makeBadgeToken(
                {bench.at().authority.siteTag(), visit.value, 7, now, now.addSecs(60), bench.at().stationId().value},
                security::makeSignKeyPair().secretKey);
        },
        "badge-forged");
    row(
        "signed by a station, never issued",
        [](DoorBench &bench, VisitId visit, const QString &) {
            const QDateTime now = bench.site.clock.now();
            return security::makeBadgeToken(
                {bench.at().authority.siteTag(), visit.value, 7, now, now.addSecs(60), bench.at().stationId().value},
                bench.at().station.keys.secretKey);
        },
        "badge-unknown");
    row(
        "expired",
        [](DoorBench &bench, VisitId, const QString &token) {
            bench.site.clock.advance(9h);
            return token;
        },
        "badge-expired");
    row(
        "returned",
        [](DoorBench &bench, VisitId, const QString &token) {
            must(checkOut(bench.site.kiosk().at(), token));
            return token;
        },
        "badge-returned");
    row(
        "lost",
        [](DoorBench &bench, VisitId visit, const QString &token) {
            must(departWithoutBadge(bench.site.admin().at(), bench.site.guard(), visit));
            return token;
        },
        "badge-lost");
    row(
        "revoked",
        [](DoorBench &bench, VisitId visit, const QString &token) {
            const auto parsed = must(security::parseBadgeToken(token));
            bench.say(bench.site.admin(), signerOf(bench.site.guard()), action::badgeRevoke, visitSubject(visit),
                      {{QStringLiteral("serial"), serialText(parsed.token.serial)},
                       {QStringLiteral("state"), QStringLiteral("revoked")}});
            return token;
        },
        "badge-revoked");
    row(
        "access revoked",
        [](DoorBench &bench, VisitId visit, const QString &token) {
            bench.say(bench.site.admin(), signerOf(bench.site.guard()), action::escortRevoke, visitSubject(visit),
                      {{QStringLiteral("zone"), machineRoom.key}, {QStringLiteral("code"), QStringLiteral("danger")}});
            return token;
        },
        "access-over");
    row(
        "escort suspended between acceptance and door",
        [](DoorBench &bench, VisitId, const QString &token) {
            bench.say(bench.site.admin(), signerOf(bench.site.manager()), action::escortWithdraw, staffSubject(bench.escortId),
                      {{QStringLiteral("zone"), machineRoom.key}});
            return token;
        },
        "escort-not-authorised");
    row(
        "escort left the company",
        [](DoorBench &bench, VisitId, const QString &token) {
            must(endStaff(bench.site.admin().at(), bench.site.manager(), bench.escortId));
            return token;
        },
        "badge-revoked");
}

void TestPassDoor::badBadges()
{
    QFETCH(DoorChange, change);
    QFETCH(QString, code);
    DoorBench bench;
    VisitId visit;
    const QString token = bench.accepted(&visit);
    const QString shown = change(bench, visit, token);
    const DoorPassage passage = bench.enter({shown, bench.escortBadge});
    QVERIFY(!passage.outcome.admitted);
    QVERIFY2(codes(passage).contains(code), qPrintable(codes(passage).join(QLatin1Char(' '))));
    QCOMPARE(bench.inside(), std::size_t(0));
    QCOMPARE(bench.said(action::passageRefuse).size(), std::size_t(1));
}

void TestPassDoor::r17_copiedBadgeIsRefusedWithBothTimes()
{
    DoorBench bench;
    const QString visitor = bench.accepted();
    QVERIFY(bench.enter({visitor, bench.escortBadge}).outcome.admitted);
    const QDateTime first = bench.site.clock.now();
    bench.site.clock.advance(10min);
    const DoorPassage copy = bench.enter({visitor});
    QVERIFY(!copy.outcome.admitted);
    const auto alarms = bench.said(action::alarm);
    QCOMPARE(alarms.size(), std::size_t(1));
    QCOMPARE(alarms[0].details.value(QLatin1String("code")).toString(), QStringLiteral("badge-copied"));
    const QJsonArray basis = alarms[0].details.value(QLatin1String("basis")).toArray();
    QCOMPARE(basis.at(1).toString(), first.toString(Qt::ISODateWithMs));
    QCOMPARE(basis.at(2).toString(), bench.site.clock.now().toString(Qt::ISODateWithMs));
    QCOMPARE(bench.inside(), std::size_t(2));
}

void TestPassDoor::r4_theBadgeInPlaceOfALostOneEntersAndTheLostOneDoesNot()
{
    DoorBench bench;
    VisitId visit;
    const QString lost = bench.accepted(&visit);
    const QString fresh = must(replaceLostBadge(bench.site.admin().at(), bench.site.guard(), visit)).badge.token;
    const DoorPassage refused = bench.enter({lost, bench.escortBadge});
    QCOMPARE(codes(refused).first(), QStringLiteral("badge-lost"));
    QVERIFY(!refused.outcome.admitted && refused.outcome.alarm);
    const DoorPassage passage = bench.enter({fresh, bench.escortBadge}); // what was approved and accepted is the visit's
    QVERIFY2(passage.outcome.admitted, qPrintable(codes(passage).join(QLatin1Char(' '))));

    // Lost inside: who is in the room stays in, comes out with the new one, and is not taken for somebody else.
    const QString third = must(replaceLostBadge(bench.site.admin().at(), bench.site.guard(), visit)).badge.token;
    QCOMPARE(bench.inside(), std::size_t(2));
    QVERIFY(codes(bench.enter({third, bench.escortBadge})).contains(QStringLiteral("badge-copied")));
    QVERIFY(bench.leave({third, bench.escortBadge}).outcome.admitted);
    QCOMPARE(bench.inside(), std::size_t(0));
}

void TestPassDoor::leavingAndAstray()
{
    DoorBench bench;
    const QString visitor = bench.accepted();
    QVERIFY(bench.enter({visitor, bench.escortBadge}).outcome.admitted);
    const DoorPassage first = bench.leave({bench.escortBadge});
    QVERIFY(first.outcome.admitted && first.outcome.alarm);
    QCOMPARE(codes(first), QStringList{QStringLiteral("escort-leaves-first")});
    must(beginRead(bench.at()));
    const auto astray = bench.at().authority.escorts().astray(machineRoom, bench.site.clock.now());
    QCOMPARE(astray.size(), std::size_t(1));
    QCOMPARE(astray[0].code, QStringLiteral("escort-not-inside"));
    QCOMPARE(bench.said(action::alarm).size(), std::size_t(1));
    QVERIFY(bench.leave({visitor}).outcome.admitted);
    QCOMPARE(bench.inside(), std::size_t(0));
    QVERIFY(bench.enter({bench.escortBadge, visitor}).outcome.admitted); // break over: in again
}

/// Out for a break, offered to a second escort meanwhile, who confirms at the door with badge and PIN.
void TestPassDoor::r4_aBreakOutsideAndBackInWithASecondEscort()
{
    DoorBench bench;
    const StaffId secondId =
        bench.site.addStaff(QStringLiteral("2211"), QStringLiteral("Qian Lei"), {Role::Escort}, Grade::Managerial);
    bench.authorise(secondId);
    const StaffSession second = bench.site.signInAs(QStringLiteral("2211"));
    must(setPin(bench.site.admin().at(), second, pinOf("582047"), security::KeyCost::Minimal));
    const QString secondBadge = must(issueStaffBadge(bench.site.admin().at(), bench.site.manager(), secondId)).token;
    VisitId visit;
    const QString visitor = bench.accepted(&visit);
    QVERIFY(bench.enter({visitor, bench.escortBadge}).outcome.admitted);
    QVERIFY(bench.leave({bench.escortBadge, visitor}).outcome.admitted);
    QCOMPARE(bench.inside(), std::size_t(0));
    const auto withSecond = [&] {
        return must(passDoor(bench.at(), machineRoom, Direction::Enter, {secondBadge, visitor}, {{secondId, PinState::Right}}));
    };
    QVERIFY(codes(withSecond()).contains(QStringLiteral("escort-missing"))); // nobody offered it to the second one
    must(handOverEscort(bench.site.admin().at(), *bench.escort, visit, machineRoom, secondId));
    const DoorPassage back = withSecond();
    QVERIFY2(back.outcome.admitted, qPrintable(codes(back).join(QLatin1Char(' '))));
    QCOMPARE(back.outcome.escort, std::optional(secondId));
    must(beginRead(bench.at()));
    const auto access = bench.at().authority.escorts().access(visit, machineRoom).value();
    QCOMPARE(access.escort, std::optional(secondId));
    QVERIFY(access.acceptedByPin);
    QVERIFY(bench.at().authority.escorts().astray(machineRoom, bench.site.clock.now()).empty());
}

void TestPassDoor::r4_whoIsAstrayIsToldToTheDesk_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<int>("astray");
    QTest::newRow("together") << "" << 0;
    QTest::newRow("the escort left first") << "left" << 1;
    QTest::newRow("the window is over") << "window" << 1;
    QTest::newRow("the authorisation was withdrawn") << "withdrawn" << 1;
    QTest::newRow("both came out") << "out" << 0;
}

void TestPassDoor::r4_whoIsAstrayIsToldToTheDesk()
{
    QFETCH(QString, what);
    DoorBench bench;
    const QString visitor = bench.accepted();
    QVERIFY(bench.enter({visitor, bench.escortBadge}).outcome.admitted);
    if (what == QLatin1String("left") || what == QLatin1String("out"))
        QVERIFY(bench.leave({bench.escortBadge}).outcome.admitted);
    if (what == QLatin1String("out"))
        QVERIFY(bench.leave({visitor}).outcome.admitted);
    if (what == QLatin1String("window"))
        bench.site.clock.advance(5h);
    if (what == QLatin1String("withdrawn"))
        bench.say(bench.site.admin(), signerOf(bench.site.manager()), action::escortWithdraw, staffSubject(bench.escortId),
                  {{QStringLiteral("zone"), machineRoom.key}});
    const StaffSession guard = bench.site.signInAs(QStringLiteral("1042"));
    const DoorNews news = must(doorNews(bench.site.admin().at(), guard, -1));
    QTEST(news.astray.empty() ? 0 : news.astray.front().second, "astray");
    const DoorNews later = must(doorNews(bench.site.admin().at(), guard, news.upTo)); // nothing new, and still so
    QCOMPARE(later.astray, news.astray);
    // The door has signed what passed, and no row says that it is alive: who is told can see that it was taken away.
    QCOMPARE(later.doors.size(), std::size_t(1));
    QVERIFY(!later.doors.front().seen.isValid());
    QVERIFY(later.doors.front().signedAt.isValid());
}

void TestPassDoor::notUsedCountsNobody()
{
    DoorBench bench;
    const QString visitor = bench.accepted();
    const DoorPassage passage = bench.enter({visitor, bench.escortBadge});
    QCOMPARE(bench.inside(), std::size_t(2));
    must(writeDoorStatements(bench.at(), {unusedStatement(machineRoom, passage.decision)}));
    QCOMPARE(bench.inside(), std::size_t(0));
    QVERIFY(bench.enter({visitor, bench.escortBadge}).outcome.admitted);
}

void TestPassDoor::r17_badStaffBadges_data()
{
    QTest::addColumn<DoorChange>("change");
    QTest::addColumn<QString>("code");
    const auto token = [](DoorBench &bench, const QByteArray &tag, const QByteArray *otherKey) {
        const QDateTime now = bench.site.clock.now();
        const auto other = security::makeSignKeyPair();
        return security::makeStaffBadgeToken({tag, bench.escortId.value, 7, now, now.addDays(1), bench.at().stationId().value},
                                             otherKey ? other.secretKey : bench.at().station.keys.secretKey);
    };
    const auto row = [](const char *name, const DoorChange &change, const char *code) {
        QTest::newRow(name) << change << QString::fromLatin1(code);
    };
    static const QByteArray anotherKey;
    row(
        "of another site", [token](DoorBench &bench, VisitId, const QString &) { return token(bench, "othr", nullptr); },
        "badge-foreign");
    row(
        "signed by nobody of this site",
        [token](DoorBench &bench, VisitId, const QString &) {
            return token(bench, bench.at().authority.siteTag(), &anotherKey);
        },
        "badge-forged");
    row(
        "signed by a station, never issued",
        [token](DoorBench &bench, VisitId, const QString &) { return token(bench, bench.at().authority.siteTag(), nullptr); },
        "badge-unknown");
    row(
        "reported lost by the person",
        [](DoorBench &bench, VisitId, const QString &card) {
            must(loseStaffBadge(bench.site.admin().at(), *bench.escort, bench.escortId));
            return card;
        },
        "badge-lost");
    row(
        "found on somebody else",
        [](DoorBench &bench, VisitId, const QString &card) {
            const auto &at = bench.site.admin().at();
            const IncidentId stranger = strangerAt(bench.site.kiosk(), machineRoom);
            must(recordStep(at, bench.site.guard(), stranger, QStringLiteral("lead-out")));
            must(revokeFoundBadge(at, bench.site.guard(), stranger, card));
            return card;
        },
        "badge-revoked");
    row(
        "cut off in the middle", [](DoorBench &, VisitId, const QString &card) { return card.left(card.size() / 2); },
        "badge-unreadable");
}

/// The visitor's badge is good; the escort's card is not, whatever PIN goes with it.
void TestPassDoor::r17_badStaffBadges()
{
    QFETCH(DoorChange, change);
    QFETCH(QString, code);
    DoorBench bench;
    VisitId visit;
    const QString visitor = bench.accepted(&visit);
    const DoorPassage passage = bench.enter({visitor, change(bench, visit, bench.escortBadge)});
    QVERIFY(!passage.outcome.admitted);
    QVERIFY2(codes(passage).contains(code), qPrintable(codes(passage).join(QLatin1Char(' '))));
    QCOMPARE(bench.inside(), std::size_t(0));
}

void TestPassDoor::r17_whatAStaffBadgeSays_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<bool>("genuine");
    QTest::addColumn<bool>("known");
    QTest::addColumn<bool>("inItsTime");
    QTest::addColumn<bool>("holderActive");
    QTest::addColumn<bool>("authorised");
    const auto row = [](const char *what, bool genuine, bool known, bool inItsTime, bool holderActive, bool authorised) {
        QTest::newRow(what) << QString::fromLatin1(what) << genuine << known << inItsTime << holderActive << authorised;
    };
    row("as issued", true, true, true, true, true);
    row("signed by nobody of this site", false, false, false, false, false);
    row("signed by a station, never issued", true, false, true, true, false);
    row("lost", true, true, true, true, false);
    row("past its time", true, true, false, true, false);
    row("its holder has left", true, true, true, false, false);
}

void TestPassDoor::r17_whatAStaffBadgeSays()
{
    QFETCH(QString, what);
    QFETCH(bool, genuine);
    DoorBench bench;
    const Workplace &at = bench.site.admin().at();
    QString card = bench.escortBadge;
    if (what.startsWith(QLatin1String("signed"))) {
        const QDateTime now = bench.site.clock.now();
        const auto nobody = security::makeSignKeyPair();
        card = security::makeStaffBadgeToken(
            {at.authority.siteTag(), bench.escortId.value, 7, now, now.addDays(1), at.stationId().value},
            genuine ? at.station.keys.secretKey : nobody.secretKey);
    } else if (what == QLatin1String("lost")) {
        must(loseStaffBadge(at, *bench.escort, bench.escortId));
    } else if (what == QLatin1String("past its time")) {
        bench.site.clock.advance(std::chrono::hours(24 * 31 * (staffBadgeMonths + 1)));
    } else if (what == QLatin1String("its holder has left")) {
        must(endStaff(at, bench.site.manager(), bench.escortId));
    }
    const StaffBadgeAnswer answer = must(verifyStaffBadge(at, card));
    QVERIFY(answer.ofThisSite && !answer.clockWrong);
    QCOMPARE(answer.genuine, genuine);
    QTEST(answer.badge.has_value(), "known");
    QTEST(answer.inItsTime, "inItsTime");
    QTEST(answer.holderActive, "holderActive");
    QTEST(answer.authorised, "authorised");
    QCOMPARE(verifyStaffBadge(at, QStringLiteral("no badge")).error().code, ErrorCode::Invalid);
}

void TestPassDoor::r4_windowsAcrossMidnightAndClockChanges_data()
{
    QTest::addColumn<QByteArray>("rule");
    QTest::addColumn<int>("hourUtc"); // of the request, on the evening of 24 November; 25 November is day J329
    QTest::addColumn<int>("localHours");
    QTest::newRow("midnight") << QByteArray("UTC0") << 22 << 4;
    QTest::newRow("the clock is set forward in the night") << QByteArray("XST-1XDT,J329/02:00:00,J360/02:00:00") << 23 << 5;
    QTest::newRow("the clock is set back in the night") << QByteArray("XST-1XDT,J300/02:00:00,J329/03:00:00") << 23 << 3;
    QTest::newRow("midnight itself is skipped") << QByteArray("XST0XDT,J329/00:00:00,J360/00:00:00") << 22 << 5;
}

/// A window is so many hours that pass, not hours on the wall.
void TestPassDoor::r4_windowsAcrossMidnightAndClockChanges()
{
    QFETCH(QByteArray, rule);
    QFETCH(int, hourUtc);
    QFETCH(int, localHours);
    const LocalTime there(rule);
    DoorBench bench;
    const QDateTime evening(QDate(2026, 11, 24), QTime(hourUtc, 30), Qt::UTC);
    bench.site.clock.advance(std::chrono::seconds(bench.site.clock.now().secsTo(evening)));
    bench.site.guard() = bench.site.signInAs(QStringLiteral("1042"));
    bench.site.secondGuard() = bench.site.signInAs(QStringLiteral("1043"));
    bench.escort.emplace(bench.site.signInAs(QStringLiteral("2210")));
    VisitId visit;
    const QString visitor = bench.accepted(&visit);
    must(beginRead(bench.at()));
    const auto access = bench.at().authority.escorts().access(visit, machineRoom).value();
    QCOMPARE(access.windowFrom.secsTo(access.windowUntil), qint64(4 * 3600));
    const QDateTime from = access.windowFrom.toLocalTime(), until = access.windowUntil.toLocalTime();
    QCOMPARE(QDateTime(from.date(), from.time(), Qt::UTC).secsTo(QDateTime(until.date(), until.time(), Qt::UTC)),
             qint64(localHours * 3600));
    bench.site.clock.advance(std::chrono::seconds(bench.site.clock.now().secsTo(access.windowUntil) - 1));
    QVERIFY(bench.enter({visitor, bench.escortBadge}).outcome.admitted);
    QVERIFY(bench.leave({visitor, bench.escortBadge}).outcome.admitted);
    bench.site.clock.advance(1s);
    QVERIFY(!bench.enter({visitor, bench.escortBadge}).outcome.admitted);
}

void TestPassDoor::clockSetBack()
{
    DoorBench bench;
    const QString visitor = bench.accepted();
    must(beginRead(bench.at()));
    bench.site.clock.setWall(bench.site.clock.now().addSecs(-600));
    const DoorPassage passage = bench.enter({visitor, bench.escortBadge});
    QVERIFY(!passage.outcome.admitted);
    QVERIFY(codes(passage).contains(QStringLiteral("clock-not-trusted")));
}

void TestPassDoor::r18_wrongPinsCountAtEveryDoorAndAfterARestart()
{
    DoorBench bench;
    Door door(machineRoom, bench.at().station, bench.site.folder() + QStringLiteral("/journal"), bench.site.clock,
              bench.site.randomness);
    const auto here = std::shared_ptr<const Authority>(&bench.at().authority, [](const Authority *) {});
    must(door.meet(bench.at(), here));
    const ShownBadge badge = door.look(bench.escortBadge);
    QVERIFY(badge.staff);
    QCOMPARE(must(door.typePin(&bench.at(), badge, pinOf("704916"))), PinState::Right);
    for (int i = 0; i < 3; ++i)
        QCOMPARE(must(door.typePin(&bench.at(), badge, pinOf("111111"))), PinState::Wrong);
    must(beginRead(bench.at()));
    QCOMPARE(must(door.typePin(&bench.at(), badge, pinOf("704916"))), PinState::BackOff); // the right one, too early
    bench.doorStation.restart();
    must(beginRead(bench.at()));
    QCOMPARE(bench.at().authority.pins().pin(bench.escortId).failures, 3);
    const auto secondsAt = [&](const QDateTime &now) {
        return pinSecondsLeft(bench.at().authority.pins().pin(bench.escortId), now);
    };
    QCOMPARE(secondsAt(bench.site.clock.now()), 30);
    QCOMPARE(secondsAt(bench.site.clock.now().addSecs(-60)), 30); // another door's clock
    QCOMPARE(secondsAt(bench.site.clock.now().addDays(-400)), 0); // this door's clock was ahead when it was written
    bench.site.clock.advance(31s);
    QCOMPARE(pinSecondsLeft(bench.at().authority.pins().pin(bench.escortId), bench.site.clock.now()), 0);
    QCOMPARE(bench.said(action::passageRefuse).size(), std::size_t(3));
}

void TestPassDoor::r17_pinRowOfSomebodyElseDoesNotCount()
{
    DoorBench bench;
    {
        auto transaction = must(beginRead(bench.at()));
        QCOMPARE(must(pinVerifiers(*transaction, bench.at())).size(), std::size_t(1));
    }
    {
        auto transaction = must(bench.at().store.beginWrite());
        must(transaction->site().setSetting(pinSetting(bench.escortId),
                                            security::makePinVerifier(pinOf("918273"), security::KeyCost::Minimal)));
        must(transaction->commit());
    }
    auto transaction = must(beginRead(bench.at()));
    const PinVerifiers verifiers = must(pinVerifiers(*transaction, bench.at()));
    QVERIFY(verifiers.empty());
    QCOMPARE(checkPin(doorView(bench.at(), machineRoom), verifiers, bench.escortId, pinOf("918273")), PinState::NoneSet);
}

void TestPassDoor::r17_newStaffBadgeEndsTheEarlier()
{
    DoorBench bench;
    const QString visitor = bench.accepted();
    const QString fresh = must(issueStaffBadge(bench.site.admin().at(), bench.site.manager(), bench.escortId)).token;
    QVERIFY(codes(bench.enter({visitor, bench.escortBadge})).contains(QStringLiteral("badge-revoked")));
    QVERIFY(bench.enter({visitor, fresh}).outcome.admitted);
    QCOMPARE(issueStaffBadge(bench.site.admin().at(), bench.site.guard(), bench.escortId).error().code, ErrorCode::NotAllowed);
}

namespace
{
/// Another program that is writing.
class DatabaseLock
{
public:
    explicit DatabaseLock(const QString &path)
    {
        QSqlDatabase other = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("lock"));
        other.setDatabaseName(path);
        m_taken = other.open() && QSqlQuery(other).exec(QStringLiteral("BEGIN IMMEDIATE"));
    }
    ~DatabaseLock() { QSqlDatabase::removeDatabase(QStringLiteral("lock")); }
    bool taken() const { return m_taken; }

private:
    bool m_taken = false;
};

/// A door that has met its database, with the authority kept as the kiosk keeps it.
struct CutOffBench : DoorBench {
    Door door{machineRoom, at().station, site.folder() + QStringLiteral("/journal"), site.clock, site.randomness};

    Result<void> tryToMeet()
    {
        must(beginRead(at()));
        return door.meet(at(), std::shared_ptr<const Authority>(&at().authority, [](const Authority *) {}));
    }
    void meet() { must(tryToMeet()); }
    Result<void> tryToLook()
    {
        GATEHOUSE_TRY(beginRead(at()));
        return {};
    }
    /// As the kiosk does when the database is away.
    DoorPassage enterCutOff(const QStringList &tokens)
    {
        return must(door.pass(nullptr, Direction::Enter, tokens, rightPin()));
    }
    QByteArray journal()
    {
        QFile file(site.folder() + QStringLiteral("/journal"));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
};
} // namespace

void TestPassDoor::onlyTheDoorItselfSaysThatItIsAlive_data()
{
    QTest::addColumn<QString>("row");
    QTest::addColumn<bool>("alive");
    QTest::newRow("its own word") << u"own"_qs << true;
    QTest::newRow("a time that somebody wrote") << u"at"_qs << false;
    QTest::newRow("unsigned") << u"unsigned"_qs << false;
    QTest::newRow("signed by another station") << u"other"_qs << false;
    QTest::newRow("signed ahead") << u"ahead"_qs << false;
}

void TestPassDoor::onlyTheDoorItselfSaysThatItIsAlive()
{
    QFETCH(QString, row);
    CutOffBench bench;
    bench.meet();
    const QDateTime now = bench.site.clock.now();
    const StationId id = bench.at().stationId();
    StationPulse pulse =
        signedPulse(row == u"other" ? bench.site.kiosk().at() : bench.at(), row == u"ahead" ? now.addSecs(3600) : now);
    pulse.station = id;
    if (row == u"at")
        pulse.at = now.addSecs(1);
    if (row == u"unsigned")
        pulse.signature.clear();
    if (row != u"own") {
        auto transaction = must(bench.site.admin().at().store.beginWrite());
        must(transaction->stations().savePulse(pulse));
        must(transaction->commit());
    }
    const StaffSession guard = bench.site.signInAs(QStringLiteral("1042"));
    const DoorNews news = must(doorNews(bench.site.admin().at(), guard, -1));
    QCOMPARE(news.doors.size(), std::size_t(1));
    QTEST(news.doors.front().seen == now, "alive");
    QCOMPARE(news.doors.front().seen.isValid(), row == u"own");
}

void TestPassDoor::r24_cutOffForThirtyMinutes()
{
    CutOffBench bench;
    const QString visitor = bench.accepted();
    bench.meet();
    bench.door.lose();
    QCOMPARE(bench.door.contact(), Contact::CutOff);
    bench.site.clock.advance(29min);
    QVERIFY(bench.enterCutOff({visitor, bench.escortBadge}).outcome.admitted);
    QVERIFY(codes(bench.enterCutOff({visitor})).contains(QStringLiteral("badge-copied"))); // its own passages count
    QVERIFY(must(bench.door.pass(nullptr, Direction::Leave, {visitor, bench.escortBadge}, {})).outcome.admitted);
    bench.site.clock.advance(61s);
    QCOMPARE(bench.door.contact(), Contact::CutOffTooLong);
    QVERIFY(codes(bench.enterCutOff({visitor, bench.escortBadge})).contains(QStringLiteral("cut-off-too-long")));
}

void TestPassDoor::r24_nobodyNewWhileCutOff()
{
    CutOffBench bench;
    VisitId visit;
    const QString visitor = bench.approved(&visit);
    bench.assign(visit);
    bench.meet();
    bench.door.lose();
    bench.accept(visit); // elsewhere: this door does not hear of it
    QCOMPARE(codes(bench.enterCutOff({visitor, bench.escortBadge})), QStringList{QStringLiteral("accepted-after-cut")});
}

void TestPassDoor::r24_nobodyAfterARestartWhileCutOff()
{
    CutOffBench bench;
    const QString visitor = bench.accepted();
    bench.door.lose(); // it was never connected
    QCOMPARE(bench.door.contact(), Contact::NeverConnected);
    QCOMPARE(codes(bench.enterCutOff({visitor, bench.escortBadge})), QStringList{QStringLiteral("no-records")});
}

void TestPassDoor::r24_journalEntersTheLedger()
{
    CutOffBench bench;
    const QString visitor = bench.accepted();
    bench.meet();
    bench.door.lose();
    const QDateTime then = bench.site.clock.now();
    QVERIFY(bench.enterCutOff({visitor, bench.escortBadge}).outcome.admitted);
    QCOMPARE(bench.said(action::passageEnter).size(), std::size_t(0));
    bench.site.clock.advance(5min);
    const QByteArray journal = bench.journal();
    bench.meet();
    QVERIFY(bench.journal().isEmpty());
    QVERIFY(!bench.door.isCutOff());
    const auto entries = bench.said(action::passageEnter);
    QCOMPARE(entries.size(), std::size_t(1));
    QCOMPARE(entries[0].occurred, then);
    QCOMPARE(entries[0].recorded, bench.site.clock.now());
    QVERIFY(entries[0].details.value(QLatin1String("offline")).toBool());
    QCOMPARE(bench.inside(), std::size_t(2));
    // The power failed after the ledger was written and before the file was removed.
    QFile file(bench.site.folder() + QStringLiteral("/journal"));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(journal) == journal.size());
    file.close();
    bench.meet();
    QCOMPARE(bench.said(action::passageEnter).size(), std::size_t(1));
}

void TestPassDoor::r24_lockedDatabaseIsCutOff()
{
    CutOffBench bench;
    const QString visitor = bench.accepted();
    bench.meet();
    {
        const DatabaseLock lock(bench.site.databasePath());
        QVERIFY(lock.taken());
        const DoorPassage passage =
            must(bench.door.pass(&bench.at(), Direction::Enter, {visitor, bench.escortBadge}, bench.rightPin()));
        QVERIFY(passage.outcome.admitted);
        QVERIFY(bench.door.isCutOff());
        QVERIFY(!bench.journal().isEmpty());
    }
    bench.meet();
    QCOMPARE(bench.said(action::passageEnter).size(), std::size_t(1));
}

void TestPassDoor::r24_nobodyElseStatesWhatTheDoorKept_data()
{
    QTest::addColumn<QString>("who");
    for (const char *who : {"a member of staff", "another station", "somebody in the door's name"})
        QTest::newRow(who) << QString::fromLatin1(who);
}

/// An entry that names a line of the journal does not keep the line out of the ledger.
void TestPassDoor::r24_nobodyElseStatesWhatTheDoorKept()
{
    QFETCH(QString, who);
    CutOffBench bench;
    bench.meet();
    bench.door.lose();
    must(bench.door.state(nullptr, {doorAlarm(machineRoom, QStringLiteral("stranger"))}));
    const QByteArray line = bench.journal();
    const QString hash =
        QString::fromLatin1(QCryptographicHash::hash(line.left(line.indexOf('\t')), QCryptographicHash::Sha256).toHex());
    const security::SignKeyPair own = security::makeSignKeyPair();
    const Signer signer = who == u"a member of staff" ? signerOf(*bench.escort)
                          : who == u"another station"
                              ? signerOf(bench.site.kiosk().at())
                              : Signer{stationActor(bench.at().stationId()), own.publicKey, &own.secretKey};
    bench.say(bench.site.admin(), signer, QStringLiteral("foo"), zoneSubject(machineRoom), {{QStringLiteral("journal"), hash}});
    bench.meet();
    const auto alarms = bench.said(action::alarm);
    QCOMPARE(alarms.size(), std::size_t(1));
    QCOMPARE(alarms[0].details.value(QLatin1String("journal")).toString(), hash);
}

void TestPassDoor::r24_aChangedNewestEntryIsNoLostContact_data()
{
    QTest::addColumn<QString>("statement");
    QTest::addColumn<bool>("meets");
    const QString last = QStringLiteral("WHERE sequence = (SELECT MAX(sequence) FROM ledger)");
    const QString rewritten = QStringLiteral("UPDATE ledger SET hash = zeroblob(32) ") + last;
    QTest::newRow("rewritten, seen with a badge") << rewritten << false;
    QTest::newRow("rewritten, seen when it looks") << rewritten << true;
    QTest::newRow("taken away") << QStringLiteral("DELETE FROM ledger ") + last << false;
    QTest::newRow("its record changed") << QStringLiteral("UPDATE ledger_head SET sequence = sequence + 1") << false;
}

/// As in any other place of the ledger: nobody gets in by what was known.
void TestPassDoor::r24_aChangedNewestEntryIsNoLostContact()
{
    QFETCH(QString, statement);
    QFETCH(bool, meets);
    CutOffBench bench;
    const QString visitor = bench.accepted();
    bench.meet();
    RawDatabase raw(bench.site.databasePath());
    for (const QVariantList &trigger : raw.rows(QStringLiteral("SELECT name FROM sqlite_schema WHERE type = 'trigger'")))
        QVERIFY(raw.run(QStringLiteral("DROP TRIGGER ") + trigger.front().toString()));
    QVERIFY2(raw.run(statement), qPrintable(raw.error()));
    const QStringList tokens{visitor, bench.escortBadge};
    if (meets) {
        const auto looked = bench.tryToLook();
        QVERIFY(!looked);
        QCOMPARE(looked.error().code, ErrorCode::BadSignature);
        bench.door.distrust(); // as the kiosk does with this error
    } else {
        const auto passed = bench.door.pass(&bench.at(), Direction::Enter, tokens, bench.rightPin());
        QVERIFY(!passed);
        QCOMPARE(passed.error().code, ErrorCode::BadSignature);
    }
    QCOMPARE(bench.door.contact(), Contact::Distrusted);
    QCOMPARE(codes(bench.enterCutOff(tokens)), QStringList{QStringLiteral("register-not-trusted")});
    QVERIFY2(raw.run(QStringLiteral("UPDATE ledger_head SET (sequence, hash) = "
                                    "(SELECT sequence, hash FROM ledger ORDER BY sequence DESC LIMIT 1)")),
             qPrintable(raw.error()));
    QVERIFY(!bench.tryToLook()); // for good
}

void TestPassDoor::r24_journalThatWasChanged_data()
{
    QTest::addColumn<bool>("busyAtFirst");
    QTest::newRow("told at once") << false;
    QTest::newRow("told when the ledger can be written again") << true;
}

void TestPassDoor::r24_journalThatWasChanged()
{
    QFETCH(bool, busyAtFirst);
    CutOffBench bench;
    const QString visitor = bench.accepted();
    bench.meet();
    bench.door.lose();
    QVERIFY(bench.enterCutOff({visitor, bench.escortBadge}).outcome.admitted);
    QByteArray journal = bench.journal();
    journal.replace("passage.enter", "passage.leave");
    QFile file(bench.site.folder() + QStringLiteral("/journal"));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(journal) == journal.size());
    file.close();
    if (busyAtFirst) {
        const DatabaseLock lock(bench.site.databasePath());
        QVERIFY(lock.taken());
        QCOMPARE(bench.tryToMeet().error().code, ErrorCode::Busy);
    }
    bench.meet();
    bench.meet();
    QCOMPARE(bench.said(action::passageEnter).size() + bench.said(action::passageLeave).size(), std::size_t(0));
    const auto alarms = bench.said(action::alarm);
    QCOMPARE(alarms.size(), std::size_t(1));
    QCOMPARE(alarms[0].details.value(QLatin1String("code")).toString(), QStringLiteral("journal-changed"));
}

void TestPassDoor::r24_journalThatThePowerCut()
{
    CutOffBench bench;
    const QString visitor = bench.accepted();
    bench.meet();
    bench.door.lose();
    QVERIFY(bench.enterCutOff({visitor, bench.escortBadge}).outcome.admitted);
    QFile file(bench.site.folder() + QStringLiteral("/journal"));
    QVERIFY(file.open(QIODevice::Append) && file.write("{\"action\":\"pass") > 0);
    file.close();
    bench.meet();
    QCOMPARE(bench.said(action::passageEnter).size(), std::size_t(1));
    QCOMPARE(bench.said(action::alarm).size(), std::size_t(0));
}

GATEHOUSE_TEST(QCoreApplication, TestPassDoor);
#include "tst_passdoor.moc"
