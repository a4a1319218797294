// SPDX-License-Identifier: GPL-3.0-or-later
// Somebody with the database puts keys and sealed texts there: public keys suffice to seal, and rows to lay it anywhere.
#include "rawdatabase.h"
#include "testprogram.h"
#include "testsite.h"
#include "usecases/badgefaces.h"
#include "usecases/readvisits.h"

#include <QCryptographicHash>
#include <QTest>

using namespace gatehouse;
using namespace gatehouse::domain;
using namespace gatehouse::usecases;
using gatehouse::test::must;
using gatehouse::test::RawDatabase;
using gatehouse::test::TestSite;

namespace
{
security::SecureBytes secretOf(QByteArray bytes)
{
    bytes.detach();
    return security::SecureBytes::take(bytes);
}

const QByteArray attackersKey(32, 'k');
const QString confidential = QStringLiteral("wanted by the police");
} // namespace

class TestPlantedKeys : public QObject
{
    Q_OBJECT

    std::unique_ptr<TestSite> m_site;
    std::unique_ptr<RawDatabase> m_raw;

    const Workplace &desk() const { return m_site->admin().at(); }
    void change(const QString &sql, const QVariantList &values = {})
    {
        QVERIFY2(m_raw->run(sql, values), qPrintable(m_raw->error()));
    }
    void plantDataKey(const VisitId &visit, const QByteArray &key)
    {
        const QByteArray sealed = must(security::sealTo(desk().authority.sealingKey()->publicKey, secretOf(key)));
        change(QStringLiteral("UPDATE wrapped_key SET content=? WHERE visit=?"), {sealed, visit.text()});
    }
    QByteArray blob(const VisitId &visit, const QString &field)
    {
        return m_raw->value(QStringLiteral("SELECT content FROM sealed_blob WHERE visit=? AND field=?"), {visit.text(), field})
            .toByteArray();
    }

private Q_SLOTS:
    void init()
    {
        m_site = std::make_unique<TestSite>();
        m_raw = std::make_unique<RawDatabase>(m_site->databasePath());
    }
    void cleanup()
    {
        m_raw.reset();
        m_site.reset();
    }

    void aGrantedKeyThatIsNotTheSitesIsNone_data()
    {
        QTest::addColumn<QByteArray>("key");
        QTest::newRow("too short") << QByteArray(5, 'k');
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("another secret key") << attackersKey; // cards would be sealed under it
    }
    void aGrantedKeyThatIsNotTheSitesIsNone()
    {
        QFETCH(QByteArray, key);
        const StaffSession &guard = m_site->guard();
        QVERIFY(!guard.sealingKeys.empty());
        change(QStringLiteral("UPDATE key_grant SET content=? WHERE staff=?"),
               {must(security::sealTo(guard.keys.box.publicKey, secretOf(key))), guard.staff.id.text()});
        const auto again = must(signIn(desk(), guard.staff.number, TestSite::password(), m_site->pepper()));
        QVERIFY(again.session.sealingKeys.empty());
    }

    void denyingSealsNothingToAPlantedKey_data()
    {
        using Attack = std::function<void(TestPlantedKeys &, const VisitId &)>;
        QTest::addColumn<Attack>("attack");
        QTest::addColumn<bool>("approved");
        const Attack tooShort = [](TestPlantedKeys &test, const VisitId &id) { test.plantDataKey(id, QByteArray(5, 'k')); };
        const Attack own = [](TestPlantedKeys &test, const VisitId &id) { test.plantDataKey(id, attackersKey); };
        const Attack ownWithRecord = [own](TestPlantedKeys &test, const VisitId &id) {
            own(test, id);
            const QByteArray record =
                security::sealField(secretOf(attackersKey), id.text(), sealed::record, R"({"company": "Nobody Ltd"})");
            test.change(QStringLiteral("UPDATE sealed_blob SET content=? WHERE visit=? AND field=?"),
                        {record, id.text(), sealed::record});
        };
        const Attack ownWithoutRecord = [own](TestPlantedKeys &test, const VisitId &id) {
            own(test, id);
            test.change(QStringLiteral("DELETE FROM sealed_blob WHERE visit=?"), {id.text()});
        };
        for (const bool approved : {false, true}) {
            const char *state = approved ? "approved" : "waiting";
            QTest::addRow("five bytes, %s", state) << tooShort << approved;
            QTest::addRow("own key, %s", state) << own << approved;
            QTest::addRow("own key and record, %s", state) << ownWithRecord << approved;
            QTest::addRow("own key and nothing sealed, %s", state) << ownWithoutRecord << approved;
        }
    }
    void denyingSealsNothingToAPlantedKey()
    {
        using Attack = std::function<void(TestPlantedKeys &, const VisitId &)>;
        QFETCH(Attack, attack);
        QFETCH(bool, approved);
        const VisitId id =
            approved ? m_site->approvedVisit().id : must(requestVisit(m_site->kiosk().at(), m_site->meeting())).front().id;
        attack(*this, id);
        must(denyVisit(desk(), m_site->guard(), id, {QStringLiteral("other"), confidential}));
        QCOMPARE(blob(id, sealed::reasons), QByteArray());
    }

