// SPDX-License-Identifier: GPL-3.0-or-later
// What a guard does with a case besides deciding on one visit: asking, opening the document, deposits, parties, badge at the
// desk.
#include "admindesk.h"
#include "testprogram.h"
#include "usecases/badges.h"
#include "vision/scanner.h"
#include "windows/arrivals/waitingpage.h"
#include "windows/visits/onsitepage.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDialog>
#include <QDir>
#include <QLineEdit>
#include <QListView>
#include <QProcess>
#include <QTableView>

using namespace gatehouse;
using namespace gatehouse::admin;
using namespace gatehouse::test;
using namespace Qt::StringLiterals;

namespace
{
domain::Item laptop()
{
    domain::Item item;
    item.kind = u"laptop"_s;
    return item;
}

std::vector<domain::Item> itemsNow(TestSite &site, const domain::VisitId &visit)
{
    auto transaction = must(usecases::beginRead(site.kiosk().at()));
    return must(transaction->visits().items(visit));
}

QStringList actionsOf(TestSite &site, const domain::VisitId &visit)
{
    auto transaction = must(usecases::beginRead(site.kiosk().at()));
    QStringList actions;
    for (const domain::LedgerEntry &entry : must(transaction->ledger().ofSubject(domain::visitSubject(visit))))
        actions.append(entry.action);
    return actions;
}

/// The code on the first page of a PDF, as anybody's own program would read it.
QString codeOf(const QString &pdf)
{
    const QTemporaryDir folder;
    const QString stem = folder.filePath(u"page"_s);
    QProcess::execute(u"pdftoppm"_s, {u"-r"_s, u"300"_s, u"-png"_s, u"-singlefile"_s, pdf, stem});
    scanning::Scanner scanner;
    return scanner.scanImage(QImage(stem + u".png"_s), QDate(2026, 11, 24)).result.raw.join(QString());
}
} // namespace

class AdminCaseTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asksTheVisitorWithANumberedQuestion()
    {
        TestSite site;
        const domain::Visit visit = arrive(site);
        AdminDesk desk(testApplication(), site);
        desk.signIn(u"1042"_s);
        desk.choose(visit.id);
        QTest::keyClick(&desk.window(), Qt::Key_F7);
        QTRY_VERIFY(visibleDialog(u"reasonDialog"_s));
        QTest::keyClick(visibleDialog(u"reasonDialog"_s), Qt::Key_2);
        QTest::keyClick(visibleDialog(u"reasonDialog"_s), Qt::Key_Return);
        QTRY_VERIFY(!visitNow(site, visit.id).question.isEmpty());
        QVERIFY(actionsOf(site, visit.id).contains(domain::action::visitAsk));
        must(usecases::answerQuestion(site.kiosk().at(), visit.id, u"the air conditioning"_s));
        QTRY_VERIFY_WITH_TIMEOUT(desk.find<QLabel>(u"caseQuestion"_s)->text().contains(u"the air conditioning"), 10000);
    }

    // The bar that is hidden goes on having the buttons of the case that was open.
    void theKeysDecideOnNothingThatIsNotShown_data()
    {
        QTest::addColumn<bool>("locked");
        QTest::addColumn<bool>("warned");
        QTest::addColumn<Qt::Key>("key");
        QTest::newRow("approve after unlocking") << true << false << Qt::Key_F9;
        QTest::newRow("deny after unlocking") << true << false << Qt::Key_F8;
        QTest::newRow("approve what had a warning, after unlocking") << true << true << Qt::Key_F9;
        QTest::newRow("approve before the next case is read") << false << false << Qt::Key_F9;
        QTest::newRow("deny before the next case is read") << false << false << Qt::Key_F8;
    }
    void theKeysDecideOnNothingThatIsNotShown()
    {
        QFETCH(bool, locked);
        QFETCH(bool, warned);
        QFETCH(Qt::Key, key);
        TestSite site;
        usecases::VisitRequest request = site.meeting();
        request.visitors.push_back(TestSite::visitor(u"Yusuf Ali"_s, u"Demir"_s));
        if (warned)
            request.visitors.front().record.fields.back().value = u"2020-04-15"_s; // the document's last day
        const auto visits = must(usecases::requestVisit(site.kiosk().at(), request));
        for (const domain::Visit &visit : visits)
            must(usecases::recordOriginalSeen(site.admin().at(), site.guard(), visit.id));
        AdminDesk desk(testApplication(), site, 60000);
        desk.signIn(u"1043"_s);
        desk.choose(visits.front().id);
        QTRY_VERIFY(warned ? desk.find<QComboBox>(u"overrideReason"_s)->isVisible()
                           : desk.find<QPushButton>(u"approve"_s)->isEnabled());
        if (locked) {
            desk.window().lock();
            desk.find<QLineEdit>(u"unlockPassword"_s)->setText(TestSite::passwordText());
            desk.find<QPushButton>(u"unlock"_s)->click();
            QTRY_COMPARE_WITH_TIMEOUT(desk.window().screen(), MainWindow::WorkScreen, 20000);
            QVERIFY(desk.find<QLabel>(u"nobodyWaits"_s)->isVisible());
        } else {
            const QueueModel *queue = desk.window().waitingPage()->queue();
            desk.find<QListView>(u"queue"_s)->setCurrentIndex(queue->index(queue->rowOf(visits.back().id)));
        }
        QTest::keyClick(&desk.window(), key);
        QVERIFY(!desk.window().decisions().planned());
        QVERIFY(!visibleDialog(u"reasonDialog"_s));
    }

    void openingTheDocumentIsWrittenToTheLog()
    {
        TestSite site;
        const domain::Visit visit = arrive(site);
        AdminDesk desk(testApplication(), site);
        desk.signIn(u"1042"_s);
        desk.choose(visit.id);
        QVERIFY(!actionsOf(site, visit.id).contains(domain::action::documentOpened));
        QTest::keyClick(&desk.window(), Qt::Key_F5);
        QTRY_VERIFY(actionsOf(site, visit.id).contains(domain::action::documentOpened));
    }

    void r7_anItemIsTakenInUnderATagAndGivenBack()
    {
        TestSite site;
        const domain::Visit visit = arrive(site, u"Anna Maria"_s, u"Eriksson"_s, {laptop()});
        AdminDesk desk(testApplication(), site);
        desk.signIn(u"1042"_s);
        desk.choose(visit.id);
        const QString tooLong(21, u'7');
        QTest::keyClicks(desk.find<QLineEdit>(u"tag-laptop"_s), tooLong);
        desk.find<QPushButton>(u"take-laptop"_s)->click();
        QTRY_COMPARE(desk.find<QLabel>(u"decisionMessage"_s)->accessibleName(),
                     u"Tag for Laptop: that is too long, 20 characters at most."_s);
        QCOMPARE(itemsNow(site, visit.id).front().state, domain::ItemState::Declared);
        desk.find<QLineEdit>(u"tag-laptop"_s)->setText(u"17"_s);
        desk.find<QPushButton>(u"take-laptop"_s)->click();
        QTRY_COMPARE(itemsNow(site, visit.id).front().state, domain::ItemState::Deposited);
        QCOMPARE(itemsNow(site, visit.id).front().tag, u"17"_s);
        QTRY_VERIFY(desk.window().findChild<QPushButton *>(u"return-laptop"_s));
        desk.find<QPushButton>(u"return-laptop"_s)->click();
        QTRY_COMPARE(itemsNow(site, visit.id).front().state, domain::ItemState::Returned);
    }

    void r6_theApproveKeyLeadsToTheTagOfWhatMustBeHandedIn()
    {
        TestSite site;
        domain::Item lighter;
        lighter.kind = u"flammable"_s;
        const domain::Visit visit = arrive(site, u"Anna Maria"_s, u"Eriksson"_s, {laptop(), lighter});
        must(usecases::recordOriginalSeen(site.admin().at(), site.guard(), visit.id));
        AdminDesk desk(testApplication(), site);
        desk.signIn(u"1042"_s);
        desk.choose(visit.id);
        QTRY_VERIFY(desk.find<QLabel>(u"approveHindrance"_s)->text().contains(u"handed in"));
        QTest::keyClick(&desk.window(), Qt::Key_F9);
        QTRY_COMPARE(QApplication::focusWidget(), desk.find<QLineEdit>(u"tag-flammable"_s));
        QTest::keyClicks(QApplication::focusWidget(), u"17"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QTRY_VERIFY(desk.find<QPushButton>(u"approve"_s)->isEnabled());
    }

    void aPartyIsDecidedTogether()
    {
        TestSite site;
        usecases::VisitRequest request = site.meeting();
        request.visitors.push_back(TestSite::visitor(u"Yusuf Ali"_s, u"Demir"_s));
        const auto visits = must(usecases::requestVisit(site.kiosk().at(), request));
        QCOMPARE(visits.size(), std::size_t{2});
        for (const domain::Visit &visit : visits)
            must(usecases::recordOriginalSeen(site.admin().at(), site.guard(), visit.id));
        AdminDesk desk(testApplication(), site);
        desk.signIn(u"1043"_s);
        desk.choose(visits.front().id);
        auto *together = desk.find<QCheckBox>(u"decideTogether"_s);
        QTRY_VERIFY(together->isVisible());
        together->setChecked(true);
        QTRY_VERIFY(desk.find<QPushButton>(u"approve"_s)->isEnabled());
        QTest::keyClick(&desk.window(), Qt::Key_F9);
        for (const domain::Visit &visit : visits)
            QTRY_COMPARE(visitNow(site, visit.id).state, domain::VisitState::Approved);
    }

    void whoeverApprovesOneOfAPartyIsToldWhatItsBadgeWaitsFor()
    {
        TestSite site;
        usecases::VisitRequest request = site.meeting();
        request.visitors.push_back(TestSite::visitor(u"Yusuf Ali"_s, u"Demir"_s));
        const auto visits = must(usecases::requestVisit(site.kiosk().at(), request));
        for (const domain::Visit &visit : visits)
            must(usecases::recordOriginalSeen(site.admin().at(), site.guard(), visit.id));
        AdminDesk desk(testApplication(), site);
        desk.signIn(u"1043"_s);
        auto *said = desk.find<QLabel>(u"said"_s);
        for (const auto &[visit, sentence] : {std::pair(visits.front(), u"when the others of the party are decided: 1 left."_s),
                                              std::pair(visits.back(), u"The badge comes out at the kiosk."_s)}) {
            desk.choose(visit.id);
            QTRY_VERIFY(desk.find<QPushButton>(u"approve"_s)->isEnabled());
            QTest::keyClick(&desk.window(), Qt::Key_F9);
            QTRY_VERIFY2(said->text().endsWith(sentence), qPrintable(said->text()));
        }
    }

    // An approval signs what was shown; the warnings of the others were not.
    void theReasonOverridesTheWarningsThatWereShown()
    {
        TestSite site;
        usecases::VisitRequest request = site.meeting();
        for (const QString &name : {u"Yusuf Ali"_s, u"Ines"_s})
            request.visitors.push_back(TestSite::visitor(name, u"Demir"_s));
        for (const std::size_t of : {0, 1})
            request.visitors[of].record.fields.back().value = u"2020-04-15"_s; // the document's last day
        const auto visits = must(usecases::requestVisit(site.kiosk().at(), request));
        for (const domain::Visit &visit : visits)
            must(usecases::recordOriginalSeen(site.admin().at(), site.guard(), visit.id));
        AdminDesk desk(testApplication(), site);
        desk.signIn(u"1043"_s);
        desk.choose(visits[0].id);
        QTRY_VERIFY(desk.find<QComboBox>(u"overrideReason"_s)->isVisible());
        desk.find<QCheckBox>(u"decideTogether"_s)->setChecked(true);
        auto *reason = desk.find<QComboBox>(u"overrideReason"_s);
        reason->setCurrentIndex(reason->findData(u"other"_s));
        desk.find<QLineEdit>(u"overrideText"_s)->setText(QString(2000, u'w')); // told, not cut unsaid
        QTRY_COMPARE(desk.find<QLabel>(u"approveHindrance"_s)->accessibleName(),
                     u"Reason in own words: that is too long, 1,000 characters at most."_s);
        QVERIFY(!desk.find<QPushButton>(u"approve"_s)->isEnabled());
        reason->setCurrentIndex(1);
        QTRY_VERIFY(desk.find<QPushButton>(u"approve"_s)->isEnabled());
        QTest::keyClick(&desk.window(), Qt::Key_F9);
        QTRY_COMPARE(visitNow(site, visits[0].id).state, domain::VisitState::Approved);
        QTRY_COMPARE(visitNow(site, visits[2].id).state, domain::VisitState::Approved); // nothing was against that one
        QTRY_VERIFY(desk.find<QLabel>(u"decisionMessage"_s)->text().contains(u"Open that visit"));
        QCOMPARE(visitNow(site, visits[1].id).state, domain::VisitState::Requested);
    }

    void theBadgePrintedAtTheDeskReadsBack()
    {
        TestSite site;
        const domain::Visit visit = site.approvedVisit();
        AdminDesk desk(testApplication(), site);
        desk.signIn(u"1043"_s);
        desk.window().waitingPage()->open(visit.id);
        QTRY_VERIFY(desk.find<QPushButton>(u"printBadge"_s)->isVisible());
        QTest::keyClick(&desk.window(), Qt::Key_P, Qt::ControlModifier);
        const auto files = [&] { return QDir(desk.folder()).entryInfoList({u"badge-*.pdf"_s}); };
        QTRY_VERIFY_WITH_TIMEOUT(!files().isEmpty(), 20000);
        desk.workbench().drain();
        const QString token = codeOf(files().first().filePath());
        const auto answer = must(usecases::verifyBadge(site.admin().at(), token));
        QVERIFY(answer.genuine && answer.authorised && answer.visit);
        QCOMPARE(answer.visit->id, visit.id);
        QTRY_COMPARE(visitNow(site, visit.id).state, domain::VisitState::OnSite);
    }

    void aFolderThatCannotBeMadeIsNoMissingPrinter()
    {
        TestSite site;
        const domain::Visit visit = site.approvedVisit();
        AdminDesk desk(testApplication(), site);
        qputenv("GATEHOUSE_PDF_FOLDER", (desk.settingsFile() + u"/badges"_s).toUtf8()); // in what is no folder
        desk.signIn(u"1043"_s);
        desk.window().waitingPage()->open(visit.id);
        QTRY_VERIFY(desk.find<QPushButton>(u"printBadge"_s)->isVisible());
        QTest::keyClick(&desk.window(), Qt::Key_P, Qt::ControlModifier);
        auto *said = desk.find<QLabel>(u"said"_s);
        QTRY_VERIFY2_WITH_TIMEOUT(said->text().contains(u"folder for PDF files"), qPrintable(said->text()), 20000);
    }

    void aDecidedVisitIsNotSaidToWait()
    {
        TestSite site;
        const domain::Visit visit = arrive(site);
        AdminDesk desk(testApplication(), site);
        desk.signIn(u"1043"_s);
        desk.choose(visit.id);
        const auto row = [&] {
            const QAbstractItemModel *queue = desk.find<QListView>(u"queue"_s)->model();
            return queue->rowCount() == 1 ? queue->index(0, 0).data(Qt::AccessibleTextRole).toString() : QString();
        };
        QVERIFY2(row().contains(u"waiting since"_s), qPrintable(row()));
        must(usecases::recordOriginalSeen(site.admin().at(), site.guard(), visit.id));
        must(usecases::approveVisit(site.admin().at(), site.guard(), visit.id));
        QTRY_VERIFY2(row().endsWith(admin::Texts::visitState(domain::VisitState::Approved)), qPrintable(row()));
        QVERIFY2(!row().contains(u"waiting since"_s) && !row().contains(u"warning"_s), qPrintable(row()));
    }

    void aLostBadgeIsReplacedInOneActAndPrinted_data()
    {
        QTest::addColumn<bool>("openCase");
        QTest::newRow("from the list of those on site") << false;
        QTest::newRow("from the open visit") << true;
    }
    void aLostBadgeIsReplacedInOneActAndPrinted()
    {
        QFETCH(bool, openCase);
        TestSite site;
        const domain::Visit visit = site.approvedVisit();
        const QString lost = must(usecases::issueBadgeAtDesk(site.admin().at(), site.guard(), visit.id)).badge.token;
        AdminDesk desk(testApplication(), site);
        desk.signIn(u"1043"_s);
        auto *page = desk.window().findChild<OnSitePage *>();
        if (openCase) {
            desk.window().waitingPage()->open(visit.id);
        } else {
            desk.window().showPage(MainWindow::OnSiteId);
            QTRY_COMPARE(page->table()->rowCount(), 1);
            page->focusFirst();
        }
        auto *button = desk.find<QPushButton>(openCase ? u"lost"_s : u"badgeLost"_s);
        QTRY_VERIFY(button->isVisible() && button->isEnabled());
        desk.pictures(openCase ? u"lost-case"_s : u"lost-on-site"_s);
        button->click();
        QTRY_VERIFY(visibleDialog(u"lostBadgeDialog"_s));
        shootDialog(u"lostBadgeDialog"_s, u"lost-badge-dialog"_s);
        visibleDialog(u"lostBadgeDialog"_s)->findChild<QPushButton *>(u"confirmLost"_s)->click();
        const auto files = [&] { return QDir(desk.folder()).entryInfoList({u"badge-*.pdf"_s}); };
        QTRY_VERIFY_WITH_TIMEOUT(!files().isEmpty(), 20000);
        desk.workbench().drain();
        const QString token = codeOf(files().first().filePath());
        QVERIFY(token != lost);
        QVERIFY(must(usecases::verifyBadge(site.kiosk().at(), token)).authorised);
        QVERIFY(!must(usecases::verifyBadge(site.kiosk().at(), lost)).authorised);
        QCOMPARE(visitNow(site, visit.id).state, domain::VisitState::OnSite);

        desk.window().showPage(MainWindow::LogId); // and whoever looks later sees what happened
        auto *log = desk.find<QTableView>(u"logTable"_s);
        QTRY_COMPARE(log->model()->rowCount(), 1);
        QVERIFY2(log->accessibleDescription().isEmpty(), qPrintable(log->accessibleDescription()));
        log->setCurrentIndex(log->model()->index(0, 0));
        auto *history = desk.find<QTableView>(u"history"_s);
        const auto said = [&] {
            QStringList words;
            for (int row = 0; row < history->model()->rowCount(); ++row)
                words << history->model()->index(row, 1).data().toString().section(u':', 0, 0);
            return words.filter(u"Badge"_s);
        };
        QTRY_COMPARE(said(), (QStringList{u"Badge issued"_s, u"Badge lost"_s, u"Badge issued"_s}));
    }

    void aDepartureWithoutTheBadgeLosesTheBadge()
    {
        TestSite site;
        const domain::Visit visit = site.approvedVisit();
        must(usecases::issueBadgeAtDesk(site.admin().at(), site.guard(), visit.id));
        AdminDesk desk(testApplication(), site);
        desk.signIn(u"1043"_s);
        desk.window().showPage(MainWindow::OnSiteId);
        auto *page = desk.window().findChild<OnSitePage *>();
        QTRY_COMPARE(page->table()->rowCount(), 1);
        page->focusFirst();
        auto *depart = desk.find<QPushButton>(u"departWithoutBadge"_s);
        QTRY_VERIFY(depart->isEnabled());
        depart->click();
        QTRY_VERIFY(visibleDialog(u"departDialog"_s));
        visibleDialog(u"departDialog"_s)->findChild<QPushButton *>(u"confirmDepart"_s)->click();
        QTRY_COMPARE(visitNow(site, visit.id).state, domain::VisitState::Departed);
        auto transaction = must(usecases::beginRead(site.kiosk().at()));
        QCOMPARE(must(transaction->badges().ofVisit(visit.id)).front().state, domain::BadgeState::Lost);
    }
};

GATEHOUSE_TEST(QApplication, AdminCaseTest);
#include "tst_admincase.moc"
