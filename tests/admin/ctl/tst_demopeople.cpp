// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/demo/demopeople.h"
#include "testprogram.h"

#include <QTest>

using namespace gatehouse::ctl;

/// The people of the demo site.
class TestDemoPeople : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // R1 would block who shows an expired document, and the demo could not be made on such a day.
    void everyDocumentIsInForceOnEveryDay()
    {
        int dated = 0;
        for (QDate day(2025, 1, 1); day.year() < 2030; day = day.addDays(1)) {
            for (int person = 0; person < demoVisitorCount(); ++person) {
                const auto record = demoVisitor(person, day).record;
                const auto issued = QDate::fromString(record.value(u"issueDate"), Qt::ISODate);
                const auto expires = QDate::fromString(record.value(u"expiryDate"), Qt::ISODate);
                if (!expires.isValid())
                    continue;
                ++dated;
                QVERIFY2(issued < day && expires > day.addDays(30),
                         qPrintable(QStringLiteral("%1 on %2").arg(person).arg(day.toString(Qt::ISODate))));
            }
        }
        QVERIFY(dated > 1000);
    }
};

GATEHOUSE_TEST(QCoreApplication, TestDemoPeople);
#include "tst_demopeople.moc"
