// SPDX-License-Identifier: GPL-3.0-or-later
// The dialogs of the room's duties, each as the person who holds the duty fills it in. With GATEHOUSE_SHOTS=folder each is also
// drawn into a picture there, to be looked at.
#include "admindesk.h"
#include "busysite.h"
#include "domain/roomactions.h"
#include "domain/standing.h"
#include "doorbench.h"
#include "machineroom.h"
#include "models/recordtable.h"
#include "models/visitrows.h"
#include "roomcrew.h"
#include "strangerreport.h"
#include "testprogram.h"
#include "usecases/badges.h"
#include "usecases/exceptions.h"
#include "usecases/incidents.h"
#include "usecases/musters.h"
#include "usecases/rounds.h"
#include "windows/parts/recordview.h"
#include "windows/room/incidentpanel.h"
#include "windows/room/incidentspage.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDialog>
#include <QDir>
#include <QJsonArray>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTabWidget>
#include <QTest>

using namespace gatehouse;
using namespace gatehouse::admin;
using namespace gatehouse::test;
using namespace Qt::StringLiterals;

namespace
{
enum class Tab { Rounds, Handover, Exceptions, Items, Muster };

const domain::RoomBooks &books(TestSite &site)
{
    must(usecases::beginRead(site.admin().at()));
    return site.admin().at().authority.rooms();
}

/// One person at a desk of their own.
class Person
{
public:
    Person(TestSite &site, const QString &number) : desk(testApplication(), site) { desk.signIn(number); }

    void open(Tab tab)
    {
        desk.window().showPage(MainWindow::DutiesId);
        desk.find<QTabWidget>(u"dutyTabs"_s)->setCurrentIndex(static_cast<int>(tab));
    }
    bool can(const QString &button)
    {
        auto *found = desk.window().findChild<QPushButton *>(button);
        return found && found->isVisible() && found->isEnabled();
    }
    /// Chooses the row whose key begins so.
    bool choose(const QString &table, const QString &key)
    {
        auto *view = desk.find<RecordView>(table);
        return QTest::qWaitFor(
            [&] {
                for (int row = 0; row < view->model()->rowCount(); ++row) {
                    const QModelIndex index = view->model()->index(row, 0);
                    view->setCurrentIndex(index);
                    if (view->selectedKey().startsWith(key))
                        return true;
                }
                return false;
            },
            patienceMs);
    }
    bool press(const QString &button)
    {
        if (!QTest::qWaitFor([&] { return can(button); }, patienceMs))
            return false;
        desk.find<QPushButton>(button)->click();
        return true;
    }
    /// Opens the form, fills it in and signs.
    bool sign(const QString &button, const QString &dialog, const std::map<QString, QString> &words)
    {
        if (!press(button) || !QTest::qWaitFor([&] { return visibleDialog(dialog) != nullptr; }, patienceMs))
            return false;
        QDialog *form = visibleDialog(dialog);
        for (const auto &[field, value] : words)
            fill(form, field, value);
        if (const QString folder = qEnvironmentVariable("GATEHOUSE_SHOTS"); !folder.isEmpty())
            form->grab().save(u"%1/%2.png"_s.arg(folder, dialog));
        auto *accept = form->findChild<QPushButton *>(u"formAccept"_s);
        if (!QTest::qWaitFor([&] { return accept->isEnabled(); }, patienceMs))
            return false;
        accept->click();
        return QTest::qWaitFor([&] { return visibleDialog(dialog) == nullptr; }, patienceMs);
    }

    AdminDesk desk;

private:
    static void fill(QDialog *form, const QString &field, const QString &value)
    {
        if (auto *line = form->findChild<QLineEdit *>(field))
            line->setText(value);
        else if (auto *text = form->findChild<QPlainTextEdit *>(field))
            text->setPlainText(value);
        else if (auto *box = form->findChild<QComboBox *>(field))
            box->setCurrentIndex(box->findData(value));
        else if (auto *number = form->findChild<QSpinBox *>(field))
            number->setValue(value.toInt());
        else if (auto *check = form->findChild<QCheckBox *>(field))
            check->setChecked(value == u"yes"_s);
        else
            QFAIL(qPrintable(u"no field "_s + field));
    }
};
} // namespace

class RoomDutiesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everythingThatHappensToAVisitIsSaidInWords_data()
    {
        QTest::addColumn<QString>("action");
        // What can be stated is about a visit unless it is about one of these: a new action is asked for its words.
        static const QStringList elsewhere{
            u"access.*"_s,    u"checklist.*"_s, u"duty.*"_s,     u"emergency.*"_s, u"escort.authorise"_s, u"escort.withdraw"_s,
            u"exception.*"_s, u"fire-*"_s,      u"handover.*"_s, u"incident.*"_s,  u"invitation.*"_s,     u"log.export"_s,
            u"muster.*"_s,    u"paper.print"_s, u"paper.void"_s, u"pass.*"_s,      u"register.*"_s,       u"roll-call.*"_s,
            u"round.*"_s,     u"site.*"_s,      u"staff*"_s,     u"supply.*"_s};
        int rows = 0;
        for (const QString &action : domain::statedActions()) {
            const bool other = std::any_of(elsewhere.begin(), elsewhere.end(), [&](const QString &pattern) {
                return QRegularExpression(QRegularExpression::wildcardToRegularExpression(pattern)).match(action).hasMatch();
            });
            if (!other)
                QTest::newRow(qPrintable(action)) << action;
            rows += other ? 0 : 1;
        }
        QVERIFY(rows >= 33);
    }
    void everythingThatHappensToAVisitIsSaidInWords()
    {
        QFETCH(QString, action);
        domain::LedgerEntry entry;
        entry.action = action;
        const QString words = VisitRows::action(entry, {});
        QVERIFY2(!words.isEmpty() && !words.startsWith(action) && words.at(0).isUpper(), qPrintable(words));
    }
    void whatAnEntrySaysBesidesIsSaidToo_data()
    {
        QTest::addColumn<QString>("action");
        QTest::addColumn<QJsonObject>("details");
        QTest::addColumn<QString>("words");
        const auto row = [](const char *name, const QString &action, const QJsonObject &details, const QString &words) {
            QTest::newRow(name) << action << details << words;
        };
        row("withdrawn", domain::action::visitLapse, {{u"why"_s, u"withdrawn"_s}}, u"Withdrawn by the visitor"_s);
        row("time over", domain::action::visitLapse, {{u"why"_s, u"window"_s}}, u"Lapsed: the time of the visit was over"_s);
        row("unanswered", domain::action::visitLapse, {{u"why"_s, u"unanswered"_s}}, u"Lapsed: nobody answered in time"_s);
        row("alarm", domain::action::alarm, {{u"code"_s, u"face-without-signature"_s}},
            u"Alarm: A badge picture came that nobody signed for; it was not printed"_s);
        row("badge", domain::action::badgeIssue, {{u"serial"_s, u"00000000000012ab"_s}}, u"Badge issued: 00000000000012ab"_s);
        row("lost badge", domain::action::badgeRevoke, {{u"serial"_s, u"00000000000012ab"_s}, {u"state"_s, u"lost"_s}},
            u"Badge lost: 00000000000012ab"_s);
        row("paper", domain::action::paperEnter, {{u"number"_s, 12}}, u"Entered from a paper form: 12"_s);
        row("pick-up", domain::action::visitPickup, {{u"pickup"_s, 7}}, u"Waits with a pick-up number: 7"_s);
        row("item", domain::action::itemDeposit, {{u"kind"_s, u"laptop"_s}, {u"tag"_s, u"31"_s}},
            u"Item handed in: Laptop, tag 31"_s);
    }
    void whatAnEntrySaysBesidesIsSaidToo()
    {
        QFETCH(QString, action);
        QFETCH(QJsonObject, details);
        domain::LedgerEntry entry;
        entry.action = action;
        entry.details = details;
        QTEST(VisitRows::action(entry, {}), "words");
    }
    void aRefusalAtTheDoorSaysWhyAndWhere()
    {
        TestSite site;
        AdminDesk desk(testApplication(), site);
        usecases::HistoryEntry line;
        line.entry.action = domain::action::passageRefuse;
        line.actorName = u"Door"_s;
        line.entry.details = {{u"zone"_s, u"machine-room"_s},
                              {u"findings"_s, QJsonArray{QJsonObject{{u"code"_s, u"briefed"_s}, {u"blocks"_s, false}},
                                                         QJsonObject{{u"code"_s, u"escort-at-limit"_s},
                                                                     {u"blocks"_s, true},
                                                                     {u"basis"_s, QJsonArray{u"2"_s}}}}}};
        desk.signIn(u"1042"_s);
        QTRY_COMPARE(VisitRows::happened(line, desk.workbench().directory()),
                     u"Refused at the door: Machine room · Door\nOne escort may have 2 visitors at most."_s);
    }

    void r26_anExceptionGoesFromHandToHand()
    {
        TestSite site;
        RoomCrew crew(site);
        const auto state = [&] { return books(site).exceptions.all().front().state; };
        {
            Person asks(site, u"3006"_s);
            asks.open(Tab::Exceptions);
            QVERIFY(asks.sign(u"requestException"_s, u"exceptionDialog"_s,
                              {{u"exceptionKind"_s, u"usb"_s},
                               {u"exceptionZone"_s, u"machine-room"_s},
                               {u"exceptionSystem"_s, u"PC 7, front USB"_s},
                               {u"exceptionText"_s, u"Firmware of the cooling unit."_s}}));
            QTRY_COMPARE_WITH_TIMEOUT(books(site).exceptions.all().size(), std::size_t(1), patienceMs);
            QVERIFY(asks.choose(u"exceptionTable"_s, QString()));
            QVERIFY(!asks.can(domain::action::exceptionCheck) && !asks.can(domain::action::exceptionSign)); // nobody's own
        }
        {
            Person supervisor(site, u"3002"_s);
            supervisor.open(Tab::Exceptions);
            QVERIFY(supervisor.choose(u"exceptionTable"_s, QString()));
            QVERIFY(supervisor.press(domain::action::exceptionCheck));
            QTRY_COMPARE_WITH_TIMEOUT(state(), domain::ExceptionState::Checked, patienceMs);
        }
        {
            Person lead(site, u"3001"_s);
            lead.open(Tab::Exceptions);
            QVERIFY(lead.choose(u"exceptionTable"_s, QString()));
            QVERIFY(lead.sign(domain::action::exceptionSign, u"signDialog"_s,
                              {{u"signMaintainer"_s, crew.maintainer.staff.id.text()}}));
            QTRY_COMPARE_WITH_TIMEOUT(state(), domain::ExceptionState::Signed, patienceMs);
        }
        Person maintainer(site, u"3005"_s);
        maintainer.open(Tab::Exceptions);
        QVERIFY(maintainer.choose(u"exceptionTable"_s, QString()));
        QVERIFY(maintainer.press(domain::action::exceptionCarryOut));
        QTRY_COMPARE_WITH_TIMEOUT(state(), domain::ExceptionState::Opened, patienceMs);
        QVERIFY(maintainer.press(domain::action::exceptionRelock));
        QTRY_COMPARE_WITH_TIMEOUT(state(), domain::ExceptionState::Relocked, patienceMs);
    }

    void r26_maintenanceClosesAtOnceWithAReason()
    {
        TestSite site;
        RoomCrew crew(site);
        const usecases::Workplace &at = site.admin().at();
        const domain::ExceptionId id = must(usecases::requestException(
            at, crew.colleague, {u"usb"_s, machineRoom, u"PC 7"_s, site.clock.now().addSecs(3600), u"A test."_s}));
        must(usecases::checkException(at, crew.supervisor, id));
        must(usecases::signException(at, crew.lead, id, crew.maintainer.staff.id));
        must(usecases::carryOutException(at, crew.maintainer, id));
        Person maintainer(site, u"3005"_s);
        maintainer.open(Tab::Exceptions);
        QVERIFY(maintainer.choose(u"exceptionTable"_s, QString()));
        QVERIFY(
            maintainer.sign(domain::action::exceptionClose, u"whyDialog"_s, {{u"whyText"_s, u"Not while the audit runs."_s}}));
        QTRY_VERIFY_WITH_TIMEOUT(books(site).exceptions.all().front().endedBy == crew.maintainer.staff.id, patienceMs);
    }

    // Two desks mark at the same time; a drill keeps its time.
    void r24_twoStationsMarkTheSameDrill()
    {
        TestSite site;
        for (const char *surname : {"Eriksson", "Lind"}) {
            const domain::Visit visit = arrive(site, u"Anna"_s, QString::fromLatin1(surname));
            must(usecases::recordOriginalSeen(site.admin().at(), site.guard(), visit.id));
            must(usecases::approveVisit(site.admin().at(), site.guard(), visit.id));
            must(usecases::issueBadgeAtDesk(site.admin().at(), site.guard(), visit.id));
        }
        Person guard(site, u"1042"_s);
        Person second(site, u"1043"_s);
        guard.open(Tab::Muster);
        second.open(Tab::Muster);
        QVERIFY(guard.sign(u"startMuster"_s, u"musterDialog"_s, {{u"musterKind"_s, u"drill"_s}}));
        QTRY_VERIFY_WITH_TIMEOUT(books(site).musters.running(), patienceMs);
        const domain::MusterId id = books(site).musters.running()->id;
        QVERIFY(QTest::qWaitFor([&] { return second.can(u"endMuster"_s); }, patienceMs));
        const auto markRow = [](Person &person, int row) {
            auto *view = person.desk.find<RecordView>(u"musterTable"_s);
            if (!QTest::qWaitFor([&] { return view->model()->rowCount() == 2; }, patienceMs))
                return false;
            view->setCurrentIndex(view->model()->index(row, 0));
            return person.press(u"markSafe"_s);
        };
        QVERIFY(markRow(guard, 0));
        QVERIFY(markRow(second, 1));
        QTRY_COMPARE_WITH_TIMEOUT(books(site).musters.byId(id)->safe.size(), std::size_t(2), patienceMs);
        site.clock.advance(std::chrono::minutes(4));
        const QAbstractItemModel *rows = second.desk.find<RecordView>(u"musterTable"_s)->model();
        const auto saysSafe = [&](int row) {
            return rows->index(row, rows->columnCount() - 1).data().toString().contains(u"safe"_s);
        };
        QTRY_VERIFY_WITH_TIMEOUT(saysSafe(0) && saysSafe(1), patienceMs); // nobody is missing: nothing is asked
        QVERIFY(second.press(u"endMuster"_s));
        QTRY_VERIFY_WITH_TIMEOUT(books(site).musters.byId(id)->endedAt, patienceMs);
        const domain::Muster muster = *books(site).musters.byId(id);
        QVERIFY(muster.drill && muster.startedAt.secsTo(*muster.endedAt) >= 240);
    }

    // Printed ahead, filled in by hand, typed in later; the one that does not come back is a finding.
    void r24_paperFormsComeBackByNumber()
    {
        TestSite site;
        const domain::Visit visit = arrive(site);
        Person guard(site, u"1042"_s);
        guard.open(Tab::Muster);
        QVERIFY(guard.sign(u"printPapers"_s, u"papersDialog"_s, {{u"paperCount"_s, u"3"_s}}));
        QTRY_VERIFY_WITH_TIMEOUT(!QDir(guard.desk.folder()).entryList({u"*.pdf"_s}).isEmpty(), patienceMs);
        QTRY_COMPARE_WITH_TIMEOUT(books(site).musters.papers().lastPrinted, 3, patienceMs);
        const auto knowsThePapers = [&] {
            if (!guard.press(u"paperBack"_s))
                return false;
            QDialog *form = visibleDialog(u"paperDialog"_s);
            form->reject();
            return form->findChild<QSpinBox *>(u"paperNumber"_s)->maximum() == 3;
        };
        QTRY_VERIFY_WITH_TIMEOUT(knowsThePapers(), patienceMs);
        const QString number = u"V-%1"_s.arg(visit.number);
        QVERIFY(guard.sign(u"paperBack"_s, u"paperDialog"_s, {{u"paperNumber"_s, u"3"_s}, {u"paperVisit"_s, number}}));
        QTRY_COMPARE_WITH_TIMEOUT(books(site).musters.papers().entered, std::set<int>{3}, patienceMs);
        QTRY_COMPARE_WITH_TIMEOUT(books(site).incidents.open().size(), std::size_t(2), patienceMs); // No. 1 and No. 2
        QVERIFY(guard.sign(u"paperBack"_s, u"paperDialog"_s, {{u"paperNumber"_s, u"2"_s}, {u"paperVisit"_s, QString()}}));
        QTRY_COMPARE_WITH_TIMEOUT(books(site).musters.papers().spoiled, std::set<int>{2}, patienceMs);
        QCOMPARE(books(site).musters.papers().missing(), std::vector<int>{1});
    }

    // "Spoiled" is signed and stays: a slip of the fingers is not enough for it.
    void r24_aNumberThatIsNoneVoidsNoPaper_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<bool>("taken");
        QTest::newRow("nothing") << QString() << true;
        QTest::newRow("as printed") << u"V-12"_s << true;
        QTest::newRow("digits") << u"12"_s << true;
        QTest::newRow("small, no hyphen") << u"v12"_s << true;
        QTest::newRow("a space") << u"V 12"_s << false;
        QTest::newRow("a letter behind") << u"12a"_s << false;
        QTest::newRow("nought") << u"V-0"_s << false;
        QTest::newRow("too large a number") << u"99999999999"_s << false;
        QTest::newRow("a word") << u"spoiled"_s << false;
    }
    void r24_aNumberThatIsNoneVoidsNoPaper()
    {
        QFETCH(QString, typed);
        TestSite site;
        Person guard(site, u"1042"_s);
        guard.open(Tab::Muster);
        QVERIFY(guard.press(u"paperBack"_s));
        QTRY_VERIFY_WITH_TIMEOUT(visibleDialog(u"paperDialog"_s), patienceMs);
        QDialog *form = visibleDialog(u"paperDialog"_s);
        form->findChild<QLineEdit *>(u"paperVisit"_s)->setText(typed);
        auto *accept = form->findChild<QPushButton *>(u"formAccept"_s);
        QTEST(accept->isEnabled(), "taken");
        QCOMPARE(form->findChild<QLabel *>(u"formMissing"_s)->text().isEmpty(), accept->isEnabled());
        form->reject();
    }

    void r11_fireEquipmentIsListedCheckedAndTaught()
    {
        TestSite site;
        RoomCrew crew(site);
        {
            Person manager(site, u"1001"_s);
            manager.open(Tab::Rounds);
            QVERIFY(manager.sign(u"fireDevice"_s, u"deviceDialog"_s,
                                 {{u"deviceNumber"_s, u"F-12"_s},
                                  {u"deviceZone"_s, u"machine-room"_s},
                                  {u"deviceKeeper"_s, crew.fireKeeper.staff.id.text()}}));
            QTRY_COMPARE_WITH_TIMEOUT(books(site).rounds.fireDevices().size(), std::size_t(1), patienceMs);
        }
        Person keeper(site, u"3004"_s);
        keeper.open(Tab::Rounds);
        QVERIFY(keeper.choose(u"roundTable"_s, u"device"_s));
        QVERIFY(keeper.sign(u"openRound"_s, u"checkDialog"_s, {{u"checkResult"_s, u"bad"_s}}));
        QTRY_VERIFY_WITH_TIMEOUT(!books(site).rounds.fireDevices().front().lastCheckPassed, patienceMs);
        QTRY_COMPARE_WITH_TIMEOUT(books(site).incidents.open().size(), std::size_t(1), patienceMs);
        QVERIFY(keeper.sign(u"fireTraining"_s, u"trainingDialog"_s, {{u"trainingTo"_s, crew.colleague.staff.id.text()}}));
        const QDate today = site.clock.now().toLocalTime().date();
        QTRY_VERIFY_WITH_TIMEOUT(books(site).rounds.isTrained(crew.colleague.staff.id, today), patienceMs);
    }

    void r10_aRoundIsBegunAndASpotRoundPlanned()
    {
        TestSite site;
        RoomCrew crew(site);
        {
            Person manager(site, u"1001"_s);
            manager.open(Tab::Rounds);
            QVERIFY(manager.press(u"adoptChecklists"_s));
            QTRY_VERIFY_WITH_TIMEOUT(!books(site).rounds.checklists().empty(), patienceMs);
            QVERIFY(
                manager.sign(u"planSpot"_s, u"planDialog"_s, {{u"planZone"_s, u"machine-room"_s}, {u"planDays"_s, u"1"_s}}));
            QTRY_VERIFY_WITH_TIMEOUT(!dueSpot(site).empty(), patienceMs);
        }
        Person keeper(site, u"3003"_s);
        keeper.open(Tab::Rounds);
        QVERIFY(keeper.sign(u"startRound"_s, u"startRoundDialog"_s, {{u"roundList"_s, u"machine-room|scheduled"_s}}));
        QTRY_VERIFY_WITH_TIMEOUT(visibleDialog(u"roundDialog"_s), patienceMs);
        QCOMPARE(books(site).rounds.running().front().kind, domain::RoundKind::Scheduled);
    }

    void noButtonIsCutShort_data()
    {
        QTest::addColumn<int>("width");
        QTest::addColumn<int>("tab");
        for (const int width : {1280, 1440, 1920}) {
            QTest::addRow("rounds at %d", width) << width << static_cast<int>(Tab::Rounds);
            QTest::addRow("media, keys, passes at %d", width) << width << static_cast<int>(Tab::Items);
        }
    }
    void noButtonIsCutShort()
    {
        QFETCH(int, width);
        QFETCH(int, tab);
        TestSite site;
        RoomCrew crew(site);
        fillDuties(site, crew);
        Person manager(site, u"1001"_s);
        manager.desk.window().resize(width, 800);
        manager.open(static_cast<Tab>(tab));
        QWidget *page = manager.desk.find<QTabWidget>(u"dutyTabs"_s)->currentWidget();
        manager.desk.workbench().drain();
        const auto buttons = page->findChildren<QPushButton *>();
        const auto whole = [&](const QPushButton *button) {
            return !button->isVisible() || (button->width() >= button->sizeHint().width() &&
                                            page->rect().contains(QRect(button->mapTo(page, QPoint()), button->size())));
        };
        for (const QPushButton *button : buttons)
            QTRY_VERIFY2(whole(button), qPrintable(button->text()));
        const auto shown = [&] {
            return std::count_if(buttons.cbegin(), buttons.cend(),
                                 [](const QPushButton *button) { return button->isVisible(); });
        };
        QTRY_VERIFY(shown() >= 4);
    }

    void r7_aMediumIsLentCheckedAndComesBack()
    {
        TestSite site;
        RoomCrew crew(site);
        Person keeper(site, u"3003"_s);
        keeper.open(Tab::Items);
        QVERIFY(
            keeper.sign(u"addItem"_s, u"addItemDialog"_s,
                        {{u"itemKind"_s, u"medium"_s}, {u"itemLabel"_s, u"Tape 12"_s}, {u"itemZone"_s, u"machine-room"_s}}));
        QTRY_COMPARE_WITH_TIMEOUT(books(site).items.registered().size(), std::size_t(1), patienceMs);
        const auto tape = [&] { return books(site).items.registered().front(); };
        QVERIFY(keeper.choose(u"itemTable"_s, QString()));
        QVERIFY(keeper.sign(u"lendItem"_s, u"lendDialog"_s,
                            {{u"lendTo"_s, domain::staffSubject(crew.colleague.staff.id)}, {u"lendOut"_s, u"yes"_s}}));
        QTRY_VERIFY_WITH_TIMEOUT(tape().isOut(), patienceMs);
        QVERIFY(keeper.press(u"takeBack"_s)); // without the check it does not come back
        keeper.desk.workbench().drain();
        QVERIFY(tape().isOut());
        QVERIFY(keeper.sign(u"virusCheck"_s, u"virusDialog"_s,
                            {{u"virusTool"_s, u"ClamAV 1.0.7"_s}, {u"virusResult"_s, u"clean"_s}}));
        QTRY_VERIFY_WITH_TIMEOUT(tape().check, patienceMs);
        QCOMPARE(tape().check->by, crew.keeper.staff.id);
        QVERIFY(keeper.press(u"takeBack"_s));
        QTRY_VERIFY_WITH_TIMEOUT(!tape().isOut(), patienceMs);
    }

    void r27_anIncidentIsReportedAndAssigned()
    {
        TestSite site;
        RoomCrew crew(site);
        Person guard(site, u"1042"_s);
        guard.desk.window().showPage(MainWindow::IncidentsId);
        QVERIFY(guard.sign(u"openIncident"_s, u"incidentDialog"_s,
                           {{u"incidentZone"_s, u"machine-room"_s}, {u"incidentText"_s, u"The lock of the rack is bent."_s}}));
        QTRY_COMPARE_WITH_TIMEOUT(books(site).incidents.open().size(), std::size_t(1), patienceMs);
        QVERIFY(guard.sign(u"assignIncident"_s, u"assignDialog"_s, {{u"assignOwner"_s, crew.maintainer.staff.id.text()}}));
        QTRY_VERIFY_WITH_TIMEOUT(books(site).incidents.open().front().owner == crew.maintainer.staff.id, patienceMs);
    }

    // While "was told" is held down, visitors come and go: the list is read again, and the press counts all the same.
    void r27_aButtonOfAnIncidentStaysWhileItIsPressed()
    {
        TestSite site;
        strangerAt(site.kiosk(), machineRoom);
        Person guard(site, u"1042"_s);
        guard.desk.window().showPage(MainWindow::IncidentsId);
        QVERIFY(guard.choose(u"incidentTable"_s, QString()));
        const QString name = u"inform-"_s + domain::informedName(domain::Informed::Guard);
        QTRY_VERIFY_WITH_TIMEOUT(guard.can(name), patienceMs);
        const QPointer<QPushButton> told = guard.desk.find<QPushButton>(name);
        QTest::mousePress(told, Qt::LeftButton);
        QSignalSpy read(guard.desk.window().findChild<IncidentsPage *>(), &IncidentsPage::countChanged);
        must(usecases::requestVisit(site.kiosk().at(), site.meeting()));
        QTRY_VERIFY_WITH_TIMEOUT(!read.isEmpty(), patienceMs);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QVERIFY(told && told->isDown());
        QTest::mouseRelease(told, Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(!books(site).incidents.open().front().informed.empty(), patienceMs);
    }

    void r27_timesOfOneIncidentHaveTheirDatesOrNoneHas()
    {
        TestSite site;
        strangerAt(site.kiosk(), machineRoom);
        site.clock.advance(std::chrono::hours(26));
        Person guard(site, u"1042"_s);
        guard.desk.window().showPage(MainWindow::IncidentsId);
        QVERIFY(guard.choose(u"incidentTable"_s, QString()));
        QVERIFY(guard.press(u"inform-"_s + domain::informedName(domain::Informed::Guard)));
        const auto times = [&](const QString &pattern) {
            int count = 0;
            for (const QLabel *label : guard.desk.window().findChild<IncidentPanel *>()->findChildren<QLabel *>())
                count += static_cast<int>(label->text().count(QRegularExpression(pattern)));
            return count;
        };
        QTRY_VERIFY_WITH_TIMEOUT(times(u"told .*noted"_s) > 0, patienceMs);
        QCOMPARE(times(u"\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d"_s), times(u"\\d\\d:\\d\\d"_s));
    }

    void r24_whoIsHereIsShownToGuardsManagersAndAuditors()
    {
        TestSite site;
        RoomCrew crew(site);
        arrive(site);
        Person keeper(site, u"3003"_s);
        keeper.open(Tab::Muster);
        auto *summary = keeper.desk.find<RecordView>(u"musterTable"_s);
        QTRY_VERIFY_WITH_TIMEOUT(summary->emptyText().contains(u"guards"), patienceMs);
        QCOMPARE(summary->model()->rowCount(), 0);
        QTRY_VERIFY_WITH_TIMEOUT(keeper.can(u"startMuster"_s), patienceMs); // anybody may see the need
    }

    // Whatever page the guard looks at.
    void r4_whoIsInsideWithoutAnEscortIsSaidOverEveryPage()
    {
        DoorBench bench;
        const QString visitor = bench.accepted();
        QVERIFY(bench.enter({visitor, bench.escortBadge}).outcome.admitted);
        Person guard(bench.site, u"1043"_s);
        guard.desk.window().showPage(MainWindow::LogId);
        auto *banner = guard.desk.find<QLabel>(u"doorBannerText"_s);
        guard.desk.workbench().drain();
        QVERIFY(!banner->isVisible());
        bench.say(bench.site.admin(), usecases::signerOf(bench.site.manager()), domain::action::escortWithdraw,
                  domain::staffSubject(bench.escortId), {{u"zone"_s, machineRoom.key}});
        QTRY_VERIFY_WITH_TIMEOUT(banner->isVisible() && banner->text().contains(u"without a valid escort"), patienceMs);
        guard.desk.pictures(u"astray-banner"_s);
        QVERIFY(bench.leave({visitor, bench.escortBadge}).outcome.admitted);
        QTRY_VERIFY_WITH_TIMEOUT(!banner->isVisible() || !banner->text().contains(u"without a valid escort"), patienceMs);
    }

    void r13_theKeeperHandsThePostOver()
    {
        TestSite site;
        RoomCrew crew(site);
        Person keeper(site, u"3003"_s);
        keeper.open(Tab::Handover);
        std::map<QString, QString> words{{u"offerNotes"_s, u"yes"_s}, {u"offerText"_s, u"The cooling hums."_s}};
        for (const QString &code : domain::selfCheckCodes(domain::keeperPost(machineRoom)))
            words.emplace(u"check-"_s + code, u"yes"_s);
        QVERIFY(keeper.sign(u"offerHandover"_s, u"offerDialog"_s, words));
        const QString post = domain::keeperPost(machineRoom);
        QTRY_VERIFY_WITH_TIMEOUT(books(site).handovers.pending(post), patienceMs);
    }

private:
    /// Spot rounds that have come due by tomorrow: until its time nobody sees one.
    static std::vector<domain::DueRound> dueSpot(TestSite &site)
    {
        std::vector<domain::DueRound> due = books(site).rounds.due(site.clock.now().addDays(2));
        std::erase_if(due, [](const domain::DueRound &one) { return one.kind != domain::RoundKind::Spot; });
        return due;
    }
};

GATEHOUSE_TEST(QApplication, RoomDutiesTest);
#include "tst_roomduties.moc"
