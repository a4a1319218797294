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
constexpr double valuesFrom = 13.6, valuesTo = 53.5, usualBegin = 15.3;
/// How far left of where a value seems to begin it is looked for; a label ends further away.
constexpr double mostLeft = 1.7, labelApart = 1;
/// Middles of the rows and of the number below them.
constexpr double nameY = 9.4, sexY = 15.9, birthY = 22.4, addressY = 28.9, addressApart = 4.6, numberY = 47.5;
constexpr double lastAddressY = 43.8;                            ///< a fourth row of an address lies above
constexpr double leastRow = 1.6, mostRow = 6, mostTogether = 14; ///< height of a row, and of what may be rows that run together
constexpr double mostInk = 0.55;                                 ///< share of a row
constexpr double nameGap = 2.8;                                  ///< wider than any between the characters of a name
constexpr double nameEnd = 8;                                    ///< wider than what a reflection hides within a name

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

constexpr std::array<std::pair<CnIdRowKind, double>, 6> rowPlaces{{{CnIdRowKind::Name, nameY},
                                                                   {CnIdRowKind::SexAndEthnicity, sexY},
                                                                   {CnIdRowKind::Birth, birthY},
                                                                   {CnIdRowKind::Address, addressY},
                                                                   {CnIdRowKind::Address, addressY + addressApart},
                                                                   {CnIdRowKind::Address, addressY + 2 * addressApart}}};
constexpr std::size_t onEveryCard = 4; ///< of them, the first

/// Where the rows lie: the birth date's at `birth` (millimetres), the others `stretch` times as far from it as they should.
struct RowPlacing {
    double birth = birthY, stretch = 1;

    double actual(double place) const { return birth + (place - birthY) * stretch; }
    double place(double actual) const { return birthY + (actual - birth) / stretch; }
};

/// Which row lies at `y`, if one is near there.
std::optional<CnIdRowKind> kindAt(double y, const RowPlacing &placing)
{
    constexpr double near = 2.2; // millimetres
    const double place = placing.place(y);
    const auto nearest = std::min_element(rowPlaces.begin(), rowPlaces.end(), [place](const auto &a, const auto &b) {
        return std::abs(a.second - place) < std::abs(b.second - place);
    });
    // Between the address and the number nothing else is printed.
    const bool isNear = std::abs(nearest->second - place) < near || (place > addressY && place < lastAddressY);
    return isNear ? std::optional(nearest->first) : std::nullopt;
}

struct RowsSeen {
    cv::Mat ink; ///< 1 where something is printed
    std::vector<Span> spans;
    std::vector<double> middles; ///< of the spans, millimetres on the card
};

/// `rows` rows that run together, parted where least is printed between them; how much is at the worst of these places in
/// `printed`.
std::vector<Span> partedInto(int rows, const Span &span, const cv::Mat &profile, double &printed)
{
    const int height = span.to - span.from;
    std::vector<Span> parts;
    int from = span.from;
    printed = 0;
    for (int row = 1; row < rows; ++row) {
        const int middle = span.from + height * row / rows, reach = height / rows / 6;
        int first = middle - reach, last = first; // where least is printed
        for (int y = first; y <= middle + reach; ++y) {
            if (profile.at<double>(y) < profile.at<double>(first))
                first = y;
            if (profile.at<double>(y) <= profile.at<double>(first))
                last = y;
        }
        const int least = (first + last) / 2;
        parts.push_back({from, least});
        printed = std::max(printed, profile.at<double>(least));
        from = least;
    }
    parts.push_back({from, span.to});
    return parts;
}

/// So many rows as leave least print where they are parted: how high a row is, other hands decide.
std::vector<Span> parted(const Span &span, const cv::Mat &profile, double pixelsPerMm)
{
    constexpr double lowest = 3; // millimetres from one row to the next
    std::vector<Span> best{span};
    double leastPrinted = std::numeric_limits<double>::max();
    const int fewest = std::max(2, int(std::ceil((span.to - span.from) / (mostRow * pixelsPerMm))));
    for (int rows = fewest; (span.to - span.from) / rows > lowest * pixelsPerMm; ++rows) {
        double printed = 0;
        std::vector<Span> parts = partedInto(rows, span, profile, printed);
        if (printed < leastPrinted) {
            leastPrinted = printed;
            best = std::move(parts);
        }
    }
    return best;
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
        const int height = span.to - span.from;
        if (height > pixels(mostRow) && height < pixels(mostTogether)) {
            const std::vector<Span> parts = parted(span, profile, pixelsPerMm);
            seen.spans.insert(seen.spans.end(), parts.begin(), parts.end());
        } else if (height >= pixels(leastRow) && height <= pixels(mostRow)) {
            seen.spans.push_back(span);
        }
    }
    // The card's edge against what lies behind it is dark from side to side, which no print is.
    std::erase_if(seen.spans, [&](const Span &s) {
        return cv::mean(seen.ink(cv::Rect(left, s.from, right - left, s.to - s.from)))[0] > mostInk;
    });
    for (const Span &span : seen.spans)
        seen.middles.push_back(topMm + (span.from + span.to) / 2.0 / pixelsPerMm);
    return seen;
}

