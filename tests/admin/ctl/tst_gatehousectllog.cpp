// SPDX-License-Identifier: GPL-3.0-or-later
#include "demosite.h"
#include "testprogram.h"

#include "rawdatabase.h"
#include "security/keys.h"

#include <QDir>

#include <array>
#include <unistd.h>

using namespace gatehouse;
using namespace gatehouse::test;

/// The ledger through the real binary: verifying, searching, exporting, checkpoints.
class TestGatehousectlLog : public DemoSite
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { makeDemo(); }
    void demoLedgerIsSound();
    void changedLedgerIsNamed();
    void changedRowIsNamed_data();
    void changedRowIsNamed();
    void searchNeedsASignIn();
    void searchByRole_data();
    void searchByRole();
    void searchSaysThatThereIsMore_data();
    void searchSaysThatThereIsMore();
    void usageErrorsAnswerInJson();
    void searchFindsNothing();
    void r19ExportIsLoggedAndMarked_data();
    void r19ExportIsLoggedAndMarked();
    void exportKeepsWhatIsThere();
    void anAnswerThatCannotBeWrittenIsNoSuccess_data();
    void anAnswerThatCannotBeWrittenIsNoSuccess();
    void aReaderWhoIsGoneLeavesNoSessionOpen();
    void aDepartureBeforeTheArrivalIsMarked();
    void searchesThatNobodyMeansAreRefused_data();
    void searchesThatNobodyMeansAreRefused();
    void anOlderDatabaseNamesWhatMigratesIt();
    void checkpointVerifies();
    void theFormatsNameEverySubjectAndTheCheckpoint();
};

void TestGatehousectlLog::demoLedgerIsSound()
{
    const auto verified = run({"log", "verify", "--json"});
    QCOMPARE(verified.exit, 0);
    const auto object = verified.objects().value(0);
    QVERIFY(object.value("valid").toBool());
    QVERIFY(object.value("entries").toInt() > 100);
    QCOMPARE(object.value("head").toString().size(), 64);
}

