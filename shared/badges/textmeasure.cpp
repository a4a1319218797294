// SPDX-License-Identifier: GPL-3.0-or-later
#include "textmeasure.h"

#include <QGlyphRun>
#include <QRawFont>
#include <QTextBoundaryFinder>
#include <QTextLayout>

#include <algorithm>

namespace gatehouse::badges
{

namespace
{

constexpr qreal kFaceAscent = 1.0;
constexpr qreal kFaceDescent = 0.3;
constexpr qreal kEndless = 1e7;

bool isLineBreak(const QString &text, int position)
{
    if (position >= text.size())
        return true;
    QTextBoundaryFinder finder(QTextBoundaryFinder::Line, text);
    finder.setPosition(position);
    return finder.isAtBoundary();
}

// What the glyphs blacken. QGlyphRun::boundingRect() is the font's line height instead, which Arabic faces make huge.
QRectF inkOf(const QTextLine &line)
{
    QRectF ink;
    for (const QGlyphRun &run : line.glyphRuns()) {
        const QRawFont font = run.rawFont();
        const auto glyphs = run.glyphIndexes();
        const auto positions = run.positions();
        for (qsizetype i = 0; i < glyphs.size(); ++i) {
            const QRectF box = font.boundingRect(glyphs.at(i));
            if (!box.isEmpty())
                ink |= box.translated(positions.at(i));
        }
    }
    return ink;
}

MeasuredLine measured(const QString &text, const QTextLine &line, bool rightToLeft)
{
    MeasuredLine result;
    const qreal baseline = line.y() + line.ascent();
    const qreal natural = line.naturalTextWidth();
    QRectF ink = inkOf(line);
    if (ink.isEmpty())
        ink = QRectF(0, baseline, natural, 0);
    const qreal overhang = std::max(0.0, -ink.left());
    result.rightToLeft = rightToLeft;
    result.text = text.mid(line.textStart(), line.textLength()).trimmed();
    result.indent = overhang / kReferencePixels;
    result.width = (overhang + std::max(natural, ink.right())) / kReferencePixels;
    result.ascent = std::max(kFaceAscent, (baseline - ink.top()) / kReferencePixels);
    result.descent = std::max(kFaceDescent, (ink.bottom() - baseline) / kReferencePixels);
    result.breaksWord = !isLineBreak(text, line.textStart() + line.textLength());
    return result;
}

} // namespace

QFont referenceFont(Typeface face)
{
    QFont font;
    font.setFamilies(face.fixedWidth ? QStringList{QStringLiteral("Noto Sans Mono"), QStringLiteral("Noto Sans Mono CJK SC")}
                                     : QStringList{QStringLiteral("Noto Sans"), QStringLiteral("Noto Sans CJK SC"),
                                                   QStringLiteral("Noto Sans Arabic"), QStringLiteral("Noto Color Emoji")});
    font.setPixelSize(kReferencePixels);
    font.setWeight(face.bold ? QFont::Bold : QFont::Normal);
    font.setHintingPreference(QFont::PreferNoHinting);
    font.setStyleStrategy(QFont::PreferAntialias);
    return font;
}

QList<MeasuredLine> FontMeasure::wrap(const QString &text, Typeface face, qreal width, int maxLines, bool *rest) const
{
    QTextLayout layout(text, referenceFont(face));
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setUseDesignMetrics(true);
    option.setAlignment(Qt::AlignLeft | Qt::AlignAbsolute); // right-to-left lines too start at 0; the layout places them
    const bool rightToLeft = text.isRightToLeft();
    option.setTextDirection(rightToLeft ? Qt::RightToLeft : Qt::LeftToRight);
    layout.setTextOption(option);
    layout.setCacheEnabled(true);
    QList<MeasuredLine> lines;
    int end = 0;
    layout.beginLayout();
    while (lines.size() < maxLines) {
        QTextLine line = layout.createLine();
        if (!line.isValid())
            break;
        line.setLineWidth(width > 0 ? width * kReferencePixels : kEndless);
        line.setPosition(QPointF());
        end = line.textStart() + line.textLength();
        lines.append(measured(text, line, rightToLeft));
    }
    layout.endLayout();
    if (rest)
        *rest = end < text.size();
    return lines;
}

} // namespace gatehouse::badges
