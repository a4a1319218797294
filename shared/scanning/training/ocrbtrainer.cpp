// SPDX-License-Identifier: GPL-3.0-or-later
#include "ocrbtrainer.h"

#include "ocrbnetwork.h"

#include <QStringList>

#include <algorithm>
#include <numeric>

namespace gatehouse::scanning::training
{

namespace
{
constexpr std::size_t batchSize = 128;

QStringList ocrbFonts()
{
    return {QStringLiteral("/usr/share/fonts/opentype/ocr-b/OCRB.otf"),
            QStringLiteral("/usr/share/fonts/opentype/ocr-b/OCRBS.otf")};
}

QStringList otherFixedFonts()
{
    return {QStringLiteral("/usr/share/fonts/truetype/dejavu/DejaVuSansMono.ttf"),
            QStringLiteral("/usr/share/fonts/truetype/dejavu/DejaVuSansMono-Bold.ttf"),
            QStringLiteral("/usr/share/fonts/truetype/liberation/LiberationMono-Regular.ttf"),
            QStringLiteral("/usr/share/fonts/opentype/urw-base35/NimbusMonoPS-Bold.otf")};
}

dlib::matrix<float> inputOf(const GlyphSample &sample)
{
    return dlib::mat(sample.window.ptr<float>(), sample.window.rows, sample.window.cols);
}
} // namespace

struct OcrbTrainer::Private {
    explicit Private(std::uint32_t seed)
        : sampler(ocrbFonts(), otherFixedFonts(), seed), shuffle(seed + 2), trainer(net, dlib::adam(0.00005F, 0.9F, 0.999F))
    {
    }

    void step(const std::vector<GlyphSample> &pool, const std::vector<std::size_t> &order, std::size_t at)
    {
        std::vector<dlib::matrix<float>> windows;
        std::vector<unsigned long> labels;
        for (std::size_t i = at; i < at + batchSize; ++i) {
            windows.push_back(inputOf(pool[order[i]]));
            labels.push_back(static_cast<unsigned long>(pool[order[i]].label));
        }
        trainer.train_one_step(windows, labels);
    }

    GlyphSampler sampler;
    std::mt19937 shuffle;
    OcrbTrainingNet net;
    dlib::dnn_trainer<OcrbTrainingNet, dlib::adam> trainer;
};

OcrbTrainer::OcrbTrainer(std::uint32_t seed) : d(std::make_unique<Private>(seed)) {}

OcrbTrainer::~OcrbTrainer() = default;

void OcrbTrainer::round(std::size_t windows, int passes, double rate)
{
    d->trainer.set_learning_rate(rate);
    std::vector<GlyphSample> pool;
    while (pool.size() < windows) {
        auto line = d->sampler.line();
        std::move(line.begin(), line.end(), std::back_inserter(pool));
    }
    std::vector<std::size_t> order(pool.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    for (int pass = 0; pass < passes; ++pass) {
        std::shuffle(order.begin(), order.end(), d->shuffle);
        for (std::size_t at = 0; at + batchSize <= order.size(); at += batchSize)
            d->step(pool, order, at);
    }
}

double OcrbTrainer::averageLoss() const
{
    return d->trainer.get_average_loss();
}

std::vector<int> OcrbTrainer::labelsOf(const std::vector<GlyphSample> &samples)
{
    d->trainer.get_net(); // waits for the last step
    std::vector<dlib::matrix<float>> windows;
    for (const GlyphSample &sample : samples)
        windows.push_back(inputOf(sample));
    std::vector<int> labels;
    for (const unsigned long label : d->net(windows, 256))
        labels.push_back(static_cast<int>(label));
    return labels;
}

std::vector<float> OcrbTrainer::weights()
{
    d->trainer.get_net();
    return exportWeights(d->net);
}

void OcrbTrainer::save(const std::string &path)
{
    d->trainer.get_net();
    dlib::serialize(path) << d->net;
}

void OcrbTrainer::load(const std::string &path)
{
    dlib::deserialize(path) >> d->net;
}

std::vector<GlyphSample> unseenWindows(std::uint32_t seed, std::size_t count)
{
    GlyphSampler sampler(ocrbFonts(), {}, seed);
    std::vector<GlyphSample> windows;
    while (windows.size() < count) {
        auto line = sampler.line();
        std::move(line.begin(), line.end(), std::back_inserter(windows));
    }
    return windows;
}

} // namespace gatehouse::scanning::training
