// SPDX-License-Identifier: GPL-3.0-or-later
// Thousands of random steps against an independent small model: nobody is let into an escorted zone without a valid escort and
// the approvals, and nobody is inside alone except as an alarm says so. The steps are requests, approvals, acceptances,
// hand-overs, releases, revocations, authorisations given and withdrawn, clock steps, passages, a door that is cut off and
// comes back, and statements that an adversary puts in other people's mouths.
#include "bookdesk.h"
#include "domain/escortrules.h"
#include "machineroom.h"
#include "testprogram.h"

#include <QJsonArray>
#include <QTest>

#include <array>
#include <map>
#include <memory>
#include <random>
#include <set>

using namespace gatehouse::domain;
using gatehouse::test::BookDesk;
using gatehouse::test::machineRoom;
using gatehouse::test::timeText;

namespace
{
constexpr int perEscort = 3;
constexpr int people = 9; // 1 manager; 2, 9 guards; 3 keeper; 4, 5, 7 managerial; 6 fire keeper; 7 host and guard; 8 employee
constexpr int kiosk = 1;
constexpr int door = 2;

/// What the rules are, said as plainly as possible and without the books.
struct Model {
    struct Visit {
        int requester = 0; ///< 0: the kiosk
        QDateTime from, until;
        bool hot = false;
        std::set<int> approvers;
        int escort = 0;       ///< who accepted
        int next = 0;         ///< offered
        QDateTime asked;      ///< when it was requested
        bool standIn = false; ///< a manager approved for the keeper, who had not answered for four minutes
        bool over = false;
    };
    std::map<int, Visit> visits;
    std::map<int, QDateTime> authorised; ///< escort -> until
    std::set<int> visitorsInside;
    std::set<int> staffInside;

    static bool isGuard(int p) { return p == 2 || p == 7 || p == 9; }
    static bool isManagerial(int p) { return p == 1 || p == 4 || p == 5 || p == 7; }
    bool mayEscort(int p, const QDateTime &at) const { return authorised.contains(p) && at < authorised.at(p); }

    bool approved(const Visit &v) const
    {
        const bool guard = std::any_of(v.approvers.begin(), v.approvers.end(), isGuard);
        return guard && (v.approvers.contains(3) || v.standIn) && (!v.hot || v.approvers.contains(6));
    }
    bool valid(int id, const QDateTime &at) const
    {
        const auto found = visits.find(id);
        if (found == visits.end())
            return false;
        const Visit &v = found->second;
        return !v.over && approved(v) && v.escort != 0 && v.from <= at && at < v.until && mayEscort(v.escort, at);
    }
    int load(int escort, const QDateTime &at) const
    {
        return static_cast<int>(std::count_if(visits.begin(), visits.end(), [&](const auto &entry) {
            return !entry.second.over && entry.second.escort == escort && at < entry.second.until;
        }));
    }
    /// Inside alone, or with too many: what an alarm must say.
    bool astray(int id, const QDateTime &at) const { return !valid(id, at) || !staffInside.contains(visits.at(id).escort); }
};

/// A station's own books with the people of the site.
struct Desk {
    DutyBook duties;
    EscortBook book{duties};
    BookDesk desk{&duties, &book};

    Desk()
    {
        desk.person(1, {Role::Manager}, Grade::Managerial);
        desk.person(2, {Role::Guard});
        desk.person(9, {Role::Guard});
        desk.person(3, {Role::Escort});
        desk.person(4, {Role::Escort}, Grade::Managerial);
        desk.person(5, {Role::Escort}, Grade::Managerial);
        desk.person(6, {Role::Escort});
        desk.person(7, {Role::Guard}, Grade::Managerial);
        desk.person(8, {});
        desk.station(kiosk, StationKind::Kiosk);
        desk.station(door, StationKind::Door);
        Zone zone;
        zone.id = machineRoom;
        zone.escort = EscortRule::One;
        zone.visitorsPerEscort = perEscort;
        zone.approvals = 2;
        zone.approvers = {{QStringLiteral("guard")}, {QStringLiteral("keeper"), QStringLiteral("lead")}};
        desk.define(zone);
    }
};

class World
{
public:
    explicit World(unsigned seed) : m_random(seed)
    {
        duty(3, Duty::Keeper);
        duty(6, Duty::FireKeeper);
    }

