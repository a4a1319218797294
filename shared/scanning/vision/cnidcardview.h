// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ocrbline.h"

#include <QList>
#include <QPolygonF>

namespace gatehouse::scanning
{

/// Where a resident ID card lies in the picture, in millimetres of the card from its upper left corner (GA 448: 85.6 by 54 mm).
/// The number's line gives place, direction and size; an outline that agrees with it adds the perspective. A value.
class CardView
{
public:
    static constexpr double width = 85.6, height = 54;

    /// `number` is the line of the card's 18-character number; `outlines` are what may be cards, in pixels of the picture.
    CardView(const LineGeometry &number, const QList<QPolygonF> &outlines);

    cv::Point2f toPicture(double x, double y) const;
    double pixelsPerMm() const { return m_pixelsPerMm; }
    /// Whether an outline says where the card lies; else it is as high as the number's characters let expect.
    bool hasOutline() const { return m_hasOutline; }
    /// The rows turned out to lie `times` as far above the number as this view said.
    void stretch(double times);
    /// The four corners in pixels of the picture, clockwise from the upper left one.
    QPolygonF outline() const;

    /// That part of the card, flattened, at `pixelsPerMm`.
    cv::Mat part(const cv::Mat &source, double x, double y, double width, double height, double pixelsPerMm) const;

private:
    void layOut(const LineGeometry &number, double capitalMm);
    bool takeOutline(const QPolygonF &outline, const cv::Point2f &first, const cv::Point2f &last);

    cv::Matx33d m_toPicture;
    double m_pixelsPerMm = 1;
    bool m_hasOutline = false;
};

} // namespace gatehouse::scanning
