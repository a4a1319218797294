// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/visitdraft.h"
#include "kioskbench.h"

#include "flows/briefingcontroller.h"
#include "presentation/briefing.h"
#include "security/tokens.h"
#include "usecases/badges.h"
#include "usecases/invitations.h"

#include <QDir>
#include <QSet>
#include <QSignalSpy>

using namespace gatehouse;
using namespace gatehouse::test;
using namespace std::chrono_literals;
namespace page = gatehouse::kiosk::page;

#define PAGE(name) QTRY_COMPARE(bench.kiosk.page(), page::name)

Q_DECLARE_METATYPE(gatehouse::badges::Printer)

namespace
{
QStringList values(const QVariantList &rows, const char *key)
{
    QStringList all;
    for (const QVariant &row : rows)
        all << row.toMap().value(QString::fromLatin1(key)).toString();
    return all;
}

domain::Visit onlyVisit(KioskBench &bench)
{
    auto transaction = must(bench.site.admin().at().store.beginRead());
    return must(transaction->visits().find({})).front();
}
} // namespace

class TestCheckInFlow : public QObject
{
    Q_OBJECT

    bool m_warned = false; ///< the result card said something of a date

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

    // From the rest page to what the work is.
    void toWork(KioskBench &bench, const QString &purpose)
    {
        bench.look();
        bench.kiosk.startCheckIn();
        PAGE(purpose);
        bench.checkIn().choosePurpose(purpose);
        PAGE(notice);
        bench.kiosk.next();
        PAGE(scan);
        bench.showToCamera(KioskBench::licence());
        bench.kiosk.next();
        PAGE(company);
        bench.checkIn().setCompany(QStringLiteral("Northlight Cooling"));
        bench.kiosk.next();
        PAGE(host);
        bench.checkIn().setHostUnknown(true);
        bench.kiosk.next();
        PAGE(work);
    }

    void toBriefing(KioskBench &bench)
    {
        toWork(bench, QStringLiteral("machine-room-work"));
        bench.checkIn().setWorkReason(QStringLiteral("Replace a fan"));
        bench.checkIn().setWorkArea(QStringLiteral("Rack B07"));
        bench.checkIn().setChangeNumber(QStringLiteral(" CHG-2041"));
        bench.checkIn().chooseWorkMethod(QStringLiteral("hot-work"));
        bench.checkIn().chooseWorkTime(120);
        QVERIFY(bench.checkIn().hotWork());
        bench.kiosk.next();
        PAGE(items);
        bench.kiosk.next();
        PAGE(terms);
        bench.checkIn().setTypedSignature(QStringLiteral("Anna Maria Eriksson"));
        bench.kiosk.next();
        PAGE(briefing);
    }

