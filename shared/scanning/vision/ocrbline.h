// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ocrb.h"
#include "textbands.h"

#include <functional>
#include <optional>
#include <span>

namespace gatehouse::scanning
{

/// Where a line of characters lies: a gentle curve in a turned frame, so that the text runs along +x. Pixels of the picture.
struct LineGeometry {
    cv::Point2d origin;
    double angle = 0;                  ///< of +x against the picture's x axis
    std::array<double, 3> middle{};    ///< y of the middle of the capitals = m0 + m1 x + m2 x^2
    std::array<double, 2> capHeight{}; ///< c0 + c1 x
    std::vector<double> centres;       ///< x of each character
    double spread = 1;                 ///< how much of the distance between characters the network is to see: less than 1 where
                                       ///< they are set wider apart than their height tells

    cv::Point2d toPicture(double x, double y) const;
    double middleAt(double x) const { return middle[0] + middle[1] * x + middle[2] * x * x; }
    double capHeightAt(double x) const { return capHeight[0] + capHeight[1] * x; }
    /// Corner points around the characters, clockwise from the start of the text.
    std::vector<cv::Point2f> outline() const;
};

/// A line as it was read: class probabilities of each character.
struct LineReading {
    LineGeometry geometry;
    std::vector<OcrbNet::LogProbabilities> characters;
    double score = -100; ///< mean over the characters of the best class's log probability
    double blanks = 0;   ///< log probability that nothing stands right before and behind the line

    int length() const { return static_cast<int>(characters.size()); }
};

struct InkRun;

/// Reads lines of fixed-pitch OCR-B from a picture. One thread at a time.
class OcrbLineReader
{
public:
    /// `thorough` also follows what hardly looks like OCR-B at first. Else the reader has patience for few lines that turn out
    /// to be something else, in all its calls, since each takes milliseconds.
    OcrbLineReader(std::shared_ptr<const OcrbNet> net, const Pyramid &pyramid, bool thorough = true)
        : m_net(std::move(net)), m_pyramid(pyramid), m_thorough(thorough)
    {
    }

    /// From now on, a line whose characters at first sight this refuses is taken for something else at once: print in the same
    /// script as a zone's, which would be read and read again to no end.
    using FirstSight = std::function<bool(std::span<const OcrbNet::LogProbabilities>)>;
    void onlyWhere(FirstSight mayBe) { m_mayBe = std::move(mayBe); }

    /// The lines of one of these lengths among a band's runs (findRuns()): the band's own and those right beside it, in reading
    /// order; all have one length. Empty when the band is something else. A `number` stands close, and is told from letters
    /// that its digits look like upside down.
    std::vector<LineReading> read(std::span<const InkRun> runs, std::span<const int> lengths, bool number = false);

    /// The strip that the network sees for this geometry, `margin` characters longer at both ends, not normalised.
    cv::Mat strip(const LineGeometry &geometry, double margin, double rise = 0, double capScale = 1) const;

private:
    struct Hypothesis {
        LineGeometry even;
        double score;
    };
    std::optional<LineReading> readRun(const InkRun &run, std::span<const int> lengths, bool number);
    void addHypotheses(const InkRun &run, double from, double to, std::span<const int> lengths,
                       std::vector<Hypothesis> &hypotheses) const;
    /// Where the lines of a document stand whose edge is known, whatever ink hides their ends.
    void addFromEdge(const InkRun &run, std::span<const int> lengths, std::vector<Hypothesis> &hypotheses) const;
    std::optional<LineReading> readBeside(const LineReading &known, const LineGeometry &run) const;
    std::optional<LineReading> readAs(LineGeometry geometry, double margin) const;
    double probe(const LineGeometry &even) const;
    void fitHeight(LineGeometry &geometry) const;
    LineReading settle(const LineGeometry &geometry) const;
    void align(std::vector<LineReading> &lines) const;

    std::shared_ptr<const OcrbNet> m_net;
    const Pyramid &m_pyramid;
    bool m_thorough;
    FirstSight m_mayBe;
    int m_patience = 2; ///< lines that may still turn out to be something else
};

} // namespace gatehouse::scanning
