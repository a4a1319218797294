// SPDX-License-Identifier: GPL-3.0-or-later
// What the desk keeps for who is locked out, what it forgets for the next person, and what it tells of what nobody saw happen.
#include "admindesk.h"
#include "testprogram.h"
#include "usecases/badges.h"
#include "windows/arrivals/waitingpage.h"
#include "windows/parts/recordview.h"
#include "windows/settings/codedialog.h"
#include "windows/visits/logpage.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QDialog>
#include <QTabWidget>

using namespace gatehouse;
using namespace gatehouse::admin;
using namespace gatehouse::test;
using namespace Qt::StringLiterals;

namespace
{
void unlock(AdminDesk &desk)
{
    desk.find<QLineEdit>(u"unlockPassword"_s)->setText(TestSite::passwordText());
    QTest::keyClick(desk.find<QLineEdit>(u"unlockPassword"_s), Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(desk.window().screen(), MainWindow::WorkScreen, patienceMs);
}

domain::Visit askForTheRoom(TestSite &site)
{
    usecases::VisitRequest request = site.meeting();
    request.purpose = domain::PurposeId{u"machine-room-work"_s};
    request.visitors.front().record.workReason = u"Replace a fan"_s;
    request.visitors.front().record.workArea = u"Rack B07"_s;
    request.visitors.front().record.workMethod = u"hand-tools"_s;
    return must(usecases::requestVisit(site.kiosk().at(), request)).front();
}
} // namespace

class AdminShiftTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theLogsSearchStaysForTheSamePersonInSight()
    {
        TestSite site;
        arrive(site, u"Yusuf Ali"_s, u"Demir"_s);
        arrive(site);
        AdminDesk desk(testApplication(), site);
        desk.signIn(u"1001"_s);
        desk.window().showPage(MainWindow::LogId);
        auto *log = desk.window().findChild<LogPage *>();
        auto *find = desk.find<QLineEdit>(u"find"_s);
        auto *all = desk.find<QPushButton>(u"logShowAll"_s);
        QTRY_COMPARE(log->table()->rowCount(), 2);
        QVERIFY2(!all->isVisible(), "nothing is hidden");
        QTest::keyClicks(find, u"demir"_s);
        QTRY_COMPARE(log->table()->rowCount(), 1);
        QVERIFY(all->isVisible());
        desk.pictures(u"log-narrowed"_s);
        desk.window().resize(1280, 800);
        for (const QString &name : {u"filterFrom"_s, u"filterUntil"_s}) {
            const auto *line = desk.find<QDateEdit>(name)->findChild<QLineEdit *>();
            QVERIFY2(line->contentsRect().width() > line->fontMetrics().horizontalAdvance(line->text()),
                     "a date without its last digit");
        }
        desk.window().showPage(MainWindow::OnSiteId);
        QCOMPARE(find->text(), QString()); // it would seem to narrow this page
        desk.window().lock();
        unlock(desk);
        desk.window().showPage(MainWindow::LogId);
        QCOMPARE(find->text(), u"demir"_s);
        QTRY_COMPARE(log->table()->rowCount(), 1);
        all->click();
        QTRY_COMPARE(log->table()->rowCount(), 2);
        QCOMPARE(find->text(), QString());
        QVERIFY(!all->isVisible());
    }

    void theLogsSearchIsGoneForAnotherPerson()
    {
        TestSite site;
        arrive(site, u"Yusuf Ali"_s, u"Demir"_s);
        AdminDesk desk(testApplication(), site);
        desk.signIn(u"1001"_s);
        desk.window().showPage(MainWindow::LogId);
        auto *log = desk.window().findChild<LogPage *>();
        QTest::keyClicks(desk.find<QLineEdit>(u"find"_s), u"eriksson"_s);
        auto *state = desk.find<QComboBox>(u"filterState"_s);
        state->setCurrentIndex(3);
        Q_EMIT state->activated(3);
        desk.window().lock();
        desk.find<QPushButton>(u"somebodyElse"_s)->click();
        QTRY_COMPARE(desk.window().screen(), MainWindow::SignInScreen);
        desk.signIn(u"1042"_s);
        desk.window().showPage(MainWindow::LogId);
        QCOMPARE(desk.find<QLineEdit>(u"find"_s)->text(), QString());
        QCOMPARE(state->currentIndex(), 0);
        QTRY_COMPARE(log->table()->rowCount(), 1);
    }

