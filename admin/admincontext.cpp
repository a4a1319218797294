// SPDX-License-Identifier: GPL-3.0-or-later
#include "admincontext.h"

#include "base/databaseurl.h"

#include <QApplication>
#include <QLibraryInfo>

static void initResources()
{
    Q_INIT_RESOURCE(admin);
}

namespace gatehouse::admin
{

using namespace Qt::StringLiterals;

AdminContext::AdminContext(QApplication &application, const Parameters &parameters)
    : m_application(application), m_settings(std::make_unique<AppSettings>(parameters.settingsFile))
{
    initResources();
    const QString url = parameters.databaseUrl.isEmpty() ? defaultDatabaseUrl() : parameters.databaseUrl;
    SeatPlan plan;
    plan.databaseUrl = url;
    plan.vaultFolder = security::StationVault::defaultFolder(url);
    plan.clock = parameters.clock ? parameters.clock : std::make_shared<SystemClock>();
    plan.randomness = std::make_shared<SystemRandomness>();
    plan.cost = parameters.cost;
    applyTheme(application, m_settings->theme());
    applyLanguage();
    m_workbench = std::make_unique<Workbench>(plan);
    m_window = std::make_unique<MainWindow>(*m_workbench, *m_settings, parameters.window);
    QObject::connect(m_settings.get(), &AppSettings::themeChanged, m_window.get(),
                     [this] { applyTheme(m_application, m_settings->theme()); });
    QObject::connect(m_settings.get(), &AppSettings::languageChanged, m_window.get(), [this] { applyLanguage(); });
}

AdminContext::~AdminContext() = default;

void AdminContext::applyLanguage()
{
    for (QTranslator *translator : {&m_translator, &m_sharedTranslator, &m_qtTranslator})
        QCoreApplication::removeTranslator(translator);
    const QString language = m_settings->language();
    QLocale::setDefault(QLocale(language));
    const auto install = [](QTranslator &translator, bool loaded) {
        if (loaded)
            QCoreApplication::installTranslator(&translator);
    };
    install(m_qtTranslator, m_qtTranslator.load(u"qtbase_"_s + language, QLibraryInfo::path(QLibraryInfo::TranslationsPath)));
    install(m_sharedTranslator, m_sharedTranslator.load(u":/i18n/shared_%1.qm"_s.arg(language)));
    install(m_translator, m_translator.load(u":/i18n/admin_%1.qm"_s.arg(language)));
}

} // namespace gatehouse::admin
