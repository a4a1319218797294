// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "appsettings.h"
#include "parsing/scanresult.h"
#include "usecases/requestvisit.h"
#include "workbench.h"

#include <QDialog>
#include <QLabel>
#include <QPushButton>

namespace gatehouse::admin
{

class DeskConsents;
class DeskIdentity;
class DeskItems;
class DeskVisit;
class DeskWork;

/// Registers a visitor at the desk with the same form as the kiosk's: purpose, host, document (camera, picture file or typed),
/// items, notices read to the visitor, photo. The purpose decides what is asked. Nothing is lost when the database is in trouble.
class DeskDialog : public QDialog
{
    Q_OBJECT

public:
    DeskDialog(Workbench &workbench, AppSettings &settings, QWidget *parent);

    /// Reads a picture of a document, as if it had been chosen.
    void readPicture(const QString &path);
    void takePortrait(const QImage &picture);
    /// A document read by a scanner of the desk.
    void takeDocument(const scanning::ScanResult &document);

Q_SIGNALS:
    void registered(const gatehouse::domain::VisitId &id);

private:
    QWidget *buildForm(AppSettings &settings);
    QWidget *buildFoot();
    void judge();
    QString missing() const;
    usecases::VisitRequest request() const;
    void submit();

    Workbench &m_workbench;
    DeskVisit *m_visit;
    DeskWork *m_work;
    DeskIdentity *m_identity;
    DeskItems *m_items;
    DeskConsents *m_consents;
    QLabel *m_message;
    QPushButton *m_submit;
    domain::VisitId m_id; ///< made once, so that trying again registers nobody twice
    bool m_busy = false;
};

} // namespace gatehouse::admin
