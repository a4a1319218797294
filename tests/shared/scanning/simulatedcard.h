// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "devices/samframe.h"
#include "parsing/scannerpayload.h"

#include "documentsamples.h"

#include <QMetaType>

namespace gatehouse::test
{

/// The card of nobody: an area that GB/T 2260 has and a number that was never given out.
inline scanning::CnIdRecord sampleRecord()
{
    scanning::CnIdRecord record;
    record.name = QStringLiteral("张样本");
    record.sex = QStringLiteral("2");
    record.ethnicity = QStringLiteral("01");
    record.birth = QStringLiteral("19491231");
    record.address = QStringLiteral("某省某市某区样本路1号");
    record.number = sampleCnNumber(QStringLiteral("11010519491231002"));
    record.authority = QStringLiteral("某市公安局");
    record.validFrom = QStringLiteral("20160101");
    record.validUntil = QStringLiteral("20360101");
    return record;
}

/// What a chip answers to "read fixed information": written anew here, so that the test does not lean on what it tests.
inline QByteArray cardData(const scanning::CnIdRecord &record)
{
    QByteArray text;
    const auto put = [&text](const QString &value, qsizetype bytes) {
        for (qsizetype i = 0; i < bytes / 2; ++i) {
            const ushort c = i < value.size() ? value[i].unicode() : ushort(' ');
            text += char(c & 0xff);
            text += char(c >> 8);
        }
    };
    put(record.name, 30);
    put(record.sex, 2);
    put(record.ethnicity, 4);
    put(record.birth, 16);
    put(record.address, 70);
    put(record.number, 36);
    put(record.authority, 30);
    put(record.validFrom, 16);
    put(record.validUntil, 16);
    put({}, 28);
    put(record.permit ? QStringLiteral("J") : QString(), 2);
    put({}, 6);
    return QByteArray::fromHex("01000400") + text + QByteArray(1024, char(0x5a));
}

} // namespace gatehouse::test

Q_DECLARE_METATYPE(gatehouse::scanning::CnIdRecord)
