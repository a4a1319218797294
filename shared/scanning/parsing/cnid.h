// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cnidnumber.h"

#include <QDate>

namespace gatehouse::scanning
{

/// Reads the text of a Chinese resident identity card (居民身份证): the front with its labels 姓名 性别 民族 出生 住址
/// 公民身份号码, spaced or joined as OCR leaves it, with or without the back, or a bare 18-character number. The number is
/// verified by its check character (GB 11643, ISO 7064 MOD 11-2), its province (GB/T 2260), a birth date that the calendar has
/// and that is not in the future, and against the printed date and sex. `valid` asks for a name unless the number came alone.
/// Two different numbers in one text make it invalid (severaldocuments.h). `today` bounds the birth date. Pure, any thread;
/// Kind::None when it is no such card.
ScanResult parseCnId(const QString &text, QDate today);

} // namespace gatehouse::scanning
