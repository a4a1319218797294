// SPDX-License-Identifier: GPL-3.0-or-later
// The machine room's page over a real site: what each person may do there, and what is stored when they do it.
#include "admindesk.h"
#include "escortcrew.h"
#include "machineroom.h"
#include "testprogram.h"
#include "usecases/decidevisit.h"
#include "usecases/emergencies.h"
#include "windows/parts/recordview.h"
#include "windows/room/machineroompage.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QDir>
#include <QPlainTextEdit>
#include <QSpinBox>
#include <QTimer>

using namespace gatehouse;
using namespace gatehouse::admin;
using namespace gatehouse::test;
using namespace Qt::StringLiterals;

namespace
{
/// With GATEHOUSE_SHOTS set to a folder the window is kept as a picture, to be looked at.
void keepPicture(QWidget &widget, const QString &name)
{
    const QString folder = qEnvironmentVariable("GATEHOUSE_SHOTS");
    if (!folder.isEmpty())
        widget.grab().save(QDir(folder).filePath(name + u".png"_s));
}

QStringList enabledDeeds(AdminDesk &desk)
{
    QStringList names;
    for (const char *name : {"roomApprove", "roomAsk", "roomAcceptVisitor", "roomDecline", "roomBrief", "roomHandOver",
                             "roomRelease", "roomRevoke"}) {
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

    void choose(AdminDesk &desk, const QString &emergency)
    {
        auto *view = desk.find<RecordView>(u"roomEmergencies"_s);
        QTRY_VERIFY_WITH_TIMEOUT(view->records()->rowOf(emergency) >= 0, 10000);
        view->selectKey(emergency);
    }

    /// Presses the button, fills the form's text where there is one, and accepts.
    void press(AdminDesk &desk, const QString &button, const QString &form, const QString &text = {})
    {
        QTRY_VERIFY(desk.find<QPushButton>(button)->isEnabled());
        QTest::mouseClick(desk.find<QPushButton>(button), Qt::LeftButton);
        QTRY_VERIFY(visibleDialog(form));
        if (!text.isEmpty())
            visibleDialog(form)->findChild<QPlainTextEdit *>()->setPlainText(text);
        visibleDialog(form)->findChild<QPushButton *>(u"formAccept"_s)->click();
    }

    static domain::Emergency emergencyNow(EscortCrew &crew, const QString &id)
    {
        must(usecases::beginRead(crew.at()));
        for (const domain::Emergency &emergency : crew.at().authority.escorts().presence().emergencies()) {
            if (emergency.id == id)
                return emergency;
        }
        return {};
    }

    static int helpersInside(EscortCrew &crew)
    {
        must(usecases::beginRead(crew.at()));
        int heads = 0;
        for (const domain::Presence &person : crew.at().authority.escorts().inside(machineRoom))
            heads += person.emergency.isEmpty() ? 0 : person.heads;
        return heads;
    }

    /// What the page tells this person about the visitor.
    QString noteOf(TestSite &site, const QString &number, const domain::VisitId &visit)
    {
        AdminDesk desk(app(), site);
        const RecordTable *table = open(desk, number)->visitors();
        if (!QTest::qWaitFor([&] { return table->rowOf(visit.text()) >= 0; }, 10000))
            return u"the visitor is not shown"_s;
        return table->index(table->rowOf(visit.text()), 6).data().toString();
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

    void aGuardIsLedToTheCase()
    {
        TestSite site;
        EscortCrew crew(site);
        const domain::Visit visit = crew.requested();
        AdminDesk desk(app(), site);
        choose(desk, open(desk, u"1042"_s), visit.id);
        QTRY_VERIFY(enabledDeeds(desk).contains(u"roomApprove"_s));
        auto *decide = desk.find<QPushButton>(u"roomApprove"_s);
        QCOMPARE(decide->text(), u"Decide…"_s);
        const QString about = desk.find<QLabel>(u"roomAbout"_s)->text();
        QVERIFY2(about.contains(u"decide the case under Waiting"), qPrintable(about));
        decide->click();
        QTRY_VERIFY(desk.find<QLabel>(u"caseName"_s)->isVisible());
        QCOMPARE(crew.state(visit.id), u"requested"_s);
    }

    void r9_aManagerStandsInForAKeeperWhoDoesNotAnswer()
    {
        TestSite site;
        EscortCrew crew(site);
        const domain::Visit visit = crew.requested();
        must(usecases::approveVisit(crew.at(), site.secondGuard(), visit.id));
        AdminDesk desk(app(), site);
        MachineRoomPage *page = open(desk, u"1001"_s);
        choose(desk, page, visit.id);
        QTRY_VERIFY(enabledDeeds(desk).contains(u"roomAsk"_s));
        QVERIFY(!enabledDeeds(desk).contains(u"roomApprove"_s)); // the keeper is asked first
        site.clock.advance(std::chrono::minutes(4));
        page->start();
        choose(desk, page, visit.id);
        QTRY_VERIFY(enabledDeeds(desk).contains(u"roomApprove"_s));
        QTest::mouseClick(desk.find<QPushButton>(u"roomApprove"_s), Qt::LeftButton);
        QTRY_COMPARE(crew.state(visit.id), u"approved"_s);
    }

    // The button beside it revokes: whoever presses Enter once more must not land there.
    void afterADeedTheListHasTheFocus()
    {
        TestSite site;
        EscortCrew crew(site);
        const domain::Visit visit = crew.requested();
        AdminDesk desk(app(), site);
        MachineRoomPage *page = open(desk, u"3001"_s);
        choose(desk, page, visit.id);
        auto *brief = desk.find<QPushButton>(u"roomBrief"_s);
        QTRY_VERIFY(brief->isEnabled());
        desk.window().activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&desk.window()));
        brief->setFocus();
        QTest::keyClick(brief, Qt::Key_Space);
        QTRY_VERIFY(!brief->isEnabled());
        QTRY_VERIFY(desk.find<RecordView>(u"roomVisitors"_s)->hasFocus());
    }

    void anEscortAcceptsFromTheOwnDesk()
    {
        TestSite site;
        EscortCrew crew(site);
        const domain::Visit visit = crew.approved();
        must(usecases::assignEscort(crew.at(), site.guard(), visit.id, machineRoom, crew.escort.staff.id));
        AdminDesk desk(app(), site);
        desk.signIn(u"3002"_s);
        auto *page = desk.window().findChild<MachineRoomPage *>();
        QTRY_VERIFY(page->isVisible()); // who only escorts begins here
        choose(desk, page, visit.id);
        QTRY_VERIFY(enabledDeeds(desk).contains(u"roomAcceptVisitor"_s));
        keepPicture(desk.window(), u"room-escort-light-en"_s);
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
        must(usecases::grantAccess(crew.at(), crew.lead, crew.keeper.staff.id, machineRoom, site.clock.now().addDays(300),
                                   u"operations"_s));
        must(usecases::grantAccess(crew.at(), site.manager(), crew.lead.staff.id, machineRoom, site.clock.now().addDays(300),
                                   u"operations"_s));
        crew.accepted();
        crew.requested();
        for (const QString &theme : {u"light"_s, u"dark"_s}) {
            AdminDesk desk(app(), site, 200, u"en"_s, theme);
            MachineRoomPage *page = open(desk, u"1001"_s);
            QTRY_COMPARE(page->visitors()->rowCount(), 2);
            desk.find<RecordView>(u"roomVisitors"_s)->setCurrentIndex(page->visitors()->index(0, 0));
            keepPicture(desk.window(), u"room-visitors-"_s + theme);
            QTest::mouseClick(desk.find<QPushButton>(u"roomAccessTab"_s), Qt::LeftButton);
            auto *access = desk.find<RecordView>(u"roomAccess"_s)->records();
            QCOMPARE(access->rowCount(), 2);
            QCOMPARE(access->index(0, 1).data().toString(), u"Operations"_s);
            keepPicture(desk.window(), u"room-access-"_s + theme);
            QTest::mouseClick(desk.find<QPushButton>(u"roomDutiesTab"_s), Qt::LeftButton);
            QCOMPARE(desk.find<RecordView>(u"roomDuties"_s)->records()->rowCount(), 5); // three duties, two escorts
            keepPicture(desk.window(), u"room-duties-"_s + theme);
        }
    }

    void r24_aGuardAdmitsHelpersWithOneKeyAndAKind()
    {
        TestSite site;
        EscortCrew crew(site);
        AdminDesk desk(app(), site);
        desk.signIn(u"1042"_s);
        QTRY_VERIFY(!desk.workbench().directory().zones.empty());
        QApplication::setActiveWindow(&desk.window());
        QTest::keyClick(&desk.window(), Qt::Key_F12); // from wherever the guard is
        QTRY_VERIFY(visibleDialog(u"emergencyDialog"_s));
        QDialog *dialog = visibleDialog(u"emergencyDialog"_s);
        keepPicture(*dialog, u"emergency-dialog"_s);
        auto *heads = dialog->findChild<QSpinBox *>(u"emergencyHeads"_s);
        QTest::keyClick(heads, Qt::Key_4);
        QApplication::setActiveWindow(dialog);
        QTest::keyClick(dialog, Qt::Key_F1);
        QTRY_COMPARE_WITH_TIMEOUT(helpersInside(crew), 4, 15000);
        const domain::Emergency emergency = crew.at().authority.escorts().presence().emergencies().front();
        QCOMPARE(emergency.kind, u"fire-brigade"_s);
        QCOMPARE(emergency.zone, machineRoom);

        choose(desk, emergency.id);
        QVERIFY(!desk.find<QPushButton>(u"emergencyConfirm"_s)->isVisible()); // a manager's
        press(desk, u"emergencyMore"_s, u"emergencyMoreDialog"_s);
        QTRY_COMPARE_WITH_TIMEOUT(helpersInside(crew), 5, 15000);
        press(desk, u"emergencyIdentify"_s, u"emergencyIdentifyDialog"_s, u"Port Example brigade, engine 2"_s);
        auto *table = desk.find<RecordView>(u"roomEmergencies"_s)->records();
        QTRY_COMPARE(table->index(0, 6).data().toString(), u"Port Example brigade, engine 2"_s);
        press(desk, u"emergencyLeave"_s, u"emergencyLeaveDialog"_s); // all of them, unless somebody counts fewer
        QTRY_COMPARE_WITH_TIMEOUT(helpersInside(crew), 0, 15000);
        QTRY_VERIFY(!desk.find<QPushButton>(u"emergencyLeave"_s)->isEnabled());
    }

    void r24_anotherManagerConfirmsTheEmergency()
    {
        TestSite site;
        EscortCrew crew(site);
        const QString own = must(usecases::enterEmergency(crew.at(), site.manager(), machineRoom, u"police"_s, 1));
        const QString id = must(usecases::enterEmergency(crew.at(), site.guard(), machineRoom, u"ambulance"_s, 2));
        must(usecases::identifyEmergency(crew.at(), site.guard(), id, u"Port Example rescue, unit 4"_s));
        for (const QString &theme : {u"light"_s, u"dark"_s}) {
            AdminDesk desk(app(), site, 200, u"en"_s, theme);
            MachineRoomPage *page = open(desk, u"1001"_s);
            QTRY_VERIFY(desk.find<QLabel>(u"roomAlarm"_s)->isVisible());
            QTest::mouseClick(desk.find<QPushButton>(u"roomEmergenciesTab"_s), Qt::LeftButton);
            QVERIFY(page->isVisible());
            choose(desk, own);
            QVERIFY(!desk.find<QPushButton>(u"emergencyConfirm"_s)->isEnabled()); // not one's own
            choose(desk, id);
            keepPicture(desk.window(), u"room-emergencies-"_s + theme);
            QTRY_COMPARE(desk.find<QPushButton>(u"emergencyConfirm"_s)->isEnabled(), theme == u"light");
            if (theme == u"light")
                QTest::mouseClick(desk.find<QPushButton>(u"emergencyConfirm"_s), Qt::LeftButton);
            QTRY_VERIFY(emergencyNow(crew, id).confirmedBy);
        }
    }

    void theEscortIsAskedToHandOverWhenTheShiftEnds()
    {
        TestSite site;
        EscortCrew crew(site);
        crew.accepted();
        must(usecases::stateShiftEnd(crew.at(), crew.escort, crew.escort.staff.id, site.clock.now().addSecs(10 * 60)));
        AdminDesk desk(app(), site);
        open(desk, u"3002"_s);
        auto *alarm = desk.find<QLabel>(u"roomAlarm"_s);
        QTRY_VERIFY(alarm->isVisible() && alarm->text().contains(u"shift"_s));
        keepPicture(desk.window(), u"room-hand-over-soon"_s);
    }

    void r17_theLeadIsRemindedOfWhatToReview_data()
    {
        QTest::addColumn<int>("days");
        QTest::addColumn<bool>("reminded");
        QTest::newRow("unused for 89 days") << 89 << false;
        QTest::newRow("unused for 90 days") << 90 << true;
    }
    void r17_theLeadIsRemindedOfWhatToReview()
    {
        QFETCH(int, days);
        TestSite site;
        EscortCrew crew(site);
        must(usecases::grantAccess(crew.at(), crew.lead, crew.keeper.staff.id, machineRoom, site.clock.now().addDays(300),
                                   u"operations"_s));
        site.clock.advance(std::chrono::hours(24 * days));
        AdminDesk desk(app(), site);
        open(desk, u"1001"_s);
        auto *summary = desk.find<QLabel>(u"roomSummary"_s);
        QTRY_VERIFY(!summary->text().isEmpty());
        QTEST(summary->text().contains(u"to review"_s), "reminded");
    }

    void r9_theKeeperIsToldThatAnApprovalWaits()
    {
        TestSite site;
        EscortCrew crew(site);
        const domain::Visit visit = crew.requested();
        const QString forKeeper = noteOf(site, u"3001"_s, visit.id);
        QCOMPARE(forKeeper, u"Yours to approve"_s);
        const QString forLead = noteOf(site, u"3006"_s, visit.id);
        QVERIFY2(forLead.contains(u"asked: Lin Tao"_s), qPrintable(forLead));
        site.clock.advance(std::chrono::minutes(2));
        QCOMPARE(noteOf(site, u"3006"_s, visit.id), u"Yours to approve"_s);
        site.clock.advance(std::chrono::minutes(2));
        QVERIFY(noteOf(site, u"1042"_s, visit.id).contains(u"a manager sees to it"_s));
        QCOMPARE(noteOf(site, u"1001"_s, visit.id), u"Yours to approve"_s);
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

GATEHOUSE_TEST(QApplication, MachineRoomPageTest);
#include "tst_machineroompage.moc"
