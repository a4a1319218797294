// SPDX-License-Identifier: GPL-3.0-or-later
// Makes the shapes of Han characters: trainhan OUT.bin [--seed S] [--pictures N] [--dimensions D] [--family NAME]... [--font
// FILE]...
#include "hantrainer.h"

#include "vision/hanshapes.h"

#include <QCommandLineParser>
#include <QFile>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QTextStream>

using namespace gatehouse::scanning;
using namespace gatehouse::scanning::training;

namespace
{
/// How many of freshly drawn characters are told right, and how many are among the ten likest.
void report(const HanShapes &shapes, const QString &characters, const QStringList &families, std::uint32_t seed)
{
    QTextStream out(stdout);
    for (const QString &family : families) {
        HanSampler sampler({family}, seed);
        std::mt19937 random(seed);
        int right = 0, among = 0, all = 0;
        while (all < 2000) {
            QString text;
            while (text.size() < HanSampler::rowLength)
                text += characters[qsizetype(random() % unsigned(characters.size()))];
            const auto cells = sampler.cells(text);
            for (std::size_t i = 0; i < cells.size(); ++i, ++all) {
                const auto likest = shapes.likest(cells[i], 10);
                right += !likest.empty() && likest.front().character == text[qsizetype(i)] ? 1 : 0;
                among += std::any_of(likest.begin(), likest.end(),
                                     [&](const auto &likeness) { return likeness.character == text[qsizetype(i)]; })
                             ? 1
                             : 0;
            }
        }
        out << family << ": of " << all << " unseen " << 100.0 * right / all << " % right, " << 100.0 * among / all
            << " % among ten\n";
    }
}
} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication app(argc, argv);
    QCommandLineParser parser;
    parser.addPositionalArgument(QStringLiteral("out"), QStringLiteral("file to write"));
    parser.addOption({QStringLiteral("seed"), QStringLiteral("seed"), QStringLiteral("number"), QStringLiteral("1")});
    parser.addOption(
        {QStringLiteral("pictures"), QStringLiteral("of each character"), QStringLiteral("number"), QStringLiteral("24")});
    parser.addOption({QStringLiteral("dimensions"), QStringLiteral("kept"), QStringLiteral("number"), QStringLiteral("72")});
    parser.addOption({QStringLiteral("family"), QStringLiteral("of fonts to draw with"), QStringLiteral("name")});
    parser.addOption({QStringLiteral("font"), QStringLiteral("file of a font that is not installed"), QStringLiteral("file")});
    parser.addOption(
        {QStringLiteral("judge"), QStringLiteral("family to judge with, beside those drawn with"), QStringLiteral("name")});
    parser.process(app);
    if (parser.positionalArguments().size() != 1)
        parser.showHelp(2);
    for (const QString &file : parser.values(QStringLiteral("font")))
        QFontDatabase::addApplicationFont(file);
    const QStringList families = parser.values(QStringLiteral("family"));
    const auto seed = parser.value(QStringLiteral("seed")).toUInt();
    HanTrainer trainer(knownHanCharacters(), families, seed);
    for (int i = parser.value(QStringLiteral("pictures")).toInt(); i > 0; --i)
        trainer.drawAll();
    const QByteArray shapes = trainer.shapes(parser.value(QStringLiteral("dimensions")).toInt());
    QFile file(parser.positionalArguments().constFirst());
    if (!file.open(QIODevice::WriteOnly) || file.write(shapes) != shapes.size())
        return 2;
    report(HanShapes(shapes), knownHanCharacters(), families + parser.values(QStringLiteral("judge")), seed + 2);
    return 0;
}
