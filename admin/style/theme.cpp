// SPDX-License-Identifier: GPL-3.0-or-later
#include "theme.h"

#include "stylesheet.h"

#include <QApplication>
#include <QFont>
#include <QFontDatabase>
#include <QFontInfo>
#include <QStyleFactory>

namespace gatehouse::admin
{

using namespace Qt::StringLiterals;

namespace
{
QColor rgb(QRgb value)
{
    return QColor::fromRgb(value);
}

Tokens makeLight()
{
    Tokens t;
    t.text = rgb(0x10233F);
    t.paper = rgb(0xF6F7F4);
    t.surface = rgb(0xFFFFFF);
    t.primary = rgb(0x0B7A6B);
    t.primaryHover = rgb(0x096558);
    t.urgent = rgb(0xB3261E);
    t.onPrimary = rgb(0xFFFFFF);
    t.good = rgb(0x0B6F61);
    t.warn = rgb(0x8A5000);
    t.bad = rgb(0xB3261E);
    t.softNeutral = rgb(0xEBEEEC);
    t.softGood = rgb(0xE0F2EE);
    t.softWarn = rgb(0xFFF1DC);
    t.softBad = rgb(0xFCE6E4);
    t.line = rgb(0xD5D9D6);
    t.outline = rgb(0x7A858C);
    t.muted = rgb(0x5A6472);
    t.selected = rgb(0xE4F1EE);
    t.focus = rgb(0x10233F);
    t.navigation = rgb(0x10233F);
    t.navigationText = rgb(0xF6F7F4);
    t.navigationMuted = rgb(0xB9C4D3);
    t.navigationSelected = rgb(0x1E3862);
    t.navigationMark = rgb(0x26C0AC);
    return t;
}

Tokens makeDark()
{
    Tokens t;
    t.text = rgb(0xEAEEF2);
    t.paper = rgb(0x0E1826);
    t.surface = rgb(0x152235);
    t.primary = rgb(0x0B7A6B);
    t.primaryHover = rgb(0x096558);
    t.urgent = rgb(0xB3261E);
    t.onPrimary = rgb(0xFFFFFF);
    t.good = rgb(0x5FD0BC);
    t.warn = rgb(0xF3BC68);
    t.bad = rgb(0xFF958C);
    t.softNeutral = rgb(0x24344B);
    t.softGood = rgb(0x12393A);
    t.softWarn = rgb(0x3B2E17);
    t.softBad = rgb(0x462322);
    t.line = rgb(0x2A3A50);
    t.outline = rgb(0x7F8FA3);
    t.muted = rgb(0xA9B5C3);
    t.selected = rgb(0x1B3A45);
    t.focus = rgb(0xEAEEF2);
    t.navigation = rgb(0x08111D);
    t.navigationText = rgb(0xF6F7F4);
    t.navigationMuted = rgb(0xB9C4D3);
    t.navigationSelected = rgb(0x1E3862);
    t.navigationMark = rgb(0x26C0AC);
    return t;
}

QPalette paletteOf(const Tokens &t)
{
    QPalette palette;
    palette.setColor(QPalette::Window, t.paper);
    palette.setColor(QPalette::WindowText, t.text);
    palette.setColor(QPalette::Base, t.surface);
    palette.setColor(QPalette::AlternateBase, t.paper);
    palette.setColor(QPalette::Text, t.text);
    palette.setColor(QPalette::Button, t.surface);
    palette.setColor(QPalette::ButtonText, t.text);
    palette.setColor(QPalette::BrightText, t.bad);
    palette.setColor(QPalette::ToolTipBase, t.surface);
    palette.setColor(QPalette::ToolTipText, t.text);
    palette.setColor(QPalette::PlaceholderText, t.muted);
    palette.setColor(QPalette::Highlight, t.selected);
    palette.setColor(QPalette::HighlightedText, t.text);
    palette.setColor(QPalette::Link, t.good);
    palette.setColor(QPalette::Light, t.surface);
    palette.setColor(QPalette::Mid, t.line);
    palette.setColor(QPalette::Dark, t.outline);
    palette.setColor(QPalette::Shadow, t.outline);
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, t.muted);
    return palette;
}

/// At least 15 pixels, the size that the sketches are drawn with; larger where the system asks for more.
QFont applicationFont(const QFont &system)
{
    QFont font(QStringList{u"Noto Sans"_s, u"Noto Sans CJK SC"_s});
    const qreal points = system.pointSizeF() > 0 ? system.pointSizeF() : 9;
    font.setPointSizeF(qMax<qreal>(points, 11));
    font.setStyleStrategy(QFont::PreferAntialias);
    return font;
}

bool systemIsDark(const QPalette &system)
{
    return system.color(QPalette::Window).lightness() < 128;
}
} // namespace

QColor Tokens::tone(Tone which) const
{
    switch (which) {
    case Tone::Neutral:
        return text;
    case Tone::Good:
        return good;
    case Tone::Warn:
        return warn;
    case Tone::Bad:
        return bad;
    }
    return text;
}

QColor Tokens::soft(Tone which) const
{
    switch (which) {
    case Tone::Neutral:
        return softNeutral;
    case Tone::Good:
        return softGood;
    case Tone::Warn:
        return softWarn;
    case Tone::Bad:
        return softBad;
    }
    return softNeutral;
}

const Tokens &lightTokens()
{
    static const Tokens tokens = makeLight();
    return tokens;
}

const Tokens &darkTokens()
{
    static const Tokens tokens = makeDark();
    return tokens;
}

const Tokens &tokensOf(const QPalette &palette)
{
    return palette.color(QPalette::Active, QPalette::WindowText).lightness() > 128 ? darkTokens() : lightTokens();
}

QString themeName(ThemeChoice choice)
{
    switch (choice) {
    case ThemeChoice::System:
        return u"system"_s;
    case ThemeChoice::Light:
        return u"light"_s;
    case ThemeChoice::Dark:
        return u"dark"_s;
    }
    return {};
}

ThemeChoice themeFromName(const QString &name)
{
    if (name == u"light")
        return ThemeChoice::Light;
    return name == u"dark" ? ThemeChoice::Dark : ThemeChoice::System;
}

void applyTheme(QApplication &application, ThemeChoice choice)
{
    static const bool darkSystem = systemIsDark(QApplication::palette()); // before anything of ours was set
    static const QFont systemFont = QApplication::font();
    const Tokens &tokens =
        choice == ThemeChoice::Dark || (choice == ThemeChoice::System && darkSystem) ? darkTokens() : lightTokens();
    QApplication::setStyle(QStyleFactory::create(u"Fusion"_s));
    QApplication::setPalette(paletteOf(tokens));
    QApplication::setFont(applicationFont(systemFont));
    application.setStyleSheet(styleSheet(tokens));
}

} // namespace gatehouse::admin
