// SPDX-License-Identifier: GPL-3.0-or-later
// Somebody holds the database file and writes what they like into it, but holds nobody's keys. That may stop a visit; it never
// gets a badge issued or accepted that no guard signed for, nor a guard's decision past what the rules ask.
#include "rawdatabase.h"
#include "security/tokens.h"
#include "storage/open.h"
#include "testprogram.h"
#include "testsite.h"
#include "usecases/badges.h"
#include "usecases/publishnotice.h"
#include "usecases/staffbadges.h"

#include <QCryptographicHash>
#include <QFile>
#include <QJsonDocument>
#include <QLoggingCategory>
#include <QSet>
#include <QTest>

#include <functional>

using namespace gatehouse;
using namespace gatehouse::domain;
using namespace gatehouse::usecases;
using gatehouse::test::must;
using gatehouse::test::RawDatabase;
using gatehouse::test::TestSite;

namespace
{
/// One change by hand: a statement and its values.
struct Mutation {
    QString name;
    std::vector<std::pair<QString, QVariantList>> statements;
    bool rollsBack = false; ///< a shorter ledger that is whole in itself
};

/// A kiosk or admin program that has been started on the changed database.
struct Program {
    Program(const QString &url, const security::StationIdentity &identity, const Clock &clock, Randomness &randomness)
        : time(clock), authority(identity.rootFingerprint, time)
    {
        auto opened = storage::openStore(url);
        if (!opened)
            return; // does not even start: stopped
        store = std::move(*opened);
        workplace.reset(new Workplace{*store, clock, randomness, identity, authority, time});
    }
    TimeGuard time;
    Authority authority;
    std::unique_ptr<Store> store;
    std::unique_ptr<Workplace> workplace;
};

QString quoted(const QString &name)
{
    return QLatin1Char('"') + name + QLatin1Char('"');
}

QStringList tablesOf(RawDatabase &raw)
{
    QStringList tables;
    for (const QVariantList &row : raw.rows(QStringLiteral("SELECT name FROM sqlite_schema WHERE type = 'table' "
                                                           "AND name NOT LIKE 'sqlite_%' ORDER BY name")))
        tables << row.front().toString();
    return tables;
}

QStringList columnsOf(RawDatabase &raw, const QString &table)
{
    QStringList columns;
    for (const QVariantList &row : raw.rows(QStringLiteral("SELECT name FROM pragma_table_info(?)"), {table}))
        columns << row.front().toString();
    return columns;
}

/// Every change after every attack takes more than an hour. The usual run takes every `step`th, each of the `places` attacks
/// from another start; the starts move on by one a day, so that every change has its turn after every attack.
std::size_t firstOf(qint64 start, int place, int places, std::size_t step)
{
    return (static_cast<std::size_t>(start) + static_cast<std::size_t>(place) * step / static_cast<std::size_t>(places)) % step;
}

/// What somebody might put in place of a value besides what stands in other rows.
QVariantList perturbed(const QVariant &value, const QString &column)
{
    switch (value.typeId()) {
    case QMetaType::LongLong:
    case QMetaType::Int: {
        const qint64 number = value.toLongLong();
        return {number + 1, number - 1, number + 86'400'000, qint64(0), QVariant(QMetaType::fromType<qint64>())};
    }
    case QMetaType::QByteArray: {
        QByteArray flipped = value.toByteArray();
        if (!flipped.isEmpty())
            flipped[0] = static_cast<char>(flipped[0] ^ 1);
        return {flipped, QByteArray("", 0)};
    }
    default: {
        QVariantList texts{QStringLiteral(""), QStringLiteral("x"), QVariant(QMetaType::fromType<QString>())};
        if (column == QLatin1String("state")) {
            for (int state = 0; state <= int(VisitState::Attended); ++state)
                texts << visitStateName(static_cast<VisitState>(state));
            texts << QStringLiteral("issued") << QStringLiteral("active") << QStringLiteral("deposited")
                  << QStringLiteral("returned");
        }
        if (column == QLatin1String("roles"))
            texts << QStringLiteral("guard,escort,manager,auditor,administrator");
        return texts;
    }
    }
}
} // namespace

class TestAdversary : public QObject
{
    Q_OBJECT

    struct Known {
        Visit visit;
        QString token;
        std::vector<Zone> zones;
        BadgeFaceData face;
    };

    static constexpr int attacks = 20; ///< with and without the programs running

