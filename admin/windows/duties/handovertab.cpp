// SPDX-License-Identifier: GPL-3.0-or-later
#include "handovertab.h"

#include "presentation/roomwords.h"
#include "windows/parts/widgets.h"

namespace gatehouse::admin
{

using namespace Qt::StringLiterals;
using namespace domain;

namespace
{
struct HandoverState {
    std::vector<usecases::HandoverSheet> sheets;
    QStringList posts;
    OpenThings open;
};

Result<HandoverState> readHandovers(const usecases::Workplace &workplace, const usecases::StaffSession &session)
{
    HandoverState state;
    GATEHOUSE_TRY_ASSIGN(state.sheets, usecases::handoverSheets(workplace, session));
    GATEHOUSE_TRY_ASSIGN(state.posts, usecases::ownPosts(workplace, session));
    GATEHOUSE_TRY_ASSIGN(state.open, usecases::openThings(workplace, session));
    return state;
}
} // namespace

HandoverTab::HandoverTab(Workbench &workbench, QWidget *parent) : DutyTab(workbench, u"handoverTable"_s, parent)
{
    setObjectName(u"handoverTab"_s);
    m_print = addButton(u"printHandover"_s, nullptr, [this] { print(); });
    m_accept = addButton(u"acceptHandover"_s, nullptr, [this] { askAccept(); });
    m_offer = addButton(u"offerHandover"_s, "primary", [this] { askOffer(); });
    retranslate();
}

QString HandoverTab::title() const
{
    return tr("Handover");
}

void HandoverTab::reload()
{
    ask(readHandovers, [this](HandoverState state) {
        m_sheets = std::move(state.sheets);
        m_posts = std::move(state.posts);
        m_open = state.open;
        refresh();
    });
}

void HandoverTab::wipe()
{
    m_sheets.clear();
    m_open = {};
    DutyTab::wipe();
}

QString HandoverTab::postName(const QString &post) const
{
    if (post == guardDeskPost())
        return tr("Guard desk");
    return tr("Keeper: %1").arg(zoneName(ZoneId{post.mid(keeperPost(ZoneId{QString()}).size())}));
}

QStringList HandoverTab::openLines(const OpenThings &open) const
{
    QStringList lines;
    const auto add = [&](int count, const QString &words) {
        if (count > 0)
            lines << words;
    };
    add(open.waiting, tr("%n visitor(s) wait", nullptr, open.waiting));
    add(open.onSite, tr("%n visitor(s) on site", nullptr, open.onSite));
    add(open.badgesOut, tr("%n badge(s) out", nullptr, open.badgesOut));
    add(open.deposits, tr("%n deposit(s)", nullptr, open.deposits));
    add(open.incidents, tr("%n incident(s)", nullptr, open.incidents));
    add(open.roundsDue, tr("%n round(s) due", nullptr, open.roundsDue));
    add(open.exceptions, tr("%n exception(s)", nullptr, open.exceptions));
    add(open.itemsOut, tr("%n item(s) lent", nullptr, open.itemsOut));
    if (lines.isEmpty())
        lines << tr("nothing is open");
    return lines;
}

void HandoverTab::refresh()
{
    const QDateTime now = m_workbench.now();
    std::vector<RecordTable::Row> rows;
    int waiting = 0;
    for (const usecases::HandoverSheet &sheet : m_sheets) {
        const Handover &one = sheet.handover;
        waiting += sheet.mayAccept ? 1 : 0;
        const Cell state = one.acceptedAt ? Cell{tr("accepted"), Tone::Good}
                           : one.replaced ? Cell{tr("replaced"), Tone::Neutral}
                                          : Cell{tr("waits for a signature"), Tone::Warn};
        rows.push_back({one.id.text(),
                        {Cell{Texts::shortTime(one.offeredAt, now)}, Cell{postName(one.post), std::nullopt, false, true, false},
                         Cell{staffName(one.from)}, Cell{one.to ? staffName(*one.to) : u"—"_s},
                         Cell{openLines(one.open).join(tr(", "))}, Cell{sheet.text}, state}});
    }
    m_table->setRows(std::move(rows));
    m_view->setStretches({0, 0, 0, 0, 3, 3, 0});
    setSummary(tr("Open now: %1").arg(openLines(m_open).join(tr(", "))));
    setUrgent(waiting);
    m_offer->setEnabled(!m_posts.isEmpty());
    selectionChanged();
}

const usecases::HandoverSheet *HandoverTab::chosen() const
{
    const HandoverId id = HandoverId::fromText(m_view->selectedKey());
    const auto found = std::find_if(m_sheets.begin(), m_sheets.end(),
                                    [&](const usecases::HandoverSheet &one) { return one.handover.id == id; });
    return found == m_sheets.end() ? nullptr : &*found;
}

void HandoverTab::selectionChanged()
{
    const usecases::HandoverSheet *sheet = chosen();
    m_print->setEnabled(sheet != nullptr);
    const bool mayAccept = sheet && sheet->mayAccept;
    m_accept->setEnabled(mayAccept);
    setRole(m_accept, mayAccept ? "primary" : ""); // what comes next is what stands out
    setRole(m_offer, mayAccept ? "" : "primary");
}

void HandoverTab::askOffer()
{
    const QString post = m_posts.value(0);
    auto *form = new FormDialog(u"offerDialog"_s, tr("Hand over the post"),
                                tr("Goes into the sheet by itself: %1.").arg(openLines(m_open).join(tr(", "))),
                                tr("Sign and offer"), this);
    QList<FormDialog::Choice> posts;
    for (const QString &one : m_posts)
        posts.append({one, postName(one)});
    form->addChoice(u"offerPost"_s, tr("Post"), posts);
    QStringList codes;
    for (const QString &one : m_posts) {
        for (const QString &code : selfCheckCodes(one)) {
            if (!codes.contains(code))
                codes << code;
        }
    }
    for (const QString &code : codes)
        form->addCheck(u"check-"_s + code, presentation::selfCheckText(code),
                       selfCheckCodes(post).contains(code) && m_posts.size() == 1);
    form->addCheck(u"offerNotes"_s, tr("The day's notes are handed in"), true);
    form->addText(u"offerText"_s, tr("What the next one must know"));
    form->ask([this, codes](FormDialog &filled) {
        usecases::HandoverOffer offer{
            filled.choice(u"offerPost"_s), filled.checked(u"offerNotes"_s), {}, filled.text(u"offerText"_s)};
        for (const QString &code : codes) {
            if (filled.checked(u"check-"_s + code))
                offer.selfCheck << code;
        }
        act([offer](const usecases::Workplace &workplace,
                    const usecases::StaffSession &session) { return usecases::offerHandover(workplace, session, offer); },
            tr("Offered. Who comes signs in and accepts."), &filled);
    });
}

void HandoverTab::askAccept()
{
    const usecases::HandoverSheet *sheet = chosen();
    if (!sheet)
        return;
    QStringList intro{
        tr("From %1. Open: %2.").arg(staffName(sheet->handover.from), openLines(sheet->handover.open).join(tr(", ")))};
    if (!sheet->text.isEmpty())
        intro << tr("To know: %1").arg(sheet->text);
    auto *form = new FormDialog(u"acceptDialog"_s, tr("Take over: %1").arg(postName(sheet->handover.post)), intro.join(u'\n'),
                                tr("Sign"), this);
    form->addCheck(u"acceptSeen"_s, tr("I have seen what is open"), true);
    form->ask([this, id = sheet->handover.id](FormDialog &filled) {
        act([id](const usecases::Workplace &workplace,
                 const usecases::StaffSession &session) { return usecases::acceptHandover(workplace, session, id); },
            tr("You have taken over."), &filled);
    });
}

void HandoverTab::print()
{
    const usecases::HandoverSheet *sheet = chosen();
    if (!sheet)
        return;
    const Handover &one = sheet->handover;
    badges::HandoverSheet paper;
    paper.siteName = m_workbench.directory().siteName;
    paper.post = postName(one.post);
    paper.from = staffName(one.from);
    paper.offeredAt = one.offeredAt;
    paper.to = one.to ? staffName(*one.to) : QString();
    paper.acceptedAt = one.acceptedAt.value_or(QDateTime());
    paper.open = openLines(one.open);
    for (const QString &code : one.selfCheck)
        paper.checks << presentation::selfCheckText(code);
    if (one.notesHandedIn)
        paper.checks << tr("The day's notes are handed in");
    paper.text = sheet->text;
    paper.ledgerSequence = one.ledgerSequence;
    paper.ledgerHash = one.ledgerHash;
    Q_EMIT printAsked(paper);
}

QString HandoverTab::refusal(const Error &error) const
{
    if (error.code == ErrorCode::Blocked && error.detail == usecases::notesMissing)
        return tr("First the day's notes are handed in.");
    if (error.code == ErrorCode::Blocked)
        return tr("First: %1").arg(presentation::selfCheckText(error.detail));
    return {};
}

void HandoverTab::retranslate()
{
    m_table->setColumns({tr("Offered"), tr("Post"), tr("From"), tr("To"), tr("Open"), tr("To know"), tr("State")});
    m_view->setAccessibleName(tr("Handovers"));
    m_view->setEmptyText(tr("No handover yet. Who goes fills in the sheet, who comes signs for it."));
    m_print->setText(tr("Print"));
    m_accept->setText(tr("Accept"));
    m_offer->setText(tr("Hand over"));
    refresh();
}

} // namespace gatehouse::admin
