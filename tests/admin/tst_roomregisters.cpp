// SPDX-License-Identifier: GPL-3.0-or-later
// What the room's people keep in lists, through the admin app's windows over a real site: leavers, checklists and supply,
// registers, places. With GATEHOUSE_SHOTS=folder the dialogs are also drawn into pictures there, to be looked at.
#include "admindesk.h"
#include "domain/roomactions.h"
#include "machineroom.h"
#include "models/recordtable.h"
#include "roomcrew.h"
#include "testprogram.h"
#include "usecases/badges.h"
#include "usecases/definezone.h"
#include "usecases/incidents.h"
#include "usecases/musters.h"
#include "usecases/roomitems.h"
#include "usecases/rounds.h"
#include "usecases/staffbadges.h"
#include "usecases/stations.h"
#include "windows/parts/recordview.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDialog>
#include <QDir>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QSpinBox>
#include <QTabWidget>
#include <QTableWidget>

using namespace gatehouse;
using namespace gatehouse::admin;
using namespace gatehouse::test;
using namespace Qt::StringLiterals;

namespace
{
enum DutyTabPlace { RoundsPlace = 0, ItemsPlace = 3, MusterPlace = 4 };

const domain::RoomBooks &booksNow(TestSite &site)
{
    must(usecases::beginRead(site.admin().at()));
    return site.admin().at().authority.rooms();
}

/// The open incidents' kinds.
std::vector<domain::IncidentKind> openKinds(TestSite &site)
{
    std::vector<domain::IncidentKind> kinds;
    for (const domain::Incident &incident : booksNow(site).incidents.open())
        kinds.push_back(incident.kind);
    return kinds;
}

/// Until the pages have read what there is.
void settle(AdminDesk &desk)
{
    QTRY_VERIFY_WITH_TIMEOUT(!desk.workbench().directory().staff.empty(), patienceMs);
    for (int i = 0; i < 3; ++i) {
        desk.workbench().drain();
        QCoreApplication::processEvents();
    }
}

void openTab(AdminDesk &desk, DutyTabPlace place)
{
    desk.window().showPage(MainWindow::DutiesId);
    desk.find<QTabWidget>(u"dutyTabs"_s)->setCurrentIndex(place);
}

void press(AdminDesk &desk, const QString &button, const QString &dialog)
{
    QTRY_VERIFY_WITH_TIMEOUT(desk.find<QPushButton>(button)->isVisible() && desk.find<QPushButton>(button)->isEnabled(),
                             patienceMs);
    desk.find<QPushButton>(button)->click();
    QTRY_VERIFY_WITH_TIMEOUT(visibleDialog(dialog), patienceMs);
}

void chooseIn(const QString &dialog, const QString &box, const QString &code)
{
    auto *choice = visibleDialog(dialog)->findChild<QComboBox *>(box);
    QVERIFY2(choice->findData(code) >= 0, qPrintable(box));
    choice->setCurrentIndex(choice->findData(code));
}

QPushButton *acceptOf(const QString &dialog)
{
    return visibleDialog(dialog)->findChild<QPushButton *>(u"formAccept"_s);
}

void selectRow(AdminDesk &desk, const QString &view, const QString &key)
{
    auto *records = desk.find<RecordView>(view);
    QTRY_VERIFY_WITH_TIMEOUT(records->records()->rowOf(key) >= 0, patienceMs);
    records->selectKey(key);
}

/// One more line in the open list dialog.
void addLine(const QString &dialog, const QString &kind, const QStringList &texts)
{
    visibleDialog(dialog)->findChild<QPushButton *>(u"listAdd"_s)->click();
    auto *table = visibleDialog(dialog)->findChild<QTableWidget *>(u"listTable"_s);
    const int row = table->rowCount() - 1;
    auto *box = qobject_cast<QComboBox *>(table->cellWidget(row, 0));
    box->setCurrentIndex(box->findData(kind));
    for (int i = 0; i < texts.size(); ++i)
        table->item(row, i + 1)->setText(texts[i]);
}
} // namespace

