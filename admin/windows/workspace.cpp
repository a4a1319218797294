// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace.h"

#include "bars.h"
#include "navigation.h"
#include "topbar.h"
#include "windows/arrivals/waitingpage.h"
#include "windows/desk/deskwindows.h"
#include "windows/duties/dutiespage.h"
#include "windows/parts/widgets.h"
#include "windows/room/incidentspage.h"
#include "windows/room/machineroompage.h"
#include "windows/settings/settingspage.h"
#include "windows/settings/staffpage.h"
#include "windows/visits/invitationspage.h"
#include "windows/visits/logpage.h"
#include "windows/visits/onsitepage.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QStackedWidget>

namespace gatehouse::admin
{

using namespace Qt::StringLiterals;

Workspace::Workspace(Workbench &workbench, AppSettings &settings, DecisionDesk &desk, PaperDesk &paper, QWidget *window)
    : QWidget(window), m_workbench(workbench), m_settings(settings), m_desk(desk), m_paper(paper),
      m_navigation(new Navigation(this)), m_pages(new QStackedWidget(this)), m_top(new TopBar(settings, this)),
      m_undo(new UndoBar(desk, this)), m_windows(new DeskWindows(workbench, settings, window))
{
    m_pages->setObjectName(u"pages"_s);
    auto *content = new QVBoxLayout;
    content->setSpacing(0);
    content->addWidget(m_top);
    content->addWidget(m_pages, 1);
    auto *undoArea = new QHBoxLayout;
    undoArea->setContentsMargins(20, 8, 20, 12);
    undoArea->addWidget(m_undo);
    content->addLayout(undoArea);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_navigation);
    layout->addLayout(content, 1);
    buildPages();
    wireCounts();
    wireDesk();
    wireTop();
}

void Workspace::buildPages()
{
    m_waiting = new WaitingPage(m_workbench, m_settings, m_desk, this);
    m_onSite = new OnSitePage(m_workbench, m_settings, this);
    m_invitations = new InvitationsPage(m_workbench, m_settings, m_paper, this);
    m_room = new MachineRoomPage(m_workbench, m_settings, this);
    m_log = new LogPage(m_workbench, m_settings, this);
    m_incidents = new IncidentsPage(m_workbench, m_settings, this);
    m_duties = new DutiesPage(m_workbench, m_settings, this);
    m_staff = new StaffPage(m_workbench, m_settings, this);
    m_settingsPage = new SettingsPage(m_workbench, m_settings, this);
    addPage(WaitingId, m_waiting, u"navWaiting"_s);
    addPage(OnSiteId, m_onSite, u"navOnSite"_s);
    addPage(InvitationsId, m_invitations, u"navInvitations"_s);
    addPage(RoomId, m_room, u"navRoom"_s);
    addPage(LogId, m_log, u"navLog"_s);
    addPage(IncidentsId, m_incidents, u"navIncidents"_s);
    addPage(DutiesId, m_duties, u"navDuties"_s);
    addPage(StaffPageId, m_staff, u"navStaff"_s);
    addPage(SettingsId, m_settingsPage, u"navSettings"_s);
}

void Workspace::addPage(PageId id, Page *page, const QString &objectName)
{
    m_pages->addWidget(page);
    m_pageList.append(page);
    page->setProperty("pageId", id);
    m_navigation->add(id, objectName);
    connect(page, &Page::said, this, &Workspace::say);
}

/// The numbers in the navigation, with a word where somebody waits.
void Workspace::wireCounts()
{
    connect(m_waiting, &WaitingPage::waitingChanged, this, [this](int count) {
        m_navigation->button(WaitingId)->setCount(count, true, tr("%n visitor(s) wait", nullptr, count));
    });
    connect(m_onSite, &OnSitePage::countChanged, this, [this](int people, int overdue) {
        m_navigation->button(OnSiteId)->setCount(people, overdue > 0, tr("%n overdue", nullptr, overdue));
    });
    connect(m_onSite, &OnSitePage::becameOverdue, this,
            [this](const QString &who) { callAttention(tr("The time is over, still on site: %1.").arg(who)); });
    connect(m_room, &MachineRoomPage::countChanged, this, [this](int inside, int mine, int alarms) {
        const bool urgent = mine > 0 || alarms > 0;
        const QString word = alarms > 0 ? tr("%n astray", nullptr, alarms)
                             : mine > 0 ? tr("%n wait(s) for you", nullptr, mine)
                                        : QString();
        m_navigation->button(RoomId)->setCount(urgent ? alarms + mine : inside, urgent, word);
    });
    connect(m_incidents, &IncidentsPage::countChanged, this, [this](int open, int alarms) {
        m_navigation->button(IncidentsId)->setCount(open, alarms > 0, tr("%n incident(s) overdue", nullptr, alarms));
    });
    connect(m_duties, &DutiesPage::urgentChanged, this, [this](int count) {
        m_navigation->button(DutiesId)->setCount(count, count > 0, tr("%n thing(s) due", nullptr, count));
    });
}

