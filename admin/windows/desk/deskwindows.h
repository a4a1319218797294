// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "appsettings.h"
#include "parsing/scanresult.h"
#include "workbench.h"

#include <QDialog>
#include <QList>
#include <QPointer>

namespace gatehouse::admin
{

/// Opens the dialogs of the desk over the window, one at a time: registration, reading a badge, a lost badge,
/// departure without the badge.
class DeskWindows : public QObject
{
    Q_OBJECT

public:
    DeskWindows(Workbench &workbench, AppSettings &settings, QWidget *window);

    void registerVisitor();
    /// By camera or picture file; a badge reader that types needs no dialog.
    void readBadge();
    /// A scanner has read a document: into the open form, or a new one.
    void takeDocument(const scanning::ScanResult &document);
    void showBadge(const QString &token);
    /// Asks first; what follows is printing, see newBadgeAsked().
    void replaceLost(const domain::VisitId &id, const QString &who);
    void departWithout(const domain::VisitId &id, const QString &who);
    /// When the desk is locked: a form that was begun is out of sight until bringBack(), everything else is closed. What was
    /// still being answered, a one-time code say, is not shown before bringBack() either.
    void putAside();
    /// The same person is back.
    void bringBack();
    /// When the desk is left.
    void closeAll();

Q_SIGNALS:
    void openAsked(const gatehouse::domain::VisitId &id);
    void newBadgeAsked(const gatehouse::domain::VisitId &id);
    void said(gatehouse::admin::Tone tone, const QString &sentence);
    /// What was said no longer holds.
    void overtaken(const QString &sentence);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    static bool isBusy();
    static void closeVisible();
    void depart(const domain::VisitId &id, const QString &who);

    Workbench &m_workbench;
    AppSettings &m_settings;
    QWidget *m_window;
    QList<QPointer<QDialog>> m_aside;
};

} // namespace gatehouse::admin
