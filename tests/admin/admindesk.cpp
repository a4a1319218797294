// SPDX-License-Identifier: GPL-3.0-or-later
#include "admindesk.h"

#include <QApplication>

namespace gatehouse::test
{

using namespace Qt::StringLiterals;

AdminDesk::AdminDesk(QApplication &application, TestSite &site, int undoMs, const QString &language, const QString &theme)
{
    qputenv("GATEHOUSE_CONFIG", site.vaultFolder().toUtf8());
    qputenv("GATEHOUSE_PDF_FOLDER", m_folder.path().toUtf8());
    {
        QSettings settings(settingsFile(), QSettings::IniFormat);
        settings.setValue(u"language"_s, language);
        settings.setValue(u"theme"_s, theme);
        settings.setValue(u"sound"_s, false);
        settings.setValue(u"assemblyPoint"_s, u"Car park north"_s);
    }
    admin::AdminContext::Parameters parameters;
    parameters.databaseUrl = site.url();
    parameters.settingsFile = settingsFile();
    parameters.window.undoMs = undoMs;
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
    QTRY_COMPARE_WITH_TIMEOUT(window().screen(), admin::MainWindow::SignInScreen, 10000);
    find<QLineEdit>(u"staffNumber"_s)->setText(number);
    find<QLineEdit>(u"password"_s)->setText(TestSite::passwordText());
    QTest::keyClick(find<QLineEdit>(u"password"_s), Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(window().screen(), admin::MainWindow::WorkScreen, 20000);
}

} // namespace gatehouse::test
