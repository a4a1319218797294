// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ocrb.h"

namespace gatehouse::scanning
{

/// The windows of OcrbNet::slide() that show the characters of a line.
struct CharacterPath {
    std::vector<int> windows; ///< one for each character; empty when there is no such path
    double score = -100;      ///< mean over the characters of the best class's log probability
};

/// The best `count` windows, each about one pitch behind the one before, the first at most at window `lastStart`. A path that
/// has a blank before and behind it is preferred: a line must not be read from its second character, or from a scratch before
/// its first.
CharacterPath followCharacters(const std::vector<OcrbNet::LogProbabilities> &windows, int count, int lastStart);

/// The middle of the windows around `at` for which the network says the same, in windows.
double centreOfPlateau(const std::vector<OcrbNet::LogProbabilities> &windows, int at);

/// Log probability of the likeliest character.
float bestCharacter(const OcrbNet::LogProbabilities &scores);

/// How well the place beside a line's end fits one: log probability of "no character", but no worse than what dirt does.
float blankBeside(const OcrbNet::LogProbabilities &scores);

} // namespace gatehouse::scanning
