// SPDX-License-Identifier: GPL-3.0-or-later
#include "testprogram.h"
#include "vision/framesource.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

#include <QBuffer>

using gatehouse::scanning::FrameSource;

namespace
{
QImage plain(const QColor &colour, const QSize &size = {64, 48})
{
    QImage picture(size, QImage::Format_RGB32);
    picture.fill(colour);
    return picture;
}

QColor colourOf(const QImage &picture)
{
    return picture.isNull() ? QColor() : picture.pixelColor(5, 5);
}

// Written aside and moved in, as a scanner or a person's file manager does.
void putPicture(const QString &path, const QImage &picture)
{
    QVERIFY(picture.save(path + QStringLiteral(".part"), "PNG"));
    QFile::remove(path);
    QVERIFY(QFile::rename(path + QStringLiteral(".part"), path));
}

// A network camera: answers every request with an endless motion JPEG stream until it is switched off.
class NetworkCamera : public QTcpServer
{
public:
    NetworkCamera()
    {
        connect(this, &QTcpServer::newConnection, this, [this] {
            while (QTcpSocket *client = nextPendingConnection())
                connect(client, &QTcpSocket::readyRead, client, [this, client] { serve(client); });
        });
        m_timer = startTimer(40);
    }

    void switchOff()
    {
        close();
        for (QTcpSocket *client : std::as_const(m_clients)) {
            client->abort();
            client->deleteLater();
        }
        m_clients.clear();
    }

protected:
    void timerEvent(QTimerEvent *) override
    {
        QByteArray jpeg;
        QBuffer buffer(&jpeg);
        buffer.open(QIODevice::WriteOnly);
        plain(Qt::blue, {320, 240}).save(&buffer, "JPG");
        for (QTcpSocket *client : std::as_const(m_clients)) {
            client->write("--frame\r\nContent-Type: image/jpeg\r\nContent-Length: " + QByteArray::number(jpeg.size()) +
                          "\r\n\r\n" + jpeg + "\r\n");
        }
    }

private:
    void serve(QTcpSocket *client)
    {
        if (!client->readAll().contains("\r\n\r\n") || m_clients.contains(client))
            return;
        client->write("HTTP/1.1 200 OK\r\nContent-Type: multipart/x-mixed-replace; boundary=frame\r\n\r\n");
        m_clients.append(client);
        connect(client, &QTcpSocket::disconnected, this, [this, client] { m_clients.removeAll(client); });
    }

    QList<QTcpSocket *> m_clients;
    int m_timer = 0;
};
} // namespace

class TestFrameSource : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void imageIsShownAndReadAgainWhenItChanges();
    void imageThatVanishesIsLostAndComesBack();
    void folderShowsWhatAppears();
    void folderCyclesThroughItsImages();
    void damagedImageInFolderIsLeftOut();
    void missingSourceIsLostOnce();
    void networkCameraIsFoundAgainAfterUnplugging();
    void slowReceiverGetsTheNewestFrame();
    void aCameraThatHangsIsClosedWithoutWaiting();
};

void TestFrameSource::imageIsShownAndReadAgainWhenItChanges()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("document.png"));
    putPicture(path, plain(Qt::red));
    FrameSource source(path);
    QImage shown;
    connect(&source, &FrameSource::frame, this, [&shown](const QImage &picture) { shown = picture; });
    source.start();
    QTRY_COMPARE(colourOf(shown), QColor(Qt::red));
    QCOMPARE(shown.format(), QImage::Format_RGB32);
    putPicture(path, plain(Qt::green, {80, 60}));
    QTRY_COMPARE(shown.size(), QSize(80, 60));
    QVERIFY(source.hasPicture());
}

void TestFrameSource::imageThatVanishesIsLostAndComesBack()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("document.png"));
    putPicture(path, plain(Qt::red));
    FrameSource source(path);
    QSignalSpy frames(&source, &FrameSource::frame);
    QSignalSpy lost(&source, &FrameSource::lost);
    QSignalSpy recovered(&source, &FrameSource::recovered);
    source.start();
    QTRY_VERIFY(!frames.isEmpty());
    QVERIFY(QFile::remove(path));
    QTRY_COMPARE(lost.size(), 1);
    QVERIFY(!source.hasPicture());
    putPicture(path, plain(Qt::blue));
    QTRY_COMPARE(recovered.size(), 1);
    QTRY_VERIFY(source.hasPicture());
    QCOMPARE(lost.size(), 1);
}

void TestFrameSource::folderShowsWhatAppears()
{
    QTemporaryDir folder;
    FrameSource source(folder.path());
    QImage shown;
    connect(&source, &FrameSource::frame, this, [&shown](const QImage &picture) { shown = picture; });
    QSignalSpy lost(&source, &FrameSource::lost);
    source.start();
    QTRY_VERIFY(!shown.isNull()); // an empty desk
    putPicture(folder.filePath(QStringLiteral("z.png")), plain(Qt::red));
    QTRY_COMPARE(colourOf(shown), QColor(Qt::red));
    putPicture(folder.filePath(QStringLiteral("a.png")), plain(Qt::green));
    QTRY_COMPARE_WITH_TIMEOUT(colourOf(shown), QColor(Qt::green), 1500);
    QVERIFY(QFile::remove(folder.filePath(QStringLiteral("a.png"))));
    QVERIFY(QFile::remove(folder.filePath(QStringLiteral("z.png"))));
    QTRY_COMPARE(shown.size(), QSize(1280, 720));
    QCOMPARE(lost.size(), 0);
}

