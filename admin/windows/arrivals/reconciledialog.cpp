// SPDX-License-Identifier: GPL-3.0-or-later
#include "reconciledialog.h"

#include "style/focusring.h"
#include "texts.h"
#include "usecases/carrieditems.h"
#include "usecases/roomitems.h"
#include "windows/parts/formdialog.h"
#include "windows/parts/widgets.h"

#include <QGridLayout>
#include <QHBoxLayout>

namespace gatehouse::admin
{

using namespace Qt::StringLiterals;
using namespace domain;

ReconcileDialog::ReconcileDialog(Workbench &workbench, const usecases::CaseFile &file, QWidget *parent)
    : QDialog(parent), m_workbench(workbench), m_visit(file.visit.id), m_items(file.items), m_verdict(makeLabel(this))
{
    setObjectName(u"reconcileDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Carried items"));
    setMinimumWidth(520);
    QLabel *heading = makeLabel(this, "title");
    setFreeText(heading, tr("What does %1 take along?").arg(file.record.displayName()));
    heading->setWordWrap(true);
    QLabel *intro = makeLabel(this, "muted");
    intro->setText(tr("Give back what was handed in, and look at the rest. Tick what is missing."));
    intro->setWordWrap(true);
    auto *rows = new QGridLayout;
    rows->setColumnStretch(0, 1);
    for (const Item &item : m_items) {
        const int row = rows->rowCount();
        const QString what = Texts::items({item});
        QLabel *label = makeLabel(this);
        label->setText(tr("%1 (%2)").arg(what, Texts::itemState(item)));
        label->setWordWrap(true);
        auto *missing = new QCheckBox(tr("missing"), this);
        missing->setObjectName(u"missing-"_s + item.kind);
        missing->setAccessibleName(tr("Missing: %1").arg(what));
        rows->addWidget(label, row, 0);
        rows->addWidget(missing, row, 1);
        m_missing.push_back(missing);
    }
    QPushButton *later = makeButton(this, u"reconcileLater"_s);
    later->setText(tr("Later"));
    QPushButton *done = makeButton(this, u"reconcileDone"_s, "primary");
    done->setText(tr("Looked at: done"));
    done->setDefault(true);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(buttonGap);
    buttons->addStretch(1);
    buttons->addWidget(later);
    buttons->addWidget(done);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(28, 24, 28, 24);
    layout->setSpacing(14);
    layout->addWidget(heading);
    layout->addWidget(intro);
    layout->addLayout(rows);
    layout->addWidget(m_verdict);
    layout->addLayout(buttons);
    m_verdict->hide();
    connect(later, &QPushButton::clicked, this, &QDialog::reject);
    connect(done, &QPushButton::clicked, this, &ReconcileDialog::confirm);
    new FocusRing(this);
}

void ReconcileDialog::confirm()
{
    QStringList missing;
    QStringList toReturn;
    for (std::size_t i = 0; i < m_items.size(); ++i) {
        if (m_missing[i]->isChecked())
            missing << m_items[i].kind;
        else if (m_items[i].state == ItemState::Deposited)
            toReturn << m_items[i].kind;
    }
    m_workbench.act(
        this,
        [visit = m_visit, missing, toReturn](Seat &seat) -> Result<void> {
            GATEHOUSE_TRY_ASSIGN(const usecases::StaffSession *session, seat.session());
            for (const QString &kind : toReturn)
                GATEHOUSE_TRY(usecases::returnItem(seat.workplace(), *session, visit, kind));
            return usecases::reconcileItems(seat.workplace(), *session, visit, missing);
        },
        [this, missing](const Result<void> &answer) {
            if (!answer) {
                setVerdict(m_verdict, Tone::Bad, Texts::error(answer.error()));
                m_verdict->show();
                return;
            }
            Q_EMIT reconciled(missing.isEmpty() ? tr("Carried items looked at: everything went along.")
                                                : tr("Carried items looked at. What is missing is an incident now."));
            accept();
        });
}

void askUndeclared(Workbench &workbench, const VisitId &visit, QWidget *parent, std::function<void(Tone, const QString &)> said)
{
    auto *form = new FormDialog(u"undeclaredDialog"_s, ReconcileDialog::tr("Something undeclared was found"),
                                ReconcileDialog::tr("It opens an incident: secure the thing first, then ask the visitor."),
                                ReconcileDialog::tr("Report"), parent);
    QList<FormDialog::Choice> kinds;
    for (const QString &kind : itemKinds())
        kinds.append({kind, Texts::items({Item{kind, 1, ItemState::Declared, {}}})});
    form->addChoice(u"kind"_s, ReconcileDialog::tr("What was found"), kinds);
    form->addText(u"text"_s, ReconcileDialog::tr("In your own words (optional)"));
    form->ask([&workbench, visit, parent, said = std::move(said)](FormDialog &filled) {
        workbench.act(
            parent,
            [visit, kind = filled.choice(u"kind"_s), text = filled.text(u"text"_s)](Seat &seat) -> Result<void> {
                GATEHOUSE_TRY_ASSIGN(const usecases::StaffSession *session, seat.session());
                return usecases::reportUndeclared(seat.workplace(), *session, visit, kind, text);
            },
            [said, form = QPointer<KeptDialog>(&filled)](const Result<void> &answer) {
                if (form)
                    form->answered(answer ? QString() : Texts::error(answer.error()));
                if (answer)
                    said(Tone::Warn, ReconcileDialog::tr("An incident was opened."));
            });
    });
}

} // namespace gatehouse::admin
