// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "appsettings.h"
#include "windows/mainwindow.h"

#include <QTranslator>

#include <memory>

class QApplication;

namespace gatehouse::admin
{

/// The composition root of gatehouse-admin: builds settings, workbench and window out of the command line and owns them.
class AdminContext
{
public:
    struct Parameters {
        QString databaseUrl;
        QString settingsFile; ///< empty: the user's own
        MainWindow::Options window;
        security::KeyCost cost = security::KeyCost::Moderate;
        std::shared_ptr<Clock> clock; ///< null: the system's
    };

    AdminContext(QApplication &application, const Parameters &parameters);
    ~AdminContext();

    MainWindow &window() { return *m_window; }
    Workbench &workbench() { return *m_workbench; }
    AppSettings &settings() { return *m_settings; }

private:
    void applyLanguage();

    QApplication &m_application;
    QTranslator m_translator;
    QTranslator m_sharedTranslator;
    QTranslator m_qtTranslator;
    std::unique_ptr<AppSettings> m_settings;
    std::unique_ptr<Workbench> m_workbench;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace gatehouse::admin
