// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QList>
#include <QString>

namespace gatehouse::badges
{

struct Typeface {
    bool bold = false;
    bool fixedWidth = false;
};

/// One line out of a wrapped text; measures in em.
struct MeasuredLine {
    QString text;
    qreal width = 0;
    qreal indent = 0; ///< how far ink reaches out before the line's own start
    qreal ascent = 0; ///< at least the face's own, more where the ink needs it (stacked marks)
    qreal descent = 0;
    bool rightToLeft = false;
    bool breaksWord = false; ///< ends inside a word
};

/// How large text is, in em and so without any device: the layouts' only contact with fonts.
class TextMeasure
{
public:
    virtual ~TextMeasure() = default;
    /// Lines of at most `width` em, or one unlimited line when width is 0. At most `maxLines` are made; `rest` says whether
    /// text was left over.
    virtual QList<MeasuredLine> wrap(const QString &text, Typeface face, qreal width, int maxLines, bool *rest) const = 0;
};

/// Measures with the fonts of the system, unhinted. Needs a QGuiApplication. Usable on any thread.
class FontMeasure final : public TextMeasure
{
public:
    QList<MeasuredLine> wrap(const QString &text, Typeface face, qreal width, int maxLines, bool *rest) const override;
};

/// Everything is measured and drawn at this size and scaled, so that screen, PDF and printers agree.
constexpr int kReferencePixels = 200;

/// The font of badges and papers at the reference size.
QFont referenceFont(Typeface face);

} // namespace gatehouse::badges
