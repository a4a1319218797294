// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace gatehouse::security
{

// Private to this folder: the casts between Qt's char and libsodium's unsigned char, in one place.

inline const unsigned char *raw(const QByteArray &bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.constData());
}

inline unsigned char *rawData(QByteArray &bytes)
{
    return reinterpret_cast<unsigned char *>(bytes.data());
}

inline std::size_t rawSize(const QByteArray &bytes)
{
    return static_cast<std::size_t>(bytes.size());
}

} // namespace gatehouse::security
