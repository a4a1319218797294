// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "usecases/decidevisit.h"
#include "workbench.h"

namespace gatehouse::admin
{

/// What a guard does with an open case short of deciding it: look at the original, open the document picture, take items in and
/// give them back, ask the visitor. Every one is written by the worker; the answers come as signals on the GUI thread.
class CaseWork : public QObject
{
    Q_OBJECT

public:
    explicit CaseWork(Workbench &workbench, QObject *parent = nullptr) : QObject(parent), m_workbench(workbench) {}

    void recordOriginal(const domain::VisitId &visit);
    void openDocument(const domain::VisitId &visit);
    void deposit(const domain::VisitId &visit, const QString &kind, const QString &tag);
    void giveBack(const domain::VisitId &visit, const QString &kind);
    void allow(const domain::VisitId &visit, const QString &kind, const QString &device);
    void countEarlierBriefing(const domain::VisitId &visit, const domain::ZoneId &zone);
    void briefInPerson(const domain::VisitId &visit, const domain::ZoneId &zone);
    void ask(const domain::VisitId &visit, const usecases::Reason &question);

Q_SIGNALS:
    /// After the original was recorded, with the new findings.
    void caseRead(const gatehouse::domain::VisitId &visit, const gatehouse::usecases::CaseFile &file);
    void documentOpened(const gatehouse::domain::VisitId &visit, const gatehouse::usecases::OpenedDocument &document);
    void asked();
    void failed(const gatehouse::Error &error);

private:
    /// `deed(workplace, session) -> Result<void>`; a failure is told.
    template <typename Deed>
    void act(Deed deed);
    void settle(const Result<void> &answer);

    Workbench &m_workbench;
};

} // namespace gatehouse::admin
