// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "keys.h"

#include <QString>

#include <chrono>

namespace gatehouse::security
{

/// A person's PIN for doors: digits only, because it is typed standing, on a pad of ten keys. It is never the only proof: the
/// person's badge goes with it (R17), and wrong ones are slowed down per person (see pinPause). Pure functions, thread safe.
inline constexpr int pinShortest = 6;
inline constexpr int pinLongest = 12;

/// Why a PIN is refused (R18); the user interface has the sentences.
enum class PinFlaw { None, NotDigits, TooShort, TooLong, Repeats, Run, Date, OwnNumber };

/// At least six digits; no pattern that repeats (111111, 121212, 123123, 112233); no run up or down (123456, 987654); no date
/// of a life (19991231, 991231, 311299); and not made of the person's own staff number.
PinFlaw assessPin(const QString &pin, const QString &staffNumber);

/// The verifier as stored: Argon2id with a random salt, cost inside; interactive cost (64 MiB, below 0.1 s) unless it is for a
/// test. Somebody waits at a door for it, and no cost would save six digits from whoever reads the database: see the threat
/// model on what does. Blocks for that time; throws std::bad_alloc without the memory.
QByteArray makePinVerifier(const SecureBytes &pin, KeyCost cost = KeyCost::Moderate);
bool pinMatches(const QByteArray &verifier, const SecureBytes &pin);

/// SHA-256 of a verifier: what the person's own statement names, so that a row which somebody else wrote does not count.
QByteArray pinVerifierHash(const QByteArray &verifier);

/// How long a person must wait after the last of `failures` wrong PINs in a row: nothing for the first two, then 30 s, doubled
/// with every further one, an hour at most. A guesser gets through fewer than 40 PINs of a million in a day.
std::chrono::seconds pinPause(int failures);

} // namespace gatehouse::security
