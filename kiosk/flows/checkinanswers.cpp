// SPDX-License-Identifier: GPL-3.0-or-later
#include "camera/camerafeed.h"
#include "checkinprivate.h"
#include "kiosktexts.h"
#include "pages.h"
#include "scancontroller.h"
#include "security/securebytes.h"

#include <algorithm>

namespace gatehouse::kiosk
{

using namespace domain;
using namespace std::chrono_literals;

namespace
{
constexpr int largestParty = 20;
constexpr int mostOfAKind = 99;
constexpr qsizetype largestSignature = 512 * 1024;
constexpr auto countDown = 3s;
const QSize portraitSize(480, 640);

/// The middle of the picture, in the shape of a portrait.
QImage portraitOf(const QImage &picture)
{
    const QSize part = portraitSize.scaled(picture.size(), Qt::KeepAspectRatio);
    const QRect middle(QPoint((picture.width() - part.width()) / 2, (picture.height() - part.height()) / 2), part);
    const QImage cut = picture.copy(middle);
    return cut.width() > portraitSize.width() ? cut.scaled(portraitSize, Qt::KeepAspectRatio, Qt::SmoothTransformation) : cut;
}
} // namespace

// What is checked when the visitor goes on

bool CheckInController::Private::validate()
{
    fieldProblems.clear();
    setProblem({});
    bool good = true;
    if (page == page::details)
        good = validateDetails();
    else if (page == page::company)
        good = validateCompany();
    else if (page == page::items)
        good = validateItems();
    else if (page == page::work)
        setProblem(workProblem(draft.work, draft.purpose && isTour(*draft.purpose)));
    else if (page == page::terms && who().typedSignature.size() > longestField)
        setProblem(QStringLiteral("signature-too-long"));
    else if ((page == page::party || page == page::review) &&
             !std::all_of(draft.members.begin(), draft.members.end(), [this](const MemberDraft &of) { return isComplete(of); }))
        setProblem(QStringLiteral("party-incomplete"));
    if (good && problem.isEmpty() && !validateAges())
        setProblem(QStringLiteral("too-young"));
    Q_EMIT q->fieldProblemsChanged();
    return good && problem.isEmpty();
}

bool CheckInController::Private::validateDetails()
{
    const bool documentAsked = asked().document;
    for (IdentityField &field : who().fields) {
        if (field.sign == FieldSign::Typed)
            tidySpaces(field.value);
        const bool correctable = field.sign == FieldSign::Typed || who().unsure.contains(field.name);
        const QString code =
            fieldProblem(field.name, field.value, isRequired(who().fields, field.name, documentAsked), today());
        if (!code.isEmpty() &&
            (correctable ||
             field.value.trimmed().isEmpty())) // what the document itself says may be impossible: the guard looks
            fieldProblems.insert(field.name, code);
        else if (field.sign == FieldSign::Typed && field.name.endsWith(QLatin1String("Date")))
            field.value = normalDate(field.value);
    }
    return fieldProblems.isEmpty();
}

/// Said as soon as it is known, not after everything was typed.
bool CheckInController::Private::validateAges() const
{
    const bool known = page == page::scan || page == page::details || page == page::zones || page == page::review;
    if (!known || !asked().escort)
        return true;
    return std::none_of(draft.members.begin(), draft.members.end(),
                        [day = today()](const MemberDraft &of) { return isTooYoung(of, day); });
}

bool CheckInController::Private::validateCompany()
{
    tidySpaces(draft.company);
    tidySpaces(draft.phone);
    Q_EMIT q->companyChanged();
    const QString company = companyProblem(draft.company, draft.purpose && draft.purpose->asksCompany);
    if (!company.isEmpty())
        fieldProblems.insert(QStringLiteral("company"), company);
    const QString phone = phoneProblem(draft.phone);
    if (!phone.isEmpty())
        fieldProblems.insert(QStringLiteral("phone"), phone);
    return fieldProblems.isEmpty();
}

bool CheckInController::Private::validateItems()
{
    const auto other = who().items.find(QStringLiteral("other"));
    if (other != who().items.end() && other->second > 0 && who().itemsNote.trimmed().isEmpty())
        setProblem(QStringLiteral("note-missing"));
    else if (who().itemsNote.size() > longestNote)
        setProblem(QStringLiteral("note-too-long"));
    return problem.isEmpty();
}

/// Going on from a notice acknowledges it, and from the terms signs them.
void CheckInController::Private::acknowledge()
{
    if (page == page::notice) {
        who().privacy = consent(notice::privacy, QStringLiteral("tick"));
        who().recording = consent(notice::recording, QStringLiteral("tick"));
    } else if (page == page::terms) {
        const bool finger = !who().signature.isEmpty();
        who().terms = consent(notice::terms, finger ? QStringLiteral("finger") : QStringLiteral("typed"));
    } else if (page == page::details) {
        who().unsure.clear(); // looked at and confirmed
        Q_EMIT q->fieldsChanged();
    } else if (page == page::portrait && who().portrait.isNull()) {
        who().portraitDeclined = true; // the camera is away
    }
    Q_EMIT q->membersChanged();
}

/// The next question, or all of them answered right, which is taken down.
bool CheckInController::Private::quizIsOver()
{
    if (!briefing.goOn())
        return false;
    who().briefing = briefing.given();
    who().briefingLater = false;
    Q_EMIT q->membersChanged();
    return true;
}

Consent CheckInController::Private::consent(const QString &kind, const QString &method) const
{
    const presentation::Notice shown = noticeText(kind);
    return {kind, shown.version, shown.language, method, services.clock.now()};
}

bool CheckInController::Private::isComplete(const MemberDraft &of) const
{
    const Asked wanted = asked();
    return of.privacy && (!wanted.document || !of.documentKind.isEmpty()) && !of.displayName().trimmed().isEmpty() &&
           of.unsure.empty() && (!wanted.terms || of.terms) && (!wanted.briefing || of.briefing || of.briefingLater) &&
           (!of.portrait.isNull() || of.portraitDeclined);
}

// Answers

void CheckInController::setZoneChosen(const QString &key, bool chosen)
{
    if (chosen)
        d->draft.optionalZones.insert(key);
    else
        d->draft.optionalZones.erase(key);
    Q_EMIT zonesChanged();
    Q_EMIT itemsChanged();
    Q_EMIT flowChanged();
}

void CheckInController::setSignature(const QByteArray &png)
{
    if (!d->hasMember() || png.size() > largestSignature)
        return;
    security::wipe(d->who().signature);
    d->who().signature = QByteArray(png.constData(), png.size());
    Q_EMIT signatureChanged();
    Q_EMIT readyChanged();
}

void CheckInController::setTypedSignature(const QString &name)
{
    if (!d->hasMember() || d->who().typedSignature == name)
        return;
    wipeText(d->who().typedSignature);
    d->who().typedSignature = cleaned(name, longestField);
    Q_EMIT signatureChanged();
    Q_EMIT readyChanged();
}

void CheckInController::setField(const QString &name, const QString &value)
{
    IdentityField *field = d->hasMember() ? d->who().field(name) : nullptr;
    if (!field)
        return;
    const QString text = cleaned(value, longestField);
    if (field->value == text)
        return;
    d->who().setValue(name, text, FieldSign::Typed);
    if (d->fieldProblems.remove(name) > 0)
        Q_EMIT fieldProblemsChanged();
    if (name == QLatin1String("sex"))
        Q_EMIT fieldsChanged(); // a choice shows which one it is
    Q_EMIT membersChanged();
}

void CheckInController::setCompany(const QString &company)
{
    if (d->draft.company == company)
        return;
    wipeText(d->draft.company);
    d->draft.company = cleaned(company, longestField);
    if (d->fieldProblems.remove(QStringLiteral("company")) > 0)
        Q_EMIT fieldProblemsChanged();
    d->setProblem({});
    Q_EMIT companyChanged();
}

void CheckInController::setPhone(const QString &phone)
{
    if (d->draft.phone == phone)
        return;
    wipeText(d->draft.phone);
    d->draft.phone = cleaned(phone, longestField);
    if (d->fieldProblems.remove(QStringLiteral("phone")) > 0)
        Q_EMIT fieldProblemsChanged();
    d->setProblem({});
    Q_EMIT companyChanged();
}

void CheckInController::setHostQuery(const QString &query)
{
    if (d->hostQuery == query)
        return;
    wipeText(d->hostQuery);
    d->hostQuery = cleaned(query, longestField);
    Q_EMIT hostQueryChanged();
    const QString wanted = ownCopy(d->hostQuery); // the next key wipes the field's own while the worker reads this one
    d->services.gateway.run(
        d->context.get(), [wanted](const Desk &desk) { return usecases::findHosts(desk.workplace(), wanted); },
        [this, wanted](Result<std::vector<usecases::HostMatch>> found) {
            if (wanted != d->hostQuery)
                return; // typed on meanwhile
            if (!found) {
                d->setProblem(problemOf(found.error()));
                return;
            }
            d->setProblem({});
            d->searchedFor = ownCopy(wanted);
            d->hosts = std::move(*found);
            Q_EMIT hostResultsChanged();
        });
}

void CheckInController::chooseHost(const QString &id)
{
    const auto host =
        std::find_if(d->hosts.begin(), d->hosts.end(), [&](const usecases::HostMatch &match) { return match.id.text() == id; });
    if (host == d->hosts.end())
        return;
    d->draft.host = host->id;
    d->draft.hostName = host->name;
    d->draft.hostUnknown = false;
    Q_EMIT hostChanged();
    Q_EMIT readyChanged();
}

void CheckInController::clearHost()
{
    d->draft.host.reset();
    d->draft.hostName.clear();
    Q_EMIT hostChanged();
    Q_EMIT readyChanged();
}

void CheckInController::setHostUnknown(bool unknown)
{
    if (d->draft.hostUnknown == unknown)
        return;
    d->draft.hostUnknown = unknown;
    if (unknown) {
        d->draft.host.reset();
        d->draft.hostName.clear();
    }
    Q_EMIT hostChanged();
    Q_EMIT readyChanged();
}

void CheckInController::Private::setWorkText(QString &kept, const QString &text)
{
    if (kept == text)
        return;
    wipeText(kept);
    kept = cleaned(text, longestField);
    setProblem({});
    Q_EMIT q->workChanged();
}

void CheckInController::setWorkReason(const QString &text)
{
    d->setWorkText(d->draft.work.reason, text);
}

void CheckInController::setWorkArea(const QString &text)
{
    d->setWorkText(d->draft.work.area, text);
}

void CheckInController::setChangeNumber(const QString &text)
{
    d->setWorkText(d->draft.work.changeNumber, text);
}

void CheckInController::chooseWorkMethod(const QString &key)
{
    if (!domain::workMethods().contains(key))
        return;
    d->draft.work.method = key;
    d->setProblem({});
    Q_EMIT workChanged();
}

void CheckInController::chooseWorkTime(int minutes)
{
    d->draft.work.minutes = qBound(0, minutes, 24 * 60);
    Q_EMIT workChanged();
}

void CheckInController::setItemCount(const QString &kind, int count)
{
    if (!d->hasMember() || !itemKinds().contains(kind))
        return;
    d->who().items[kind] = qBound(0, count, mostOfAKind);
    Q_EMIT itemsChanged();
}

void CheckInController::setItemsNote(const QString &note)
{
    if (!d->hasMember() || d->who().itemsNote == note)
        return;
    wipeText(d->who().itemsNote);
    d->who().itemsNote = cleaned(note, longestNote);
    d->setProblem({});
    Q_EMIT itemsNoteChanged();
}

void CheckInController::leaveBriefing()
{
    if (d->briefsLate() && !d->busy) {
        if (!d->leaveLateBriefing())
            Q_EMIT finished();
        return;
    }
    if ((d->page != page::briefing && d->page != page::quiz) || !d->hasMember() || d->busy)
        return;
    d->who().briefingLater = !d->who().briefing;
    Q_EMIT membersChanged();
    d->show(d->toReview ? page::review : page::portrait);
}

// The portrait

void CheckInController::takePortrait()
{
    if (d->page != page::portrait || d->portraitAt || !d->services.camera.works())
        return;
    d->who().portrait = QImage();
    d->who().portraitDeclined = false;
    d->portraitAt = d->services.clock.steady() + countDown;
    d->portraitCount = 3;
    Q_EMIT portraitChanged();
    Q_EMIT readyChanged();
}

void CheckInController::Private::takePortraitNow()
{
    portraitAt.reset();
    const QImage &picture = services.camera.picture();
    if (!picture.isNull())
        who().portrait = portraitOf(picture);
    Q_EMIT q->portraitChanged();
    Q_EMIT q->readyChanged();
    Q_EMIT q->membersChanged();
}

void CheckInController::retakePortrait()
{
    if (!d->hasMember())
        return;
    d->who().portrait = QImage();
    d->who().portraitDeclined = false;
    Q_EMIT portraitChanged();
    Q_EMIT readyChanged();
}

void CheckInController::declinePortrait()
{
    if (d->page != page::portrait)
        return;
    d->portraitAt.reset();
    d->who().portrait = QImage();
    d->who().portraitDeclined = true;
    Q_EMIT portraitChanged();
    Q_EMIT readyChanged();
    next();
}

// The party

void CheckInController::addMember()
{
    if (!mayAddMember())
        return;
    d->newMember();
    Q_EMIT fieldsChanged();
    Q_EMIT signatureChanged();
    Q_EMIT itemsChanged();
    Q_EMIT itemsNoteChanged();
    d->show(page::notice);
}

void CheckInController::removeMember(int index)
{
    if (index < 0 || index >= memberCount() || memberCount() < 2)
        return;
    d->draft.members.at(static_cast<std::size_t>(index)).wipe();
    d->draft.members.erase(d->draft.members.begin() + index);
    d->member = qMin(d->member, d->draft.members.size() - 1);
    Q_EMIT membersChanged();
    Q_EMIT fieldsChanged();
    Q_EMIT reviewChanged();
    Q_EMIT flowChanged();
}

void CheckInController::editMember(int index)
{
    if (index < 0 || index >= memberCount())
        return;
    d->member = static_cast<std::size_t>(index);
    Q_EMIT membersChanged();
    Q_EMIT fieldsChanged();
    Q_EMIT signatureChanged();
    Q_EMIT itemsChanged();
    Q_EMIT itemsNoteChanged();
    d->show(page::notice);
}

void CheckInController::editPage(const QString &page, int member)
{
    static const QStringList editable{page::zones, page::scan,  page::details,  page::company,  page::host, page::work,
                                      page::items, page::terms, page::briefing, page::portrait, page::party};
    if (d->page != page::review || !editable.contains(page) || member < 0 || member >= memberCount() || d->busy)
        return;
    d->member = static_cast<std::size_t>(member);
    Q_EMIT membersChanged();
    Q_EMIT fieldsChanged();
    Q_EMIT signatureChanged();
    Q_EMIT itemsChanged();
    Q_EMIT itemsNoteChanged();
    d->toReview = true;
    d->show(page);
}

} // namespace gatehouse::kiosk
