// SPDX-License-Identifier: GPL-3.0-or-later
// Checking in: document, answers, party and review.
#include "checkinplay.h"
#include "flows/visitdraft.h"
#include "loglines.h"
#include "parsing/aamva.h"
#include "parsing/cnid.h"
#include "parsing/mrz.h"
#include "parsing/scannerpayload.h"
#include "samplefaces.h"
#include "testprogram.h"
#include "usecases/invitations.h"

#include <QDir>
#include <QGuiApplication>
#include <QProcess>
#include <QRegularExpression>

using namespace gatehouse;
using namespace gatehouse::test;
using namespace std::chrono_literals;
namespace page = gatehouse::kiosk::page;

Q_DECLARE_METATYPE(gatehouse::scanning::ScanResult)

class TestCheckInFlow : public CheckInPlay
{
    Q_OBJECT

private Q_SLOTS:
    void wholeVisit()
    {
        KioskBench bench;
        QVERIFY(bench.open());
        QCOMPARE(bench.kiosk.siteName(), QStringLiteral("Harbour Call Centre"));
        submit(bench);
        QCOMPARE(bench.checkIn().visitLabel(), QStringLiteral("V-1"));
        // Nothing personal stays here once it was acknowledged.
        QVERIFY(bench.checkIn().company().isEmpty() && bench.checkIn().fields().isEmpty() &&
                bench.checkIn().portrait().isNull());

        const domain::Visit visit = onlyVisit(bench);
        const auto file = must(usecases::openCase(bench.site.admin().at(), bench.site.guard(), visit.id));
        QCOMPARE(file.record.company, QStringLiteral("Northlight Cooling"));
        QCOMPARE(file.record.value(u"surname"), QStringLiteral("ERIKSSON"));
        QCOMPARE(file.record.documentKind, QStringLiteral("aamva"));
        QVERIFY(file.hasDocument);
        QImage portrait = QImage::fromData(file.portrait);
        QVERIFY(!portrait.isNull() && portrait.width() <= 480 && portrait.height() <= 640);
        QCOMPARE(file.items.size(), 1u);
        QVERIFY(std::any_of(file.consents.begin(), file.consents.end(),
                            [](const domain::Consent &c) { return c.notice == u"terms" && c.method == u"typed"; }));

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

    void theBadgeIsOfTheShapeThatTheKioskWasSetTo_data()
    {
        QTest::addColumn<badges::Format>("format");
        QTest::newRow("card") << badges::Format::Card86x54;
        QTest::newRow("label") << badges::Format::Label62x100;
    }

    /// On the screen and on paper, whose code a door reads.
    void theBadgeIsOfTheShapeThatTheKioskWasSetTo()
    {
        QFETCH(badges::Format, format);
        KioskBench bench;
        bench.services.settings.badgeFormat = format;
        QVERIFY(bench.open());
        submit(bench);
        const domain::VisitId visit = onlyVisit(bench).id;
        approve(bench, visit);
        PAGE(done);
        const QSizeF page = badges::pageSize(format);
        const QImage shown = bench.checkIn().badgeImage();
        QVERIFY(qAbs(shown.width() / double(shown.height()) - page.width() / page.height()) < 0.01);
        const QDir folder(bench.badges.path());
        const QStringList files = folder.entryList({QStringLiteral("*.pdf")});
        QCOMPARE(files.size(), 1);
        const auto outputOf = [&](const QString &program, const QStringList &arguments) {
            QProcess process;
            process.start(program, arguments + QStringList{folder.filePath(files.first())});
            return process.waitForFinished(60000) ? process.readAllStandardOutput() : QByteArray();
        };
        const QString said = QString::fromUtf8(outputOf(QStringLiteral("pdfinfo"), {}));
        const auto size = QRegularExpression(QStringLiteral("Page size:\\s+([0-9.]+) x ([0-9.]+) pts")).match(said);
        QVERIFY2(size.hasMatch(), qPrintable(said));
        QCOMPARE(qRound(size.captured(1).toDouble() * 25.4 / 72), qRound(page.width()));
        QCOMPARE(qRound(size.captured(2).toDouble() * 25.4 / 72), qRound(page.height()));
        QString token;
        {
            auto transaction = must(bench.site.admin().at().store.beginRead());
            token = must(transaction->badges().ofVisit(visit)).front().token;
        }
        const QByteArray picture =
            outputOf(QStringLiteral("pdftoppm"), {QStringLiteral("-r"), QStringLiteral("300"), QStringLiteral("-png")});
        QCOMPARE(decodeQr(QImage::fromData(picture)), token);
    }

    // Its zone is of no kind of Doc 9303: it was answered with "not a document".
    void oldFrenchCardGoesTheWholeWay()
    {
        KioskBench bench;
        QVERIFY(bench.open());
        scanning::LiveResult card;
        card.result = scanning::parseScannerPayload(
            "IDFRAQUELCONQUE<<<<<<<<<<<<<<<999001\n1805999000016ANNE<<MARIE<<<8802299F7\n", QDate(2026, 11, 25));
        QCOMPARE(card.result.kind, scanning::Kind::None);
        submit(bench, card);
        QVERIFY(m_warned); // until when it is valid is only printed on it

        const domain::Visit visit = onlyVisit(bench);
        QCOMPARE(visit.documentKind, QStringLiteral("fr-id"));
        const auto file = must(usecases::openCase(bench.site.admin().at(), bench.site.guard(), visit.id));
        QCOMPARE(file.record.displayName(), QStringLiteral("ANNE MARIE QUELCONQUE"));
        QVERIFY(file.record.value(u"documentNumber").endsWith(QStringLiteral("001"))); // the rest is hidden from who only looks
        QCOMPARE(file.record.value(u"birthDate"), QStringLiteral("1988-02-29"));
        QVERIFY(file.record.documentValid);
        QStringList warnings;
        for (const domain::Finding &finding : file.findings) {
            if (finding.code.startsWith(u"document-") && finding.verdict != domain::Verdict::Pass)
                warnings.append(finding.code);
        }
        QCOMPARE(warnings, QStringList{QStringLiteral("document-expiry-unread")});
        // The guard looks at the card and says so.
        must(usecases::recordOriginalSeen(bench.site.admin().at(), bench.site.guard(), visit.id));
        QCOMPARE(usecases::approveVisit(bench.site.admin().at(), bench.site.guard(), visit.id).error().code,
                 ErrorCode::Blocked);
        must(usecases::approveVisit(bench.site.admin().at(), bench.site.guard(), visit.id,
                                    usecases::Reason{QStringLiteral("identity-confirmed"), {}}));
        bench.seen();
        PAGE(done);
    }

    void oldFrenchCardIsNamedAndForgedOnesAreMarked()
    {
        KioskBench bench;
        QVERIFY(bench.open());
        bench.kiosk.startCheckIn();
        bench.checkIn().choosePurpose(QStringLiteral("meeting"));
        bench.kiosk.next();
        PAGE(scan);
        bench.kiosk.takePayload("IDFRAQUELCONQUE<<<<<<<<<<<<<<<999001\n1805999000016ANNE<<MARIE<<<8802299F7\n");
        QVERIFY(bench.kiosk.scan()->found());
        QCOMPARE(bench.kiosk.scan()->documentName(), QStringLiteral("French identity card issued until 2021"));
        QVERIFY(!bench.kiosk.scan()->needsConfirmation());
        bench.kiosk.scan()->scanAgain();
        bench.kiosk.takePayload("IDFRAQUELCONQUE<<<<<<<<<<<<<<<999001\n1805999000016ANNE<<MARIE<<<8802289F7\n");
        QVERIFY(bench.kiosk.scan()->found());
        QVERIFY(bench.kiosk.scan()->needsConfirmation());
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
        QImage side(300, 200, QImage::Format_RGB32), front(600, 400, QImage::Format_RGB32),
            portrait(60, 80, QImage::Format_RGB32);
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
        member.takeScan(licence, QDate(2026, 11, 25));
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
                 (QStringList{QStringLiteral("typed"), QStringLiteral("read"), QStringLiteral("read"), QStringLiteral("read"),
                              QStringLiteral("read")}));
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
        QCOMPARE(bench.checkIn().fieldProblems().keys(),
                 (QStringList{QStringLiteral("documentNumber"), QStringLiteral("fullName")}));
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

    void whatIsMissingIsSaidAtItsField()
    {
        KioskBench bench;
        QVERIFY(bench.open());
        bench.kiosk.startCheckIn();
        bench.checkIn().choosePurpose(QStringLiteral("meeting"));
        bench.kiosk.next();
        bench.showToCamera(KioskBench::licence());
        bench.kiosk.next();
        PAGE(company);
        bench.checkIn().setCompany(QStringLiteral("   "));
        bench.checkIn().setPhone(QStringLiteral("call me"));
        bench.kiosk.next();
        QCOMPARE(bench.kiosk.page(), page::company);
        QCOMPARE(bench.checkIn().fieldProblems().keys(), (QStringList{QStringLiteral("company"), QStringLiteral("phone")}));
        QVERIFY(bench.kiosk.problemText().isEmpty());
        bench.checkIn().setCompany(QStringLiteral(" Northlight   Cooling "));
        bench.checkIn().setPhone({}); // nobody needs one
        QVERIFY(bench.checkIn().fieldProblems().isEmpty());
        bench.kiosk.next();
        PAGE(host);
        QCOMPARE(bench.checkIn().company(), QStringLiteral("Northlight Cooling"));
    }

    void spacesThatAreTypedTooMuchAreLeftOut()
    {
        KioskBench bench;
        QVERIFY(bench.open());
        bench.kiosk.startCheckIn();
        bench.checkIn().choosePurpose(QStringLiteral("meeting"));
        bench.kiosk.next();
        bench.kiosk.scan()->typeInstead();
        bench.checkIn().setField(QStringLiteral("fullName"), QStringLiteral("  Maya   Placeholder "));
        bench.checkIn().setField(QStringLiteral("documentNumber"), QStringLiteral("   "));
        bench.kiosk.next();
        QCOMPARE(bench.checkIn().fieldProblems().keys(), QStringList{QStringLiteral("documentNumber")});
        bench.checkIn().setField(QStringLiteral("documentNumber"), QStringLiteral("G00000000 "));
        bench.kiosk.next();
        PAGE(company);
        bench.kiosk.back();
        QCOMPARE(values(bench.checkIn().fields(), "value").mid(0, 2),
                 (QStringList{QStringLiteral("Maya Placeholder"), QStringLiteral("G00000000")}));
    }

    void aDocumentThatBeganTheVisitIsSaidToBeRead()
    {
        KioskBench bench;
        QVERIFY(bench.open());
        bench.kiosk.startCheckIn();
        PAGE(purpose);
        QVERIFY(!bench.checkIn().documentShown());
        bench.kiosk.startAgain();
        PAGE(rest);
        bench.look();
        bench.showToCamera(KioskBench::licence());
        PAGE(purpose);
        QVERIFY(bench.checkIn().documentShown());
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
        QTest::newRow("lines and zero bytes")
            << "fullName" << QStringLiteral("A\nB") + QChar(u'\0') + QStringLiteral("C") << true;
        QTest::newRow("impossible date") << "birthDate" << QStringLiteral("1990-02-30") << false;
        QTest::newRow("born tomorrow") << "birthDate" << QStringLiteral("2026-11-25") << false;
        QTest::newRow("no date") << "birthDate" << QStringLiteral("yesterday") << false;
        QTest::newRow("born in 1890") << "birthDate" << QStringLiteral("1890-03-01") << false;
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
        const auto step = [&] { return std::pair(bench.kiosk.step(), bench.kiosk.stepCount()); };
        const auto before = step();
        bench.kiosk.scan()->typeInstead();
        QCOMPARE(bench.kiosk.page(), page::details);
        QCOMPARE(step(), before); // the way does not grow longer
        bench.checkIn().setField(QStringLiteral("fullName"), QStringLiteral("Somebody"));
        bench.checkIn().setField(QStringLiteral("documentNumber"), QStringLiteral("G00000000"));
        bench.checkIn().setField(field, text);
        bench.kiosk.next();
        QCOMPARE(bench.kiosk.page() == page::company, accepted);
        QCOMPARE(bench.checkIn().fieldProblems().contains(field), !accepted);
        if (text == QLatin1String("1990-02-30")) // written as asked: the form of it is not what is wrong
            QVERIFY(bench.checkIn().fieldProblems().value(field).toString().contains(QStringLiteral("no such date")));
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
        while (bench.kiosk.canGoBack())
            bench.kiosk.back();
        PAGE(purpose); // and not to the rest screen, which would erase what was given
        bench.kiosk.back();
        PAGE(purpose);
        QCOMPARE(bench.checkIn().company(), QStringLiteral("Northlight Cooling"));
        while (bench.kiosk.page() != page::portrait && bench.kiosk.canGoNext())
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
        const QString refused = bench.checkIn().refusedText(); // not who, which the badge says, and not why
        QVERIFY2(refused.contains(QStringLiteral("1 person")), qPrintable(refused));
        QVERIFY(!refused.contains(QStringLiteral("Lundgren"), Qt::CaseInsensitive));
        bench.kiosk.next();
        PAGE(rest);
        QVERIFY(bench.checkIn().refusedText().isEmpty());
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

    // Whatever is wrong with a document is said to the visitor without a verdict, and the guard has the finding.
    void oddDocuments_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("finding");
        QTest::addColumn<QString>("logged");
        QTest::newRow("expired") << "expiryDate"
                                 << "2020-04-15"
                                 << "document-expired"
                                 << "expired";
        QTest::newRow("not yet valid") << "issueDate"
                                       << "2027-01-01"
                                       << "document-not-yet-valid"
                                       << "not-yet-valid";
        QTest::newRow("of a child") << "birthDate"
                                    << "2014-08-12"
                                    << "minor"
                                    << "minor";
        QTest::newRow("born tomorrow") << "birthDate"
                                       << "2026-11-26"
                                       << "birth-date-impossible"
                                       << "birthDate-impossible";
    }

    void aDocumentThatIsCutShortIsIncomplete_data()
    {
        QTest::addColumn<QByteArray>("born");
        QTest::newRow("born in 2001") << QByteArray("02032001");
        QTest::newRow("born in 1890") << QByteArray("02031890"); // which is not all that is wrong
    }
    void aDocumentThatIsCutShortIsIncomplete()
    {
        QFETCH(QByteArray, born);
        KioskBench bench;
        QVERIFY(bench.open());
        bench.kiosk.startCheckIn();
        bench.checkIn().choosePurpose(QStringLiteral("meeting"));
        bench.kiosk.next();
        const LogLines log("gatehouse.scan");
        bench.kiosk.takePayload("@\n\x1e\rANSI 636026100102DL00410100ZA01410010"
                                "DLDAQD12345678\nDCSERIKSSON\nDACANNA\nDBB" +
                                born + "\nDBA01");
        QVERIFY(bench.kiosk.scan()->found() && bench.kiosk.scan()->incomplete());
        const QString logged = log.lines().join(QLatin1Char('\n'));
        QVERIFY2(logged.startsWith(QStringLiteral("shown: aamva, in doubt: ")) &&
                     logged.contains(QStringLiteral("requiredElements")),
                 qPrintable(logged));
        for (const char *personal : {"ERIKSSON", "ANNA", "D12345678", "2001", "1890"})
            QVERIFY2(!logged.contains(QLatin1String(personal)), qPrintable(logged));
        bench.kiosk.scan()->scanAgain();
        QVERIFY(!bench.kiosk.scan()->incomplete());
        bench.showToCamera(KioskBench::licence());
        QVERIFY(bench.kiosk.scan()->found() && !bench.kiosk.scan()->incomplete());
    }

    void aDateThatIsNoDayIsSaid_data()
    {
        QTest::addColumn<QByteArray>("payload");
        QTest::addColumn<QString>("field");
        const QByteArray payload = "@\n\x1e\rANSI 636026100102DL00410100ZA01410010"
                                   "DLDAQD12345678\nDCSERIKSSON\nDACANNA\nDBB02032001\nDBA01012030\nDBD01012024\rZAZAA\r";
        QTest::newRow("birth") << QByteArray(payload).replace("DBB02032001", "DBB02302001") << QStringLiteral("birthDate");
        QTest::newRow("issue") << QByteArray(payload).replace("DBD01012024", "DBD13452021") << QStringLiteral("issueDate");
        QTest::newRow("expiry") << QByteArray(payload).replace("DBA01012030", "DBA13452039") << QStringLiteral("expiryDate");
    }
    void aDateThatIsNoDayIsSaid()
    {
        QFETCH(QByteArray, payload);
        QFETCH(QString, field);
        KioskBench bench;
        QVERIFY(bench.open());
        bench.kiosk.startCheckIn();
        bench.checkIn().choosePurpose(QStringLiteral("meeting"));
        bench.kiosk.next();
        scanning::LiveResult licence = KioskBench::licence();
        licence.result = scanning::parseAamva(payload, QDate(2026, 11, 25));
        QVERIFY(!licence.result.valid && !licence.result.field(field));
        bench.showToCamera(licence);
        QStringList warned;
        for (const QVariant &row : bench.kiosk.scan()->resultFields()) {
            if (!row.toMap().value(QStringLiteral("warning")).toString().isEmpty())
                warned << row.toMap().value(QStringLiteral("name")).toString();
        }
        QCOMPARE(warned, QStringList{field});
    }

    // One sentence, whatever the document is: not that it was hard to read, nor that something is missing.
    void aBirthThatCannotBeIsSaidOnce_data()
    {
        QTest::addColumn<scanning::ScanResult>("read");
        const QDate today(2026, 11, 25);
        const auto licence = [&](const QByteArray &born) {
            return scanning::parseAamva("@\n\x1e\rANSI 636026100102DL00410200ZA02410010DLDAQD12345678\nDCSERIKSSON\nDDEN\n"
                                        "DACANNA\nDDFN\nDADMARIA\nDDGN\nDCAD\nDCBNONE\nDCDNONE\nDBD01012024\nDBB" +
                                            born +
                                            "\nDBA01012030\nDBC2\nDAU064 IN\nDAYBRO\nDAG1 MAIN ST\nDAIPHOENIX\nDAJAZ\n"
                                            "DAK850010000  \nDCF1\nDCGUSA\rZAZAA\r",
                                        today);
        };
        const auto card = [&](const char *born, const char *number) {
            return scanning::parseCnId(QStringLiteral("姓名 张三\n性别 女 民族 汉\n出生 %1\n住址 北京市朝阳区样本路1号\n"
                                                      "公民身份号码 %2\n")
                                           .arg(QString::fromUtf8(born), QString::fromLatin1(number)),
                                       today);
        };
        QTest::newRow("licence, 1890") << licence("01011890");
        QTest::newRow("licence, tomorrow") << licence("11262026");
        QTest::newRow("licence, no day") << licence("02291989");
        QTest::newRow("Chinese card, 1890") << card("1890年3月7日", "110105189003070026");
        QTest::newRow("Chinese card, next year") << card("2027年3月7日", "110105202703070020");
        QTest::newRow("Chinese card, no day") << card("1989年2月29日", "110105198902290027");
        QTest::newRow("passport, no day") << scanning::parseMrz(
            QStringLiteral("P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7402304F3104150<<<<<<<<<<<<<<<0"),
            today);
    }
    void aBirthThatCannotBeIsSaidOnce()
    {
        QFETCH(scanning::ScanResult, read);
        KioskBench bench;
        QVERIFY(bench.open());
        bench.kiosk.startCheckIn();
        bench.checkIn().choosePurpose(QStringLiteral("meeting"));
        bench.kiosk.next();
        scanning::LiveResult live = KioskBench::licence();
        live.result = read;
        const LogLines log("gatehouse.scan");
        bench.showToCamera(live);
        const kiosk::ScanController &scan = *bench.kiosk.scan();
        QVERIFY(scan.found());
        const QString logged = log.lines().join(QLatin1Char('\n'));
        QVERIFY2(
            logged.startsWith(QStringLiteral("shown: ") + scanning::kindName(read.kind) + QStringLiteral(", in doubt: ")) &&
                logged.contains(QStringLiteral("birthDate-impossible")),
            qPrintable(logged));
        for (const scanning::Field &field : read.fields)
            QVERIFY2(field.value.size() < 3 || !logged.contains(field.value, Qt::CaseInsensitive), qPrintable(logged));
        QStringList warned;
        for (const QVariant &row : scan.resultFields()) {
            const QVariantMap shown = row.toMap();
            if (shown.value(QStringLiteral("warning")).toString().isEmpty())
                continue;
            warned << shown.value(QStringLiteral("name")).toString();
            const QString trust = read.field(u"birthDate") ? QStringLiteral("read") : QString();
            QCOMPARE(shown.value(QStringLiteral("trust")).toString(), trust);
        }
        QCOMPARE(warned, QStringList{QStringLiteral("birthDate")});
        QVERIFY(!scan.incomplete());
        QVERIFY(!scan.needsConfirmation());
        bench.kiosk.next();
        PAGE(company); // there is nothing to correct: the guard looks at it
    }

    void oddDocuments()
    {
        QFETCH(QString, field);
        QFETCH(QString, value);
        QFETCH(QString, finding);
        QFETCH(QString, logged);
        KioskBench bench;
        QVERIFY(bench.open());
        const LogLines log("gatehouse.scan");
        scanning::LiveResult licence = KioskBench::licence();
        licence.result.fields.removeIf([&](const scanning::Field &known) { return known.name == field; });
        licence.result.add(field, value);
        submit(bench, licence);
        QVERIFY(m_warned);
        QCOMPARE(log.lines(), QStringList{QStringLiteral("shown: aamva, in doubt: ") + logged}); // no values
        const auto opened = must(usecases::openCase(bench.site.admin().at(), bench.site.guard(), onlyVisit(bench).id));
        QStringList said;
        for (const domain::Finding &of : opened.findings)
            said << of.code;
        QVERIFY2(said.contains(finding), qPrintable(said.join(QLatin1Char(' '))));
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

    // What lies there is decided on again and again, and is one thing all the same.
    void whatIsNoDocumentIsLoggedOnce()
    {
        KioskBench bench;
        QVERIFY(bench.open());
        bench.look();
        bench.kiosk.startCheckIn();
        bench.checkIn().choosePurpose(QStringLiteral("meeting"));
        bench.kiosk.next();
        PAGE(scan);
        const LogLines log("gatehouse.scan");
        for (int second = 0; second < 8; ++second) {
            bench.showToken(scanning::Kind::Barcode, QStringLiteral("MECARD:N:Eriksson,Anna"));
            bench.pass(1s);
        }
        bench.kiosk.takePayload("ID<<ERIKSSON<<ANNA\n\n"); // another thing
        const QString line = QStringLiteral("shown: barcode, not-a-document");
        QCOMPARE(log.lines(), (QStringList{line, line}));
    }

    void whoTriesInVainIsToldToType()
    {
        const LogLines log("gatehouse.scan");
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
        QCOMPARE(log.lines(), QStringList{QStringLiteral("nothing could be read of what is shown")});
        bench.pass(std::chrono::seconds(7));
        QCOMPARE(bench.kiosk.scan()->guidance(), QStringLiteral("show-document"));
        bench.showToCamera(KioskBench::licence());
        QVERIFY(bench.kiosk.scan()->found());
        bench.pass(std::chrono::seconds(20));
        QCOMPARE(bench.kiosk.scan()->guidance(), QStringLiteral("done"));
    }
};

GATEHOUSE_TEST(QGuiApplication, TestCheckInFlow);
#include "tst_checkinflow.moc"
