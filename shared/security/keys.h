// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "securebytes.h"

namespace gatehouse::security
{

// All functions may be called from any thread. A key of a wrong length where one is made or used to sign is a programming error
// (std::invalid_argument); no memory for Argon2id where there is no Result is std::bad_alloc.

/// X25519: what is sealed to the public key opens with the secret one.
struct BoxKeyPair {
    QByteArray publicKey;
    SecureBytes secretKey;
};

/// Ed25519.
struct SignKeyPair {
    QByteArray publicKey;
    SecureBytes secretKey;
};

BoxKeyPair makeBoxKeyPair();
SignKeyPair makeSignKeyPair();
/// Whether the secret key is the public one's: what somebody else kept for us may be anything.
bool isPair(const BoxKeyPair &keys);
/// The same pair each time; `seed` is 32 bytes (the root key on the recovery sheet).
SignKeyPair signKeyPairFromSeed(const SecureBytes &seed);
/// The X25519 pair of a 32-byte seed (the one-time code of a new person).
BoxKeyPair boxKeyPairFromSeed(const SecureBytes &seed);
SecureBytes makeSeed();
/// Random bytes from the operating system through libsodium: peppers (32), one-time codes (10 or more).
SecureBytes makeSecret(std::size_t size);

QByteArray sign(const SecureBytes &secretKey, const QByteArray &message);
/// False also for keys or signatures of a wrong length.
bool verify(const QByteArray &publicKey, const QByteArray &message, const QByteArray &signature);

/// SHA-256 of a public key: what a station keeps of the site's root.
QByteArray fingerprint(const QByteArray &publicKey);

/// What a station signs when it announces the key of its present boot.
QByteArray bootMessage(const QString &stationId, const QByteArray &bootPublicKey, qint64 sinceMs);
/// What a station signs to say that it is alive.
QByteArray pulseMessage(const QString &stationId, qint64 atMs);

/// Both key pairs of a person.
struct PersonKeys {
    BoxKeyPair box;
    SignKeyPair sign;
};

PersonKeys makePersonKeys();

/// Cost of Argon2id. Production uses Moderate (0.7 s, 256 MiB); Minimal is for tests only.
enum class KeyCost { Moderate, Minimal };

/// Both secret keys under a key from Argon2id(password) combined with the site's pepper. Salt and cost are inside.
/// Blocks for the time that Argon2id takes.
QByteArray wrapPersonKeys(const PersonKeys &keys, const SecureBytes &password, const SecureBytes &pepper,
                          KeyCost cost = KeyCost::Moderate);
/// WrongSecret when password or pepper do not fit; Damaged when the bytes are no wrapped keys.
[[nodiscard]] Result<PersonKeys> unwrapPersonKeys(const QByteArray &wrapped, const SecureBytes &password,
                                                  const SecureBytes &pepper);

/// What unwrapPersonKeys costs, for a person who does not exist: who measures the answer learns nothing. Always WrongSecret, or
/// Unavailable without memory for it.
[[nodiscard]] Result<PersonKeys> unwrapNobodysKeys(const SecureBytes &password, const SecureBytes &pepper);
/// How often this process has stretched a password or code so far; any thread.
quint64 stretchings();

/// One-time codes and the recovery secret as people read them: groups of four from an alphabet without look-alikes, the last
/// characters being a check. decode tolerates case, spaces, hyphens and O/0, I/1/L; Invalid when the check does not fit.
QString encodeSecret(const SecureBytes &secret);
[[nodiscard]] Result<SecureBytes> decodeSecret(const QString &text);
/// Slow salted hash of a one-time code, and its check.
QByteArray hashCode(const SecureBytes &code, KeyCost cost = KeyCost::Moderate);
bool codeMatches(const QByteArray &hash, const SecureBytes &code);

} // namespace gatehouse::security
