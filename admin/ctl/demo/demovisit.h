// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demodesk.h"

#include "domain/visit.h"

#include <functional>

namespace gatehouse::ctl
{

/// How far a demo visit gets by the demo's present.
enum class DemoEnding { Departed, BadgeLost, OnSite, ReadyForPickup, Waiting, Asked, Denied, Lapsed, Withdrawn };

/// One visit, or party of visits, that is to happen.
struct DemoPlan {
    QDateTime arrival;
    QString purpose;
    DemoEnding ending = DemoEnding::Departed;
    int people = 1;
    int stayMinutes = 60;
    bool typed = false; ///< the document was typed by hand, which the guard has to override
    QStringList items;  ///< carried in
};

struct DemoEvent {
    QDateTime at;
    std::function<Result<void>()> act;
};

/// The steps of one visit in time. Each refers to the world, which must outlive them.
std::vector<DemoEvent> eventsOf(DemoWorld &world, const DemoPlan &plan);

} // namespace gatehouse::ctl
