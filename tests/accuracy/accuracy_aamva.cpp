// SPDX-License-Identifier: GPL-3.0-or-later
// Reads drawn photographs of invented licences and prints how many were read whole, by difficulty. Ends with 1 when a figure
// is under its declared minimum. GATEHOUSE_LONG=1 runs the full set, which is what the minima of the product are held to;
// GATEHOUSE_PICTURES=N that many of each difficulty, GATEHOUSE_SEED=N others. GATEHOUSE_KEEP=FOLDER keeps the pictures that
// were not read. All are still pictures, read with every reader of the product; accuracy_live has the frames of a camera.
#include "licencecard.h"
#include "photograph.h"

#include "vision/scanner.h"

#include <QElapsedTimer>

#include <cstdio>

using namespace gatehouse;
using scanning::Kind;

namespace
{
const QDate today(2026, 11, 24);

struct Score {
    int pictures = 0;
    int right = 0;
    int wrong = 0; ///< accepted although a field differs
    double milliseconds = 0;
};

bool allFieldsRight(const scenes::Licence &licence, const scanning::ScanResult &result)
{
    if (!result.valid || result.fields.size() != licence.fields.size())
        return false;
    for (const scanning::Field &field : licence.fields) {
        if (result.value(field.name) != field.value)
            return false;
    }
    return true;
}

void keep(const QImage &picture, scenes::Difficulty difficulty, int number)
{
    const QString folder = qEnvironmentVariable("GATEHOUSE_KEEP");
    if (!folder.isEmpty())
        picture.save(QStringLiteral("%1/aamva-%2-%3.jpg")
                         .arg(folder, difficulty == scenes::Difficulty::Easy ? QStringLiteral("easy") : QStringLiteral("hard"))
                         .arg(number));
}

// Other pictures than those that are measured: for whoever improves a reader.
quint32 seed()
{
    return quint32(qEnvironmentVariableIntValue("GATEHOUSE_SEED"));
}

Score readLicences(scenes::Difficulty difficulty, int count)
{
    QRandomGenerator random(20260042 + 1000 * seed()); // not a seed that anything was tuned on
    Score score;
    scanning::Scanner scanner;
    for (int i = 0; i < count; ++i) {
        const scenes::Licence licence = scenes::randomLicence(random);
        const QImage card = scenes::licenceBack(licence.payload, random);
        const QImage picture = scenes::photograph(card, scenes::randomShot(difficulty, random)).picture;
        QElapsedTimer timer;
        timer.start();
        const scanning::ScanResult result = scanner.scanImage(picture, today).result;
        score.milliseconds += double(timer.nsecsElapsed()) / 1e6;
        const bool right = allFieldsRight(licence, result);
        ++score.pictures;
        score.right += right;
        score.wrong += result.valid && !right;
        if (!right)
            keep(picture, difficulty, i);
    }
    return score;
}

// Nothing may be made of a picture without a document.
Score readEmptyScenes(int count)
{
    Score score;
    scanning::Scanner scanner;
    for (int i = 0; i < count; ++i) {
        const QSize size = i % 2 == 0 ? QSize(1280, 720) : QSize(1920, 1080);
        const QImage scene = scenes::emptyScene(size, 910000 + 100000 * seed() + quint32(i));
        QElapsedTimer timer;
        timer.start();
        const Kind kind = scanner.scanImage(scene, today).result.kind;
        score.milliseconds += double(timer.nsecsElapsed()) / 1e6;
        ++score.pictures;
        score.right += kind == Kind::None;
        score.wrong += kind != Kind::None && kind != Kind::Barcode;
    }
    return score;
}

bool report(const char *name, const Score &score, double minimum)
{
    const double share = 100.0 * score.right / score.pictures;
    std::printf("%-24s %6d pictures %7.2f %% right (minimum %5.1f %%) %4d accepted although wrong %8.1f ms a picture\n", name,
                score.pictures, share, minimum, score.wrong, score.milliseconds / score.pictures);
    std::fflush(stdout); // the full set takes a quarter of an hour
    return share >= minimum && score.wrong == 0;
}
} // namespace

int main()
{
    const bool full = qEnvironmentVariableIntValue("GATEHOUSE_LONG") == 1;
    const int given = qEnvironmentVariableIntValue("GATEHOUSE_PICTURES");
    const int count = given > 0 ? given : full ? 400 : 20;
    const bool strict = count >= 100; // so that one picture is one per cent
    bool holds = report("aamva, easy", readLicences(scenes::Difficulty::Easy, count), strict ? 99 : 95);
    holds &= report("aamva, hard", readLicences(scenes::Difficulty::Hard, count), strict ? 92 : 80);
    holds &= report("no document", readEmptyScenes(full ? 2000 : 40), 100);
    return holds ? 0 : 1;
}
