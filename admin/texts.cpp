// SPDX-License-Identifier: GPL-3.0-or-later
#include "texts.h"

#include "presentation/findingtext.h"
#include "seat.h"
#include "usecases/initsite.h"
#include "usecases/replacedkeys.h"
#include "usecases/staffaccounts.h"

namespace gatehouse::admin
{

using namespace Qt::StringLiterals;
using namespace domain;

QString Texts::error(const Error &error)
{
    if (security::isAboutVault(error))
        return trouble(error);
    switch (error.code) {
    case ErrorCode::NotFound:
        if (error.detail == security::pepperFile)
            return tr(
                "The file “pepper” is missing in the folder of this workstation's keys. Put it back, or have it asked for "
                "by “gatehousectl station enrol --kind admin --replace”, as the recovery sheet has it.");
        return error.detail == notEnrolled
                   ? tr("This workstation is not enrolled for this site. A manager enrols it with gatehousectl.")
                   : tr("It was not found. It may have been removed meanwhile.");
    case ErrorCode::Invalid:
        return tr("Something that was entered does not fit. Check the fields and try again.");
    case ErrorCode::Conflict:
        if (usecases::isVaultTaken(error))
            return tr("This workstation has the keys of another site, which would be lost. Move them away first, or choose "
                      "another folder with GATEHOUSE_CONFIG.");
        return tr("Somebody was faster: this has been done already.");
    case ErrorCode::NotAllowed:
        return tr("Your role does not allow this.");
    case ErrorCode::WrongSecret:
        return tr("Staff number and password do not fit together.");
    case ErrorCode::BackOff:
        return tr("Too many wrong attempts. Try again in %n second(s).", nullptr, qMax(1, error.detail.toInt()));
    case ErrorCode::Expired:
        return tr("It is past its time.");
    case ErrorCode::ClockWrong:
        return tr("The clock of this workstation is wrong: nobody new is admitted.");
    case ErrorCode::Blocked:
        return tr("A rule forbids it; the findings say which.");
    case ErrorCode::Internal:
        return tr("An error of the program. Nothing was changed; please tell whoever looks after Gatehouse.");
    case ErrorCode::Busy: // who asked has to ask again: only the look at the database is repeated
        return tr("The database is locked by another program. Nothing was stored: do it again when it is free.");
    case ErrorCode::Unavailable:
        return tr("The database cannot be reached. Nothing was stored: do it again when it is back.");
    default:
        return trouble(error);
    }
}

QString Texts::refusal(const Error &refused, const SiteDirectory &site)
{
    if (refused.code != ErrorCode::Blocked)
        return error(refused);
    const QString rule = finding({Rule::R4, Verdict::Block, refused.detail, {}}, site);
    return rule == refused.detail ? error(refused) : rule; // no rule that has a sentence
}

QString Texts::trouble(const Error &error)
{
    if (security::isAboutVault(error))
        return error.code == ErrorCode::Damaged
                   ? tr("A file of this workstation's keys is damaged. Put your copy of it in its place, or enrol the "
                        "workstation again with gatehousectl. The database is not touched.")
                   : tr("A file of this workstation's keys is open to others, or cannot be opened. Only the account that runs "
                        "Gatehouse may read it (mode 0600).");
    switch (error.code) {
    case ErrorCode::Busy:
        return tr("The database is locked by another program. Nothing is stored until it is free; Gatehouse keeps trying.");
    case ErrorCode::ReadOnly:
        return tr("The database cannot be written: file or disk is read-only. Nothing new is stored.");
    case ErrorCode::Full:
        return tr("The disk is full. Nothing new is stored until there is room.");
    case ErrorCode::Damaged:
        return tr("The database is damaged. Stop Gatehouse on every machine, and put a copy of the database in its place that "
                  "was made while it was stopped.");
    case ErrorCode::NewerSchema:
        return tr("The database was written by a newer version of Gatehouse. Update this workstation.");
    case ErrorCode::Untrusted:
        if (error.detail == usecases::uncertified)
            return tr(
                "The record of this account was changed by hand, and nobody signed for it. It does not count: call a manager.");
        return tr(
            "This database belongs to another site than the one this workstation was enrolled for. Nothing of it is believed.");
    case ErrorCode::BadSignature:
        if (usecases::isReplacedKey(error))
            return tr("A key in the database is not the one that the log names: somebody replaced it. Nobody signs in before "
                      "it is put right. "
                      "Call the manager; “gatehousectl log verify” names it.");
        return tr("The log does not verify: somebody changed the database. Nothing is issued or accepted. Call the manager.");
    case ErrorCode::ClockWrong:
        return tr("The clock of this workstation is wrong: nobody new is admitted before it is set right. If it is right, a "
                  "manager signs in "
                  "here and confirms it.");
    case ErrorCode::Unavailable:
        return tr("The database cannot be reached. Nothing is stored before it is back; Gatehouse keeps trying.");
    default:
        if (const QString place = databaseOfLostSite(error); !place.isEmpty())
            return tr("This workstation has the keys of a site, but there is no such site in the database “%1”. Put the "
                      "database "
                      "back, or name the right one. To make another site, move the old keys away first or choose another "
                      "folder with GATEHOUSE_CONFIG.")
                .arg(place);
        return error.code == ErrorCode::NotFound && error.detail != notEnrolled
                   ? tr("The database is not there any more. Gatehouse keeps trying.")
                   : Texts::error(error);
    }
}

QString Texts::passwordFlaw(security::PasswordFlaw flaw)
{
    using security::PasswordFlaw;
    switch (flaw) {
    case PasswordFlaw::None:
        return tr("Good password.");
    case PasswordFlaw::TooShort:
        return tr("Too short: at least 12 characters. A sentence of four words is easy to keep in mind.");
    case PasswordFlaw::TooLong:
        return tr("Too long.");
    case PasswordFlaw::TooCommon:
        return tr("This is one of the passwords that are tried first.");
    case PasswordFlaw::ContainsOwnData:
        return tr("It must not be made of the staff number, the name or the site.");
    case PasswordFlaw::TooSimple:
        return tr("Too easy to guess: use more different characters or words.");
    }
    return {};
}

QString Texts::visitState(VisitState state)
{
    switch (state) {
    case VisitState::Requested:
        return tr("waiting");
    case VisitState::Approved:
        return tr("approved");
    case VisitState::Denied:
        return tr("denied");
    case VisitState::Lapsed:
        return tr("lapsed");
    case VisitState::OnSite:
        return tr("on site");
    case VisitState::Departed:
        return tr("departed");
    case VisitState::ClosedBySystem:
        return tr("closed by system");
    case VisitState::Attended:
        return tr("attended");
    }
    return {};
}

QString Texts::difference(const usecases::VisitDifference &difference)
{
    if (difference.what.contains(u"no-request"_s))
        return tr("Nobody signed for this visit: its record was written by hand.");
    if (difference.what.contains(u"state"_s))
        return tr("The record says “%1”, nobody signed for it: the signed entries say “%2”.")
            .arg(visitState(difference.recorded), visitState(difference.proven));
    static const std::pair<QLatin1StringView, const char *> words[] = {
        {"request"_L1, QT_TR_NOOP("what was asked for")},
        {"decided-by"_L1, QT_TR_NOOP("who decided")},
        {"requested-at"_L1, QT_TR_NOOP("when the visitor came")},
        {"decided-at"_L1, QT_TR_NOOP("when it was decided")},
        {"entered-at"_L1, QT_TR_NOOP("when the visitor entered")},
        {"left-at"_L1, QT_TR_NOOP("when the visitor left")},
        {"original-seen"_L1, QT_TR_NOOP("whether the original was seen")},
        {"badge"_L1, QT_TR_NOOP("a badge that was issued before the visit was approved")}};
    QStringList what;
    for (const auto &[code, text] : words) {
        if (difference.what.contains(code))
            what << tr(text);
    }
    return tr("The record was changed by hand, and nobody signed for it: %1.").arg(what.join(tr(", ")));
}

Tone Texts::visitTone(VisitState state)
{
    switch (state) {
    case VisitState::Requested:
    case VisitState::ClosedBySystem:
        return Tone::Warn;
    case VisitState::Denied:
        return Tone::Bad;
    case VisitState::Approved:
    case VisitState::OnSite:
    case VisitState::Departed:
        return Tone::Good;
    case VisitState::Lapsed:
    case VisitState::Attended:
        return Tone::Neutral;
    }
    return Tone::Neutral;
}

QString Texts::verdict(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Pass:
        return tr("pass");
    case Verdict::Warn:
        return tr("warning");
    case Verdict::Block:
        return tr("blocks");
    }
    return {};
}

