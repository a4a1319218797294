// SPDX-License-Identifier: GPL-3.0-or-later
#include "busysite.h"
#include "machineroom.h"

#include "strangerreport.h"
#include "usecases/badges.h"
#include "usecases/duties.h"
#include "usecases/escortvisit.h"
#include "usecases/exceptions.h"
#include "usecases/handovers.h"
#include "usecases/incidents.h"
#include "usecases/musters.h"
#include "usecases/roomitems.h"
#include "usecases/rounds.h"

#include <QBuffer>
#include <QPainter>

namespace gatehouse::test
{

using namespace Qt::StringLiterals;

namespace
{
QByteArray drawnPicture(QSize size, const QColor &colour, const QString &words)
{
    QImage picture(size, QImage::Format_RGB32);
    picture.fill(colour.lighter(170));
    QPainter painter(&picture);
    painter.setPen(colour);
    painter.setBrush(colour);
    painter.drawEllipse(QPointF(size.width() * 0.5, size.height() * 0.4), size.height() * 0.2, size.height() * 0.24);
    painter.drawText(picture.rect().adjusted(20, 20, -20, -20), Qt::AlignBottom, words);
    painter.end();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    picture.save(&buffer, "JPG", 85);
    return bytes;
}

struct Arrival {
    const char *given;
    const char *surname;
    const char *company;
    const char *purpose;
    int minutesApart;
};

domain::VisitId arriveAs(TestSite &site, const Arrival &arrival)
{
    usecases::VisitRequest request = site.meeting();
    request.purpose = domain::PurposeId{QString::fromUtf8(arrival.purpose)};
    request.visitors = {fullVisitor(QString::fromUtf8(arrival.given), QString::fromUtf8(arrival.surname))};
    request.visitors.front().record.company = QString::fromUtf8(arrival.company);
    const domain::Visit visit = must(usecases::requestVisit(site.kiosk().at(), request)).front();
    site.clock.advance(std::chrono::minutes(arrival.minutesApart));
    return visit.id;
}

void comeIn(TestSite &site, const QString &surname)
{
    usecases::VisitRequest request = site.meeting();
    request.visitors = {fullVisitor({}, surname)};
    const domain::Visit visit = must(usecases::requestVisit(site.kiosk().at(), request)).front();
    must(usecases::recordOriginalSeen(site.admin().at(), site.guard(), visit.id));
    must(usecases::approveVisit(site.admin().at(), site.guard(), visit.id));
    must(usecases::issueBadgeAtDesk(site.admin().at(), site.guard(), visit.id));
}
} // namespace

usecases::VisitorInput fullVisitor(const QString &given, const QString &surname)
{
    usecases::VisitorInput visitor = TestSite::visitor(given, surname);
    visitor.portrait = drawnPicture({480, 640}, QColor(0x40, 0x60, 0x80), {});
    visitor.document = drawnPicture({1016, 640}, QColor(0x70, 0x70, 0x50), u"SPECIMEN"_s);
    visitor.record.fields.push_back(
        {u"address"_s, u"1840 Upper Harbour Promenade, Building C, Port Example"_s, domain::FieldSign::Read});
    visitor.record.fields.push_back(
        {u"issuingState"_s, u"Department of Licensing of the State of Example"_s, domain::FieldSign::Checked});
    for (const QString &kind : {u"laptop"_s, u"usb-storage"_s}) {
        domain::Item item;
        item.kind = kind;
        item.count = kind == u"laptop" ? 1 : 3;
        visitor.items.push_back(item);
    }
    visitor.record.itemsNote = u"a measuring instrument in a case"_s;
    return visitor;
}

domain::VisitId fillFrontDesk(TestSite &site)
{
    for (const QString &surname : {u"王小明"_s, u"Okafor"_s, u"Lindqvist"_s})
        comeIn(site, surname);
    site.clock.advance(std::chrono::minutes(40));
    usecases::VisitRequest party = site.meeting();
    party.purpose = domain::PurposeId{u"maintenance"_s};
    party.visitors = {fullVisitor(u"Anna Maria"_s, u"Eriksson-Montgomery"_s), fullVisitor(u"Yusuf Ali"_s, u"Demir"_s)};
    const domain::VisitId first = must(usecases::requestVisit(site.kiosk().at(), party)).front().id;
    site.clock.advance(std::chrono::minutes(4));
    static const Arrival arrivals[] = {{"晓东", "王", "北光制冷设备有限公司", "meeting", 3},
                                       {"Marta", "Kowalczyk", "Kowalczyk & Daughters Air Conditioning", "meeting", 2},
                                       {"Anna", "Erikson", "Northlight Cooling", "interview", 0},
                                       {"Oluwaseun", "Adeyemi", "Bright Harbour Fire Protection", "meeting", 5},
                                       {"娜", "李", "", "interview", 1},
                                       {"José", "Müller", "Reyes & Co", "meeting", 0},
                                       {"Priya", "Raghunathan-Venkataraman", "Contoso", "meeting", 1}};
    for (const Arrival &arrival : arrivals)
        arriveAs(site, arrival);
    usecases::VisitRequest delivery;
    delivery.purpose = domain::PurposeId{u"delivery"_s};
    delivery.visitors.resize(1);
    must(usecases::requestVisit(site.kiosk().at(), delivery));
    return first;
}

void fillDuties(TestSite &site, RoomCrew &crew)
{
    const usecases::Workplace &at = site.admin().at();
    const QDate today = site.clock.now().date();
    must(usecases::adoptDefaultChecklists(at, site.manager()));
    must(usecases::defineFireDevice(
        at, site.manager(),
        {u"FE-03"_s, u"extinguisher"_s, machineRoom, crew.fireKeeper.staff.id, today.addDays(-2), std::nullopt, true}));
    must(usecases::defineFireDevice(
        at, site.manager(),
        {u"FE-04"_s, u"suppression"_s, machineRoom, crew.fireKeeper.staff.id, today.addDays(90), std::nullopt, true}));
    const domain::RoundId round = must(usecases::startRound(at, crew.keeper, machineRoom, domain::RoundKind::Scheduled)).id;
    must(usecases::answerPoint(at, crew.keeper, round,
                               {u"doors"_s, false, u"The closer of the inner door is loose."_s, {}, {}}));
    const domain::IncidentId stranger = strangerAt(site.kiosk(), machineRoom);
    must(usecases::recordStep(at, crew.colleague, stranger, u"lead-out"_s, u"Went along without trouble."_s));
    const domain::ExceptionId usb = must(usecases::requestException(
        at, crew.colleague,
        {u"usb"_s, machineRoom, u"PC 12"_s, site.clock.now().addSecs(3600), u"Firmware from the maker's stick"_s}));
    must(usecases::checkException(at, crew.supervisor, usb));
    must(usecases::requestException(
        at, crew.keeper, {u"network"_s, machineRoom, u"Port 7"_s, site.clock.now().addSecs(90000), u"Second line"_s}));
    const domain::RegisteredId medium =
        must(usecases::addRegistered(at, crew.keeper, domain::RegisteredKind::Medium, u"M-014"_s, machineRoom));
    must(usecases::lendRegistered(at, crew.keeper, medium, domain::staffSubject(crew.colleague.staff.id),
                                  site.clock.now().addSecs(3600), true));
    must(usecases::recordVirusCheck(at, crew.maintainer, medium, u"ClamAV 1.0.7"_s, true));
    must(usecases::addRegistered(at, crew.keeper, domain::RegisteredKind::Key, u"K-2"_s, machineRoom));
    must(usecases::requestPass(
        at, crew.colleague,
        {u"disk"_s, u"SN-88121"_s, machineRoom, crew.lead.staff.id, domain::staffSubject(crew.colleague.staff.id), {}}));
    const domain::Visit visit = site.approvedVisit();
    must(usecases::issueBadgeAtDesk(at, site.guard(), visit.id));
    const domain::Visit other = site.approvedVisit();
    must(usecases::issueBadgeAtDesk(at, site.guard(), other.id));
    const QString post = domain::guardDeskPost();
    must(usecases::offerHandover(at, site.guard(), {post, true, domain::selfCheckCodes(post), u"The caterer comes at six."_s}));
    const domain::MusterId drill = must(usecases::startMuster(at, site.guard(), true, 2));
    must(usecases::markSafe(at, site.guard(), drill, domain::visitSubject(other.id)));
    site.clock.advance(std::chrono::hours(26)); // some of it is overdue now
}

void fillRoomVisitors(TestSite &site, RoomCrew &crew)
{
    const usecases::Workplace &at = site.admin().at();
    const QDateTime until = site.clock.now().addDays(300);
    for (const usecases::StaffSession *person : {&crew.lead, &crew.colleague})
        must(usecases::authoriseEscort(at, site.manager(), person->staff.id, machineRoom, until, site.clock.now().date()));
    must(usecases::grantAccess(at, crew.lead, crew.keeper.staff.id, machineRoom, until, u"operations"_s));
    const auto asked = [&](const QString &given, const QString &surname) {
        usecases::VisitRequest request = site.meeting();
        request.purpose = domain::PurposeId{u"machine-room-work"_s};
        request.visitors = {fullVisitor(given, surname)};
        const domain::Visit visit = must(usecases::requestVisit(site.kiosk().at(), request)).front();
        must(usecases::recordOriginalSeen(at, site.guard(), visit.id));
        return visit.id;
    };
    asked(u"晓东"_s, u"王"_s);
    const domain::VisitId accepted = asked(u"Marta"_s, u"Kowalczyk"_s);
    must(usecases::depositItem(at, site.guard(), accepted, u"usb-storage"_s, u"17"_s));
    must(usecases::approveAccess(at, crew.keeper, accepted, machineRoom));
    must(usecases::approveVisit(at, site.guard(), accepted));
    must(usecases::assignEscort(at, site.guard(), accepted, machineRoom, crew.lead.staff.id));
    must(usecases::acceptEscort(at, crew.lead, accepted, machineRoom));
}

} // namespace gatehouse::test
