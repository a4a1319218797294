// SPDX-License-Identifier: GPL-3.0-or-later
#include "security/passwordpolicy.h"
#include "testprogram.h"

#include <QTest>

using namespace gatehouse::security;

class TestPasswordPolicy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void r18Assess_data();
    void r18Assess();
    void tenMillionCharactersAreTooLong();
};

void TestPasswordPolicy::r18Assess_data()
{
    QTest::addColumn<QString>("password");
    QTest::addColumn<PasswordFlaw>("flaw");

    QTest::newRow("nothing") << "" << PasswordFlaw::TooShort;
    QTest::newRow("eleven characters") << "kV9#qLz2!xT" << PasswordFlaw::TooShort;
    QTest::newRow("six emoji are six characters") << QStringLiteral("😀😁😂🤣😃😄") << PasswordFlaw::TooShort;
    QTest::newRow("257 characters") << QString(257, QLatin1Char('x')) << PasswordFlaw::TooLong;
    QTest::newRow("ten thousand characters") << QString(10000, QLatin1Char('x')) << PasswordFlaw::TooLong;

    QTest::newRow("common word and digits") << "password1234" << PasswordFlaw::TooCommon;
    QTest::newRow("common word in signs") << "P@ssw0rd2026!" << PasswordFlaw::TooCommon;
    QTest::newRow("capitals") << "ADMINISTRATOR" << PasswordFlaw::TooCommon;
    QTest::newRow("digits, word, digits") << "2026gatehouse99" << PasswordFlaw::TooCommon;
    QTest::newRow("pinyin") << "woaizhongguo1949" << PasswordFlaw::TooCommon;

    QTest::newRow("staff number and year") << "G1042@2026!!" << PasswordFlaw::ContainsOwnData;
    QTest::newRow("own name and digits") << "LinXiaoyu9071" << PasswordFlaw::ContainsOwnData;
    QTest::newRow("own name backwards") << "uyoaixnil#9071" << PasswordFlaw::ContainsOwnData;
    QTest::newRow("own Chinese name") << QStringLiteral("林晓雨林晓雨1234567") << PasswordFlaw::ContainsOwnData;
    QTest::newRow("the site's name") << "northbridge-2026" << PasswordFlaw::ContainsOwnData;

    QTest::newRow("one character") << "aaaaaaaaaaaaaaaa" << PasswordFlaw::TooSimple;
    QTest::newRow("two characters in turn") << "xyxyxyxyxyxyxyxy" << PasswordFlaw::TooSimple;
    QTest::newRow("row of keys") << "qwertyuiop[]asdf" << PasswordFlaw::TooSimple;
    QTest::newRow("alphabet") << "abcdefghijklmnop" << PasswordFlaw::TooSimple;
    QTest::newRow("counting down") << "987654321098" << PasswordFlaw::TooSimple;
    QTest::newRow("a date twice") << "1987061219870612" << PasswordFlaw::TooSimple;
    QTest::newRow("two common words") << "dragonsunshine" << PasswordFlaw::TooSimple;
    QTest::newRow("three common words and a year") << "lovelypanda2024lucky" << PasswordFlaw::TooSimple;

    QTest::newRow("random, twelve") << "kV9#qLz2!xTw" << PasswordFlaw::None;
    QTest::newRow("random letters") << "xkwqvbztrmpj" << PasswordFlaw::None;
    QTest::newRow("four words") << "gravel lantern oboe thicket" << PasswordFlaw::None;
    QTest::newRow("Chinese sentence") << QStringLiteral("橘子在窗台上晒太阳打瞌睡了") << PasswordFlaw::None;
    QTest::newRow("own name in a long sentence") << "lin planted seven quiet maples" << PasswordFlaw::None;
    QTest::newRow("256 characters") << QStringLiteral("gravel lantern oboe thicket").leftJustified(256, QLatin1Char('z'))
                                    << PasswordFlaw::None;
}

void TestPasswordPolicy::r18Assess()
{
    QFETCH(QString, password);
    QFETCH(PasswordFlaw, flaw);
    const QStringList own{QStringLiteral("G1042"), QStringLiteral("Lin Xiaoyu"), QStringLiteral("林晓雨"),
                          QStringLiteral("Northbridge Data")};
    QCOMPARE(assessPassword(password, own), flaw);
}

void TestPasswordPolicy::tenMillionCharactersAreTooLong()
{
    QCOMPARE(assessPassword(QString(10'000'000, QLatin1Char('z')), {}), PasswordFlaw::TooLong);
}

GATEHOUSE_TEST(QCoreApplication, TestPasswordPolicy);
#include "tst_passwordpolicy.moc"