Tone Texts::verdictTone(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Pass:
        return Tone::Good;
    case Verdict::Warn:
        return Tone::Warn;
    case Verdict::Block:
        return Tone::Bad;
    }
    return Tone::Neutral;
}

QString Texts::finding(const Finding &finding, const SiteDirectory &site)
{
    return presentation::findingText(finding, {site.zones, site.purposes, isChinese() ? u"zh_CN"_s : u"en"_s});
}

QString Texts::verdictChip(const Finding &finding)
{
    if (finding.verdict == Verdict::Pass)
        return tr("pass");
    if (finding.verdict == Verdict::Warn)
        return tr("warning: reason needed");
    if (finding.code == u"item-not-handed-in")
        return tr("blocks: take it");
    if (finding.code == u"item-not-named")
        return tr("blocks: take it or allow it");
    if (finding.code == u"original-not-seen")
        return tr("blocks: look at it");
    return tr("blocks");
}

QString Texts::fieldName(const QString &name)
{
    return presentation::fieldLabel(name);
}

QString Texts::fieldSign(FieldSign sign)
{
    switch (sign) {
    case FieldSign::Checked:
        return tr("✓ checked");
    case FieldSign::Read:
        return tr("read, compare");
    case FieldSign::Typed:
        return tr("typed");
    }
    return {};
}

