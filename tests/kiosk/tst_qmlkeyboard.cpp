// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakekiosk.h"
#include "testprogram.h"

#include <QDirIterator>
#include <QFile>
#include <QJSValue>
#include <QScopeGuard>
#include <QTemporaryDir>

#include <cmath>

/// A machine with an English dictionary, as the keyboard's Debian package brings it where apt installs what it recommends: with
/// one, Qt's own input method would learn the words of visitors, keep them in a file and offer them to the next visitor.
class Machine
{
public:
    Machine()
    {
        write("en_US.aff", "SET UTF-8\n");
        write("en_US.dic", "2\nreason\nrepair\n");
        qputenv("QT_VIRTUALKEYBOARD_HUNSPELL_DATA_PATH", m_folder.path().toLocal8Bit());
        qputenv("XDG_CONFIG_HOME", configFolder().toLocal8Bit());
    }
    QString configFolder() const { return m_folder.filePath("config"); }
    /// As an earlier version left it.
    void writeLearnedWords() const { write("config/qtvirtualkeyboard/hunspell/userdictionary-en_US.txt", "Eriksson\n"); }
    bool hasLearnedWords() const
    {
        return QDirIterator(configFolder() + "/qtvirtualkeyboard", QDir::Files, QDirIterator::Subdirectories).hasNext();
    }

private:
    void write(const QString &name, const QByteArray &content) const
    {
        QDir().mkpath(QFileInfo(m_folder.filePath(name)).path());
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("cannot write %s", qPrintable(name));
    }

    QTemporaryDir m_folder;
};

/// Typing with the keys on the screen: Latin letters, pinyin, names, signs and digits.
class TestQmlKeyboard : public QObject
{
    Q_OBJECT

public:
    explicit TestQmlKeyboard(const Machine &machine) : m_machine(machine) {}

private Q_SLOTS:
    void initTestCase() { m_kiosk = std::make_unique<FakeKiosk>(); }
    void cleanupTestCase();
    void learnedWordsAreRemoved();
    void keys_data();
    void keys();
    void theNextVisitorHasTheirOwnScript_data();
    void theNextVisitorHasTheirOwnScript();
    void keysHaveNames();
    void keysFollowLargerText_data();
    void keysFollowLargerText();
    void nextGoesToTheNextField();
    void theKeyOfTheLastFieldSaysSo_data();
    void theKeyOfTheLastFieldSaysSo();
    void candidatesMoveNothing_data();
    void candidatesMoveNothing();
    void theBarStaysWhereThereIsRoom_data();
    void theBarStaysWhereThereIsRoom();
    void thePageBeginsWhereSomethingIsTyped_data();
    void thePageBeginsWhereSomethingIsTyped();

private:
    QQuickItem *open(const QString &language, const QString &scene, const QString &field, QSize screen = {1080, 1920});

    const Machine &m_machine;
    std::unique_ptr<FakeKiosk> m_kiosk;
};

void TestQmlKeyboard::cleanupTestCase()
{
    m_kiosk.reset(); // and with it whatever wrote files on another thread
    QVERIFY2(!m_machine.hasLearnedWords(), "what visitors typed is kept in a file");
}

QQuickItem *TestQmlKeyboard::open(const QString &language, const QString &scene, const QString &field, QSize screen)
{
    QGuiApplication::inputMethod()->hide();
    m_kiosk->setLanguage(language);
    m_kiosk->window()->resize(screen);
    m_kiosk->show(scene);
    QQuickItem *entry = m_kiosk->find(field);
    if (!entry)
        return nullptr;
    entry->forceActiveFocus(Qt::MouseFocusReason);
    QMetaObject::invokeMethod(entry, "clear");
    QGuiApplication::inputMethod()->show();
    if (!QTest::qWaitFor([] { return QGuiApplication::inputMethod()->isVisible(); }))
        return nullptr;
    m_kiosk->settle();
    return entry;
}

