// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/commandline.h"
#include "base/databaseurl.h"
#include "base/logging.h"
#include "camera/pictureitems.h"
#include "devices/wedgefilter.h"
#include "exitcode.h"
#include "inputguard.h"
#include "kioskcontext.h"
#include "kioskui/kioskui.h"
#include "security/memory.h"
#include "security/securebytes.h"
#include "security/stationvault.h"

#include <QCommandLineParser>
#include <QDir>
#include <QFile>
#include <QGuiApplication>
#include <QQmlApplicationEngine>
#include <QQuickWindow>
#include <QScreen>
#include <QStandardPaths>
#include <QTextStream>
#include <QTimer>

#include <chrono>
#include <cstdlib>
#include <malloc.h>
#include <termios.h>
#include <unistd.h>

using namespace gatehouse;
using namespace gatehouse::kiosk;

namespace
{
constexpr int exitReleased = 10;                        // staff let it go: the service must not start it again (see the unit)
constexpr std::chrono::milliseconds afterTheSlide{500}; // pages take 200 ms (look.md)

/// A terminal on standard input shows nothing of what is typed while this is there.
class WithoutEcho
{
public:
    WithoutEcho() : m_changed(::tcgetattr(STDIN_FILENO, &m_before) == 0)
    {
        termios quiet = m_before;
        quiet.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        m_changed = m_changed && ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &quiet) == 0;
    }
    ~WithoutEcho()
    {
        if (m_changed)
            ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_before);
    }
    WithoutEcho(const WithoutEcho &) = delete;
    WithoutEcho &operator=(const WithoutEcho &) = delete;

private:
    termios m_before{};
    bool m_changed;
};

QByteArray askForExitCode()
{
    const WithoutEcho quiet;
    QTextStream input(stdin);
    QTextStream(stderr) << "Exit code (8 to 12 digits): " << Qt::flush;
    QByteArray code = input.readLine().trimmed().toUtf8();
    QTextStream(stderr) << "\n";
    return code;
}

/// Reads a code from standard input and keeps its hash; 0 when done.
int setExitCode(const QString &vaultFolder)
{
    const auto written = writeExitCode(vaultFolder, askForExitCode());
    if (written)
        return 0;
    if (written.error().code == ErrorCode::Invalid)
        QTextStream(stderr) << "It needs 8 to 12 digits, no pattern, no run and no date: nothing was changed.\n";
    else
        QTextStream(stderr) << "Cannot write " << written.error().detail << "\n";
    return 2;
}

QString badgeFolder(const QString &databaseUrl)
{
    if (const QString chosen = qEnvironmentVariable("GATEHOUSE_BADGES"); !chosen.isEmpty())
        return chosen;
    if (const QString file = databaseFile(databaseUrl); !file.isEmpty())
        return QFileInfo(file).absolutePath() + QStringLiteral("/badges");
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QStringLiteral("/gatehouse/badges");
}

/// The environment's shape of badges; its file names none where nobody chose one.
QString badgeShape()
{
    const QString chosen = qEnvironmentVariable("GATEHOUSE_BADGE");
    return chosen.isEmpty() ? QStringLiteral("card") : chosen;
}

QSize sizeFrom(const QString &choice)
{
    const QStringList sides = choice.split(QLatin1Char('x'));
    const QSize size(sides.value(0).toInt(), sides.value(1).toInt());
    if (sides.size() != 2 || size.isEmpty())
        refuseUsage(QStringLiteral("a size is WIDTHxHEIGHT, not \"%1\"").arg(choice));
    return size;
}

badges::Format badgeFrom(const QString &choice)
{
    const std::optional<badges::Format> format = badges::formatNamed(choice);
    if (!format)
        refuseUsage(QStringLiteral("a badge is \"card\" or \"label\", not \"%1\"").arg(choice));
    return *format;
}

struct CommandLine {
    KioskOptions options;
    QSize size;
    bool exitCode = false;
};

