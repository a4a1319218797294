// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "usecases/requestvisit.h"

#include <QFrame>

class QComboBox;
class QDateTimeEdit;
class QFormLayout;
class QLineEdit;

namespace gatehouse::admin
{

/// What is done in a zone that is entered with an escort, on the desk's form: reason, rack or area, change number, method and
/// until when. For a tour all of it is optional.
class DeskWork : public QFrame
{
    Q_OBJECT

public:
    explicit DeskWork(QWidget *parent = nullptr);

    /// `until`: as long as the purpose gives; a time that was set by hand stays.
    void setPurpose(const domain::Purpose &purpose, const QDateTime &now);
    QString missing(const QDateTime &now) const;
    void fill(usecases::VisitRequest &request) const;
    void fill(domain::VisitorRecord &record) const;

Q_SIGNALS:
    void changed();

private:
    QLineEdit *addLine(QFormLayout *form, const QString &objectName, const QString &label, int longest);

    QLineEdit *m_reason;
    QLineEdit *m_area;
    QLineEdit *m_change;
    QComboBox *m_method;
    QDateTimeEdit *m_until;
    domain::PurposeId m_purpose;
    bool m_tour = false;
};

} // namespace gatehouse::admin
