// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures of every kiosk screen, for people to look at: kioskscreens DIR [FILTER]. Three sizes, two languages, the keyboard
// open on the first and on the last field where there is something to type, high contrast and larger text; the controllers are
// the stand-ins of fake/.
#include "kioskui/kioskui.h"

#include <QDir>
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QImage>
#include <QInputMethod>
#include <QQmlApplicationEngine>
#include <QQmlComponent>
#include <QQuickItem>
#include <QQuickWindow>
#include <QRegularExpression>
#include <QTextStream>
#include <QTranslator>

namespace
{

struct ScreenSize {
    QString name;
    QSize size;
};
struct Look {
    QString name;
    QString language;
    bool highContrast = false;
    bool largeText = false;
};

const QList<ScreenSize> &screenSizes()
{
    static const QList<ScreenSize> sizes = {{"portrait", {1080, 1920}}, {"landscape", {1920, 1080}}, {"small", {1280, 800}}};
    return sizes;
}

const QList<Look> &looks()
{
    static const QList<Look> all = {{"en", "en"},
                                    {"zh", "zh_CN"},
                                    {"contrast", "en", true, false},
                                    {"large", "en", false, true},
                                    {"largezh", "zh_CN", true, true}};
    return all;
}

void settle(int milliseconds)
{
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < milliseconds)
        QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
}

QList<QQuickItem *> textFields(QQuickItem *item)
{
    QList<QQuickItem *> fields;
    if (item->inherits("QQuickTextField") && item->isVisible())
        fields << item;
    for (QQuickItem *child : item->childItems())
        fields << textFields(child);
    return fields;
}

enum class Keyboard { Closed, FirstField, LastField };

QString suffixOf(Keyboard keyboard)
{
    return keyboard == Keyboard::Closed ? QString() : keyboard == Keyboard::FirstField ? "-keys" : "-keyslast";
}

} // namespace

int main(int argc, char *argv[])
{
    gatehouse::kioskui::prepareEnvironment();
    qputenv("QT_QUICK_BACKEND", "software");
    qputenv("QML_DISABLE_DISK_CACHE", "1");
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QGuiApplication app(argc, argv);
    QTextStream err(stderr);
    if (argc < 2) {
        err << "usage: kioskscreens DIR [FILTER]\n";
        return 2;
    }
    const QDir out(QString::fromLocal8Bit(argv[1]));
    out.mkpath(".");
    const QString filter = argc > 2 ? QString::fromLocal8Bit(argv[2]) : QString();

    QQmlApplicationEngine engine;
    gatehouse::kioskui::setUp(engine);
    engine.addImportPath(QStringLiteral(GATEHOUSE_FAKE_DIR));
    QQmlComponent fakeComponent(&engine, QUrl::fromLocalFile(GATEHOUSE_FAKE_DIR "/FakeKiosk.qml"));
    QObject *const kiosk = fakeComponent.create();
    if (!kiosk) {
        err << fakeComponent.errorString();
        return 2;
    }
    kiosk->setParent(&engine);
    engine.setInitialProperties({{"kiosk", QVariant::fromValue(kiosk)}});
    engine.load(QUrl(QString::fromLatin1(gatehouse::kioskui::mainUrl)));
    if (engine.rootObjects().isEmpty())
        return 2;
    auto *window = qobject_cast<QQuickWindow *>(engine.rootObjects().constFirst());
    window->setVisibility(QWindow::Windowed);
    QTranslator translator;

    const QStringList scenes = kiosk->property("scenes").toStringList();
    for (const Look &look : looks()) {
        QCoreApplication::removeTranslator(&translator);
        if (translator.load(gatehouse::kioskui::translationFile(look.language)))
            QCoreApplication::installTranslator(&translator);
        kiosk->setProperty("language", look.language);
        engine.retranslate();
        kiosk->setProperty("highContrast", look.highContrast);
        kiosk->setProperty("largeText", look.largeText);
        for (const ScreenSize &size : screenSizes()) {
            window->resize(size.size);
            for (const QString &scene : scenes) {
                for (const Keyboard keyboard : {Keyboard::Closed, Keyboard::FirstField, Keyboard::LastField}) {
                    const QString name = scene + "-" + size.name + "-" + look.name + suffixOf(keyboard);
                    if (!filter.isEmpty() && !QRegularExpression(filter).match(name).hasMatch())
                        continue;
                    QMetaObject::invokeMethod(kiosk, "show", Q_ARG(QVariant, scene));
                    for (const char *sheet : {"languageSheet", "accessibilitySheet", "startAgainSheet", "cancelSheet"})
                        if (auto *item = window->findChild<QQuickItem *>(QString::fromLatin1(sheet)))
                            QMetaObject::invokeMethod(item, scene == QLatin1String(sheet) ? "open" : "close");
                    settle(60);
                    if (keyboard != Keyboard::Closed) {
                        auto *page = window->property("pageItem").value<QQuickItem *>();
                        const QList<QQuickItem *> fields = page ? textFields(page) : QList<QQuickItem *>();
                        if (fields.isEmpty() || (keyboard == Keyboard::LastField && fields.size() == 1))
                            continue;
                        QQuickItem *field = keyboard == Keyboard::FirstField ? fields.first() : fields.last();
                        window->requestActivate();
                        field->forceActiveFocus(Qt::MouseFocusReason);
                        QGuiApplication::inputMethod()->show();
                        settle(500);
                    }
                    settle(60);
                    window->grabWindow().save(out.filePath(name + ".png"));
                    QGuiApplication::inputMethod()->hide();
                    window->contentItem()->forceActiveFocus();
                    err << name << "\n";
                    err.flush();
                }
            }
        }
    }
    return 0;
}