void TestGatehousectlLog::changedLedgerIsNamed()
{
    const auto copy = environment("changed");
    QVERIFY(QFile::copy(m_folder.filePath("demo.db"), m_folder.filePath("changed.db")));
    QVERIFY(QDir().mkdir(m_folder.filePath("changed-stations")));
    QVERIFY(
        QFile::setPermissions(m_folder.filePath("changed-stations"), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    QVERIFY(QFile::copy(m_folder.filePath("demo-stations/tool.station"), m_folder.filePath("changed-stations/tool.station")));
    {
        auto database = QSqlDatabase::addDatabase("QSQLITE", "change");
        database.setDatabaseName(m_folder.filePath("changed.db"));
        QVERIFY(database.open());
        QSqlQuery query(database);
        // The database itself refuses changes of entries; whoever holds the file takes that away first.
        QVERIFY(query.exec("select name from sqlite_master where type = 'trigger' and tbl_name = 'ledger'"));
        QStringList triggers;
        while (query.next())
            triggers += query.value(0).toString();
        for (const auto &trigger : triggers)
            QVERIFY(query.exec("drop trigger " + trigger));
        QVERIFY(query.exec("update ledger set action = 'visit.deny' where sequence = 57"));
        QCOMPARE(query.numRowsAffected(), 1);
        query.clear();
        database.close();
    }
    QSqlDatabase::removeDatabase("change");
    const auto verified = runTool({"log", "verify", "--json"}, {}, copy);
    QCOMPARE(verified.exit, 1);
    QCOMPARE(verified.objects().value(0).value("firstBad").toInt(), 57);
    QVERIFY(!verified.objects().value(0).value("valid").toBool(true));
}

void TestGatehousectlLog::changedRowIsNamed_data()
{
    QTest::addColumn<QString>("statement");
    QTest::addColumn<QString>("row");
    QTest::addColumn<QString>("member");
    const auto add = [](const char *name, const QString &statement, const QString &row, const char *member) {
        QTest::newRow(name) << statement << row << QString::fromLatin1(member);
    };
    const auto ofGuard =
        QStringLiteral(" WHERE staff = (SELECT id FROM staff WHERE number = '%1')").arg(m_numbers.value("guard"));
    add("sealing_key.public_key", "UPDATE sealing_key SET public_key = zeroblob(32)", "sealing_key 20", "replacedKeys");
    add("sealing_key taken away", "DELETE FROM sealing_key", "sealing_key 20", "replacedKeys");
    add("a station's key", "UPDATE station SET sign_public_key = zeroblob(32) WHERE name = 'kiosk'", "station ",
        "replacedKeys");
    add("a person's key for signing", "UPDATE credential SET sign_public_key = zeroblob(32)" + ofGuard, "credential ",
        "replacedKeys");
    add("a person's key for sealing", "UPDATE credential SET box_public_key = zeroblob(32)" + ofGuard, "credential ",
        "replacedKeys");
    add("a person's role",
        QStringLiteral("UPDATE staff SET roles = 'manager' WHERE number = '%1'").arg(m_numbers.value("guard")),
        m_numbers.value("guard"), "notCertified");
    add("a visit's state",
        "UPDATE visit SET state = 'approved' WHERE number = (SELECT min(number) FROM visit WHERE state = 'departed')", "V-",
        "changedVisits");
}

void TestGatehousectlLog::changedRowIsNamed()
{
    QFETCH(QString, statement);
    QFETCH(QString, row);
    QFETCH(QString, member);
    const QTemporaryDir folder;
    const auto path = folder.filePath("changed.db");
    QVERIFY(QFile::copy(m_folder.filePath("demo.db"), path));
    auto site = environment("demo");
    site.insert("GATEHOUSE_DB", "sqlite:" + path);
    const auto before = runTool({"log", "verify"}, {}, site);
    QVERIFY2(before.exit == 0, before.out.constData());
    {
        test::RawDatabase raw(path);
        QVERIFY2(raw.run(QStringLiteral("PRAGMA foreign_keys = OFF")) && raw.run(statement), qPrintable(raw.error()));
    }
    const auto verified = runTool({"log", "verify", "--json"}, {}, site);
    QCOMPARE(verified.exit, 1);
    const auto object = verified.objects().value(0);
    QVERIFY(!object.value("valid").toBool(true));
    QVERIFY(!object.contains("firstBad"));
    const auto named = object.value(member).toArray();
    QCOMPARE(named.size(), 1);
    const auto name = named.first().isObject() ? named.first().toObject().value("number").toString() : named.first().toString();
    QVERIFY2(name.startsWith(row), verified.out.constData());
    const auto words = runTool({"log", "verify"}, {}, site);
    QCOMPARE(words.exit, 1);
    QVERIFY2(words.out.contains(member == "replacedKeys" ? "REPLACED" : "CHANGED") && words.out.contains(name.toUtf8()),
             words.out.constData());
}

void TestGatehousectlLog::searchNeedsASignIn()
{
    const auto nobody = run({"log", "search", "li"});
    QCOMPARE(nobody.exit, 2);
    QVERIFY(nobody.err.contains("--as NUMBER"));
    QVERIFY(nobody.out.isEmpty());
    const auto fromWindows = run({"log", "search", "on-site", "--as", m_numbers.value("manager"), "--password-fd", "0"},
                                 passwordOf("manager").trimmed() + "\r\n");
    QCOMPARE(fromWindows.exit, 0);
    const auto wrong = run({"log", "search", "li", "--as", "2001", "--password-fd", "0"}, "not the password\n");
    QCOMPARE(wrong.exit, 2);
    QVERIFY2(wrong.err.contains("do not fit"), wrong.err.constData());
    QVERIFY(wrong.out.isEmpty());
    const auto unknown = run({"log", "search", "li", "--as", "9999", "--password-fd", "0"}, "not the password\n");
    QCOMPARE(unknown.exit, 2);
    QCOMPARE(unknown.err, wrong.err); // never says which part was wrong
}

void TestGatehousectlLog::searchByRole_data()
{
    QTest::addColumn<QString>("role");
    QTest::addColumn<int>("exit");
    QTest::addColumn<bool>("named");
    QTest::newRow("manager") << "manager" << 0 << true;
    QTest::newRow("guard") << "guard" << 0 << true;
    QTest::newRow("auditor sees no names") << "auditor" << 0 << false;
    QTest::newRow("escort") << "escort" << 2 << false;
}

void TestGatehousectlLog::searchByRole()
{
    QFETCH(QString, role);
    QFETCH(int, exit);
    QFETCH(bool, named);
    const auto found =
        run({"log", "search", "on-site", "--as", m_numbers.value(role), "--password-fd", "0", "--json"}, passwordOf(role));
    QCOMPARE(found.exit, exit);
    if (exit != 0)
        return;
    QCOMPARE(found.err.contains("cannot be opened"), !named); // a name that is not shown says why
    const auto objects = found.objects();
    QVERIFY(objects.size() >= 5);
    for (const auto &visit : objects) {
        QCOMPARE(visit.value("state").toString(), QStringLiteral("on-site"));
        QCOMPARE(!visit.value("name").toString().isEmpty(), named);
    }
}

void TestGatehousectlLog::searchSaysThatThereIsMore_data()
{
    QTest::addColumn<QString>("limit");
    QTest::addColumn<int>("exit");
    QTest::addColumn<int>("shown");
    QTest::addColumn<QByteArray>("message");
    QTest::newRow("fewer than there are") << "2" << 0 << 2 << QByteArray("there are more than these 2");
    QTest::newRow("more than there are") << "400" << 0 << -1 << QByteArray();
    QTest::newRow("none") << "0" << 2 << 0 << QByteArray("--limit");
    QTest::newRow("no number") << "many" << 2 << 0 << QByteArray("--limit");
}

void TestGatehousectlLog::searchSaysThatThereIsMore()
{
    QFETCH(QString, limit);
    QFETCH(int, exit);
    QFETCH(int, shown);
    QFETCH(QByteArray, message);
    const auto found =
        run({"log", "search", "on-site", "--limit", limit, "--as", m_numbers.value("manager"), "--password-fd", "0"},
            passwordOf("manager"));
    QCOMPARE(found.exit, exit);
    if (shown >= 0)
        QCOMPARE(found.out.count('\n'), shown);
    else
        QVERIFY(found.out.count('\n') > 2 && !found.err.contains("there are more"));
    QVERIFY2(found.err.contains(message), found.err.constData());
}

void TestGatehousectlLog::usageErrorsAnswerInJson()
{
    for (const QStringList &wrong : {QStringList{"log", "verify", "--nonsense", "--json"},
                                     QStringList{"log", "dance", "--json"}, QStringList{"badge", "verify", "--json"}}) {
        const auto refused = run(wrong);
        QCOMPARE(refused.exit, 2);
        QCOMPARE(refused.objects().size(), 1);
        QCOMPARE(refused.objects().value(0).value("error").toString(), QStringLiteral("invalid"));
        QVERIFY(refused.objects().value(0).value("message").toString().contains("--help"));
    }
}

void TestGatehousectlLog::searchFindsNothing()
{
    const auto found =
        run({"log", "search", "nobodyofthisname", "--as", m_numbers.value("manager"), "--password-fd", "0", "--json"},
            passwordOf("manager"));
    QCOMPARE(found.exit, 1);
    QVERIFY(found.out.isEmpty());
}

void TestGatehousectlLog::r19ExportIsLoggedAndMarked_data()
{
    QTest::addColumn<QString>("role");
    QTest::addColumn<bool>("given");
    QTest::newRow("manager") << "manager" << true;
    QTest::newRow("auditor") << "auditor" << true;
    QTest::newRow("guard carries nothing away") << "guard" << false;
    QTest::newRow("escort carries nothing away") << "escort" << false;
}

void TestGatehousectlLog::r19ExportIsLoggedAndMarked()
{
    QFETCH(QString, role);
    QFETCH(bool, given);
    const auto path = m_folder.filePath(role + ".csv");
    const auto exports = [this] { return value("SELECT COUNT(*) FROM ledger WHERE action = 'log.export'").toInt(); };
    const auto before = exports();
    const auto done =
        run({"log", "export", "--as", m_numbers.value(role), "--password-fd", "0", "--out", path}, passwordOf(role));
    QVERIFY2(done.exit == (given ? 0 : 2), done.err.constData());
    QCOMPARE(exports(), before + (given ? 1 : 0));
    QFile file(path);
    QCOMPARE(file.exists(), given);
    if (!given)
        return;
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto csv = file.readAll();
    QVERIFY(csv.startsWith("\xEF\xBB\xBF\"number\","));
    QVERIFY(csv.contains("\"V-1\","));
    const auto mark = csv.trimmed().split('\n').last();
    QVERIFY2(mark.contains("exported by ") && mark.contains('(' + m_numbers.value(role).toUtf8() + ')'), mark.constData());
    QCOMPARE(file.permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
}

void TestGatehousectlLog::exportKeepsWhatIsThere()
{
    const auto exports = [this] { return value("SELECT COUNT(*) FROM ledger WHERE action = 'log.export'").toInt(); };
    const auto before = exports();
    const auto refused =
        run({"log", "export", "--as", m_numbers.value("manager"), "--password-fd", "0", "--out", m_folder.filePath("demo.db")},
            passwordOf("manager"));
    QCOMPARE(refused.exit, 2);
    QVERIFY2(refused.err.contains("is there already"), refused.err.constData());
    QCOMPARE(exports(), before);
    QCOMPARE(run({"log", "verify"}).exit, 0);
}

void TestGatehousectlLog::anAnswerThatCannotBeWrittenIsNoSuccess_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("advice");
    const QStringList manager{"--as", m_numbers.value("manager"), "--password-fd", "0"};
    QTest::newRow("export") << QStringList{"log", "export"} + manager << QByteArray();
    QTest::newRow("search") << QStringList{"log", "search"} + manager << QByteArray();
    QTest::newRow("verify") << QStringList{"log", "verify"} << QByteArray();
    QTest::newRow("verify for a program") << QStringList{"log", "verify", "--json"} << QByteArray();
    QTest::newRow("checkpoint") << QStringList{"log", "checkpoint"} << QByteArray();
    QTest::newRow("help") << QStringList{"log", "--help"} << QByteArray();
    QTest::newRow("a code that is shown once")
        << QStringList{"staff",      "invite",  "--number", "2088",        "--name",
                       "New Person", "--roles", "guard",    "--agreement", "2026-11-02"} +
               manager
        << QByteArray("gatehousectl staff code");
}

void TestGatehousectlLog::anAnswerThatCannotBeWrittenIsNoSuccess()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, advice);
    QProcess process;
    process.setProcessEnvironment(environment("demo"));
    process.setStandardOutputFile("/dev/full");
    process.start(QStringLiteral(GATEHOUSECTL), arguments);
    process.write(passwordOf("manager"));
    process.closeWriteChannel();
    QVERIFY(process.waitForFinished(120000));
    const auto said = process.readAllStandardError();
    QCOMPARE(process.exitCode(), 2);
    QVERIFY2(said.contains("the answer could not be written") && said.contains(advice), said.constData());
}

