// SPDX-License-Identifier: GPL-3.0-or-later
#include "textfit.h"

#include <QTextBoundaryFinder>

#include <algorithm>

namespace gatehouse::badges
{

namespace
{

constexpr int kLongestText = 600; // UTF-16 units; far more than a page-wide paragraph of badge text shows
constexpr int kMarksInARow = 3;   // Vietnamese and Thai need two, Hebrew with points three
constexpr qreal kStep = 0.94;

struct Fit {
    QList<MeasuredLine> lines;
    qreal size = 0;
    bool elided = false;
};

qreal heightOf(const QList<MeasuredLine> &lines, qreal size)
{
    qreal height = 0;
    for (const MeasuredLine &line : lines)
        height += (line.ascent + line.descent) * size;
    return height;
}

bool breaksWord(const QList<MeasuredLine> &lines)
{
    return std::any_of(lines.begin(), lines.end(), [](const MeasuredLine &line) { return line.breaksWord; });
}

bool tooWide(const QList<MeasuredLine> &lines, qreal width)
{
    return std::any_of(lines.begin(), lines.end(), [width](const MeasuredLine &line) { return line.width > width * 1.0001; });
}

int linesThatFit(const TextStyle &style, qreal size, const QRectF &box)
{
    return std::clamp(static_cast<int>(box.height() / (1.3 * size) + 0.001), 1, style.maxLines);
}

// The text cut to at most `length` units at the end of a grapheme, with an ellipsis.
QString cutAt(const QString &text, int length)
{
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, text);
    finder.setPosition(length);
    if (!finder.isAtBoundary())
        finder.toPreviousBoundary();
    return text.left(std::max<qsizetype>(0, finder.position())).trimmed() + QChar(0x2026);
}

bool fits(const QList<MeasuredLine> &lines, bool rest, qreal size, const QRectF &box)
{
    return !rest && heightOf(lines, size) <= box.height() + 0.01 && !tooWide(lines, box.width() / size);
}

Fit elidedFit(const QString &text, const QRectF &box, const TextStyle &style, const TextMeasure &measure)
{
    Fit fit;
    fit.elided = true;
    fit.size = std::min(style.smallest, box.height() / 1.3);
    const int lines = linesThatFit(style, fit.size, box);
    int low = 0;
    int high = static_cast<int>(text.size());
    while (low < high) {
        const int middle = (low + high + 1) / 2;
        bool rest = false;
        const auto tried = measure.wrap(cutAt(text, middle), style.face, box.width() / fit.size, lines, &rest);
        if (fits(tried, rest, fit.size, box))
            low = middle;
        else
            high = middle - 1;
    }
    bool rest = false;
    fit.lines = measure.wrap(cutAt(text, low), style.face, box.width() / fit.size, lines, &rest);
    // A single letter with a tower of marks can still be too tall: scale it down rather than let it touch its neighbours.
    const qreal height = heightOf(fit.lines, fit.size);
    if (height > box.height())
        fit.size *= box.height() / height;
    return fit;
}

Fit findFit(const QString &text, const QRectF &box, const TextStyle &style, const TextMeasure &measure)
{
    for (const bool mayBreakWords : {false, true}) {
        for (qreal next = style.size; next > style.smallest * kStep; next *= kStep) {
            const qreal size = std::max(next, style.smallest);
            bool rest = false;
            const int lineCount = linesThatFit(style, size, box);
            const auto lines = measure.wrap(text, style.face, box.width() / size, lineCount, &rest);
            if (fits(lines, rest, size, box) && (mayBreakWords || !breaksWord(lines)))
                return {lines, size, false};
        }
    }
    return elidedFit(text, box, style, measure);
}

// Like simplified(), which would turn no-break spaces into others.
QString tidied(const QString &text)
{
    QString result;
    for (const QChar c : text.trimmed()) {
        if (!c.isSpace() || c.unicode() == 0xa0)
            result.append(c);
        else if (!result.endsWith(QLatin1Char(' ')))
            result.append(QLatin1Char(' '));
    }
    return result;
}

} // namespace

QString printable(const QString &text)
{
    // Through UTF-8, so that half a surrogate pair becomes a question mark.
    const QString whole = QString::fromUtf8(text.left(20 * kLongestText).toUtf8());
    const QString normal = whole.normalized(QString::NormalizationForm_C);
    QString result;
    int marks = 0;
    for (const QChar c : normal) {
        const auto category = c.category();
        // Persian and emoji sequences need the joiners; the word joiner keeps zone names on one line.
        const bool joiner = c.unicode() == 0x200c || c.unicode() == 0x200d || c.unicode() == 0x2060;
        if (category == QChar::Mark_NonSpacing || category == QChar::Mark_Enclosing) {
            if (++marks > kMarksInARow || result.isEmpty() || result.back().isSpace())
                continue;
        } else {
            marks = 0;
        }
        if (category == QChar::Other_Control || category == QChar::Separator_Line || category == QChar::Separator_Paragraph)
            result.append(QLatin1Char(' '));
        else if (category != QChar::Other_Format || joiner)
            result.append(c);
    }
    result = tidied(result);
    if (result.size() <= kLongestText)
        return result;
    return cutAt(result, kLongestText);
}

QList<TextLine> fitText(const QString &text, const QRectF &box, const TextStyle &style, const TextMeasure &measure)
{
    const QString clean = printable(text);
    if (clean.isEmpty() || box.isEmpty())
        return {};
    const Fit fit = findFit(clean, box, style, measure);
    qreal blockWidth = 0;
    for (const MeasuredLine &line : fit.lines)
        blockWidth = std::max(blockWidth, line.width * fit.size);
    qreal blockLeft = box.left();
    if (style.align & Qt::AlignRight)
        blockLeft = box.right() - blockWidth;
    else if (style.align & Qt::AlignHCenter)
        blockLeft = box.center().x() - blockWidth / 2;
    qreal y = box.top();
    if (style.align & Qt::AlignVCenter)
        y = box.center().y() - heightOf(fit.lines, fit.size) / 2;
    else if (style.align & Qt::AlignBottom)
        y = box.bottom() - heightOf(fit.lines, fit.size);
    QList<TextLine> lines;
    for (const MeasuredLine &line : fit.lines) {
        const qreal width = line.width * fit.size;
        qreal left = line.rightToLeft ? blockLeft + blockWidth - width : blockLeft;
        if (style.align & Qt::AlignHCenter)
            left = blockLeft + (blockWidth - width) / 2;
        else if (style.align & Qt::AlignRight)
            left = blockLeft + blockWidth - width;
        TextLine placed;
        placed.role = style.role;
        placed.text = line.text;
        placed.box = QRectF(left, y, width, (line.ascent + line.descent) * fit.size);
        placed.baseline = y + line.ascent * fit.size;
        placed.indent = line.indent * fit.size;
        placed.size = fit.size;
        placed.bold = style.face.bold;
        placed.fixedWidth = style.face.fixedWidth;
        placed.white = style.white;
        placed.rightToLeft = line.rightToLeft;
        placed.elided = fit.elided;
        lines.append(placed);
        y += placed.box.height();
    }
    return lines;
}

qreal bottomOf(const QList<TextLine> &lines, qreal otherwise)
{
    return lines.isEmpty() ? otherwise : lines.last().box.bottom();
}

} // namespace gatehouse::badges
