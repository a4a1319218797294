// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/badgebook.h"
#include "domain/doordecision.h"
#include "domain/presencebook.h"
#include "workplace.h"

#include <map>

namespace gatehouse::usecases
{

/// What a door decides by: the books, and how it stands to them. While the station is connected these are the authority's own;
/// while it is cut off, the books of the last contact with what happened here since laid over presence and PINs (see
/// dooroffline.h). Every member must outlive the call.
struct DoorView {
    const Authority &authority;
    const domain::PresenceBook &presence;
    const domain::PinBook &pins;
    domain::ZoneId zone;
    QDateTime now;
    domain::Contact contact = domain::Contact::Connected;
    bool timeTrusted = true;
};

/// The view of a connected station, after its transaction brought the authority up to date.
DoorView doorView(const Workplace &workplace, const domain::ZoneId &zone);

/// What one badge of a visitor or of staff is worth at this door: token, signature, statement behind it, holder. Never fails:
/// what is no badge at all is Unreadable.
domain::ShownBadge readDoorBadge(const DoorView &view, const QString &token);

/// Everything that decideDoor asks, for these badges. `pins`: what each staff member of the set typed, so far.
domain::DoorFacts doorFacts(const DoorView &view, domain::Direction direction, const std::vector<domain::ShownBadge> &badges,
                            const std::map<domain::StaffId, domain::PinState> &pins = {});

/// The stored PIN verifiers that their owners signed for. Others are left out and said in the log: a row that somebody wrote is
/// nobody's PIN.
using PinVerifiers = std::map<domain::StaffId, QByteArray>;
[[nodiscard]] Result<PinVerifiers> pinVerifiers(domain::Transaction &transaction, const Workplace &workplace);

/// Compares a typed PIN. Blocks for the time of Argon2id, except in back-off, where the PIN is not looked at.
domain::PinState checkPin(const DoorView &view, const PinVerifiers &verifiers, const domain::StaffId &staff,
                          const security::SecureBytes &pin);
/// Seconds until the person may type again; 0 when now.
qint64 pinSecondsLeft(const domain::PinBook::Pin &pin, const QDateTime &now);

/// One statement of a door, ready to be recorded or put into the journal.
struct DoorStatement {
    QString action;
    QString subject;
    QJsonObject details;

    bool operator==(const DoorStatement &) const = default;
};

struct DoorPassage {
    QString decision; ///< id
    domain::DoorDecision outcome;
    std::vector<domain::Finding> warnings;
    bool offline = false; ///< decided while the ledger was away: nobody else has heard of it yet
};

/// The statements of one decision: acceptances at the door, the passage with all people and findings, and the alarm it raises.
std::vector<DoorStatement> passageStatements(const domain::ZoneId &zone, const QString &decision, domain::Direction direction,
                                             const std::vector<domain::ShownBadge> &badges, const domain::DoorDecision &outcome,
                                             bool offline);

/// Decides over a set of badges and writes the decision, all or nothing; what was shown is read again from the books as they
/// are within this transaction, so that a revocation of a moment ago counts. Admits nobody when it cannot be written.
[[nodiscard]] Result<DoorPassage> passDoor(const Workplace &workplace, const domain::ZoneId &zone, domain::Direction direction,
                                           const QStringList &tokens, const std::map<domain::StaffId, domain::PinState> &pins);

/// A typed PIN was wrong: stated at once, so that it counts at every door and after a restart (R18).
DoorStatement wrongPinStatement(const domain::ZoneId &zone, const domain::StaffId &staff, quint64 serial);
/// The decision was not used: the door was not opened.
DoorStatement unusedStatement(const domain::ZoneId &zone, const QString &decision);
/// "stranger", "door-forced", "door-held", "door-tamper", "relay-silent" ...
DoorStatement doorAlarm(const domain::ZoneId &zone, const QString &code);
/// A stranger who was reported becomes an incident, signed by this station (R3); so does a door that was opened without a
/// decision, unless one is open about this door or helpers of an emergency are in the zone. Other statements: nothing. Within
/// the write transaction of the statement itself; whether it was one.
[[nodiscard]] Result<bool> reportAlarm(domain::Transaction &transaction, const Workplace &workplace,
                                       const DoorStatement &statement);
/// Signs and writes statements of this station, with the incidents that a stranger and a forced door are.
[[nodiscard]] Result<void> writeDoorStatements(const Workplace &workplace, const std::vector<DoorStatement> &statements);

} // namespace gatehouse::usecases
