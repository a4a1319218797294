// SPDX-License-Identifier: GPL-3.0-or-later
#include "toolrun.h"

#include "badges/qrcode.h"
#include "rawdatabase.h"
#include "security/keys.h"
#include "security/stationvault.h"
#include "security/tokens.h"

#include <QDir>
#include <QFileInfo>
#include <QImage>
#include <QJsonArray>
#include <QPainter>
#include <QRegularExpression>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

using namespace gatehouse;
using namespace gatehouse::test;

namespace
{

const QByteArray goodPassword("gravel-oboe-thicket-77\n");

} // namespace

/// Sites, badges, log and staff through the real binary: a demo site that is made once, and sites of their own for init.
class TestGatehousectlSite : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void demoTellsItsSignIns();
    void demoRefusesASecondSite();
    void demoHasEveryState();
    void demoHasAMachineRoom();
    void demoLedgerIsSound();
    void changedLedgerIsNamed();
    void searchNeedsASignIn();
    void searchByRole_data();
    void searchByRole();
    void searchSaysThatThereIsMore_data();
    void searchSaysThatThereIsMore();
    void usageErrorsAnswerInJson();
    void searchFindsNothing();
    void replacedKeyIsNamed_data();
    void replacedKeyIsNamed();
    void r19ExportIsLoggedAndMarked_data();
    void r19ExportIsLoggedAndMarked();
    void badgeIsVerified();
    void badgeThatIsOutNoMore_data();
    void badgeThatIsOutNoMore();
    void badgeOfStaff();
    void badgeWithoutTheDatabase();
    void forgedBadges_data();
    void forgedBadges();
    void badgeInAPicture();
    void checkpointVerifies();
    void initThenReadBack();
    void initRefuses_data();
    void initRefuses();
    void staffComesAndGoes();
    void r24_aSpareIsEnrolledAndTheOldOneRevoked();
    void r24_aSpareWorkstationNeedsTheSitesPepper_data();
    void r24_aSpareWorkstationNeedsTheSitesPepper();

private:
    QProcessEnvironment environment(const QString &name) const;
    ToolRun run(const QStringList &arguments, const QByteArray &input = {}) const
    {
        return runTool(arguments, input, environment("demo"));
    }
    QByteArray passwordOf(const QString &role) const { return m_passwords.value(role).toUtf8() + '\n'; }
    ToolRun init(const QString &name, const QByteArray &password = goodPassword) const;
    QString issuedToken() const
    {
        return value(QStringLiteral("select token from badge where state = 'issued' order by issued_at desc limit 1"));
    }
    QString value(const QString &sql) const;

    QTemporaryDir m_folder;
    QHash<QString, QString> m_passwords;
    QHash<QString, QString> m_numbers;
};

QProcessEnvironment TestGatehousectlSite::environment(const QString &name) const
{
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.remove("XDG_RUNTIME_DIR"); // as in a service's shell
    environment.insert("GATEHOUSE_DB", "sqlite:" + m_folder.filePath(name + ".db"));
    environment.insert("GATEHOUSE_CONFIG", m_folder.filePath(name + "-stations"));
    return environment;
}

ToolRun TestGatehousectlSite::init(const QString &name, const QByteArray &password) const
{
    return runTool({"init", "--site", "Harbour", "--number", "100", "--name", "Ann Other", "--sheet",
                    m_folder.filePath(name + ".pdf"), "--password-fd", "0", "--json"},
                   password, environment(name));
}

QString TestGatehousectlSite::value(const QString &sql) const
{
    auto database = QSqlDatabase::addDatabase("QSQLITE", "look");
    database.setDatabaseName(m_folder.filePath("demo.db"));
    QString result;
    if (database.open()) {
        QSqlQuery query(database);
        if (query.exec(sql) && query.next())
            result = query.value(0).toString();
        query.clear();
        database.close();
    }
    database = {};
    QSqlDatabase::removeDatabase("look");
    return result;
}

void TestGatehousectlSite::initTestCase()
{
    QVERIFY(m_folder.isValid());
    const auto made = run({"demo", "--weeks", "1", "--fast-keys", "--json"});
    QVERIFY2(made.exit == 0, made.err.constData());
    for (const auto &object : made.objects()) {
        if (object.contains("password")) {
            const auto role = object.value("roles")[0].toString();
            m_passwords.insert(role, object.value("password").toString());
            m_numbers.insert(role, object.value("number").toString());
        }
    }
}

