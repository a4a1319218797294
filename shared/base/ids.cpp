// SPDX-License-Identifier: GPL-3.0-or-later
#include "ids.h"

namespace gatehouse
{

QUuid makeUuid7(const Clock &clock, Randomness &randomness)
{
    QByteArray bytes = randomness.bytes(16);
    const auto ms = static_cast<quint64>(clock.now().toMSecsSinceEpoch());
    for (int i = 0; i < 6; ++i)
        bytes[i] = static_cast<char>((ms >> (8 * (5 - i))) & 0xff);
    bytes[6] = static_cast<char>((bytes[6] & 0x0f) | 0x70);
    bytes[8] = static_cast<char>((bytes[8] & 0x3f) | 0x80);
    return QUuid::fromRfc4122(bytes);
}

} // namespace gatehouse
