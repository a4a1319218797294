// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPalette>
#include <QString>

class QApplication;

namespace gatehouse::admin
{

/// What a colour says. Whoever uses a tone shows a sign and a word with it: colour never speaks alone.
enum class Tone { Neutral, Good, Warn, Bad };

/// The tokens of the look, light or dark. A value; widgets take them from their palette (tokensOf), so that a change of theme
/// reaches everything that is painted.
struct Tokens {
    QColor text;
    QColor paper;
    QColor surface;
    QColor primary; ///< background of the primary action
    QColor primaryHover;
    QColor urgent;    ///< background of a count that is urgent
    QColor onPrimary; ///< text on these three
    QColor good;      ///< verdict colours, legible as text on surface and on their soft tone
    QColor warn;
    QColor bad;
    QColor softNeutral;
    QColor softGood;
    QColor softWarn;
    QColor softBad;
    QColor line;
    QColor outline;
    QColor muted;
    QColor selected;
    QColor focus;
    QColor navigation;
    QColor navigationText;
    QColor navigationMuted;
    QColor navigationSelected;
    QColor navigationMark; ///< beside the page that is shown

    QColor tone(Tone tone) const;
    QColor soft(Tone tone) const;
};

const Tokens &lightTokens();
const Tokens &darkTokens();
/// The tokens that the palette was made from.
const Tokens &tokensOf(const QPalette &palette);

enum class ThemeChoice { System, Light, Dark };

QString themeName(ThemeChoice choice);
ThemeChoice themeFromName(const QString &name);

/// Gives the application its style, palette, fonts and style sheet; again whenever the choice changes. GUI thread.
void applyTheme(QApplication &application, ThemeChoice choice);

} // namespace gatehouse::admin
