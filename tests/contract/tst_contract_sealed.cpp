// SPDX-License-Identifier: GPL-3.0-or-later
#include "contracttest.h"
#include "testprogram.h"

using namespace gatehouse;
using namespace gatehouse::domain;

class TestContractSealed : public test::ContractTest
{
    Q_OBJECT
private Q_SLOTS:
    void blobsAreReplacedByVisitAndField()
    {
        const Visit visit = rows.visit(1);
        const Visit other = rows.visit(2);
        const SealedBlob old{visit.id, sealed::record, rows.bytes(400)};
        const SealedBlob record{visit.id, sealed::record, rows.bytes(300)};
        const SealedBlob portrait{visit.id, sealed::portrait, rows.bytes(200000)};
        const SealedBlob foreign{other.id, sealed::record, rows.bytes(10)};
        TAKE(write, store().beginWrite());
        SUCCEEDS(write->visits().insert(visit));
        SUCCEEDS(write->visits().insert(other));
        for (const SealedBlob &blob : {old, record, portrait, foreign})
            SUCCEEDS(write->sealedData().put(blob));
        SUCCEEDS(write->commit());
        TAKE(read, store().beginRead());
        TAKE(stored, read->sealedData().blob(visit.id, sealed::record));
        QCOMPARE(stored, std::optional(record));
        TAKE(none, read->sealedData().blob(visit.id, sealed::answer));
        QVERIFY(!none);
        TAKE(all, read->sealedData().blobs(visit.id));
        QCOMPARE(all, (std::vector<SealedBlob>{portrait, record}));
    }

    void keysAreReplacedByRecipient()
    {
        const Visit visit = rows.visit(1);
        const WrappedKey site{visit.id, QStringLiteral("site:2026-11"), rows.bytes(80)};
        WrappedKey host{visit.id, QStringLiteral("staff:host"), rows.bytes(80)};
        TAKE(write, store().beginWrite());
        SUCCEEDS(write->visits().insert(visit));
        SUCCEEDS(write->sealedData().putKey(host));
        host.bytes = rows.bytes(80);
        SUCCEEDS(write->sealedData().putKey(host));
        SUCCEEDS(write->sealedData().putKey(site));
        TAKE(keys, write->sealedData().keys(visit.id));
        QCOMPARE(keys, (std::vector<WrappedKey>{site, host}));
        TAKE(none, write->sealedData().keys(rows.id<VisitId>()));
        QVERIFY(none.empty());
    }

    void cardsComeInTheOrderTheyWereWritten()
    {
        std::vector<SealedCard> cards;
        TAKE(write, store().beginWrite());
        for (int number = 1; number <= 5; ++number) {
            const Visit visit = rows.visit(number);
            SUCCEEDS(write->visits().insert(visit));
            cards.push_back({visit.id, QStringLiteral("2026-11"), number % 2 == 0, rows.bytes(60)});
            SUCCEEDS(write->sealedData().putCard(cards.back()));
        }
        SUCCEEDS(write->commit());
        TAKE(read, store().beginRead());
        qint64 after = 0;
        TAKE(first, read->sealedData().cards(after, 3));
        QCOMPARE(first, (std::vector<SealedCard>{cards[0], cards[1], cards[2]}));
        TAKE(rest, read->sealedData().cards(after, 3));
        QCOMPARE(rest, (std::vector<SealedCard>{cards[3], cards[4]}));
        const qint64 end = after;
        TAKE(none, read->sealedData().cards(after, 3));
        QVERIFY(none.empty());
        QCOMPARE(after, end);
        TAKE(one, read->sealedData().card(cards[1].visit));
        QCOMPARE(one, std::optional(cards[1]));
        TAKE(unknown, read->sealedData().card(rows.id<VisitId>()));
        QVERIFY(!unknown);
    }

