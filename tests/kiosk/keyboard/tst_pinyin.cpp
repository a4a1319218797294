// SPDX-License-Identifier: GPL-3.0-or-later
#include "keyboard/keyboarddata.h"
#include "keyboard/namecandidates.h"
#include "keyboard/pinyinengine.h"
#include "testprogram.h"

#include <QDirIterator>
#include <QTemporaryDir>
#include <QTest>

using namespace gatehouse::keyboard;

class TestPinyin : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void words_data();
    void words();
    void choosingPartsOfASentence();
    void nothingIsLearnt();
    void nothingIsWritten();
    void missingDataIsAnError();
    void rank_data();
    void rank();
    void compose_data();
    void compose();

private:
    void type(const QString &letters);
    static QStringList filesOf(const QString &folder);

    QTemporaryDir m_temporary;
    QStringList m_data; ///< the files of the engine before it is set up
    std::unique_ptr<PinyinEngine> m_engine;
};

QStringList TestPinyin::filesOf(const QString &folder)
{
    QStringList files;
    for (QDirIterator it(folder, QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot, QDirIterator::Subdirectories);
         it.hasNext();)
        files << it.next();
    files.sort();
    return files;
}

void TestPinyin::initTestCase()
{
    QVERIFY(m_temporary.isValid());
    qputenv("TMPDIR", QFile::encodeName(m_temporary.path()));
    m_data = filesOf(rimeDataFolder());
    QVERIFY(!m_data.isEmpty());
}

void TestPinyin::init()
{
    auto engine = PinyinEngine::create(rimeDataFolder());
    QVERIFY2(engine.has_value(), engine ? "" : qPrintable(engine.error().detail));
    m_engine = std::move(*engine);
}

void TestPinyin::type(const QString &letters)
{
    for (const QChar letter : letters)
        QVERIFY(m_engine->typeLetter(letter.toLatin1()));
}

void TestPinyin::words_data()
{
    QTest::addColumn<QString>("letters");
    QTest::addColumn<QString>("first");
    QTest::newRow("hello") << "nihao" << QString::fromUtf8("你好");
    QTest::newRow("Beijing") << "beijing" << QString::fromUtf8("北京");
    QTest::newRow("company") << "gongsi" << QString::fromUtf8("公司");
    QTest::newRow("maintenance") << "weihu" << QString::fromUtf8("维护");
}

void TestPinyin::words()
{
    QFETCH(QString, letters);
    QFETCH(QString, first);
    type(letters);
    QVERIFY(m_engine->isComposing());
    QCOMPARE(m_engine->letters(), letters);
    QCOMPARE(m_engine->candidates(5).value(0), first);
    m_engine->choose(0);
    QCOMPARE(m_engine->takeCommit(), first);
    QVERIFY(!m_engine->isComposing());
}

void TestPinyin::choosingPartsOfASentence()
{
    type("wangjianguo");
    QCOMPARE(m_engine->syllables(), QString("wang jian guo"));
    const int place = int(m_engine->candidates(60).indexOf(QString::fromUtf8("王")));
    QVERIFY(place >= 0);
    m_engine->choose(place);
    QVERIFY(m_engine->isComposing());
    QVERIFY(m_engine->syllables().startsWith(QString::fromUtf8("王")));
    m_engine->eraseLetter();
    m_engine->clear();
    QVERIFY(!m_engine->isComposing());
    QVERIFY(m_engine->candidates(5).isEmpty());
}

void TestPinyin::nothingIsLearnt()
{
    type("shi");
    const QStringList before = m_engine->candidates(20);
    QVERIFY(before.size() > 9);
    for (int i = 0; i < 5; ++i) {
        m_engine->choose(9);
        QCOMPARE(m_engine->takeCommit(), before.at(9));
        type("shi");
    }
    QCOMPARE(m_engine->candidates(20), before);
}

/// Whoever kills a kiosk leaves nothing behind.
void TestPinyin::nothingIsWritten()
{
    type("nihao");
    m_engine->choose(0);
    QCOMPARE(filesOf(m_temporary.path()), QStringList());
    QCOMPARE(filesOf(rimeDataFolder()), m_data);
}

void TestPinyin::missingDataIsAnError()
{
    const auto engine = PinyinEngine::create("/nonexistent");
    QVERIFY(!engine);
    QCOMPARE(engine.error().code, gatehouse::ErrorCode::NotFound);
}

void TestPinyin::rank_data()
{
    QTest::addColumn<QString>("letters");
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("first");
    const auto row = [](const char *letters, const char *before, const char *first) {
        QTest::addRow("%s after '%s'", letters, before) << letters << QString::fromUtf8(before) << QString::fromUtf8(first);
    };
    row("zhang", "", "张");
    row("li", "", "李");
    row("liu", "", "刘");
    row("chen", "", "陈");
    row("yang", "", "杨");
    row("zhao", "", "赵");
    row("wu", "", "吴");
    row("xu", "", "徐");
    row("sun", "", "孙");
    row("lin", "", "林");
    row("wei", "张", "伟");
    row("jing", "李", "静");
    row("qiang", "王", "强");
    row("li", "王", "丽");
}

void TestPinyin::rank()
{
    QFETCH(QString, letters);
    QFETCH(QString, before);
    QFETCH(QString, first);
    type(letters);
    const QStringList candidates = m_engine->candidates(60);
    const QStringList ranked = rankForName(candidates, before);
    QCOMPARE(ranked.value(0), first);
    QStringList sortedBefore = candidates, sortedAfter = ranked;
    sortedBefore.sort();
    sortedAfter.sort();
    QCOMPARE(sortedAfter, sortedBefore); // nothing is lost or added
}

void TestPinyin::compose_data()
{
    QTest::addColumn<QString>("syllables");
    QTest::addColumn<QString>("first");
    const auto row = [](const char *syllables, const char *first) {
        QTest::addRow("%s", syllables) << syllables << QString::fromUtf8(first);
    };
    row("zhang wei", "张伟");
    row("li na", "李娜");
    row("wang xiao ming", "王晓明");
    row("ou yang jing", "欧阳静");
    row("zhang", "");
    row("qqq wei", "");
    row("zhang wei wei wei", "");
    row("", "");
}

void TestPinyin::compose()
{
    QFETCH(QString, syllables);
    QFETCH(QString, first);
    const QStringList names = composeNames(syllables, 4);
    QVERIFY(names.size() <= 4);
    QCOMPARE(names.value(0), first);
}

GATEHOUSE_TEST(QCoreApplication, TestPinyin);
#include "tst_pinyin.moc"
