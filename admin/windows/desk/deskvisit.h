// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "usecases/requestvisit.h"
#include "workbench.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFrame>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QTimer>

class QFormLayout;
class QVBoxLayout;

namespace gatehouse::admin
{

/// What brings the visitor here, on the desk's form: purpose, host (found by typing; the directory is never listed), company,
/// phone, further zones. The purpose decides what is asked.
class DeskVisit : public QFrame
{
    Q_OBJECT

public:
    explicit DeskVisit(Workbench &workbench, QWidget *parent = nullptr);

    const domain::Purpose *purpose() const;
    /// Whether a zone that the visit goes to asks for a document (R1).
    bool asksDocument() const;
    /// Whether a zone that the visit goes to asks for signed terms (R20).
    bool asksTerms() const;
    /// Whether one of them is entered with an escort: then the work is asked for.
    bool asksWork() const;
    QString missing() const;
    /// Writes what was entered here into the request and its visitor's record.
    void fill(usecases::VisitRequest &request) const;
    void fill(domain::VisitorRecord &record) const;

Q_SIGNALS:
    void changed();

private:
    QLabel *addRow(QFormLayout *form, const QString &text, QWidget *field);
    QLineEdit *makeLine(const QString &objectName);
    template <typename Asks>
    bool anyZone(Asks asks) const;
    void applyPurpose();
    void findHost();
    void tookHosts(const std::vector<usecases::HostMatch> &matches);
    void chooseHost(QListWidgetItem *item);

    Workbench &m_workbench;
    QComboBox *m_purpose;
    QLabel *m_hostLabel;
    QLineEdit *m_host;
    QListWidget *m_hosts;
    std::optional<domain::StaffId> m_hostId;
    QLabel *m_companyLabel;
    QLineEdit *m_company;
    QLineEdit *m_phone;
    QVBoxLayout *m_zoneBoxes;
    QList<QPair<domain::ZoneId, QCheckBox *>> m_optionalZones;
    QTimer m_hostTimer;
};

} // namespace gatehouse::admin