/// Paper, badges and the cases that pages ask for.
void Workspace::wireDesk()
{
    connect(&m_paper, &PaperDesk::said, this, &Workspace::say);
    connect(m_waiting, &WaitingPage::arrived, this, &Workspace::arrived);
    connect(m_waiting, &WaitingPage::unanswered, this, &Workspace::unanswered);
    connect(m_waiting, &WaitingPage::printAsked, &m_paper, &PaperDesk::printBadge);
    connect(m_waiting, &WaitingPage::lostAsked, m_windows, &DeskWindows::replaceLost);
    connect(m_waiting, &WaitingPage::departAsked, m_windows, &DeskWindows::departWithout);
    connect(m_onSite, &OnSitePage::openAsked, this, &Workspace::openVisit);
    connect(m_room, &MachineRoomPage::openAsked, this, &Workspace::openVisit);
    connect(m_onSite, &OnSitePage::printAsked, &m_paper, &PaperDesk::printBadge);
    connect(m_onSite, &OnSitePage::lostAsked, m_windows, &DeskWindows::replaceLost);
    connect(m_windows, &DeskWindows::newBadgeAsked, &m_paper, &PaperDesk::replaceLostBadge);
    connect(m_onSite, &OnSitePage::departAsked, m_windows, &DeskWindows::departWithout);
    connect(m_onSite, &OnSitePage::readBadgeAsked, m_windows, &DeskWindows::readBadge);
    connect(m_onSite, &OnSitePage::rollCallAsked, &m_paper, &PaperDesk::printRollCall);
    connect(m_log, &LogPage::openAsked, this, &Workspace::openVisit);
    connect(m_duties, &DutiesPage::handoverPrintAsked, &m_paper, &PaperDesk::printHandover);
    connect(m_duties, &DutiesPage::papersPrintAsked, &m_paper, &PaperDesk::printPaperForms);
    connect(m_windows, &DeskWindows::openAsked, this, &Workspace::openVisit);
    connect(m_windows, &DeskWindows::said, this, &Workspace::say);
    connect(m_windows, &DeskWindows::overtaken, m_top, &TopBar::takeBack);
}

void Workspace::wireTop()
{
    connect(m_navigation, &Navigation::chosen, this, [this](int id) { showPage(static_cast<PageId>(id)); });
    connect(m_navigation, &Navigation::lockAsked, this, &Workspace::lockAsked);
    connect(&m_workbench, &Workbench::directoryChanged, this, &Workspace::describePerson);
    connect(m_top, &TopBar::searchEdited, this, [this](const QString &text) {
        if (currentPage() == m_log)
            m_log->setSearch(text);
        else if (!text.isEmpty())
            say(Tone::Neutral, tr("Enter searches the visit log."));
    });
    connect(m_top, &TopBar::searchEntered, this, [this](const QString &text) {
        m_log->setSearch(text);
        if (currentPage() != m_log)
            showPage(LogId);
        else
            m_log->focusFirst(); // the arrow keys go through what was found
    });
    connect(m_log, &LogPage::searchCleared, this, [this] { m_top->setSearch({}); });
    connect(m_top, &TopBar::registerAsked, m_windows, &DeskWindows::registerVisitor);
}

void Workspace::enter()
{
    describePerson();
    m_navigation->button(StaffPageId)->setVisible(m_workbench.has(domain::Role::Manager));
    m_top->offerRegistering(m_workbench.mayDecide());
    for (Page *page : m_pageList)
        page->start();
    // Who only escorts begins where visitors are accepted.
    const bool desk = m_workbench.mayDecide() || !m_workbench.has(domain::Role::Escort);
    showPage(desk ? WaitingId : RoomId);
    m_windows->bringBack();
    m_paper.learnWhoIsHere();
}

