// SPDX-License-Identifier: GPL-3.0-or-later
#include "payloadframer.h"

#include <algorithm>

namespace gatehouse::scanning
{

namespace
{
constexpr char stx = 0x02;
constexpr char etx = 0x03;
constexpr char eot = 0x04;
constexpr qsizetype headerSearch = 24; // prefixes of scanners are shorter

bool isLineEnd(char c)
{
    return c == '\r' || c == '\n';
}

bool isBlank(QByteArrayView bytes)
{
    return std::all_of(bytes.begin(), bytes.end(), [](char c) { return uchar(c) <= 0x20; });
}

bool isUpper(char c)
{
    return c >= 'A' && c <= 'Z';
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

// AIM symbology identifier, "]L0" and the like (ISO/IEC 15424).
QByteArrayView withoutAimId(QByteArrayView bytes)
{
    return bytes.size() >= 3 && bytes[0] == ']' ? bytes.sliced(3) : bytes;
}

// A licence: "@", then control characters and the file type; without header its elements; or the tracks of its stripe.
bool isLicence(const QByteArray &buffer)
{
    const QByteArrayView start = withoutAimId(buffer);
    if (start.startsWith('@') || start.startsWith('%'))
        return true;
    const QByteArrayView elements =
        start.startsWith("DL") || start.startsWith("ID") || start.startsWith("EN") ? start.sliced(2) : start;
    const bool element =
        elements.size() >= 3 && elements[0] == 'D' && elements[1] >= 'A' && elements[1] <= 'D' && isUpper(elements[2]);
    return element || buffer.left(headerSearch).contains("ANSI 6");
}

/// Where the data ends by the subfile table (annex D.12.4), counted from the "@"; 0 when there is no such table.
qsizetype declaredEnd(QByteArrayView payload)
{
    const qsizetype type = payload.indexOf("ANSI ");
    if (type < 0)
        return 0;
    qsizetype at = type + 5;
    while (at < payload.size() && isDigit(payload[at]))
        ++at;
    qsizetype end = 0;
    const auto isEntry = [payload](qsizetype from) {
        const QByteArrayView entry = payload.sliced(from, std::min<qsizetype>(10, payload.size() - from));
        return entry.size() == 10 && isUpper(entry[0]) && isUpper(entry[1]) &&
               std::all_of(entry.begin() + 2, entry.end(), isDigit);
    };
    for (; isEntry(at); at += 10)
        end = std::max<qsizetype>(end, payload.sliced(at + 2, 4).toInt() + payload.sliced(at + 6, 4).toInt());
    return end;
}

bool isLicenceWhole(const QByteArray &buffer)
{
    const qsizetype start = std::max<qsizetype>(0, buffer.indexOf('@'));
    const qsizetype end = declaredEnd(QByteArrayView(buffer).sliced(start));
    return end > 0 && buffer.size() - start >= end;
}

QList<QByteArray> linesOf(const QByteArray &buffer)
{
    QList<QByteArray> lines;
    for (const QByteArray &line : QByteArray(buffer).replace('\r', '\n').split('\n')) {
        if (!isBlank(line))
            lines.append(line.trimmed());
    }
    return lines;
}

/// How many lines a machine readable zone has that begins like this; 0 when it is none.
qsizetype zoneLines(const QByteArray &first)
{
    const bool alphabet = std::all_of(first.begin(), first.end(),
                                      [](char c) { return isUpper(c) || isDigit(c) || c == '<' || (c >= 'a' && c <= 'z'); });
    if (!alphabet || first.isEmpty() || isDigit(first[0]) || first[0] == '<')
        return 0;
    return first.size() == 30 ? 3 : first.size() == 36 || first.size() == 44 ? 2 : 0;
}

bool isZoneBegun(const QByteArray &buffer)
{
    const QList<QByteArray> lines = linesOf(buffer);
    return !lines.isEmpty() && lines.size() < zoneLines(lines.first());
}

bool isZoneWhole(const QByteArray &buffer)
{
    const QList<QByteArray> lines = linesOf(buffer);
    return !lines.isEmpty() && lines.size() == zoneLines(lines.first()) && lines.last().size() == lines.first().size();
}
} // namespace

bool PayloadFramer::endsWith(char c) const
{
    if (isLicence(m_buffer))
        return false;
    if (c == etx || c == eot)
        return true;
    return isLineEnd(c) && !isZoneBegun(m_buffer);
}

std::optional<QByteArray> PayloadFramer::take()
{
    QByteArray payload = std::exchange(m_buffer, {});
    if (std::exchange(m_overflown, false)) {
        m_overlong = true;
        return std::nullopt;
    }
    if (isBlank(payload))
        return std::nullopt;
    if (isLicence(payload))
        return payload;
    while (!payload.isEmpty() && (isLineEnd(payload.back()) || payload.back() == etx || payload.back() == eot))
        payload.chop(1);
    return payload;
}

QList<QByteArray> PayloadFramer::feed(QByteArrayView bytes, qint64 at)
{
    QList<QByteArray> payloads;
    if (auto ended = elapse(at))
        payloads.append(*ended);
    for (const char c : bytes) {
        const bool nothingYet = m_buffer.isEmpty() && (c == stx || isLineEnd(c));
        if (nothingYet)
            continue;
        if (m_overflown || m_buffer.size() >= longestPayload) {
            m_buffer.clear();
            m_overflown = true;
            continue;
        }
        m_buffer.append(c);
        if (!endsWith(c))
            continue;
        if (auto whole = take())
            payloads.append(*whole);
    }
    m_last = at;
    return payloads;
}

std::optional<QByteArray> PayloadFramer::elapse(qint64 now)
{
    const auto end = deadline();
    return end && now >= *end ? take() : std::nullopt;
}

std::optional<qint64> PayloadFramer::deadline() const
{
    if (isEmpty())
        return std::nullopt;
    const bool whole = isLicence(m_buffer) ? isLicenceWhole(m_buffer) : isZoneWhole(m_buffer);
    return m_last + (whole ? shortSilence : silence);
}

} // namespace gatehouse::scanning