void TestGatehousectlSite::demoTellsItsSignIns()
{
    QCOMPARE(m_numbers.keys().size(), 4); // guard, escort, manager, auditor
    QCOMPARE(m_numbers.value("manager"), QStringLiteral("1001"));
    QVERIFY(QFile::exists(m_folder.filePath("recovery-sheet.pdf")));
    QCOMPARE(QFile::permissions(m_folder.filePath("recovery-sheet.pdf")) & (QFile::ReadGroup | QFile::ReadOther),
             QFile::Permissions());
    QVERIFY(QFile::exists(m_folder.filePath("demo-stations/kiosk.station")));
}

void TestGatehousectlSite::demoRefusesASecondSite()
{
    const auto again = run({"demo", "--weeks", "0", "--fast-keys"});
    QCOMPARE(again.exit, 2);
    QVERIFY2(again.err.contains("there is a site already"), again.err.constData());
    QCOMPARE(run({"log", "verify"}).exit, 0); // and the first one, with its stations' keys, is as it was
}

void TestGatehousectlSite::demoHasEveryState()
{
    const auto found =
        run({"log", "search", "--as", m_numbers.value("manager"), "--password-fd", "0", "--json"}, passwordOf("manager"));
    QVERIFY2(found.exit == 0, found.err.constData());
    QHash<QString, int> states;
    int named = 0;
    for (const auto &visit : found.objects()) {
        ++states[visit.value("state").toString()];
        named += visit.value("name").toString().isEmpty() ? 0 : 1;
    }
    for (const auto *state : {"requested", "approved", "denied", "on-site", "departed", "attended"})
        QVERIFY2(states.value(state) > 0, state);
    QVERIFY(states.value("departed") > 10);
    QVERIFY(named > 20);
}

void TestGatehousectlSite::demoHasAMachineRoom()
{
    const auto count = [this](const QString &what) {
        return value(QStringLiteral("select count(*) from ledger where ") + what).toInt();
    };
    for (const auto *number : {"1001", "2001", "2002", "3001", "3002"}) {
        const QString card = m_folder.filePath(QStringLiteral("staff-badges/%1.png").arg(QLatin1String(number)));
        QVERIFY2(QFile::exists(card), number);
    }
    QCOMPARE(count(QStringLiteral("action = 'staff.pin'")), 5);
    QVERIFY(count(QStringLiteral("action = 'duty.assign'")) >= 4);
    QVERIFY(count(QStringLiteral("action = 'checklist.define'")) > 0);
    const int entered = count(QStringLiteral("action = 'passage.enter'"));
    QVERIFY(entered > 0);
    // Everybody came out again, visitors and then the escort, without an alarm.
    QCOMPARE(count(QStringLiteral("action = 'passage.leave'")), 2 * entered);
    QCOMPARE(count(QStringLiteral("action in ('passage.refuse', 'alarm')")), 0);
}

void TestGatehousectlSite::demoLedgerIsSound()
{
    const auto verified = run({"log", "verify", "--json"});
    QCOMPARE(verified.exit, 0);
    const auto object = verified.objects().value(0);
    QVERIFY(object.value("valid").toBool());
    QVERIFY(object.value("entries").toInt() > 100);
    QCOMPARE(object.value("head").toString().size(), 64);
}

void TestGatehousectlSite::changedLedgerIsNamed()
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

void TestGatehousectlSite::replacedKeyIsNamed_data()
{
    QTest::addColumn<QString>("statement");
    QTest::addColumn<QString>("row");
    QTest::newRow("sealing_key.public_key") << "UPDATE sealing_key SET public_key = zeroblob(32)"
                                            << "sealing_key 20";
    QTest::newRow("sealing_key taken away") << "DELETE FROM sealing_key"
                                            << "sealing_key 20";
    QTest::newRow("a station's key") << "UPDATE station SET sign_public_key = zeroblob(32) WHERE name = 'kiosk'"
                                     << "station ";
    const auto guards =
        QStringLiteral(" WHERE staff = (SELECT id FROM staff WHERE number = '%1')").arg(m_numbers.value("guard"));
    QTest::newRow("a person's key for signing")
        << "UPDATE credential SET sign_public_key = zeroblob(32)" + guards << "credential ";
    QTest::newRow("a person's key for sealing")
        << "UPDATE credential SET box_public_key = zeroblob(32)" + guards << "credential ";
}

