// SPDX-License-Identifier: GPL-3.0-or-later
#include "keyboard/namecandidates.h"

#include <QHash>

#include <algorithm>

namespace gatehouse::keyboard
{

namespace
{

struct Syllable {
    const char *pinyin;
    const char *characters; // UTF-8, commonest first
};

// The surnames that most people in China have, by syllable (public order of the national name report).
constexpr Syllable surnameTable[] = {
    {"an", "安"},        {"ao", "敖"},         {"bai", "白柏"},     {"bao", "鲍包"},       {"bi", "毕"},
    {"bian", "边卞"},    {"cai", "蔡"},        {"cao", "曹"},       {"cen", "岑"},         {"chai", "柴"},
    {"chang", "常昌"},   {"che", "车"},        {"chen", "陈谌"},    {"cheng", "程成"},     {"chi", "池迟"},
    {"chu", "褚储楚"},   {"cui", "崔"},        {"dai", "戴"},       {"deng", "邓"},        {"di", "狄"},
    {"ding", "丁"},      {"dong", "董"},       {"dou", "窦"},       {"du", "杜"},          {"duan", "段"},
    {"fan", "范樊"},     {"fang", "方房"},     {"fei", "费"},       {"feng", "冯封"},      {"fu", "傅付符"},
    {"gan", "甘"},       {"gao", "高"},        {"ge", "葛"},        {"geng", "耿"},        {"gong", "龚宫公"},
    {"gou", "苟"},       {"gu", "顾古谷"},     {"guan", "关管"},    {"gui", "桂"},         {"guo", "郭国"},
    {"han", "韩"},       {"hao", "郝"},        {"he", "何贺和"},    {"hong", "洪"},        {"hou", "侯"},
    {"hu", "胡"},        {"hua", "华花"},      {"huang", "黄"},     {"huo", "霍"},         {"ji", "季纪姬吉"},
    {"jia", "贾"},       {"jian", "简"},       {"jiang", "蒋江姜"}, {"jiao", "焦"},        {"jin", "金靳"},
    {"jing", "景荆"},    {"kang", "康"},       {"ke", "柯"},        {"kong", "孔"},        {"kuang", "邝匡"},
    {"lai", "赖"},       {"lan", "兰蓝"},      {"lang", "郎"},      {"lao", "劳"},         {"lei", "雷"},
    {"leng", "冷"},      {"li", "李黎厉"},     {"lian", "连廉"},    {"liang", "梁"},       {"liao", "廖"},
    {"lin", "林蔺"},     {"ling", "凌"},       {"liu", "刘柳"},     {"long", "龙"},        {"lou", "娄楼"},
    {"lu", "陆卢鲁路"},  {"lv", "吕"},         {"luo", "罗骆"},     {"ma", "马麻"},        {"mai", "麦"},
    {"man", "满"},       {"mao", "毛茅"},      {"mei", "梅"},       {"meng", "孟蒙"},      {"mi", "米"},
    {"miao", "苗缪"},    {"min", "闵"},        {"mo", "莫"},        {"mu", "穆牟木"},      {"nan", "南"},
    {"ni", "倪"},        {"nie", "聂"},        {"ning", "宁"},      {"niu", "牛"},         {"ou", "欧区"},
    {"pan", "潘"},       {"pang", "庞"},       {"pei", "裴"},       {"peng", "彭"},        {"pi", "皮"},
    {"pu", "蒲濮"},      {"qi", "齐戚祁"},     {"qian", "钱"},      {"qiao", "乔"},        {"qin", "秦覃"},
    {"qiu", "邱裘仇"},   {"qu", "曲屈瞿"},     {"quan", "全权"},    {"ran", "冉"},         {"rao", "饶"},
    {"ren", "任"},       {"rong", "荣容"},     {"ruan", "阮"},      {"sha", "沙"},         {"shan", "单"},
    {"shang", "尚商"},   {"shao", "邵"},       {"she", "佘"},       {"shen", "沈申"},      {"sheng", "盛"},
    {"shi", "石施史时"}, {"shu", "舒"},        {"si", "司"},        {"song", "宋"},        {"su", "苏"},
    {"sui", "隋"},       {"sun", "孙"},        {"tan", "谭谈"},     {"tang", "唐汤"},      {"tao", "陶"},
    {"teng", "滕"},      {"tian", "田"},       {"tong", "童佟"},    {"tu", "涂屠"},        {"wan", "万"},
    {"wang", "王汪"},    {"wei", "魏韦卫"},    {"wen", "温文闻"},   {"weng", "翁"},        {"wu", "吴武伍邬"},
    {"xi", "习席奚"},    {"xia", "夏"},        {"xian", "冼咸"},    {"xiang", "向项"},     {"xiao", "肖萧"},
    {"xie", "谢解"},     {"xin", "辛"},        {"xing", "邢"},      {"xiong", "熊"},       {"xu", "徐许"},
    {"xue", "薛"},       {"yan", "严颜阎闫"},  {"yang", "杨阳"},    {"yao", "姚"},         {"ye", "叶"},
    {"yi", "易"},        {"yin", "尹殷"},      {"ying", "应"},      {"you", "尤游"},       {"yu", "于余俞喻"},
    {"yuan", "袁"},      {"yue", "岳"},        {"yun", "云"},       {"zang", "臧"},        {"zeng", "曾"},
    {"zha", "查"},       {"zhai", "翟"},       {"zhan", "詹占"},    {"zhang", "张章"},     {"zhao", "赵"},
    {"zhen", "甄"},      {"zheng", "郑"},      {"zhong", "钟仲"},   {"zhou", "周"},        {"zhu", "朱祝诸"},
    {"zhuang", "庄"},    {"zhuo", "卓"},       {"zong", "宗"},      {"zou", "邹"},         {"zu", "祖"},
    {"zuo", "左"},       {"ouyang", "欧阳"},   {"sima", "司马"},    {"shangguan", "上官"}, {"zhuge", "诸葛"},
    {"situ", "司徒"},    {"xiahou", "夏侯"},   {"huangfu", "皇甫"}, {"duanmu", "端木"},    {"murong", "慕容"},
    {"linghu", "令狐"},  {"dongfang", "东方"},
};

// Characters that given names use most, by syllable.
constexpr Syllable givenTable[] = {
    {"ai", "爱"},        {"an", "安"},        {"ba", "巴"},         {"bei", "蓓贝"},      {"bin", "斌彬宾"},
    {"bing", "冰兵炳"},  {"bo", "波博"},      {"cai", "彩才"},      {"chang", "昌长畅"},  {"chao", "超朝"},
    {"chen", "晨辰琛"},  {"cheng", "成诚程"}, {"chun", "春纯"},     {"cong", "聪"},       {"cui", "翠"},
    {"da", "达大"},      {"dan", "丹"},       {"de", "德"},         {"dong", "冬东栋"},   {"fan", "帆凡"},
    {"fang", "芳方"},    {"fei", "飞菲"},     {"fen", "芬"},        {"feng", "峰凤锋丰"}, {"fu", "福富"},
    {"gang", "刚钢"},    {"guang", "光广"},   {"gui", "桂贵"},      {"guo", "国"},        {"hai", "海"},
    {"han", "涵寒汉"},   {"hao", "浩昊豪"},   {"he", "和鹤"},       {"hong", "红宏洪虹"}, {"hua", "华花"},
    {"hui", "辉慧惠会"}, {"ji", "吉继"},      {"jia", "佳嘉家"},    {"jian", "建健剑"},   {"jiang", "江"},
    {"jie", "杰洁婕"},   {"jin", "金进锦"},   {"jing", "静晶敬婧"}, {"jiu", "久"},        {"juan", "娟"},
    {"jun", "军俊君钧"}, {"kai", "凯"},       {"kang", "康"},       {"kun", "坤昆"},      {"lan", "兰岚"},
    {"lei", "磊蕾雷"},   {"li", "丽力莉立"},  {"lian", "莲"},       {"liang", "亮良"},    {"lin", "林琳霖"},
    {"ling", "玲灵凌"},  {"long", "龙隆"},    {"lu", "璐露路"},     {"mei", "梅美"},      {"meng", "梦萌"},
    {"miao", "淼苗"},    {"min", "敏民"},     {"ming", "明鸣"},     {"na", "娜"},         {"nan", "楠南"},
    {"ning", "宁"},      {"pei", "佩培"},     {"peng", "鹏"},       {"ping", "平萍"},     {"qi", "琪奇启"},
    {"qian", "倩茜"},    {"qiang", "强"},     {"qin", "琴勤"},      {"qing", "青清庆"},   {"qiong", "琼"},
    {"qiu", "秋"},       {"quan", "全泉"},    {"ran", "然"},        {"rong", "荣蓉"},     {"ru", "如茹"},
    {"rui", "瑞睿蕊"},   {"shan", "珊山"},    {"shao", "少"},       {"sheng", "胜生升"},  {"shi", "世诗"},
    {"shu", "淑书树"},   {"shuang", "爽双"},  {"si", "思"},         {"song", "松"},       {"ting", "婷庭"},
    {"tao", "涛桃"},     {"tian", "天甜"},    {"tong", "彤桐"},     {"wei", "伟薇威维"},  {"wen", "文雯"},
    {"wu", "武"},        {"xi", "曦希喜"},    {"xia", "霞夏"},      {"xian", "贤先"},     {"xiang", "祥翔香"},
    {"xiao", "晓小潇"},  {"xin", "新鑫欣心"}, {"xing", "兴星"},     {"xiong", "雄"},      {"xiu", "秀"},
    {"xu", "旭"},        {"xuan", "轩萱"},    {"xue", "雪学"},      {"ya", "雅亚"},       {"yan", "艳燕岩妍"},
    {"yang", "洋阳扬"},  {"yi", "怡义艺一"},  {"yin", "银音"},      {"ying", "英颖莹"},   {"yong", "勇永"},
    {"you", "友佑"},     {"yu", "玉宇雨瑜"},  {"yuan", "媛元远"},   {"yue", "月悦"},      {"yun", "云芸"},
    {"ze", "泽"},        {"zhen", "珍振"},    {"zheng", "正政"},    {"zhi", "志智芝"},    {"zhong", "忠中"},
    {"zhou", "舟洲"},    {"zhu", "珠竹"},     {"zi", "子紫"},       {"zong", "宗"},       {"zu", "祖"},
};

/// Characters of a syllable, commonest first; a two-character surname is one entry.
QStringList entries(const Syllable &row, bool compound)
{
    const QString text = QString::fromUtf8(row.characters);
    return compound ? QStringList{text} : text.split(QString(), Qt::SkipEmptyParts);
}

bool isCompoundSurname(const Syllable &row)
{
    static const QStringList compounds = {"ouyang",  "sima",   "shangguan", "zhuge",  "situ",    "xiahou",
                                          "huangfu", "duanmu", "murong",    "linghu", "dongfang"};
    return compounds.contains(QLatin1String(row.pinyin));
}

using Table = QHash<QString, QStringList>;

const Table &surnames()
{
    static const Table table = [] {
        Table made;
        for (const Syllable &row : surnameTable)
            made.insert(QLatin1String(row.pinyin), entries(row, isCompoundSurname(row)));
        return made;
    }();
    return table;
}

const Table &givenCharacters()
{
    static const Table table = [] {
        Table made;
        for (const Syllable &row : givenTable)
            made.insert(QLatin1String(row.pinyin), entries(row, false));
        return made;
    }();
    return table;
}

/// Character -> place in its own list: 0 is the commonest. Characters that no name uses are not in it.
QHash<QString, int> placesOf(const Table &table)
{
    QHash<QString, int> places;
    for (const QStringList &list : table)
        for (qsizetype i = 0; i < list.size(); ++i)
            places.insert(list.at(i), int(i));
    return places;
}

bool endsInChinese(const QString &text)
{
    return !text.isEmpty() && text.back().script() == QChar::Script_Han;
}

/// "lü" and "lu:" are both typed as lv.
QString plainSyllable(QString syllable)
{
    return syllable.replace(QChar(u'ü'), QLatin1Char('v')).toLower();
}

} // namespace

QStringList rankForName(const QStringList &candidates, const QString &before)
{
    static const QHash<QString, int> surnamePlaces = placesOf(surnames());
    static const QHash<QString, int> givenPlaces = placesOf(givenCharacters());
    const QHash<QString, int> &places = endsInChinese(before) ? givenPlaces : surnamePlaces;
    QStringList ranked = candidates;
    // Longer words stay where they are in front; among the rest the characters of names come first.
    std::stable_sort(ranked.begin(), ranked.end(),
                     [&places](const QString &a, const QString &b) { return places.value(a, 1000) < places.value(b, 1000); });
    return ranked;
}

QStringList composeNames(const QString &syllables, int most)
{
    QStringList parts = syllables.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    for (QString &part : parts)
        part = plainSyllable(part);
    if (parts.size() < 2 || parts.size() > 4)
        return {};
    QStringList names;
    qsizetype used = 1;
    if (parts.size() > 2 && surnames().contains(parts.at(0) + parts.at(1))) {
        names = surnames().value(parts.at(0) + parts.at(1));
        used = 2;
    } else {
        names = surnames().value(parts.at(0)).mid(0, 2);
    }
    if (parts.size() - used > 2)
        return {};
    for (qsizetype i = used; i < parts.size() && !names.isEmpty(); ++i) {
        const QStringList characters = givenCharacters().value(parts.at(i)).mid(0, 3);
        QStringList longer;
        for (const QString &name : std::as_const(names))
            for (const QString &character : characters)
                longer.append(name + character);
        names = longer;
    }
    return names.mid(0, most);
}

} // namespace gatehouse::keyboard
