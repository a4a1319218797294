// SPDX-License-Identifier: GPL-3.0-or-later
// Every window of the admin app over a real site: what a guard sees and what is stored.
#include "admindesk.h"
#include "models/queuemodel.h"
#include "models/recordtable.h"
#include "models/visitrows.h"
#include "testprogram.h"
#include "usecases/badges.h"
#include "usecases/incidents.h"
#include "usecases/onetimecodes.h"
#include "usecases/silentdevices.h"
#include "usecases/staffaccounts.h"
#include "windows/arrivals/waitingpage.h"
#include "windows/parts/recordview.h"
#include "windows/settings/staffpage.h"
#include "windows/visits/logpage.h"
#include "windows/visits/onsitepage.h"

#include <QAbstractButton>
#include <QAbstractItemModelTester>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDialog>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPointer>
#include <QPushButton>
#include <QScrollBar>
#include <QSettings>
#include <QSignalSpy>

using namespace gatehouse;
using namespace gatehouse::admin;
using namespace gatehouse::test;
using namespace Qt::StringLiterals;

class AdminWindowsTest : public QObject
{
    Q_OBJECT

private:
    QApplication &app() { return testApplication(); }
    void choose(AdminDesk &desk, const domain::VisitId &id) { desk.choose(id); }

    /// Through the window, as keys of a keyboard or of a scanner in keyboard mode come.
    static void type(QWidget &window, const QString &text)
    {
        QCoreApplication::processEvents(); // what is still to be drawn would make gaps between the keys
        for (const QChar character : text)
            QTest::keyClick(window.windowHandle(), character.toLatin1());
    }

private Q_SLOTS:
    void aWrongPasswordIsRefusedAndTheFieldEmptied()
    {
        TestSite site;
        AdminDesk desk(app(), site);
        QTRY_COMPARE_WITH_TIMEOUT(desk.window().screen(), MainWindow::SignInScreen, 10000);
        desk.find<QLineEdit>(u"staffNumber"_s)->setText(u"1042"_s);
        desk.find<QLineEdit>(u"password"_s)->setText(u"not the password"_s);
        QTest::keyClick(desk.find<QLineEdit>(u"password"_s), Qt::Key_Return);
        QTRY_VERIFY(desk.find<QLabel>(u"signInMessage"_s)->text().contains(u"do not fit"));
        QVERIFY(desk.find<QLineEdit>(u"password"_s)->text().isEmpty());
        QCOMPARE(desk.window().screen(), MainWindow::SignInScreen);
    }

    void anArrivalAppearsByItselfAndTakesNoFocus()
    {
        TestSite site;
        AdminDesk desk(app(), site);
        QSignalSpy watching(&desk.workbench(), &Workbench::watching);
        desk.signIn(u"1042"_s);
        QTRY_VERIFY(!watching.isEmpty());
        QueueModel *queue = desk.window().waitingPage()->queue();
        QAbstractItemModelTester tester(queue, QAbstractItemModelTester::FailureReportingMode::QtTest);
        desk.workbench().drain();
        desk.find<QLineEdit>(u"find"_s)->setFocus();
        const domain::Visit visit = arrive(site);
        QTRY_VERIFY(queue->rowOf(visit.id) >= 0);
        QVERIFY(desk.find<QLineEdit>(u"find"_s)->hasFocus() || !QApplication::activeWindow());
        QVERIFY(!desk.find<QListView>(u"queue"_s)->currentIndex().isValid());
    }

    void theFocusOpensNoCase()
    {
        TestSite site;
        const domain::Visit visit = arrive(site);
        AdminDesk desk(app(), site);
        desk.signIn(u"1042"_s);
        auto *list = desk.find<QListView>(u"queue"_s);
        QTRY_COMPARE(list->model()->rowCount(), 1);
        desk.find<QLineEdit>(u"find"_s)->setFocus();
        list->setFocus(Qt::ActiveWindowFocusReason);
        QCOMPARE(QApplication::focusWidget(), list);
        QVERIFY(!list->currentIndex().isValid());
        desk.window().showPage(MainWindow::LogId);
        QTest::keyClick(&desk.window(), Qt::Key_1, Qt::ControlModifier);
        QCOMPARE(QApplication::focusWidget(), list);
        QVERIFY(!list->currentIndex().isValid());
        QTest::keyClick(list, Qt::Key_Down);
        QCOMPARE(list->currentIndex().row(), 0);
        QVERIFY(list->selectionModel()->isRowSelected(0, {}));
        QTRY_COMPARE(desk.find<QLabel>(u"caseName"_s)->text(), u"Anna Maria Eriksson"_s);
    }

    void aCaseOpenedBeforeItStandsInTheQueueIsMarkedThere()
    {
        TestSite site;
        AdminDesk desk(app(), site);
        desk.signIn(u"1042"_s);
        auto *list = desk.find<QListView>(u"queue"_s);
        desk.workbench().drain();
        const domain::Visit visit = arrive(site);
        desk.window().waitingPage()->open(visit.id);
        QTRY_COMPARE(list->model()->rowCount(), 1);
        QVERIFY(list->selectionModel()->isRowSelected(0, {}));
    }

    void whoIsOverdueIsSaidOnEveryPage()
    {
        TestSite site;
        const domain::Visit visit = site.approvedVisit();
        must(usecases::issueBadgeAtDesk(site.admin().at(), site.secondGuard(), visit.id));
        AdminDesk desk(app(), site);
        desk.signIn(u"1042"_s);
        auto *entry = desk.find<QAbstractButton>(u"navOnSite"_s);
        auto *said = desk.find<QLabel>(u"said"_s);
        auto *page = desk.window().findChild<OnSitePage *>();
        QTRY_COMPARE(page->table()->rowCount(), 1);
        QVERIFY(entry->accessibleDescription().isEmpty());
        site.clock.advance(std::chrono::hours(12));
        Q_EMIT desk.workbench().changed();
        QTRY_COMPARE(entry->accessibleDescription(), u"1 overdue"_s);
        QVERIFY2(said->text().contains(u"still on site: Anna Maria Eriksson"), qPrintable(said->text()));
        desk.pictures(u"overdue-navigation"_s);
    }

    void ofManyOverdueThreeAreNamed()
    {
        TestSite site;
        for (int i = 0; i < 5; ++i)
            must(usecases::issueBadgeAtDesk(site.admin().at(), site.secondGuard(), site.approvedVisit().id));
        AdminDesk desk(app(), site);
        desk.signIn(u"1042"_s);
        auto *said = desk.find<QLabel>(u"said"_s);
        QTRY_COMPARE(desk.window().findChild<OnSitePage *>()->table()->rowCount(), 5);
        site.clock.advance(std::chrono::hours(12));
        Q_EMIT desk.workbench().changed();
        QTRY_VERIFY2(said->text().contains(u"Anna Maria Eriksson and 2 more"), qPrintable(said->text()));
        QCOMPARE(said->text().count(u"Eriksson"), 3);
    }