void TestGatehousectlSite::replacedKeyIsNamed()
{
    QFETCH(QString, statement);
    QFETCH(QString, row);
    const QTemporaryDir folder;
    const auto path = folder.filePath("replaced.db");
    QVERIFY(QFile::copy(m_folder.filePath("demo.db"), path));
    auto site = environment("demo");
    site.insert("GATEHOUSE_DB", "sqlite:" + path);
    const auto before = runTool({"log", "verify"}, {}, site);
    QVERIFY2(before.exit == 0, before.err.constData());
    {
        test::RawDatabase raw(path);
        QVERIFY2(raw.run(QStringLiteral("PRAGMA foreign_keys = OFF")) && raw.run(statement), qPrintable(raw.error()));
    }
    const auto verified = runTool({"log", "verify", "--json"}, {}, site);
    QCOMPARE(verified.exit, 1);
    const auto object = verified.objects().value(0);
    QVERIFY(!object.value("valid").toBool(true));
    QVERIFY(!object.contains("firstBad"));
    QCOMPARE(object.value("replacedKeys").toArray().size(), 1);
    QVERIFY2(object.value("replacedKeys").toArray().first().toString().startsWith(row), verified.out.constData());
    const auto words = runTool({"log", "verify"}, {}, site);
    QVERIFY2(words.out.contains("REPLACED") && words.out.contains(row.toUtf8()), words.out.constData());
}

void TestGatehousectlSite::searchNeedsASignIn()
{
    const auto nobody = run({"log", "search", "li"});
    QCOMPARE(nobody.exit, 2);
    QVERIFY(nobody.err.contains("--as NUMBER"));
    QVERIFY(nobody.out.isEmpty());
    const auto wrong = run({"log", "search", "li", "--as", "2001", "--password-fd", "0"}, "not the password\n");
    QCOMPARE(wrong.exit, 2);
    QVERIFY2(wrong.err.contains("do not fit"), wrong.err.constData());
    QVERIFY(wrong.out.isEmpty());
    const auto unknown = run({"log", "search", "li", "--as", "9999", "--password-fd", "0"}, "not the password\n");
    QCOMPARE(unknown.exit, 2);
    QCOMPARE(unknown.err, wrong.err); // never says which part was wrong
}

void TestGatehousectlSite::searchByRole_data()
{
    QTest::addColumn<QString>("role");
    QTest::addColumn<int>("exit");
    QTest::addColumn<bool>("named");
    QTest::newRow("manager") << "manager" << 0 << true;
    QTest::newRow("guard") << "guard" << 0 << true;
    QTest::newRow("auditor sees no names") << "auditor" << 0 << false;
    QTest::newRow("escort") << "escort" << 2 << false;
}

void TestGatehousectlSite::searchByRole()
{
    QFETCH(QString, role);
    QFETCH(int, exit);
    QFETCH(bool, named);
    const auto found =
        run({"log", "search", "on-site", "--as", m_numbers.value(role), "--password-fd", "0", "--json"}, passwordOf(role));
    QCOMPARE(found.exit, exit);
    if (exit != 0)
        return;
    const auto objects = found.objects();
    QVERIFY(objects.size() >= 5);
    for (const auto &visit : objects) {
        QCOMPARE(visit.value("state").toString(), QStringLiteral("on-site"));
        QCOMPARE(!visit.value("name").toString().isEmpty(), named);
    }
}

void TestGatehousectlSite::searchSaysThatThereIsMore_data()
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

void TestGatehousectlSite::searchSaysThatThereIsMore()
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

void TestGatehousectlSite::usageErrorsAnswerInJson()
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

void TestGatehousectlSite::searchFindsNothing()
{
    const auto found =
        run({"log", "search", "nobodyofthisname", "--as", m_numbers.value("manager"), "--password-fd", "0", "--json"},
            passwordOf("manager"));
    QCOMPARE(found.exit, 1);
    QVERIFY(found.out.isEmpty());
}

void TestGatehousectlSite::r19ExportIsLoggedAndMarked_data()
{
    QTest::addColumn<QString>("role");
    QTest::addColumn<bool>("given");
    QTest::newRow("manager") << "manager" << true;
    QTest::newRow("auditor") << "auditor" << true;
    QTest::newRow("guard carries nothing away") << "guard" << false;
    QTest::newRow("escort carries nothing away") << "escort" << false;
}

