// SPDX-License-Identifier: GPL-3.0-or-later
#include "demosite.h"
#include "rawdatabase.h"
#include "testprogram.h"

#include "security/keys.h"
#include "security/stationvault.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>

using namespace gatehouse;
using namespace gatehouse::test;

namespace
{

const QByteArray goodPassword("gravel-oboe-thicket-77\n");

} // namespace

/// Sites, staff and stations through the real binary: a demo site that is made once, and sites of their own for init.
class TestGatehousectlSite : public DemoSite
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { makeDemo(); }
    void demoTellsItsSignIns();
    void demoRefusesASecondSite();
    void demoMakesItsFolder();
    void demoIsNotMadeWithoutAPlaceForItsSheet();
    void demoHasEveryState();
    void demoHasAMachineRoom();
    void demoHasNoDoorThatFellSilent();
    void initThenReadBack();
    void initIsTriedAgain_data();
    void initIsTriedAgain();
    void initThatIsKilledIsTriedAgain_data();
    void initThatIsKilledIsTriedAgain();
    void keysOfAnotherSiteAreNeverOverwritten_data();
    void keysOfAnotherSiteAreNeverOverwritten();
    void theSpellingOfTheDatabaseDoesNotMatter();
    void initRefuses_data();
    void initRefuses();
    void staffComesAndGoes();
    void numbersOfRowsNameNobody();
    void noRowCommandsTheTerminal();
    void r24_aSpareIsEnrolledAndTheOldOneRevoked();
    void r24_aSpareWorkstationNeedsTheSitesPepper_data();
    void r24_aSpareWorkstationNeedsTheSitesPepper();
    void theAdviceIsAboutTheFileAtFault_data();
    void theAdviceIsAboutTheFileAtFault();

private:
    ToolRun init(const QString &name, const QByteArray &password = goodPassword) const;
};

