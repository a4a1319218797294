// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures of every window of the admin app over a real site, to be looked at: adminscreens FOLDER [SIZE [LANGUAGE [THEME]]].
// Without the last three: every size, both languages, light and dark.
#include "admindesk.h"
#include "busysite.h"
#include "models/queuemodel.h"
#include "usecases/badges.h"
#include "usecases/invitations.h"
#include "windows/arrivals/waitingpage.h"
#include "windows/parts/recordview.h"
#include "windows/settings/settingspage.h"
#include "windows/setuppage.h"

#include <QApplication>
#include <QDialog>
#include <QDir>
#include <QFileDialog>
#include <QLineEdit>
#include <QListView>
#include <QPointer>
#include <QProcess>
#include <QScrollArea>
#include <QScrollBar>
#include <QStackedWidget>
#include <QTabWidget>
#include <QTableView>
#include <QTimer>

using namespace gatehouse;
using namespace gatehouse::admin;
using namespace gatehouse::test;
using namespace Qt::StringLiterals;

namespace
{
struct Look {
    QString folder;
    QSize size;
    QString language;
    QString theme;
};

/// What a station's wrong clock makes of a departure.
void leaveBeforeEntering(TestSite &site)
{
    const auto boot = must(usecases::announceBoot(site.kiosk().at()));
    const auto badge = must(usecases::issueBadge(site.kiosk().at(), boot, site.approvedVisit().id));
    const QDateTime entered = site.clock.now();
    site.clock.setWall(entered.addSecs(-4500));
    must(usecases::checkOut(site.kiosk().at(), badge.badge.token));
    site.clock.setWall(entered.addSecs(60));
}

class Screens
{
public:
    Screens(QApplication &application, Look look) : m_look(std::move(look)), m_application(application) {}

    void run()
    {
        TestSite site;
        leaveBeforeEntering(site);
        const domain::VisitId waiting = fillFrontDesk(site);
        AdminDesk desk(m_application, site, 60000, m_look.language, m_look.theme);
        m_desk = &desk;
        desk.window().resize(m_look.size);
        waitFor([&] { return desk.window().screen() == MainWindow::SignInScreen; }, u"sign-in"_s);
        grab(u"sign-in"_s);
        desk.find<QPushButton>(u"haveCode"_s)->click();
        grab(u"sign-in-first"_s);
        desk.signIn(u"1001"_s);
        grab(u"waiting-none"_s);
        showCase(waiting);
        showDialogs(site);
        showPages();
        showInvitations();
        printRollCall();
        openEverything();
        desk.window().lock();
        grab(u"lock"_s);
    }

    /// The machine room, its incidents and duties; and nothing of all this.
    void runRoom()
    {
        TestSite site;
        RoomCrew crew(site);
        fillDuties(site, crew);
        fillRoomVisitors(site, crew);
        AdminDesk desk(m_application, site, 60000, m_look.language, m_look.theme);
        m_desk = &desk;
        desk.window().resize(m_look.size);
        desk.signIn(u"1001"_s);
        showRoom();
        showIncidents();
        showDuties();
        keepSheets();
        openEverything();
    }

    void runEmpty()
    {
        TestSite site;
        AdminDesk desk(m_application, site, 60000, m_look.language, m_look.theme);
        m_desk = &desk;
        desk.window().resize(m_look.size);
        desk.signIn(u"1001"_s);
        for (int page = 0; page < MainWindow::SettingsId; ++page) {
            desk.window().showPage(static_cast<MainWindow::PageId>(page));
            grab(u"empty-%1"_s.arg(page));
        }
        auto *tabs = desk.find<QTabWidget>(u"dutyTabs"_s);
        desk.window().showPage(MainWindow::DutiesId);
        for (int tab = 0; tab < tabs->count(); ++tab) {
            tabs->setCurrentIndex(tab);
            grab(u"empty-duties-%1"_s.arg(tab));
        }
    }

