// SPDX-License-Identifier: GPL-3.0-or-later
#include "timequestion.h"

#include "style/focusring.h"
#include "texts.h"
#include "usecases/confirmtime.h"
#include "windows/parts/widgets.h"

#include <QMessageBox>
#include <QPushButton>

namespace gatehouse::admin
{

using namespace Qt::StringLiterals;

namespace
{
struct TimeTexts {
    Q_DECLARE_TR_FUNCTIONS(gatehouse::admin::TimeQuestion)
};

QMessageBox *timeBox(const QString &objectName, const QString &text, QWidget *window)
{
    auto *box = new QMessageBox(QMessageBox::NoIcon, TimeTexts::tr("The time"), text, QMessageBox::Cancel, window);
    box->setObjectName(objectName);
    box->setTextFormat(Qt::PlainText);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->button(QMessageBox::Cancel)->setIcon({}); // words, as everywhere else
    box->setDefaultButton(QMessageBox::Cancel);
    return box;
}

void sayError(const Error &error, QWidget *window)
{
    timeBox(u"timeErrorDialog"_s, Texts::error(error), window)->open();
}

void confirm(Workbench &workbench, QWidget *window)
{
    workbench.act(
        window,
        [](Seat &seat) -> Result<void> {
            GATEHOUSE_TRY_ASSIGN(const usecases::StaffSession *session, seat.session());
            return usecases::confirmTime(seat.workplace(), *session);
        },
        [&workbench, window](const Result<void> &done) {
            workbench.retry(); // what is believed again is said at once
            if (!done && done.error().code != ErrorCode::Conflict)
                sayError(done.error(), window);
        });
}

void ask(Workbench &workbench, const usecases::ClockDoubt &doubt, QWidget *window)
{
    const QString now = Texts::dateTime(doubt.now);
    if (!doubt.ranEvenly) {
        timeBox(
            u"timeWasSetDialog"_s,
            TimeTexts::tr(
                "This machine says %1, but its clock was set while Gatehouse ran. Set it right, or end Gatehouse and start it "
                "again; then the time can be confirmed.")
                .arg(now),
            window)
            ->open();
        return;
    }
    const QString writer = doubt.setBy ? u"\n\n"_s + TimeTexts::tr("That entry is number %1 and was written by %2.")
                                                         .arg(doubt.setBy->sequence)
                                                         .arg(doubt.setBy->by)
                                       : QString();
    QMessageBox *box = timeBox(
        u"timeDialog"_s,
        TimeTexts::tr("This machine says %1. The latest entry of the log says %2, which is still to come. Look at another "
                      "clock: is this machine's time right? Your answer is written to the log, and all stations go by "
                      "it.")
                .arg(now, Texts::dateTime(doubt.floor)) +
            writer,
        window);
    QPushButton *yes = box->addButton(TimeTexts::tr("The time is right"), QMessageBox::AcceptRole);
    yes->setObjectName(u"timeIsRight"_s);
    yes->setIcon({});
    setRole(yes, "primary");
    new FocusRing(box);
    QObject::connect(yes, &QPushButton::clicked, window, [&workbench, window] { confirm(workbench, window); });
    box->open();
}
} // namespace

void askWhetherTimeIsRight(Workbench &workbench, QWidget *window)
{
    workbench.ask(
        window, [](Seat &seat) { return usecases::clockDoubt(seat.workplace()); },
        [&workbench, window](const Result<std::optional<usecases::ClockDoubt>> &doubt) {
            if (!doubt)
                sayError(doubt.error(), window);
            else if (*doubt)
                ask(workbench, **doubt, window);
            else
                workbench.retry(); // it is believed by now
        });
}

} // namespace gatehouse::admin