    void approvesAfterTheOriginalWasSeen()
    {
        TestSite site;
        const domain::Visit visit = arrive(site);
        AdminDesk desk(app(), site);
        desk.signIn(u"1042"_s);
        choose(desk, visit.id);
        QCOMPARE(desk.find<QLabel>(u"caseName"_s)->text(), u"Anna Maria Eriksson"_s);
        auto *approve = desk.find<QPushButton>(u"approve"_s);
        QTRY_VERIFY(desk.find<QLabel>(u"approveHindrance"_s)->text().contains(u"original"));
        QVERIFY(!approve->isEnabled());
        QTest::keyClick(&desk.window(), Qt::Key_F6);
        QTRY_VERIFY(approve->isEnabled());
        QTest::keyClick(&desk.window(), Qt::Key_F9);
        QVERIFY(desk.window().decisions().planned().has_value());
        QCOMPARE(visitNow(site, visit.id).state, domain::VisitState::Requested); // not written yet
        QTRY_COMPARE(visitNow(site, visit.id).state, domain::VisitState::Approved);
        QTRY_VERIFY(desk.find<QLabel>(u"said"_s)->text().contains(u"approved"));
        // The selection has not moved: the case shows the decision.
        QTRY_COMPARE(desk.find<QLabel>(u"caseState"_s)->accessibleName(), u"approved"_s);
    }

    void theApproveKeyLeadsToTheReasonThatIsMissing()
    {
        TestSite site;
        usecases::VisitRequest request = site.meeting();
        request.visitors.front().record.documentKind = u"typed"_s;
        for (domain::IdentityField &field : request.visitors.front().record.fields)
            field.sign = domain::FieldSign::Typed;
        const domain::Visit visit = must(usecases::requestVisit(site.kiosk().at(), request)).front();
        must(usecases::recordOriginalSeen(site.admin().at(), site.guard(), visit.id));
        AdminDesk desk(app(), site);
        desk.signIn(u"1042"_s);
        choose(desk, visit.id);
        auto *reason = desk.find<QComboBox>(u"overrideReason"_s);
        QTRY_VERIFY(reason->isVisible());
        QTest::keyClick(&desk.window(), Qt::Key_F9);
        QVERIFY(!desk.window().decisions().planned().has_value());
        QTRY_VERIFY(reason->view()->isVisible());
        QTest::keyClick(reason->view(), Qt::Key_2);
        QTest::keyClick(reason->view(), Qt::Key_Return);
        QTRY_COMPARE(reason->currentIndex(), 2);
        QTest::keyClick(&desk.window(), Qt::Key_F9);
        QVERIFY(desk.window().decisions().planned().has_value());
        QCOMPARE(QApplication::focusWidget(), desk.find<QListView>(u"queue"_s)); // who waits next is one key away
    }

    void theKeysWithControlOpenThePagesThatAreThere_data()
    {
        QTest::addColumn<QString>("number");
        QTest::addColumn<int>("key");
        QTest::addColumn<QString>("page");
        QTest::newRow("guard, second") << u"1042"_s << int(Qt::Key_2) << u"navOnSite"_s;
        QTest::newRow("guard, eighth: no staff page") << u"1042"_s << int(Qt::Key_8) << u"navSettings"_s;
        QTest::newRow("manager, eighth") << u"1001"_s << int(Qt::Key_8) << u"navStaff"_s;
        QTest::newRow("manager, ninth") << u"1001"_s << int(Qt::Key_9) << u"navSettings"_s;
    }
    void theKeysWithControlOpenThePagesThatAreThere()
    {
        QFETCH(QString, number);
        QFETCH(int, key);
        QFETCH(QString, page);
        TestSite site;
        AdminDesk desk(app(), site);
        desk.signIn(number);
        auto *button = desk.find<QAbstractButton>(page);
        QVERIFY(!button->isChecked());
        QTest::keyClick(&desk.window(), static_cast<Qt::Key>(key), Qt::ControlModifier);
        QVERIFY(button->isChecked());
        QVERIFY2(button->toolTip().contains(u"Ctrl+%1"_s.arg(QChar(key))), qPrintable(button->toolTip()));
    }

    void oneKeyGoesToTheNextWhoWaits()
    {
        TestSite site;
        const domain::Visit first = arrive(site);
        site.clock.advance(std::chrono::minutes(1));
        const domain::Visit second = arrive(site, u"Oona"_s, u"Virtanen"_s);
        site.clock.advance(std::chrono::minutes(1));
        const domain::Visit third = arrive(site, u"Ines"_s, u"Novak"_s);
        AdminDesk desk(app(), site);
        desk.signIn(u"1042"_s);
        auto *list = desk.find<QListView>(u"queue"_s);
        QTRY_COMPARE(list->model()->rowCount(), 3);
        list->setCurrentIndex({});
        const auto shown = [&] { return list->currentIndex().data(QueueModel::TitleRole).toString(); };
        QTest::keyClick(&desk.window(), Qt::Key_F3);
        QCOMPARE(shown(), u"Anna Maria Eriksson"_s);
        desk.window().showPage(MainWindow::LogId);
        QTest::keyClick(&desk.window(), Qt::Key_F3);
        QVERIFY(desk.window().waitingPage()->isVisible());
        QCOMPARE(shown(), u"Oona Virtanen"_s);
        must(usecases::denyVisit(site.admin().at(), site.secondGuard(), third.id, {u"not-expected"_s, {}}));
        QTRY_COMPARE(list->model()->rowCount(), 2); // decided elsewhere: nobody to go to but the first
        QTest::keyClick(&desk.window(), Qt::Key_F3);
        QCOMPARE(shown(), u"Anna Maria Eriksson"_s);
        QVERIFY(first.id != second.id);
    }

    void aDecisionCanBeCalledBack()
    {
        TestSite site;
        const domain::Visit visit = arrive(site);
        AdminDesk desk(app(), site, 60000);
        desk.signIn(u"1042"_s);
        choose(desk, visit.id);
        QTest::keyClick(&desk.window(), Qt::Key_F6);
        QTRY_VERIFY(desk.find<QPushButton>(u"approve"_s)->isEnabled());
        QTest::keyClick(&desk.window(), Qt::Key_F9);
        QTRY_VERIFY(desk.find<QLabel>(u"undoText"_s)->text().contains(u"Anna Maria Eriksson"));
        QTest::keyClick(&desk.window(), Qt::Key_Escape);
        QVERIFY(!desk.window().decisions().planned().has_value());
        QTRY_VERIFY(desk.find<QPushButton>(u"approve"_s)->isEnabled());
        QCOMPARE(visitNow(site, visit.id).state, domain::VisitState::Requested);
    }

    void deniesWithANumberedReason()
    {
        TestSite site;
        const domain::Visit visit = arrive(site);
        AdminDesk desk(app(), site);
        desk.signIn(u"1042"_s);
        choose(desk, visit.id);
        QTest::keyClick(&desk.window(), Qt::Key_F8);
        QTRY_VERIFY(visibleDialog(u"reasonDialog"_s));
        QDialog *dialog = visibleDialog(u"reasonDialog"_s);
        QVERIFY(dialog->windowTitle().contains(u"Anna Maria Eriksson"));
        QTest::keyClick(dialog, Qt::Key_1);
        QTest::keyClick(dialog, Qt::Key_Return);
        QTRY_COMPARE(visitNow(site, visit.id).state, domain::VisitState::Denied);
    }

