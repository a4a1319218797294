// SPDX-License-Identifier: GPL-3.0-or-later
#include "admincontext.h"
#include "base/commandline.h"
#include "base/databaseurl.h"
#include "base/logging.h"
#include "security/memory.h"
#include "vision/framesource.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QScreen>

#include <cstdio>

namespace
{
using namespace Qt::StringLiterals;

constexpr QSize windowFrame(8, 40); ///< what a window manager puts round a window, at least

/// The database that was named; empty: none was.
QString readCommandLine(int argc, char *argv[])
{
    QCommandLineParser parser;
    parser.setApplicationDescription(u"Gatehouse: the desk of guards and managers."_s);
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption database(u"db"_s, u"Database: sqlite:PATH; without it GATEHOUSE_DB decides."_s, u"url"_s);
    parser.addOption(database);
    gatehouse::readArguments(parser, argc, argv);
    return parser.value(database);
}
} // namespace

int main(int argc, char *argv[])
{
    gatehouse::security::protectMemory(argv);
    gatehouse::setUpLogging();
    QCoreApplication::setApplicationName(u"gatehouse-admin"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(GATEHOUSE_VERSION));
    gatehouse::admin::AdminContext::Parameters parameters;
    parameters.databaseUrl = readCommandLine(argc, argv);

    if (!gatehouse::security::startSecurity()) {
        qCCritical(gatehouse::lcAdmin) << "libsodium does not start";
        return 2;
    }
    const QString url = parameters.databaseUrl.isEmpty() ? qEnvironmentVariable("GATEHOUSE_DB") : parameters.databaseUrl;
    if (gatehouse::isServerDatabase(url)) {
        std::fprintf(stderr, "gatehouse-admin: %s\n", qPrintable(gatehouse::noServerYet()));
        return 2;
    }
    gatehouse::scanning::FrameSource::prepare();
    QApplication application(argc, argv);
    QApplication::setDesktopFileName(u"gatehouse-admin"_s);
    gatehouse::admin::AdminContext context(application, parameters);
    // With its frame the window does not fit on a small screen: its lowest buttons would stand under the edge.
    const QSize room = QGuiApplication::primaryScreen()->availableSize() - windowFrame;
    const bool fits = room.width() >= context.window().width() && room.height() >= context.window().height();
    context.window().setWindowState(fits ? Qt::WindowNoState : Qt::WindowMaximized);
    context.window().show();
    context.window().start();
    return QApplication::exec();
}