    void runSetUp()
    {
        const QTemporaryDir folder;
        AdminContext::Parameters parameters;
        qputenv("GATEHOUSE_CONFIG", folder.filePath(u"station"_s).toUtf8());
        parameters.databaseUrl = u"sqlite:"_s + folder.filePath(u"site.db"_s);
        parameters.settingsFile = folder.filePath(u"admin.ini"_s);
        parameters.cost = security::KeyCost::Minimal;
        {
            QSettings settings(parameters.settingsFile, QSettings::IniFormat);
            settings.setValue(u"language"_s, m_look.language);
            settings.setValue(u"theme"_s, m_look.theme);
        }
        AdminContext context(m_application, parameters);
        context.window().resize(m_look.size);
        context.window().show();
        context.window().start();
        waitFor([&] { return context.window().screen() == MainWindow::SetupScreen; }, u"set-up"_s);
        save(&context.window(), u"set-up"_s);
        auto *page = context.window().findChild<SetupPage *>();
        const auto fill = [&](const QString &name, const QString &text) { page->findChild<QLineEdit *>(name)->setText(text); };
        fill(u"siteNameField"_s, u"Harbour Call Centre"_s);
        fill(u"managerName"_s, u"Chen Yu"_s);
        fill(u"managerNumber"_s, u"1001"_s);
        fill(u"newPassword"_s, TestSite::passwordText());
        fill(u"repeatPassword"_s, TestSite::passwordText());
        page->findChild<QPushButton *>(u"makeSite"_s)->click();
        waitFor([&] { return page->findChild<QLabel *>(u"recoverySecret"_s)->isVisible(); }, u"the recovery sheet"_s);
        for (int i = 0; i < 2; ++i) { // the picture of the sheet is drawn elsewhere
            context.workbench().drain();
            QCoreApplication::processEvents();
        }
        save(&context.window(), u"set-up-sheet"_s);
        page->findChild<QPushButton *>(u"sheetIsSafe"_s)->click();
        save(&context.window(), u"set-up-read-back"_s);
    }

private:
    template <typename Condition>
    void waitFor(Condition condition, const QString &what)
    {
        if (!QTest::qWaitFor(condition, 20000))
            qFatal("this did not come: %s", qPrintable(what));
    }

    void grab(const QString &name)
    {
        m_desk->workbench().drain();
        QCoreApplication::processEvents();
        m_desk->workbench().drain();
        QCoreApplication::processEvents();
        save(&m_desk->window(), name);
    }

    void save(QWidget *widget, const QString &name)
    {
        for (int i = 0; i < 3; ++i) { // layouts that follow from layouts
            QCoreApplication::sendPostedEvents();
            QCoreApplication::processEvents();
        }
        const QString path = u"%1/%2-%3x%4-%5-%6.png"_s.arg(m_look.folder, name)
                                 .arg(m_look.size.width())
                                 .arg(m_look.size.height())
                                 .arg(m_look.language, m_look.theme);
        if (!widget->grab().save(path))
            qFatal("cannot write %s", qPrintable(path));
    }

    void showCase(const domain::VisitId &visit)
    {
        QueueModel *queue = m_desk->window().waitingPage()->queue();
        waitFor([&] { return queue->rowOf(visit) >= 0; }, u"the visit in the queue"_s);
        m_desk->find<QListView>(u"queue"_s)->setCurrentIndex(queue->index(queue->rowOf(visit)));
        waitFor([&] { return !m_desk->find<QLabel>(u"caseName"_s)->text().isEmpty(); }, u"the case"_s);
        grab(u"waiting-case"_s);
        for (QScrollArea *area : m_desk->window().waitingPage()->findChildren<QScrollArea *>())
            area->verticalScrollBar()->setValue(area->verticalScrollBar()->maximum());
        grab(u"waiting-case-end"_s);
    }

    QDialog *dialog()
    {
        for (QWidget *widget : QApplication::topLevelWidgets()) {
            if (auto *found = qobject_cast<QDialog *>(widget); found && found->isVisible())
                return found;
        }
        return nullptr;
    }

    void saveDialog(const QString &name)
    {
        waitFor([&] { return dialog() != nullptr; }, name);
        m_desk->workbench().drain();
        QCoreApplication::processEvents();
        m_desk->workbench().drain();
        save(dialog(), name);
        QDialog *open = dialog();
        if (auto *area = open->findChild<QScrollArea *>(); area && area->verticalScrollBar()->maximum() > 0) {
            area->verticalScrollBar()->setValue(area->verticalScrollBar()->maximum());
            save(open, name + u"-end"_s);
        }
        open->reject();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }

    /// A shortcut works in the active window only, which no window manager names here.
    void press(Qt::Key key)
    {
        QApplication::setActiveWindow(&m_desk->window());
        QTest::keyClick(&m_desk->window(), key);
    }