void TestQmlKeyboard::keys_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("scene");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QStringList>("keys");
    QTest::addColumn<QString>("text");
    const QString zhSurname = QString::fromUtf8("姓");
    const QString zhHost = QString::fromUtf8("被访人姓名");
    const auto letters = [](const char *text) { return QString(text).split(QString(), Qt::SkipEmptyParts); };
    QTest::addRow("Latin, first letter capital") << "en"
                                                 << "details"
                                                 << "Surname" << QStringList{"S", "p", "e", "c"} << "Spec";
    QTest::addRow("backspace") << "en"
                               << "details"
                               << "Surname" << QStringList{"S", "p", "Backspace", "t"} << "St";
    QTest::addRow("digits and hyphen") << "en"
                                       << "details"
                                       << "Document number" << QStringList{"X", "0", "-", "9"} << "X0-9";
    QTest::addRow("signs") << "en"
                           << "company"
                           << "Company" << QStringList{"A", "More signs", "&", "More signs", "b"} << "A&b";
    QTest::addRow("telephone pad") << "en"
                                   << "company"
                                   << "Telephone (if you like)" << QStringList{"+", "4", "4"} << "+44";
    QTest::addRow("a date") << "en"
                            << "details"
                            << "Date of birth" << letters("1974-") << "1974-";
    QTest::addRow("a name as a signature") << "en"
                                           << "termsTyped"
                                           << "Type your full name as your signature" << letters("Erik") << "Erik";
    QTest::addRow("what somebody carries") << "en"
                                           << "items"
                                           << "Anything else? (if you like)" << letters("Rope") << "Rope";
    QTest::addRow("an answer to the guard") << "en"
                                            << "question"
                                            << "Your answer" << letters("Yes") << "Yes";
    QTest::addRow("a rack") << "en"
                            << "work"
                            << "Rack or area" << letters("Row") << "Row";
    QTest::addRow("surname first") << "zh_CN"
                                   << "details" << zhSurname << letters("zhang") + QStringList{QString::fromUtf8("张")}
                                   << QString::fromUtf8("张");
    QTest::addRow("space takes the first candidate")
        << "zh_CN"
        << "details" << zhSurname << letters("wang") + QStringList{QString::fromUtf8("空格")} << QString::fromUtf8("王");
    QTest::addRow("a whole name") << "zh_CN"
                                  << "host" << zhHost << letters("zhangwei") + QStringList{QString::fromUtf8("张伟")}
                                  << QString::fromUtf8("张伟");
    QTest::addRow("letters as typed with enter")
        << "zh_CN"
        << "host" << zhHost << letters("li") + QStringList{QString::fromUtf8("完成")} << "li";
    QTest::addRow("erase while composing") << "zh_CN"
                                           << "details" << zhSurname
                                           << letters("lin") + QStringList{QString::fromUtf8("退格"), QString::fromUtf8("李")}
                                           << QString::fromUtf8("李");
}

void TestQmlKeyboard::keys()
{
    QFETCH(QString, language);
    QFETCH(QString, scene);
    QFETCH(QString, field);
    QFETCH(QStringList, keys);
    QFETCH(QString, text);
    QQuickItem *entry = open(language, scene, field);
    QVERIFY(entry);
    QTRY_VERIFY(m_kiosk->find("1"));
    if (language == "zh_CN")
        QTRY_VERIFY(m_kiosk->find("q")); // small letters: the pinyin layout is there
    for (const QString &key : keys) {
        QTRY_VERIFY2(m_kiosk->find(key), qPrintable("no key " + key));
        QVERIFY(m_kiosk->press(key));
    }
    QTRY_COMPARE(entry->property("text").toString(), text);
    QVERIFY2(FakeKiosk::warnings().isEmpty(), qPrintable(FakeKiosk::warnings().join('\n')));
}

void TestQmlKeyboard::theNextVisitorHasTheirOwnScript_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("change");
    QTest::addColumn<QStringList>("keys");
    QTest::addColumn<QString>("text");
    QTest::addRow("Latin after pinyin") << "en"
                                        << "Surname"
                                        << "Chinese or Latin letters" << QStringList{"A", "n", "n", "a"} << "Anna";
    QTest::addRow("pinyin after Latin") << "zh_CN" << QString::fromUtf8("姓") << QString::fromUtf8("切换中文或英文")
                                        << QStringList{"l", "i", QString::fromUtf8("李")} << QString::fromUtf8("李");
}

