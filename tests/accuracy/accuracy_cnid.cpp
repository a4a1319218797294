// SPDX-License-Identifier: GPL-3.0-or-later
// How well resident ID cards are read from generated pictures: accuracy_cnid [PICTURES] [FOLDER for failures]. Ends with 1
// under a minimum (fewer than 100 pictures may miss it by one), when a number was wrong, a wrong name was not marked unsure, or
// more addresses than the bound were wrong without a mark.
// GATEHOUSE_PARTED_NAMES=1 draws names in two parts with a dot between them, GATEHOUSE_MEDIUM=screen or photocopy shows each
// card on one.
#include "inventedholders.h"
#include "othermedia.h"
#include "vision/scanner.h"

#include <QElapsedTimer>
#include <QGuiApplication>
#include <QTextStream>

using namespace gatehouse::scanning;
using namespace gatehouse::test;

namespace
{
const QDate today(2026, 11, 24);

// Per cent, of the product's table.
struct Minima {
    double number, name, address;
    double addressWrong; ///< without a mark, at most
};
constexpr Minima easyMinima{99, 95, 97, 0}, hardMinima{92, 85, 90, 0.5};

/// Characters of `truth` that `read` has in the same order.
int common(const QString &truth, const QString &read)
{
    QList<int> row(read.size() + 1, 0);
    for (const QChar c : truth) {
        int diagonal = 0;
        for (qsizetype j = 1; j < row.size(); ++j) {
            const int above = row[j];
            row[j] = read[j - 1] == c ? diagonal + 1 : std::max(row[j], row[j - 1]);
            diagonal = above;
        }
    }
    return row.back();
}
} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication app(argc, argv);
    const QStringList arguments = app.arguments();
    const int pictures = arguments.size() > 1                                 ? arguments[1].toInt()
                         : qEnvironmentVariableIntValue("GATEHOUSE_LONG") > 0 ? 200
                                                                              : 10;
    const auto seed = unsigned(qEnvironmentVariableIntValue("GATEHOUSE_SEED")); // other pictures than those that are measured
    QTextStream out(stdout);
    Scanner scanner;
    bool good = true;
    out << "difficulty pictures number name name-sure address-characters address address-sure number-wrong "
           "name-wrong-but-sure address-wrong-but-sure ms\n";
    for (const bool hard : {false, true}) {
        std::mt19937 random((hard ? 0xC41DU : 0xC41EU) + 1000U * seed);
        int number = 0, name = 0, sure = 0, characters = 0, right = 0, nameWrong = 0, numberWrong = 0;
        int address = 0, addressSure = 0, addressWrong = 0;
        qint64 milliseconds = 0;
        for (int i = 0; i < pictures; ++i) {
            const CnCardText card = randomCard(random);
            const QImage document = shownOn(askedMedium(), drawCnCard(card, random), random);
            const QImage picture = photograph(document, hard ? hardShot(random) : easyShot(random), random);
            QElapsedTimer timer;
            timer.start();
            const ScanResult read = scanner.scanImage(picture, today).result;
            milliseconds += timer.elapsed();
            const bool numberRight = read.value(u"documentNumber") == card.number;
            const bool nameRight = read.value(u"fullName") == card.name;
            number += numberRight ? 1 : 0;
            name += nameRight ? 1 : 0;
            numberWrong += read.kind != Kind::None && !numberRight ? 1 : 0;
            const auto nameField = read.field(u"fullName");
            sure += nameRight && nameField->trust != Trust::Unsure ? 1 : 0;
            nameWrong += nameField && !nameRight && nameField->trust != Trust::Unsure ? 1 : 0;
            characters += int(card.address.size());
            right += common(card.address, read.value(u"address"));
            const bool addressRight = read.value(u"address") == card.address;
            const auto addressField = read.field(u"address");
            const bool addressIsSure = addressField && addressField->trust != Trust::Unsure;
            address += addressRight ? 1 : 0;
            addressSure += addressRight && addressIsSure ? 1 : 0;
            addressWrong += !addressRight && addressIsSure ? 1 : 0;
            if (arguments.size() > 2 && (!numberRight || !nameRight || !addressRight)) {
                picture.save(QStringLiteral("%1/cn-%2-%3.jpg").arg(arguments[2], hard ? "hard" : "easy").arg(i), nullptr, 92);
                out << i << ' ' << card.number << ' ' << read.value(u"documentNumber") << ' ' << card.name << ' '
                    << read.value(u"fullName") << ' ' << card.address << ' ' << read.value(u"address") << '\n';
            }
        }
        const Minima &minima = hard ? hardMinima : easyMinima;
        const auto reaches = [pictures](int count, double minimum) {
            return 100.0 * (count + (pictures < 100 ? 1 : 0)) / pictures >= minimum;
        };
        const bool fewAddressesWrong = 100.0 * (addressWrong - (pictures < 100 ? 1 : 0)) / pictures <= minima.addressWrong;
        const bool holds = fewAddressesWrong && reaches(number, minima.number) && reaches(name, minima.name) &&
                           100.0 * right / characters >= minima.address && numberWrong == 0 && nameWrong == 0;
        good = good && holds;
        out << (hard ? "hard " : "easy ") << pictures << ' ' << number << ' ' << name << ' ' << sure << ' '
            << 100.0 * right / characters << "% " << address << ' ' << addressSure << ' ' << numberWrong << ' ' << nameWrong
            << ' ' << addressWrong << ' ' << milliseconds / std::max(1, pictures) << (holds ? "" : " UNDER A MINIMUM") << '\n';
        out.flush();
    }
    return good ? 0 : 1;
}
