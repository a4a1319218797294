// SPDX-License-Identifier: GPL-3.0-or-later
#include "presentation/notices.h"
#include "testprogram.h"

#include <QTest>

using namespace gatehouse;
using namespace gatehouse::presentation;

class TestNotices : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // R15, R20: every notice in every language of the site, with the same number of sections.
    void everyLanguage_data()
    {
        QTest::addColumn<QString>("kind");
        for (const char *kind : {"privacy", "recording", "terms"})
            QTest::newRow(kind) << QString::fromLatin1(kind);
    }
    void everyLanguage()
    {
        QFETCH(QString, kind);
        const auto english = notice(kind, 1, QStringLiteral("en"));
        const auto chinese = notice(kind, 1, QStringLiteral("zh_CN"));
        QVERIFY(english && chinese);
        QCOMPARE(chinese->language, QStringLiteral("zh_CN"));
        QVERIFY(!english->title.isEmpty() && english->title != chinese->title);
        QVERIFY(!english->sections.isEmpty());
        QCOMPARE(chinese->sections.size(), english->sections.size());
        for (const Notice::Section &section : english->sections)
            QVERIFY(!section.heading.isEmpty() && !section.text.isEmpty());
    }

    void untranslatedSaysSo()
    {
        const auto french = notice(QStringLiteral("terms"), 1, QStringLiteral("fr_FR"));
        QVERIFY(french);
        QCOMPARE(french->language, QStringLiteral("en")); // what the visitor really saw goes into the consent
    }

    void unknown()
    {
        QCOMPARE(notice(QStringLiteral("terms"), 99, QStringLiteral("en")).error().code, ErrorCode::NotFound);
        QCOMPARE(notice(QStringLiteral("../terms"), 1, QStringLiteral("en")).error().code, ErrorCode::NotFound);
    }

    void format()
    {
        const Notice notice = parseNotice(QStringLiteral("# Title\nBefore.\n## One\nA.\n\nB.\n## Two\n"));
        QCOMPARE(notice.title, QStringLiteral("Title"));
        QCOMPARE(notice.sections, (QList<Notice::Section>{{QString(), QStringLiteral("Before.")},
                                                          {QStringLiteral("One"), QStringLiteral("A.\nB.")},
                                                          {QStringLiteral("Two"), QString()}}));
    }
};

GATEHOUSE_TEST(QCoreApplication, TestNotices);
#include "tst_notices.moc"
