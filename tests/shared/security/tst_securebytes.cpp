// SPDX-License-Identifier: GPL-3.0-or-later
#include "security/securebytes.h"
#include "testprogram.h"

#include <QTest>

#include <type_traits>

using namespace gatehouse::security;

static_assert(!std::is_copy_constructible_v<SecureBytes> && !std::is_copy_assignable_v<SecureBytes>);
static_assert(std::is_nothrow_move_constructible_v<SecureBytes> && std::is_nothrow_move_assignable_v<SecureBytes>);

class TestSecureBytes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void starts() { QVERIFY(startSecurity()); }

    void emptyByDefault()
    {
        const SecureBytes bytes;
        QVERIFY(bytes.isEmpty());
        QVERIFY(bytes.data() == nullptr);
        QCOMPARE(bytes.exposed(), QByteArray());
        QVERIFY(bytes.clone().isEmpty());
    }

    void newOnesAreZero() { QCOMPARE(SecureBytes(40).exposed(), QByteArray(40, '\0')); }

    void takeWipesTheSource()
    {
        QByteArray source("correct horse");
        QByteArray shared = source;
        QCOMPARE(SecureBytes::take(source).exposed(), QByteArray("correct horse"));
        QVERIFY(source.isEmpty());
        QCOMPARE(shared, QByteArray("correct horse")); // somebody else's array stays as it was
    }

    void wipeLeavesOthersAlone()
    {
        QByteArray secret(32, 'k');
        QByteArray shared = secret;
        wipe(secret);
        QVERIFY(secret.isNull());
        QCOMPARE(shared, QByteArray(32, 'k'));
        wipe(shared);
        QVERIFY(shared.isNull());
        wipe(shared);
        QVERIFY(shared.isNull());
    }

    void moves()
    {
        auto first = SecureBytes::copyOf(std::array<std::uint8_t, 3>{1, 2, 3});
        const auto *place = first.data();
        SecureBytes second(std::move(first));
        QCOMPARE(second.data(), place);
        SecureBytes third(8);
        third = std::move(second);
        QCOMPARE(third.data(), place);
        QCOMPARE(third.exposed(), QByteArray("\1\2\3"));
    }

    void clonesAreApart()
    {
        auto original = SecureBytes::copyOf(std::array<std::uint8_t, 2>{7, 9});
        auto copy = original.clone();
        copy.data()[0] = 0;
        QCOMPARE(original.exposed(), QByteArray("\7\11"));
    }
};

GATEHOUSE_TEST(QCoreApplication, TestSecureBytes);
#include "tst_securebytes.moc"