void TestGatehousectlSite::r19ExportIsLoggedAndMarked()
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
    QVERIFY(csv.startsWith("\xEF\xBB\xBFnumber,"));
    QVERIFY(csv.contains("V-1,"));
    const auto mark = csv.trimmed().split('\n').last();
    QVERIFY2(mark.contains("exported by ") && mark.contains('(' + m_numbers.value(role).toUtf8() + ')'), mark.constData());
    QCOMPARE(file.permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
}

void TestGatehousectlSite::badgeIsVerified()
{
    const auto token = issuedToken();
    QVERIFY(token.startsWith("GH1:"));
    const auto verified = run({"badge", "verify", token, "--json"});
    QVERIFY2(verified.exit == 0, verified.err.constData());
    const auto object = verified.objects().value(0);
    for (const auto *key : {"genuine", "ofThisSite", "inItsTime", "issued", "authorised"})
        QVERIFY2(object.value(key).toBool(), key);
    QCOMPARE(object.value("source").toString(), QStringLiteral("database"));
    QVERIFY(object.value("zones").toArray().contains("lobby"));
}

void TestGatehousectlSite::badgeThatIsOutNoMore_data()
{
    QTest::addColumn<QString>("state");
    QTest::addColumn<int>("exit");
    QTest::addColumn<QByteArray>("sentence");
    // Genuine, of this site and in its time, as badge verify is asked; whom it lets in is another question.
    QTest::newRow("handed in") << "returned" << 0 << QByteArray("handed in: it lets nobody in");
}

void TestGatehousectlSite::badgeThatIsOutNoMore()
{
    QFETCH(QString, state);
    QFETCH(int, exit);
    QFETCH(QByteArray, sentence);
    const auto token = value(QStringLiteral("select token from badge where state = '%1' order by valid_until desc limit 1")
                                 .arg(state));
    QVERIFY(token.startsWith("GH1:"));
    const auto said = run({"badge", "verify", token});
    QVERIFY2(said.out.contains(sentence), said.out.constData());
    const auto verified = run({"badge", "verify", token, "--json"});
    const auto object = verified.objects().value(0);
    QCOMPARE(object.value("state").toString(), state);
    QVERIFY(!object.value("authorised").toBool(true));
    QCOMPARE(verified.exit, object.value("inItsTime").toBool() ? exit : 1);
}

void TestGatehousectlSite::badgeOfStaff()
{
    const auto picture = m_folder.filePath("staff-badges/%1.png").arg(m_numbers.value("guard"));
    QVERIFY2(QFile::exists(picture), qPrintable(picture));
    const auto verified = run({"badge", "verify", picture, "--json"});
    QVERIFY2(verified.exit == 0, verified.err.constData());
    const auto object = verified.objects().value(0);
    for (const auto *key : {"genuine", "ofThisSite", "inItsTime", "issued", "authorised"})
        QVERIFY2(object.value(key).toBool(), key);
    QVERIFY(!object.value("staff").toString().isEmpty());
    const auto scanned = run({"scan", picture, "--json"}).objects().value(0);
    QCOMPARE(scanned.value("kind").toString(), QStringLiteral("badge"));
    QVERIFY(scanned.value("valid").toBool());

    auto token = scanned.value("raw").toArray().first().toString();
    const auto parsed = security::parseStaffBadgeToken(token);
    QVERIFY(parsed);
    auto forged = parsed->token;
    forged.serial += 1;
    QCOMPARE(run({"badge", "verify", security::makeStaffBadgeToken(forged, security::makeSignKeyPair().secretKey)}).exit, 1);
    token.chop(6);
    QCOMPARE(run({"badge", "verify", token}).exit, 1);
}

void TestGatehousectlSite::badgeWithoutTheDatabase()
{
    auto apart = environment("demo");
    apart.insert("GATEHOUSE_DB", "sqlite:" + m_folder.filePath("nowhere.db"));
    const auto verified = runTool({"badge", "verify", issuedToken(), "--json"}, {}, apart);
    QVERIFY2(verified.exit == 0, verified.err.constData());
    const auto object = verified.objects().value(0);
    QVERIFY(object.value("genuine").toBool());
    QCOMPARE(object.value("source").toString(), QStringLiteral("station keys"));
    QVERIFY(!object.contains("zones"));
    QVERIFY(!QFile::exists(m_folder.filePath("nowhere.db"))); // asking makes no database
}

