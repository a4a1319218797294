// SPDX-License-Identifier: GPL-3.0-or-later
#include "deskwindows.h"

#include "deskdialog.h"
#include "texts.h"
#include "usecases/badges.h"
#include "windows/arrivals/badgedialog.h"
#include "windows/arrivals/badgereaddialog.h"
#include "windows/parts/camerapanel.h"
#include "windows/parts/keptdialog.h"
#include "windows/parts/widgets.h"
#include "windows/settings/codedialog.h"

#include <QApplication>
#include <QPushButton>

#include <utility>

namespace gatehouse::admin
{

using namespace Qt::StringLiterals;

DeskWindows::DeskWindows(Workbench &workbench, AppSettings &settings, QWidget *window)
    : QObject(window), m_workbench(workbench), m_settings(settings), m_window(window)
{
    qApp->installEventFilter(this);
}

/// One thing at a time: the open question first.
bool DeskWindows::isBusy()
{
    return QApplication::activeModalWidget() != nullptr;
}

void DeskWindows::registerVisitor()
{
    if (isBusy())
        return;
    auto *dialog = new DeskDialog(m_workbench, m_settings, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &DeskDialog::registered, this, &DeskWindows::openAsked);
    dialog->open();
}

void DeskWindows::takeDocument(const scanning::ScanResult &document)
{
    if (!isBusy())
        registerVisitor();
    if (auto *dialog = qobject_cast<DeskDialog *>(QApplication::activeModalWidget()))
        dialog->takeDocument(document);
}

void DeskWindows::readBadge()
{
    if (isBusy())
        return;
    auto *dialog = new BadgeReadDialog(m_workbench, m_settings, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &BadgeReadDialog::read, this, &DeskWindows::showBadge);
    dialog->open();
}

void DeskWindows::showBadge(const QString &token)
{
    // Two leave together: the next badge takes the place of one that was only looked at.
    if (auto *earlier = qobject_cast<BadgeDialog *>(QApplication::activeModalWidget()); earlier && !earlier->isBooking())
        earlier->reject();
    if (auto *reading = qobject_cast<BadgeReadDialog *>(QApplication::activeModalWidget()))
        reading->reject(); // a reader that types was quicker than its camera
    const QString refusal = tr("A badge was read, but something else is open. Finish that first, then read it again.");
    if (isBusy()) {
        QApplication::beep();
        Q_EMIT said(Tone::Warn, refusal);
        return;
    }
    Q_EMIT overtaken(refusal);
    auto *dialog = new BadgeDialog(m_workbench, token, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &BadgeDialog::openAsked, this, &DeskWindows::openAsked);
    connect(dialog, &BadgeDialog::readAgainAsked, this, &DeskWindows::readBadge);
    connect(dialog, &BadgeDialog::departed, this, [this](const QString &sentence) { Q_EMIT said(Tone::Good, sentence); });
    dialog->open();
}

void DeskWindows::replaceLost(const domain::VisitId &id, const QString &who)
{
    QPushButton *yes =
        askFirst(m_window, u"lostBadgeDialog"_s, tr("Badge lost"),
                 tr("Has %1 lost the badge and stays? The lost badge is dead at once; a new one is printed here.").arg(who),
                 tr("Print a new badge"));
    yes->setObjectName(u"confirmLost"_s);
    connect(yes, &QPushButton::clicked, this, [this, id] { Q_EMIT newBadgeAsked(id); });
}

void DeskWindows::departWithout(const domain::VisitId &id, const QString &who)
{
    QPushButton *yes =
        askFirst(m_window, u"departDialog"_s, tr("Departure without the badge"),
                 tr("Has %1 left without giving the badge back? The badge is then lost and admits to nothing.").arg(who),
                 tr("Book the departure"));
    yes->setObjectName(u"confirmDepart"_s);
    connect(yes, &QPushButton::clicked, this, [this, id, who] { depart(id, who); });
}

void DeskWindows::depart(const domain::VisitId &id, const QString &who)
{
    m_workbench.act(
        this,
        [id](Seat &seat) -> Result<domain::Visit> {
            GATEHOUSE_TRY_ASSIGN(const usecases::StaffSession *session, seat.session());
            return usecases::departWithoutBadge(seat.workplace(), *session, id);
        },
        [this, who](const Result<domain::Visit> &visit) {
            if (visit)
                Q_EMIT said(Tone::Good, tr("%1 has departed; the badge is lost.").arg(who));
            else
                Q_EMIT said(Tone::Bad, Texts::error(visit.error()));
        });
}

void DeskWindows::putAside()
{
    for (QWidget *widget : QApplication::topLevelWidgets()) {
        auto *dialog = qobject_cast<QDialog *>(widget);
        const bool kept = qobject_cast<DeskDialog *>(widget) || qobject_cast<KeptDialog *>(widget) ||
                          qobject_cast<CodeDialog *>(widget); // it is shown once
        if (!dialog || !kept || !dialog->isVisible())
            continue;
        for (CameraPanel *camera : dialog->findChildren<CameraPanel *>())
            camera->stop();
        dialog->hide();
        m_aside.append(dialog);
    }
    closeVisible();
}

void DeskWindows::bringBack()
{
    for (const auto &dialog : std::exchange(m_aside, {})) {
        if (!dialog)
            continue;
        dialog->setAttribute(Qt::WA_DontShowOnScreen, false);
        dialog->open();
    }
}

void DeskWindows::closeAll()
{
    for (const auto &dialog : std::exchange(m_aside, {})) {
        if (dialog)
            dialog->reject(); // forgets what was typed
        delete dialog.data();
    }
    closeVisible();
}

bool DeskWindows::eventFilter(QObject *watched, QEvent *event)
{
    const bool isLocked = m_workbench.person() && !m_workbench.isWorking();
    if (event->type() == QEvent::Show && isLocked) {
        if (auto *dialog = qobject_cast<QDialog *>(watched)) {
            dialog->setAttribute(Qt::WA_DontShowOnScreen);
            QMetaObject::invokeMethod(dialog, &QDialog::hide, Qt::QueuedConnection); // or it would take the lock page's keys
            m_aside.append(dialog);
        }
    }
    return QObject::eventFilter(watched, event);
}

void DeskWindows::closeVisible()
{
    for (QWidget *widget : QApplication::topLevelWidgets()) {
        if (auto *dialog = qobject_cast<QDialog *>(widget); dialog && dialog->isVisible())
            dialog->reject();
    }
}

} // namespace gatehouse::admin
