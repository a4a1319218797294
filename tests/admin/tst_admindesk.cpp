// SPDX-License-Identifier: GPL-3.0-or-later
// What the desk gives out and takes in: notices in force, badges read from a picture, invitations, the release of a kiosk.
#include "admindesk.h"
#include "badges/qrcode.h"
#include "loglines.h"
#include "parsing/scanresult.h"
#include "security/tokens.h"
#include "testprogram.h"
#include "usecases/badges.h"
#include "usecases/invitations.h"
#include "usecases/publishnotice.h"
#include "usecases/staffbadges.h"
#include "usecases/stations.h"
#include "windows/arrivals/badgedialog.h"
#include "windows/arrivals/badgereaddialog.h"
#include "windows/arrivals/waitingpage.h"
#include "windows/desk/deskdialog.h"
#include "windows/desk/deskidentity.h"
#include "windows/visits/invitationspage.h"

#include <QAbstractItemModelTester>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDialog>
#include <QDir>
#include <QLineEdit>
#include <QMessageBox>
#include <QPainter>
#include <QPointer>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTextBrowser>

using namespace gatehouse;
using namespace gatehouse::admin;
using namespace gatehouse::test;
using namespace Qt::StringLiterals;

namespace
{
QImage pictureOf(const QString &text)
{
    const badges::QrCode code = must(badges::QrCode::encode(text));
    constexpr int module = 6;
    const int quiet = 4;
    QImage picture((code.modules() + 2 * quiet) * module, (code.modules() + 2 * quiet) * module, QImage::Format_RGB32);
    picture.fill(Qt::white);
    QPainter painter(&picture);
    for (int row = 0; row < code.modules(); ++row) {
        for (int column = 0; column < code.modules(); ++column) {
            if (code.dark(column, row))
                painter.fillRect((column + quiet) * module, (row + quiet) * module, module, module, Qt::black);
        }
    }
    return picture;
}
} // namespace

class AdminDeskTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void r15_theNoticeInForceIsShownAndKeptWithItsVersion()
    {
        TestSite site;
        AdminDesk desk(testApplication(), site);
        desk.signIn(u"1042"_s);
        QTest::keyClick(&desk.window(), Qt::Key_F2);
        QDialog *dialog = visibleDialog(u"deskDialog"_s);
        QVERIFY(dialog);
        QVERIFY(dialog->findChild<QLabel *>(u"deskPrivacyVersion"_s)->text().contains(u"version 1"));
        auto *text = dialog->findChild<QTextBrowser *>(u"deskPrivacyText"_s);
        QVERIFY(text->toPlainText().size() > 200);
        auto *agreed = dialog->findChild<QCheckBox *>(u"deskPrivacy"_s);
        agreed->setChecked(true);
        auto *language = dialog->findChild<QComboBox *>(u"deskLanguage"_s);
        language->setCurrentIndex(language->findData(u"zh_CN"_s));
        QVERIFY(text->toPlainText().contains(u"个人信息"));
        QVERIFY2(!agreed->isChecked(), "another text is agreed to anew");
        auto *purpose = dialog->findChild<QComboBox *>(u"deskPurpose"_s);
        purpose->setCurrentIndex(purpose->findData(u"interview"_s));
        QTest::keyClicks(dialog->findChild<QLineEdit *>(u"desk-fullName"_s), u"Ona Petraite"_s);
        QTest::keyClicks(dialog->findChild<QLineEdit *>(u"desk-documentNumber"_s), u"X0000042"_s);
        agreed->setChecked(true);
        auto *submit = dialog->findChild<QPushButton *>(u"deskSubmit"_s);
        QTRY_VERIFY(submit->isEnabled());
        submit->click();
        QTRY_VERIFY_WITH_TIMEOUT(!visibleDialog(u"deskDialog"_s), patienceMs);
        auto transaction = must(usecases::beginRead(site.kiosk().at()));
        const domain::Visit visit = must(transaction->visits().find({})).front();
        const auto consents = must(transaction->visits().consents(visit.id));
        QCOMPARE(consents.size(), 2u);
        QCOMPARE(consents.front().notice, u"privacy"_s);
        QCOMPARE(consents.back().notice, u"recording"_s);
        for (const domain::Consent &consent : consents) {
            QCOMPARE(consent.version, 1);
            QCOMPARE(consent.language, u"zh_CN"_s);
        }
    }

    void whatIsTooLongIsSaidAndNotCut()
    {
        TestSite site;
        AdminDesk desk(testApplication(), site);
        desk.signIn(u"1042"_s);
        QTest::keyClick(&desk.window(), Qt::Key_F2);
        QDialog *dialog = visibleDialog(u"deskDialog"_s);
        QVERIFY(dialog);
        auto *purpose = dialog->findChild<QComboBox *>(u"deskPurpose"_s);
        purpose->setCurrentIndex(purpose->findData(u"meeting"_s));
        dialog->findChild<QLineEdit *>(u"deskCompany"_s)->insert(QString(10'000, u'a')); // the next purpose asks for none
        purpose->setCurrentIndex(purpose->findData(u"interview"_s));
        QTest::keyClicks(dialog->findChild<QLineEdit *>(u"desk-documentNumber"_s), u"X0000042"_s);
        dialog->findChild<QCheckBox *>(u"deskPrivacy"_s)->setChecked(true);
        auto *submit = dialog->findChild<QPushButton *>(u"deskSubmit"_s);
        const auto *message = dialog->findChild<QLabel *>(u"deskMessage"_s);
        for (const QString &field : {u"desk-fullName"_s, u"deskItemsNote"_s}) {
            auto *line = dialog->findChild<QLineEdit *>(field);
            line->insert(QString(10'000, u'a'));
            QTRY_VERIFY2(!submit->isEnabled() && message->text().contains(u"too long"), qPrintable(message->text()));
            line->backspace();
            QTRY_VERIFY2(submit->isEnabled(), qPrintable(message->text()));
            QCOMPARE(line->text().size(), 200);
        }
    }

    void aPartyIsRegisteredOneAfterTheOther()
    {
        TestSite site;
        AdminDesk desk(testApplication(), site);
        desk.signIn(u"1042"_s);
        QTest::keyClick(&desk.window(), Qt::Key_F2);
        QDialog *dialog = visibleDialog(u"deskDialog"_s);
        QVERIFY(dialog);
        auto *purpose = dialog->findChild<QComboBox *>(u"deskPurpose"_s);
        purpose->setCurrentIndex(purpose->findData(u"interview"_s));
        const auto fillIn = [&](const QString &name) {
            QTest::keyClicks(dialog->findChild<QLineEdit *>(u"desk-fullName"_s), name);
            QTest::keyClicks(dialog->findChild<QLineEdit *>(u"desk-documentNumber"_s), u"X0000042"_s);
            dialog->findChild<QCheckBox *>(u"deskPrivacy"_s)->setChecked(true);
        };
        fillIn(u"Ona Petraite"_s);
        auto *another = dialog->findChild<QPushButton *>(u"deskAnother"_s);
        QTRY_VERIFY(another->isEnabled());
        auto *scroll = dialog->findChild<QScrollArea *>(u"deskForm"_s)->verticalScrollBar();
        scroll->setValue(scroll->maximum()); // where the notices were agreed to
        another->click();
        QTRY_VERIFY_WITH_TIMEOUT(dialog->findChild<QLabel *>(u"deskMessage"_s)->text().contains(u"V-1"), patienceMs);
        QVERIFY(dialog->findChild<QLineEdit *>(u"desk-fullName"_s)->text().isEmpty()); // nothing of the first one
        QVERIFY(!dialog->findChild<QCheckBox *>(u"deskPrivacy"_s)->isChecked());
        QVERIFY(!purpose->isEnabled() && !another->isEnabled());
        QTRY_COMPARE(QApplication::focusWidget(), dialog->findChild<QLineEdit *>(u"desk-fullName"_s));
        QCOMPARE(dialog->findChild<QScrollArea *>(u"deskForm"_s)->verticalScrollBar()->value(), 0); // its name is asked next
        fillIn(u"Jonas Petraitis"_s);
        auto *submit = dialog->findChild<QPushButton *>(u"deskSubmit"_s);
        QTRY_VERIFY(submit->isEnabled());
        if (qEnvironmentVariableIsSet("GATEHOUSE_SHOTS"))
            dialog->grab().save(qEnvironmentVariable("GATEHOUSE_SHOTS") + u"/desk-party.png"_s);
        submit->click();
        QTRY_VERIFY_WITH_TIMEOUT(!visibleDialog(u"deskDialog"_s), patienceMs);
        auto transaction = must(usecases::beginRead(site.kiosk().at()));
        const std::vector<domain::Visit> visits = must(transaction->visits().find({}));
        QCOMPARE(visits.size(), std::size_t(2));
        QCOMPARE(visits.front().party, visits.back().party);
        QCOMPARE(visits.front().purpose, visits.back().purpose);
    }

    void r15_aVersionThatTheProgramLacksCannotBeAgreedTo()
    {
        TestSite site;
        must(usecases::publishNotice(site.admin().at(), site.manager(), domain::notice::privacy, 99));
        AdminDesk desk(testApplication(), site);
        desk.signIn(u"1042"_s);
        desk.workbench().drain();
        QTRY_COMPARE(desk.workbench().directory().notices.value(domain::notice::privacy).version, 99);
        QTest::keyClick(&desk.window(), Qt::Key_F2);
        QDialog *dialog = visibleDialog(u"deskDialog"_s);
        QVERIFY(dialog);
        dialog->findChild<QLineEdit *>(u"deskCompany"_s)->setText(u"Northlight Cooling"_s);
        QTest::keyClicks(dialog->findChild<QLineEdit *>(u"desk-fullName"_s), u"Ona Petraite"_s);
        QTest::keyClicks(dialog->findChild<QLineEdit *>(u"desk-documentNumber"_s), u"X0000042"_s);
        dialog->findChild<QCheckBox *>(u"deskPrivacy"_s)->setChecked(true);
        QVERIFY(dialog->findChild<QLabel *>(u"deskMessage"_s)->text().contains(u"in force"));
        QVERIFY(!dialog->findChild<QPushButton *>(u"deskSubmit"_s)->isEnabled());
        dialog->reject();
    }

    void r1_theDeskAsksWhatTheKioskAsks()
    {
        TestSite site;
        AdminDesk desk(testApplication(), site);
        desk.signIn(u"1042"_s);
        QTest::keyClick(&desk.window(), Qt::Key_F2);
        QDialog *dialog = visibleDialog(u"deskDialog"_s);
        QVERIFY(dialog);
        const auto *message = dialog->findChild<QLabel *>(u"deskMessage"_s);
        const auto *submit = dialog->findChild<QPushButton *>(u"deskSubmit"_s);
        const auto type = [dialog](const QString &line, const QString &text) {
            auto *edit = dialog->findChild<QLineEdit *>(line);
            edit->clear();
            QTest::keyClicks(edit, text);
        };
        auto *purpose = dialog->findChild<QComboBox *>(u"deskPurpose"_s);
        purpose->setCurrentIndex(purpose->findData(u"meeting"_s));
        dialog->findChild<QCheckBox *>(u"deskPrivacy"_s)->setChecked(true);
        QCOMPARE(message->text(), u"Say which company the visitor comes from."_s);
        type(u"deskCompany"_s, u"Northlight Cooling"_s);
        type(u"deskPhone"_s, u"none"_s);
        QVERIFY2(message->text().startsWith(u"A phone number has digits"), qPrintable(message->text()));
        type(u"deskPhone"_s, u"+86 (571) 5550-100"_s);
        QCOMPARE(message->text(), u"Missing: Name."_s);
        type(u"desk-fullName"_s, u"Ona Petraite"_s);
        QCOMPARE(message->text(), u"Missing: Document number."_s);
        type(u"desk-documentNumber"_s, u"X0000042"_s);
        type(u"desk-birthDate"_s, u"2999-01-01"_s);
        QCOMPARE(message->text(), u"Date of birth: that date lies in the future."_s);
        type(u"desk-birthDate"_s, u"1890-03-01"_s);
        QCOMPARE(message->text(), u"Date of birth: that is too long ago, check the year."_s);
        type(u"desk-birthDate"_s, u"1990/5/3"_s);
        type(u"desk-expiryDate"_s, u"soon"_s);
        QCOMPARE(message->text(), u"Valid until: write the date as 1990-12-31."_s);
        type(u"desk-expiryDate"_s, u"20310415"_s);
        QVERIFY2(message->text().contains(u"terms"), qPrintable(message->text())); // which is asked after all this
        purpose->setCurrentIndex(purpose->findData(u"interview"_s));               // comes from no company
        QVERIFY2(submit->isEnabled(), qPrintable(message->text()));
        dialog->findChild<QPushButton *>(u"deskSubmit"_s)->click();
        QTRY_VERIFY_WITH_TIMEOUT(!visibleDialog(u"deskDialog"_s), patienceMs);
        auto transaction = must(usecases::beginRead(site.admin().at()));
        const domain::VisitId id = must(transaction->visits().find({})).front().id;
        transaction.reset();
        const domain::VisitorRecord record = must(usecases::openCase(site.admin().at(), site.secondGuard(), id)).record;
        QCOMPARE(record.value(u"birthDate"), u"1990-05-03"_s);
        QCOMPARE(record.value(u"expiryDate"), u"2031-04-15"_s);
        QCOMPARE(record.company, QString());
    }

    void whatIsRefusedIsLoggedWithoutWhoItIs()
    {
        TestSite site;
        const domain::Visit visit = site.approvedVisit();
        const QString lost = must(usecases::issueBadgeAtDesk(site.admin().at(), site.guard(), visit.id)).badge.token;
        must(usecases::departWithoutBadge(site.admin().at(), site.secondGuard(), visit.id));
        AdminDesk desk(testApplication(), site);
        desk.signIn(u"1042"_s);
        QTest::keyClick(&desk.window(), Qt::Key_F2);
        auto *dialog = qobject_cast<DeskDialog *>(visibleDialog(u"deskDialog"_s));
        QVERIFY(dialog);
        scanning::ScanResult read;
        read.kind = scanning::Kind::MrzTd3;
        read.add(u"surname"_s, u"Petraite"_s, scanning::Trust::Read);
        read.add(u"documentNumber"_s, u"X0000042"_s, scanning::Trust::Read);
        read.addCheck(u"documentNumber"_s, false);
        read.addCheck(u"birthDate"_s, true);
        read.addCheck(u"composite"_s, false);
        const LogLines log("gatehouse.scan");
        dialog->takeDocument(read);
        dialog->reject();
        scan(&desk.window(), lost);
        QTRY_VERIFY_WITH_TIMEOUT(visibleDialog(u"badgeDialog"_s), patienceMs);
        QTRY_VERIFY_WITH_TIMEOUT(
            visibleDialog(u"badgeDialog"_s)->findChild<QLabel *>(u"badgeVerdict"_s)->text().contains(u"lost or revoked"),
            patienceMs);
        QCOMPARE(log.lines(), (QStringList{u"a document's checks fail: mrz-td3 documentNumber, composite"_s,
                                           u"a badge was refused: lost or revoked"_s}));
        visibleDialog(u"badgeDialog"_s)->reject();
    }

    void theFocusRingMovesWithWhatScrolls()
    {
        TestSite site;
        AdminDesk desk(testApplication(), site);
        desk.signIn(u"1042"_s);
        QTest::keyClick(&desk.window(), Qt::Key_F2);
        QDialog *dialog = visibleDialog(u"deskDialog"_s);
        QVERIFY(dialog);
        QApplication::setActiveWindow(dialog);
        auto *field = dialog->findChild<QLineEdit *>(u"desk-documentNumber"_s);
        auto *ring = dialog->findChild<QWidget *>(u"focusRing"_s);
        const auto top = [&] { return field->mapTo(dialog, QPoint()).y(); };
        field->setFocus();
        QTRY_VERIFY(ring->isVisible() && ring->geometry().contains(QRect(field->mapTo(dialog, QPoint()), field->size())));
        const int before = top();
        const int above = before - ring->geometry().top();
        dialog->findChild<QScrollArea *>()->verticalScrollBar()->setValue(100);
        QTRY_VERIFY(top() < before);
        QTRY_COMPARE(top() - ring->geometry().top(), above);
        dialog->reject();
    }

    void r1_fieldsReadInDoubtAreComparedFirst_data()
    {
        QTest::addColumn<QString>("doubtful");
        QTest::addColumn<QString>("said");
        QTest::newRow("none") << QString() << u"its checks hold"_s;
        QTest::newRow("on a line of the form") << u"documentNumber"_s << u"in doubt: Document number"_s;
        QTest::newRow("on no line") << u"address"_s << u"in doubt: Address “12 Harbour Road”"_s;
    }
    void r1_fieldsReadInDoubtAreComparedFirst()
    {
        QFETCH(QString, doubtful);
        QFETCH(QString, said);
        TestSite site;
        AdminDesk desk(testApplication(), site);
        desk.signIn(u"1042"_s);
        QTest::keyClick(&desk.window(), Qt::Key_F2);
        auto *dialog = qobject_cast<DeskDialog *>(visibleDialog(u"deskDialog"_s));
        QVERIFY(dialog);
        auto *purpose = dialog->findChild<QComboBox *>(u"deskPurpose"_s);
        purpose->setCurrentIndex(purpose->findData(u"interview"_s));
        dialog->findChild<QCheckBox *>(u"deskPrivacy"_s)->setChecked(true);
        scanning::ScanResult read;
        read.kind = scanning::Kind::Aamva;
        read.valid = true;
        for (const auto &[name, value] :
             {std::pair(u"surname"_s, u"Petraite"_s), std::pair(u"givenNames"_s, u"Ona"_s),
              std::pair(u"documentNumber"_s, u"X0000042"_s), std::pair(u"expiryDate"_s, u"2031-04-15"_s),
              std::pair(u"address"_s, u"12 Harbour Road"_s)})
            read.add(name, value, name == doubtful ? scanning::Trust::Unsure : scanning::Trust::Read);
        dialog->takeDocument(read);
        auto *sign = dialog->findChild<QLabel *>(u"deskReadSign"_s);
        QVERIFY2(sign->text().contains(said), qPrintable(sign->text()));
        auto *compared = dialog->findChild<QCheckBox *>(u"deskCompared"_s);
        auto *submit = dialog->findChild<QPushButton *>(u"deskSubmit"_s);
        QCOMPARE(compared->isVisible(), !doubtful.isEmpty());
        QCOMPARE(submit->isEnabled(), doubtful.isEmpty());
        compared->setChecked(true);
        QVERIFY(submit->isEnabled());
        dialog->reject();
    }

    void nothingThatWasEnteredGoesWithAStrayEscape()
    {
        TestSite site;
        AdminDesk desk(testApplication(), site);
        desk.signIn(u"1042"_s);
        QTest::keyClick(&desk.window(), Qt::Key_F2);
        QPointer<QDialog> dialog = visibleDialog(u"deskDialog"_s);
        QVERIFY(dialog);
        QTest::keyClick(dialog, Qt::Key_Escape); // nothing was entered
        QTRY_VERIFY(!dialog);
        desk.window().activateWindow();
        QTRY_VERIFY(desk.window().isActiveWindow());
        QTest::keyClick(&desk.window(), Qt::Key_F2);
        dialog = visibleDialog(u"deskDialog"_s);
        QVERIFY(dialog);
        QTest::keyClicks(dialog->findChild<QLineEdit *>(u"desk-fullName"_s), u"Ona Petraite"_s);
        const auto question = [] { return qobject_cast<QMessageBox *>(visibleDialog(u"discardDialog"_s)); };
        QTest::keyClick(dialog, Qt::Key_Escape);
        QVERIFY(question());
        shootDialog(u"discardDialog"_s, u"desk-discard"_s);
        QTest::keyClick(question(), Qt::Key_Return); // keeps it
        QTRY_VERIFY(!question());
        QVERIFY(dialog && dialog->isVisible());
        QCOMPARE(dialog->findChild<QLineEdit *>(u"desk-fullName"_s)->text(), u"Ona Petraite"_s);
        dialog->close(); // as the window's own button does
        QVERIFY(question() && dialog->isVisible());
        question()->buttons().at(1 - question()->buttons().indexOf(question()->button(QMessageBox::Cancel)))->click();
        QTRY_VERIFY(!dialog);
    }

    void noFormLosesWhatWasEntered_data()
    {
        QTest::addColumn<QString>("who");
        QTest::addColumn<int>("page");
        QTest::addColumn<QString>("button");
        QTest::addColumn<QString>("form");
        QTest::addColumn<QString>("field"); // typed, ticked or chosen there
        const auto row = [](const char *name, const QString &who, MainWindow::PageId page, const QString &button,
                            const QString &form,
                            const QString &field) { QTest::newRow(name) << who << int(page) << button << form << field; };
        const QString guard = u"1042"_s;
        const QString manager = u"1001"_s;
        row("words of a handover", guard, MainWindow::DutiesId, u"offerHandover"_s, u"offerDialog"_s, u"offerText"_s);
        row("a point of a handover", guard, MainWindow::DutiesId, u"offerHandover"_s, u"offerDialog"_s, u"offerNotes"_s);
        row("days of a round", manager, MainWindow::DutiesId, u"planSpot"_s, u"planDialog"_s, u"planDays"_s);
        row("hours of a checklist", manager, MainWindow::DutiesId, u"editChecklist"_s, u"checklistDialog"_s,
            u"checklistHours"_s);
        row("purpose of an invitation", guard, MainWindow::InvitationsId, u"newInvitation"_s, u"invitationDialog"_s,
            u"invitationPurpose"_s);
        row("end of an invitation", guard, MainWindow::InvitationsId, u"newInvitation"_s, u"invitationDialog"_s,
            u"invitationUntil"_s);
        row("a new member of staff", manager, MainWindow::StaffPageId, u"inviteStaff"_s, u"staffDialog"_s, u"newName"_s);
    }
    void noFormLosesWhatWasEntered()
    {
        QFETCH(QString, who);
        QFETCH(int, page);
        QFETCH(QString, button);
        QFETCH(QString, form);
        QFETCH(QString, field);
        TestSite site;
        AdminDesk desk(testApplication(), site);
        desk.signIn(who);
        desk.window().showPage(static_cast<MainWindow::PageId>(page));
        auto *opener = desk.find<QPushButton>(button);
        auto *tabs = desk.find<QTabWidget>(u"dutyTabs"_s);
        for (int tab = 0; tab < tabs->count(); ++tab) {
            if (tabs->widget(tab)->isAncestorOf(opener))
                tabs->setCurrentIndex(tab);
        }
        const auto open = [&]() -> QPointer<QDialog> {
            if (!QTest::qWaitFor([opener] { return opener->isEnabled(); }, patienceMs))
                return {};
            opener->click();
            return visibleDialog(form);
        };
        const auto question = [] { return qobject_cast<QMessageBox *>(visibleDialog(u"discardDialog"_s)); };
        QPointer<QDialog> dialog = open();
        QVERIFY(dialog);
        QTest::keyClick(dialog, Qt::Key_Escape); // nothing was entered
        QTRY_VERIFY(!dialog);
        dialog = open();
        QVERIFY(dialog);
        auto *widget = dialog->findChild<QWidget *>(field);
        QVERIFY(widget);
        if (auto *box = qobject_cast<QCheckBox *>(widget))
            box->click();
        else if (auto *choice = qobject_cast<QComboBox *>(widget))
            choice->setCurrentIndex(choice->count() - 1);
        else if (qobject_cast<QAbstractSpinBox *>(widget))
            QTest::keyClick(widget, Qt::Key_Up);
        else
            QTest::keyClicks(widget, u"7"_s);
        QTest::keyClick(dialog, Qt::Key_Escape);
        QVERIFY(question());
        QTest::keyClick(question(), Qt::Key_Return); // keeps it
        QTRY_VERIFY(!question());
        QVERIFY(dialog && dialog->isVisible());
        dialog->close(); // as the window's own button does
        QVERIFY(question() && dialog->isVisible());
        question()->buttons().at(1 - question()->buttons().indexOf(question()->button(QMessageBox::Cancel)))->click();
        QTRY_VERIFY(!dialog);
    }

    void aCorrectedLineLeavesTheOthersAndThePicture_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QStringList>("typed");
        QTest::addColumn<bool>("valid");
        QTest::newRow("none") << QString() << QStringList() << true;
        QTest::newRow("the name, which no check proves") << u"fullName"_s << QStringList{u"fullName"_s} << true;
        QTest::newRow("the number, which one does") << u"documentNumber"_s << QStringList{u"documentNumber"_s} << false;
    }
    void aCorrectedLineLeavesTheOthersAndThePicture()
    {
        QFETCH(QString, line);
        QFETCH(QStringList, typed);
        QFETCH(bool, valid);
        TestSite site;
        AdminDesk desk(testApplication(), site);
        desk.signIn(u"1042"_s);
        DeskIdentity identity(desk.workbench(), desk.context().settings());
        scanning::ScanResult read;
        read.kind = scanning::Kind::Aamva;
        read.valid = true;
        read.add(u"surname"_s, u"Petraite"_s, scanning::Trust::Read);
        read.add(u"givenNames"_s, u"Ona"_s, scanning::Trust::Read);
        read.add(u"documentNumber"_s, u"X0000042"_s, scanning::Trust::Checked);
        read.add(u"address"_s, u"12 Harbour Road"_s, scanning::Trust::Read);
        QImage picture(40, 30, QImage::Format_RGB32);
        picture.fill(Qt::white);
        identity.tookDocument(read, picture);
        if (!line.isEmpty())
            QTest::keyClick(identity.findChild<QLineEdit *>(u"desk-"_s + line), Qt::Key_Backspace);
        domain::VisitorRecord record;
        identity.fill(record);
        QCOMPARE(record.documentKind, u"aamva"_s);
        QCOMPARE(record.documentValid, valid);
        QCOMPARE(record.displayName(), line == u"fullName" ? u"Ona Petrait"_s : u"Ona Petraite"_s);
        QCOMPARE(record.value(u"address"), u"12 Harbour Road"_s);
        QStringList found;
        for (const domain::IdentityField &field : record.fields) {
            if (field.sign == domain::FieldSign::Typed)
                found << field.name;
        }
        QCOMPARE(found, typed);
        QVERIFY(!identity.documentJpeg().isEmpty());
        const QString sign = identity.findChild<QLabel *>(u"deskReadSign"_s)->text();
        QCOMPARE(sign.contains(u"Changed by hand"), !line.isEmpty());
    }

    void r1_whereTheChecksFailEveryFieldIsCompared()
    {
        TestSite site;
        AdminDesk desk(testApplication(), site);
        desk.signIn(u"1042"_s);
        QTest::keyClick(&desk.window(), Qt::Key_F2);
        auto *dialog = qobject_cast<DeskDialog *>(visibleDialog(u"deskDialog"_s));
        QVERIFY(dialog);
        auto *purpose = dialog->findChild<QComboBox *>(u"deskPurpose"_s);
        purpose->setCurrentIndex(purpose->findData(u"interview"_s));
        dialog->findChild<QCheckBox *>(u"deskPrivacy"_s)->setChecked(true);
        auto *sign = dialog->findChild<QLabel *>(u"deskReadSign"_s);
        QVERIFY(!sign->isVisible()); // no hole above the name
        scanning::ScanResult read;
        read.kind = scanning::Kind::MrzTd3;
        read.valid = false;
        for (const auto &[name, value] :
             {std::pair(u"surname"_s, u"Petraite"_s), std::pair(u"givenNames"_s, u"Ona"_s),
              std::pair(u"documentNumber"_s, u"X0000042"_s), std::pair(u"birthDate"_s, u"1974-08-12"_s),
              std::pair(u"expiryDate"_s, u"2012-04-15"_s), std::pair(u"nationality"_s, u"UTO"_s)})
            read.add(name, value, name == u"nationality" ? scanning::Trust::Unsure : scanning::Trust::Read);
        dialog->takeDocument(read);
        for (const QString &said : {u"Compare every field, also: Nationality “UTO”"_s, u"expired"_s})
            QVERIFY2(sign->text().contains(said), qPrintable(sign->text()));
        for (const QString &line : {u"fullName"_s, u"documentNumber"_s, u"birthDate"_s, u"expiryDate"_s}) {
            const auto labels = dialog->findChildren<QLabel *>();
            const QWidget *edit = dialog->findChild<QLineEdit *>(u"desk-"_s + line);
            const auto label =
                std::find_if(labels.begin(), labels.end(), [edit](const QLabel *one) { return one->buddy() == edit; });
            QVERIFY(label != labels.end());
            QCOMPARE((*label)->property("role").toString(), u"warn"_s);
        }
        const auto *message = dialog->findChild<QLabel *>(u"deskMessage"_s);
        QVERIFY(message->text().contains(u"Compare every field"));
        QCOMPARE(message->property("role").toString(), u"warn"_s);
        auto *submit = dialog->findChild<QPushButton *>(u"deskSubmit"_s);
        QVERIFY(!submit->isEnabled());
        shootDialog(u"deskDialog"_s, u"desk-checks-fail"_s);
        dialog->findChild<QCheckBox *>(u"deskCompared"_s)->setChecked(true);
        QVERIFY(submit->isEnabled());
        dialog->reject();
    }

    void r4_whoIsTooYoungForTheZoneIsSaidAtOnce()
    {
        TestSite site;
        AdminDesk desk(testApplication(), site);
        desk.signIn(u"1042"_s);
        QTest::keyClick(&desk.window(), Qt::Key_F2);
        QDialog *dialog = visibleDialog(u"deskDialog"_s);
        QVERIFY(dialog);
        auto *purpose = dialog->findChild<QComboBox *>(u"deskPurpose"_s);
        purpose->setCurrentIndex(purpose->findData(u"machine-room-work"_s));
        const auto fillIn = [dialog](const QString &line, const QString &text) {
            QTest::keyClicks(dialog->findChild<QLineEdit *>(line), text);
        };
        fillIn(u"deskReason"_s, u"Replace a fan"_s);
        fillIn(u"deskArea"_s, u"Rack B07"_s);
        auto *method = dialog->findChild<QComboBox *>(u"deskMethod"_s);
        method->setCurrentIndex(method->findData(u"hand-tools"_s));
        fillIn(u"deskCompany"_s, u"Northlight Cooling"_s);
        fillIn(u"desk-fullName"_s, u"Ona Petraite"_s);
        fillIn(u"desk-documentNumber"_s, u"X0000042"_s);
        fillIn(u"desk-birthDate"_s, u"2015-05-05"_s);
        const auto *message = dialog->findChild<QLabel *>(u"deskMessage"_s);
        QVERIFY2(message->text().contains(u"too young"), qPrintable(message->text()));
        QVERIFY(!dialog->findChild<QPushButton *>(u"deskSubmit"_s)->isEnabled());
        purpose->setCurrentIndex(purpose->findData(u"interview"_s)); // no such zone
        QVERIFY(!message->text().contains(u"too young"));
        dialog->reject();
    }

    void aBadgeIsReadFromAPicture()
    {
        TestSite site;
        const domain::Visit visit = site.approvedVisit();
        const auto issued = must(usecases::issueBadgeAtDesk(site.admin().at(), site.guard(), visit.id));
        AdminDesk desk(testApplication(), site);
        desk.signIn(u"1043"_s);
        const QString good = QDir(desk.folder()).filePath(u"badge.png"_s);
        const QString other = QDir(desk.folder()).filePath(u"other.png"_s);
        QVERIFY(pictureOf(issued.badge.token).save(good));
        QVERIFY(pictureOf(u"NOTHING OF OURS"_s).save(other));
        QTest::keyClick(&desk.window(), Qt::Key_F4);
        auto *reading = qobject_cast<BadgeReadDialog *>(visibleDialog(u"badgeReadDialog"_s));
        QVERIFY(reading);
        reading->readPicture(other);
        QTRY_VERIFY_WITH_TIMEOUT(reading->findChild<QLabel *>(u"badgeReadMessage"_s)->text().contains(u"No badge"), patienceMs);
        reading->readPicture(good);
        QTRY_VERIFY_WITH_TIMEOUT(visibleDialog(u"badgeDialog"_s), patienceMs);
        auto *book = visibleDialog(u"badgeDialog"_s)->findChild<QPushButton *>(u"bookDeparture"_s);
        QTRY_VERIFY_WITH_TIMEOUT(book->isEnabled(), patienceMs);
        book->click();
        QTRY_COMPARE(visitNow(site, visit.id).state, domain::VisitState::Departed);
    }

    void aBadgeIsJudgedInWords_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("verdict");
        QTest::newRow("a visitor's, in its time") << u"Anna Maria Eriksson"_s << u"Genuine, valid until"_s;
        QTest::newRow("a visitor's, overdue") << u"Anna Maria Eriksson"_s << u"Genuine, but past its time"_s;
        QTest::newRow("a visitor's, closed by the system") << u"Anna Maria Eriksson"_s << u"its visitor is not on site"_s;
        QTest::newRow("of staff") << u"Sun Qi"_s << u"Genuine, valid until"_s;
        QTest::newRow("of staff, lost") << u"Sun Qi"_s << u"lost or revoked"_s;
        QTest::newRow("of staff, forged") << u"Badge"_s << u"is forged"_s;
        QTest::newRow("half of one of staff") << u"Not a Gatehouse badge"_s << u"only a part of one"_s;
    }

    void aBadgeIsJudgedInWords()
    {
        QFETCH(QString, name);
        QFETCH(QString, verdict);
        const QByteArray row = QTest::currentDataTag();
        TestSite site;
        const usecases::Workplace &at = site.admin().at();
        const domain::StaffId staff = site.secondGuard().staff.id;
        QString token;
        if (row.startsWith("a visitor's"))
            token = must(usecases::issueBadgeAtDesk(at, site.guard(), site.approvedVisit().id)).badge.token;
        else
            token = must(usecases::issueStaffBadge(at, site.manager(), staff)).token;
        if (row.endsWith("overdue"))
            site.clock.advance(std::chrono::hours(26));
        if (row.endsWith("closed by the system")) {
            auto transaction = must(usecases::beginWrite(at));
            domain::Visit visit = must(transaction->visits().find({})).front();
            visit.state = domain::VisitState::ClosedBySystem;
            must(transaction->visits().update(visit, domain::VisitState::OnSite));
            must(transaction->commit());
        }
        if (row.endsWith("lost"))
            must(usecases::loseStaffBadge(at, site.guard(), staff));
        if (row.endsWith("forged"))
            token = security::makeStaffBadgeToken(must(security::parseStaffBadgeToken(token)).token,
                                                  security::makeSignKeyPair().secretKey);
        if (row.startsWith("half"))
            token.truncate(token.size() / 2);
        AdminDesk desk(testApplication(), site);
        desk.signIn(u"1042"_s);
        BadgeDialog dialog(desk.workbench(), token, &desk.window());
        dialog.open();
        auto *said = dialog.findChild<QLabel *>(u"badgeVerdict"_s);
        QTRY_VERIFY2_WITH_TIMEOUT(said->text().contains(verdict), qPrintable(said->text()), patienceMs);
        QTEST(dialog.findChild<QLabel *>(u"badgeName"_s)->text(), "name");
        const bool none = row.startsWith("half");
        QCOMPARE(dialog.findChild<QPushButton *>(u"bookDeparture"_s)->isVisible(), !none && !row.startsWith("of staff"));
        QCOMPARE(dialog.findChild<QPushButton *>(u"readAgain"_s)->isVisible(), none);
        if (row.endsWith("overdue")) {
            QVERIFY2(said->text().contains(u"overdue by"), qPrintable(said->text()));
            QVERIFY(dialog.findChild<QLabel *>(u"badgeAbout"_s)->text().contains(u"to Li Wei"));
        }
        shootDialog(u"badgeDialog"_s, u"badge-"_s + QString::fromLatin1(row).remove(u' ').remove(u'\''));
        dialog.reject();
    }

    /// As a scanner in keyboard mode does: to the window that has the focus, faster than anybody types.
    static void scan(QWidget *window, const QString &text)
    {
        QCoreApplication::processEvents(); // what is still to be drawn would make gaps between the keys
        for (const QChar character : text)
            QTest::keyClick(window->windowHandle(), character.toLatin1());
        QTest::keyClick(window->windowHandle(), Qt::Key_Return);
    }

    void anAuditorsBadgeReaderShowsAndDoesNothing()
    {
        TestSite site;
        site.addStaff(u"4001"_s, u"He Lan"_s, {domain::Role::Auditor});
        const domain::Visit visit = site.approvedVisit();
        const QString token = must(usecases::issueBadgeAtDesk(site.admin().at(), site.guard(), visit.id)).badge.token;
        for (const bool auditor : {false, true}) {
            AdminDesk desk(testApplication(), site);
            desk.signIn(auditor ? u"4001"_s : u"1042"_s);
            scan(&desk.window(), token);
            QTRY_VERIFY_WITH_TIMEOUT(visibleDialog(u"badgeDialog"_s), patienceMs);
            QDialog *dialog = visibleDialog(u"badgeDialog"_s);
            QTRY_VERIFY_WITH_TIMEOUT(dialog->findChild<QPushButton *>(u"openBadgeVisit"_s)->isEnabled(), patienceMs);
            for (const QString &deed : {u"bookDeparture"_s, u"undeclaredFound"_s})
                QCOMPARE(dialog->findChild<QPushButton *>(deed)->isVisible(), !auditor);
            dialog->reject();
        }
    }

    void aScannersBadgeOpensItsVisitAndLandsInNoField()
    {
        TestSite site;
        const domain::Visit visit = site.approvedVisit();
        const auto issued = must(usecases::issueBadgeAtDesk(site.admin().at(), site.guard(), visit.id));
        AdminDesk desk(testApplication(), site);
        desk.signIn(u"1043"_s);
        auto *find = desk.find<QLineEdit>(u"find"_s);
        find->setFocus();
        scan(&desk.window(), issued.badge.token);
        QTRY_VERIFY_WITH_TIMEOUT(visibleDialog(u"badgeDialog"_s), patienceMs);
        QCOMPARE(find->text(), QString());
        auto *book = visibleDialog(u"badgeDialog"_s)->findChild<QPushButton *>(u"bookDeparture"_s);
        QTRY_VERIFY_WITH_TIMEOUT(book->isEnabled(), patienceMs);
        book->click();
        QTRY_COMPARE(visitNow(site, visit.id).state, domain::VisitState::Departed);
    }

    // Two leave together.
    void aSecondBadgeTakesThePlaceOfTheFirst()
    {
        TestSite site;
        const domain::Visit first = site.approvedVisit();
        const domain::Visit second = site.approvedVisit();
        const auto one = must(usecases::issueBadgeAtDesk(site.admin().at(), site.guard(), first.id));
        const auto other = must(usecases::issueBadgeAtDesk(site.admin().at(), site.guard(), second.id));
        AdminDesk desk(testApplication(), site);
        desk.signIn(u"1043"_s);
        desk.window().waitingPage()->setFocus();
        scan(&desk.window(), one.badge.token);
        QTRY_VERIFY_WITH_TIMEOUT(visibleDialog(u"badgeDialog"_s), patienceMs);
        QPointer<QDialog> earlier = visibleDialog(u"badgeDialog"_s);
        scan(earlier, other.badge.token);
        QTRY_VERIFY_WITH_TIMEOUT(!earlier, patienceMs);
        auto *book = visibleDialog(u"badgeDialog"_s)->findChild<QPushButton *>(u"bookDeparture"_s);
        QTRY_VERIFY_WITH_TIMEOUT(book->isEnabled(), patienceMs);
        book->click();
        QTRY_COMPARE(visitNow(site, second.id).state, domain::VisitState::Departed);
        QCOMPARE(visitNow(site, first.id).state, domain::VisitState::OnSite);
        QTRY_VERIFY(!visibleDialog(u"badgeDialog"_s)); // the answer comes after what it is about

        desk.window().activateWindow();
        QTRY_VERIFY(desk.window().isActiveWindow());
        QTest::keyClick(&desk.window(), Qt::Key_F2);
        QTRY_VERIFY(visibleDialog(u"deskDialog"_s));
        scan(visibleDialog(u"deskDialog"_s), one.badge.token);
        auto *said = desk.find<QLabel>(u"said"_s);
        QTRY_VERIFY_WITH_TIMEOUT(said->text().contains(u"A badge was read"), patienceMs);
        QVERIFY(visibleDialog(u"deskDialog"_s));
        visibleDialog(u"deskDialog"_s)->reject();
        QTRY_VERIFY(!visibleDialog(u"deskDialog"_s));
        desk.window().activateWindow();
        scan(&desk.window(), one.badge.token);
        QTRY_VERIFY_WITH_TIMEOUT(visibleDialog(u"badgeDialog"_s), patienceMs);
        QVERIFY2(said->text().isEmpty(), qPrintable(said->text())); // it is read now
    }

    void aReaderThatTypesWorksWhileTheCameraIsAsked()
    {
        TestSite site;
        const auto issued = must(usecases::issueBadgeAtDesk(site.admin().at(), site.guard(), site.approvedVisit().id));
        AdminDesk desk(testApplication(), site);
        desk.signIn(u"1043"_s);
        QTest::keyClick(&desk.window(), Qt::Key_F4);
        QPointer<QDialog> asking = visibleDialog(u"badgeReadDialog"_s);
        QVERIFY(asking);
        scan(asking, issued.badge.token);
        QTRY_VERIFY_WITH_TIMEOUT(visibleDialog(u"badgeDialog"_s), patienceMs);
        QTRY_VERIFY(!asking);
    }

    void aScannersParcelCodeIsTypedWithoutItsReturn()
    {
        TestSite site;
        AdminDesk desk(testApplication(), site);
        desk.signIn(u"1042"_s);
        auto *find = desk.find<QLineEdit>(u"find"_s);
        QSignalSpy returned(find, &QLineEdit::returnPressed);
        desk.window().activateWindow();
        find->setFocus();
        scan(&desk.window(), u"4006381333931"_s);
        QTRY_COMPARE_WITH_TIMEOUT(find->text(), u"4006381333931"_s, patienceMs);
        QCOMPARE(returned.count(), 0);
    }

    void whatAPersonTypesStaysTyping()
    {
        TestSite site;
        AdminDesk desk(testApplication(), site);
        desk.signIn(u"1042"_s);
        auto *find = desk.find<QLineEdit>(u"find"_s);
        QSignalSpy returned(find, &QLineEdit::returnPressed);
        desk.window().activateWindow();
        find->setFocus();
        scan(&desk.window(), u"GH1"_s); // too few keys for a scanner
        QTRY_COMPARE_WITH_TIMEOUT(find->text(), u"GH1"_s, patienceMs);
        QTRY_COMPARE_WITH_TIMEOUT(returned.count(), 1, patienceMs);
    }

    void aQuickTapOfTheSpaceBarStillTicksABox()
    {
        TestSite site;
        AdminDesk desk(testApplication(), site);
        desk.signIn(u"1042"_s);
        desk.window().showPage(MainWindow::LogId);
        desk.window().activateWindow();
        auto *box = desk.find<QCheckBox>(u"filterDates"_s);
        box->setFocus();
        QTest::keyClick(desk.window().windowHandle(), Qt::Key_Space); // let go before it is known that no scanner sends
        QTRY_VERIFY_WITH_TIMEOUT(box->isChecked(), patienceMs);
    }

    void aScannersDocumentFillsTheForm()
    {
        TestSite site;
        AdminDesk desk(testApplication(), site);
        desk.signIn(u"1042"_s);
        scan(&desk.window(), u"P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<"_s);
        scan(&desk.window(), u"L898902C36UTO7408122F3104159ZE184226B<<<<<10"_s);
        QTRY_VERIFY_WITH_TIMEOUT(visibleDialog(u"deskDialog"_s), patienceMs);
        QDialog *dialog = visibleDialog(u"deskDialog"_s);
        QCOMPARE(dialog->findChild<QLineEdit *>(u"desk-fullName"_s)->text(), u"ANNA MARIA ERIKSSON"_s);
        dialog->reject();
    }

    void aScannersOldFrenchCardFillsTheForm()
    {
        TestSite site;
        AdminDesk desk(testApplication(), site);
        desk.signIn(u"1042"_s);
        scan(&desk.window(), u"IDFRAQUELCONQUE<<<<<<<<<<<<<<<999001"_s);
        scan(&desk.window(), u"1805999000016ANNE<<MARIE<<<8802299F7"_s);
        QTRY_VERIFY_WITH_TIMEOUT(visibleDialog(u"deskDialog"_s), patienceMs);
        QDialog *dialog = visibleDialog(u"deskDialog"_s);
        QCOMPARE(dialog->findChild<QLineEdit *>(u"desk-fullName"_s)->text(), u"ANNE MARIE QUELCONQUE"_s);
        const QString sign = dialog->findChild<QLabel *>(u"deskReadSign"_s)->text();
        QVERIFY2(sign.contains(u"French identity card issued until 2021: read, its checks hold."_s), qPrintable(sign));
        dialog->reject();
    }

    void r1_anInvitationIsMadeShownPrintedAndRevoked()
    {
        TestSite site;
        AdminDesk desk(testApplication(), site);
        desk.signIn(u"1042"_s);
        desk.window().showPage(MainWindow::InvitationsId);
        auto *page = desk.window().findChild<InvitationsPage *>();
        QAbstractItemModelTester tester(page->table(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        desk.find<QPushButton>(u"newInvitation"_s)->click();
        QDialog *dialog = visibleDialog(u"invitationDialog"_s);
        QVERIFY(dialog);
        auto *host = dialog->findChild<QComboBox *>(u"invitationHost"_s);
        host->setCurrentIndex(host->findText(u"Li Wei"_s));
        auto *purpose = dialog->findChild<QComboBox *>(u"invitationPurpose"_s);
        purpose->setCurrentIndex(purpose->findData(u"machine-room-work"_s));
        auto *change = dialog->findChild<QLineEdit *>(u"invitationChange"_s);
        QVERIFY(change->isVisible()); // work is said for a room that is entered with an escort
        change->setText(u"<none>"_s);
        QVERIFY(!dialog->findChild<QPushButton *>(u"createInvitation"_s)->isEnabled());
        purpose->setCurrentIndex(purpose->findData(u"meeting"_s));
        QVERIFY(!change->isVisible());
        dialog->findChild<QPushButton *>(u"createInvitation"_s)->click();
        QTRY_VERIFY_WITH_TIMEOUT(visibleDialog(u"invitationSlip"_s), patienceMs);
        QDialog *slip = visibleDialog(u"invitationSlip"_s);
        const QString token = slip->findChild<QLineEdit *>(u"slipToken"_s)->text();
        site.clock.advance(std::chrono::minutes(30));
        QCOMPARE(must(usecases::readInvitation(site.kiosk().at(), token)).hostName, u"Li Wei"_s);
        slip->findChild<QPushButton *>(u"printSlip"_s)->click();
        QTRY_VERIFY_WITH_TIMEOUT(!QDir(desk.folder()).entryList({u"invitation-*.pdf"_s}).isEmpty(), patienceMs);
        slip->accept();
        QTRY_COMPARE(page->table()->rowCount(), 1);
        desk.find<QAbstractItemView>(u"invitationsTable"_s)->setCurrentIndex(page->table()->index(0, 0));
        auto *revoke = desk.find<QPushButton>(u"revokeInvitation"_s);
        QTRY_VERIFY(revoke->isEnabled());
        revoke->click();
        QTRY_VERIFY(visibleDialog(u"revokeDialog"_s));
        visibleDialog(u"revokeDialog"_s)->findChild<QPushButton *>(u"confirmRevoke"_s)->click();
        QTRY_VERIFY_WITH_TIMEOUT(!revoke->isEnabled(), patienceMs);
        QCOMPARE(usecases::readInvitation(site.kiosk().at(), token).error().code, ErrorCode::Blocked);
    }

    void r16_whoSeesTheStations_data()
    {
        QTest::addColumn<QString>("number");
        QTest::addColumn<bool>("visible");
        QTest::newRow("manager") << u"1001"_s << true;
        QTest::newRow("guard") << u"1042"_s << false;
    }
    void r16_whoSeesTheStations()
    {
        QFETCH(const QString, number);
        QFETCH(const bool, visible);
        TestSite site;
        AdminDesk desk(testApplication(), site);
        desk.signIn(number);
        desk.window().showPage(MainWindow::SettingsId);
        desk.workbench().drain();
        QTRY_COMPARE(desk.find<QWidget>(u"stationsCard"_s)->isVisible(), visible);
    }

    void aManagerReleasesTheKiosk()
    {
        TestSite site;
        AdminDesk desk(testApplication(), site);
        desk.signIn(u"1001"_s);
        desk.window().showPage(MainWindow::SettingsId);
        QTRY_VERIFY_WITH_TIMEOUT(desk.window().findChild<QPushButton *>(u"release-kiosk"_s), patienceMs);
        desk.find<QPushButton>(u"release-kiosk"_s)->click();
        QTRY_VERIFY(visibleDialog(u"releaseDialog"_s));
        visibleDialog(u"releaseDialog"_s)->findChild<QPushButton *>(u"confirmRelease"_s)->click();
        QTRY_VERIFY_WITH_TIMEOUT(desk.find<QLabel>(u"stationsMessage"_s)->text().contains(u"released"), patienceMs);
        const auto transaction = must(usecases::beginRead(site.kiosk().at()));
        QVERIFY(must(usecases::releaseRequested(*transaction, site.kiosk().at(), 0)));
    }
};

GATEHOUSE_TEST(QApplication, AdminDeskTest);
#include "tst_admindesk.moc"
