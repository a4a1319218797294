// SPDX-License-Identifier: GPL-3.0-or-later
#include "caserows.h"

#include "roomrows.h"
#include "visitrows.h"

#include "presentation/words.h"

#include <algorithm>

namespace gatehouse::admin
{

using namespace Qt::StringLiterals;
using namespace domain;
using usecases::CaseFile;

namespace
{
std::optional<Tone> toneOfField(const CaseFile &file, QStringView field)
{
    const auto worst = [&](std::initializer_list<const char *> codes) -> std::optional<Tone> {
        for (const Finding &finding : file.findings) {
            const bool concerned =
                std::any_of(codes.begin(), codes.end(), [&](const char *code) { return finding.code == QLatin1String(code); });
            if (concerned && finding.verdict != Verdict::Pass)
                return Texts::verdictTone(finding.verdict);
        }
        return std::nullopt;
    };
    if (field == u"expiryDate")
        return worst({"document-expired", "document-date-impossible"});
    if (field == u"issueDate")
        return worst({"document-not-yet-valid", "document-date-impossible"});
    if (field == u"birthDate")
        return worst({"birth-date-impossible", "birth-date-unknown", "minor", "too-young-for-zone"});
    return std::nullopt;
}

Cell signCell(FieldSign sign)
{
    if (sign == FieldSign::Checked)
        return {Texts::fieldSign(sign), Tone::Good, true, false, false};
    return {Texts::fieldSign(sign), std::nullopt, false, false, true};
}

/// The sign that claims least among the fields that make up the name.
FieldSign signOfName(const VisitorRecord &record)
{
    FieldSign weakest = FieldSign::Checked;
    bool found = false;
    for (const IdentityField &field : record.fields) {
        if (field.name != u"fullName" && field.name != u"surname" && field.name != u"givenNames" && field.name != u"nameSuffix")
            continue;
        found = true;
        weakest = std::max(weakest, field.sign);
    }
    return found ? weakest : FieldSign::Typed;
}

const Consent *consentTo(const CaseFile &file, QStringView notice)
{
    const auto found =
        std::find_if(file.consents.begin(), file.consents.end(), [&](const Consent &one) { return one.notice == notice; });
    return found == file.consents.end() ? nullptr : &*found;
}

QString consentBasis(const CaseFile &file, QStringView notice)
{
    const Consent *consent = consentTo(file, notice);
    return consent ? u"%1, %2"_s.arg(Texts::time(consent->at), presentation::languageName(consent->language)) : u"—"_s;
}

Cell hostWorkCell(const usecases::HostWork &work)
{
    return Cell{RoomRows::hostWords(work), isHotWork(work.method) ? std::optional(Tone::Warn) : std::nullopt, false, false,
                false};
}
} // namespace

std::vector<RecordTable::Row> CaseRows::fields(const CaseFile &file, const SiteDirectory &site,
                                               const std::optional<usecases::OpenedDocument> &opened)
{
    std::vector<RecordTable::Row> rows;
    const auto add = [&](const QString &key, const QString &label, Cell value, const Cell &sign) {
        if (value.text.isEmpty())
            return;
        rows.push_back({key, {Cell{label, std::nullopt, false, false, true}, std::move(value), sign}});
    };
    const Cell told{tr("told"), std::nullopt, false, false, true};
    const VisitorRecord &record = file.record;
    const QString language = Texts::isChinese() ? u"zh_CN"_s : u"en"_s;
    add(u"name"_s, tr("Name"), Cell{record.displayName(), std::nullopt, false, true, false}, signCell(signOfName(record)));
    if (!record.documentKind.isEmpty())
        add(u"document"_s, tr("Document"), Cell{Texts::documentKind(record.documentKind)},
            record.documentKind == u"typed" || record.documentKind == u"none" ? Cell{}
            : record.documentValid ? Cell{tr("✓ checks hold"), Tone::Good, true, false, false}
                                   : Cell{tr("! checks fail"), Tone::Warn, true, false, false});
    static const QStringList order{u"documentNumber"_s, u"expiryDate"_s,   u"issueDate"_s,      u"birthDate"_s, u"sex"_s,
                                   u"nationality"_s,    u"issuingState"_s, u"personalNumber"_s, u"address"_s,   u"street"_s,
                                   u"city"_s,           u"region"_s,       u"postalCode"_s,     u"ethnicity"_s};
    for (const QString &name : order) {
        const auto field = std::find_if(record.fields.begin(), record.fields.end(),
                                        [&](const IdentityField &one) { return one.name == name; });
        if (field == record.fields.end())
            continue;
        QString value = field->value;
        if (opened && name == u"documentNumber")
            value = opened->documentNumber;
        else if (opened && name == u"personalNumber")
            value = opened->personalNumber;
        const std::optional<Tone> tone = toneOfField(file, name);
        add(name, Texts::fieldName(name),
            Cell{presentation::fieldValueText(name, value, language), tone, true, tone.has_value(), false},
            tone ? Cell{*tone == Tone::Bad ? u"✕"_s : u"!"_s, tone, true, true, false} : signCell(field->sign));
    }
    add(u"company"_s, tr("Company"), Cell{record.company}, told);
    add(u"phone"_s, tr("Phone"), Cell{record.phone}, told);
    add(u"host"_s, tr("Host"), Cell{file.hostName}, told);
    add(u"purpose"_s, tr("Purpose"), Cell{Texts::purposeName(site, file.visit.purpose)}, told);
    add(u"workReason"_s, tr("Work"), Cell{record.workReason}, told);
    add(u"workArea"_s, tr("Rack or area"), Cell{record.workArea}, told);
    if (!record.workMethod.isEmpty())
        add(u"workMethod"_s, tr("How"),
            Cell{presentation::workMethodText(record.workMethod),
                 isHotWork(record.workMethod) ? std::optional(Tone::Warn) : std::nullopt, false, false, false},
            told);
    add(u"changeNumber"_s, tr("Change number"), Cell{record.changeNumber}, told);
    add(u"hostWork"_s, tr("Work, says the host"), hostWorkCell(file.hostWork),
        Cell{tr("invited"), std::nullopt, false, false, true});
    QString carried = Texts::items(file.items);
    if (!record.itemsNote.isEmpty())
        carried = carried.isEmpty() ? record.itemsNote : u"%1 (%2)"_s.arg(carried, record.itemsNote);
    add(u"carries"_s, tr("Carries"), Cell{carried}, told);
    return rows;
}

std::vector<CaseRows::Decision> CaseRows::decisions(const CaseFile &file, const SiteDirectory &site, const QDateTime &now)
{
    std::vector<Decision> list;
    for (const usecases::CaseDecision &one : file.decisions) {
        const QString at = Texts::shortTime(one.at, now);
        const QString who = one.by ? site.staffName(*one.by) : QString();
        if (one.action == action::visitLapse) {
            list.push_back({tr("%1, %2").arg(Texts::lapse(one.why), at), {}});
            continue;
        }
        const bool denied = one.action == action::visitDeny;
        const QString what = denied                              ? tr("Denied by %1, %2")
                             : one.action == action::visitAttend ? tr("Attended to by %1, %2")
                                                                 : tr("Approved by %1, %2");
        list.push_back({what.arg(who, at), one.reason ? VisitRows::said(one.action, *one.reason) : QString()});
    }
    return list;
}

QString CaseRows::findingsOf(const CaseFile &file, const QDateTime &now)
{
    return file.findingsAt ? tr("Findings when it was approved, %1").arg(Texts::shortTime(*file.findingsAt, now)) : QString();
}

QStringList CaseRows::findingTitles()
{
    return {tr("Article"), tr("Finding"), tr("Basis"), tr("Verdict")};
}

namespace
{
QString restsOn(const Finding &finding, const CaseFile &file, const SiteDirectory &site)
{
    const QString &code = finding.code;
    if (code.startsWith(u"document-") || code == u"name-missing")
        return Texts::documentKind(file.record.documentKind);
    if (code == u"original-seen" && file.visit.originalSeenAt)
        return Texts::shortTime(*file.visit.originalSeenAt, file.visit.requestedAt);
    if (code.startsWith(u"host-"))
        return file.hostName.isEmpty() ? u"—"_s : file.hostName;
    if (code.startsWith(u"zone") || code == u"escort-required" || code == u"too-young-for-zone" ||
        code == u"birth-date-unknown")
        return Texts::zoneNames(site, file.visit.zones);
    if (code.startsWith(u"privacy-"))
        return consentBasis(file, u"privacy");
    if (code.startsWith(u"terms-"))
        return consentBasis(file, u"terms");
    if (code.startsWith(u"item-") && !finding.basis.isEmpty()) {
        for (const Item &item : file.items) {
            if (item.kind == finding.basis.first())
                return Texts::itemState(item);
        }
    }
    if (code == u"window-over")
        return Texts::dateTime(file.visit.windowUntil);
    return u"—"_s;
}
} // namespace

std::vector<RecordTable::Row> CaseRows::findings(const CaseFile &file, const SiteDirectory &site)
{
    std::vector<RecordTable::Row> rows;
    for (const Finding &finding : file.findings)
        rows.push_back({finding.code + finding.basis.join(u','),
                        {Cell{article(finding.rule), std::nullopt, false, false, true}, Cell{Texts::finding(finding, site)},
                         Cell{restsOn(finding, file, site), std::nullopt, false, false, true},
                         Cell{file.findingsAt ? Texts::verdict(finding.verdict) : Texts::verdictChip(finding),
                              Texts::verdictTone(finding.verdict), false, false, false}}});
    return rows;
}

const Finding *CaseRows::firstOf(const CaseFile &file, Verdict verdict)
{
    const auto found = std::find_if(file.findings.begin(), file.findings.end(),
                                    [&](const Finding &finding) { return finding.verdict == verdict; });
    return found == file.findings.end() ? nullptr : &*found;
}

} // namespace gatehouse::admin
