// SPDX-License-Identifier: GPL-3.0-or-later
#include "keys.h"

#include "rawbytes.h"

#include <sodium.h>

#include <atomic>
#include <cstring>
#include <new>
#include <optional>
#include <stdexcept>

namespace gatehouse::security
{

namespace
{

// Wrapped keys: magic 4, cost 1, salt 16, nonce 24, then XChaCha20-Poly1305 over (X25519 secret 32, Ed25519 seed 32).
// The header is bound as additional data.
constexpr char wrapMagic[] = "GWK1";
constexpr qsizetype wrapHeaderSize =
    4 + 1 + qsizetype(crypto_pwhash_SALTBYTES) + qsizetype(crypto_aead_xchacha20poly1305_ietf_NPUBBYTES);
constexpr qsizetype wrapSecretSize = qsizetype(crypto_box_SECRETKEYBYTES) + qsizetype(crypto_sign_SEEDBYTES);
constexpr qsizetype wrapSize = wrapHeaderSize + wrapSecretSize + qsizetype(crypto_aead_xchacha20poly1305_ietf_ABYTES);

// Hash of a one-time code: magic 4, cost 1, salt 16, Argon2id 32.
constexpr char codeMagic[] = "GCH1";
constexpr qsizetype codeHashSize = 4 + 1 + qsizetype(crypto_pwhash_SALTBYTES) + 32;

char costByte(KeyCost cost)
{
    return cost == KeyCost::Moderate ? 'M' : 'm';
}

/// Only the two costs that we write are run: a row that somebody changed must not make a station allocate what it likes.
std::optional<KeyCost> costOf(char byte)
{
    if (byte == 'M')
        return KeyCost::Moderate;
    if (byte == 'm')
        return KeyCost::Minimal;
    return std::nullopt;
}

std::atomic<quint64> timesStretched = 0;

/// False when there is no memory for it.
[[nodiscard]] bool argon2(SecureBytes &out, const SecureBytes &secret, const unsigned char *salt, KeyCost cost)
{
    ++timesStretched;
    const bool moderate = cost == KeyCost::Moderate;
    const auto operations = moderate ? crypto_pwhash_OPSLIMIT_MODERATE : crypto_pwhash_OPSLIMIT_MIN;
    const auto memory = moderate ? crypto_pwhash_MEMLIMIT_MODERATE : crypto_pwhash_MEMLIMIT_MIN;
    const auto *text = secret.isEmpty() ? "" : reinterpret_cast<const char *>(secret.data());
    return crypto_pwhash(out.data(), out.size(), text, secret.size(), salt, operations, memory, crypto_pwhash_ALG_ARGON2ID13) ==
           0;
}

bool isPepper(const SecureBytes &pepper)
{
    return pepper.size() >= crypto_generichash_KEYBYTES_MIN && pepper.size() <= crypto_generichash_KEYBYTES_MAX;
}

/// Argon2id of the password, then BLAKE2b of it keyed with the pepper: a stolen database alone cannot be guessed at.
[[nodiscard]] bool wrappingKey(SecureBytes &out, const SecureBytes &password, const SecureBytes &pepper,
                               const unsigned char *salt, KeyCost cost)
{
    SecureBytes stretched(32);
    if (!argon2(stretched, password, salt, cost))
        return false;
    crypto_generichash(out.data(), out.size(), stretched.data(), stretched.size(), pepper.data(), pepper.size());
    return true;
}

} // namespace

SecureBytes makeSecret(std::size_t size)
{
    SecureBytes secret(size);
    if (!secret.isEmpty())
        randombytes_buf(secret.data(), secret.size());
    return secret;
}

SecureBytes makeSeed()
{
    return makeSecret(crypto_sign_SEEDBYTES);
}

BoxKeyPair makeBoxKeyPair()
{
    BoxKeyPair pair{QByteArray(crypto_box_PUBLICKEYBYTES, '\0'), SecureBytes(crypto_box_SECRETKEYBYTES)};
    crypto_box_keypair(rawData(pair.publicKey), pair.secretKey.data());
    return pair;
}

bool isPair(const BoxKeyPair &keys)
{
    if (keys.secretKey.size() != crypto_box_SECRETKEYBYTES)
        return false;
    QByteArray publicKey(crypto_box_PUBLICKEYBYTES, '\0');
    return crypto_scalarmult_base(rawData(publicKey), keys.secretKey.data()) == 0 && publicKey == keys.publicKey;
}

BoxKeyPair boxKeyPairFromSeed(const SecureBytes &seed)
{
    if (seed.size() != crypto_box_SEEDBYTES)
        throw std::invalid_argument("a box seed has 32 bytes");
    // A seed may make a signing pair as well, and libsodium would give both the same scalar: so the box has its own.
    constexpr char label[] = "gatehouse-box-01";
    SecureBytes ownSeed(crypto_box_SEEDBYTES);
    crypto_generichash_blake2b_salt_personal(ownSeed.data(), ownSeed.size(), nullptr, 0, seed.data(), seed.size(), nullptr,
                                             reinterpret_cast<const unsigned char *>(label));
    BoxKeyPair pair{QByteArray(crypto_box_PUBLICKEYBYTES, '\0'), SecureBytes(crypto_box_SECRETKEYBYTES)};
    crypto_box_seed_keypair(rawData(pair.publicKey), pair.secretKey.data(), ownSeed.data());
    return pair;
}

SignKeyPair makeSignKeyPair()
{
    return signKeyPairFromSeed(makeSeed());
}

SignKeyPair signKeyPairFromSeed(const SecureBytes &seed)
{
    if (seed.size() != crypto_sign_SEEDBYTES)
        throw std::invalid_argument("a signing seed has 32 bytes");
    SignKeyPair pair{QByteArray(crypto_sign_PUBLICKEYBYTES, '\0'), SecureBytes(crypto_sign_SECRETKEYBYTES)};
    crypto_sign_seed_keypair(rawData(pair.publicKey), pair.secretKey.data(), seed.data());
    return pair;
}

PersonKeys makePersonKeys()
{
    return {makeBoxKeyPair(), makeSignKeyPair()};
}

QByteArray sign(const SecureBytes &secretKey, const QByteArray &message)
{
    if (secretKey.size() != crypto_sign_SECRETKEYBYTES)
        throw std::invalid_argument("an Ed25519 secret key has 64 bytes");
    QByteArray signature(crypto_sign_BYTES, '\0');
    crypto_sign_detached(rawData(signature), nullptr, raw(message), rawSize(message), secretKey.data());
    return signature;
}

bool verify(const QByteArray &publicKey, const QByteArray &message, const QByteArray &signature)
{
    if (rawSize(publicKey) != crypto_sign_PUBLICKEYBYTES || rawSize(signature) != crypto_sign_BYTES)
        return false;
    return crypto_sign_verify_detached(raw(signature), raw(message), rawSize(message), raw(publicKey)) == 0;
}

QByteArray fingerprint(const QByteArray &publicKey)
{
    QByteArray hash(crypto_hash_sha256_BYTES, '\0');
    crypto_hash_sha256(rawData(hash), raw(publicKey), rawSize(publicKey));
    return hash;
}

QByteArray bootMessage(const QString &stationId, const QByteArray &bootPublicKey, qint64 sinceMs)
{
    return "gatehouse-boot-1\n" + stationId.toUtf8() + '\n' + bootPublicKey.toHex() + '\n' + QByteArray::number(sinceMs) + '\n';
}

QByteArray pulseMessage(const QString &stationId, qint64 atMs)
{
    return "gatehouse-pulse-1\n" + stationId.toUtf8() + '\n' + QByteArray::number(atMs) + '\n';
}

QByteArray wrapPersonKeys(const PersonKeys &keys, const SecureBytes &password, const SecureBytes &pepper, KeyCost cost)
{
    if (!isPepper(pepper) || keys.box.secretKey.size() != crypto_box_SECRETKEYBYTES ||
        keys.sign.secretKey.size() != crypto_sign_SECRETKEYBYTES)
        throw std::invalid_argument("keys or pepper of a wrong length");

    QByteArray wrapped = QByteArray(wrapMagic) + costByte(cost);
    wrapped.resize(wrapSize);
    auto *salt = rawData(wrapped) + 5;
    auto *nonce = salt + crypto_pwhash_SALTBYTES;
    randombytes_buf(salt, crypto_pwhash_SALTBYTES + crypto_aead_xchacha20poly1305_ietf_NPUBBYTES);

    SecureBytes secrets(wrapSecretSize);
    std::memcpy(secrets.data(), keys.box.secretKey.data(), crypto_box_SECRETKEYBYTES);
    crypto_sign_ed25519_sk_to_seed(secrets.data() + crypto_box_SECRETKEYBYTES, keys.sign.secretKey.data());

    SecureBytes key(crypto_aead_xchacha20poly1305_ietf_KEYBYTES);
    if (!wrappingKey(key, password, pepper, salt, cost))
        throw std::bad_alloc();
    crypto_aead_xchacha20poly1305_ietf_encrypt(rawData(wrapped) + wrapHeaderSize, nullptr, secrets.data(), secrets.size(),
                                               raw(wrapped), wrapHeaderSize, nullptr, nonce, key.data());
    return wrapped;
}

Result<PersonKeys> unwrapPersonKeys(const QByteArray &wrapped, const SecureBytes &password, const SecureBytes &pepper)
{
    if (wrapped.size() != wrapSize || !wrapped.startsWith(wrapMagic))
        return fail(ErrorCode::Damaged, QStringLiteral("wrapped keys"));
    const auto cost = costOf(wrapped.at(4));
    if (!cost)
        return fail(ErrorCode::Damaged, QStringLiteral("cost of wrapped keys"));
    if (!isPepper(pepper))
        return fail(ErrorCode::WrongSecret, QStringLiteral("pepper"));

    const auto *salt = raw(wrapped) + 5;
    const auto *nonce = salt + crypto_pwhash_SALTBYTES;
    SecureBytes key(crypto_aead_xchacha20poly1305_ietf_KEYBYTES);
    if (!wrappingKey(key, password, pepper, salt, *cost))
        return fail(ErrorCode::Unavailable, QStringLiteral("memory for the password hash"));

    SecureBytes secrets(wrapSecretSize);
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(secrets.data(), nullptr, nullptr, raw(wrapped) + wrapHeaderSize,
                                                   rawSize(wrapped) - wrapHeaderSize, raw(wrapped), wrapHeaderSize, nonce,
                                                   key.data()) != 0)
        return fail(ErrorCode::WrongSecret);