void TestGatehousectlLog::aReaderWhoIsGoneLeavesNoSessionOpen()
{
    const auto signOuts = [this] { return value("SELECT COUNT(*) FROM ledger WHERE action = 'staff.sign-out'").toInt(); };
    const auto before = signOuts();
    QProcess process;
    process.setProcessEnvironment(environment("demo"));
    process.setChildProcessModifier([] {
        std::array<int, 2> ends{};
        if (::pipe(ends.data()) != 0)
            return;
        ::close(ends[0]);
        ::dup2(ends[1], STDOUT_FILENO);
    });
    process.start(QStringLiteral(GATEHOUSECTL), {"log", "search", "--as", m_numbers.value("manager"), "--password-fd", "0"});
    process.write(passwordOf("manager"));
    process.closeWriteChannel();
    QVERIFY(process.waitForFinished(120000));
    const auto said = process.readAllStandardError();
    QVERIFY2(process.exitStatus() == QProcess::NormalExit && process.exitCode() == 2, said.constData());
    QVERIFY2(said.contains("the answer could not be written"), said.constData());
    QCOMPARE(signOuts(), before + 1);
}

void TestGatehousectlLog::aDepartureBeforeTheArrivalIsMarked()
{
    const QString visit = value("SELECT id FROM visit WHERE state = 'departed' ORDER BY number DESC LIMIT 1");
    RawDatabase raw(m_folder.filePath("demo.db"));
    const auto leaves = [&](int seconds) {
        return raw.run("UPDATE visit SET left_at = entered_at + ? WHERE id = ?", {seconds * 1000LL, visit});
    };
    const qint64 left = raw.value("SELECT left_at - entered_at FROM visit WHERE id = ?", {visit}).toLongLong();
    QVERIFY2(leaves(-7200), qPrintable(raw.error()));
    const auto found =
        run({"log", "search", "--json", "--as", m_numbers.value("manager"), "--password-fd", "0"}, passwordOf("manager"));
    QVERIFY(raw.run("UPDATE visit SET left_at = entered_at + ? WHERE id = ?", {left, visit}));
    QVERIFY2(found.exit == 0 && found.err.contains("clock was wrong"), found.err.constData());
    QStringList marked;
    for (const auto &object : found.objects()) {
        if (object.value("clockWrong").toBool())
            marked << object.value("visit").toString();
    }
    QCOMPARE(marked.size(), 1);
}

