// SPDX-License-Identifier: GPL-3.0-or-later
// One invented holder, written as the jurisdictions write it: each row has the habits of one of them in one version of the
// standard, and every field must come out the same.
#include "parsing/aamva.h"
#include "parsing/aamvaelements.h"
#include "scanresults.h"
#include "testprogram.h"

#include <QTest>

using namespace gatehouse::scanning;
using namespace gatehouse::test;

namespace
{
// A card with one subfile whose table is right. Version 1 has no jurisdiction version (annex D.3 of 2000).
QByteArray card(const QByteArray &issuer, int version, const QByteArray &body, const QByteArray &type = "DL")
{
    const QByteArray head = "@\n\x1e\rANSI " + issuer + QByteArray::number(version).rightJustified(2, '0') +
                            (version > 1 ? QByteArray("0101") : QByteArray("01"));
    const auto number = [](qsizetype n) { return QByteArray::number(n).rightJustified(4, '0'); };
    return head + type + number(head.size() + 10) + number(body.size() + 2) + type + body;
}

FieldMap holder(const FieldMap &other)
{
    FieldMap fields{{"documentType", "DL"},
                    {"issuingState", "USA"},
                    {"surname", "MOTORIST"},
                    {"givenNames", "UTOPIA ANNE"},
                    {"documentNumber", "X0000001"},
                    {"birthDate", "1988-02-29"},
                    {"sex", "F"},
                    {"issueDate", "2021-07-04"},
                    {"expiryDate", "2029-02-28"},
                    {"street", "1 NOWHERE LANE"},
                    {"city", "UTOPOLIS"},
                    {"postalCode", "00001"}};
    fields.insert(other);
    return fields;
}
} // namespace

class TestAamvaJurisdictions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFieldComesOut_data();
    void everyFieldComesOut();
    void namesWithoutCommasAreForThePersonWhereTheyCannotBeTold_data();
    void namesWithoutCommasAreForThePersonWhereTheyCannotBeTold();
    void everyVersionIsTold_data();
    void everyVersionIsTold();
    void impossibleIsNeverAccepted_data();
    void impossibleIsNeverAccepted();
};

