// SPDX-License-Identifier: GPL-3.0-or-later
#include "caseaccess.h"
#include "namefolding.h"
#include "readvisits.h"

namespace gatehouse::usecases
{

using namespace domain;

namespace
{
constexpr int cardBatch = 5000;

Result<QByteArray> openCard(Transaction &transaction, const StaffSession &session, const SealedCard &card)
{
    if (card.fast) {
        for (const OpenedSealingKey &key : session.sealingKeys) {
            if (key.id == card.keyId)
                return security::openField(key.cardKey, card.visit.text(), QStringLiteral("card"), card.bytes);
        }
        return fail(ErrorCode::NotAllowed, QStringLiteral("card key"));
    }
    GATEHOUSE_TRY_ASSIGN(const security::SecureBytes dataKey, openDataKey(transaction, session, card.visit));
    return security::openField(dataKey, card.visit.text(), QStringLiteral("card"), card.bytes);
}
} // namespace

Result<void> CardIndex::refresh(Transaction &transaction, const StaffSession &session)
{
    while (true) {
        GATEHOUSE_TRY_ASSIGN(const std::vector<SealedCard> batch, transaction.sealedData().cards(m_after, cardBatch));
        for (const SealedCard &card : batch) {
            auto plain = openCard(transaction, session, card);
            if (!plain)
                continue;
            insert(card.visit, decodeCard(*plain));
            security::wipe(*plain);
        }
        if (static_cast<int>(batch.size()) < cardBatch)
            return {};
    }
}

void CardIndex::insert(const VisitId &visit, const VisitorCard &card)
{
    m_entries.insert(visit, {card, foldSpellings(card.name + QLatin1Char(' ') + card.company + QLatin1Char(' ') + card.phone)});
}

std::optional<VisitorCard> CardIndex::card(const VisitId &visit) const
{
    const auto found = m_entries.find(visit);
    return found == m_entries.end() ? std::nullopt : std::optional<VisitorCard>(found->card);
}

std::vector<VisitId> CardIndex::search(const QString &text) const
{
    const QString wanted = folded(text);
    std::vector<VisitId> found;
    for (auto it = m_entries.begin(); it != m_entries.end(); ++it) {
        if (it->card.name.contains(text, Qt::CaseInsensitive) || nameMatches(it->folded, wanted, true))
            found.push_back(it.key());
    }
    return found;
}

QString CardIndex::folded(const QString &text)
{
    return foldName(text);
}

} // namespace gatehouse::usecases
