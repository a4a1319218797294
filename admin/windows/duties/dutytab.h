// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/recordtable.h"
#include "texts.h"
#include "windows/parts/formdialog.h"
#include "windows/parts/recordview.h"
#include "workbench.h"

#include <QLabel>
#include <QPushButton>

namespace gatehouse::admin
{

class ButtonFlow;

/// One subject of the page "Rounds and handover": a summary, things to do with the chosen row, and a table. What somebody else
/// does shows by itself. Nothing personal outlives wipe().
class DutyTab : public QWidget
{
    Q_OBJECT

public:
    DutyTab(Workbench &workbench, const QString &tableName, QWidget *parent);

    virtual QString title() const = 0;
    virtual void reload() = 0;
    virtual void wipe();
    virtual void retranslate() = 0;
    RecordTable *table() const { return m_table; }
    /// Things here that should have been done already.
    int urgent() const { return m_urgent; }

Q_SIGNALS:
    void said(gatehouse::admin::Tone tone, const QString &sentence);
    void urgentChanged();

protected:
    /// A button above the table; `press` runs on a click.
    QPushButton *addButton(const QString &objectName, const char *role, std::function<void()> press);
    void setUrgent(int count);
    void setSummary(const QString &text) { m_summary->setText(text); }
    QString complaint(const Error &error) const;
    /// Words for a refusal of this subject; empty: the general sentence.
    virtual QString refusal(const Error &) const { return {}; }
    virtual void selectionChanged() {}

    QString staffName(const domain::StaffId &id) const;
    QString zoneName(const domain::ZoneId &id) const;
    /// A person or visit by its subject.
    QString subjectName(const QString &subject) const;
    QList<FormDialog::Choice> staffChoices(bool subjects = false) const;
    QList<FormDialog::Choice> zoneChoices() const;

    /// `work`: Result<T>(const Workplace &, const StaffSession &); `done` gets the value.
    template <typename Work, typename Done>
    void ask(Work work, Done done)
    {
        if (!m_workbench.isWorking())
            return;
        using Answer = std::invoke_result_t<Work, const usecases::Workplace &, const usecases::StaffSession &>;
        m_workbench.ask(
            this,
            [work](Seat &seat) -> Answer {
                GATEHOUSE_TRY_ASSIGN(const usecases::StaffSession *session, seat.session());
                return work(seat.workplace(), *session);
            },
            [this, done](Answer answer) {
                if (answer && m_workbench.isWorking())
                    done(std::move(*answer));
            });
    }
    /// For what changes something; `sentence` is said when it is done. Where there is a form, it closes or says why not.
    template <typename Work>
    void act(Work work, const QString &sentence, KeptDialog *form = nullptr)
    {
        using Answer = std::invoke_result_t<Work, const usecases::Workplace &, const usecases::StaffSession &>;
        m_workbench.act(
            this,
            [work](Seat &seat) -> Answer {
                GATEHOUSE_TRY_ASSIGN(const usecases::StaffSession *session, seat.session());
                return work(seat.workplace(), *session);
            },
            [this, sentence, form = QPointer<KeptDialog>(form)](const Answer &answer) {
                if (form)
                    form->answered(answer ? QString() : complaint(answer.error()));
                if (answer)
                    Q_EMIT said(Tone::Good, sentence);
                else if (!form)
                    Q_EMIT said(Tone::Bad, complaint(answer.error()));
            });
    }

    Workbench &m_workbench;
    RecordTable *m_table;
    RecordView *m_view;

private:
    QLabel *m_summary;
    ButtonFlow *m_buttons;
    int m_urgent = 0;
};

} // namespace gatehouse::admin