void TestAamvaJurisdictions::everyFieldComesOut_data()
{
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<FieldMap>("fields");
    const auto row = [](const char *name, const QByteArray &payload, const FieldMap &fields) {
        QTest::newRow(name) << payload << holder(fields);
    };
    row("Florida 1: whole name in DAA, year first",
        card("636010", 1,
             "DAAMOTORIST,UTOPIA,ANNE\nDAG1 NOWHERE LANE\nDAIUTOPOLIS\nDAJFL\nDAK00001-0504 \nDAQX0000001\nDBA20290228\n"
             "DBB19880229\nDBC2\nDBD20210704\nDAU601\r"),
        {{"region", "FL"}, {"postalCode", "00001-0504"}});
    row("Maryland 1: suffix as the fourth part of DAA, no middle name",
        card("636003", 1,
             "DAQX-000-000-1\nDAAMOTORIST,UTOPIA,,3RD\nDAG1 NOWHERE LANE\nDAIUTOPOLIS\nDAJMD\nDAK00001 \nDARC \nDAS \nDAT \n"
             "DAU505\nDBA20290228\nDBB19880229\nDBC2\nDBD20210704\nDBHN\r"),
        {{"region", "MD"}, {"givenNames", "UTOPIA"}, {"nameSuffix", "3RD"}, {"documentNumber", "X-000-000-1"}});
    row("South Carolina 1: comma at the end, file separator for record separator",
        card("636005", 1,
             "DAQX0000001\nDAAMOTORIST,UTOPIA,ANNE,\nDAG1 NOWHERE LANE\nDAIUTOPOLIS\nDAJSC\nDAK000012731  \nDARD   \nDAY   \n"
             "DAZ   \nDBA20290228\nDBB19880229\nDBC2\nDBD20210704\nDBG2\nDBH1\r\r\n")
            .replace('\x1e', '\x1c'),
        {{"region", "SC"}, {"postalCode", "000012731"}});
    row("Pennsylvania 1: first name first, no commas",
        card("636025", 1,
             "DAQX0000001\nDAAUTOPIA ANNE MOTORIST\nDAG1 NOWHERE LANE\nDAIUTOPOLIS\nDAJPA\nDAK00001\nDBA20290228\nDBB19880229\n"
             "DBC2\nDBD20210704\r"),
        {{"region", "PA"}});
    row("Massachusetts 1: name in DAB, DAC, DAD with suffix in DAE",
        card("636002", 1,
             "DAQX0000001\nDABMOTORIST\nDACUTOPIA\nDADANNE\nDAEJR\nDAL1 NOWHERE LANE\nDANUTOPOLIS\nDAOMA\nDAP00001\n"
             "DBA20290228\nDBB19880229\nDBCF\nDBD20210704\r"),
        {{"region", "MA"}, {"nameSuffix", "JR"}});
    row("New Brunswick 2: given names in DCT with a space, month first",
        card("636017", 2,
             "DCANONE\nDCBNONE\nDCDNONE\nDBA02282029\nDCSMOTORIST\nDCTUTOPIA ANNE\nDBD07042021\nDBB02291988\nDBC2\nDAU168 CM\n"
             "DAG1 NOWHERE LANE\nDAIUTOPOLIS\nDAJNB\nDAKE5K 1Y3\nDAQX0000001\nDCGCAN\r"),
        {{"region", "NB"}, {"issuingState", "CAN"}, {"postalCode", "E5K 1Y3"}});
    row("Ontario 2: postal code padded with zeros",
        card("636012", 2,
             "DBA02282029\nDCSMOTORIST\nDCTUTOPIA ANNE\nDBD07042021\nDBB02291988\nDBC2\nDAG1 NOWHERE LANE\nDAIUTOPOLIS\nDAJON\n"
             "DAKM5H2N200000\nDAQX0000001\nDCGCAN\r"),
        {{"region", "ON"}, {"issuingState", "CAN"}, {"postalCode", "M5H2N2"}});
    row("Washington 3: element without value, padded postal code",
        card("636045", 3,
             "DCSMOTORIST\nDCTUTOPIA ANNE\nDCU\nDAG1 NOWHERE LANE\nDAIUTOPOLIS\nDAJWA\nDAK000010000  \nDCGUSA\nDAQX0000001\n"
             "DCANONE\nDCBNONE\nDCDNONE\nDBA02282029\nDBB02291988\nDBC2\nDBD07042021\nDAU063 in\n\r"),
        {{"region", "WA"}});
    row("the same with the suffix behind the family name",
        card("636045", 3,
             "DCSMOTORIST, JR.\nDCTUTOPIA ANNE\nDCU\nDAG1 NOWHERE LANE\nDAIUTOPOLIS\nDAJWA\nDAK000010000  \nDCGUSA\n"
             "DAQX0000001\nDCANONE\nDCBNONE\nDCDNONE\nDBA02282029\nDBB02291988\nDBC2\nDBD07042021\nDAU063 in\n\r"),
        {{"region", "WA"}, {"nameSuffix", "JR"}});
    row("Virginia 3: fields padded with spaces to their full length, DCT with a comma",
        card("636000", 3,
             "DCANONE\nDCB158X9     \nDBA02282029\nDCSMOTORIST                                \nDCTUTOPIA,ANNE                 "
             "   \nDBD07042021\nDBB02291988\nDBC2\nDAU075 in\nDAG1 NOWHERE LANE            \nDAIUTOPOLIS            \nDAJVA\n"
             "DAK000010000  \nDAQX0000001                \nDCGUSA\nDDC00000000\nDDB12102008\nDDDN\nDDAN\n\r\r\n"),
        {{"region", "VA"}});
    row("Ontario 3: dashes in the number, year first, eye colour NONE",
        card("636012", 3,
             "DCAG\nDBA20290228\nDCSMOTORIST\nDCTUTOPIA,ANNE\nDBD20210704\nDBB19880229\nDBC2\nDAYNONE\nDAU170 CM\n"
             "DAG1 NOWHERE LANE\nDAIUTOPOLIS\nDAJON\nDAKN1M 3J6\nDAQX0000-00000-00001\nDCGCAN\r"),
        {{"region", "ON"}, {"issuingState", "CAN"}, {"postalCode", "N1M 3J6"}, {"documentNumber", "X0000-00000-00001"}});
    row("California 4: space before the compliance indicator, no day in DDB",
        ' ' +
            card("636014", 4,
                 "DAQX0000001\nDCSMOTORIST\nDDEU\nDACUTOPIA\nDDFU\nDADANNE\nDDGU\nDCAA\nDBD07042021\nDBB02291988\nDBA02282029\n"
                 "DBC2\nDAG1 NOWHERE LANE\nDAIUTOPOLIS\nDAJCA\nDAK000010000  \nDCGUSA\nDCUJR\nDDAF\nDDBMMDDCCYY\nDDD1\n\r"),
        {{"region", "CA"}, {"nameSuffix", "JR"}});
    row("Indiana 4: flat in the second line, dashes in the number",
        card("636037", 4,
             "DAQ0000-00-0001\nDCSMOTORIST\nDACUTOPIA\nDADANNE\nDBD07042021\nDBB02291988\nDBA02282029\nDBC2\nDAU5'-04\"\n"
             "DAG1 NOWHERE LANE                   \nDAHAPT B                              \nDAIUTOPOLIS\nDAJIN\nDAK000010000\n"
             "DCGUSA\r"),
        {{"region", "IN"}, {"documentNumber", "0000-00-0001"}, {"street", "1 NOWHERE LANE, APT B"}});
    row("Arkansas 5: order turned round, space within the postal code",
        card("636021", 5,
             "DCB\nDAQX0000001\nDCAD\nDAK00001 4455\nDAJAR\nDAIUTOPOLIS\nDAG1 NOWHERE LANE\nDADANNE\nDACUTOPIA\nDBD07042021\n"
             "DCSMOTORIST\nDBC2\nDBB02291988\nDBA02282029\nDAYBRO\nDCGUSA\nDAU070 IN\r"),
        {{"region", "AR"}, {"postalCode", "00001 4455"}});
    row("middle name in DAC as well as in DAD",
        card(
            "636000", 8,
            "DAQX0000001\nDCSMOTORIST\nDDEN\nDACUTOPIA ANNE\nDDFN\nDADANNE\nDDGN\nDBD07042021\nDBB02291988\nDBA02282029\nDBC2\n"
            "DAG1 NOWHERE LANE\nDAIUTOPOLIS\nDAJVA\nDAK000010000  \nDCGUSA\r"),
        {{"region", "VA"}});
    row("Georgia 6: NONE for what there is not",
        card("636055", 6,
             "DCAC\nDCBB\nDCDNONE\nDBA02282029\nDCSMOTORIST\nDDEU\nDACUTOPIA\nDDFU\nDADNONE\nDDGU\nDBD07042021\nDBB02291988\n"
             "DBC2\nDAG1 NOWHERE LANE\nDAIUTOPOLIS\nDAJGA\nDAK000011234  \nDAQX0000001\nDCGUSA\nDCUNONE\n\r"),
        {{"region", "GA"}, {"givenNames", "UTOPIA"}, {"postalCode", "000011234"}});
    row("Tennessee 6: identification card",
        card("636053", 6,
             "DAQX0000001\nDCSMOTORIST\nDACUTOPIA\nDADANNE\nDBD07042021\nDBB02291988\nDBA02282029\nDBC2\nDAG1 NOWHERE LANE\n"
             "DAIUTOPOLIS\nDAJTN\nDAK000010000\nDCGUSA\r",
             "ID"),
        {{"region", "TN"}, {"documentType", "ID"}});
    row("New York 7: mixed case",
        card("636001", 7,
             "DCANONE  \nDBA02282029\nDCSMotorist                                "
             "\nDACUtopia\nDADAnne\nDBD07042021\nDBB02291988\n"
             "DBC2\nDAG1 NOWHERE LANE               \nDAIUTOPOLIS           \nDAJNY\nDAK000010000  \nDAQX0000001\nDCGUSA\n\r"),
        {{"region", "NY"}, {"surname", "Motorist"}, {"givenNames", "Utopia Anne"}});
    row("Ohio 8: no record separator, own subfile behind",
        card("636023", 8,
             "DBA02282029\nDCSMOTORIST\nDACUTOPIA\nDADANNE\nDBD07042021\nDBB02291988\nDBC2\nDAG1 NOWHERE LANE\nDAIUTOPOLIS\n"
             "DAJOH\nDAK000010000  \nDAQX0000001\nDCGUSA\nDDEN\nDDFN\nDDGN\nDCIUS,CALIFORNIA\nDCUNONE\rZOZOAY\nZOBY\n"
             "ZOE05262020\r")
            .replace("\x1e", ""),
        {{"region", "OH"}});
    row("North Carolina 8: surname of two words",
        card("636004", 8,
             "DAQ00000000001\nDCSMOTORIST MARTIZ\nDACUTOPIA\nDADANNE\nDBD07042021\nDBB02291988\nDBA02282029\nDBC2\n"
             "DAG1 NOWHERE LANE\nDAIUTOPOLIS\nDAJNC\nDAK000011234\nDCGUSA\r"),
        {{"region", "NC"}, {"surname", "MOTORIST MARTIZ"}, {"documentNumber", "00000000001"}, {"postalCode", "000011234"}});
    row("Prince Edward Island 9: no middle name",
        card("604426", 9,
             "DCA5\nDBA20290228\nDCSMOTORIST\nDACUTOPIA\nDADNONE\nDBD20210704\nDBB19880229\nDBC2\nDAG1 NOWHERE LANE\n"
             "DAIUTOPOLIS\nDAJPE\nDAKC0A 2B4\nDAQX0000001\nDCGCAN\r"),
        {{"region", "PE"}, {"issuingState", "CAN"}, {"givenNames", "UTOPIA"}, {"postalCode", "C0A 2B4"}});
    row("Quebec 9: accents in ISO 8859-1",
        card("604428", 9,
             "DCA5\nDBA20290228\nDCSMOTORISTE\nDAC\xc9TOILE\nDADANNE\nDBD20210704\nDBB19880229\nDBC2\nDAG1 NOWHERE LANE\n"
             "DAIUTOPOLIS\nDAJQC\nDAKG1A 1A1\nDAQX0000001\nDCGCAN\r"),
        {{"region", "QC"},
         {"issuingState", "CAN"},
         {"surname", "MOTORISTE"},
         {"givenNames", QStringLiteral("ÉTOILE ANNE")},
         {"postalCode", "G1A 1A1"}});
    row("Michigan 10: line feed before the subfile's own mark",
        card("636032", 10,
             "DAQX0000001\nDCSMOTORIST\nDDEN\nDACUTOPIA\nDDFN\nDADANNE\nDDGN\nDCUJR\nDBD07042021\nDBB02291988\nDBA02282029\n"
             "DBC2\nDAG1 NOWHERE LANE\nDAIUTOPOLIS\nDAJMI\nDAK000010000\nDCGUSA\n\r")
            .replace("DLDAQ", "\nDLDAQ"),
        {{"region", "MI"}, {"nameSuffix", "JR"}});
    row("North Carolina before 2000: AAMVA header, five digits of the issuer, dates with dashes",
        "@\n\x1e\rAAMVA36004001DL00280195DLDABMOTORIST\nDACUTOPIA\nDADANNE\nDAE\nDAL1 NOWHERE LANE\nDAM\nDANUTOPOLIS\nDAONC\n"
        "DAP00001-7030\nDAQX0000001\nDARC\nDASNone\nDATNone\nDAV5-10\nDAYBLU\nDBA02-28-2029\nDBB02-29-1988\nDBCF\nDBD07-04-"
        "2021\n"
        "DBHY\r",
        {{"region", "NC"}, {"postalCode", "00001-7030"}});
    row("Connecticut before 2000: one A is missing",
        "@\n\x1e\rAMVA 6360060101DL00290198DLDAAMOTORIST,UTOPIA,ANNE,3RD\nDAG1 NOWHERE LANE\nDAIUTOPOLIS\nDAJCT\n"
        "DAK000010000  \nDAQX0000001\nDARD   \nDAS    \nDAT     \nDBA20290228\nDBB19880229\nDBC2\nDBD20210704\n"
        "DAU601\nDAYBLU\nDBF00\nDBHY\r",
        {{"region", "CT"}, {"nameSuffix", "3RD"}});
    row("Maryland before 2000: AAMVA header with the whole issuer",
        "@\n\x1e\rAAMVA6360030101DL00290192DLDAQX0000001\nDAAMOTORIST,UTOPIA,ANNE\nDAG1 NOWHERE LANE\nDAIUTOPOLIS\nDAJMD\n"
        "DAK00001 \nDARC \nDAS \nDAT \nDBA20290228\nDBB19880229\nDBC2\nDBD20210704\nDBHN\r",
        {{"region", "MD"}});
    row("Oregon 1: spaces after the commas of DAA, street in DAL, number with spaces",
        card("636029", 1,
             "DAQX 000 0001\nDAAMOTORIST, UTOPIA, ANNE\nDAG\nDAL1 NOWHERE LANE\nDAIUTOPOLIS\nDAJOR\nDAK00001      "
             "\nDARC\nDBA20290228\n"
             "DBB19880229\nDBC2\nDBD20210704\nZOZOARECORD CREATED 1995\n"),
        {{"region", "OR"}, {"documentNumber", "X 000 0001"}});
    row("DAA with @ between the names",
        card("636020", 1,
             "DAQX0000001\nDAAMOTORIST@UTOPIA@ANNE\nDAG1 NOWHERE LANE\nDAIUTOPOLIS\nDAJCO\nDAK00001\nDBA20290228\nDBB19880229\n"
             "DBC2\nDBD20210704\r"),
        {{"region", "CO"}});
    row("given names in DCT, the middle one in DAD as well",
        card("636026", 2,
             "DAQX0000001\nDCSMOTORIST\nDDEN\nDCTUTOPIA\nDDFN\nDADANNE\nDDGN\nDBD07042021\nDBB02291988\nDBA02282029\nDBC2\n"
             "DAG1 NOWHERE LANE\nDAIUTOPOLIS\nDAJAZ\nDAK000010000\nDCGUSA\n"),
        {{"region", "AZ"}});
    row("given names in DCT, the middle one in DAD again",
        card("636026", 2,
             "DAQX0000001\nDCSMOTORIST\nDCTUTOPIA,ANNE\nDADANNE\nDBD07042021\nDBB02291988\nDBA02282029\nDBC2\n"
             "DAG1 NOWHERE LANE\nDAIUTOPOLIS\nDAJAZ\nDAK000010000\nDCGUSA\n"),
        {{"region", "AZ"}});
    row("Utah 3: DCT with a comma at its end",
        card("636040", 3,
             "DCAD\nDCBB\nDCD\nDBA02282029\nDCSMOTORIST\nDCTUTOPIA,ANNE,\nDBD07042021\nDBB02291988\nDBC2\nDAYBRO\nDAU 70 in\n"
             "DAG1 NOWHERE LANE\nDAIUTOPOLIS\nDAJUT\nDAK00001      \nDAQX0000001\nDCF0123456789_108425421\nDCGUSA\nDCHNONE\n\r"
             "ZUZUAY\n\r"),
        {{"region", "UT"}});
    row("Ontario 3: commas behind surname and street",
        card("636012", 3,
             "DCAG   \nDCBX         \nDCDNONE \nDBA20290228\nDCSMOTORIST,                                 \nDCTUTOPIA,ANNE     "
             " \n"
             "DBD20210704\nDBB19880229\nDBC2\nDAYNONE\nDAU150 cm\nDAG1 NOWHERE LANE,            \nDAIUTOPOLIS             "
             "\nDAJON\n"
             "DAKM6S 3B1    \nDAQX0000-00000-00001\nDCFCH0000000\nDCGCAN\nDCHNONE\nDCK*0000000*"),
        {{"region", "ON"}, {"issuingState", "CAN"}, {"documentNumber", "X0000-00000-00001"}, {"postalCode", "M6S 3B1"}});
    row("Ontario 9: postal code without a space, another name in the own subfile",
        card("636012", 9,
             "DCAG\nDCB\nDCD\nDBA20290228\nDCSMOTORIST\nDACUTOPIA\nDADANNE\nDBD20210704\nDBB19880229\nDBC2\nDAYUNK\nDAU170 cm\n"
             "DAG1 NOWHERE LANE\nDAIUTOPOLIS\nDAJON\nDAKM5V3R7     \nDAQX0000001\nDCGCAN\nDDEN\nDDFN\nDDGN\nDCK*0000000*\n"
             "ZOZOAOTHER,NAME,D\nZOBY\nZOC\nZOZX9999-99999-99999\r"),
        {{"region", "ON"}, {"issuingState", "CAN"}, {"postalCode", "M5V3R7"}});
    row("Alberta 4: issuer of Canada without a country",
        card("604432", 4,
             "DCA5\nDBA20290228\nDCSMOTORIST\nDACUTOPIA\nDADANNE\nDBD20210704\nDBB19880229\nDBC2\nDAG1 NOWHERE "
             "LANE\nDAIUTOPOLIS\n"
             "DAJAB\nDAKT5J 0N3\nDAQX0000001\r"),
        {{"region", "AB"}, {"issuingState", "CAN"}, {"postalCode", "T5J 0N3"}});
    row("Wisconsin 3: country without value, small 'none', eleven digits of postal code",
        card("636031", 3,
             "DAQX0000001\nDCADM\nDCSMOTORIST\nDCTUTOPIA ANNE\nDCUnone\nDAG1 NOWHERE "
             "LANE\nDAH\nDAIUTOPOLIS\nDAJWI\nDAK00001000000\n"
             "DCG\nDBC2\nDBA02282029\nDBB02291988\nDBD07042021\nDCBnone\nDCHNONE\nDCF0"),
        {{"region", "WI"}});
    row("every line indented, no carriage return",
        card("636026", 8,
             "DAQX0000001\n  DCSMOTORIST\n  DDEN\n  DACUTOPIA\n  DDFN\n  DADANNE\n  DBD07042021\n  DBB02291988\n  "
             "DBA02282029\n  DBC2\n"
             "  DAG1 NOWHERE LANE\n  DAIUTOPOLIS\n  DAJAZ\n  DAK000010000  \n  DCGUSA\n  ZAZAAN"),
        {{"region", "AZ"}});
    row("CRLF between the elements, offsets that point nowhere",
        "@\n\x1e\rANSI 636020030001DL99990002DLDAQX0000001\r\nDCF1234567\r\nDBD07042021\r\nDBB02291988\r\nDBA02282029\r\n"
        "DCTUTOPIA,ANNE\r\nDDFN\r\nDCSMOTORIST\r\nDDEN\r\nDAU069 IN\r\nDBC2\r\nDAG1 NOWHERE LANE\r\nDAIUTOPOLIS\r\nDAJCO\r\n"
        "DAK000010000 \r\nDCGUSA\r\nDDAF\r\n                      ",
        {{"region", "CO"}});
    row("Wyoming 4: year first under a later version, second line repeats the city, no record separator",
        card(
            "636060", 4,
            "DCAC\nDCBNONE\nDCDNONE\nDBA20290228\nDCSMOTORIST\nDACUTOPIA ANNE\nDAD\nDBD20210704\nDBB19880229\nDBC2\nDAU073 IN\n"
            "DAG1 NOWHERE LANE\nDAIUTOPOLIS\nDAJWY\nDAK00001-2452      \nDAQX0000001\nDCGUSA\nDAHUTOPOLIS, WY  "
            "00001\nZWZWA\nZWBY\n")
            .replace("\x1e", ""),
        {{"region", "WY"}, {"postalCode", "00001-2452"}});
    row("no middle name as NMN, marks for what there is not",
        card("636000", 5,
             "DAQX0000001\nDCSMOTORIST\nDACUTOPIA\nDADNMN\nDCU--\nDBD07042021\nDBB02291988\nDBA02282029\nDBC2\nDAG1 NOWHERE "
             "LANE\n"
             "DAH*\nDAIUTOPOLIS\nDAJVA\nDAK000010000\nDCGUSA\r"),
        {{"region", "VA"}, {"givenNames", "UTOPIA"}});
    row("holder who moved over the border: the issuer says who issued it",
        card("636001", 3,
             "DAQX0000001\nDCSMOTORIST\nDCTUTOPIA ANNE\nDBD07042021\nDBB02291988\nDBA02282029\nDBC2\nDAG1 NOWHERE "
             "LANE\nDAIUTOPOLIS\n"
             "DAJON\nDAKN1M 3J6\r"),
        {{"region", "ON"}, {"postalCode", "N1M 3J6"}});
    row("values padded with full stops, of which an initial and a suffix keep theirs",
        card("636001", 10,
             "DAQX0000001\nDCSMOTORIST.\nDACUTOPIA.\nDADA.\nDCUJR.\nDCAD.\nDBD07042021\nDBB02291988\nDBA02282029\nDBC2\n"
             "DAG1 NOWHERE LANE\nDAIUTOPOLIS\nDAJNY\nDAK000010000.\nDCGUSA\r"),
        {{"region", "NY"}, {"givenNames", "UTOPIA A."}, {"nameSuffix", "JR."}});
    row("version 11 and one that does not exist yet are read by their elements",
        card("636000", 12,
             "DAQX0000001\nDCSMOTORIST\nDDEN\nDACUTOPIA\nDDFN\nDADANNE\nDDGN\nDCAD\nDBD07042021\nDBB02291988\nDBA02282029\nDBC2"
             "\n"
             "DAG1 NOWHERE LANE\nDAIUTOPOLIS\nDAJVA\nDAK00001\nDCGUSA\nDDAF\nDDM1\nDDN1\nDDO1\nDDP1\r"),
        {{"region", "VA"}});
    const FieldMap stripe{{"region", "TX"}, {"givenNames", "UTOPIA"}, {"documentNumber", "00000001"}};
    FieldMap tracks = holder(stripe);
    tracks.remove(QStringLiteral("documentType"));
    tracks.remove(QStringLiteral("issueDate"));
    QTest::newRow("Texas: the tracks of the stripe")
        << QByteArrayLiteral("%TXUTOPOLIS^MOTORIST$UTOPIA^1 NOWHERE LANE^?;63601500000001="
                             "290219880229?#\" 00001      C               2505130BLKBLK?")
        << tracks;
    const auto stripeRow = [&tracks](const char *title, const QByteArray &payload, const FieldMap &others) {
        FieldMap fields = tracks;
        fields.insert(others);
        QTest::newRow(title) << payload << fields;
    };
    stripeRow("Texas: a suffix and a flat",
              "%TXUTOPOLIS^MOTORIST$UTOPIA$ANNE$JR^1 NOWHERE LANE$APT 7^?;63601500000001=290219880229?#\" 00001      C         "
              "      2505130BLKBLK?",
              {{"givenNames", "UTOPIA ANNE"}, {"nameSuffix", "JR"}, {"street", "1 NOWHERE LANE, APT 7"}});
    stripeRow("California: the letter of the number as two digits",
              "%CAUTOPOLIS^MOTORIST$UTOPIA^1 NOWHERE LANE^?;636014090000001=290219880229?#! 00001      C               "
              "2505130BLKBLK?",
              {{"region", "CA"}, {"documentNumber", "I0000001"}});
    stripeRow("Florida: the letter of the number as two digits",
              "%FLUTOPOLIS^MOTORIST$UTOPIA^1 NOWHERE LANE^?;6360100400000000001=2902198802290=?#! 00001      C               "
              "2505130BLKBLK?",
              {{"region", "FL"}, {"documentNumber", "D000000000010"}});
    const auto british = [&](const char *title, const char *city, const char *address, const FieldMap &others) {
        FieldMap fields{{"region", "BC"},
                        {"city", "VICTORIA"},
                        {"postalCode", "V8W 3Y8"},
                        {"issuingState", "CAN"},
                        {"documentNumber", "0000001"}};
        fields.insert(others);
        stripeRow(title,
                  QByteArray("%BC") + city + "MOTORIST,$UTOPIA^" + address +
                      "^?;6360280000001=290219880229=?_%0AV8W3Y8                     F185 88BRNBLU                          "
                      "00S00000000?",
                  fields);
    };
    british("British Columbia: street, then city, province and postal code", "VICTORIA^", "1 NOWHERE LANE$VICTORIA BC  V8W 3Y8",
            {});
    british("British Columbia: a unit of its own", "VICTORIA^", "UNIT 5$1 NOWHERE LANE$VICTORIA BC  V8W 3Y8",
            {{"street", "UNIT 5, 1 NOWHERE LANE"}});
    british("British Columbia: a city longer than its field", "NORTH VANCOUV", "1 NOWHERE LANE$NORTH VANCOUVER BC  V7M 1A1",
            {{"city", "NORTH VANCOUVER"}, {"postalCode", "V7M 1A1"}});
    for (const char *code : {"  V7M 1A", "  V7", "  V", ""})
        british(qPrintable(QStringLiteral("British Columbia: the track ends with BC%1").arg(QLatin1String(code))),
                "NORTH VANCOUV", qPrintable(QStringLiteral("1 NOWHERE LANE$NORTH VANCOUVER BC%1").arg(QLatin1String(code))),
                {{"city", "NORTH VANCOUVER"}, {"postalCode", "V8W3Y8"}});
    british("British Columbia: a holder of another province", "EDMONTON^", "1 NOWHERE LANE$EDMONTON AB  T5J 0N3",
            {{"city", "EDMONTON"}, {"region", "AB"}, {"postalCode", "T5J 0N3"}});
}