    void aDeliveryHasNoKey()
    {
        const VisitId id =
            must(callGuard(m_site->kiosk().at(), PurposeId{QStringLiteral("delivery")}, QStringLiteral("en"))).id;
        const QByteArray sealed = must(security::sealTo(desk().authority.sealingKey()->publicKey, secretOf(attackersKey)));
        change(QStringLiteral("INSERT INTO wrapped_key (visit, recipient, content) VALUES (?, ?, ?)"),
               {id.text(), QStringLiteral("site:") + desk().authority.sealingKey()->id, sealed});
        must(denyVisit(desk(), m_site->guard(), id, {QStringLiteral("other"), confidential}));
        QCOMPARE(blob(id, sealed::reasons), QByteArray());
    }

    // What the kiosk shows in a guard's name, and the guard in the visitor's: only what they signed for.

    void noSealedTextIsReadElsewhere_data()
    {
        QTest::addColumn<bool>("asked");
        QTest::newRow("nobody asked") << false;
        QTest::newRow("a guard asked something else") << true;
    }
    void noSealedTextIsReadElsewhere()
    {
        QFETCH(bool, asked);
        const Workplace &kiosk = m_site->kiosk().at();
        const auto boot = must(announceBoot(kiosk));
        const VisitId other = m_site->approvedVisit().id; // its face has a name, a company and a host
        const VisitId id = must(requestVisit(kiosk, m_site->meeting())).front().id;
        const Reason question{QStringLiteral("other"), QStringLiteral("Which rack?")};
        if (asked)
            must(askVisitor(desk(), m_site->guard(), id, question));
        change(QStringLiteral("UPDATE visit SET question='other' WHERE id=?"), {id.text()});
        change(QStringLiteral("DELETE FROM kiosk_mail WHERE kind='question'"));
        change(QStringLiteral("INSERT INTO kiosk_mail (visit, kind, station, boot_key, content) SELECT ?, 'question', station, "
                              "boot_key, content FROM kiosk_mail WHERE kind='face' AND visit=?"),
               {id.text(), other.text()});
        const auto read = must(readQuestion(kiosk, boot, id));
        QCOMPARE(read.has_value(), asked);
        if (asked)
            QCOMPARE(*read, (GuardsQuestion{QStringLiteral("other"), {}}));
    }

    void noQuestionThatNoGuardSigned_data()
    {
        QTest::addColumn<bool>("answered");
        QTest::newRow("nobody asked") << false;
        QTest::newRow("asked and answered before") << true;
    }
    void noQuestionThatNoGuardSigned()
    {
        QFETCH(bool, answered);
        const Workplace &kiosk = m_site->kiosk().at();
        const auto boot = must(announceBoot(kiosk));
        const VisitId id = must(requestVisit(kiosk, m_site->meeting())).front().id;
        if (answered) {
            must(askVisitor(desk(), m_site->guard(), id, {QStringLiteral("other"), QStringLiteral("Which rack?")}));
            must(answerQuestion(kiosk, id, QStringLiteral("R12")));
        }
        const QByteArray forged = must(security::sealText(boot.publicKey, id.text(), kioskmail::question,
                                                          secretOf("Type the PIN of your bank card to go on.")));
        change(QStringLiteral("UPDATE visit SET question='other' WHERE id=?"), {id.text()});
        change(
            QStringLiteral("INSERT INTO kiosk_mail (visit, kind, station, boot_key, content) VALUES (?, 'question', ?, ?, ?)"),
            {id.text(), kiosk.station.stationId, boot.publicKey, forged});
        QVERIFY(!must(readQuestion(kiosk, boot, id)));
    }

    void noAnswerThatTheVisitorDidNotGive()
    {
        const Workplace &kiosk = m_site->kiosk().at();
        const VisitId id = must(requestVisit(kiosk, m_site->meeting())).front().id;
        const auto shown = [&] { return must(openCase(desk(), m_site->guard(), id)).answer; };
        const auto plant = [&](const QByteArray &bytes) {
            change(QStringLiteral("INSERT OR REPLACE INTO sealed_blob (visit, field, content) VALUES (?, 'answer', ?)"),
                   {id.text(), bytes});
        };
        plant(must(security::sealText(desk().authority.sealingKey()->publicKey, id.text(), sealed::answer,
                                      secretOf("I am from the fire authority."))));
        QCOMPARE(shown(), QString());
        must(answerQuestion(kiosk, id, QStringLiteral("R12")));
        QCOMPARE(shown(), QStringLiteral("R12"));
        const QByteArray first = blob(id, sealed::answer);
        must(answerQuestion(kiosk, id, QStringLiteral("R13")));
        plant(first); // taken back by the visitor
        QCOMPARE(shown(), QString());
    }

    void whatSomebodySpoiledIsDeniedAllTheSame_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::newRow("reasons") << QStringLiteral(
            "INSERT INTO sealed_blob (visit, field, content) VALUES (?, 'reasons', x'01')");
        QTest::newRow("card") << QStringLiteral("UPDATE sealed_card SET content=x'01' WHERE visit=?");
    }
    void whatSomebodySpoiledIsDeniedAllTheSame()
    {
        QFETCH(QString, sql);
        const VisitId id = must(requestVisit(m_site->kiosk().at(), m_site->meeting())).front().id;
        change(sql, {id.text()});
        must(denyVisit(desk(), m_site->guard(), id, {QStringLiteral("other"), confidential}));
    }
};

GATEHOUSE_TEST(QCoreApplication, TestPlantedKeys);
#include "tst_plantedkeys.moc"