void TestGatehousectlSite::forgedBadges_data()
{
    QTest::addColumn<int>("change");
    QTest::addColumn<int>("exit");
    QTest::newRow("another station's key") << 0 << 1;
    QTest::newRow("another site") << 1 << 1;
    QTest::newRow("one character changed") << 2 << 1;
    QTest::newRow("cut short") << 3 << 1;
    QTest::newRow("no badge at all") << 4 << 2;
    QTest::newRow("signed by the station, never issued") << 5 << 1;
    QTest::newRow("an invitation") << 6 << 2;
}

void TestGatehousectlSite::forgedBadges()
{
    QFETCH(int, change);
    QFETCH(int, exit);
    auto token = issuedToken();
    const auto parsed = security::parseBadgeToken(token);
    QVERIFY(parsed);
    auto badge = parsed->token;
    switch (change) {
    case 0:
        token = security::makeBadgeToken(badge, security::makeSignKeyPair().secretKey);
        break;
    case 1:
        badge.site = QByteArray(4, 'x');
        token = security::makeBadgeToken(badge, security::makeSignKeyPair().secretKey);
        break;
    case 2:
        token[30] = token.at(30) == QLatin1Char('0') ? QLatin1Char('1') : QLatin1Char('0');
        break;
    case 3:
        token.chop(6);
        break;
    case 4:
        token = QStringLiteral("good morning");
        break;
    case 5: {
        const auto kiosk = security::StationVault(m_folder.filePath("demo-stations")).identity("kiosk");
        QVERIFY(kiosk);
        badge.serial += 1;
        token = security::makeBadgeToken(badge, kiosk->keys.secretKey);
        break;
    }
    default:
        token.replace(0, 4, QStringLiteral("GI1:"));
    }
    const auto verified = run({"badge", "verify", token, "--json"});
    QCOMPARE(verified.exit, exit);
    if (exit == 1 && change != 5)
        QVERIFY(!verified.objects().value(0).value("genuine").toBool(true));
    if (change == 5)
        QVERIFY(!verified.objects().value(0).value("issued").toBool(true));
}

void TestGatehousectlSite::badgeInAPicture()
{
    const auto code = badges::QrCode::encode(issuedToken());
    QVERIFY(code);
    constexpr int module = 8;
    const int border = 6 * module;
    QImage picture(code->modules() * module + 2 * border, code->modules() * module + 2 * border, QImage::Format_RGB32);
    picture.fill(Qt::white);
    QPainter painter(&picture);
    for (int row = 0; row < code->modules(); ++row) {
        for (int column = 0; column < code->modules(); ++column) {
            if (code->dark(column, row))
                painter.fillRect(border + column * module, border + row * module, module, module, Qt::black);
        }
    }
    painter.end();
    const auto path = m_folder.filePath("badge.png");
    QVERIFY(picture.save(path));
    const auto verified = run({"badge", "verify", path, "--json"});
    QVERIFY2(verified.exit == 0, verified.err.constData());
    QVERIFY(verified.objects().value(0).value("authorised").toBool());

    const auto scanned = run({"scan", path, "--json"});
    QCOMPARE(scanned.exit, 0);
    QCOMPARE(scanned.objects().value(0).value("kind").toString(), QStringLiteral("badge"));
    QVERIFY(scanned.objects().value(0).value("valid").toBool());
    auto apart = QProcessEnvironment::systemEnvironment();
    apart.remove("GATEHOUSE_DB");
    QVERIFY(!runTool({"scan", path, "--json"}, {}, apart).objects().value(0).value("valid").toBool(true));

    picture.fill(Qt::white);
    QVERIFY(picture.save(path));
    const auto none = run({"badge", "verify", path});
    QCOMPARE(none.exit, 2);
    QVERIFY2(none.err.contains("no badge"), none.err.constData());
}

void TestGatehousectlSite::checkpointVerifies()
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

