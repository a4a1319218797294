// SPDX-License-Identifier: GPL-3.0-or-later
#include "cnaddressrow.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <limits>

namespace gatehouse::scanning
{

namespace
{
constexpr float sure = 100, unclear = 50;

bool isHan(const ReadCharacter &character)
{
    return !character.text.isEmpty() && character.text[0].script() == QChar::Script_Han;
}

/// How much ink the cells are cut through.
double inkCut(const cv::Mat &evened, const std::vector<cv::Rect> &cells)
{
    double ink = 0;
    for (std::size_t i = 1; i < cells.size(); ++i)
        ink += 255 - cv::mean(evened(cv::Rect(cells[i].x, cells[i].y, 1, cells[i].height)))[0];
    return ink;
}

/// One cell for each character: those that are not Han are narrower, by how much the fonts differ.
std::vector<cv::Rect> cellsOf(const cv::Mat &evened, const cv::Rect &box, const std::vector<ReadCharacter> &reading)
{
    std::vector<cv::Rect> best;
    double least = std::numeric_limits<double>::max();
    for (double narrow = 0.4; narrow < 0.75; narrow += 0.02) {
        std::vector<double> widths;
        for (const ReadCharacter &character : reading)
            widths.push_back(isHan(character) ? 1 : narrow);
        std::vector<cv::Rect> cells = hanCells(evened, box, widths);
        if (const double ink = inkCut(evened, cells); ink < least) {
            least = ink;
            best = std::move(cells);
        }
    }
    return best;
}

/// The character that is printed, as its shape says.
ReadCharacter weighed(const HanShapes &shapes, const cv::Mat &printed, const ReadCharacter &read)
{
    /// Distances of HanShapes: a printed character's own shape is nearer than the first. Another's is farther by the third at
    /// least; two that are nearer to each other than the second are one to it (土 and 士), and the engine's language decides.
    constexpr float nearShape = 250, alike = 40, another = 80;
    const std::vector<HanShapes::Likeness> likest = shapes.likest(printed, std::numeric_limits<std::size_t>::max());
    if (likest.empty())
        return {read.text, unclear, read.middle};
    const HanShapes::Likeness &nearest = likest.front();
    if (nearest.character == read.text[0])
        return {read.text, sure, read.middle};
    const auto own = std::find_if(likest.begin(), likest.end(),
                                  [&](const HanShapes::Likeness &shape) { return shape.character == read.text[0]; });
    const float farther = own == likest.end() ? std::numeric_limits<float>::max() : own->distance - nearest.distance;
    if (farther < alike)
        return read;
    const bool isAnother = nearest.distance < nearShape && farther > another;
    return {isAnother ? QString(nearest.character) : read.text, unclear, read.middle};
}

std::vector<ReadCharacter> weighed(const HanShapes &shapes, const cv::Mat &evened, const cv::Rect &box,
                                   std::vector<ReadCharacter> reading)
{
    const std::vector<cv::Rect> cells = cellsOf(evened, box, reading);
    for (std::size_t i = 0; i < reading.size(); ++i) {
        if (isHan(reading[i]) && i < cells.size())
            reading[i] = weighed(shapes, evened(cells[i]), reading[i]);
    }
    return reading;
}

/// How many characters both the engine and the shapes say.
auto agreed(const std::vector<ReadCharacter> &characters)
{
    return std::count_if(characters.begin(), characters.end(),
                         [](const ReadCharacter &character) { return character.confidence == sure; });
}

CnAddressRow rowOf(const std::vector<ReadCharacter> &characters)
{
    CnAddressRow row{{}, characters.empty() ? 0 : sure};
    for (const ReadCharacter &character : characters) {
        row.text += character.text;
        row.confidence = std::min(row.confidence, character.confidence);
    }
    return row;
}
} // namespace

CnAddressRow decidedAddressRow(const HanShapes &shapes, const cv::Mat &evened, const cv::Rect &box,
                               const std::vector<ReadCharacter> &reading, const std::vector<ReadCharacter> &again)
{
    std::vector<ReadCharacter> first = weighed(shapes, evened, box, reading);
    const std::vector<ReadCharacter> second = weighed(shapes, evened, box, again);
    if (rowOf(first).text != rowOf(second).text) {
        CnAddressRow row = rowOf(agreed(second) > agreed(first) ? second : first);
        row.confidence = std::min(row.confidence, unclear);
        return row;
    }
    for (std::size_t i = 0; i < first.size(); ++i) {
        if (isHan(first[i]))
            first[i].confidence = std::max(first[i].confidence, second[i].confidence);
    }
    return rowOf(first);
}

} // namespace gatehouse::scanning
