// SPDX-License-Identifier: GPL-3.0-or-later
#include "mainwindow.h"

#include "badgecatcher.h"
#include "bars.h"
#include "deskwindows.h"
#include "dutiespage.h"
#include "incidentspage.h"
#include "doorbanner.h"
#include "invitationspage.h"
#include "lockpage.h"
#include "logpage.h"
#include "machineroompage.h"
#include "navigation.h"
#include "onsitepage.h"
#include "settingspage.h"
#include "setuppage.h"
#include "signinpage.h"
#include "staffpage.h"
#include "style/focusring.h"
#include "topbar.h"
#include "usecases/requestvisit.h"
#include "waitingpage.h"
#include "widgets.h"

#include <QApplication>
#include <QCloseEvent>
#include <QHBoxLayout>
#include <QShortcut>

namespace gatehouse::admin
{

using namespace Qt::StringLiterals;

namespace
{
constexpr int lapseMs = 60000;
constexpr int probeAgainMs = 2000;
} // namespace

MainWindow::MainWindow(Workbench &workbench, AppSettings &settings, const Options &options, QWidget *parent)
    : QMainWindow(parent), m_workbench(workbench), m_settings(settings), m_desk(workbench, options.undoMs), m_paper(workbench, settings),
      m_options(options), m_screens(new QStackedWidget(this)), m_windows(new DeskWindows(workbench, settings, this)),
      m_catcher(new BadgeCatcher(this))
{
    setObjectName(u"mainWindow"_s);
    setWindowTitle(u"Gatehouse"_s);
    m_starting = makeLabel(this, "muted");
    m_starting->setAlignment(Qt::AlignCenter);
    m_setup = new SetupPage(workbench, settings, m_paper, this);
    m_signIn = new SignInPage(workbench, settings, this);
    m_lock = new LockPage(workbench, this);
    m_screens->addWidget(m_starting);
    m_screens->addWidget(m_setup);
    m_screens->addWidget(m_signIn);
    m_screens->addWidget(m_lock);
    m_screens->addWidget(buildWorkspace());
    m_banner = new TroubleBanner(workbench, this);
    m_doors = new DoorBanner(workbench, this);
    auto *central = new QWidget(this);
    auto *layout = new QVBoxLayout(central);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_banner);
    layout->addWidget(m_doors);
    layout->addWidget(m_screens, 1);
    setCentralWidget(central);
    new FocusRing(this);
    wire();
    wireKeys();
    retranslate();
    resize(1440, 900);
    setMinimumSize(1024, 640);
    qApp->installEventFilter(this);
}

MainWindow::~MainWindow()
{
    qApp->removeEventFilter(this);
}

QWidget *MainWindow::buildWorkspace()
{
    auto *workspace = new QWidget(this);
    m_navigation = new Navigation(workspace);
    m_pages = new QStackedWidget(workspace);
    auto *content = new QVBoxLayout;
    content->setSpacing(0);
    m_top = new TopBar(m_settings, workspace);
    content->addWidget(m_top);
    content->addWidget(m_pages, 1);
    m_undo = new UndoBar(m_desk, workspace);
    auto *undoArea = new QHBoxLayout;
    undoArea->setContentsMargins(20, 0, 20, 0);
    undoArea->addWidget(m_undo);
    content->addLayout(undoArea);
    auto *layout = new QHBoxLayout(workspace);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_navigation);
    layout->addLayout(content, 1);
    m_waiting = new WaitingPage(m_workbench, m_settings, m_desk, workspace);
    m_settingsPage = new SettingsPage(m_workbench, m_settings, workspace);
    m_onSite = new OnSitePage(m_workbench, m_settings, workspace);
    m_invitations = new InvitationsPage(m_workbench, m_settings, m_paper, workspace);
    m_room = new MachineRoomPage(m_workbench, m_settings, workspace);
    m_log = new LogPage(m_workbench, m_settings, workspace);
    m_incidents = new IncidentsPage(m_workbench, m_settings, workspace);
    m_duties = new DutiesPage(m_workbench, m_settings, workspace);
    m_staff = new StaffPage(m_workbench, m_settings, workspace);
    addPage(WaitingId, m_waiting, u"navWaiting"_s);
    addPage(OnSiteId, m_onSite, u"navOnSite"_s);
    addPage(InvitationsId, m_invitations, u"navInvitations"_s);
    addPage(RoomId, m_room, u"navRoom"_s);
    addPage(LogId, m_log, u"navLog"_s);
    addPage(IncidentsId, m_incidents, u"navIncidents"_s);
    addPage(DutiesId, m_duties, u"navDuties"_s);
    addPage(StaffPageId, m_staff, u"navStaff"_s);
    addPage(SettingsId, m_settingsPage, u"navSettings"_s);
    return workspace;
}