class RoomRegistersTest : public QObject
{
    Q_OBJECT

private:
    QApplication &app() { return *qobject_cast<QApplication *>(QCoreApplication::instance()); }

    void openLeaving(AdminDesk &desk, const domain::StaffId &who)
    {
        desk.signIn(u"1001"_s);
        desk.window().showPage(MainWindow::StaffPageId);
        selectRow(desk, u"staffTable"_s, who.text());
        press(desk, u"endStaff"_s, u"leavingDialog"_s);
    }
    void tickAll()
    {
        for (const QString &code : domain::leavingCodes())
            visibleDialog(u"leavingDialog"_s)->findChild<QCheckBox *>(u"returned-"_s + code)->setChecked(true);
    }

private Q_SLOTS:
    void r21_aLeaverHandsEverythingBackInOneAct()
    {
        TestSite site;
        RoomCrew crew(site);
        const domain::StaffId leaver = crew.colleague.staff.id;
        AdminDesk desk(app(), site);
        openLeaving(desk, leaver);
        QVERIFY(!acceptOf(u"leavingDialog"_s)->isEnabled());
        tickAll();
        QVERIFY(acceptOf(u"leavingDialog"_s)->isEnabled());
        visibleDialog(u"leavingDialog"_s)->findChild<QCheckBox *>(u"returned-keys"_s)->setChecked(false);
        QVERIFY(!acceptOf(u"leavingDialog"_s)->isEnabled());
        tickAll();
        acceptOf(u"leavingDialog"_s)->click();
        QTRY_VERIFY_WITH_TIMEOUT((booksNow(site), !site.admin().at().authority.isActive(leaver)), patienceMs);
        QVERIFY(openKinds(site).empty());
    }

    void r21_whatALeaverKeepsIsNamedAndBecomesAnIncident()
    {
        TestSite site;
        RoomCrew crew(site);
        const domain::StaffId leaver = crew.colleague.staff.id;
        const auto key =
            must(usecases::addRegistered(site.admin().at(), crew.keeper, domain::RegisteredKind::Key, u"K-3"_s, machineRoom));
        must(usecases::lendRegistered(site.admin().at(), crew.keeper, key, domain::staffSubject(leaver),
                                      site.clock.now().addDays(1), false));
        AdminDesk desk(app(), site);
        openLeaving(desk, leaver);
        tickAll();
        QVERIFY(!acceptOf(u"leavingDialog"_s)->isEnabled()); // the register says that a key is out
        visibleDialog(u"leavingDialog"_s)->findChild<QPlainTextEdit *>()->setPlainText(u"The key is said to be in the car."_s);
        QVERIFY(acceptOf(u"leavingDialog"_s)->isEnabled());
        shootDialog(u"leavingDialog"_s, u"leaving"_s);
        acceptOf(u"leavingDialog"_s)->click();
        QTRY_COMPARE_WITH_TIMEOUT(openKinds(site), std::vector{domain::IncidentKind::MissingItem}, patienceMs);
        QVERIFY(!site.admin().at().authority.isActive(leaver));
    }

    void r12_theLeadSignsWhatHangsOnTheMainSupply()
    {
        TestSite site;
        RoomCrew crew(site);
        AdminDesk desk(app(), site);
        desk.signIn(u"3001"_s);
        openTab(desk, RoundsPlace);
        press(desk, u"editSupply"_s, u"supplyListDialog"_s);
        auto *sign = visibleDialog(u"supplyListDialog"_s)->findChild<QPushButton *>(u"listSign"_s);
        addLine(u"supplyListDialog"_s, u"lock"_s, {u"door 2"_s});
        QVERIFY(sign->isEnabled());
        addLine(u"supplyListDialog"_s, u"server"_s, {u""_s});
        QVERIFY(!sign->isEnabled()); // without a label nobody finds it
        addLine(u"supplyListDialog"_s, u"station"_s, {u"kiosk socket"_s});
        auto *table = visibleDialog(u"supplyListDialog"_s)->findChild<QTableWidget *>(u"listTable"_s);
        table->setCurrentCell(1, 1);
        visibleDialog(u"supplyListDialog"_s)->findChild<QPushButton *>(u"listRemove"_s)->click();
        shootDialog(u"supplyListDialog"_s, u"supply"_s);
        QVERIFY(sign->isEnabled());
        sign->click();
        using What = domain::SupplyLoad::What;
        const std::vector<domain::SupplyLoad> expected{{What::Lock, u"door 2"_s}, {What::Station, u"kiosk socket"_s}};
        QTRY_COMPARE_WITH_TIMEOUT(booksNow(site).rounds.supply(machineRoom), expected, patienceMs);
    }

