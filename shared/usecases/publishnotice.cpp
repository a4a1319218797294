// SPDX-License-Identifier: GPL-3.0-or-later
#include "publishnotice.h"

#include <algorithm>

namespace gatehouse::usecases
{

using namespace domain;

namespace
{
/// In every language of the site and in no other, or in none.
bool isCompleteNotice(const QMap<QString, QString> &texts)
{
    if (texts.isEmpty())
        return true;
    QStringList languages = notice::languages();
    languages.sort();
    return texts.keys() == languages && std::all_of(texts.begin(), texts.end(), [](const QString &text) {
               return !text.trimmed().isEmpty() && text.size() <= longestNotice;
           });
}

QJsonObject noticeDetails(const QString &kind, int version, const QMap<QString, QString> &texts)
{
    QJsonObject details{{QStringLiteral("notice"), kind}, {QStringLiteral("version"), version}};
    QJsonObject written;
    for (auto text = texts.begin(); text != texts.end(); ++text)
        written.insert(text.key(), text.value());
    if (!written.isEmpty())
        details.insert(QStringLiteral("texts"), written);
    return details;
}
} // namespace

Result<void> publishNotice(const Workplace &workplace, const StaffSession &manager, const QString &kind, int version,
                           const QMap<QString, QString> &texts)
{
    if (!notice::kinds().contains(kind))
        return fail(ErrorCode::Invalid, QStringLiteral("notice"));
    if (!isCompleteNotice(texts))
        return fail(ErrorCode::Invalid, QStringLiteral("texts"));
    GATEHOUSE_TRY_ASSIGN(auto transaction, beginWrite(workplace));
    GATEHOUSE_TRY(requireRole(*transaction, workplace, manager, {Role::Manager}));
    if (version <= workplace.authority.noticeVersion(kind))
        return fail(ErrorCode::Conflict, QStringLiteral("version"));
    GATEHOUSE_TRY(record(*transaction, workplace, signerOf(manager), action::noticePublish, QStringLiteral("notice:") + kind,
                         noticeDetails(kind, version, texts)));
    return transaction->commit();
}

} // namespace gatehouse::usecases
