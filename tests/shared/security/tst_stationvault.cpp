// SPDX-License-Identifier: GPL-3.0-or-later
#include "security/stationvault.h"
#include "testprogram.h"

#include <QCryptographicHash>
#include <QDir>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace gatehouse;
using namespace gatehouse::security;

namespace
{

constexpr auto ownerOnly = QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser;
const QString kiosk = QStringLiteral("kiosk");

StationIdentity sampleIdentity()
{
    return {QStringLiteral("0192b6a0-2222-7abc-8def-00000000000b"), makeSignKeyPair(), QByteArray(32, 'f')};
}

void overwrite(const QString &path, const QByteArray &content)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    QCOMPARE(file.write(content), content.size());
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestStationVault : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void identityComesBack();
    void identityIsReplaced();
    void oneProgramRunsAsAStation();
    void pepperComesBack();
    void onlyTheOwnerReads();
    void openFileIsRefused_data();
    void openFileIsRefused();
    void openFolderIsClosed();
    void nothingEnrolled();
    void damagedIdentity_data();
    void damagedIdentity();
    void damagedPepper();
    void refusesToSave_data();
    void refusesToSave();
    void folderCannotBeMade();
    void defaultFolderDependsOnTheDatabase();
    void keysUnderAnOlderSpellingStillOpen();

private:
    QString path(const QString &name) const { return m_folder + QLatin1Char('/') + name; }

    std::unique_ptr<QTemporaryDir> m_temporary;
    QString m_folder;
};

void TestStationVault::init()
{
    m_temporary = std::make_unique<QTemporaryDir>();
    QVERIFY(m_temporary->isValid());
    m_folder = m_temporary->filePath(QStringLiteral("deep/vault"));
}

void TestStationVault::identityComesBack()
{
    const StationVault vault(m_folder);
    QVERIFY(!vault.isEnrolled());
    const auto identity = sampleIdentity();
    QVERIFY(vault.saveIdentity(kiosk, identity));
    QVERIFY(vault.isEnrolled());
    const auto back = StationVault(m_folder).identity(kiosk);
    QVERIFY(back);
    QCOMPARE(back->stationId, identity.stationId);
    QCOMPARE(back->rootFingerprint, identity.rootFingerprint);
    QCOMPARE(back->keys.publicKey, identity.keys.publicKey);
    QCOMPARE(back->keys.secretKey.exposed(), identity.keys.secretKey.exposed());
}

void TestStationVault::identityIsReplaced()
{
    const StationVault vault(m_folder);
    QVERIFY(vault.saveIdentity(kiosk, sampleIdentity()));
    const auto second = sampleIdentity();
    QVERIFY(vault.saveIdentity(kiosk, second));
    const auto back = vault.identity(kiosk);
    QVERIFY(back);
    QCOMPARE(back->keys.publicKey, second.keys.publicKey);
    QCOMPARE(QDir(m_folder).entryList(QDir::Files), QStringList{QStringLiteral("kiosk.station")}); // nothing left lying about
}

void TestStationVault::oneProgramRunsAsAStation()
{
    const StationVault vault(m_folder);
    QVERIFY(vault.claim(kiosk)); // no key yet: the program says so itself
    QVERIFY(vault.saveIdentity(kiosk, sampleIdentity()));
    QVERIFY(vault.saveIdentity(QStringLiteral("door"), sampleIdentity()));
    {
        const auto first = vault.claim(kiosk);
        QVERIFY(first);
        const auto second = StationVault(m_folder).claim(kiosk);
        QVERIFY(!second);
        QCOMPARE(second.error().code, ErrorCode::Conflict);
        QVERIFY(vault.claim(QStringLiteral("door")));
        QVERIFY(vault.identity(kiosk)); // who asks for its state is not kept out
    }
    QVERIFY(vault.claim(kiosk)); // the first has ended
}

void TestStationVault::pepperComesBack()
{
    const StationVault vault(m_folder);
    const auto pepper = makeSecret(32);
    QVERIFY(vault.savePepper(pepper));
    const auto back = vault.pepper();
    QVERIFY(back);
    QCOMPARE(back->exposed(), pepper.exposed());
    QVERIFY(!vault.isEnrolled());
}

