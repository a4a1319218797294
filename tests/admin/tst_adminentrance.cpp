// SPDX-License-Identifier: GPL-3.0-or-later
// The ways in: making a site, the first sign-in of a new person, passwords that are too old, locking, languages.
#include "admindesk.h"
#include "testprogram.h"
#include "usecases/badges.h"
#include "usecases/staffaccounts.h"
#include "windows/lockpage.h"
#include "windows/navigation.h"
#include "windows/setuppage.h"

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QDir>
#include <QLineEdit>
#include <QPointer>
#include <QSignalSpy>

using namespace gatehouse;
using namespace gatehouse::admin;
using namespace gatehouse::test;
using namespace Qt::StringLiterals;

namespace
{
constexpr int keysMs = 30000; // Argon2id on a busy machine

QString newPassword()
{
    return u"amber window 62 harvest"_s;
}

void fill(QWidget *page, const QString &name, const QString &text)
{
    auto *line = page->findChild<QLineEdit *>(name);
    QVERIFY2(line, qPrintable(name));
    line->setText(text);
}

/// So many wrong attempts that the next is refused unseen.
void makeWait(TestSite &site, const QString &number)
{
    for (int attempt = 0; attempt < 20; ++attempt) {
        QByteArray wrong = QByteArrayLiteral("not the password");
        const auto answer = usecases::signIn(site.admin().at(), number, security::SecureBytes::take(wrong), site.pepper());
        QVERIFY(!answer);
        if (answer.error().code == ErrorCode::BackOff)
            return;
    }
    QFAIL("no attempt was refused");
}

/// The stack's form that shows has its own password fields.
QLineEdit *visibleLine(QWidget *page, const QString &name)
{
    const QList<QLineEdit *> lines = page->findChildren<QLineEdit *>(name);
    const auto found = std::find_if(lines.begin(), lines.end(), [](const QLineEdit *line) { return line->isVisible(); });
    return found == lines.end() ? nullptr : *found;
}

void fillVisible(QWidget *page, const QString &name, const QString &text)
{
    visibleLine(page, name)->setText(text);
}
} // namespace

class AdminEntranceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theWizardMakesASiteWhoseManagerSignsIn()
    {
        const QTemporaryDir folder;
        qputenv("GATEHOUSE_CONFIG", folder.filePath(u"station"_s).toUtf8());
        AdminContext::Parameters parameters;
        parameters.databaseUrl = u"sqlite:"_s + folder.filePath(u"site.db"_s);
        parameters.settingsFile = folder.filePath(u"admin.ini"_s);
        parameters.cost = security::KeyCost::Minimal;
        AdminContext context(testApplication(), parameters);
        context.settings().setLanguage(u"en"_s);
        MainWindow &window = context.window();
        window.show();
        window.start();
        QTRY_COMPARE_WITH_TIMEOUT(window.screen(), MainWindow::SetupScreen, keysMs);
        auto *page = window.findChild<SetupPage *>();
        fill(page, u"siteNameField"_s, u"Harbour Call Centre"_s);
        fill(page, u"managerName"_s, u"Chen Yu"_s);
        fill(page, u"managerNumber"_s, u"1001"_s);
        fill(page, u"newPassword"_s, TestSite::passwordText());
        fill(page, u"repeatPassword"_s, TestSite::passwordText());
        page->findChild<QPushButton *>(u"makeSite"_s)->click();
        auto *secret = page->findChild<QLabel *>(u"recoverySecret"_s);
        QTRY_VERIFY_WITH_TIMEOUT(secret->isVisible() && !secret->text().isEmpty(), keysMs);
        const QString sheet = secret->text();
        page->findChild<QPushButton *>(u"sheetIsSafe"_s)->click();
        fill(page, u"readBack"_s, u"AAAA BBBB CCCC"_s); // not the sheet: the site does not go live
        page->findChild<QPushButton *>(u"confirmRecovery"_s)->click();
        QTRY_VERIFY_WITH_TIMEOUT(page->findChild<QLabel *>(u"setupMessage"_s)->text().contains(u"not the secret"), keysMs);
        QCOMPARE(window.screen(), MainWindow::SetupScreen);
        fill(page, u"readBack"_s, sheet);
        page->findChild<QPushButton *>(u"confirmRecovery"_s)->click();
        QTRY_COMPARE_WITH_TIMEOUT(window.screen(), MainWindow::SignInScreen, keysMs);
        fill(&window, u"staffNumber"_s, u"1001"_s);
        fill(&window, u"password"_s, TestSite::passwordText());
        window.findChild<QPushButton *>(u"signIn"_s)->click();
        QTRY_COMPARE_WITH_TIMEOUT(window.screen(), MainWindow::WorkScreen, keysMs);
    }

    void noSiteIsMadeOverTheKeysOfAnother()
    {
        TestSite site;
        qputenv("GATEHOUSE_CONFIG", site.vaultFolder().toUtf8());
        const QTemporaryDir folder;
        AdminContext::Parameters parameters;
        parameters.databaseUrl = u"sqlite:"_s + folder.filePath(u"site.db"_s);
        parameters.settingsFile = folder.filePath(u"admin.ini"_s);
        AdminContext context(testApplication(), parameters);
        context.settings().setLanguage(u"en"_s);
        MainWindow &window = context.window();
        window.show();
        window.start();
        auto *starting = window.findChild<QLabel *>(u"startingMessage"_s);
        QVERIFY(starting);
        QTRY_VERIFY_WITH_TIMEOUT(starting->text().contains(u"has the keys of a site"_s), keysMs);
        QVERIFY2(starting->text().contains(folder.filePath(u"site.db"_s)), qPrintable(starting->text()));
        QCOMPARE(window.screen(), MainWindow::StartingScreen);
        QVERIFY(!QFile::exists(folder.filePath(u"site.db"_s)));
    }

    void aNewPersonComesInWithTheOneTimeCode()
    {
        TestSite site;
        usecases::NewStaff person;
        person.number = u"3001"_s;
        person.name = u"Ines Novak"_s;
        person.roles = {domain::Role::Guard};
        person.agreementDate = QDate(2026, 2, 1);
        const QString code = must(usecases::inviteStaff(site.admin().at(), site.manager(), person)).code;
        AdminDesk desk(testApplication(), site);
        QTRY_COMPARE_WITH_TIMEOUT(desk.window().screen(), MainWindow::SignInScreen, keysMs);
        desk.find<QPushButton>(u"haveCode"_s)->click();
        const auto enter = [&](const QString &oneTimeCode) {
            fill(&desk.window(), u"codeStaffNumber"_s, u"3001"_s);
            fill(&desk.window(), u"oneTimeCode"_s, oneTimeCode);
            fillVisible(&desk.window(), u"newPassword"_s, newPassword());
            fillVisible(&desk.window(), u"repeatPassword"_s, newPassword());
            desk.find<QPushButton>(u"activate"_s)->click();
        };
        enter(u"WRONG-CODE-0000"_s);
        QTRY_VERIFY_WITH_TIMEOUT(desk.find<QLabel>(u"signInMessage"_s)->text().contains(u"one-time code do not fit"), keysMs);
        QCOMPARE(QApplication::focusWidget(), desk.find<QLineEdit>(u"oneTimeCode"_s));
        fill(&desk.window(), u"oneTimeCode"_s, code); // the rest is still there
        QTest::keyClick(visibleLine(&desk.window(), u"repeatPassword"_s), Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(desk.find<QLabel>(u"signInMessage"_s)->text().contains(u"account is ready"), keysMs);
        QCOMPARE(desk.find<QLineEdit>(u"staffNumber"_s)->text(), u"3001"_s);
        fill(&desk.window(), u"password"_s, newPassword());
        desk.find<QPushButton>(u"signIn"_s)->click();
        QTRY_COMPARE_WITH_TIMEOUT(desk.window().screen(), MainWindow::WorkScreen, keysMs);
    }

    void r18_anOldPasswordIsChangedBeforeAnythingElse()
    {
        TestSite site;
        site.clock.advance(std::chrono::hours(24 * (usecases::passwordDays + 1)));
        AdminDesk desk(testApplication(), site);
        QTRY_COMPARE_WITH_TIMEOUT(desk.window().screen(), MainWindow::SignInScreen, keysMs);
        fill(&desk.window(), u"staffNumber"_s, u"1042"_s);
        fill(&desk.window(), u"password"_s, TestSite::passwordText());
        desk.find<QPushButton>(u"signIn"_s)->click();
        auto *change = desk.find<QPushButton>(u"changePassword"_s);
        QTRY_VERIFY_WITH_TIMEOUT(change->isVisible(), keysMs);
        QCOMPARE(desk.window().screen(), MainWindow::SignInScreen);
        fill(&desk.window(), u"oldPassword"_s, TestSite::passwordText());
        fillVisible(&desk.window(), u"newPassword"_s, newPassword());
        fillVisible(&desk.window(), u"repeatPassword"_s, newPassword());
        QTest::keyClick(visibleLine(&desk.window(), u"repeatPassword"_s), Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(desk.window().screen(), MainWindow::WorkScreen, keysMs);
        QByteArray fresh = newPassword().toUtf8();
        const auto again = usecases::signIn(site.admin().at(), u"1042"_s, security::SecureBytes::take(fresh), site.pepper());
        QVERIFY(again.has_value());
        QVERIFY(!again->passwordExpired);
    }

    // The keys are open already: neither stuck there nor left there.
    void r18_theFormForAnOldPasswordIsLeft_data()
    {
        QTest::addColumn<int>("idleMs");
        QTest::newRow("by the button") << 0;
        QTest::newRow("by nobody doing anything") << 1;
    }
    void r18_theFormForAnOldPasswordIsLeft()
    {
        QFETCH(int, idleMs);
        TestSite site;
        site.clock.advance(std::chrono::hours(24 * (usecases::passwordDays + 1)));
        AdminDesk desk(testApplication(), site, 200, u"en"_s, u"light"_s, idleMs);
        QTRY_COMPARE_WITH_TIMEOUT(desk.window().screen(), MainWindow::SignInScreen, keysMs);
        QSignalSpy signedIn(&desk.workbench(), &Workbench::signedIn);
        QSignalSpy signedOut(&desk.workbench(), &Workbench::signedOut);
        fill(&desk.window(), u"staffNumber"_s, u"1042"_s);
        fill(&desk.window(), u"password"_s, TestSite::passwordText());
        desk.find<QPushButton>(u"signIn"_s)->click();
        QTRY_COMPARE_WITH_TIMEOUT(signedIn.count(), 1, keysMs);
        if (idleMs == 0) {
            QTRY_VERIFY(desk.find<QPushButton>(u"otherThanExpired"_s)->isVisible());
            desk.find<QPushButton>(u"otherThanExpired"_s)->click();
        }
        QTRY_COMPARE_WITH_TIMEOUT(signedOut.count(), 1, keysMs);
        QCOMPARE(desk.window().screen(), MainWindow::SignInScreen);
        QVERIFY(desk.find<QPushButton>(u"signIn"_s)->isVisible());
        QVERIFY(!desk.workbench().person());
    }

    void theWindowsSpeakThePersonsLanguage()
    {
        TestSite site;
        must(usecases::chooseLanguage(site.admin().at(), site.guard(), u"zh_CN"_s));
        AdminDesk desk(testApplication(), site);
        desk.signIn(u"1042"_s);
        QCOMPARE(desk.find<QAbstractButton>(u"navWaiting"_s)->text(), u"等候"_s);
        QCOMPARE(desk.find<QLabel>(u"pageTitle"_s)->text(), u"等候"_s);
        site.signInAs(u"1042"_s); // elsewhere: nobody is at this desk any more
        QTRY_COMPARE_WITH_TIMEOUT(desk.window().screen(), MainWindow::SignInScreen, keysMs);
        QCOMPARE(desk.find<QPushButton>(u"signIn"_s)->text(), u"Sign in"_s);
    }

    void whoSwitchesTheLanguageAtSignInKeepsIt()
    {
        TestSite site;
        AdminDesk desk(testApplication(), site);
        QTRY_COMPARE_WITH_TIMEOUT(desk.window().screen(), MainWindow::SignInScreen, keysMs);
        QTest::keyClick(desk.find<QComboBox>(u"languageChoice"_s), Qt::Key_Down);
        QTRY_COMPARE(desk.find<QPushButton>(u"signIn"_s)->text(), u"登录"_s);
        fill(&desk.window(), u"staffNumber"_s, u"1042"_s);
        fill(&desk.window(), u"password"_s, TestSite::passwordText());
        desk.find<QPushButton>(u"signIn"_s)->click();
        QTRY_COMPARE_WITH_TIMEOUT(desk.window().screen(), MainWindow::WorkScreen, keysMs);
        QCOMPARE(desk.find<QAbstractButton>(u"navWaiting"_s)->text(), u"等候"_s);
        for (const auto *page : desk.window().findChildren<NavigationButton *>())
            QCOMPARE(page->accessibleName(), page->text());
        desk.workbench().drain();
        const auto transaction = must(usecases::beginRead(site.admin().at()));
        QCOMPARE(must(transaction->staff().byNumber(u"1042"_s))->language, u"zh_CN"_s);
    }

    void r17_signingInNeverSaysWhichPartWasWrong_data()
    {
        QTest::addColumn<QString>("number");
        QTest::newRow("a number that is somebody's") << u"1042"_s;
        QTest::newRow("a number that is nobody's") << u"9999"_s;
    }
    void r17_signingInNeverSaysWhichPartWasWrong()
    {
        QFETCH(QString, number);
        TestSite site;
        AdminDesk desk(testApplication(), site);
        QTRY_COMPARE(desk.window().screen(), MainWindow::SignInScreen);
        fill(&desk.window(), u"staffNumber"_s, number);
        fill(&desk.window(), u"password"_s, u"not the password"_s);
        desk.find<QPushButton>(u"signIn"_s)->click();
        const QString sentence = Texts::error({ErrorCode::WrongSecret, {}});
        QTRY_COMPARE_WITH_TIMEOUT(desk.find<QLabel>(u"signInMessage"_s)->accessibleName(), sentence, keysMs);
        QVERIFY(desk.find<QLineEdit>(u"password"_s)->text().isEmpty());
        QCOMPARE(desk.window().screen(), MainWindow::SignInScreen);
    }

    // What is typed meanwhile must not land in a field that shows it.
    void r17_whoHasToWaitStaysWhereThePasswordIsTyped_data()
    {
        QTest::addColumn<bool>("byButton");
        QTest::newRow("Return in the field") << false;
        QTest::newRow("the button") << true;
    }
    void r17_whoHasToWaitStaysWhereThePasswordIsTyped()
    {
        QFETCH(bool, byButton);
        TestSite site;
        makeWait(site, u"1042"_s);
        AdminDesk desk(testApplication(), site);
        QTRY_COMPARE_WITH_TIMEOUT(desk.window().screen(), MainWindow::SignInScreen, keysMs);
        auto *password = desk.find<QLineEdit>(u"password"_s);
        auto *button = desk.find<QPushButton>(u"signIn"_s);
        fill(&desk.window(), u"staffNumber"_s, u"1042"_s);
        password->setText(u"not the password"_s);
        (byButton ? static_cast<QWidget *>(button) : password)->setFocus();
        QTest::keyClick(QApplication::focusWidget(), byButton ? Qt::Key_Space : Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(desk.find<QLabel>(u"signInMessage"_s)->text().contains(u"Too many wrong attempts"), keysMs);
        QVERIFY(!button->isEnabled());
        QCOMPARE(QApplication::focusWidget(), password);
        QTest::keyClicks(QApplication::focusWidget(), u"river"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QCOMPARE(password->text(), u"river"_s); // not tried before its time
    }

    void r17_theWaitOfOneIsNotThatOfTheNext()
    {
        TestSite site;
        makeWait(site, u"1042"_s);
        AdminDesk desk(testApplication(), site);
        QTRY_COMPARE_WITH_TIMEOUT(desk.window().screen(), MainWindow::SignInScreen, keysMs);
        fill(&desk.window(), u"staffNumber"_s, u"1042"_s);
        fill(&desk.window(), u"password"_s, u"not the password"_s);
        desk.find<QPushButton>(u"signIn"_s)->click();
        QTRY_VERIFY_WITH_TIMEOUT(desk.find<QLabel>(u"signInMessage"_s)->text().contains(u"Too many wrong attempts"), keysMs);
        QVERIFY(desk.find<QPushButton>(u"activate"_s)->isEnabled());
        QVERIFY(!desk.find<QPushButton>(u"signIn"_s)->isEnabled());
        desk.signIn(u"1043"_s);
    }

    void aWrongPasswordUnlocksNothing()
    {
        TestSite site;
        AdminDesk desk(testApplication(), site);
        desk.signIn(u"1042"_s);
        desk.window().lock();
        QCOMPARE(desk.window().screen(), MainWindow::LockScreen);
        fill(&desk.window(), u"unlockPassword"_s, u"not the password"_s);
        desk.find<QPushButton>(u"unlock"_s)->click();
        QTRY_VERIFY_WITH_TIMEOUT(desk.find<QLabel>(u"unlockMessage"_s)->text().contains(u"wrong"), keysMs);
        QCOMPARE(desk.window().screen(), MainWindow::LockScreen);
    }

    /// As a scanner in keyboard mode does, or a program that types passwords: faster than anybody.
    static void sendKeys(QWidget &window, const QString &text)
    {
        QCoreApplication::processEvents(); // what is still to be drawn would make gaps between the keys
        for (const QChar character : text) {
            if (character == u'\t' || character == u'\r')
                QTest::keyClick(window.windowHandle(), character == u'\t' ? Qt::Key_Tab : Qt::Key_Return);
            else
                QTest::keyClick(window.windowHandle(), character.toLatin1());
        }
    }

    void r17_aScanBeforeWorkIsNoPassword_data()
    {
        QTest::addColumn<bool>("locked");
        QTest::addColumn<QString>("scanned");
        const QString passport =
            u"P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\rL898902C36UTO7408122F3104159ZE184226B<<<<<10\r"_s;
        for (const bool locked : {true, false}) {
            const char *screen = locked ? "locked" : "sign-in";
            QTest::addRow("badge, %s", screen) << locked << u"badge"_s;
            QTest::addRow("invitation, %s", screen) << locked << u"GI1:ABCDEFGHIJKLMNOP0123456789\r"_s;
            QTest::addRow("passport, %s", screen) << locked << passport;
        }
    }
    void r17_aScanBeforeWorkIsNoPassword()
    {
        QFETCH(const bool, locked);
        QFETCH(QString, scanned);
        TestSite site;
        if (scanned == u"badge")
            scanned =
                must(usecases::issueBadgeAtDesk(site.admin().at(), site.secondGuard(), site.approvedVisit().id)).badge.token +
                u'\r';
        AdminDesk desk(testApplication(), site);
        QTRY_COMPARE_WITH_TIMEOUT(desk.window().screen(), MainWindow::SignInScreen, keysMs);
        if (locked) {
            desk.signIn(u"1042"_s);
            desk.window().lock();
        }
        desk.window().activateWindow();
        auto *password = desk.find<QLineEdit>(locked ? u"unlockPassword"_s : u"password"_s);
        if (!locked)
            fill(&desk.window(), u"staffNumber"_s, u"1042"_s);
        password->setFocus();
        sendKeys(desk.window(), scanned);
        auto *said = desk.find<QLabel>(locked ? u"unlockMessage"_s : u"signInMessage"_s);
        QTRY_VERIFY2_WITH_TIMEOUT(said->text().contains(u" first, then read"), qPrintable(said->text()), keysMs);
        QVERIFY(password->text().isEmpty());
        QVERIFY(!visibleDialog(u"badgeDialog"_s) && !visibleDialog(u"deskDialog"_s));
        sendKeys(desk.window(), TestSite::passwordText() + u'\r');
        QTRY_COMPARE_WITH_TIMEOUT(desk.window().screen(), MainWindow::WorkScreen, keysMs);
    }

    void r17_aScanThatPausesIsNoPassword_data()
    {
        QTest::addColumn<QString>("beginning");
        QTest::addColumn<QString>("rest");
        QTest::addColumn<QString>("left");
        const QString rest = u"6BFOXN%TSMAHN-H2RKM8LNPS4U6FRTHDOZD5F$7WPCAM6%E0:WEEECTOD"_s;
        QTest::newRow("badge after two") << u"GH"_s << u"1:"_s + rest << QString();
        QTest::newRow("badge after four") << u"GH1:"_s << rest << QString();
        QTest::newRow("in a field that is begun") << u"amberGI"_s << u"1:"_s + rest << u"amber"_s;
        QTest::newRow("the beginning was lost") << u""_s << rest << QString();
    }
    void r17_aScanThatPausesIsNoPassword()
    {
        QFETCH(const QString, beginning);
        QFETCH(const QString, rest);
        QFETCH(const QString, left);
        TestSite site;
        AdminDesk desk(testApplication(), site);
        QTRY_COMPARE_WITH_TIMEOUT(desk.window().screen(), MainWindow::SignInScreen, keysMs);
        desk.window().activateWindow();
        const auto *said = desk.find<QLabel>(u"signInMessage"_s);
        for (const QString &name : {u"staffNumber"_s, u"password"_s}) {
            auto *field = desk.find<QLineEdit>(name);
            field->setFocus();
            QTest::keyClicks(field, beginning); // one after the other, as a person's
            sendKeys(desk.window(), rest + u'\r');
            QTRY_VERIFY2_WITH_TIMEOUT(said->text().contains(u" first, then read"), qPrintable(said->text()), keysMs);
            QCOMPARE(field->text(), left);
            QVERIFY(field->hasFocus());
            QTest::keyClicks(field, u"x"_s);
            QVERIFY2(said->text().isEmpty(), "it leaves when somebody types");
        }
    }

    void aPasswordThatAProgramTypesArrivesAsItIs_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::newRow("plain") << u"amber window 62 harvest"_s;
        QTest::newRow("long") << u"amber window 62 harvest, and a river beside it"_s;
        QTest::newRow("blanks around it") << u" amber window 62 "_s;
        QTest::newRow("begins as a licence") << u"@amber window 62"_s;
        QTest::newRow("begins as its stripe") << u"%AMBER62?harvest"_s;
        QTest::newRow("begins as its elements") << u"DAQ amber window"_s;
        QTest::newRow("begins as a passport") << u"P<UTOamber<<62"_s;
        QTest::newRow("begins as a badge") << u"GH1amber window"_s;
    }
    void aPasswordThatAProgramTypesArrivesAsItIs()
    {
        QFETCH(const QString, typed);
        TestSite site;
        AdminDesk desk(testApplication(), site);
        QTRY_COMPARE_WITH_TIMEOUT(desk.window().screen(), MainWindow::SignInScreen, keysMs);
        desk.window().activateWindow();
        auto *password = desk.find<QLineEdit>(u"password"_s);
        password->setFocus();
        sendKeys(desk.window(), typed);
        QTRY_COMPARE_WITH_TIMEOUT(password->text(), typed, keysMs);
    }

    void aProgramTypesNumberAndPassword()
    {
        TestSite site;
        AdminDesk desk(testApplication(), site);
        QTRY_COMPARE_WITH_TIMEOUT(desk.window().screen(), MainWindow::SignInScreen, keysMs);
        desk.window().activateWindow();
        desk.find<QLineEdit>(u"staffNumber"_s)->setFocus();
        sendKeys(desk.window(), u"1042\t"_s + TestSite::passwordText() + u'\r');
        QTRY_COMPARE_WITH_TIMEOUT(desk.window().screen(), MainWindow::WorkScreen, keysMs);
    }

    void nobodyComesInForWhomTheSessionEnded()
    {
        TestSite site;
        AdminDesk desk(testApplication(), site);
        desk.signIn(u"1042"_s);
        desk.window().lock();
        fill(&desk.window(), u"unlockPassword"_s, TestSite::passwordText());
        desk.find<QPushButton>(u"unlock"_s)->click();
        QVERIFY(!desk.find<QPushButton>(u"somebodyElse"_s)->isEnabled()); // not while the password is looked at
        desk.workbench().signOut();                                       // as when the session is lost just then
        Q_EMIT desk.find<LockPage>(u"lockPage"_s)->unlocked();
        QVERIFY(desk.window().screen() != MainWindow::WorkScreen);
        desk.workbench().drain();
        QCoreApplication::processEvents();
        QVERIFY(desk.window().screen() != MainWindow::WorkScreen);
    }

    void aSessionClosedElsewhereIsSaidOnce()
    {
        TestSite site; // the guard is signed in there
        AdminDesk desk(testApplication(), site);
        desk.signIn(u"1042"_s);
        auto *said = desk.find<QLabel>(u"said"_s);
        QTRY_VERIFY(said->text().contains(u"at another place was closed"));
        desk.window().lock();
        fill(&desk.window(), u"unlockPassword"_s, TestSite::passwordText());
        desk.find<QPushButton>(u"unlock"_s)->click();
        QTRY_COMPARE_WITH_TIMEOUT(desk.window().screen(), MainWindow::WorkScreen, keysMs);
        QVERIFY2(!said->text().contains(u"at another place"), qPrintable(said->text()));
    }

    void aLockedDeskStillPrintsTheRollCall()
    {
        TestSite site;
        AdminDesk desk(testApplication(), site);
        desk.signIn(u"1042"_s);
        desk.window().lock();
        desk.find<QPushButton>(u"lockedRollCall"_s)->click();
        QTRY_VERIFY_WITH_TIMEOUT(!QDir(desk.folder()).entryList({u"roll-call-*.pdf"_s}).isEmpty(), keysMs);
        QCOMPARE(desk.window().screen(), MainWindow::LockScreen);
        QTRY_VERIFY_WITH_TIMEOUT(desk.find<QLabel>(u"lockedPaper"_s)->text().contains(u"roll-call-"), keysMs);
    }

    // In an alarm the guard is in the middle of a form.
    void anOpenFormKeepsNoEmergencyKey()
    {
        TestSite site;
        AdminDesk desk(testApplication(), site);
        desk.signIn(u"1042"_s);
        QTest::keyClick(&desk.window(), Qt::Key_F2);
        QPointer<QDialog> form = visibleDialog(u"deskDialog"_s);
        QVERIFY(form);
        QTest::keyClick(form->findChild<QLineEdit *>(u"desk-fullName"_s), Qt::Key_F10);
        QTRY_VERIFY_WITH_TIMEOUT(!QDir(desk.folder()).entryList({u"roll-call-*.pdf"_s}).isEmpty(), keysMs);
        QVERIFY(form->isVisible());
        QTest::keyClick(form->findChild<QLineEdit *>(u"desk-fullName"_s), Qt::Key_L, Qt::ControlModifier);
        QCOMPARE(desk.window().screen(), MainWindow::LockScreen);
        QVERIFY(form && !form->isVisible());
    }
};

GATEHOUSE_TEST(QApplication, AdminEntranceTest);
#include "tst_adminentrance.moc"