void TestGatehousectlSite::initThenReadBack()
{
    const auto made = init("own");
    QVERIFY2(made.exit == 0, made.err.constData());
    QVERIFY2(!made.err.contains("XDG_RUNTIME_DIR") && !made.err.contains(" info "), made.err.constData());
    const auto site = environment("own");
    const auto sheet = m_folder.filePath("own.pdf");
    QCOMPARE(made.objects().value(0).value("recoverySheet").toString(), sheet);
    QVERIFY(!made.out.contains("secret"));

    const auto confirm = [&](const QByteArray &secret) {
        return runTool({"init", "--confirm", "--password-fd", "0", "--json"}, secret + '\n', site);
    };
    QCOMPARE(confirm("0000-0000-0000").exit, 1);
    const auto other = security::encodeSecret(security::makeSeed()).toLatin1();
    const auto refused = confirm(other);
    QCOMPARE(refused.exit, 1);
    QVERIFY(!refused.objects().value(0).value("live").toBool(true));

    // What a person reads off the sheet: the secret's groups stand behind its heading.
    QProcess reader;
    reader.start("pdftotext", {"-layout", sheet, "-"});
    QVERIFY2(reader.waitForStarted(), "pdftotext (poppler-utils) is needed to read the sheet");
    QVERIFY(reader.waitForFinished());
    const auto text = QString::fromUtf8(reader.readAllStandardOutput());
    static const QRegularExpression group(QStringLiteral("\\b[0-9A-HJKMNP-TV-Z]{4}\\b"));
    auto begin = text.indexOf(QStringLiteral("Recovery secret"));
    QVERIFY(begin > 0);
    QStringList groups;
    for (auto match = group.globalMatch(text.mid(begin)); match.hasNext() && groups.size() < 14;)
        groups += match.next().captured();
    const auto live = confirm(groups.join(QLatin1Char(' ')).toLatin1());
    QVERIFY2(live.exit == 0, live.err.constData());
    QVERIFY(live.objects().value(0).value("live").toBool());
}

void TestGatehousectlSite::initRefuses_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("password");
    QTest::addColumn<QByteArray>("message");
    const QStringList whole{"--site", "Harbour", "--number", "100", "--name", "Ann Other"};
    const auto sheet = m_folder.filePath("refused.pdf");
    const QStringList complete = whole + QStringList{"--sheet", sheet, "--password-fd", "0"};
    QTest::newRow("nothing said") << QStringList{"--password-fd", "0"} << goodPassword
                                  << QByteArray("--site, --number and --name");
    QTest::newRow("short password") << complete << QByteArray("short\n") << QByteArray("12 characters");
    QTest::newRow("common password") << complete << QByteArray("password1234\n") << QByteArray("many people use");
    QTest::newRow("the site's name") << complete << QByteArray("harbour-2026-1\n") << QByteArray("own name");
    QTest::newRow("no password") << complete << QByteArray() << QByteArray("--password-fd");
    QTest::newRow("no such descriptor") << whole + QStringList{"--sheet", sheet, "--password-fd", "777"} << goodPassword
                                        << QByteArray("--password-fd");
    QTest::newRow("sheet's folder is not there")
        << whole + QStringList{"--sheet", m_folder.filePath("no/sheet.pdf"), "--password-fd", "0"} << goodPassword
        << QByteArray("cannot be written");
    QTest::newRow("impossible date") << complete + QStringList{"--agreement", "2026-02-30"} << goodPassword
                                     << QByteArray("--agreement");
    QTest::newRow("r20 agreement in the future")
        << complete + QStringList{"--agreement", "2099-01-01"} << goodPassword << QByteArray("signed in the future");
    QTest::newRow("name of ten thousand") << complete + QStringList{"--site", QString(10'000, 'a')} << goodPassword
                                          << QByteArray("one line of 100 characters");
    QTest::newRow("number that is none") << complete + QStringList{"--number", "1'; DROP"} << goodPassword
                                         << QByteArray("letters, digits and hyphens");
    QTest::newRow("database in no folder") << complete + QStringList{"--db", "sqlite:" + m_folder.filePath("no/site.db")}
                                           << goodPassword << QByteArray("make it first");
    QTest::newRow("engine that is not built in")
        << complete + QStringList{"--db", "postgresql://127.0.0.1/x"} << goodPassword << QByteArray("use --db sqlite:PATH");
    QTest::newRow("database of no kind") << complete + QStringList{"--db", "paper:site"} << goodPassword << QByteArray("");
}

void TestGatehousectlSite::initRefuses()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, password);
    QFETCH(QByteArray, message);
    const auto refused = runTool(QStringList{"init"} + arguments, password, environment("refused"));
    QCOMPARE(refused.exit, 2);
    QVERIFY2(refused.err.contains("gatehousectl: ") && refused.err.contains(message), refused.err.constData());
    QVERIFY(!QFile::exists(m_folder.filePath("refused.pdf")));
    QVERIFY(!QFile::exists(m_folder.filePath("refused-stations")));
}