CommandLine readCommandLine(int argc, char *argv[])
{
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Gatehouse: the kiosk at the entrance and the station at a door"));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption station(QStringLiteral("station"), QStringLiteral("lobby or door"), QStringLiteral("kind"),
                                     QStringLiteral("lobby"));
    const QCommandLineOption zone(QStringLiteral("zone"), QStringLiteral("The zone behind a door station"),
                                  QStringLiteral("id"));
    const QCommandLineOption database(QStringLiteral("db"),
                                      QStringLiteral("The database, sqlite:PATH; without it GATEHOUSE_DB decides"),
                                      QStringLiteral("url"));
    const QCommandLineOption camera(QStringLiteral("camera"),
                                    QStringLiteral("Device, address, video, image or folder of images"),
                                    QStringLiteral("source"), QStringLiteral("/dev/video0"));
    const QCommandLineOption windowed(QStringLiteral("windowed"),
                                      QStringLiteral("For trying it out: in a window that can be closed"));
    const QCommandLineOption size(QStringLiteral("size"), QStringLiteral("Size of the window"), QStringLiteral("WxH"));
    const QCommandLineOption exitCode(QStringLiteral("set-exit-code"),
                                      QStringLiteral("Reads the code that ends the kiosk from standard input, and ends"));
    const QCommandLineOption printer(
        QStringLiteral("printer"),
        QStringLiteral(
            "A printer of the system, or pdf:FOLDER; without it GATEHOUSE_PRINTER decides, else a folder beside the database"),
        QStringLiteral("name"));
    const QCommandLineOption badge(
        QStringLiteral("badge"),
        QStringLiteral("card (86x54 mm) or label (62x100 mm); without it GATEHOUSE_BADGE decides, else card"),
        QStringLiteral("shape"));
    const QCommandLineOption quiet(QStringLiteral("quiet"), QStringLiteral("Makes no sound"));
    const QCommandLineOption scanner(QStringLiteral("scanner"),
                                     QStringLiteral("serial:DEVICE for a barcode or OCR scanner, cn-id:DEVICE for a reader of "
                                                    "Chinese ID cards; more than once for several"),
                                     QStringLiteral("device"));
    parser.addOptions({scanner, printer, badge, quiet, station, zone, database, camera, windowed, size, exitCode});
    readArguments(parser, argc, argv, {QStringLiteral("camera")}); // none: there is no camera

    CommandLine line;
    KioskOptions &options = line.options;
    options.databaseUrl = parser.isSet(database) ? parser.value(database) : defaultDatabaseUrl();
    if (isServerDatabase(options.databaseUrl)) {
        QTextStream(stderr) << noServerYet() << "\n";
        ::exit(2);
    }
    options.vaultFolder = security::StationVault::defaultFolder(options.databaseUrl);
    options.camera = parser.value(camera);
    options.settings.station = parser.value(station);
    options.settings.zone = parser.value(zone);
    options.settings.windowed = parser.isSet(windowed);
    options.settings.printer =
        printerFrom(parser.isSet(printer) ? parser.value(printer) : qEnvironmentVariable("GATEHOUSE_PRINTER"),
                    badgeFolder(options.databaseUrl));
    options.settings.badgeFormat = badgeFrom(parser.isSet(badge) ? parser.value(badge) : badgeShape());
    options.scanners = parser.values(scanner);
    if (options.scanners.isEmpty())
        options.scanners = qEnvironmentVariable("GATEHOUSE_SCANNERS").split(QLatin1Char(' '), Qt::SkipEmptyParts);
    options.settings.speech = !parser.isSet(quiet);
    options.settings.exitCodeHash = storedExitCode(options.vaultFolder);
    const bool door = options.settings.station == QLatin1String("door");
    if ((!door && options.settings.station != QLatin1String("lobby")) || door != parser.isSet(zone))
        refuseUsage(QStringLiteral("the station is \"lobby\", or \"door\" with its --zone"));
    for (const QString &choice : std::as_const(options.scanners)) {
        if (!scannerFrom(choice))
            refuseUsage(QStringLiteral("a scanner is \"serial:DEVICE\" or \"cn-id:DEVICE\", not \"%1\"").arg(choice));
    }
    if (door)
        options.identity = QStringLiteral("door");
    if (parser.isSet(size))
        line.size = sizeFrom(parser.value(size));
    line.exitCode = parser.isSet(exitCode);
    return line;
}