/// Whatever script somebody changed to before.
void TestQmlKeyboard::theNextVisitorHasTheirOwnScript()
{
    QFETCH(QString, language);
    QFETCH(QString, field);
    QFETCH(QString, change);
    QFETCH(QStringList, keys);
    QFETCH(QString, text);
    QVERIFY(open(language, "details", field));
    const char *const first = language == "en" ? "Q" : "q"; // a name begins with a capital, pinyin does not
    QTRY_VERIFY(m_kiosk->find(first));
    QVERIFY(m_kiosk->press(change));
    QTRY_VERIFY(!m_kiosk->find(first));
    m_kiosk->show("rest");
    QMetaObject::invokeMethod(m_kiosk->controller(), "wiped");
    m_kiosk->settle();
    QQuickItem *entry = open(language, "details", field);
    QVERIFY(entry);
    QTRY_VERIFY(m_kiosk->find(first));
    for (const QString &key : keys) {
        QTRY_VERIFY2(m_kiosk->find(key), qPrintable("no key " + key));
        QVERIFY(m_kiosk->press(key));
    }
    QTRY_COMPARE(entry->property("text").toString(), text);
    QVERIFY2(FakeKiosk::warnings().isEmpty(), qPrintable(FakeKiosk::warnings().join('\n')));
}

void TestQmlKeyboard::keysHaveNames()
{
    QVERIFY(open("en", "details", "Surname"));
    int keys = 0;
    FakeKiosk::visit(m_kiosk->window()->contentItem(), [&](QQuickItem *item) {
        if (!item->property("keyType").isValid() || item->inherits("FillerKey") || !item->property("noKeyEvent").isValid())
            return;
        if (item->property("keyType").toInt() == 5) // filler
            return;
        if (FakeKiosk::nameOf(item).isEmpty() && item->property("key").toInt() != Qt::Key_unknown)
            QFAIL("a key without a name");
        if (!FakeKiosk::nameOf(item).isEmpty())
            ++keys;
    });
    QVERIFY(keys >= 36 + 6); // letters, digits and the keys that do something
}

void TestQmlKeyboard::keysFollowLargerText_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("scene");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QStringList>("keys");
    QTest::addColumn<QSize>("screen");
    for (const QSize &screen : {QSize(1280, 800), QSize(1920, 1080), QSize(1080, 1920)}) {
        const auto row = [&](const char *name) -> QTestData & { return QTest::addRow("%s, %d wide", name, screen.width()); };
        row("letters") << "en"
                       << "host"
                       << "Name of your host" << QStringList() << screen;
        row("signs") << "en"
                     << "host"
                     << "Name of your host" << QStringList{"More signs"} << screen;
        row("telephone pad") << "en"
                             << "company"
                             << "Telephone (if you like)" << QStringList() << screen;
        row("candidates") << "zh_CN"
                          << "host" << QString::fromUtf8("被访人姓名") << QStringList{"l", "i"} << screen;
    }
}

void TestQmlKeyboard::keysFollowLargerText()
{
    QFETCH(QString, language);
    QFETCH(QString, scene);
    QFETCH(QString, field);
    QFETCH(QStringList, keys);
    QFETCH(QSize, screen);
    m_kiosk->controller()->setProperty("largeText", true);
    const auto back = qScopeGuard([this] { m_kiosk->controller()->setProperty("largeText", false); });
    QVERIFY(open(language, scene, field, screen));
    for (const QString &key : keys) {
        QTRY_VERIFY2(m_kiosk->find(key), qPrintable("no key " + key));
        QVERIFY(m_kiosk->press(key));
    }
    const double least = std::ceil(4.9 / 0.714 * m_kiosk->window()->screen()->physicalDotsPerInch() / 25.4);
    QStringList small;
    int captions = 0;
    FakeKiosk::visit(m_kiosk->window()->contentItem(), [&](QQuickItem *item) {
        if (!item->property("keyType").isValid() && item->property("display").typeId() != QMetaType::QString)
            return;
        FakeKiosk::visit(item, [&](QQuickItem *part) {
            const QString text = part->property("text").toString();
            if (!part->inherits("QQuickText") || text.isEmpty())
                return;
            ++captions;
            if (part->property("fontInfo").value<QJSValue>().property("pixelSize").toInt() < least)
                small.append(text);
        });
    });
    QVERIFY(captions >= 12);
    QVERIFY2(small.isEmpty(), qPrintable("smaller than larger text: " + small.join(QLatin1Char(' '))));
}

void TestQmlKeyboard::nextGoesToTheNextField()
{
    QQuickItem *first = open("en", "details", "Surname");
    QVERIFY(first);
    QVERIFY(m_kiosk->press("Next"));
    QTRY_VERIFY(!first->hasActiveFocus());
    QQuickItem *second = m_kiosk->find("Given names");
    QVERIFY(second);
    QTRY_VERIFY(second->hasActiveFocus());
}

