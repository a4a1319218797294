// SPDX-License-Identifier: GPL-3.0-or-later
// Somebody changes records by hand while the admin app runs: it shows that nobody signed for what they say.
#include "admindesk.h"
#include "rawdatabase.h"
#include "testprogram.h"
#include "usecases/badges.h"
#include "windows/visits/logpage.h"
#include "windows/visits/onsitepage.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QPushButton>

using namespace gatehouse;
using namespace gatehouse::admin;
using namespace gatehouse::test;
using namespace Qt::StringLiterals;

class TestAdminProof : public QObject
{
    Q_OBJECT

    static domain::Visit deniedVisit(TestSite &site)
    {
        const domain::Visit visit = site.approvedVisit();
        return must(usecases::denyVisit(site.admin().at(), site.guard(), visit.id, {u"not-expected"_s, {}}));
    }
    static void forge(TestSite &site, const QString &change)
    {
        RawDatabase raw(site.databasePath());
        QVERIFY2(raw.run(u"UPDATE visit SET "_s + change), qPrintable(raw.error()));
    }

private Q_SLOTS:
    void theLogDoesNotCallAForgedApprovalProven()
    {
        TestSite site;
        deniedVisit(site);
        AdminDesk desk(testApplication(), site);
        desk.signIn(u"1001"_s);
        desk.window().showPage(MainWindow::LogId);
        auto *log = desk.window().findChild<LogPage *>();
        auto *proof = desk.find<QLabel>(u"proof"_s);
        auto *words = desk.find<QLabel>(u"proofWords"_s);
        QTRY_COMPARE(log->table()->rowCount(), 1);
        desk.find<QAbstractItemView>(u"logTable"_s)->setCurrentIndex(log->table()->index(0, 0));
        QTRY_VERIFY(proof->text().contains(u"Proven"));
        forge(site, u"state='approved'"_s);
        QTRY_VERIFY(proof->text().contains(u"Not proven"));
        QVERIFY2(words->text().contains(u"“approved”") && words->text().contains(u"“denied”"), qPrintable(words->text()));
        desk.pictures(u"log-forged"_s);
        forge(site, u"state='denied', decided_at=decided_at+600000"_s);
        QTRY_VERIFY(words->text().contains(u"when it was decided"));
    }

    void theLogDoesNotCallAVisitWithoutOneOfItsEntriesProven()
    {
        TestSite site;
        deniedVisit(site);
        AdminDesk desk(testApplication(), site);
        desk.signIn(u"1001"_s);
        desk.window().showPage(MainWindow::LogId);
        auto *log = desk.window().findChild<LogPage *>();
        auto *proof = desk.find<QLabel>(u"proof"_s);
        QTRY_COMPARE(log->table()->rowCount(), 1);
        desk.find<QAbstractItemView>(u"logTable"_s)->setCurrentIndex(log->table()->index(0, 0));
        QTRY_VERIFY(proof->text().contains(u"Proven"));
        RawDatabase raw(site.databasePath());
        for (const QVariantList &trigger : raw.rows(u"SELECT name FROM sqlite_master WHERE type='trigger'"_s))
            QVERIFY(raw.run(u"DROP TRIGGER "_s + trigger.front().toString()));
        QVERIFY2(raw.run(u"DELETE FROM ledger WHERE action='visit.approve'"_s), qPrintable(raw.error()));
        forge(site, u"original_seen_at=original_seen_at"_s); // somebody looks again
        QTRY_VERIFY2(proof->text().contains(u"Not proven"), qPrintable(proof->text()));
        auto *words = desk.find<QLabel>(u"proofWords"_s);
        QVERIFY2(words->text().contains(u"missing"), qPrintable(words->text()));
        desk.pictures(u"log-missing"_s);
    }

    void theCaseOffersNoBadgeForAForgedApproval()
    {
        TestSite site;
        const domain::Visit visit = deniedVisit(site);
        AdminDesk desk(testApplication(), site);
        desk.signIn(u"1042"_s);
        forge(site, u"state='approved'"_s);
        desk.window().showPage(MainWindow::LogId);
        Q_EMIT desk.window().findChild<LogPage *>()->openAsked(visit.id);
        auto *why = desk.find<QLabel>(u"approveHindrance"_s);
        QTRY_VERIFY2(why->isVisible() && why->text().contains(u"nobody signed"), qPrintable(why->text()));
        QVERIFY(!desk.find<QPushButton>(u"printBadge"_s)->isVisible());
        desk.pictures(u"case-forged"_s);
    }

    void aChangedStaffRecordIsShownAsNotCertified()
    {
        TestSite site;
        AdminDesk desk(testApplication(), site);
        desk.signIn(u"1001"_s);
        desk.window().showPage(MainWindow::StaffPageId);
        auto *table = desk.find<QAbstractItemView>(u"staffTable"_s);
        const auto words = [table] {
            QStringList found;
            for (int row = 0; row < table->model()->rowCount(); ++row)
                found << table->model()->index(row, 5).data().toString();
            return found.filter(u"not certified"_s);
        };
        QTRY_VERIFY(table->model()->rowCount() > 3);
        QVERIFY(words().isEmpty());
        RawDatabase raw(site.databasePath());
        QVERIFY2(raw.run(u"UPDATE staff SET roles='manager' WHERE number='2207'"_s), qPrintable(raw.error()));
        QTRY_COMPARE(words().size(), 1);
        desk.pictures(u"staff-forged"_s);
    }