    void aDecidedVisitSaysWhoDecidedAndWhy()
    {
        TestSite site;
        const domain::Visit visit = arrive(site);
        must(usecases::denyVisit(site.admin().at(), site.secondGuard(), visit.id, {u"other"_s, u"Came back drunk"_s}));
        site.clock.advance(std::chrono::hours(48));
        AdminDesk desk(app(), site);
        desk.signIn(u"1001"_s);
        desk.window().showPage(MainWindow::LogId);
        auto *log = desk.find<QTableView>(u"logTable"_s);
        QTRY_COMPARE(log->model()->rowCount(), 1);
        log->setCurrentIndex(log->model()->index(0, 0));
        auto *history = desk.find<QTableView>(u"history"_s);
        QTRY_COMPARE(history->model()->rowCount(), 2);
        QCOMPARE(history->model()->index(1, 1).data().toString(), u"Denied · Sun Qi\nReason: Came back drunk"_s);
        QVERIFY(desk.find<QLabel>(u"logAbout"_s)->text().contains(u"Denied by Sun Qi"));
        QCOMPARE(log->model()->index(0, 7).data().toString(), u"—"_s); // nobody authorised it
        desk.pictures(u"denied-log"_s);
        desk.find<QPushButton>(u"openFromLog"_s)->click();
        const auto said = [&] {
            QStringList words;
            for (const QLabel *label : desk.find<QFrame>(u"caseDecisions"_s)->findChildren<QLabel *>())
                words << label->text();
            return words;
        };
        QTRY_COMPARE(said().size(), 2);
        QVERIFY2(said()[0].startsWith(u"Denied by Sun Qi, 2026-"), qPrintable(said()[0]));
        QCOMPARE(said()[1], u"Reason: Came back drunk"_s);
        QVERIFY(!desk.find<QTableView>(u"findings"_s)->isVisible());
        desk.pictures(u"denied-case"_s);
    }

    void theFindingsOfAnApprovedVisitAreOfThatTime()
    {
        TestSite site;
        const domain::Visit visit = site.approvedVisit();
        AdminDesk desk(app(), site);
        desk.signIn(u"1042"_s);
        desk.window().waitingPage()->open(visit.id);
        auto *of = desk.find<QLabel>(u"findingsOf"_s);
        QTRY_VERIFY2(of->isVisible() && of->text().startsWith(u"Findings when it was approved, "), qPrintable(of->text()));
        QVERIFY(!desk.find<QLabel>(u"approveHindrance"_s)->isVisible());
        site.clock.advance(std::chrono::hours(24));
        must(usecases::recordRollCall(site.kiosk().at(), site.secondGuard(), 0)); // anything, so that the case is read again
        auto *bar = desk.find<QLabel>(u"approveHindrance"_s);
        QTRY_COMPARE(bar->text(), u"✕ New since the approval: The time of the visit is over."_s);
        desk.pictures(u"approved-late"_s);
        const auto *table = desk.find<QTableView>(u"findings"_s)->model();
        for (int row = 0; row < table->rowCount(); ++row)
            QVERIFY(table->index(row, 3).data().toString().endsWith(u"pass"_s)); // as they were, whatever is new
    }

    void saysWhoWasFaster()
    {
        TestSite site;
        const domain::Visit visit = arrive(site);
        AdminDesk desk(app(), site, 60000);
        desk.signIn(u"1042"_s);
        choose(desk, visit.id);
        QTest::keyClick(&desk.window(), Qt::Key_F6);
        QTRY_VERIFY(desk.find<QPushButton>(u"approve"_s)->isEnabled());
        QTest::keyClick(&desk.window(), Qt::Key_F9);
        must(usecases::approveVisit(site.admin().at(), site.secondGuard(), visit.id));
        desk.window().decisions().flush();
        QTRY_VERIFY2(desk.find<QLabel>(u"said"_s)->text().contains(u"Sun Qi"),
                     qPrintable(desk.find<QLabel>(u"said"_s)->text()));
    }

    void lockingShowsNothingPersonalAndThePasswordUnlocks()
    {
        TestSite site;
        const domain::Visit visit = arrive(site);
        AdminDesk desk(app(), site);
        desk.signIn(u"1042"_s);
        choose(desk, visit.id);
        QTest::keyClick(&desk.window(), Qt::Key_L, Qt::ControlModifier);
        QCOMPARE(desk.window().screen(), MainWindow::LockScreen);
        QCOMPARE(desk.window().waitingPage()->queue()->rowCount(), 0);
        for (QLabel *label : desk.window().findChildren<QLabel *>())
            QVERIFY2(!label->text().contains(u"Eriksson"), qPrintable(label->objectName()));
        desk.find<QLineEdit>(u"unlockPassword"_s)->setText(TestSite::passwordText());
        QTest::keyClick(desk.find<QLineEdit>(u"unlockPassword"_s), Qt::Key_Return);
        QTRY_COMPARE(desk.window().screen(), MainWindow::WorkScreen);
        QTRY_COMPARE(desk.window().waitingPage()->queue()->rowCount(), 1);
    }

    void aRegistrationThatWasBegunOutlivesTheLockOfTheSamePerson()
    {
        TestSite site;
        AdminDesk desk(app(), site);
        desk.signIn(u"1042"_s);
        QTest::keyClick(&desk.window(), Qt::Key_F2);
        QTRY_VERIFY(visibleDialog(u"deskDialog"_s));
        QTest::keyClicks(visibleDialog(u"deskDialog"_s)->findChild<QLineEdit *>(u"desk-fullName"_s), u"Ona Petraite"_s);
        desk.window().lock();
        QVERIFY(!visibleDialog(u"deskDialog"_s));
        desk.find<QLineEdit>(u"unlockPassword"_s)->setText(TestSite::passwordText());
        QTest::keyClick(desk.find<QLineEdit>(u"unlockPassword"_s), Qt::Key_Return);
        QTRY_VERIFY(visibleDialog(u"deskDialog"_s));
        const QPointer<QDialog> dialog = visibleDialog(u"deskDialog"_s);
        QCOMPARE(dialog->findChild<QLineEdit *>(u"desk-fullName"_s)->text(), u"Ona Petraite"_s);
        desk.window().lock();
        desk.find<QPushButton>(u"somebodyElse"_s)->click();
        QTRY_COMPARE(desk.window().screen(), MainWindow::SignInScreen);
        QVERIFY2(!dialog, "nothing of it is left for the next person");
    }

    void theLockedScreenCutsNoText()
    {
        TestSite site;
        AdminDesk desk(app(), site);
        desk.signIn(u"1042"_s);
        desk.window().lock();
        int wrapping = 0;
        for (const QLabel *label : desk.find<QWidget>(u"lockPage"_s)->findChildren<QLabel *>()) {
            if (!label->wordWrap() || label->text().isEmpty())
                continue;
            ++wrapping;
            QTRY_VERIFY2(label->height() >= label->heightForWidth(label->width()), qPrintable(label->text()));
        }
        QVERIFY(wrapping > 0);
    }

