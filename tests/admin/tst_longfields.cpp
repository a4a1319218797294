// SPDX-License-Identifier: GPL-3.0-or-later
// Too much typed or pasted is said, and neither cut unsaid nor sent.
#include "admindesk.h"
#include "testprogram.h"
#include "windows/parts/formdialog.h"
#include "windows/parts/reasondialog.h"
#include "windows/settings/staffdialog.h"

#include <QApplication>
#include <QClipboard>
#include <QGuiApplication>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>

using namespace gatehouse::admin;
using namespace Qt::StringLiterals;

class LongFieldsTest : public QObject
{
    Q_OBJECT

    static void paste(QWidget *field, int characters)
    {
        QGuiApplication::clipboard()->setText(QString(characters, u'7'));
        QMetaObject::invokeMethod(field, "selectAll");
        QMetaObject::invokeMethod(field, "paste");
    }

    /// `field` takes as many, and says that it takes no more.
    static void verifyLimit(QDialog &dialog, QWidget *field, int longest, const QLabel *message, const QPushButton *send)
    {
        paste(field, longest);
        QVERIFY2(send->isEnabled(), qPrintable(message->text()));
        for (const int characters : {longest + 1, 10'000}) {
            paste(field, characters);
            QVERIFY(!send->isEnabled());
            QVERIFY2(message->isVisibleTo(&dialog) && message->text().contains(QLocale().toString(longest)),
                     qPrintable(message->text()));
        }
        paste(field, longest);
        QVERIFY(send->isEnabled());
        QVERIFY(!message->text().contains(QLocale().toString(longest)));
    }

private Q_SLOTS:
    void cleanup() { QGuiApplication::clipboard()->clear(); }

    void forms()
    {
        FormDialog dialog(u"form"_s, u"Form"_s, {}, u"Write"_s, nullptr);
        dialog.addLine(u"what"_s, u"What"_s, true, 60);
        dialog.addText(u"more"_s, u"More"_s);
        const auto *message = dialog.findChild<QLabel *>(u"formMissing"_s);
        const auto *send = dialog.findChild<QPushButton *>(u"formAccept"_s);
        verifyLimit(dialog, dialog.findChild<QLineEdit *>(u"what"_s), 60, message, send);
        verifyLimit(dialog, dialog.findChild<QPlainTextEdit *>(u"more"_s), 4000, message, send);
        QCOMPARE(dialog.text(u"more"_s).size(), 4000);
    }

    void reasons()
    {
        ReasonDialog dialog(u"Why"_s, {}, {{u"identity"_s, u"Identity"_s}, {u"other"_s, u"Other"_s}}, u"Deny"_s, "danger",
                            nullptr);
        dialog.findChild<QRadioButton *>(u"reason-other"_s)->setChecked(true);
        verifyLimit(dialog, dialog.findChild<QLineEdit *>(u"reasonText"_s), 1000,
                    dialog.findChild<QLabel *>(u"reasonProblem"_s), dialog.findChild<QPushButton *>(u"confirmReason"_s));
    }

    void staff()
    {
        StaffDialog dialog(QDate(2026, 11, 24), nullptr);
        auto *number = dialog.findChild<QLineEdit *>(u"newNumber"_s);
        auto *name = dialog.findChild<QLineEdit *>(u"newName"_s);
        number->setText(u"1042"_s);
        name->setText(u"Li Wei"_s);
        dialog.findChild<QCheckBox *>(u"newSigned"_s)->setChecked(true);
        const auto *message = dialog.findChild<QLabel *>(u"staffMessage"_s);
        const auto *send = dialog.findChild<QPushButton *>(u"confirmStaff"_s);
        verifyLimit(dialog, name, 100, message, send);
        verifyLimit(dialog, number, 20, message, send);
    }
};

GATEHOUSE_TEST(QApplication, LongFieldsTest);
#include "tst_longfields.moc"
