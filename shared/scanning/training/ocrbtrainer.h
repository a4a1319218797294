// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ocrbsamples.h"

#include <memory>
#include <string>
#include <vector>

namespace gatehouse::scanning::training
{

/// Trains the glyph network on drawn windows (GlyphSampler) with Adam. The same seed and the same rounds give nearly the same
/// weights. Needs a QGuiApplication and fonts-ocr-b. One thread at a time.
class OcrbTrainer
{
public:
    explicit OcrbTrainer(std::uint32_t seed);
    ~OcrbTrainer();
    OcrbTrainer(const OcrbTrainer &) = delete;
    OcrbTrainer &operator=(const OcrbTrainer &) = delete;

    /// Draws that many new windows and goes over them `passes` times in batches of 128, at that learning rate.
    void round(std::size_t windows, int passes, double rate);

    double averageLoss() const;

    /// What the network says of these windows, as labels of GlyphSample.
    std::vector<int> labelsOf(const std::vector<GlyphSample> &samples);

    /// In the order that OcrbNet reads.
    std::vector<float> weights();

    /// The net with the state of its layers, to go on with later. Throws what dlib throws when the file is none.
    void save(const std::string &path);
    void load(const std::string &path);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

/// Windows that no trainer of another seed has seen, of OCR-B alone, at least `count`.
std::vector<GlyphSample> unseenWindows(std::uint32_t seed, std::size_t count);

} // namespace gatehouse::scanning::training
