// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>

#include <algorithm>
#include <map>
#include <set>
#include <vector>

namespace gatehouse::test
{

/// The people whom the model knows by what the policy lets them do.
enum class Person { Nobody, Manager, Guard, SecondGuard, Keeper, Lead, FireKeeper, Escort, Second, Colleague };

/// What the rules of the machine room's door are (R2, R4, R9, R17, R23, R24), said as plainly as possible: no books, no ledger,
/// no signatures. Holds what has really happened; a test tells it, and asks it whether what the door did may be.
struct DoorModel {
    using enum Person;

    struct Visitor {
        QDateTime from, until;
        std::set<Person> approvers;
        bool standIn = false; ///< the manager approved for the keeper, who had not answered for four minutes
        bool briefed = false;
        bool badge = false; ///< the last one that was issued still counts
        bool over = false;
        Person escort = Nobody;  ///< accepted
        Person offered = Nobody; ///< asked, or offered by the escort in charge
    };
    /// One person of a set that is shown to the door.
    struct Shown {
        int visitor = -1;
        Person staff = Nobody;
        bool current = true; ///< it is the badge that was issued last
        bool rightPin = false;
        Person accepted = Nobody; ///< who the door says accepted this visitor here
    };

    std::map<int, Visitor> visitors;
    std::map<Person, QDateTime> authorised; ///< as escorts
    std::set<Person> accessList;
    std::set<int> visitorsInside;
    std::set<Person> staffInside;
    int perEscort = 0;

    static bool isGuard(Person p) { return p == Manager || p == Guard || p == SecondGuard; }
    static bool isOfTheRoom(Person p) { return p == Keeper || p == Lead; }

    static bool approved(const Visitor &v)
    {
        const bool otherGuard = v.approvers.contains(Guard) || v.approvers.contains(SecondGuard);
        return (std::any_of(v.approvers.begin(), v.approvers.end(), isGuard) &&
                std::any_of(v.approvers.begin(), v.approvers.end(), isOfTheRoom)) ||
               (v.standIn && otherGuard);
    }
    bool mayEscort(Person p, const QDateTime &at) const { return authorised.contains(p) && at < authorised.at(p); }
    bool inTime(const Visitor &v, const QDateTime &at) const { return v.from <= at && at < v.until; }
    /// Has an escort who counts, wherever that one is.
    bool valid(int id, const QDateTime &at) const
    {
        const Visitor &v = visitors.at(id);
        return !v.over && approved(v) && v.escort != Nobody && inTime(v, at) && mayEscort(v.escort, at);
    }
    bool alone(int id, const QDateTime &at) const { return !valid(id, at) || !staffInside.contains(visitors.at(id).escort); }

    static bool shows(const std::vector<Shown> &set, Person staff)
    {
        return staff != Nobody && std::any_of(set.begin(), set.end(), [&](const Shown &one) { return one.staff == staff; });
    }
    /// Who brings this visitor in, if anybody of the set may.
    Person bringer(const Shown &one, const std::vector<Shown> &set) const
    {
        const Person escort = one.accepted != Nobody ? one.accepted : visitors.at(one.visitor).escort;
        return shows(set, escort) ? escort : Nobody;
    }

    /// Empty when this set may come in; else why not.
    QString objection(const std::vector<Shown> &set, const QDateTime &at, bool connected) const
    {
        std::map<Person, int> led;
        for (const int id : visitorsInside)
            ++led[visitors.at(id).escort];
        const bool withVisitors = std::any_of(set.begin(), set.end(), [](const Shown &one) { return one.visitor >= 0; });
        for (const Shown &one : set) {
            if (!one.current)
                return QStringLiteral("a badge that no longer counts");
            if (one.staff != Nobody && !one.rightPin)
                return QStringLiteral("staff without the right PIN");
            if (one.staff != Nobody && staffInside.contains(one.staff))
                return QStringLiteral("staff who are inside already");
            if (one.staff != Nobody && !accessList.contains(one.staff) && !(withVisitors && mayEscort(one.staff, at)))
                return QStringLiteral("staff who may not enter");
            if (one.visitor < 0)
                continue;
            const QString why = visitorObjection(one, set, at, connected);
            if (!why.isEmpty())
                return why;
            ++led[bringer(one, set)];
        }
        for (const Shown &one : set) {
            if (one.staff != Nobody && led[one.staff] > perEscort)
                return QStringLiteral("too many visitors for one escort");
        }
        return set.empty() ? QStringLiteral("nobody") : QString();
    }

    QString visitorObjection(const Shown &one, const std::vector<Shown> &set, const QDateTime &at, bool connected) const
    {
        const Visitor &v = visitors.at(one.visitor);
        if (!v.badge || v.over || !inTime(v, at))
            return QStringLiteral("a visitor whose badge or access has ended");
        if (!approved(v))
            return QStringLiteral("a visitor without the approvals");
        if (!v.briefed)
            return QStringLiteral("a visitor who was not briefed");
        if (visitorsInside.contains(one.visitor))
            return QStringLiteral("a visitor who is inside already");
        if (one.accepted != Nobody && (!connected || one.accepted != v.offered))
            return QStringLiteral("an acceptance by somebody who was not asked");
        const Person escort = bringer(one, set);
        if (escort == Nobody)
            return QStringLiteral("a visitor without the own escort");
        return mayEscort(escort, at) ? QString() : QStringLiteral("a visitor whose escort may not escort");
    }

    /// The set went in.
    void enter(const std::vector<Shown> &set)
    {
        for (const Shown &one : set) {
            if (one.visitor < 0) {
                staffInside.insert(one.staff);
                continue;
            }
            visitorsInside.insert(one.visitor);
            if (one.accepted == Nobody)
                continue;
            visitors.at(one.visitor).escort = one.accepted;
            visitors.at(one.visitor).offered = Nobody;
        }
    }
};

} // namespace gatehouse::test
