// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/inputguard.h"
#include "kioskbench.h"
#include "testprogram.h"

#include <QCloseEvent>
#include <QGuiApplication>
#include <QKeyEvent>

using namespace gatehouse;
using namespace gatehouse::test;

namespace
{
/// What reaches the window.
class Window : public QObject
{
public:
    bool event(QEvent *event) override
    {
        seen << event->type();
        event->accept();
        return true;
    }
    QList<QEvent::Type> seen;
};
} // namespace

class TestInputGuard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keys_data()
    {
        QTest::addColumn<int>("key");
        QTest::addColumn<Qt::KeyboardModifiers>("modifiers");
        QTest::addColumn<bool>("passes");
        const auto none = Qt::KeyboardModifiers();
        QTest::newRow("Alt+F4") << int(Qt::Key_F4) << Qt::KeyboardModifiers(Qt::AltModifier) << false;
        QTest::newRow("Alt+Tab") << int(Qt::Key_Tab) << Qt::KeyboardModifiers(Qt::AltModifier) << false;
        QTest::newRow("Ctrl+Q") << int(Qt::Key_Q) << Qt::KeyboardModifiers(Qt::ControlModifier) << false;
        QTest::newRow("Ctrl+Alt+T") << int(Qt::Key_T) << Qt::KeyboardModifiers(Qt::ControlModifier | Qt::AltModifier) << false;
        QTest::newRow("Escape") << int(Qt::Key_Escape) << none << false;
        QTest::newRow("F11") << int(Qt::Key_F11) << none << false;
        QTest::newRow("the system key") << int(Qt::Key_D) << Qt::KeyboardModifiers(Qt::MetaModifier) << false;
        QTest::newRow("a letter") << int(Qt::Key_A) << none << true;
        QTest::newRow("a capital") << int(Qt::Key_A) << Qt::KeyboardModifiers(Qt::ShiftModifier) << true;
        QTest::newRow("Return") << int(Qt::Key_Return) << none << true;
        QTest::newRow("Tab") << int(Qt::Key_Tab) << none << true;
        QTest::newRow("Backspace") << int(Qt::Key_Backspace) << none << true;
    }
    void keys()
    {
        QFETCH(int, key);
        QFETCH(Qt::KeyboardModifiers, modifiers);
        QFETCH(bool, passes);
        KioskBench bench;
        kiosk::InputGuard guard(bench.kiosk);
        Window window;
        window.installEventFilter(&guard);
        QKeyEvent press(QEvent::KeyPress, key, modifiers, QString());
        QCoreApplication::sendEvent(&window, &press);
        QCOMPARE(window.seen.contains(QEvent::KeyPress), passes);
    }

    void closing_data()
    {
        QTest::addColumn<bool>("windowed");
        QTest::newRow("an entrance") << false;
        QTest::newRow("a trial in a window") << true;
    }
    void closing()
    {
        QFETCH(bool, windowed);
        KioskBench bench;
        bench.services.settings.windowed = windowed;
        kiosk::InputGuard guard(bench.kiosk);
        Window window;
        window.installEventFilter(&guard);
        QCloseEvent close;
        QCoreApplication::sendEvent(&window, &close);
        QCOMPARE(window.seen.contains(QEvent::Close), windowed);
        QCOMPARE(close.isAccepted(), windowed);
    }
};

GATEHOUSE_TEST(QGuiApplication, TestInputGuard);
#include "tst_inputguard.moc"
