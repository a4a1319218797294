// SPDX-License-Identifier: GPL-3.0-or-later
#include "documentsamples.h"
#include "parsing/cnid.h"
#include "parsing/cnidethnicities.h"
#include "scanresults.h"
#include "testprogram.h"

#include <QTest>

using namespace gatehouse::scanning;
using namespace gatehouse::test;

namespace
{
// 119999: no such county. A man born on 29 February 1988.
const QString mansNumber = sampleCnNumber(QStringLiteral("11999919880229001"));
const QString womansNumber = sampleCnNumber(QStringLiteral("11999919900101002"));

QString card(const QString &name, const QString &sex, const QString &ethnicity, const QString &birth, const QString &address,
             const QString &number)
{
    return QStringLiteral("姓名 %1\n性别 %2 民族 %3\n出生 %4\n住址 %5\n公民身份号码 %6\n")
        .arg(name, sex, ethnicity, birth, address, number);
}
} // namespace

class TestCnId : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
    void refuses_data();
    void refuses();
    void controlCharactersInsideMakeAFieldUnsure_data();
    void controlCharactersInsideMakeAFieldUnsure();
    void bothSidesOfAContradictionAreInDoubt_data();
    void bothSidesOfAContradictionAreInDoubt();
    void whatStandsThereTwiceIsInDoubt_data();
    void whatStandsThereTwiceIsInDoubt();
    void differentNumbersAreNotOneOfThem_data();
    void differentNumbersAreNotOneOfThem();
    void bareNumbers_data();
    void bareNumbers();
    void oneWrongDigitIsNoticed();
    void nothingToRead_data();
    void nothingToRead();
    void ethnicities();
};

void TestCnId::reads_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<FieldMap>("fields");
    const FieldMap fields{{"fullName", "张三丰"},
                          {"sex", "M"},
                          {"ethnicity", "汉"},
                          {"birthDate", "1988-02-29"},
                          {"address", "北京市海淀区民族大学南路1号院2号楼303室"},
                          {"documentNumber", mansNumber}};
    const QString plain = card("张三丰", "男", "汉", "1988年2月29日", "北京市海淀区民族大学南路\n1号院2号楼303室", mansNumber);
    QTest::newRow("plain") << plain << fields;
    QTest::newRow("joined") << QString(plain).remove(u' ').remove(u'\n') << fields;
    QTest::newRow("CRLF") << QString(plain).replace(QStringLiteral("\n"), QStringLiteral("\r\n")) << fields;
    QString spaced;
    for (const QChar c : plain)
        spaced += QString(c) + (c == u'\n' ? QString() : QStringLiteral(" "));
    QTest::newRow("spaced") << spaced << fields;
    QTest::newRow("colons") << QString(plain).replace(QStringLiteral("名 "), QStringLiteral("名：")) << fields;
    QString wide = plain;
    for (QChar &c : wide) {
        if (c >= u'0' && c <= u'9')
            c = QChar(0xFF10 + c.unicode() - u'0');
    }
    QTest::newRow("full-width digits") << wide << fields;
    QTest::newRow("number label lost") << QString(plain).remove(QStringLiteral("公民身份号码")) << fields;
    FieldMap both = fields;
    both.insert({{"issueDate", "2020-01-02"}, {"expiryDate", "2040-01-02"}});
    QTest::newRow("with its back")
        << plain + QStringLiteral("中华人民共和国\n居民身份证\n签发机关 北京市公安局\n有效期限 2020.01.02-2040.01.02") << both;
    FieldMap forever = fields;
    forever.insert({{"issueDate", "2020-01-02"}});
    QTest::newRow("valid for ever") << plain + QStringLiteral("签发机关 北京市公安局\n有效期限 2020.01.02-长期") << forever;
    const QString woman = card("阿依古丽·买买提", "女", "维吾尔族", "1990年01月01日", "新疆乌鲁木齐市", womansNumber);
    QTest::newRow("name with a dot") << woman << FieldMap{{"fullName", "阿依古丽·买买提"}, {"sex", "F"},
                                                          {"ethnicity", "维吾尔"},         {"birthDate", "1990-01-01"},
                                                          {"address", "新疆乌鲁木齐市"},   {"documentNumber", womansNumber}};
}

