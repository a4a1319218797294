// SPDX-License-Identifier: GPL-3.0-or-later
#include "mrzbeam.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace gatehouse::scanning
{

namespace
{
constexpr std::size_t alternatives = 6; ///< characters looked at in one place
constexpr float hopeless = 11;          ///< worse than the best by e^-11 is not looked at

struct Option {
    char character;
    float score;
};

float scoreAt(const SeenCharacter &seen, char character)
{
    return (*seen.scores)[static_cast<std::size_t>(ocrb::classOf(static_cast<char16_t>(character)))];
}

std::vector<Option> options(const SeenCharacter &seen)
{
    std::vector<Option> all;
    for (const char character : seen.allowed)
        all.push_back({character, scoreAt(seen, character)});
    std::sort(all.begin(), all.end(), [](const Option &a, const Option &b) { return a.score > b.score; });
    const float top = all.front().score;
    std::size_t kept = 1;
    while (kept < all.size() && kept < alternatives && all[kept].score > top - hopeless)
        ++kept;
    all.resize(kept);
    return all;
}

int zoneValue(char character)
{
    if (character >= '0' && character <= '9')
        return character - '0';
    return character == '<' ? 0 : character - 'A' + 10;
}

void keepBest(std::vector<Candidate> &candidates, std::size_t count)
{
    std::sort(candidates.begin(), candidates.end(), [](const Candidate &a, const Candidate &b) { return a.score > b.score; });
    if (candidates.size() > count)
        candidates.resize(count);
}
} // namespace

std::vector<Candidate> likeliest(const std::vector<SeenCharacter> &characters, bool checked, std::size_t count)
{
    // One list of best beginnings for each sum modulo 10, so that the check digit never runs out of candidates.
    constexpr std::array<int, 3> weights{7, 3, 1};
    using States = std::array<std::vector<Candidate>, 10>;
    States states;
    states[0].push_back({});
    const std::size_t summed = checked ? characters.size() - 1 : 0;
    for (std::size_t i = 0; i < characters.size(); ++i) {
        const bool isCheck = checked && i == summed;
        const std::vector<Option> here = options(characters[i]);
        States next;
        for (std::size_t sum = 0; sum < states.size(); ++sum) {
            for (const Candidate &before : states[sum]) {
                for (const Option &option : here) {
                    if (isCheck &&
                        (option.character < '0' || option.character > '9' || zoneValue(option.character) != int(sum)))
                        continue;
                    const std::size_t to =
                        isCheck || !checked ? 0 : (sum + std::size_t(zoneValue(option.character) * weights[i % 3])) % 10;
                    next[to].push_back({before.text + QLatin1Char(option.character), before.score + double(option.score)});
                }
            }
        }
        for (auto &list : next)
            keepBest(list, count);
        states = std::move(next);
    }
    return states[0];
}

double scoreOf(const std::vector<SeenCharacter> &characters, const QString &text)
{
    double sum = 0;
    for (std::size_t i = 0; i < characters.size(); ++i)
        sum += double(scoreAt(characters[i], text[static_cast<qsizetype>(i)].toLatin1()));
    return sum;
}

Certainty certaintyOf(const SeenCharacter &character)
{
    Certainty certainty;
    double best = -1e9;
    for (const char option : character.allowed) {
        const double score = double(scoreAt(character, option));
        certainty.allowed += std::exp(score);
        if (score > best) {
            best = score;
            certainty.character = QLatin1Char(option);
        }
    }
    certainty.among = std::exp(best) / std::max(certainty.allowed, 1e-12);
    return certainty;
}

} // namespace gatehouse::scanning