    void r10_theLeadChangesTheChecklist()
    {
        TestSite site;
        RoomCrew crew(site);
        must(usecases::adoptDefaultChecklists(site.admin().at(), site.manager()));
        const auto before = booksNow(site).rounds.checklist(machineRoom, domain::RoundKind::Scheduled).value();
        AdminDesk desk(app(), site);
        desk.signIn(u"3001"_s);
        openTab(desk, RoundsPlace);
        press(desk, u"editChecklist"_s, u"checklistDialog"_s);
        auto *which = visibleDialog(u"checklistDialog"_s)->findChild<QComboBox *>(u"checklistWhich"_s);
        QCOMPARE(which->count(), 3); // the lead's own zone, and no other
        QCOMPARE(which->currentData().toString(), u"machine-room|scheduled"_s);
        addLine(u"checklistDialog"_s, u"electrical"_s, {u"Sockets on row 4 are tight"_s, u"第四排插座牢固"_s});
        shootDialog(u"checklistDialog"_s, u"checklist"_s);
        visibleDialog(u"checklistDialog"_s)->findChild<QPushButton *>(u"listSign"_s)->click();
        const auto list = [&] { return booksNow(site).rounds.checklist(machineRoom, domain::RoundKind::Scheduled).value(); };
        QTRY_COMPARE_WITH_TIMEOUT(list().points.size(), before.points.size() + 1, patienceMs);
        QCOMPARE(list().everyHours, before.everyHours);
        QCOMPARE(list().points.front(), before.points.front()); // with its code and article
        QCOMPARE(list().points.back().chinese, u"第四排插座牢固"_s);
        QCOMPARE(list().points.back().kind, domain::PointKind::Electrical);
    }

    void r7_aMediumIsLentToAVisitorOnSite()
    {
        TestSite site;
        RoomCrew crew(site);
        const domain::Visit visit = site.approvedVisit();
        must(usecases::issueBadgeAtDesk(site.admin().at(), site.guard(), visit.id));
        const auto medium = must(
            usecases::addRegistered(site.admin().at(), crew.keeper, domain::RegisteredKind::Medium, u"M-7"_s, machineRoom));
        AdminDesk desk(app(), site);
        desk.signIn(u"1042"_s);
        openTab(desk, ItemsPlace);
        selectRow(desk, u"itemTable"_s, domain::registeredSubject(medium));
        press(desk, u"lendItem"_s, u"lendDialog"_s);
        chooseIn(u"lendDialog"_s, u"lendTo"_s, domain::visitSubject(visit.id));
        acceptOf(u"lendDialog"_s)->click();
        QTRY_VERIFY_WITH_TIMEOUT(booksNow(site).items.byId(medium)->loan, patienceMs);
        QCOMPARE(booksNow(site).items.byId(medium)->loan->to, domain::visitSubject(visit.id));
        press(desk, u"loseItem"_s, u"loseDialog"_s);
        acceptOf(u"loseDialog"_s)->click();
        QTRY_VERIFY_WITH_TIMEOUT(booksNow(site).items.byId(medium)->lost, patienceMs);
        QCOMPARE(openKinds(site), std::vector{domain::IncidentKind::MissingItem});
    }