    // It is shown once: a lock neither loses it nor leaves it above the lock page.
    void aOneTimeCodeWaitsForWhoUnlocks_data()
    {
        QTest::addColumn<bool>("answeredAfterTheLock");
        QTest::newRow("open when the desk is locked") << false;
        QTest::newRow("answered just after") << true;
    }

    void aOneTimeCodeWaitsForWhoUnlocks()
    {
        QFETCH(bool, answeredAfterTheLock);
        TestSite site;
        AdminDesk desk(testApplication(), site);
        desk.signIn(u"1001"_s);
        desk.window().showPage(MainWindow::StaffPageId);
        auto *code = new CodeDialog(u"3001"_s, u"no code"_s, site.clock.now().addDays(14), &desk.window());
        code->setAttribute(Qt::WA_DeleteOnClose);
        if (answeredAfterTheLock)
            desk.window().lock();
        code->open();
        if (!answeredAfterTheLock)
            desk.window().lock();
        QCoreApplication::processEvents();
        QVERIFY(!QApplication::activeModalWidget()); // the lock page has the keys
        QVERIFY(!code->isVisible());
        unlock(desk);
        QTRY_COMPARE(visibleDialog(u"codeDialog"_s), code);
        QVERIFY(!code->testAttribute(Qt::WA_DontShowOnScreen));
        desk.window().lock();
        desk.find<QPushButton>(u"somebodyElse"_s)->click();
        QTRY_VERIFY(!QApplication::activeModalWidget());
        QVERIFY(!visibleDialog(u"codeDialog"_s));
    }

    // 30 minutes without an answer end the request for an escorted zone; the visitor still stands at the entrance.
    void theGuardIsToldOfARequestThatNobodyAnswered()
    {
        TestSite site;
        const domain::Visit visit = askForTheRoom(site);
        AdminDesk desk(testApplication(), site);
        desk.signIn(u"1042"_s);
        auto *card = desk.find<QWidget>(u"unanswered"_s);
        QTRY_COMPARE(desk.window().waitingPage()->waiting(), 1);
        QVERIFY(!card->isVisible());
        site.clock.advance(std::chrono::minutes(31));
        must(usecases::lapseVisits(site.kiosk().at()));
        QTRY_VERIFY_WITH_TIMEOUT(card->isVisible(), patienceMs);
        const QString who = desk.find<QLabel>(u"unansweredWho"_s)->text();
        QVERIFY2(who.contains(domain::visitLabel(visit.number)) && who.contains(u"Eriksson"), qPrintable(who));
        QVERIFY(desk.find<QLabel>(u"said"_s)->text().contains(u"Eriksson"));
        desk.pictures(u"unanswered"_s);
        desk.window().lock();
        QVERIFY2(desk.find<QLabel>(u"unansweredWho"_s)->text().isEmpty(), "a name on a locked desk");
        unlock(desk);
        QTRY_VERIFY_WITH_TIMEOUT(card->isVisible(), patienceMs);
        desk.find<QPushButton>(u"unansweredNoted"_s)->click();
        QVERIFY(!card->isVisible());
        arrive(site, u"Yusuf Ali"_s, u"Demir"_s); // the queue is read once more
        QTRY_COMPARE(desk.window().waitingPage()->waiting(), 1);
        QVERIFY2(!card->isVisible(), "it was put away");
    }

