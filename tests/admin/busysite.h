// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "roomcrew.h"
#include "testsite.h"

namespace gatehouse::test
{

/// A visitor with pictures, a long address and things to declare.
usecases::VisitorInput fullVisitor(const QString &given, const QString &surname);
/// Ten who wait, for this and that and since different times, and three on site. The first is the one whose case says most.
domain::VisitId fillFrontDesk(TestSite &site);
/// The duties of the room: a round with a finding, a stranger, exceptions, media and keys, a handover and a drill, some of it
/// overdue. Moves the clock on by a day and two hours.
void fillDuties(TestSite &site, RoomCrew &crew);
/// Visitors of the room: one who asks, one with an escort who has accepted; who may enter alone.
void fillRoomVisitors(TestSite &site, RoomCrew &crew);

} // namespace gatehouse::test
