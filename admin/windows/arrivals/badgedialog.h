// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "style/theme.h"
#include "usecases/decidevisit.h"
#include "usecases/judgebadge.h"
#include "workbench.h"

#include <QDialog>
#include <QLabel>
#include <QPushButton>

namespace gatehouse::admin
{

class PictureCard;

/// A badge that was read: whose it is and what it says of itself. Enter books a visitor's badge back, and the departure.
class BadgeDialog : public QDialog
{
    Q_OBJECT

public:
    BadgeDialog(Workbench &workbench, const QString &token, QWidget *parent);

    /// The departure is being written.
    bool isBooking() const { return m_booking; }

Q_SIGNALS:
    void readAgainAsked();
    void openAsked(const gatehouse::domain::VisitId &id);
    void departed(const QString &sentence);

private:
    struct Reading {
        usecases::BadgeJudgement badge;
        std::optional<usecases::CaseFile> file;
    };
    QLayout *buildWords();
    QLayout *buildItemButtons();
    QLayout *buildFoot();
    void read();
    void took(const Result<Reading> &reading);
    QString judge(const usecases::BadgeJudgement &badge, Tone &tone) const;
    /// As high as what it says now takes.
    void fit();
    void showStaff(const domain::StaffId &id);
    void book();
    void reconcile();

    Workbench &m_workbench;
    QString m_token;
    domain::VisitId m_visit;
    bool m_booking = false;
    std::optional<usecases::CaseFile> m_file;
    PictureCard *m_portrait;
    QLabel *m_name;
    QLabel *m_about;
    QLabel *m_verdict;
    QLabel *m_items;
    QPushButton *m_undeclared;
    QPushButton *m_reconcile;
    QPushButton *m_open;
    QPushButton *m_again;
    QPushButton *m_book;
};

} // namespace gatehouse::admin