double distanceTo(const std::vector<double> &middles, double y)
{
    double least = std::numeric_limits<double>::max();
    for (const double middle : middles)
        least = std::min(least, std::abs(middle - y));
    return least;
}

/// How badly rows at `middles` agree with a placing: what is printed where no row is, and rows where nothing is printed.
double disagreement(const std::vector<double> &middles, const RowPlacing &placing)
{
    constexpr double most = 2; // millimetres
    double sum = 0;
    for (const double y : middles) {
        double off = most;
        for (const auto &row : rowPlaces)
            off = std::min(off, std::abs(placing.place(y) - row.second));
        sum += off;
    }
    for (std::size_t i = 0; i < onEveryCard; ++i)
        sum += std::min(distanceTo(middles, placing.actual(rowPlaces[i].second)), most);
    return sum;
}

RowPlacing bestPlacing(const std::vector<double> &middles, std::optional<double> birth)
{
    constexpr double furthest = 6, step = 0.25; // millimetres from where the outline puts the birth date
    RowPlacing best;
    double bestOff = std::numeric_limits<double>::max();
    const auto consider = [&](const RowPlacing &placing) {
        // the likelier the nearer to what the outline says
        const double off =
            disagreement(middles, placing) + 4 * std::abs(placing.stretch - 1) + 0.3 * std::abs(placing.birth - birthY);
        if (off < bestOff) {
            bestOff = off;
            best = placing;
        }
    };
    for (double stretch = 0.72; stretch < 1.3; stretch += 0.01) {
        if (birth)
            consider({*birth, stretch});
        else
            for (double y = birthY - furthest; y <= birthY + furthest; y += step)
                consider({y, stretch});
    }
    return best;
}

/// Where something stands in a row between `left` and `right`; what is nearer than words are is one.
std::vector<Span> inkedIn(const cv::Mat &ink, const Span &row, int left, int right, double pixelsPerMm)
{
    constexpr double wordsApart = 1.5, speck = 0.6; // millimetres; the latter is dirt
    cv::Mat columns;
    cv::reduce(ink(cv::Rect(left, row.from, right - left, row.to - row.from)), columns, 0, cv::REDUCE_SUM, CV_64F);
    std::vector<Span> spans = spansAbove(columns, 0.5, static_cast<int>(std::lround(wordsApart * pixelsPerMm)));
    for (Span &span : spans) {
        span.from += left;
        span.to += left;
    }
    std::erase_if(spans, [&](const Span &span) {
        const cv::Rect print = cv::boundingRect(ink(cv::Rect(span.from, row.from, span.to - span.from, row.to - row.from)));
        return std::max(print.width, print.height) < speck * pixelsPerMm;
    });
    return spans;
}

struct KindOfRow {
    CnIdRowKind kind;
    Span span;
    std::optional<double> begins; ///< where its value does, pixels; nothing where no address shows it
};

/// The values stand below each other, right of labels that are apart from them. Where an address begins is the surest, since no
/// label is near its second row and none is as wide; from there upwards a card in perspective may lean.
void findBeginnings(std::vector<KindOfRow> &rows, const cv::Mat &ink, double pixelsPerMm)
{
    constexpr double lean = 2.2; // millimetres between two rows; labels end further away
    const int right = std::min(static_cast<int>(valuesTo * pixelsPerMm), ink.cols); // enough to see where they begin
    const auto runs = [&](const KindOfRow &row) { return inkedIn(ink, row.span, 0, right, pixelsPerMm); };
    double begins = std::numeric_limits<double>::max();
    for (const KindOfRow &row : rows) {
        const std::vector<Span> inked = row.kind == CnIdRowKind::Address ? runs(row) : std::vector<Span>{};
        const auto widest = std::max_element(inked.begin(), inked.end(),
                                             [](const Span &a, const Span &b) { return a.to - a.from < b.to - b.from; });
        if (widest != inked.end())
            begins = std::min(begins, double(widest->from));
    }
    if (begins == std::numeric_limits<double>::max())
        return;
    for (auto row = rows.rbegin(); row != rows.rend(); ++row) {
        if (row->kind != CnIdRowKind::Address) {
            double nearest = lean * pixelsPerMm, found = begins;
            for (const Span &run : runs(*row))
                if (std::abs(run.from - begins) < nearest) {
                    nearest = std::abs(run.from - begins);
                    found = run.from;
                }
            begins = found;
        }
        row->begins = begins;
    }
}

