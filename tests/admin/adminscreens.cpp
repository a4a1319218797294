// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures of every window of the admin app over a real site, to be looked at: adminscreens FOLDER [SIZE [LANGUAGE [THEME]]].
// Without the last three: every size, both languages, light and dark.
#include "admindesk.h"
#include "models/queuemodel.h"
#include "usecases/badges.h"
#include "windows/settingspage.h"
#include "windows/setuppage.h"
#include "windows/waitingpage.h"

#include <QApplication>
#include <QBuffer>
#include <QDialog>
#include <QDir>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QScrollArea>
#include <QScrollBar>
#include <QTableView>

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

QByteArray drawnPicture(QSize size, const QColor &colour, const QString &words)
{
    QImage picture(size, QImage::Format_RGB32);
    picture.fill(colour.lighter(170));
    QPainter painter(&picture);
    painter.setPen(colour);
    painter.setBrush(colour);
    painter.drawEllipse(QPointF(size.width() * 0.5, size.height() * 0.4), size.height() * 0.2, size.height() * 0.24);
    painter.drawText(picture.rect().adjusted(20, 20, -20, -20), Qt::AlignBottom, words);
    painter.end();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    picture.save(&buffer, "JPG", 85);
    return bytes;
}

usecases::VisitorInput fullVisitor(const QString &given, const QString &surname)
{
    usecases::VisitorInput visitor = TestSite::visitor(given, surname);
    visitor.portrait = drawnPicture({480, 640}, QColor(0x40, 0x60, 0x80), {});
    visitor.document = drawnPicture({1016, 640}, QColor(0x70, 0x70, 0x50), u"SPECIMEN"_s);
    visitor.record.fields.push_back(
        {u"address"_s, u"1840 Upper Harbour Promenade, Building C, Port Example"_s, domain::FieldSign::Read});
    visitor.record.fields.push_back(
        {u"issuingState"_s, u"Department of Licensing of the State of Example"_s, domain::FieldSign::Checked});
    for (const QString &kind : {u"laptop"_s, u"usb-storage"_s}) {
        domain::Item item;
        item.kind = kind;
        item.count = kind == u"laptop" ? 1 : 3;
        visitor.items.push_back(item);
    }
    visitor.record.itemsNote = u"a measuring instrument in a case"_s;
    return visitor;
}

domain::VisitId fillSite(TestSite &site)
{
    usecases::VisitRequest party = site.meeting();
    party.purpose = domain::PurposeId{u"maintenance"_s};
    party.visitors.clear();
    party.visitors.push_back(fullVisitor(u"Anna Maria"_s, u"Eriksson-Montgomery"_s));
    party.visitors.push_back(fullVisitor(u"Yusuf Ali"_s, u"Demir"_s));
    const auto waiting = must(usecases::requestVisit(site.kiosk().at(), party));
    for (const QString &surname : {u"王小明"_s, u"Okafor"_s}) {
        usecases::VisitRequest request = site.meeting();
        request.visitors = {};
        request.visitors.push_back(fullVisitor({}, surname));
        const domain::Visit visit = must(usecases::requestVisit(site.kiosk().at(), request)).front();
        must(usecases::recordOriginalSeen(site.admin().at(), site.guard(), visit.id));
        must(usecases::approveVisit(site.admin().at(), site.guard(), visit.id));
        must(usecases::issueBadgeAtDesk(site.admin().at(), site.guard(), visit.id));
    }
    site.approvedVisit();
    return waiting.front().id;
}

class Screens
{
public:
    Screens(QApplication &application, Look look) : m_look(std::move(look)), m_application(application) {}

    void run()
    {
        TestSite site;
        const domain::VisitId waiting = fillSite(site);
        AdminDesk desk(m_application, site, 60000, m_look.language, m_look.theme);
        m_desk = &desk;
        desk.window().resize(m_look.size);
        waitFor([&] { return desk.window().screen() == MainWindow::SignInScreen; });
        grab(u"sign-in"_s);
        desk.find<QPushButton>(u"haveCode"_s)->click();
        grab(u"sign-in-first"_s);
        desk.signIn(u"1001"_s);
        grab(u"waiting-none"_s);
        showCase(waiting);
        showDialogs(site);
        showPages();
        desk.window().lock();
        grab(u"lock"_s);
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
        waitFor([&] { return context.window().screen() == MainWindow::SetupScreen; });
        save(&context.window(), u"set-up"_s);
        auto *page = context.window().findChild<SetupPage *>();
        const auto fill = [&](const QString &name, const QString &text) { page->findChild<QLineEdit *>(name)->setText(text); };
        fill(u"siteNameField"_s, u"Harbour Call Centre"_s);
        fill(u"managerName"_s, u"Chen Yu"_s);
        fill(u"managerNumber"_s, u"1001"_s);
        fill(u"newPassword"_s, TestSite::passwordText());
        fill(u"repeatPassword"_s, TestSite::passwordText());
        page->findChild<QPushButton *>(u"makeSite"_s)->click();
        waitFor([&] { return page->findChild<QLabel *>(u"recoverySecret"_s)->isVisible(); });
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
    void waitFor(Condition condition)
    {
        if (!QTest::qWaitFor(condition, 20000))
            qFatal("a window did not come");
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
        QCoreApplication::processEvents();
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
        waitFor([&] { return queue->rowOf(visit) >= 0; });
        m_desk->find<QListView>(u"queue"_s)->setCurrentIndex(queue->index(queue->rowOf(visit)));
        waitFor([&] { return !m_desk->find<QLabel>(u"caseName"_s)->text().isEmpty(); });
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
        waitFor([&] { return dialog() != nullptr; });
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
        auto *find = m_desk->find<QLineEdit>(u"find"_s);
        QTest::keyClicks(find, tokenOnSite(site));
        QTest::keyClick(find, Qt::Key_Return);
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
                waitFor([&] { return table->model()->rowCount() > 0; });
                table->setCurrentIndex(table->model()->index(0, 0));
                grab(name + u"-detail"_s);
            }
        }
        auto *area = m_desk->window().findChild<SettingsPage *>()->findChild<QScrollArea *>();
        area->verticalScrollBar()->setValue(area->verticalScrollBar()->maximum());
        grab(u"settings-end"_s);
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
    }
    return 0;
}
