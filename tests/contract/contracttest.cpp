// SPDX-License-Identifier: GPL-3.0-or-later
#include "contracttest.h"

namespace gatehouse::test
{

void ContractTest::initTestCase_data()
{
    QTest::addColumn<QString>("engine");
    for (const QString &name : engineNames())
        QTest::newRow(qPrintable(name)) << name;
}

void ContractTest::init()
{
    QFETCH_GLOBAL(QString, engine);
    m_engine = makeEngine(engine);
    QVERIFY(m_engine);
    storage::OpenOptions options;
    options.create = true;
    TAKE(opened, storage::openStore(m_engine->url(), options));
    m_store = std::move(opened);
}

void ContractTest::cleanup()
{
    m_store.reset();
    m_engine.reset();
}

Result<std::unique_ptr<domain::Store>> ContractTest::open(std::chrono::milliseconds busyTimeout) const
{
    storage::OpenOptions options;
    options.busyTimeout = busyTimeout;
    return storage::openStore(url(), options);
}

} // namespace gatehouse::test