void TestQmlKeyboard::theKeyOfTheLastFieldSaysSo_data()
{
    QTest::addColumn<QString>("scene");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("key");
    QTest::newRow("a field follows") << "company"
                                     << "Company"
                                     << "Next";
    QTest::newRow("the last field") << "company"
                                    << "Telephone (if you like)"
                                    << "Done";
    QTest::newRow("the only field") << "leave"
                                    << "Exit code"
                                    << "Done";
}

void TestQmlKeyboard::theKeyOfTheLastFieldSaysSo()
{
    QFETCH(QString, scene);
    QFETCH(QString, field);
    QFETCH(QString, key);
    QVERIFY(open("en", scene, field));
    QTRY_VERIFY(m_kiosk->find(key));
    QVERIFY(!m_kiosk->find(key == "Next" ? "Done" : "Next"));
}

void TestQmlKeyboard::candidatesMoveNothing_data()
{
    QTest::addColumn<QSize>("screen");
    QTest::addColumn<bool>("largeText");
    for (const bool large : {false, true}) {
        QTest::addRow("upright%s", large ? ", larger text" : "") << QSize(1080, 1920) << large;
        QTest::addRow("wide%s", large ? ", larger text" : "") << QSize(1920, 1080) << large;
        QTest::addRow("small%s", large ? ", larger text" : "") << QSize(1280, 800) << large;
    }
}

/// The page keeps its height, back and the way on while pinyin is composed; the field stays in sight, and no room is taken
/// where there is nothing to choose.
void TestQmlKeyboard::candidatesMoveNothing()
{
    QFETCH(QSize, screen);
    QFETCH(bool, largeText);
    m_kiosk->controller()->setProperty("largeText", largeText);
    const auto back = qScopeGuard([this] { m_kiosk->controller()->setProperty("largeText", false); });
    QQuickItem *entry = open("zh_CN", "details", QString::fromUtf8("国籍（选填）"), screen);
    QVERIFY(entry);
    QTRY_VERIFY(m_kiosk->find("q"));
    const auto boxOf = [](const QQuickItem *item) { return item->mapRectToScene({0, 0, item->width(), item->height()}); };
    auto *page = m_kiosk->window()->property("pageItem").value<QQuickItem *>();
    const QList<QString> ways{QString::fromUtf8("返回"), QString::fromUtf8("继续")};
    for (const QString &way : ways)
        QTRY_VERIFY2(m_kiosk->find(way), qPrintable(way));
    QTRY_VERIFY(boxOf(m_kiosk->find("1")).bottom() < screen.height());
    const QRectF before = boxOf(page);
    const QRectF field = boxOf(entry);
    if (screen.height() == 800) // elsewhere the bar stands between them
        QVERIFY2(boxOf(m_kiosk->find("1")).top() - before.bottom() < boxOf(m_kiosk->find("1")).height(), "an empty strip");
    for (const QString &key : {QStringLiteral("l"), QStringLiteral("i")}) {
        QVERIFY(m_kiosk->press(key));
        m_kiosk->settle();
    }
    QQuickItem *candidate = nullptr;
    QTRY_VERIFY((candidate = m_kiosk->find(QString::fromUtf8("李"))));
    QTRY_VERIFY(boxOf(candidate).bottom() <= boxOf(m_kiosk->find("1")).top());
    QCOMPARE(boxOf(page), before);
    QCOMPARE(boxOf(entry), field);
    QVERIFY2(field.bottom() <= boxOf(candidate).top(), "over what is typed");
    for (const QString &way : ways)
        QVERIFY2(m_kiosk->find(way), qPrintable(way));
    QVERIFY(m_kiosk->press(QString::fromUtf8("李")));
    QTRY_VERIFY(!m_kiosk->find(QString::fromUtf8("李")));
}

/// Who has to type anyway need not touch the field first; where there is something to read or to choose, the keyboard would
/// hide it.
void TestQmlKeyboard::theBarStaysWhereThereIsRoom_data()
{
    QTest::addColumn<QSize>("screen");
    QTest::addColumn<bool>("stays");
    QTest::newRow("upright") << QSize(1080, 1920) << true;
    QTest::newRow("wide") << QSize(1920, 1080) << true;
    QTest::newRow("small") << QSize(1280, 800) << false;
}

