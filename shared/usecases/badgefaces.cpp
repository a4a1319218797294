// SPDX-License-Identifier: GPL-3.0-or-later
#include "badgefaces.h"

#include "badgerecords.h"
#include "caseaccess.h"
#include "decidevisit.h"
#include "visitstatement.h"

#include <QJsonDocument>

namespace gatehouse::usecases
{

using namespace domain;

QByteArray encodeFace(const BadgeFaceData &face)
{
    const QJsonObject json{{QStringLiteral("name"), face.name},
                           {QStringLiteral("company"), face.company},
                           {QStringLiteral("host"), face.host},
                           {QStringLiteral("portrait"), QString::fromLatin1(face.portrait.toBase64())}};
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

BadgeFaceData decodeFace(const QByteArray &bytes)
{
    const QJsonObject json = QJsonDocument::fromJson(bytes).object();
    return {json.value(QLatin1String("name")).toString(), json.value(QLatin1String("company")).toString(),
            json.value(QLatin1String("host")).toString(),
            QByteArray::fromBase64(json.value(QLatin1String("portrait")).toString().toLatin1())};
}

Result<BadgeFaceData> faceFromRecord(Transaction &transaction, const StaffSession &session, const Visit &visit)
{
    GATEHOUSE_TRY_ASSIGN(const security::SecureBytes dataKey, openDataKey(transaction, session, visit.id));
    GATEHOUSE_TRY_ASSIGN(const VisitorRecord visitor, openRecord(transaction, dataKey, visit.id));
    BadgeFaceData face;
    face.name = visitor.displayName();
    face.company = visitor.company;
    GATEHOUSE_TRY_ASSIGN(face.portrait, openBlob(transaction, dataKey, visit.id, sealed::portrait));
    if (visit.host) {
        GATEHOUSE_TRY_ASSIGN(const std::optional<Staff> host, transaction.staff().byId(*visit.host));
        face.host = host ? host->name : QString();
    }
    return face;
}

Result<QString> sendFace(Transaction &transaction, const Workplace &workplace, const Visit &visit, const BadgeFaceData &face)
{
    if (visit.atDesk)
        return QString();
    GATEHOUSE_TRY_ASSIGN(const std::optional<StationBoot> boot, trustedBoot(transaction, workplace, visit.station));
    if (!boot)
        return QString();
    QByteArray plain = encodeFace(face);
    GATEHOUSE_TRY_ASSIGN(const QByteArray bytes, security::sealText(boot->bootPublicKey, visit.id.text(), kioskmail::face,
                                                                    security::SecureBytes::take(plain)));
    GATEHOUSE_TRY(transaction.sealedData().putMail({visit.id, visit.station, kioskmail::face, boot->bootPublicKey, bytes}));
    return sealedHash(bytes);
}

Result<void> announceBoot(const Workplace &workplace, const security::BoxKeyPair &keys)
{
    StationBoot boot{workplace.stationId(), keys.publicKey, {}, workplace.clock.now()};
    boot.signature =
        security::sign(workplace.station.keys.secretKey,
                       security::bootMessage(workplace.station.stationId, keys.publicKey, boot.since.toMSecsSinceEpoch()));
    GATEHOUSE_TRY_ASSIGN(auto transaction, beginWrite(workplace));
    if (workplace.authority.stationKey(workplace.stationId()) != workplace.station.keys.publicKey)
        return fail(ErrorCode::NotAllowed, QStringLiteral("station not enrolled"));
    GATEHOUSE_TRY(transaction->stations().saveBoot(boot));
    return transaction->commit();
}

Result<security::BoxKeyPair> announceBoot(const Workplace &workplace)
{
    security::BoxKeyPair keys = security::makeBoxKeyPair();
    GATEHOUSE_TRY(announceBoot(workplace, keys));
    return keys;
}

Result<void> faceUsed(const Workplace &workplace, const VisitId &visit)
{
    GATEHOUSE_TRY_ASSIGN(auto transaction, workplace.store.beginWrite());
    GATEHOUSE_TRY(transaction->sealedData().removeMail(visit, kioskmail::face));
    return transaction->commit();
}

Result<int> renewFaces(const Workplace &workplace, const StaffSession &session)
{
    GATEHOUSE_TRY_ASSIGN(auto transaction, beginWrite(workplace));
    GATEHOUSE_TRY(requireRole(*transaction, workplace, session, {Role::Guard, Role::Manager}));
    VisitQuery query;
    query.states = {VisitState::Approved};
    query.limit = 1000;
    GATEHOUSE_TRY_ASSIGN(const std::vector<Visit> approved, transaction->visits().find(query));
    int renewed = 0;
    for (const Visit &visit : approved) {
        if (visit.atDesk)
            continue;
        GATEHOUSE_TRY_ASSIGN(const std::optional<StationBoot> boot, trustedBoot(*transaction, workplace, visit.station));
        GATEHOUSE_TRY_ASSIGN(const std::optional<KioskMail> mail, transaction->sealedData().mail(visit.id, kioskmail::face));
        const auto signedFor = mail ? faceIsSigned(*transaction, workplace, *mail) : Result<bool>(false);
        if (!boot || !signedFor || (mail && mail->bootKey == boot->bootPublicKey && *signedFor))
            continue;
        const auto permission = requirePermission(*transaction, workplace, visit);
        const auto face = faceFromRecord(*transaction, session, visit);
        if (!permission || !face)
            continue; // nothing to send for a visit that was not approved, or that this person may not read
        GATEHOUSE_TRY_ASSIGN(const QString sent, sendFace(*transaction, workplace, visit, *face));
        GATEHOUSE_TRY(record(*transaction, workplace, signerOf(session), action::visitFace, visitSubject(visit.id),
                             {{QStringLiteral("face"), sent}}));
        ++renewed;
    }
    if (renewed > 0)
        GATEHOUSE_TRY(transaction->commit());
    return renewed;
}

Result<std::optional<GuardsQuestion>> readQuestion(const Workplace &workplace, const security::BoxKeyPair &boot,
                                                   const VisitId &visit)
{
    GATEHOUSE_TRY_ASSIGN(auto transaction, beginRead(workplace));
    GATEHOUSE_TRY_ASSIGN(const std::optional<LedgerEntry> asked, openQuestion(*transaction, workplace, visit));
    if (!asked)
        return std::optional<GuardsQuestion>();
    GATEHOUSE_TRY_ASSIGN(const Visit row, loadVisit(*transaction, visit));
    GuardsQuestion question{asked->details.value(QLatin1String("code")).toString(), {}};
    if (row.question != question.code) // decided meanwhile
        return std::optional<GuardsQuestion>();
    GATEHOUSE_TRY_ASSIGN(const std::optional<KioskMail> mail, transaction->sealedData().mail(visit, kioskmail::question));
    if (mail && mail->bootKey == boot.publicKey && asked->details.value(questionHash).toString() == sealedHash(mail->bytes)) {
        GATEHOUSE_TRY_ASSIGN(const security::SecureBytes plain,
                             security::openText(boot, visit.text(), kioskmail::question, mail->bytes));
        question.words = QString::fromUtf8(plain.exposed()).left(longestReason);
    }
    return std::optional<GuardsQuestion>(std::move(question));
}

} // namespace gatehouse::usecases
