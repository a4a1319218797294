// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dutytab.h"
#include "usecases/exceptions.h"

namespace gatehouse::admin
{

/// Exceptions (R8, R26): asked for, checked by the supervisor, signed by the leadership, carried out and locked again by one
/// person. A button is there for the step that this person may take now.
class ExceptionsTab : public DutyTab
{
    Q_OBJECT

public:
    ExceptionsTab(Workbench &workbench, QWidget *parent);

    QString title() const override;
    void reload() override;
    void wipe() override;
    void retranslate() override;

protected:
    QString refusal(const Error &error) const override;
    void selectionChanged() override;

private:
    void refresh();
    void take(const QString &step);
    void askRequest();
    void askSign(const domain::ExceptionId &id);
    void askWhy(const domain::ExceptionId &id, const QString &step);
    const usecases::ExceptionCase *chosen() const;
    QString stepText(const QString &step) const;

    std::vector<usecases::ExceptionCase> m_cases;
    QList<std::pair<QString, QPushButton *>> m_steps;
    QPushButton *m_request;
};

} // namespace gatehouse::admin
