// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hanshapes.h"

#include <QString>

#include <opencv2/core.hpp>

#include <utility>
#include <vector>

namespace gatehouse::scanning
{

/// What several readings say of each place in a Chinese name. Characters are as wide as high, so it is known how many there
/// are; a dot between the parts of a name (阿依古丽·买买提) may be as wide or narrower and is known by its shape alone. What
/// the characters' shapes say is one reading, the text engine's readings at several sizes are the others: they make different
/// mistakes, so where both say the same, it is sure. A value of one thread.
class CnNameVote
{
public:
    /// `box` is the name's ink in the evened picture.
    CnNameVote(const cv::Rect &box, double pixelsPerMm);

    int count() const { return int(m_places.size()); }
    /// Where a place begins and ends, in pixels of the evened picture.
    std::pair<double, double> span(int place) const
    {
        return {m_places[std::size_t(place)].from, m_places[std::size_t(place)].to};
    }

    /// First of all: count() may change where the picture shows a dot.
    void addShapes(const HanShapes &shapes, const cv::Mat &evened);

    /// One vote of the engine for each place. When there are not as many characters as places, the surest at each place, and
    /// what stands between two places or beside the name has none.
    void add(const std::vector<ReadCharacter> &reading);

    /// At each place the engine says what the shape says, and the shape is clearly no other character's.
    bool isSure() const;

    /// Shorter than count() where nothing was read.
    QString text() const;

private:
    struct Place {
        double from = 0, to = 0;          ///< in pixels of the evened picture
        std::vector<ReadCharacter> votes; ///< of the engine
        ReadCharacter shape;

        ReadCharacter elected() const;
        bool isDot() const;
        bool isSure() const;
        float meanVoteFor(const QString &character) const;
    };

    std::size_t placeOf(const ReadCharacter &character) const;
    void appendPart(const cv::Rect &part, int count);

    cv::Rect m_box;
    double m_pixelsPerMm;
    std::vector<Place> m_places;
};

} // namespace gatehouse::scanning
