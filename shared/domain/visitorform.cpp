// SPDX-License-Identifier: GPL-3.0-or-later
#include "visitorform.h"

#include <QRegularExpression>

#include <algorithm>

namespace gatehouse::domain
{

namespace
{
constexpr int longestPhone = 40;
constexpr int oldestVisitor = 120; // years, as the parsers have it of a document's holder
}

bool isRequired(const std::vector<IdentityField> &fields, const QString &name, bool documentAsked)
{
    if (name == QLatin1String("fullName"))
        return true;
    if (name == QLatin1String("surname"))
        return std::none_of(fields.begin(), fields.end(), [](const IdentityField &field) {
            return (field.name == QLatin1String("fullName") || field.name == QLatin1String("givenNames")) &&
                   !field.value.isEmpty();
        });
    return name == QLatin1String("documentNumber") && documentAsked;
}

QString fieldProblem(const QString &name, const QString &value, bool required, const QDate &today)
{
    if (value.trimmed().isEmpty())
        return required ? QStringLiteral("field-missing") : QString();
    if (value.size() > longestField)
        return QStringLiteral("field-too-long");
    if (!name.endsWith(QLatin1String("Date")))
        return {};
    const QString written = normalDate(value);
    const QDate date = QDate::fromString(written, Qt::ISODate);
    static const QRegularExpression likeDate(QStringLiteral("^\\s*\\d{4}(\\d{4}|[-/.]\\d{1,2}[-/.]\\d{1,2})\\s*$"));
    if (!date.isValid())
        return likeDate.match(written).hasMatch() ? QStringLiteral("field-no-date") : QStringLiteral("field-date");
    if (name == QLatin1String("birthDate") && date.addYears(oldestVisitor) < today)
        return QStringLiteral("field-date-past");
    return name != QLatin1String("expiryDate") && date > today ? QStringLiteral("field-date-future") : QString();
}

QString companyProblem(const QString &company, bool required)
{
    if (company.trimmed().isEmpty())
        return required ? QStringLiteral("company-missing") : QString();
    return company.size() > longestField ? QStringLiteral("company-too-long") : QString();
}

QString phoneProblem(const QString &phone)
{
    static const QRegularExpression likePhone(QStringLiteral("^[0-9０-９ +\\-()（）/.]*$"));
    const bool isPhone = phone.size() <= longestPhone && likePhone.match(phone).hasMatch();
    return isPhone ? QString() : QStringLiteral("phone-invalid");
}

QString normalDate(const QString &text)
{
    QString plain = text.trimmed();
    plain.replace(QLatin1Char('/'), QLatin1Char('-')).replace(QLatin1Char('.'), QLatin1Char('-'));
    for (const char *format : {"yyyy-M-d", "yyyyMMdd"}) {
        const QDate date = QDate::fromString(plain, QString::fromLatin1(format));
        if (date.isValid())
            return date.toString(Qt::ISODate);
    }
    return text;
}

} // namespace gatehouse::domain