void MainWindow::addPage(PageId id, Page *page, const QString &objectName)
{
    m_pages->addWidget(page);
    m_pageList.append(page);
    page->setProperty("pageId", id);
    m_navigation->add(id, objectName);
    connect(page, &Page::said, this, &MainWindow::say);
}

void MainWindow::wire()
{
    connect(m_navigation, &Navigation::chosen, this, [this](int id) { showPage(static_cast<PageId>(id)); });
    connect(&m_workbench, &Workbench::probed, this, &MainWindow::tookProbe);
    connect(&m_workbench, &Workbench::probeFailed, this, [this](const Error &error) {
        m_starting->setText(Texts::trouble(error));
        QTimer::singleShot(probeAgainMs, &m_workbench, &Workbench::probe);
    });
    connect(&m_workbench, &Workbench::sessionLost, this,
            [this] { leave(tr("Your session was closed because you signed in at another place, or your account was ended.")); });
    connect(&m_workbench, &Workbench::directoryChanged, this, &MainWindow::describePerson);
    connect(m_setup, &SetupPage::live, this, [this] {
        m_signIn->setNotice(tr("The site is live. Sign in with your staff number and the password that you chose."));
        showScreen(SignInScreen);
        m_workbench.watch();
    });
    connect(m_signIn, &SignInPage::done, this, &MainWindow::enter);
    connect(m_lock, &LockPage::unlocked, this, &MainWindow::enter);
    connect(m_lock, &LockPage::somebodyElse, this, [this] {
        m_workbench.signOut();
        leave({});
    });
    connect(m_lock, &LockPage::rollCallAsked, &m_paper, &PaperDesk::printRollCall);
    connect(&m_paper, &PaperDesk::said, this, &MainWindow::say);
    connect(m_waiting, &WaitingPage::waitingChanged, this, [this](int count) {
        m_navigation->button(WaitingId)->setCount(count, true, tr("%n visitor(s) wait", nullptr, count));
    });
    connect(m_waiting, &WaitingPage::arrived, this, &MainWindow::arrived);
    connect(m_waiting, &WaitingPage::printAsked, &m_paper, &PaperDesk::printBadge);
    connect(m_waiting, &WaitingPage::departAsked, m_windows, &DeskWindows::departWithout);
    connect(m_onSite, &OnSitePage::countChanged, this, [this](int people) { m_navigation->button(OnSiteId)->setCount(people, false, {}); });
    connect(m_room, &MachineRoomPage::countChanged, this, [this](int inside, int mine, int alarms) {
        const bool urgent = mine > 0 || alarms > 0;
        const QString word = alarms > 0 ? tr("%n astray", nullptr, alarms) : mine > 0 ? tr("%n wait(s) for you", nullptr, mine) : QString();
        m_navigation->button(RoomId)->setCount(urgent ? alarms + mine : inside, urgent, word);
    });
    connect(m_onSite, &OnSitePage::openAsked, this, &MainWindow::openVisit);
    connect(m_onSite, &OnSitePage::printAsked, &m_paper, &PaperDesk::printBadge);
    connect(m_onSite, &OnSitePage::departAsked, m_windows, &DeskWindows::departWithout);
    connect(m_onSite, &OnSitePage::readBadgeAsked, m_windows, &DeskWindows::readBadge);
    connect(m_onSite, &OnSitePage::rollCallAsked, &m_paper, &PaperDesk::printRollCall);
    connect(m_log, &LogPage::openAsked, this, &MainWindow::openVisit);
    connect(m_incidents, &IncidentsPage::countChanged, this, [this](int open, int alarms) {
        m_navigation->button(IncidentsId)->setCount(open, alarms > 0, tr("%n incident(s) overdue", nullptr, alarms));
    });
    connect(m_duties, &DutiesPage::urgentChanged, this, [this](int count) {
        m_navigation->button(DutiesId)->setCount(count, count > 0, tr("%n thing(s) due", nullptr, count));
    });
    connect(m_duties, &DutiesPage::handoverPrintAsked, &m_paper, &PaperDesk::printHandover);
    connect(m_duties, &DutiesPage::papersPrintAsked, &m_paper, &PaperDesk::printPaperForms);
    connect(m_top, &TopBar::searchEdited, this, [this](const QString &text) {
        if (currentPage() == m_log)
            m_log->setSearch(text);
    });
    connect(m_top, &TopBar::searchEntered, this, [this](const QString &text) {
        m_log->setSearch(text);
        if (currentPage() != m_log)
            showPage(LogId);
    });
    connect(m_top, &TopBar::registerAsked, m_windows, &DeskWindows::registerVisitor);
    connect(m_windows, &DeskWindows::openAsked, this, &MainWindow::openVisit);
    connect(m_windows, &DeskWindows::said, this, &MainWindow::say);
    connect(m_catcher, &BadgeCatcher::read, this, [this](const QString &token) {
        // One thing at a time: the open question first. A badge found on a stranger belongs to the incident.
        if (!QApplication::activeModalWidget() && !m_incidents->readBadge(token))
            m_windows->showBadge(token);
    });
    connect(m_catcher, &BadgeCatcher::documentRead, m_windows, &DeskWindows::takeDocument);
    connect(&m_settings, &AppSettings::keysChanged, this, [this] {
        wireKeys();
        retranslate();
    });
    m_idle.setSingleShot(true);
    connect(&m_idle, &QTimer::timeout, this, &MainWindow::lock);
    auto *lapse = new QTimer(this);
    connect(lapse, &QTimer::timeout, this, [this] {
        if (m_workbench.person())
            m_workbench.ask(this, [](Seat &seat) { return usecases::lapseVisits(seat.workplace()); }, [](const Result<int> &) {});
    });
    lapse->start(lapseMs);
}

