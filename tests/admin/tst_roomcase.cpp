// SPDX-License-Identifier: GPL-3.0-or-later
// What the machine room asks of a visitor, at the guard's desk: briefing, work, cameras by name, the look at what leaves.
#include "admindesk.h"
#include "machineroom.h"
#include "testprogram.h"
#include "usecases/badges.h"
#include "usecases/briefings.h"
#include "windows/arrivals/badgedialog.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDialog>
#include <QLineEdit>
#include <QSignalSpy>

using namespace gatehouse;
using namespace gatehouse::admin;
using namespace gatehouse::test;
using namespace Qt::StringLiterals;

namespace
{
domain::Visit arriveForTheRoom(TestSite &site, const std::vector<domain::Item> &items = {}, bool briefed = false)
{
    usecases::VisitRequest request = site.meeting();
    request.purpose = domain::PurposeId{u"machine-room-work"_s};
    request.visitors.front().record.workReason = u"Replace a fan"_s;
    request.visitors.front().record.workArea = u"Rack B07"_s;
    request.visitors.front().record.workMethod = u"hot-work"_s;
    request.visitors.front().items = items;
    if (briefed)
        request.visitors.front().briefing = domain::BriefingAnswers{1, u"en"_s, {u"a"_s, u"b"_s, u"c"_s}, 0};
    return must(usecases::requestVisit(site.kiosk().at(), request)).front();
}

domain::Item item(const char *kind)
{
    return {QString::fromLatin1(kind), 1, domain::ItemState::Declared, {}};
}

std::optional<domain::BriefingPassed> passedNow(TestSite &site, const domain::VisitId &visit)
{
    must(usecases::beginRead(site.kiosk().at()));
    return site.kiosk().at().authority.briefings().passed(visit, machineRoom);
}

QString textOf(AdminDesk &desk, const QString &label)
{
    auto *found = desk.window().findChild<QLabel *>(label);
    return found ? found->text() : QString();
}
} // namespace

class RoomCaseTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void r23_theGuardSeesAndGivesTheBriefing()
    {
        TestSite site;
        const domain::Visit visit = arriveForTheRoom(site);
        AdminDesk desk(testApplication(), site);
        desk.signIn(u"1042"_s);
        desk.choose(visit.id);
        QVERIFY(textOf(desk, u"briefing-machine-room"_s).contains(u"not passed yet"));
        desk.find<QPushButton>(u"briefingSpoken-machine-room"_s)->click();
        QTRY_VERIFY_WITH_TIMEOUT(passedNow(site, visit.id), patienceMs);
        QCOMPARE(passedNow(site, visit.id)->how, domain::BriefingPassed::How::Spoken);
        QTRY_VERIFY_WITH_TIMEOUT(textOf(desk, u"briefing-machine-room"_s).contains(u"Zhao Min"), patienceMs);
    }

    void r23_theGuardCountsTheEarlierOne()
    {
        TestSite site;
        const domain::Visit first = arriveForTheRoom(site, {}, true);
        site.clock.advance(std::chrono::hours(48));
        const domain::Visit again = arriveForTheRoom(site);
        AdminDesk desk(testApplication(), site);
        desk.signIn(u"1042"_s);
        desk.choose(again.id);
        QVERIFY(textOf(desk, u"briefing-machine-room"_s).contains(u"earlier visit"));
        desk.find<QPushButton>(u"briefingEarlier-machine-room"_s)->click();
        QTRY_VERIFY_WITH_TIMEOUT(passedNow(site, again.id), patienceMs);
        QCOMPARE(passedNow(site, again.id)->earlier, std::optional(first.id));
    }

    void r7_aCameraIsAllowedByName()
    {
        TestSite site;
        const domain::Visit visit = arriveForTheRoom(site, {item("camera"), item("usb-storage")});
        AdminDesk desk(testApplication(), site);
        desk.signIn(u"1042"_s);
        desk.choose(visit.id);
        QVERIFY(!desk.window().findChild<QPushButton *>(u"allow-usb-storage"_s)); // handed in, always
        auto *device = desk.find<QLineEdit>(u"device-camera"_s);
        desk.find<QPushButton>(u"allow-camera"_s)->click(); // without a name nothing is allowed
        device->setText(u"Nikon Z6, No. 42"_s);
        desk.find<QPushButton>(u"allow-camera"_s)->click();
        const auto now = [&] {
            must(usecases::beginRead(site.kiosk().at()));
            return site.kiosk().at().authority.carried().carried(visit.id).front();
        };
        QTRY_COMPARE_WITH_TIMEOUT(now().state, domain::ItemState::Allowed, patienceMs);
        QCOMPARE(now().tag, u"Nikon Z6, No. 42"_s);
    }

    // Something else changes at every moment: somebody is hired, another visitor comes.
    void r7_aHalfTypedTagStays()
    {
        TestSite site;
        const domain::Visit visit = arriveForTheRoom(site, {item("usb-storage"), item("camera")});
        AdminDesk desk(testApplication(), site);
        desk.signIn(u"1042"_s);
        desk.choose(visit.id);
        desk.find<QLineEdit>(u"tag-usb-storage"_s)->setText(u"17"_s);
        desk.find<QLineEdit>(u"device-camera"_s)->setText(u"Nikon"_s);
        QSignalSpy directory(&desk.workbench(), &Workbench::directoryChanged);
        site.addStaff(u"2299"_s, u"Qin Yue"_s, {domain::Role::Auditor});
        QTRY_VERIFY_WITH_TIMEOUT(directory.count() > 0, patienceMs);
        QCOMPARE(desk.find<QLineEdit>(u"tag-usb-storage"_s)->text(), u"17"_s);
        desk.find<QPushButton>(u"take-usb-storage"_s)->click();
        QTRY_VERIFY_WITH_TIMEOUT(desk.window().findChild<QPushButton *>(u"return-usb-storage"_s), patienceMs);
        QCOMPARE(desk.find<QLineEdit>(u"device-camera"_s)->text(), u"Nikon"_s);
    }

    void theWorkIsAskedAtTheDesk()
    {
        TestSite site;
        AdminDesk desk(testApplication(), site);
        desk.signIn(u"1042"_s);
        QTest::keyClick(&desk.window(), Qt::Key_F2);
        QDialog *dialog = visibleDialog(u"deskDialog"_s);
        QVERIFY(dialog);
        auto *work = dialog->findChild<QWidget *>(u"deskWork"_s);
        auto *purpose = dialog->findChild<QComboBox *>(u"deskPurpose"_s);
        purpose->setCurrentIndex(purpose->findData(u"interview"_s));
        QVERIFY(!work->isVisible());
        purpose->setCurrentIndex(purpose->findData(u"machine-room-work"_s));
        QVERIFY(work->isVisible());
        dialog->findChild<QLineEdit *>(u"deskCompany"_s)->setText(u"Northlight Cooling"_s);
        QTest::keyClicks(dialog->findChild<QLineEdit *>(u"desk-fullName"_s), u"Ona Petraite"_s);
        QTest::keyClicks(dialog->findChild<QLineEdit *>(u"desk-documentNumber"_s), u"X0000042"_s);
        dialog->findChild<QCheckBox *>(u"deskPrivacy"_s)->setChecked(true);
        auto *message = dialog->findChild<QLabel *>(u"deskMessage"_s);
        QVERIFY(message->text().contains(u"what the work is"));
        dialog->findChild<QLineEdit *>(u"deskReason"_s)->setText(u"Replace a fan"_s);
        dialog->findChild<QLineEdit *>(u"deskArea"_s)->setText(u"Rack B07"_s);
        dialog->findChild<QLineEdit *>(u"deskChange"_s)->setText(u"<none>"_s);
        QVERIFY(message->text().contains(u"change number"));
        dialog->findChild<QLineEdit *>(u"deskChange"_s)->setText(u"CHG-2041"_s);
        auto *method = dialog->findChild<QComboBox *>(u"deskMethod"_s);
        QVERIFY(message->text().contains(u"how"));
        method->setCurrentIndex(method->findData(u"hand-tools"_s));
        QVERIFY2(!message->text().contains(u"how"), qPrintable(message->text()));
        dialog->reject();
    }

    void r21_whatLeavesIsLookedAtWhenTheBadgeComesBack()
    {
        TestSite site;
        usecases::VisitRequest request = site.meeting();
        request.visitors.front().items = {item("laptop"), item("camera")};
        const domain::Visit visit = must(usecases::requestVisit(site.kiosk().at(), request)).front();
        must(usecases::recordOriginalSeen(site.admin().at(), site.guard(), visit.id));
        must(usecases::depositItem(site.admin().at(), site.guard(), visit.id, u"camera"_s, u"T-3"_s));
        must(usecases::approveVisit(site.admin().at(), site.guard(), visit.id));
        const auto issued = must(usecases::issueBadgeAtDesk(site.admin().at(), site.guard(), visit.id));
        AdminDesk desk(testApplication(), site);
        desk.signIn(u"1043"_s);
        BadgeDialog dialog(desk.workbench(), issued.badge.token, &desk.window());
        dialog.open();
        auto *book = dialog.findChild<QPushButton *>(u"bookDeparture"_s);
        QTRY_VERIFY_WITH_TIMEOUT(book->isEnabled(), patienceMs);
        book->click();
        QTRY_VERIFY_WITH_TIMEOUT(visibleDialog(u"reconcileDialog"_s), patienceMs);
        QDialog *reconcile = visibleDialog(u"reconcileDialog"_s);
        reconcile->findChild<QCheckBox *>(u"missing-laptop"_s)->setChecked(true);
        reconcile->findChild<QPushButton *>(u"reconcileDone"_s)->click();
        QTRY_VERIFY_WITH_TIMEOUT(!dialog.isVisible(), patienceMs);
        must(usecases::beginRead(site.kiosk().at()));
        const usecases::Authority &authority = site.kiosk().at().authority;
        QCOMPARE(authority.carried().reconciliation(visit.id)->missing, QStringList{"laptop"});
        QCOMPARE(authority.carried().carried(visit.id).back().state, domain::ItemState::Returned);
        QCOMPARE(authority.rooms().incidents.open().size(), std::size_t{1});
    }

    void r7_somethingUndeclaredOpensAnIncident()
    {
        TestSite site;
        const domain::Visit visit = site.approvedVisit();
        const auto issued = must(usecases::issueBadgeAtDesk(site.admin().at(), site.guard(), visit.id));
        AdminDesk desk(testApplication(), site);
        desk.signIn(u"1043"_s);
        BadgeDialog dialog(desk.workbench(), issued.badge.token, &desk.window());
        dialog.open();
        auto *found = dialog.findChild<QPushButton *>(u"undeclaredFound"_s);
        QTRY_VERIFY_WITH_TIMEOUT(found->isEnabled(), patienceMs);
        found->click();
        QTRY_VERIFY_WITH_TIMEOUT(visibleDialog(u"undeclaredDialog"_s), patienceMs);
        QDialog *form = visibleDialog(u"undeclaredDialog"_s);
        auto *kind = form->findChild<QComboBox *>();
        kind->setCurrentIndex(kind->findData(u"usb-storage"_s));
        form->findChild<QPushButton *>(u"formAccept"_s)->click();
        const auto open = [&] {
            must(usecases::beginRead(site.kiosk().at()));
            return site.kiosk().at().authority.rooms().incidents.open();
        };
        QTRY_COMPARE_WITH_TIMEOUT(open().size(), std::size_t{1}, patienceMs);
        QCOMPARE(open().front().kind, domain::IncidentKind::UndeclaredItem);
        dialog.reject();
    }
};

GATEHOUSE_TEST(QApplication, RoomCaseTest);
#include "tst_roomcase.moc"