void TestGatehousectlLog::searchesThatNobodyMeansAreRefused_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<int>("exit");
    QTest::addColumn<QByteArray>("sentence");
    QTest::newRow("days without a visit") << QStringList{"2020-01-01", "2020-01-03"} << 1 << QByteArray("nothing");
    QTest::newRow("host without a name") << QStringList{"host:"} << 2 << QByteArray("needs a name");
    QTest::newRow("a name behind a space") << QStringList{"host:", "li"} << 2 << QByteArray("needs a name");
    QTest::newRow("a day that is none") << QStringList{"2026-02-30"} << 2 << QByteArray("2026-02-30 is no date");
    QTest::newRow("one day and a host of none") << QStringList{"2020-01-01", "host:li"} << 1 << QByteArray("nothing");
}

void TestGatehousectlLog::searchesThatNobodyMeansAreRefused()
{
    QFETCH(QStringList, words);
    QFETCH(int, exit);
    QFETCH(QByteArray, sentence);
    const auto found = run(QStringList{"log", "search", "--as", m_numbers.value("manager"), "--password-fd", "0"} + words,
                           passwordOf("manager"));
    QCOMPARE(found.exit, exit);
    QVERIFY2(found.err.contains(sentence), found.err.constData());
    QVERIFY(found.out.isEmpty());
}