    void theDeskCanBeLockedWithThePointer()
    {
        TestSite site;
        AdminDesk desk(app(), site);
        desk.signIn(u"1042"_s);
        QVERIFY(desk.find<QPushButton>(u"navLock"_s)->text().contains(u"Ctrl+L"));
        desk.find<QPushButton>(u"navLock"_s)->click();
        QCOMPARE(desk.window().screen(), MainWindow::LockScreen);
    }

    void aSessionOpenedElsewhereEndsThisOne()
    {
        TestSite site;
        AdminDesk desk(app(), site);
        desk.signIn(u"1042"_s);
        site.signInAs(u"1042"_s);
        QTRY_COMPARE_WITH_TIMEOUT(desk.window().screen(), MainWindow::SignInScreen, 5000);
    }

    void whatTheSystemClosedIsNoDeparture()
    {
        QVERIFY(Texts::visitState(domain::VisitState::ClosedBySystem) != Texts::visitState(domain::VisitState::Departed));
    }

    void whatIsOverdueStaysMarkedInAnotherLanguageAndWithOtherKeys()
    {
        TestSite site;
        must(usecases::openIncident(site.admin().at(), site.secondGuard(),
                                    {domain::IncidentKind::OtherIncident,
                                     domain::ZoneId{u"machine-room"_s},
                                     {},
                                     {},
                                     u"water under the floor"_s,
                                     {},
                                     {}}));
        site.clock.advance(std::chrono::hours(10));
        AdminDesk desk(app(), site);
        desk.signIn(u"1042"_s);
        auto *entry = desk.find<QAbstractButton>(u"navIncidents"_s);
        QTRY_COMPARE(entry->accessibleDescription(), u"1 incident overdue"_s);
        QVERIFY(desk.context().settings().setKey(Command::Find, QKeySequence(u"Ctrl+Shift+F"_s)));
        QCOMPARE(entry->accessibleDescription(), u"1 incident overdue"_s);
        desk.context().settings().setPersonLanguage(u"zh_CN"_s);
        QTRY_COMPARE(entry->accessibleDescription(), u"1 起事件超时"_s);
    }

    void readingABadgeBooksTheDeparture()
    {
        TestSite site;
        const domain::Visit visit = site.approvedVisit();
        const auto issued = must(usecases::issueBadgeAtDesk(site.admin().at(), site.guard(), visit.id));
        AdminDesk desk(app(), site);
        desk.signIn(u"1043"_s);
        auto *find = desk.find<QLineEdit>(u"find"_s);
        QApplication::setActiveWindow(&desk.window());
        find->setFocus();
        type(desk.window(), issued.badge.token);
        QTest::keyClick(desk.window().windowHandle(), Qt::Key_Return);
        QTRY_VERIFY(visibleDialog(u"badgeDialog"_s));
        QVERIFY(find->text().isEmpty()); // not a character of it landed in the field
        auto *book = visibleDialog(u"badgeDialog"_s)->findChild<QPushButton *>(u"bookDeparture"_s);
        QTRY_VERIFY(book->isEnabled());
        QTest::keyClick(book, Qt::Key_Return);
        QTRY_COMPARE(visitNow(site, visit.id).state, domain::VisitState::Departed);
    }

    void typingACapitalGStaysTyping()
    {
        TestSite site;
        AdminDesk desk(app(), site);
        desk.signIn(u"1042"_s);
        auto *find = desk.find<QLineEdit>(u"find"_s);
        find->setFocus();
        QApplication::setActiveWindow(&desk.window());
        type(desk.window(), u"Gregor"_s);
        QTRY_COMPARE(find->text(), u"Gregor"_s);
    }

