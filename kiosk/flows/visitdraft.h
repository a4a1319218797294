// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/sealed.h"
#include "domain/visit.h"
#include "domain/visitorform.h"
#include "domain/zone.h"
#include "usecases/requestvisit.h"
#include "vision/livescanner.h"

#include <QImage>
#include <QVariantList>
#include <QVariantMap>

#include <map>
#include <optional>
#include <set>

namespace gatehouse::kiosk
{

using domain::longestField;
inline constexpr int longestNote = 500;

/// What one person of the party has given so far. Personal: wipe() overwrites it in place.
struct MemberDraft {
    domain::VisitId id; ///< made before the first try, so that sending again changes nothing
    std::vector<domain::IdentityField> fields;
    std::set<QString> unsure; ///< fields whose reading was unsure and that nobody has confirmed yet
    QString documentKind;     ///< empty: neither shown nor typed yet
    bool documentValid = false;
    QImage documentPicture;
    std::optional<scanning::LiveResult> scan; ///< for the result card, when the page is shown again
    bool needsDetails = false;                ///< reading was unsure: the details are shown to be confirmed
    std::optional<domain::Consent> privacy;
    std::optional<domain::Consent> recording;
    std::optional<domain::Consent> terms;
    QByteArray signature; ///< PNG
    QString typedSignature;
    QImage portrait;
    bool portraitDeclined = false;
    std::map<QString, int> items;
    QString itemsNote;
    std::optional<domain::BriefingAnswers> briefing; ///< passed here (R23)
    bool briefingLater = false;                      ///< the guard sees to it: passed before, or cannot do it here

    bool isTyped() const { return documentKind == QLatin1String("typed"); }
    domain::IdentityField *field(QStringView name);
    QString displayName() const;
    void setValue(const QString &name, const QString &value, domain::FieldSign sign);
    /// Takes over what was scanned; the picture with it.
    void takeScan(const scanning::LiveResult &live, const QDate &today);
    /// The side of the scanned document that has the holder's picture, and that picture cut out of it.
    void takeOtherSide(const QImage &portraitOnIt, const QImage &otherSide);
    /// Empty fields to type into.
    void beginTyping();
    void wipe();
};

/// What is done in an escorted zone. Asked once for the party.
struct WorkDraft {
    QString reason;
    QString area; ///< rack or area
    QString changeNumber;
    QString method;  ///< of domain::workMethods()
    int minutes = 0; ///< how long, from when it is sent; 0: as long as the purpose gives
};

/// All that is asked of a party, from the purpose to the review.
struct VisitDraft {
    domain::PartyId party;
    std::optional<domain::Purpose> purpose;
    std::set<QString> optionalZones;
    std::optional<domain::InvitationId> invitation;
    std::vector<domain::ZoneId> invitedZones;
    QString company;
    QString phone;
    std::optional<domain::StaffId> host;
    QString hostName;
    bool hostUnknown = false;
    WorkDraft work;
    std::vector<MemberDraft> members;

    std::vector<domain::ZoneId> zones() const;
    /// The request, in copies of its own, so that a wipe cannot reach into what is being written.
    usecases::VisitRequest request(const QString &language, const QDateTime &now) const;
    void wipe();
};

/// What the site's zones ask of this visit.
struct Asked {
    bool document = false;
    bool terms = false;
    bool briefing = false;
    bool escort = false;
    std::set<QString> prohibited;
};
Asked askedBy(const std::vector<domain::Zone> &zones, const std::vector<domain::ZoneId> &wanted);

/// The pages of one member, in order: the first answers what is asked once for the party.
QStringList pagesOf(const VisitDraft &draft, const Asked &asked, int member);

/// A tour looks and does nothing: its reason is the purpose.
bool isTour(const domain::Purpose &purpose);
/// What is wrong with what was said of the work: the code of a problem, or empty.
QString workProblem(const WorkDraft &work, bool tour);
/// Whether the document says that the visitor is too young for an escorted zone.
bool isTooYoung(const MemberDraft &member, const QDate &today);

/// No spaces at the ends and single ones between: what is searched, compared and printed. Overwrites what it replaces.
void tidySpaces(QString &text);
/// One line without control characters, at most `limit` + 1 long (so that "too long" can be said); a copy of its own.
QString cleaned(const QString &text, int limit);

/// A copy that shares nothing with its source.
QString ownCopy(const QString &text);
/// Overwrites the characters and empties the string. Only for strings of our own.
void wipeText(QString &text);

/// What the guard opens as the document: the side that was read, the other one below it, and the holder's picture large beside
/// them, so that it can be compared with the person. Null pictures are left out; one picture alone comes back as it is.
QImage documentSheet(const QImage &side, const QImage &otherSide, const QImage &portraitOnIt);

QByteArray jpegOf(const QImage &picture, const QSize &largest);

} // namespace gatehouse::kiosk
