// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "texts.h"
#include "usecases/rounds.h"

#include <QDialog>
#include <QHash>
#include <QLabel>
#include <QPushButton>

class QVBoxLayout;

namespace gatehouse::admin
{

class KeptDialog;

/// One round, point by point: in order or not; a point that is not asks what was found and opens an incident. Signed at the
/// end. The closing round says who is still logged as inside, and what goes dark with the supply it cuts.
class RoundDialog : public QDialog
{
    Q_OBJECT

public:
    RoundDialog(Workbench &workbench, const domain::Round &round, QWidget *parent);

Q_SIGNALS:
    void said(gatehouse::admin::Tone tone, const QString &sentence);

private:
    void reload();
    void buildPoints();
    /// In place: a button that is being pressed stays, whatever somebody else answers meanwhile.
    void showResults();
    void showJudgement();
    void answer(const usecases::PointAnswer &given, KeptDialog *form = nullptr);
    void askFailed(const domain::CheckPoint &point);
    void finish();

    Workbench &m_workbench;
    domain::Round m_round;
    usecases::RoundJudgement m_judgement;
    QVBoxLayout *m_points;
    QHash<QString, QLabel *> m_verdicts; ///< by code of the point
    QLabel *m_hindrance;
    QPushButton *m_finish;
};

} // namespace gatehouse::admin