void TestQmlKeyboard::theBarStaysWhereThereIsRoom()
{
    QFETCH(QSize, screen);
    QFETCH(bool, stays);
    QVERIFY(open("en", "details", "Surname", screen));
    const QQuickItem *guard = m_kiosk->find("Call the guard"); // finds what is visible
    QCOMPARE(guard != nullptr, stays);
    const QQuickItem *key = m_kiosk->find("1");
    QVERIFY(key);
    if (stays)
        QVERIFY(guard->mapToScene(QPointF(0, guard->height())).y() <= key->mapToScene(QPointF(0, 0)).y());
    QGuiApplication::inputMethod()->hide();
    QTRY_VERIFY(m_kiosk->find("Call the guard"));
}

void TestQmlKeyboard::thePageBeginsWhereSomethingIsTyped_data()
{
    QTest::addColumn<QString>("scene");
    QTest::addColumn<QSize>("screen");
    QTest::addColumn<bool>("largeText");
    QTest::addColumn<QString>("field"); // nothing: the keyboard stays away
    const QSize upright(1080, 1920);
    const QSize small(1280, 800);
    QTest::addRow("details by hand") << "details" << upright << false << "Surname";
    QTest::addRow("details by hand, small screen") << "details" << small << false << "Surname";
    QTest::addRow("details by hand, small screen, large text") << "details" << small << true << "";
    QTest::addRow("details that were read") << "detailsRead" << upright << false << "";
    QTest::addRow("host") << "host" << small << false << "Name of your host";
    QTest::addRow("host typed before") << "hostFound" << upright << false << "";
    QTest::addRow("host chosen") << "hostChosen" << upright << false << "";
    QTest::addRow("company filled in") << "company" << upright << false << "";
    QTest::addRow("work in the room") << "work" << upright << false << "Reason, in a few words";
    QTest::addRow("work in the room, small screen") << "work" << small << false << "Reason, in a few words";
    QTest::addRow("work in the room, large text") << "work" << QSize(1920, 1080) << true << "Reason, in a few words";
    QTest::addRow("a tour, all optional") << "workTour" << upright << false << "";
    QTest::addRow("items") << "items" << upright << false << "";
    QTest::addRow("terms") << "terms" << upright << false << "";
    QTest::addRow("a question, to be read first") << "question" << upright << false << "";
    QTest::addRow("leaving") << "leave" << upright << false << "Exit code";
}

void TestQmlKeyboard::thePageBeginsWhereSomethingIsTyped()
{
    QFETCH(QString, scene);
    QFETCH(QSize, screen);
    QFETCH(bool, largeText);
    QFETCH(QString, field);
    QGuiApplication::inputMethod()->hide();
    m_kiosk->setLanguage("en");
    m_kiosk->window()->resize(screen);
    m_kiosk->controller()->setProperty("largeText", largeText);
    const auto back = qScopeGuard([this] { m_kiosk->controller()->setProperty("largeText", false); });
    m_kiosk->settle(); // the screen has its size before a page comes
    m_kiosk->show(scene);
    m_kiosk->settle();
    if (field.isEmpty()) {
        QVERIFY(!QGuiApplication::inputMethod()->isVisible());
        return;
    }
    QQuickItem *entry = m_kiosk->find(field);
    QVERIFY(entry);
    QTRY_VERIFY(entry->hasActiveFocus());
    QTRY_VERIFY(QGuiApplication::inputMethod()->isVisible());
    const auto page = m_kiosk->window()->property("pageItem").value<QQuickItem *>();
    const auto view = page->property("flickable").value<QQuickItem *>();
    const auto shown = [&] {
        return view->mapRectToScene({0, 0, view->width(), view->height()})
            .contains(entry->mapRectToScene({0, 0, entry->width(), entry->height()}));
    };
    QTRY_VERIFY2(shown(), "typed into out of sight");
}

void TestQmlKeyboard::learnedWordsAreRemoved()
{
    m_machine.writeLearnedWords();
    gatehouse::kioskui::removeLearnedWords();
    QVERIFY(!m_machine.hasLearnedWords());
}

static int qmlKeyboardMain(int argc, char **argv)
{
    const Machine machine;
    gatehouse::kioskui::prepareEnvironment();
    qputenv("QML_DISABLE_DISK_CACHE", "1");
    QGuiApplication app(argc, argv);
    QAccessible::setActive(true);
    TestQmlKeyboard test(machine);
    return gatehouse::test::execute(test, argc, argv);
}
GATEHOUSE_TEST_MAIN(TestQmlKeyboard, qmlKeyboardMain);

#include "tst_qmlkeyboard.moc"
