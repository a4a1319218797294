// SPDX-License-Identifier: GPL-3.0-or-later
#include "doortexts.h"

#include <QCoreApplication>
#include <QDateTime>

namespace gatehouse::presentation
{

namespace
{
struct DoorSentence {
    const char *code;
    const char *reason;
    const char *advice;
};

constexpr const char *askGuard = QT_TRANSLATE_NOOP("Door", "Please call the guard.");
constexpr const char *showAgain = QT_TRANSLATE_NOOP("Door", "Show the badges again, one after the other.");

constexpr DoorSentence doorSentences[] = {
    {"set-empty", QT_TRANSLATE_NOOP("Door", "No badge was shown."), showAgain},
    {"badge-unreadable", QT_TRANSLATE_NOOP("Door", "That is not a badge."), showAgain},
    {"badge-foreign", QT_TRANSLATE_NOOP("Door", "That badge is of another site."), askGuard},
    {"badge-forged", QT_TRANSLATE_NOOP("Door", "That badge is not valid here."), askGuard},
    {"badge-unknown", QT_TRANSLATE_NOOP("Door", "That badge is not valid here."), askGuard},
    {"badge-not-yet", QT_TRANSLATE_NOOP("Door", "That badge is not valid yet."),
     QT_TRANSLATE_NOOP("Door", "Come back at the time of your visit, or call the guard.")},
    {"badge-expired", QT_TRANSLATE_NOOP("Door", "That badge has expired."), askGuard},
    {"badge-returned", QT_TRANSLATE_NOOP("Door", "That badge was given back."), askGuard},
    {"badge-lost", QT_TRANSLATE_NOOP("Door", "That badge was reported lost."), askGuard},
    {"badge-revoked", QT_TRANSLATE_NOOP("Door", "That badge no longer counts."), askGuard},
    {"badge-copied", QT_TRANSLATE_NOOP("Door", "That badge is inside already, since %1."),
     QT_TRANSLATE_NOOP("Door", "If you came out without booking it, choose “Leaving” first.")},
    {"access-none", QT_TRANSLATE_NOOP("Door", "That visit does not include this room."), askGuard},
    {"access-over", QT_TRANSLATE_NOOP("Door", "That access has ended."), askGuard},
    {"access-not-approved", QT_TRANSLATE_NOOP("Door", "That access is not approved yet."),
     QT_TRANSLATE_NOOP("Door", "Please wait for the approval, or call the guard.")},
    {"access-not-accepted", QT_TRANSLATE_NOOP("Door", "No escort has accepted that visitor yet."),
     QT_TRANSLATE_NOOP("Door", "The escort accepts in the admin app, or comes here with badge and PIN.")},
    {"access-not-yet", QT_TRANSLATE_NOOP("Door", "The time of that access has not begun."),
     QT_TRANSLATE_NOOP("Door", "Come back at the time of your visit, or call the guard.")},
    {"access-expired", QT_TRANSLATE_NOOP("Door", "The time of that access is over."), askGuard},
    {"item-not-handed-in", QT_TRANSLATE_NOOP("Door", "Something that is carried may not come in."),
     QT_TRANSLATE_NOOP("Door", "Please hand it in to the guard at the desk first.")},
    {"not-briefed", QT_TRANSLATE_NOOP("Door", "The safety briefing is missing."),
     QT_TRANSLATE_NOOP("Door", "Pass it at the screen in the lobby: “Safety briefing”. Or ask the guard.")},
    {"escort-missing", QT_TRANSLATE_NOOP("Door", "The escort is missing."),
     QT_TRANSLATE_NOOP("Door", "Visitors enter together with their escort. Show both badges.")},
    {"escort-at-limit", QT_TRANSLATE_NOOP("Door", "One escort may have %1 visitors at most."),
     QT_TRANSLATE_NOOP("Door", "A second escort must come along.")},
    {"second-escort-missing", QT_TRANSLATE_NOOP("Door", "This room asks for two escorts."),
     QT_TRANSLATE_NOOP("Door", "A second escort must come along.")},
    {"accepted-after-cut", QT_TRANSLATE_NOOP("Door", "Nobody new can be accepted while this door cannot reach the register."),
     askGuard},
    {"staff-not-active", QT_TRANSLATE_NOOP("Door", "That badge no longer counts."), askGuard},
    {"escort-not-managerial", QT_TRANSLATE_NOOP("Door", "Only managerial staff may bring visitors in."),
     QT_TRANSLATE_NOOP("Door", "Ask the visitor's escort to come.")},
    {"escort-not-authorised", QT_TRANSLATE_NOOP("Door", "That person is not authorised to escort here."),
     QT_TRANSLATE_NOOP("Door", "Ask the visitor's escort to come.")},
    {"escort-not-trained", QT_TRANSLATE_NOOP("Door", "The escort's security training is over."),
     QT_TRANSLATE_NOOP("Door", "Another escort must take over.")},
    {"not-on-access-list", QT_TRANSLATE_NOOP("Door", "That person is not on the access list of this room."), askGuard},
    {"access-not-reviewed", QT_TRANSLATE_NOOP("Door", "The access list entry is suspended: it was not reviewed in time."),
     QT_TRANSLATE_NOOP("Door", "Ask the lead of the room.")},
    {"pin-missing", QT_TRANSLATE_NOOP("Door", "The PIN is missing."), showAgain},
    {"pin-wrong", QT_TRANSLATE_NOOP("Door", "The PIN was wrong."), showAgain},
    {"pin-back-off", QT_TRANSLATE_NOOP("Door", "Too many wrong PINs. Please wait %1 seconds."), askGuard},
    {"pin-not-set", QT_TRANSLATE_NOOP("Door", "No PIN has been set for that badge."),
     QT_TRANSLATE_NOOP("Door", "Set it in the admin app, in your own settings.")},
    {"clock-not-trusted", QT_TRANSLATE_NOOP("Door", "The clock of this door is wrong. Nobody can be admitted."), askGuard},
    {"cut-off-too-long", QT_TRANSLATE_NOOP("Door", "This door cannot reach the register. Nobody can be admitted."), askGuard},
    {"no-records", QT_TRANSLATE_NOOP("Door", "This door cannot reach the register. Nobody can be admitted."), askGuard},
    {"register-not-trusted", QT_TRANSLATE_NOOP("Door", "The register cannot be trusted. Nobody can be admitted."), askGuard},
    {"not-written", QT_TRANSLATE_NOOP("Door", "The decision could not be recorded. Nobody can be admitted."), askGuard},
    {"relay-silent", QT_TRANSLATE_NOOP("Door", "The lock does not answer."), askGuard},
};

const DoorSentence *doorSentenceOf(const QString &code)
{
    for (const DoorSentence &sentence : doorSentences) {
        if (code == QLatin1String(sentence.code))
            return &sentence;
    }
    return nullptr;
}

QString said(const char *text)
{
    return QCoreApplication::translate("Door", text);
}
} // namespace

QString doorReason(const domain::Finding &finding)
{
    const DoorSentence *sentence = doorSentenceOf(finding.code);
    if (!sentence)
        return said(QT_TRANSLATE_NOOP("Door", "That is not possible here."));
    if (finding.code == QLatin1String("badge-copied")) {
        const QDateTime since = QDateTime::fromString(finding.basis.value(1), Qt::ISODateWithMs).toLocalTime();
        return said(sentence->reason).arg(since.toString(QStringLiteral("HH:mm")));
    }
    if (finding.code == QLatin1String("escort-at-limit") || finding.code == QLatin1String("pin-back-off"))
        return said(sentence->reason).arg(finding.basis.value(0));
    return said(sentence->reason);
}

QString doorAdvice(const domain::Finding &finding, bool guardTold)
{
    const DoorSentence *sentence = doorSentenceOf(finding.code);
    const QString advice = said(sentence ? sentence->advice : askGuard);
    return finding.code == QLatin1String("badge-copied") ? withGuard(advice, guardTold) : advice;
}

QString withGuard(const QString &sentence, bool told)
{
    const QString gap = sentence.endsWith(QLatin1Char('.')) ? QStringLiteral(" ") : QString(); // none after a Chinese stop
    return sentence + gap +
           said(told ? QT_TRANSLATE_NOOP("Door", "The guard has been told.")
                     : QT_TRANSLATE_NOOP("Door", "The guard could not be told: please tell the guard now."));
}

QString relayText(const QString &code)
{
    if (code == QLatin1String("silent"))
        return said(QT_TRANSLATE_NOOP("Door", "The lock does not answer."));
    // Everybody in the corridor reads this; what is wrong with the lock stands in the admin app.
    if (code == QLatin1String("unprotected") || code == QLatin1String("refused") || code == QLatin1String("lying"))
        return said(QT_TRANSLATE_NOOP("Door", "This door needs service. Please tell the guard."));
    return {};
}

} // namespace gatehouse::presentation
