// SPDX-License-Identifier: GPL-3.0-or-later
#include "badges/qrcode.h"
#include "samplefaces.h"
#include "testprogram.h"

#include <QTest>

using namespace gatehouse;
using badges::QrCode;

class TestQrCode : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsBack_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("longest token") << test::sampleToken();
        QTest::newRow("short token") << QStringLiteral("GH1:6BF5+Q");
        QTest::newRow("recovery secret") << QStringLiteral("7KQ2-9ZMA-44TT-PLX0-0RSE-77AB-CDEF-GHJK");
        QTest::newRow("chinese") << QStringLiteral("外来人员请勿入内");
    }

    void readsBack()
    {
        QFETCH(QString, text);
        const auto code = QrCode::encode(text);
        QVERIFY(code.has_value());
        QImage image((code->modules() + 8) * 4, (code->modules() + 8) * 4, QImage::Format_Grayscale8);
        image.fill(255);
        for (int y = 0; y < code->modules() * 4; ++y) {
            for (int x = 0; x < code->modules() * 4; ++x) {
                if (code->dark(x / 4, y / 4))
                    image.setPixelColor(x + 16, y + 16, Qt::black);
            }
        }
        QString level;
        QCOMPARE(test::decodeQr(image, &level), text);
        QCOMPARE(level, QStringLiteral("M"));
    }

    // Base45 exists for this: 184 characters take version 8, as bytes they would take version 9.
    void packsTokensAsAlphanumeric() { QCOMPARE(QrCode::encode(test::sampleToken())->modules(), 49); }

    void refuses_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("empty") << QString();
        QTest::newRow("too long for any symbol") << QString(4000, QLatin1Char('A'));
    }

    void refuses()
    {
        QFETCH(QString, text);
        const auto code = QrCode::encode(text);
        QVERIFY(!code.has_value());
        QCOMPARE(code.error().code, ErrorCode::Invalid);
    }
};

GATEHOUSE_TEST(QCoreApplication, TestQrCode);
#include "tst_qrcode.moc"
