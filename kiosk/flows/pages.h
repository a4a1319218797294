// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

/// The pages of the kiosk, as KioskController::page names them. The QML file of a page is its name with a capital letter and
/// "Page.qml" ("checkedOut" -> CheckedOutPage.qml). What each one reads is in brackets.
namespace gatehouse::kiosk::page
{

// Before and between visits
inline const QString starting = QStringLiteral("starting"); ///< first frame, nothing is open yet; becomes rest or trouble
inline const QString rest = QStringLiteral("rest"); ///< [kiosk: welcomes, otherLanguages, readyNumbers, languages, collect()]
inline const QString trouble = QStringLiteral("trouble"); ///< out of order [kiosk.trouble, troubleTitle, troubleText]
inline const QString leave = QStringLiteral("leave");     ///< the exit code [kiosk.submitExitCode(), problemText]
inline const QString doorRest =
    QStringLiteral("doorRest");                           ///< the door station at rest [kiosk.zoneName, zoneNameChinese, door]
inline const QString doorSet = QStringLiteral("doorSet"); ///< badges are brought together [kiosk.door.badges, secondsLeft]
inline const QString doorPin = QStringLiteral("doorPin"); ///< a PIN closes the set [kiosk.door.pinLength, pinHolder]
inline const QString doorAdmit =
    QStringLiteral("doorAdmit"); ///< [kiosk.door.headline, escortName, mayStillFollow, secondsLeft]
inline const QString doorRefuse = QStringLiteral("doorRefuse"); ///< [kiosk.door.headline, reason, advice]
inline const QString doorReport = QStringLiteral("doorReport"); ///< a stranger (R3) [kiosk.door.report()]

// Checking in; the flow leaves out what the purpose does not ask
inline const QString purpose =
    QStringLiteral("purpose"); ///< [checkIn.purposes, choosePurpose()] no primary action: a touch chooses
inline const QString zones = QStringLiteral("zones");   ///< only where the purpose has zones to ask for [checkIn.optionalZones]
inline const QString notice = QStringLiteral("notice"); ///< privacy and recording (R15) [checkIn.noticeTitle, noticeSections]
inline const QString scan = QStringLiteral("scan");     ///< show a document [kiosk.scan, kiosk.camera]
inline const QString details = QStringLiteral("details"); ///< type or correct [checkIn.fields, setField()]
inline const QString company = QStringLiteral("company"); ///< [checkIn.company, asksCompany, phone]
inline const QString host = QStringLiteral("host");       ///< [checkIn.hostQuery, hostResults, chooseHost(), hostUnknown]
inline const QString work = QStringLiteral("work"); ///< what is done in an escorted zone [checkIn.workReason, workMethods ...]
inline const QString items = QStringLiteral("items"); ///< [checkIn.items, setItemCount(), itemsNote]
inline const QString terms = QStringLiteral("terms"); ///< confidentiality (R20) [checkIn.termsTitle, termsSections, signature]
inline const QString briefing =
    QStringLiteral("briefing"); ///< safety rules in pictures (R23) [checkIn.briefing.points, leaveBriefing()]
inline const QString quiz =
    QStringLiteral("quiz"); ///< three questions about them [checkIn.briefing.questionText, answers, answer()]
inline const QString badge = QStringLiteral("badge");       ///< show the badge for the briefing [kiosk.scan]
inline const QString briefed = QStringLiteral("briefed");   ///< passed by somebody who was registered [checkIn.secondsToClear]
inline const QString portrait = QStringLiteral("portrait"); ///< [checkIn.portraitState, portrait, kiosk.camera]
inline const QString party = QStringLiteral("party");       ///< who else is with you [checkIn.members, addMember()]
inline const QString review = QStringLiteral("review");     ///< [checkIn.reviewRows, editPage()]
inline const QString waiting = QStringLiteral("waiting");   ///< [checkIn.stages, question, pickupNumber, secondsToFree]
inline const QString pickup =
    QStringLiteral("pickup");                       ///< "your number is" before the kiosk frees itself [checkIn.pickupNumber]
inline const QString done = QStringLiteral("done"); ///< the badge [checkIn.badgeImage, badgeFacts, ...]
inline const QString denied = QStringLiteral("denied");       ///< [checkIn.deniedText]
inline const QString cancelled = QStringLiteral("cancelled"); ///< by the visitor [checkIn.visitLabel]
inline const QString delivery = QStringLiteral("delivery");   ///< the guard is called [checkIn.deliveryState]

// The others
inline const QString invitation =
    QStringLiteral("invitation"); ///< show the QR code, then what it says [kiosk.invitation, kiosk.scan]
inline const QString checkOut = QStringLiteral("checkOut");     ///< show the badge [kiosk.checkOut, kiosk.scan]
inline const QString checkedOut = QStringLiteral("checkedOut"); ///< [kiosk.checkOut]

} // namespace gatehouse::kiosk::page
