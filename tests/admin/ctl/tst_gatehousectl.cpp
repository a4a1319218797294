// SPDX-License-Identifier: GPL-3.0-or-later
#include "testprogram.h"
#include "toolrun.h"

#include <QImage>
#include <QJsonArray>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace gatehouse::test;

class TestGatehousectl : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itsMemoryIsProtected();
    void usage_data();
    void usage();
    void parses_data();
    void parses();
    void saysWhichFieldsAreInDoubt_data();
    void saysWhichFieldsAreInDoubt();
    void oldFrenchCardIsReadButNeverValid();
    void parsesForPeople();
    void troubleOfParseIsToldAsThatOfScan_data();
    void troubleOfParseIsToldAsThatOfScan();
    void inputThatCannotBeReadIsTrouble();
    void badPictures_data();
    void badPictures();
    void oddPicturesAreRead_data();
    void oddPicturesAreRead();
    void scansEachFileOnALine();
    void sameObjectFromAnywhereOnTheLine();
};

void TestGatehousectl::usage_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("exit");
    QTest::addColumn<QByteArray>("out");
    QTest::addColumn<QByteArray>("err");
    QTest::newRow("nothing") << QStringList{} << 2 << QByteArray() << QByteArray("scan FILE...");
    QTest::newRow("help") << QStringList{"--help"} << 0 << QByteArray("scan FILE...") << QByteArray();
    QTest::newRow("help of a command") << QStringList{"parse", "--help"} << 0
                                       << QByteArray("usage: gatehousectl parse mrz|aamva|cn-id") << QByteArray();
    QTest::newRow("version") << QStringList{"--version"} << 0 << QByteArray("gatehousectl ") << QByteArray();
    for (const auto *group : {"badge", "log", "staff", "station", "time"}) {
        const auto usage = "usage: gatehousectl " + QByteArray(group) + " COMMAND";
        QTest::addRow("help of the commands of %s", group) << QStringList{group, "--help"} << 0 << usage << QByteArray();
        QTest::addRow("%s without its command", group)
            << QStringList{group} << 2 << QByteArray() << QByteArray("'gatehousectl " + QByteArray(group) + " --help'");
    }
    QTest::newRow("help names each command of a group")
        << QStringList{"log", "-h"} << 0 << QByteArray("log checkpoint") << QByteArray();
    QTest::newRow("help of a command that is none")
        << QStringList{"log", "fly", "--help"} << 2 << QByteArray() << QByteArray("no command 'log fly'");
    QTest::newRow("unknown command") << QStringList{"fly"} << 2 << QByteArray() << QByteArray("no command 'fly'");
    QTest::newRow("unknown option") << QStringList{"scan", "--fly", "x.png"} << 2 << QByteArray()
                                    << QByteArray("gatehousectl scan --help");
    QTest::newRow("an option without its value")
        << QStringList{"log", "verify", "--db", ""} << 2 << QByteArray() << QByteArray("--db has no value");
    QTest::newRow("an option whose value is not there")
        << QStringList{"log", "verify", "--db"} << 2 << QByteArray() << QByteArray("Missing value after '--db'; '");
    QTest::newRow("no file") << QStringList{"scan"} << 2 << QByteArray() << QByteArray("needs FILE...");
    QTest::newRow("one argument too many") << QStringList{"parse", "mrz", "aamva"} << 2 << QByteArray()
                                           << QByteArray("'aamva' is one argument too many");
    QTest::newRow("unknown format") << QStringList{"parse", "td1"} << 2 << QByteArray()
                                    << QByteArray("known are mrz, aamva and cn-id");
}

void TestGatehousectl::usage()
{
    QFETCH(QStringList, arguments);
    QFETCH(int, exit);
    QFETCH(QByteArray, out);
    QFETCH(QByteArray, err);
    const auto run = runTool(arguments);
    QCOMPARE(run.exit, exit);
    QVERIFY2(out.isEmpty() ? run.out.isEmpty() : run.out.contains(out), run.out.constData());
    QVERIFY2(err.isEmpty() ? run.err.isEmpty() : run.err.contains(err), run.err.constData());
}

