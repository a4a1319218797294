// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ids.h"
#include "note.h"
#include "statementbook.h"

#include <map>
#include <vector>

namespace gatehouse::domain
{

class DutyBook;

using HandoverId = Id<struct HandoverTag>;

/// What is open when a shift ends, as counted from rows and books at that moment (R13). Numbers only.
struct OpenThings {
    int waiting = 0; ///< visits without a decision
    int onSite = 0;  ///< visits that have not left
    int badgesOut = 0;
    int deposits = 0; ///< items taken and not given back
    int incidents = 0;
    int roundsDue = 0;
    int exceptions = 0; ///< asked for or open
    int itemsOut = 0;   ///< media, keys and devices that are lent or taken out

    bool operator==(const OpenThings &) const = default;
};

/// One hand-over of a post: "guard-desk" or "keeper:<zone>". Offered by who leaves, accepted by the signature of who comes.
struct Handover {
    HandoverId id;
    QString post;
    StaffId from;
    QDateTime offeredAt;
    OpenThings open;
    bool notesHandedIn = false; ///< R19: the day's notes are handed in
    QStringList selfCheck;      ///< codes of what was checked before leaving (R28)
    std::optional<NoteRef> note;
    qint64 ledgerSequence = 0; ///< the head as it was when offered; printed on the sheet
    QString ledgerHash;
    std::optional<StaffId> to;
    std::optional<QDateTime> acceptedAt;
    bool replaced = false; ///< by a later offer before anybody accepted

    bool isPending() const { return !acceptedAt && !replaced; }
    bool operator==(const Handover &) const = default;
};

/// Hand-overs as signed statements tell them. An offer counts by somebody who may hold the post (standing.h) when everything of
/// the self-check is there; an acceptance by another who may. `duties` must outlive the book and be replayed ahead of it.
class HandoverBook final : public StatementBook
{
public:
    explicit HandoverBook(const DutyBook &duties) : m_duties(duties) {}

    bool wants(const QString &action) const override;
    void apply(const LedgerEntry &entry, const StandingView &view) override;

    std::optional<Handover> byId(const HandoverId &id) const;
    std::optional<Handover> pending(const QString &post) const;
    std::vector<Handover> pending() const;
    /// Who accepted the post last.
    std::optional<StaffId> holder(const QString &post) const;
    /// Newest first.
    std::vector<Handover> last(int limit) const;

private:
    const DutyBook &m_duties;
    std::map<HandoverId, Handover> m_handovers;
};

QString handoverSubject(const HandoverId &id);
QString guardDeskPost();
QString keeperPost(const ZoneId &zone);
/// What who leaves a post checks first (R28).
QStringList selfCheckCodes(const QString &post);
QJsonObject toJson(const OpenThings &open);
OpenThings openThingsFromJson(const QJsonObject &json);

} // namespace gatehouse::domain
