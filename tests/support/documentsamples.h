// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <algorithm>

namespace gatehouse::test
{

/// An invented holder of an invented document; fields as they stand in the zone, dates YYMMDD.
struct MrzSample {
    QString code = QStringLiteral("P");
    QString state = QStringLiteral("UTO");
    QString names = QStringLiteral("ERIKSSON<<ANNA<MARIA");
    QString number = QStringLiteral("L898902C3");
    QString nationality = QStringLiteral("UTO");
    QString birth = QStringLiteral("740812");
    QString sex = QStringLiteral("F");
    QString expiry = QStringLiteral("320415");
    QString optional;
    QString optional2; ///< TD1 only
};

/// Check digit written anew for the tests, so that they do not lean on what they test.
inline QChar sampleCheckDigit(const QString &data)
{
    static const QString alphabet = QStringLiteral("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ");
    int sum = 0;
    for (qsizetype i = 0; i < data.size(); ++i)
        sum += std::max<int>(0, static_cast<int>(alphabet.indexOf(data[i]))) * (i % 3 == 0 ? 7 : i % 3 == 1 ? 3 : 1);
    return QChar(u'0' + sum % 10);
}

inline QString filled(const QString &text, int length)
{
    return text.leftJustified(length, u'<', true);
}

/// Document number with its check digit, and what is left for the optional data. A long number runs on into it (TD1, TD2).
inline QString sampleNumber(const MrzSample &s, QString &optional, int optionalLength)
{
    if (s.number.size() <= 9) {
        optional = filled(s.optional, optionalLength);
        const QString number = filled(s.number, 9);
        return number + sampleCheckDigit(number);
    }
    optional = filled(s.number.mid(9) + sampleCheckDigit(s.number) + u'<' + s.optional, optionalLength);
    return s.number.left(9) + u'<';
}

inline QStringList sampleTd1(const MrzSample &s)
{
    QString optional;
    const QString number = sampleNumber(s, optional, 15);
    const QString dates = s.birth + sampleCheckDigit(s.birth), expiry = s.expiry + sampleCheckDigit(s.expiry);
    const QString optional2 = filled(s.optional2, 11);
    const QChar composite = sampleCheckDigit(number + optional + dates + expiry + optional2);
    return {filled(s.code, 2) + filled(s.state, 3) + number + optional,
            dates + s.sex + expiry + filled(s.nationality, 3) + optional2 + composite, filled(s.names, 30)};
}

/// TD2 (36), TD3 (44), MRV-A (44, visa) and MRV-B (36, visa).
inline QStringList sampleTwoLines(const MrzSample &s, int length, bool visa)
{
    QString optional;
    const int optionalLength = visa ? length - 28 : length == 44 ? 14 : 7;
    const QString number = sampleNumber(s, optional, optionalLength);
    const QString birth = s.birth + sampleCheckDigit(s.birth), expiry = s.expiry + sampleCheckDigit(s.expiry);
    const QString names = filled(s.code, 2) + filled(s.state, 3) + filled(s.names, length - 5);
    const QString head = number + filled(s.nationality, 3) + birth + s.sex + expiry;
    if (visa)
        return {names, head + optional};
    if (length == 44)
        optional += sampleCheckDigit(optional);
    return {names, head + optional + sampleCheckDigit(number + birth + expiry + optional)};
}

/// A resident ID number of nobody: `seventeen` digits and the check character of ISO 7064 MOD 11-2, by its recursive method.
inline QString sampleCnNumber(const QString &seventeen)
{
    int product = 0;
    for (const QChar c : seventeen)
        product = (product + c.digitValue()) * 2 % 11;
    const int check = (12 - product) % 11;
    return seventeen + (check == 10 ? QChar(u'X') : QChar(u'0' + check));
}

} // namespace gatehouse::test
