// SPDX-License-Identifier: GPL-3.0-or-later
#include "randomness.h"

#include <QRandomGenerator>

namespace gatehouse
{

QByteArray SystemRandomness::bytes(int count)
{
    QByteArray result(count, Qt::Uninitialized);
    for (char &byte : result)
        byte = static_cast<char>(QRandomGenerator::system()->generate() & 0xff);
    return result;
}

} // namespace gatehouse
