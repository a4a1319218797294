// SPDX-License-Identifier: GPL-3.0-or-later
#include "roomaccesstab.h"

#include "models/roomrows.h"
#include "roomdialogs.h"
#include "usecases/duties.h"

namespace gatehouse::admin
{

using namespace Qt::StringLiterals;
using namespace domain;
using usecases::StaffSession;
using usecases::Workplace;

RoomAccessTab::RoomAccessTab(Workbench &workbench, QWidget *parent) : RoomTab(workbench, u"roomAccess"_s, parent)
{
    m_view->setStretches({3, 2, 3, 0, 0, 0, 3});
    m_grant = addDeed(u"roomGrant"_s, "primary", [this] { grant(); });
    m_review = addDeed(u"roomReview"_s, nullptr, [this] { review(); });
    m_withdraw = addDeed(u"roomWithdraw"_s, "danger", [this] { withdrawAccess(); });
}

QString RoomAccessTab::title() const
{
    return tr("Access list");
}

void RoomAccessTab::refresh(const usecases::RoomView &room)
{
    m_table->setRows(RoomRows::accessList(room, m_workbench.directory()));
}

void RoomAccessTab::enableDeeds()
{
    const bool onList = !m_view->selectedKey().isEmpty();
    m_grant->setEnabled(leads());
    m_review->setEnabled(onList && leads());
    m_withdraw->setEnabled(onList && leads());
}

void RoomAccessTab::grant()
{
    PersonDialog dialog(tr("Add to the access list"), tr("Add"), this);
    dialog.setPeople(people(false));
    QList<std::pair<QString, QString>> reasons;
    for (const QString &code : usecases::accessReasons())
        reasons.append({code, RoomRows::accessReason(code)});
    dialog.addChoice(tr("For"), reasons);
    dialog.addUntil(m_workbench.now().toLocalTime().date().addYears(1));
    if (dialog.exec() != QDialog::Accepted)
        return;
    act([who = dialog.person(), until = dialog.until(),
         reason = dialog.choice()](const Workplace &at, const StaffSession &me,
                                   const ZoneId &room) { return usecases::grantAccess(at, me, who, room, until, reason); },
        tr("Added to the access list"));
}

void RoomAccessTab::review()
{
    const StaffId who = StaffId::fromText(m_view->selectedKey());
    act([who](const Workplace &at, const StaffSession &me,
              const ZoneId &room) { return usecases::reviewAccess(at, me, who, room); },
        tr("%1: reviewed and kept").arg(m_workbench.directory().staffName(who)));
}

void RoomAccessTab::withdrawAccess()
{
    const StaffId who = StaffId::fromText(m_view->selectedKey());
    act([who](const Workplace &at, const StaffSession &me,
              const ZoneId &room) { return usecases::withdrawAccess(at, me, who, room); },
        tr("%1: taken off the access list").arg(m_workbench.directory().staffName(who)));
}

void RoomAccessTab::retranslate()
{
    m_table->setColumns(RoomRows::accessTitles());
    m_view->setAccessibleName(tr("Access list"));
    m_view->setEmptyText(tr("Nobody may enter alone."));
    m_grant->setText(tr("Add…"));
    m_review->setText(tr("Reviewed: keep"));
    m_withdraw->setText(tr("Take off the list"));
}

} // namespace gatehouse::admin