QString Texts::itemKind(const QString &kind)
{
    return presentation::itemKindText(kind);
}

QString Texts::items(const std::vector<Item> &items)
{
    QStringList parts;
    for (const Item &item : items)
        parts.append(item.count == 1 ? itemKind(item.kind) : tr("%1 × %2").arg(item.count).arg(itemKind(item.kind)));
    return parts.join(tr(", "));
}

QString Texts::itemState(const Item &item)
{
    switch (item.state) {
    case ItemState::Declared:
        return tr("declared");
    case ItemState::Deposited:
        return tr("handed in, tag %1").arg(item.tag);
    case ItemState::Returned:
        return tr("given back");
    case ItemState::Allowed:
        return tr("allowed: %1").arg(item.tag);
    }
    return {};
}

QString Texts::documentKind(const QString &kind)
{
    return presentation::documentKindText(kind);
}

bool Texts::isChinese()
{
    //: The language of this translation: zh in the Chinese one.
    return tr("en", "language code") == u"zh";
}

QString Texts::zoneName(const Zone &zone)
{
    return isChinese() && !zone.nameChinese.isEmpty() ? zone.nameChinese : zone.nameEnglish;
}

QString Texts::zoneNames(const SiteDirectory &site, const std::vector<ZoneId> &zones)
{
    QStringList names;
    for (const ZoneId &id : zones) {
        const Zone *zone = site.zone(id);
        names.append(zone ? zoneName(*zone) : id.key);
    }
    return names.join(u" · "_s);
}

