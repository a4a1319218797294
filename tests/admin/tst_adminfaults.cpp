// SPDX-License-Identifier: GPL-3.0-or-later
// The database in trouble under the windows: a clear sentence, what was entered stays, and work goes on when it is over.
#include "admindesk.h"
#include "ownmounts.h"
#include "rawdatabase.h"
#include "seat.h"
#include "texts.h"
#include "usecases/requestvisit.h"
#include "windows/arrivals/waitingpage.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDialog>
#include <QLineEdit>
#include <QSignalSpy>

using namespace gatehouse;
using namespace gatehouse::admin;
using namespace gatehouse::test;
using namespace Qt::StringLiterals;

namespace
{
constexpr int troubleMs = 30000;

/// The dialog of the desk, filled in as far as it takes to register.
QDialog *filledDesk(AdminDesk &desk)
{
    QTest::keyClick(&desk.window(), Qt::Key_F2);
    QDialog *dialog = visibleDialog(u"deskDialog"_s);
    if (!dialog)
        return nullptr;
    auto *purpose = dialog->findChild<QComboBox *>(u"deskPurpose"_s);
    purpose->setCurrentIndex(purpose->findData(u"interview"_s));
    QTest::keyClicks(dialog->findChild<QLineEdit *>(u"desk-fullName"_s), u"Ona Petraite"_s);
    dialog->findChild<QCheckBox *>(u"deskPrivacy"_s)->setChecked(true);
    return dialog;
}

int visitCount(TestSite &site)
{
    auto transaction = must(usecases::beginRead(site.kiosk().at()));
    return must(transaction->visits().count({}));
}
} // namespace

class AdminFaultsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyTroubleHasASentenceOfItsOwn()
    {
        QSet<QString> sentences;
        const QList<ErrorCode> codes{ErrorCode::Busy,         ErrorCode::ReadOnly,    ErrorCode::Full,
                                     ErrorCode::Damaged,      ErrorCode::NewerSchema, ErrorCode::Untrusted,
                                     ErrorCode::BadSignature, ErrorCode::Unavailable};
        for (const ErrorCode code : codes)
            sentences.insert(Texts::trouble({code, {}}));
        QCOMPARE(sentences.size(), codes.size());
        QVERIFY(!sentences.contains(QString()));
    }

    void aLockedDatabaseKeepsTheFormAndGoesOn()
    {
        TestSite site;
        AdminDesk desk(testApplication(), site);
        desk.signIn(u"1042"_s);
        QDialog *dialog = filledDesk(desk);
        QVERIFY(dialog);
        auto *submit = dialog->findChild<QPushButton *>(u"deskSubmit"_s);
        QTRY_VERIFY(submit->isEnabled());
        auto *message = dialog->findChild<QLabel *>(u"deskMessage"_s);
        {
            RawDatabase other(site.databasePath());
            QVERIFY(other.run(u"BEGIN IMMEDIATE"_s));
            submit->click();
            QTRY_VERIFY_WITH_TIMEOUT(message->text().contains(u"locked by another program"), troubleMs);
            QCOMPARE(dialog->findChild<QLineEdit *>(u"desk-fullName"_s)->text(), u"Ona Petraite"_s);
            QVERIFY(other.run(u"ROLLBACK"_s));
        }
        QCOMPARE(visitCount(site), 0);
        QTRY_VERIFY_WITH_TIMEOUT(submit->isEnabled(), troubleMs);
        submit->click();
        QTRY_COMPARE_WITH_TIMEOUT(visitCount(site), 1, troubleMs);
        QTRY_VERIFY_WITH_TIMEOUT(!desk.find<QWidget>(u"troubleBanner"_s)->isVisible(), troubleMs);
    }

    void whatFailedIsNoLongerSaidOnceItIsWritten()
    {
        TestSite site;
        const domain::Visit parcel = must(usecases::callGuard(site.kiosk().at(), domain::PurposeId{u"delivery"_s}, u"en"_s));
        AdminDesk desk(testApplication(), site);
        desk.signIn(u"1042"_s);
        desk.window().waitingPage()->open(parcel.id);
        QTRY_VERIFY_WITH_TIMEOUT(desk.find<QPushButton>(u"attend"_s)->isVisible(), troubleMs);
        auto *message = desk.find<QLabel>(u"decisionMessage"_s);
        {
            RawDatabase other(site.databasePath());
            QVERIFY(other.run(u"BEGIN IMMEDIATE"_s));
            desk.find<QPushButton>(u"attend"_s)->click();
            QTRY_VERIFY_WITH_TIMEOUT(message->text().contains(u"locked by another program"), troubleMs);
            QVERIFY(other.run(u"ROLLBACK"_s));
        }
        QTRY_VERIFY_WITH_TIMEOUT(desk.find<QPushButton>(u"attend"_s)->isEnabled(), troubleMs);
        desk.find<QPushButton>(u"attend"_s)->click();
        QTRY_COMPARE_WITH_TIMEOUT(visitNow(site, parcel.id).state, domain::VisitState::Attended, troubleMs);
        QTRY_VERIFY2(!message->isVisible(), qPrintable(message->text()));
    }

    void aClockThatJumpedIsSaidUntilItIsRight()
    {
        TestSite site;
        AdminDesk desk(testApplication(), site);
        desk.signIn(u"1042"_s);
        QDialog *dialog = filledDesk(desk);
        QVERIFY(dialog);
        auto *submit = dialog->findChild<QPushButton *>(u"deskSubmit"_s);
        QTRY_VERIFY(submit->isEnabled());
        const QDateTime right = site.clock.now();
        site.clock.setWall(right.addDays(1));
        submit->click();
        auto *message = dialog->findChild<QLabel *>(u"deskMessage"_s);
        QTRY_VERIFY_WITH_TIMEOUT(message->text().contains(u"clock of this workstation is wrong"), troubleMs);
        QVERIFY(desk.find<QWidget>(u"troubleBanner"_s)->isVisible());
        QVERIFY(desk.find<QLabel>(u"troubleText"_s)->text().contains(u"clock of this workstation is wrong"));
        QCOMPARE(visitCount(site), 0);
        desk.workbench().changed(); // reading goes on and does not end it
        desk.workbench().drain();
        QCoreApplication::processEvents();
        QVERIFY(desk.find<QWidget>(u"troubleBanner"_s)->isVisible());
        site.clock.setWall(right);
        QTRY_VERIFY_WITH_TIMEOUT(!desk.find<QWidget>(u"troubleBanner"_s)->isVisible(), troubleMs);
        QTRY_VERIFY_WITH_TIMEOUT(submit->isEnabled(), troubleMs);
        submit->click();
        QTRY_COMPARE_WITH_TIMEOUT(visitCount(site), 1, troubleMs);
    }

    void aClockThatJumpedIsNotBelievedAfterReopening()
    {
        TestSite site;
        SeatPlan plan;
        plan.databaseUrl = site.url();
        plan.vaultFolder = site.vaultFolder();
        plan.clock = std::shared_ptr<Clock>(&site.clock, [](Clock *) {});
        plan.randomness = std::shared_ptr<Randomness>(&site.randomness, [](Randomness *) {});
        Seat seat(plan);
        must(seat.open());
        QVERIFY(seat.workplace().time.trusted());
        const QDateTime right = site.clock.now();
        site.clock.setWall(right.addDays(1));
        seat.close(); // as after a trouble of the database
        must(seat.open());
        QVERIFY(!seat.workplace().time.trusted());
        site.clock.setWall(right);
        QVERIFY(seat.workplace().time.trusted());
    }

    void aFullDiskIsSaidUntilThereIsRoomAndNothingIsHalfWritten()
    {
        if (!hasOwnMounts())
            QSKIP("this machine allows no mount namespaces, without which there is no full disk to test on");
        SmallDisk disk("8m");
        QVERIFY(disk.isMounted());
        TestSite site;
        const domain::Visit visit = arrive(site);
        AdminDesk desk(testApplication(), site);
        desk.signIn(u"1042"_s);
        desk.choose(visit.id);
        desk.workbench().drain();
        {
            // Without this the write-ahead log may have room from before, and a small entry needs no byte of the disk.
            RawDatabase other(site.databasePath());
            QTRY_COMPARE(other.value(u"PRAGMA wal_checkpoint(TRUNCATE)"_s).toInt(), 0);
        }
        QVERIFY(disk.fill());
        QTest::keyClick(&desk.window(), Qt::Key_F6);
        QTRY_VERIFY_WITH_TIMEOUT(desk.find<QLabel>(u"troubleText"_s)->text().contains(u"disk is full"), troubleMs);
        // The desk looks again by itself every two seconds: the disk is as full as it was, and that is what it says.
        QSignalSpy recovered(&desk.workbench(), &Workbench::recovered);
        QSignalSpy retried(&desk.workbench(), &Workbench::retried);
        QTRY_VERIFY_WITH_TIMEOUT(retried.count() >= 2, troubleMs);
        QCOMPARE(recovered.count(), 0);
        QVERIFY(desk.find<QWidget>(u"troubleBanner"_s)->isVisible());
        QVERIFY(!visitNow(site, visit.id).originalSeenAt);
        QVERIFY(disk.makeRoom());
        QTRY_VERIFY_WITH_TIMEOUT(!desk.find<QWidget>(u"troubleBanner"_s)->isVisible(), troubleMs);
        QTest::keyClick(&desk.window(), Qt::Key_F6);
        QTRY_VERIFY_WITH_TIMEOUT(visitNow(site, visit.id).originalSeenAt.has_value(), troubleMs);
    }

    void aNewerSchemaIsRefusedWithASentence()
    {
        TestSite site;
        {
            RawDatabase other(site.databasePath());
            QVERIFY2(other.run(u"INSERT INTO schema_version (version) VALUES (9999)"_s), qPrintable(other.error()));
        }
        AdminDesk desk(testApplication(), site);
        QTRY_VERIFY_WITH_TIMEOUT(desk.find<QLabel>(u"troubleText"_s)->text().contains(u"newer version"), troubleMs);
        QVERIFY(desk.window().screen() != MainWindow::WorkScreen);
    }

    void aDamagedFileIsSaid()
    {
        TestSite site;
        {
            RawDatabase other(site.databasePath());
            QVERIFY(other.run(u"PRAGMA wal_checkpoint(TRUNCATE)"_s)); // else the log still has what the file loses
        }
        QFile file(site.databasePath());
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.write(QByteArray(4096, 'x')) == 4096);
        file.close();
        AdminDesk desk(testApplication(), site);
        QTRY_VERIFY_WITH_TIMEOUT(desk.find<QLabel>(u"troubleText"_s)->text().contains(u"damaged"), troubleMs);
        QVERIFY(desk.window().screen() != MainWindow::WorkScreen);
    }
};

int main(int argc, char **argv)
{
    enterOwnMounts(argc, argv);
    QApplication application(argc, argv);
    AdminFaultsTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_adminfaults.moc"
