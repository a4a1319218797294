// SPDX-License-Identifier: GPL-3.0-or-later
#include "zone.h"

#include <QJsonArray>

namespace gatehouse::domain
{

namespace
{
constexpr QLatin1String keyId("id");
constexpr QLatin1String keyEnglish("nameEnglish");
constexpr QLatin1String keyChinese("nameChinese");

QJsonArray zoneKeys(const std::vector<ZoneId> &zones)
{
    QJsonArray array;
    for (const ZoneId &zone : zones)
        array.append(zone.key);
    return array;
}

QJsonArray approverArray(const std::vector<std::vector<QString>> &approvers)
{
    QJsonArray array;
    for (const std::vector<QString> &capacities : approvers) {
        QJsonArray slot;
        for (const QString &capacity : capacities)
            slot.append(capacity);
        array.append(slot);
    }
    return array;
}

QJsonArray kindArray(const std::vector<QString> &kinds)
{
    QJsonArray array;
    for (const QString &kind : kinds)
        array.append(kind);
    return array;
}

std::vector<QString> kindsIn(const QJsonValue &value)
{
    std::vector<QString> kinds;
    for (const QJsonValue &kind : value.toArray())
        kinds.push_back(kind.toString());
    return kinds;
}

std::vector<ZoneId> zoneIds(const QJsonValue &value)
{
    std::vector<ZoneId> zones;
    for (const QJsonValue &entry : value.toArray())
        zones.push_back(ZoneId{entry.toString()});
    return zones;
}

Zone makeZone(const char *key, const char *english, const char *chinese)
{
    Zone zone;
    zone.id = ZoneId{QString::fromUtf8(key)};
    zone.nameEnglish = QString::fromUtf8(english);
    zone.nameChinese = QString::fromUtf8(chinese);
    zone.prohibitedItems = {QStringLiteral("flammable")}; // R6: nowhere on the premises
    return zone;
}

Purpose makePurpose(const char *key, const char *english, const char *chinese, std::vector<const char *> zones)
{
    Purpose purpose;
    purpose.id = PurposeId{QString::fromUtf8(key)};
    purpose.nameEnglish = QString::fromUtf8(english);
    purpose.nameChinese = QString::fromUtf8(chinese);
    for (const char *zone : zones)
        purpose.zones.push_back(ZoneId{QString::fromUtf8(zone)});
    return purpose;
}
} // namespace

QJsonObject toJson(const Zone &zone)
{
    QJsonObject json{{keyId, zone.id.key},
                     {keyEnglish, zone.nameEnglish},
                     {keyChinese, zone.nameChinese},
                     {QStringLiteral("escort"), static_cast<int>(zone.escort)},
                     {QStringLiteral("visitorsPerEscort"), zone.visitorsPerEscort},
                     {QStringLiteral("approvals"), zone.approvals},
                     {QStringLiteral("asksDocument"), zone.asksDocument},
                     {QStringLiteral("asksTerms"), zone.asksTerms},
                     {QStringLiteral("asksBriefing"), zone.asksBriefing},
                     {QStringLiteral("prohibitedItems"), kindArray(zone.prohibitedItems)},
                     {QStringLiteral("retentionDays"), zone.retentionDays}};
    // Left out when empty or as usual: zones that were signed before there was such a thing stay as they were signed.
    if (!zone.approvers.empty())
        json.insert(QStringLiteral("approvers"), approverArray(zone.approvers));
    if (zone.briefingDays != Zone().briefingDays)
        json.insert(QStringLiteral("briefingDays"), zone.briefingDays);
    if (!zone.namedItems.empty())
        json.insert(QStringLiteral("namedItems"), kindArray(zone.namedItems));
    return json;
}

Zone zoneFromJson(const QJsonObject &json)
{
    Zone zone;
    zone.id = ZoneId{json.value(keyId).toString()};
    zone.nameEnglish = json.value(keyEnglish).toString();
    zone.nameChinese = json.value(keyChinese).toString();
    zone.escort = static_cast<EscortRule>(qBound(0, json.value(QStringLiteral("escort")).toInt(), 2));
    zone.visitorsPerEscort = json.value(QStringLiteral("visitorsPerEscort")).toInt(5);
    zone.approvals = json.value(QStringLiteral("approvals")).toInt(1);
    for (const QJsonValue &slot : json.value(QStringLiteral("approvers")).toArray()) {
        std::vector<QString> capacities;
        for (const QJsonValue &capacity : slot.toArray())
            capacities.push_back(capacity.toString());
        zone.approvers.push_back(capacities);
    }
    zone.asksDocument = json.value(QStringLiteral("asksDocument")).toBool(true);
    zone.asksTerms = json.value(QStringLiteral("asksTerms")).toBool();
    zone.asksBriefing = json.value(QStringLiteral("asksBriefing")).toBool();
    zone.briefingDays = qMax(1, json.value(QStringLiteral("briefingDays")).toInt(Zone().briefingDays));
    zone.prohibitedItems = kindsIn(json.value(QStringLiteral("prohibitedItems")));
    zone.namedItems = kindsIn(json.value(QStringLiteral("namedItems")));
    zone.retentionDays = json.value(QStringLiteral("retentionDays")).toInt(180);
    return zone;
}

QJsonObject toJson(const Purpose &purpose)
{
    return {{keyId, purpose.id.key},
            {keyEnglish, purpose.nameEnglish},
            {keyChinese, purpose.nameChinese},
            {QStringLiteral("zones"), zoneKeys(purpose.zones)},
            {QStringLiteral("optionalZones"), zoneKeys(purpose.optionalZones)},
            {QStringLiteral("entering"), purpose.entering},
            {QStringLiteral("asksHost"), purpose.asksHost},
            {QStringLiteral("asksCompany"), purpose.asksCompany},
            {QStringLiteral("asksItems"), purpose.asksItems},
            {QStringLiteral("durationMinutes"), purpose.durationMinutes}};
}

Purpose purposeFromJson(const QJsonObject &json)
{
    Purpose purpose;
    purpose.id = PurposeId{json.value(keyId).toString()};
    purpose.nameEnglish = json.value(keyEnglish).toString();
    purpose.nameChinese = json.value(keyChinese).toString();
    purpose.zones = zoneIds(json.value(QStringLiteral("zones")));
    purpose.optionalZones = zoneIds(json.value(QStringLiteral("optionalZones")));
    purpose.entering = json.value(QStringLiteral("entering")).toBool(true);
    purpose.asksHost = json.value(QStringLiteral("asksHost")).toBool(true);
    purpose.asksCompany = json.value(QStringLiteral("asksCompany")).toBool(true);
    purpose.asksItems = json.value(QStringLiteral("asksItems")).toBool(true);
    purpose.durationMinutes = json.value(QStringLiteral("durationMinutes")).toInt(240);
    return purpose;
}

std::vector<Zone> defaultZones()
{
    Zone lobby = makeZone("lobby", "Lobby", "大厅");
    Zone lounge = makeZone("lounge", "Lounge", "休息室");
    Zone office = makeZone("office", "Office", "办公区");
    office.asksTerms = true;
    Zone machineRoom = makeZone("machine-room", "Machine room", "机房");
    machineRoom.escort = EscortRule::One;
    machineRoom.approvals = 2;
    machineRoom.approvers = {{QStringLiteral("guard")}, {QStringLiteral("keeper"), QStringLiteral("lead")}}; // R9
    machineRoom.asksTerms = true;
    machineRoom.asksBriefing = true;
    machineRoom.retentionDays = 365;
    // R6: no food or drink; R7: no outside disks, discs, USB sticks or players.
    machineRoom.prohibitedItems = {QStringLiteral("flammable"), QStringLiteral("food"), QStringLiteral("usb-storage"),
                                   QStringLiteral("disc"), QStringLiteral("player")};
    machineRoom.namedItems = {QStringLiteral("camera")};
    return {lobby, lounge, office, machineRoom};
}

std::vector<Purpose> defaultPurposes()
{
    Purpose meeting = makePurpose("meeting", "Meeting", "会议", {"lobby", "office"});
    Purpose interview = makePurpose("interview", "Job interview", "应聘面试", {"lobby", "lounge"}); // R5: never further
    interview.asksCompany = false;
    interview.durationMinutes = 180;
    Purpose delivery = makePurpose("delivery", "Delivery, not entering", "送货（不进入）", {});
    delivery.entering = false;
    delivery.asksHost = delivery.asksCompany = delivery.asksItems = false;
    delivery.durationMinutes = 30;
    Purpose maintenance = makePurpose("maintenance", "Maintenance", "维修", {"lobby", "office"});
    Purpose tour = makePurpose("tour", "Tour", "参观", {"lobby", "office", "machine-room"});
    tour.durationMinutes = 120;
    Purpose work = makePurpose("machine-room-work", "Work in the machine room", "机房作业", {"lobby", "machine-room"});
    Purpose inspection = makePurpose("inspection", "Inspection by an authority", "政府检查", {"lobby", "office"});
    inspection.optionalZones = {ZoneId{QStringLiteral("machine-room")}};
    Purpose visit = makePurpose("visit", "Private visit", "探访", {"lobby", "lounge"});
    visit.asksCompany = false;
    visit.durationMinutes = 60;
    // What the kiosk's "Call the guard" raises; no answer to why somebody comes.
    Purpose help = delivery;
    help.id = PurposeId{QStringLiteral("help")};
    help.nameEnglish = QStringLiteral("Asks for the guard");
    help.nameChinese = QStringLiteral("请求保安协助");
    return {meeting, interview, delivery, maintenance, tour, work, inspection, visit, help};
}

} // namespace gatehouse::domain
