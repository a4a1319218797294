// SPDX-License-Identifier: GPL-3.0-or-later
#include "icaocodes.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace gatehouse::scanning
{

namespace
{
using namespace std::string_view_literals;

// Sorted, so that a look-up is a binary search.
constexpr std::string_view icaoTable[] = {
    "ABW"sv, "AFG"sv, "AGO"sv, "AIA"sv, "ALA"sv, "ALB"sv, "AND"sv, "ARE"sv, "ARG"sv, "ARM"sv, "ASM"sv, "ATA"sv, "ATF"sv,
    "ATG"sv, "AUS"sv, "AUT"sv, "AZE"sv, "BDI"sv, "BEL"sv, "BEN"sv, "BES"sv, "BFA"sv, "BGD"sv, "BGR"sv, "BHR"sv, "BHS"sv,
    "BIH"sv, "BLM"sv, "BLR"sv, "BLZ"sv, "BMU"sv, "BOL"sv, "BRA"sv, "BRB"sv, "BRN"sv, "BTN"sv, "BVT"sv, "BWA"sv, "CAF"sv,
    "CAN"sv, "CCK"sv, "CHE"sv, "CHL"sv, "CHN"sv, "CIV"sv, "CMR"sv, "COD"sv, "COG"sv, "COK"sv, "COL"sv, "COM"sv, "CPV"sv,
    "CRI"sv, "CUB"sv, "CUW"sv, "CXR"sv, "CYM"sv, "CYP"sv, "CZE"sv, "D"sv,   "DEU"sv, "DJI"sv, "DMA"sv, "DNK"sv, "DOM"sv,
    "DZA"sv, "ECU"sv, "EGY"sv, "ERI"sv, "ESH"sv, "ESP"sv, "EST"sv, "ETH"sv, "EUE"sv, "FIN"sv, "FJI"sv, "FLK"sv, "FRA"sv,
    "FRO"sv, "FSM"sv, "GAB"sv, "GBD"sv, "GBN"sv, "GBO"sv, "GBP"sv, "GBR"sv, "GBS"sv, "GEO"sv, "GGY"sv, "GHA"sv, "GIB"sv,
    "GIN"sv, "GLP"sv, "GMB"sv, "GNB"sv, "GNQ"sv, "GRC"sv, "GRD"sv, "GRL"sv, "GTM"sv, "GUF"sv, "GUM"sv, "GUY"sv, "HKG"sv,
    "HMD"sv, "HND"sv, "HRV"sv, "HTI"sv, "HUN"sv, "IAO"sv, "IDN"sv, "IMN"sv, "IND"sv, "IOT"sv, "IRL"sv, "IRN"sv, "IRQ"sv,
    "ISL"sv, "ISR"sv, "ITA"sv, "JAM"sv, "JEY"sv, "JOR"sv, "JPN"sv, "KAZ"sv, "KEN"sv, "KGZ"sv, "KHM"sv, "KIR"sv, "KNA"sv,
    "KOR"sv, "KWT"sv, "LAO"sv, "LBN"sv, "LBR"sv, "LBY"sv, "LCA"sv, "LIE"sv, "LKA"sv, "LSO"sv, "LTU"sv, "LUX"sv, "LVA"sv,
    "MAC"sv, "MAF"sv, "MAR"sv, "MCO"sv, "MDA"sv, "MDG"sv, "MDV"sv, "MEX"sv, "MHL"sv, "MKD"sv, "MLI"sv, "MLT"sv, "MMR"sv,
    "MNE"sv, "MNG"sv, "MNP"sv, "MOZ"sv, "MRT"sv, "MSR"sv, "MTQ"sv, "MUS"sv, "MWI"sv, "MYS"sv, "MYT"sv, "NAM"sv, "NCL"sv,
    "NER"sv, "NFK"sv, "NGA"sv, "NIC"sv, "NIU"sv, "NLD"sv, "NOR"sv, "NPL"sv, "NRU"sv, "NTZ"sv, "NZL"sv, "OMN"sv, "PAK"sv,
    "PAN"sv, "PCN"sv, "PER"sv, "PHL"sv, "PLW"sv, "PNG"sv, "POL"sv, "PRI"sv, "PRK"sv, "PRT"sv, "PRY"sv, "PSE"sv, "PYF"sv,
    "QAT"sv, "REU"sv, "RKS"sv, "ROU"sv, "RUS"sv, "RWA"sv, "SAU"sv, "SDN"sv, "SEN"sv, "SGP"sv, "SGS"sv, "SHN"sv, "SJM"sv,
    "SLB"sv, "SLE"sv, "SLV"sv, "SMR"sv, "SOM"sv, "SPM"sv, "SRB"sv, "SSD"sv, "STP"sv, "SUR"sv, "SVK"sv, "SVN"sv, "SWE"sv,
    "SWZ"sv, "SXM"sv, "SYC"sv, "SYR"sv, "TCA"sv, "TCD"sv, "TGO"sv, "THA"sv, "TJK"sv, "TKL"sv, "TKM"sv, "TLS"sv, "TON"sv,
    "TTO"sv, "TUN"sv, "TUR"sv, "TUV"sv, "TWN"sv, "TZA"sv, "UGA"sv, "UKR"sv, "UMI"sv, "UNA"sv, "UNK"sv, "UNO"sv, "URY"sv,
    "USA"sv, "UTO"sv, "UZB"sv, "VAT"sv, "VCT"sv, "VEN"sv, "VGB"sv, "VIR"sv, "VNM"sv, "VUT"sv, "WLF"sv, "WSM"sv, "XBA"sv,
    "XCC"sv, "XCE"sv, "XCO"sv, "XDC"sv, "XEC"sv, "XES"sv, "XIM"sv, "XMP"sv, "XOM"sv, "XPO"sv, "XXA"sv, "XXB"sv, "XXC"sv,
    "XXX"sv, "YEM"sv, "ZAF"sv, "ZMB"sv, "ZWE"sv};
static_assert(std::is_sorted(std::begin(icaoTable), std::end(icaoTable)));
} // namespace

bool isIcaoCode(QStringView code)
{
    if (code.isEmpty() || code.size() > 3)
        return false;
    std::array<char, 3> letters{};
    for (qsizetype i = 0; i < code.size(); ++i)
        letters[static_cast<std::size_t>(i)] = code[i].toLatin1();
    return std::binary_search(std::begin(icaoTable), std::end(icaoTable),
                              std::string_view(letters.data(), static_cast<std::size_t>(code.size())));
}

} // namespace gatehouse::scanning
