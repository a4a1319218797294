// SPDX-License-Identifier: GPL-3.0-or-later
#include "sealing.h"

#include "rawbytes.h"

#include <sodium.h>

#include <cstring>
#include <stdexcept>

namespace gatehouse::security
{

namespace
{

// Sealed field: version 1, nonce 24, XChaCha20-Poly1305. Version, visit and field are bound as additional data.
constexpr char sealVersion = 1;
constexpr qsizetype nonceSize = qsizetype(crypto_aead_xchacha20poly1305_ietf_NPUBBYTES);
constexpr qsizetype tagSize = qsizetype(crypto_aead_xchacha20poly1305_ietf_ABYTES);
constexpr auto fieldLabel = "gatehouse-field-1:";
constexpr auto textLabel = "gatehouse-text-1:";
constexpr qsizetype sealHeaderSize = 1 + nonceSize;

/// The lengths stand before the texts, so that no two pairs of visit and field give the same bytes.
QByteArray boundTo(const char *label, const QString &visit, const QString &field)
{
    const auto visitBytes = visit.toUtf8();
    const auto fieldBytes = field.toUtf8();
    return QByteArray(label) + QByteArray::number(visitBytes.size()) + ':' + visitBytes + ':' +
           QByteArray::number(fieldBytes.size()) + ':' + fieldBytes;
}

} // namespace

SecureBytes makeDataKey()
{
    return makeSecret(crypto_aead_xchacha20poly1305_ietf_KEYBYTES);
}

QByteArray sealField(const SecureBytes &dataKey, const QString &visit, const QString &field, const QByteArray &plain)
{
    if (dataKey.size() != crypto_aead_xchacha20poly1305_ietf_KEYBYTES)
        throw std::invalid_argument("a data key has 32 bytes");
    const auto bound = boundTo(fieldLabel, visit, field);
    QByteArray sealed(sealHeaderSize + plain.size() + tagSize, '\0');
    sealed[0] = sealVersion;
    auto *nonce = rawData(sealed) + 1;
    randombytes_buf(nonce, nonceSize);
    crypto_aead_xchacha20poly1305_ietf_encrypt(rawData(sealed) + sealHeaderSize, nullptr, raw(plain), rawSize(plain),
                                               raw(bound), rawSize(bound), nullptr, nonce, dataKey.data());
    return sealed;
}

Result<QByteArray> openField(const SecureBytes &dataKey, const QString &visit, const QString &field, const QByteArray &bytes)
{
    if (dataKey.size() != crypto_aead_xchacha20poly1305_ietf_KEYBYTES || bytes.size() < sealHeaderSize + tagSize ||
        bytes.at(0) != sealVersion)
        return fail(ErrorCode::BadSignature, QStringLiteral("sealed field"));
    const auto bound = boundTo(fieldLabel, visit, field);
    QByteArray plain(bytes.size() - sealHeaderSize - tagSize, '\0');
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(rawData(plain), nullptr, nullptr, raw(bytes) + sealHeaderSize,
                                                   rawSize(bytes) - sealHeaderSize, raw(bound), rawSize(bound), raw(bytes) + 1,
                                                   dataKey.data()) != 0)
        return fail(ErrorCode::BadSignature, QStringLiteral("sealed field"));
    return plain;
}

Result<QByteArray> sealTo(const QByteArray &publicKey, const SecureBytes &plain)
{
    if (rawSize(publicKey) != crypto_box_PUBLICKEYBYTES)
        return fail(ErrorCode::Invalid, QStringLiteral("length of a sealing key"));
    QByteArray sealed(static_cast<qsizetype>(plain.size() + crypto_box_SEALBYTES), '\0');
    // Fails for the points of small order, whose secret everybody knows.
    if (crypto_box_seal(rawData(sealed), plain.data(), plain.size(), raw(publicKey)) != 0)
        return fail(ErrorCode::Invalid, QStringLiteral("sealing key"));
    return sealed;
}

Result<SecureBytes> openSealed(const BoxKeyPair &keys, const QByteArray &bytes)
{
    if (rawSize(bytes) < crypto_box_SEALBYTES || rawSize(keys.publicKey) != crypto_box_PUBLICKEYBYTES ||
        keys.secretKey.size() != crypto_box_SECRETKEYBYTES)
        return fail(ErrorCode::BadSignature, QStringLiteral("sealed box"));
    SecureBytes plain(rawSize(bytes) - crypto_box_SEALBYTES);
    unsigned char nothing = 0;
    auto *target = plain.isEmpty() ? &nothing : plain.data();
    if (crypto_box_seal_open(target, raw(bytes), rawSize(bytes), raw(keys.publicKey), keys.secretKey.data()) != 0)
        return fail(ErrorCode::BadSignature, QStringLiteral("sealed box"));
    return plain;
}

Result<SecureBytes> openSealedKey(const BoxKeyPair &keys, const QByteArray &bytes)
{
    GATEHOUSE_TRY_ASSIGN(SecureBytes key, openSealed(keys, bytes));
    if (key.size() != crypto_aead_xchacha20poly1305_ietf_KEYBYTES)
        return fail(ErrorCode::BadSignature, QStringLiteral("length of a sealed key"));
    return key;
}

Result<QByteArray> sealText(const QByteArray &publicKey, const QString &visit, const QString &field, const SecureBytes &text)
{
    const QByteArray bound = boundTo(textLabel, visit, field) + ':';
    SecureBytes plain(rawSize(bound) + text.size());
    std::memcpy(plain.data(), raw(bound), rawSize(bound));
    if (!text.isEmpty())
        std::memcpy(plain.data() + rawSize(bound), text.data(), text.size());
    return sealTo(publicKey, plain);
}

Result<SecureBytes> openText(const BoxKeyPair &keys, const QString &visit, const QString &field, const QByteArray &bytes)
{
    const QByteArray bound = boundTo(textLabel, visit, field) + ':';
    GATEHOUSE_TRY_ASSIGN(const SecureBytes plain, openSealed(keys, bytes));
    if (plain.size() < rawSize(bound) || std::memcmp(plain.data(), raw(bound), rawSize(bound)) != 0)
        return fail(ErrorCode::BadSignature, QStringLiteral("sealed text of another visit or kind"));
    return SecureBytes::copyOf(plain.span().subspan(rawSize(bound)));
}

SecureBytes cardKey(const SecureBytes &sealingSecret)
{
    constexpr char label[] = "gatehouse-card-1";
    if (sealingSecret.size() != crypto_box_SECRETKEYBYTES)
        throw std::invalid_argument("a sealing secret has 32 bytes");
    SecureBytes key(crypto_aead_xchacha20poly1305_ietf_KEYBYTES);
    crypto_generichash_blake2b_salt_personal(key.data(), key.size(), nullptr, 0, sealingSecret.data(), sealingSecret.size(),
                                             nullptr, reinterpret_cast<const unsigned char *>(label));
    return key;
}

} // namespace gatehouse::security
