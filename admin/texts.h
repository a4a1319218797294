// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "appsettings.h"
#include "style/theme.h"
#include "workbench.h"

#include "domain/policy.h"
#include "usecases/provenvisit.h"
#include "usecases/visitwords.h"

#include <QCoreApplication>

namespace gatehouse::admin
{

/// Every sentence that more than one window says, in the language that is switched on now. Pure functions of the GUI thread.
class Texts
{
    Q_DECLARE_TR_FUNCTIONS(gatehouse::admin::Texts)

public:
    /// What happened and what to do. Never the detail, which is for developers.
    static QString error(const Error &error);
    /// The sentence of the banner while the database is in trouble.
    static QString trouble(const Error &error);
    /// The same; where a rule forbids it, which one.
    static QString refusal(const Error &error, const SiteDirectory &site);
    static QString passwordFlaw(security::PasswordFlaw flaw);

    static QString visitState(domain::VisitState state);
    static Tone visitTone(domain::VisitState state);
    /// What a record says and nobody signed for, as a sentence.
    static QString difference(const usecases::VisitDifference &difference);
    static QString verdict(domain::Verdict verdict);
    static Tone verdictTone(domain::Verdict verdict);
    static QString finding(const domain::Finding &finding, const SiteDirectory &site);
    /// "pass", "warning: reason needed", "blocks: take it": the chip beside a finding.
    static QString verdictChip(const domain::Finding &finding);

    static QString fieldName(const QString &name);
    static QString fieldSign(domain::FieldSign sign);
    static QString itemKind(const QString &kind);
    static QString items(const std::vector<domain::Item> &items);
    static QString itemState(const domain::Item &item);
    static QString documentKind(const QString &kind);
    static QString zoneName(const domain::Zone &zone);
    static QString zoneNames(const SiteDirectory &site, const std::vector<domain::ZoneId> &zones);
    static QString purposeName(const domain::Purpose &purpose);
    static QString purposeName(const SiteDirectory &site, const domain::PurposeId &id);
    static QString role(domain::Role role);
    static QString roles(const std::set<domain::Role> &roles);
    static QString grade(domain::Grade grade);
    static QString staffState(domain::StaffState state);
    static QString question(const QString &code);
    /// A reason in words; of a denial, or of going ahead in spite of a warning.
    static QString denialReason(const usecases::Reason &reason);
    static QString overrideReason(const usecases::Reason &reason);
    /// Why a visit ended without anybody's decision, by the `why` of the entry.
    static QString lapse(const QString &why);
    static QString command(Command command);

    /// Sentences one after the other: a full stop of Chinese brings its own space, others are given one.
    static QString paragraph(const QStringList &sentences);

    /// 2026-11-24 09:41, local time.
    static QString dateTime(const QDateTime &time);
    static QString time(const QDateTime &time);
    /// The time alone when it is today.
    static QString shortTime(const QDateTime &time, const QDateTime &now);
    /// "48 s", "16 min", "1 h 2 min": with the unit, else it reads like a time of day.
    static QString waited(const QDateTime &since, const QDateTime &now);
    static bool isChinese();
};

} // namespace gatehouse::admin