/// What stands further behind than characters can be missing in the middle of a name is the edge of the portrait.
void endBehindName(std::vector<Span> &inked, int gap)
{
    const auto far = std::adjacent_find(inked.begin(), inked.end(),
                                        [gap](const Span &here, const Span &next) { return next.from - here.to > gap; });
    if (far != inked.end())
        inked.erase(far + 1, inked.end());
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
    const auto [ink, spans, middles] = rowsSeen(evened, pixelsPerMm, topMm);
    const RowPlacing placing = bestPlacing(middles, birth ? std::optional(topMm + *birth / pixelsPerMm) : std::nullopt);
    std::vector<KindOfRow> kinds;
    bool goesOn = false; // below the address
    for (std::size_t i = 0; i < spans.size(); ++i) {
        const auto kind = kindAt(middles[i], placing);
        goesOn = goesOn || spans[i].to >= ink.rows || (!kind && placing.place(middles[i]) > addressY);
        if (kind)
            kinds.push_back({*kind, spans[i], {}});
    }
    findBeginnings(kinds, ink, pixelsPerMm);
    std::vector<CnIdRow> rows;
    for (const auto &[kind, span, begins] : kinds) {
        const double from = begins ? *begins - mostLeft * pixelsPerMm : pixels(valuesFrom);
        const double labelsTo = begins ? *begins - labelApart * pixelsPerMm : usualBegin * pixelsPerMm;
        const int left = std::clamp(int(from), 0, pixels(valuesFrom));
        // The portrait is where it should be as far as the values are.
        const int right = std::min(pixels(valuesTo) + std::max(0, int(begins.value_or(0)) - pixels(usualBegin)), ink.cols);
        std::vector<Span> inked = inkedIn(ink, span, left, right, pixelsPerMm);
        // The end of a label that an inexact outline moved in here: left of where values begin, or, since a name has no gaps,
        // apart from it.
        const bool apart = inked.size() > 1 && kind == CnIdRowKind::Name && inked.front().from < labelsTo &&
                           inked[1].from - inked[0].to > pixels(nameGap);
        if (inked.size() > 1 && (inked.front().to < labelsTo || apart))
            inked.erase(inked.begin());
        if (kind == CnIdRowKind::Name)
            endBehindName(inked, pixels(nameEnd));
        if (!inked.empty())
            rows.push_back({kind,
                            cv::Rect(inked.front().from, span.from, inked.back().to - inked.front().from, span.to - span.from),
                            inked.back().to >= right - 1 || (kind == CnIdRowKind::Address && goesOn)});
    }
    return rows;
}

double cnIdRowStretch(const cv::Mat &evened, double pixelsPerMm, double topMm)
{
    constexpr double near = 1.3, clear = 2.2; // millimetres; rows that agree, of the four
    const std::vector<double> middles = rowsSeen(evened, pixelsPerMm, topMm).middles;
    double best = 1, bestAgree = 0;
    for (double stretch = 0.72; stretch < 1.3; stretch += 0.01) {
        double agree = -0.5 * std::abs(stretch - 1);
        for (std::size_t i = 0; i < onEveryCard; ++i) {
            const double y = numberY - (numberY - rowPlaces[i].second) * stretch;
            agree += 1 - std::min(distanceTo(middles, y), near) / near;
        }
        // Nothing is printed above the name: another row is taken for it there.
        agree -= double(std::count_if(middles.begin(), middles.end(), [stretch](double middle) {
            const double place = numberY - (numberY - middle) / stretch;
            return place > 0 && place < nameY - 2 * near;
        }));
        if (agree > bestAgree) {
            bestAgree = agree;
            best = stretch;
        }
    }
    return bestAgree > clear ? best : 1;
}

} // namespace gatehouse::scanning
