// SPDX-License-Identifier: GPL-3.0-or-later
#include "admincontext.h"
#include "base/commandline.h"
#include "base/databaseurl.h"
#include "base/logging.h"
#include "security/memory.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QScreen>

#include <cstdio>

namespace
{
constexpr QSize windowFrame(8, 40); ///< what a window manager puts round a window, at least
} // namespace

int main(int argc, char *argv[])
{
    using namespace Qt::StringLiterals;
    gatehouse::security::protectMemory(argv);
    gatehouse::setUpLogging();
    if (gatehouse::asksForUsage(argc, argv))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    QApplication::setApplicationName(u"gatehouse-admin"_s);
    QApplication::setApplicationVersion(QStringLiteral(GATEHOUSE_VERSION));
    QApplication::setDesktopFileName(u"gatehouse-admin"_s);

    QCommandLineParser parser;
    parser.setApplicationDescription(u"Gatehouse: the desk of guards and managers."_s);
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption database(u"db"_s, u"Database: sqlite:PATH; without it GATEHOUSE_DB decides."_s, u"url"_s);
    parser.addOption(database);
    gatehouse::readArguments(parser);

    if (!gatehouse::security::startSecurity()) {
        qCCritical(gatehouse::lcAdmin) << "libsodium does not start";
        return 2;
    }
    gatehouse::admin::AdminContext::Parameters parameters;
    parameters.databaseUrl = parser.value(database);
    const QString url = parameters.databaseUrl.isEmpty() ? qEnvironmentVariable("GATEHOUSE_DB") : parameters.databaseUrl;
    if (gatehouse::isServerDatabase(url)) {
        std::fprintf(stderr, "gatehouse-admin: %s\n", qPrintable(gatehouse::noServerYet()));
        return 2;
    }
    gatehouse::admin::AdminContext context(application, parameters);
    // With its frame the window does not fit on a small screen: its lowest buttons would stand under the edge.
    const QSize room = QGuiApplication::primaryScreen()->availableSize() - windowFrame;
    const bool fits = room.width() >= context.window().width() && room.height() >= context.window().height();
    context.window().setWindowState(fits ? Qt::WindowNoState : Qt::WindowMaximized);
    context.window().show();
    context.window().start();
    return QApplication::exec();
}
