// SPDX-License-Identifier: GPL-3.0-or-later
// The room's duties through the admin app's windows, over a real site. With GATEHOUSE_SHOTS=folder each page is also drawn into
// a picture there, to be looked at.
#include "admindesk.h"
#include "busysite.h"
#include "domain/roomactions.h"
#include "machineroom.h"
#include "models/recordtable.h"
#include "roomcrew.h"
#include "strangerreport.h"
#include "testprogram.h"
#include "usecases/badges.h"
#include "usecases/emergencies.h"
#include "usecases/exceptions.h"
#include "usecases/handovers.h"
#include "usecases/incidents.h"
#include "usecases/musters.h"
#include "usecases/roomitems.h"
#include "usecases/rounds.h"
#include "windows/parts/recordview.h"
#include "windows/room/incidentspage.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDialog>
#include <QPlainTextEdit>
#include <QPointer>
#include <QRegularExpression>
#include <QTabWidget>
#include <QTableView>

using namespace gatehouse;
using namespace gatehouse::admin;
using namespace gatehouse::test;
using namespace Qt::StringLiterals;

namespace
{
QDialog *openDialog(const QString &name)
{
    for (QWidget *widget : QApplication::allWidgets()) {
        if (auto *dialog = qobject_cast<QDialog *>(widget); dialog && dialog->isVisible() && dialog->objectName() == name)
            return dialog;
    }
    return nullptr;
}

void shoot(QWidget *widget, const QString &name)
{
    const QString folder = qEnvironmentVariable("GATEHOUSE_SHOTS");
    if (!folder.isEmpty())
        QVERIFY(widget->grab().save(u"%1/%2.png"_s.arg(folder, name)));
}

const domain::RoomBooks &booksOf(TestSite &site)
{
    must(usecases::beginRead(site.admin().at()));
    return site.admin().at().authority.rooms();
}
} // namespace

class RoomWindowsTest : public QObject
{
    Q_OBJECT

private:
    QApplication &app() { return *qobject_cast<QApplication *>(QCoreApplication::instance()); }
    QAbstractItemModel *rowsOf(AdminDesk &desk, const QString &table) { return desk.find<QTableView>(table)->model(); }
    void chooseFirst(AdminDesk &desk, const QString &table)
    {
        QTRY_VERIFY_WITH_TIMEOUT(rowsOf(desk, table)->rowCount() > 0, patienceMs);
        desk.find<QTableView>(table)->setCurrentIndex(rowsOf(desk, table)->index(0, 0));
    }
    void accept(const QString &dialog)
    {
        QTRY_VERIFY_WITH_TIMEOUT(openDialog(dialog), patienceMs);
        auto *button = openDialog(dialog)->findChild<QPushButton *>(u"formAccept"_s);
        QTRY_VERIFY(button->isEnabled());
        button->click();
    }

private Q_SLOTS:
    void r3_aStrangerReportedAtTheDoorIsLedOutAskedAndClosed()
    {
        TestSite site;
        AdminDesk desk(app(), site);
        desk.signIn(u"1001"_s);
        QAbstractItemModelTester tester(rowsOf(desk, u"incidentTable"_s),
                                        QAbstractItemModelTester::FailureReportingMode::QtTest);
        const domain::IncidentId id = strangerAt(site.kiosk(), machineRoom);
        desk.window().showPage(MainWindow::IncidentsId);
        chooseFirst(desk, u"incidentTable"_s);
        QVERIFY(!desk.find<QPushButton>(u"closeIncident"_s)->isEnabled());
        QVERIFY(!desk.find<QPushButton>(u"step-reason-asked"_s)->isEnabled());
        const auto standOut = [&] {
            QStringList names;
            for (const QPushButton *button : desk.window().findChildren<QPushButton *>(QRegularExpression(u"^step-"_s))) {
                if (button->property("role") == u"primary"_s)
                    names << button->objectName();
            }
            return names;
        };
        QCOMPARE(standOut(), QStringList{u"step-lead-out"_s});
        for (const QString &step : {u"lead-out"_s, u"reason-asked"_s}) {
            QTRY_VERIFY_WITH_TIMEOUT(desk.find<QPushButton>(u"step-"_s + step)->isEnabled(), patienceMs);
            desk.find<QPushButton>(u"step-"_s + step)->click();
            accept(u"stepDialog"_s);
            QTRY_VERIFY_WITH_TIMEOUT(booksOf(site).incidents.byId(id)->step(step), patienceMs);
            QTRY_COMPARE_WITH_TIMEOUT(standOut(), QStringList{u"step-badge-looked-up"_s},
                                      patienceMs); // the next, also when it may be left out
        }
        QTRY_VERIFY_WITH_TIMEOUT(desk.find<QPushButton>(u"closeIncident"_s)->isEnabled(), patienceMs);
        shoot(&desk.window(), u"incident-steps"_s);
        desk.find<QPushButton>(u"closeIncident"_s)->click();
        QTRY_VERIFY(openDialog(u"closeDialog"_s));
        openDialog(u"closeDialog"_s)->findChild<QPlainTextEdit *>()->setPlainText(u"Was looking for the canteen."_s);
        accept(u"closeDialog"_s);
        QTRY_VERIFY_WITH_TIMEOUT(!booksOf(site).incidents.byId(id)->isOpen(), patienceMs);
        desk.window().lock();
        QCOMPARE(rowsOf(desk, u"incidentTable"_s)->rowCount(), 0);
    }

