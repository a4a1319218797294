// SPDX-License-Identifier: GPL-3.0-or-later
#include "kioskcontext.h"

#include "base/logging.h"
#include "devices/cnidcardreader.h"
#include "devices/serialscanner.h"
#include "flows/doorcontroller.h"
#include "kioskui/kioskui.h"
#include "security/stationvault.h"
#include "storage/changewatcher.h"
#include "storage/open.h"
#include "usecases/badges.h"
#include "usecases/replacedkeys.h"
#include "usecases/silentdevices.h"

#include <QCoreApplication>

namespace gatehouse::kiosk
{

using namespace std::chrono_literals;

namespace
{
/// A door that waited longer for a locked database would not say in time that it is cut off.
constexpr std::chrono::milliseconds doorPatience{2000};
/// Two programs that run with one station's key take turns: the guards' programs write the faces anew every time.
constexpr auto announceAfter = 30s;

/// What outlives a reopening of the database. Only the worker thread touches it.
struct Kept {
    std::optional<usecases::TimeGuard> time;
    std::optional<security::BoxKeyPair> boot;
    std::chrono::milliseconds announcedAt{0}; ///< steady
};

/// Again when the database has another key: a backup was restored, or a second program runs with the key of this station.
Result<void> announce(const usecases::Workplace &workplace, Kept &kept)
{
    const std::chrono::milliseconds now = workplace.clock.steady();
    if (!kept.boot) {
        GATEHOUSE_TRY_ASSIGN(kept.boot, usecases::announceBoot(workplace));
        kept.announcedAt = now;
        return {};
    }
    {
        GATEHOUSE_TRY_ASSIGN(auto transaction, usecases::beginRead(workplace));
        GATEHOUSE_TRY_ASSIGN(const std::optional<domain::StationBoot> stored,
                             transaction->stations().boot(workplace.stationId()));
        if (stored && (stored->bootPublicKey == kept.boot->publicKey || now - kept.announcedAt < announceAfter))
            return {};
    }
    qCWarning(lcKiosk) << "the key of this boot was replaced: is a second program running with the key of this station?";
    GATEHOUSE_TRY(usecases::announceBoot(workplace, *kept.boot));
    kept.announcedAt = now;
    return {};
}

class OpenDesk final : public Desk
{
public:
    OpenDesk(std::unique_ptr<domain::Store> store, security::StationIdentity identity, std::shared_ptr<Kept> kept,
             const Clock &clock, Randomness &randomness)
        : m_store(std::move(store)), m_identity(std::move(identity)), m_kept(std::move(kept)),
          m_authority(std::make_shared<usecases::Authority>(m_identity.rootFingerprint, *m_kept->time)),
          m_workplace{*m_store, clock, randomness, m_identity, *m_authority, *m_kept->time}
    {
    }

