// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "appsettings.h"
#include "parsing/scanresult.h"
#include "usecases/requestvisit.h"
#include "windows/parts/carefuldialog.h"
#include "workbench.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace gatehouse::admin
{

class DeskConsents;
class DeskIdentity;
class DeskItems;
class DeskVisit;
class DeskWork;

/// Registers a visitor at the desk with the same form as the kiosk's: purpose, host, document (camera, picture file or typed),
/// items, notices read to the visitor, photo. The purpose decides what is asked. A party is registered one after the other:
/// what brings it here is typed once. Nothing is lost when the database is in trouble, nor by a stray Escape.
class DeskDialog : public CarefulDialog
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

protected:
    /// Only what was typed or ticked: the times of the work follow the clock.
    bool isBegun() const override;

private:
    QWidget *buildForm();
    QWidget *buildFoot();
    /// The parts that are one person's, empty.
    void buildPerson();
    void nextOfParty(const domain::Visit &registeredVisit);
    void judge();
    QString missing() const;
    /// What is entered, but stands in the way.
    QString hindrance() const;
    usecases::VisitRequest request() const;
    void submit(bool another);

    Workbench &m_workbench;
    AppSettings &m_settings;
    QVBoxLayout *m_form = nullptr;
    DeskVisit *m_visit;
    DeskWork *m_work;
    DeskIdentity *m_identity = nullptr;
    DeskItems *m_items = nullptr;
    DeskConsents *m_consents = nullptr;
    QLabel *m_message;
    QPushButton *m_submit;
    QPushButton *m_another;
    domain::PartyId m_party;
    domain::VisitId m_id; ///< made once, so that trying again registers nobody twice
    bool m_busy = false;
};

} // namespace gatehouse::admin
