// SPDX-License-Identifier: GPL-3.0-or-later
#include "camera/camerafeed.h"
#include "checkinprivate.h"
#include "kiosktexts.h"
#include "pages.h"

#include <QCoreApplication>

#include <algorithm>

namespace gatehouse::kiosk
{

using namespace domain;
using presentation::itemKindText;

namespace
{
struct ViewTr {
    Q_DECLARE_TR_FUNCTIONS(CheckIn)
};

QVariantList sectionsOf(const presentation::Notice &notice)
{
    QVariantList sections;
    for (const auto &section : notice.sections)
        sections.append(QVariantMap{{QStringLiteral("heading"), section.heading}, {QStringLiteral("text"), section.text}});
    return sections;
}

QVariantMap reviewRow(const QString &page, int member, const QString &label, const QString &value, const QString &trust = {},
                      const QString &heading = {})
{
    return {{QStringLiteral("page"), page},   {QStringLiteral("member"), member}, {QStringLiteral("heading"), heading},
            {QStringLiteral("label"), label}, {QStringLiteral("value"), value},   {QStringLiteral("trust"), trust}};
}

QString trustOf(const MemberDraft &member, const IdentityField &field)
{
    return member.unsure.contains(field.name) ? QStringLiteral("unsure") : fieldSignName(field.sign);
}

QString itemsText(const MemberDraft &member)
{
    QStringList texts;
    for (const QString &kind : itemKinds()) {
        const auto found = member.items.find(kind);
        if (found != member.items.end() && found->second > 0)
            texts << (found->second == 1 ? itemKindText(kind)
                                         : ViewTr::tr("%1 × %2").arg(QString::number(found->second), itemKindText(kind)));
    }
    return texts.isEmpty() ? ViewTr::tr("None") : texts.join(ViewTr::tr(", "));
}
} // namespace

std::vector<ZoneId> CheckInController::Private::askedZones() const
{
    return draft.purpose || room.visits().empty() ? draft.zones() : room.visits().front().zones;
}

std::optional<Purpose> CheckInController::Private::purpose() const
{
    if (draft.purpose || room.visits().empty())
        return draft.purpose;
    for (const Purpose &candidate : facts().purposes) {
        if (candidate.id == room.visits().front().purpose)
            return candidate;
    }
    return std::nullopt;
}

presentation::Notice CheckInController::Private::noticeText(const QString &kind) const
{
    return presentation::notice(kind, facts().notices.value(kind), services.language).value_or(presentation::Notice{});
}

QVariantList CheckInController::purposes() const
{
    QVariantList rows;
    for (const Purpose &purpose : d->facts().purposes) {
        if (purpose.id.key != QLatin1String("help")) // the button "call the guard", not an answer to why somebody comes
            rows.append(QVariantMap{{QStringLiteral("key"), purpose.id.key},
                                    {QStringLiteral("name"), presentation::purposeName(purpose, d->services.language)},
                                    {QStringLiteral("entering"), purpose.entering}});
    }
    return rows;
}

QString CheckInController::purposeKey() const
{
    const auto purpose = d->purpose();
    return purpose ? purpose->id.key : QString();
}

QString CheckInController::purposeName() const
{
    const auto purpose = d->purpose();
    return purpose ? presentation::purposeName(*purpose, d->services.language) : QString();
}

QVariantList CheckInController::optionalZones() const
{
    QVariantList rows;
    if (!d->draft.purpose)
        return rows;
    for (const ZoneId &zone : d->draft.purpose->optionalZones)
        rows.append(QVariantMap{{QStringLiteral("key"), zone.key},
                                {QStringLiteral("name"), d->names().zone(zone)},
                                {QStringLiteral("chosen"), d->draft.optionalZones.contains(zone.key)}});
    return rows;
}

bool CheckInController::escortNeeded() const
{
    return d->asked().escort;
}

QString CheckInController::noticeTitle() const
{
    return d->noticeText(notice::privacy).title;
}

QVariantList CheckInController::noticeSections() const
{
    return sectionsOf(d->noticeText(notice::privacy)) + sectionsOf(d->noticeText(notice::recording));
}

int CheckInController::noticeVersion() const
{
    return d->facts().notices.value(notice::privacy).version;
}

QString CheckInController::termsTitle() const
{
    return d->noticeText(notice::terms).title;
}

QVariantList CheckInController::termsSections() const
{
    return sectionsOf(d->noticeText(notice::terms));
}

int CheckInController::termsVersion() const
{
    return d->facts().notices.value(notice::terms).version;
}

QString CheckInController::typedSignature() const
{
    return d->hasMember() ? ownCopy(d->who().typedSignature) : QString();
}

QVariantList CheckInController::fields() const
{
    QVariantList rows;
    if (!d->hasMember())
        return rows;
    const bool documentAsked = d->asked().document;
    for (const IdentityField &field : d->who().fields) {
        const bool date = field.name.endsWith(QLatin1String("Date"));
        QVariantList choices;
        if (field.name == QLatin1String("sex")) {
            for (const char *sex : {"M", "F", "X"})
                choices.append(
                    QVariantMap{{QStringLiteral("value"), QString::fromLatin1(sex)},
                                {QStringLiteral("label"),
                                 presentation::fieldValueText(field.name, QString::fromLatin1(sex), d->services.language)}});
        }
        rows.append(QVariantMap{{QStringLiteral("name"), field.name},
                                {QStringLiteral("label"), presentation::fieldLabel(field.name)},
                                {QStringLiteral("value"), ownCopy(field.value)},
                                {QStringLiteral("trust"), field.value.isEmpty() ? QString() : trustOf(d->who(), field)},
                                {QStringLiteral("required"), isRequired(d->who().fields, field.name, documentAsked)},
                                {QStringLiteral("kind"), date                ? QStringLiteral("date")
                                                         : choices.isEmpty() ? QStringLiteral("text")
                                                                             : QStringLiteral("choice")},
                                {QStringLiteral("choices"), choices}});
    }
    return rows;
}

QVariantMap CheckInController::fieldProblems() const
{
    QVariantMap texts;
    for (auto problem = d->fieldProblems.cbegin(); problem != d->fieldProblems.cend(); ++problem)
        texts.insert(problem.key(), problemText(problem.value().toString()));
    return texts;
}

bool CheckInController::typing() const
{
    return d->hasMember() && (d->who().isTyped() || d->who().documentKind.isEmpty());
}

bool CheckInController::asksCompany() const
{
    return d->draft.purpose && d->draft.purpose->asksCompany;
}

QString CheckInController::company() const
{
    return ownCopy(d->draft.company);
}

QString CheckInController::phone() const
{
    return ownCopy(d->draft.phone);
}

QString CheckInController::hostQuery() const
{
    return ownCopy(d->hostQuery);
}

QVariantList CheckInController::hostResults() const
{
    QVariantList rows;
    for (const usecases::HostMatch &match : d->hosts)
        rows.append(QVariantMap{{QStringLiteral("id"), match.id.text()}, {QStringLiteral("name"), match.name}});
    return rows;
}

bool CheckInController::hostSearched() const
{
    return !d->searchedFor.isEmpty() && d->searchedFor == d->hostQuery;
}

QString CheckInController::hostId() const
{
    return d->draft.host ? d->draft.host->text() : QString();
}

QString CheckInController::hostName() const
{
    return d->draft.hostName;
}

bool CheckInController::hostUnknown() const
{
    return d->draft.hostUnknown;
}

QString CheckInController::workReason() const
{
    return ownCopy(d->draft.work.reason);
}

QString CheckInController::workArea() const
{
    return ownCopy(d->draft.work.area);
}

QString CheckInController::changeNumber() const
{
    return ownCopy(d->draft.work.changeNumber);
}

QVariantList CheckInController::workMethods() const
{
    QVariantList rows;
    for (const QString &key : domain::workMethods())
        rows.append(QVariantMap{{QStringLiteral("key"), key},
                                {QStringLiteral("label"), presentation::workMethodText(key)},
                                {QStringLiteral("chosen"), key == d->draft.work.method},
                                {QStringLiteral("hot"), isHotWork(key)}});
    return rows;
}

bool CheckInController::hotWork() const
{
    return isHotWork(d->draft.work.method);
}

/// One, two and four hours, and as long as the purpose gives.
QVariantList CheckInController::workTimes() const
{
    QVariantList rows;
    if (!d->draft.purpose || d->draft.invitation)
        return rows;
    const int whole = d->draft.purpose->durationMinutes;
    for (const int minutes : {60, 120, 240, 480}) {
        if (minutes > whole && minutes / 2 >= whole)
            break;
        const int length = qMin(minutes, whole);
        const bool chosen = d->draft.work.minutes == length || (d->draft.work.minutes == 0 && length == whole);
        rows.append(QVariantMap{{QStringLiteral("minutes"), length},
                                {QStringLiteral("label"), ViewTr::tr("%1 h").arg(length / 60.0)},
                                {QStringLiteral("chosen"), chosen}});
    }
    return rows;
}

bool CheckInController::tour() const
{
    return d->draft.purpose && isTour(*d->draft.purpose);
}

QVariantList CheckInController::items() const
{
    QVariantList rows;
    if (!d->hasMember())
        return rows;
    const Asked asked = d->asked();
    for (const QString &kind : itemKinds()) {
        const auto count = d->who().items.find(kind);
        const bool prohibited = asked.prohibited.contains(kind);
        rows.append(QVariantMap{
            {QStringLiteral("kind"), kind},
            {QStringLiteral("label"), itemKindText(kind)},
            {QStringLiteral("count"), count == d->who().items.end() ? 0 : count->second},
            {QStringLiteral("prohibited"), prohibited},
            {QStringLiteral("note"), prohibited ? ViewTr::tr("To be handed in to the guard before you enter") : QString()}});
    }
    return rows;
}

QString CheckInController::itemsNote() const
{
    return d->hasMember() ? ownCopy(d->who().itemsNote) : QString();
}

QStringList CheckInController::prohibitedNames() const
{
    QStringList names;
    const Asked asked = d->asked();
    for (const QString &kind : itemKinds()) {
        if (asked.prohibited.contains(kind))
            names << itemKindText(kind);
    }
    return names;
}

BriefingController *CheckInController::briefing() const
{
    return &d->briefing;
}

bool CheckInController::briefingPassed() const
{
    return d->hasMember() && d->who().briefing.has_value();
}

int CheckInController::briefingDays() const
{
    int days = Zone().briefingDays;
    const std::vector<ZoneId> wanted = d->toBrief.empty() ? d->askedZones() : d->toBrief.front().zones;
    for (const Zone &zone : d->facts().zones) {
        if (zone.asksBriefing && std::find(wanted.begin(), wanted.end(), zone.id) != wanted.end())
            days = qMin(days, zone.briefingDays);
    }
    return days;
}

QString CheckInController::portraitState() const
{
    if (d->portraitAt)
        return QStringLiteral("counting");
    if (d->hasMember() && !d->who().portrait.isNull())
        return QStringLiteral("taken");
    if (!d->services.camera.works())
        return QStringLiteral("unavailable");
    return d->hasMember() && d->who().portraitDeclined ? QStringLiteral("declined") : QStringLiteral("live");
}

int CheckInController::portraitCountdown() const
{
    return d->portraitCount;
}

QImage CheckInController::portrait() const
{
    return d->hasMember() ? d->who().portrait : QImage();
}

bool CheckInController::documentShown() const
{
    return d->page == page::purpose && d->hasMember() && !d->who().documentKind.isEmpty();
}

QVariantList CheckInController::members() const
{
    QVariantList rows;
    for (std::size_t i = 0; i < d->draft.members.size(); ++i) {
        const MemberDraft &member = d->draft.members[i];
        const QString name = member.displayName();
        rows.append(QVariantMap{{QStringLiteral("index"), static_cast<int>(i)},
                                {QStringLiteral("name"), name.isEmpty() ? ViewTr::tr("Person %1").arg(i + 1) : name},
                                {QStringLiteral("complete"), d->isComplete(member)}});
    }
    return rows;
}

int CheckInController::memberCount() const
{
    return static_cast<int>(d->draft.members.size());
}

bool CheckInController::mayAddMember() const
{
    return !d->draft.members.empty() && d->draft.members.size() < 20 && !d->busy;
}

QVariantList CheckInController::reviewRows() const
{
    QVariantList rows;
    if (!d->draft.purpose)
        return rows;
    const bool party = d->draft.members.size() > 1;
    rows.append(reviewRow(d->draft.optionalZones.empty() && d->draft.purpose->optionalZones.empty() ? QString() : page::zones,
                          0, ViewTr::tr("Purpose"),
                          ViewTr::tr("%1: %2").arg(purposeName(), d->names().zoneList(d->askedZones()).join(ViewTr::tr(", "))),
                          {}, ViewTr::tr("Your visit")));
    if (d->draft.purpose->asksHost || d->draft.invitation)
        rows.append(reviewRow(d->draft.invitation ? QString() : page::host, 0, ViewTr::tr("Host"),
                              d->draft.hostUnknown ? ViewTr::tr("Not known, the guard will ask") : d->draft.hostName));
    if (!d->draft.company.isEmpty())
        rows.append(reviewRow(page::company, 0, ViewTr::tr("Company"), ownCopy(d->draft.company), QStringLiteral("typed")));
    if (!d->draft.phone.isEmpty())
        rows.append(reviewRow(page::company, 0, ViewTr::tr("Telephone"), ownCopy(d->draft.phone), QStringLiteral("typed")));
    if (d->asked().escort) {
        const WorkDraft &work = d->draft.work;
        QStringList said{ownCopy(work.reason), ownCopy(work.area), ownCopy(work.changeNumber)};
        if (!work.method.isEmpty())
            said << presentation::workMethodText(work.method);
        said.removeAll(QString());
        rows.append(reviewRow(page::work, 0, ViewTr::tr("In the escorted zone"),
                              said.isEmpty() ? ViewTr::tr("Nothing said") : said.join(ViewTr::tr(", "))));
    }
    for (std::size_t i = 0; i < d->draft.members.size(); ++i) {
        const MemberDraft &member = d->draft.members[i];
        const int index = static_cast<int>(i);
        QString heading = party ? ViewTr::tr("Person %1").arg(index + 1) : ViewTr::tr("You");
        for (const IdentityField &field : member.fields) {
            if (field.value.isEmpty() || field.name == QLatin1String("documentType")) // a code that says nothing to its owner
                continue;
            rows.append(reviewRow(page::details, index, presentation::fieldLabel(field.name),
                                  presentation::fieldValueText(field.name, ownCopy(field.value), d->services.language),
                                  trustOf(member, field), heading));
            heading.clear();
        }
        if (d->draft.purpose->asksItems)
            rows.append(reviewRow(page::items, index, ViewTr::tr("Carried items"), itemsText(member), {},
                                  std::exchange(heading, QString())));
        if (member.terms)
            rows.append(reviewRow(page::terms, index, ViewTr::tr("Confidentiality"),
                                  member.signature.isEmpty() ? ViewTr::tr("Signed by typing the name")
                                                             : ViewTr::tr("Signed by finger")));
        if (d->asked().briefing)
            rows.append(reviewRow(page::briefing, index, ViewTr::tr("Safety briefing"),
                                  member.briefing ? ViewTr::tr("Passed") : ViewTr::tr("With the guard")));
        rows.append(reviewRow(page::portrait, index, ViewTr::tr("Photo"),
                              member.portrait.isNull() ? ViewTr::tr("None") : ViewTr::tr("Taken")));
    }
    return rows;
}

} // namespace gatehouse::kiosk
