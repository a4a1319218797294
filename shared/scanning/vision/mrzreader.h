// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "documentreader.h"

namespace gatehouse::scanning
{

class OcrbNet;

/// Finds a machine readable zone anywhere in the picture, turned by any angle, and reads it. See DocumentReader.
class MrzReader final : public DocumentReader
{
public:
    explicit MrzReader(std::shared_ptr<const OcrbNet> net);
    ~MrzReader() override;

    std::optional<Reading> read(const Frame &frame) override;

private:
    std::shared_ptr<const OcrbNet> m_net;
};

} // namespace gatehouse::scanning
