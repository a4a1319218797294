// SPDX-License-Identifier: GPL-3.0-or-later
// That the reader's network can be trained anew: a few steps already teach it something, and what is written is what the reader
// reads. The weights that ship came from the same program in forty minutes (shared/scanning/training/README.md).
#include "ocrbtrainer.h"
#include "testprogram.h"

#include "vision/ocrb.h"

#include <QGuiApplication>
#include <QTest>

#include <algorithm>

using namespace gatehouse::scanning;
using namespace gatehouse::scanning::training;

namespace
{
double shareRight(const std::vector<int> &labels, const std::vector<GlyphSample> &samples)
{
    std::size_t right = 0;
    for (std::size_t i = 0; i < samples.size(); ++i)
        right += labels[i] == samples[i].label ? 1U : 0U;
    return double(right) / double(samples.size());
}

std::vector<int> labelsOf(const OcrbNet &net, const std::vector<GlyphSample> &samples)
{
    std::vector<int> labels;
    for (const GlyphSample &sample : samples) {
        const OcrbNet::LogProbabilities scores = net.cells(sample.window).front();
        labels.push_back(int(std::max_element(scores.begin(), scores.end()) - scores.begin()));
    }
    return labels;
}
} // namespace

class TestOcrbTraining : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fewStepsTeachSomething();
    void trainedWeightsAreReadAsTheyWereTrained();
    void theSameSeedDrawsTheSameWindows();
};

void TestOcrbTraining::fewStepsTeachSomething()
{
    const auto unseen = unseenWindows(901, 1000);
    OcrbTrainer trainer(900);
    trainer.round(256, 1, 1.5e-3);
    const double before = shareRight(trainer.labelsOf(unseen), unseen);
    trainer.round(3072, 3, 1.5e-3);
    const double after = shareRight(trainer.labelsOf(unseen), unseen);
    // Of 38 classes chance finds one in 38, and always "nothing here" about one in five.
    QVERIFY2(after > 0.5, qPrintable(QString::number(after)));
    QVERIFY2(after > before + 0.2, qPrintable(QStringLiteral("%1 -> %2").arg(before).arg(after)));
}

void TestOcrbTraining::trainedWeightsAreReadAsTheyWereTrained()
{
    const auto unseen = unseenWindows(902, 300);
    OcrbTrainer trainer(903);
    trainer.round(1024, 1, 1.5e-3);
    const std::vector<float> weights = trainer.weights();
    QCOMPARE(weights.size(), OcrbNet::weightCount());
    const auto theirs = trainer.labelsOf(unseen);
    const auto ours = labelsOf(OcrbNet(weights), unseen);
    std::size_t alike = 0;
    for (std::size_t i = 0; i < unseen.size(); ++i)
        alike += theirs[i] == ours[i] ? 1U : 0U;
    QVERIFY2(alike >= unseen.size() - 2, qPrintable(QString::number(alike))); // rounding may tip a tie
}

void TestOcrbTraining::theSameSeedDrawsTheSameWindows()
{
    const auto first = unseenWindows(904, 100);
    const auto second = unseenWindows(904, 100);
    QCOMPARE(first.size(), second.size());
    for (std::size_t i = 0; i < first.size(); ++i) {
        QCOMPARE(first[i].label, second[i].label);
        QVERIFY(cv::norm(first[i].window, second[i].window, cv::NORM_INF) == 0);
    }
}

GATEHOUSE_TEST(QGuiApplication, TestOcrbTraining);
#include "tst_ocrbtraining.moc"
