// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "documentport.h"

#include <memory>

namespace gatehouse::scanning
{

/// A barcode or OCR scanner on a serial line (RS-232 or USB CDC), 8 data bits, no parity, one stop bit. See DocumentPort and
/// PayloadFramer.
class SerialScanner final : public DocumentPort
{
    Q_OBJECT

public:
    /// A device such as "/dev/ttyACM0" or "ttyUSB0"; a rate may follow behind a comma, "ttyUSB0,9600". 115200 unless told,
    /// which USB scanners do not care about.
    explicit SerialScanner(const QString &device, QObject *parent = nullptr);
    ~SerialScanner() override;

    void start() override;
    void stop() override;
    bool isOpen() const override;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace gatehouse::scanning
