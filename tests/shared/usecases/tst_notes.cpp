// SPDX-License-Identifier: GPL-3.0-or-later
#include "rawdatabase.h"
#include "testprogram.h"
#include "testsite.h"
#include "usecases/notes.h"

#include <QTest>

using namespace gatehouse;
using namespace gatehouse::domain;
using namespace gatehouse::test;
using namespace gatehouse::usecases;

class TestNotes : public QObject
{
    Q_OBJECT

    static NoteRef write(TestSite &site, const QString &text)
    {
        auto transaction = must(beginWrite(site.kiosk().at()));
        const NoteRef note = must(writeNote(*transaction, site.kiosk().at(), QStringLiteral("incident:1"), text)).value();
        must(transaction->commit());
        return note;
    }
    static Result<QString> read(TestSite &site, const StaffSession &session, const NoteRef &note,
                                const QString &subject = QStringLiteral("incident:1"))
    {
        auto transaction = must(beginRead(site.admin().at()));
        return readNote(*transaction, session, subject, note);
    }

private Q_SLOTS:
    void r14_aNoteIsReadByGuardsAndManagersOnly_data()
    {
        QTest::addColumn<QString>("reader");
        QTest::addColumn<bool>("reads");
        QTest::newRow("guard") << QStringLiteral("guard") << true;
        QTest::newRow("manager") << QStringLiteral("manager") << true;
        QTest::newRow("auditor") << QStringLiteral("auditor") << false;
    }
    void r14_aNoteIsReadByGuardsAndManagersOnly()
    {
        QFETCH(QString, reader);
        QFETCH(bool, reads);
        TestSite site;
        site.addStaff(QStringLiteral("1050"), QStringLiteral("Wu Gang"), {Role::Auditor});
        const StaffSession auditor = site.signInAs(QStringLiteral("1050"));
        const NoteRef note = write(site, QStringLiteral("Somebody unknown stood at rack 7"));
        const StaffSession &session = reader == u"guard" ? site.guard() : reader == u"manager" ? site.manager() : auditor;
        const Result<QString> text = read(site, session, note);
        QCOMPARE(text.has_value(), reads);
        if (reads)
            QCOMPARE(*text, QStringLiteral("Somebody unknown stood at rack 7"));
        else
            QCOMPARE(text.error().code, ErrorCode::NotAllowed);
    }

    void theTextStandsNowhereInTheFile()
    {
        TestSite site;
        write(site, QStringLiteral("quetzalcoatlus at rack 7"));
        RawDatabase raw(site.databasePath());
        const QByteArray content = raw.value(QStringLiteral("SELECT content FROM note")).toByteArray();
        QVERIFY(!content.isEmpty());
        QVERIFY(!content.contains("quetzalcoatlus"));
    }

    void aNoteThatIsNotTheSignedOneIsRefused_data()
    {
        QTest::addColumn<QString>("change");
        QTest::newRow("bytes changed") << QStringLiteral("UPDATE note SET content = x'00'");
        QTest::newRow("moved to another subject") << QStringLiteral("UPDATE note SET subject = 'incident:2'");
    }
    void aNoteThatIsNotTheSignedOneIsRefused()
    {
        QFETCH(QString, change);
        TestSite site;
        const NoteRef note = write(site, QStringLiteral("as found"));
        RawDatabase raw(site.databasePath());
        QVERIFY(raw.run(change));
        QTest::ignoreMessage(QtCriticalMsg, QRegularExpression(QStringLiteral("not the one that was signed for")));
        const Result<QString> text = read(site, site.guard(), note);
        QVERIFY(!text);
        QCOMPARE(text.error().code, ErrorCode::BadSignature);
    }

    void emptyAndTooLongTexts_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("valid");
        QTest::newRow("empty") << QString() << true;
        QTest::newRow("blank") << QStringLiteral("  \n ") << true;
        QTest::newRow("too long") << QString(longestNote + 1, QLatin1Char('x')) << false;
    }
    void emptyAndTooLongTexts()
    {
        QFETCH(QString, text);
        QFETCH(bool, valid);
        TestSite site;
        auto transaction = must(beginWrite(site.admin().at()));
        const auto note = writeNote(*transaction, site.admin().at(), QStringLiteral("incident:1"), text);
        QCOMPARE(note.has_value(), valid);
        if (valid)
            QVERIFY(!*note);
        else
            QCOMPARE(note.error().code, ErrorCode::Invalid);
    }
};

GATEHOUSE_TEST(QCoreApplication, TestNotes);
#include "tst_notes.moc"