    void r12_theClosingRoundIsSignedPointByPoint()
    {
        TestSite site;
        RoomCrew crew(site);
        must(usecases::adoptDefaultChecklists(site.admin().at(), site.manager()));
        must(usecases::defineSupply(site.admin().at(), site.manager(), machineRoom,
                                    {{domain::SupplyLoad::What::Lock, u"door 2"_s}}));
        must(usecases::startRound(site.admin().at(), crew.keeper, machineRoom, domain::RoundKind::Closing));
        AdminDesk desk(app(), site);
        desk.signIn(u"3003"_s);
        desk.window().showPage(MainWindow::DutiesId);
        chooseFirst(desk, u"roundTable"_s);
        desk.find<QPushButton>(u"openRound"_s)->click();
        QTRY_VERIFY_WITH_TIMEOUT(openDialog(u"roundDialog"_s), patienceMs);
        const domain::Round round = booksOf(site).rounds.running().front();
        const domain::RoundId id = round.id;
        for (const domain::CheckPoint &point : round.checklist.points) {
            openDialog(u"roundDialog"_s)->findChild<QPushButton *>(u"pass-"_s + point.code)->click();
            QTRY_VERIFY_WITH_TIMEOUT(booksOf(site).rounds.byId(id)->result(point.code), patienceMs);
        }
        auto *finish = openDialog(u"roundDialog"_s)->findChild<QPushButton *>(u"finishRound"_s);
        QTRY_VERIFY_WITH_TIMEOUT(finish->isEnabled(), patienceMs);
        shoot(openDialog(u"roundDialog"_s), u"round-dialog"_s);
        finish->click();
        QTRY_VERIFY_WITH_TIMEOUT(openDialog(u"supplyDialog"_s), patienceMs); // the lock goes dark
        openDialog(u"supplyDialog"_s)->findChild<QCheckBox *>()->setChecked(true);
        accept(u"supplyDialog"_s);
        QTRY_VERIFY_WITH_TIMEOUT(booksOf(site).rounds.byId(id)->finishedAt, patienceMs);
    }

