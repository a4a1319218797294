// SPDX-License-Identifier: GPL-3.0-or-later
#include "mainwindow.h"

#include "badgecatcher.h"
#include "bars.h"
#include "base/logging.h"
#include "doorbanner.h"
#include "lockpage.h"
#include "setuppage.h"
#include "signinpage.h"
#include "style/focusring.h"
#include "usecases/requestvisit.h"
#include "windows/parts/widgets.h"

#include <QApplication>
#include <QCloseEvent>
#include <QShortcut>
#include <QVBoxLayout>

namespace gatehouse::admin
{

using namespace Qt::StringLiterals;

namespace
{
constexpr int lapseMs = 60000;
constexpr int probeAgainMs = 2000;
constexpr int messageMargin = 120; ///< a sentence at the start, in the middle of the window
} // namespace

MainWindow::MainWindow(Workbench &workbench, AppSettings &settings, const Options &options, QWidget *parent)
    : QMainWindow(parent), m_workbench(workbench), m_settings(settings), m_desk(workbench, options.undoMs),
      m_paper(workbench, settings), m_options(options), m_screens(new QStackedWidget(this)),
      m_catcher(new BadgeCatcher(workbench.clock(), this))
{
    setObjectName(u"mainWindow"_s);
    setWindowTitle(u"Gatehouse"_s);
    buildScreens();
    new FocusRing(this);
    wire();
    wireKeys();
    retranslate();
    resize(1440, 900);
    setMinimumSize(1024, 640);
    qApp->installEventFilter(this);
}

void MainWindow::buildScreens()
{
    m_starting = makeLabel(this, "muted");
    m_starting->setAlignment(Qt::AlignCenter);
    m_starting->setObjectName("startingMessage");
    m_starting->setWordWrap(true);
    m_starting->setMargin(messageMargin);
    m_setup = new SetupPage(m_workbench, m_settings, m_paper, this);
    m_signIn = new SignInPage(m_workbench, m_settings, this);
    m_lock = new LockPage(m_workbench, this);
    m_workspace = new Workspace(m_workbench, m_settings, m_desk, m_paper, this);
    for (QWidget *screen :
         {static_cast<QWidget *>(m_starting), static_cast<QWidget *>(m_setup), static_cast<QWidget *>(m_signIn),
          static_cast<QWidget *>(m_lock), static_cast<QWidget *>(m_workspace)})
        m_screens->addWidget(screen);
    m_banner = new TroubleBanner(m_workbench, this);
    m_doors = new DoorBanner(m_workbench, this);
    auto *central = new QWidget(this);
    auto *layout = new QVBoxLayout(central);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_banner);
    layout->addWidget(m_doors);
    layout->addWidget(m_screens, 1);
    setCentralWidget(central);
}

MainWindow::~MainWindow()
{
    qApp->removeEventFilter(this);
}

