// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "keys.h"

#include <QString>

namespace gatehouse::security
{

/// Sealing of personal data: XChaCha20-Poly1305 under a visit's random data key, bound to the visit and the field, so that a
/// blob moved to another visit or field does not open. Pure functions apart from nonces; thread safe.

SecureBytes makeDataKey();

QByteArray sealField(const SecureBytes &dataKey, const QString &visit, const QString &field, const QByteArray &plain);
/// BadSignature when it was changed, moved or sealed under another key.
[[nodiscard]] Result<QByteArray> openField(const SecureBytes &dataKey, const QString &visit, const QString &field,
                                           const QByteArray &bytes);

/// Anonymous sealing to an X25519 public key (libsodium sealed box): the sender cannot open it again.
/// Invalid when the public key is none.
[[nodiscard]] Result<QByteArray> sealTo(const QByteArray &publicKey, const SecureBytes &plain);
[[nodiscard]] Result<SecureBytes> openSealed(const BoxKeyPair &keys, const QByteArray &bytes);
/// A data key that was sealed so: anybody can seal, and so BadSignature for what cannot be one.
[[nodiscard]] Result<SecureBytes> openSealedKey(const BoxKeyPair &keys, const QByteArray &bytes);

/// A text to somebody about one visit (a badge face, a question, an answer), in a sealed box that begins with visit and field.
/// Anybody can seal one, and lay it elsewhere: there it does not open. That the right person sealed it, an entry has to say.
[[nodiscard]] Result<QByteArray> sealText(const QByteArray &publicKey, const QString &visit, const QString &field,
                                          const SecureBytes &text);
[[nodiscard]] Result<SecureBytes> openText(const BoxKeyPair &keys, const QString &visit, const QString &field,
                                           const QByteArray &bytes);

/// The symmetric key of the fast cards of one sealing key; whoever holds the secret derives it.
SecureBytes cardKey(const SecureBytes &sealingSecret);

} // namespace gatehouse::security