    void r19_aVisitorTakesSomethingOutOnAPass()
    {
        TestSite site;
        RoomCrew crew(site);
        const domain::Visit visit = site.approvedVisit();
        must(usecases::issueBadgeAtDesk(site.admin().at(), site.guard(), visit.id));
        AdminDesk desk(app(), site);
        desk.signIn(u"1042"_s);
        openTab(desk, ItemsPlace);
        settle(desk);
        press(desk, u"requestPass"_s, u"passDialog"_s);
        chooseIn(u"passDialog"_s, u"passTaker"_s, domain::visitSubject(visit.id));
        chooseIn(u"passDialog"_s, u"passOwner"_s, crew.lead.staff.id.text());
        visibleDialog(u"passDialog"_s)->findChild<QLineEdit *>(u"passSerial"_s)->setText(u"SN-77"_s);
        acceptOf(u"passDialog"_s)->click();
        QTRY_COMPARE_WITH_TIMEOUT(booksNow(site).items.passes().size(), std::size_t(1), patienceMs);
        const domain::MaterialPassId id = booksNow(site).items.passes().front().id;
        must(usecases::decidePass(site.admin().at(), crew.lead, id, true)); // the owner, at another desk
        selectRow(desk, u"itemTable"_s, domain::passSubject(id));
        press(desk, u"leavePass"_s, u"leaveDialog"_s);
        visibleDialog(u"leaveDialog"_s)->findChild<QLineEdit *>(u"leaveSerial"_s)->setText(u"SN-77"_s);
        acceptOf(u"leaveDialog"_s)->click();
        QTRY_COMPARE_WITH_TIMEOUT(booksNow(site).items.pass(id)->state, domain::MaterialPass::State::Left, patienceMs);
    }

    void r7_somethingFoundOpensAnIncident()
    {
        TestSite site;
        RoomCrew crew(site);
        const domain::Visit visit = site.approvedVisit();
        must(usecases::issueBadgeAtDesk(site.admin().at(), site.guard(), visit.id));
        AdminDesk desk(app(), site);
        desk.signIn(u"1042"_s);
        openTab(desk, ItemsPlace);
        settle(desk);
        press(desk, u"reportUndeclared"_s, u"undeclaredDialog"_s);
        chooseIn(u"undeclaredDialog"_s, u"undeclaredVisitor"_s, visit.id.text());
        chooseIn(u"undeclaredDialog"_s, u"undeclaredKind"_s, u"usb-storage"_s);
        acceptOf(u"undeclaredDialog"_s)->click();
        QTRY_COMPARE_WITH_TIMEOUT(openKinds(site), std::vector{domain::IncidentKind::UndeclaredItem}, patienceMs);
    }

    void r21_aLostStaffBadgeIsDeadAtOnce()
    {
        TestSite site;
        RoomCrew crew(site);
        must(usecases::issueStaffBadge(site.admin().at(), site.manager(), crew.keeper.staff.id));
        AdminDesk desk(app(), site);
        desk.signIn(u"1042"_s);
        openTab(desk, ItemsPlace);
        QTRY_VERIFY_WITH_TIMEOUT(!desk.workbench().directory().staff.empty(), patienceMs);
        press(desk, u"loseStaffBadge"_s, u"lostBadgeDialog"_s);
        chooseIn(u"lostBadgeDialog"_s, u"lostBadgeOf"_s, crew.keeper.staff.id.text());
        acceptOf(u"lostBadgeDialog"_s)->click();
        QTRY_COMPARE_WITH_TIMEOUT(openKinds(site), std::vector{domain::IncidentKind::MissingItem}, patienceMs);
        QVERIFY(!site.admin().at().authority.badges().ofStaff(crew.keeper.staff.id));
    }

