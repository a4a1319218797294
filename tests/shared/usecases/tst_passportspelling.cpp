// SPDX-License-Identifier: GPL-3.0-or-later
#include "testprogram.h"
#include "usecases/namefolding.h"
#include "usecases/passportspelling.h"

#include <QTest>

using namespace gatehouse::usecases;

class TestPassportSpelling : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void transliteration_data();
    void transliteration();
    void aPersonIsFoundByThePassport_data();
    void aPersonIsFoundByThePassport();
};

void TestPassportSpelling::transliteration_data()
{
    QTest::addColumn<QString>("printed");
    QTest::addColumn<QString>("zone");
    QTest::newRow("plain") << "Anna Maria"
                           << "ANNA MARIA";
    QTest::newRow("hyphen") << "Jean-Luc"
                            << "JEAN LUC";
    QTest::newRow("apostrophe") << "O'Connor"
                                << "OCONNOR";
    QTest::newRow("German") << QStringLiteral("Müller-Weiß") << "MUELLER WEISS";
    QTest::newRow("decomposed") << QStringLiteral("Mu\u0308ller") << "MUELLER";
    QTest::newRow("Danish") << QStringLiteral("Ærø Ågård") << "AEROE AAGAARD";
    QTest::newRow("Polish") << QStringLiteral("Łukasz Żółć") << "LUKASZ ZOLC";
    QTest::newRow("Icelandic") << QStringLiteral("Þór Guðmundur") << "THOR GUDMUNDUR";
    QTest::newRow("Turkish") << QStringLiteral("Işık Çağlar") << "ISIK CAGLAR";
    QTest::newRow("Vietnamese") << QStringLiteral("Nguyễn Đức") << "NGUYEN DUC";
    QTest::newRow("Spanish") << QStringLiteral("Peña") << "PENA";
    QTest::newRow("Russian") << QStringLiteral("Щукин Юрий") << "SHCHUKIN IURII";
    QTest::newRow("Ukrainian") << QStringLiteral("Їжак Є") << "IZHAK IE";
    QTest::newRow("outside the tables") << QStringLiteral("张三") << "";
}

void TestPassportSpelling::transliteration()
{
    QFETCH(QString, printed);
    QTEST(passportSpelling(printed), "zone");
}

void TestPassportSpelling::aPersonIsFoundByThePassport_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("query");
    QTest::addColumn<bool>("found");
    const auto row = [](const char *what, const char *name, const char *query, bool found) {
        QTest::newRow(what) << QString::fromUtf8(name) << QString::fromUtf8(query) << found;
    };
    row("as typed", "Jürgen Mälß", "mälß", true);
    row("without accents", "Jürgen Mälß", "Malss", true);
    row("as the passport has it", "Jürgen Mälß", "MAELSS", true);
    row("both names as the passport has them", "Jürgen Mälß", "MAELSS JUERGEN", true);
    row("Danish", "Åse Ågård", "AAGAARD", true);
    row("Cyrillic", "Щукин Юрий", "SHCHUKIN IURII", true);
    row("Chinese stays as it was", "乌有", "wu you", true);
    row("plain", "Anna Muster", "MUESTER", false);
    row("somebody else", "Jürgen Mälß", "MAELZER", false);
}

void TestPassportSpelling::aPersonIsFoundByThePassport()
{
    QFETCH(QString, name);
    QFETCH(QString, query);
    QFETCH(bool, found);
    QCOMPARE(nameMatches(foldSpellings(name), foldName(query), false), found);
}

GATEHOUSE_TEST(QCoreApplication, TestPassportSpelling);
#include "tst_passportspelling.moc"
