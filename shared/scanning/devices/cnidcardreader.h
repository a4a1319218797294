// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "documentport.h"

#include <memory>

namespace gatehouse::scanning
{

/// A reader of Chinese resident ID cards that speaks the serial protocol of its security module (samframe.h): looks for a card
/// three times a second and reads its text. The payload is a CnIdRecord (parsing/cnidrecord.h). The picture on the chip has a
/// proprietary coding and is left out. A card that stays on the reader is read once. readFailed() when a card was found and
/// could not be read (taken away too early, disturbed answers), once for each time a card is put on. See DocumentPort.
class CnIdCardReader final : public DocumentPort
{
    Q_OBJECT

public:
    /// As SerialScanner's; readers come set to 115200.
    explicit CnIdCardReader(const QString &device, QObject *parent = nullptr);
    ~CnIdCardReader() override;

    void start() override;
    void stop() override;
    /// Whether the line is open; a module that does not answer on it counts as lost.
    bool isOpen() const override;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace gatehouse::scanning
