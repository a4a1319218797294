// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "camera/camerafeed.h"
#include "devicewatch.h"
#include "doorstation.h"
#include "flows/gateway.h"
#include "flows/kioskcontroller.h"
#include "flows/services.h"
#include "speech/speaker.h"

#include "devices/documentport.h"
#include "vision/framesource.h"
#include "vision/livescanner.h"

#include <QTimer>
#include <QTranslator>

#include <memory>

namespace gatehouse::storage
{
class ChangeWatcher;
}

namespace gatehouse::kiosk
{

/// How a kiosk is started.
struct KioskOptions {
    KioskSettings settings;
    QString databaseUrl;
    QString vaultFolder; ///< the station's own keys
    QString camera;      ///< a SOURCE (design.md section 6); empty: no camera
    QStringList
        scanners; ///< "serial:DEVICE" (a barcode or OCR scanner) or "cn-id:DEVICE" (a reader of Chinese resident ID cards)
    QString identity = QStringLiteral("kiosk");
};

/// Opens the database for one station: migrates it, checks the site's root against this station's own record of it, and
/// announces the key of this boot. The answer is called on the worker thread, again after every failure; time and boot key live
/// as long as it does, so that a clock that jumped is remembered and badge faces stay readable.
Gateway::Opener deskOpener(const QString &databaseUrl, const QString &vaultFolder, const QString &identity, const Clock &clock,
                           Randomness &randomness);

/// A scanner as KioskOptions::scanners names it; nothing for any other text.
std::unique_ptr<scanning::DocumentPort> scannerFrom(const QString &choice);

/// The printer that somebody chose: "pdf:FOLDER", or the name of one of the system's printers; none chosen: `folder`.
badges::Printer printerFrom(const QString &choice, const QString &folder);

/// The composition root: makes every adapter of the kiosk and hands them to the controllers. Nothing that takes time happens
/// before start(), so that the first frame waits for neither database nor camera. GUI thread.
class KioskContext : public QObject
{
    Q_OBJECT

public:
    explicit KioskContext(const KioskOptions &options, QObject *parent = nullptr);
    ~KioskContext() override;

    KioskController &controller() { return *m_controller; }
    Gateway &gateway() { return m_gateway; }
    void start();

Q_SIGNALS:
    /// The translations have changed: the engine says its texts again.
    void retranslated();

private:
    void install(const QString &language);
    void startCamera();
    void startScanners();

    KioskOptions m_options;
    SystemClock m_clock;
    SystemRandomness m_randomness;
    Gateway m_gateway;
    DeviceWatch m_devices;
    CameraFeed m_camera;
    Speaker m_speaker;
    scanning::LiveScanner m_scanner{m_clock};
    std::unique_ptr<scanning::FrameSource> m_source;
    std::vector<std::unique_ptr<scanning::DocumentPort>> m_ports;
    std::unique_ptr<storage::ChangeWatcher> m_watcher;
    std::unique_ptr<QTranslator> m_translator;
    std::unique_ptr<QTranslator> m_sharedTranslator;
    std::unique_ptr<DoorStation> m_door;
    Services m_services;
    std::unique_ptr<KioskController> m_controller;
    QTimer m_ticker;
};

} // namespace gatehouse::kiosk