    // The right answer, or one of the others, as the texts say it.
    static void answer(kiosk::BriefingController &briefing, bool right)
    {
        const presentation::Briefing text = *presentation::briefing(1, QStringLiteral("en"));
        for (const auto &question : text.questions) {
            if (question.text != briefing.questionText())
                continue;
            const QString wanted = question.answers.at(right ? question.right : (question.right + 1) % 3);
            briefing.answer(static_cast<int>(values(briefing.answers(), "text").indexOf(wanted)));
        }
        QCOMPARE(briefing.verdict() == QLatin1String("right"), right);
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
        bench.pass(4s);
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

private Q_SLOTS:
    void wholeVisit()
    {
        KioskBench bench;
        QVERIFY(bench.open());
        QCOMPARE(bench.kiosk.siteName(), QStringLiteral("Harbour Call Centre"));
        submit(bench);
        QCOMPARE(bench.checkIn().visitLabel(), QStringLiteral("V-1"));
        // Nothing personal stays here once it was acknowledged.
        QVERIFY(bench.checkIn().company().isEmpty() && bench.checkIn().fields().isEmpty() && bench.checkIn().portrait().isNull());

        const domain::Visit visit = onlyVisit(bench);
        const auto file = must(usecases::openCase(bench.site.admin().at(), bench.site.guard(), visit.id));
        QCOMPARE(file.record.company, QStringLiteral("Northlight Cooling"));
        QCOMPARE(file.record.value(u"surname"), QStringLiteral("ERIKSSON"));
        QCOMPARE(file.record.documentKind, QStringLiteral("aamva"));
        QVERIFY(file.hasDocument);
        QImage portrait = QImage::fromData(file.portrait);
        QVERIFY(!portrait.isNull() && portrait.width() <= 480 && portrait.height() <= 640);
        QCOMPARE(file.items.size(), 1u);
        QVERIFY(std::any_of(file.consents.begin(), file.consents.end(), [](const domain::Consent &c) { return c.notice == u"terms" && c.method == u"typed"; }));

        approve(bench, visit.id);
        PAGE(done);
        QVERIFY(!bench.checkIn().badgeImage().isNull());
        QVERIFY(!bench.checkIn().printFailed());
        QCOMPARE(QDir(bench.badges.path()).entryList({QStringLiteral("*.pdf")}).size(), 1);
        QVERIFY(values(bench.checkIn().badgeFacts(), "text").first().contains(QStringLiteral("Office")));
        QCOMPARE(onlyVisit(bench).state, domain::VisitState::OnSite);
        bench.pass(31s);
        PAGE(rest);
        QVERIFY(bench.checkIn().badgeImage().isNull());
    }

    void checkOutByBadge()
    {
        KioskBench bench;
        QVERIFY(bench.open());
        submit(bench);
        approve(bench, onlyVisit(bench).id);
        PAGE(done);
        bench.kiosk.next();
        PAGE(rest);
        QString token;
        {
            auto transaction = must(bench.site.admin().at().store.beginRead());
            token = must(transaction->badges().ofVisit(must(transaction->visits().find({})).front().id)).front().token;
        }
        bench.showToken(scanning::Kind::Badge, token); // at rest: starts by itself
        PAGE(checkedOut);
        QCOMPARE(bench.kiosk.checkOut()->visitLabel(), QStringLiteral("V-1"));
        QCOMPARE(onlyVisit(bench).state, domain::VisitState::Departed);
        bench.pass(16s);
        PAGE(rest);
        bench.kiosk.startCheckOut();
        bench.showToken(scanning::Kind::Badge, token); // or a photograph of it
        QTRY_COMPARE(bench.kiosk.checkOut()->problemCode(), QStringLiteral("badge-returned"));
        QVERIFY(bench.kiosk.checkOut()->problemText() != bench.kiosk.checkOut()->problemCode());
    }

    void badBadges_data()
    {
        QTest::addColumn<QString>("token");
        QTest::addColumn<QString>("problem");
        QTest::newRow("no badge") << "GH1:not base 45 at all" << "badge-unreadable";
        QTest::newRow("empty") << "GH1:" << "badge-unreadable";
        security::SignKeyPair keys = security::makeSignKeyPair();
        security::BadgeToken token;
        token.site = QByteArray("elsewhere").left(4);
        token.visit = token.station = QUuid::createUuid();
        token.notBefore = QDateTime(QDate(2026, 11, 24), QTime(9, 0), Qt::UTC);
        token.notAfter = token.notBefore.addSecs(3600);
        const QString genuine = security::makeBadgeToken(token, keys.secretKey);
        QTest::newRow("torn in the middle") << genuine.left(genuine.size() / 2) << "badge-unreadable";
        QTest::newRow("its end torn off") << genuine.chopped(1) << "badge-unreadable";
        QTest::newRow("another site") << genuine << "badge-other-site";
    }
    void badBadges()
    {
        QFETCH(QString, token);
        KioskBench bench;
        QVERIFY(bench.open());
        bench.kiosk.startCheckOut();
        bench.showToken(scanning::Kind::Badge, token);
        QTRY_COMPARE(bench.kiosk.checkOut()->state(), QStringLiteral("failed"));
        QTEST(bench.kiosk.checkOut()->problemCode(), "problem");
        QCOMPARE(bench.kiosk.page(), page::checkOut);
    }

    void deliveryIsTwoTouches()
    {
        KioskBench bench;
        QVERIFY(bench.open());
        bench.kiosk.startCheckIn();
        bench.checkIn().choosePurpose(QStringLiteral("delivery"));
        PAGE(delivery);
        QTRY_COMPARE(bench.checkIn().deliveryState(), QStringLiteral("called"));
        const domain::Visit visit = onlyVisit(bench);
        QCOMPARE(visit.purpose.key, QStringLiteral("delivery"));
        must(usecases::attendDelivery(bench.site.admin().at(), bench.site.guard(), visit.id));
        bench.seen();
        QTRY_COMPARE(bench.checkIn().deliveryState(), QStringLiteral("attended"));
        bench.pass(31s);
        PAGE(rest);
    }

    void documentAtRestStartsCheckIn()
    {
        KioskBench bench;
        QVERIFY(bench.open());
        bench.showToCamera(KioskBench::licence());
        PAGE(purpose);
        bench.checkIn().choosePurpose(QStringLiteral("interview")); // R5: no company asked, no office
        PAGE(notice);
        bench.kiosk.next();
        PAGE(scan);
        QVERIFY(bench.kiosk.scan()->found()); // R15: told before what was read is used
        QCOMPARE(bench.kiosk.scan()->documentName(), QStringLiteral("Driver licence"));
        QVERIFY(!bench.checkIn().asksCompany());
        // Left lying there, it does not start the next visit.
        bench.kiosk.startAgain();
        PAGE(rest);
        bench.showToCamera(KioskBench::licence());
        QCOMPARE(bench.kiosk.page(), page::rest);
        bench.showToCamera(KioskBench::licence(scanning::Trust::Read, QStringLiteral("ANOTHER")));
        PAGE(purpose);
    }

    void otherSideIsAskedForWhereItAddsThePicture()
    {
        KioskBench bench;
        QVERIFY(bench.open());
        bench.look();
        bench.kiosk.startCheckIn();
        bench.checkIn().choosePurpose(QStringLiteral("meeting"));
        bench.kiosk.next();
        scanning::LiveResult licence = KioskBench::licence();
        licence.otherSideAdds = true;
        bench.showToCamera(licence);
        kiosk::ScanController *scan = bench.kiosk.scan();
        QVERIFY(scan->found());
        QVERIFY(scan->wantsOtherSide());
        QCOMPARE(scan->guidance(), QStringLiteral("other-side"));
        QVERIFY(scan->guidanceText() != scan->guidance());
        QVERIFY(bench.checkIn().canGoNext()); // asked for, not demanded
        QImage portrait(60, 80, QImage::Format_RGB32);
        portrait.fill(Qt::blue);
        QImage front(320, 200, QImage::Format_RGB32);
        front.fill(Qt::red);
        Q_EMIT bench.scanner.portraitFound(portrait, front);
        QVERIFY(!scan->wantsOtherSide());
        QCOMPARE(scan->guidance(), QStringLiteral("done"));
        // Shown again it is not asked for again.
        bench.kiosk.next();
        PAGE(company);
        bench.kiosk.back();
        PAGE(scan);
        QVERIFY(scan->found());
        QVERIFY(!scan->wantsOtherSide());
    }

    void bothSidesAndThePortraitAreOneSheet()
    {
        QImage side(300, 200, QImage::Format_RGB32), front(600, 400, QImage::Format_RGB32), portrait(60, 80, QImage::Format_RGB32);
        side.fill(Qt::yellow);
        front.fill(Qt::red);
        portrait.fill(Qt::blue);
        const QImage sheet = kiosk::documentSheet(side, front, portrait);
        QCOMPARE(sheet.size(), QSize(400, 400)); // the other side at the width of the first, the portrait a third of it
        QCOMPARE(sheet.pixelColor(150, 100), QColor(Qt::yellow));
        QCOMPARE(sheet.pixelColor(150, 300), QColor(Qt::red));
        QCOMPARE(sheet.pixelColor(350, 60), QColor(Qt::blue));
        QCOMPARE(sheet.pixelColor(350, 300), QColor(Qt::white));
        QCOMPARE(kiosk::documentSheet(side, {}, {}), side);
        QVERIFY(kiosk::documentSheet({}, front, portrait).isNull());
    }

    void suffixStandsBehindTheName()
    {
        KioskBench bench;
        QVERIFY(bench.open());
        bench.kiosk.startCheckIn();
        bench.checkIn().choosePurpose(QStringLiteral("meeting"));
        bench.kiosk.next();
        scanning::LiveResult licence = KioskBench::licence();
        licence.result.add(QStringLiteral("nameSuffix"), QStringLiteral("JR"));
        bench.showToCamera(licence);
        QVERIFY(values(bench.kiosk.scan()->resultFields(), "label").contains(QStringLiteral("Name suffix")));
        kiosk::MemberDraft member;
        member.takeScan(licence);
        QCOMPARE(member.displayName(), QStringLiteral("ANNA MARIA ERIKSSON JR"));
    }

    void unsureFieldsAreConfirmed()
    {
        KioskBench bench;
        QVERIFY(bench.open());
        bench.kiosk.startCheckIn();
        bench.checkIn().choosePurpose(QStringLiteral("meeting"));
        bench.kiosk.next();
        bench.showToCamera(KioskBench::licence(scanning::Trust::Unsure));
        QVERIFY(bench.kiosk.scan()->needsConfirmation());
        bench.kiosk.next();
        PAGE(details);
        QCOMPARE(values(bench.checkIn().fields(), "trust").first(), QStringLiteral("unsure"));
        bench.checkIn().setField(QStringLiteral("surname"), QStringLiteral("Eriksen"));
        bench.kiosk.next();
        PAGE(company);
        bench.kiosk.back();
        PAGE(details);
        QCOMPARE(values(bench.checkIn().fields(), "trust"),
                 (QStringList{QStringLiteral("typed"), QStringLiteral("read"), QStringLiteral("read"), QStringLiteral("read"), QStringLiteral("read")}));
    }

    void typedByHand()
    {
        KioskBench bench;
        QVERIFY(bench.open());
        bench.kiosk.startCheckIn();
        bench.checkIn().choosePurpose(QStringLiteral("meeting"));
        bench.kiosk.next();
        bench.kiosk.scan()->typeInstead();
        PAGE(details);
        bench.kiosk.next();
        QCOMPARE(bench.kiosk.page(), page::details); // name and number are missing
        QCOMPARE(bench.checkIn().fieldProblems().keys(), (QStringList{QStringLiteral("documentNumber"), QStringLiteral("fullName")}));
        bench.checkIn().setField(QStringLiteral("fullName"), QStringLiteral("欧阳晓东"));
        bench.checkIn().setField(QStringLiteral("documentNumber"), QStringLiteral("G00000000"));
        bench.checkIn().setField(QStringLiteral("birthDate"), QStringLiteral("1990/5/3"));
        bench.kiosk.next();
        PAGE(company);
        bench.kiosk.back();
        QCOMPARE(values(bench.checkIn().fields(), "value").mid(0, 3),
                 (QStringList{QStringLiteral("欧阳晓东"), QStringLiteral("G00000000"), QStringLiteral("1990-05-03")}));
        QCOMPARE(values(bench.checkIn().fields(), "trust").first(), QStringLiteral("typed"));
    }

    void badInput_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("accepted");
        QTest::newRow("10,000 characters") << "fullName" << QString(10000, QLatin1Char('A')) << false;
        QTest::newRow("right to left") << "fullName" << QStringLiteral("محمد عبد الله") << true;
        QTest::newRow("combining") << "fullName" << QStringLiteral("Z\u0351\u0322a\u0363lgo") << true;
        QTest::newRow("emoji") << "fullName" << QString::fromUtf8("👩‍🚀 Kim") << true;
        QTest::newRow("SQL") << "fullName" << QStringLiteral("Robert'); DROP TABLE visit;--") << true;
        QTest::newRow("markup") << "fullName" << QStringLiteral("<b>Bob</b><img src='file:///etc/passwd'>") << true;
        QTest::newRow("lines and zero bytes") << "fullName" << QStringLiteral("A\nB") + QChar(u'\0') + QStringLiteral("C") << true;
        QTest::newRow("impossible date") << "birthDate" << QStringLiteral("1990-02-30") << false;
        QTest::newRow("born tomorrow") << "birthDate" << QStringLiteral("2026-11-25") << false;
        QTest::newRow("no date") << "birthDate" << QStringLiteral("yesterday") << false;
    }
    void badInput()
    {
        QFETCH(QString, field);
        QFETCH(QString, text);
        QFETCH(bool, accepted);
        KioskBench bench;
        QVERIFY(bench.open());
        bench.kiosk.startCheckIn();
        bench.checkIn().choosePurpose(QStringLiteral("meeting"));
        bench.kiosk.next();
        bench.kiosk.scan()->typeInstead();
        bench.checkIn().setField(QStringLiteral("fullName"), QStringLiteral("Somebody"));
        bench.checkIn().setField(QStringLiteral("documentNumber"), QStringLiteral("G00000000"));
        bench.checkIn().setField(field, text);
        bench.kiosk.next();
        QCOMPARE(bench.kiosk.page() == page::company, accepted);
        QCOMPARE(bench.checkIn().fieldProblems().contains(field), !accepted);
        if (!accepted)
            return;
        const QString kept = values(bench.checkIn().fields(), "value").first();
        QVERIFY(!kept.contains(QLatin1Char('\n')) && !kept.contains(QChar(u'\0')));
        if (!text.contains(QLatin1Char('\n')))
            QCOMPARE(kept, text);
    }

