// SPDX-License-Identifier: GPL-3.0-or-later
#include "tokens.h"

namespace gatehouse::security
{

namespace
{

constexpr char base45Alphabet[] = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";

int base45Value(char character)
{
    for (int i = 0; i < 45; ++i) {
        if (base45Alphabet[i] == character)
            return i;
    }
    return -1;
}

void appendDigits(QByteArray &text, int value, int digits)
{
    for (int i = 0; i < digits; ++i, value /= 45)
        text += base45Alphabet[value % 45];
}

} // namespace

QByteArray toBase45(const QByteArray &bytes)
{
    QByteArray text;
    text.reserve(bytes.size() / 2 * 3 + 2);
    for (qsizetype i = 0; i < bytes.size(); i += 2) {
        const int first = static_cast<quint8>(bytes.at(i));
        if (i + 1 < bytes.size())
            appendDigits(text, first * 256 + static_cast<quint8>(bytes.at(i + 1)), 3);
        else
            appendDigits(text, first, 2);
    }
    return text;
}

Result<QByteArray> fromBase45(const QByteArray &text)
{
    QByteArray bytes;
    bytes.reserve(text.size() / 3 * 2 + 1);
    for (qsizetype i = 0; i < text.size(); i += 3) {
        const auto digits = std::min<qsizetype>(3, text.size() - i);
        if (digits == 1)
            return fail(ErrorCode::Invalid, QStringLiteral("length of base45"));
        int value = 0;
        for (auto digit = digits - 1; digit >= 0; --digit) {
            const int part = base45Value(text.at(i + digit));
            if (part < 0)
                return fail(ErrorCode::Invalid, QStringLiteral("character outside base45"));
            value = value * 45 + part;
        }
        // RFC 9285, 4.: what exceeds the bytes that it stands for must be rejected; so each value has one text only.
        if (value > (digits == 3 ? 0xffff : 0xff))
            return fail(ErrorCode::Invalid, QStringLiteral("value of base45"));
        if (digits == 3)
            bytes += static_cast<char>(value >> 8);
        bytes += static_cast<char>(value & 0xff);
    }
    return bytes;
}

} // namespace gatehouse::security
