// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/zone.h"
#include "workplace.h"

namespace gatehouse::usecases
{

/// A manager signs a zone anew, with other demands on its visitors: agreement, briefing and how long it holds, what is handed
/// in (R6, R7), visitors for one escort, how long records are kept. From then on every station asks for that. Invalid with the
/// name of the field as detail: what the zone is (its names, whether it is escorted, who approves) stays as it was signed, an
/// item is either handed in or allowed by name, flammables are handed in everywhere (R6), numbers out of their bounds.
/// NotFound for a zone that nobody signed; NotAllowed for others than managers; Conflict when nothing would change.
[[nodiscard]] Result<void> defineZone(const Workplace &workplace, const StaffSession &manager, const domain::Zone &zone);

/// Whether the zone was signed before cameras and recorders were controlled there (R7): it says nothing about them.
bool knowsNothingOfCameras(const domain::Zone &zone);

inline constexpr int mostVisitorsPerEscort = 20;
inline constexpr int longestBriefingDays = 2 * 365;
inline constexpr int longestRetentionDays = 10 * 365;

} // namespace gatehouse::usecases