    void theLogFindsExportsAndProves()
    {
        TestSite site;
        const domain::Visit visit = site.approvedVisit();
        arrive(site, u"Yusuf Ali"_s, u"Demir"_s);
        AdminDesk desk(app(), site);
        desk.signIn(u"1001"_s);
        desk.window().showPage(MainWindow::LogId);
        auto *log = desk.window().findChild<LogPage *>();
        QAbstractItemModelTester tester(log->table(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        QTRY_COMPARE(log->table()->rowCount(), 2);
        log->setSearch(u"eriksson"_s);
        QTRY_COMPARE(log->table()->rowCount(), 1);
        QCOMPARE(log->table()->key(0), visit.id.text());
        desk.find<QAbstractItemView>(u"logTable"_s)->setCurrentIndex(log->table()->index(0, 0));
        QTRY_VERIFY(desk.find<QLabel>(u"proof"_s)->text().contains(u"Proven"));
        const QString path = desk.folder() + u"/visits.csv"_s;
        QSignalSpy said(log, &LogPage::said);
        log->exportTo(path);
        QTRY_COMPARE(said.size(), 1);
        QFile csv(path);
        QVERIFY(csv.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(csv.readAll());
        QVERIFY(text.contains(u"Eriksson"));
        QVERIFY(!text.contains(u"Demir"));
    }

    void theDetailsOfTheLogOpenWhenAVisitIsChosenAndClose()
    {
        TestSite site;
        site.approvedVisit();
        arrive(site, u"Yusuf Ali"_s, u"Demir"_s);
        AdminDesk desk(app(), site);
        desk.signIn(u"1001"_s);
        desk.window().showPage(MainWindow::LogId);
        auto *rows = desk.find<RecordView>(u"logTable"_s);
        QTRY_COMPARE(rows->records()->rowCount(), 2);
        const auto *about = desk.find<QLabel>(u"logAbout"_s);
        desk.find<QLineEdit>(u"find"_s)->setFocus();
        rows->setFocus(Qt::TabFocusReason);
        QCOMPARE(QApplication::focusWidget(), rows);
        QVERIFY2(rows->selectedKey().isEmpty() && !about->isVisible(), "the focus chooses nobody");
        const auto choose = [&] {
            QTest::keyClick(rows, Qt::Key_Down);
            QCOMPARE(rows->selectedKey(), rows->records()->key(0));
            QVERIFY(rows->selectionModel()->isSelected(rows->currentIndex()));
            QVERIFY(about->isVisible());
        };
        const QPoint firstRow = rows->visualRect(rows->model()->index(0, 0)).center();
        const QPoint below(firstRow.x(), rows->viewport()->height() - 5);
        const QList<std::function<void()>> ways{
            [&] { QTest::keyClick(rows, Qt::Key_Escape); }, [&] { desk.find<QPushButton>(u"closeLogDetails"_s)->click(); },
            [&] { QTest::mouseClick(rows->viewport(), Qt::LeftButton, Qt::ControlModifier, firstRow); },
            [&] { QTest::mouseClick(rows->viewport(), Qt::LeftButton, {}, below); },
            [&] {
                desk.find<QPushButton>(u"openFromLog"_s)->setFocus();
                QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
            }};
        for (const std::function<void()> &close : ways) {
            choose();
            close();
            QVERIFY(rows->selectedKey().isEmpty());
            QVERIFY(!about->isVisible());
            QVERIFY(rows->hasFocus());
        }
    }

    void escapeCallsBackBeforeItClosesTheDetailsOfTheLog()
    {
        TestSite site;
        const domain::Visit visit = arrive(site);
        AdminDesk desk(app(), site, 60000);
        desk.signIn(u"1001"_s);
        desk.window().showPage(MainWindow::LogId);
        auto *rows = desk.find<RecordView>(u"logTable"_s);
        const auto *about = desk.find<QLabel>(u"logAbout"_s);
        for (const QString &focused : {u"logTable"_s, u"openFromLog"_s}) {
            QTRY_COMPARE(rows->records()->rowCount(), 1);
            rows->selectKey(visit.id.text());
            QTRY_VERIFY(about->isVisible());
            desk.window().decisions().plan({PlannedDecision::Kind::Deny, {visit.id}, u"Anna"_s, std::nullopt});
            desk.find<QWidget>(focused)->setFocus();
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
            QVERIFY(!desk.window().decisions().planned().has_value());
            QVERIFY(about->isVisible());
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
            QVERIFY(!about->isVisible());
        }
    }

    void aColumnThatYieldsIsThereOrNotByTheWidthAlone()
    {
        RecordTable table;
        table.setColumns({u"Visitor"_s, u"Authorised by the duty manager"_s, u"State"_s});
        RecordView view(&table, RecordView::Scrolling);
        table.setRows({{u"1"_s, {Cell{u"Samuel Okonkwo"_s}, Cell{u"He"_s}, Cell{u"here"_s, Tone::Good}}}});
        const QList<int> stretches{3, 0, 0};
        view.setStretches(stretches);
        view.setYielding({1});
        view.show();
        bool yielded = false;
        for (int width = 120; width < 700; width += 5) {
            view.resize(width, 200);
            const bool hidden = view.isColumnHidden(1);
            yielded = yielded || hidden;
            view.setStretches(stretches);
            QCOMPARE(view.isColumnHidden(1), hidden);
            if (!hidden)
                QVERIFY(view.columnWidth(1) >= view.horizontalHeader()->sectionSizeHint(1));
        }
        QVERIFY(yielded);
        QVERIFY(!view.isColumnHidden(1));
    }

    void aColumnLeavesTheOthersWhatItDoesNotNeed()
    {
        const QString name = u"Samuel Okonkwo of the Harbour Authority"_s;
        RecordTable table;
        table.setColumns({u"Visitor"_s, u"Company"_s, u"Where"_s, u"State"_s});
        RecordView view(&table, RecordView::Scrolling);
        table.setRows({{u"1"_s, {Cell{name}, Cell{}, Cell{u"Lobby"_s}, Cell{u"here"_s, Tone::Good}}}});
        view.setStretches({3, 3, 3, 0});
        const auto needed = [&](int column) {
            return qMax(view.horizontalHeader()->sectionSizeHint(column),
                        view.itemDelegate()->sizeHint({}, table.index(0, column)).width());
        };
        const auto used = [&] {
            int sum = 0;
            for (int column = 0; column < 4; ++column)
                sum += view.columnWidth(column);
            return sum;
        };
        const int whole = needed(0) + needed(1) + needed(2) + needed(3);
        view.show();
        for (const int spare : {0, 30, 400}) { // nothing is cut while there is room for all
            view.resize(whole + spare + view.width() - view.viewport()->width(), 200);
            QCOMPARE(view.viewport()->width(), whole + spare);
            for (int column = 0; column < 4; ++column)
                QVERIFY2(view.columnWidth(column) >= needed(column), qPrintable(u"%1 at %2"_s.arg(column).arg(spare)));
            QVERIFY(used() <= whole + spare && used() > whole + spare - 4);
        }
        view.resize(whole - 60 + view.width() - view.viewport()->width(), 200); // only the longest is cut
        QVERIFY(view.columnWidth(0) < needed(0));
        for (int column = 1; column < 4; ++column)
            QCOMPARE(view.columnWidth(column), needed(column));
        QVERIFY(used() <= whole - 60);
    }

    void theSelectedRowHasAnEdge()
    {
        RecordTable table;
        table.setColumns({u"Visitor"_s, u"Company"_s});
        table.setRows({{u"1"_s, {Cell{u"A"_s}, Cell{}}}, {u"2"_s, {Cell{u"B"_s}, Cell{}}}});
        RecordView view(&table, RecordView::Scrolling);
        view.setStretches({1, 1});
        view.resize(400, 200);
        view.selectKey(u"2"_s);
        const QImage image = view.viewport()->grab().toImage();
        const auto edge = [&](int row) { return image.pixelColor(8, view.visualRect(table.index(row, 0)).center().y()); };
        QCOMPARE(edge(1), tokensOf(view.palette()).primary);
        QCOMPARE(edge(0), tokensOf(view.palette()).surface);
    }

    void theQueueIsWiderWhereThereIsRoom()
    {
        TestSite site;
        arrive(site);
        AdminDesk desk(app(), site);
        desk.signIn(u"1042"_s);
        const auto *list = desk.find<QListView>(u"queue"_s);
        desk.window().resize(1280, 800);
        QTRY_COMPARE(list->width(), 340);
        desk.window().resize(1920, 1080);
        QTRY_COMPARE(list->width(), 460);
    }

    void anEmptyLogSaysThatThereAreNoVisitsYet()
    {
        TestSite site;
        AdminDesk desk(app(), site);
        desk.signIn(u"1001"_s);
        desk.window().showPage(MainWindow::LogId);
        auto *log = desk.window().findChild<LogPage *>();
        const auto *rows = desk.find<RecordView>(u"logTable"_s);
        QTRY_COMPARE(rows->emptyText(), u"No visits yet."_s);
        log->setSearch(u"eriksson"_s);
        QTRY_VERIFY2(rows->emptyText().contains(u"fits"), qPrintable(rows->emptyText()));
    }

    // The use cases refuse it; the windows do not offer it.
    void anAuditorIsOfferedNothingOfAGuards()
    {
        TestSite site;
        site.addStaff(u"4001"_s, u"He Lan"_s, {domain::Role::Auditor});
        site.approvedVisit();
        const domain::Visit visit = arrive(site);
        for (const bool auditor : {false, true}) {
            AdminDesk desk(app(), site);
            desk.signIn(auditor ? u"4001"_s : u"1042"_s);
            QCOMPARE(desk.find<QPushButton>(u"registerVisitor"_s)->isVisible(), !auditor);
            QTest::keyClick(&desk.window(), Qt::Key_F2);
            QCOMPARE(visibleDialog(u"deskDialog"_s) == nullptr, auditor);
            if (auditor)
                QVERIFY(desk.find<QLabel>(u"said"_s)->text().contains(u"registered by a guard"));
            else
                visibleDialog(u"deskDialog"_s)->reject();
            desk.window().waitingPage()->open(visit.id);
            const auto *empty = desk.find<QLabel>(u"nobodyWaits"_s);
            QTRY_COMPARE(empty->isVisible() && empty->text().contains(u"not open to your role"), auditor);
            QTRY_COMPARE(desk.find<QLabel>(u"caseName"_s)->isVisible(), !auditor);
            desk.window().showPage(MainWindow::OnSiteId);
            for (const QString &deed : {u"printAgain"_s, u"badgeLost"_s, u"departWithoutBadge"_s})
                QCOMPARE(desk.find<QPushButton>(deed)->isVisible(), !auditor);
            QCOMPARE(desk.find<QLabel>(u"onSiteLooksOnly"_s)->isVisible(), auditor);
        }
    }

    void theBarThatCallsBackStandsClearOfTheEdge()
    {
        TestSite site;
        AdminDesk desk(app(), site, 60000);
        desk.signIn(u"1042"_s);
        desk.choose(arrive(site).id);
        desk.window().decisions().plan(
            {PlannedDecision::Kind::Deny, {visitNow(site, arrive(site).id).id}, u"Anna"_s, std::nullopt});
        auto *bar = desk.find<QFrame>(u"undoBar"_s);
        QTRY_VERIFY(bar->isVisible());
        QTRY_VERIFY(bar->mapTo(&desk.window(), QPoint(0, bar->height())).y() <= desk.window().height() - 8);
        desk.window().decisions().callBack();
    }

    void theLogSaysWhatIsNoDate()
    {
        TestSite site;
        arrive(site, u"Yusuf Ali"_s, u"Demir"_s);
        AdminDesk desk(app(), site);
        desk.signIn(u"1001"_s);
        desk.window().showPage(MainWindow::LogId);
        auto *log = desk.window().findChild<LogPage *>();
        QTRY_COMPARE(log->table()->rowCount(), 1);
        const auto *rows = desk.find<RecordView>(u"logTable"_s);
        log->setSearch(u"2026-02-30"_s);
        QTRY_COMPARE(log->table()->rowCount(), 0);
        QVERIFY2(rows->emptyText().contains(u"“2026-02-30” is no date"), qPrintable(rows->emptyText()));
        log->setSearch(u"waiting"_s); // as the window calls it
        QTRY_COMPARE(log->table()->rowCount(), 1);
        log->setSearch(u"departed"_s);
        QTRY_COMPARE(log->table()->rowCount(), 0);
        QVERIFY2(rows->emptyText().contains(u"No visit fits"), qPrintable(rows->emptyText()));
    }

    void theLogMarksWhoLeftBeforeEntering_data()
    {
        QTest::addColumn<int>("stayed");
        QTest::addColumn<bool>("marked");
        QTest::newRow("by a wrong clock") << -7200 << true;
        QTest::newRow("as usual") << 7200 << false;
    }
    void theLogMarksWhoLeftBeforeEntering()
    {
        QFETCH(int, stayed);
        QFETCH(bool, marked);
        usecases::VisitRow row;
        row.visit.state = domain::VisitState::Departed;
        row.visit.requestedAt = QDateTime(QDate(2026, 11, 24), QTime(9, 0));
        row.visit.enteredAt = row.visit.requestedAt.addSecs(60);
        row.visit.leftAt = row.visit.enteredAt->addSecs(stayed);
        const Cell left = VisitRows::log({row}, {}).front().cells[2];
        QCOMPARE(left.text, marked ? u"! 07:01"_s : u"11:01"_s); // no wider than any other: State must not be pushed out
        QCOMPARE(left.words, marked ? u"07:01, clock wrong"_s : QString());
        QCOMPARE(left.tone.has_value(), marked);
        RecordTable table;
        table.setColumns(VisitRows::logTitles());
        table.setRows(VisitRows::log({row}, {}));
        for (const int role : {int(Qt::ToolTipRole), int(Qt::AccessibleTextRole)})
            QCOMPARE(table.index(0, 2).data(role).toString(), marked ? u"07:01, clock wrong"_s : u"11:01"_s);
        QCOMPARE(VisitRows::exported({row}, {}).rows.front().last().contains(u"wrong"), marked);
    }

    void theLogSaysWhoLeftBeforeEntering()
    {
        TestSite site;
        const auto boot = must(usecases::announceBoot(site.kiosk().at()));
        const domain::Visit visit = site.approvedVisit();
        const auto badge = must(usecases::issueBadge(site.kiosk().at(), boot, visit.id));
        site.clock.setWall(site.clock.now().addSecs(-7200));
        (void)must(usecases::checkOut(site.kiosk().at(), badge.badge.token));
        site.clock.setWall(site.clock.now().addSecs(7300));
        AdminDesk desk(app(), site);
        desk.signIn(u"1001"_s);
        desk.window().showPage(MainWindow::LogId);
        auto *log = desk.window().findChild<LogPage *>();
        QTRY_COMPARE(log->table()->rowCount(), 1);
        auto *rows = desk.find<QAbstractItemView>(u"logTable"_s);
        rows->setCurrentIndex(log->table()->index(0, 0));
        const auto *about = desk.find<QLabel>(u"logAbout"_s);
        QTRY_VERIFY(about->text().contains(u"before entering: a station's clock was wrong"));
        desk.window().resize(1280, 800);
        QTRY_COMPARE(rows->horizontalScrollBar()->maximum(), 0); // the state is in sight beside an open visit
    }

    void theStatesToChooseCanBeReached()
    {
        TestSite site;
        AdminDesk desk(app(), site);
        desk.signIn(u"1001"_s);
        desk.window().showPage(MainWindow::LogId);
        const auto *states = desk.find<QComboBox>(u"filterState"_s);
        QTRY_COMPARE(states->count(), 8);
        QCOMPARE(states->findData(domain::visitStateName(domain::VisitState::ClosedBySystem)), -1);
    }

    void anExportReplacesNothing()
    {
        TestSite site;
        site.approvedVisit();
        AdminDesk desk(app(), site);
        desk.signIn(u"1001"_s);
        desk.window().showPage(MainWindow::LogId);
        auto *log = desk.window().findChild<LogPage *>();
        QTRY_COMPARE(log->table()->rowCount(), 1);
        const QString path = desk.folder() + u"/kept.csv"_s;
        QFile kept(path);
        QVERIFY(kept.open(QIODevice::WriteOnly) && kept.write("kept") == 4);
        kept.close();
        QSignalSpy said(log, &LogPage::said);
        log->exportTo(path);
        QTRY_COMPARE(said.size(), 1);
        QVERIFY2(said.last().at(1).toString().contains(u"already"), qPrintable(said.last().at(1).toString()));
        QCOMPARE(kept.size(), 4);
        log->exportTo(desk.folder() + u"/away/visits.csv"_s);
        QTRY_COMPARE(said.size(), 2);
        QVERIFY2(said.last().at(1).toString().contains(u"could not be written"), qPrintable(said.last().at(1).toString()));
        QVERIFY(!desk.workbench().trouble()); // the database is well
    }

    void whoMayNotExportIsNotOfferedIt_data()
    {
        QTest::addColumn<QString>("number");
        QTest::addColumn<bool>("offered");
        QTest::newRow("guard") << u"1042"_s << false;
        QTest::newRow("manager") << u"1001"_s << true;
    }
    void whoMayNotExportIsNotOfferedIt()
    {
        QFETCH(QString, number);
        TestSite site;
        AdminDesk desk(app(), site);
        desk.signIn(number);
        desk.window().showPage(MainWindow::LogId);
        QVERIFY(desk.find<QWidget>(u"filterDates"_s)->isVisible());
        QTEST(desk.find<QPushButton>(u"exportCsv"_s)->isVisible(), "offered");
    }

    void theExportHasTheWordsOfTheWindow_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QStringList>("words");
        QTest::newRow("English") << u"en"_s << QStringList{u"Arrived"_s, u"Lobby · Office"_s, u"Meeting"_s, u"approved"_s};
        QTest::newRow("Chinese") << u"zh_CN"_s << QStringList{u"到达"_s, u"大厅 · 办公区"_s, u"会议"_s, u"已批准"_s};
    }
    void theExportHasTheWordsOfTheWindow()
    {
        QFETCH(QString, language);
        QFETCH(QStringList, words);
        TestSite site;
        site.approvedVisit();
        AdminDesk desk(app(), site, 200, language);
        desk.signIn(u"1001"_s);
        desk.window().showPage(MainWindow::LogId);
        auto *log = desk.window().findChild<LogPage *>();
        QTRY_COMPARE(log->table()->rowCount(), 1);
        const QString path = desk.folder() + u"/visits.csv"_s;
        QSignalSpy said(log, &LogPage::said);
        log->exportTo(path);
        QTRY_COMPARE(said.size(), 1);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(file.readAll());
        for (const QString &word : words)
            QVERIFY2(text.contains(u"\"%1\""_s.arg(word)), qPrintable(text));
        const qsizetype columns = text.section(u'\n', 0, 0).count(u',');
        QCOMPARE(text.section(u'\n', 1, 1).count(u"\",\""_s), columns);
        for (const QString &key : {u"meeting"_s, u"lobby"_s})
            QVERIFY2(!text.contains(u'"' + key), qPrintable(text));
    }

    void theRollCallPrintsWhoIsOnSite()
    {
        TestSite site;
        const domain::Visit visit = site.approvedVisit();
        must(usecases::issueBadgeAtDesk(site.admin().at(), site.guard(), visit.id));
        AdminDesk desk(app(), site);
        desk.signIn(u"1043"_s);
        desk.window().showPage(MainWindow::OnSiteId);
        auto *page = desk.window().findChild<OnSitePage *>();
        QTRY_COMPARE(page->table()->rowCount(), 1);
        QTest::keyClick(&desk.window(), Qt::Key_F10);
        QTRY_VERIFY(!QDir(desk.folder()).entryList({u"roll-call-*.pdf"_s}).isEmpty());
    }

    void registersAVisitorAtTheDesk()
    {
        TestSite site;
        AdminDesk desk(app(), site);
        desk.signIn(u"1042"_s);
        QTest::keyClick(&desk.window(), Qt::Key_F2);
        QTRY_VERIFY(visibleDialog(u"deskDialog"_s));
        QDialog *dialog = visibleDialog(u"deskDialog"_s);
        auto *submit = dialog->findChild<QPushButton *>(u"deskSubmit"_s);
        QVERIFY(!submit->isEnabled());
        auto *purpose = dialog->findChild<QComboBox *>(u"deskPurpose"_s);
        purpose->setCurrentIndex(purpose->findData(u"interview"_s));
        QTest::keyClicks(dialog->findChild<QLineEdit *>(u"desk-fullName"_s), u"Ona Petraite"_s);
        QTest::keyClicks(dialog->findChild<QLineEdit *>(u"desk-documentNumber"_s), u"X0000000"_s);
        dialog->findChild<QCheckBox *>(u"deskPrivacy"_s)->setChecked(true);
        QTRY_VERIFY2(submit->isEnabled(), qPrintable(dialog->findChild<QLabel *>(u"deskMessage"_s)->text()));
        QTest::mouseClick(submit, Qt::LeftButton);
        QTRY_COMPARE(desk.find<QLabel>(u"caseName"_s)->text(), u"Ona Petraite"_s);
        QTRY_COMPARE(desk.window().waitingPage()->queue()->rowCount(), 1);
    }

    void onlyManagersSeeTheStaffPage_data()
    {
        QTest::addColumn<QString>("number");
        QTest::addColumn<bool>("visible");
        QTest::newRow("manager") << u"1001"_s << true;
        QTest::newRow("guard") << u"1042"_s << false;
    }
    void onlyManagersSeeTheStaffPage()
    {
        QFETCH(QString, number);
        QFETCH(bool, visible);
        TestSite site;
        AdminDesk desk(app(), site);
        desk.signIn(number);
        QCOMPARE(desk.find<QAbstractButton>(u"navStaff"_s)->isVisible(), visible);
    }

    void aChoiceInTheSettingsIsKept_data()
    {
        QTest::addColumn<QString>("choice");
        QTest::addColumn<int>("steps");
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("kept");
        QTest::newRow("dark colours") << u"settingTheme"_s << 1 << u"theme"_s << u"dark"_s;
        QTest::newRow("badge as a label") << u"settingBadgeFormat"_s << 1 << u"badgeFormat"_s << u"label"_s;
    }

    void aChoiceInTheSettingsIsKept()
    {
        QFETCH(QString, choice);
        QFETCH(int, steps);
        QFETCH(QString, key);
        QFETCH(QString, kept);
        TestSite site;
        AdminDesk desk(app(), site);
        desk.signIn(u"1042"_s);
        desk.window().showPage(MainWindow::SettingsId);
        auto *box = desk.find<QComboBox>(choice);
        QVERIFY(!box->currentText().isEmpty());
        for (int step = 0; step < steps; ++step)
            QTest::keyClick(box, Qt::Key_Down);
        QSettings settings(desk.settingsFile(), QSettings::IniFormat);
        QTRY_COMPARE((settings.sync(), settings.value(key).toString()), kept);
    }

    void r4_anEmployeeIsOfferedNoEscortsRole()
    {
        TestSite site;
        AdminDesk desk(app(), site);
        desk.signIn(u"1001"_s);
        desk.window().showPage(MainWindow::StaffPageId);
        desk.find<QPushButton>(u"inviteStaff"_s)->click();
        QDialog *dialog = visibleDialog(u"staffDialog"_s);
        QVERIFY(dialog);
        auto *grade = dialog->findChild<QComboBox *>(u"newGrade"_s);
        auto *escort = dialog->findChild<QCheckBox *>(u"role-escort"_s);
        auto *why = dialog->findChild<QLabel *>(u"whyNoEscort"_s);
        QVERIFY(!escort->isEnabled() && why->isVisible());
        grade->setCurrentIndex(1);
        QVERIFY(escort->isEnabled() && !why->isVisible());
        escort->setChecked(true);
        grade->setCurrentIndex(0);
        QVERIFY(!escort->isEnabled() && !escort->isChecked() && why->isVisible());
        shootDialog(u"staffDialog"_s, u"staff-dialog"_s);
        dialog->reject();
    }

    void aManagerInvitesAndTheCodeIsShownOnce()
    {
        TestSite site;
        AdminDesk desk(app(), site);
        desk.signIn(u"1001"_s);
        auto *page = desk.window().findChild<StaffPage *>();
        desk.window().showPage(MainWindow::StaffPageId);
        desk.find<QPushButton>(u"inviteStaff"_s)->click();
        QPointer<QDialog> form = visibleDialog(u"staffDialog"_s);
        QVERIFY(form);
        form->findChild<QLineEdit *>(u"newNumber"_s)->setText(u"1042"_s);
        form->findChild<QLineEdit *>(u"newName"_s)->setText(u"Ines Novak"_s);
        form->findChild<QCheckBox *>(u"role-guard"_s)->setChecked(true);
        form->findChild<QCheckBox *>(u"newSigned"_s)->setChecked(true);
        form->findChild<QPushButton *>(u"confirmStaff"_s)->click();
        auto *message = form->findChild<QLabel *>(u"staffMessage"_s);
        QTRY_VERIFY2(message->text().contains(u"belongs, or belonged, to somebody"), qPrintable(message->text()));
        form->findChild<QLineEdit *>(u"newNumber"_s)->setText(u"3001"_s);
        form->findChild<QPushButton *>(u"confirmStaff"_s)->click();
        QTRY_VERIFY(visibleDialog(u"codeDialog"_s));
        QDialog *shown = visibleDialog(u"codeDialog"_s);
        QVERIFY(shown->findChild<QLabel *>(u"oneTimeCode"_s)->text().size() > 20);
        const QString owner = shown->findChild<QLabel *>(u"codeOwner"_s)->text();
        QVERIFY2(owner.contains(u"3001"_s) && owner.contains(u"Guard"_s), qPrintable(owner));
        const QString end = Texts::dateTime(site.clock.now().addDays(usecases::codeDays));
        QVERIFY(shown->findChild<QLabel *>(u"codeUntil"_s)->text().contains(end));
        for (const Qt::Key key : {Qt::Key_Escape, Qt::Key_Return})
            QTest::keyClick(shown, key);
        QVERIFY2(visibleDialog(u"codeDialog"_s), "a stray key lost the code");
        shown->findChild<QCheckBox *>(u"codeGiven"_s)->click();
        shown->findChild<QPushButton *>(u"codeDone"_s)->click();
        QVERIFY(!visibleDialog(u"codeDialog"_s));
        QTRY_VERIFY(page->table()->rowCount() >= 5);
    }

    void anUnpluggedScannerIsSaidToTheGuard()
    {
        TestSite site;
        AdminDesk desk(app(), site);
        desk.signIn(u"1001"_s);
        auto *note = desk.find<QLabel>(u"deviceNote"_s);
        desk.workbench().drain();
        QVERIFY(!note->isVisible());
        must(usecases::tellSilentDevices(site.kiosk().at(),
                                         {usecases::device::scanner, usecases::device::cardReader, usecases::device::printer}));
        QTRY_VERIFY(note->isVisible());
        QVERIFY2(note->text().contains(u"kiosk: the hand scanner does not answer, the ID card reader does not answer, "
                                       u"the last badge could not be printed."),
                 qPrintable(note->text()));
        desk.pictures(u"device-note"_s);
        desk.window().showPage(MainWindow::SettingsId);
        QTRY_VERIFY(desk.window().findChild<QLabel *>(u"silent-kiosk"_s)); // and beside the station itself
        QVERIFY(desk.find<QLabel>(u"silent-kiosk"_s)->text().contains(u"the hand scanner does not answer"));
        desk.pictures(u"device-settings"_s);
        must(usecases::tellSilentDevices(site.kiosk().at(), {}));
        desk.window().showPage(MainWindow::WaitingId);
        QTRY_VERIFY(!note->isVisible());
    }

    void theLogsTitlesAreWhole_data()
    {
        QTest::addColumn<int>("width");
        QTest::addColumn<bool>("chosen"); // then the details take room
        for (const int width : {1280, 1440, 1920}) {
            QTest::addRow("%d, a visit chosen", width) << width << true;
            QTest::addRow("%d, none chosen", width) << width << false;
        }
    }
    void theLogsTitlesAreWhole()
    {
        QFETCH(int, width);
        QFETCH(bool, chosen);
        TestSite site;
        arrive(site);
        AdminDesk desk(app(), site);
        desk.signIn(u"1042"_s);
        desk.window().resize(width, 800);
        desk.window().showPage(MainWindow::LogId);
        auto *table = desk.find<QTableView>(u"logTable"_s);
        QTRY_COMPARE(table->model()->rowCount(), 1);
        desk.workbench().drain();
        table->setCurrentIndex(chosen ? table->model()->index(0, 0) : QModelIndex());
        QTRY_COMPARE(desk.find<QLabel>(u"logName"_s)->isVisible(), chosen);
        const QHeaderView *header = table->horizontalHeader();
        QTRY_VERIFY(header->length() <= table->viewport()->width());
        for (int column = 0; column < header->count(); ++column) {
            const QString title = table->model()->headerData(column, Qt::Horizontal).toString();
            QVERIFY2(header->isSectionHidden(column) || header->sectionSize(column) >= header->sectionSizeHint(column),
                     qPrintable(title));
        }
    }

    void r17_aLostCodeIsRenewedForWhoHasNotUsedIt()
    {
        TestSite site;
        const auto invited = must(usecases::inviteStaff(
            site.admin().at(), site.manager(),
            {u"3001"_s, u"Ines Novak"_s, domain::Grade::Employee, {domain::Role::Guard}, QDate(2026, 2, 1), u"en"_s}));
        AdminDesk desk(app(), site);
        desk.signIn(u"1001"_s);
        desk.window().showPage(MainWindow::StaffPageId);
        auto *table = desk.find<RecordView>(u"staffTable"_s);
        auto *renew = desk.find<QPushButton>(u"renewCode"_s);
        QTRY_VERIFY(table->records()->rowOf(invited.id.text()) >= 0);
        table->selectKey(site.guard().staff.id.text());
        QVERIFY(!renew->isEnabled());
        table->selectKey(invited.id.text());
        QVERIFY(renew->isEnabled());
        desk.pictures(u"staff-renew"_s);
        renew->click();
        QTRY_VERIFY(visibleDialog(u"codeDialog"_s));
        shootDialog(u"codeDialog"_s, u"code-dialog"_s);
        QDialog *shown = visibleDialog(u"codeDialog"_s);
        const QString code = shown->findChild<QLabel *>(u"oneTimeCode"_s)->text();
        shown->findChild<QCheckBox *>(u"codeGiven"_s)->click();
        shown->findChild<QPushButton *>(u"codeDone"_s)->click();
        const auto activate = [&](const QString &with) {
            return usecases::activateStaff(site.admin().at(), u"3001"_s, with, TestSite::password(), site.pepper(),
                                           security::KeyCost::Minimal);
        };
        QCOMPARE(activate(invited.code).error().code, ErrorCode::WrongSecret);
        must(activate(code));
    }
};

GATEHOUSE_TEST(QApplication, AdminWindowsTest);
#include "tst_adminwindows.moc"
