// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventedholders.h"

#include "documentsamples.h"

#include <QDate>

namespace gatehouse::test
{

using scanning::Kind;

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
} // namespace

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

} // namespace gatehouse::test