void TestGatehousectl::parses_data()
{
    QTest::addColumn<QString>("format");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<bool>("valid");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("value");
    // ICAO Doc 9303 part 4, appendix B: the specimen of Utopia.
    QTest::newRow("passport")
        << "mrz" << QByteArray("P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10\n")
        << "mrz-td3" << true << "givenNames"
        << "ANNA MARIA";
    QTest::newRow("passport, number changed")
        << "mrz" << QByteArray("P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C46UTO7408122F1204159ZE184226B<<<<<10\n")
        << "mrz-td3" << false << "surname"
        << "ERIKSSON";
    QTest::newRow("identity card, composite digit changed")
        << "mrz"
        << QByteArray("I<UTOD231458907<<<<<<<<<<<<<<<\n7408122F1204159UTO<<<<<<<<<<<7\nERIKSSON<<ANNA<MARIA<<<<<<<<<<\n")
        << "mrz-td1" << false << "documentNumber"
        << "D23145890";
    QTest::newRow("licence, born in the future")
        << "aamva"
        << QByteArray("@\n\x1e\rANSI 636000100101DL00310172DLDAQX0000001\nDCSMOTORIST\nDACUTOPIA\nDADNONE\nDBD07042021\n"
                      "DBB02282190\nDBA02282199\nDBC2\nDAG1 NOWHERE LANE\nDAIUTOPOLIS\nDAJVA\nDAK000010000\nDCGUSA\n\r")
        << "aamva" << false << "surname"
        << "MOTORIST";
    QTest::newRow("licence with NULs and control characters")
        << "aamva"
        << QByteArray("@\n\x1e\rANSI 636000100101DL00310172DLDAQX0000001\nDCSMOTO\0RIST\x07\nDACUTOPIA\nDADNONE\nDBD07042021\n"
                      "DBB02281990\nDBA02282029\nDBC2\nDAG1 NOWHERE LANE\nDAIUTOPOLIS\nDAJVA\nDAK000010000\nDCGUSA\n\r",
                      175)
        << "aamva" << true << "surname"
        << "MOTORIST";
    QTest::newRow("no passport") << "mrz" << QByteArray("good morning") << "none" << false << QString() << QString();
    QTest::newRow("licence, nothing in it") << "aamva" << QByteArray() << "none" << false << QString() << QString();
    QTest::newRow("resident card, nothing in it")
        << "cn-id" << QByteArray("\xff\xfe\x00", 3) << "none" << false << QString() << QString();
}

void TestGatehousectl::parses()
{
    QFETCH(QString, format);
    QFETCH(QByteArray, text);
    QFETCH(QString, kind);
    QFETCH(bool, valid);
    QFETCH(QString, field);
    QFETCH(QString, value);
    const auto run = runTool({"parse", format, "--json"}, text);
    QCOMPARE(run.exit, valid ? 0 : 1); // the answer is no
    const auto objects = run.objects();
    QCOMPARE(objects.size(), 1);
    auto keys = objects.first().keys();
    keys.removeAll("unsure"); // only where a field is
    QCOMPARE(keys, (QStringList{"checks", "elapsedMs", "fields", "file", "kind", "raw", "valid"}));
    QCOMPARE(objects.first().value("file").toString(), QStringLiteral("-"));
    QCOMPARE(objects.first().value("kind").toString(), kind);
    QCOMPARE(objects.first().value("valid").toBool(), valid);
    QCOMPARE(objects.first().value("fields").toObject().value(field).toString(), value);
}

void TestGatehousectl::saysWhichFieldsAreInDoubt_data()
{
    QTest::addColumn<QByteArray>("format");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QJsonValue>("unsure");
    const QByteArray names = "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\n";
    QTest::newRow("no field: no such key") << QByteArray("mrz") << names + "L898902C36UTO7408122F1204159ZE184226B<<<<<10"
                                           << QJsonValue(QJsonValue::Undefined);
    QTest::newRow("what a check digit refuses") << QByteArray("mrz") << names + "L898902C46UTO7408122F1204159ZE184226B<<<<<10"
                                                << QJsonValue(QJsonArray{"documentNumber"});
    const QByteArray licence("@\n\x1e\rANSI 636000100101DL00310172DLDAQX0000001\nDCSMOTORIST\nDACUTOPIA\nDADNONE\nDBD07042021\n"
                             "DBB02281990\nDBA02282029\nDBC2\nDAG1 NOWHERE LANE\nDAIUTOPOLIS\nDAJVA\nDAK000010000\nDCGUSA\n\r");
    QTest::newRow("a control character inside a name")
        << QByteArray("aamva") << QByteArray(licence).replace("MOTORIST", "MOTO\x07RIST") << QJsonValue(QJsonArray{"surname"});
    const QByteArray joined = QByteArray(licence.mid(4)).replace('\n', "").replace('\r', "");
    QTest::newRow("a licence whose separators are lost: all of it")
        << QByteArray("aamva") << "@\n\x1e\r" + joined
        << QJsonValue(QJsonArray{"documentType", "issuingState", "surname", "givenNames", "documentNumber", "birthDate", "sex",
                                 "issueDate", "expiryDate", "street", "city", "region", "postalCode"});
}

