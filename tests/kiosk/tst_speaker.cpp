// SPDX-License-Identifier: GPL-3.0-or-later
// The kiosk's voice against a real speech-dispatcher on a socket of its own; what arrived there is read from its log.
#include "speech/speaker.h"
#include "testprogram.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace gatehouse::kiosk;

class TestSpeaker : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    QString path(const QString &name) const { return m_folder.filePath(name); }

    QByteArray heard() const
    {
        QFile log(path(QStringLiteral("speech-dispatcher.log")));
        return log.open(QIODevice::ReadOnly) ? log.readAll() : QByteArray();
    }

    /// A daemon that nobody else talks to, with the voice that makes no sound.
    bool start(QProcess &daemon) const
    {
        QFile settings(path(QStringLiteral("speechd.conf")));
        if (!settings.open(QIODevice::WriteOnly))
            return false;
        settings.write("LogLevel 5\nLogDir \"" + QFile::encodeName(m_folder.path()) +
                       "\"\nCommunicationMethod \"unix_socket\"\nAudioOutputMethod \"libao\"\nAddModule \"dummy\" \"sd_dummy\" "
                       "\"\"\nDefaultModule "
                       "dummy\nDisableAutoSpawn\n");
        settings.close();
        daemon.start(QStringLiteral("speech-dispatcher"),
                     {QStringLiteral("--run-single"), QStringLiteral("--config-dir"), m_folder.path(),
                      QStringLiteral("--socket-path"), path(QStringLiteral("socket")), QStringLiteral("--pid-file"),
                      path(QStringLiteral("pid")), QStringLiteral("--log-dir"), m_folder.path(), QStringLiteral("--log-level"),
                      QStringLiteral("5")});
        return daemon.waitForStarted() &&
               QTest::qWaitFor([this] { return QFile::exists(path(QStringLiteral("socket"))); }, 20000);
    }

private Q_SLOTS:
    void init()
    {
        qputenv("SPEECHD_ADDRESS", "unix_socket:" + QFile::encodeName(path(QStringLiteral("socket"))));
        qputenv("XDG_RUNTIME_DIR", QFile::encodeName(m_folder.path()));
    }

    void withoutADaemonNothingIsDisturbed()
    {
        Speaker speaker;
        QSignalSpy said(&speaker, &Speaker::said);
        speaker.say(QStringLiteral("Your number is 12."), QStringLiteral("en"));
        QTRY_COMPARE_WITH_TIMEOUT(said.count(), 1, 20000);
        QCOMPARE(said.first().first().toBool(), false);
        speaker.hush();
    }

    void whatIsSaidArrives_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("language");
        QTest::addColumn<QByteArray>("code");
        QTest::newRow("English") << "Your number is 12."
                                 << "en" << QByteArray("LANGUAGE en");
        QTest::newRow("Chinese") << QStringLiteral("您的号码是12。") << "zh_CN" << QByteArray("LANGUAGE zh");
    }
    void whatIsSaidArrives()
    {
        QFETCH(QString, text);
        QFETCH(QString, language);
        QFETCH(QByteArray, code);
        if (QStandardPaths::findExecutable(QStringLiteral("speech-dispatcher")).isEmpty())
            QSKIP("speech-dispatcher is not installed");
        QFile::remove(path(QStringLiteral("speech-dispatcher.log")));
        QProcess daemon;
        QVERIFY2(start(daemon), daemon.readAllStandardError().constData());
        {
            Speaker speaker;
            QSignalSpy said(&speaker, &Speaker::said);
            speaker.say(text, language);
            QTRY_COMPARE_WITH_TIMEOUT(said.count(), 1, 20000);
            QCOMPARE(said.first().first().toBool(), true);
            QTRY_VERIFY2_WITH_TIMEOUT(heard().contains(text.toUtf8()), heard().constData(), 10000);
            QVERIFY(heard().contains(code));
            // It goes away and the kiosk goes on.
            daemon.kill();
            QVERIFY(daemon.waitForFinished());
            QFile::remove(path(QStringLiteral("socket")));
            speaker.say(text, language);
            QTRY_COMPARE_WITH_TIMEOUT(said.count(), 2, 20000);
            QCOMPARE(said.last().first().toBool(), false);
        }
    }
};

GATEHOUSE_TEST(QCoreApplication, TestSpeaker);
#include "tst_speaker.moc"