    // The next button is held down when the answer before it comes back, and when rescuers go in: it counts all the same.
    void r10_aButtonThatIsBeingPressedStays()
    {
        TestSite site;
        RoomCrew crew(site);
        must(usecases::adoptDefaultChecklists(site.admin().at(), site.manager()));
        must(usecases::startRound(site.admin().at(), crew.keeper, machineRoom, domain::RoundKind::Closing));
        AdminDesk desk(app(), site);
        desk.signIn(u"3003"_s);
        desk.window().showPage(MainWindow::DutiesId);
        chooseFirst(desk, u"roundTable"_s);
        desk.find<QPushButton>(u"openRound"_s)->click();
        QTRY_VERIFY_WITH_TIMEOUT(openDialog(u"roundDialog"_s), patienceMs);
        const domain::Round round = booksOf(site).rounds.running().front();
        const QString pressedCode = round.checklist.points.front().code;
        const QString otherCode = round.checklist.points.back().code;
        QDialog *dialog = openDialog(u"roundDialog"_s);
        const QPointer<QPushButton> pressed = dialog->findChild<QPushButton *>(u"pass-"_s + pressedCode);
        dialog->findChild<QPushButton *>(u"pass-"_s + otherCode)->click();
        QTest::mousePress(pressed, Qt::LeftButton);
        QVERIFY(pressed->isDown());
        QTRY_VERIFY_WITH_TIMEOUT(booksOf(site).rounds.byId(round.id)->result(otherCode), patienceMs);
        must(usecases::enterEmergency(site.admin().at(), site.guard(), machineRoom, u"police"_s, 2));
        auto *hindrance = dialog->findChild<QLabel *>(u"roundHindrance"_s);
        QTRY_VERIFY_WITH_TIMEOUT(hindrance->text().contains(u'2'), patienceMs); // the dialog has read all of it
        QVERIFY(pressed && pressed->isDown());
        QTest::mouseRelease(pressed, Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(booksOf(site).rounds.byId(round.id)->result(pressedCode), patienceMs);
    }

    void r10_aRoundThatIsDueBeginsAndOpensInOnePress()
    {
        TestSite site;
        RoomCrew crew(site);
        must(usecases::adoptDefaultChecklists(site.admin().at(), site.manager()));
        site.clock.advance(std::chrono::hours(25)); // every day one is due
        AdminDesk desk(app(), site);
        desk.signIn(u"3003"_s);
        desk.window().showPage(MainWindow::DutiesId);
        auto *view = desk.find<RecordView>(u"roundTable"_s);
        QTRY_VERIFY_WITH_TIMEOUT(view->records()->rowOf(u"due:machine-room|scheduled"_s) >= 0, patienceMs);
        view->selectKey(u"due:machine-room|scheduled"_s);
        QCOMPARE(desk.find<QPushButton>(u"openRound"_s)->text(), u"Begin this one"_s);
        desk.find<QPushButton>(u"openRound"_s)->click();
        QTRY_VERIFY_WITH_TIMEOUT(openDialog(u"roundDialog"_s), patienceMs);
        QCOMPARE(booksOf(site).rounds.running().size(), std::size_t(1));
        openDialog(u"roundDialog"_s)->reject();
    }

    void r10_aFailedPointNamesWhoAnswersForItAndUntilWhen()
    {
        TestSite site;
        RoomCrew crew(site);
        must(usecases::adoptDefaultChecklists(site.admin().at(), site.manager()));
        must(usecases::startRound(site.admin().at(), crew.keeper, machineRoom, domain::RoundKind::Scheduled));
        AdminDesk desk(app(), site);
        desk.signIn(u"3003"_s);
        desk.window().showPage(MainWindow::DutiesId);
        chooseFirst(desk, u"roundTable"_s);
        desk.find<QPushButton>(u"openRound"_s)->click();
        QTRY_VERIFY_WITH_TIMEOUT(openDialog(u"roundDialog"_s), patienceMs);
        const QString code = booksOf(site).rounds.running().front().checklist.points.front().code;
        openDialog(u"roundDialog"_s)->findChild<QPushButton *>(u"fail-"_s + code)->click();
        QTRY_VERIFY_WITH_TIMEOUT(openDialog(u"failedDialog"_s), patienceMs);
        openDialog(u"failedDialog"_s)->findChild<QPlainTextEdit *>()->setPlainText(u"A plug is warm."_s);
        auto *owner = openDialog(u"failedDialog"_s)->findChild<QComboBox *>(u"failedOwner"_s);
        owner->setCurrentIndex(owner->findData(crew.maintainer.staff.id.text()));
        shoot(openDialog(u"failedDialog"_s), u"round-failed"_s);
        accept(u"failedDialog"_s);
        QTRY_COMPARE_WITH_TIMEOUT(booksOf(site).incidents.open().size(), std::size_t(1), patienceMs);
        const domain::Incident incident = booksOf(site).incidents.open().front();
        QCOMPARE(incident.owner, std::optional<domain::StaffId>(crew.maintainer.staff.id));
        QVERIFY(incident.fixBy > site.clock.now());
    }

    void r13_whoComesSignsForTheDesk()
    {
        TestSite site;
        const QString post = domain::guardDeskPost();
        const domain::HandoverId id = must(usecases::offerHandover(
            site.admin().at(), site.guard(), {post, true, domain::selfCheckCodes(post), u"The caterer comes at six."_s}));
        AdminDesk desk(app(), site);
        desk.signIn(u"1043"_s);
        desk.window().showPage(MainWindow::DutiesId);
        desk.find<QTabWidget>(u"dutyTabs"_s)->setCurrentIndex(1);
        chooseFirst(desk, u"handoverTable"_s);
        QTRY_VERIFY_WITH_TIMEOUT(desk.find<QPushButton>(u"acceptHandover"_s)->isEnabled(), patienceMs);
        desk.find<QPushButton>(u"acceptHandover"_s)->click();
        QTRY_VERIFY(openDialog(u"acceptDialog"_s));
        openDialog(u"acceptDialog"_s)->findChild<QCheckBox *>()->setChecked(true);
        accept(u"acceptDialog"_s);
        QTRY_VERIFY_WITH_TIMEOUT(booksOf(site).handovers.byId(id)->acceptedAt, patienceMs);
        desk.find<QPushButton>(u"printHandover"_s)->click();
        QTRY_VERIFY_WITH_TIMEOUT(!QDir(desk.folder()).entryList({u"handover-*.pdf"_s}).isEmpty(), patienceMs);
    }

    void everyPageIsDrawn_data()
    {
        QTest::addColumn<QString>("theme");
        QTest::newRow("light") << u"light"_s;
        QTest::newRow("dark") << u"dark"_s;
    }
    void everyPageIsDrawn()
    {
        QFETCH(QString, theme);
        TestSite site;
        RoomCrew crew(site);
        fillDuties(site, crew);
        AdminDesk desk(app(), site, 200, u"en"_s, theme);
        desk.signIn(u"1001"_s);
        QTRY_VERIFY_WITH_TIMEOUT(!desk.workbench().directory().staff.empty(), patienceMs);
        desk.window().showPage(MainWindow::IncidentsId);
        chooseFirst(desk, u"incidentTable"_s);
        shoot(&desk.window(), u"incidents-"_s + theme);
        desk.window().showPage(MainWindow::DutiesId);
        auto *tabs = desk.find<QTabWidget>(u"dutyTabs"_s);
        const QStringList tables{u"roundTable"_s, u"handoverTable"_s, u"exceptionTable"_s, u"itemTable"_s, u"musterTable"_s};
        for (int i = 0; i < tabs->count(); ++i) {
            tabs->setCurrentIndex(i);
            chooseFirst(desk, tables[i]);
            desk.workbench().drain();
            shoot(&desk.window(), u"%1-%2"_s.arg(tables[i], theme));
        }
    }
};

GATEHOUSE_TEST(QApplication, RoomWindowsTest);
#include "tst_roomwindows.moc"
