// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "decisiondesk.h"
#include "models/queuemodel.h"
#include "windows/parts/page.h"

class QLabel;
class QListView;
class QPushButton;

namespace gatehouse::admin
{

class CasePanel;
class CaseWork;
class DecisionBar;
class DeviceNote;
class QueueReader;
class UnansweredCard;

/// The queue on the left, the open case on the right, its decisions at the foot. The selection never moves by itself; arrivals
/// sound and are shown without taking the focus.
class WaitingPage : public Page
{
    Q_OBJECT

public:
    WaitingPage(Workbench &workbench, AppSettings &settings, DecisionDesk &desk, QWidget *parent = nullptr);

    QString title() const override;
    void start() override;
    void wipe() override;
    bool perform(Command command) override;
    void retranslate() override;
    void focusFirst() override;
    int waiting() const { return m_queue->waiting(); }
    QueueModel *queue() const { return m_queue; }
    /// Shows the visit, whether it waits or not.
    void open(const domain::VisitId &id);
    /// The next who waits; the focus goes with it, so that the keys of the case work at once.
    void openNext();

Q_SIGNALS:
    void waitingChanged(int waiting);
    void arrived(int count);
    /// Whose requests ended because nobody answered.
    void unanswered(const QString &who);
    void printAsked(const gatehouse::domain::VisitId &id);
    void lostAsked(const gatehouse::domain::VisitId &id, const QString &who);
    void departAsked(const gatehouse::domain::VisitId &id, const QString &who);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void reload();
    void reloadCase();
    void select(const domain::VisitId &id);
    void took(const std::vector<gatehouse::admin::QueueEntry> &entries);
    void tookCase(const domain::VisitId &id, const Result<usecases::CaseFile> &file);
    void approve();
    void attend();
    void deny();
    void ask();
    void recordOriginal();
    void openDocument();
    void wrote(const PlannedDecision &decision, const usecases::Decided &answer);
    void sayError(const Error &error);
    bool isPending() const;
    QString currentName() const;
    QList<domain::VisitId> decidedVisits() const;
    void showEmpty();
    QWidget *buildQueue();
    void wireDesk();
    void wireQueue();
    void wireCase();
    void wireBar();

    DecisionDesk &m_desk;
    CaseWork *m_work;
    QueueReader *m_reader;
    QueueModel *m_queue;
    QListView *m_list;
    QWidget *m_queueColumn;
    DeviceNote *m_devices;
    UnansweredCard *m_unanswered;
    QPushButton *m_next;
    CasePanel *m_case;
    DecisionBar *m_bar;
    QLabel *m_empty;
    domain::VisitId m_current;
    bool m_first = true;
    bool m_withheld = false;  ///< the open case, from this role
    bool m_unwritten = false; ///< what was done last with the open case, because of the database
};

} // namespace gatehouse::admin