void TestAamvaJurisdictions::everyFieldComesOut()
{
    QFETCH(QByteArray, payload);
    QFETCH(FieldMap, fields);
    const ScanResult result = parseAamva(payload, today);
    QCOMPARE(fieldMap(result), fields);
    QVERIFY(result.valid);
}

// Pennsylvania, version 1.
void TestAamvaJurisdictions::namesWithoutCommasAreForThePersonWhereTheyCannotBeTold_data()
{
    QTest::addColumn<QString>("whole");
    QTest::addColumn<QString>("given");
    QTest::addColumn<QString>("surname");
    QTest::addColumn<QString>("suffix");
    QTest::addColumn<bool>("unsure");
    const auto row = [](const char *whole, const char *given, const char *surname, const char *suffix, bool unsure) {
        QTest::newRow(whole) << QString::fromLatin1(whole) << QString::fromLatin1(given) << QString::fromLatin1(surname)
                             << QString::fromLatin1(suffix) << unsure;
    };
    row("JOHN SMITH", "JOHN", "SMITH", "", false);
    row("JOHN Q SMITH", "JOHN Q", "SMITH", "", false);
    row("SMITH,JOHN,Q,JR", "JOHN Q", "SMITH", "JR", false);
    row("SMITH,JOHN Q,JR", "JOHN Q JR", "SMITH", "", false);
    row("JOHN V", "JOHN", "V", "", false);
    row("JOHN Q SMITH JR", "JOHN Q", "SMITH", "JR", true);
    row("JOHN SMITH III", "JOHN", "SMITH", "III", true);
    row("JOHN Q. SMITH, JR.", "JOHN Q.", "SMITH", "JR", true);
    row("ANA DE LA CRUZ", "ANA DE LA", "CRUZ", "", true);
    row("ANA VAN DYKE", "ANA VAN", "DYKE", "", true);
    row("MARY ANN VAN DYKE", "MARY ANN VAN", "DYKE", "", true);
}

