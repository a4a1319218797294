// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "camera/camerafeed.h"
#include "flows/checkincontroller.h"
#include "flows/checkoutcontroller.h"
#include "flows/gateway.h"
#include "flows/invitationcontroller.h"
#include "flows/kioskcontroller.h"
#include "flows/pages.h"
#include "flows/scancontroller.h"
#include "kiosk/kioskcontext.h"
#include "testsite.h"

#include <QTest>

namespace gatehouse::test
{

/// The kiosk's controllers on a real site, with the clock in the test's hand and nobody's screen. Database changes of the admin
/// side are told by seen().
class KioskBench
{
public:
    explicit KioskBench(const QString &url = {})
        : gateway(kiosk::deskOpener(url.isEmpty() ? site.url() : url, site.vaultFolder(), QStringLiteral("kiosk"), site.clock,
                                    randomness),
                  site.clock),
          services{site.clock, randomness, gateway, camera, scanner, settings()}, kiosk(services)
    {
        scanner.stop();
    }

    bool open()
    {
        gateway.open();
        return QTest::qWaitFor([this] { return kiosk.page() == kiosk::page::rest; }, 10000);
    }
    void seen() { gateway.refresh(); }
    /// Lets everything run that was asked for, and what follows from it, so that "nothing happens" can be told.
    void settle()
    {
        for (int round = 0; round < 6; ++round) {
            gateway.queue().drain();
            QCoreApplication::processEvents();
        }
    }
    /// Time goes on in steps of a quarter of a second, as main has it.
    void pass(std::chrono::milliseconds time)
    {
        for (std::chrono::milliseconds done{0}; done < time; done += std::chrono::milliseconds(250)) {
            site.clock.advance(std::chrono::milliseconds(250));
            kiosk.tick();
        }
    }
    /// A picture of the camera.
    void look(const QColor &colour = Qt::darkGreen)
    {
        QImage picture(640, 480, QImage::Format_RGB32);
        picture.fill(colour);
        camera.setPicture(picture);
    }
    void showToCamera(const scanning::LiveResult &result) { Q_EMIT scanner.decided(result); }
    void showToken(scanning::Kind kind, const QString &token)
    {
        scanning::LiveResult live;
        live.result.kind = kind;
        live.result.raw = QStringList{token};
        showToCamera(live);
    }
    static scanning::LiveResult licence(scanning::Trust trust = scanning::Trust::Read,
                                        const QString &name = QStringLiteral("ERIKSSON"))
    {
        scanning::LiveResult live;
        live.result.kind = scanning::Kind::Aamva;
        live.result.valid = true;
        live.result.add(QStringLiteral("surname"), name, trust);
        live.result.add(QStringLiteral("givenNames"), QStringLiteral("ANNA MARIA"));
        live.result.add(QStringLiteral("documentNumber"), QStringLiteral("X0000042"));
        live.result.add(QStringLiteral("birthDate"), QStringLiteral("1974-08-12"));
        live.result.add(QStringLiteral("expiryDate"), QStringLiteral("2031-04-15"));
        live.result.raw = QStringList{QStringLiteral("@ANSI licence of %1").arg(name)};
        live.picture = QImage(320, 200, QImage::Format_RGB32);
        live.picture.fill(Qt::yellow);
        return live;
    }
    kiosk::CheckInController &checkIn() { return *kiosk.checkIn(); }
    /// A meeting with everything typed, up to the review.
    void fillInByHand()
    {
        kiosk.startCheckIn();
        checkIn().choosePurpose(QStringLiteral("meeting"));
        kiosk.next();
        kiosk.scan()->typeInstead();
        checkIn().setField(QStringLiteral("fullName"), QStringLiteral("Anna Maria Eriksson"));
        checkIn().setField(QStringLiteral("documentNumber"), QStringLiteral("X0000042"));
        kiosk.next();
        checkIn().setCompany(QStringLiteral("Northlight Cooling"));
        kiosk.next();
        checkIn().setHostUnknown(true);
        kiosk.next();
        kiosk.next();
        checkIn().setTypedSignature(QStringLiteral("Anna Maria Eriksson"));
        kiosk.next();
        checkIn().declinePortrait();
        kiosk.next();
    }

    TestSite site;
    SeededRandomness randomness{7}; // of the worker thread; the site's own belongs to the test's
    QTemporaryDir badges;
    kiosk::Gateway gateway;
    kiosk::CameraFeed camera;
    scanning::LiveScanner scanner{site.clock};
    kiosk::Services services;
    kiosk::KioskController kiosk;

private:
    kiosk::KioskSettings settings() const
    {
        kiosk::KioskSettings chosen;
        chosen.printer = {gatehouse::badges::Printer::Kind::PdfFolder, badges.path()};
        return chosen;
    }
};

} // namespace gatehouse::test