    void whoWithdrewIsNotSaidToBeUnanswered()
    {
        TestSite site;
        const domain::Visit visit = askForTheRoom(site);
        AdminDesk desk(testApplication(), site);
        desk.signIn(u"1042"_s);
        QTRY_COMPARE(desk.window().waitingPage()->waiting(), 1);
        must(usecases::withdrawVisit(site.kiosk().at(), visit.id));
        QTRY_COMPARE(desk.window().waitingPage()->waiting(), 0);
        QVERIFY(!desk.find<QWidget>(u"unanswered"_s)->isVisible());
    }

    void whyThereIsNoPhoto_data()
    {
        QTest::addColumn<bool>("atDesk");
        QTest::addColumn<QString>("says");
        QTest::newRow("registered at the desk") << true << u"at the desk"_s;
        QTest::newRow("registered at the kiosk") << false << u"declined"_s;
    }
    void whyThereIsNoPhoto()
    {
        QFETCH(const bool, atDesk);
        QFETCH(const QString, says);
        TestSite site;
        usecases::VisitRequest request = site.meeting();
        request.visitors.front().portrait.clear();
        const domain::Visit visit = must(atDesk ? usecases::requestVisit(site.admin().at(), request, &site.guard())
                                                : usecases::requestVisit(site.kiosk().at(), request))
                                        .front();
        AdminDesk desk(testApplication(), site);
        desk.signIn(u"1043"_s);
        desk.choose(visit.id);
        const QString why = desk.find<QWidget>(u"portrait"_s)->accessibleDescription();
        QVERIFY2(why.contains(says), qPrintable(why));
        QCOMPARE(why.contains(u"declined"), !atDesk);
    }

