// SPDX-License-Identifier: GPL-3.0-or-later
// How well resident ID cards are read from generated pictures: accuracy_cnid [PICTURES] [FOLDER for failures]. Ends with 1
// under a minimum (fewer than 100 pictures may miss it by one), when a number was wrong, or a wrong name was not marked unsure.
// GATEHOUSE_PARTED_NAMES=1 draws names in two parts with a dot between them.
#include "documentpictures.h"
#include "documentsamples.h"
#include "vision/scanner.h"

#include <QElapsedTimer>
#include <QGuiApplication>
#include <QTextStream>

using namespace gatehouse::scanning;
using namespace gatehouse::test;

namespace
{
// Per cent, of the product's table.
struct Minima {
    double number, name, address;
};
constexpr Minima easyMinima{99, 95, 97}, hardMinima{92, 85, 90};

QString pick(const QString &from, std::mt19937 &random)
{
    return from[int(random() % unsigned(from.size()))];
}

/// GATEHOUSE_PARTED_NAMES=1: names of minorities, in parts with a dot between them.
bool partedNames()
{
    return qEnvironmentVariableIntValue("GATEHOUSE_PARTED_NAMES") > 0;
}

QString partedName(std::mt19937 &random)
{
    const QString syllables = QStringLiteral("阿依古丽买提不都热合曼艾山吐尔逊木沙巴哈尼亚克江努扎西才让卓玛多吉");
    const auto part = [&](unsigned most) {
        QString text;
        for (unsigned left = 2 + random() % (most - 1); left > 0; --left)
            text += pick(syllables, random);
        return text;
    };
    return part(4) + u'·' + part(4);
}

CnCardText randomCard(std::mt19937 &random)
{
    const QString surnames = QStringLiteral("王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹");
    const QString given =
        QStringLiteral("伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰文建国红梅志鹏晓东海燕丹云飞雪林凯");
    const QStringList places{QStringLiteral("北京市海淀区"),       QStringLiteral("上海市浦东新区"),
                             QStringLiteral("广东省广州市天河区"), QStringLiteral("四川省成都市武侯区"),
                             QStringLiteral("浙江省杭州市西湖区"), QStringLiteral("陕西省西安市雁塔区")};
    const QStringList roads{QStringLiteral("中山路"), QStringLiteral("人民大道"), QStringLiteral("解放街"),
                            QStringLiteral("文化路"), QStringLiteral("长江东路")};
    const QStringList codes{"11", "31", "44", "51", "33", "61"}; // with 9999 behind: no such county
    CnCardText card;
    if (partedNames())
        card.name = partedName(random);
    else
        card.name = pick(surnames, random) + pick(given, random) + (random() % 3 ? pick(given, random) : QString());
    const int place = int(random() % 6U);
    const QDate birth = QDate(1950, 1, 1).addDays(qint64(random() % 20000U));
    card.birth = birth.toString(QStringLiteral("yyyyMMdd"));
    const int order = int(random() % 1000U);
    card.number = sampleCnNumber(codes[place] + QStringLiteral("9999") + card.birth +
                                 QStringLiteral("%1").arg(order, 3, 10, QLatin1Char('0')));
    card.sex = order % 2 ? QStringLiteral("男") : QStringLiteral("女");
    card.ethnicity = random() % 4 ? QStringLiteral("汉") : QStringLiteral("满");
    card.address = places[place] + roads[int(random() % 5U)] +
                   QStringLiteral("%1号%2单元%3室").arg(1 + random() % 300).arg(1 + random() % 6).arg(101 + random() % 900);
    return card;
}

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
    out << "difficulty pictures number name name-sure address-characters number-wrong name-wrong-but-sure ms\n";
    for (const bool hard : {false, true}) {
        std::mt19937 random((hard ? 0xC41DU : 0xC41EU) + 1000U * seed);
        int number = 0, name = 0, sure = 0, characters = 0, right = 0, nameWrong = 0, numberWrong = 0;
        qint64 milliseconds = 0;
        for (int i = 0; i < pictures; ++i) {
            const CnCardText card = randomCard(random);
            const QImage document = drawCnCard(card, random);
            const QImage picture = photograph(document, hard ? hardShot(random) : easyShot(random), random);
            QElapsedTimer timer;
            timer.start();
            const ScanResult read = scanner.scanImage(picture).result;
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
            if (arguments.size() > 2 && (!numberRight || !nameRight)) {
                picture.save(QStringLiteral("%1/cn-%2-%3.jpg").arg(arguments[2], hard ? "hard" : "easy").arg(i), nullptr, 92);
                out << i << ' ' << card.number << ' ' << read.value(u"documentNumber") << ' ' << card.name << ' '
                    << read.value(u"fullName") << ' ' << card.address << ' ' << read.value(u"address") << '\n';
            }
        }
        const Minima &minima = hard ? hardMinima : easyMinima;
        const auto reaches = [pictures](int count, double minimum) {
            return 100.0 * (count + (pictures < 100 ? 1 : 0)) / pictures >= minimum;
        };
        const bool holds = reaches(number, minima.number) && reaches(name, minima.name) &&
                           100.0 * right / characters >= minima.address && numberWrong == 0 && nameWrong == 0;
        good = good && holds;
        out << (hard ? "hard " : "easy ") << pictures << ' ' << number << ' ' << name << ' ' << sure << ' '
            << 100.0 * right / characters << "% " << numberWrong << ' ' << nameWrong << ' '
            << milliseconds / std::max(1, pictures) << (holds ? "" : " UNDER A MINIMUM") << '\n';
        out.flush();
    }
    return good ? 0 : 1;
}