void TestStationVault::onlyTheOwnerReads()
{
    const StationVault vault(m_folder);
    QVERIFY(vault.saveIdentity(kiosk, sampleIdentity()));
    QVERIFY(vault.savePepper(makeSecret(32)));
    QCOMPARE(QFile::permissions(path(QStringLiteral("kiosk.station"))), ownerOnly);
    QCOMPARE(QFile::permissions(path(QStringLiteral("pepper"))), ownerOnly);
    QCOMPARE(QFile::permissions(m_folder), ownerOnly | QFile::ExeOwner | QFile::ExeUser);
}

void TestStationVault::openFileIsRefused_data()
{
    QTest::addColumn<QFile::Permissions>("permissions");
    const QFile::Permissions owner = QFile::ReadOwner | QFile::WriteOwner;
    QTest::newRow("group reads") << (owner | QFile::ReadGroup);
    QTest::newRow("others read") << (owner | QFile::ReadOther);
    QTest::newRow("others write") << (owner | QFile::WriteOther);
    QTest::newRow("group executes") << (owner | QFile::ExeGroup);
}

void TestStationVault::openFileIsRefused()
{
    QFETCH(QFile::Permissions, permissions);
    const StationVault vault(m_folder);
    QVERIFY(vault.saveIdentity(kiosk, sampleIdentity()));
    QVERIFY(vault.savePepper(makeSecret(32)));
    QVERIFY(QFile::setPermissions(path(QStringLiteral("kiosk.station")), permissions));
    QVERIFY(QFile::setPermissions(path(QStringLiteral("pepper")), permissions));
    const auto identity = vault.identity(kiosk);
    QVERIFY(!identity);
    QCOMPARE(identity.error().code, ErrorCode::NotAllowed);
    const auto pepper = vault.pepper();
    QVERIFY(!pepper);
    QCOMPARE(pepper.error().code, ErrorCode::NotAllowed);
}

void TestStationVault::openFolderIsClosed()
{
    QVERIFY(QDir().mkpath(m_folder));
    QVERIFY(QFile::setPermissions(m_folder,
                                  QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner | QFile::ReadOther | QFile::ExeOther));
    QVERIFY(StationVault(m_folder).savePepper(makeSecret(32)));
    QCOMPARE(QFile::permissions(m_folder), ownerOnly | QFile::ExeOwner | QFile::ExeUser);
}

void TestStationVault::nothingEnrolled()
{
    const StationVault vault(m_folder);
    const auto identity = vault.identity(kiosk);
    QVERIFY(!identity);
    QCOMPARE(identity.error().code, ErrorCode::NotFound);
    const auto pepper = vault.pepper();
    QVERIFY(!pepper);
    QCOMPARE(pepper.error().code, ErrorCode::NotFound);
    const auto odd = vault.identity(QStringLiteral("../kiosk"));
    QVERIFY(!odd);
    QCOMPARE(odd.error().code, ErrorCode::Invalid);
}

void TestStationVault::damagedIdentity_data()
{
    QTest::addColumn<QByteArray>("find");
    QTest::addColumn<QByteArray>("replace");
    QTest::newRow("other header") << QByteArray("gatehouse-station 1") << QByteArray("gatehouse-station 2");
    QTest::newRow("no seed") << QByteArray("seed ") << QByteArray("sead ");
    QTest::newRow("seed too long") << QByteArray("seed ") << QByteArray("seed 00");
    QTest::newRow("seed no hex") << QByteArray("seed ") << QByteArray("seed z");
    QTest::newRow("fingerprint short") << QByteArray("root 66") << QByteArray("root ");
    QTest::newRow("no station") << QByteArray("station 0192b6a0-2222-7abc-8def-00000000000b") << QByteArray("station ");
    QTest::newRow("line more") << QByteArray("root ") << QByteArray("x\nroot ");
}

void TestStationVault::damagedIdentity()
{
    QFETCH(QByteArray, find);
    QFETCH(QByteArray, replace);
    const StationVault vault(m_folder);
    QVERIFY(vault.saveIdentity(kiosk, sampleIdentity()));
    auto content = contentOf(path(QStringLiteral("kiosk.station")));
    QVERIFY(content.contains(find));
    overwrite(path(QStringLiteral("kiosk.station")), content.replace(find, replace));
    const auto identity = vault.identity(kiosk);
    QVERIFY(!identity);
    QCOMPARE(identity.error().code, ErrorCode::Damaged);
}

