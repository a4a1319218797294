// SPDX-License-Identifier: GPL-3.0-or-later
#include "securebytes.h"

#include <sodium.h>

#include <cstring>
#include <new>
#include <utility>

namespace gatehouse::security
{

bool startSecurity()
{
    static const bool ready = sodium_init() >= 0;
    return ready;
}

SecureBytes::SecureBytes(std::size_t size)
{
    if (size == 0)
        return;
    // sodium_malloc needs the page size that sodium_init looks up: a test or tool that forgot startSecurity must not crash on
    // it.
    void *memory = startSecurity() ? sodium_malloc(size) : nullptr;
    if (!memory)
        throw std::bad_alloc();
    m_data = static_cast<std::uint8_t *>(memory);
    m_size = size;
    sodium_memzero(m_data, m_size);
}

SecureBytes SecureBytes::take(QByteArray &source)
{
    auto bytes = copyOf({reinterpret_cast<const std::uint8_t *>(source.constData()), static_cast<std::size_t>(source.size())});
    wipe(source);
    return bytes;
}

SecureBytes SecureBytes::copyOf(std::span<const std::uint8_t> source)
{
    SecureBytes bytes(source.size());
    if (!source.empty())
        std::memcpy(bytes.m_data, source.data(), source.size());
    return bytes;
}

SecureBytes::SecureBytes(SecureBytes &&other) noexcept
    : m_data(std::exchange(other.m_data, nullptr)), m_size(std::exchange(other.m_size, 0))
{
}

SecureBytes &SecureBytes::operator=(SecureBytes &&other) noexcept
{
    if (this != &other) {
        sodium_free(m_data); // wipes; does nothing for null
        m_data = std::exchange(other.m_data, nullptr);
        m_size = std::exchange(other.m_size, 0);
    }
    return *this;
}

SecureBytes::~SecureBytes()
{
    sodium_free(m_data);
}

SecureBytes SecureBytes::clone() const
{
    return copyOf(span());
}

QByteArray SecureBytes::exposed() const
{
    return QByteArray(reinterpret_cast<const char *>(m_data), static_cast<qsizetype>(m_size));
}

void wipe(QByteArray &bytes)
{
    if (!bytes.isEmpty() && bytes.isDetached())
        sodium_memzero(bytes.data(), static_cast<std::size_t>(bytes.size()));
    bytes.clear();
}

} // namespace gatehouse::security