    void aReplacedCardComesAgain()
    {
        const Visit visit = rows.visit(1);
        const Visit later = rows.visit(2);
        qint64 after = 0;
        TAKE(write, store().beginWrite());
        SUCCEEDS(write->visits().insert(visit));
        SUCCEEDS(write->visits().insert(later));
        SUCCEEDS(write->sealedData().putCard({visit.id, QStringLiteral("2026-11"), false, rows.bytes(60)}));
        const SealedCard last{later.id, QStringLiteral("2026-11"), false, rows.bytes(60)};
        SUCCEEDS(write->sealedData().putCard(last));
        TAKE(seen, write->sealedData().cards(after, 10));
        QCOMPARE(seen.size(), std::size_t(2));
        // Also when it was the last one: its place must not be used twice.
        const SealedCard fast{later.id, QStringLiteral("2026-11"), true, rows.bytes(50)};
        SUCCEEDS(write->sealedData().putCard(fast));
        TAKE(again, write->sealedData().cards(after, 10));
        QCOMPARE(again, (std::vector<SealedCard>{fast}));
        qint64 start = 0;
        TAKE(all, write->sealedData().cards(start, 10));
        QCOMPARE(all.size(), std::size_t(2));
    }

    void sealingKeysAndGrants()
    {
        const Staff guard = rows.staff(QStringLiteral("S-1"));
        const Staff manager = rows.staff(QStringLiteral("S-2"));
        const SealingKey november{QStringLiteral("2026-11"), rows.bytes(32), rows.at(0)};
        SealingKey december{QStringLiteral("2026-12"), rows.bytes(32), rows.at(60)};
        TAKE(write, store().beginWrite());
        SUCCEEDS(write->staff().insert(guard));
        SUCCEEDS(write->staff().insert(manager));
        SUCCEEDS(write->sealedData().saveSealingKey(december));
        SUCCEEDS(write->sealedData().saveSealingKey(november));
        december.publicKey = rows.bytes(32);
        SUCCEEDS(write->sealedData().saveSealingKey(december));
        TAKE(keys, write->sealedData().sealingKeys());
        QCOMPARE(keys, (std::vector<SealingKey>{november, december}));
        KeyGrant grant{december.id, guard.id, rows.bytes(80)};
        SUCCEEDS(write->sealedData().saveGrant(grant));
        grant.bytes = rows.bytes(80);
        SUCCEEDS(write->sealedData().saveGrant(grant));
        SUCCEEDS(write->sealedData().saveGrant({november.id, manager.id, rows.bytes(80)}));
        TAKE(grants, write->sealedData().grants(guard.id));
        QCOMPARE(grants, (std::vector<KeyGrant>{grant}));
        SUCCEEDS(write->commit());
    }

    void mailIsReplacedReadAndRemoved()
    {
        const Visit visit = rows.visit(1);
        KioskMail face{visit.id, visit.station, QStringLiteral("face"), rows.bytes(32), rows.bytes(20000)};
        const KioskMail question{visit.id, visit.station, QStringLiteral("question"), rows.bytes(32), rows.bytes(90)};
        TAKE(write, store().beginWrite());
        SUCCEEDS(write->visits().insert(visit));
        SUCCEEDS(write->sealedData().putMail(face));
        SUCCEEDS(write->sealedData().putMail(question));
        face.bootKey = rows.bytes(32);
        face.bytes = rows.bytes(10);
        face.station = rows.id<StationId>();
        SUCCEEDS(write->sealedData().putMail(face));
        TAKE(stored, write->sealedData().mail(visit.id, face.kind));
        QCOMPARE(stored, std::optional(face));
        SUCCEEDS(write->sealedData().removeMail(visit.id, face.kind));
        TAKE(gone, write->sealedData().mail(visit.id, face.kind));
        QVERIFY(!gone);
        TAKE(other, write->sealedData().mail(visit.id, question.kind));
        QCOMPARE(other, std::optional(question));
        SUCCEEDS(write->sealedData().removeMail(visit.id, face.kind));
    }
};

GATEHOUSE_TEST(QCoreApplication, TestContractSealed);
#include "tst_contract_sealed.moc"