    void r24_aManagerSetsAssemblyPointAndBackupSite()
    {
        TestSite site;
        AdminDesk guard(app(), site);
        guard.signIn(u"1042"_s);
        guard.window().showPage(MainWindow::SettingsId);
        QTRY_VERIFY_WITH_TIMEOUT(!guard.workbench().directory().zones.empty(), patienceMs);
        QTRY_VERIFY_WITH_TIMEOUT(!guard.find<QPushButton>(u"signPlaces"_s)->isVisible(), patienceMs);
        {
            AdminDesk desk(app(), site);
            desk.signIn(u"1001"_s);
            desk.window().showPage(MainWindow::SettingsId);
            QTRY_VERIFY_WITH_TIMEOUT(desk.find<QPushButton>(u"signPlaces"_s)->isVisible(), patienceMs);
            QVERIFY(!desk.find<QPushButton>(u"signPlaces"_s)->isEnabled());
            desk.find<QLineEdit>(u"assemblyPoint"_s)->setText(u"Car park north"_s);
            desk.find<QLineEdit>(u"backupSite"_s)->setText(u"Harbour office"_s);
            desk.find<QPushButton>(u"signPlaces"_s)->click();
            const domain::SitePlaces expected{u"Car park north"_s, u"Harbour office"_s};
            QTRY_COMPARE_WITH_TIMEOUT(booksNow(site).musters.places(), expected, patienceMs);
        }
        // Another station reads it.
        QTRY_COMPARE_WITH_TIMEOUT(guard.find<QLineEdit>(u"backupSite"_s)->text(), u"Harbour office"_s, patienceMs);
    }

    void r24_aManagerRevokesAStation()
    {
        TestSite site;
        AdminDesk desk(app(), site);
        desk.signIn(u"1001"_s);
        desk.window().showPage(MainWindow::SettingsId);
        const domain::StationId kiosk = site.kiosk().at().stationId();
        const QString button = u"revoke-kiosk"_s;
        QTRY_VERIFY_WITH_TIMEOUT(desk.window().findChild<QPushButton *>(button), patienceMs);
        QVERIFY(!desk.window().findChild<QPushButton *>(u"revoke-admin"_s)); // the own one
        desk.find<QPushButton>(button)->click();
        QTRY_VERIFY_WITH_TIMEOUT(visibleDialog(u"revokeStationDialog"_s), patienceMs);
        shootDialog(u"revokeStationDialog"_s, u"station-revoke"_s);
        visibleDialog(u"revokeStationDialog"_s)->findChild<QPushButton *>(u"confirmRevokeStation"_s)->click();
        QTRY_VERIFY_WITH_TIMEOUT(
            booksNow(site).incidents.open().empty() && site.admin().at().authority.stationKey(kiosk).isEmpty(), patienceMs);
        QTRY_VERIFY_WITH_TIMEOUT(!desk.window().findChild<QPushButton *>(button), patienceMs);
    }

    void r24_aManagerEnrolsASpareStation()
    {
        TestSite site;
        const domain::StationId id = makeId<domain::StationId>(site.clock, site.randomness);
        const security::SignKeyPair keys = security::makeSignKeyPair();
        must(
            usecases::proposeStation(site.kiosk().at(), {id, u"lobby 2"_s, domain::StationKind::Kiosk, keys.publicKey, false}));
        AdminDesk desk(app(), site);
        desk.signIn(u"1001"_s);
        desk.window().showPage(MainWindow::SettingsId);
        const QString button = u"enrol-lobby 2"_s;
        QTRY_VERIFY_WITH_TIMEOUT(desk.window().findChild<QPushButton *>(button), patienceMs);
        if (qEnvironmentVariableIsSet("GATEHOUSE_SHOTS"))
            desk.find<QWidget>(u"stationsCard"_s)
                ->grab()
                .save(qEnvironmentVariable("GATEHOUSE_SHOTS") + u"/stations-card.png"_s);
        desk.find<QPushButton>(button)->click();
        QTRY_VERIFY_WITH_TIMEOUT(visibleDialog(u"enrolStationDialog"_s), patienceMs);
        shootDialog(u"enrolStationDialog"_s, u"station-enrol"_s);
        QVERIFY(static_cast<QMessageBox *>(visibleDialog(u"enrolStationDialog"_s))
                    ->text()
                    .contains(usecases::stationCode(keys.publicKey)));
        visibleDialog(u"enrolStationDialog"_s)->findChild<QPushButton *>(u"confirmEnrolStation"_s)->click();
        QTRY_VERIFY_WITH_TIMEOUT(booksNow(site).incidents.open().empty() &&
                                     site.admin().at().authority.stationKey(id) == keys.publicKey,
                                 patienceMs);
        QTRY_VERIFY_WITH_TIMEOUT(desk.window().findChild<QPushButton *>(u"revoke-lobby 2"_s),
                                 patienceMs); // like every other station
    }

