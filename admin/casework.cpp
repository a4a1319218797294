// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework.h"

namespace gatehouse::admin
{

using namespace domain;

void CaseWork::settle(const Result<void> &answer)
{
    if (!answer)
        Q_EMIT failed(answer.error());
}

void CaseWork::recordOriginal(const VisitId &visit)
{
    m_workbench.act(this, [visit](Seat &seat) -> Result<usecases::CaseFile> {
        GATEHOUSE_TRY_ASSIGN(const usecases::StaffSession *session, seat.session());
        GATEHOUSE_TRY(usecases::recordOriginalSeen(seat.workplace(), *session, visit));
        return usecases::openCase(seat.workplace(), *session, visit);
    }, [this, visit](const Result<usecases::CaseFile> &file) {
        if (file)
            Q_EMIT caseRead(visit, *file);
        else
            Q_EMIT failed(file.error());
    });
}

void CaseWork::openDocument(const VisitId &visit)
{
    m_workbench.act(this, [visit](Seat &seat) -> Result<usecases::OpenedDocument> {
        GATEHOUSE_TRY_ASSIGN(const usecases::StaffSession *session, seat.session());
        return usecases::openDocument(seat.workplace(), *session, visit);
    }, [this, visit](const Result<usecases::OpenedDocument> &document) {
        if (document)
            Q_EMIT documentOpened(visit, *document);
        else
            Q_EMIT failed(document.error());
    });
}

void CaseWork::deposit(const VisitId &visit, const QString &kind, const QString &tag)
{
    m_workbench.act(this, [visit, kind, tag](Seat &seat) -> Result<void> {
        GATEHOUSE_TRY_ASSIGN(const usecases::StaffSession *session, seat.session());
        return usecases::depositItem(seat.workplace(), *session, visit, kind, tag);
    }, [this](const Result<void> &answer) { settle(answer); });
}

void CaseWork::giveBack(const VisitId &visit, const QString &kind)
{
    m_workbench.act(this, [visit, kind](Seat &seat) -> Result<void> {
        GATEHOUSE_TRY_ASSIGN(const usecases::StaffSession *session, seat.session());
        return usecases::returnItem(seat.workplace(), *session, visit, kind);
    }, [this](const Result<void> &answer) { settle(answer); });
}

void CaseWork::ask(const VisitId &visit, const usecases::Reason &question)
{
    m_workbench.act(this, [visit, question](Seat &seat) -> Result<void> {
        GATEHOUSE_TRY_ASSIGN(const usecases::StaffSession *session, seat.session());
        return usecases::askVisitor(seat.workplace(), *session, visit, question);
    }, [this](const Result<void> &answer) {
        settle(answer);
        if (answer)
            Q_EMIT asked();
    });
}

} // namespace gatehouse::admin
