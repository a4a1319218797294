// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sealed.h"
#include "staff.h"
#include "visit.h"
#include "zone.h"

#include <QStringList>

#include <optional>
#include <vector>

namespace gatehouse::domain
{

/// The customer's rule behind a finding (policy.md). People see `article`, never this number.
enum class Rule {
    R1,
    R2,
    R3,
    R4,
    R5,
    R6,
    R7,
    R8,
    R9,
    R10,
    R11,
    R12,
    R13,
    R14,
    R15,
    R16,
    R17,
    R18,
    R19,
    R20,
    R21,
    R23,
    R24,
    R26,
    R27,
    R28
};

enum class Verdict { Pass, Warn, Block };

/// What the engine says of one question. The reason is a code with arguments; presentation/findingtext turns it into words.
struct Finding {
    Rule rule = Rule::R1;
    Verdict verdict = Verdict::Pass;
    QString code;      ///< "document-expired"
    QStringList basis; ///< what it rests on: dates in ISO 8601, keys of zones, items, purposes; never names

    bool operator==(const Finding &) const = default;
};

/// All that is known when a visit is decided. A plain value, so that the engine is a pure function.
struct PolicyFacts {
    Visit visit;
    VisitorRecord record;
    bool hasPortrait = false;
    bool hasSignature = false;
    Purpose purpose;         ///< of the visit, as signed by a manager; without an id when none did
    std::vector<Zone> zones; ///< of visit.zones, as signed by a manager
    std::vector<Consent> consents;
    std::vector<Item> items;
    std::optional<Staff> host;
    std::optional<Staff> decider;
    int privacyVersion = 1; ///< version of the notices in force
    int termsVersion = 1;
    int recordingVersion = 1;
    QDateTime now;
    QDate today;          ///< at the site
    bool invited = false; ///< a valid signed invitation stands behind the visit
    bool clockTrusted = true;
    bool escortNamed = false; ///< somebody who may escort was asked for every escorted zone
    bool briefed = false;     ///< passed for every zone that asks for it (R23)
};

/// Nobody younger in an escorted zone.
inline constexpr int escortedZoneAge = 16;
/// Of whoever is younger, the guard decides for a reason of their own.
inline constexpr int adultAge = 18;
/// In completed years.
int ageOn(const QDate &born, const QDate &today);

/// Every question that the rules ask of this visit, with its answer: what blocks, then what warns, then what passes, each in
/// the order in which the engine asks. Nothing may be approved while a finding blocks; a warning needs a reason to be
/// overridden.
std::vector<Finding> evaluate(const PolicyFacts &facts);

/// How many people must approve a visit to these zones: as many as the one that asks for most; one at least.
int approvalsNeeded(const std::vector<Zone> &zones);

bool blocks(const std::vector<Finding> &findings);
bool warns(const std::vector<Finding> &findings);

/// The customer's article, e.g. 第二章第一条.
QString article(Rule rule);
QString ruleName(Rule rule);
QString verdictName(Verdict verdict);
std::optional<Rule> ruleFromName(QStringView name);
std::optional<Verdict> verdictFromName(QStringView name);

} // namespace gatehouse::domain