    void step()
    {
        m_office.now = m_office.now.addSecs(1);
        switch (draw(16)) {
        case 0:
            return draw(4) == 0 ? request() : approve();
        case 1:
        case 2:
            return approve();
        case 3:
            return assign();
        case 4:
        case 5:
            return accept();
        case 6:
            return offer();
        case 7:
            return draw(4) == 0 ? release() : enter();
        case 8:
            return draw(16) == 0 ? revoke() : authorise();
        case 9:
            return draw(4) == 0 ? withdraw() : authorise();
        case 10:
            return forge();
        case 11:
            m_office.now = m_office.now.addSecs(draw(20) == 0 ? 1800 : draw(300));
            return;
        case 12:
            return draw(8) == 0 ? toggleLine() : enter();
        case 13:
            return enter();
        case 14:
            return leave();
        default:
            return draw(24) == 0 ? endVisit() : draw(3) == 0 ? work() : approve();
        }
    }

    /// Empty, or what is wrong.
    QString check()
    {
        std::set<int> alarmed;
        for (const Astray &alarm : m_officeBook.astray(machineRoom, m_office.now)) {
            for (int id = 1; id <= m_last; ++id) {
                if (BookDesk::visitId(id) == alarm.visit)
                    alarmed.insert(id);
            }
        }
        for (const int id : m_model.visitorsInside) {
            if (m_model.astray(id, m_office.now) && !m_cut && !alarmed.contains(id))
                return QStringLiteral("visitor %1 is inside alone and no alarm says so").arg(id);
        }
        for (const int id : alarmed) {
            if (!m_cut && (!m_model.visitorsInside.contains(id) || !m_model.astray(id, m_office.now)))
                return QStringLiteral("an alarm for visitor %1 without a reason").arg(id);
        }
        for (int id = std::max(1, m_last - 12); id <= m_last; ++id) {
            const bool book = m_officeBook.escortInCharge(BookDesk::visitId(id), machineRoom, m_office.now).has_value();
            if (book != m_model.valid(id, m_office.now))
                return QStringLiteral("visitor %1: the book says %2").arg(id).arg(book);
        }
        return m_fault;
    }

    int admitted = 0;
    int refused = 0;
    int admittedWhileCut = 0;
    int alarmsSeen = 0;

    void countAlarms() { alarmsSeen += static_cast<int>(m_officeBook.astray(machineRoom, m_office.now).size()); }

private:
    struct Said {
        QString action, actor, subject;
        QJsonObject details;
        QDateTime at;
        QDateTime occurred;
    };

    int draw(int bound) { return static_cast<int>(m_random() % static_cast<unsigned>(bound)); }
    int anyPerson() { return 1 + draw(people); }
    /// Mostly one of the last few, so that lives go on; sometimes one long gone.
    int anyVisit() { return m_last == 0 ? 0 : draw(8) == 0 ? 1 + draw(m_last) : std::max(1, m_last - draw(4)); }

    /// Into the ledger; the door hears it unless it is cut off.
    void say(const QString &what, const QString &actor, const QString &subject, const QJsonObject &details,
             const QDateTime &occurred = {})
    {
        m_ledger.push_back({what, actor, subject, details, m_office.now, occurred});
        m_office.say(what, actor, subject, details, occurred);
        if (!m_cut)
            tellDoor(m_ledger.back());
    }
    void tellDoor(const Said &said)
    {
        m_door->desk.now = said.at;
        m_door->desk.say(said.action, said.actor, said.subject, said.details, said.occurred);
    }
    void sayOf(const QString &what, const QString &actor, int visit, QJsonObject details)
    {
        details.insert(QStringLiteral("zone"), machineRoom.key);
        say(what, actor, visitSubject(BookDesk::visitId(visit)), details);
    }
    static QString staff(int p) { return staffActor(BookDesk::staffId(p)); }
    static QJsonObject escortDetails(int p) { return {{QStringLiteral("escort"), BookDesk::staffId(p).text()}}; }
    void duty(int p, Duty what)
    {
        say(action::dutyAssign, staff(1), staff(p),
            {{QStringLiteral("zone"), machineRoom.key},
             {QStringLiteral("duty"), dutyName(what)},
             {QStringLiteral("until"), timeText(m_office.now.addYears(9))}});
    }

    QJsonObject scope(const Model::Visit &v) const
    {
        return {{QStringLiteral("purpose"), QStringLiteral("machine-room-work")},
                {QStringLiteral("zones"), QJsonArray{machineRoom.key}},
                {QStringLiteral("host"), BookDesk::staffId(7).text()},
                {QStringLiteral("from"), timeText(v.from)},
                {QStringLiteral("until"), timeText(v.until)},
                {QStringLiteral("blobs"), QJsonObject{}}};
    }

