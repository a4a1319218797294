// SPDX-License-Identifier: GPL-3.0-or-later
#include "testprogram.h"
#include "translationfile.h"

#include <QTest>

/// A text of the admin app, or of what both apps say, without a translation fails here.
class TestAdminTranslations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void complete_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("sources");
        QTest::addColumn<bool>("pluralsOnly");
        QTest::addColumn<int>("least");
        QTest::newRow("admin, Simplified Chinese") << "admin_zh_CN.ts"
                                                   << "admin" << false << 400;
        QTest::newRow("admin, English plurals") << "admin_en.ts"
                                                << "admin" << true << 10;
        QTest::newRow("shared, Simplified Chinese") << "shared_zh_CN.ts"
                                                    << "shared" << false << 140;
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

GATEHOUSE_TEST(QCoreApplication, TestAdminTranslations);
#include "tst_admintranslations.moc"
