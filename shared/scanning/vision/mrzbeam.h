// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ocrb.h"

#include <QString>

#include <string_view>
#include <vector>

namespace gatehouse::scanning
{

/// One way to read some characters.
struct Candidate {
    QString text;
    double score = 0; ///< natural logarithm of its probability
};

/// Where a character was seen and what may stand there.
struct SeenCharacter {
    const OcrbNet::LogProbabilities *scores = nullptr;
    std::string_view allowed;
};

inline constexpr std::string_view zoneDigits = "0123456789";
inline constexpr std::string_view zoneDigitsOrFiller = "0123456789<";
inline constexpr std::string_view zoneLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ<";
inline constexpr std::string_view zoneAll = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ<";
inline constexpr std::string_view zoneSexes = "MF<X";

/// The likeliest readings, best first. With `checked`, the last character is the check digit of those before it.
std::vector<Candidate> likeliest(const std::vector<SeenCharacter> &characters, bool checked, std::size_t count);

/// log probability that these characters read `text`.
double scoreOf(const std::vector<SeenCharacter> &characters, const QString &text);

/// Probability of the best allowed character against all allowed ones, and of the allowed ones against all.
struct Certainty {
    QChar character;
    double among = 0;
    double allowed = 0;
};
Certainty certaintyOf(const SeenCharacter &character);

} // namespace gatehouse::scanning
