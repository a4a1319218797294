// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme.h"

#include <QLabel>

class QPainter;

namespace gatehouse::admin
{

/// The sign that stands before the word of a tone: a tick, an exclamation mark, a cross; nothing before neutral facts.
QString toneSign(Tone tone);
/// "✓ pass": sign and word as they are shown and as a screen reader gets them.
QString chipText(Tone tone, const QString &word);

/// A small rounded field with sign, word and colour, for delegates. Returns the width used.
int drawChip(QPainter *painter, const QPoint &topLeft, const QString &text, Tone tone, const QPalette &palette,
             const QFont &font, int maxWidth);
/// The mark at the start of a selected row, past the focus ring of its view: the fill alone is hardly seen.
void drawSelectedEdge(QPainter *painter, const QRect &row, const QPalette &palette);
QSize chipSize(const QString &text, const QFont &font);

/// The same as a widget.
class Chip : public QLabel
{
    Q_OBJECT

public:
    explicit Chip(QWidget *parent = nullptr);
    void set(Tone tone, const QString &word);
    Tone tone() const { return m_tone; }

protected:
    void paintEvent(QPaintEvent *event) override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

private:
    Tone m_tone = Tone::Neutral;
};

} // namespace gatehouse::admin
