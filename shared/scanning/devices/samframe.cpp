// SPDX-License-Identifier: GPL-3.0-or-later
#include "samframe.h"

#include <algorithm>
#include <numeric>

namespace gatehouse::scanning
{

namespace
{
constexpr QByteArrayView preamble("\xaa\xaa\xaa\x96\x69", 5);
constexpr qsizetype head = 7;
constexpr qsizetype shortest = 4;   // status and checksum
constexpr qsizetype longest = 4096; // text, picture and fingerprints are 2,321 bytes
constexpr qsizetype textLength = 256;

quint8 exclusiveOr(QByteArrayView bytes)
{
    return std::accumulate(bytes.begin(), bytes.end(), quint8(0), [](quint8 sum, char c) { return quint8(sum ^ quint8(c)); });
}

qsizetype wordAt(QByteArrayView bytes, qsizetype at)
{
    return quint8(bytes[at]) << 8 | quint8(bytes[at + 1]);
}

/// Reads the fields of a record one after the other.
class FieldReader
{
public:
    explicit FieldReader(QByteArrayView record) : m_record(record) {}

    QString next(qsizetype bytes)
    {
        QString text;
        for (qsizetype i = 0; i + 1 < bytes; i += 2) {
            const QChar c(char16_t(quint8(m_record[m_at + i]) | quint8(m_record[m_at + i + 1]) << 8));
            text += c;
        }
        m_at += bytes;
        return withoutPadding(text);
    }

private:
    // Blanks; some cards have NUL. One inside stays, as a sign that something is lost.
    static QString withoutPadding(const QString &text)
    {
        const auto isPadding = [](QChar c) { return c.isNull() || c.isSpace(); };
        const auto begin = std::find_if_not(text.cbegin(), text.cend(), isPadding);
        const auto end = std::find_if_not(text.crbegin(), text.crend(), isPadding).base();
        return begin < end ? QString(begin, end - begin) : QString();
    }

    QByteArrayView m_record;
    qsizetype m_at = 0;
};
} // namespace

namespace sam
{

QByteArray frame(const QByteArray &data)
{
    const qsizetype length = data.size() + 1;
    const QByteArray counted = QByteArray(1, char(length >> 8)) + char(length & 0xff) + data;
    return preamble.toByteArray() + counted + char(exclusiveOr(counted));
}

QByteArray findCard()
{
    return frame(QByteArrayLiteral("\x20\x01"));
}

QByteArray selectCard()
{
    return frame(QByteArrayLiteral("\x20\x02"));
}

QByteArray readFixed()
{
    return frame(QByteArrayLiteral("\x30\x01"));
}

std::optional<CnIdRecord> cardText(const QByteArray &data)
{
    constexpr qsizetype lengths = 4;
    if (data.size() < lengths + textLength || wordAt(data, 0) != textLength)
        return std::nullopt;
    const QByteArrayView text = QByteArrayView(data).sliced(lengths, textLength);
    const QString type = FieldReader(text.sliced(248)).next(2);
    if (type == u"I")
        return std::nullopt;
    FieldReader fields(text);
    CnIdRecord record;
    record.name = fields.next(30);
    record.sex = fields.next(2);
    record.ethnicity = fields.next(4);
    record.birth = fields.next(16);
    record.address = fields.next(70);
    record.number = fields.next(36);
    record.authority = fields.next(30);
    record.validFrom = fields.next(16);
    record.validUntil = fields.next(16);
    record.permit = type == u"J";
    return record;
}

} // namespace sam

QList<sam::Answer> SamFrames::feed(const QByteArray &bytes)
{
    m_buffer += bytes;
    QList<sam::Answer> answers;
    while (auto answer = next())
        answers.append(*answer);
    return answers;
}

std::optional<sam::Answer> SamFrames::next()
{
    for (;;) {
        const qsizetype start = m_buffer.indexOf(preamble);
        if (start < 0) {
            // The beginning of a preamble may be the end of what has come.
            m_buffer = m_buffer.last(std::min(m_buffer.size(), preamble.size() - 1));
            return std::nullopt;
        }
        m_buffer.remove(0, start);
        if (m_buffer.size() < head)
            return std::nullopt;
        const qsizetype length = wordAt(m_buffer, preamble.size());
        const bool possible = length >= shortest && length <= longest;
        if (possible && m_buffer.size() < head + length)
            return std::nullopt;
        if (!possible) {
            m_buffer.remove(0, preamble.size());
            return sam::Answer{};
        }
        const QByteArrayView counted = QByteArrayView(m_buffer).sliced(preamble.size(), 2 + length);
        sam::Answer answer;
        answer.intact = exclusiveOr(counted) == 0;
        answer.status = quint32(quint8(counted[2])) << 16 | quint32(quint8(counted[3])) << 8 | quint8(counted[4]);
        answer.data = counted.sliced(5, length - shortest).toByteArray();
        // The length itself may be what was disturbed: the next frame is looked for right behind the header.
        m_buffer.remove(0, answer.intact ? head + length : preamble.size());
        return answer;
    }
}

} // namespace gatehouse::scanning
