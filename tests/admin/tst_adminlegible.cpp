// SPDX-License-Identifier: GPL-3.0-or-later
// What a person sees of a window is whole, in the language of the moment; and Enter does what the focus says.
#include "admindesk.h"
#include "busysite.h"
#include "style/stylesheet.h"
#include "style/theme.h"
#include "testprogram.h"
#include "usecases/requestvisit.h"
#include "windows/arrivals/waitingpage.h"
#include "windows/parts/formdialog.h"
#include "windows/parts/page.h"
#include "windows/parts/recordview.h"
#include "windows/visits/logpage.h"

#include <QApplication>
#include <QDialog>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QScrollArea>
#include <QStyleOptionFrame>
#include <QTabBar>
#include <QTabWidget>
#include <QTableView>
#include <QVBoxLayout>

using namespace gatehouse;
using namespace gatehouse::admin;
using namespace gatehouse::test;
using namespace Qt::StringLiterals;

class AdminLegibleTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyColourIsAToken()
    {
        const QString sheet = styleSheet(Tokens{});
        static const QRegularExpression colour(u"#[0-9a-fA-F]{3,8}\\b|@\\w+@"_s);
        int found = 0;
        for (auto it = colour.globalMatch(sheet); it.hasNext(); ++found)
            QCOMPARE(it.next().captured(), QColor().name());
        QVERIFY(found > 50);
    }

    void aCasesVerdictsAreWhole_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<int>("width");
        for (const QString &language : {u"en"_s, u"zh_CN"_s}) {
            for (const int width : {1280, 1366, 1440, 1600, 1680, 1920})
                QTest::addRow("%s at %d", qPrintable(language), width) << language << width;
        }
    }
    void aCasesVerdictsAreWhole()
    {
        QFETCH(QString, language);
        QFETCH(int, width);
        TestSite site;
        const domain::VisitId visit = fillFrontDesk(site);
        AdminDesk desk(testApplication(), site, 60000, language);
        desk.window().resize(width, 900);
        desk.signIn(u"1042"_s);
        desk.choose(visit);
        const auto *findings = desk.find<QTableView>(u"findings"_s);
        QTRY_VERIFY(findings->model()->rowCount() > 3);
        desk.workbench().drain();
        QTRY_VERIFY2(findings->horizontalHeader()->length() <= findings->viewport()->width(),
                     qPrintable(u"%1 of %2"_s.arg(findings->viewport()->width()).arg(findings->horizontalHeader()->length())));
    }

    void aLongSentenceOfTheTopBarIsWhole_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("theme");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("English") << u"en"_s << u"light"_s
                                 << u"The log could not be written: this roll call is not in it. Saved as a PDF file: "
                                    "/home/gatehouse/Documents/roll-call-20261127-094210.pdf"_s;
        QTest::newRow("Chinese") << u"zh_CN"_s << u"dark"_s
                                 << u"日志无法写入：此次点名未记入日志。数据库没有立即应答：名单为 09:41 的情况。"
                                    "已存为 PDF 文件：/home/gatehouse/Documents/roll-call-20261127-094210.pdf"_s;
    }
    void aLongSentenceOfTheTopBarIsWhole()
    {
        QFETCH(const QString, language);
        QFETCH(const QString, theme);
        QFETCH(const QString, sentence);
        TestSite site;
        AdminDesk desk(testApplication(), site, 200, language, theme);
        desk.window().resize(1280, 800);
        desk.signIn(u"1001"_s);
        auto *page = desk.window().findChild<LogPage *>();
        desk.window().showPage(MainWindow::LogId);
        const auto *said = desk.find<QLabel>(u"said"_s);
        Q_EMIT page->said(Tone::Bad, sentence);
        QTRY_VERIFY(said->height() >= said->heightForWidth(said->width()));
        QVERIFY(said->heightForWidth(said->width()) >= 3 * said->fontMetrics().height());
        const int high = said->parentWidget()->height();
        if (const QString folder = qEnvironmentVariable("GATEHOUSE_SHOTS"); !folder.isEmpty())
            desk.window().grab().save(u"%1/long-sentence-%2.png"_s.arg(folder, language));
        Q_EMIT page->said(Tone::Good, u"OK"_s);
        QTRY_VERIFY(said->parentWidget()->height() < high);
    }

    void whatStandsInAnEmptyFieldCanBeRead_data()
    {
        QTest::addColumn<QString>("theme");
        QTest::newRow("light") << u"light"_s;
        QTest::newRow("dark") << u"dark"_s;
    }
    void whatStandsInAnEmptyFieldCanBeRead()
    {
        QFETCH(QString, theme);
        TestSite site;
        AdminDesk desk(testApplication(), site, 200, u"en"_s, theme);
        desk.signIn(u"1042"_s);
        const auto *field = desk.find<QLineEdit>(u"find"_s);
        const QColor words = field->palette().color(QPalette::PlaceholderText);
        const admin::Tokens &tokens = admin::tokensOf(field->palette());
        QCOMPARE(words, tokens.muted);
        QCOMPARE(field->palette().color(QPalette::Text), tokens.text);
    }

    void theLogsDetailFollowsTheLanguage()
    {
        TestSite site;
        const domain::Visit parcel = must(usecases::callGuard(site.kiosk().at(), domain::PurposeId{u"delivery"_s}, u"en"_s));
        AdminDesk desk(testApplication(), site);
        desk.signIn(u"1042"_s);
        desk.window().showPage(MainWindow::LogId);
        auto *log = desk.find<QTableView>(u"logTable"_s);
        QTRY_COMPARE(log->model()->rowCount(), 1);
        log->setCurrentIndex(log->model()->index(0, 0));
        const auto *name = desk.find<QLabel>(u"logName"_s);
        const auto *history = desk.find<QTableView>(u"history"_s);
        QTRY_COMPARE(history->model()->rowCount(), 1);
        const auto happened = [&] { return history->model()->index(0, 1).data().toString(); };
        QCOMPARE(name->text(), u"Delivery, not entering"_s);
        QVERIFY(happened().startsWith(u"Registered"));
        desk.context().settings().setPersonLanguage(u"zh_CN"_s);
        QTRY_COMPARE(name->text(), u"送货（不进入）"_s);
        QTRY_VERIFY2(happened().startsWith(u"已登记"), qPrintable(happened()));
        QVERIFY(desk.find<QLabel>(u"proof"_s)->text().contains(u"已由日志核实"));
    }

    void aNameOfOneLongWordLeavesTheProofInSight()
    {
        TestSite site;
        arrive(site, QString(120, u'W'), QString(120, u'M'));
        AdminDesk desk(testApplication(), site);
        desk.window().resize(1280, 800);
        desk.signIn(u"1042"_s);
        desk.window().showPage(MainWindow::LogId);
        auto *log = desk.find<QTableView>(u"logTable"_s);
        QTRY_COMPARE(log->model()->rowCount(), 1);
        log->setCurrentIndex(log->model()->index(0, 0));
        QWidget *details = desk.find<QLabel>(u"logName"_s)->parentWidget();
        QTRY_VERIFY(desk.find<QTableView>(u"history"_s)->model()->rowCount() > 0);
        QTRY_VERIFY(details->width() <= details->parentWidget()->width());
    }

    void aNameOfOneLongWordLeavesTheCaseInSight()
    {
        const QString word(150, u'A');
        TestSite site;
        const domain::VisitId visit = arrive(site, word, word).id;
        AdminDesk desk(testApplication(), site);
        desk.window().resize(1280, 800);
        desk.signIn(u"1042"_s);
        desk.choose(visit);
        const auto *panel = desk.find<QScrollArea>(u"casePanel"_s);
        const auto *name = desk.find<QLabel>(u"caseName"_s);
        QTRY_VERIFY(!name->text().isEmpty());
        QVERIFY2(panel->widget()->minimumSizeHint().width() <= panel->viewport()->width(),
                 qPrintable(QString::number(panel->widget()->minimumSizeHint().width())));
        QVERIFY(name->accessibleName().contains(word)); // read aloud in one
        desk.choose(arrive(site).id);
        QTRY_VERIFY(name->text().contains(u"Eriksson", Qt::CaseInsensitive));
        QVERIFY2(name->accessibleName().isEmpty(), qPrintable(name->accessibleName()));
    }

    void enterLeadsFromTheSearchToWhatWasFound()
    {
        TestSite site;
        arrive(site);
        AdminDesk desk(testApplication(), site);
        desk.signIn(u"1042"_s);
        desk.window().showPage(MainWindow::LogId);
        auto *find = desk.find<QLineEdit>(u"find"_s);
        auto *log = desk.find<QTableView>(u"logTable"_s);
        QApplication::setActiveWindow(&desk.window());
        find->setFocus();
        QTest::keyClicks(find, u"eriksson"_s);
        QTest::keyClick(find, Qt::Key_Return);
        QTRY_VERIFY(log->hasFocus());
        QTRY_COMPARE(log->model()->rowCount(), 1);
    }

    void enterPressesTheButtonThatHasTheFocus_data()
    {
        QTest::addColumn<QString>("button");
        QTest::addColumn<bool>("denied");
        QTest::newRow("on Cancel it cancels") << u"cancelReason"_s << false;
        QTest::newRow("on Deny it denies") << u"confirmReason"_s << true;
    }
    void enterPressesTheButtonThatHasTheFocus()
    {
        QFETCH(QString, button);
        QFETCH(bool, denied);
        TestSite site;
        const domain::Visit visit = arrive(site);
        AdminDesk desk(testApplication(), site, 60000);
        desk.signIn(u"1042"_s);
        desk.choose(visit.id);
        QTest::keyClick(&desk.window(), Qt::Key_F8);
        QTRY_VERIFY(visibleDialog(u"reasonDialog"_s));
        QDialog *dialog = visibleDialog(u"reasonDialog"_s);
        QTest::keyClick(dialog, Qt::Key_1); // now Enter anywhere else would deny
        QTest::keyClick(dialog->findChild<QPushButton *>(button), Qt::Key_Return);
        QTRY_VERIFY(!visibleDialog(u"reasonDialog"_s));
        QCOMPARE(desk.window().decisions().planned().has_value(), denied);
    }

    void aFormSaysWhatIsMissingInWhole()
    {
        FormDialog form(u"askDialog"_s, u"End the count"_s, u"1 person is still missing."_s, u"End it all the same"_s, nullptr);
        form.addLine(u"where"_s, u"The place where whoever is missing was seen last, by whom, and who looks for them now"_s);
        form.addCheck(u"known"_s, u"It is known where they are, or others search for them"_s, true);
        form.show();
        const auto *missing = form.findChild<QLabel *>(u"formMissing"_s);
        const auto *accept = form.findChild<QPushButton *>(u"formAccept"_s);
        for (const bool typed : {false, true}) {
            if (typed)
                form.findChild<QLineEdit *>(u"where"_s)->setText(u"Lobby"_s);
            QCoreApplication::processEvents();
            QVERIFY(!missing->text().isEmpty() && !accept->isEnabled());
            QVERIFY2(missing->height() >= missing->heightForWidth(missing->width()), "no line of it is cut");
            QVERIFY2(missing->geometry().bottom() < accept->geometry().top(), "it has a line of its own");
        }
        QVERIFY2(missing->text().contains(u"search for them"), "which box it waits for");
    }

    void theFieldsOfTheWorkstationHaveRoom()
    {
        TestSite site;
        AdminDesk desk(testApplication(), site);
        desk.signIn(u"1001"_s);
        desk.window().resize(1280, 800);
        desk.window().showPage(MainWindow::SettingsId);
        for (const QString &name : {u"settingPdfFolder"_s, u"settingCamera"_s, u"settingPrinter"_s})
            QTRY_VERIFY2(desk.find<QWidget>(name)->width() >= 240, qPrintable(name));
    }

    void whatIsSearchedForIsSaidInWhole()
    {
        TestSite site;
        AdminDesk desk(testApplication(), site);
        desk.signIn(u"1001"_s);
        desk.window().resize(1280, 800);
        desk.window().showPage(MainWindow::DutiesId);
        auto *find = desk.find<QLineEdit>(u"find"_s);
        Q_EMIT desk.window()
            .findChild<Page *>(u"dutiesPage"_s)
            ->said(Tone::Good, u"Saved as a PDF file: /tmp/a-long-folder/handover-20261125-114100.pdf"_s);
        QCoreApplication::processEvents();
        QStyleOptionFrame option;
        option.initFrom(find);
        QVERIFY(find->style()->subElementRect(QStyle::SE_LineEditContents, &option, find).width() >
                find->fontMetrics().horizontalAdvance(find->placeholderText()));
    }

    void theTabsOfTheDutiesAreAsLargeAsButtons()
    {
        TestSite site;
        AdminDesk desk(testApplication(), site);
        desk.signIn(u"1001"_s);
        desk.window().showPage(MainWindow::DutiesId);
        const auto *bar = desk.find<QTabWidget>(u"dutyTabs"_s)->findChild<QTabBar *>();
        QVERIFY(bar->tabRect(0).height() >= 36);
        QVERIFY2(bar->mapTo(bar->parentWidget(), QPoint()).x() >= 20, "clear of the navigation");
    }

    void aFramedTableEndsWithItsRows()
    {
        RecordTable table;
        table.setColumns({u"What"_s, u"State"_s});
        table.setRows({{u"1"_s, {Cell{u"A"_s}, Cell{u"here"_s, Tone::Good}}}, {u"2"_s, {Cell{u"B"_s}, Cell{}}}});
        QWidget page;
        auto *layout = new QVBoxLayout(&page);
        auto *view = new RecordView(&table, RecordView::Fitted, &page);
        view->setProperty("role", u"framed"_s);
        view->setStretches({1, 0});
        layout->addWidget(view);
        testApplication();
        page.show();
        QCoreApplication::processEvents();
        const int rows = view->rowHeight(0) + view->rowHeight(1);
        QVERIFY(view->viewport()->height() >= rows);
        QVERIFY2(view->viewport()->height() <= rows + 4, "as much room below them as above");
    }
};

GATEHOUSE_TEST(QApplication, AdminLegibleTest);
#include "tst_adminlegible.moc"