    void aRefusedBadgeReachesTheGuardInWords()
    {
        TestSite site;
        const domain::Visit visit = must(usecases::requestVisit(site.kiosk().at(), site.meeting())).front();
        AdminDesk desk(testApplication(), site);
        desk.signIn(u"1042"_s);
        auto *banner = desk.find<QLabel>(u"doorBannerText"_s);
        QVERIFY(!banner->isVisible());
        forge(site, u"state='approved', decided_at=requested_at+1000"_s);
        const auto boot = must(usecases::announceBoot(site.kiosk().at()));
        QCOMPARE(usecases::issueBadge(site.kiosk().at(), boot, visit.id).error().code, ErrorCode::Blocked);
        QTRY_VERIFY2(banner->isVisible() && banner->text().contains(u"nobody approved"), qPrintable(banner->text()));
        QVERIFY2(banner->text().contains(u"V-1"), qPrintable(banner->text()));
        desk.pictures(u"alarm-kiosk"_s);
    }

    void anEntryThatNobodySignedReachesTheGuard()
    {
        TestSite site;
        AdminDesk desk(testApplication(), site);
        desk.signIn(u"1042"_s);
        auto *banner = desk.find<QLabel>(u"doorBannerText"_s);
        QVERIFY(!banner->isVisible());
        const security::SignKeyPair own = security::makeSignKeyPair();
        const QString actor = domain::staffActor(site.manager().staff.id);
        {
            auto transaction = must(usecases::beginWrite(site.kiosk().at()));
            must(usecases::record(*transaction, site.kiosk().at(), {actor, own.publicKey, &own.secretKey}, u"foo"_s, actor));
            must(transaction->commit());
        }
        QTRY_VERIFY2(banner->isVisible() && banner->text().contains(u"not signed"), qPrintable(banner->text()));
        auto *search = desk.find<QLineEdit>(u"find"_s);
        auto *seen = desk.find<QPushButton>(u"doorSeen"_s);
        search->setFocus();
        seen->setFocus();
        QTest::keyClick(seen, Qt::Key_Space);
        QVERIFY(!banner->isVisible());                 // said once
        QCOMPARE(QApplication::focusWidget(), search); // and no other button is under the next key
    }

    void anEntryThatDoesNotCountIsSaidWithWhoSignedIt_data()
    {
        QTest::addColumn<int>("secondsOff");
        QTest::addColumn<QString>("words");
        QTest::newRow("without standing") << 0 << u"does not count: that signer may not state it"_s;
        QTest::newRow("dated back") << -3600 << u"an earlier time"_s;
        QTest::newRow("dated ahead") << 86400 << u"still to come"_s;
    }
    void anEntryThatDoesNotCountIsSaidWithWhoSignedIt()
    {
        QFETCH(int, secondsOff);
        QFETCH(QString, words);
        TestSite site;
        site.addStaff(u"4001"_s, u"He Lan"_s, {domain::Role::Auditor});
        const usecases::StaffSession auditor = site.signInAs(u"4001"_s);
        const domain::Visit visit = must(usecases::requestVisit(site.kiosk().at(), site.meeting())).front();
        AdminDesk desk(testApplication(), site);
        desk.signIn(u"1042"_s);
        auto *banner = desk.find<QLabel>(u"doorBannerText"_s);
        QVERIFY(!banner->isVisible());
        FakeClock clock; // of the machine where it was signed
        clock.setWall(site.clock.now().addSecs(secondsOff));
        const usecases::Workplace &kiosk = site.kiosk().at();
        const usecases::Workplace elsewhere{kiosk.store, clock, kiosk.randomness, kiosk.station, kiosk.authority, kiosk.time};
        {
            auto transaction = must(usecases::beginWrite(elsewhere));
            must(usecases::record(*transaction, elsewhere, usecases::signerOf(auditor),
                                  secondsOff == 0 ? domain::action::visitDeny : domain::action::staffSignOut,
                                  domain::visitSubject(visit.id)));
            must(transaction->commit());
        }
        QTRY_VERIFY2(banner->isVisible() && banner->text().contains(words), qPrintable(banner->text()));
        QVERIFY2(banner->text().contains(u"He Lan (staff number 4001)"), qPrintable(banner->text()));
        desk.pictures(u"alarm-doubtful"_s);
        desk.find<QPushButton>(u"doorSeen"_s)->click();
        QVERIFY(!banner->isVisible());
    }

    void whoIsInsideStaysOnTheListAndCanLeave()
    {
        TestSite site;
        const domain::Visit visit = site.approvedVisit();
        must(usecases::issueBadgeAtDesk(site.admin().at(), site.guard(), visit.id));
        AdminDesk desk(testApplication(), site);
        desk.signIn(u"1042"_s);
        desk.window().showPage(MainWindow::OnSiteId);
        auto *page = desk.window().findChild<OnSitePage *>();
        auto *doubt = desk.find<QLabel>(u"onSiteDoubt"_s);
        QTRY_COMPARE(page->table()->rowCount(), 1);
        QVERIFY(!doubt->isVisible());
        forge(site, u"state='departed', left_at=entered_at+1000"_s);
        QTRY_VERIFY2(doubt->isVisible() && doubt->text().contains(u"V-1"), qPrintable(doubt->text()));
        QCOMPARE(page->table()->rowCount(), 1);
        desk.pictures(u"on-site-forged"_s);
        must(usecases::departWithoutBadge(site.admin().at(), site.secondGuard(), visit.id)); // the first sits at the desk
        QTRY_COMPARE(page->table()->rowCount(), 0);
        QVERIFY(!doubt->isVisible());
    }
};

GATEHOUSE_TEST(QApplication, TestAdminProof);
#include "tst_adminproof.moc"