    std::unique_ptr<TestSite> m_site;
    std::unique_ptr<QTemporaryDir> m_trials;
    security::BoxKeyPair m_boot;
    security::StationIdentity m_kiosk;
    security::StationIdentity m_admin;
    Visit m_unseen, m_withItem, m_half, m_denied;
    Known m_approved, m_onSite, m_departed;
    std::vector<Mutation> m_mutations;
    std::vector<Mutation> m_made; ///< rows by hand, of tables that have none
    qint64 m_start = 0;           ///< of the changes that this run takes: the day, so that a second try takes the same ones
    int m_trial = 0;
    int m_applied = 0;
    int m_issued = 0;

    QString snapshot() const { return m_site->folder() + QStringLiteral("/snapshot.db"); }

    void makeVisits()
    {
        TestSite &site = *m_site;
        const Workplace &kiosk = site.kiosk().at();
        const Workplace &admin = site.admin().at();
        m_boot = must(announceBoot(kiosk));
        m_unseen = must(requestVisit(kiosk, site.meeting())).front();
        VisitRequest withItem = site.meeting();
        withItem.visitors.front().items = {{QStringLiteral("flammable"), 1, ItemState::Declared, {}}};
        m_withItem = must(requestVisit(kiosk, withItem)).front();
        must(recordOriginalSeen(admin, site.guard(), m_withItem.id));
        VisitRequest room = site.meeting();
        room.purpose = PurposeId{QStringLiteral("machine-room-work")};
        m_half = must(requestVisit(kiosk, room)).front();
        must(recordOriginalSeen(admin, site.guard(), m_half.id));
        must(approveVisit(admin, site.guard(), m_half.id));
        m_denied = site.approvedVisit();
        must(denyVisit(admin, site.secondGuard(), m_denied.id, Reason{QStringLiteral("renewal-seen"), {}}));
        for (Known *known : {&m_onSite, &m_departed, &m_approved}) {
            known->visit = site.approvedVisit();
            auto transaction = must(beginRead(admin));
            for (const Zone &zone : must(siteZones(*transaction, admin))) {
                if (std::find(known->visit.zones.begin(), known->visit.zones.end(), zone.id) != known->visit.zones.end())
                    known->zones.push_back(zone);
            }
            known->face = {QStringLiteral("Anna Maria Eriksson"), QStringLiteral("Northlight Cooling"),
                           QStringLiteral("Li Wei"), TestSite::visitor().portrait};
        }
        m_onSite.token = must(issueBadge(kiosk, m_boot, m_onSite.visit.id)).badge.token;
        m_departed.token = must(issueBadge(kiosk, m_boot, m_departed.visit.id)).badge.token;
        must(checkOut(kiosk, m_departed.token));
    }

    void collectColumns(RawDatabase &raw, const QString &table)
    {
        const QStringList columns = columnsOf(raw, table);
        QStringList list;
        for (const QString &column : columns)
            list << quoted(column);
        const auto rows =
            raw.rows(QStringLiteral("SELECT rowid, %1 FROM %2 ORDER BY rowid").arg(list.join(QLatin1Char(',')), quoted(table)));
        for (int r = 0; r < rows.size(); ++r) {
            const QVariant rowid = rows[r][0];
            for (int c = 0; c < columns.size(); ++c) {
                QVariantList others = perturbed(rows[r][c + 1], columns[c]);
                for (const int step : {1, 2, 5}) {
                    const QVariant other = rows[(r + step) % rows.size()][c + 1];
                    if (other != rows[r][c + 1])
                        others << other;
                }
                const QString statement =
                    QStringLiteral("UPDATE %1 SET %2 = ? WHERE rowid = ?").arg(quoted(table), quoted(columns[c]));
                for (const QVariant &other : others)
                    m_mutations.push_back(
                        {QStringLiteral("%1.%2 of row %3").arg(table, columns[c]).arg(r), {{statement, {other, rowid}}}});
            }
            m_mutations.push_back({QStringLiteral("%1 without row %2").arg(table).arg(r),
                                   {{QStringLiteral("DELETE FROM %1 WHERE rowid = ?").arg(quoted(table)), {rowid}}}});
        }
        m_mutations.push_back({table + QStringLiteral(" emptied"), {{QStringLiteral("DELETE FROM ") + quoted(table), {}}}});
    }

