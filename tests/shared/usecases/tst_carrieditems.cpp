// SPDX-License-Identifier: GPL-3.0-or-later
#include "escortcrew.h"
#include "machineroom.h"
#include "testprogram.h"
#include "usecases/badges.h"
#include "usecases/carrieditems.h"
#include "usecases/incidents.h"

#include <QTest>

using namespace gatehouse;
using namespace gatehouse::domain;
using namespace gatehouse::usecases;
using namespace gatehouse::test;

namespace
{
const QString camera = QStringLiteral("camera");
const QString device = QStringLiteral("Nikon Z6, No. 42");

Visit withCamera(TestSite &site)
{
    VisitRequest request = site.meeting();
    request.purpose = PurposeId{QStringLiteral("machine-room-work")};
    request.visitors.front().items = {{camera, 1, ItemState::Declared, {}},
                                      {QStringLiteral("laptop"), 1, ItemState::Declared, {}}};
    const Visit visit = must(requestVisit(site.kiosk().at(), request)).front();
    must(recordOriginalSeen(site.admin().at(), site.guard(), visit.id));
    return visit;
}

QString verdictOfCamera(TestSite &site, const VisitId &visit)
{
    for (const Finding &finding : must(openCase(site.admin().at(), site.guard(), visit)).findings) {
        if (finding.basis.value(0) == camera)
            return finding.code;
    }
    return {};
}
} // namespace

/// Cameras by name and the look at what leaves (R6, R7, R21).
class TestCarriedItems : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void r7_aCameraIsHandedInOrAllowedByName_data()
    {
        QTest::addColumn<QString>("how");
        QTest::addColumn<QString>("finding");
        QTest::newRow("only declared") << ""
                                       << "item-not-named";
        QTest::newRow("allowed by name") << "allow"
                                         << "item-allowed";
        QTest::newRow("handed in") << "deposit"
                                   << "item-handed-in";
    }

    void r7_aCameraIsHandedInOrAllowedByName()
    {
        QFETCH(QString, how);
        QFETCH(QString, finding);
        TestSite site;
        EscortCrew crew(site);
        const Visit visit = withCamera(site);
        if (how == QLatin1String("allow"))
            must(allowItem(site.admin().at(), site.guard(), visit.id, camera, device));
        else if (how == QLatin1String("deposit"))
            must(depositItem(site.admin().at(), site.guard(), visit.id, camera, QStringLiteral("T-7")));
        QCOMPARE(verdictOfCamera(site, visit.id), finding);
        QCOMPARE(approveVisit(site.admin().at(), site.guard(), visit.id).has_value(), !how.isEmpty());
    }

    void r7_refusals_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("name");
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("no device named") << camera << "  " << ErrorCode::Invalid;
        QTest::newRow("a whole story") << camera << QString(61, QLatin1Char('x')) << ErrorCode::Invalid;
        QTest::newRow("a kind that no zone names") << "laptop" << device << ErrorCode::Invalid;
        QTest::newRow("a prohibited kind") << "usb-storage" << device << ErrorCode::Invalid;
    }

    void r7_refusals()
    {
        QFETCH(QString, kind);
        QFETCH(QString, name);
        QFETCH(ErrorCode, code);
        TestSite site;
        const Visit visit = withCamera(site);
        const auto result = allowItem(site.admin().at(), site.guard(), visit.id, kind, name);
        QVERIFY(!result);
        QCOMPARE(result.error().code, code);
    }

    void r7_whatIsHandedInIsNotAllowedBesides()
    {
        TestSite site;
        const Visit visit = withCamera(site);
        must(depositItem(site.admin().at(), site.guard(), visit.id, camera, QStringLiteral("T-7")));
        const auto result = allowItem(site.admin().at(), site.guard(), visit.id, camera, device);
        QCOMPARE(result.error().code, ErrorCode::Conflict);
    }

    void r21_whatWasHandedInIsGivenBackAndWhatWasDeclaredLeaves()
    {
        TestSite site;
        EscortCrew crew(site);
        const Visit visit = withCamera(site);
        must(depositItem(site.admin().at(), site.guard(), visit.id, camera, QStringLiteral("T-7")));
        QCOMPARE(reconcileItems(site.admin().at(), site.guard(), visit.id, {}).error().code, ErrorCode::Conflict); // not in yet
        must(approveAccess(site.admin().at(), crew.keeper, visit.id, machineRoom));
        must(approveVisit(site.admin().at(), site.guard(), visit.id));
        const IssuedBadge badge = must(issueBadgeAtDesk(site.admin().at(), site.guard(), visit.id));
        must(checkOut(site.kiosk().at(), badge.badge.token));
        const auto early = reconcileItems(site.admin().at(), site.guard(), visit.id, {});
        QCOMPARE(early.error().detail, camera); // still in the box
        must(returnItem(site.admin().at(), site.guard(), visit.id, camera));
        const auto strange = reconcileItems(site.admin().at(), site.guard(), visit.id, {QStringLiteral("player")});
        QCOMPARE(strange.error().code, ErrorCode::Invalid);
        must(reconcileItems(site.admin().at(), site.guard(), visit.id, {QStringLiteral("laptop")}));
        must(beginRead(site.admin().at()));
        const Authority &authority = site.admin().at().authority;
        QCOMPARE(authority.carried().reconciliation(visit.id)->missing, QStringList{"laptop"});
        const auto open = authority.rooms().incidents.open();
        QVERIFY(std::any_of(open.begin(), open.end(), [](const Incident &incident) {
            return incident.kind == IncidentKind::MissingItem && incident.point == QLatin1String("laptop");
        }));
    }
};

GATEHOUSE_TEST(QCoreApplication, TestCarriedItems);
#include "tst_carrieditems.moc"
