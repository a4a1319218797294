// SPDX-License-Identifier: GPL-3.0-or-later
#include "cnsurnames.h"

#include <QStringList>

#include <algorithm>

namespace gatehouse::scanning
{

bool beginsWithCommonSurname(QStringView name)
{
    static const QStringView single =
        u"王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田"
        u"任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季"
        u"俞"
        u"章鲁葛伍韦申尤毕聂丛焦向柳邢路岳齐沿梅莫庄辛管祝左涂谷祁时舒耿牟卜路詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位覃"
        u"霍"
        u"翁隋植甘景薄单包司柏宁柯阮桂闵解强柴华车冉房边辜吉饶刁瞿戚丘古米池滕晋苑邬臧畅宫来嵺苟全褚廉简娄盖符奚木穆党燕郎邸冀"
        u"谈姬"
        u"屠连郜晏栾郁商蒙计喻揭窦迟宇敖糜鄢冷卓花仇艾蓝都巩稽井练仲乐虞卞封竺冼原官衣楚佟栗匡宗应台巫鞠僧桑荆谌银扬明沙薄伏岑"
        u"习胥保"
        u"和蔺肖闫代涂付邝师麦";
    static const QStringList twofold{
        QStringLiteral("欧阳"), QStringLiteral("司马"), QStringLiteral("上官"), QStringLiteral("诸葛"),
        QStringLiteral("皇甫"), QStringLiteral("令狐"), QStringLiteral("司徒"), QStringLiteral("尉迟"),
        QStringLiteral("慕容"), QStringLiteral("夏侯"), QStringLiteral("东方"), QStringLiteral("长孙"),
        QStringLiteral("宇文"), QStringLiteral("轩辕"), QStringLiteral("端木"), QStringLiteral("百里")};
    return !name.isEmpty() &&
           (single.contains(name[0]) ||
            std::any_of(twofold.cbegin(), twofold.cend(), [name](const QString &s) { return name.startsWith(s); }));
}

} // namespace gatehouse::scanning