    void request()
    {
        Model::Visit v;
        v.from = m_office.now.addSecs(draw(3) == 0 ? draw(600) : 0);
        v.until = v.from.addSecs(3600 + draw(14400));
        v.requester = draw(3) == 0 ? 9 : 0;
        v.asked = m_office.now;
        m_model.visits[++m_last] = v;
        say(action::visitRequest, v.requester ? staff(v.requester) : stationActor(BookDesk::stationId(kiosk)),
            visitSubject(BookDesk::visitId(m_last)), scope(v));
    }
    void approve()
    {
        const int id = anyVisit();
        if (id == 0)
            return;
        Model::Visit &v = m_model.visits[id];
        const int by = std::array{3, 2, 6, anyPerson()}[static_cast<std::size_t>(draw(4))];
        const bool other = draw(10) == 0; // of something else than was asked
        QJsonObject what = scope(v);
        if (other)
            what.insert(QStringLiteral("until"), timeText(v.until.addSecs(60)));
        say(action::visitApprove, staff(by), visitSubject(BookDesk::visitId(id)), {{QStringLiteral("scope"), what}});
        const bool counts = by == 1 || by == 2 || by == 3 || by == 6 || by == 9;
        if (other || !counts || by == v.requester || v.over)
            return;
        const qint64 waited = v.asked.secsTo(m_office.now);
        if (by == 1 && !v.approvers.contains(1) && waited >= 240 && waited < 1800)
            v.standIn = true;
        v.approvers.insert(by);
    }
    void work()
    {
        const int id = anyVisit();
        if (id == 0)
            return;
        const bool hot = draw(3) == 0;
        sayOf(action::escortRequest, stationActor(BookDesk::stationId(kiosk)), id,
              {{QStringLiteral("method"), hot ? QStringLiteral("hot-work") : QStringLiteral("look-only")}});
        Model::Visit &v = m_model.visits[id];
        v.hot = v.hot || (hot && !v.over);
    }
    void assign()
    {
        const int id = anyVisit();
        if (id == 0)
            return;
        const int by = anyPerson();
        const int escort = anyPerson();
        sayOf(action::escortAssign, staff(by), id, escortDetails(escort));
        Model::Visit &v = m_model.visits[id];
        const bool may = by == 1 || by == 2 || by == 3 || by == 7 || by == 9;
        // Once somebody is in charge, another one is asked only when that escort is valid no more.
        if (!v.over && v.escort != 0 && may && escort != v.escort && m_model.mayEscort(escort, m_office.now) &&
            !m_model.mayEscort(v.escort, m_office.now))
            v.next = escort;
    }
    void accept()
    {
        const int id = anyVisit();
        if (id == 0)
            return;
        const int escort = draw(3) == 0 ? anyPerson() : 4 + draw(2);
        const int kind = draw(6); // own signature mostly; PIN at the door; a kiosk's claim; somebody else's claim
        QJsonObject details = escortDetails(escort);
        QString actor = staff(escort);
        bool genuine = true;
        if (kind == 3) {
            actor = stationActor(BookDesk::stationId(door));
            details.insert(QStringLiteral("method"), QStringLiteral("pin"));
        } else if (kind == 4) {
            actor = stationActor(BookDesk::stationId(kiosk));
            details.insert(QStringLiteral("method"), QStringLiteral("pin"));
            genuine = false;
        } else if (kind == 5) {
            actor = staff(escort % people + 1);
            genuine = false;
        }
        sayOf(action::escortAccept, actor, id, details);
        Model::Visit &v = m_model.visits[id];
        const QDateTime &at = m_office.now;
        const bool asked = v.escort == 0 || (v.next == escort && v.escort != escort);
        if (genuine && !v.over && m_model.approved(v) && asked && v.from <= at && at < v.until &&
            m_model.mayEscort(escort, at) && m_model.load(escort, at) < perEscort) {
            v.escort = escort;
            v.next = 0;
        }
    }
    void offer()
    {
        const int id = anyVisit();
        if (id == 0)
            return;
        Model::Visit &v = m_model.visits[id];
        const int by = draw(3) == 0 || v.escort == 0 ? anyPerson() : v.escort;
        const int to = 4 + draw(4);
        sayOf(action::escortHandOver, staff(by), id, {{QStringLiteral("to"), BookDesk::staffId(to).text()}});
        if (!v.over && v.escort != 0 && by == v.escort && to != by && m_model.mayEscort(to, m_office.now))
            v.next = to;
    }
    void release()
    {
        const int id = anyVisit();
        if (id == 0)
            return;
        Model::Visit &v = m_model.visits[id];
        const int by = draw(2) == 0 ? anyPerson() : v.escort == 0 ? 8 : v.escort;
        const bool restored = draw(2) == 0;
        sayOf(action::escortRelease, staff(by), id, {{QStringLiteral("restored"), restored}});
        const bool may = by == v.escort || by == 1 || by == 2 || by == 3 || by == 7 || by == 9;
        if (!m_knownInside.contains(id) && v.escort != 0 && may && (!v.hot || restored))
            v.over = true;
    }
    void revoke()
    {
        const int id = anyVisit();
        if (id == 0)
            return;
        const int by = anyPerson();
        Model::Visit &v = m_model.visits[id];
        const bool may = by != 8 && by != 4 && by != 5;
        // The one who was merely asked may revoke too: drawn out of this model by never letting 4 and 5 say it.
        if (!may && by != 8)
            return;
        sayOf(action::escortRevoke, staff(by), id, {{QStringLiteral("code"), QStringLiteral("conduct")}});
        if (may)
            v.over = true;
    }
    void authorise()
    {
        const int by = draw(4) == 0 ? anyPerson() : 1;
        const int who = draw(3) == 0 ? anyPerson() : 4 + draw(2);
        const QDateTime until = m_office.now.addSecs(7200 + draw(14400));
        say(action::escortAuthorise, staff(by), staff(who),
            {{QStringLiteral("zone"), machineRoom.key},
             {QStringLiteral("until"), timeText(until)},
             {QStringLiteral("training"), m_office.now.date().toString(Qt::ISODate)}});
        if (by == 1 && who != by && Model::isManagerial(who))
            m_model.authorised[who] = until;
    }
    void withdraw()
    {
        const int by = draw(2) == 0 ? anyPerson() : 1;
        const int who = 4 + draw(2);
        say(action::escortWithdraw, staff(by), staff(who), {{QStringLiteral("zone"), machineRoom.key}});
        if (by == 1)
            m_model.authorised.erase(who);
    }
    void endVisit()
    {
        const int id = anyVisit();
        if (id == 0)
            return;
        sayOf(action::visitDepart, stationActor(BookDesk::stationId(kiosk)), id, {});
        m_model.visits[id].over = true;
        m_model.visitorsInside.erase(id);
        m_knownInside.erase(id);
    }

