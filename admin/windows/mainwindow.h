// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace.h"

#include <QKeyEvent>
#include <QLabel>
#include <QMainWindow>
#include <QStackedWidget>
#include <QTimer>

class QShortcut;

namespace gatehouse::admin
{

class BadgeCatcher;
class DoorBanner;
class LockPage;
class SetupPage;
class SignInPage;
class TroubleBanner;

/// The admin app's window: setup, sign-in, lock, and the workspace between them; the keys, and what a badge reader types.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    struct Options {
        int undoMs = 5000;
        int idleMs = 0; ///< 0: the setting's minutes
    };
    enum Screen { StartingScreen, SetupScreen, SignInScreen, LockScreen, WorkScreen };
    using PageId = Workspace::PageId;
    using enum Workspace::PageId;

    MainWindow(Workbench &workbench, AppSettings &settings, const Options &options, QWidget *parent = nullptr);
    ~MainWindow() override;

    /// Looks whether there is a site and shows the right screen.
    void start();
    void lock();
    Screen screen() const;
    void showPage(PageId id) { m_workspace->showPage(id); }
    WaitingPage *waitingPage() const { return m_workspace->waitingPage(); }
    DecisionDesk &decisions() { return m_desk; }

protected:
    void changeEvent(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildScreens();
    void wire();
    void wireKeys();
    void perform(Command command);
    bool takeUrgentKey(const QKeyEvent &key);
    void showScreen(Screen screen);
    void enter();
    void signOut();
    int idleMs() const;
    void leave(const QString &notice);
    void tookProbe(SiteState state);
    void retranslate();

    Workbench &m_workbench;
    AppSettings &m_settings;
    DecisionDesk m_desk;
    PaperDesk m_paper;
    Options m_options;
    QStackedWidget *m_screens;
    QLabel *m_starting;
    SetupPage *m_setup;
    SignInPage *m_signIn;
    LockPage *m_lock;
    Workspace *m_workspace;
    TroubleBanner *m_banner;
    DoorBanner *m_doors;
    BadgeCatcher *m_catcher;
    QList<QShortcut *> m_keys;
    QShortcut *m_escape = nullptr;
    QShortcut *m_callBack = nullptr;
    QTimer m_idle;
};

} // namespace gatehouse::admin
