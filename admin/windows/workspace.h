// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "decisiondesk.h"
#include "paperdesk.h"
#include "windows/parts/page.h"

#include <QWidget>

class QStackedWidget;

namespace gatehouse::scanning
{
struct ScanResult;
}

namespace gatehouse::admin
{

class DeskWindows;
class DutiesPage;
class IncidentsPage;
class InvitationsPage;
class LogPage;
class MachineRoomPage;
class Navigation;
class OnSitePage;
class SettingsPage;
class StaffPage;
class TopBar;
class UndoBar;
class WaitingPage;

/// What a signed-in person works in: the navigation, the pages with the bar above them, and what can be called back. Wires the
/// pages to one another, to paper and to the windows of the desk; knows no use case. Nothing personal outlives wipe().
class Workspace : public QWidget
{
    Q_OBJECT

public:
    enum PageId { WaitingId, OnSiteId, InvitationsId, RoomId, LogId, IncidentsId, DutiesId, StaffPageId, SettingsId };

    /// Dialogs open over `window`.
    Workspace(Workbench &workbench, AppSettings &settings, DecisionDesk &desk, PaperDesk &paper, QWidget *window);

    /// Somebody signed in or came back: the page that this person begins with.
    void enter();
    /// Locked: nothing is in sight; a registration that was begun and what the log was searched for come back when the same
    /// person enters again.
    void lock();
    void wipe();
    void showPage(PageId id);
    void perform(Command command);
    void badgeRead(const QString &token);
    void documentRead(const scanning::ScanResult &document);
    void say(Tone tone, const QString &sentence);
    void retranslate();
    WaitingPage *waitingPage() const { return m_waiting; }

Q_SIGNALS:
    void lockAsked();

private:
    void buildPages();
    void addPage(PageId id, Page *page, const QString &objectName);
    void wireCounts();
    void wireDesk();
    void wireTop();
    void describePerson();
    bool mayRegister();
    void openVisit(const domain::VisitId &id);
    void arrived(int count);
    void unanswered(const QString &who);
    void callAttention(const QString &sentence);
    Page *currentPage() const;
    void forgetPages();

    Workbench &m_workbench;
    AppSettings &m_settings;
    DecisionDesk &m_desk;
    PaperDesk &m_paper;
    Navigation *m_navigation;
    QStackedWidget *m_pages;
    QList<Page *> m_pageList;
    TopBar *m_top;
    UndoBar *m_undo;
    DeskWindows *m_windows;
    WaitingPage *m_waiting;
    OnSitePage *m_onSite;
    InvitationsPage *m_invitations;
    MachineRoomPage *m_room;
    LogPage *m_log;
    IncidentsPage *m_incidents;
    DutiesPage *m_duties;
    StaffPage *m_staff;
    SettingsPage *m_settingsPage;
};

} // namespace gatehouse::admin