void TestCnId::reads()
{
    QFETCH(QString, text);
    QFETCH(FieldMap, fields);
    const ScanResult result = parseCnId(text, today);
    QCOMPARE(result.kind, Kind::CnId);
    QCOMPARE(fieldMap(result), fields);
    QCOMPARE(failedChecks(result), QStringList());
    QVERIFY(result.valid);
}

void TestCnId::refuses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("failed");
    const QString address = QStringLiteral("北京市");
    const QString birth = QStringLiteral("1988年2月29日");
    QTest::newRow("printed sex differs") << card("张三", "女", "汉", birth, address, mansNumber) << QStringList{"sex"};
    QTest::newRow("printed birth date differs")
        << card("张三", "男", "汉", "1988年2月28日", address, mansNumber) << QStringList{"birthDate"};
    QTest::newRow("no such people") << card("张三", "男", "火星", birth, address, mansNumber) << QStringList{"ethnicity"};
    QTest::newRow("no such province") << card("张三", "男", "汉", birth, address, sampleCnNumber("99999919880229001"))
                                      << QStringList{"province"};
    QTest::newRow("no such day") << card("张三", "男", "汉", "", address, sampleCnNumber("11999919890229001"))
                                 << QStringList{"birthDate"};
    QTest::newRow("born tomorrow") << card("张三", "男", "汉", "", address, sampleCnNumber("11999920261125001"))
                                   << QStringList{"birthDate"};
    const QString whole = card("张三", "男", "汉", birth, address, mansNumber);
    QTest::newRow("ends before it begins") << whole + QStringLiteral("有效期限 2035.01.01-2015.01.01")
                                           << QStringList{"validity"};
    QTest::newRow("begins on no day") << whole + QStringLiteral("有效期限 2015.02.30-2035.01.01") << QStringList{"validity"};
    QTest::newRow("begins on no day and has no end")
        << whole + QStringLiteral("有效期限 2015.13.01-长期") << QStringList{"validity"};
    QTest::newRow("nameless") << card("", "男", "汉", birth, address, mansNumber) << QStringList();
    QTest::newRow("without a number") << card("张三", "男", "汉", birth, address, "") << QStringList();
}

void TestCnId::refuses()
{
    QFETCH(QString, text);
    QFETCH(QStringList, failed);
    const ScanResult result = parseCnId(text, today);
    QCOMPARE(result.kind, Kind::CnId);
    QCOMPARE(failedChecks(result), failed);
    QVERIFY(!result.valid);
}

void TestCnId::controlCharactersInsideMakeAFieldUnsure_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("address");
    QTest::addColumn<QStringList>("unsure");
    const QString name = QStringLiteral("张三丰"), address = QStringLiteral("北京市海淀区");
    const auto with = [](QString text, qsizetype at) { return text.insert(at, QChar(0)); };
    QTest::newRow("none") << name << address << QStringList();
    QTest::newRow("in the name") << with(name, 2) << address << QStringList{"fullName"};
    QTest::newRow("before the name") << with(name, 0) << address << QStringList();
    QTest::newRow("behind the name") << with(name, 3) << address << QStringList();
    QTest::newRow("in the address") << name << with(address, 3) << QStringList{"address"};
    QTest::newRow("right-to-left override before the name")
        << QString(name).prepend(QChar(0x202e)) << address << QStringList{"fullName"};
    QTest::newRow("zero-width space in the name")
        << QString(name).insert(2, QChar(0x200b)) << address << QStringList{"fullName"};
    QTest::newRow("right-to-left mark behind the address") << name << address + QChar(0x200f) << QStringList{"address"};
    QTest::newRow("the address in two rows") << name << QString(address).insert(3, u'\n') << QStringList();
}

void TestCnId::controlCharactersInsideMakeAFieldUnsure()
{
    QFETCH(QString, name);
    QFETCH(QString, address);
    const ScanResult result = parseCnId(card(name, "男", "汉", "1988年2月29日", address, mansNumber), today);
    QVERIFY(result.valid);
    QCOMPARE(result.value(u"fullName"), QStringLiteral("张三丰"));
    QCOMPARE(result.value(u"address"), QStringLiteral("北京市海淀区"));
    QTEST(doubtful(result), "unsure");
}

