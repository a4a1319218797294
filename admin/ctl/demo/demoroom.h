// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demodesk.h"

namespace gatehouse::ctl
{

/// The machine room of the demo: who answers for it, what they carry, and what went through its door. Each step is a use case
/// at the time of the demo's clock; errors as those have them.

/// Duties, authorisations, the access list, the signed checklists and one extinguisher.
[[nodiscard]] Result<void> giveDuties(DemoWorld &world);

/// A staff badge and a PIN for everybody who has an account; both come out with the sign-ins. Needs those people signed in.
[[nodiscard]] Result<void> equipStaff(DemoWorld &world, DemoSite &made);

/// These visitors pass the room's door, each set with the escort who accepted it; whom nobody accepted stays outside, and so
/// does who comes while the own escort is inside with others. The escort goes out after the last visitor.
[[nodiscard]] Result<void> enterRoom(DemoWorld &world, const std::vector<domain::VisitId> &visits, const QStringList &tokens);
[[nodiscard]] Result<void> leaveRoom(DemoWorld &world, const std::vector<domain::VisitId> &visits, const QStringList &tokens);

/// The escorts confirm the work and count the visitors out.
[[nodiscard]] Result<void> releaseVisitors(DemoWorld &world, const std::vector<domain::VisitId> &visits);

} // namespace gatehouse::ctl
