// SPDX-License-Identifier: GPL-3.0-or-later
// How long people wait at a door: doortime [TIMES]. The real station (camera folder, scanner, database, PIN check, decision,
// page) with a window; prints median, 95th percentile and maximum in milliseconds of
//   badge in view until the refusal is on the screen      (the customer asks for 300)
//   badge in view until it stands in the set on the screen
//   "Enter" after the PIN until "Please enter" is on the screen
#include "badges/renderer.h"
#include "camera/pictureitems.h"
#include "doorbench.h"
#include "flows/doorcontroller.h"
#include "flows/pages.h"
#include "kiosk/kioskcontext.h"
#include "kioskui/kioskui.h"
#include "machineroom.h"

#include <QGuiApplication>
#include <QPainter>
#include <QQmlApplicationEngine>
#include <QQuickWindow>
#include <QTest>

#include <algorithm>
#include <cstdio>

using namespace gatehouse;
using namespace gatehouse::test;
namespace page = gatehouse::kiosk::page;

namespace
{
constexpr int patienceMs = 20000;
constexpr int awayMs = 2600; // a badge that is held there again after this counts again
const QSize frame(1280, 720);

/// A badge as the camera sees it: smaller than the frame, on grey.
QImage heldUp(const QString &token, const QDateTime &now)
{
    badges::BadgeFace face;
    face.name = QStringLiteral("Anna Eriksson");
    face.label = QStringLiteral("V-1");
    face.validFrom = now;
    face.validUntil = now.addSecs(3600);
    face.token = token;
    const QImage card = must(badges::badgeImage(face, badges::Format::Card86x54, 300));
    QImage picture(frame, QImage::Format_RGB32);
    picture.fill(QColor(90, 92, 96));
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(QRect(220, 100, 840, 840 * card.height() / card.width()), card);
    return picture;
}

/// The site's present is the machine's, so that the station's own clock fits.
void comeToThePresent(DoorBench &bench)
{
    bench.site.clock.advance(std::chrono::milliseconds(bench.site.clock.now().msecsTo(QDateTime::currentDateTimeUtc())));
    bench.site.guard() = bench.site.signInAs(QStringLiteral("1042"));
    bench.site.secondGuard() = bench.site.signInAs(QStringLiteral("1043"));
    bench.site.manager() = bench.site.signInAs(QStringLiteral("1001"));
    bench.escort.emplace(bench.site.signInAs(QStringLiteral("2210")));
    must(setPin(bench.site.admin().at(), *bench.escort, pinOf("704916"))); // what staff set: the cost that counts
}

class DoorWindow
{
public:
    explicit DoorWindow(DoorBench &bench)
        : m_camera(bench.site.folder() + QStringLiteral("/camera")), m_context(options(bench, m_camera))
    {
        QDir().mkpath(m_camera);
        kioskui::setUp(m_engine);
        m_engine.setInitialProperties({{QStringLiteral("kiosk"), QVariant::fromValue(&m_context.controller())}});
        m_engine.load(QUrl(QString::fromLatin1(kioskui::mainUrl)));
        m_window = qobject_cast<QQuickWindow *>(m_engine.rootObjects().value(0));
        if (!m_window)
            qFatal("no window");
        m_window->resize(1280, 800);
        m_window->show();
        QObject::connect(m_window, &QQuickWindow::frameSwapped, [this] { ++m_frames; });
        m_context.start();
        waitFor("contact",
                [this] { return m_context.controller().page() == page::doorRest && door().contactText().isEmpty(); });
    }

    kiosk::DoorController &door() { return *m_context.controller().door(); }
    bool is(const QString &name) { return m_context.controller().page() == name; }