void MainWindow::wireKeys()
{
    qDeleteAll(m_keys);
    m_keys.clear();
    for (const Command command : allCommands()) {
        auto *key = new QShortcut(m_settings.key(command), this);
        connect(key, &QShortcut::activated, this, [this, command] { perform(command); });
        m_keys.append(key);
    }
    if (m_escape)
        return;
    m_escape = new QShortcut(QKeySequence(Qt::Key_Escape), this);
    m_callBack = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_Z), this);
    for (QShortcut *key : {m_escape, m_callBack}) {
        key->setEnabled(false);
        connect(key, &QShortcut::activated, &m_desk, &DecisionDesk::callBack);
        connect(&m_desk, &DecisionDesk::changed, key, [this, key] { key->setEnabled(m_desk.planned().has_value()); });
    }
}

void MainWindow::start()
{
    showScreen(StartingScreen);
    m_workbench.probe();
}

void MainWindow::tookProbe(SiteState state)
{
    switch (state) {
    case SiteState::None:
        m_setup->start(SetupPage::SiteStep);
        showScreen(SetupScreen);
        return;
    case SiteState::NotLive:
        m_setup->start(SetupPage::ReadBackStep);
        showScreen(SetupScreen);
        return;
    case SiteState::Live:
        m_workbench.watch();
        if (screen() == StartingScreen)
            showScreen(SignInScreen);
        return;
    }
}

MainWindow::Screen MainWindow::screen() const
{
    return static_cast<Screen>(m_screens->currentIndex());
}

void MainWindow::showScreen(Screen which)
{
    m_screens->setCurrentIndex(which);
    m_catcher->setActive(which == WorkScreen);
    if (which == SignInScreen)
        m_signIn->reset();
}

void MainWindow::enter()
{
    m_workbench.setLocked(false);
    const SignedIn &person = *m_workbench.person();
    showScreen(WorkScreen);
    describePerson();
    m_navigation->button(StaffPageId)->setVisible(m_workbench.has(domain::Role::Manager));
    for (Page *page : m_pageList)
        page->start();
    // Who only escorts begins where visitors are accepted.
    const bool desk = m_workbench.has(domain::Role::Guard) || m_workbench.has(domain::Role::Manager) ||
                      !m_workbench.has(domain::Role::Escort);
    showPage(desk ? WaitingId : RoomId);
    m_idle.start(m_options.idleMs > 0 ? m_options.idleMs : m_settings.idleMinutes() * 60000);
    if (person.elsewhereClosed)
        say(Tone::Warn, tr("Your session at another place was closed."));
}

