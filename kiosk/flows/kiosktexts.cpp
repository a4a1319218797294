// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosktexts.h"

#include "security/tokens.h"
#include "trouble.h"
#include "usecases/invitations.h"

#include <QCoreApplication>

namespace gatehouse::kiosk
{

namespace
{
struct Sentence {
    const char *code;
    const char *text;
};

constexpr Sentence guidanceSentences[] = {
    {"show-document", QT_TRANSLATE_NOOP("Guidance", "Hold your document in front of the camera.")},
    {"show-badge", QT_TRANSLATE_NOOP("Guidance", "Hold the code on your badge in front of the camera.")},
    {"show-invitation", QT_TRANSLATE_NOOP("Guidance", "Hold the code of your invitation in front of the camera.")},
    {"closer", QT_TRANSLATE_NOOP("Guidance", "Closer, please.")},
    {"hold-still", QT_TRANSLATE_NOOP("Guidance", "Hold it still for a moment.")},
    {"glare", QT_TRANSLATE_NOOP("Guidance", "Too much glare. Tilt it a little.")},
    {"dark", QT_TRANSLATE_NOOP("Guidance", "Too dark. Turn it to the light.")},
    {"turn-over", QT_TRANSLATE_NOOP("Guidance", "Please turn it over.")},
    {"other-side", QT_TRANSLATE_NOOP("Guidance", "Now the side with your picture, please.")},
    {"one-document", QT_TRANSLATE_NOOP("Guidance", "One document at a time, please.")},
    {"partly-outside", QT_TRANSLATE_NOOP("Guidance", "Move it into the picture.")},
    {"reading", QT_TRANSLATE_NOOP("Guidance", "Reading. Hold it still.")},
    {"done", QT_TRANSLATE_NOOP("Guidance", "Got it. You can take it away.")},
    {"camera-lost",
     QT_TRANSLATE_NOOP("Guidance", "The camera does not answer. It is being tried again; you can go on by hand.")},
    {"not-a-document",
     QT_TRANSLATE_NOOP("Guidance", "That is not an identity document. Please show your ID card, passport or driver licence.")},
    {"not-a-badge", QT_TRANSLATE_NOOP("Guidance", "That is not a visitor badge. Please show the code on your badge.")},
    {"not-read", QT_TRANSLATE_NOOP("Guidance", "That could not be read. Please try it again.")},
    {"nothing-read", QT_TRANSLATE_NOOP("Guidance", "Nothing could be read so far. Try it again, or touch “Type it instead”.")},
    {"not-an-invitation", QT_TRANSLATE_NOOP("Guidance", "That is not an invitation. Please show the code that you were sent.")},
};

constexpr Sentence problemSentences[] = {
    {"offline", QT_TRANSLATE_NOOP("Problems", "The register cannot be reached at the moment. Nothing that you entered is lost. "
                                              "Please try again in a moment, or ask the guard.")},
    {"guard-not-called",
     QT_TRANSLATE_NOOP("Problems", "The guard cannot be called from here at the moment. Please go to the guard at the desk.")},
    {"busy", QT_TRANSLATE_NOOP("Problems", "The register is busy. Nothing that you entered is lost. Please try again.")},
    {"full", QT_TRANSLATE_NOOP("Problems", "Nothing can be saved here at the moment. Please ask the guard to register you.")},
    {"read-only",
     QT_TRANSLATE_NOOP("Problems", "Nothing can be saved here at the moment. Please ask the guard to register you.")},
    {"clock-wrong",
     QT_TRANSLATE_NOOP("Problems",
                       "The clock of this screen is wrong, so nobody new can be registered here. Please ask the guard.")},
    {"invalid", QT_TRANSLATE_NOOP("Problems", "Something that was entered does not fit. Please check it.")},
    {"out-of-service", QT_TRANSLATE_NOOP("Problems", "This screen is out of service. Please ask the guard.")},
    {"expired", QT_TRANSLATE_NOOP("Problems", "The time for that is over. Please ask the guard.")},
    {"conflict", QT_TRANSLATE_NOOP("Problems", "This was already done elsewhere. Please ask the guard.")},
    {"blocked", QT_TRANSLATE_NOOP("Problems", "That is not possible here. Please ask the guard.")},
    {"internal", QT_TRANSLATE_NOOP("Problems", "Something went wrong on this screen. Please ask the guard.")},
    {"field-missing", QT_TRANSLATE_NOOP("Problems", "Please fill this in.")},
    {"field-too-long", QT_TRANSLATE_NOOP("Problems", "That is too long: 200 characters at most.")},
    {"field-date", QT_TRANSLATE_NOOP("Problems", "Please write the date like 1990-05-23.")},
    {"field-no-date", QT_TRANSLATE_NOOP("Problems", "There is no such date. Please look at the month and the day.")},
    {"field-date-future", QT_TRANSLATE_NOOP("Problems", "That date lies in the future.")},
    {"field-date-past", QT_TRANSLATE_NOOP("Problems", "That is too long ago: please check the year.")},
    {"company-missing", QT_TRANSLATE_NOOP("Problems", "Please tell us which company you come from.")},
    {"company-too-long", QT_TRANSLATE_NOOP("Problems", "That is too long: 200 characters at most.")},
    {"phone-invalid",
     QT_TRANSLATE_NOOP("Problems", "A phone number has digits, spaces and + - ( ) only, and 40 characters at most.")},
    {"work-reason-missing", QT_TRANSLATE_NOOP("Problems", "Please say in a few words what the work is.")},
    {"work-area-missing", QT_TRANSLATE_NOOP("Problems", "Please say at which rack or in which area.")},
    {"work-method-missing", QT_TRANSLATE_NOOP("Problems", "Please choose how the work is done.")},
    {"change-number-invalid",
     QT_TRANSLATE_NOOP("Problems", "A change number has letters, digits and - / . _ # : only, and 40 characters at most.")},
    {"too-young", QT_TRANSLATE_NOOP("Problems", "Nobody under 16 may go there. Please ask the guard.")},
    {"note-missing", QT_TRANSLATE_NOOP("Problems", "Please say in a few words what else you carry.")},
    {"note-too-long", QT_TRANSLATE_NOOP("Problems", "That is too long: 500 characters at most.")},
    {"answer-too-long", QT_TRANSLATE_NOOP("Problems", "That is too long: 500 characters at most.")},
    {"signature-too-long", QT_TRANSLATE_NOOP("Problems", "That is too long: 200 characters at most.")},
    {"party-incomplete", QT_TRANSLATE_NOOP("Problems", "Somebody of your party is not complete yet.")},
    {"number-taken", QT_TRANSLATE_NOOP("Problems", "This number was already collected. If it is yours, please ask the guard.")},
    {"number-none", QT_TRANSLATE_NOOP("Problems", "No number is free at the moment. Please wait here, or ask the guard.")},
    {"badge-later", QT_TRANSLATE_NOOP("Problems", "Your visit is approved. Your badge comes as soon as a guard is at the desk: "
                                                  "this screen goes on by itself. You may also take a number and sit down.")},
    {"exit-code-wrong", QT_TRANSLATE_NOOP("Problems", "That is not the exit code.")},
    {"exit-code-pause",
     QT_TRANSLATE_NOOP("Problems", "Too many wrong codes: wait a while. A manager can let the kiosk go from the admin app.")},
    {"exit-code-none", QT_TRANSLATE_NOOP("Problems", "No exit code was set for this station.")},
    {"badge-other-site", QT_TRANSLATE_NOOP("Problems", "This badge is of another site. Please ask the guard.")},
    {"badge-unknown", QT_TRANSLATE_NOOP("Problems", "This badge is not in the register. Please hand it to the guard.")},
    {"badge-forged", QT_TRANSLATE_NOOP("Problems", "This badge is not genuine. Please hand it to the guard.")},
    {"badge-returned", QT_TRANSLATE_NOOP("Problems", "This badge is no longer in use. If you have had it all the time, please "
                                                     "tell the guard: somebody may have shown a picture of it.")},
    {"badge-not-admitted", QT_TRANSLATE_NOOP("Problems", "This badge was not admitted. Please hand it to the guard.")},
    {"badge-unreadable", QT_TRANSLATE_NOOP("Problems", "That is no visitor badge. Please show the code on your badge.")},
    {"invitation-other-site",
     QT_TRANSLATE_NOOP("Problems", "This invitation is for another site. Please check the address, or ask the guard.")},
    {"invitation-unknown",
     QT_TRANSLATE_NOOP("Problems", "This invitation is not in the register. You can check in without it.")},
    {"invitation-forged", QT_TRANSLATE_NOOP("Problems", "This invitation is not genuine. You can check in without it.")},
    {"invitation-over", QT_TRANSLATE_NOOP("Problems", "The time of this invitation is over. You can check in without it.")},
    {"invitation-early",
     QT_TRANSLATE_NOOP("Problems", "This invitation is for later. Please come back then, or ask the guard.")},
    {"invitation-revoked", QT_TRANSLATE_NOOP("Problems", "This invitation was withdrawn. Please ask your host.")},
    {"invitation-unreadable", QT_TRANSLATE_NOOP("Problems", "That is no invitation. Please show the code that you were sent.")},
};

constexpr Sentence troubleTitles[] = {
    {"no-database", QT_TRANSLATE_NOOP("Trouble", "The register cannot be reached")},
    {"busy", QT_TRANSLATE_NOOP("Trouble", "One moment, please")},
    {"read-only", QT_TRANSLATE_NOOP("Trouble", "Nothing can be saved")},
    {"full", QT_TRANSLATE_NOOP("Trouble", "Nothing can be saved")},
    {"damaged", QT_TRANSLATE_NOOP("Trouble", "Out of order")},
    {"tampered", QT_TRANSLATE_NOOP("Trouble", "Out of order")},
    {"newer-schema", QT_TRANSLATE_NOOP("Trouble", "This screen needs an update")},
    {"replaced-site", QT_TRANSLATE_NOOP("Trouble", "Out of order")},
    {"clock-wrong", QT_TRANSLATE_NOOP("Trouble", "The clock is wrong")},
    {"not-enrolled", QT_TRANSLATE_NOOP("Trouble", "This screen is not set up")},
    {"revoked", QT_TRANSLATE_NOOP("Trouble", "This screen is not in service")},
    {"not-live", QT_TRANSLATE_NOOP("Trouble", "This site is not open yet")},
    {"unknown-zone", QT_TRANSLATE_NOOP("Trouble", "Out of order")},
    {"internal", QT_TRANSLATE_NOOP("Trouble", "Out of order")},
};

constexpr const char *goToTheGuard = QT_TRANSLATE_NOOP("Trouble", "Please go to the guard.");
constexpr const char *nothingIsSaved = QT_TRANSLATE_NOOP("Trouble", "Nothing can be saved here. Please go to the guard.");

constexpr Sentence troubleSentences[] = {
    {"no-database",
     QT_TRANSLATE_NOOP("Trouble",
                       "It is being tried again by itself. Please go to the guard, who registers you on paper meanwhile.")},
    {"busy", QT_TRANSLATE_NOOP("Trouble", "The register is busy. This screen goes on by itself.")},
    {"read-only", nothingIsSaved},
    {"full", nothingIsSaved},
    {"damaged", goToTheGuard},
    {"tampered", goToTheGuard},
    {"newer-schema", goToTheGuard},
    {"replaced-site", goToTheGuard},
    {"clock-wrong", QT_TRANSLATE_NOOP("Trouble", "Nobody new can be admitted here until it is right. Please go to the guard.")},
    {"not-enrolled", goToTheGuard},
    {"revoked", goToTheGuard},
    {"not-live", goToTheGuard},
    {"unknown-zone", goToTheGuard},
    {"internal", QT_TRANSLATE_NOOP("Trouble", "Please go to the guard. It is being tried again by itself.")},
};

/// What puts it right: no visitor's business.
constexpr Sentence adviceSentences[] = {
    {"no-database", QT_TRANSLATE_NOOP("Trouble", "The database is not there, or cannot be reached.")},
    {"busy", QT_TRANSLATE_NOOP("Trouble", "Another program holds the database.")},
    {"read-only", QT_TRANSLATE_NOOP("Trouble", "The database can only be read: check the rights of its file and its folder.")},
    {"full", QT_TRANSLATE_NOOP("Trouble", "There is no space left on the disk: make room; this screen goes on by itself.")},
    {"damaged",
     QT_TRANSLATE_NOOP("Trouble", "The database is damaged: stop Gatehouse on every machine, and put a copy of it in "
                                  "its place that was made while it was stopped.")},
    {"tampered", QT_TRANSLATE_NOOP("Trouble", "The ledger does not verify: run “gatehousectl log verify” and do not use this "
                                              "database.")},
    {"newer-schema", QT_TRANSLATE_NOOP("Trouble", "The database was written by a newer version: update this program.")},
    {"replaced-site", QT_TRANSLATE_NOOP("Trouble", "The site key in the database is not the one for which this station was "
                                                   "enrolled: put the right database in its place.")},
    {"clock-wrong", QT_TRANSLATE_NOOP("Trouble", "Set the time of this machine; if it is right, a manager confirms it in the "
                                                 "admin app.")},
    {"not-enrolled", QT_TRANSLATE_NOOP("Trouble", "This machine has no key: enrol it with “gatehousectl station enrol”.")},
    {"revoked",
     QT_TRANSLATE_NOOP("Trouble", "The key of this station does not count: a manager enrols it in the admin app (Settings, "
                                  "Stations). If it is not listed there, make a new key with “gatehousectl station enrol”.")},
    {"not-live", QT_TRANSLATE_NOOP("Trouble", "Read the recovery sheet back in the admin app to take the site into service.")},
    {"unknown-zone", QT_TRANSLATE_NOOP("Trouble", "The site has no such zone as this door was started for: start it with the "
                                                  "right “--zone”.")},
    {"internal", QT_TRANSLATE_NOOP("Trouble", "The log of this program says what went wrong.")},
};

template <std::size_t N>
QString sentenceIn(const Sentence (&table)[N], const char *context, const QString &code)
{
    for (const Sentence &sentence : table) {
        if (code == QLatin1String(sentence.code))
            return QCoreApplication::translate(context, sentence.text);
    }
    return code;
}
} // namespace

QString guidanceText(const QString &code)
{
    return sentenceIn(guidanceSentences, "Guidance", code);
}

QString problemText(const QString &code)
{
    return code.isEmpty() ? QString() : sentenceIn(problemSentences, "Problems", code);
}

QString troubleTitle(Trouble trouble)
{
    return trouble == Trouble::None ? QString() : sentenceIn(troubleTitles, "Trouble", troubleCode(trouble));
}

QString troubleText(Trouble trouble)
{
    return trouble == Trouble::None ? QString() : sentenceIn(troubleSentences, "Trouble", troubleCode(trouble));
}

QString troubleAdvice(Trouble trouble)
{
    return trouble == Trouble::None ? QString() : sentenceIn(adviceSentences, "Trouble", troubleCode(trouble));
}

QString problemOf(const Error &error)
{
    switch (error.code) {
    case ErrorCode::Unavailable:
    case ErrorCode::NotFound:
        return QStringLiteral("offline");
    case ErrorCode::Busy:
        return QStringLiteral("busy");
    case ErrorCode::Full:
        return QStringLiteral("full");
    case ErrorCode::ReadOnly:
        return QStringLiteral("read-only");
    case ErrorCode::ClockWrong:
        return QStringLiteral("clock-wrong");
    case ErrorCode::Invalid:
        return QStringLiteral("invalid");
    case ErrorCode::Untrusted:
    case ErrorCode::BadSignature:
    case ErrorCode::Damaged:
    case ErrorCode::NewerSchema:
    case ErrorCode::NotAllowed:
        return QStringLiteral("out-of-service");
    case ErrorCode::Expired:
        return QStringLiteral("expired");
    case ErrorCode::Conflict:
        return QStringLiteral("conflict");
    case ErrorCode::Blocked:
        return QStringLiteral("blocked");
    default:
        return QStringLiteral("internal");
    }
}

QString checkOutProblem(const Error &error)
{
    switch (error.code) {
    case ErrorCode::NotFound:
        return error.detail == security::ofOtherSite ? QStringLiteral("badge-other-site") : QStringLiteral("badge-unknown");
    case ErrorCode::BadSignature:
        return QStringLiteral("badge-forged");
    case ErrorCode::Conflict:
        return QStringLiteral("badge-returned");
    case ErrorCode::Blocked:
        return QStringLiteral("badge-not-admitted");
    case ErrorCode::Invalid:
        return QStringLiteral("badge-unreadable");
    default:
        return problemOf(error);
    }
}

QString invitationProblem(const Error &error)
{
    switch (error.code) {
    case ErrorCode::NotFound:
        return error.detail == security::ofOtherSite ? QStringLiteral("invitation-other-site")
                                                     : QStringLiteral("invitation-unknown");
    case ErrorCode::BadSignature:
        return QStringLiteral("invitation-forged");
    case ErrorCode::Expired:
        return error.detail == usecases::invitationEarly ? QStringLiteral("invitation-early")
                                                         : QStringLiteral("invitation-over");
    case ErrorCode::Blocked:
        return QStringLiteral("invitation-revoked");
    case ErrorCode::Invalid:
        return QStringLiteral("invitation-unreadable");
    default:
        return problemOf(error);
    }
}

QString welcomeIn(const QString &language)
{
    return language.startsWith(QLatin1String("zh")) ? QStringLiteral("欢迎光临") : QStringLiteral("Welcome");
}

} // namespace gatehouse::kiosk
