// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "decisiondesk.h"
#include "page.h"
#include "paperdesk.h"

#include <QLabel>
#include <QMainWindow>
#include <QStackedWidget>

class QShortcut;

namespace gatehouse::admin
{

class DeskWindows;
class LockPage;
class Navigation;
class SetupPage;
class SignInPage;
class DoorBanner;
class TroubleBanner;
class TopBar;
class UndoBar;
class WaitingPage;
class MachineRoomPage;
class OnSitePage;
class InvitationsPage;
class LogPage;
class IncidentsPage;
class DutiesPage;
class StaffPage;
class SettingsPage;
class BadgeCatcher;

/// The admin app's window: setup, sign-in, lock, and the workspace with its pages. Wires the parts; knows no use case.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    struct Options {
        int undoMs = 5000;
        int idleMs = 0; ///< 0: the setting's minutes
    };
    enum Screen { StartingScreen, SetupScreen, SignInScreen, LockScreen, WorkScreen };
    enum PageId { WaitingId, OnSiteId, InvitationsId, RoomId, LogId, IncidentsId, DutiesId, StaffPageId, SettingsId };

    MainWindow(Workbench &workbench, AppSettings &settings, const Options &options, QWidget *parent = nullptr);
    ~MainWindow() override;

    /// Looks whether there is a site and shows the right screen.
    void start();
    void lock();
    Screen screen() const;
    void showPage(PageId id);
    WaitingPage *waitingPage() const { return m_waiting; }
    DecisionDesk &decisions() { return m_desk; }

protected:
    void changeEvent(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *buildWorkspace();
    void addPage(PageId id, Page *page, const QString &objectName);
    void wire();
    void wireKeys();
    void perform(Command command);
    void showScreen(Screen screen);
    void enter();
    void leave(const QString &notice);
    void tookProbe(SiteState state);
    void say(Tone tone, const QString &sentence);
    void describePerson();
    void openVisit(const domain::VisitId &id);
    void arrived(int count);
    void retranslate();
    Page *currentPage() const;

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
    TroubleBanner *m_banner;
    DoorBanner *m_doors;
    Navigation *m_navigation;
    QStackedWidget *m_pages;
    QList<Page *> m_pageList;
    TopBar *m_top;
    UndoBar *m_undo;
    WaitingPage *m_waiting;
    OnSitePage *m_onSite;
    InvitationsPage *m_invitations;
    MachineRoomPage *m_room;
    LogPage *m_log;
    IncidentsPage *m_incidents;
    DutiesPage *m_duties;
    StaffPage *m_staff;
    SettingsPage *m_settingsPage;
    DeskWindows *m_windows;
    BadgeCatcher *m_catcher;
    QList<QShortcut *> m_keys;
    QShortcut *m_escape = nullptr;
    QShortcut *m_callBack = nullptr;
    QTimer m_idle;
};

} // namespace gatehouse::admin
