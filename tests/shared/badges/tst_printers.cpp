// SPDX-License-Identifier: GPL-3.0-or-later
#include "badges/printers.h"
#include "samplefaces.h"
#include "testprogram.h"

#include <QApplication>
#include <QFileInfo>
#include <QPrinter>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace gatehouse;
using namespace gatehouse::badges;

class TestPrinters : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theFolderComesFirst()
    {
        const auto printers = availablePrinters(QStringLiteral("/srv/badges"));
        QVERIFY(!printers.isEmpty());
        QCOMPARE(printers.first(), (Printer{Printer::Kind::PdfFolder, QStringLiteral("/srv/badges")}));
    }

    void printsIntoTheFolderWithoutOverwriting()
    {
        QTemporaryDir folder;
        const Printer printer{Printer::Kind::PdfFolder, folder.filePath(QStringLiteral("new/badges"))};
        const auto first = print(test::sampleFace(), Format::Card86x54, printer);
        const auto second = print(test::sampleFace(), Format::Card86x54, printer);
        QVERIFY(first.has_value() && second.has_value());
        QCOMPARE(QFileInfo(*first).fileName(), QStringLiteral("badge-V-2318.pdf"));
        QCOMPARE(QFileInfo(*second).fileName(), QStringLiteral("badge-V-2318-2.pdf"));
        QVERIFY(QFileInfo(*first).size() > 1000);
    }

    void aTitleChoosesNoOtherFolder()
    {
        QTemporaryDir folder;
        BadgeFace face = test::sampleFace();
        face.label = QStringLiteral("../../etc/访客");
        const auto path = print(face, Format::Card86x54, {Printer::Kind::PdfFolder, folder.path()});
        QVERIFY(path.has_value());
        QCOMPARE(QFileInfo(*path).absolutePath(), QFileInfo(folder.path()).absoluteFilePath());
    }

    void onlyAGroupsFolderIsReadByTheGroup_data()
    {
        QTest::addColumn<bool>("ofAGroup");
        QTest::addColumn<bool>("groupReads");
        QTest::addColumn<bool>("read");
        QTest::newRow("a kiosk's, in the front desk's folder") << true << true << true;
        QTest::newRow("a kiosk's, elsewhere") << false << true << false;
        QTest::newRow("the desk's, in the same folder") << true << false << false;
        QTest::newRow("the desk's, elsewhere") << false << false << false;
    }
    void onlyAGroupsFolderIsReadByTheGroup()
    {
        QFETCH(bool, ofAGroup);
        QFETCH(bool, groupReads);
        QTemporaryDir folder;
        if (ofAGroup)
            QCOMPARE(chmod(folder.path().toLocal8Bit().constData(), S_ISGID | S_IRWXU | S_IRWXG),
                     0);                   // as front-desk.sh makes it
        const mode_t before = umask(0077); // as the kiosk's unit has it
        const auto path = print(test::sampleFace(), Format::Card86x54, {Printer::Kind::PdfFolder, folder.path(), groupReads});
        umask(before);
        QVERIFY(path.has_value());
        const auto owner = QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser;
        QTEST(QFile::permissions(*path) == (owner | QFile::ReadGroup), "read");
        QVERIFY((QFile::permissions(*path) & ~(owner | QFile::ReadGroup)) == 0);
    }

    void refuses_data()
    {
        QTest::addColumn<Printer::Kind>("kind");
        QTest::addColumn<QString>("name");
        QTest::newRow("no folder") << Printer::Kind::PdfFolder << QString();
        QTest::newRow("folder that cannot be") << Printer::Kind::PdfFolder << QStringLiteral("/dev/null/badges");
        QTest::newRow("no such printer") << Printer::Kind::System << QStringLiteral("no-such-printer");
    }

    void refuses()
    {
        QFETCH(Printer::Kind, kind);
        QFETCH(QString, name);
        const auto result = print(test::sampleFace(), Format::Card86x54, {kind, name});
        QVERIFY(!result.has_value());
        QCOMPARE(result.error().code, ErrorCode::Unavailable);
    }

    // QPrinter with its own PDF engine: the road that system printers take.
    void drawsOnAQPrinter()
    {
        QTemporaryDir folder;
        QPrinter printer(QPrinter::HighResolution);
        printer.setOutputFormat(QPrinter::PdfFormat);
        printer.setOutputFileName(folder.filePath(QStringLiteral("job.pdf")));
        const auto page = layOutBadge(test::sampleFace(), Format::Label62x100, FontMeasure());
        QVERIFY(page.has_value());
        QVERIFY(toPrinter({*page, *page}, printer).has_value());
        QVERIFY(qAbs(printer.pageRect(QPrinter::Millimeter).width() - 62) < 0.5);
        QVERIFY(QFileInfo(folder.filePath(QStringLiteral("job.pdf"))).size() > 1000);
    }
};

GATEHOUSE_TEST(QApplication, TestPrinters);
#include "tst_printers.moc"
