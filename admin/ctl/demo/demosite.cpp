// SPDX-License-Identifier: GPL-3.0-or-later
#include "demosite.h"

#include "demovisit.h"

#include "usecases/requestvisit.h"

#include <algorithm>

namespace gatehouse::ctl
{

namespace
{

QDateTime localTime(const QDate &date, int hour, int minute)
{
    return QDateTime(date, QTime(hour, minute), Qt::LocalTime);
}

QString drawPurpose(Randomness &randomness)
{
    const int chance = draw(randomness, 100);
    if (chance < 38)
        return QStringLiteral("meeting");
    if (chance < 52)
        return QStringLiteral("delivery");
    if (chance < 66)
        return QStringLiteral("interview");
    if (chance < 78)
        return QStringLiteral("maintenance");
    if (chance < 87)
        return QStringLiteral("machine-room-work");
    if (chance < 92)
        return QStringLiteral("visit");
    return chance < 96 ? QStringLiteral("tour") : QStringLiteral("inspection");
}

DemoEnding drawEnding(Randomness &randomness)
{
    const int chance = draw(randomness, 100);
    if (chance < 6)
        return DemoEnding::Denied;
    if (chance < 9)
        return DemoEnding::Lapsed;
    if (chance < 11)
        return DemoEnding::Withdrawn;
    return chance < 13 ? DemoEnding::BadgeLost : DemoEnding::Departed;
}

QStringList drawItems(Randomness &randomness, const QString &purpose)
{
    QStringList items;
    if (draw(randomness, 3) == 0)
        items += QStringLiteral("laptop");
    if (purpose == QLatin1String("maintenance") || purpose == QLatin1String("machine-room-work"))
        items += QStringLiteral("tools");
    if (purpose == QLatin1String("machine-room-work") && draw(randomness, 2) == 0)
        items += QStringLiteral("usb-storage");
    return items;
}

DemoPlan drawPlan(Randomness &randomness, const QDate &day)
{
    DemoPlan plan;
    plan.arrival = localTime(day, 8, 30).addSecs(60LL * draw(randomness, 7 * 60 + 30));
    plan.purpose = drawPurpose(randomness);
    plan.ending = plan.purpose == QLatin1String("delivery") ? DemoEnding::Departed : drawEnding(randomness);
    plan.people = plan.purpose == QLatin1String("tour") ? 2 + draw(randomness, 3) : draw(randomness, 6) == 0 ? 2 : 1;
    plan.stayMinutes = 25 + draw(randomness, plan.purpose == QLatin1String("visit") ? 50 : 130);
    plan.typed = draw(randomness, 12) == 0;
    plan.items = drawItems(randomness, plan.purpose);
    return plan;
}

/// What stands on the screens when the demo is looked at: somebody in every state.
std::vector<DemoPlan> presentPlans(const QDateTime &now)
{
    const auto ago = [&now](int minutes) { return now.addSecs(-60LL * minutes); };
    const auto meeting = QStringLiteral("meeting");
    const auto work = QStringLiteral("machine-room-work");
    const QStringList tools{QStringLiteral("laptop"), QStringLiteral("tools")};
    const QStringList stick{QStringLiteral("usb-storage"), QStringLiteral("tools")};
    return {{ago(240), meeting, DemoEnding::Departed, 1, 110, false, {}},
            {ago(205), QStringLiteral("delivery"), DemoEnding::Departed, 1, 0, false, {}},
            {ago(190), QStringLiteral("interview"), DemoEnding::Departed, 1, 85, false, {}},
            {ago(150), QStringLiteral("visit"), DemoEnding::OnSite, 1, 0, false, {}}, // an hour's visit: overdue by now
            {ago(105), meeting, DemoEnding::OnSite, 2, 0, false, tools},
            {ago(92), work, DemoEnding::OnSite, 1, 0, false, stick},
            {ago(70), QStringLiteral("maintenance"), DemoEnding::OnSite, 1, 0, false, tools},
            {ago(55), meeting, DemoEnding::Denied, 1, 0, false, {}},
            {ago(38), meeting, DemoEnding::ReadyForPickup, 1, 0, false, {}},
            {ago(24), QStringLiteral("inspection"), DemoEnding::OnSite, 1, 0, false, {}},
            {ago(12), QStringLiteral("interview"), DemoEnding::Waiting, 1, 0, true, {}},
            {ago(8), work, DemoEnding::Waiting, 1, 0, false, stick},
            {ago(5), meeting, DemoEnding::Asked, 2, 0, false, {}},
            {ago(2), QStringLiteral("delivery"), DemoEnding::Waiting, 1, 0, false, {}}};
}

class Calendar
{
public:
    explicit Calendar(DemoWorld &world) : m_world(world) {}

    void addPast(const QDateTime &start, const QDateTime &now)
    {
        // The hours before now are the present's; a day before that is over by seven in the evening.
        const auto presentBegins = now.addSecs(-6 * 3600);
        for (auto day = start.toLocalTime().date(); localTime(day, 19, 30) < presentBegins; day = day.addDays(1)) {
            const int visits = day.dayOfWeek() > 5 ? draw(m_world.randomness, 2) : 5 + draw(m_world.randomness, 4);
            for (int i = 0; i < visits; ++i)
                add(eventsOf(m_world, drawPlan(m_world.randomness, day)));
            add({{localTime(day, 19, 15), [this]() -> Result<void> {
                      GATEHOUSE_TRY(usecases::lapseVisits(m_world.kiosk->workplace()));
                      return {};
                  }}});
        }
    }

    void addPresent(const QDateTime &now)
    {
        for (const auto &plan : presentPlans(now))
            add(eventsOf(m_world, plan));
    }

    Result<void> happen()
    {
        std::stable_sort(m_events.begin(), m_events.end(), [](const DemoEvent &a, const DemoEvent &b) { return a.at < b.at; });
        for (const auto &event : m_events) {
            m_world.clock.advanceTo(event.at);
            GATEHOUSE_TRY(event.act());
        }
        return {};
    }

private:
    void add(const std::vector<DemoEvent> &events) { m_events.insert(m_events.end(), events.begin(), events.end()); }

    DemoWorld &m_world;
    std::vector<DemoEvent> m_events;
};

} // namespace

Result<DemoSite> makeDemoSite(domain::Store &store, const security::StationVault &vault, Randomness &randomness,
                              const DemoOptions &options)
{
    const auto now = options.until;
    const auto start = options.weeks > 0 ? localTime(now.toLocalTime().date().addDays(-7LL * options.weeks), 7, 0).toUTC()
                                         : now.addSecs(-6 * 3600);
    DemoWorld world(store, vault, randomness, options, start);
    DemoSite made;
    made.siteName = QStringLiteral("Lakeside Call Centre");
    GATEHOUSE_TRY(settleStaff(world, made));
    Calendar calendar(world);
    if (options.weeks > 0)
        calendar.addPast(start, now);
    calendar.addPresent(now);
    GATEHOUSE_TRY(calendar.happen());
    world.clock.advanceTo(now);
    GATEHOUSE_TRY(closeDesks(world));
    made.visits = world.visits;
    return made;
}

} // namespace gatehouse::ctl
