// SPDX-License-Identifier: GPL-3.0-or-later
#include "words.h"

#include "wordtable.h"

#include <QLocale>

namespace gatehouse::presentation
{

namespace
{
constexpr char wordsContext[] = "Words";

constexpr Word workMethodWords[] = {
    {"look-only", QT_TRANSLATE_NOOP("Words", "Looking only")},
    {"hand-tools", QT_TRANSLATE_NOOP("Words", "Hand tools")},
    {"replace-part", QT_TRANSLATE_NOOP("Words", "Replacing a part")},
    {"software", QT_TRANSLATE_NOOP("Words", "At a console")},
    {"hot-work", QT_TRANSLATE_NOOP("Words", "Hot work: sparks, flame, heat")},
    {"fire-protection-off", QT_TRANSLATE_NOOP("Words", "Fire protection impaired")},
};

constexpr Word itemKindWords[] = {
    {"laptop", QT_TRANSLATE_NOOP("Words", "Laptop")},
    {"phone", QT_TRANSLATE_NOOP("Words", "Phone")},
    {"camera", QT_TRANSLATE_NOOP("Words", "Camera")},
    {"usb-storage", QT_TRANSLATE_NOOP("Words", "USB stick or disk")},
    {"disc", QT_TRANSLATE_NOOP("Words", "CD or DVD")},
    {"player", QT_TRANSLATE_NOOP("Words", "MP3 or MP4 player")},
    {"tools", QT_TRANSLATE_NOOP("Words", "Tools")},
    {"food", QT_TRANSLATE_NOOP("Words", "Food or drink")},
    {"flammable", QT_TRANSLATE_NOOP("Words", "Something flammable")},
    {"other", QT_TRANSLATE_NOOP("Words", "Something else")},
};

constexpr Word fieldWords[] = {
    {"documentType", QT_TRANSLATE_NOOP("Words", "Document type")},
    {"issuingState", QT_TRANSLATE_NOOP("Words", "Issued by")},
    {"surname", QT_TRANSLATE_NOOP("Words", "Family name")},
    {"givenNames", QT_TRANSLATE_NOOP("Words", "Given names")},
    {"fullName", QT_TRANSLATE_NOOP("Words", "Name")},
    {"nameSuffix", QT_TRANSLATE_NOOP("Words", "Name suffix")},
    {"documentNumber", QT_TRANSLATE_NOOP("Words", "Document number")},
    {"nationality", QT_TRANSLATE_NOOP("Words", "Nationality")},
    {"birthDate", QT_TRANSLATE_NOOP("Words", "Date of birth")},
    {"sex", QT_TRANSLATE_NOOP("Words", "Sex")},
    {"issueDate", QT_TRANSLATE_NOOP("Words", "Issued on")},
    {"expiryDate", QT_TRANSLATE_NOOP("Words", "Valid until")},
    {"personalNumber", QT_TRANSLATE_NOOP("Words", "Personal number")},
    {"optionalData", QT_TRANSLATE_NOOP("Words", "Further data")},
    {"address", QT_TRANSLATE_NOOP("Words", "Address")},
    {"street", QT_TRANSLATE_NOOP("Words", "Street")},
    {"city", QT_TRANSLATE_NOOP("Words", "Town")},
    {"region", QT_TRANSLATE_NOOP("Words", "Region")},
    {"postalCode", QT_TRANSLATE_NOOP("Words", "Postal code")},
    {"ethnicity", QT_TRANSLATE_NOOP("Words", "Ethnic group")},
    {"company", QT_TRANSLATE_NOOP("Words", "Company")},
    {"phone", QT_TRANSLATE_NOOP("Words", "Phone number")},
};

constexpr Word sexWords[] = {
    {"M", QT_TRANSLATE_NOOP("Words", "Male")},
    {"F", QT_TRANSLATE_NOOP("Words", "Female")},
    {"X", QT_TRANSLATE_NOOP("Words", "Unspecified")},
};

constexpr Word documentWords[] = {
    {"cn-id", QT_TRANSLATE_NOOP("Words", "Chinese resident ID card")},
    {"mrz-td1", QT_TRANSLATE_NOOP("Words", "ID card")},
    {"mrz-td2", QT_TRANSLATE_NOOP("Words", "ID card")},
    {"mrz-td3", QT_TRANSLATE_NOOP("Words", "Passport")},
    {"mrz-mrva", QT_TRANSLATE_NOOP("Words", "Visa")},
    {"mrz-mrvb", QT_TRANSLATE_NOOP("Words", "Visa")},
    {"aamva", QT_TRANSLATE_NOOP("Words", "Driver licence")},
    {"fr-id", QT_TRANSLATE_NOOP("Words", "French identity card issued until 2021")},
    {"typed", QT_TRANSLATE_NOOP("Words", "Typed by hand")},
    {"none", QT_TRANSLATE_NOOP("Words", "No document")},
};

constexpr Word questionWords[] = {
    {"come-to-desk", QT_TRANSLATE_NOOP("Words", "Please come to the guard's desk.")},
    {"show-document", QT_TRANSLATE_NOOP("Words", "Please show the guard your original document.")},
    {"who-is-host", QT_TRANSLATE_NOOP("Words", "Whom are you visiting?")},
    {"what-purpose", QT_TRANSLATE_NOOP("Words", "What exactly brings you here?")},
    {"other", QT_TRANSLATE_NOOP("Words", "The guard has a question. Please come to the desk.")},
};

constexpr Word denialWords[] = {
    {"no-host", QT_TRANSLATE_NOOP("Words", "The host does not expect the visit")},
    {"identity", QT_TRANSLATE_NOOP("Words", "Identity not established")},
    {"document", QT_TRANSLATE_NOOP("Words", "Document not valid")},
    {"purpose", QT_TRANSLATE_NOOP("Words", "No need for the visit")},
    {"conduct", QT_TRANSLATE_NOOP("Words", "Conduct")},
    {"other", QT_TRANSLATE_NOOP("Words", "Other reason")},
};

constexpr Word overrideWords[] = {
    {"identity-confirmed", QT_TRANSLATE_NOOP("Words", "Identity confirmed in another way")},
    {"host-vouches", QT_TRANSLATE_NOOP("Words", "The host vouches for the visitor in person")},
    {"accompanied", QT_TRANSLATE_NOOP("Words", "The visitor is accompanied throughout")},
    {"manager-agrees", QT_TRANSLATE_NOOP("Words", "A manager agrees")},
    {"other", QT_TRANSLATE_NOOP("Words", "Other reason")},
};

constexpr Word methodWords[] = {
    {"tick", QT_TRANSLATE_NOOP("Words", "ticked")},
    {"finger", QT_TRANSLATE_NOOP("Words", "signed by finger")},
    {"typed", QT_TRANSLATE_NOOP("Words", "name typed")},
};

constexpr Word errorWords[] = {
    {"not-found", QT_TRANSLATE_NOOP("Words", "That could not be found.")},
    {"invalid", QT_TRANSLATE_NOOP("Words", "Something that was entered does not fit. Please check it.")},
    {"conflict", QT_TRANSLATE_NOOP("Words", "Somebody else was faster. Please look again.")},
    {"not-allowed", QT_TRANSLATE_NOOP("Words", "That is not allowed here.")},
    {"wrong-secret", QT_TRANSLATE_NOOP("Words", "Staff number and password do not fit.")},
    {"back-off", QT_TRANSLATE_NOOP("Words", "Too many attempts. Please wait a moment.")},
    {"expired", QT_TRANSLATE_NOOP("Words", "The time for that is over.")},
    {"bad-signature", QT_TRANSLATE_NOOP("Words", "A signature does not verify. Nothing was done. Please tell a manager.")},
    {"untrusted",
     QT_TRANSLATE_NOOP("Words", "The database belongs to another site, or the site is not in service. Nothing was done.")},
    {"busy", QT_TRANSLATE_NOOP("Words", "The database is busy. Nothing is lost; please try again.")},
    {"read-only", QT_TRANSLATE_NOOP("Words", "The database cannot be written. Nothing was saved.")},
    {"full", QT_TRANSLATE_NOOP("Words", "There is no space left on the disk. Nothing was saved.")},
    {"damaged", QT_TRANSLATE_NOOP("Words", "The database is damaged. Nothing was saved.")},
    {"newer-schema", QT_TRANSLATE_NOOP("Words", "The database was written by a newer version of this program. Please update.")},
    {"clock-wrong", QT_TRANSLATE_NOOP("Words", "This station's clock is wrong. Nobody new can be admitted until it is right.")},
    {"unavailable", QT_TRANSLATE_NOOP("Words", "The device or the database cannot be reached at the moment.")},
    {"blocked", QT_TRANSLATE_NOOP("Words", "The rules of this site do not allow that.")},
    {"internal", QT_TRANSLATE_NOOP("Words", "Something went wrong inside the program. Nothing was saved.")},
};

template <typename List, typename Id>
auto findIn(const List &list, const Id &id)
{
    return std::find_if(list.begin(), list.end(), [&](const auto &candidate) { return candidate.id == id; });
}
} // namespace

bool isChinese(const QString &language)
{
    return language.startsWith(QLatin1String("zh"));
}

QString zoneName(const domain::Zone &zone, const QString &language)
{
    return isChinese(language) && !zone.nameChinese.isEmpty() ? zone.nameChinese : zone.nameEnglish;
}

QString purposeName(const domain::Purpose &purpose, const QString &language)
{
    return isChinese(language) && !purpose.nameChinese.isEmpty() ? purpose.nameChinese : purpose.nameEnglish;
}

QString SiteNames::zone(const domain::ZoneId &id) const
{
    const auto found = findIn(zones, id);
    return found == zones.end() ? id.key : zoneName(*found, language);
}

QString SiteNames::purpose(const domain::PurposeId &id) const
{
    const auto found = findIn(purposes, id);
    return found == purposes.end() ? id.key : purposeName(*found, language);
}

QStringList SiteNames::zoneList(const std::vector<domain::ZoneId> &ids) const
{
    QStringList names;
    for (const domain::ZoneId &id : ids)
        names << zone(id);
    return names;
}

QString roleText(domain::Role role)
{
    switch (role) {
    case domain::Role::Guard:
        return QCoreApplication::translate("Words", "Guard");
    case domain::Role::Escort:
        return QCoreApplication::translate("Words", "Escort");
    case domain::Role::Manager:
        return QCoreApplication::translate("Words", "Manager");
    case domain::Role::Auditor:
        return QCoreApplication::translate("Words", "Auditor");
    case domain::Role::Administrator:
        return QCoreApplication::translate("Words", "Administrator");
    }
    return {};
}

QString gradeText(domain::Grade grade)
{
    return grade == domain::Grade::Managerial ? QCoreApplication::translate("Words", "Managerial staff")
                                              : QCoreApplication::translate("Words", "Employee");
}

QString staffStateText(domain::StaffState state)
{
    switch (state) {
    case domain::StaffState::Invited:
        return QCoreApplication::translate("Words", "Not yet signed in");
    case domain::StaffState::Active:
        return QCoreApplication::translate("Words", "Active");
    case domain::StaffState::Left:
        return QCoreApplication::translate("Words", "Has left");
    }
    return {};
}

QString itemKindText(const QString &kind)
{
    return wordIn(wordsContext, itemKindWords, kind);
}

QString workMethodText(const QString &code)
{
    return wordIn(wordsContext, workMethodWords, code);
}

QString fieldLabel(const QString &name)
{
    return wordIn(wordsContext, fieldWords, name);
}

QString fieldValueText(const QString &name, const QString &value, const QString &language)
{
    if (name == QLatin1String("sex"))
        return wordIn(wordsContext, sexWords, value);
    return name.endsWith(QLatin1String("Date")) ? dateText(value, language) : value;
}

QString documentKindText(const QString &kind)
{
    return wordIn(wordsContext, documentWords, kind);
}

QString questionText(const QString &code, const QString &text)
{
    return code == QLatin1String("other") && !text.isEmpty() ? text : wordIn(wordsContext, questionWords, code);
}

QStringList questionCodes()
{
    return codesOf(questionWords);
}

QString denialReasonText(const QString &code)
{
    return wordIn(wordsContext, denialWords, code);
}

QStringList denialReasonCodes()
{
    return codesOf(denialWords);
}

QString overrideReasonText(const QString &code)
{
    return wordIn(wordsContext, overrideWords, code);
}

QStringList overrideReasonCodes()
{
    return codesOf(overrideWords);
}

QString consentMethodText(const QString &method)
{
    return wordIn(wordsContext, methodWords, method);
}

QString errorText(const Error &error)
{
    return wordIn(wordsContext, errorWords, errorName(error.code));
}

QString dateText(const QString &iso, const QString &language)
{
    const QDate date = QDate::fromString(iso, Qt::ISODate);
    if (iso.size() != 10 || !date.isValid())
        return iso; // partly known dates stay as the document has them
    return isChinese(language) ? QStringLiteral("%1年%2月%3日").arg(date.year()).arg(date.month()).arg(date.day())
                               : QLocale(language).toString(date, QStringLiteral("d MMMM yyyy"));
}

QString dateTimeText(const QDateTime &at, const QString &language)
{
    const QDateTime local = at.toLocalTime();
    return QStringLiteral("%1 %2").arg(dateText(local.date().toString(Qt::ISODate), language),
                                       local.toString(QStringLiteral("HH:mm")));
}

QString timeText(const QDateTime &at)
{
    return at.toLocalTime().toString(QStringLiteral("HH:mm:ss"));
}

QString languageName(const QString &code)
{
    if (code == QLatin1String("zh_CN"))
        return QStringLiteral("简体中文");
    if (code == QLatin1String("en"))
        return QStringLiteral("English");
    const QString name = QLocale(code).nativeLanguageName();
    return name.isEmpty() ? code : name;
}

} // namespace gatehouse::presentation
