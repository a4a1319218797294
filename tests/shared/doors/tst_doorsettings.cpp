// SPDX-License-Identifier: GPL-3.0-or-later
#include "doors/doorsettings.h"
#include "testprogram.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace gatehouse;
using namespace gatehouse::doors;
using namespace std::chrono_literals;

class TestDoorSettings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutAFileNothingIsWired();
    void everythingIsRead();
    void theExampleIsRead();
    void aFileThatOthersReadIsRefused();
    void nonsenseIsRefused_data();
    void nonsenseIsRefused();

private:
    QString written(const QByteArray &content,
                    QFileDevice::Permissions permissions = QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    QTemporaryDir m_folder;
};

QString TestDoorSettings::written(const QByteArray &content, QFileDevice::Permissions permissions)
{
    QFile file(m_folder.filePath(QStringLiteral("door.ini")));
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size() || !file.setPermissions(permissions))
        return {};
    return file.fileName();
}

void TestDoorSettings::withoutAFileNothingIsWired()
{
    const auto settings = readDoorSettings(m_folder.filePath(QStringLiteral("none.ini")));
    QVERIFY(settings);
    QCOMPARE(*settings, DoorSettings{});
    QVERIFY(settings->address.isEmpty());
}

void TestDoorSettings::everythingIsRead()
{
    const auto settings =
        readDoorSettings(written("[relay]\naddress=http://192.0.2.10\npassword=secret\nswitch=1\ncontact=0\nexit=2\n"
                                 "allow-unprotected=true\n[door]\nrelease=8\nheld-after=60\ngather=30\n"));
    QVERIFY(settings);
    const DoorSettings expected{
        QUrl(QStringLiteral("http://192.0.2.10")), QStringLiteral("secret"), 1, 0, 2, std::nullopt, true, 8s, 60s, 30s};
    QCOMPARE(*settings, expected);
    const auto quoted = readDoorSettings(written("[relay]\naddress=http://192.0.2.10\npassword=\"a,b;c\"\n"));
    QCOMPARE(quoted->password, QStringLiteral("a,b;c"));
}

void TestDoorSettings::theExampleIsRead()
{
    const auto settings = readDoorSettings(QStringLiteral(GATEHOUSE_SOURCE_DIR "/resources/units/door.ini"));
    QVERIFY(settings);
    QCOMPARE(settings->contactInput, std::optional(0));
    QVERIFY(!settings->allowUnprotected);
}

void TestDoorSettings::aFileThatOthersReadIsRefused()
{
    const auto open = QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ReadOther;
    const auto settings = readDoorSettings(written("[relay]\naddress=http://192.0.2.10\npassword=secret\n", open));
    QVERIFY(!settings);
    QCOMPARE(settings.error().code, ErrorCode::NotAllowed);
}

void TestDoorSettings::nonsenseIsRefused_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("no host") << QByteArray("[relay]\naddress=relay\n");
    QTest::newRow("not http") << QByteArray("[relay]\naddress=ftp://192.0.2.10\n");
    QTest::newRow("release for ever") << QByteArray("[door]\nrelease=3600\n");
    QTest::newRow("release for no time") << QByteArray("[door]\nrelease=0\n");
    QTest::newRow("no time to gather") << QByteArray("[door]\ngather=x\n");
    for (const char *line :
         {"allow-unprotected=no", "allow-unprotected=off", "allow-unprotected=1", "allow-unprotected=", "password=abc,def",
          "password=abc;def", "password=", "contact=zero", "contact=", "switch=1O", "exit=-1", "tamper=64"})
        QTest::newRow(line) << QByteArray("[relay]\naddress=http://192.0.2.10\n") + line + '\n';
}

void TestDoorSettings::nonsenseIsRefused()
{
    QFETCH(QByteArray, content);
    const auto settings = readDoorSettings(written(content));
    QVERIFY(!settings);
    QCOMPARE(settings.error().code, ErrorCode::Invalid);
}

GATEHOUSE_TEST(QCoreApplication, TestDoorSettings);
#include "tst_doorsettings.moc"
