// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kioskbench.h"
#include "usecases/badges.h"

#include <QTest>

#define PAGE(name) QTRY_COMPARE(bench.kiosk.page(), gatehouse::kiosk::page::name)

namespace gatehouse::test
{

/// One column of rows that a page shows.
inline QStringList values(const QVariantList &rows, const char *key)
{
    QStringList all;
    for (const QVariant &row : rows)
        all << row.toMap().value(QString::fromLatin1(key)).toString();
    return all;
}

/// The one visit that the site has.
inline domain::Visit onlyVisit(KioskBench &bench)
{
    auto transaction = must(bench.site.admin().at().store.beginRead());
    return must(transaction->visits().find({})).front();
}

/// A visitor's way through the kiosk as far as a test of it needs: each step waits for its page and fails the test when another
/// one comes.
class CheckInPlay : public QObject
{
protected:
    // From the rest page to the portrait, with a licence.
    void fillIn(KioskBench &bench, const scanning::LiveResult &licence = KioskBench::licence(),
                const QString &purpose = QStringLiteral("meeting"))
    {
        bench.look();
        bench.kiosk.startCheckIn();
        PAGE(purpose);
        bench.checkIn().choosePurpose(purpose);
        PAGE(notice);
        bench.kiosk.next();
        PAGE(scan);
        QVERIFY(!bench.kiosk.canGoNext());
        bench.showToCamera(licence);
        QVERIFY(bench.kiosk.canGoNext());
        m_warned = !values(bench.kiosk.scan()->resultFields(), "warning").join(QString()).isEmpty();
        bench.kiosk.next();
        PAGE(company);
        bench.checkIn().setCompany(QStringLiteral("Northlight Cooling"));
        bench.checkIn().setPhone(QStringLiteral("+1 (555) 010-0"));
        bench.kiosk.next();
        PAGE(host);
        bench.checkIn().setHostQuery(QStringLiteral("li wei"));
        QTRY_COMPARE(bench.checkIn().hostResults().size(), 1);
        bench.checkIn().chooseHost(bench.checkIn().hostResults().first().toMap().value(QStringLiteral("id")).toString());
        bench.kiosk.next();
        PAGE(items);
        bench.checkIn().setItemCount(QStringLiteral("laptop"), 1);
        bench.kiosk.next();
        PAGE(terms);
        bench.checkIn().setTypedSignature(QStringLiteral("Anna Maria Eriksson"));
        bench.kiosk.next();
        PAGE(portrait);
    }

    // From the portrait to waiting.
    void sendOff(KioskBench &bench)
    {
        bench.checkIn().declinePortrait();
        PAGE(party);
        bench.kiosk.next();
        PAGE(review);
        bench.kiosk.next();
        PAGE(waiting);
    }

    void submit(KioskBench &bench, const scanning::LiveResult &licence = KioskBench::licence(),
                const QString &purpose = QStringLiteral("meeting"))
    {
        fillIn(bench, licence, purpose);
        bench.checkIn().takePortrait();
        bench.pass(std::chrono::seconds(4));
        QCOMPARE(bench.checkIn().portraitState(), QStringLiteral("taken"));
        bench.kiosk.next();
        PAGE(party);
        bench.kiosk.next();
        PAGE(review);
        bench.kiosk.next();
        PAGE(waiting);
    }

    void approve(KioskBench &bench, const domain::VisitId &id)
    {
        must(usecases::recordOriginalSeen(bench.site.admin().at(), bench.site.guard(), id));
        must(usecases::approveVisit(bench.site.admin().at(), bench.site.guard(), id));
        bench.seen();
    }

    bool m_warned = false; ///< the result card said something of a date
};

} // namespace gatehouse::test