    void r7_aManagerSignsWhatAZoneAsks()
    {
        TestSite site;
        {
            const auto &at = site.admin().at();
            must(usecases::beginRead(at));
            domain::Zone before =
                *at.authority.zone(machineRoom); // as a site has it that signed its zones before cameras were controlled
            before.namedItems.clear();
            must(usecases::defineZone(at, site.manager(), before));
        }
        AdminDesk desk(app(), site);
        desk.signIn(u"1001"_s);
        desk.window().showPage(MainWindow::SettingsId);
        QTRY_VERIFY_WITH_TIMEOUT(desk.window().findChild<QLabel *>(u"cameras-machine-room"_s), patienceMs);
        if (qEnvironmentVariableIsSet("GATEHOUSE_SHOTS"))
            desk.find<QWidget>(u"zonesCard"_s)->grab().save(qEnvironmentVariable("GATEHOUSE_SHOTS") + u"/zones-card.png"_s);
        press(desk, u"zoneItems-machine-room"_s, u"zoneItemsDialog"_s);
        shootDialog(u"zoneItemsDialog"_s, u"zone-items"_s);
        chooseIn(u"zoneItemsDialog"_s, u"item-camera"_s, u"named"_s);
        acceptOf(u"zoneItemsDialog"_s)->click();
        const auto signedZone = [&] {
            must(usecases::beginRead(site.admin().at()));
            return *site.admin().at().authority.zone(machineRoom);
        };
        QTRY_COMPARE_WITH_TIMEOUT(signedZone().namedItems, std::vector<QString>{u"camera"_s}, patienceMs);
        QTRY_VERIFY_WITH_TIMEOUT(!desk.window().findChild<QLabel *>(u"cameras-machine-room"_s), patienceMs);
        press(desk, u"zoneRules-machine-room"_s, u"zoneDialog"_s);
        shootDialog(u"zoneDialog"_s, u"zone-rules"_s);
        visibleDialog(u"zoneDialog"_s)->findChild<QSpinBox *>(u"zoneBriefingDays"_s)->setValue(30);
        acceptOf(u"zoneDialog"_s)->click();
        QTRY_COMPARE_WITH_TIMEOUT(signedZone().briefingDays, 30, patienceMs);
        QCOMPARE(signedZone().namedItems, std::vector<QString>{u"camera"_s}); // the rest stayed
    }

    void r24_oneKeyPrintsTheRollCallOfALockedDesk()
    {
        TestSite site;
        AdminDesk desk(app(), site);
        desk.signIn(u"1042"_s);
        desk.window().lock();
        QApplication::setActiveWindow(&desk.window());
        QTest::keyClick(&desk.window(), Qt::Key_F10);
        QTRY_VERIFY_WITH_TIMEOUT(!QDir(desk.folder()).entryList({u"roll-call-*.pdf"_s}).isEmpty(), patienceMs);
        QCOMPARE(desk.window().screen(), MainWindow::LockScreen);
        auto transaction = must(usecases::beginRead(site.admin().at()));
        const auto entries = must(transaction->ledger().after(0, 10000));
        const auto print = std::find_if(entries.begin(), entries.end(), [](const domain::LedgerEntry &entry) {
            return entry.action == domain::action::rollCall;
        });
        QVERIFY(print != entries.end());
        QVERIFY(print->details.value(u"locked"_s).toBool());
    }
};

GATEHOUSE_TEST(QApplication, RoomRegistersTest);
#include "tst_roomregisters.moc"