    const auto boxSecret = secrets.span().first(crypto_box_SECRETKEYBYTES);
    PersonKeys keys;
    keys.box = {QByteArray(crypto_box_PUBLICKEYBYTES, '\0'), SecureBytes::copyOf(boxSecret)};
    crypto_scalarmult_base(rawData(keys.box.publicKey), keys.box.secretKey.data());
    keys.sign = signKeyPairFromSeed(SecureBytes::copyOf(secrets.span().subspan(crypto_box_SECRETKEYBYTES)));
    return keys;
}

Result<PersonKeys> unwrapNobodysKeys(const SecureBytes &password, const SecureBytes &pepper)
{
    QByteArray wrapped = QByteArray(wrapMagic) + costByte(KeyCost::Moderate);
    const qsizetype header = wrapped.size();
    wrapped.resize(wrapSize);
    randombytes_buf(rawData(wrapped) + header, static_cast<std::size_t>(wrapSize - header)); // nothing opens this
    return unwrapPersonKeys(wrapped, password, pepper);
}

quint64 stretchings()
{
    return timesStretched;
}

QByteArray hashCode(const SecureBytes &code, KeyCost cost)
{
    QByteArray hash = QByteArray(codeMagic) + costByte(cost);
    hash.resize(codeHashSize);
    auto *salt = rawData(hash) + 5;
    randombytes_buf(salt, crypto_pwhash_SALTBYTES);
    SecureBytes stretched(32);
    if (!argon2(stretched, code, salt, cost))
        throw std::bad_alloc();
    std::memcpy(salt + crypto_pwhash_SALTBYTES, stretched.data(), stretched.size());
    return hash;
}

bool codeMatches(const QByteArray &hash, const SecureBytes &code)
{
    if (hash.size() != codeHashSize || !hash.startsWith(codeMagic))
        return false;
    const auto cost = costOf(hash.at(4));
    SecureBytes stretched(32);
    const auto *salt = raw(hash) + 5;
    return cost && argon2(stretched, code, salt, *cost) &&
           sodium_memcmp(salt + crypto_pwhash_SALTBYTES, stretched.data(), stretched.size()) == 0;
}

} // namespace gatehouse::security