    void answersSurviveBackAndLanguage()
    {
        KioskBench bench;
        QVERIFY(bench.open());
        fillIn(bench);
        for (int i = 0; i < 3; ++i)
            bench.kiosk.back();
        PAGE(host);
        QCOMPARE(bench.checkIn().hostName(), QStringLiteral("Li Wei"));
        bench.kiosk.setLanguage(QStringLiteral("zh_CN"));
        QCOMPARE(bench.checkIn().purposeName(), QStringLiteral("会议"));
        QCOMPARE(bench.checkIn().hostName(), QStringLiteral("Li Wei"));
        bench.kiosk.back();
        PAGE(company);
        QCOMPARE(bench.checkIn().company(), QStringLiteral("Northlight Cooling"));
        for (int i = 0; i < 4; ++i)
            bench.kiosk.next();
        PAGE(portrait);
        QCOMPARE(bench.checkIn().typedSignature(), QStringLiteral("Anna Maria Eriksson"));
    }

    void party()
    {
        KioskBench bench;
        QVERIFY(bench.open());
        fillIn(bench);
        bench.checkIn().declinePortrait();
        PAGE(party);
        bench.checkIn().addMember();
        PAGE(notice);
        bench.kiosk.next();
        PAGE(scan);
        QVERIFY(!bench.kiosk.scan()->found()); // each shows an own document
        bench.showToCamera(KioskBench::licence(scanning::Trust::Read, QStringLiteral("LUNDGREN")));
        bench.kiosk.next();
        PAGE(items); // host and company were asked once
        bench.kiosk.next();
        PAGE(terms);
        QVERIFY(!bench.kiosk.canGoNext());
        bench.checkIn().setSignature(QByteArray("\x89PNG strokes"));
        bench.kiosk.next();
        bench.checkIn().declinePortrait();
        PAGE(party);
        bench.kiosk.next();
        PAGE(review);
        bench.checkIn().editPage(page::items, 1);
        PAGE(items);
        bench.checkIn().setItemCount(QStringLiteral("phone"), 2);
        bench.kiosk.next();
        PAGE(review);
        bench.kiosk.next();
        PAGE(waiting);
        std::vector<domain::Visit> visits;
        {
            auto transaction = must(bench.site.admin().at().store.beginRead());
            visits = must(transaction->visits().find({}));
        }
        QCOMPARE(visits.size(), 2u);
        QCOMPARE(visits[0].party, visits[1].party);
        approve(bench, visits[0].id);
        bench.settle();
        QCOMPARE(bench.kiosk.page(), page::waiting); // the other one is not decided yet
        must(usecases::denyVisit(bench.site.admin().at(), bench.site.guard(), visits[1].id, {QStringLiteral("identity"), {}}));
        bench.seen();
        PAGE(done);
        QCOMPARE(bench.checkIn().badgeCount(), 1);
    }

