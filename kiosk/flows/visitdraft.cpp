// SPDX-License-Identifier: GPL-3.0-or-later
#include "visitdraft.h"

#include "domain/policy.h"
#include "pages.h"
#include "parsing/documentkind.h"
#include "parsing/impossibledates.h"
#include "security/securebytes.h"

#include <QBuffer>
#include <QPainter>

#include <algorithm>

namespace gatehouse::kiosk
{

using namespace domain;

namespace
{
FieldSign signOf(scanning::Trust trust)
{
    return trust == scanning::Trust::Checked ? FieldSign::Checked : FieldSign::Read;
}

void wipePicture(QImage &picture)
{
    if (!picture.isNull() && picture.isDetached())
        picture.fill(0);
    picture = QImage();
}

VisitorRecord recordOf(const VisitDraft &draft, const MemberDraft &member)
{
    VisitorRecord record;
    for (const IdentityField &field : member.fields) {
        if (!field.value.isEmpty())
            record.fields.push_back({field.name, ownCopy(field.value), field.sign});
    }
    record.documentKind = member.documentKind.isEmpty() ? QStringLiteral("none") : member.documentKind;
    record.documentValid = member.documentValid;
    record.company = ownCopy(draft.company);
    record.phone = ownCopy(draft.phone);
    record.itemsNote = ownCopy(member.itemsNote);
    record.typedSignature = ownCopy(member.typedSignature);
    record.workReason = ownCopy(draft.work.reason);
    record.workArea = ownCopy(draft.work.area);
    record.changeNumber = ownCopy(draft.work.changeNumber.trimmed());
    record.workMethod = draft.work.method;
    return record;
}
} // namespace

QString ownCopy(const QString &text)
{
    return text.isEmpty() ? QString() : QString(text.constData(), text.size());
}

void wipeText(QString &text)
{
    if (!text.isEmpty() && text.data_ptr().d_ptr()) // a literal has no block of its own and cannot be written
        std::fill_n(const_cast<QChar *>(text.constData()), text.size(), QChar(u'\0'));
    text = QString();
}

QImage documentSheet(const QImage &side, const QImage &otherSide, const QImage &portraitOnIt)
{
    if (side.isNull() || (otherSide.isNull() && portraitOnIt.isNull()))
        return side;
    const int width = side.width();
    const QImage below = otherSide.isNull() ? otherSide : otherSide.scaledToWidth(width, Qt::SmoothTransformation);
    const QSize sides(width, side.height() + below.height());
    const QImage beside = portraitOnIt.scaled(QSize(width / 3, sides.height()), Qt::KeepAspectRatio, Qt::SmoothTransformation);
    QImage sheet(sides + QSize(beside.width(), 0), QImage::Format_RGB32);
    sheet.fill(Qt::white);
    QPainter painter(&sheet);
    painter.drawImage(0, 0, side);
    if (!below.isNull())
        painter.drawImage(0, side.height(), below);
    if (!beside.isNull())
        painter.drawImage(width, 0, beside);
    return sheet;
}

QByteArray jpegOf(const QImage &picture, const QSize &largest)
{
    if (picture.isNull())
        return {};
    const bool tooLarge = picture.width() > largest.width() || picture.height() > largest.height();
    const QImage fitted = tooLarge ? picture.scaled(largest, Qt::KeepAspectRatio, Qt::SmoothTransformation) : picture;
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    return fitted.save(&buffer, "JPG", 85) ? bytes : QByteArray();
}

IdentityField *MemberDraft::field(QStringView name)
{
    const auto found =
        std::find_if(fields.begin(), fields.end(), [&](const IdentityField &field) { return field.name == name; });
    return found == fields.end() ? nullptr : &*found;
}

QString MemberDraft::displayName() const
{
    VisitorRecord record;
    record.fields = fields;
    return record.displayName();
}

void MemberDraft::setValue(const QString &name, const QString &value, FieldSign sign)
{
    if (IdentityField *known = field(name)) {
        if (known->value == value)
            return;
        wipeText(known->value);
        known->value = value;
        known->sign = sign;
    } else {
        fields.push_back({name, value, sign});
    }
    unsure.erase(name);
}

void MemberDraft::takeScan(const scanning::LiveResult &live, const QDate &today)
{
    fields.clear();
    unsure.clear();
    const QStringList impossible = scanning::impossibleDates(live.result, today);
    for (const scanning::Field &field : live.result.fields) {
        fields.push_back({field.name, ownCopy(field.value), signOf(field.trust)});
        if (field.trust == scanning::Trust::Unsure && !impossible.contains(field.name)) // those are the guard's to look at
            unsure.insert(field.name);
    }
    documentKind = scanning::documentKindName(live.result);
    documentValid = live.result.valid;
    documentPicture = documentSheet(live.picture, {}, live.portrait);
    needsDetails = !unsure.empty();
    scan = live;
}

void MemberDraft::takeOtherSide(const QImage &portraitOnIt, const QImage &otherSide)
{
    if (!scan)
        return;
    scan->portrait = portraitOnIt;
    documentPicture = documentSheet(scan->picture, otherSide, portraitOnIt);
}

void MemberDraft::beginTyping()
{
    if (isTyped())
        return;
    fields.clear();
    unsure.clear();
    for (const char *name : {"fullName", "documentNumber", "birthDate", "expiryDate"})
        fields.push_back({QString::fromLatin1(name), QString(), FieldSign::Typed});
    documentKind = QStringLiteral("typed");
    documentValid = false;
    documentPicture = QImage();
    scan.reset();
}

void MemberDraft::wipe()
{
    for (IdentityField &field : fields)
        wipeText(field.value);
    wipeText(typedSignature);
    wipeText(itemsNote);
    security::wipe(signature);
    scan.reset();
    wipePicture(documentPicture);
    wipePicture(portrait);
    *this = MemberDraft();
}

std::vector<ZoneId> VisitDraft::zones() const
{
    if (invitation)
        return invitedZones;
    std::vector<ZoneId> all;
    if (!purpose)
        return all;
    all = purpose->zones;
    for (const ZoneId &zone : purpose->optionalZones) {
        if (optionalZones.contains(zone.key))
            all.push_back(zone);
    }
    return all;
}

usecases::VisitRequest VisitDraft::request(const QString &language, const QDateTime &now) const
{
    usecases::VisitRequest request;
    request.party = party;
    request.purpose = purpose ? purpose->id : PurposeId{};
    for (const QString &zone : optionalZones)
        request.optionalZones.push_back(ZoneId{zone});
    request.host = host;
    request.invitation = invitation;
    request.language = language;
    if (work.minutes > 0 && !invitation)
        request.until = now.addSecs(60LL * work.minutes);
    for (const MemberDraft &member : members) {
        usecases::VisitorInput input;
        input.id = member.id;
        input.record = recordOf(*this, member);
        input.signature = QByteArray(member.signature.constData(), member.signature.size());
        for (const auto &consent : {member.privacy, member.recording, member.terms}) {
            if (consent)
                input.consents.push_back(*consent);
        }
        for (const auto &[kind, count] : member.items) {
            if (count > 0)
                input.items.push_back(Item{kind, count, ItemState::Declared, {}});
        }
        input.briefing = member.briefing;
        request.visitors.push_back(std::move(input));
    }
    return request;
}

void VisitDraft::wipe()
{
    for (MemberDraft &member : members)
        member.wipe();
    for (QString *text : {&company, &phone, &work.reason, &work.area, &work.changeNumber})
        wipeText(*text);
    *this = VisitDraft();
}

Asked askedBy(const std::vector<Zone> &zones, const std::vector<ZoneId> &wanted)
{
    Asked asked;
    for (const Zone &zone : zones) {
        if (std::find(wanted.begin(), wanted.end(), zone.id) == wanted.end())
            continue;
        asked.document = asked.document || zone.asksDocument;
        asked.terms = asked.terms || zone.asksTerms;
        asked.briefing = asked.briefing || zone.asksBriefing;
        asked.escort = asked.escort || zone.escort != EscortRule::None;
        asked.prohibited.insert(zone.prohibitedItems.begin(), zone.prohibitedItems.end());
    }
    return asked;
}

QStringList pagesOf(const VisitDraft &draft, const Asked &asked, int member)
{
    QStringList pages;
    const bool first = member == 0;
    if (first && !draft.invitation)
        pages << page::purpose;
    if (!draft.purpose)
        return pages;
    if (first && !draft.invitation && !draft.purpose->optionalZones.empty())
        pages << page::zones;
    pages << page::notice; // R15: told before anything is taken
    const MemberDraft &who = draft.members.at(static_cast<std::size_t>(member));
    if (asked.document)
        pages << page::scan;
    if (!asked.document || who.isTyped() || who.needsDetails)
        pages << page::details;
    if (first) {
        pages << page::company;
        if (draft.purpose->asksHost && !draft.invitation)
            pages << page::host;
        if (asked.escort)
            pages << page::work;
    }
    if (draft.purpose->asksItems)
        pages << page::items;
    if (asked.terms)
        pages << page::terms;
    if (asked.briefing) {
        pages << page::briefing;
        if (!who.briefing && !who.briefingLater)
            pages << page::quiz;
    }
    pages << page::portrait << page::party << page::review;
    return pages;
}

bool isTour(const Purpose &purpose)
{
    return purpose.id.key == QLatin1String("tour");
}

QString workProblem(const WorkDraft &work, bool tour)
{
    for (const QString *text : {&work.reason, &work.area}) {
        if (text->size() > longestField)
            return QStringLiteral("field-too-long");
    }
    if (!tour && work.reason.trimmed().isEmpty())
        return QStringLiteral("work-reason-missing");
    if (!tour && work.area.trimmed().isEmpty())
        return QStringLiteral("work-area-missing");
    if (!isChangeNumber(work.changeNumber.trimmed()))
        return QStringLiteral("change-number-invalid");
    return !tour && work.method.isEmpty() ? QStringLiteral("work-method-missing") : QString();
}

bool isTooYoung(const MemberDraft &member, const QDate &today)
{
    VisitorRecord record;
    record.fields = member.fields;
    const auto born = record.date(u"birthDate");
    return born && *born <= today && ageOn(*born, today) < escortedZoneAge;
}

void tidySpaces(QString &text)
{
    QString tidy = text.simplified();
    if (tidy == text)
        return;
    wipeText(text);
    text = std::move(tidy);
}

QString cleaned(const QString &text, int limit)
{
    // What is far too long is cut first; nobody types as many marks as that.
    QString line = domain::oneLine(text.left(2 * limit)).left(limit + 1);
    if (!line.isEmpty() && line.back().isHighSurrogate())
        line.chop(1);
    return line;
}

} // namespace gatehouse::kiosk
