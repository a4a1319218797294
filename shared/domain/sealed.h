// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ids.h"

#include <QByteArray>
#include <QDate>
#include <QJsonObject>

#include <optional>
#include <vector>

namespace gatehouse::domain
{

/// How a value got here: proved by a check digit or signature; read and to be compared; typed by hand.
enum class FieldSign { Checked, Read, Typed };

struct IdentityField {
    QString name; ///< as in the scan object of design.md section 6
    QString value;
    FieldSign sign = FieldSign::Typed;

    bool operator==(const IdentityField &) const = default;
};

/// What a visitor said and showed. Personal: exists in memory only while it is needed, and on disk only sealed.
struct VisitorRecord {
    std::vector<IdentityField> fields;
    QString documentKind; ///< scanning kind or "typed" or "none"
    bool documentValid = false;
    QString company;
    QString phone;
    QString itemsNote;      ///< what "other" items are, in own words
    QString typedSignature; ///< the name typed instead of a finger signature
    // Work in an escorted zone: what for, where, under which change, and how (code of workMethods()).
    QString workReason;
    QString workArea; ///< rack or area
    QString changeNumber;
    QString workMethod;

    QString value(QStringView name) const;
    /// fullName, or given names and surname in the order that the script uses.
    QString displayName() const;
    std::optional<QDate> date(QStringView name) const; ///< birthDate, expiryDate ...; nothing when partly unknown

    bool operator==(const VisitorRecord &) const = default;
};

/// Letters, digits and - / . _ # : as change systems make them, at most 40; empty is none given.
bool isChangeNumber(const QString &text);

/// One line without control characters and without marks that turn the direction of what stands round them.
QString oneLine(const QString &text);
/// With every text as oneLine() has it.
VisitorRecord inOneLine(VisitorRecord record);

QJsonObject toJson(const VisitorRecord &record);
VisitorRecord visitorRecordFromJson(const QJsonObject &json);
QString fieldSignName(FieldSign sign);
FieldSign fieldSignFromName(QStringView name);

/// The small part that readers search: name, company, phone.
struct VisitorCard {
    QString name;
    QString company;
    QString phone;

    bool operator==(const VisitorCard &) const = default;
};

QByteArray encodeCard(const VisitorCard &card);
VisitorCard decodeCard(const QByteArray &bytes);

/// Names of the sealed fields of a visit.
namespace sealed
{
inline const QString record = QStringLiteral("record");       ///< VisitorRecord as JSON
inline const QString portrait = QStringLiteral("portrait");   ///< JPEG from the kiosk's camera
inline const QString document = QStringLiteral("document");   ///< JPEG of the document; opening it writes an entry
inline const QString signature = QStringLiteral("signature"); ///< PNG
inline const QString reasons = QStringLiteral("reasons");     ///< JSON of the decision's reasons and overrides
inline const QString questions = QStringLiteral("questions"); ///< JSON of what was asked in own words
inline const QString answer = QStringLiteral("answer");       ///< what the visitor answered the guard
} // namespace sealed

/// A field as stored: opaque here, made and opened by security/sealing.h.
struct SealedBlob {
    VisitId visit;
    QString field;
    QByteArray bytes;

    bool operator==(const SealedBlob &) const = default;
};

/// A visit's data key, sealed to one recipient: "site:<sealing key id>" or "staff:<staff id>". Deleting them all erases the
/// visit.
struct WrappedKey {
    VisitId visit;
    QString recipient;
    QByteArray bytes;

    bool operator==(const WrappedKey &) const = default;
};

/// The sealed card. `fast` ones are sealed symmetrically under the month's card key, so that a million open in a second; the
/// kiosk writes slow ones (it must not be able to read back) and the deciding admin app replaces them.
struct SealedCard {
    VisitId visit;
    QString keyId; ///< the sealing key whose secret opens it
    bool fast = false;
    QByteArray bytes;

    bool operator==(const SealedCard &) const = default;
};

/// A key of the site to which visits are sealed; changes monthly. Only the public part is here.
struct SealingKey {
    QString id; ///< "2026-11"
    QByteArray publicKey;
    QDateTime from;

    bool operator==(const SealingKey &) const = default;
};

/// A sealing key's secret, sealed to one person's X25519 key.
struct KeyGrant {
    QString keyId;
    StaffId staff;
    QByteArray bytes;

    bool operator==(const KeyGrant &) const = default;
};

/// A message to a kiosk, sealed to the key of its present boot: a badge face, or the guard's question in own words.
struct KioskMail {
    VisitId visit;
    StationId station;
    QString kind;       ///< "face", "question"
    QByteArray bootKey; ///< the public key it is sealed to
    QByteArray bytes;

    bool operator==(const KioskMail &) const = default;
};

} // namespace gatehouse::domain
