// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "escortbook.h"

#include <map>

namespace gatehouse::domain
{

/// What a kiosk states of a visitor who answered: codes only.
struct BriefingAnswers {
    int version = 1;       ///< of the texts
    QString language;      ///< the one they were really shown in
    QStringList questions; ///< codes of those that were asked
    int wrong = 0;         ///< answers that were explained and asked again

    bool operator==(const BriefingAnswers &) const = default;
};

/// One visit's safety briefing for one zone.
struct BriefingPassed {
    enum class How { Kiosk, Spoken, Earlier };

    VisitId visit;
    ZoneId zone;
    How how = How::Kiosk;
    QDateTime at; ///< when it was passed: taken over from an earlier visit, when that was
    int version = 1;
    std::optional<StaffId> by;      ///< who vouched for it
    std::optional<VisitId> earlier; ///< the visit at which the person passed it

    bool operator==(const BriefingPassed &) const = default;
};

QJsonObject toJson(const BriefingAnswers &answers);

/// Who passed the safety briefing (R23), replayed from `briefing.passed` statements about visits (details: zone, version, and
/// language, questions, wrong from a kiosk, or how). Believed: a kiosk or door station that asked the questions; somebody who
/// decides on the zone's visitors and briefed in person ("spoken"), or saw that the person passed it at an earlier visit
/// ("earlier", with that visit: the time stays that of the earlier one, so that it cannot be carried on for ever). It holds for
/// the zone's briefingDays. No identity is in it: that two visits were the same person's is the word of the one who signs.
/// `escorts` must outlive the book and be replayed ahead of it.
class BriefingBook final : public StatementBook
{
public:
    explicit BriefingBook(const EscortBook &escorts) : m_escorts(escorts) {}

    bool wants(const QString &action) const override;
    void apply(const LedgerEntry &entry, const StandingView &standing) override;

    std::optional<BriefingPassed> passed(const VisitId &visit, const ZoneId &zone) const;
    bool isBriefed(const VisitId &visit, const ZoneId &zone, const QDateTime &at) const;
    /// Those that still hold in the zone and were passed at their own visit, newest first.
    std::vector<BriefingPassed> holding(const ZoneId &zone, const QDateTime &at) const;
    QDateTime holdsUntil(const BriefingPassed &briefing) const;

private:
    const EscortBook &m_escorts;
    QHash<ZoneId, int> m_days;
    std::map<std::pair<VisitId, QString>, BriefingPassed> m_passed; ///< by visit and key of the zone
};

} // namespace gatehouse::domain