void TestGatehousectl::saysWhichFieldsAreInDoubt()
{
    QFETCH(QByteArray, format);
    QFETCH(QByteArray, text);
    QFETCH(QJsonValue, unsure);
    const auto run = runTool({"parse", QString::fromLatin1(format), "--json"}, text);
    const auto objects = run.objects();
    QCOMPARE(objects.size(), 1);
    QCOMPARE(objects.first().value("unsure"), unsure);
}

void TestGatehousectl::oldFrenchCardIsReadButNeverValid()
{
    const QByteArray zone = "IDFRABERTHIER<<<<<<<<<<<<<<<<<<<<<<<\n8806923102858CORINNE<<<<<<<6512068F6\n";
    const auto json = runTool({"parse", "mrz", "--json"}, zone);
    QCOMPARE(json.exit, 1);
    const auto object = json.objects().value(0);
    QCOMPARE(object.value("kind").toString(), QStringLiteral("none"));
    QVERIFY(object.contains("valid") && !object.value("valid").toBool());
    QCOMPARE(object.value("fields").toObject().value("surname").toString(), QStringLiteral("BERTHIER"));
    QCOMPARE(object.value("checks").toObject().value("frenchNationalId").toBool(), true);
    const auto text = runTool({"parse", "mrz"}, zone);
    QCOMPARE(text.exit, 1);
    QVERIFY2(text.out.startsWith("-: old French identity card, not one of the kinds\n"), text.out.constData());
}

void TestGatehousectl::parsesForPeople()
{
    const auto run = runTool({"parse", "mrz"},
                             "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10\n");
    QCOMPARE(run.exit, 0);
    QVERIFY2(run.out.startsWith("-: mrz-td3, valid\n"), run.out.constData());
    QVERIFY(run.out.contains("ERIKSSON"));
}

void TestGatehousectl::troubleOfParseIsToldAsThatOfScan_data()
{
    QTest::addColumn<QString>("format");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("error");
    QTest::newRow("a flood") << "aamva" << QByteArray(64 * 1024 + 1, 'A')
                             << "the text is larger than 64 KiB, which no document's is";
    QTest::newRow("no such format") << "td1" << QByteArray("x") << "there is no format 'td1'; known are mrz, aamva and cn-id";
}

void TestGatehousectl::troubleOfParseIsToldAsThatOfScan()
{
    QFETCH(QString, format);
    QFETCH(QByteArray, text);
    QFETCH(QString, error);
    const auto run = runTool({"parse", format, "--json"}, text);
    QCOMPARE(run.exit, 2);
    QCOMPARE(run.objects(), (QList<QJsonObject>{{{"file", "-"}, {"error", error}}}));
    QVERIFY2(run.err.contains(error.toUtf8()), run.err.constData());
}

void TestGatehousectl::inputThatCannotBeReadIsTrouble()
{
    const QTemporaryDir folder;
    QProcess process;
    process.setStandardInputFile(folder.path()); // opens, and gives nothing
    process.start(QStringLiteral(GATEHOUSECTL), {"parse", "mrz", "--json"});
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitCode(), 2);
    const ToolRun run{process.exitCode(), process.readAllStandardOutput(), {}};
    QCOMPARE(run.objects(), (QList<QJsonObject>{{{"file", "-"}, {"error", "standard input cannot be read"}}}));
}

void TestGatehousectl::badPictures_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("zero bytes") << QByteArray();
    QTest::newRow("text named .jpg") << QByteArray("Dear guard,\nthis is my passport.\n");
    QTest::newRow("JPEG that ends at once") << QByteArray("\xff\xd8\xff\xe0 this ends too soon");
    QTest::newRow("PNG signature alone") << QByteArray("\x89PNG\r\n\x1a\n");
    // Signature and IHDR with the right checksum, no pixels: refused for its size alone.
    QTest::newRow("20,000 x 20,000") << QByteArray::fromHex("89504e470d0a1a0a0000000d4948445200004e2000004e200802000000") +
                                            QByteArray::fromHex("6c12d16e");
    QFile whole(QStringLiteral(GATEHOUSE_SOURCE_DIR "/resources/samples/licence-back.jpg"));
    QVERIFY(whole.open(QIODevice::ReadOnly));
    QTest::newRow("photograph cut in the middle") << whole.read(whole.size() / 4);
}

