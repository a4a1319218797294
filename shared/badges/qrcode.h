// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QList>
#include <QString>

namespace gatehouse::badges
{

/// The modules of a QR code at error correction level M, without its quiet zone. A value.
class QrCode
{
public:
    QrCode() = default;

    /// Text of the QR alphanumeric set (digits, capitals, " $%*+-./:") is packed 5.5 bits a character, anything else as
    /// UTF-8. Invalid when empty or too long for the largest symbol.
    [[nodiscard]] static Result<QrCode> encode(const QString &text);

    bool isNull() const { return m_modules == 0; }
    /// Modules along one side.
    int modules() const { return m_modules; }
    bool dark(int column, int row) const { return m_dark.at(row * m_modules + column); }

    bool operator==(const QrCode &) const = default;

private:
    int m_modules = 0;
    QList<bool> m_dark;
};

} // namespace gatehouse::badges
