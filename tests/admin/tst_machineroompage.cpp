// SPDX-License-Identifier: GPL-3.0-or-later
// The machine room's page over a real site: what each person may do there, and what is stored when they do it.
#include "admindesk.h"
#include "escortcrew.h"
#include "usecases/decidevisit.h"
#include "windows/machineroompage.h"
#include "windows/recordview.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QDir>
#include <QTimer>

using namespace gatehouse;
using namespace gatehouse::admin;
using namespace gatehouse::test;
using namespace Qt::StringLiterals;

namespace
{
/// With GATEHOUSE_SHOTS set to a folder the window is kept as a picture, to be looked at.
void keepPicture(AdminDesk &desk, const QString &name)
{
    const QString folder = qEnvironmentVariable("GATEHOUSE_SHOTS");
    if (!folder.isEmpty())
        desk.window().grab().save(QDir(folder).filePath(name + u".png"_s));
}

QStringList enabledDeeds(AdminDesk &desk)
{
    QStringList names;
    for (const char *name : {"roomApprove", "roomAsk", "roomAcceptVisitor", "roomDecline", "roomBrief", "roomHandOver", "roomRelease", "roomRevoke"}) {
        if (desk.find<QPushButton>(QString::fromLatin1(name))->isEnabled())
            names << QString::fromLatin1(name);
    }
    return names;
}
} // namespace

class MachineRoomPageTest : public QObject
{
    Q_OBJECT

private:
    QApplication &app() { return *qobject_cast<QApplication *>(QCoreApplication::instance()); }

    MachineRoomPage *open(AdminDesk &desk, const QString &number)
    {
        desk.signIn(number);
        desk.window().showPage(MainWindow::RoomId);
        return desk.window().findChild<MachineRoomPage *>();
    }

    void choose(AdminDesk &desk, MachineRoomPage *page, const domain::VisitId &visit)
    {
        QTRY_VERIFY_WITH_TIMEOUT(page->visitors()->rowOf(visit.text()) >= 0, 10000);
        desk.find<RecordView>(u"roomVisitors"_s)->selectKey(visit.text());
    }

private Q_SLOTS:
    void aKeeperApprovesByDuty()
    {
        TestSite site;
        EscortCrew crew(site);
        const domain::Visit visit = crew.requested();
        must(usecases::approveVisit(crew.at(), site.guard(), visit.id));
        AdminDesk desk(app(), site);
        MachineRoomPage *page = open(desk, u"3001"_s);
        QAbstractItemModelTester tester(page->visitors(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        choose(desk, page, visit.id);
        QTRY_VERIFY(enabledDeeds(desk).contains(u"roomApprove"_s));
        QVERIFY(!enabledDeeds(desk).contains(u"roomAcceptVisitor"_s)); // an employee escorts nobody
        QTest::mouseClick(desk.find<QPushButton>(u"roomApprove"_s), Qt::LeftButton);
        QTRY_COMPARE(crew.state(visit.id), u"approved"_s);
    }

    void anEscortAcceptsFromTheOwnDesk()
    {
        TestSite site;
        EscortCrew crew(site);
        const domain::Visit visit = crew.approved();
        must(usecases::assignEscort(crew.at(), site.guard(), visit.id, EscortCrew::room(), crew.escort.staff.id));
        AdminDesk desk(app(), site);
        desk.signIn(u"3002"_s);
        auto *page = desk.window().findChild<MachineRoomPage *>();
        QTRY_VERIFY(page->isVisible()); // who only escorts begins here
        choose(desk, page, visit.id);
        QTRY_VERIFY(enabledDeeds(desk).contains(u"roomAcceptVisitor"_s));
        keepPicture(desk, u"room-escort-light-en"_s);
        QTest::mouseClick(desk.find<QPushButton>(u"roomAcceptVisitor"_s), Qt::LeftButton);
        QTRY_COMPARE(crew.state(visit.id), u"accepted"_s);
        QTRY_VERIFY(enabledDeeds(desk).contains(u"roomHandOver"_s));
        // The escort may read whom to meet.
        const int row = page->visitors()->rowOf(visit.id.text());
        QCOMPARE(page->visitors()->index(row, 0).data().toString(), u"Anna Maria Eriksson"_s);
    }

    void aManagerKeepsTheLists()
    {
        TestSite site;
        EscortCrew crew(site);
        must(usecases::grantAccess(crew.at(), crew.lead, crew.keeper.staff.id, EscortCrew::room(),
                                   site.clock.now().addDays(300), u"operations"_s));
        must(usecases::grantAccess(crew.at(), site.manager(), crew.lead.staff.id, EscortCrew::room(),
                                   site.clock.now().addDays(300), u"operations"_s));
        crew.accepted();
        crew.requested();
        for (const QString &theme : {u"light"_s, u"dark"_s}) {
            AdminDesk desk(app(), site, 200, u"en"_s, theme);
            MachineRoomPage *page = open(desk, u"1001"_s);
            QTRY_COMPARE(page->visitors()->rowCount(), 2);
            desk.find<RecordView>(u"roomVisitors"_s)->setCurrentIndex(page->visitors()->index(0, 0));
            keepPicture(desk, u"room-visitors-"_s + theme);
            QTest::mouseClick(desk.find<QPushButton>(u"roomAccessTab"_s), Qt::LeftButton);
            QCOMPARE(desk.find<RecordView>(u"roomAccess"_s)->records()->rowCount(), 2);
            keepPicture(desk, u"room-access-"_s + theme);
            QTest::mouseClick(desk.find<QPushButton>(u"roomDutiesTab"_s), Qt::LeftButton);
            QCOMPARE(desk.find<RecordView>(u"roomDuties"_s)->records()->rowCount(), 5); // three duties, two escorts
            keepPicture(desk, u"room-duties-"_s + theme);
        }
    }

    void whoHasNoPartInItMayDoNothing()
    {
        TestSite site;
        EscortCrew crew(site);
        const domain::Visit visit = crew.accepted();
        AdminDesk desk(app(), site);
        MachineRoomPage *page = open(desk, u"3005"_s);
        choose(desk, page, visit.id);
        QCOMPARE(enabledDeeds(desk), QStringList());
    }
};

QTEST_MAIN(MachineRoomPageTest)
#include "tst_machineroompage.moc"
