// SPDX-License-Identifier: GPL-3.0-or-later
#include "roomwords.h"

#include "wordtable.h"

namespace gatehouse::presentation
{

using namespace domain;

namespace
{
constexpr char context[] = "RoomWords";

constexpr Word incidentWords[] = {
    {"stranger", QT_TRANSLATE_NOOP("RoomWords", "Stranger")},
    {"undeclared-item", QT_TRANSLATE_NOOP("RoomWords", "Undeclared item")},
    {"missing-item", QT_TRANSLATE_NOOP("RoomWords", "Item missing")},
    {"electrical-hazard", QT_TRANSLATE_NOOP("RoomWords", "Electrical hazard")},
    {"door-or-window", QT_TRANSLATE_NOOP("RoomWords", "Door or window")},
    {"fire-equipment", QT_TRANSLATE_NOOP("RoomWords", "Fire equipment")},
    {"fire", QT_TRANSLATE_NOOP("RoomWords", "Fire")},
    {"equipment-failure", QT_TRANSLATE_NOOP("RoomWords", "Equipment failure")},
    {"information-security", QT_TRANSLATE_NOOP("RoomWords", "Information security")},
    {"unconfirmed-emergency", QT_TRANSLATE_NOOP("RoomWords", "Emergency entry not confirmed")},
    {"forced-door", QT_TRANSLATE_NOOP("RoomWords", "Door forced")},
    {"missing-paper", QT_TRANSLATE_NOOP("RoomWords", "Paper form missing")},
    {"other", QT_TRANSLATE_NOOP("RoomWords", "Other incident")},
};

constexpr Word stepWords[] = {
    {"lead-out", QT_TRANSLATE_NOOP("RoomWords", "The person was politely led out")},
    {"badge-looked-up", QT_TRANSLATE_NOOP("RoomWords", "A badge found on the person was looked up")},
    {"reason-asked", QT_TRANSLATE_NOOP("RoomWords", "The reason was asked for")},
    {"item-secured", QT_TRANSLATE_NOOP("RoomWords", "The item was secured")},
    {"person-asked", QT_TRANSLATE_NOOP("RoomWords", "The person was asked")},
    {"item-settled", QT_TRANSLATE_NOOP("RoomWords", "The item was found or settled")},
    {"made-safe", QT_TRANSLATE_NOOP("RoomWords", "The place was made safe")},
    {"repaired", QT_TRANSLATE_NOOP("RoomWords", "Repaired")},
    {"secured", QT_TRANSLATE_NOOP("RoomWords", "Secured for now")},
    {"replaced-or-repaired", QT_TRANSLATE_NOOP("RoomWords", "Replaced or repaired")},
    {"room-cleared", QT_TRANSLATE_NOOP("RoomWords", "The room was cleared")},
    {"brigade-called", QT_TRANSLATE_NOOP("RoomWords", "The fire brigade was called")},
    {"people-counted", QT_TRANSLATE_NOOP("RoomWords", "Everybody was counted")},
    {"isolated", QT_TRANSLATE_NOOP("RoomWords", "Isolated")},
    {"spare-in-place", QT_TRANSLATE_NOOP("RoomWords", "A spare is in place")},
    {"restored", QT_TRANSLATE_NOOP("RoomWords", "Restored")},
    {"evidence-kept", QT_TRANSLATE_NOOP("RoomWords", "Evidence was kept")},
    {"identity-settled", QT_TRANSLATE_NOOP("RoomWords", "Who came in was found out")},
    {"room-checked", QT_TRANSLATE_NOOP("RoomWords", "The room was checked")},
    {"searched", QT_TRANSLATE_NOOP("RoomWords", "Searched for")},
};

constexpr Word informedWords[] = {
    {"guard", QT_TRANSLATE_NOOP("RoomWords", "Guard")},
    {"keeper", QT_TRANSLATE_NOOP("RoomWords", "Keeper")},
    {"supervisor", QT_TRANSLATE_NOOP("RoomWords", "Supervisor")},
    {"lead", QT_TRANSLATE_NOOP("RoomWords", "Lead")},
    {"fire-keeper", QT_TRANSLATE_NOOP("RoomWords", "Fire keeper")},
    {"maintainer", QT_TRANSLATE_NOOP("RoomWords", "System maintenance")},
    {"general-affairs", QT_TRANSLATE_NOOP("RoomWords", "General Affairs")},
    {"manager", QT_TRANSLATE_NOOP("RoomWords", "Manager")},
};

constexpr Word roundWords[] = {
    {"scheduled", QT_TRANSLATE_NOOP("RoomWords", "Scheduled round")},
    {"spot", QT_TRANSLATE_NOOP("RoomWords", "Spot round")},
    {"closing", QT_TRANSLATE_NOOP("RoomWords", "Closing round")},
};

constexpr Word pointKindWords[] = {
    {"electrical", QT_TRANSLATE_NOOP("RoomWords", "Power")},
    {"door-or-window", QT_TRANSLATE_NOOP("RoomWords", "Doors and windows")},
    {"fire-equipment", QT_TRANSLATE_NOOP("RoomWords", "Fire equipment")},
    {"information", QT_TRANSLATE_NOOP("RoomWords", "Computers and data")},
    {"access", QT_TRANSLATE_NOOP("RoomWords", "Access")},
    {"other", QT_TRANSLATE_NOOP("RoomWords", "Other point")},
};

constexpr Word supplyWords[] = {
    {"server", QT_TRANSLATE_NOOP("RoomWords", "Server")},
    {"station", QT_TRANSLATE_NOOP("RoomWords", "Station")},
    {"lock", QT_TRANSLATE_NOOP("RoomWords", "Lock")},
    {"other", QT_TRANSLATE_NOOP("RoomWords", "Other load")},
};

constexpr Word fireWords[] = {
    {"extinguisher", QT_TRANSLATE_NOOP("RoomWords", "Extinguisher")},
    {"hydrant", QT_TRANSLATE_NOOP("RoomWords", "Hydrant")},
    {"detector", QT_TRANSLATE_NOOP("RoomWords", "Smoke detector")},
    {"suppression", QT_TRANSLATE_NOOP("RoomWords", "Gas suppression")},
    {"other", QT_TRANSLATE_NOOP("RoomWords", "Other fire equipment")},
};

constexpr Word selfCheckWords[] = {
    {"own-equipment", QT_TRANSLATE_NOOP("RoomWords", "I have checked my own equipment")},
    {"screen-locked", QT_TRANSLATE_NOOP("RoomWords", "Screens are locked, no password lies about")},
    {"papers-away", QT_TRANSLATE_NOOP("RoomWords", "Papers with personal data are locked away")},
    {"room-in-order", QT_TRANSLATE_NOOP("RoomWords", "The room is in order: power, doors, windows")},
    {"badges-counted", QT_TRANSLATE_NOOP("RoomWords", "Badges in the box are counted")},
};

constexpr Word exceptionWords[] = {
    {"usb", QT_TRANSLATE_NOOP("RoomWords", "USB on a PC")},
    {"internet", QT_TRANSLATE_NOOP("RoomWords", "Internet on a PC")},
    {"network", QT_TRANSLATE_NOOP("RoomWords", "Network access")},
    {"right", QT_TRANSLATE_NOOP("RoomWords", "A right in a system")},
    {"staff-number", QT_TRANSLATE_NOOP("RoomWords", "Special use of a staff number")},
};

constexpr Word exceptionStateWords[] = {
    {"requested", QT_TRANSLATE_NOOP("RoomWords", "waits for the supervisor")},
    {"checked", QT_TRANSLATE_NOOP("RoomWords", "waits for the leadership")},
    {"signed", QT_TRANSLATE_NOOP("RoomWords", "waits for maintenance")},
    {"opened", QT_TRANSLATE_NOOP("RoomWords", "open")},
    {"relocked", QT_TRANSLATE_NOOP("RoomWords", "locked again")},
    {"refused", QT_TRANSLATE_NOOP("RoomWords", "refused")},
    {"closed-at-once", QT_TRANSLATE_NOOP("RoomWords", "closed at once")},
};

constexpr Word registeredWords[] = {
    {"medium", QT_TRANSLATE_NOOP("RoomWords", "Medium")},
    {"key", QT_TRANSLATE_NOOP("RoomWords", "Key")},
    {"device", QT_TRANSLATE_NOOP("RoomWords", "Device")},
};

constexpr Word passItemWords[] = {
    {"server", QT_TRANSLATE_NOOP("RoomWords", "Server or part of one")},
    {"disk", QT_TRANSLATE_NOOP("RoomWords", "Disk or other medium")},
    {"paper", QT_TRANSLATE_NOOP("RoomWords", "Papers or copies")},
    {"tool", QT_TRANSLATE_NOOP("RoomWords", "Tool")},
    {"other", QT_TRANSLATE_NOOP("RoomWords", "Something else")},
};

constexpr Word leavingWords[] = {
    {"records", QT_TRANSLATE_NOOP("RoomWords", "Records and papers")},
    {"media", QT_TRANSLATE_NOOP("RoomWords", "Storage media")},
    {"devices", QT_TRANSLATE_NOOP("RoomWords", "Devices")},
    {"keys", QT_TRANSLATE_NOOP("RoomWords", "Keys")},
    {"badge", QT_TRANSLATE_NOOP("RoomWords", "Staff badge")},
};
} // namespace

QString incidentKindText(IncidentKind kind)
{
    return wordIn(context, incidentWords, incidentKindName(kind));
}

QString incidentStepText(const QString &code)
{
    return wordIn(context, stepWords, code);
}

QString informedText(Informed who)
{
    return wordIn(context, informedWords, informedName(who));
}

QString roundKindText(RoundKind kind)
{
    return wordIn(context, roundWords, roundKindName(kind));
}

QString pointText(const CheckPoint &point, bool chinese)
{
    return chinese && !point.chinese.isEmpty() ? point.chinese : point.english;
}

QString pointKindText(PointKind kind)
{
    return wordIn(context, pointKindWords, pointKindName(kind));
}

QString supplyText(SupplyLoad::What what)
{
    return wordIn(context, supplyWords, supplyName(what));
}

QString fireDeviceKindText(const QString &kind)
{
    return wordIn(context, fireWords, kind);
}

QStringList fireDeviceKinds()
{
    return codesOf(fireWords);
}

QString selfCheckText(const QString &code)
{
    return wordIn(context, selfCheckWords, code);
}

QString exceptionKindText(const QString &kind)
{
    return wordIn(context, exceptionWords, kind);
}

QString exceptionStateText(ExceptionState state)
{
    return wordIn(context, exceptionStateWords, exceptionStateName(state));
}

QString registeredKindText(RegisteredKind kind)
{
    return wordIn(context, registeredWords, registeredKindName(kind));
}

QString passStateText(MaterialPass::State state)
{
    switch (state) {
    case MaterialPass::State::Requested:
        return QCoreApplication::translate("RoomWords", "waits for the owner");
    case MaterialPass::State::Approved:
        return QCoreApplication::translate("RoomWords", "approved, not yet checked");
    case MaterialPass::State::Refused:
        return QCoreApplication::translate("RoomWords", "refused");
    case MaterialPass::State::Left:
        return QCoreApplication::translate("RoomWords", "has left");
    }
    return {};
}

QString passItemText(const QString &what)
{
    return wordIn(context, passItemWords, what);
}

QStringList passItems()
{
    return codesOf(passItemWords);
}

QString leavingText(const QString &code)
{
    return wordIn(context, leavingWords, code);
}

} // namespace gatehouse::presentation
