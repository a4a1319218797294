// SPDX-License-Identifier: GPL-3.0-or-later
#include "contracttest.h"
#include "testprogram.h"

using namespace gatehouse;
using namespace gatehouse::domain;

/// Every text of every aggregate with every kind of awkward text.
class TestContractValues : public test::ContractTest
{
    Q_OBJECT

    void texts()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("null") << QString();
        QTest::newRow("empty") << QStringLiteral("");
        QTest::newRow("10,000 characters") << QString(10000, QLatin1Char('x'));
        QTest::newRow("10,000 Chinese characters") << QString(10000, QChar(0x738b));
        QTest::newRow("emoji") << QStringLiteral("👩‍💻🏳️‍🌈 𠮷野家");
        QTest::newRow("right to left") << QStringLiteral("محمد \u202Eعلي\u202C שלום");
        QTest::newRow("combining") << QStringLiteral("Z\u0301\u0323o\u0308e\u0301");
        QTest::newRow("not normalised") << QStringLiteral("e\u0301 \u00e9");
        QTest::newRow("SQL") << QStringLiteral("'; DROP TABLE visit; -- \" ` ? :name $1 %s %1");
        QTest::newRow("QML and HTML markup") << QStringLiteral("<b>x</b><img src=\"file:///etc/passwd\">\\n{{}}&amp;");
        QTest::newRow("control characters") << QStringLiteral("a\tb\r\nc\u0001\u007f");
        QTest::newRow("zero in the middle") << QString::fromUtf16(u"a\0b", 3);
    }

private Q_SLOTS:
    void textsOfPeople_data() { texts(); }
    void textsOfPeople()
    {
        QFETCH(QString, text);
        Staff staff = rows.staff(text);
        staff.name = text;
        staff.language = text;
        const Station station{rows.id<StationId>(), text, StationKind::Tool, rows.bytes(32), false};
        TAKE(write, store().beginWrite());
        SUCCEEDS(write->staff().insert(staff));
        SUCCEEDS(write->stations().save(station));
        SUCCEEDS(write->commit());
        TAKE(read, store().beginRead());
        TAKE(storedStaff, read->staff().byNumber(text));
        QCOMPARE(storedStaff, std::optional(staff));
        TAKE(storedStation, read->stations().byId(station.id));
        QCOMPARE(storedStation, std::optional(station));
    }

    void textsOfTheSite_data() { texts(); }
    void textsOfTheSite()
    {
        QFETCH(QString, text);
        Zone zone = defaultZones().front();
        zone.id.key = text;
        zone.nameChinese = text;
        Purpose purpose = defaultPurposes().front();
        purpose.nameEnglish = text;
        purpose.optionalZones = {ZoneId{text}};
        TAKE(write, store().beginWrite());
        SUCCEEDS(write->site().saveZone(zone));
        SUCCEEDS(write->site().savePurpose(purpose));
        SUCCEEDS(write->site().setSetting(text, text.toUtf8()));
        TAKE(zones, write->site().zones());
        QCOMPARE(zones, (std::vector<Zone>{zone}));
        TAKE(purposes, write->site().purposes());
        QCOMPARE(purposes, (std::vector<Purpose>{purpose}));
        TAKE(setting, write->site().setting(text));
        QCOMPARE(setting, std::optional(text.toUtf8()));
    }

    void textsOfAVisit_data() { texts(); }
    void textsOfAVisit()
    {
        QFETCH(QString, text);
        Visit visit = rows.visit(1);
        visit.purpose.key = text;
        visit.zones = {ZoneId{text}};
        visit.language = text;
        visit.documentKind = text;
        visit.question = text;
        const Consent consent{text, 1, text, text, rows.at(1)};
        const Item item{text, 1, ItemState::Deposited, text};
        Badge badge = rows.badge(visit.id, 1);
        badge.token = text;
        TAKE(write, store().beginWrite());
        SUCCEEDS(write->visits().insert(visit));
        SUCCEEDS(write->visits().addConsent(visit.id, consent));
        SUCCEEDS(write->visits().setItems(visit.id, {item}));
        SUCCEEDS(write->badges().insert(badge));
        SUCCEEDS(write->commit());
        TAKE(read, store().beginRead());
        VisitQuery query;
        query.zones = {ZoneId{text}};
        TAKE(found, read->visits().find(query));
        QCOMPARE(found, (std::vector<Visit>{visit}));
        TAKE(consents, read->visits().consents(visit.id));
        QCOMPARE(consents, (std::vector<Consent>{consent}));
        TAKE(items, read->visits().items(visit.id));
        QCOMPARE(items, (std::vector<Item>{item}));
        TAKE(badges, read->badges().ofVisit(visit.id));
        QCOMPARE(badges, (std::vector<Badge>{badge}));
    }

    void textsOfSealedDataAndLedger_data() { texts(); }
    void textsOfSealedDataAndLedger()
    {
        QFETCH(QString, text);
        const Visit visit = rows.visit(1);
        const SealedBlob blob{visit.id, text, text.toUtf8()};
        const WrappedKey key{visit.id, text, text.toUtf8()};
        const KioskMail mail{visit.id, visit.station, text, text.toUtf8(), text.toUtf8()};
        LedgerEntry entry = rows.entry({}, visit.station, 1);
        entry.actor = text;
        entry.subject = text;
        entry.details = QJsonObject{{QStringLiteral("text"), text}};
        entry.body = ledgerBody(entry);
        entry.hash = ledgerHash(entry.body);
        TAKE(write, store().beginWrite());
        SUCCEEDS(write->visits().insert(visit));
        SUCCEEDS(write->sealedData().put(blob));
        SUCCEEDS(write->sealedData().putKey(key));
        SUCCEEDS(write->sealedData().putMail(mail));
        SUCCEEDS(write->ledger().append(entry));
        SUCCEEDS(write->commit());
        TAKE(read, store().beginRead());
        TAKE(storedBlob, read->sealedData().blob(visit.id, text));
        QCOMPARE(storedBlob, std::optional(blob));
        TAKE(keys, read->sealedData().keys(visit.id));
        QCOMPARE(keys, (std::vector<WrappedKey>{key}));
        TAKE(storedMail, read->sealedData().mail(visit.id, text));
        QCOMPARE(storedMail, std::optional(mail));
        TAKE(entries, read->ledger().ofSubject(text));
        QCOMPARE(entries, (std::vector<LedgerEntry>{entry}));
    }

    void bytesOfEveryValue()
    {
        QByteArray all(256, '\0');
        for (int i = 0; i < 256; ++i)
            all[i] = static_cast<char>(i);
        TAKE(write, store().beginWrite());
        SUCCEEDS(write->site().setSetting(QStringLiteral("bytes"), all));
        SUCCEEDS(write->commit());
        TAKE(read, store().beginRead());
        TAKE(stored, read->site().setting(QStringLiteral("bytes")));
        QCOMPARE(stored, std::optional(all));
    }
};

GATEHOUSE_TEST(QCoreApplication, TestContractValues);
#include "tst_contract_values.moc"
