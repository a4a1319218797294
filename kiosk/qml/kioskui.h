// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QQmlEngine;

namespace gatehouse::kioskui
{

/// Settings that Qt reads while the application object is made: the on-screen keyboard. Call first thing in main().
void prepareEnvironment();

/// Removes the words that Qt's own input method learned while an earlier version let it: names of visitors, in plain text, in a
/// folder that all programs of this user share.
void removeLearnedWords();

/// Makes the modules Gatehouse.Theme, Gatehouse.Components and Gatehouse.Pages known to an engine, with the icons, the fonts of
/// the interface and the keyboard's own layouts, style and input method. GUI thread, after the application object, before any
/// QML is loaded. The page host is the type Main of Gatehouse.Pages (mainUrl).
void setUp(QQmlEngine &engine);

/// The compiled translation of a language of the kiosk ("en", "zh_CN"), for QTranslator::load(). English has one too: its
/// plurals.
QString translationFile(const QString &language);

inline constexpr char mainUrl[] = "qrc:/qt/qml/Gatehouse/Pages/Main.qml";

} // namespace gatehouse::kioskui
