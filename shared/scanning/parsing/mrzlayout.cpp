// SPDX-License-Identifier: GPL-3.0-or-later
#include "mrzlayout.h"

namespace gatehouse::scanning
{

namespace
{
constexpr MrzSpan absent{};

constexpr std::array<MrzLayout, 6> layoutTable{{
    // Doc 9303 part 5, 4.2.2
    {MrzFormat::Td1,
     Kind::MrzTd1,
     3,
     30,
     {0, 0, 2},
     {0, 2, 3},
     {2, 0, 30},
     absent,
     {0, 5, 9},
     {0, 14, 1},
     {1, 15, 3},
     {1, 0, 6},
     {1, 6, 1},
     {1, 7, 1},
     {1, 8, 6},
     {1, 14, 1},
     {0, 15, 15},
     {1, 18, 11},
     absent,
     {1, 29, 1},
     {{{0, 5, 25}, {1, 0, 7}, {1, 8, 7}, {1, 18, 11}}},
     true},
    // Doc 9303 part 6, 4.2.2
    {MrzFormat::Td2,
     Kind::MrzTd2,
     2,
     36,
     {0, 0, 2},
     {0, 2, 3},
     {0, 5, 31},
     absent,
     {1, 0, 9},
     {1, 9, 1},
     {1, 10, 3},
     {1, 13, 6},
     {1, 19, 1},
     {1, 20, 1},
     {1, 21, 6},
     {1, 27, 1},
     {1, 28, 7},
     absent,
     absent,
     {1, 35, 1},
     {{{1, 0, 10}, {1, 13, 7}, {1, 21, 14}, absent}},
     true},
    // Doc 9303 part 4, 4.2.2
    {MrzFormat::Td3,
     Kind::MrzTd3,
     2,
     44,
     {0, 0, 2},
     {0, 2, 3},
     {0, 5, 39},
     absent,
     {1, 0, 9},
     {1, 9, 1},
     {1, 10, 3},
     {1, 13, 6},
     {1, 19, 1},
     {1, 20, 1},
     {1, 21, 6},
     {1, 27, 1},
     {1, 28, 14},
     absent,
     {1, 42, 1},
     {1, 43, 1},
     {{{1, 0, 10}, {1, 13, 7}, {1, 21, 22}, absent}},
     false},
    // Doc 9303 part 7, 4.2.2 and 5.2.2; visas have no composite check digit
    {MrzFormat::MrvA,
     Kind::MrzMrva,
     2,
     44,
     {0, 0, 2},
     {0, 2, 3},
     {0, 5, 39},
     absent,
     {1, 0, 9},
     {1, 9, 1},
     {1, 10, 3},
     {1, 13, 6},
     {1, 19, 1},
     {1, 20, 1},
     {1, 21, 6},
     {1, 27, 1},
     {1, 28, 16},
     absent,
     absent,
     absent,
     {{absent, absent, absent, absent}},
     false},
    {MrzFormat::MrvB,
     Kind::MrzMrvb,
     2,
     36,
     {0, 0, 2},
     {0, 2, 3},
     {0, 5, 31},
     absent,
     {1, 0, 9},
     {1, 9, 1},
     {1, 10, 3},
     {1, 13, 6},
     {1, 19, 1},
     {1, 20, 1},
     {1, 21, 6},
     {1, 27, 1},
     {1, 28, 8},
     absent,
     absent,
     absent,
     {{absent, absent, absent, absent}},
     false},
    // Carte nationale d'identité until 2021: number = year, month, department, counter; no expiry date, no nationality
    {MrzFormat::FrenchId,
     Kind::None,
     2,
     36,
     {0, 0, 2},
     {0, 2, 3},
     {0, 5, 25},
     {1, 13, 14},
     {1, 0, 12},
     {1, 12, 1},
     absent,
     {1, 27, 6},
     {1, 33, 1},
     {1, 34, 1},
     absent,
     absent,
     {0, 30, 6},
     absent,
     absent,
     {1, 35, 1},
     {{{0, 0, 36}, {1, 0, 35}, absent, absent}},
     false},
}};
} // namespace

const MrzLayout &mrzLayout(MrzFormat format)
{
    return layoutTable[static_cast<std::size_t>(format)];
}

std::span<const MrzLayout> mrzLayouts()
{
    return layoutTable;
}

int mrzCheckDigit(QStringView data)
{
    constexpr std::array<int, 3> weights{7, 3, 1};
    int sum = 0;
    std::size_t position = 0;
    for (const QChar c : data) {
        int value = 0;
        if (c >= u'0' && c <= u'9')
            value = c.unicode() - u'0';
        else if (c >= u'A' && c <= u'Z')
            value = c.unicode() - u'A' + 10;
        else if (c != u'<')
            return -1;
        sum += value * weights[position++ % weights.size()];
    }
    return sum % 10;
}

} // namespace gatehouse::scanning
