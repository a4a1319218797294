// SPDX-License-Identifier: GPL-3.0-or-later
// Somebody with the database puts keys and sealed texts there: public keys suffice to seal, and rows to lay it anywhere.
#include "rawdatabase.h"
#include "testsite.h"
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
security::SecureBytes secret(QByteArray bytes)
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
        const QByteArray sealed = must(security::sealTo(desk().authority.sealingKey()->publicKey, secret(key)));
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
               {must(security::sealTo(guard.keys.box.publicKey, secret(key))), guard.staff.id.text()});
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
                security::sealField(secret(attackersKey), id.text(), sealed::record, R"({"company": "Nobody Ltd"})");
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
        const QByteArray sealed = must(security::sealTo(desk().authority.sealingKey()->publicKey, secret(attackersKey)));
        change(QStringLiteral("INSERT INTO wrapped_key (visit, recipient, content) VALUES (?, ?, ?)"),
               {id.text(), QStringLiteral("site:") + desk().authority.sealingKey()->id, sealed});
        must(denyVisit(desk(), m_site->guard(), id, {QStringLiteral("other"), confidential}));
        QCOMPARE(blob(id, sealed::reasons), QByteArray());
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

QTEST_GUILESS_MAIN(TestPlantedKeys)
#include "tst_plantedkeys.moc"
