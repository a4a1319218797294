// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scanresult.h"

#include <array>
#include <span>

namespace gatehouse::scanning
{

/// A run of characters of a machine readable zone: line and first position from 0. Absent when length is 0.
struct MrzSpan {
    int line = 0;
    int start = 0;
    int length = 0;
};

enum class MrzFormat { Td1, Td2, Td3, MrvA, MrvB, FrenchId };

/// Where each data element of one format stands (ICAO Doc 9303 parts 4 to 7; the French identity card issued until 2021
/// follows no part). The parser and the reader of pictures both work from it. Constant data, any thread.
struct MrzLayout {
    MrzFormat format;
    Kind kind;
    int lines;
    int length; ///< characters of each line
    MrzSpan documentCode;
    MrzSpan issuingState;
    MrzSpan names;
    MrzSpan givenNames; ///< only where they stand apart from the surname
    MrzSpan documentNumber;
    MrzSpan documentNumberCheck;
    MrzSpan nationality;
    MrzSpan birthDate;
    MrzSpan birthDateCheck;
    MrzSpan sex;
    MrzSpan expiryDate;
    MrzSpan expiryDateCheck;
    MrzSpan optionalData;
    MrzSpan optionalData2;
    MrzSpan personalNumberCheck;
    MrzSpan compositeCheck;
    std::array<MrzSpan, 4> composite; ///< what the composite check digit is computed over, in order
    bool longDocumentNumber;          ///< a number of more than 9 characters runs on into optionalData
};

const MrzLayout &mrzLayout(MrzFormat format);
std::span<const MrzLayout> mrzLayouts();

/// The check digit of ICAO Doc 9303 part 3, 4.9 (weights 7, 3, 1 modulo 10), or -1 when a character cannot stand in an MRZ.
int mrzCheckDigit(QStringView data);

} // namespace gatehouse::scanning