    const usecases::Workplace &workplace() const override { return m_workplace; }
    const security::BoxKeyPair &boot() const override { return *m_kept->boot; }
    Result<void> announceAgain() override { return announce(m_workplace, *m_kept); }
    std::shared_ptr<const usecases::Authority> authority() const override { return m_authority; }

private:
    std::unique_ptr<domain::Store> m_store;
    security::StationIdentity m_identity;
    std::shared_ptr<Kept> m_kept;
    std::shared_ptr<usecases::Authority> m_authority;
    usecases::Workplace m_workplace;
};
} // namespace

Gateway::Opener deskOpener(const QString &databaseUrl, const QString &vaultFolder, const QString &identity, const Clock &clock,
                           Randomness &randomness)
{
    auto kept = std::make_shared<Kept>();
    return [=, &clock, &randomness]() -> Result<std::unique_ptr<Desk>> {
        Result<security::StationIdentity> own = security::StationVault(vaultFolder).identity(identity);
        if (!own)
            return fail(own.error().code, noIdentity);
        GATEHOUSE_TRY_ASSIGN(auto store,
                             storage::openStore(databaseUrl, {.verify = true,
                                                              .busyTimeout = identity == QLatin1String("door")
                                                                                 ? doorPatience
                                                                                 : storage::OpenOptions{}.busyTimeout}));
        if (!kept->time)
            kept->time.emplace(clock);
        auto desk = std::make_unique<OpenDesk>(std::move(store), std::move(*own), kept, clock, randomness);
        {
            GATEHOUSE_TRY_ASSIGN(auto transaction, usecases::beginRead(desk->workplace()));
            GATEHOUSE_TRY(usecases::refuseReplacedKeys(*transaction, *desk->authority()));
        }
        GATEHOUSE_TRY(desk->announceAgain());
        return desk;
    };
}

std::unique_ptr<scanning::DocumentPort> scannerFrom(const QString &choice)
{
    const QString device = choice.section(QLatin1Char(':'), 1);
    if (device.isEmpty())
        return {};
    if (choice.startsWith(QLatin1String("serial:")))
        return std::make_unique<scanning::SerialScanner>(device);
    return choice.startsWith(QLatin1String("cn-id:")) ? std::make_unique<scanning::CnIdCardReader>(device) : nullptr;
}

badges::Printer printerFrom(const QString &choice, const QString &folder)
{
    static const QString pdf = QStringLiteral("pdf:");
    if (choice.trimmed().isEmpty() || choice == pdf)
        return {badges::Printer::Kind::PdfFolder, folder, true};
    if (choice.startsWith(pdf))
        return {badges::Printer::Kind::PdfFolder, choice.mid(pdf.size()), true};
    return {badges::Printer::Kind::System, choice, false};
}

KioskContext::KioskContext(const KioskOptions &options, QObject *parent)
    : QObject(parent), m_options(options),
      m_gateway(deskOpener(options.databaseUrl, options.vaultFolder, options.identity, m_clock, m_randomness), m_clock,
                options.settings.zone),
      m_devices(m_gateway), m_services{m_clock, m_randomness, m_gateway, m_camera, m_scanner, options.settings}
{
    m_services.installLanguage = [this](const QString &language) { install(language); };
    if (options.settings.speech)
        m_services.say = [this](const QString &text, const QString &language) {
            if (text.isEmpty())
                m_speaker.hush();
            else
                m_speaker.say(text, language);
        };
    m_services.printerAnswered = [this](bool took) {
        m_devices.setSilent(QStringLiteral("printer"), usecases::device::printer, !took);
    };
    if (options.settings.station == QLatin1String("door")) {
        m_door = std::make_unique<DoorStation>(options.vaultFolder, options.identity, options.settings.zone, m_clock,
                                               m_randomness, options.settings.speech);
        m_services.door = &m_door->services();
        // Ahead of the controller, which says at once that the door is alive: never with the key that it had before.
        const auto takeKey = [this] { m_door->takeKey(m_gateway.facts().station); };
        connect(&m_gateway, &Gateway::troubleChanged, this, takeKey);
        connect(&m_gateway, &Gateway::changed, this, takeKey);
    }
    m_controller = std::make_unique<KioskController>(m_services);
    m_scanner.stop();
    m_ticker.setInterval(250ms);
    connect(&m_ticker, &QTimer::timeout, m_controller.get(), &KioskController::tick);
}

KioskContext::~KioskContext()
{
    if (m_translator)
        QCoreApplication::removeTranslator(m_translator.get());
    if (m_sharedTranslator)
        QCoreApplication::removeTranslator(m_sharedTranslator.get());
}

void KioskContext::start()
{
    m_watcher = std::make_unique<storage::ChangeWatcher>(m_options.databaseUrl);
    connect(m_watcher.get(), &storage::ChangeWatcher::changed, &m_gateway, &Gateway::refresh);
    connect(m_watcher.get(), &storage::ChangeWatcher::unreachable, &m_gateway, &Gateway::refresh); // it hears why
    m_gateway.open();
    m_watcher->start();
    startCamera();
    startScanners();
    m_controller->door()->start();
    m_ticker.start();
}

void KioskContext::startCamera()
{
    if (m_options.camera.isEmpty())
        return;
    m_source = std::make_unique<scanning::FrameSource>(m_options.camera);
    connect(m_source.get(), &scanning::FrameSource::frame, &m_camera, &CameraFeed::setPicture);
    connect(m_source.get(), &scanning::FrameSource::frame, &m_scanner, &scanning::LiveScanner::submit);
    connect(m_source.get(), &scanning::FrameSource::lost, &m_camera, [this] {
        m_camera.setLost();
        m_devices.setSilent(QStringLiteral("camera"), usecases::device::camera, true);
    });
    connect(m_source.get(), &scanning::FrameSource::recovered, &m_camera,
            [this] { m_devices.setSilent(QStringLiteral("camera"), usecases::device::camera, false); });
    m_source->start();
}

void KioskContext::startScanners()
{
    for (const QString &choice : std::as_const(m_options.scanners)) {
        auto port = scannerFrom(choice);
        if (!port)
            continue;
        connect(port.get(), &scanning::DocumentPort::payloadRead, m_controller.get(), &KioskController::takePayload);
        connect(port.get(), &scanning::DocumentPort::readFailed, m_controller.get(), &KioskController::takeFailedRead);
        m_devices.watch(*port, choice,
                        choice.startsWith(QLatin1String("cn-id:")) ? usecases::device::cardReader : usecases::device::scanner);
        port->start();
        m_ports.push_back(std::move(port));
    }
}

void KioskContext::install(const QString &language)
{
    if (m_translator)
        QCoreApplication::removeTranslator(m_translator.get());
    if (m_sharedTranslator)
        QCoreApplication::removeTranslator(m_sharedTranslator.get());
    m_sharedTranslator = std::make_unique<QTranslator>(); // the words that both apps say
    if (m_sharedTranslator->load(QStringLiteral(":/i18n/shared_%1.qm").arg(language)))
        QCoreApplication::installTranslator(m_sharedTranslator.get());
    m_translator = std::make_unique<QTranslator>();
    if (m_translator->load(kioskui::translationFile(language)))
        QCoreApplication::installTranslator(m_translator.get());
    else if (language != QLatin1String("en"))
        qCWarning(lcKiosk) << "no translation for" << language;
    Q_EMIT retranslated();
}

} // namespace gatehouse::kiosk
