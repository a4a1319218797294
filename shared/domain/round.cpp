// SPDX-License-Identifier: GPL-3.0-or-later
#include "round.h"

#include "names.h"

#include <QJsonArray>

#include <algorithm>

namespace gatehouse::domain
{

namespace
{
constexpr NameTable<RoundKind, 3> roundTable{{
    {RoundKind::Scheduled, QLatin1String("scheduled")},
    {RoundKind::Spot, QLatin1String("spot")},
    {RoundKind::Closing, QLatin1String("closing")},
}};

constexpr NameTable<PointKind, 6> pointTable{{
    {PointKind::Electrical, QLatin1String("electrical")},
    {PointKind::DoorOrWindow, QLatin1String("door-or-window")},
    {PointKind::FireEquipment, QLatin1String("fire-equipment")},
    {PointKind::Information, QLatin1String("information")},
    {PointKind::Access, QLatin1String("access")},
    {PointKind::Other, QLatin1String("other")},
}};

constexpr NameTable<SupplyLoad::What, 4> supplyTable{{
    {SupplyLoad::What::Server, QLatin1String("server")},
    {SupplyLoad::What::Station, QLatin1String("station")},
    {SupplyLoad::What::Lock, QLatin1String("lock")},
    {SupplyLoad::What::Other, QLatin1String("other")},
}};

CheckPoint point(const char *code, PointKind kind, Rule rule, const char *english, const char *chinese)
{
    return {QString::fromLatin1(code), kind, rule, QString::fromLatin1(english), QString::fromUtf8(chinese)};
}

std::vector<CheckPoint> hazards()
{
    return {
        point("power", PointKind::Electrical, Rule::R10, "Main power and distribution: no heat, smell or noise",
              "总电源及配电：无过热、异味、异响"),
        point("wires", PointKind::Electrical, Rule::R10, "Wires undamaged, none across the floor", "电线无破损，地面无拉线"),
        point("sockets", PointKind::Electrical, Rule::R10, "Sockets and plugs tight, undamaged, not overloaded",
              "插座、插头牢固完好，无超负荷"),
        point("doors", PointKind::DoorOrWindow, Rule::R10, "Doors close and lock; no marks of force",
              "门能关闭上锁，无撬压痕迹"),
        point("windows", PointKind::DoorOrWindow, Rule::R10, "Windows closed, latched, bars firm", "窗户关闭插好，防盗栏牢固"),
    };
}

std::vector<CheckPoint> roomPoints()
{
    std::vector<CheckPoint> points = hazards();
    const std::vector<CheckPoint> more{
        point("fire-equipment", PointKind::FireEquipment, Rule::R11, "Fire equipment in its place, sealed, in date",
              "消防器材在位、封签完好、未过期"),
        point("notice", PointKind::Access, Rule::R2, "The notice that keeps outsiders out hangs at the door",
              "门口“外来人员请勿入内”标识在位"),
        point("no-food", PointKind::Other, Rule::R6, "No food, drink, smoke; nothing that burns or explodes",
              "无食品、饮料、吸烟，无易燃易爆物"),
        point("bios-password", PointKind::Information, Rule::R8, "PCs ask for the BIOS password", "电脑已设 BIOS 密码"),
        point("usb-disabled", PointKind::Information, Rule::R8, "USB and internet are off on the PCs", "电脑 USB 及外网已禁用"),
        point("pc-passwords", PointKind::Information, Rule::R18, "Every PC locks and asks for its password",
              "每台电脑均锁屏并需密码"),
    };
    points.insert(points.end(), more.begin(), more.end());
    return points;
}

std::vector<CheckPoint> closingPoints()
{
    return {
        point("sweep", PointKind::Access, Rule::R12, "Walked through: nobody behind racks, in side rooms",
              "已巡查：机柜后、隔间内无人"),
        point("main-power-off", PointKind::Electrical, Rule::R12, "Main power is off", "总电源已切断"),
        point("equipment-dead", PointKind::Electrical, Rule::R12, "Equipment is dead: no lamp, no fan",
              "设备确已断电：无指示灯、无风扇声"),
        point("doors", PointKind::DoorOrWindow, Rule::R12, "Doors are locked", "门已上锁"),
        point("windows", PointKind::DoorOrWindow, Rule::R12, "Windows are closed and latched", "窗户已关好插牢"),
        point("keys-back", PointKind::Access, Rule::R12, "All keys hang in the key box", "钥匙已全部归位"),
    };
}

QJsonObject pointJson(const CheckPoint &one)
{
    return {{QStringLiteral("code"), one.code},
            {QStringLiteral("kind"), pointKindName(one.kind)},
            {QStringLiteral("rule"), ruleName(one.rule)},
            {QStringLiteral("english"), one.english},
            {QStringLiteral("chinese"), one.chinese}};
}

Rule ruleFromName(const QString &name)
{
    for (int rule = 0; rule <= static_cast<int>(Rule::R28); ++rule) {
        if (ruleName(static_cast<Rule>(rule)) == name)
            return static_cast<Rule>(rule);
    }
    return Rule::R10;
}
} // namespace

QJsonObject toJson(const Checklist &checklist)
{
    QJsonArray points;
    for (const CheckPoint &one : checklist.points)
        points.append(pointJson(one));
    return {{QStringLiteral("zone"), checklist.zone.key},
            {QStringLiteral("kind"), roundKindName(checklist.kind)},
            {QStringLiteral("everyHours"), checklist.everyHours},
            {QStringLiteral("points"), points}};
}

Checklist checklistFromJson(const QJsonObject &json)
{
    Checklist checklist;
    checklist.zone = ZoneId{json.value(QLatin1String("zone")).toString()};
    checklist.kind = roundKindFromName(json.value(QLatin1String("kind")).toString()).value_or(RoundKind::Scheduled);
    checklist.everyHours = json.value(QLatin1String("everyHours")).toInt();
    for (const QJsonValue &value : json.value(QLatin1String("points")).toArray()) {
        const QJsonObject one = value.toObject();
        checklist.points.push_back({one.value(QLatin1String("code")).toString(),
                                    pointKindFromName(one.value(QLatin1String("kind")).toString()).value_or(PointKind::Other),
                                    ruleFromName(one.value(QLatin1String("rule")).toString()),
                                    one.value(QLatin1String("english")).toString(),
                                    one.value(QLatin1String("chinese")).toString()});
    }
    return checklist;
}

std::vector<Checklist> defaultChecklists()
{
    const ZoneId room{QStringLiteral("machine-room")};
    return {{room, RoundKind::Scheduled, 24, roomPoints()},
            {room, RoundKind::Spot, 0, roomPoints()},
            {room, RoundKind::Closing, 24, closingPoints()},
            {ZoneId{QStringLiteral("lobby")}, RoundKind::Scheduled, 24, hazards()}};
}

const PointResult *Round::result(QStringView code) const
{
    const auto found = std::find_if(results.begin(), results.end(), [&](const PointResult &one) { return one.code == code; });
    return found == results.end() ? nullptr : &*found;
}

QStringList Round::unanswered() const
{
    QStringList open;
    for (const CheckPoint &one : checklist.points) {
        if (!result(one.code))
            open << one.code;
    }
    return open;
}

int Round::failed() const
{
    return static_cast<int>(std::count_if(results.begin(), results.end(), [](const PointResult &one) { return !one.passed; }));
}

QString roundSubject(const RoundId &id)
{
    return QStringLiteral("round:") + id.text();
}

QString roundKindName(RoundKind kind)
{
    return nameIn(roundTable, kind);
}

std::optional<RoundKind> roundKindFromName(QStringView name)
{
    return valueIn(roundTable, name);
}

QString pointKindName(PointKind kind)
{
    return nameIn(pointTable, kind);
}

std::optional<PointKind> pointKindFromName(QStringView name)
{
    return valueIn(pointTable, name);
}

QString supplyName(SupplyLoad::What what)
{
    return nameIn(supplyTable, what);
}

std::optional<SupplyLoad::What> supplyFromName(QStringView name)
{
    return valueIn(supplyTable, name);
}

IncidentKind incidentOfPoint(PointKind kind)
{
    switch (kind) {
    case PointKind::Electrical:
        return IncidentKind::ElectricalHazard;
    case PointKind::DoorOrWindow:
        return IncidentKind::DoorOrWindow;
    case PointKind::FireEquipment:
        return IncidentKind::FireEquipment;
    case PointKind::Information:
        return IncidentKind::InformationSecurity;
    case PointKind::Access:
    case PointKind::Other:
        return IncidentKind::OtherIncident;
    }
    return IncidentKind::OtherIncident;
}

} // namespace gatehouse::domain
