// SPDX-License-Identifier: GPL-3.0-or-later
// The database in trouble under the windows: a clear sentence, what was entered stays, and work goes on when it is over.
#include "admindesk.h"
#include "ownmounts.h"
#include "rawdatabase.h"
#include "seat.h"
#include "testprogram.h"
#include "texts.h"
#include "usecases/badges.h"
#include "usecases/requestvisit.h"
#include "windows/arrivals/badgedialog.h"
#include "windows/arrivals/waitingpage.h"
#include "windows/room/incidentspage.h"
#include "windows/visits/onsitepage.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDialog>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QLineEdit>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPointer>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTimer>

#include <atomic>

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
    QTest::keyClicks(dialog->findChild<QLineEdit *>(u"desk-documentNumber"_s), u"X0000042"_s);
    dialog->findChild<QCheckBox *>(u"deskPrivacy"_s)->setChecked(true);
    return dialog;
}

/// How many lines of the log begin like this while it lives.
class LogCount
{
public:
    explicit LogCount(const QString &beginning)
    {
        s_beginning = beginning;
        s_lines = 0;
        s_before = qInstallMessageHandler([](QtMsgType type, const QMessageLogContext &context, const QString &text) {
            if (text.startsWith(s_beginning))
                ++s_lines;
            else if (s_before)
                s_before(type, context, text);
        });
    }
    ~LogCount() { qInstallMessageHandler(s_before); }
    LogCount(const LogCount &) = delete;
    LogCount &operator=(const LogCount &) = delete;
    int lines() const { return s_lines; }

private:
    inline static QString s_beginning;
    inline static std::atomic<int> s_lines = 0;
    inline static QtMessageHandler s_before = nullptr;
};

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
            submit->setFocus();
            submit->click();
            QTRY_VERIFY_WITH_TIMEOUT(message->text().contains(u"locked by another program"), troubleMs);
            QCOMPARE(dialog->findChild<QLineEdit *>(u"desk-fullName"_s)->text(), u"Ona Petraite"_s);
            QCOMPARE(dialog->focusWidget(), submit); // and not on the purpose, which an arrow would change
            QVERIFY(other.run(u"ROLLBACK"_s));
        }
        QCOMPARE(visitCount(site), 0);
        QTRY_VERIFY_WITH_TIMEOUT(submit->isEnabled(), troubleMs);
        submit->click();
        QTRY_COMPARE_WITH_TIMEOUT(visitCount(site), 1, troubleMs);
        QTRY_VERIFY_WITH_TIMEOUT(!desk.find<QWidget>(u"troubleBanner"_s)->isVisible(), troubleMs);
    }

    void r24_theRollCallComesOutAtOnce_data()
    {
        QTest::addColumn<QString>("trouble");
        QTest::addColumn<bool>("asKnown");
        QTest::newRow("the log cannot be written") << u"locked"_s << false;
        QTest::newRow("somebody waits for the database already") << u"waiting"_s << true;
        QTest::newRow("the database is away") << u"away"_s << true;
    }
    void r24_theRollCallComesOutAtOnce()
    {
        QFETCH(QString, trouble);
        QFETCH(bool, asKnown);
        TestSite site;
        must(usecases::issueBadgeAtDesk(site.admin().at(), site.secondGuard(), site.approvedVisit().id));
        AdminDesk desk(testApplication(), site);
        desk.signIn(u"1042"_s);
        desk.window().showPage(MainWindow::OnSiteId);
        auto *page = desk.window().findChild<OnSitePage *>();
        QTRY_COMPARE_WITH_TIMEOUT(page->table()->rowCount(), 1, troubleMs);
        desk.workbench().drain();
        QCoreApplication::processEvents();
        const QString away = site.databasePath() + u".away"_s;
        RawDatabase other(site.databasePath());
        if (trouble == u"away")
            QVERIFY(QFile::rename(site.databasePath(), away));
        else
            QVERIFY(other.run(u"BEGIN IMMEDIATE"_s));
        if (trouble == u"waiting")
            desk.workbench().ask(
                this, [](Seat &seat) -> Result<void> { return usecases::beginWrite(seat.workplace()).map([](auto) {}); },
                [](const Result<void> &) {});
        QElapsedTimer sincePressed;
        sincePressed.start();
        desk.find<QPushButton>(u"rollCall"_s)->click();
        QTRY_VERIFY_WITH_TIMEOUT(!QDir(desk.folder()).entryList({u"roll-call-*.pdf"_s}).isEmpty(), troubleMs);
        QVERIFY2(sincePressed.elapsed() < 4000, qPrintable(QString::number(sincePressed.elapsed()))); // others wait 5 s
        auto *said = desk.find<QLabel>(u"said"_s);
        QTRY_VERIFY2_WITH_TIMEOUT(said->text().contains(u"this roll call is not in it"), qPrintable(said->text()), troubleMs);
        QVERIFY2(said->text().contains(u".pdf"), qPrintable(said->text()));
        QCOMPARE(said->text().contains(u"the list is of"), asKnown);
        if (trouble == u"away")
            QVERIFY(QFile::rename(away, site.databasePath()));
        else
            QVERIFY(other.run(u"ROLLBACK"_s));
        desk.workbench().drain();
        QCoreApplication::processEvents();
        QCOMPARE(QDir(desk.folder()).entryList({u"roll-call-*.pdf"_s}).size(), 1); // and once
    }

    void aLockedDatabaseLosesNoReport()
    {
        TestSite site;
        AdminDesk desk(testApplication(), site);
        desk.signIn(u"1042"_s);
        desk.window().showPage(MainWindow::IncidentsId);
        desk.find<QPushButton>(u"openIncident"_s)->click();
        QPointer<QDialog> form = visibleDialog(u"incidentDialog"_s);
        QVERIFY(form);
        const QString report = u"A door stood open."_s;
        form->findChild<QPlainTextEdit *>(u"incidentText"_s)->setPlainText(report);
        auto *accept = form->findChild<QPushButton *>(u"formAccept"_s);
        auto *message = form->findChild<QLabel *>(u"formMissing"_s);
        {
            RawDatabase other(site.databasePath());
            QVERIFY(other.run(u"BEGIN IMMEDIATE"_s));
            accept->click();
            QTRY_VERIFY_WITH_TIMEOUT(message->text().contains(u"locked by another program"), troubleMs);
            QCOMPARE(form->findChild<QPlainTextEdit *>(u"incidentText"_s)->toPlainText(), report);
            QVERIFY(other.run(u"ROLLBACK"_s));
        }
        accept->click();
        QTRY_VERIFY_WITH_TIMEOUT(!form, troubleMs);
        QTRY_COMPARE_WITH_TIMEOUT(desk.window().findChild<IncidentsPage *>()->table()->rowCount(), 1, troubleMs);
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
            auto *underway = desk.find<QLabel>(u"undoText"_s);
            QTRY_VERIFY(underway->isVisible() && underway->text().contains(u"being written"));
            QVERIFY(!desk.find<QPushButton>(u"callBack"_s)->isVisible());
            QVERIFY(!desk.find<QPushButton>(u"attend"_s)->isEnabled());
            QTRY_VERIFY_WITH_TIMEOUT(message->text().contains(u"Nothing was stored: do it again"), troubleMs);
            QVERIFY(!underway->isVisible());
            QVERIFY(other.run(u"ROLLBACK"_s));
        }
        QTRY_VERIFY_WITH_TIMEOUT(message->text().endsWith(u"do it again."), troubleMs); // nothing is locked any more
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

    /// However often somebody asks for it meanwhile, one look follows another by two seconds.
    void oneLookAtATimeFollowsATrouble()
    {
        TestSite site;
        AdminDesk desk(testApplication(), site);
        desk.signIn(u"1042"_s);
        desk.workbench().drain();
        site.clock.setWall(site.clock.now().addDays(1));
        desk.workbench().refreshDesk();
        QTRY_VERIFY_WITH_TIMEOUT(desk.workbench().trouble().has_value(), troubleMs);
        QElapsedTimer since;
        QList<qint64> looks;
        since.start();
        connect(&desk.workbench(), &Workbench::retried, this, [&] { looks.append(since.elapsed()); });
        for (int i = 0; i < 3; ++i)
            desk.workbench().retry();
        QTRY_VERIFY_WITH_TIMEOUT(looks.size() >= 5, troubleMs);
        QVERIFY2(looks[4] - looks[3] > 1000, qPrintable(QString::number(looks[4] - looks[3])));
        disconnect(&desk.workbench(), nullptr, this, nullptr);
    }

    void aBookingThatFailedIsTriedAgain()
    {
        TestSite site;
        const domain::Visit visit = site.approvedVisit();
        const auto issued = must(usecases::issueBadgeAtDesk(site.admin().at(), site.guard(), visit.id));
        AdminDesk desk(testApplication(), site);
        desk.signIn(u"1042"_s);
        BadgeDialog dialog(desk.workbench(), issued.badge.token, &desk.window());
        dialog.open();
        auto *book = dialog.findChild<QPushButton *>(u"bookDeparture"_s);
        QTRY_VERIFY_WITH_TIMEOUT(book->isEnabled(), troubleMs);
        {
            RawDatabase other(site.databasePath());
            QVERIFY(other.run(u"BEGIN IMMEDIATE"_s));
            book->click();
            QTRY_VERIFY_WITH_TIMEOUT(
                dialog.findChild<QLabel *>(u"badgeVerdict"_s)->text().contains(u"locked by another program"), troubleMs);
            QVERIFY(other.run(u"ROLLBACK"_s));
        }
        QVERIFY(book->isEnabled());
        book->click();
        QTRY_COMPARE_WITH_TIMEOUT(visitNow(site, visit.id).state, domain::VisitState::Departed, troubleMs);
    }

    void aManagerConfirmsInTheWindowThatTheTimeIsRight()
    {
        TestSite site;
        const QDateTime right = site.clock.now();
        site.clock.setWall(right.addSecs(3 * 3600));
        site.admin().restart(); // nothing contradicts a clock that a program starts with
        must(usecases::requestVisit(site.admin().at(), site.meeting(), &site.guard()));
        site.clock.setWall(right);
        AdminDesk desk(testApplication(), site);
        desk.signIn(u"1042"_s); // a guard is told who can
        auto *text = desk.find<QLabel>(u"troubleText"_s);
        auto *confirm = desk.find<QPushButton>(u"confirmTime"_s);
        QTRY_VERIFY_WITH_TIMEOUT(text->isVisible() && text->text().contains(u"a manager signs in here"), troubleMs);
        QVERIFY(!confirm->isVisible());
        desk.pictures(u"time-guard"_s);
        desk.window().lock();
        desk.find<QPushButton>(u"somebodyElse"_s)->click();
        desk.signIn(u"1001"_s);
        QTRY_VERIFY_WITH_TIMEOUT(confirm->isVisible(), troubleMs);
        desk.pictures(u"time-manager"_s);
        confirm->click();
        QTRY_VERIFY_WITH_TIMEOUT(visibleDialog(u"timeDialog"_s), troubleMs);
        const QString question = qobject_cast<QMessageBox *>(visibleDialog(u"timeDialog"_s))->text();
        QVERIFY2(question.contains(Texts::dateTime(right)), qPrintable(question));
        QVERIFY2(question.contains(Texts::dateTime(right.addSecs(3 * 3600))), qPrintable(question));
        shootDialog(u"timeDialog"_s, u"time-dialog"_s);
        visibleDialog(u"timeDialog"_s)->findChild<QPushButton *>(u"timeIsRight"_s)->click();
        QTRY_VERIFY_WITH_TIMEOUT(!text->isVisible(), troubleMs);
        must(usecases::requestVisit(site.kiosk().at(), site.meeting())); // every station goes by its clock again
    }

    void aClockThatWasSetIsNotConfirmedBeforeANewStart()
    {
        TestSite site;
        AdminDesk desk(testApplication(), site);
        desk.signIn(u"1001"_s);
        site.clock.setWall(site.clock.now().addDays(-1));
        desk.workbench().refreshDesk();
        auto *confirm = desk.find<QPushButton>(u"confirmTime"_s);
        QTRY_VERIFY_WITH_TIMEOUT(confirm->isVisible(), troubleMs);
        desk.window().lock(); // nobody's word counts at a locked desk
        QVERIFY(!confirm->isVisible());
        desk.find<QLineEdit>(u"unlockPassword"_s)->setText(TestSite::passwordText());
        desk.find<QPushButton>(u"unlock"_s)->click();
        QTRY_VERIFY_WITH_TIMEOUT(confirm->isVisible(), troubleMs);
        confirm->click();
        QTRY_VERIFY_WITH_TIMEOUT(visibleDialog(u"timeWasSetDialog"_s), troubleMs);
        visibleDialog(u"timeWasSetDialog"_s)->reject();
        auto transaction = must(usecases::beginRead(site.kiosk().at()));
        QVERIFY(must(transaction->ledger().ofSubject(u"time"_s)).empty());
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

    void spoiltKeysAreNotTakenForADamagedDatabase_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<bool>("missing");
        QTest::addColumn<QString>("said");
        QTest::newRow("damaged pepper") << u"pepper"_s << false << u"keys is damaged"_s;
        QTest::newRow("no pepper") << u"pepper"_s << true << u"“pepper” is missing"_s;
        QTest::newRow("damaged keys of the station") << u"admin.station"_s << false << u"keys is damaged"_s;
        QTest::newRow("no keys of the station") << u"admin.station"_s << true << u"is not enrolled"_s;
    }
    void spoiltKeysAreNotTakenForADamagedDatabase()
    {
        QFETCH(QString, file);
        QFETCH(bool, missing);
        QFETCH(QString, said);
        TestSite site;
        QFile keys(site.vaultFolder() + u'/' + file);
        QVERIFY(keys.exists());
        if (missing)
            QVERIFY(keys.remove());
        else
            QVERIFY(keys.open(QIODevice::WriteOnly | QIODevice::Truncate) && keys.write("rubbish") > 0);
        keys.close();
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"^this station's keys: "_s));
        AdminDesk desk(testApplication(), site);
        const char *place = "startingMessage";
        if (file == u"pepper") {
            place = "signInMessage";
            QTRY_COMPARE_WITH_TIMEOUT(desk.window().screen(), MainWindow::SignInScreen, troubleMs);
            desk.find<QLineEdit>(u"staffNumber"_s)->setText(u"1042"_s);
            desk.find<QLineEdit>(u"password"_s)->setText(TestSite::passwordText());
            QTest::keyClick(desk.find<QLineEdit>(u"password"_s), Qt::Key_Return);
        }
        const auto *text = desk.find<QLabel>(QString::fromLatin1(place));
        QTRY_VERIFY_WITH_TIMEOUT(text->text().contains(said), troubleMs);
        QVERIFY(!desk.find<QWidget>(u"troubleBanner"_s)->isVisible());
        QVERIFY(!desk.workbench().trouble());
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

    void aSchemaThatBecomesNewerWhileTheDeskWorksIsSaidUntilItIsRight()
    {
        TestSite site;
        AdminDesk desk(testApplication(), site);
        desk.signIn(u"1042"_s);
        auto *banner = desk.find<QWidget>(u"troubleBanner"_s);
        RawDatabase other(site.databasePath());
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"^in trouble: \"newer-schema\" "_s));
        QVERIFY2(other.run(u"INSERT INTO schema_version (version) VALUES (9999)"_s), qPrintable(other.error()));
        QTRY_VERIFY_WITH_TIMEOUT(banner->isVisible(), troubleMs);
        QVERIFY(desk.find<QLabel>(u"troubleText"_s)->text().contains(u"newer version"));
        const QSignalSpy retried(&desk.workbench(), &Workbench::retried);
        QTRY_VERIFY_WITH_TIMEOUT(!retried.isEmpty(), troubleMs);
        QVERIFY(banner->isVisible());
        QVERIFY2(other.run(u"DELETE FROM schema_version WHERE version = 9999"_s), qPrintable(other.error()));
        QTRY_VERIFY_WITH_TIMEOUT(!banner->isVisible(), troubleMs);
    }

    void aReplacedKeyIsSaidAtTheStartAndNobodySignsIn_data()
    {
        QTest::addColumn<QString>("table");
        QTest::addColumn<QString>("column");
        QTest::newRow("the site's sealing key") << u"sealing_key"_s << u"public_key"_s;
        QTest::newRow("a station's") << u"station"_s << u"sign_public_key"_s;
        QTest::newRow("a person's") << u"credential"_s << u"box_public_key"_s;
    }
    void aReplacedKeyIsSaidAtTheStartAndNobodySignsIn()
    {
        QFETCH(QString, table);
        QFETCH(QString, column);
        TestSite site;
        QVariant before;
        {
            RawDatabase raw(site.databasePath());
            before = raw.value(u"SELECT %1 FROM %2 ORDER BY 1 LIMIT 1"_s.arg(column, table));
            QVERIFY(raw.run(u"UPDATE %1 SET %2 = ? WHERE %2 = ?"_s.arg(table, column), {QByteArray(32, 'k'), before}));
        }
        const LogCount log(u"keys are not those"_s);
        AdminDesk desk(testApplication(), site);
        auto *banner = desk.find<QLabel>(u"troubleText"_s);
        QTRY_VERIFY_WITH_TIMEOUT(banner->isVisible() && banner->text().contains(u"somebody replaced it"), troubleMs);
        desk.pictures(u"replaced-key-"_s + table);
        QSignalSpy probed(&desk.workbench(), &Workbench::probeFailed);
        QTRY_VERIFY_WITH_TIMEOUT(probed.count() >= 2, troubleMs); // it is looked at again and again
        QCOMPARE(desk.window().screen(), MainWindow::StartingScreen);
        QCOMPARE(log.lines(), 1);
        QVERIFY(RawDatabase(site.databasePath())
                    .run(u"UPDATE %1 SET %2 = ? WHERE %2 = ?"_s.arg(table, column), {before, QByteArray(32, 'k')}));
        QTRY_COMPARE_WITH_TIMEOUT(desk.window().screen(), MainWindow::SignInScreen, troubleMs);
        QTRY_VERIFY_WITH_TIMEOUT(!banner->isVisible(), troubleMs);
        desk.signIn(u"1042"_s);
    }

    void aKeyThatIsReplacedWhileTheDeskWorksIsSaid_data() { aReplacedKeyIsSaidAtTheStartAndNobodySignsIn_data(); }
    void aKeyThatIsReplacedWhileTheDeskWorksIsSaid()
    {
        QFETCH(QString, table);
        QFETCH(QString, column);
        TestSite site;
        AdminDesk desk(testApplication(), site);
        desk.signIn(u"1042"_s);
        auto *banner = desk.find<QLabel>(u"troubleText"_s);
        QVERIFY(!banner->isVisible());
        RawDatabase raw(site.databasePath());
        const QVariant before = raw.value(u"SELECT %1 FROM %2 ORDER BY 1 LIMIT 1"_s.arg(column, table));
        const QString sql = u"UPDATE %1 SET %2 = ? WHERE %2 = ?"_s.arg(table, column);
        QVERIFY(raw.run(sql, {QByteArray(32, 'k'), before}));
        QTRY_VERIFY_WITH_TIMEOUT(banner->isVisible() && banner->text().contains(u"somebody replaced it"), troubleMs);
        QSignalSpy retried(&desk.workbench(), &Workbench::retried);
        QTRY_VERIFY_WITH_TIMEOUT(retried.count() >= 2, troubleMs);
        QVERIFY(banner->isVisible()); // until it is put right
        QVERIFY(raw.run(sql, {before, QByteArray(32, 'k')}));
        QTRY_VERIFY_WITH_TIMEOUT(!banner->isVisible(), troubleMs);
        QCOMPARE(desk.window().screen(), MainWindow::WorkScreen);
    }

    void aLogThatDoesNotVerifyIsSaidByRole_data()
    {
        QTest::addColumn<QString>("number");
        QTest::addColumn<QString>("advice");
        QTest::newRow("a guard calls the manager") << u"1042"_s << u"Call the manager"_s;
        QTest::newRow("a manager is told what to do") << u"1001"_s << u"gatehousectl log verify"_s;
    }
    void aLogThatDoesNotVerifyIsSaidByRole()
    {
        QFETCH(QString, number);
        QFETCH(QString, advice);
        TestSite site;
        AdminDesk desk(testApplication(), site);
        desk.signIn(number);
        {
            RawDatabase raw(site.databasePath());
            QVERIFY(appendBadEntry(raw));
        }
        auto *banner = desk.find<QLabel>(u"troubleText"_s);
        QTRY_VERIFY_WITH_TIMEOUT(banner->isVisible(), troubleMs);
        QVERIFY2(banner->text().contains(advice), qPrintable(banner->text()));
    }

    /// Nobody asked for it, so nobody is told: the log has it, but for what the banner says.
    void visitsThatCouldNotBeEndedAreInTheLog_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::addColumn<int>("lines");
        QTest::newRow("the log does not verify") << u"changed"_s << 1;
        QTest::newRow("locked by another program") << u"locked"_s << 0;
    }
    void visitsThatCouldNotBeEndedAreInTheLog()
    {
        QFETCH(QString, fault);
        TestSite site;
        AdminDesk desk(testApplication(), site);
        desk.signIn(u"1042"_s);
        desk.workbench().drain(); // nobody else is ahead in the queue, and sees the fault first
        const LogCount log(u"visits that are over were not ended"_s);
        QSignalSpy troubled(&desk.workbench(), &Workbench::troubled);
        RawDatabase raw(site.databasePath());
        QVERIFY(fault == u"locked" ? raw.run(u"BEGIN IMMEDIATE"_s) : appendBadEntry(raw));
        QVERIFY(QMetaObject::invokeMethod(desk.find<QTimer>(u"lapse"_s), "timeout")); // the minute is over
        QTRY_VERIFY_WITH_TIMEOUT(!troubled.isEmpty(), troubleMs);
        desk.workbench().drain();
        QCoreApplication::processEvents();
        QTEST(log.lines(), "lines");
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

static int adminFaultsMain(int argc, char **argv)
{
    enterOwnMounts(argc, argv);
    return testMain<QApplication, AdminFaultsTest>(argc, argv);
}
GATEHOUSE_TEST_MAIN(AdminFaultsTest, adminFaultsMain);

#include "tst_adminfaults.moc"
