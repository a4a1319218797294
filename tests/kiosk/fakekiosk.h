// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kioskui/kioskui.h"

#include <QAccessible>
#include <QMutex>
#include <QQmlApplicationEngine>
#include <QQmlComponent>
#include <QQuickItem>
#include <QQuickWindow>
#include <QTest>
#include <QTranslator>

/// The real page host over the stand-in controllers of fake/. Collects every warning that Qt or QML prints while it lives.
class FakeKiosk
{
public:
    FakeKiosk()
    {
        s_warnings.clear();
        m_previous = qInstallMessageHandler(collect);
        gatehouse::kioskui::setUp(m_engine);
        m_engine.addImportPath(QStringLiteral(GATEHOUSE_FAKE_DIR));
        QQmlComponent component(&m_engine, QUrl::fromLocalFile(QStringLiteral(GATEHOUSE_FAKE_DIR "/FakeKiosk.qml")));
        m_kiosk = component.create();
        if (!m_kiosk)
            qFatal("%s", qPrintable(component.errorString()));
        m_kiosk->setParent(&m_engine);
        m_engine.setInitialProperties({{QStringLiteral("kiosk"), QVariant::fromValue(m_kiosk)}});
        m_engine.load(QUrl(QString::fromLatin1(gatehouse::kioskui::mainUrl)));
        m_window = qobject_cast<QQuickWindow *>(m_engine.rootObjects().value(0));
        if (!m_window)
            qFatal("the page host does not load");
        m_window->setVisibility(QWindow::Windowed);
        m_window->requestActivate();
    }

    ~FakeKiosk() { qInstallMessageHandler(m_previous); }

    QQuickWindow *window() const { return m_window; }
    QObject *controller() const { return m_kiosk; }
    QObject *part(const char *name) const { return m_kiosk->property(name).value<QObject *>(); }
    static QStringList warnings()
    {
        const QMutexLocker lock(&s_mutex);
        return s_warnings;
    }

    void setLanguage(const QString &language)
    {
        QCoreApplication::removeTranslator(&m_translator);
        QVERIFY(m_translator.load(gatehouse::kioskui::translationFile(language)));
        QCoreApplication::installTranslator(&m_translator);
        m_kiosk->setProperty("language", language);
        m_engine.retranslate();
    }

    /// Another page first, so that every scene starts from a fresh page.
    void show(const QString &scene)
    {
        m_kiosk->setProperty("page", "starting");
        QMetaObject::invokeMethod(m_kiosk, "show", Q_ARG(QVariant, scene));
        settle();
    }

    /// Lets bindings, layouts and zero timers come to rest: two frames.
    void settle()
    {
        for (int i = 0; i < 2; ++i) {
            m_window->update();
            QTest::qWait(10);
        }
    }

    QStringList calls() const
    {
        QStringList all = m_kiosk->property("calls").toStringList();
        for (const char *name : {"checkIn", "door", "scan"})
            all += part(name)->property("calls").toStringList();
        return all;
    }

    template <typename Visitor>
    static void visit(QQuickItem *item, const Visitor &visitor)
    {
        if (!item->isVisible())
            return;
        visitor(item);
        const QList<QQuickItem *> children = item->childItems();
        for (QQuickItem *child : children)
            visit(child, visitor);
    }

    static bool isButton(const QQuickItem *item) { return item->inherits("QQuickAbstractButton"); }
    static QString nameOf(QQuickItem *item)
    {
        QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(item);
        return accessible ? accessible->text(QAccessible::Name) : QString();
    }

    /// The visible control or key with this name; the topmost when there are several.
    QQuickItem *find(const QString &name) const
    {
        QQuickItem *found = nullptr;
        visit(m_window->contentItem(), [&](QQuickItem *item) {
            if ((isButton(item) || item->inherits("QQuickTextField") || item->property("keyType").isValid() ||
                 item->property("display").isValid()) &&
                nameOf(item) == name)
                found = item;
        });
        return found;
    }

    /// A finger on the middle of the control, after scrolling it into view by giving it the focus.
    bool press(const QString &name)
    {
        QQuickItem *item = find(name);
        if (!item)
            return false;
        if (isButton(item)) {
            // Buttons that just changed what they do wait for a moment.
            (void)QTest::qWaitFor([&] { return item->isEnabled(); }, 1500);
            item->forceActiveFocus(Qt::TabFocusReason);
            settle();
        }
        const QPoint middle = item->mapToScene({item->width() / 2, item->height() / 2}).toPoint();
        QTest::mouseClick(m_window, Qt::LeftButton, Qt::NoModifier, middle);
        settle();
        return true;
    }

private:
    static void collect(QtMsgType type, const QMessageLogContext &, const QString &message)
    {
        static const QStringList expected = {"XDG_RUNTIME_DIR", "propagateSizeHints"};
        for (const QString &known : expected)
            if (message.contains(known))
                return;
        const QMutexLocker lock(&s_mutex); // pictures are loaded on other threads
        if (type != QtDebugMsg && type != QtInfoMsg)
            s_warnings.append(message);
    }

    static inline QMutex s_mutex;
    static inline QStringList s_warnings;
    QtMessageHandler m_previous = nullptr;
    QQmlApplicationEngine m_engine;
    QTranslator m_translator;
    QObject *m_kiosk = nullptr;
    QQuickWindow *m_window = nullptr;
};
