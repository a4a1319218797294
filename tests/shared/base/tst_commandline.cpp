// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/commandline.h"
#include "testprogram.h"

#include <QCommandLineParser>
#include <QTest>

using namespace gatehouse;

class TestCommandLine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void flaws_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("mostWords");
        QTest::addColumn<QString>("flaw");
        QTest::newRow("nothing") << QStringList{} << 0 << QString();
        QTest::newRow("as it should be") << QStringList{"--quiet", "--db", "sqlite:a", "--camera=b"} << 0 << QString();
        QTest::newRow("an unknown option") << QStringList{"--bogus"} << 0 << "Unknown option 'bogus'";
        QTest::newRow("and asking for help") << QStringList{"--bogus", "--help"} << 0 << "Unknown option 'bogus'";
        QTest::newRow("two of them") << QStringList{"--bogus", "--fly"} << 0 << "Unknown options: bogus, fly";
        QTest::newRow("no value") << QStringList{"--db"} << 0 << "Missing value after '--db'";
        QTest::newRow("an empty value") << QStringList{"--db", ""} << 0 << "--db has no value";
        QTest::newRow("an empty value behind =") << QStringList{"--db="} << 0 << "--db has no value";
        QTest::newRow("the second one is empty") << QStringList{"--db", "a", "--db", ""} << 0 << "--db has no value";
        QTest::newRow("one that may be empty") << QStringList{"--camera", ""} << 0 << QString();
        QTest::newRow("a value for none") << QStringList{"--quiet=no"} << 0 << "Unexpected value after '--quiet'";
        QTest::newRow("a stray word") << QStringList{"--quiet", "lobby"} << 0 << "'lobby' is one argument too many";
        QTest::newRow("the second word") << QStringList{"a", "b"} << 1 << "'b' is one argument too many";
        QTest::newRow("any number of words") << QStringList{"a", "b"} << -1 << QString();
        QTest::newRow("help for a stray word") << QStringList{"lobby", "-h"} << 0 << QString();
    }
    void flaws()
    {
        QFETCH(QStringList, arguments);
        QFETCH(int, mostWords);
        QCommandLineParser parser;
        parser.addHelpOption();
        parser.addOptions({{QStringLiteral("db"), {}, QStringLiteral("url")},
                           {QStringLiteral("camera"), {}, QStringLiteral("source")},
                           QCommandLineOption(QStringLiteral("quiet"))});
        const auto flaw =
            flawIn(parser, QStringList{QStringLiteral("program")} + arguments, mostWords, {QStringLiteral("camera")});
        QTEST(flaw.value_or(QString()), "flaw");
    }
};

GATEHOUSE_TEST(QCoreApplication, TestCommandLine);
#include "tst_commandline.moc"
