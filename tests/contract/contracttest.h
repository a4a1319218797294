// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ports/store.h"
#include "engine.h"
#include "samplerows.h"
#include "storage/open.h"

#include <QTest>

/// Declares `name` as the value of a Result, or fails the test with its error.
#define TAKE(name, expression)                                                                                                 \
    auto name##Result = (expression);                                                                                          \
    QVERIFY2(name##Result.has_value(), gatehouse::test::explain(name##Result).constData());                                    \
    [[maybe_unused]] auto &name = *name##Result

#define SUCCEEDS(expression)                                                                                                   \
    do {                                                                                                                       \
        const auto triedResult = (expression);                                                                                 \
        QVERIFY2(triedResult.has_value(), gatehouse::test::explain(triedResult).constData());                                  \
    } while (false)

#define FAILS_WITH(expression, expectedCode)                                                                                   \
    do {                                                                                                                       \
        const auto triedResult = (expression);                                                                                 \
        QVERIFY2(!triedResult.has_value(), "succeeded: " #expression);                                                         \
        QCOMPARE(gatehouse::errorName(triedResult.error().code), gatehouse::errorName(gatehouse::ErrorCode::expectedCode));    \
    } while (false)

namespace gatehouse::test
{

template <typename T>
QByteArray explain(const Result<T> &result)
{
    return result ? QByteArray("ok") : (errorName(result.error().code) + QStringLiteral(": ") + result.error().detail).toUtf8();
}

/// Runs each test function of a derived class once for each engine, on a fresh database.
class ContractTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase_data();
    void init();
    void cleanup();

protected:
    /// A new store on the same database.
    Result<std::unique_ptr<domain::Store>> open(std::chrono::milliseconds busyTimeout = std::chrono::milliseconds(5000)) const;
    QString url() const { return m_engine->url(); }
    domain::Store &store() { return *m_store; }

    SampleRows rows;

private:
    std::unique_ptr<Engine> m_engine;
    std::unique_ptr<domain::Store> m_store;
};

} // namespace gatehouse::test