    /// What somebody with the database, but without anybody's key that matters, might put into the ledger.
    void forge()
    {
        const int id = std::max(1, anyVisit());
        const QJsonArray array{QJsonObject{{QStringLiteral("visit"), BookDesk::visitId(id).text()}}};
        const QString kioskActor = stationActor(BookDesk::stationId(kiosk));
        const QString unknown = stationActor(BookDesk::stationId(77));
        switch (draw(6)) {
        case 0:
            return passage(action::passageEnter, kioskActor, array);
        case 1:
            return passage(action::passageLeave, unknown, array);
        case 2:
            return sayOf(
                action::escortAccept, unknown, id,
                {{QStringLiteral("escort"), BookDesk::staffId(4).text()}, {QStringLiteral("method"), QStringLiteral("pin")}});
        case 3:
            return say(action::visitRequest, kioskActor, visitSubject(BookDesk::visitId(id)),
                       m_last > 0 ? scope(m_model.visits[m_last]) : QJsonObject());
        case 4:
            return say(action::dutyAssign, staff(8), staff(8),
                       {{QStringLiteral("zone"), machineRoom.key},
                        {QStringLiteral("duty"), QStringLiteral("keeper")},
                        {QStringLiteral("until"), timeText(m_office.now.addYears(9))}});
        default:
            return sayOf(action::escortRelease, kioskActor, id, {{QStringLiteral("restored"), true}});
        }
    }

    void passage(const QString &what, const QString &actor, const QJsonArray &array)
    {
        if (m_last > 0)
            say(what, actor, zoneSubject(machineRoom),
                {{QStringLiteral("zone"), machineRoom.key}, {QStringLiteral("people"), array}});
    }

    /// The line to the database. A door that is back tells what happened meanwhile and replays the ledger as everybody does.
    void toggleLine()
    {
        m_cut = !m_cut;
        if (m_cut) {
            m_atCut = m_model;
            return;
        }
        m_cut = true; // nothing goes to the books that are about to be replaced
        for (const Said &said : m_journal)
            say(said.action, said.actor, said.subject, said.details, said.occurred);
        m_journal.clear();
        m_cut = false;
        m_door = std::make_unique<Desk>();
        for (const Said &said : m_ledger)
            tellDoor(said);
        m_knownInside = m_model.visitorsInside;
    }

