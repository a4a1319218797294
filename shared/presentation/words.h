// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "domain/sealed.h"
#include "domain/staff.h"
#include "domain/visit.h"
#include "domain/zone.h"

#include <QString>
#include <QStringList>

#include <vector>

/// Words for codes, in the language of the program (the installed translators); both apps say the same thing in the same words.
/// Pure functions, GUI thread because of the translators. An unknown code comes back as it is.
namespace gatehouse::presentation
{

/// Zones and purposes by name, in English or Chinese as `language` says.
struct SiteNames {
    std::vector<domain::Zone> zones;
    std::vector<domain::Purpose> purposes;
    QString language = QStringLiteral("en");

    QString zone(const domain::ZoneId &id) const;
    QString purpose(const domain::PurposeId &id) const;
    QStringList zoneList(const std::vector<domain::ZoneId> &ids) const;
};

bool isChinese(const QString &language);
QString zoneName(const domain::Zone &zone, const QString &language);
QString purposeName(const domain::Purpose &purpose, const QString &language);

QString roleText(domain::Role role);
QString gradeText(domain::Grade grade);
QString staffStateText(domain::StaffState state);
QString itemKindText(const QString &kind);
/// How work in an escorted zone is done, by the codes of domain::workMethods().
QString workMethodText(const QString &code);

/// "Family name" for "surname", the names of the scan object.
QString fieldLabel(const QString &name);
/// A field's value for people: dates in words, sex as a word, the rest as it is.
QString fieldValueText(const QString &name, const QString &value, const QString &language);
/// "Driver licence" for "aamva"
QString documentKindText(const QString &kind);

/// The guard's question by its code; `text` is used for "other".
QString questionText(const QString &code, const QString &text = {});
QStringList questionCodes();
/// Reasons of a denial or an override, as numbered choices; the last one is "other".
QString denialReasonText(const QString &code);
QStringList denialReasonCodes();
QString overrideReasonText(const QString &code);
QStringList overrideReasonCodes();
QString consentMethodText(const QString &method);

/// What happened, as one sentence for the person who uses the program.
QString errorText(const Error &error);

/// ISO 8601 date in words, "24 November 2026"; anything else as it is.
QString dateText(const QString &iso, const QString &language);
/// Local date and time, and local time alone.
QString dateTimeText(const QDateTime &at, const QString &language);
QString timeText(const QDateTime &at);
/// A language in its own script.
QString languageName(const QString &code);

} // namespace gatehouse::presentation
