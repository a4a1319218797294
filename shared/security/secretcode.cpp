// SPDX-License-Identifier: GPL-3.0-or-later
#include "keys.h"

#include <sodium.h>

#include <array>

namespace gatehouse::security
{

namespace
{

// 32 characters without I, L, O and U, as Crockford proposes: what looks alike is read as the one that is in it.
constexpr char codeAlphabet[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr qsizetype checkCharacters = 4;

int codeValue(QChar character)
{
    switch (const char upper = character.toUpper().toLatin1()) {
    case 0:
        return -1;
    case 'O':
        return 0;
    case 'I':
    case 'L':
        return 1;
    default:
        for (int i = 0; i < 32; ++i) {
            if (codeAlphabet[i] == upper)
                return i;
        }
        return -1;
    }
}

bool isCodeSeparator(QChar character)
{
    return character.isSpace() || character.category() == QChar::Punctuation_Dash;
}

/// Twenty bits of BLAKE2b: a slip of the pen passes once in a million, wherever it is.
std::array<int, checkCharacters> checkOf(const SecureBytes &secret)
{
    constexpr char label[] = "gatehouse-code-1";
    std::array<std::uint8_t, crypto_generichash_BYTES_MIN> hash{};
    crypto_generichash_blake2b_salt_personal(hash.data(), hash.size(), secret.data(), secret.size(), nullptr, 0, nullptr,
                                             reinterpret_cast<const unsigned char *>(label));
    return {hash[0] >> 3, hash[1] >> 3, hash[2] >> 3, hash[3] >> 3};
}

} // namespace

QString encodeSecret(const SecureBytes &secret)
{
    QString text;
    text.reserve(static_cast<qsizetype>(secret.size()) * 2 + 2 * checkCharacters);
    qsizetype count = 0;
    const auto append = [&](unsigned value) {
        if (count++ > 0 && (count - 1) % 4 == 0)
            text += QLatin1Char('-');
        text += QLatin1Char(codeAlphabet[value & 31U]);
    };

    unsigned pending = 0;
    int bits = 0;
    for (const auto byte : secret.span()) {
        pending = (pending << 8) | byte;
        for (bits += 8; bits >= 5; bits -= 5)
            append(pending >> (bits - 5));
        pending &= (1U << bits) - 1U;
    }
    if (bits > 0)
        append(pending << (5 - bits));
    for (const int value : checkOf(secret))
        append(static_cast<unsigned>(value));
    return text;
}

Result<SecureBytes> decodeSecret(const QString &text)
{
    constexpr qsizetype longest = 1024;
    if (text.size() > longest)
        return fail(ErrorCode::Invalid, QStringLiteral("code too long"));
    SecureBytes values(static_cast<std::size_t>(text.size()));
    qsizetype count = 0;
    for (const auto character : text) {
        if (isCodeSeparator(character))
            continue;
        const int value = codeValue(character);
        if (value < 0)
            return fail(ErrorCode::Invalid, QStringLiteral("character outside the alphabet"));
        values.data()[count++] = static_cast<std::uint8_t>(value);
    }

    const auto dataCharacters = count - checkCharacters;
    const auto size = dataCharacters * 5 / 8;
    if (dataCharacters < 2 || (size * 8 + 4) / 5 != dataCharacters)
        return fail(ErrorCode::Invalid, QStringLiteral("length of the code"));

    SecureBytes secret(static_cast<std::size_t>(size));
    unsigned pending = 0;
    int bits = 0;
    qsizetype written = 0;
    for (qsizetype i = 0; i < dataCharacters; ++i) {
        pending = (pending << 5) | values.data()[i];
        bits += 5;
        if (bits >= 8) {
            bits -= 8;
            secret.data()[written++] = static_cast<std::uint8_t>(pending >> bits);
            pending &= (1U << bits) - 1U;
        }
    }
    if (pending != 0)
        return fail(ErrorCode::Invalid, QStringLiteral("last character of the code"));

    const auto check = checkOf(secret);
    for (qsizetype i = 0; i < checkCharacters; ++i) {
        if (values.data()[dataCharacters + i] != check[static_cast<std::size_t>(i)])
            return fail(ErrorCode::Invalid, QStringLiteral("check of the code"));
    }
    return secret;
}

} // namespace gatehouse::security