ToolRun TestGatehousectlSite::init(const QString &name, const QByteArray &password) const
{
    return runTool({"init", "--site", "Harbour", "--number", "100", "--name", "Ann Other", "--sheet",
                    m_folder.filePath(name + ".pdf"), "--password-fd", "0", "--json"},
                   password, environment(name));
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

/// Who signs in to a new demo would be told that its door is cut off (admin/doorpulse.h).
void TestGatehousectlSite::demoHasNoDoorThatFellSilent()
{
    const auto stations = run({"station", "list", "--json"}).objects();
    int doors = 0;
    for (const auto &station : stations) {
        if (station.value("kind") != "door")
            continue;
        const QString entries =
            value(QStringLiteral("SELECT COUNT(*) FROM ledger WHERE station = '%1'").arg(station.value("station").toString()));
        QCOMPARE(entries.toInt() == 0, station.value("enrolled").toBool());
        ++doors;
    }
    QCOMPARE(doors, 2); // the one that is to be started, and the one that was there before
}

void TestGatehousectlSite::demoRefusesASecondSite()
{
    const auto again = run({"demo", "--weeks", "0", "--fast-keys"});
    QCOMPARE(again.exit, 2);
    QVERIFY2(again.err.contains("there is a site already"), again.err.constData());
    QCOMPARE(run({"log", "verify"}).exit, 0); // and the first one, with its stations' keys, is as it was
}

void TestGatehousectlSite::demoMakesItsFolder()
{
    const auto folder = m_folder.filePath("new-folder");
    auto variables = environment("new-folder-site");
    variables.insert("GATEHOUSE_DB", "sqlite:" + folder + "/far/gatehouse.db");
    const auto slip = runTool({"demo", "--weeks", "0", "--fast-keys"}, {}, variables);
    QCOMPARE(slip.exit, 2);
    QVERIFY(!QFile::exists(folder));
    variables.insert("GATEHOUSE_DB", "sqlite:" + folder + "/gatehouse.db");
    const auto made = runTool({"demo", "--weeks", "0", "--fast-keys"}, {}, variables);
    QVERIFY2(made.exit == 0, made.err.constData());
    QVERIFY(QFile::exists(folder + "/recovery-sheet.pdf"));
    const auto others =
        QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
    QVERIFY(!(QFile::permissions(folder) & others));
}

void TestGatehousectlSite::demoIsNotMadeWithoutAPlaceForItsSheet()
{
    const auto database = m_folder.filePath("no-sheet.db");
    for (const bool leftover : {false, true}) { // a database that has no site yet
        if (QFile file(database); leftover)
            QVERIFY(file.open(QIODevice::WriteOnly));
        const auto refused = runTool({"demo", "--weeks", "0", "--fast-keys", "--sheet", m_folder.filePath("none/sheet.pdf")},
                                     {}, environment("no-sheet"));
        QCOMPARE(refused.exit, 2);
        QVERIFY2(refused.err.contains("cannot be written"), refused.err.constData());
        QCOMPARE(QFileInfo(database).size(), 0);
        QVERIFY(!QFile::exists(m_folder.filePath("no-sheet-stations")));
    }
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

void TestGatehousectlSite::initIsTriedAgain_data()
{
    QTest::addColumn<QByteArray>("password");
    QTest::addColumn<QString>("sheet");
    QTest::newRow("weak password") << QByteArray("short\n") << QString();
    QTest::newRow("sheet that cannot be written") << goodPassword << QStringLiteral("/proc/gatehouse-sheet.pdf");
}

// Nothing is left of a try that failed but, at most, a database without a site, which the next try uses.
void TestGatehousectlSite::initIsTriedAgain()
{
    QFETCH(QByteArray, password);
    QFETCH(QString, sheet);
    const QString name = sheet.isEmpty() ? "weak" : "sheetless";
    QStringList arguments{"init",   "--site",    "Harbour",       "--number", "100",
                          "--name", "Ann Other", "--password-fd", "0",        "--json"};
    const auto failed = runTool(arguments + QStringList{"--sheet", sheet.isEmpty() ? m_folder.filePath(name + ".pdf") : sheet},
                                password, environment(name));
    QCOMPARE(failed.exit, 2);
    QCOMPARE(failed.objects().size(), 1);
    QVERIFY(failed.objects().first().contains("error"));
    QVERIFY2(!failed.err.contains("secret  "), "no secret where a script keeps its log");
    QVERIFY(!QFile::exists(m_folder.filePath(name + ".pdf")));
    QCOMPARE(QFile::exists(m_folder.filePath(name + ".db")), !sheet.isEmpty()); // the password is judged first
    QVERIFY(!security::StationVault(m_folder.filePath(name + "-stations")).holdsKeys());
    const auto made = init(name);
    QVERIFY2(made.exit == 0, made.err.constData());
    QVERIFY(QFile::exists(m_folder.filePath(name + ".pdf")));
}

void TestGatehousectlSite::initThatIsKilledIsTriedAgain_data()
{
    QTest::addColumn<QString>("thing");
    QTest::newRow("the first key is there") << QStringLiteral("killed-%1-stations/kiosk.station");
    QTest::newRow("the sheet is there") << QStringLiteral("killed-%1.pdf");
}

// Wherever the kill falls, the site stands or the next try makes it, at most after a sheet of no site was taken away.
void TestGatehousectlSite::initThatIsKilledIsTriedAgain()
{
    QFETCH(QString, thing);
    const QString name = QStringLiteral("killed-") + QString::number(thing.size());
    const QString sheet = m_folder.filePath(name + ".pdf");
    const QString awaited = m_folder.filePath(thing.arg(thing.size()));
    QProcess process;
    process.setProcessEnvironment(environment(name));
    process.start(QStringLiteral(GATEHOUSECTL), {"init", "--site", "Harbour", "--number", "100", "--name", "Ann Other",
                                                 "--sheet", sheet, "--password-fd", "0"});
    process.write(goodPassword);
    process.closeWriteChannel();
    while (!QFile::exists(awaited) && !process.waitForFinished(1))
        continue;
    process.kill();
    QVERIFY(process.waitForFinished());
    QVERIFY(QFile::exists(awaited));

    auto made = init(name);
    if (made.err.contains("is there already; name another file with --sheet")) {
        QVERIFY(QFile::remove(sheet));
        made = init(name);
    }
    QVERIFY2(made.exit == 0 || made.err.contains("there is a site already"), made.err.constData());
    const auto stations = runTool({"station", "list", "--json"}, {}, environment(name));
    QVERIFY2(stations.exit == 0, stations.err.constData());
    QCOMPARE(stations.objects().size(), 4);
    QVERIFY(QFile::exists(sheet));
}

void TestGatehousectlSite::keysOfAnotherSiteAreNeverOverwritten_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("init") << QStringList{"init",
                                         "--site",
                                         "Harbour",
                                         "--number",
                                         "100",
                                         "--name",
                                         "Ann Other",
                                         "--password-fd",
                                         "0",
                                         "--sheet",
                                         m_folder.filePath("other.pdf")};
    QTest::newRow("demo") << QStringList{"demo", "--weeks", "0", "--fast-keys"};
}

void TestGatehousectlSite::keysOfAnotherSiteAreNeverOverwritten()
{
    QFETCH(QStringList, arguments);
    auto variables = environment("demo"); // its folder of keys
    const auto database = m_folder.filePath("another.db");
    variables.insert("GATEHOUSE_DB", "sqlite:" + database);
    const auto refused = runTool(arguments + QStringList{"--json"}, goodPassword, variables);
    QCOMPARE(refused.exit, 2);
    QCOMPARE(refused.objects().size(), 1);
    QCOMPARE(refused.objects().first().value("error").toString(), QStringLiteral("conflict"));
    QVERIFY2(refused.err.contains("GATEHOUSE_CONFIG") && refused.err.contains(m_folder.filePath("demo-stations").toUtf8()),
             refused.err.constData());
    QVERIFY(!QFile::exists(database) && !QFile::exists(m_folder.filePath("other.pdf")));
    QCOMPARE(run({"log", "verify"}).exit, 0);

    QFile leftover(database); // a database that has no site yet is no reason either
    QVERIFY(leftover.open(QIODevice::WriteOnly));
    leftover.close();
    QCOMPARE(runTool(arguments, goodPassword, variables).exit, 2);
    QCOMPARE(run({"log", "verify"}).exit, 0);
    QVERIFY(leftover.remove());
}

void TestGatehousectlSite::theSpellingOfTheDatabaseDoesNotMatter()
{
    auto variables = environment("spelt");
    variables.remove("GATEHOUSE_CONFIG");
    variables.remove("GATEHOUSE_DB");
    variables.insert("XDG_CONFIG_HOME", m_folder.filePath("config"));
    const auto verify = [&](const QString &path) {
        return runTool({"log", "verify", "--db", "sqlite:" + path}, {}, variables);
    };
    const auto place = QDir::current().relativeFilePath(m_folder.filePath("spelt.db"));
    const QStringList demo{"demo", "--weeks", "0", "--fast-keys", "--db", "sqlite:" + place};
    const auto besideAnother = runTool(demo, {}, variables);
    QCOMPARE(besideAnother.exit, 2); // the first demo's recovery sheet stays what it is
    QVERIFY2(besideAnother.err.contains("is there already"), besideAnother.err.constData());
    QVERIFY(!QFile::exists(m_folder.filePath("spelt.db")));
    const auto made = runTool(demo + QStringList{"--sheet", m_folder.filePath("spelt.pdf")}, {}, variables);
    QVERIFY2(made.exit == 0, made.err.constData());
    QVERIFY(QFile::link(m_folder.filePath("spelt.db"), m_folder.filePath("link.db")));
    for (const auto &path : {place, QString("./" + place), m_folder.filePath("spelt.db"), "//" + m_folder.filePath("spelt.db"),
                             m_folder.filePath("config/../spelt.db"), m_folder.filePath("link.db")}) {
        const auto verified = verify(path);
        QVERIFY2(verified.exit == 0, qPrintable(path + ": " + QString::fromUtf8(verified.err)));
    }
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
    QCOMPARE(renew(m_numbers.value("guard")).exit, 2);                   // has a password
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

/// Whoever writes into the database exchanges two rows' numbers, so that a manager gives another's code, or ends another.
void TestGatehousectlSite::numbersOfRowsNameNobody()
{
    const auto asManager = [&](const QStringList &words) {
        return run(words + QStringList{"--as", m_numbers.value("manager"), "--password-fd", "0", "--json"},
                   passwordOf("manager"));
    };
    for (const auto &[number, role] : {std::pair("9001", "guard"), std::pair("9002", "manager")})
        QCOMPARE(
            asManager({"staff", "invite", "--number", number, "--name", "New", "--agreement", "2026-11-02", "--roles", role})
                .exit,
            0);
    const auto exchange = [&] {
        RawDatabase raw(m_folder.filePath("demo.db"));
        for (const auto &step : {"'x' WHERE number='9001'", "'9001' WHERE number='9002'", "'9002' WHERE number='x'"})
            QVERIFY(raw.run(QStringLiteral("UPDATE staff SET number=") + QLatin1String(step)));
    };
    exchange();
    const auto refused = asManager({"staff", "code", "9001"});
    QCOMPARE(refused.exit, 2);
    QVERIFY2(refused.err.contains("log verify"), refused.err.constData());
    QCOMPARE(asManager({"staff", "end", "9001"}).exit, 0);
    exchange();
    QCOMPARE(asManager({"staff", "code", "9001"}).exit, 2); // it is this one who has left
    const auto code = asManager({"staff", "code", "9002"});
    QVERIFY2(code.exit == 0, code.err.constData());
    QCOMPARE(code.objects().value(0).value("roles").toArray(), QJsonArray{"manager"});
    QCOMPARE(run({"log", "verify"}).exit, 0);
    QCOMPARE(asManager({"staff", "end", "9002"}).exit, 0);
}

void TestGatehousectlSite::noRowCommandsTheTerminal()
{
    const auto list = [&] {
        return run({"staff", "list", "--as", m_numbers.value("manager"), "--password-fd", "0"}, passwordOf("manager"));
    };
    const auto lines = list().out.count('\n');
    const QVariantList guard{m_numbers.value("guard")};
    RawDatabase raw(m_folder.filePath("demo.db"));
    const auto name = raw.value("SELECT name FROM staff WHERE number=?", guard);
    QVERIFY(name.isValid());
    QVERIFY(raw.run("UPDATE staff SET name=? WHERE number=?",
                    QVariantList{QStringLiteral("Zhao\u001B]0;x\u0007\u202EniM\n9999  forged")} + guard));
    const auto shown = list();
    QVERIFY(raw.run("UPDATE staff SET name=? WHERE number=?", QVariantList{name} + guard));
    QVERIFY2(shown.out.contains("Zhao\uFFFD]0;x\uFFFD\uFFFDniM\uFFFD9999  forged"), shown.out.constData());
    QCOMPARE(shown.out.count('\n'), lines);
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
    QVERIFY(!named(list(), "lobby 2").value("enrolled").toBool() && named(list(), "lobby 2").value("revoked").isNull());
    QVERIFY(run({"station", "list"}).out.contains("NOT enrolled"));
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

    const auto revoke = [&](const QString &role, const QString &station) {
        return run({"station", "revoke", station, "--as", m_numbers.value(role), "--password-fd", "0"}, passwordOf(role));
    };
    QCOMPARE(revoke("guard", id).exit, 2);
    const auto unknown = revoke("manager", "lobby 3");
    QVERIFY2(unknown.exit == 2 && unknown.err.contains("station list"), unknown.err.constData());
    QVERIFY(named(list(), "lobby 2").value("enrolled").toBool());
    const QString door = named(list(), "door").value("station").toString();
    { // whoever writes into the database gives its name to another
        RawDatabase raw(m_folder.filePath("demo.db"));
        QVERIFY(raw.run("UPDATE station SET name='lobby 2' WHERE id=?", {door}));
        QVERIFY(raw.run("UPDATE station SET name='spare', kind='tool' WHERE id=?", {id}));
    }
    QCOMPARE(run({"log", "verify"}).exit, 1);
    const auto revoked = revoke("manager", "lobby 2"); // by its name
    QVERIFY2(revoked.exit == 0, revoked.err.constData());
    QVERIFY2(revoked.out.contains(id.toUtf8()), revoked.out.constData());
    const QJsonObject ended = named(list(), "spare");
    QVERIFY(ended.value("station") == id && !ended.value("enrolled").toBool());
    const auto at = QDateTime::fromString(ended.value("revoked").toString(), Qt::ISODate);
    QVERIFY2(at.isValid() && std::abs(at.secsTo(QDateTime::currentDateTimeUtc())) < 300, qPrintable(at.toString()));
    const QByteArray words = run({"station", "list"}).out;
    QVERIFY2(words.contains("revoked " + ended.value("revoked").toString().toUtf8()) && !words.contains("NOT"),
             words.constData());
    QCOMPARE(revoke("manager", id).exit, 2); // once; by its id
    QVERIFY(RawDatabase(m_folder.filePath("demo.db")).run("UPDATE station SET name='door' WHERE id=?", {door}));
    const auto verified = run({"log", "verify"});
    QVERIFY2(verified.exit == 0, verified.out.constData());
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

void TestGatehousectlSite::theAdviceIsAboutTheFileAtFault_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<bool>("open");
    QTest::addColumn<QByteArray>("advice");
    QTest::newRow("spoilt") << QByteArray("no pepper") << false << QByteArray("the file of this station's keys is damaged");
    QTest::newRow("too long") << QByteArray(5000, 'a') << false << QByteArray("the file of this station's keys is damaged");
    QTest::newRow("open to others") << QByteArray() << true << QByteArray("see that the station's files have mode 0600");
    QTest::newRow("missing") << QByteArray() << false << QByteArray("its file 'pepper' is not in the folder");
}

void TestGatehousectlSite::theAdviceIsAboutTheFileAtFault()
{
    QFETCH(QByteArray, content);
    QFETCH(bool, open);
    QFETCH(QByteArray, advice);
    const QString path = m_folder.filePath("demo-stations/pepper");
    const QString kept = path + ".kept";
    QVERIFY(QFile::rename(path, kept));
    if (open)
        QVERIFY(QFile::copy(kept, path));
    QFile file(path);
    if (!content.isEmpty())
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
    file.close();
    if (file.exists())
        QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | (open ? QFile::ReadOther : QFile::Permissions())));
    const auto tried = run({"staff", "list", "--as", m_numbers.value("manager"), "--password-fd", "0"}, passwordOf("manager"));
    QFile::remove(path);
    QVERIFY(QFile::rename(kept, path));
    QCOMPARE(tried.exit, 2);
    QVERIFY2(tried.err.contains(advice), tried.err.constData());
}

GATEHOUSE_TEST(QCoreApplication, TestGatehousectlSite);
#include "tst_gatehousectlsite.moc"
