// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <cstddef>
#include <cstdint>
#include <span>

namespace gatehouse::security
{

/// Secret bytes in locked, guarded memory that is wiped when they go. Movable, not copyable by accident (see clone).
/// An object belongs to one thread at a time.
class SecureBytes
{
public:
    SecureBytes() = default;
    explicit SecureBytes(std::size_t size);
    /// Takes a copy and wipes the source, whose buffer must not be shared.
    static SecureBytes take(QByteArray &source);
    static SecureBytes copyOf(std::span<const std::uint8_t> source);
    SecureBytes(SecureBytes &&other) noexcept;
    SecureBytes &operator=(SecureBytes &&other) noexcept;
    SecureBytes(const SecureBytes &) = delete;
    SecureBytes &operator=(const SecureBytes &) = delete;
    ~SecureBytes();

    SecureBytes clone() const;
    std::uint8_t *data() { return m_data; }
    const std::uint8_t *data() const { return m_data; }
    std::size_t size() const { return m_size; }
    bool isEmpty() const { return m_size == 0; }
    std::span<const std::uint8_t> span() const { return {m_data, m_size}; }
    /// An ordinary copy, for what is shown or parsed; whoever takes it answers for wiping it (see wipe).
    QByteArray exposed() const;

private:
    std::uint8_t *m_data = nullptr;
    std::size_t m_size = 0;
};

/// Overwrites the bytes in place and empties the array. Nothing happens to other arrays that share them.
void wipe(QByteArray &bytes);

/// Must be called once at the start of main, before any other function of this library; false when libsodium cannot start.
[[nodiscard]] bool startSecurity();

} // namespace gatehouse::security
