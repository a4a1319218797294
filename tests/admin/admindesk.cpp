// SPDX-License-Identifier: GPL-3.0-or-later
#include "admindesk.h"

#include "models/queuemodel.h"
#include "windows/arrivals/waitingpage.h"

#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QLineEdit>
#include <QListView>

namespace gatehouse::test
{

using namespace Qt::StringLiterals;

AdminDesk::AdminDesk(QApplication &application, TestSite &site, int undoMs, const QString &language, const QString &theme,
                     int idleMs)
{
    qputenv("GATEHOUSE_CONFIG", site.vaultFolder().toUtf8());
    qputenv("GATEHOUSE_PDF_FOLDER", m_folder.path().toUtf8());
    {
        QSettings settings(settingsFile(), QSettings::IniFormat);
        settings.setValue(u"language"_s, language);
        settings.setValue(u"theme"_s, theme);
        settings.setValue(u"sound"_s, false);
    }
    admin::AdminContext::Parameters parameters;
    parameters.databaseUrl = site.url();
    parameters.settingsFile = settingsFile();
    parameters.window.undoMs = undoMs;
    parameters.window.idleMs = idleMs;
    parameters.cost = security::KeyCost::Minimal;
    parameters.clock = std::shared_ptr<Clock>(&site.clock, [](Clock *) {});
    m_context = std::make_unique<admin::AdminContext>(application, parameters);
    m_context->window().resize(1600, 1000);
    m_context->window().show();
    m_context->window().start();
}

AdminDesk::~AdminDesk() = default;

void AdminDesk::signIn(const QString &number)
{
    QTRY_COMPARE_WITH_TIMEOUT(window().screen(), admin::MainWindow::SignInScreen, 60000);
    if (auto *choice = find<QComboBox>(u"languageChoice"_s); m_context->settings().language() != u"en")
        Q_EMIT choice->activated(choice->currentIndex()); // as somebody who takes the language that the page shows
    find<QLineEdit>(u"staffNumber"_s)->setText(number);
    find<QLineEdit>(u"password"_s)->setText(TestSite::passwordText());
    QTest::keyClick(find<QLineEdit>(u"password"_s), Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(window().screen(), admin::MainWindow::WorkScreen, 60000);
    QTRY_VERIFY_WITH_TIMEOUT(!workbench().directory().purposes.empty(), 60000);
}

void AdminDesk::choose(const domain::VisitId &visit)
{
    admin::QueueModel *queue = window().waitingPage()->queue();
    QTRY_VERIFY_WITH_TIMEOUT(queue->rowOf(visit) >= 0, 10000);
    find<QListView>(u"queue"_s)->setCurrentIndex(queue->index(queue->rowOf(visit)));
    QTRY_VERIFY_WITH_TIMEOUT(!find<QLabel>(u"caseName"_s)->text().isEmpty(), 10000);
}

void AdminDesk::pictures(const QString &name)
{
    using admin::ThemeChoice;
    const QString folder = qEnvironmentVariable("GATEHOUSE_SHOTS");
    if (folder.isEmpty())
        return;
    for (const QSize size : {QSize(1920, 1080), QSize(1280, 800)}) {
        for (const auto &[language, theme] :
             {std::pair(u"zh_CN"_s, ThemeChoice::Dark), std::pair(u"zh_CN"_s, ThemeChoice::Light),
              std::pair(u"en"_s, ThemeChoice::Dark), std::pair(u"en"_s, ThemeChoice::Light)}) {
            window().resize(size);
            m_context->settings().setPersonLanguage(language);
            m_context->settings().setTheme(theme);
            for (int round = 0; round < 3; ++round) { // what is asked anew, and layouts that follow from layouts
                workbench().drain();
                QCoreApplication::processEvents();
            }
            const QString look = theme == ThemeChoice::Dark ? u"dark"_s : u"light"_s;
            window().grab().save(u"%1/%2-%3-%4-%5.png"_s.arg(folder, name, language, look).arg(size.width()));
        }
    }
}

QApplication &testApplication()
{
    return *qobject_cast<QApplication *>(QCoreApplication::instance());
}

domain::Visit visitNow(TestSite &site, const domain::VisitId &id)
{
    auto transaction = must(usecases::beginRead(site.kiosk().at()));
    return must(transaction->visits().byId(id)).value();
}

domain::Visit arrive(TestSite &site, const QString &given, const QString &surname, const std::vector<domain::Item> &items)
{
    usecases::VisitRequest request = site.meeting();
    request.visitors = {};
    request.visitors.push_back(TestSite::visitor(given, surname));
    request.visitors.front().items = items;
    return must(usecases::requestVisit(site.kiosk().at(), request)).front();
}

QDialog *visibleDialog(const QString &name)
{
    for (QWidget *widget : QApplication::topLevelWidgets()) {
        if (auto *dialog = qobject_cast<QDialog *>(widget); dialog && dialog->isVisible() && dialog->objectName() == name)
            return dialog;
    }
    return nullptr;
}

void shootDialog(const QString &dialog, const QString &name)
{
    const QString folder = qEnvironmentVariable("GATEHOUSE_SHOTS");
    if (folder.isEmpty())
        return;
    QCoreApplication::processEvents(); // layouts that follow from layouts
    QVERIFY(visibleDialog(dialog)->grab().save(u"%1/%2.png"_s.arg(folder, name)));
}

} // namespace gatehouse::test
