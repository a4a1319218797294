// SPDX-License-Identifier: GPL-3.0-or-later
#include "security/keys.h"
#include "testprogram.h"

#include <QRegularExpression>
#include <QTest>

using namespace gatehouse;
using namespace gatehouse::security;

class TestSecretCode : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyLength()
    {
        static const QRegularExpression form(QStringLiteral("^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{1,4})*$"));
        for (std::size_t size = 2; size <= 64; ++size) {
            const auto secret = makeSecret(size);
            const auto text = encodeSecret(secret);
            QVERIFY2(form.match(text).hasMatch(), qPrintable(text));
            const auto back = decodeSecret(text);
            QVERIFY2(back, qPrintable(text));
            QCOMPARE(back->exposed(), secret.exposed());
        }
    }

    void recoverySecretIsFourteenGroups() { QCOMPARE(encodeSecret(makeSeed()).split(QLatin1Char('-')).size(), 14); }

    void asPeopleTypeIt_data()
    {
        QTest::addColumn<QString>("find");
        QTest::addColumn<QString>("replace");
        QTest::newRow("no hyphens") << "-"
                                    << "";
        QTest::newRow("spaces") << "-"
                                << " ";
        QTest::newRow("two spaces and a line end") << "-"
                                                   << "  \n";
        QTest::newRow("long dashes") << "-" << QString(QChar(0x2013));
        QTest::newRow("letter O for zero") << "0"
                                           << "O";
        QTest::newRow("small o for zero") << "0"
                                          << "o";
        QTest::newRow("letter I for one") << "1"
                                          << "I";
        QTest::newRow("small L for one") << "1"
                                         << "l";
    }

    void asPeopleTypeIt()
    {
        QFETCH(QString, find);
        QFETCH(QString, replace);
        // Bytes whose text has zeros, ones and letters.
        QByteArray source = QByteArray::fromHex("0000108421084210ffee00aa");
        const auto wanted = source;
        auto text = encodeSecret(SecureBytes::take(source));
        QVERIFY2(text.contains(find), qPrintable(text));
        const auto back = decodeSecret(text.toLower().replace(find, replace));
        QVERIFY(back);
        QCOMPARE(back->exposed(), wanted);
    }

    void everyWrongCharacterIsNoticed()
    {
        QByteArray source = QByteArray::fromHex("00112233445566778899");
        const auto text = encodeSecret(SecureBytes::take(source));
        for (qsizetype i = 0; i < text.size(); ++i) {
            for (const auto other : QStringLiteral("0123456789ABCDEFGHJKMNPQRSTVWXYZ")) {
                if (text.at(i) == other || text.at(i) == QLatin1Char('-'))
                    continue;
                auto wrong = text;
                wrong[i] = other;
                QVERIFY2(!decodeSecret(wrong), qPrintable(wrong));
            }
        }
    }

    void swappedNeighboursAreNoticed()
    {
        QByteArray source = QByteArray::fromHex("00112233445566778899aabbccddeeff");
        auto text = encodeSecret(SecureBytes::take(source)).remove(QLatin1Char('-'));
        for (qsizetype i = 0; i + 1 < text.size(); ++i) {
            if (text.at(i) == text.at(i + 1))
                continue;
            auto wrong = text;
            std::swap(wrong[i], wrong[i + 1]);
            QVERIFY2(!decodeSecret(wrong), qPrintable(wrong));
        }
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("nothing") << QString();
        QTest::newRow("only the check") << "ABCD";
        QTest::newRow("letter U") << "UUUU-UUUU-UUUU";
        QTest::newRow("full-width letters") << QStringLiteral("ＡＢＣＤ-ＥＦＧＨ-ＡＢＣＤ");
        QTest::newRow("punctuation") << "ABCD.EFGH.ABCD";
        QTest::newRow("a length that no bytes have") << "ABC-ABCD";
        QTest::newRow("ten thousand characters") << QString(10000, QLatin1Char('A'));
    }

    void refuses()
    {
        QFETCH(QString, text);
        const auto back = decodeSecret(text);
        QVERIFY(!back);
        QCOMPARE(back.error().code, ErrorCode::Invalid);
    }
};

GATEHOUSE_TEST(QCoreApplication, TestSecretCode);
#include "tst_secretcode.moc"