void TestGatehousectl::badPictures()
{
    QFETCH(QByteArray, bytes);
    QTemporaryDir folder;
    QFile file(folder.filePath("a.jpg"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
    file.close();
    const auto run = runTool({"scan", file.fileName(), "--json"});
    QCOMPARE(run.exit, 2);
    const auto objects = run.objects();
    QCOMPARE(objects.size(), 1);
    QCOMPARE(objects.first().keys(), (QStringList{"error", "file"}));
    QVERIFY(!objects.first().value("error").toString().isEmpty());
    QVERIFY2(run.err.contains(file.fileName().toUtf8()), run.err.constData());
}

void TestGatehousectl::oddPicturesAreRead_data()
{
    QTest::addColumn<QString>("file");
    QTest::newRow("CMYK JPEG") << "cmyk.jpg";
    QTest::newRow("animated GIF") << "animated.gif";
    QTest::newRow("animated WebP") << "animated.webp";
}

void TestGatehousectl::oddPicturesAreRead()
{
    QFETCH(QString, file);
    const auto run =
        runTool({"scan", QStringLiteral(GATEHOUSE_SOURCE_DIR "/tests/shared/scanning/data/pictures/") + file, "--json"});
    QCOMPARE(run.exit, 0);
    QCOMPARE(run.objects().value(0).value("kind").toString(), QStringLiteral("aamva"));
    QVERIFY(run.objects().value(0).value("valid").toBool());
}

void TestGatehousectl::scansEachFileOnALine()
{
    QTemporaryDir folder;
    const auto blank = folder.filePath("blank page.png");
    QImage picture(640, 480, QImage::Format_RGB32);
    picture.fill(Qt::white);
    QVERIFY(picture.save(blank));
    const auto broken = folder.filePath(QStringLiteral("坏.jpg"));
    QFile file(broken);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("\xff\xd8\xff\xe0 this ends too soon");
    file.close();

    const auto run = runTool({"scan", broken, blank, folder.filePath("absent.png"), "--json"});
    QCOMPARE(run.exit, 2); // two could not be read, and that does not keep the third from it
    const auto objects = run.objects();
    QCOMPARE(objects.size(), 3);
    QCOMPARE(objects.at(0).keys(), (QStringList{"error", "file"}));
    QCOMPARE(objects.at(0).value("file").toString(), broken);
    QCOMPARE(objects.at(1).value("kind").toString(), QStringLiteral("none"));
    QCOMPARE(objects.at(1).value("file").toString(), blank);
    QVERIFY(objects.at(1).value("elapsedMs").toDouble() > 0);
    QCOMPARE(objects.at(2).keys(), (QStringList{"error", "file"}));

    const auto good = runTool({"scan", blank});
    QCOMPARE(good.exit, 0);
    QVERIFY(good.out.contains(": none\n"));
}

void TestGatehousectl::sameObjectFromAnywhereOnTheLine()
{
    const auto run = runTool({"--json", "--db", "sqlite:/nowhere", "parse", "mrz"}, "x");
    QCOMPARE(run.exit, 1);
    QCOMPARE(run.objects().value(0).value("kind").toString(), QStringLiteral("none"));
}

// Keys and opened cards: no core file, and freed memory is overwritten.
void TestGatehousectl::itsMemoryIsProtected()
{
    QProcess waiting;
    waiting.start(QStringLiteral(GATEHOUSECTL), {"parse", "mrz", "--json"});
    QVERIFY(waiting.waitForStarted());
    const auto of = [&](const char *name) {
        QFile file(QStringLiteral("/proc/%1/%2").arg(waiting.processId()).arg(QLatin1String(name)));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    QTRY_VERIFY(of("environ").contains("glibc.malloc.perturb"));
    const QRegularExpression noCore(QStringLiteral("Max core file size +0 +0 "));
    QTRY_VERIFY(QString::fromLatin1(of("limits")).contains(noCore));
    waiting.closeWriteChannel();
    QVERIFY(waiting.waitForFinished());
    QCOMPARE(waiting.exitStatus(), QProcess::NormalExit);
}

GATEHOUSE_TEST(QCoreApplication, TestGatehousectl);
#include "tst_gatehousectl.moc"
