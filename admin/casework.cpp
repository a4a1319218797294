// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework.h"

#include "usecases/briefings.h"
#include "usecases/carrieditems.h"

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
    m_workbench.act(
        this,
        [visit](Seat &seat) -> Result<usecases::CaseFile> {
            GATEHOUSE_TRY_ASSIGN(const usecases::StaffSession *session, seat.session());
            GATEHOUSE_TRY(usecases::recordOriginalSeen(seat.workplace(), *session, visit));
            return usecases::openCase(seat.workplace(), *session, visit);
        },
        [this, visit](const Result<usecases::CaseFile> &file) {
            if (file)
                Q_EMIT caseRead(visit, *file);
            else
                Q_EMIT failed(file.error());
        });
}

void CaseWork::openDocument(const VisitId &visit)
{
    m_workbench.act(
        this,
        [visit](Seat &seat) -> Result<usecases::OpenedDocument> {
            GATEHOUSE_TRY_ASSIGN(const usecases::StaffSession *session, seat.session());
            return usecases::openDocument(seat.workplace(), *session, visit);
        },
        [this, visit](const Result<usecases::OpenedDocument> &document) {
            if (document)
                Q_EMIT documentOpened(visit, *document);
            else
                Q_EMIT failed(document.error());
        });
}

template <typename Deed>
void CaseWork::act(Deed deed)
{
    m_workbench.act(
        this,
        [deed](Seat &seat) -> Result<void> {
            GATEHOUSE_TRY_ASSIGN(const usecases::StaffSession *session, seat.session());
            return deed(seat.workplace(), *session);
        },
        [this](const Result<void> &answer) { settle(answer); });
}

using usecases::StaffSession;
using usecases::Workplace;

void CaseWork::deposit(const VisitId &visit, const QString &kind, const QString &tag)
{
    act([=](const Workplace &at, const StaffSession &me) { return usecases::depositItem(at, me, visit, kind, tag); });
}

void CaseWork::giveBack(const VisitId &visit, const QString &kind)
{
    act([=](const Workplace &at, const StaffSession &me) { return usecases::returnItem(at, me, visit, kind); });
}

void CaseWork::allow(const VisitId &visit, const QString &kind, const QString &device)
{
    act([=](const Workplace &at, const StaffSession &me) { return usecases::allowItem(at, me, visit, kind, device); });
}

void CaseWork::countEarlierBriefing(const VisitId &visit, const ZoneId &zone)
{
    act([=](const Workplace &at, const StaffSession &me) { return usecases::takeOverBriefing(at, me, visit, zone); });
}

void CaseWork::briefInPerson(const VisitId &visit, const ZoneId &zone)
{
    act([=](const Workplace &at, const StaffSession &me) { return usecases::briefInPerson(at, me, visit, zone); });
}

void CaseWork::ask(const VisitId &visit, const usecases::Reason &question)
{
    m_workbench.act(
        this,
        [visit, question](Seat &seat) -> Result<void> {
            GATEHOUSE_TRY_ASSIGN(const usecases::StaffSession *session, seat.session());
            return usecases::askVisitor(seat.workplace(), *session, visit, question);
        },
        [this](const Result<void> &answer) {
            settle(answer);
            if (answer)
                Q_EMIT asked();
        });
}

} // namespace gatehouse::admin