void Workspace::lock()
{
    m_windows->putAside();
    forgetPages();
}

void Workspace::wipe()
{
    m_windows->closeAll();
    m_log->forgetSearch();
    forgetPages();
}

void Workspace::forgetPages()
{
    for (Page *page : m_pageList)
        page->wipe();
    m_paper.forgetWhoIsHere();
    m_top->wipe();
    m_navigation->setPerson({});
}

Page *Workspace::currentPage() const
{
    return qobject_cast<Page *>(m_pages->currentWidget());
}

void Workspace::showPage(PageId id)
{
    for (Page *page : m_pageList) {
        if (page->property("pageId").toInt() != id)
            continue;
        m_pages->setCurrentWidget(page);
        m_navigation->setCurrent(id);
        m_top->setTitle(page->title());
        m_top->setSearch(page == m_log ? m_log->searchText() : QString()); // words over a page that they do not narrow mislead
        page->focusFirst();
        return;
    }
}

void Workspace::perform(Command command)
{
    switch (command) {
    case Command::Lock:
        Q_EMIT lockAsked();
        return;
    case Command::Find:
        m_top->focusSearch();
        return;
    case Command::Next:
        showPage(WaitingId);
        m_waiting->openNext();
        return;
    case Command::RegisterVisitor:
        if (mayRegister())
            m_windows->registerVisitor();
        return;
    case Command::ReadBadge:
        m_windows->readBadge();
        return;
    case Command::RollCall:
        m_paper.printRollCall();
        return;
    case Command::EmergencyEntry:
        showPage(RoomId);
        m_room->admitEmergency();
        return;
    default:
        currentPage()->perform(command);
    }
}

/// A badge found on a stranger belongs to the incident.
void Workspace::badgeRead(const QString &token)
{
    if (QApplication::activeModalWidget() || !m_incidents->readBadge(token))
        m_windows->showBadge(token);
}

void Workspace::documentRead(const scanning::ScanResult &document)
{
    if (mayRegister())
        m_windows->takeDocument(document);
}

/// Says why not.
bool Workspace::mayRegister()
{
    if (!m_workbench.mayDecide())
        say(Tone::Warn, tr("Visitors are registered by a guard or a manager."));
    return m_workbench.mayDecide();
}

void Workspace::openVisit(const domain::VisitId &id)
{
    showPage(WaitingId);
    m_waiting->open(id);
}

void Workspace::arrived(int count)
{
    callAttention(tr("%n new visitor(s) wait.", nullptr, count));
}

void Workspace::unanswered(const QString &who)
{
    callAttention(tr("Nobody answered in time, the request ended: %1.").arg(who));
}

void Workspace::callAttention(const QString &sentence)
{
    if (m_settings.sound())
        QApplication::beep();
    QApplication::alert(window()); // the task bar says it; the focus stays where it is
    say(Tone::Warn, sentence);
}

void Workspace::say(Tone tone, const QString &sentence)
{
    m_top->say(tone, sentence);
}

void Workspace::describePerson()
{
    if (!m_workbench.isWorking())
        return;
    const domain::Staff &staff = m_workbench.person()->staff;
    m_navigation->setTitle(m_workbench.directory().siteName);
    m_navigation->setPerson(tr("%1 · staff number %2\n%3").arg(staff.name, staff.number, Texts::roles(staff.roles)));
}

void Workspace::retranslate()
{
    for (Page *page : m_pageList) {
        page->retranslate();
        NavigationButton *button = m_navigation->button(page->property("pageId").toInt());
        button->setText(page->title());
        if (page == m_waiting) // the others say theirs again
            button->setCount(button->count(), true, tr("%n visitor(s) wait", nullptr, button->count()));
    }
    if (currentPage())
        m_top->setTitle(currentPage()->title());
    m_navigation->setAccessibleName(tr("Pages"));
    m_navigation->nameKeys(); // with the names that screen readers say
    m_navigation->nameLock(withKey(tr("Lock"), m_settings.key(Command::Lock)));
    m_top->retranslate();
    m_undo->retranslate();
    describePerson();
}

} // namespace gatehouse::admin
