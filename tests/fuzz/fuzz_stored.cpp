// SPDX-License-Identifier: GPL-3.0-or-later
// What comes out of a database that anybody may have written, out of a notice, and from a relay on the network.
#include "domain/ledgerentry.h"
#include "domain/sealed.h"
#include "doors/digestauth.h"
#include "presentation/briefing.h"
#include "presentation/notices.h"
#include "security/keys.h"
#include "usecases/badgefaces.h"

#include <QJsonDocument>

#include <cstdint>
#include <cstdlib>

using namespace gatehouse;

namespace
{
/// Once read, a value is written and read again as it is.
void recordsKeepTheirValues(const QByteArray &bytes)
{
    const auto record = domain::visitorRecordFromJson(QJsonDocument::fromJson(bytes).object());
    if (domain::visitorRecordFromJson(domain::toJson(record)) != record)
        std::abort();
    const auto card = domain::decodeCard(bytes);
    if (domain::decodeCard(domain::encodeCard(card)) != card)
        std::abort();
    const auto face = usecases::decodeFace(bytes);
    if (usecases::decodeFace(usecases::encodeFace(face)) != face)
        std::abort();
    (void)record.displayName();
    (void)record.date(u"birthDate");
}

void entriesKeepTheirBody(const QByteArray &bytes)
{
    const auto entry = domain::ledgerEntryFromBody(bytes);
    if (!entry)
        return;
    const auto again = domain::ledgerEntryFromBody(domain::ledgerBody(*entry));
    if (!again || domain::ledgerBody(*again) != domain::ledgerBody(*entry))
        std::abort();
}
} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    recordsKeepTheirValues(bytes);
    entriesKeepTheirBody(bytes);
    (void)presentation::parseNotice(QString::fromUtf8(bytes));
    (void)presentation::parseBriefing(QString::fromUtf8(bytes));
    (void)security::decodeSecret(QString::fromUtf8(bytes));
    doors::DigestAuth relay(QStringLiteral("door"), QStringLiteral("no password"));
    if (relay.challenge(bytes) && relay.authorization("GET", "/rpc/Switch.GetStatus?id=0", "0").isEmpty())
        std::abort();
    return 0;
}