/// With the keyboard grabbed, the shortcuts of a window manager (Alt+F4, Alt+Tab, Ctrl+Alt+...) come to the kiosk, whose guard
/// swallows them; and when another window gets the focus all the same, the kiosk takes it back.
void keepKeyboard(QQuickWindow &window)
{
    const auto take = [&window] {
        if (window.isActive()) {
            window.setKeyboardGrabEnabled(true);
            return;
        }
        window.raise();
        window.requestActivate();
    };
    QObject::connect(&window, &QWindow::activeChanged, &window, take);
    QObject::connect(&window, &QQuickWindow::frameSwapped, &window, take, Qt::SingleShotConnection);
}

/// For trying out beside other windows: the window as it is made where the screen has room for it, else a small landscape one.
QSize trialSize(const QQuickWindow &window)
{
    const QSize room = window.screen()->availableSize();
    const bool fits = window.width() <= room.width() && window.height() <= room.height();
    return fits ? window.size() : QSize(1280, 800).boundedTo(room);
}

/// Shows the window, and opens database and camera only after its first frame is on the screen.
bool show(QQmlApplicationEngine &engine, KioskContext &context, const QSize &size)
{
    engine.setInitialProperties({{QStringLiteral("kiosk"), QVariant::fromValue(&context.controller())}});
    engine.load(QUrl(QString::fromLatin1(kioskui::mainUrl)));
    auto *window = engine.rootObjects().isEmpty() ? nullptr : qobject_cast<QQuickWindow *>(engine.rootObjects().first());
    if (!window)
        return false;
    if (!size.isEmpty())
        window->resize(size);
    else if (context.controller().windowed())
        window->resize(trialSize(*window));
    if (!context.controller().windowed())
        keepKeyboard(*window);
    QObject::connect(
        window, &QQuickWindow::frameSwapped, &context,
        [&context] {
            qCInfo(lcKiosk) << "first frame";
            context.start();
        },
        static_cast<Qt::ConnectionType>(Qt::QueuedConnection | Qt::SingleShotConnection));
    QObject::connect(&context, &KioskContext::retranslated, &engine, &QQmlEngine::retranslate);
    // What the visitor left in memory goes once the page has slid away. Not QQmlEngine::trimComponentCache(): it takes no lock
    // that the loader of types would take, too, and frees nothing of the visitor's.
    QObject::connect(&context.controller(), &KioskController::wiped, &engine, [&engine] {
        QTimer::singleShot(afterTheSlide, &engine, [&engine] {
            engine.collectGarbage();
            malloc_trim(0);
        });
    });
    return true;
}
} // namespace

int main(int argc, char *argv[])
{
    security::protectMemory(argv);
    setUpLogging();
    if (!security::startSecurity()) {
        qCCritical(lcKiosk) << "libsodium cannot start";
        return 2;
    }
    QCoreApplication::setApplicationName(QStringLiteral("gatehouse-kiosk"));
    QCoreApplication::setApplicationVersion(QStringLiteral(GATEHOUSE_VERSION));
    const CommandLine line = readCommandLine(argc, argv);
    if (line.exitCode)
        return setExitCode(line.options.vaultFolder);
    const Result<security::VaultLock> running = security::StationVault(line.options.vaultFolder).claim(line.options.identity);
    if (!running) {
        QTextStream(stderr) << "gatehouse-kiosk: " << running.error().detail << " on this machine: end it first.\n";
        return 2;
    }

    kioskui::prepareEnvironment();
    scanning::FrameSource::prepare();
    QGuiApplication application(argc, argv);
    if (!line.options.settings.windowed) // a trial leaves alone what other programs keep there
        kioskui::removeLearnedWords();
    registerCameraTypes();
    KioskContext context(line.options);
    InputGuard guard(context.controller());
    application.installEventFilter(&guard);
    scanning::WedgeFilter wedge; // before the guard: a scanner's keys are no attempt to leave
    application.installEventFilter(&wedge);
    QObject::connect(&wedge, &scanning::WedgeFilter::payloadRead, &context.controller(), &KioskController::takePayload);
    QObject::connect(&wedge, &scanning::WedgeFilter::readFailed, &context.controller(), &KioskController::takeFailedRead);
    QObject::connect(&context.controller(), &KioskController::released, &application,
                     [] { QCoreApplication::exit(exitReleased); });
    QQmlApplicationEngine engine;
    kioskui::setUp(engine);
    if (!show(engine, context, line.size)) {
        qCCritical(lcKiosk) << "the window cannot be made";
        return 2;
    }
    return QGuiApplication::exec();
}
