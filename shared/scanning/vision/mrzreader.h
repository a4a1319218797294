// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "frametext.h"
#include "zonememory.h"

namespace gatehouse::scanning
{

class OcrbLineReader;
class OcrbNet;

struct LineReading;

/// Finds a machine readable zone anywhere in the picture, turned by any angle, and reads it. Where a live frame does not show
/// all of it, what the frames before showed counts as well. See DocumentReader.
class MrzReader final : public DocumentReader
{
public:
    MrzReader(std::shared_ptr<const OcrbNet> net, std::shared_ptr<FrameText> text);
    ~MrzReader() override;

    std::optional<Reading> read(const Frame &frame) override;
    void forget() override;

private:
    struct Seen;

    void readBand(const Frame &frame, std::size_t band, OcrbLineReader &reader, Seen &seen);
    static bool isEnough(const Frame &frame, const Seen &seen);
    std::optional<Reading> search(const Frame &frame);
    /// The live frame's own reading, or what the frames before make of it.
    std::optional<Reading> votedOn(const Frame &frame, Seen &seen);
    std::optional<Reading> withFramesBefore(const Frame &frame, const std::vector<LineReading> &lines);

    std::shared_ptr<const OcrbNet> m_net;
    std::shared_ptr<FrameText> m_text;
    ZoneMemory m_memory;
};

} // namespace gatehouse::scanning