    /// Each row once more beside itself, under another key.
    void collectMoreRows(RawDatabase &raw, const QString &table)
    {
        QStringList key;
        for (const QVariantList &row :
             raw.rows(QStringLiteral("SELECT name FROM pragma_table_info(?) WHERE pk > 0 ORDER BY pk"), {table}))
            key << row.front().toString();
        if (key.isEmpty())
            return;
        static const QStringList alone = {"number", "station_counter", "given_at"}; // that the schema wants no two of
        const QStringList columns = columnsOf(raw, table);
        const auto rows = raw.rows(QStringLiteral("SELECT rowid FROM %1 ORDER BY rowid").arg(quoted(table)));
        for (int r = 0; r < rows.size(); ++r) {
            const QString other = QUuid::createUuid().toString(QUuid::WithoutBraces);
            QStringList values;
            for (const QString &column : columns)
                values
                    << (column == key.last() || alone.contains(column)
                            ? QStringLiteral("CASE typeof(%1) WHEN 'integer' THEN %1 + 1000 ELSE '%2' END").arg(column, other)
                            : column);
            m_mutations.push_back({QStringLiteral("%1 with row %2 twice").arg(table).arg(r),
                                   {{QStringLiteral("INSERT INTO %1 (%2) SELECT %3 FROM %1 WHERE rowid = ?")
                                         .arg(table, columns.join(QLatin1Char(',')), values.join(QLatin1Char(','))),
                                     {rows[r][0]}}}});
        }
    }

    void make(const QString &table, const QVariantList &values, std::vector<std::pair<QString, QVariantList>> then = {})
    {
        const QStringList places(values.size(), QStringLiteral("?"));
        then.insert(then.begin(),
                    {QStringLiteral("INSERT INTO %1 VALUES (%2)").arg(quoted(table), places.join(QLatin1Char(','))), values});
        m_made.push_back({table + QStringLiteral(" with a row by hand"), std::move(then)});
    }

    /// What somebody who knows what these tables are for might write into them.
    void makeRows()
    {
        const qint64 now = m_site->clock.now().toMSecsSinceEpoch();
        const qint64 day = 86'400'000;
        const security::SignKeyPair own = security::makeSignKeyPair();
        const auto id = [] { return QUuid::createUuid().toString(QUuid::WithoutBraces); };
        const QString guard = m_site->guard().staff.id.text();
        const QString manager = m_site->manager().staff.id.text();
        for (const QString &staff :
             {guard, m_site->secondGuard().staff.id.text(), manager}) // a one-time code of the attacker's
            make(QStringLiteral("activation"), {staff, own.publicKey, now + day});
        for (const Visit *visit : {&m_unseen, &m_half, &m_denied}) { // as if a manager had asked them to come
            const QString invitation = id();
            make(QStringLiteral("invitation"),
                 {invitation, manager, manager, visit->purpose.key, QStringLiteral("[\"machine-room\",\"office\"]"), now - day,
                  now + day, now - day, 0},
                 {{QStringLiteral("UPDATE visit SET invitation = ? WHERE id = ?"), {invitation, visit->id.text()}}});
            const QString note = id();
            make(QStringLiteral("note"),
                 {note, QStringLiteral("visit:") + visit->id.text(), now, QByteArray("approved by the manager")});
            make(QStringLiteral("note_key"), {note, QStringLiteral("staff:") + guard, QByteArray(80, 'k')});
        }
        make(QStringLiteral("setting"), {pinSetting(m_site->guard().staff.id), QByteArray("1234")});
        make(QStringLiteral("setting"), {QStringLiteral("notice.privacy.version"), QByteArray("0")});
        make(QStringLiteral("setting"), {QStringLiteral("schema"), QByteArray("1")});
        for (const security::StationIdentity *station : {&m_kiosk, &m_admin})
            make(QStringLiteral("station_pulse"),
                 {station->stationId, now + day, security::sign(own.secretKey, QByteArray("alive"))});
    }