void TestStationVault::damagedPepper()
{
    const StationVault vault(m_folder);
    QVERIFY(vault.savePepper(makeSecret(32)));
    for (const auto &content :
         {QByteArray(), QByteArray(62, 'a'), QByteArray(66, 'a'), QByteArray(64, 'z'), QByteArray(100000, 'a')}) {
        overwrite(path(QStringLiteral("pepper")), content);
        const auto pepper = vault.pepper();
        QVERIFY(!pepper);
        QCOMPARE(pepper.error().code, ErrorCode::Damaged);
    }
}

void TestStationVault::refusesToSave_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("station");
    QTest::addColumn<int>("fingerprintSize");
    QTest::newRow("name climbs") << "../kiosk"
                                 << "id" << 32;
    QTest::newRow("no name") << ""
                             << "id" << 32;
    QTest::newRow("no id") << "kiosk"
                           << "" << 32;
    QTest::newRow("id of two lines") << "kiosk"
                                     << "a\nroot 00" << 32;
    QTest::newRow("short fingerprint") << "kiosk"
                                       << "id" << 31;
}

void TestStationVault::refusesToSave()
{
    QFETCH(QString, name);
    QFETCH(QString, station);
    QFETCH(int, fingerprintSize);
    const auto saved =
        StationVault(m_folder).saveIdentity(name, {station, makeSignKeyPair(), QByteArray(fingerprintSize, 'f')});
    QVERIFY(!saved);
    QCOMPARE(saved.error().code, ErrorCode::Invalid);
}

void TestStationVault::folderCannotBeMade()
{
    const auto file = m_temporary->filePath(QStringLiteral("file"));
    overwrite(file, "x");
    const auto saved = StationVault(file + QStringLiteral("/vault")).savePepper(makeSecret(32));
    QVERIFY(!saved);
    QCOMPARE(saved.error().code, ErrorCode::Unavailable);
}

void TestStationVault::defaultFolderDependsOnTheDatabase()
{
    qunsetenv("GATEHOUSE_CONFIG");
    const auto one = StationVault::defaultFolder(QStringLiteral("sqlite:/var/lib/gatehouse/site.db"));
    QVERIFY(one != StationVault::defaultFolder(QStringLiteral("sqlite:/tmp/other.db")));
    QVERIFY(QDir::isAbsolutePath(one));
    QVERIFY(QRegularExpression(QStringLiteral("/gatehouse/[0-9a-f]{16}$")).match(one).hasMatch());
    QCOMPARE(StationVault::defaultFolder(QStringLiteral("sqlite:///tmp/./x/../other.db")),
             StationVault::defaultFolder(QStringLiteral("sqlite:/tmp/other.db")));
    qputenv("GATEHOUSE_CONFIG", "/chosen");
    QCOMPARE(StationVault::defaultFolder(QStringLiteral("sqlite:/tmp/other.db")), QStringLiteral("/chosen"));
    qunsetenv("GATEHOUSE_CONFIG");
}

/// Sites that were made when the folder's name still hung on how the database was written.
void TestStationVault::keysUnderAnOlderSpellingStillOpen()
{
    QStandardPaths::setTestModeEnabled(true);
    qunsetenv("GATEHOUSE_CONFIG");
    const QString url = QStringLiteral("sqlite:/tmp/./") + QFileInfo(m_folder).fileName() + QStringLiteral(".db");
    const QString folder = StationVault::folderOfNewSite(url);
    QCOMPARE(StationVault::defaultFolder(url), folder);
    const auto hash = QCryptographicHash::hash(url.toUtf8(), QCryptographicHash::Sha256).toHex().first(16);
    const StationVault older(QFileInfo(folder).path() + QLatin1Char('/') + QString::fromLatin1(hash));
    QVERIFY(older.folder() != folder);
    QVERIFY(older.saveIdentity(kiosk, sampleIdentity()));
    QCOMPARE(StationVault::defaultFolder(url), older.folder());
    QCOMPARE(StationVault::folderOfNewSite(url), folder);
    const StationVault newer(folder);
    QVERIFY(newer.saveIdentity(kiosk, sampleIdentity()));
    QCOMPARE(StationVault::defaultFolder(url), folder);
    newer.discardKeys();
    older.discardKeys();
    QVERIFY(!newer.holdsKeys() && !older.holdsKeys());
    QStandardPaths::setTestModeEnabled(false);
}

GATEHOUSE_TEST(QCoreApplication, TestStationVault);
#include "tst_stationvault.moc"