void TestGatehousectlSite::staffComesAndGoes()
{
    const auto manager = m_numbers.value("manager");
    const auto invite = [&](const QStringList &more) {
        return run(QStringList{"staff", "invite", "--as", manager, "--password-fd", "0", "--json", "--name", "New Person",
                               "--agreement", "2026-11-02"} +
                       more,
                   passwordOf("manager"));
    };
    const auto invited = invite({"--number", "2099", "--roles", "guard"});
    QVERIFY2(invited.exit == 0, invited.err.constData());
    const auto lost = invited.objects().value(0).value("code").toString().toLatin1();
    QVERIFY(!lost.isEmpty());
    const auto renew = [&](const QString &number) {
        return run({"staff", "code", number, "--as", manager, "--password-fd", "0", "--json"}, passwordOf("manager"));
    };
    const auto renewed = renew(QStringLiteral("2099"));
    QVERIFY2(renewed.exit == 0, renewed.err.constData());
    const auto code = renewed.objects().value(0).value("code").toString().toLatin1();
    QVERIFY(!code.isEmpty() && code != lost);
    QCOMPARE(renew(m_numbers.value("guard")).exit, 2); // has a password
    QCOMPARE(invite({"--number", "2099", "--roles", "guard"}).exit, 2);  // R17: never used twice
    QCOMPARE(invite({"--number", "2098", "--roles", "escort"}).exit, 2); // R4: managerial staff only
    QCOMPARE(invite({"--number", "2097", "--roles", "king"}).exit, 2);

    const auto activate = [&](const QByteArray &secret, const QByteArray &password) {
        return run({"staff", "activate", "2099", "--password-fd", "0"}, secret + '\n' + password);
    };
    QCOMPARE(activate(lost, goodPassword).exit, 2);
    const auto weak = activate(code, "aaaaaaaaaaaaaaaa\n");
    QCOMPARE(weak.exit, 2);
    QVERIFY2(weak.err.contains("easy to guess"), weak.err.constData());
    const auto active = activate(code, goodPassword);
    QVERIFY2(active.exit == 0, active.err.constData());
    QCOMPARE(activate(code, goodPassword).exit, 2); // a code is good once
    QCOMPARE(run({"log", "search", "on-site", "--as", "2099", "--password-fd", "0"}, goodPassword).exit, 0);

    const QByteArray next("lantern-fathom-quarry-19\n");
    const auto changed = run({"staff", "password", "--as", "2099", "--password-fd", "0"}, goodPassword + goodPassword + next);
    QVERIFY2(changed.exit == 0, changed.err.constData());
    QCOMPARE(run({"log", "search", "on-site", "--as", "2099", "--password-fd", "0"}, goodPassword).exit, 2);
    QCOMPARE(run({"log", "search", "on-site", "--as", "2099", "--password-fd", "0"}, next).exit, 0);

    const auto ended = run({"staff", "end", "2099", "--as", manager, "--password-fd", "0"}, passwordOf("manager"));
    QVERIFY2(ended.exit == 0, ended.err.constData());
    QCOMPARE(run({"log", "search", "on-site", "--as", "2099", "--password-fd", "0"}, next).exit, 2);
    const auto list = run({"staff", "list", "--as", manager, "--password-fd", "0", "--json"}, passwordOf("manager"));
    const auto people = list.objects();
    const auto found =
        std::find_if(people.begin(), people.end(), [](const QJsonObject &person) { return person.value("number") == "2099"; });
    QVERIFY(found != people.end());
    QCOMPARE(found->value("state").toString(), QStringLiteral("left"));
}

