// SPDX-License-Identifier: GPL-3.0-or-later
#include "mrzreader.h"

#include "mrzdecoder.h"
#include "ocrbline.h"
#include "zoneline.h"
#include "zonelooks.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace gatehouse::scanning
{

namespace
{
constexpr std::array<int, 3> zoneLengths{44, 36, 30};

QPolygonF outlineOf(const std::vector<LineReading> &lines)
{
    std::vector<cv::Point2f> points;
    for (const LineReading &line : lines) {
        const auto corners = line.geometry.outline();
        points.insert(points.end(), corners.begin(), corners.end());
    }
    std::array<cv::Point2f, 4> corners;
    cv::minAreaRect(points).points(corners.data());
    QPolygonF polygon;
    for (const cv::Point2f &corner : corners)
        polygon << QPointF(static_cast<qreal>(corner.x), static_cast<qreal>(corner.y));
    return polygon;
}

/// Doc 9303 parts 4, 6 and 7: the portrait stands left above the zone, 35 mm wide and 45 mm high at most; a character is 2.54
/// mm.
QImage portraitOf(const Frame &frame, const ScanResult &result, const LineGeometry &first)
{
    if (result.kind == Kind::MrzTd1 || frame.colour.isNull())
        return {};
    const double character = (first.centres.back() - first.centres.front()) / (static_cast<double>(first.centres.size()) - 1);
    const double left = first.centres.front() - character, bottom = first.middleAt(left) - 2.2 * character;
    const bool large = first.centres.size() == 44;
    const double width = (large ? 15.5 : 12) * character, height = (large ? 19.5 : 15) * character;
    const cv::Point2d corner = first.toPicture(left, bottom - height);
    const double angle = first.angle;
    QTransform toPicture(std::cos(angle), std::sin(angle), -std::sin(angle), std::cos(angle), corner.x, corner.y);
    const QRectF area(0, 0, width, height);
    if (!QRectF(frame.colour.rect()).contains(toPicture.mapRect(area)))
        return {};
    const double scale = std::min(1.0, 480 / height);
    QImage portrait((QSizeF(width, height) * scale).toSize(), QImage::Format_RGB32);
    const QTransform back = (QTransform::fromScale(1 / scale, 1 / scale) * toPicture).inverted();
    const cv::Mat source(frame.colour.height(), frame.colour.width(), CV_8UC4, const_cast<uchar *>(frame.colour.constBits()),
                         static_cast<std::size_t>(frame.colour.bytesPerLine()));
    cv::Mat target(portrait.height(), portrait.width(), CV_8UC4, portrait.bits(),
                   static_cast<std::size_t>(portrait.bytesPerLine()));
    const cv::Mat matrix = (cv::Mat_<double>(2, 3) << back.m11(), back.m21(), back.dx(), back.m12(), back.m22(), back.dy());
    cv::warpAffine(source, target, matrix, target.size(), cv::INTER_AREA);
    return portrait;
}

bool isWholeZone(const std::vector<LineReading> &lines)
{
    return !lines.empty() && lines.size() == (lines.front().length() == 30 ? 3U : 2U);
}

/// Zones that the lines can make: all of them, or two that follow each other when a third line was read beside a zone of two.
std::vector<std::vector<LineReading>> zonesOf(const std::vector<LineReading> &lines)
{
    if (lines.size() == 3 && lines.front().length() != 30)
        return {{lines[1], lines[2]}, {lines[0], lines[1]}};
    return {lines};
}
} // namespace

MrzReader::MrzReader(std::shared_ptr<const OcrbNet> net, std::shared_ptr<FrameText> text)
    : m_net(std::move(net)), m_text(std::move(text))
{
}

void MrzReader::forget()
{
    m_text->forget();
    m_memory.clear();
}

MrzReader::~MrzReader() = default;

namespace
{
OcrbNet::LogProbabilities nothingSeen()
{
    OcrbNet::LogProbabilities scores;
    scores.fill(-20);
    scores.back() = 0;
    return scores;
}

/// What lies beyond the picture's edge was not seen, whatever the nearest pixels look like.
MrzEvidence evidenceOf(const Frame &frame, const std::vector<LineReading> &lines)
{
    const QRectF picture(frame.gray.rect());
    MrzEvidence evidence;
    for (const LineReading &line : lines) {
        evidence.push_back(line.characters);
        for (std::size_t i = 0; i < line.characters.size(); ++i) {
            const double x = line.geometry.centres[i];
            const cv::Point2d centre = line.geometry.toPicture(x, line.geometry.middleAt(x));
            if (!picture.contains(centre.x, centre.y))
                evidence.back()[i] = nothingSeen();
        }
    }
    return evidence;
}

std::optional<Reading> readingOf(const Frame &frame, const std::vector<LineReading> &lines, const MrzEvidence &evidence)
{
    const auto decoded = decodeMrz(evidence, frame.today);
    if (!decoded)
        return std::nullopt;
    Reading reading;
    reading.result = *decoded;
    reading.outline = outlineOf(lines);
    reading.portrait = portraitOf(frame, *decoded, lines.front().geometry);
    // Names have no check digit: one frame is enough only when nothing was unsure.
    reading.conclusive = decoded->valid && std::none_of(decoded->fields.cbegin(), decoded->fields.cend(),
                                                        [](const Field &field) { return field.trust == Trust::Unsure; });
    return reading;
}
} // namespace

std::optional<Reading> MrzReader::withFramesBefore(const Frame &frame, const std::vector<LineReading> &lines)
{
    const auto together = m_memory.add(evidenceOf(frame, lines));
    return together ? readingOf(frame, lines, *together) : std::nullopt;
}

/// What the bands of one picture gave so far.
struct MrzReader::Seen {
    ZoneLooks looks;
    std::vector<LineReading> zone;
};

bool MrzReader::isEnough(const Frame &frame, const Seen &seen)
{
    return frame.effort == Effort::Live ? seen.looks.isValid() : seen.looks.isEnough();
}

void MrzReader::readBand(const Frame &frame, std::size_t band, OcrbLineReader &reader, Seen &seen)
{
    for (const std::vector<LineReading> &lines : zonesOf(reader.read(m_text->runs(band), zoneLengths))) {
        if (lines.empty())
            continue;
        const MrzEvidence evidence = evidenceOf(frame, lines);
        auto reading = readingOf(frame, lines, evidence);
        // A piece of a long line may look like a shorter one.
        const bool longer = seen.zone.empty() || lines.front().length() > seen.zone.front().length();
        if (isWholeZone(lines) && (longer || (reading && reading->result.valid)))
            seen.zone = lines;
        seen.looks.take(std::move(reading));
        if (isEnough(frame, seen))
            return;
        // Bands lie differently over the same characters.
        if (frame.effort == Effort::Still && isWholeZone(lines))
            seen.looks.takeTogether(withFramesBefore(frame, lines));
    }
}

std::optional<Reading> MrzReader::search(const Frame &frame)
{
    const bool live = frame.effort == Effort::Live;
    const FrameText::Found &found = m_text->of(frame);
    OcrbLineReader reader(m_net, found.pyramid, !live);
    if (live)
        reader.onlyWhere(mayBeZoneLine); // a still picture will not come again: each line gets its chance
    else
        m_memory.clear();
    Seen seen;
    const auto readBands = [&](const std::vector<std::size_t> &bands) {
        for (std::size_t i = 0; i < bands.size() && !isEnough(frame, seen); ++i)
            readBand(frame, bands[i], reader, seen);
    };
    readBands(m_text->worthReading(frame, 14));
    if (!live && !isEnough(frame, seen))
        readBands(m_text->lookCloser(12));
    if (!live && !isEnough(frame, seen))
        readBands(m_text->alongEdges(frame));
    return live ? votedOn(frame, seen) : seen.looks.chosen();
}

std::optional<Reading> MrzReader::votedOn(const Frame &frame, Seen &seen)
{
    auto best = seen.looks.chosen();
    if (best && best->conclusive)
        return best;
    if (seen.zone.empty()) {
        m_memory.missed();
        return best;
    }
    auto together = withFramesBefore(frame, seen.zone);
    const bool better = together && (!best || together->conclusive || (together->result.valid && !best->result.valid));
    return better ? together : best;
}

std::optional<Reading> MrzReader::read(const Frame &frame)
{
    auto reading = search(frame);
    if (reading)
        m_text->forget(); // nobody else looks at this picture
    return reading;
}

} // namespace gatehouse::scanning
