// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace gatehouse
{

/// Random bytes for ids and serials, handed in so that tests can repeat a run. Keys and nonces never come from here:
/// security/ draws those from libsodium itself. Thread safe.
class Randomness
{
public:
    virtual ~Randomness() = default;
    virtual QByteArray bytes(int count) = 0;
};

/// The operating system's generator.
class SystemRandomness final : public Randomness
{
public:
    QByteArray bytes(int count) override;
};

} // namespace gatehouse