void TestCnId::bothSidesOfAContradictionAreInDoubt_data()
{
    QTest::addColumn<QString>("sex");
    QTest::addColumn<QString>("birth");
    QTest::addColumn<QStringList>("unsure");
    QTest::newRow("none") << "男"
                          << "1988年2月29日" << QStringList();
    QTest::newRow("sex") << "女"
                         << "1988年2月29日" << QStringList{"documentNumber", "sex"};
    QTest::newRow("birth date") << "男"
                                << "1988年2月28日" << QStringList{"documentNumber", "birthDate"};
    QTest::newRow("both") << "女"
                          << "1978年2月28日" << QStringList{"documentNumber", "birthDate", "sex"};
}

void TestCnId::bothSidesOfAContradictionAreInDoubt()
{
    QFETCH(QString, sex);
    QFETCH(QString, birth);
    const ScanResult result = parseCnId(card("张三丰", sex, "汉", birth, "北京市", mansNumber), today);
    QTEST(doubtful(result), "unsure");
    QCOMPARE(result.valid, doubtful(result).isEmpty());
}

void TestCnId::whatStandsThereTwiceIsInDoubt_data()
{
    QTest::addColumn<QString>("more");
    QTest::addColumn<QStringList>("unsure");
    QTest::addColumn<QString>("failing");
    QTest::newRow("address") << "住址 上海市" << QStringList{"address"} << QString();
    QTest::newRow("address, the same") << "住址 北京市" << QStringList() << QString();
    QTest::newRow("birth date") << "出生 1988年2月28日" << QStringList{"documentNumber", "birthDate"} << "birthDate";
    QTest::newRow("birth date, the same") << "出生 1988年2月29日" << QStringList() << QString();
    QTest::newRow("sex") << "性别 女" << QStringList{"documentNumber", "sex"} << "sex";
    QTest::newRow("a label alone") << "性别" << QStringList() << QString();
}

// Each label stands on a card once.
void TestCnId::whatStandsThereTwiceIsInDoubt()
{
    QFETCH(QString, more);
    QFETCH(QString, failing);
    const QString text = card("张三丰", "男", "汉", "1988年2月29日", "北京市", mansNumber) + more;
    const ScanResult result = parseCnId(text, today);
    QTEST(doubtful(result), "unsure");
    QCOMPARE(failedChecks(result), failing.isEmpty() ? QStringList() : QStringList{failing});
    QCOMPARE(result.valid, failing.isEmpty());
    QCOMPARE(result.value(u"fullName"), QStringLiteral("张三丰"));
    QCOMPARE(result.value(u"address"), QStringLiteral("北京市"));
}

void TestCnId::differentNumbersAreNotOneOfThem_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("several");
    const QString man = card("张三丰", "男", "汉", "1988年2月29日", "北京市", mansNumber);
    const QString woman = card("李四", "女", "汉", "1990年1月1日", "北京市", womansNumber);
    QTest::newRow("one number twice") << mansNumber + QStringLiteral("\n") + mansNumber.toLower() << false;
    QTest::newRow("a card and its number alone") << man + mansNumber << false;
    QTest::newRow("two numbers") << mansNumber + QStringLiteral("\n") + womansNumber << true;
    QTest::newRow("two cards") << man + woman << true;
    QTest::newRow("a card and another number") << man + womansNumber << true;
    QTest::newRow("two cards, all in one") << QString(man + woman).remove(u' ').remove(u'\n') << true;
    QTest::newRow("a number twice, all in one") << QString(man + man).remove(u' ').remove(u'\n') << false;
    QTest::newRow("a card and another name") << man + QStringLiteral("姓名 李四\n") << true;
    QTest::newRow("another name before it") << QStringLiteral("姓名 李四\n") + man << true;
    QTest::newRow("another name, all in one") << QString(man + QStringLiteral("姓名 李四")).remove(u' ').remove(u'\n') << true;
    QTest::newRow("a card twice") << man + man << false;
    QTest::newRow("a card and its name again") << man + QStringLiteral("姓名 张三丰\n姓名\n") << false;
}

void TestCnId::differentNumbersAreNotOneOfThem()
{
    QFETCH(QString, text);
    QFETCH(bool, several);
    const ScanResult result = parseCnId(text, today);
    QCOMPARE(result.valid, !several);
    QCOMPARE(failedChecks(result).contains(QStringLiteral("oneDocument")), several);
    QCOMPARE(doubtful(result).size(), several ? result.fields.size() : 0);
}