    void incompleteMemberIsNotLeftBehind()
    {
        KioskBench bench;
        QVERIFY(bench.open());
        fillIn(bench);
        bench.checkIn().declinePortrait();
        bench.checkIn().addMember();
        PAGE(notice);
        bench.kiosk.back();
        PAGE(party);
        QCOMPARE(bench.checkIn().memberCount(), 1);
    }

    void numberAfterHalfAMinute()
    {
        KioskBench bench;
        QVERIFY(bench.open());
        submit(bench);
        QCOMPARE(bench.checkIn().secondsToFree(), 30);
        bench.pass(31s);
        PAGE(pickup);
        QCOMPARE(bench.checkIn().pickupNumber(), 1);
        bench.pass(16s);
        PAGE(rest);
        QVERIFY(bench.kiosk.readyNumbers().isEmpty());
        approve(bench, onlyVisit(bench).id);
        QTRY_COMPARE(values(bench.kiosk.readyNumbers(), "number"), QStringList{QStringLiteral("1")});
        bench.kiosk.collect(1);
        PAGE(done);
        QVERIFY(!bench.checkIn().badgeImage().isNull());
        bench.kiosk.next();
        bench.seen();
        QTRY_VERIFY(bench.kiosk.readyNumbers().isEmpty());
    }