    static QString tokenOnSite(TestSite &site)
    {
        const auto transaction = must(usecases::beginRead(site.kiosk().at()));
        domain::VisitQuery query;
        query.states = {domain::VisitState::OnSite};
        const auto visits = must(transaction->visits().find(query));
        return must(transaction->badges().ofVisit(visits.front().id)).front().token;
    }

    void showDialogs(TestSite &site)
    {
        press(Qt::Key_F8);
        saveDialog(u"deny"_s);
        press(Qt::Key_F7);
        saveDialog(u"ask"_s);
        press(Qt::Key_F2);
        saveDialog(u"desk"_s);
        for (const QChar character : tokenOnSite(site))
            QTest::keyClick(m_desk->window().windowHandle(), character.toLatin1());
        QTest::keyClick(m_desk->window().windowHandle(), Qt::Key_Return);
        saveDialog(u"badge"_s);
    }

    void showPages()
    {
        const QList<QPair<MainWindow::PageId, QString>> pages{{MainWindow::OnSiteId, u"on-site"_s},
                                                              {MainWindow::InvitationsId, u"invitations"_s},
                                                              {MainWindow::LogId, u"log"_s},
                                                              {MainWindow::StaffPageId, u"staff"_s},
                                                              {MainWindow::SettingsId, u"settings"_s}};
        for (const auto &[id, name] : pages) {
            m_desk->window().showPage(id);
            grab(name);
            if (id == MainWindow::LogId) {
                auto *table = m_desk->window().findChild<QTableView *>(u"logTable"_s);
                waitFor([&] { return table->model()->rowCount() > 0; }, name);
                table->setCurrentIndex(table->model()->index(table->model()->rowCount() - 1, 0));
                grab(name + u"-detail"_s);
            }
        }
        auto *area = m_desk->window().findChild<SettingsPage *>()->findChild<QScrollArea *>();
        area->verticalScrollBar()->setValue(area->verticalScrollBar()->maximum());
        grab(u"settings-end"_s);
    }

    void chooseFirst(const QString &table)
    {
        auto *view = m_desk->find<QTableView>(table);
        waitFor([&] { return view->model()->rowCount() > 0; }, table);
        view->setCurrentIndex(view->model()->index(0, 0));
    }

    /// A round that runs, after those that are due and that not everybody may begin.
    void chooseRunning(const QString &table)
    {
        auto *view = m_desk->find<RecordView>(table);
        for (int row = 0; row < view->records()->rowCount(); ++row) {
            if (view->records()->key(row).startsWith(u"round:"_s))
                view->selectKey(view->records()->key(row));
        }
    }

    /// What the button opens, when it may be pressed.
    void press(const QString &button, const QString &picture)
    {
        auto *one = m_desk->find<QPushButton>(button);
        if (!one->isEnabled())
            return;
        one->click();
        saveDialog(picture);
    }

    void showInvitations()
    {
        m_desk->window().showPage(MainWindow::InvitationsId);
        press(u"newInvitation"_s, u"invitation"_s);
        m_desk->workbench().act(
            m_desk->find<QWidget>(u"invitationsPage"_s),
            [](Seat &seat) {
                const auto session = seat.session();
                usecases::NewInvitation invitation;
                invitation.host = (*session)->staff.id;
                invitation.purpose = domain::PurposeId{u"meeting"_s};
                invitation.from = seat.workplace().clock.now();
                invitation.until = invitation.from.addSecs(4 * 3600);
                return usecases::createInvitation(seat.workplace(), **session, invitation);
            },
            [](const Result<usecases::InvitationMade> &made) { must(made, "invitation"); });
        chooseFirst(u"invitationsTable"_s);
        grab(u"invitations-one"_s);
        press(u"showInvitation"_s, u"invitation-slip"_s);
    }

    void printRollCall()
    {
        QApplication::setActiveWindow(&m_desk->window());
        QTest::keyClick(&m_desk->window(), Qt::Key_F10);
        keepSheets();
    }

