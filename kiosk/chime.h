// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace gatehouse::kiosk
{

/// Two short tones as a WAV file (16 bit, mono, 22,050 a second): rising when somebody is admitted, twice low when not. Made
/// here, so that there is no file to lose.
QByteArray chimeWav(bool admitted);

/// Plays it through aplay (alsa-utils) in a process of its own and waits for nothing. Without aplay or a sound card nothing
/// sounds: the screen says the same.
void playChime(bool admitted);

} // namespace gatehouse::kiosk
