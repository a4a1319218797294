// SPDX-License-Identifier: GPL-3.0-or-later
// Trains the glyph network and writes its weights: trainocrb OUT.bin [--seed S] [--minutes M] [--state FILE]
#include "ocrbtrainer.h"

#include <QCommandLineParser>
#include <QElapsedTimer>
#include <QFile>
#include <QGuiApplication>
#include <QTextStream>

#include <cmath>

using namespace gatehouse::scanning::training;

namespace
{
double accuracy(OcrbTrainer &trainer, const std::vector<GlyphSample> &samples)
{
    const std::vector<int> labels = trainer.labelsOf(samples);
    std::size_t right = 0;
    for (std::size_t i = 0; i < samples.size(); ++i)
        right += labels[i] == samples[i].label ? 1U : 0U;
    return double(right) / double(samples.size());
}

bool write(OcrbTrainer &trainer, const QString &path)
{
    QFile file(path);
    const std::vector<float> weights = trainer.weights();
    const auto size = qint64(weights.size() * sizeof(float));
    return file.open(QIODevice::WriteOnly) && file.write(reinterpret_cast<const char *>(weights.data()), size) == size;
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
    const QString target = parser.positionalArguments().constFirst();
    const auto seed = parser.value(QStringLiteral("seed")).toUInt();
    const double minutes = parser.value(QStringLiteral("minutes")).toDouble();
    const auto check = unseenWindows(seed + 1, 6000);

    OcrbTrainer trainer(seed);
    const std::string state = parser.value(QStringLiteral("state")).toStdString();
    if (!state.empty() && QFile::exists(QString::fromStdString(state)))
        trainer.load(state);
    QElapsedTimer timer;
    timer.start();
    for (int round = 0; double(timer.elapsed()) < minutes * 60'000; ++round) {
        // Rate falls along a half cosine from 1.5e-3 to nothing over the time given.
        const double done = double(timer.elapsed()) / (minutes * 60'000);
        trainer.round(8192, 3, 2e-5 + 1.5e-3 * 0.5 * (1 + std::cos(CV_PI * done)));
        if (round % 5 == 0) {
            out << QStringLiteral("%1 s round %2 loss %3 unseen %4\n")
                       .arg(timer.elapsed() / 1000)
                       .arg(round)
                       .arg(trainer.averageLoss(), 0, 'f', 4)
                       .arg(accuracy(trainer, check), 0, 'f', 4);
            out.flush();
            if (!state.empty())
                trainer.save(state);
            if (!write(trainer, target))
                return 2;
        }
    }
    out << QStringLiteral("unseen %1\n").arg(accuracy(trainer, check), 0, 'f', 5);
    return write(trainer, target) ? 0 : 2;
}
