// SPDX-License-Identifier: GPL-3.0-or-later
// A manager writes a new version of a notice in the settings; the desk and everybody else show it from then on.
#include "admindesk.h"
#include "rawdatabase.h"
#include "testprogram.h"
#include "windows/settings/settingspage.h"

#include <QApplication>
#include <QCheckBox>
#include <QDialog>
#include <QPlainTextEdit>
#include <QPointer>
#include <QTextBrowser>

using namespace gatehouse;
using namespace gatehouse::admin;
using namespace gatehouse::test;
using namespace Qt::StringLiterals;

namespace
{
QDialog *openNotice(AdminDesk &desk, const QString &kind)
{
    desk.window().showPage(MainWindow::SettingsId);
    desk.find<QPushButton>(u"notice-"_s + kind)->click();
    return visibleDialog(u"noticeDialog"_s);
}

QPlainTextEdit *editor(QDialog *dialog, const char *language)
{
    return dialog->findChild<QPlainTextEdit *>(u"noticeText-"_s + QLatin1String(language));
}

QString messageOf(QDialog *dialog)
{
    return dialog->findChild<QLabel *>(u"noticeMessage"_s)->text();
}

bool maySign(QDialog *dialog)
{
    return dialog->findChild<QPushButton *>(u"signNotice"_s)->isEnabled();
}
} // namespace

class AdminNoticesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void r15_aManagerPutsANewVersionInForce()
    {
        TestSite site;
        AdminDesk desk(testApplication(), site);
        desk.signIn(u"1001"_s);
        auto *label = desk.find<QLabel>(u"noticeVersion-privacy"_s);
        QTRY_COMPARE(label->text(), u"Version 1"_s);
        QDialog *dialog = openNotice(desk, u"privacy"_s);
        QVERIFY(dialog);
        QVERIFY2(!maySign(dialog), "nothing new yet");
        editor(dialog, "en")->appendPlainText(u"## Dogs\nThe guard's dog <b>Rex</b> may bark."_s);
        QVERIFY(dialog->findChild<QTextBrowser *>(u"noticePreview-en"_s)->toPlainText().contains(u"dog <b>Rex</b>"));
        QVERIFY2(!maySign(dialog), "the languages differ");
        QVERIFY2(messageOf(dialog).contains(u"languages differ"), qPrintable(messageOf(dialog)));
        editor(dialog, "zh_CN")->appendPlainText(u"## 警犬\n保安的警犬可能会叫。"_s);
        QVERIFY2(maySign(dialog), qPrintable(messageOf(dialog)));
        dialog->findChild<QPushButton *>(u"signNotice"_s)->click();
        QTRY_VERIFY_WITH_TIMEOUT(label->text().startsWith(u"Version 2"), patienceMs);
        QVERIFY2(label->text().contains(u"Chen Yu"), qPrintable(label->text()));

        QApplication::setActiveWindow(&desk.window()); // a shortcut works in the active window only
        QTest::keyClick(&desk.window(), Qt::Key_F2);
        QDialog *visitor = visibleDialog(u"deskDialog"_s);
        QVERIFY(visitor);
        QVERIFY(visitor->findChild<QLabel *>(u"deskPrivacyVersion"_s)->text().contains(u"version 2"));
        QVERIFY(visitor->findChild<QTextBrowser *>(u"deskPrivacyText"_s)->toPlainText().contains(u"may bark"));
        visitor->reject();
    }

    /// A notice in two languages is long: neither a database in trouble nor the lock takes it away.
    void whatWasWrittenStaysUntilItIsInForce()
    {
        TestSite site;
        AdminDesk desk(testApplication(), site);
        desk.signIn(u"1001"_s);
        auto *label = desk.find<QLabel>(u"noticeVersion-privacy"_s);
        QTRY_COMPARE(label->text(), u"Version 1"_s);
        QPointer<QDialog> dialog = openNotice(desk, u"privacy"_s);
        editor(dialog, "en")->appendPlainText(u"## Dogs\nThe guard's dog may bark."_s);
        editor(dialog, "zh_CN")->appendPlainText(u"## 警犬\n保安的警犬可能会叫。"_s);
        const QString written = editor(dialog, "en")->toPlainText();
        {
            RawDatabase other(site.databasePath());
            QVERIFY(other.run(u"BEGIN IMMEDIATE"_s));
            dialog->findChild<QPushButton *>(u"signNotice"_s)->click();
            QVERIFY(!dialog->isEnabled()); // sent once
            QTRY_VERIFY_WITH_TIMEOUT(messageOf(dialog).contains(u"locked by another program"), patienceMs);
            QVERIFY(other.run(u"ROLLBACK"_s));
        }
        QCOMPARE(editor(dialog, "en")->toPlainText(), written);
        desk.window().lock();
        QVERIFY(!visibleDialog(u"noticeDialog"_s));
        desk.find<QLineEdit>(u"unlockPassword"_s)->setText(TestSite::passwordText());
        desk.find<QPushButton>(u"unlock"_s)->click();
        QTRY_COMPARE_WITH_TIMEOUT(visibleDialog(u"noticeDialog"_s), dialog.data(), patienceMs);
        dialog->findChild<QPushButton *>(u"signNotice"_s)->click();
        QTRY_VERIFY_WITH_TIMEOUT(label->text().startsWith(u"Version 2"), patienceMs);
        QTRY_VERIFY(!dialog);
    }

    void r15_everybodyReadsAndOnlyAManagerWrites()
    {
        TestSite site;
        AdminDesk desk(testApplication(), site);
        desk.signIn(u"1042"_s);
        QDialog *dialog = openNotice(desk, u"terms"_s);
        QVERIFY(dialog);
        QVERIFY(!editor(dialog, "en") && !dialog->findChild<QPushButton *>(u"signNotice"_s));
        QVERIFY(dialog->findChild<QTextBrowser *>(u"noticePreview-zh_CN"_s)->toPlainText().contains(u"保密"));
        dialog->reject();
    }

    // What cannot be put in force, and what the window says of it.
    void r23_aFlawedTextIsNotSigned_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("says");
        QTest::newRow("nothing") << u"terms"_s << QString() << u"title"_s;
        QTest::newRow("no title") << u"terms"_s << u"## One\nText."_s << u"title"_s;
        QTest::newRow("heading without text") << u"terms"_s << u"# Terms\n## One\n## Two\nText."_s << u"“One”"_s;
        QTest::newRow("too long") << u"terms"_s << u"# Terms\n"_s + QString(12001, u'a') << u"too long"_s;
        QTest::newRow("briefing without points") << u"briefing"_s << u"# Safety"_s << u"paragraph"_s;
        QTest::newRow("unknown picture") << u"briefing"_s << u"# Safety\n## dragon | Dragons\nBeware."_s << u"picture"_s;
        QTest::newRow("no questions") << u"briefing"_s << u"# Safety\n## exit | Way out\nOpen."_s << u"three questions"_s;
        QTest::newRow("no right answer")
            << u"briefing"_s << u"# Safety\n## exit | Way out\nOpen.\n?? way | exit | Where?\n- Left\n- Right\n! Left."_s
            << u"“way”"_s;
    }
    void r23_aFlawedTextIsNotSigned()
    {
        QFETCH(const QString, kind);
        QFETCH(const QString, text);
        QFETCH(const QString, says);
        TestSite site;
        AdminDesk desk(testApplication(), site);
        desk.signIn(u"1001"_s);
        QDialog *dialog = openNotice(desk, kind);
        QVERIFY(dialog);
        for (const char *language : {"en", "zh_CN"})
            editor(dialog, language)->setPlainText(text);
        QVERIFY2(messageOf(dialog).contains(says), qPrintable(messageOf(dialog)));
        QVERIFY(!maySign(dialog));
        dialog->reject();
    }
};

GATEHOUSE_TEST(QApplication, AdminNoticesTest);
#include "tst_adminnotices.moc"