    /// A set of badges at the door: some visitors and somebody from the staff. The door asks its own books, the model judges.
    void enter()
    {
        const int id = anyVisit();
        if (id == 0)
            return;
        const int escort = draw(3) == 0 ? anyPerson() : m_model.visits[id].escort;
        const QDateTime &at = m_office.now;
        const VisitId visit = BookDesk::visitId(id);
        const auto inCharge = m_door->book.escortInCharge(visit, machineRoom, at);
        const bool bringsEscort = escort != 0 && inCharge == BookDesk::staffId(escort);
        if (!bringsEscort || m_door->book.whereIs(visit)) {
            ++refused;
            return;
        }
        const Model &known = m_cut ? m_atCut : m_model;
        if (!known.valid(id, at) || known.visits.at(id).escort != escort)
            m_fault = QStringLiteral("visitor %1 was let in against the rules").arg(id);
        ++admitted;
        admittedWhileCut += m_cut ? 1 : 0;
        let(action::passageEnter, id, escort);
        m_model.visitorsInside.insert(id);
        m_model.staffInside.insert(escort);
        if (!m_cut)
            m_knownInside = m_model.visitorsInside;
    }
    void leave()
    {
        if (m_model.visitorsInside.empty() && m_model.staffInside.empty())
            return;
        // Sometimes the escort goes first, or the visitor goes alone.
        const bool staffGoes = !m_model.staffInside.empty() && draw(3) == 0;
        const int id = staffGoes || m_model.visitorsInside.empty() ? 0 : *m_model.visitorsInside.begin();
        const int escort = staffGoes ? *m_model.staffInside.begin() : 0;
        let(action::passageLeave, id, escort);
        m_model.visitorsInside.erase(id);
        m_model.staffInside.erase(escort);
        if (!m_cut)
            m_knownInside = m_model.visitorsInside;
    }
    /// The door knows at once; while it is cut off, everybody else hears of it afterwards.
    void let(const QString &what, int visit, int person)
    {
        QJsonArray array;
        if (visit != 0)
            array.append(QJsonObject{{QStringLiteral("visit"), BookDesk::visitId(visit).text()}});
        if (person != 0)
            array.append(QJsonObject{{QStringLiteral("staff"), BookDesk::staffId(person).text()}});
        const Said said{what,
                        stationActor(BookDesk::stationId(door)),
                        zoneSubject(machineRoom),
                        {{QStringLiteral("zone"), machineRoom.key}, {QStringLiteral("people"), array}},
                        m_office.now,
                        m_office.now};
        if (!m_cut)
            return say(said.action, said.actor, said.subject, said.details);
        m_journal.push_back(said);
        tellDoor(said);
    }

    std::mt19937 m_random;
    Desk m_officeDesk;
    BookDesk &m_office = m_officeDesk.desk;
    EscortBook &m_officeBook = m_officeDesk.book;
    std::unique_ptr<Desk> m_door = std::make_unique<Desk>();
    Model m_model;
    Model m_atCut;
    std::vector<Said> m_ledger;
    std::vector<Said> m_journal; ///< of the door while it is cut off
    std::set<int> m_knownInside; ///< as the ledger has it
    bool m_cut = false;
    int m_last = 0;
    QString m_fault;
};
} // namespace

class TestEscortModel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void nobodyIsLetInAgainstTheRules_data()
    {
        QTest::addColumn<unsigned>("seed");
        for (unsigned seed = 1; seed <= 6; ++seed)
            QTest::addRow("seed %u", seed) << seed;
    }
    void nobodyIsLetInAgainstTheRules()
    {
        QFETCH(unsigned, seed);
        World world(seed);
        for (int step = 0; step < 4000; ++step) {
            world.step();
            const QString fault = world.check();
            QVERIFY2(fault.isEmpty(), qPrintable(QStringLiteral("step %1: %2").arg(step).arg(fault)));
            world.countAlarms();
        }
        m_admitted += world.admitted;
        m_admittedWhileCut += world.admittedWhileCut;
        m_refused += world.refused;
        m_alarms += world.alarmsSeen;
    }

    void somethingHappenedInTheseRuns()
    {
        QVERIFY2(m_admitted > 200, qPrintable(QString::number(m_admitted)));
        QVERIFY2(m_admittedWhileCut > 20, qPrintable(QString::number(m_admittedWhileCut)));
        QVERIFY2(m_refused > 1000, qPrintable(QString::number(m_refused)));
        QVERIFY2(m_alarms > 1000, qPrintable(QString::number(m_alarms)));
    }

private:
    int m_admitted = 0;
    int m_admittedWhileCut = 0;
    int m_refused = 0;
    int m_alarms = 0;
};

GATEHOUSE_TEST(QCoreApplication, TestEscortModel);
#include "tst_escortmodel.moc"