void TestCnId::bareNumbers_data()
{
    QTest::addColumn<QString>("seventeen");
    QTest::addColumn<QString>("birth");
    QTest::addColumn<QString>("sex");
    QTest::addColumn<bool>("valid");
    QTest::newRow("man") << "11999919880229001"
                         << "1988-02-29"
                         << "M" << true;
    QTest::newRow("woman") << "65999920000101004"
                           << "2000-01-01"
                           << "F" << true;
    QTest::newRow("born 1890") << "11999918900101001"
                               << "1890-01-01"
                               << "M" << false;
    QTest::newRow("120 years old") << "11999919061124001"
                                   << "1906-11-24"
                                   << "M" << true;
    QTest::newRow("a day older") << "11999919061123001"
                                 << "1906-11-23"
                                 << "M" << false;
    QTest::newRow("born today") << "11999920261124001"
                                << "2026-11-24"
                                << "M" << true;
    QTest::newRow("born tomorrow") << "11999920261125001"
                                   << "2026-11-25"
                                   << "M" << false;
    QTest::newRow("Taiwan residence permit") << "83999919880229001"
                                             << "1988-02-29"
                                             << "M" << true;
    QTest::newRow("foreigner with permanent residence") << "91199919880229004"
                                                        << "1988-02-29"
                                                        << "F" << true;
    QTest::newRow("such a number of no province") << "90099919880229004"
                                                  << "1988-02-29"
                                                  << "F" << false;
    QTest::newRow("province 00") << "00999919880229001"
                                 << "1988-02-29"
                                 << "M" << false;
}

void TestCnId::bareNumbers()
{
    QFETCH(QString, seventeen);
    const QString number = sampleCnNumber(seventeen);
    for (const QString &text : {number, number.toLower(), QStringLiteral("  %1\r\n").arg(number),
                                QStringLiteral("%1 %2 %3").arg(number.left(6), number.mid(6, 8), number.mid(14))}) {
        const ScanResult result = parseCnId(text, today);
        QCOMPARE(result.kind, Kind::CnId);
        QCOMPARE(result.value(u"documentNumber"), number);
        QTEST(result.value(u"birthDate"), "birth");
        QTEST(result.value(u"sex"), "sex");
        QTEST(result.valid, "valid");
    }
}

void TestCnId::oneWrongDigitIsNoticed()
{
    for (int i = 0; i < 18; ++i) {
        for (QChar digit = u'0'; digit <= u'9'; digit = QChar(digit.unicode() + 1)) {
            QString number = mansNumber;
            if (number[i] == digit)
                continue;
            number[i] = digit;
            const ScanResult result = parseCnId(number, today);
            QVERIFY2(failedChecks(result).contains(QStringLiteral("documentNumber")), qPrintable(number));
            QVERIFY(!result.valid);
            QCOMPARE(result.field(u"documentNumber")->trust, Trust::Unsure);
        }
    }
}

void TestCnId::nothingToRead_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << "";
    QTest::newRow("prose") << "这里没有证件";
    QTest::newRow("seventeen digits") << mansNumber.chopped(1);
    QTest::newRow("nineteen digits") << mansNumber.left(17) + QStringLiteral("123");
    QTest::newRow("old number of fifteen digits") << "119999880229001";
    QTest::newRow("letters within") << QString(mansNumber).replace(3, 1, QStringLiteral("O"));
    QTest::newRow("a megabyte of digits") << QString(1 << 20, u'1');
}

void TestCnId::nothingToRead()
{
    QFETCH(QString, text);
    QCOMPARE(parseCnId(text, today), ScanResult());
}

void TestCnId::ethnicities()
{
    QCOMPARE(cnEthnicities().size(), 56);
    QCOMPARE(QSet<QString>(cnEthnicities().cbegin(), cnEthnicities().cend()).size(), 56);
    QCOMPARE(cnEthnicity(QStringLiteral("汉族")), QStringLiteral("汉"));
    QCOMPARE(cnEthnicity(QStringLiteral("族")), QString());
}

GATEHOUSE_TEST(QCoreApplication, TestCnId);
#include "tst_cnid.moc"