void MainWindow::wire()
{
    connect(&m_workbench, &Workbench::probed, this, &MainWindow::tookProbe);
    connect(&m_workbench, &Workbench::probeFailed, this, [this](const Error &error) {
        m_starting->setText(Texts::trouble(error));
        QTimer::singleShot(probeAgainMs, &m_workbench, &Workbench::probe);
    });
    connect(&m_workbench, &Workbench::sessionLost, this, [this] {
        leave(tr("Your session was closed because you signed in at another place, or your account was ended."));
    });
    connect(m_setup, &SetupPage::live, this, [this] {
        m_signIn->setNotice(tr("The site is live. Sign in with your staff number and the password that you chose."),
                            Tone::Good);
        showScreen(SignInScreen);
        m_workbench.watch();
    });
    connect(&m_workbench, &Workbench::signedIn, this, [this] { m_idle.start(idleMs()); }); // a password may be due first
    connect(m_signIn, &SignInPage::done, this, [this] {
        enter();
        if (m_workbench.person() && m_workbench.person()->elsewhereClosed)
            m_workspace->say(Tone::Warn, tr("Your session at another place was closed."));
    });
    connect(m_signIn, &SignInPage::somebodyElse, this, &MainWindow::signOut);
    connect(m_lock, &LockPage::unlocked, this, &MainWindow::enter);
    connect(m_lock, &LockPage::somebodyElse, this, &MainWindow::signOut);
    connect(m_lock, &LockPage::rollCallAsked, this, [this] { perform(Command::RollCall); });
    connect(&m_paper, &PaperDesk::said, m_lock, &LockPage::say);
    connect(m_workspace, &Workspace::lockAsked, this, &MainWindow::lock);
    connect(m_catcher, &BadgeCatcher::read, m_workspace, &Workspace::badgeRead);
    connect(m_catcher, &BadgeCatcher::documentRead, m_workspace, &Workspace::documentRead);
    connect(m_catcher, &BadgeCatcher::readTooEarly, this, [this] {
        QApplication::beep();
        if (screen() == LockScreen)
            m_lock->sayUnlockFirst();
        else
            m_signIn->saySignInFirst();
    });
    connect(&m_settings, &AppSettings::keysChanged, this, [this] {
        wireKeys();
        retranslate();
    });
    m_idle.setSingleShot(true);
    connect(&m_idle, &QTimer::timeout, this, [this] { screen() == WorkScreen ? lock() : signOut(); });
    auto *lapse = new QTimer(this);
    lapse->setObjectName(u"lapse"_s);
    connect(lapse, &QTimer::timeout, this, [this] {
        if (m_workbench.person())
            m_workbench.ask(
                this, [](Seat &seat) { return usecases::lapseVisits(seat.workplace()); },
                [this](const Result<int> &ended) {
                    if (!ended && m_workbench.trouble() != ended.error()) // that one is said already
                        qCWarning(lcAdmin) << "visits that are over were not ended:" << errorName(ended.error().code)
                                           << ended.error().detail;
                });
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
    m_catcher->setMode(which == WorkScreen                            ? BadgeCatcher::Mode::AtWork
                       : which == LockScreen || which == SignInScreen ? BadgeCatcher::Mode::BeforeWork
                                                                      : BadgeCatcher::Mode::Off);
    m_banner->setAtWork(which == WorkScreen);
    if (which == SignInScreen)
        m_signIn->reset();
}

int MainWindow::idleMs() const
{
    return m_options.idleMs > 0 ? m_options.idleMs : m_settings.idleMinutes() * 60000;
}

/// Whose session ended while the password was looked at does not come in.
void MainWindow::enter()
{
    if (!m_workbench.person())
        return;
    m_workbench.setLocked(false);
    showScreen(WorkScreen);
    m_workspace->enter();
    m_idle.start(idleMs());
}

void MainWindow::lock()
{
    if (screen() != WorkScreen)
        return;
    m_desk.flush();
    m_idle.stop();
    m_workbench.setLocked(true);
    m_workspace->lock();
    showScreen(LockScreen);
    m_lock->start(m_workbench.person() ? m_workbench.person()->staff.number : QString());
}

void MainWindow::signOut()
{
    m_workbench.signOut();
    leave({});
}

/// Nobody is signed in any more.
void MainWindow::leave(const QString &notice)
{
    m_desk.callBack();
    m_settings.setPersonLanguage({});
    m_idle.stop();
    m_workspace->wipe();
    showScreen(SignInScreen);
    m_signIn->setNotice(notice);
}

void MainWindow::perform(Command command)
{
    if (screen() == LockScreen && command == Command::RollCall) {
        m_lock->say(Tone::Neutral, tr("The roll call is being printed …"));
        m_paper.printRollCall(); // break the glass: one key, without a password, and it is written to the log
    }
    if (screen() == WorkScreen)
        m_workspace->perform(command);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    m_desk.flush(); // what was decided is written; the workbench runs it before it ends
    event->accept();
}

/// An open form or list keeps the keys of the window to itself; those of an emergency work all the same.
bool MainWindow::takeUrgentKey(const QKeyEvent &key)
{
    if (!QApplication::activeModalWidget() && !QApplication::activePopupWidget())
        return false;
    for (const Command command : {Command::RollCall, Command::EmergencyEntry, Command::Lock}) {
        if (m_settings.key(command) != QKeySequence(key.keyCombination()))
            continue;
        while (QWidget *list = QApplication::activePopupWidget())
            list->close();
        if (!key.isAutoRepeat())
            perform(command);
        return true;
    }
    return false;
}

bool MainWindow::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress && watched->isWidgetType() && takeUrgentKey(*static_cast<QKeyEvent *>(event)))
        return true;
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
    m_workspace->retranslate();
    m_lock->setRollCallKey(m_settings.key(Command::RollCall));
    m_starting->setText(m_workbench.trouble() ? Texts::trouble(*m_workbench.trouble()) : tr("Opening the database …"));
    m_banner->retranslate();
    m_doors->retranslate();
}

} // namespace gatehouse::admin
