// SPDX-License-Identifier: GPL-3.0-or-later
// Who may state what: each kind of station and each role against each action.
#include "bookdesk.h"
#include "domain/badgebook.h"
#include "domain/roomactions.h"
#include "domain/roombooks.h"
#include "machineroom.h"
#include "testprogram.h"

#include <QJsonArray>
#include <QTest>

using namespace gatehouse::domain;
using gatehouse::test::BookDesk;
using gatehouse::test::machineRoom;

class TestStanding : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whoMayStateIt_data()
    {
        QTest::addColumn<QString>("who");
        const QString guards = QStringLiteral("guard manager");
        const QString entrance = QStringLiteral("kiosk desk");
        const QString stations = QStringLiteral("kiosk door desk tool");
        const QString everybody = QStringLiteral("guard escort manager auditor administrator host");
        const auto row = [](const QString &what, const QString &who) { QTest::newRow(qPrintable(what)) << who; };
        const QString sp = QStringLiteral(" ");
        row(action::visitRequest, entrance + sp + guards);
        row(action::visitAnswer, entrance);
        row(action::visitOriginalSeen, guards);
        row(action::visitAsk, guards);
        row(action::visitApprove, everybody);
        row(action::visitFace, guards);
        row(action::visitDeny, guards);
        row(action::visitAttend, guards);
        row(action::visitLapse, entrance);
        row(action::visitClose, QString());
        row(action::visitDepart, entrance + sp + guards);
        row(action::badgeIssue, entrance + sp + guards);
        row(action::badgeReturn, entrance + sp + guards);
        row(action::badgeRevoke, entrance + sp + everybody);
        row(action::staffBadgeIssue, QStringLiteral("manager administrator"));
        row(action::staffBadgeRevoke, everybody);
        row(action::itemDeposit, guards);
        row(action::itemReturn, guards);
        row(action::itemReconcile, guards);
        row(action::dutyAssign, QStringLiteral("manager"));
        row(action::escortAccept, QStringLiteral("door ") + everybody);
        row(action::escortRevoke, stations + sp + everybody);
        row(action::passageEnter, QStringLiteral("door"));
        row(action::passageLeave, QStringLiteral("door"));
        row(action::emergencyEnter, guards);
        row(action::emergencyConfirm, QStringLiteral("manager"));
        row(action::alarm, stations);
        row(action::incidentOpen, stations + sp + everybody);
        row(action::incidentClose, QStringLiteral("manager"));
        row(action::passLeave, QStringLiteral("guard"));
        row(action::musterStart, everybody);
        row(action::musterSafe, everybody);
        row(action::musterEnd, guards);
        row(action::paperPrint, guards);
        row(action::paperEnter, guards);
        row(action::paperVoid, guards);
        row(action::logExport, QStringLiteral("manager auditor"));
    }
    void whoMayStateIt()
    {
        QFETCH(QString, who);
        BookDesk desk{};
        const std::pair<const char *, QString> actors[] = {
            {"kiosk", stationActor(desk.station(1, StationKind::Kiosk))},
            {"door", stationActor(desk.station(2, StationKind::Door))},
            {"desk", stationActor(desk.station(3, StationKind::Admin))},
            {"tool", stationActor(desk.station(4, StationKind::Tool))},
            {"guard", staffActor(desk.person(1, {Role::Guard}))},
            {"escort", staffActor(desk.person(2, {Role::Escort}))},
            {"manager", staffActor(desk.person(3, {Role::Manager}))},
            {"auditor", staffActor(desk.person(4, {Role::Auditor}))},
            {"administrator", staffActor(desk.person(5, {Role::Administrator}))},
            {"host", staffActor(desk.person(6, {}))},
            {"somebody unknown", staffActor(BookDesk::staffId(99))},
            {"a station unknown", stationActor(BookDesk::stationId(99))},
            {"the root", QStringLiteral("root")},
        };
        LedgerEntry entry;
        entry.action = QString::fromLatin1(QTest::currentDataTag());
        QStringList may;
        for (const auto &[name, actor] : actors) {
            entry.actor = actor;
            if (mayState(entry, desk))
                may << QLatin1String(name);
        }
        QCOMPARE(may.join(QLatin1Char(' ')), who);
    }

    void dutiesAreAskedByTheBooks_data()
    {
        QTest::addColumn<int>("who");
        QTest::addColumn<bool>("registers");
        QTest::addColumn<bool>("inspects");
        QTest::addColumn<bool>("closes");
        QTest::addColumn<bool>("trains");
        QTest::addColumn<bool>("keepsTheRoom");
        QTest::addColumn<bool>("guardsTheDesk");
        const auto row = [](const char *name, int who, std::initializer_list<bool> may) {
            QTestData &data = QTest::newRow(name) << who;
            for (const bool one : may)
                data << one;
        };
        row("manager", 1, {true, true, true, false, false, false});
        row("guard", 2, {true, true, false, false, false, true});
        row("auditor", 3, {false, false, false, false, false, false});
        row("lead", 4, {false, true, false, false, false, false});
        row("keeper", 5, {true, true, true, false, true, false});
        row("supervisor", 6, {true, true, false, false, false, false});
        row("fire keeper", 7, {false, true, false, true, false, false});
        row("maintainer", 8, {true, true, false, false, false, false});
        row("keeper of another room", 9, {false, false, false, false, false, false});
        row("one whose term is over", 10, {false, false, false, false, false, false});
    }
    /// What the table leaves to them: a statement by somebody without the duty is ignored.
    void dutiesAreAskedByTheBooks()
    {
        DutyBook duties;
        RoomBooks books{duties};
        BookDesk desk{&duties, &books};
        const QString manager = staffActor(desk.person(1, {Role::Manager}));
        desk.person(2, {Role::Guard});
        desk.person(3, {Role::Auditor});
        const auto assign = [&](int who, const QString &zone, Duty duty, int days) {
            desk.say(action::dutyAssign, manager, staffSubject(desk.person(who, {})),
                     {{QStringLiteral("zone"), zone},
                      {QStringLiteral("duty"), dutyName(duty)},
                      {QStringLiteral("until"), gatehouse::test::timeText(desk.now.addDays(days))}});
        };
        assign(4, machineRoom.key, Duty::Lead, 100);
        assign(5, machineRoom.key, Duty::Keeper, 100);
        assign(6, machineRoom.key, Duty::Supervisor, 100);
        assign(7, machineRoom.key, Duty::FireKeeper, 100);
        assign(8, machineRoom.key, Duty::Maintainer, 100);
        assign(9, QStringLiteral("office"), Duty::Keeper, 100);
        for (const Duty duty : {Duty::Keeper, Duty::FireKeeper, Duty::Supervisor})
            assign(10, machineRoom.key, duty, 1);
        desk.now = desk.now.addDays(2);
        for (const RoundKind kind : {RoundKind::Scheduled, RoundKind::Closing}) {
            const Checklist list{machineRoom, kind, 0, {}};
            desk.say(action::checklistDefine, manager, zoneSubject(machineRoom), {{QStringLiteral("checklist"), toJson(list)}});
        }
        QFETCH(int, who);
        const QString actor = staffActor(BookDesk::staffId(who));
        const auto subject = [](const char *kind, int n) {
            return QLatin1String(kind) +
                   QUuid(0x4000, 1, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, uchar(n)).toString(QUuid::WithoutBraces);
        };
        desk.say(action::registerAdd, actor, subject("item:", 1),
                 {{QStringLiteral("kind"), QStringLiteral("key")}, {QStringLiteral("zone"), machineRoom.key}});
        QTEST(!books.items.registered().empty(), "registers");
        desk.say(action::registerAdd, manager, subject("item:", 2),
                 {{QStringLiteral("kind"), QStringLiteral("key")}, {QStringLiteral("zone"), machineRoom.key}});
        desk.say(action::registerLost, actor, subject("item:", 2), {{QStringLiteral("zone"), QStringLiteral("office")}});
        QTEST(books.items.registered().back().lost, "registers");
        const auto begins = [&](RoundKind kind, int n) {
            desk.say(action::roundStart, actor, subject("round:", n),
                     {{QStringLiteral("zone"), machineRoom.key}, {QStringLiteral("kind"), roundKindName(kind)}});
            return !books.rounds.running().empty() && books.rounds.running().back().kind == kind;
        };
        QTEST(begins(RoundKind::Scheduled, 1), "inspects");
        QTEST(begins(RoundKind::Closing, 2), "closes");
        const StaffId trained = BookDesk::staffId(3);
        const StaffId other = BookDesk::staffId(2);
        desk.say(action::fireTrainingGive, actor, actor,
                 {{QStringLiteral("to"), QJsonArray{trained.text(), other.text()}},
                  {QStringLiteral("on"), desk.now.date().toString(Qt::ISODate)}});
        QTEST(books.rounds.training(who == 3 ? other : trained).has_value(), "trains");
        const auto offers = [&](const QString &post, int n) {
            desk.say(action::handoverOffer, actor, subject("handover:", n),
                     {{QStringLiteral("post"), post},
                      {QStringLiteral("notesHandedIn"), true},
                      {QStringLiteral("selfCheck"), QJsonArray::fromStringList(selfCheckCodes(post))}});
            return books.handovers.pending(post).has_value();
        };
        QTEST(offers(keeperPost(machineRoom), 1), "keepsTheRoom");
        QTEST(offers(guardDeskPost(), 2), "guardsTheDesk");
    }

    /// Numbers of forms are counted one by one by whoever looks for gaps.
    void aKioskPrintsNoFormsAndNobodyPrintsMillions()
    {
        MusterBook book;
        BookDesk desk{&book};
        const QString guard = staffActor(desk.person(1, {Role::Guard}));
        const auto print = [&](const QString &actor, int from, int to) {
            desk.say(action::paperPrint, actor, QStringLiteral("site"),
                     {{QStringLiteral("from"), from}, {QStringLiteral("to"), to}});
            return book.papers().lastPrinted;
        };
        QCOMPARE(print(stationActor(desk.station(1, StationKind::Kiosk)), 1, 20), 0);
        QCOMPARE(print(guard, 1, 2'147'483'647), 0);
        QCOMPARE(print(guard, 1, mostPapersAtOnce + 1), 0);
        QCOMPARE(print(guard, 1, mostPapersAtOnce), mostPapersAtOnce);
    }
};

GATEHOUSE_TEST(QCoreApplication, TestStanding);
#include "tst_standing.moc"
