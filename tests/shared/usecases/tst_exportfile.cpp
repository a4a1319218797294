// SPDX-License-Identifier: GPL-3.0-or-later
#include "testprogram.h"
#include "usecases/exportfile.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace gatehouse;
using namespace gatehouse::usecases;
using namespace Qt::StringLiterals;

class TestExportFile : public QObject
{
    Q_OBJECT

    static QByteArray contents(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

private Q_SLOTS:
    void aNewFileIsItsOwnersAlone()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"visits.csv"_s);
        QVERIFY(requireNewFile(path));
        QVERIFY(writeNewFile(path, "number"));
        QCOMPARE(contents(path), QByteArray("number"));
        const auto others =
            QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
        QVERIFY(!(QFile::permissions(path) & others));
    }

    void whatIsThereStays_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("a file") << u"site.db"_s;
        QTest::newRow("a link to one") << u"link.csv"_s;
        QTest::newRow("a link to nothing") << u"loose.csv"_s;
        QTest::newRow("a folder") << u"folder"_s;
    }
    void whatIsThereStays()
    {
        QFETCH(QString, name);
        const QTemporaryDir folder;
        QVERIFY(writeNewFile(folder.filePath(u"site.db"_s), "rows"));
        QVERIFY(QFile::link(folder.filePath(u"site.db"_s), folder.filePath(u"link.csv"_s)));
        QVERIFY(QFile::link(folder.filePath(u"nothing"_s), folder.filePath(u"loose.csv"_s)));
        QVERIFY(QDir(folder.path()).mkdir(u"folder"_s));
        const Error there{ErrorCode::Invalid, fileThere};
        const auto asked = requireNewFile(folder.filePath(name));
        QVERIFY(!asked && asked.error() == there);
        const auto written = writeNewFile(folder.filePath(name), "number");
        QVERIFY(!written && written.error() == there);
        QCOMPARE(contents(folder.filePath(u"site.db"_s)), QByteArray("rows"));
        QVERIFY(!QFile::exists(folder.filePath(u"nothing"_s)));
    }

    void aFolderThatIsNotThereIsSaid()
    {
        const QTemporaryDir folder;
        const auto written = writeNewFile(folder.filePath(u"away/visits.csv"_s), "number");
        QVERIFY(!written);
        QCOMPARE(written.error(), (Error{ErrorCode::Invalid, fileUnwritable}));
    }
};

GATEHOUSE_TEST(QCoreApplication, TestExportFile);
#include "tst_exportfile.moc"
