// SPDX-License-Identifier: GPL-3.0-or-later
#include "aamvaissuer.h"

#include <QSet>

#include <algorithm>
#include <array>

namespace gatehouse::scanning
{

namespace
{
bool isCanadianIssuer(const QByteArray &issuer)
{
    static constexpr std::array<const char *, 14> issuers{"604426", "604428", "604429", "604432", "604433", "604434", "636012",
                                                          "636013", "636016", "636017", "636028", "636044", "636048", "990876"};
    return std::any_of(issuers.begin(), issuers.end(), [&issuer](const char *known) { return issuer == known; });
}

bool isCanadianRegion(const QString &region)
{
    static const QSet<QString> provinces{QStringLiteral("AB"), QStringLiteral("BC"), QStringLiteral("MB"), QStringLiteral("NB"),
                                         QStringLiteral("NF"), QStringLiteral("NL"), QStringLiteral("NS"), QStringLiteral("NT"),
                                         QStringLiteral("NU"), QStringLiteral("ON"), QStringLiteral("PE"), QStringLiteral("PQ"),
                                         QStringLiteral("QC"), QStringLiteral("SK"), QStringLiteral("YT")};
    return provinces.contains(region);
}

bool isRegionOfUnitedStates(const QString &region)
{
    static const QString regions = QStringLiteral("AL AK AS AZ AR CA CO CT DE DC FL GA GU HI ID IL IN IA KS KY LA ME MD MA MI "
                                                  "MN MS MO MP MT NE NV NH NJ NM NY NC ND OH OK "
                                                  "OR PA PR RI SC SD TN TX UT VT VA VI WA WV WI WY");
    return region.size() == 2 && regions.contains(region);
}

// By the blocks of numbers that AAMVA has given out. Which of them are in use is not asked: new ones come.
QString stateOfIssuer(const QByteArray &issuer)
{
    if (isCanadianIssuer(issuer))
        return QStringLiteral("CAN");
    if (issuer == "636056" || issuer == "636057")
        return QStringLiteral("MEX");
    return issuer.startsWith("636") || issuer.startsWith("6044") ? QStringLiteral("USA") : QString();
}

QString stateOfCountry(const QString &country)
{
    if (country.startsWith(QLatin1String("US")))
        return QStringLiteral("USA");
    if (country.startsWith(QLatin1String("CA")))
        return QStringLiteral("CAN");
    const bool code = country.size() == 3 && std::all_of(country.begin(), country.end(), [](QChar c) { return c.isLetter(); });
    return code && country != QLatin1String("UNK") ? country : QString();
}
} // namespace

AamvaIssuer aamvaIssuerOf(const AamvaElements &elements, const QString &region)
{
    const QByteArray &issuer = elements.header.issuer;
    const QString country = stateOfCountry(elements.value("DCG").toUpper());
    const QString byNumber = stateOfIssuer(issuer);
    if (!country.isEmpty())
        return {country, !byNumber.isEmpty() && country != byNumber};
    // The issuer's number says more than the address of the holder, who may have moved.
    if (!byNumber.isEmpty())
        return {byNumber, false};
    return {isCanadianRegion(region)         ? QStringLiteral("CAN")
            : isRegionOfUnitedStates(region) ? QStringLiteral("USA")
                                             : QString(),
            !issuer.isEmpty()};
}

} // namespace gatehouse::scanning
