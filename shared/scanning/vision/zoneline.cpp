// SPDX-License-Identifier: GPL-3.0-or-later
#include "zoneline.h"

#include "parsing/mrzlayout.h"

#include <algorithm>
#include <cmath>
#include <string>

namespace gatehouse::scanning
{

namespace
{
enum class Place : char { Any, Letter, Digit, Sex };

constexpr double clearlyOther = 0.8; // probability of a character that cannot stand there
constexpr double forgiven = 0.25;    // of the places that ask for something
constexpr std::size_t alwaysForgiven = 3;

using Places = std::vector<Place>;

void demand(std::vector<Places> &lines, const MrzSpan &span, Place what)
{
    for (int i = 0; i < span.length; ++i)
        lines[static_cast<std::size_t>(span.line)][static_cast<std::size_t>(span.start + i)] = what;
}

/// The lines of one format. What may hold either (a check digit of a number that runs on elsewhere) asks for nothing.
std::vector<Places> linesOf(const MrzLayout &layout)
{
    std::vector<Places> lines(static_cast<std::size_t>(layout.lines),
                              Places(static_cast<std::size_t>(layout.length), Place::Any));
    for (const MrzSpan &span : {layout.documentCode, layout.issuingState, layout.names, layout.givenNames, layout.nationality})
        demand(lines, span, Place::Letter);
    for (const MrzSpan &span : {layout.documentNumberCheck, layout.birthDate, layout.birthDateCheck, layout.expiryDate,
                                layout.expiryDateCheck, layout.compositeCheck})
        demand(lines, span, Place::Digit);
    demand(lines, layout.sex, Place::Sex);
    return lines;
}

/// Zeros and the letter O have one shape with many printers.
bool fits(char character, Place place)
{
    const bool digit = character >= '0' && character <= '9', filler = character == '<';
    switch (place) {
    case Place::Any:
        return true;
    case Place::Letter:
        return !digit || character == '0';
    case Place::Digit:
        return digit || filler || character == 'O';
    case Place::Sex:
        return filler || character == 'M' || character == 'F' || character == 'X';
    }
    return true;
}

/// What was clearly seen in each place; zero where nothing was.
std::string clearCharacters(std::span<const OcrbNet::LogProbabilities> characters)
{
    const float least = static_cast<float>(std::log(clearlyOther));
    std::string seen;
    for (const auto &scores : characters) {
        const auto best = std::max_element(scores.begin(), scores.end());
        const auto at = static_cast<std::size_t>(best - scores.begin());
        seen += at < ocrb::alphabet.size() && *best > least ? ocrb::alphabet[at] : '\0';
    }
    return seen;
}

bool mayBe(const std::string &seen, const Places &line)
{
    std::size_t asked = 0, misfits = 0;
    for (std::size_t i = 0; i < line.size(); ++i) {
        asked += line[i] != Place::Any ? 1 : 0;
        misfits += seen[i] != '\0' && !fits(seen[i], line[i]) ? 1 : 0;
    }
    return misfits <= std::max(alwaysForgiven, static_cast<std::size_t>(forgiven * static_cast<double>(asked)));
}
} // namespace

bool mayBeZoneLine(std::span<const OcrbNet::LogProbabilities> characters)
{
    static const std::vector<Places> all = [] {
        std::vector<Places> lines;
        for (const MrzLayout &layout : mrzLayouts()) {
            for (Places &line : linesOf(layout))
                lines.push_back(std::move(line));
        }
        return lines;
    }();
    const std::string seen = clearCharacters(characters);
    return std::any_of(all.begin(), all.end(),
                       [&seen](const Places &line) { return line.size() == seen.size() && mayBe(seen, line); });
}

} // namespace gatehouse::scanning