    // look.md: at once when somebody else touches it. A second touch on "send" is nobody else's.
    void theNextVisitorFreesTheKiosk()
    {
        KioskBench bench;
        QStringList spoken;
        bench.services.say = [&](const QString &text, const QString &) { spoken << text; };
        QVERIFY(bench.open());
        submit(bench);
        bench.checkIn().nextVisitor();
        bench.settle();
        QCOMPARE(bench.kiosk.page(), page::waiting);
        bench.pass(3s);
        bench.checkIn().nextVisitor();
        PAGE(pickup);
        QCOMPARE(bench.checkIn().pickupNumber(), 1);
        QCOMPARE(spoken, QStringList{QStringLiteral("Your number is 1. It shows on this screen when the guard has decided.")});
        QVERIFY(!bench.checkIn().slipPrinted()); // no printer that prints on paper
        bench.kiosk.next();
        PAGE(rest);
    }

    void aQuestionIsNotTouchedAway()
    {
        KioskBench bench;
        QVERIFY(bench.open());
        submit(bench);
        must(usecases::askVisitor(bench.site.admin().at(), bench.site.guard(), onlyVisit(bench).id,
                                  {QStringLiteral("who-is-host"), {}}));
        bench.seen();
        QTRY_VERIFY(!bench.checkIn().questionCode().isEmpty());
        bench.pass(4s);
        bench.checkIn().nextVisitor();
        bench.settle();
        QCOMPARE(bench.kiosk.page(), page::waiting);
    }

    // A printer that is gone costs nobody the badge: it is issued, and the desk prints it.
    void printerGone_data()
    {
        QTest::addColumn<badges::Printer>("printer");
        QTest::newRow("unplugged") << badges::Printer{badges::Printer::Kind::System, QStringLiteral("No such printer")};
        QTest::newRow("folder away") << badges::Printer{badges::Printer::Kind::PdfFolder, QStringLiteral("/dev/null/badges")};
    }
    void printerGone()
    {
        QFETCH(badges::Printer, printer);
        KioskBench bench;
        bench.services.settings.printer = printer;
        QVERIFY(bench.open());
        submit(bench);
        approve(bench, onlyVisit(bench).id);
        PAGE(done);
        QVERIFY(bench.checkIn().printFailed());
        QVERIFY2(bench.checkIn().printText().contains(QStringLiteral("V-1")), qPrintable(bench.checkIn().printText()));
        QVERIFY(!bench.checkIn().badgeImage().isNull());
        QCOMPARE(onlyVisit(bench).state, domain::VisitState::OnSite);
    }

