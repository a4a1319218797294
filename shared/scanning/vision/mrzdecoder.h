// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ocrb.h"
#include "parsing/mrzlayout.h"

#include <QDate>

#include <optional>
#include <vector>

namespace gatehouse::scanning
{

/// Class probabilities of a zone's lines, in reading order.
using MrzEvidence = std::vector<std::vector<OcrbNet::LogProbabilities>>;

/// Turns what the network saw into a zone: letters or digits by position, the alternatives that satisfy the check digits
/// ranked against each other, codes against the ICAO list. Fields guarded by a check digit are Trust::Checked only when no
/// other reading that satisfies it comes near; names are Trust::Read only above a confidence that the accuracy run justifies
/// (tests/accuracy), otherwise Trust::Unsure. A zone that was seen clearly and whose check digits are wrong comes as it stands,
/// invalid and all of it unsure. Nothing when this is no zone, or the reading of it not clear enough to tell. Pure.
std::optional<ScanResult> decodeMrz(const MrzEvidence &evidence, QDate today);

} // namespace gatehouse::scanning
