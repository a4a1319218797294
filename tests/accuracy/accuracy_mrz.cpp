// SPDX-License-Identifier: GPL-3.0-or-later
// How well zones are read from generated pictures whose seeds the training never saw: accuracy_mrz [PICTURES] [FOLDER for
// failures]. Ends with 1 under a minimum, or when something guarded was wrong. GATEHOUSE_SEED=N draws other pictures: whoever
// improves the reader looks at those, and measures on the first ones. GATEHOUSE_PRINTS=1 prints each zone in another way.
#include "documentpictures.h"
#include "documentsamples.h"
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
QString letters(std::mt19937 &random, int count)
{
    QString text;
    for (int i = 0; i < count; ++i)
        text += QChar(u'A' + int(random() % 26));
    return text;
}

QString mixed(std::mt19937 &random, int count)
{
    const QString alphabet = QStringLiteral("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ");
    QString text;
    for (int i = 0; i < count; ++i)
        text += alphabet[int(random() % 36)];
    return text;
}

QString date(std::mt19937 &random, int firstYear, int lastYear)
{
    const QDate day = QDate(firstYear, 1, 1).addDays(qint64(random() % unsigned(365 * (lastYear - firstYear))));
    return day.toString(QStringLiteral("yyMMdd"));
}

MrzSample randomSample(std::mt19937 &random)
{
    static const QStringList states{"UTO", "CHN", "D",   "USA", "GBR", "FRA", "JPN", "IND",
                                    "BRA", "NOR", "KOR", "RUS", "ZAF", "MEX", "EUE"};
    MrzSample s;
    s.state = states[int(random() % unsigned(states.size()))];
    s.nationality = random() % 4 ? s.state : states[int(random() % unsigned(states.size() - 1))];
    s.names = letters(random, 3 + int(random() % 9)) + QStringLiteral("<<") + letters(random, 3 + int(random() % 7));
    if (random() % 2)
        s.names += u'<' + letters(random, 2 + int(random() % 7));
    s.number = mixed(random, 7 + int(random() % 3));
    s.birth = date(random, 1940, 2010);
    s.expiry = date(random, 2022, 2036);
    s.sex = random() % 2 ? QStringLiteral("F") : QStringLiteral("M");
    return s;
}

QStringList randomZone(Kind kind, std::mt19937 &random)
{
    MrzSample s = randomSample(random);
    const bool visa = kind == Kind::MrzMrva || kind == Kind::MrzMrvb;
    s.code = visa ? QStringLiteral("V") : kind == Kind::MrzTd3 ? QStringLiteral("P") : QStringLiteral("ID");
    if (random() % 3 == 0)
        s.optional = mixed(random, 6);
    if (kind == Kind::MrzTd2 && s.state == u"FRA")
        s.code = QStringLiteral("AR"); // IDFRA in 36 characters is the old French card
    if (kind == Kind::MrzTd1) {
        if (random() % 4 == 0)
            s.number = mixed(random, 12);
        return sampleTd1(s);
    }
    return sampleTwoLines(s, kind == Kind::MrzTd3 || kind == Kind::MrzMrva ? 44 : 36, visa);
}

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
    int pictures = 0, found = 0, whole = 0, guardedWrong = 0, namesWrong = 0, namesSure = 0;
    qint64 milliseconds = 0;
};

void judge(const ScanResult &read, const QStringList &lines, const ScanResult &truth, Tally &tally)
{
    ++tally.pictures;
    if (read.kind == Kind::None)
        return;
    ++tally.found;
    tally.whole += read.raw == lines ? 1 : 0;
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
    return enough && names && total.guardedWrong == 0;
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
    out << "kind difficulty pictures found whole guarded-wrong names-sure names-wrong ms\n";
    for (const Kind kind : {Kind::MrzTd1, Kind::MrzTd2, Kind::MrzTd3, Kind::MrzMrva, Kind::MrzMrvb}) {
        for (const bool hard : {false, true}) {
            std::mt19937 random(0xACC0U + unsigned(kind) * 17U + (hard ? 1U : 0U) + 1000U * seed);
            Tally tally;
            for (int i = 0; i < pictures; ++i) {
                const QStringList lines = randomZone(kind, random);
                const QImage document = drawMrzDocument(lines, random, prints ? randomPrint(random) : ZonePrint());
                const QImage picture = photograph(document, hard ? hardShot(random) : easyShot(random), random);
                QElapsedTimer timer;
                timer.start();
                const ScanResult read = scanner.scanImage(picture).result;
                tally.milliseconds += timer.elapsed();
                const int before = tally.whole;
                judge(read, lines, parseMrz(lines.join(u'\n')), tally);
                if (!failures.isEmpty() && tally.whole == before) {
                    const QString name =
                        QStringLiteral("%1/%2-%3-%4").arg(failures, kindName(kind)).arg(hard ? "hard" : "easy").arg(i);
                    picture.save(name + QStringLiteral(".jpg"), nullptr, 92);
                    out << name << "\n  " << lines.join(QStringLiteral("\n  ")) << "\n  "
                        << read.raw.join(QStringLiteral("\n  ")) << "\n";
                }
            }
            out << kindName(kind) << ' ' << (hard ? "hard " : "easy ") << tally.pictures << ' ' << tally.found << ' '
                << tally.whole << ' ' << tally.guardedWrong << ' ' << tally.namesSure << ' ' << tally.namesWrong << ' '
                << tally.milliseconds / std::max(1, tally.pictures) << '\n';
            out.flush();
            Tally &total = hard ? hardTotal : easyTotal;
            total.pictures += tally.pictures;
            total.whole += tally.whole;
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
