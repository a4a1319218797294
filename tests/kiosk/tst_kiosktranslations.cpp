// SPDX-License-Identifier: GPL-3.0-or-later
#include "testprogram.h"
#include "translationfile.h"

#include <QTest>

/// A text of the kiosk without a translation fails here.
class TestKioskTranslations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void complete_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("sources");
        QTest::addColumn<bool>("pluralsOnly");
        QTest::addColumn<int>("least");
        QTest::newRow("Simplified Chinese") << "kiosk_zh_CN.ts"
                                            << "kiosk" << false << 150;
        QTest::newRow("English plurals") << "kiosk_en.ts"
                                         << "kiosk" << true << 3;
    }
    void complete()
    {
        QFETCH(const QString, file);
        QFETCH(const QString, sources);
        QFETCH(const bool, pluralsOnly);
        QFETCH(const int, least);
        const QStringList faults = gatehouse::test::translationFaults(
            {file, sources, pluralsOnly, least}, QStringLiteral(GATEHOUSE_SOURCE_DIR), QStringLiteral(GATEHOUSE_LUPDATE));
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join('\n')));
    }
};

GATEHOUSE_TEST(QCoreApplication, TestKioskTranslations);
#include "tst_kiosktranslations.moc"
