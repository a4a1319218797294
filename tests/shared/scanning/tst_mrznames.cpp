// SPDX-License-Identifier: GPL-3.0-or-later
#include "parsing/mrznames.h"

#include <QTest>

using namespace gatehouse::scanning;

class TestMrzNames : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void transliteration_data();
    void transliteration();
};

void TestMrzNames::transliteration_data()
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

void TestMrzNames::transliteration()
{
    QFETCH(QString, printed);
    QTEST(icaoTransliteration(printed), "zone");
}

QTEST_APPLESS_MAIN(TestMrzNames)
#include "tst_mrznames.moc"
