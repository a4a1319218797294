// SPDX-License-Identifier: GPL-3.0-or-later
// Who may state what: each kind of station and each role against each action.
#include "bookdesk.h"
#include "domain/musterbook.h"
#include "domain/roomactions.h"

#include <QTest>

using namespace gatehouse::domain;
using gatehouse::test::BookDesk;

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
        row(action::visitLapse, stations);
        row(action::visitClose, stations);
        row(action::visitDepart, entrance + sp + guards);
        row(action::badgeIssue, entrance + sp + guards);
        row(action::badgeReturn, entrance + sp + guards);
        row(action::badgeRevoke, entrance + sp + guards);
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

QTEST_GUILESS_MAIN(TestStanding)
#include "tst_standing.moc"
