// SPDX-License-Identifier: GPL-3.0-or-later
#include "licencecard.h"

#include <QDate>

#include <ZXing/BitMatrix.h>
#include <ZXing/MultiFormatWriter.h>
#include <opencv2/imgproc.hpp>

namespace gatehouse::scenes
{

namespace
{
constexpr double pixelsPerMm = 24;

QString pick(QRandomGenerator &random, const QStringList &words)
{
    return words.at(random.bounded(int(words.size())));
}

QString digitText(QRandomGenerator &random, int count)
{
    QString text;
    for (int i = 0; i < count; ++i)
        text.append(QLatin1Char(char('0' + random.bounded(10))));
    return text;
}

const QStringList &surnames()
{
    static const QStringList words{QStringLiteral("MOTORIST"), QStringLiteral("NOWHERE-LANE"), QStringLiteral("O'UTOPIA"),
                                   QStringLiteral("SAMPLE"),   QStringLiteral("VAN DER TEST"), QStringLiteral("LI"),
                                   QStringLiteral("EXAMPLE"),  QStringLiteral("SPECIMEN"),     QStringLiteral("FICTIVE")};
    return words;
}

const QStringList &givenNames()
{
    static const QStringList words{QStringLiteral("ANNE"),    QStringLiteral("MARY LOU"),    QStringLiteral("JO"),
                                   QStringLiteral("ROBERTO"), QStringLiteral("CHRISTOPHER"), QStringLiteral("UMA"),
                                   QStringLiteral("DEAN"),    QStringLiteral("DACIA"),       QStringLiteral("ZOE")};
    return words;
}

struct Person {
    QString surname;
    QString first;
    QString middle;
    QString number;
    QDate birth;
    QDate issue;
    QDate expiry;
    bool male = false;
    QString street;
    QString city;
    QString postal;
    bool canadian = false;
};

Person randomPerson(QRandomGenerator &random)
{
    Person person;
    person.surname = pick(random, surnames());
    person.first = pick(random, givenNames());
    person.middle = random.bounded(3) == 0 ? QString() : pick(random, givenNames());
    person.number = QStringLiteral("X") + digitText(random, random.bounded(6, 12));
    person.birth = QDate(1940, 1, 1).addDays(random.bounded(365 * 65));
    person.issue = QDate(2015, 1, 1).addDays(random.bounded(365 * 9));
    person.expiry = person.issue.addDays(365 * random.bounded(4, 9) + random.bounded(300));
    person.male = random.bounded(2) == 0;
    person.street =
        QString::number(random.bounded(1, 9999)) + QLatin1Char(' ') + pick(random, surnames()) + QStringLiteral(" ROAD");
    person.city = pick(random, {QStringLiteral("UTOPOLIS"), QStringLiteral("NOWHERE"), QStringLiteral("ST TEST")});
    person.canadian = random.bounded(4) == 0;
    person.postal =
        person.canadian ? QStringLiteral("Z0Z 0Z0") : digitText(random, 4) + QStringLiteral("1") + QStringLiteral("4321");
    return person;
}

QString usDate(const QDate &date)
{
    return date.toString(QStringLiteral("MMddyyyy"));
}
QString isoDigits(const QDate &date)
{
    return date.toString(QStringLiteral("yyyyMMdd"));
}

QStringList elementsOf(const Person &person, int version, QRandomGenerator &random)
{
    const auto date = [&](const QDate &day) { return version == 1 || person.canadian ? isoDigits(day) : usDate(day); };
    const QString middle = person.middle.isEmpty() ? QStringLiteral("NONE") : person.middle;
    QStringList elements{QStringLiteral("DAQ") + person.number};
    if (version == 1) {
        elements << QStringLiteral("DAA") + person.surname + QLatin1Char(',') + person.first + QLatin1Char(',') + person.middle;
    } else if (version <= 3) {
        elements << QStringLiteral("DCS") + person.surname
                 << QStringLiteral("DCT") + person.first +
                        (person.middle.isEmpty() ? QString() : QLatin1Char(',') + person.middle);
    } else {
        elements << QStringLiteral("DCS") + person.surname << QStringLiteral("DDEN") << QStringLiteral("DAC") + person.first
                 << QStringLiteral("DDFN") << QStringLiteral("DAD") + middle << QStringLiteral("DDGN");
    }
    elements << QStringLiteral("DCAD") << QStringLiteral("DCBNONE") << QStringLiteral("DCDNONE")
             << QStringLiteral("DBD") + date(person.issue) << QStringLiteral("DBB") + date(person.birth)
             << QStringLiteral("DBA") + date(person.expiry) << QStringLiteral("DBC") + (person.male ? "1" : "2")
             << QStringLiteral("DAU070 IN") << QStringLiteral("DAYGRN") << QStringLiteral("DAG") + person.street
             << QStringLiteral("DAI") + person.city << QStringLiteral("DAJ") + (person.canadian ? "ON" : "XX")
             << QStringLiteral("DAK") + person.postal.leftJustified(11)
             << QStringLiteral("DCF") + digitText(random, random.bounded(8, 25));
    if (version > 1)
        elements << (person.canadian ? QStringLiteral("DCGCAN") : QStringLiteral("DCGUSA"));
    if (version >= 4)
        elements << QStringLiteral("DCK") + digitText(random, 18) << QStringLiteral("DDAF") << QStringLiteral("DDB08292017");
    return elements;
}
} // namespace

Licence randomLicence(QRandomGenerator &random)
{
    const Person person = randomPerson(random);
    const int version = random.bounded(1, 11);
    const QByteArray body = "DL" + elementsOf(person, version, random).join(QLatin1Char('\n')).toLatin1() + '\r';
    QByteArray header = "@\n\x1e\rANSI " + QByteArray(person.canadian ? "636012" : "636999");
    header += QByteArray::number(version).rightJustified(2, '0') + (version > 1 ? "0101" : "01");
    const auto number = [](qsizetype value) { return QByteArray::number(value).rightJustified(4, '0'); };
    header += "DL" + number(header.size() + 10) + number(body.size());

    scanning::ScanResult expected;
    const QString given = (person.first + QLatin1Char(' ') + person.middle).trimmed();
    expected.add(QStringLiteral("documentType"), QStringLiteral("DL"));
    expected.add(QStringLiteral("issuingState"), person.canadian ? QStringLiteral("CAN") : QStringLiteral("USA"));
    expected.add(QStringLiteral("surname"), person.surname);
    expected.add(QStringLiteral("givenNames"), given);
    expected.add(QStringLiteral("documentNumber"), person.number);
    expected.add(QStringLiteral("birthDate"), person.birth.toString(Qt::ISODate));
    expected.add(QStringLiteral("sex"), person.male ? QStringLiteral("M") : QStringLiteral("F"));
    expected.add(QStringLiteral("issueDate"), person.issue.toString(Qt::ISODate));
    expected.add(QStringLiteral("expiryDate"), person.expiry.toString(Qt::ISODate));
    expected.add(QStringLiteral("street"), person.street);
    expected.add(QStringLiteral("city"), person.city);
    expected.add(QStringLiteral("region"), person.canadian ? QStringLiteral("ON") : QStringLiteral("XX"));
    expected.add(QStringLiteral("postalCode"), person.postal);
    return {header + body, expected.fields};
}

QImage pdf417(const QByteArray &payload)
{
    const ZXing::BitMatrix matrix =
        ZXing::MultiFormatWriter(ZXing::BarcodeFormat::PDF417).setEccLevel(4).setMargin(0).encode(payload.toStdString(), 0, 0);
    QImage image(matrix.width(), matrix.height(), QImage::Format_RGB32);
    for (int y = 0; y < matrix.height(); ++y) {
        for (int x = 0; x < matrix.width(); ++x)
            image.setPixel(x, y, matrix.get(x, y) ? qRgb(0, 0, 0) : qRgb(255, 255, 255));
    }
    return image.scaled(matrix.width(), matrix.height() * 3 / 4);
}

QImage licenceBack(const QByteArray &payload, QRandomGenerator &random)
{
    QImage card(int(85.6 * pixelsPerMm), int(54 * pixelsPerMm), QImage::Format_RGB32);
    cv::Mat back(card.height(), card.width(), CV_8UC4, card.bits(), size_t(card.bytesPerLine()));
    const int base = random.bounded(205, 245);
    back.setTo(cv::Scalar(base, base + random.bounded(-10, 10), base + random.bounded(-15, 10), 255));
    for (int line = 0; line < 40; ++line) { // the pale print of the background
        const cv::Point middle(random.bounded(back.cols), random.bounded(back.rows));
        cv::ellipse(back, middle, cv::Size(random.bounded(100, 900), random.bounded(100, 500)), random.bounded(180), 0, 360,
                    cv::Scalar(base - 25, base - 12, base - 18, 255), 3, cv::LINE_AA);
    }
    if (random.bounded(2) == 0)
        cv::rectangle(back, cv::Rect(0, int(4 * pixelsPerMm), back.cols, int(11 * pixelsPerMm)), cv::Scalar(45, 40, 38, 255),
                      cv::FILLED);
    for (int line = 0; line < 3; ++line) {
        cv::putText(back, "CLASS D  ENDORSEMENTS NONE  RESTR NONE  0000" + std::to_string(random.bounded(100000)),
                    cv::Point(int(6 * pixelsPerMm), int((18 + 3 * line) * pixelsPerMm)), cv::FONT_HERSHEY_SIMPLEX, 1.6,
                    cv::Scalar(60, 50, 50, 255), 4, cv::LINE_AA);
    }
    const QImage symbol = pdf417(payload);
    const double width = (72 + 4 * random.generateDouble()) * pixelsPerMm;
    const double height = std::min(width * symbol.height() / symbol.width(), 24 * pixelsPerMm);
    const QImage print = symbol.scaled(int(width), int(height)).convertToFormat(QImage::Format_RGB32);
    const int x = (back.cols - print.width()) / 2;
    const int y = int(28 * pixelsPerMm);
    const int quiet = int(1.2 * pixelsPerMm);
    cv::rectangle(back, cv::Rect(x - quiet, y - quiet, print.width() + 2 * quiet, print.height() + 2 * quiet),
                  cv::Scalar(250, 250, 250, 255), cv::FILLED);
    const cv::Mat ink(print.height(), print.width(), CV_8UC4, const_cast<uchar *>(print.constBits()),
                      size_t(print.bytesPerLine()));
    ink.copyTo(back(cv::Rect(x, y, print.width(), print.height())));
    cv::max(back, cv::Scalar(30, 30, 30, 255), back); // ink is never quite black
    return card;
}

} // namespace gatehouse::scenes