    // In an emergency: one key a person, and the count does not end by a slip while somebody is missing.
    void r24_aCountIsWorkedThroughByTheKeyboard()
    {
        TestSite site;
        for (const char *surname : {"Eriksson", "Lind", "Novak"}) {
            const domain::Visit visit = arrive(site, u"Anna"_s, QString::fromLatin1(surname));
            must(usecases::recordOriginalSeen(site.admin().at(), site.guard(), visit.id));
            must(usecases::approveVisit(site.admin().at(), site.guard(), visit.id));
            must(usecases::issueBadgeAtDesk(site.admin().at(), site.guard(), visit.id));
        }
        AdminDesk desk(testApplication(), site);
        desk.signIn(u"1042"_s);
        desk.window().showPage(MainWindow::DutiesId);
        desk.find<QTabWidget>(u"dutyTabs"_s)->setCurrentWidget(desk.find<QWidget>(u"musterTab"_s));
        auto *view = desk.find<RecordView>(u"musterTable"_s);
        QTRY_COMPARE(view->model()->rowCount(), 3);
        QApplication::setActiveWindow(&desk.window());
        auto *start = desk.find<QPushButton>(u"startMuster"_s);
        start->setFocus();
        start->click();
        QTRY_VERIFY(visibleDialog(u"musterDialog"_s));
        visibleDialog(u"musterDialog"_s)->findChild<QPushButton *>(u"formAccept"_s)->click();
        auto *end = desk.find<QPushButton>(u"endMuster"_s);
        QTRY_VERIFY_WITH_TIMEOUT(end->isVisible(), patienceMs);
        QTRY_VERIFY2(desk.window().focusWidget() == view, "the keys would go to another page");
        view->setCurrentIndex(view->model()->index(0, 0));
        const auto safe = [&](int row) { return view->model()->index(row, 6).data().toString().contains(u"safe"_s); };
        QTest::keyClick(view, Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(safe(0), patienceMs);
        QCOMPARE(view->currentIndex().row(), 1);
        end->click();
        QDialog *question = visibleDialog(u"endMusterDialog"_s);
        QVERIFY2(question, "two people are missing");
        question->reject();
        QTest::keyClick(view, Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(safe(1), patienceMs);
        QTest::keyClick(view, Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(safe(2), patienceMs);
        end->click();
        QTRY_VERIFY_WITH_TIMEOUT(start->isVisible(), patienceMs);
    }

    void aFormBeginsAtItsFirstFieldAndSaysWhatIsMissing()
    {
        TestSite site;
        AdminDesk desk(testApplication(), site);
        desk.signIn(u"1042"_s);
        desk.window().showPage(MainWindow::DutiesId);
        desk.find<QTabWidget>(u"dutyTabs"_s)->setCurrentWidget(desk.find<QWidget>(u"handoverTab"_s));
        auto *offer = desk.find<QPushButton>(u"offerHandover"_s);
        QTRY_VERIFY_WITH_TIMEOUT(offer->isEnabled(), patienceMs);
        offer->click();
        QDialog *form = visibleDialog(u"offerDialog"_s);
        QVERIFY(form);
        QCOMPARE(form->focusWidget()->objectName(), u"offerPost"_s);
        const auto missing = [&] { return form->findChild<QLabel *>(u"formMissing"_s)->text(); };
        for (QCheckBox *box : form->findChildren<QCheckBox *>()) {
            QVERIFY2(missing().contains(box->text()), qPrintable(missing())); // the first that is open
            box->click();
        }
        QCOMPARE(missing(), QString());
        QVERIFY(form->findChild<QPushButton *>(u"formAccept"_s)->isEnabled());
        form->reject();
    }

    void whyNothingCanBeApprovedIsWhole()
    {
        TestSite site;
        usecases::VisitRequest request = site.meeting();
        request.visitors.front().record.documentKind = u"typed"_s; // a warning: the choice of reasons stands beside the buttons
        const domain::Visit visit = must(usecases::requestVisit(site.kiosk().at(), request)).front();
        AdminDesk desk(testApplication(), site);
        desk.window().resize(1280, 800);
        desk.signIn(u"1042"_s);
        desk.choose(visit.id);
        auto *why = desk.find<QLabel>(u"approveHindrance"_s);
        QTRY_VERIFY_WITH_TIMEOUT(why->isVisible() && desk.find<QComboBox>(u"overrideReason"_s)->isVisible(), patienceMs);
        QTRY_VERIFY2(why->height() >= why->heightForWidth(why->width()), qPrintable(why->text()));
    }

    void whichApprovalIsMissingIsWholeUnderTheTable()
    {
        TestSite site;
        askForTheRoom(site);
        AdminDesk desk(testApplication(), site);
        desk.window().resize(1280, 800);
        desk.signIn(u"1043"_s);
        desk.window().showPage(MainWindow::RoomId);
        auto *table = desk.find<QTableView>(u"roomVisitors"_s);
        QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), 1, patienceMs);
        table->setCurrentIndex(table->model()->index(0, 0));
        const QString note = table->model()->index(0, 6).data().toString();
        QVERIFY(!note.isEmpty());
        const auto *about = desk.find<QLabel>(u"roomAbout"_s);
        QTRY_VERIFY2(about->text().contains(note), qPrintable(about->text()));
        desk.pictures(u"room-note"_s);
    }

    void aFileIsNotSaidToBePrinted()
    {
        TestSite site;
        AdminDesk desk(testApplication(), site);
        desk.signIn(u"1042"_s);
        desk.window().showPage(MainWindow::OnSiteId);
        desk.find<QPushButton>(u"rollCall"_s)->click();
        QTRY_VERIFY_WITH_TIMEOUT(desk.find<QLabel>(u"said"_s)->text().contains(u".pdf"), patienceMs);
        const QString said = desk.find<QLabel>(u"said"_s)->text();
        QVERIFY2(said.contains(desk.folder()) && !said.contains(u"Printed"), qPrintable(said));
    }
};

GATEHOUSE_TEST(QApplication, AdminShiftTest);
#include "tst_adminshift.moc"
