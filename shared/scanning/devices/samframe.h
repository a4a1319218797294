// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parsing/cnidrecord.h"

#include <QByteArray>
#include <QList>

#include <optional>

namespace gatehouse::scanning
{

/// The serial protocol of the security module (SAM_V) in readers of Chinese resident ID cards, as their makers document it.
/// A frame is AA AA AA 96 69, a length of two bytes (high byte first) that counts all behind it, and data that ends with the
/// exclusive or of length and data. A command's data is its two bytes; an answer's is a status of three bytes and what it
/// brings.
namespace sam
{
inline constexpr quint32 ok = 0x000090;
inline constexpr quint32 cardFound = 0x00009f;
inline constexpr quint32 noCard = 0x000080;

QByteArray findCard();                    ///< 20 01
QByteArray selectCard();                  ///< 20 02
QByteArray readFixed();                   ///< 30 01: text and picture
QByteArray frame(const QByteArray &data); ///< with header, length and checksum

struct Answer {
    bool intact = false; ///< length and checksum are right
    quint32 status = 0;  ///< SW1 SW2 SW3
    QByteArray data;
};

/// The text in an answer to readFixed(): lengths of text and picture, 256 bytes of UTF-16LE in fields of fixed length, picture.
/// The picture is in a proprietary coding that only the ministry's library decodes: it is left out. Nothing for a record that
/// is too short, and for the permanent residence card of foreigners, whose fields are others (type "I").
std::optional<CnIdRecord> cardText(const QByteArray &data);
} // namespace sam

/// Finds frames in what the line brings, in any pieces and with noise between them. A value of one thread.
class SamFrames
{
public:
    QList<sam::Answer> feed(const QByteArray &bytes);
    /// What has begun will not be ended.
    void clear() { m_buffer.clear(); }

private:
    std::optional<sam::Answer> next();

    QByteArray m_buffer;
};

} // namespace gatehouse::scanning