void MainWindow::lock()
{
    if (screen() != WorkScreen)
        return;
    m_desk.flush();
    m_idle.stop();
    m_windows->closeAll();
    m_workbench.setLocked(true);
    for (Page *page : m_pageList)
        page->wipe();
    m_top->wipe();
    m_navigation->setPerson({});
    showScreen(LockScreen);
    m_lock->start(m_workbench.person() ? m_workbench.person()->staff.number : QString());
}

/// Nobody is signed in any more.
void MainWindow::leave(const QString &notice)
{
    m_desk.callBack();
    m_settings.setPersonLanguage({});
    m_idle.stop();
    m_windows->closeAll();
    for (Page *page : m_pageList)
        page->wipe();
    m_top->wipe();
    m_navigation->setPerson({});
    showScreen(SignInScreen);
    m_signIn->setNotice(notice);
}

Page *MainWindow::currentPage() const
{
    return qobject_cast<Page *>(m_pages->currentWidget());
}

void MainWindow::showPage(PageId id)
{
    for (Page *page : m_pageList) {
        if (page->property("pageId").toInt() != id)
            continue;
        m_pages->setCurrentWidget(page);
        m_navigation->setCurrent(id);
        m_top->setTitle(page->title());
        page->focusFirst();
        return;
    }
}

void MainWindow::perform(Command command)
{
    if (screen() == LockScreen && command == Command::RollCall)
        m_paper.printRollCall(); // break the glass: one key, without a password, and it is written to the log
    if (screen() != WorkScreen)
        return;
    switch (command) {
    case Command::Lock:
        lock();
        return;
    case Command::Find:
        m_top->focusSearch();
        return;
    case Command::Next:
        m_waiting->openNext(); // first, else the page chooses somebody itself
        showPage(WaitingId);
        return;
    case Command::RegisterVisitor:
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

void MainWindow::openVisit(const domain::VisitId &id)
{
    showPage(WaitingId);
    m_waiting->open(id);
}

void MainWindow::arrived(int count)
{
    if (m_settings.sound())
        QApplication::beep();
    QApplication::alert(this); // the task bar says it; the focus stays where it is
    say(Tone::Warn, tr("%n new visitor(s) wait.", nullptr, count));
}

void MainWindow::say(Tone tone, const QString &sentence)
{
    m_top->say(tone, sentence);
}

void MainWindow::describePerson()
{
    if (!m_workbench.isWorking())
        return;
    const domain::Staff &staff = m_workbench.person()->staff;
    m_navigation->setTitle(m_workbench.directory().siteName);
    m_navigation->setPerson(tr("%1 · staff number %2\n%3").arg(staff.name, staff.number, Texts::roles(staff.roles)));
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    m_desk.flush(); // what was decided is written; the workbench runs it before it ends
    event->accept();
}

bool MainWindow::eventFilter(QObject *, QEvent *event)
{
    switch (event->type()) {
    case QEvent::KeyPress:
    case QEvent::MouseButtonPress:
    case QEvent::MouseMove:
    case QEvent::Wheel:
        if (m_idle.isActive())
            m_idle.start();
        break;
    default:
        break;
    }
    return false;
}

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void MainWindow::retranslate()
{
    for (Page *page : m_pageList) {
        page->retranslate();
        NavigationButton *button = m_navigation->button(page->property("pageId").toInt());
        button->setText(page->title());
        button->setCount(button->count(), page == m_waiting, tr("%n visitor(s) wait", nullptr, button->count()));
    }
    if (currentPage())
        m_top->setTitle(currentPage()->title());
    m_navigation->setAccessibleName(tr("Pages"));
    m_lock->setRollCallKey(m_settings.key(Command::RollCall));
    m_starting->setText(tr("Opening the database …"));
    m_top->retranslate();
    m_banner->retranslate();
    m_doors->retranslate();
    m_undo->retranslate();
    describePerson();
}

} // namespace gatehouse::admin