QString Texts::purposeName(const Purpose &purpose)
{
    return isChinese() && !purpose.nameChinese.isEmpty() ? purpose.nameChinese : purpose.nameEnglish;
}

QString Texts::purposeName(const SiteDirectory &site, const PurposeId &id)
{
    const Purpose *purpose = site.purpose(id);
    return purpose ? purposeName(*purpose) : id.key;
}

QString Texts::role(Role role)
{
    return presentation::roleText(role);
}

QString Texts::roles(const std::set<Role> &roles)
{
    QStringList names;
    for (const Role one : roles)
        names.append(role(one));
    return names.isEmpty() ? tr("host only") : names.join(tr(", "));
}

QString Texts::grade(Grade grade)
{
    return presentation::gradeText(grade);
}

QString Texts::staffState(StaffState state)
{
    return presentation::staffStateText(state);
}

QString Texts::question(const QString &code)
{
    return presentation::questionText(code);
}

namespace
{
QString reasonText(const usecases::Reason &reason, const QString &choice)
{
    return reason.code == u"other" && !reason.text.isEmpty() ? reason.text : choice;
}
} // namespace

QString Texts::denialReason(const usecases::Reason &reason)
{
    return reasonText(reason, presentation::denialReasonText(reason.code));
}

QString Texts::overrideReason(const usecases::Reason &reason)
{
    return reasonText(reason, presentation::overrideReasonText(reason.code));
}

QString Texts::lapse(const QString &why)
{
    if (why == u"withdrawn")
        return tr("Withdrawn by the visitor");
    if (why == u"window")
        return tr("Lapsed: the time of the visit was over");
    if (why == u"unanswered")
        return tr("Lapsed: nobody answered in time");
    return tr("Lapsed or withdrawn");
}

QString Texts::command(Command command)
{
    switch (command) {
    case Command::Approve:
        return tr("Approve");
    case Command::Deny:
        return tr("Deny");
    case Command::Next:
        return tr("Next who waits");
    case Command::Ask:
        return tr("Ask the visitor");
    case Command::OriginalSeen:
        return tr("Original seen, face matches");
    case Command::OpenDocument:
        return tr("Open the document picture");
    case Command::PrintBadge:
        return tr("Print the badge here");
    case Command::RegisterVisitor:
        return tr("Register a visitor");
    case Command::ReadBadge:
        return tr("Read a badge");
    case Command::EmergencyEntry:
        return tr("Emergency entry");
    case Command::RollCall:
        return tr("Print the roll call");
    case Command::Lock:
        return tr("Lock");
    case Command::Find:
        return tr("Find a visitor");
    }
    return {};
}

QString Texts::paragraph(const QStringList &sentences)
{
    QString text;
    for (const QString &sentence : sentences) {
        if (!text.isEmpty() && !text.endsWith(u'。'))
            text += u' ';
        text += sentence;
    }
    return text;
}

QString Texts::dateTime(const QDateTime &time)
{
    return time.isValid() ? time.toLocalTime().toString(u"yyyy-MM-dd HH:mm") : u"—"_s;
}

QString Texts::time(const QDateTime &time)
{
    return time.isValid() ? time.toLocalTime().toString(u"HH:mm") : u"—"_s;
}

QString Texts::shortTime(const QDateTime &when, const QDateTime &now)
{
    return when.isValid() && when.toLocalTime().date() == now.toLocalTime().date() ? time(when) : dateTime(when);
}

QString Texts::waited(const QDateTime &since, const QDateTime &now)
{
    const qint64 seconds = qMax<qint64>(0, since.secsTo(now));
    if (seconds < 60)
        return tr("%1 s").arg(seconds);
    const qint64 minutes = seconds / 60;
    return minutes < 60 ? tr("%1 min").arg(minutes) : tr("%1 h %2 min").arg(minutes / 60).arg(minutes % 60);
}

} // namespace gatehouse::admin
