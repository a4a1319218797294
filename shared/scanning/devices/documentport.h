// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QObject>

namespace gatehouse::scanning
{

/// A device that reads documents by itself: a barcode or OCR scanner, a reader of identity cards. Whole payloads come out, as
/// parseScannerPayload() takes them (parsing/scannerpayload.h).
///
/// Lives in one thread with an event loop and never blocks it. A device that is absent or was unplugged is looked for again
/// every second until it is there: lost() once, recovered() once. Nothing of a payload is kept after the signal, and nothing of
/// it is logged. Destruction closes the device.
class DocumentPort : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Opens the device, or begins to look for it. After stop(), begins anew.
    virtual void start() = 0;
    /// Closes the device; what it had begun to send is dropped.
    virtual void stop() = 0;
    /// Whether the device is there and is listened to.
    virtual bool isOpen() const = 0;

Q_SIGNALS:
    void payloadRead(const QByteArray &payload);
    /// Something was presented but could not be read: taken away too early, damaged, disturbed. The visitor should try again.
    void readFailed();
    void lost();
    void recovered();
};

} // namespace gatehouse::scanning