void TestAamvaJurisdictions::namesWithoutCommasAreForThePersonWhereTheyCannotBeTold()
{
    QFETCH(QString, whole);
    QFETCH(bool, unsure);
    const ScanResult result = parseAamva(card("636025", 1,
                                              "DAQX0000001\nDAA" + whole.toLatin1() +
                                                  "\nDAG1 NOWHERE LANE\nDAIUTOPOLIS\nDAJPA\nDAK00001\nDBA20290228\n"
                                                  "DBB19880229\nDBC2\nDBD20210704\r"),
                                         today);
    QVERIFY(result.valid);
    QTEST(result.value(u"givenNames"), "given");
    QTEST(result.value(u"surname"), "surname");
    QTEST(result.value(u"nameSuffix"), "suffix");
    for (const QStringView name : {u"givenNames", u"surname"})
        QCOMPARE(result.field(name)->trust == Trust::Unsure, unsure);
}

void TestAamvaJurisdictions::everyVersionIsTold_data()
{
    QTest::addColumn<int>("version");
    for (int version = 1; version <= 10; ++version)
        QTest::addRow("version %d", version) << version;
}

void TestAamvaJurisdictions::everyVersionIsTold()
{
    QFETCH(int, version);
    const auto elements = readAamvaElements(card("636000", version, "DAQX0000001\nDCSMOTORIST\nDBB02291988\n\r"));
    QVERIFY(elements);
    QCOMPARE(elements->header.version, version);
    QCOMPARE(elements->header.issuer, QByteArrayLiteral("636000"));
    QVERIFY(elements->header.wellFormed);
}

