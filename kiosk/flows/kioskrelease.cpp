// SPDX-License-Identifier: GPL-3.0-or-later
// How staff leave the kiosk: by its exit code, or released from the admin app.
#include "kioskprivate.h"

#include "base/logging.h"
#include "gateway.h"
#include "security/keys.h"
#include "security/pin.h"
#include "usecases/stations.h"

namespace gatehouse::kiosk
{

void KioskController::openLeave()
{
    if (d->flow != Private::Flow::None)
        return;
    touch();
    d->flow = Private::Flow::Leave;
    updatePage();
}

void KioskController::submitExitCode(const QString &code)
{
    const QByteArray hash = d->services.settings.exitCodeHash;
    if (hash.isEmpty() || code.size() > 100) {
        setProblem(hash.isEmpty() ? QStringLiteral("exit-code-none") : QStringLiteral("exit-code-wrong"));
        return;
    }
    if (d->checkingCode)
        return;
    if (d->services.clock.steady() < d->codeAgainAt) {
        setProblem(QStringLiteral("exit-code-pause"));
        return;
    }
    d->checkingCode = true;
    Q_EMIT busyChanged();
    d->services.gateway.queue().run(
        this,
        [hash, bytes = code.trimmed().toUtf8()]() mutable {
            return security::codeMatches(hash, security::SecureBytes::take(bytes));
        },
        [this](bool matches) {
            d->checkingCode = false;
            Q_EMIT busyChanged();
            if (!matches) {
                refuseExitCode();
                return;
            }
            d->wrongCodes = 0;
            qCInfo(lcKiosk) << "released by the exit code";
            d->released = true;
            wipe();
        });
}

/// Slowed down as a wrong PIN is, and from the third one on somebody hears of it.
void KioskController::refuseExitCode()
{
    const auto pause = security::pinPause(++d->wrongCodes);
    d->codeAgainAt = d->services.clock.steady() + pause;
    setProblem(pause.count() > 0 ? QStringLiteral("exit-code-pause") : QStringLiteral("exit-code-wrong"));
    if (pause.count() > 0)
        d->services.gateway.run(
            this, [](const Desk &desk) { return usecases::reportExitCodes(desk.workplace()); }, [](const Result<void> &) {});
}

/// A manager or administrator may let the kiosk go from the admin app: a signed statement about this station, given after this
/// program started.
void KioskController::askForRelease()
{
    struct Answer {
        qint64 head = 0;
        bool released = false;
    };
    d->services.gateway.run(
        this,
        [since = d->releasedAfter](const Desk &desk) -> Result<Answer> {
            GATEHOUSE_TRY_ASSIGN(auto transaction, usecases::beginRead(desk.workplace()));
            Answer answer;
            if (since) {
                GATEHOUSE_TRY_ASSIGN(answer.released, usecases::releaseRequested(*transaction, desk.workplace(), *since));
            } else {
                GATEHOUSE_TRY_ASSIGN(const auto head, transaction->ledger().head());
                answer.head = head.sequence;
            }
            return answer;
        },
        [this](const Result<Answer> &answer) {
            if (!answer)
                return;
            if (!d->releasedAfter)
                d->releasedAfter = answer->head;
            if (!answer->released || std::exchange(d->released, true))
                return;
            qCInfo(lcKiosk) << "released from the admin app";
            leaveWhenFree();
        });
}

/// Not while a visitor is in the middle of something: what was entered would be lost, and what is being decided.
void KioskController::leaveWhenFree()
{
    if (!d->released || (d->flow != Private::Flow::None && d->flow != Private::Flow::Leave) || d->door.working())
        return;
    d->mayLeave = true;
    Q_EMIT mayCloseChanged();
    Q_EMIT released();
}

} // namespace gatehouse::kiosk