void TestFrameSource::folderCyclesThroughItsImages()
{
    QTemporaryDir folder;
    putPicture(folder.filePath(QStringLiteral("1.png")), plain(Qt::red));
    putPicture(folder.filePath(QStringLiteral("2.png")), plain(Qt::green));
    FrameSource source(folder.path());
    QImage shown;
    connect(&source, &FrameSource::frame, this, [&shown](const QImage &picture) { shown = picture; });
    source.start();
    QTRY_COMPARE(colourOf(shown), QColor(Qt::red));
    QTRY_COMPARE(colourOf(shown), QColor(Qt::green));
    QTRY_COMPARE(colourOf(shown), QColor(Qt::red));
}

void TestFrameSource::damagedImageInFolderIsLeftOut()
{
    QTemporaryDir folder;
    QFile damaged(folder.filePath(QStringLiteral("1.png")));
    QVERIFY(damaged.open(QIODevice::WriteOnly));
    damaged.write("\x89PNG\r\n\x1a\n and then nothing");
    damaged.close();
    putPicture(folder.filePath(QStringLiteral("2.png")), plain(Qt::green));
    FrameSource source(folder.path());
    QImage shown;
    connect(&source, &FrameSource::frame, this, [&shown](const QImage &picture) { shown = picture; });
    source.start();
    QTRY_COMPARE(colourOf(shown), QColor(Qt::green));
}

void TestFrameSource::missingSourceIsLostOnce()
{
    FrameSource source(QStringLiteral("/dev/video-that-is-not-there"));
    QSignalSpy lost(&source, &FrameSource::lost);
    QSignalSpy frames(&source, &FrameSource::frame);
    source.start();
    QTRY_COMPARE(lost.size(), 1);
    QVERIFY(!frames.wait(1200)); // two more attempts
    QCOMPARE(lost.size(), 1);
    source.stop();
    QVERIFY(!source.isRunning());
}

void TestFrameSource::networkCameraIsFoundAgainAfterUnplugging()
{
    NetworkCamera camera;
    QVERIFY(camera.listen(QHostAddress::LocalHost));
    const quint16 port = camera.serverPort();
    FrameSource source(QStringLiteral("http://127.0.0.1:%1/stream.mjpg").arg(port));
    QSignalSpy frames(&source, &FrameSource::frame);
    QSignalSpy lost(&source, &FrameSource::lost);
    QSignalSpy recovered(&source, &FrameSource::recovered);
    source.start();
    QTRY_VERIFY_WITH_TIMEOUT(!frames.isEmpty(), 15000);
    const QColor shown = frames.constFirst().constFirst().value<QImage>().pixelColor(100, 100);
    QVERIFY(shown.blue() > 200 && shown.red() < 60);
    camera.switchOff();
    QTRY_COMPARE_WITH_TIMEOUT(lost.size(), 1, 15000);
    QVERIFY(camera.listen(QHostAddress::LocalHost, port));
    QTRY_COMPARE_WITH_TIMEOUT(recovered.size(), 1, 15000);
    QTRY_VERIFY(source.hasPicture());
    source.stop();
}

void TestFrameSource::slowReceiverGetsTheNewestFrame()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("document.png"));
    putPicture(path, plain(Qt::red));
    FrameSource source(path);
    QList<QColor> shown;
    connect(&source, &FrameSource::frame, this, [&](const QImage &picture) {
        shown.append(picture.pixelColor(5, 5));
        if (shown.size() == 1) { // busy for a while: the picture changes twice meanwhile
            putPicture(path, plain(Qt::green, {70, 48}));
            QThread::msleep(250);
            putPicture(path, plain(Qt::blue, {72, 48}));
            QThread::msleep(350);
        }
    });
    source.start();
    QTRY_VERIFY(shown.size() >= 2);
    QCOMPARE(shown.at(1), QColor(Qt::blue));
}

void TestFrameSource::aCameraThatHangsIsClosedWithoutWaiting()
{
    QTcpServer camera; // takes every caller and never says a word
    QVERIFY(camera.listen(QHostAddress::LocalHost));
    QElapsedTimer closing;
    {
        FrameSource source(QStringLiteral("http://127.0.0.1:%1/stream.mjpg").arg(camera.serverPort()));
        source.start();
        QTRY_VERIFY_WITH_TIMEOUT(camera.hasPendingConnections(), 15000);
        closing.start();
        source.stop();
        QVERIFY(!source.isRunning());
        source.start(); // waits for the first to let go, and is not waited for either
        QVERIFY(source.isRunning());
    }
    QVERIFY2(closing.elapsed() < 500, qPrintable(QString::number(closing.elapsed())));
}

GATEHOUSE_TEST(QCoreApplication, TestFrameSource);
#include "tst_framesource.moc"