    /// All rows of one visit in one table put in the place of another visit's.
    void collectCopies(RawDatabase &raw, const QString &table)
    {
        QStringList columns = columnsOf(raw, table);
        const bool visits = table == QLatin1String("visit");
        const QString key = visits ? QStringLiteral("id") : QStringLiteral("visit");
        if (!columns.contains(key))
            return;
        for (const char *own : {"id", "visit", "number", "serial", "seq"})
            columns.removeAll(QLatin1String(own));
        const auto ids = raw.rows(QStringLiteral("SELECT id FROM visit"));
        for (const QVariantList &from : ids) {
            for (const QVariantList &to : ids) {
                if (from == to)
                    continue;
                Mutation mutation{QStringLiteral("%1 of another visit").arg(table), {}};
                if (visits) {
                    const QString list = columns.join(QLatin1Char(','));
                    mutation.statements = {
                        {QStringLiteral("UPDATE visit SET (%1) = (SELECT %1 FROM visit f WHERE f.id = ?) WHERE id = ?")
                             .arg(list),
                         {from[0], to[0]}}};
                } else if (table != QLatin1String("badge")) {
                    const QString list = columns.join(QLatin1Char(','));
                    mutation.statements = {
                        {QStringLiteral("DELETE FROM %1 WHERE visit = ?").arg(table), {to[0]}},
                        {QStringLiteral("INSERT INTO %1 (visit, %2) SELECT ?, %2 FROM %1 WHERE visit = ?").arg(table, list),
                         {to[0], from[0]}}};
                }
                if (!mutation.statements.empty())
                    m_mutations.push_back(mutation);
            }
        }
    }

    void collectTruncations(RawDatabase &raw)
    {
        const qint64 last = raw.value(QStringLiteral("SELECT MAX(sequence) FROM ledger")).toLongLong();
        for (qint64 keep = 0; keep < last; ++keep) {
            const std::pair<QString, QVariantList> cut{QStringLiteral("DELETE FROM ledger WHERE sequence > ?"), {keep}};
            m_mutations.push_back({QStringLiteral("ledger cut behind %1").arg(keep), {cut}});
            m_mutations.push_back({QStringLiteral("ledger cut behind %1 with its head").arg(keep),
                                   {cut,
                                    {QStringLiteral("UPDATE ledger_head SET sequence = ?, hash = "
                                                    "COALESCE((SELECT hash FROM ledger WHERE sequence = ?), zeroblob(32))"),
                                     {keep, keep}}},
                                   true});
        }
    }

    static void freeOfTriggers(RawDatabase &raw)
    {
        for (const QVariantList &trigger : raw.rows(QStringLiteral("SELECT name FROM sqlite_schema WHERE type = 'trigger'")))
            QVERIFY(raw.run(QStringLiteral("DROP TRIGGER ") + trigger.front().toString()));
    }

    // What the attacker does first, so that the single changes meet visits that look decided.

    void sealForgedFaces(RawDatabase &raw)
    {
        const BadgeFaceData forged{QStringLiteral("Mallory"), QStringLiteral("Nobody Ltd"), QStringLiteral("Li Wei"),
                                   QByteArray("another face")};
        QVERIFY(raw.run(QStringLiteral("DELETE FROM kiosk_mail")));
        for (const QVariantList &id : raw.rows(QStringLiteral("SELECT id FROM visit"))) {
            QByteArray plain = encodeFace(forged);
            const QByteArray bytes = must(
                security::sealText(m_boot.publicKey, id[0].toString(), kioskmail::face, security::SecureBytes::take(plain)));
            QVERIFY(raw.run(
                QStringLiteral("INSERT INTO kiosk_mail (visit, kind, station, boot_key, content) VALUES (?, 'face', ?, ?, ?)"),
                {id[0], m_kiosk.stationId, m_boot.publicKey, bytes}));
        }
    }