// On a machine of its own, which has nothing of the site but its database and the fingerprint of the recovery sheet.
void TestGatehousectlSite::r24_aSpareIsEnrolledAndTheOldOneRevoked()
{
    const auto manager = m_numbers.value("manager");
    const auto list = [&] { return run({"station", "list", "--json"}).objects(); };
    const auto named = [](const QList<QJsonObject> &stations, const QString &name) {
        const auto found =
            std::find_if(stations.begin(), stations.end(), [&](const QJsonObject &one) { return one.value("name") == name; });
        return found == stations.end() ? QJsonObject() : *found;
    };
    auto spareMachine = environment("demo");
    spareMachine.insert("GATEHOUSE_CONFIG", m_folder.filePath("spare-stations"));
    const auto enrol = [&](const QStringList &more) {
        return runTool(QStringList{"station", "enrol", "--name", "lobby 2", "--json"} + more, {}, spareMachine);
    };
    QCOMPARE(enrol({"--kind", "kiosk"}).exit, 2); // whose site is it? never taken from the database
    QCOMPARE(enrol({"--kind", "kiosk", "--root", QString(64, '0')}).exit, 2);
    QCOMPARE(enrol({"--kind", "king", "--root", QString(64, '0')}).exit, 2);
    const security::StationVault vault(m_folder.filePath("demo-stations"));
    const auto own = vault.identity("kiosk");
    QVERIFY(own);
    const auto asked = enrol({"--kind", "kiosk", "--root", QString::fromLatin1(own->rootFingerprint.toHex())});
    QVERIFY2(asked.exit == 0, asked.err.constData());
    const QJsonObject spare = asked.objects().value(0);
    const QString id = spare.value("station").toString();
    QVERIFY(!named(list(), "lobby 2").value("enrolled").toBool());
    QCOMPARE(enrol({"--kind", "kiosk"}).exit, 2); // it has a key now
    const QFileInfo key(m_folder.filePath("spare-stations/kiosk.station"));
    QVERIFY2(key.exists() && !(key.permissions() & (QFile::ReadGroup | QFile::ReadOther)), "the key is this user's alone");

    const auto confirm = [&](const QString &code) {
        return run({"station", "confirm", id, "--code", code, "--as", manager, "--password-fd", "0"}, passwordOf("manager"));
    };
    QCOMPARE(confirm("0000 0000 0000 0000 0000").exit, 2);
    const auto done = confirm(spare.value("code").toString());
    QVERIFY2(done.exit == 0, done.err.constData());
    QVERIFY(named(list(), "lobby 2").value("enrolled").toBool());
    QCOMPARE(confirm(spare.value("code").toString()).exit, 2); // once

    const auto revoke = [&](const QString &role) {
        return run({"station", "revoke", id, "--as", m_numbers.value(role), "--password-fd", "0"}, passwordOf(role));
    };
    QCOMPARE(revoke("guard").exit, 2);
    const auto revoked = revoke("manager");
    QVERIFY2(revoked.exit == 0, revoked.err.constData());
    QVERIFY(!named(list(), "lobby 2").value("enrolled").toBool());
    QCOMPARE(run({"log", "verify"}).exit, 0);
}

void TestGatehousectlSite::r24_aSpareWorkstationNeedsTheSitesPepper_data()
{
    QTest::addColumn<bool>("right");
    QTest::newRow("from the recovery sheet") << true;
    QTest::newRow("mistyped") << false;
}

void TestGatehousectlSite::r24_aSpareWorkstationNeedsTheSitesPepper()
{
    QFETCH(bool, right);
    const QString folder = m_folder.filePath(right ? "desk-2" : "desk-3");
    auto machine = environment("demo");
    machine.insert("GATEHOUSE_CONFIG", folder);
    const security::StationVault demo(m_folder.filePath("demo-stations"));
    const auto own = demo.identity("admin");
    const auto pepper = demo.pepper();
    QVERIFY(own && pepper);
    QByteArray typed = security::encodeSecret(*pepper).toLatin1();
    if (!right)
        typed[0] = typed[0] == 'A' ? 'B' : 'A';
    const auto asked = runTool({"station", "enrol", "--name", "desk 2", "--kind", "admin", "--root",
                                QString::fromLatin1(own->rootFingerprint.toHex()), "--password-fd", "0", "--json"},
                               typed + '\n', machine);
    QVERIFY2(asked.exit == (right ? 0 : 2), asked.err.constData());
    const security::StationVault vault(folder);
    QCOMPARE(vault.identity("admin").has_value(), right);
    QCOMPARE(vault.pepper().has_value(), right);
    if (right)
        QVERIFY(vault.pepper()->exposed() == pepper->exposed());
}

QTEST_GUILESS_MAIN(TestGatehousectlSite)
#include "tst_gatehousectlsite.moc"