void TestGatehousectlLog::anOlderDatabaseNamesWhatMigratesIt()
{
    const auto copy = m_folder.filePath("older.db");
    QVERIFY(QFile::copy(m_folder.filePath("demo.db"), copy));
    QVERIFY(RawDatabase(copy).run("delete from schema_version where version > 1"));
    const auto refused = run({"log", "verify", "--db", "sqlite:" + copy});
    QCOMPARE(refused.exit, 2);
    QVERIFY2(refused.err.contains("admin app does it when it starts") && !refused.err.contains("check the path"),
             refused.err.constData());
}

void TestGatehousectlLog::checkpointVerifies()
{
    const auto made = run({"log", "checkpoint", "--json"});
    QVERIFY2(made.exit == 0, made.err.constData());
    const auto object = made.objects().value(0);
    const auto text =
        QStringLiteral("gatehouse-checkpoint-1\n%1\n%2\n%3\n%4\n%5\n")
            .arg(object.value("site").toString(), QString::number(object.value("sequence").toInteger()),
                 object.value("head").toString(), object.value("time").toString(), object.value("station").toString());
    QVERIFY(security::verify(QByteArray::fromHex(object.value("key").toString().toLatin1()), text.toUtf8(),
                             QByteArray::fromHex(object.value("signature").toString().toLatin1())));
}

void TestGatehousectlLog::theFormatsNameEverySubjectAndTheCheckpoint()
{
    QFile page(QStringLiteral(GATEHOUSE_SOURCE_DIR "/resources/documents/formats.md"));
    QVERIFY(page.open(QIODevice::ReadOnly));
    const auto formats = page.readAll();
    const auto kinds = value("SELECT group_concat(DISTINCT substr(subject, 1, instr(subject || ':', ':') - 1)) FROM ledger");
    QVERIFY(kinds.contains("visit") && kinds.contains("site"));
    for (const auto &kind : kinds.split(QLatin1Char(',')))
        QVERIFY2(formats.contains('`' + kind.toUtf8() + ":<") || formats.contains('`' + kind.toUtf8() + '`'), qPrintable(kind));
    const auto made = run({"log", "checkpoint"});
    QCOMPARE(made.exit, 0);
    QCOMPARE(made.out.count('\n'), 7);
    QVERIFY(formats.contains('`' + made.out.left(made.out.indexOf('\n')) + '`'));
}

GATEHOUSE_TEST(QCoreApplication, TestGatehousectlLog);
#include "tst_gatehousectllog.moc"