    /// Printed sheets as pictures.
    void keepSheets()
    {
        m_desk->workbench().drain();
        QCoreApplication::processEvents();
        m_desk->workbench().drain();
        const QDir folder(m_desk->folder());
        for (const QString &file : folder.entryList({u"*.pdf"_s})) {
            const QString name = u"%1/sheet-%2-%3"_s.arg(m_look.folder, file.section(u'-', 0, 1), m_look.language);
            QProcess::execute(u"pdftoppm"_s, {u"-r"_s, u"70"_s, u"-png"_s, folder.filePath(file), name});
        }
    }

    /// Whatever opens from a button of any page.
    void openEverything()
    {
        for (int id = 0; id <= MainWindow::SettingsId; ++id) {
            m_desk->window().showPage(static_cast<MainWindow::PageId>(id));
            m_desk->workbench().drain();
            QCoreApplication::processEvents();
            QList<QPointer<QPushButton>> buttons;
            for (QPushButton *button : m_desk->find<QStackedWidget>(u"pages"_s)->currentWidget()->findChildren<QPushButton *>())
                buttons.append(button);
            for (const QPointer<QPushButton> &button : buttons)
                openFrom(button, u"page%1"_s.arg(id));
        }
        press(Qt::Key_F4);
        saveDialog(u"read-badge"_s);
        press(Qt::Key_F12);
        saveDialog(u"emergency"_s);
    }

    void openFrom(QPushButton *button, const QString &page)
    {
        if (!button || !button->isVisible() || !button->isEnabled() || button->objectName().isEmpty())
            return;
        const QString name = u"dialog-%1-%2"_s.arg(page, button->objectName());
        QTimer::singleShot(300, m_desk->find<QWidget>(u"pages"_s), [this, name] {
            if (QDialog *open = dialog(); open && qobject_cast<QFileDialog *>(open))
                open->reject();
            else if (open)
                saveDialog(name);
        });
        button->click();
        QTest::qWait(400);
    }

    void showRoom()
    {
        m_desk->window().showPage(MainWindow::RoomId);
        for (const QString &table : {u"roomVisitors"_s, u"roomAccess"_s, u"roomDuties"_s}) {
            m_desk->find<QPushButton>(table + u"Tab"_s)->click();
            chooseFirst(table);
            grab(table);
        }
    }

    void showIncidents()
    {
        m_desk->window().showPage(MainWindow::IncidentsId);
        chooseFirst(u"incidentTable"_s);
        grab(u"incidents"_s);
        press(u"openIncident"_s, u"incident-open"_s);
    }

    void showDuties()
    {
        m_desk->window().showPage(MainWindow::DutiesId);
        auto *tabs = m_desk->find<QTabWidget>(u"dutyTabs"_s);
        const QStringList tables{u"roundTable"_s, u"handoverTable"_s, u"exceptionTable"_s, u"itemTable"_s, u"musterTable"_s};
        for (int tab = 0; tab < tabs->count(); ++tab) {
            tabs->setCurrentIndex(tab);
            chooseFirst(tables[tab]);
            grab(u"duties-"_s + tables[tab]);
            if (tab == 0) {
                chooseRunning(tables[tab]);
                press(u"openRound"_s, u"round"_s);
            }
            if (tab == 1) {
                m_desk->find<QPushButton>(u"printHandover"_s)->click();
                m_desk->workbench().drain();
            }
        }
    }

    Look m_look;
    QApplication &m_application;
    AdminDesk *m_desk = nullptr;
};

QList<Look> wanted(const QStringList &arguments)
{
    const QList<QSize> sizes{{1280, 800}, {1440, 900}, {1920, 1080}};
    QList<Look> looks;
    for (const QSize &size : sizes) {
        for (const QString &language : {u"en"_s, u"zh_CN"_s}) {
            for (const QString &theme : {u"light"_s, u"dark"_s}) {
                const QStringList keys{QString::number(size.width()), language, theme};
                bool all = true;
                for (int i = 2; i < arguments.size(); ++i)
                    all = all && keys.value(i - 2) == arguments[i];
                if (all)
                    looks.append({arguments.value(1), size, language, theme});
            }
        }
    }
    return looks;
}
} // namespace

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    const QStringList arguments = QApplication::arguments();
    if (arguments.size() < 2 || !QDir().mkpath(arguments[1]))
        return 2;
    for (const Look &look : wanted(arguments)) {
        Screens(application, look).runSetUp();
        Screens(application, look).run();
        Screens(application, look).runRoom();
        Screens(application, look).runEmpty();
    }
    return 0;
}