    /// Approvals for every visit that follow the chain, in the name of the guard, signed with a key that is not the guard's.
    void forgeApprovals(RawDatabase &raw, const security::SignKeyPair &key, bool claimTheGuardsKey)
    {
        const auto genuine = raw.rows(
            QStringLiteral("SELECT details FROM ledger WHERE action = 'visit.approve' ORDER BY sequence DESC LIMIT 1"));
        for (const QVariantList &id : raw.rows(QStringLiteral("SELECT id FROM visit"))) {
            for (const StaffSession *guard : {&m_site->guard(), &m_site->secondGuard()}) {
                LedgerEntry entry;
                entry.sequence = raw.value(QStringLiteral("SELECT sequence FROM ledger_head")).toLongLong() + 1;
                entry.previous = raw.value(QStringLiteral("SELECT hash FROM ledger_head")).toByteArray();
                entry.occurred = entry.recorded = m_site->clock.now();
                entry.station = StationId::fromText(m_kiosk.stationId);
                entry.stationCounter = 100'000 + entry.sequence;
                entry.actor = staffActor(guard->staff.id);
                entry.action = action::visitApprove;
                entry.subject = QStringLiteral("visit:") + id[0].toString();
                entry.details = QJsonDocument::fromJson(genuine.front().front().toString().toUtf8()).object();
                entry.body = ledgerBody(entry);
                entry.hash = ledgerHash(entry.body);
                entry.signer = claimTheGuardsKey ? guard->keys.sign.publicKey : key.publicKey;
                entry.signature = security::sign(key.secretKey, entry.hash);
                QVERIFY(raw.run(QStringLiteral("INSERT INTO ledger VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
                                {entry.sequence, entry.occurred.toMSecsSinceEpoch(), entry.recorded.toMSecsSinceEpoch(),
                                 entry.station.text(), entry.stationCounter, entry.actor, entry.action, entry.subject,
                                 QString::fromUtf8(QJsonDocument(entry.details).toJson(QJsonDocument::Compact)), entry.previous,
                                 entry.body, entry.hash, entry.signer, entry.signature}));
                QVERIFY(raw.run(QStringLiteral("UPDATE ledger_head SET sequence = ?, hash = ?"), {entry.sequence, entry.hash}));
            }
        }
    }

    void prepare(RawDatabase &raw, const QString &attack)
    {
        freeOfTriggers(raw);
        if (attack == QLatin1String("approved by hand"))
            QVERIFY(raw.run(QStringLiteral("UPDATE visit SET state = 'approved', original_seen_at = requested_at")));
        if (attack == QLatin1String("approved with forged faces")) {
            QVERIFY(raw.run(QStringLiteral("UPDATE visit SET state = 'approved', original_seen_at = requested_at")));
            sealForgedFaces(raw);
        }
        if (attack == QLatin1String("everybody back on site")) {
            QVERIFY(raw.run(QStringLiteral("UPDATE visit SET state = 'on-site', left_at = NULL")));
            QVERIFY(raw.run(QStringLiteral("UPDATE badge SET state = 'issued', ended_at = NULL")));
        }
        if (attack == QLatin1String("waiting visits made harmless")) {
            QVERIFY(raw.run(QStringLiteral("UPDATE visit SET state = 'requested', original_seen_at = requested_at")));
            QVERIFY(raw.run(QStringLiteral("UPDATE visit_item SET state = 'deposited', tag = '17'")));
        }
        if (attack == QLatin1String("badges never issued")) {
            QVERIFY(raw.run(QStringLiteral("UPDATE visit SET state = 'approved', left_at = NULL, entered_at = NULL")));
            QVERIFY(raw.run(QStringLiteral("DELETE FROM badge")));
        }
        if (attack.startsWith(QLatin1String("forged approvals"))) {
            QVERIFY(raw.run(QStringLiteral("UPDATE visit SET state = 'approved', original_seen_at = requested_at")));
            const bool station = attack.contains(QLatin1String("station"));
            const security::SignKeyPair own = security::makeSignKeyPair();
            forgeApprovals(raw, station ? m_kiosk.keys : own, attack.contains(QLatin1String("guard")));
        }
    }

    // What must never happen.

    void probeNeverApproved(const Workplace &kiosk, const Workplace &admin)
    {
        for (const Visit *visit : {&m_unseen, &m_withItem, &m_half}) {
            QVERIFY2(!issueBadge(kiosk, m_boot, visit->id), "a badge at the kiosk");
            QVERIFY2(!issueBadgeAtDesk(admin, m_site->guard(), visit->id), "a badge at the desk");
        }
    }

    void probeEnded(const Workplace &kiosk, const Workplace &admin)
    {
        for (const Visit *visit : {&m_denied, &m_departed.visit, &m_onSite.visit})
            QVERIFY2(!issueBadge(kiosk, m_boot, visit->id), "a badge at the kiosk");
        for (const Visit *visit : {&m_denied, &m_departed.visit})
            QVERIFY2(!issueBadgeAtDesk(admin, m_site->guard(), visit->id), "a badge at the desk");
        if (const auto again = issueBadgeAtDesk(admin, m_site->guard(), m_onSite.visit.id)) {
            QCOMPARE(again->badge.visit, m_onSite.visit.id);
            QVERIFY(beginRead(admin)); // follows what was just written
            const std::vector<BadgeRecord> out = admin.authority.badges().outOf(m_onSite.visit.id);
            QCOMPARE(out.size(), 1U);
            QCOMPARE(again->badge.serial, out.front().serial);
            if (again->badge.token != m_onSite.token) { // its row was of no use: another one took its place
                const auto replaced = verifyBadge(admin, m_onSite.token);
                QVERIFY2(replaced && !replaced->authorised, "two badges of one visit are good");
            }
            QCOMPARE(again->badge.validUntil, m_onSite.visit.windowUntil);
            QCOMPARE(again->zones, m_onSite.zones);
            QCOMPARE(again->face.name, m_onSite.face.name);
        }
    }

    void probeTokens(const Workplace &kiosk, const Workplace &admin)
    {
        if (const auto answer = verifyBadge(admin, m_departed.token))
            QVERIFY2(!answer->authorised, "the badge of one who left is accepted");
        if (const auto answer = verifyBadge(admin, m_onSite.token); answer && answer->authorised) {
            QCOMPARE(answer->visit->id, m_onSite.visit.id);
            QCOMPARE(answer->visit->windowUntil, m_onSite.visit.windowUntil);
            QCOMPARE(answer->zones, m_onSite.zones);
        }
        QVERIFY2(!checkOut(kiosk, m_departed.token), "the same badge is taken back twice");
    }

    void probeDecisions(const Workplace &admin)
    {
        const Reason reason{QStringLiteral("other"), QStringLiteral("because")};
        QVERIFY2(!approveVisit(admin, m_site->guard(), m_unseen.id, reason), "approved though nobody saw the original (R1)");
        QVERIFY2(!approveVisit(admin, m_site->guard(), m_withItem.id, reason),
                 "approved though the item was not handed in (R6)");
        QVERIFY2(!approveVisit(admin, m_site->guard(), m_half.id, reason), "one person counts as two");
    }

    void probeApproved(const Workplace &kiosk)
    {
        const auto issued = issueBadge(kiosk, m_boot, m_approved.visit.id);
        if (!issued)
            return;
        ++m_issued;
        QCOMPARE(issued->zones, m_approved.zones);
        QCOMPARE(issued->badge.visit, m_approved.visit.id);
        QCOMPARE(issued->badge.validFrom, m_approved.visit.windowFrom);
        QCOMPARE(issued->badge.validUntil, m_approved.visit.windowUntil);
        QCOMPARE(issued->face.name, m_approved.face.name);
        QCOMPARE(issued->face.portrait, m_approved.face.portrait);
    }

    void probe(const Workplace &kiosk, const Workplace &admin, bool rolledBack)
    {
        std::vector<std::function<void()>> probes{[&] { probeNeverApproved(kiosk, admin); }};
        // A whole database put back to an earlier moment is what the witnesses outside the database are for (design.md section
        // 5); a program that starts on one sees a denied visit approved again, as it once was, by a signed approval.
        if (!rolledBack) {
            probes.push_back([&] { probeEnded(kiosk, admin); });
            probes.push_back([&] { probeTokens(kiosk, admin); });
            probes.push_back([&] { probeDecisions(admin); });
            probes.push_back([&] { probeApproved(kiosk); });
        }
        for (const auto &one : probes) {
            one();
            if (QTest::currentTestFailed())
                return;
        }
    }

    void attempt(const QString &attack, const Mutation &mutation, bool running)
    {
        const QString path = m_trials->filePath(QStringLiteral("%1.db").arg(++m_trial));
        QVERIFY(QFile::copy(snapshot(), path));
        const QString url = QStringLiteral("sqlite:") + path;
        {
            std::unique_ptr<Program> kiosk;
            std::unique_ptr<Program> admin;
            const auto start = [&] {
                kiosk = std::make_unique<Program>(url, m_kiosk, m_site->clock, m_site->randomness);
                admin = std::make_unique<Program>(url, m_admin, m_site->clock, m_site->randomness);
            };
            if (running) { // the programs have verified the ledger before somebody changes it
                start();
                must(beginRead(*kiosk->workplace));
                must(beginRead(*admin->workplace));
            }
            bool applied = true;
            {
                RawDatabase raw(path);
                QVERIFY(raw.run(QStringLiteral("BEGIN")));
                prepare(raw, attack);
                for (const auto &[statement, values] : mutation.statements)
                    applied = applied && raw.run(statement, values);
                QVERIFY(raw.run(applied ? QStringLiteral("COMMIT") : QStringLiteral("ROLLBACK")));
            }
            if (applied) { // else the schema itself refused
                ++m_applied;
                if (!running)
                    start();
                if (kiosk->workplace && admin->workplace)
                    probe(*kiosk->workplace, *admin->workplace, mutation.rollsBack && !running);
            }
        }
        for (const char *ending : {"", "-wal", "-shm"})
            QFile::remove(path + QLatin1String(ending));
        if (QTest::currentTestFailed())
            qInfo().noquote() << "after" << (attack.isEmpty() ? QStringLiteral("nothing") : attack) << "and" << mutation.name
                              << (mutation.statements.empty() ? QVariantList() : mutation.statements.front().second);
    }

private Q_SLOTS:
    void initTestCase()
    {
        QLoggingCategory::setFilterRules(QStringLiteral("gatehouse.*=false"));
        // In memory where that can be: thousands of databases are made and thrown away.
        m_trials = std::make_unique<QTemporaryDir>(QStringLiteral("/dev/shm/gatehouse-adversary-XXXXXX"));
        if (!m_trials->isValid())
            m_trials = std::make_unique<QTemporaryDir>();
        QVERIFY(m_trials->isValid());
        m_site = std::make_unique<TestSite>();
        makeVisits();
        m_kiosk = must(security::StationVault(m_site->vaultFolder()).identity(QStringLiteral("kiosk")));
        m_admin = must(security::StationVault(m_site->vaultFolder()).identity(QStringLiteral("admin")));
        RawDatabase raw(m_site->databasePath());
        QVERIFY(raw.run(QStringLiteral("VACUUM INTO ?"), {snapshot()}));
        for (const QString &table : tablesOf(raw)) {
            collectColumns(raw, table);
            collectCopies(raw, table);
            collectMoreRows(raw, table);
        }
        collectTruncations(raw);
        makeRows();
        for (const QString &table : tablesOf(raw)) {
            const QString insert = QStringLiteral("INSERT INTO %1 ").arg(quoted(table));
            const auto intoIt = [&](const Mutation &made) { return made.statements.front().first.startsWith(insert); };
            QVERIFY2(raw.value(QStringLiteral("SELECT COUNT(*) FROM ") + quoted(table)).toInt() > 0 ||
                         std::any_of(m_made.begin(), m_made.end(), intoIt),
                     qPrintable(QStringLiteral("nobody writes a row into the table %1").arg(table)));
        }
        m_mutations.insert(m_mutations.end(), m_made.begin(), m_made.end());
        QVERIFY(m_mutations.size() > 2000);
        const QString chosen = qEnvironmentVariable("GATEHOUSE_ADVERSARY_START");
        m_start = chosen.isEmpty() ? QDateTime::currentDateTimeUtc().date().toJulianDay() : chosen.toLongLong();
        QVERIFY(m_start >= 0);
        qInfo("%zu changes; GATEHOUSE_ADVERSARY_START=%lld takes the same ones again", m_mutations.size(),
              static_cast<long long>(m_start));
    }

    void theProbesHoldOnWhatNobodyChanged()
    {
        attempt({}, {QStringLiteral("nothing"), {}}, false);
        QCOMPARE(m_issued, 1); // the one visit that was approved gets its badge
    }

    void anyRowOfAnyTable_data()
    {
        QTest::addColumn<bool>("running");
        QTest::addColumn<int>("place");
        int place = 0;
        for (const char *attack :
             {"", "approved by hand", "approved with forged faces", "everybody back on site", "waiting visits made harmless",
              "badges never issued", "forged approvals, own key", "forged approvals, own key as the guard's",
              "forged approvals, station's key", "forged approvals, station's key as the guard's"}) {
            QTest::addRow("%s", *attack ? attack : "nothing else") << false << place++;
            QTest::addRow("%s, programs running", *attack ? attack : "nothing else") << true << place++;
        }
        QCOMPARE(place, attacks);
    }

    void anyRowOfAnyTable()
    {
        QFETCH(bool, running);
        QFETCH(int, place);
        QString attack = QString::fromLatin1(QTest::currentDataTag()).remove(QStringLiteral(", programs running"));
        if (attack == QLatin1String("nothing else"))
            attack.clear();
        const int wanted = qEnvironmentVariableIntValue("GATEHOUSE_ADVERSARY_STEP");
        const std::size_t step = wanted > 0 ? static_cast<std::size_t>(wanted) : 199;
        const std::size_t first = firstOf(m_start, place, attacks, step);
        attempt(attack, {QStringLiteral("nothing"), {}}, running);
        const int before = m_applied;
        for (std::size_t i = first; i < m_mutations.size() && !QTest::currentTestFailed(); i += step)
            attempt(attack, m_mutations[i], running);
        QVERIFY(QTest::currentTestFailed() || m_applied > before);
    }

    /// A change that is no SQL would be taken for one that the schema refused.
    void everyChangeIsOneThatOnlyTheSchemaRefuses()
    {
        const QString path = m_trials->filePath(QStringLiteral("changes.db"));
        QVERIFY(QFile::copy(snapshot(), path));
        RawDatabase raw(path);
        freeOfTriggers(raw);
        for (const Mutation &mutation : m_mutations) {
            QVERIFY(raw.run(QStringLiteral("BEGIN")));
            for (const auto &[statement, values] : mutation.statements) {
                if (raw.run(statement, values))
                    continue;
                const QString error = raw.error();
                const bool refused = error.contains(QLatin1String("constraint")) ||
                                     error.contains(QLatin1String("cannot store")) || // a table is strict about its types
                                     error.contains(QLatin1String("datatype mismatch"));
                QVERIFY2(refused, qPrintable(mutation.name + QStringLiteral(": ") + error));
                break;
            }
            QVERIFY(raw.run(QStringLiteral("ROLLBACK")));
        }
    }

    void everyChangeHasItsTurnAfterEveryAttack()
    {
        for (const std::size_t step : {std::size_t(199), std::size_t(23)}) {
            for (int place = 0; place < attacks; ++place) {
                QSet<std::size_t> starts;
                for (std::size_t day = 0; day < step; ++day)
                    starts.insert(firstOf(m_start + static_cast<qint64>(day), place, attacks, step));
                QCOMPARE(starts.size(), static_cast<qsizetype>(step));
            }
            QSet<std::size_t> today;
            for (int place = 0; place < attacks; ++place)
                today.insert(firstOf(m_start, place, attacks, step));
            QCOMPARE(today.size(), static_cast<qsizetype>(attacks)); // each takes other ones
        }
    }

    void aRowInATableThatHasNone_data()
    {
        QTest::addColumn<QString>("attack");
        QTest::addColumn<bool>("running");
        for (const char *attack : {"", "approved by hand"}) {
            QTest::addRow("%s", *attack ? attack : "nothing else") << attack << false;
            QTest::addRow("%s, programs running", *attack ? attack : "nothing else") << attack << true;
        }
    }

    void aRowInATableThatHasNone()
    {
        QFETCH(QString, attack);
        QFETCH(bool, running);
        for (const Mutation &made : m_made) {
            const int before = m_applied;
            attempt(attack, made, running);
            QVERIFY2(QTest::currentTestFailed() || m_applied == before + 1, qPrintable(made.name)); // the schema takes it
            if (QTest::currentTestFailed())
                return;
        }
    }

    void r15NoChangedRowBringsAnOlderNoticeBack_data()
    {
        QTest::addColumn<QString>("statement");
        QTest::newRow("nothing") << QString();
        QTest::newRow("a setting") << QStringLiteral(
            "INSERT INTO setting (name, content) VALUES ('notice.privacy.version', x'31')");
        QTest::newRow("the visitor's consent")
            << QStringLiteral("UPDATE visit_consent SET version = 2 WHERE notice = 'privacy'");
        QTest::newRow("the statement changed")
            << QStringLiteral("UPDATE ledger SET details = replace(details, '2', '1') WHERE action = 'notice.publish'");
        QTest::newRow("the statement in another's name")
            << QStringLiteral("UPDATE ledger SET action = 'visit.ask' WHERE action = 'notice.publish'");
        QTest::newRow("the statement gone") << QStringLiteral("DELETE FROM ledger WHERE action = 'notice.publish'");
    }

    void r15NoChangedRowBringsAnOlderNoticeBack()
    {
        QFETCH(QString, statement);
        TestSite site;
        const Workplace &admin = site.admin().at();
        const Visit visit = must(requestVisit(site.kiosk().at(), site.meeting())).front(); // agrees to the first version
        must(recordOriginalSeen(admin, site.guard(), visit.id));
        must(publishNotice(admin, site.manager(), notice::privacy, 2));
        {
            RawDatabase raw(site.databasePath());
            freeOfTriggers(raw);
            QVERIFY(statement.isEmpty() || raw.run(statement));
        }
        site.admin().restart();
        const auto approved = approveVisit(site.admin().at(), site.guard(), visit.id);
        QVERIFY(!approved);
        if (statement.isEmpty())
            QCOMPARE(approved.error().code, ErrorCode::Blocked);
    }
};

GATEHOUSE_TEST(QCoreApplication, TestAdversary);
#include "tst_adversary.moc"