void TestAamvaJurisdictions::impossibleIsNeverAccepted_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::newRow("born in 1890") << QByteArrayLiteral("DBB02291988") << QByteArrayLiteral("DBB03011890");
    QTest::newRow("born tomorrow") << QByteArrayLiteral("DBB02291988") << QByteArrayLiteral("DBB11252026");
    QTest::newRow("born on a leap day that is none") << QByteArrayLiteral("DBB02291988") << QByteArrayLiteral("DBB02291989");
    QTest::newRow("born on the 31st of June") << QByteArrayLiteral("DBB02291988") << QByteArrayLiteral("DBB06311988");
    QTest::newRow("no birth date") << QByteArrayLiteral("DBB02291988\n") << QByteArray();
    QTest::newRow("issued before birth") << QByteArrayLiteral("DBD07042021") << QByteArrayLiteral("DBD07041987");
    QTest::newRow("no number") << QByteArrayLiteral("DAQX0000001\n") << QByteArray();
    QTest::newRow("number NONE") << QByteArrayLiteral("DAQX0000001") << QByteArrayLiteral("DAQNONE");
    QTest::newRow("no name") << QByteArrayLiteral("DCSMOTORIST\nDACUTOPIA\n") << QByteArray();
    QTest::newRow("no sex") << QByteArrayLiteral("DBC2\n") << QByteArray();
    QTest::newRow("no expiry") << QByteArrayLiteral("DBA02282029\n") << QByteArray();
    QTest::newRow("a megabyte of number") << QByteArrayLiteral("DAQX0000001") << "DAQ" + QByteArray(1 << 20, 'X');
    QTest::newRow("ends after the number") << QByteArrayLiteral("X0000001\n") << QByteArrayLiteral("X0000001");
}

void TestAamvaJurisdictions::impossibleIsNeverAccepted()
{
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    const QByteArray body = "DCSMOTORIST\nDACUTOPIA\nDADANNE\nDBD07042021\nDBB02291988\nDBA02282029\nDBC2\nDAG1 NOWHERE LANE\n"
                            "DAIUTOPOLIS\nDAJVA\nDAK000010000\nDCGUSA\nDAQX0000001\n\r";
    QVERIFY(parseAamva(card("636000", 10, body), today).valid);
    QByteArray changed = QByteArray(body).replace(from, to);
    QVERIFY(changed != body);
    if (from == "X0000001\n")
        changed = changed.left(changed.indexOf("DCG"));
    QVERIFY(!parseAamva(card("636000", 10, changed), today).valid);
}

GATEHOUSE_TEST(QCoreApplication, TestAamvaJurisdictions);
#include "tst_aamvajurisdictions.moc"