    void hold(const QImage &picture)
    {
        const QString part = m_camera + QStringLiteral("/part");
        if (!picture.save(part, "PNG") || !QFile::rename(part, m_camera + QStringLiteral("/%1.png").arg(++m_shown)))
            qFatal("the camera's folder cannot be written");
    }
    void takeAway()
    {
        QDir folder(m_camera);
        for (const QString &name : folder.entryList(QDir::Files))
            folder.remove(name);
    }
    /// Milliseconds from the act until the state is there and a frame has been drawn after it.
    template <typename Act, typename State>
    qint64 timeOf(const char *what, Act act, State state)
    {
        QElapsedTimer timer;
        act();
        timer.start();
        waitFor(what, state);
        const int before = m_frames;
        m_window->update();
        waitFor("a frame", [this, before] { return m_frames > before; });
        return timer.elapsed();
    }
    template <typename State>
    void waitFor(const char *what, State state)
    {
        QElapsedTimer timer;
        timer.start();
        while (!state()) {
            if (timer.elapsed() > patienceMs)
                qFatal("%s does not come; the station shows %s", what, qPrintable(m_context.controller().page()));
            QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents, 5);
        }
    }

private:
    static kiosk::KioskOptions options(DoorBench &bench, const QString &camera)
    {
        kiosk::KioskOptions chosen;
        chosen.settings.station = QStringLiteral("door");
        chosen.settings.zone = machineRoom.key;
        chosen.settings.windowed = true;
        chosen.settings.speech = false;
        chosen.databaseUrl = bench.site.url();
        chosen.vaultFolder = bench.site.vaultFolder();
        chosen.camera = camera;
        chosen.identity = QStringLiteral("door");
        return chosen;
    }

    QString m_camera;
    kiosk::KioskContext m_context;
    QQmlApplicationEngine m_engine;
    QQuickWindow *m_window = nullptr;
    int m_frames = 0;
    int m_shown = 0;
};

void tell(const char *what, std::vector<qint64> times)
{
    std::sort(times.begin(), times.end());
    std::printf("%-46s median %4lld ms, p95 %4lld ms, max %4lld ms (%zu times)\n", what,
                static_cast<long long>(times[times.size() / 2]), static_cast<long long>(times[times.size() * 95 / 100]),
                static_cast<long long>(times.back()), times.size());
}

qint64 refusal(DoorWindow &station, const QImage &badge)
{
    const qint64 time = station.timeOf(
        "the refusal", [&] { station.hold(badge); }, [&] { return station.is(page::doorRefuse); });
    station.takeAway();
    station.door().cancel();
    return time;
}

struct Entry {
    qint64 row;
    qint64 decision;
};

Entry entry(DoorWindow &station, const QImage &visitor, const QImage &escort)
{
    Entry times{};
    times.row = station.timeOf(
        "the visitor", [&] { station.hold(visitor); }, [&] { return station.door().badges().size() == 1; });
    station.takeAway();
    station.hold(escort);
    station.waitFor("the escort", [&] { return station.door().badges().size() == 2; });
    station.takeAway();
    station.door().close();
    for (const int digit : {7, 0, 4, 9, 1, 6})
        station.door().digit(digit);
    times.decision = station.timeOf(
        "the decision", [&] { station.door().enterPin(); }, [&] { return station.is(page::doorAdmit); });
    station.door().cancel();
    return times;
}

/// At the machine's present: who left before the door let them in would still be inside.
void bookOut(DoorBench &bench, const QStringList &tokens)
{
    bench.site.clock.advance(std::chrono::milliseconds(bench.site.clock.now().msecsTo(QDateTime::currentDateTimeUtc())));
    must(passDoor(bench.at(), machineRoom, Direction::Leave, tokens, {}));
}
} // namespace

int main(int argc, char *argv[])
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    qputenv("QT_QUICK_BACKEND", "software");
    kioskui::prepareEnvironment();
    QGuiApplication application(argc, argv);
    kiosk::registerCameraTypes();
    const int times = std::max(1, QCoreApplication::arguments().value(1, QStringLiteral("40")).toInt());
    DoorBench bench;
    comeToThePresent(bench);
    const QString returned = bench.accepted();
    must(checkOut(bench.site.kiosk().at(), returned));
    const QString visitor = bench.accepted();
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const QImage returnedBadge = heldUp(returned, now), visitorBadge = heldUp(visitor, now),
                 escortBadge = heldUp(bench.escortBadge, now);
    DoorWindow station(bench);
    std::vector<qint64> refusals, rows, decisions;
    for (int i = 0; i < times; ++i) {
        QTest::qWait(awayMs + 37 * i % 150); // so that a badge comes anywhere between two frames
        refusals.push_back(refusal(station, returnedBadge));
        QTest::qWait(awayMs);
        const Entry entered = entry(station, visitorBadge, escortBadge);
        rows.push_back(entered.row);
        decisions.push_back(entered.decision);
        bookOut(bench, {visitor, bench.escortBadge});
    }
    tell("badge in view until refused", refusals);
    tell("badge in view until in the set", rows);
    tell("PIN entered until admitted", decisions);
    return 0;
}
