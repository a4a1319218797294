// SPDX-License-Identifier: GPL-3.0-or-later
#include "contracttest.h"
#include "testprogram.h"

using namespace gatehouse;
using namespace gatehouse::domain;

class TestContractNotes : public test::ContractTest
{
    Q_OBJECT

    SealedNote note(const QString &subject, int minutes)
    {
        return {rows.id<NoteId>(), subject, rows.at(minutes), rows.bytes(300)};
    }

private Q_SLOTS:
    void notesComeBackByIdAndInTheOrderTheyWereWritten()
    {
        const QString subject = QStringLiteral("incident:1");
        const SealedNote later = note(subject, 9);
        const SealedNote earlier = note(subject, 3);
        const SealedNote foreign = note(QStringLiteral("incident:2"), 5);
        TAKE(write, store().beginWrite());
        for (const SealedNote &one : {later, earlier, foreign})
            SUCCEEDS(write->notes().insert(one, {}));
        SUCCEEDS(write->commit());
        TAKE(read, store().beginRead());
        TAKE(stored, read->notes().byId(later.id));
        QCOMPARE(stored, std::optional(later));
        TAKE(none, read->notes().byId(rows.id<NoteId>()));
        QVERIFY(!none);
        TAKE(all, read->notes().ofSubject(subject));
        QCOMPARE(all, (std::vector<SealedNote>{earlier, later}));
    }

    void aNoteIsNeverReplaced()
    {
        const SealedNote first = note(QStringLiteral("round:1"), 1);
        SealedNote again = first;
        again.bytes = rows.bytes(20);
        TAKE(write, store().beginWrite());
        SUCCEEDS(write->notes().insert(first, {}));
        FAILS_WITH(write->notes().insert(again, {}), Conflict);
        TAKE(stored, write->notes().byId(first.id));
        QCOMPARE(stored, std::optional(first));
    }

    void keysBelongToTheNoteAndErasingTakesThemAll()
    {
        const SealedNote one = note(QStringLiteral("round:1"), 1);
        const SealedNote other = note(QStringLiteral("round:1"), 2);
        const NoteKey december{one.id, QStringLiteral("site:2026-12"), rows.bytes(80)};
        const NoteKey november{one.id, QStringLiteral("site:2026-11"), rows.bytes(80)};
        const NoteKey kept{other.id, QStringLiteral("site:2026-11"), rows.bytes(80)};
        TAKE(write, store().beginWrite());
        SUCCEEDS(write->notes().insert(one, {december, november}));
        SUCCEEDS(write->notes().insert(other, {kept}));
        TAKE(keys, write->notes().keys(one.id));
        QCOMPARE(keys, (std::vector<NoteKey>{november, december}));
        SUCCEEDS(write->notes().erase(one.id));
        TAKE(gone, write->notes().keys(one.id));
        QVERIFY(gone.empty());
        TAKE(still, write->notes().keys(other.id));
        QCOMPARE(still, (std::vector<NoteKey>{kept}));
        TAKE(stored, write->notes().byId(one.id));
        QCOMPARE(stored, std::optional(one)); // what the ledger's hash is of stays
        SUCCEEDS(write->commit());
    }
};

GATEHOUSE_TEST(QCoreApplication, TestContractNotes);
#include "tst_contract_notes.moc"
