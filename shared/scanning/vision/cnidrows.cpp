// SPDX-License-Identifier: GPL-3.0-or-later
#include "cnidrows.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace gatehouse::scanning
{

namespace
{
/// Values begin right of their labels and end left of the portrait; in millimetres.
constexpr double valuesFrom = 13.6, valuesTo = 53.5;
/// Middles of the rows and of the number below them.
constexpr double nameY = 9.4, sexY = 15.9, birthY = 22.4, addressY = 28.9, addressApart = 4.6, numberY = 47.5;
constexpr double leastRow = 1.6, mostRow = 6, mostTogether = 14; ///< height of a row, and of what may be rows that run together
constexpr double mostInk = 0.55;                                 ///< share of a row
constexpr double nameGap = 2.8;                                  ///< wider than any between the characters of a name

struct Span {
    int from, to;
};

/// Where `values` lie above `threshold`, gaps up to `gap` closed.
std::vector<Span> spansAbove(const cv::Mat &values, double threshold, int gap)
{
    std::vector<Span> spans;
    const int count = static_cast<int>(values.total());
    for (int i = 0; i < count; ++i) {
        if (values.at<double>(i) <= threshold)
            continue;
        if (!spans.empty() && i - spans.back().to <= gap)
            spans.back().to = i + 1;
        else
            spans.push_back({i, i + 1});
    }
    return spans;
}

/// What the row at `y` is, when all rows lie `stretch` times as far above the number as they should; how far off in `off`.
CnIdRowKind kindAt(double y, double stretch, double &off)
{
    const double place = numberY - (numberY - y) / stretch;
    const std::array<std::pair<CnIdRowKind, double>, 6> rows{{{CnIdRowKind::Name, nameY},
                                                              {CnIdRowKind::SexAndEthnicity, sexY},
                                                              {CnIdRowKind::Birth, birthY},
                                                              {CnIdRowKind::Address, addressY},
                                                              {CnIdRowKind::Address, addressY + addressApart},
                                                              {CnIdRowKind::Address, addressY + 2 * addressApart}}};
    const auto nearest = std::min_element(rows.begin(), rows.end(), [place](const auto &a, const auto &b) {
        return std::abs(a.second - place) < std::abs(b.second - place);
    });
    off = std::abs(nearest->second - place);
    return nearest->first;
}

struct RowsSeen {
    cv::Mat ink; ///< 1 where something is printed
    std::vector<Span> spans;
    std::vector<double> middles; ///< of the spans, millimetres on the card
};

/// Rows that run together are parted where least is printed between them.
std::vector<Span> parted(const Span &span, const cv::Mat &profile, double rowHeight)
{
    const int height = span.to - span.from;
    const int rows = static_cast<int>(std::lround(height / rowHeight));
    std::vector<Span> parts;
    int from = span.from;
    for (int row = 1; row < rows; ++row) {
        const int middle = span.from + height * row / rows, reach = height / rows / 4;
        int least = middle;
        for (int y = middle - reach; y <= middle + reach; ++y)
            least = profile.at<double>(y) < profile.at<double>(least) ? y : least;
        parts.push_back({from, least});
        from = least;
    }
    parts.push_back({from, span.to});
    return parts;
}

RowsSeen rowsSeen(const cv::Mat &evened, double pixelsPerMm, double topMm)
{
    const auto pixels = [pixelsPerMm](double mm) { return static_cast<int>(std::lround(mm * pixelsPerMm)); };
    const int left = pixels(valuesFrom), right = std::min(pixels(valuesTo), evened.cols);
    RowsSeen seen;
    cv::Mat profile;
    cv::threshold(evened, seen.ink, 128, 1, cv::THRESH_BINARY_INV);
    cv::reduce(seen.ink.colRange(left, right), profile, 1, cv::REDUCE_SUM, CV_64F);
    for (const Span &span : spansAbove(profile, 0.25 * pixelsPerMm, pixels(0.75))) {
        const bool together = span.to - span.from > pixels(mostRow) && span.to - span.from < pixels(mostTogether);
        const std::vector<Span> parts = together ? parted(span, profile, pixels(addressApart)) : std::vector<Span>{span};
        seen.spans.insert(seen.spans.end(), parts.begin(), parts.end());
    }
    std::erase_if(seen.spans,
                  [&](const Span &s) { return s.to - s.from < pixels(leastRow) || s.to - s.from > pixels(mostRow); });
    // The card's edge against what lies behind it is dark from side to side, which no print is.
    std::erase_if(seen.spans, [&](const Span &s) {
        return cv::mean(seen.ink(cv::Rect(left, s.from, right - left, s.to - s.from)))[0] > mostInk;
    });
    for (const Span &span : seen.spans)
        seen.middles.push_back(topMm + (span.from + span.to) / 2.0 / pixelsPerMm);
    return seen;
}

double bestStretch(const std::vector<double> &middles)
{
    double best = 1, bestOff = std::numeric_limits<double>::max();
    for (double stretch = 0.84; stretch < 1.3; stretch += 0.01) {
        double sum = 4 * std::abs(stretch - 1); // the likelier the nearer to what the outline says
        for (const double y : middles) {
            double off = 0;
            kindAt(y, stretch, off);
            sum += std::min(off, 2.0);
        }
        if (sum < bestOff) {
            bestOff = sum;
            best = stretch;
        }
    }
    return best;
}
} // namespace

cv::Mat evenedPaper(const cv::Mat &gray)
{
    cv::Mat smooth, paper, ratio;
    cv::GaussianBlur(gray, smooth, {}, 0.8);
    // The brightest around is the paper: larger than a stroke, smaller than a shadow's edge is wide.
    cv::morphologyEx(smooth, paper, cv::MORPH_CLOSE, cv::getStructuringElement(cv::MORPH_RECT, {25, 25}));
    cv::GaussianBlur(paper, paper, {}, 8);
    cv::divide(smooth, paper, ratio, 1, CV_32F);
    // Where print is dark it comes out about black whatever the light; the pattern of the paper is fainter than that.
    cv::Mat evened;
    cv::threshold(ratio, ratio, 1, 1, cv::THRESH_TRUNC);
    double faintest = 0, darkest = 0;
    cv::Mat sorted;
    cv::sort(ratio.reshape(1, 1), sorted, cv::SORT_EVERY_ROW | cv::SORT_ASCENDING);
    darkest = static_cast<double>(sorted.at<float>(static_cast<int>(0.01 * sorted.cols)));
    faintest = std::max(0.9, darkest + 0.1);
    ratio.convertTo(evened, CV_8U, 255 / (faintest - darkest), -255 * darkest / (faintest - darkest));
    return evened;
}

std::vector<CnIdRow> findCnIdRows(const cv::Mat &evened, double pixelsPerMm, double topMm, std::optional<double> birth)
{
    const auto pixels = [pixelsPerMm](double mm) { return static_cast<int>(std::lround(mm * pixelsPerMm)); };
    const int left = pixels(valuesFrom), right = std::min(pixels(valuesTo), evened.cols);
    const auto [ink, spans, middles] = rowsSeen(evened, pixelsPerMm, topMm);
    const double stretch = birth ? (numberY - topMm - *birth / pixelsPerMm) / (numberY - birthY) : bestStretch(middles);
    std::vector<CnIdRow> rows;
    for (std::size_t i = 0; i < spans.size(); ++i) {
        double off = 0;
        const CnIdRowKind kind = kindAt(middles[i], stretch, off);
        if (off > 2.2)
            continue;
        cv::Mat columns;
        cv::reduce(ink(cv::Rect(left, spans[i].from, right - left, spans[i].to - spans[i].from)), columns, 0, cv::REDUCE_SUM,
                   CV_64F);
        std::vector<Span> inked = spansAbove(columns, 0.5, pixels(1.5));
        // The end of a label that an inexact outline moved in here: left of where values begin, or, since a name has no gaps,
        // apart from it.
        const bool apart = inked.size() > 1 && kind == CnIdRowKind::Name && left + inked.front().from < pixels(15.3) &&
                           inked[1].from - inked[0].to > pixels(nameGap);
        if (inked.size() > 1 && (left + inked.front().to < pixels(15.3) || apart))
            inked.erase(inked.begin());
        if (!inked.empty())
            rows.push_back({kind, cv::Rect(left + inked.front().from, spans[i].from, inked.back().to - inked.front().from,
                                           spans[i].to - spans[i].from)});
    }
    return rows;
}

double cnIdRowStretch(const cv::Mat &evened, double pixelsPerMm, double topMm)
{
    constexpr std::array always{nameY, sexY, birthY, addressY}; // on every card
    constexpr double near = 1.3, clear = 2.2;                   // millimetres; rows that agree, of the four
    const std::vector<double> middles = rowsSeen(evened, pixelsPerMm, topMm).middles;
    double best = 1, bestAgree = 0;
    for (double stretch = 0.72; stretch < 1.3; stretch += 0.01) {
        double agree = -0.5 * std::abs(stretch - 1);
        for (const double row : always) {
            const double y = numberY - (numberY - row) * stretch;
            double off = near;
            for (const double middle : middles)
                off = std::min(off, std::abs(middle - y));
            agree += 1 - off / near;
        }
        if (agree > bestAgree) {
            bestAgree = agree;
            best = stretch;
        }
    }
    return bestAgree > clear ? best : 1;
}

} // namespace gatehouse::scanning