    // Whatever is wrong with a document is said to the visitor without a verdict, and the guard has the finding.
    void oddDocuments_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("finding");
        QTest::addColumn<bool>("warned");
        QTest::newRow("expired") << "expiryDate"
                                 << "2020-04-15"
                                 << "document-expired" << true;
        QTest::newRow("not yet valid") << "issueDate"
                                       << "2027-01-01"
                                       << "document-not-yet-valid" << true;
        QTest::newRow("of a child") << "birthDate"
                                    << "2014-08-12"
                                    << "minor" << false;
        QTest::newRow("born tomorrow") << "birthDate"
                                       << "2026-11-26"
                                       << "birth-date-impossible" << false;
    }
    void oddDocuments()
    {
        QFETCH(QString, field);
        QFETCH(QString, value);
        QFETCH(QString, finding);
        KioskBench bench;
        QVERIFY(bench.open());
        scanning::LiveResult licence = KioskBench::licence();
        licence.result.fields.removeIf([&](const scanning::Field &known) { return known.name == field; });
        licence.result.add(field, value);
        submit(bench, licence);
        const auto opened = must(usecases::openCase(bench.site.admin().at(), bench.site.guard(), onlyVisit(bench).id));
        QStringList said;
        for (const domain::Finding &of : opened.findings)
            said << of.code;
        QVERIFY2(said.contains(finding), qPrintable(said.join(QLatin1Char(' '))));
        QTEST(m_warned, "warned");
    }

    // R4: nobody under 16 to an escorted zone.
    void r4_aChildIsNotAdmittedToTheMachineRoom()
    {
        KioskBench bench;
        QVERIFY(bench.open());
        scanning::LiveResult licence = KioskBench::licence();
        licence.result.fields.removeIf([&](const scanning::Field &known) { return known.name == QLatin1String("birthDate"); });
        licence.result.add(QStringLiteral("birthDate"), QStringLiteral("2014-08-12"));
        bench.look();
        bench.kiosk.startCheckIn();
        PAGE(purpose);
        bench.checkIn().choosePurpose(QStringLiteral("machine-room-work"));
        PAGE(notice);
        bench.kiosk.next();
        PAGE(scan);
        bench.showToCamera(licence);
        bench.kiosk.next();
        QCOMPARE(bench.kiosk.page(), page::scan); // said at once, not after everything was typed
        QCOMPARE(bench.kiosk.problemCode(), QStringLiteral("too-young"));
        bench.kiosk.back();
        bench.kiosk.back();
        bench.checkIn().choosePurpose(QStringLiteral("meeting"));
        bench.kiosk.next();
        bench.kiosk.next();
        PAGE(company); // to the office a child may come along; the guard is told
    }

    void workInTheRoomIsAskedOnOnePage_data()
    {
        QTest::addColumn<QString>("reason");
        QTest::addColumn<QString>("area");
        QTest::addColumn<QString>("change");
        QTest::addColumn<QString>("method");
        QTest::addColumn<QString>("problem");
        const QString fan = QStringLiteral("Replace a fan");
        const QString rack = QStringLiteral("Rack B07");
        QTest::newRow("all of it") << fan << rack << "CHG-2041" << "replace-part" << "";
        QTest::newRow("no change number") << fan << rack << "" << "hand-tools" << "";
        QTest::newRow("no reason") << " " << rack << "" << "hand-tools" << "work-reason-missing";
        QTest::newRow("no area") << fan << "" << "" << "hand-tools" << "work-area-missing";
        QTest::newRow("a change number that is none") << fan << rack << "<CHG>" << "hand-tools" << "change-number-invalid";
        QTest::newRow("no method") << fan << rack << "CHG-2041" << "" << "work-method-missing";
        QTest::newRow("a method that does not exist") << fan << rack << "" << "magic" << "work-method-missing";
        QTest::newRow("too long") << QString(201, u'x') << rack << "" << "hand-tools" << "field-too-long";
    }

    void workInTheRoomIsAskedOnOnePage()
    {
        QFETCH(QString, reason);
        QFETCH(QString, area);
        QFETCH(QString, change);
        QFETCH(QString, method);
        QFETCH(QString, problem);
        KioskBench bench;
        QVERIFY(bench.open());
        toWork(bench, QStringLiteral("machine-room-work"));
        bench.checkIn().setWorkReason(reason);
        bench.checkIn().setWorkArea(area);
        bench.checkIn().setChangeNumber(change);
        bench.checkIn().chooseWorkMethod(method);
        bench.kiosk.next();
        QCOMPARE(bench.kiosk.problemCode(), problem);
        QCOMPARE(bench.kiosk.page(), problem.isEmpty() ? page::items : page::work);
    }

    void aTourSaysNothingOfWork()
    {
        KioskBench bench;
        QVERIFY(bench.open());
        toWork(bench, QStringLiteral("tour"));
        QVERIFY(bench.checkIn().tour());
        bench.kiosk.next();
        PAGE(items);
    }

    void r23_wrongAnswersAreExplainedAndAskedAgain()
    {
        KioskBench bench;
        QVERIFY(bench.open());
        toBriefing(bench);
        kiosk::BriefingController &briefing = *bench.checkIn().briefing();
        QVERIFY(briefing.points().size() >= 6);
        bench.kiosk.next();
        PAGE(quiz);
        const QString first = briefing.questionText();
        const QStringList before = values(briefing.answers(), "text");
        QVERIFY(!bench.kiosk.canGoNext());
        answer(briefing, false);
        QCOMPARE(briefing.verdict(), QStringLiteral("wrong"));
        QVERIFY(!briefing.explanation().isEmpty());
        briefing.answer(0); // an answer is given once
        QCOMPARE(briefing.verdict(), QStringLiteral("wrong"));
        bench.kiosk.setLanguage(QStringLiteral("zh_CN"));
        QVERIFY(briefing.questionText() != first);
        QCOMPARE(briefing.verdict(), QStringLiteral("wrong"));
        bench.kiosk.setLanguage(QStringLiteral("en"));
        QCOMPARE(briefing.questionText(), first);
        bench.kiosk.next();
        for (int i = 0; i < 2; ++i) {
            QVERIFY(briefing.questionText() != first); // it comes again after the others
            answer(briefing, true);
            bench.kiosk.next();
        }
        QCOMPARE(bench.kiosk.page(), page::quiz);
        QCOMPARE(briefing.questionText(), first);
        QStringList again = values(briefing.answers(), "text");
        again.sort();
        QStringList sorted = before;
        sorted.sort();
        QCOMPARE(again, sorted);
        answer(briefing, true);
        bench.kiosk.next();
        PAGE(portrait);
        QVERIFY(bench.checkIn().briefingPassed());
        bench.kiosk.back();
        PAGE(briefing); // passed is passed
        bench.kiosk.next();
        PAGE(portrait);
        sendOff(bench);
        const auto opened = must(usecases::openCase(bench.site.admin().at(), bench.site.guard(), onlyVisit(bench).id));
        QCOMPARE(opened.briefings.front().passed->how, domain::BriefingPassed::How::Kiosk);
        QCOMPARE(opened.record.workReason, QStringLiteral("Replace a fan"));
        QCOMPARE(opened.record.workArea, QStringLiteral("Rack B07"));
        QCOMPARE(opened.record.changeNumber, QStringLiteral("CHG-2041"));
        QCOMPARE(opened.record.workMethod, QStringLiteral("hot-work"));
        QCOMPARE(opened.visit.windowFrom.secsTo(opened.visit.windowUntil), 2 * 3600);
        const auto access = bench.site.admin().at().authority.escorts().accessesOf(onlyVisit(bench).id).front();
        QVERIFY(access.hotWork); // the fire keeper is asked as well
    }

    void r23_whoLeavesItToTheGuardIsNotBriefed()
    {
        KioskBench bench;
        QVERIFY(bench.open());
        toBriefing(bench);
        bench.checkIn().leaveBriefing();
        PAGE(portrait);
        sendOff(bench);
        const auto opened = must(usecases::openCase(bench.site.admin().at(), bench.site.guard(), onlyVisit(bench).id));
        QVERIFY(!opened.briefings.front().passed);
    }

    void r23_questionsAreDrawnFromTheWholeSet()
    {
        KioskBench bench;
        QVERIFY(bench.open());
        kiosk::BriefingController briefing(bench.services);
        QSet<QString> asked;
        for (int i = 0; i < 60; ++i) {
            briefing.begin();
            const QStringList drawn = briefing.given().questions;
            QCOMPARE(QSet<QString>(drawn.begin(), drawn.end()).size(), 3);
            asked.unite(QSet<QString>(drawn.begin(), drawn.end()));
        }
        QVERIFY2(asked.size() >= 8, qPrintable(QString::number(asked.size())));
    }

    void startAgainWhileWaitingGivesTheNumber()
    {
        KioskBench bench;
        QVERIFY(bench.open());
        submit(bench);
        bench.kiosk.startAgain();
        PAGE(pickup);
        QCOMPARE(onlyVisit(bench).state, domain::VisitState::Requested);
    }

    void denialIsPolite()
    {
        KioskBench bench;
        QVERIFY(bench.open());
        submit(bench);
        must(usecases::denyVisit(bench.site.admin().at(), bench.site.guard(), onlyVisit(bench).id,
                                 {QStringLiteral("other"), QStringLiteral("known troublemaker")}));
        bench.seen();
        PAGE(denied);
        QVERIFY(!bench.checkIn().deniedText().isEmpty());
        QVERIFY(!bench.checkIn().deniedText().contains(QStringLiteral("troublemaker")));
    }

    void r9_aRequestThatNobodyAnsweredIsToldToTheVisitor()
    {
        KioskBench bench;
        QVERIFY(bench.open());
        usecases::VisitRequest request = bench.site.meeting();
        request.purpose = {QStringLiteral("machine-room-work")};
        const domain::Visit visit = must(usecases::requestVisit(bench.site.kiosk().at(), request)).front();
        must(usecases::takePickup(bench.site.kiosk().at(), visit.id));
        bench.seen();
        QTRY_COMPARE(values(bench.kiosk.readyNumbers(), "state"), QStringList{QStringLiteral("briefing")}); // not decided
        bench.site.clock.advance(30min);
        must(usecases::lapseVisits(bench.site.kiosk().at()));
        bench.seen();
        QTRY_COMPARE(values(bench.kiosk.readyNumbers(), "state"), QStringList{QStringLiteral("desk")});
        bench.kiosk.collect(onlyVisit(bench).pickup);
        PAGE(denied);
        QVERIFY(bench.checkIn().deniedText().contains(QStringLiteral("nobody could answer")));
        bench.seen();
        QTRY_VERIFY(bench.kiosk.readyNumbers().isEmpty()); // told
    }

    void questionAndAnswer()
    {
        KioskBench bench;
        QVERIFY(bench.open());
        submit(bench);
        const auto id = onlyVisit(bench).id;
        must(usecases::askVisitor(bench.site.admin().at(), bench.site.guard(), id, {QStringLiteral("other"), QStringLiteral("Which rack?")}));
        bench.seen();
        QTRY_COMPARE(bench.checkIn().questionText(), QStringLiteral("Which rack?"));
        QVERIFY(bench.checkIn().questionTakesAnswer());
        bench.checkIn().answerQuestion(QStringLiteral("R12"));
        QTRY_COMPARE(bench.checkIn().questionCode(), QString());
        QCOMPARE(must(usecases::openCase(bench.site.admin().at(), bench.site.guard(), id)).answer, QStringLiteral("R12"));
    }

    void withdrawn()
    {
        KioskBench bench;
        QVERIFY(bench.open());
        submit(bench);
        bench.checkIn().withdraw();
        PAGE(rest);
        QCOMPARE(onlyVisit(bench).state, domain::VisitState::Lapsed);
    }

    void invitation()
    {
        KioskBench bench;
        QVERIFY(bench.open());
        usecases::NewInvitation wanted;
        wanted.host = bench.site.host();
        wanted.purpose = {QStringLiteral("meeting")};
        wanted.from = bench.site.clock.now();
        wanted.until = wanted.from.addSecs(7200);
        const QString token = must(usecases::createInvitation(bench.site.admin().at(), bench.site.manager(), wanted)).token;
        bench.kiosk.startInvitation();
        PAGE(invitation);
        bench.showToken(scanning::Kind::Invite, QStringLiteral("GI1:rubbish"));
        QTRY_COMPARE(bench.kiosk.invitation()->problemCode(), QStringLiteral("invitation-unreadable"));
        bench.kiosk.next();
        bench.showToken(scanning::Kind::Invite, token);
        QTRY_COMPARE(bench.kiosk.invitation()->state(), QStringLiteral("found"));
        QCOMPARE(bench.kiosk.invitation()->hostName(), QStringLiteral("Li Wei"));
        bench.kiosk.next();
        PAGE(notice); // R1: the permission came ahead, the check stays
        bench.kiosk.next();
        PAGE(scan);
        bench.showToCamera(KioskBench::licence());
        bench.kiosk.next();
        PAGE(company);
        bench.checkIn().setCompany(QStringLiteral("Northlight Cooling"));
        bench.kiosk.next();
        PAGE(items); // the host is known
    }

    void wrongThingBeforeTheCamera()
    {
        KioskBench bench;
        QVERIFY(bench.open());
        bench.look();
        bench.kiosk.startCheckOut();
        bench.showToCamera(KioskBench::licence());
        QCOMPARE(bench.kiosk.scan()->guidance(), QStringLiteral("not-a-badge"));
        QCOMPARE(bench.kiosk.page(), page::checkOut);
        bench.pass(std::chrono::seconds(7)); // then it helps with the next thing that is shown
        QCOMPARE(bench.kiosk.scan()->guidance(), QStringLiteral("show-badge"));
    }

    void whoTriesInVainIsToldToType()
    {
        KioskBench bench;
        QVERIFY(bench.open());
        bench.look();
        bench.kiosk.startCheckIn();
        bench.checkIn().choosePurpose(QStringLiteral("meeting"));
        bench.kiosk.next();
        PAGE(scan);
        bench.pass(std::chrono::seconds(14));
        QCOMPARE(bench.kiosk.scan()->guidance(), QStringLiteral("show-document"));
        bench.pass(std::chrono::seconds(2));
        QCOMPARE(bench.kiosk.scan()->guidance(), QStringLiteral("nothing-read"));
        QVERIFY(bench.kiosk.scan()->guidanceText().contains(QStringLiteral("Type it instead")));
        bench.pass(std::chrono::seconds(7));
        QCOMPARE(bench.kiosk.scan()->guidance(), QStringLiteral("show-document"));
        bench.showToCamera(KioskBench::licence());
        QVERIFY(bench.kiosk.scan()->found());
        bench.pass(std::chrono::seconds(20));
        QCOMPARE(bench.kiosk.scan()->guidance(), QStringLiteral("done"));
    }
};

QTEST_MAIN(TestCheckInFlow)
#include "tst_checkinflow.moc"
