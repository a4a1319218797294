// SPDX-License-Identifier: GPL-3.0-or-later
#include "visitwords.h"

#include "base/logging.h"
#include "caseaccess.h"
#include "visitstatement.h"

#include <QJsonDocument>

#include <algorithm>

namespace gatehouse::usecases
{

using namespace domain;

namespace
{
/// What one person said, with who it was: as it is sealed, the oldest first.
struct WordsOf {
    QString by;
    Reason words;
};

QJsonArray wordsInside(const QByteArray &plain)
{
    return QJsonDocument::fromJson(plain).array();
}

std::vector<WordsOf> wordsFromJson(const QJsonArray &json)
{
    std::vector<WordsOf> all;
    for (const QJsonValue &value : json) {
        const QJsonObject one = value.toObject();
        all.push_back({one.value(QLatin1String("by")).toString(),
                       {one.value(QLatin1String("code")).toString(), one.value(QLatin1String("text")).toString()}});
    }
    return all;
}

/// The sealed words of this kind when they are those that the last of these entries signed; none when they cannot be read.
Result<std::vector<WordsOf>> openWords(Transaction &transaction, const Result<security::SecureBytes> &dataKey,
                                       const VisitId &visit, const QString &kind, const LedgerEntry &last)
{
    GATEHOUSE_TRY_ASSIGN(const std::optional<SealedBlob> blob, transaction.sealedData().blob(visit, kind));
    if (!blob || !dataKey)
        return std::vector<WordsOf>();
    if (hexText(sha256(blob->bytes)) != last.details.value(kind).toString()) {
        qCCritical(lcTrust) << kind << "are not those that were signed for:" << visit.text();
        return std::vector<WordsOf>();
    }
    auto plain = security::openField(*dataKey, visit.text(), kind, blob->bytes);
    if (!plain)
        return std::vector<WordsOf>();
    const std::vector<WordsOf> words = wordsFromJson(wordsInside(*plain));
    security::wipe(*plain);
    return words;
}

/// Puts the sealed words of this kind beside the entries that were written with them. Each entry added the last one of its
/// time, so they are told from the end.
Result<void> addWords(WordsSaid &said, Transaction &transaction, const Result<security::SecureBytes> &dataKey,
                      const VisitId &visit, const QString &kind, const std::vector<LedgerEntry> &entries)
{
    std::vector<LedgerEntry> with;
    std::copy_if(entries.begin(), entries.end(), std::back_inserter(with),
                 [&](const LedgerEntry &entry) { return entry.details.contains(kind); });
    if (with.empty())
        return {};
    GATEHOUSE_TRY_ASSIGN(const std::vector<WordsOf> words, openWords(transaction, dataKey, visit, kind, with.back()));
    auto word = words.rbegin();
    for (auto entry = with.rbegin(); entry != with.rend(); ++entry) {
        SaidWords &one = said[entry->sequence];
        one.unread = word == words.rend() || staffSubject(StaffId::fromText(word->by)) != entry->actor;
        if (!one.unread)
            one.words = word->words;
        if (word != words.rend())
            ++word;
    }
    return {};
}

/// What the visitor answered last; an earlier answer was replaced by it.
Result<void> addAnswer(WordsSaid &said, Transaction &transaction, const Workplace &workplace, const StaffSession &session,
                       const VisitId &visit, const std::vector<LedgerEntry> &entries)
{
    const auto last = std::find_if(entries.rbegin(), entries.rend(),
                                   [](const LedgerEntry &entry) { return entry.action == action::visitAnswer; });
    if (last == entries.rend())
        return {};
    const Result<QString> answer = openAnswer(transaction, workplace, session, visit);
    if (!answer && answer.error().code != ErrorCode::BadSignature)
        return fail(answer.error());
    const QString text = answer.value_or(QString());
    said.insert(last->sequence, {{QString(), text}, text.isEmpty()});
    return {};
}
} // namespace

Result<WordsSaid> wordsSaid(Transaction &transaction, const Workplace &workplace, const StaffSession &session,
                            const VisitId &visit, const std::vector<LedgerEntry> &entries)
{
    WordsSaid said;
    for (const LedgerEntry &entry : entries) {
        if (entry.action == action::visitAsk)
            said[entry.sequence].words.code = entry.details.value(QLatin1String("code")).toString();
    }
    const Result<security::SecureBytes> dataKey = openDataKey(transaction, session, visit);
    if (!dataKey && dataKey.error().code != ErrorCode::NotAllowed && dataKey.error().code != ErrorCode::NotFound)
        return fail(dataKey.error());
    GATEHOUSE_TRY(addWords(said, transaction, dataKey, visit, sealed::reasons, entries));
    GATEHOUSE_TRY(addWords(said, transaction, dataKey, visit, sealed::questions, entries));
    GATEHOUSE_TRY(addAnswer(said, transaction, workplace, session, visit, entries));
    return said;
}

Result<QString> sealWords(Transaction &transaction, const security::SecureBytes &dataKey, const StaffSession &session,
                          const VisitId &visit, const QString &kind, const Reason &words)
{
    GATEHOUSE_TRY_ASSIGN(QByteArray before, openBlob(transaction, dataKey, visit, kind));
    QJsonArray all = wordsInside(before);
    security::wipe(before);
    all.append(QJsonObject{{QStringLiteral("by"), session.staff.id.text()},
                           {QStringLiteral("code"), words.code},
                           {QStringLiteral("text"), words.text}});
    QByteArray plain = QJsonDocument(all).toJson(QJsonDocument::Compact);
    const SealedBlob blob{visit, kind, security::sealField(dataKey, visit.text(), kind, plain)};
    security::wipe(plain);
    GATEHOUSE_TRY(transaction.sealedData().put(blob));
    return hexText(sha256(blob.bytes));
}

} // namespace gatehouse::usecases
