// SPDX-License-Identifier: GPL-3.0-or-later
#include "demopeople.h"

#include "security/keys.h"

#include <QtEndian>

#include <array>

namespace gatehouse::ctl
{

namespace
{

using domain::FieldSign;
using domain::Grade;
using domain::Role;

struct Named {
    const char *given;
    const char *surname;
    bool female;
};

constexpr std::array<Named, 22> chineseVisitors{
    {{"思远", "顾", false}, {"雨桐", "沈", true},  {"建华", "秦", false}, {"晓燕", "邹", true},  {"志强", "贺", false},
     {"文静", "严", true},  {"海涛", "尹", false}, {"丽娜", "武", true},  {"俊杰", "戴", false}, {"欣怡", "莫", true},
     {"国栋", "江", false}, {"美玲", "童", true},  {"天佑", "颜", false}, {"婷婷", "郭", true},  {"一鸣", "柯", false},
     {"若兰", "梅", true},  {"少峰", "盛", false}, {"静怡", "林", true},  {"德明", "刁", false}, {"佩珊", "钟", true},
     {"永康", "骆", false}, {"嘉欣", "高", true}}};

constexpr std::array<Named, 20> otherVisitors{{{"Oliver James", "Whitfield", false}, {"Grace", "Abernathy", true},
                                               {"José Luis", "Marín", false},        {"Zoë", "Müller", true},
                                               {"Kwame", "Asante", false},           {"Ingrid", "Solberg", true},
                                               {"Rajesh", "Venkataraman", false},    {"Chloé", "Dubois", true},
                                               {"Ahmed", "El-Sayed", false},         {"Siobhán", "O'Connell", true},
                                               {"Mateusz", "Wiśniewski", false},     {"Hannah", "Price", true},
                                               {"Dmitri", "Volkov", false},          {"Leila", "Haddad", true},
                                               {"Marcus", "Bellweather", false},     {"Yuki", "Tanabe", true},
                                               {"Samuel", "Okonkwo", false},         {"Beatriz", "Fonseca", true},
                                               {"Nils", "van der Berg", false},      {"Priya", "Nair", true}}};

constexpr std::array<const char *, 10> chineseCompanies{"云桥数据服务",     "辰光消防设备", "远山网络工程", "蓝湾办公家具",
                                                        "恒泽空调维保",     "青禾人力资源", "北辰电源技术", "柏川保洁",
                                                        "明远会计师事务所", "晨星快递"};
constexpr std::array<const char *, 10> otherCompanies{
    "Bluefern Interiors", "Nordlys Cooling AB", "Quillon Audit LLP", "Tessera Networks",    "Marlow & Pike Lifts",
    "Aster Fire Safety",  "Copperline Power",   "Halcyon Staffing",  "Brightwater Cabling", "Union Parcel"};

template <typename List>
QString pick(Randomness &randomness, const List &list)
{
    return QString::fromUtf8(list[static_cast<std::size_t>(draw(randomness, static_cast<int>(list.size())))]);
}

QString digits(Randomness &randomness, int count)
{
    QString text;
    for (int i = 0; i < count; ++i)
        text += QString::number(draw(randomness, 10));
    return text;
}

/// Collects the fields of a document, all with one sign.
class Fields
{
public:
    explicit Fields(FieldSign sign) : m_sign(sign) {}
    Fields &add(const char *name, const QString &value)
    {
        m_fields.push_back({QString::fromLatin1(name), value, m_sign});
        return *this;
    }
    Fields &add(const char *name, const QDate &value) { return add(name, value.toString(Qt::ISODate)); }
    const std::vector<domain::IdentityField> &list() const { return m_fields; }

private:
    FieldSign m_sign;
    std::vector<domain::IdentityField> m_fields;
};

/// A number with the right shape and check character whose region, 99, no place in China has (GB/T 2260).
QString impossibleCnNumber(Randomness &randomness, const QDate &born, bool female)
{
    constexpr std::array<int, 17> weights{7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    QString number = QStringLiteral("990000") + born.toString(QStringLiteral("yyyyMMdd")) + digits(randomness, 2);
    number += QString::number(draw(randomness, 5) * 2 + (female ? 0 : 1));
    int sum = 0;
    for (std::size_t i = 0; i < weights.size(); ++i)
        sum += weights[i] * number.at(static_cast<qsizetype>(i)).digitValue();
    return number + QLatin1Char("10X98765432"[sum % 11]);
}

domain::VisitorRecord residentCard(Randomness &randomness, const Named &name, const QDate &born)
{
    const auto given = QString::fromUtf8(name.given);
    const auto surname = QString::fromUtf8(name.surname);
    Fields fields(FieldSign::Checked);
    fields.add("fullName", surname + given)
        .add("surname", surname)
        .add("givenNames", given)
        .add("documentNumber", impossibleCnNumber(randomness, born, name.female))
        .add("birthDate", born)
        .add("sex", name.female ? QStringLiteral("F") : QStringLiteral("M"))
        .add("nationality", QStringLiteral("CHN"));
    domain::VisitorRecord record;
    record.fields = fields.list();
    record.documentKind = QStringLiteral("cn-id");
    return record;
}

domain::VisitorRecord foreignDocument(Randomness &randomness, const Named &name, const QDate &born, const QDate &today)
{
    const bool licence = draw(randomness, 2) == 0;
    const auto issued = today.addDays(-200 - draw(randomness, 1500));
    Fields fields(licence ? FieldSign::Read : FieldSign::Checked);
    fields.add("surname", QString::fromUtf8(name.surname))
        .add("givenNames", QString::fromUtf8(name.given))
        .add("documentNumber", (licence ? QStringLiteral("Z9999") : QStringLiteral("UTO")) + digits(randomness, 6))
        .add("birthDate", born)
        .add("sex", name.female ? QStringLiteral("F") : QStringLiteral("M"))
        .add("issueDate", issued)
        .add("expiryDate", issued.addYears(licence ? 8 : 10)) // in force all through the year that follows
        .add("issuingState", licence ? QStringLiteral("XX") : QStringLiteral("UTO")); // ICAO's Utopia
    domain::VisitorRecord record;
    record.fields = fields.list();
    record.documentKind = licence ? QStringLiteral("aamva") : QStringLiteral("mrz-td3");
    return record;
}

} // namespace

const std::vector<DemoStaff> &demoStaff()
{
    const auto en = QStringLiteral("en");
    const auto zh = QStringLiteral("zh-CN");
    static const std::vector<DemoStaff> staff{
        {QStringLiteral("1001"), QStringLiteral("周雯静"), Grade::Managerial, {Role::Manager}, zh},
        {QStringLiteral("2001"), QStringLiteral("Tom Hargreaves"), Grade::Employee, {Role::Guard}, en},
        {QStringLiteral("2002"), QStringLiteral("陈国强"), Grade::Employee, {Role::Guard}, zh},
        {QStringLiteral("3001"), QStringLiteral("林晓岚"), Grade::Managerial, {Role::Escort}, zh},
        {QStringLiteral("3002"), QStringLiteral("Daniel Okafor"), Grade::Managerial, {Role::Escort}, en},
        {QStringLiteral("4001"), QStringLiteral("Sofia Marino"), Grade::Managerial, {Role::Auditor}, en},
        {QStringLiteral("5001"), QStringLiteral("王晓东"), Grade::Managerial, {}, zh},
        {QStringLiteral("5002"), QStringLiteral("Emma Clarke"), Grade::Employee, {}, en},
        {QStringLiteral("5003"), QStringLiteral("吴佳怡"), Grade::Employee, {}, zh},
        {QStringLiteral("5004"), QStringLiteral("Peter Lindqvist"), Grade::Managerial, {}, en},
        {QStringLiteral("5005"), QStringLiteral("刘洋"), Grade::Employee, {}, zh},
        {QStringLiteral("5006"), QStringLiteral("Aisha Rahman"), Grade::Employee, {}, en},
        {QStringLiteral("5007"), QStringLiteral("李思颖"), Grade::Employee, {}, zh},
        {QStringLiteral("5008"), QStringLiteral("Henrik Vogel"), Grade::Employee, {}, en},
    };
    return staff;
}

int draw(Randomness &randomness, int bound)
{
    const auto bytes = randomness.bytes(4);
    return static_cast<int>(qFromBigEndian<quint32>(bytes.constData()) % static_cast<quint32>(bound));
}

int demoVisitorCount()
{
    return static_cast<int>(chineseVisitors.size() + otherVisitors.size());
}

PersonRandomness::PersonRandomness(int person) : m_state((static_cast<quint64>(person) + 1) * 0x9E3779B97F4A7C15ULL) {}

QByteArray PersonRandomness::bytes(int count)
{
    QByteArray result(count, '\0');
    for (char &byte : result) {
        m_state ^= m_state << 13;
        m_state ^= m_state >> 7;
        m_state ^= m_state << 17;
        byte = static_cast<char>(m_state >> 32);
    }
    return result;
}

DemoVisitor demoVisitor(int person, const QDate &today)
{
    const auto index = static_cast<std::size_t>(person);
    PersonRandomness randomness(person);
    const auto born = QDate(1967, 1, 1).addDays(draw(randomness, 13000));
    DemoVisitor visitor;
    if (index < chineseVisitors.size()) {
        visitor.record = residentCard(randomness, chineseVisitors[index], born);
        visitor.record.company = pick(randomness, chineseCompanies);
        visitor.record.phone = QStringLiteral("100 0000 ") + digits(randomness, 4); // no Chinese mobile number begins so
        visitor.language = QStringLiteral("zh-CN");
    } else {
        const auto &name = otherVisitors[index - chineseVisitors.size()];
        visitor.record = foreignDocument(randomness, name, born, QDate(today.year() - 1, 1, 1));
        visitor.record.company = pick(randomness, otherCompanies);
        visitor.record.phone = QStringLiteral("+44 7700 900") + digits(randomness, 3); // kept free for drama
        visitor.language = QStringLiteral("en");
    }
    visitor.record.documentValid = true;
    return visitor;
}

QString drawPassword()
{
    static constexpr std::array<const char *, 64> words{
        "acorn",  "anvil",  "apron",   "barley",  "basalt",  "birch",  "bobbin", "bramble", "brook",  "cedar",   "chisel",
        "cinder", "clover", "cobalt",  "copper",  "cricket", "damson", "easel",  "ember",   "fathom", "fennel",  "ferry",
        "flint",  "garnet", "gravel",  "hazel",   "heron",   "indigo", "ivory",  "juniper", "kettle", "lantern", "larch",
        "ledger", "lichen", "linen",   "mallet",  "maple",   "marble", "meadow", "nettle",  "oboe",   "otter",   "paddle",
        "pebble", "pewter", "plume",   "quarry",  "quartz",  "raven",  "ribbon", "rowan",   "saddle", "sorrel",  "spindle",
        "tallow", "teal",   "thicket", "thistle", "timber",  "tulip",  "velvet", "walnut",  "willow"};
    const auto bytes = security::makeSecret(4);
    QStringList chosen;
    for (const auto byte : bytes.span())
        chosen += QString::fromLatin1(words[byte % words.size()]);
    return chosen.join(QLatin1Char('-')) + QLatin1Char('-') + QString::number(10 + bytes.data()[0] % 90);
}

} // namespace gatehouse::ctl
