// SPDX-License-Identifier: GPL-3.0-or-later
// Trains the glyph network and writes its weights: trainocrb OUT.bin [--lines N] [--seed S] [--minutes M] [--resume STATE]
#include "ocrbnetwork.h"
#include "ocrbsamples.h"

#include <QCommandLineParser>
#include <QElapsedTimer>
#include <QFile>
#include <QGuiApplication>
#include <QTextStream>

using namespace gatehouse::scanning::training;

namespace
{
const QStringList ocrbFonts{QStringLiteral("/usr/share/fonts/opentype/ocr-b/OCRB.otf"),
                            QStringLiteral("/usr/share/fonts/opentype/ocr-b/OCRBS.otf")};
const QStringList otherFixedFonts{QStringLiteral("/usr/share/fonts/truetype/dejavu/DejaVuSansMono.ttf"),
                                  QStringLiteral("/usr/share/fonts/truetype/dejavu/DejaVuSansMono-Bold.ttf"),
                                  QStringLiteral("/usr/share/fonts/truetype/liberation/LiberationMono-Regular.ttf"),
                                  QStringLiteral("/usr/share/fonts/opentype/urw-base35/NimbusMonoPS-Bold.otf")};

struct Batch {
    std::vector<dlib::matrix<float>> windows;
    std::vector<unsigned long> labels;
};

void append(Batch &batch, const std::vector<GlyphSample> &samples)
{
    for (const GlyphSample &sample : samples) {
        batch.windows.push_back(dlib::mat(sample.window.ptr<float>(), sample.window.rows, sample.window.cols));
        batch.labels.push_back(static_cast<unsigned long>(sample.label));
    }
}

double accuracy(OcrbTrainingNet &net, const Batch &batch)
{
    const auto predicted = net(batch.windows, 256);
    std::size_t right = 0;
    for (std::size_t i = 0; i < predicted.size(); ++i)
        right += predicted[i] == batch.labels[i] ? 1U : 0U;
    return double(right) / double(predicted.size());
}
} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication app(argc, argv);
    QCommandLineParser parser;
    parser.addPositionalArgument(QStringLiteral("out"), QStringLiteral("file for the weights"));
    parser.addOptions(
        {{QStringLiteral("seed"), QStringLiteral("seed"), QStringLiteral("seed"), QStringLiteral("20261124")},
         {QStringLiteral("minutes"), QStringLiteral("how long"), QStringLiteral("minutes"), QStringLiteral("30")},
         {QStringLiteral("state"), QStringLiteral("net to go on with, kept up to date"), QStringLiteral("file")}});
    parser.addHelpOption();
    parser.process(app);
    if (parser.positionalArguments().size() != 1)
        parser.showHelp(2);
    QTextStream out(stdout);

    const auto seed = parser.value(QStringLiteral("seed")).toUInt();
    const double minutes = parser.value(QStringLiteral("minutes")).toDouble();
    GlyphSampler sampler(ocrbFonts, otherFixedFonts, seed), checkSampler(ocrbFonts, {}, seed + 1);
    Batch check;
    while (check.labels.size() < 6000)
        append(check, checkSampler.line());

    OcrbTrainingNet net;
    const std::string state = parser.value(QStringLiteral("state")).toStdString();
    if (!state.empty() && QFile::exists(QString::fromStdString(state)))
        dlib::deserialize(state) >> net;
    dlib::dnn_trainer<OcrbTrainingNet, dlib::adam> trainer(net, dlib::adam(0.00005, 0.9, 0.999));
    QElapsedTimer timer;
    timer.start();
    Batch pool;
    std::mt19937 shuffle(seed + 2);
    for (int round = 0; timer.elapsed() < minutes * 60'000; ++round) {
        // Rate falls along a half cosine from 1.5e-3 to nothing over the time given.
        const double done = double(timer.elapsed()) / (minutes * 60'000);
        trainer.set_learning_rate(2e-5 + 1.5e-3 * 0.5 * (1 + std::cos(CV_PI * done)));
        pool = {};
        while (pool.labels.size() < 8192)
            append(pool, sampler.line());
        std::vector<std::size_t> order(pool.labels.size());
        std::iota(order.begin(), order.end(), std::size_t(0));
        for (int pass = 0; pass < 3; ++pass) {
            std::shuffle(order.begin(), order.end(), shuffle);
            for (std::size_t at = 0; at + 128 <= order.size(); at += 128) {
                Batch mini;
                for (std::size_t i = at; i < at + 128; ++i) {
                    mini.windows.push_back(pool.windows[order[i]]);
                    mini.labels.push_back(pool.labels[order[i]]);
                }
                trainer.train_one_step(mini.windows, mini.labels);
            }
        }
        if (round % 5 == 0) {
            trainer.get_net();
            out << QStringLiteral("%1 s round %2 loss %3 unseen %4\n")
                       .arg(timer.elapsed() / 1000)
                       .arg(round)
                       .arg(trainer.get_average_loss(), 0, 'f', 4)
                       .arg(accuracy(net, check), 0, 'f', 4);
            out.flush();
            if (!state.empty())
                dlib::serialize(state) << net;
            QFile file(parser.positionalArguments().constFirst());
            const std::vector<float> weights = exportWeights(net);
            if (file.open(QIODevice::WriteOnly))
                file.write(reinterpret_cast<const char *>(weights.data()), qint64(weights.size() * sizeof(float)));
        }
    }
    trainer.get_net();
    out << QStringLiteral("unseen %1\n").arg(accuracy(net, check), 0, 'f', 5);
    QFile file(parser.positionalArguments().constFirst());
    if (!file.open(QIODevice::WriteOnly))
        return 2;
    const std::vector<float> weights = exportWeights(net);
    file.write(reinterpret_cast<const char *>(weights.data()), qint64(weights.size() * sizeof(float)));
    return 0;
}
