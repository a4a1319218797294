// SPDX-License-Identifier: GPL-3.0-or-later
// How well zones are read from generated pictures whose seeds the training never saw: accuracy_mrz [PICTURES] [FOLDER for
// failures]. Ends with 1 under a minimum, or when something guarded was wrong. GATEHOUSE_SEED=N draws other pictures: whoever
// improves the reader looks at those, and measures on the first ones. GATEHOUSE_PRINTS=1 prints each zone in another way,
// GATEHOUSE_MEDIUM=screen or photocopy shows each document on one.
#include "inventedholders.h"
#include "othermedia.h"
#include "parsing/mrz.h"
#include "vision/scanner.h"

#include <QDir>
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QTextStream>

using namespace gatehouse::scanning;
using namespace gatehouse::test;

namespace
{
const QDate today(2026, 11, 24);

/// Sizes and distances as issuers have them, within and a little beyond what Doc 9303 part 3 allows.
ZonePrint randomPrint(std::mt19937 &random)
{
    const auto between = [&random](double from, double to) { return std::uniform_real_distribution<double>(from, to)(random); };
    ZonePrint print;
    print.capHeight = between(1.8, 2.9);
    print.linesApart = std::max(between(4.2, 6.8), 1.6 * print.capHeight);
    print.glyphWidth = std::clamp(print.capHeight / 2.4 * between(0.85, 1.1), 0.7, 1.1);
    return print;
}

// Of the product's table; a run of fewer than 100 pictures of a difficulty may miss by one picture.
constexpr double easyMinimum = 99, hardMinimum = 90;
constexpr double namesWrongAtMost = 0.1; // per cent of the names that the reader was sure of

struct Tally {
    int pictures = 0, found = 0, whole = 0, valid = 0, validWrong = 0, guardedWrong = 0, namesWrong = 0, namesSure = 0;
    qint64 milliseconds = 0;
};

/// What check digits guard: wrong in a zone that is told to be valid is the worst, marked or not.
constexpr std::array<QStringView, 4> guarded{u"documentNumber", u"birthDate", u"expiryDate", u"personalNumber"};

void judge(const ScanResult &read, const QStringList &lines, const ScanResult &truth, Tally &tally)
{
    ++tally.pictures;
    if (read.kind == Kind::None)
        return;
    ++tally.found;
    tally.whole += read.raw == lines ? 1 : 0;
    tally.valid += read.valid ? 1 : 0;
    const bool guardedWrong = std::any_of(guarded.begin(), guarded.end(), [&](QStringView name) {
        return read.kind != truth.kind || read.value(name) != truth.value(name);
    });
    tally.validWrong += read.valid && guardedWrong ? 1 : 0;
    for (const Field &field : read.fields) {
        const bool right = read.kind == truth.kind && truth.value(field.name) == field.value;
        const bool name = field.name == u"surname" || field.name == u"givenNames";
        if (field.trust == Trust::Checked && !right)
            ++tally.guardedWrong;
        if (name && field.trust == Trust::Read) {
            ++tally.namesSure;
            tally.namesWrong += right ? 0 : 1;
        }
    }
}

bool reaches(QTextStream &out, const char *difficulty, const Tally &total, double minimum)
{
    const double slack = total.pictures < 100 ? 1 : 0;
    const bool enough = 100.0 * (total.whole + slack) / total.pictures >= minimum;
    // One wrong name of fewer than a thousand would already be more than the share that is allowed.
    const bool names = total.namesWrong <= namesWrongAtMost / 100 * total.namesSure;
    if (!enough)
        out << difficulty << ": under the minimum of " << minimum << " % whole\n";
    if (!names)
        out << difficulty << ": " << total.namesWrong << " names wrong although sure\n";
    if (total.validWrong > 0)
        out << difficulty << ": " << total.validWrong << " valid with a wrong field\n";
    return enough && names && total.guardedWrong == 0 && total.validWrong == 0;
}
} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication app(argc, argv);
    const QStringList arguments = app.arguments();
    const bool longRun = qEnvironmentVariableIntValue("GATEHOUSE_LONG") > 0;
    const int pictures = arguments.size() > 1 ? arguments[1].toInt() : longRun ? 200 : 8;
    const QString failures = arguments.value(2);
    const auto seed = unsigned(qEnvironmentVariableIntValue("GATEHOUSE_SEED"));
    const bool prints = qEnvironmentVariableIntValue("GATEHOUSE_PRINTS") > 0;
    QTextStream out(stdout);
    Scanner scanner;
    Tally easyTotal, hardTotal;
    out << "kind difficulty pictures found whole valid valid-wrong guarded-wrong names-sure names-wrong ms\n";
    for (const Kind kind : {Kind::MrzTd1, Kind::MrzTd2, Kind::MrzTd3, Kind::MrzMrva, Kind::MrzMrvb}) {
        for (const bool hard : {false, true}) {
            std::mt19937 random(0xACC0U + unsigned(kind) * 17U + (hard ? 1U : 0U) + 1000U * seed);
            Tally tally;
            for (int i = 0; i < pictures; ++i) {
                const QStringList lines = randomZone(kind, random);
                const QImage document =
                    shownOn(askedMedium(), drawMrzDocument(lines, random, prints ? randomPrint(random) : ZonePrint()), random);
                const QImage picture = photograph(document, hard ? hardShot(random) : easyShot(random), random);
                QElapsedTimer timer;
                timer.start();
                const ScanResult read = scanner.scanImage(picture, today).result;
                tally.milliseconds += timer.elapsed();
                const int before = tally.whole;
                judge(read, lines, parseMrz(lines.join(u'\n'), today), tally);
                if (!failures.isEmpty() && tally.whole == before) {
                    const QString name =
                        QStringLiteral("%1/%2-%3-%4").arg(failures, kindName(kind)).arg(hard ? "hard" : "easy").arg(i);
                    picture.save(name + QStringLiteral(".jpg"), nullptr, 92);
                    out << name << "\n  " << lines.join(QStringLiteral("\n  ")) << "\n  "
                        << read.raw.join(QStringLiteral("\n  ")) << "\n";
                }
            }
            out << kindName(kind) << ' ' << (hard ? "hard " : "easy ") << tally.pictures << ' ' << tally.found << ' '
                << tally.whole << ' ' << tally.valid << ' ' << tally.validWrong << ' ' << tally.guardedWrong << ' '
                << tally.namesSure << ' ' << tally.namesWrong << ' ' << tally.milliseconds / std::max(1, tally.pictures)
                << '\n';
            out.flush();
            Tally &total = hard ? hardTotal : easyTotal;
            total.pictures += tally.pictures;
            total.whole += tally.whole;
            total.validWrong += tally.validWrong;
            total.guardedWrong += tally.guardedWrong;
            total.namesSure += tally.namesSure;
            total.namesWrong += tally.namesWrong;
        }
    }
    out << "easy " << 100.0 * easyTotal.whole / easyTotal.pictures << " %, hard "
        << 100.0 * hardTotal.whole / hardTotal.pictures << " % whole\n";
    const bool easyHolds = reaches(out, "easy", easyTotal, easyMinimum);
    const bool hardHolds = reaches(out, "hard", hardTotal, hardMinimum);
    return easyHolds && hardHolds ? 0 : 1;
}
