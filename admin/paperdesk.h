// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "appsettings.h"
#include "badges/printers.h"
#include "badges/roomsheets.h"
#include "usecases/badges.h"
#include "usecases/musters.h"
#include "workbench.h"

#include <functional>

namespace gatehouse::admin
{

/// Prints what the desk prints: badges, the roll call, the recovery sheet. Draws and spools on the paper thread; says in a
/// sentence where the paper or the PDF file is, or why there is none. GUI thread.
class PaperDesk : public QObject
{
    Q_OBJECT

public:
    PaperDesk(Workbench &workbench, AppSettings &settings, QObject *parent = nullptr);

    /// Issues the badge at the desk and prints it; prints it again when it is out already.
    void printBadge(const domain::VisitId &visit);
    /// The visitor stays and has lost the badge: that one is dead, and another one is printed.
    void replaceLostBadge(const domain::VisitId &visit);
    /// A new badge for a staff member; the earlier one is dead from now on.
    void printStaffBadge(const domain::StaffId &staff);
    /// Who is on site, on paper, and noted in the log. It comes out while it burns (R24): where the database cannot be read at
    /// once, as learnt last; where it cannot be written at once, without a note of it. Both are said, on the paper too.
    void printRollCall();
    /// Keeps in mind who is on site, from now on with every change; not at a locked desk.
    void learnWhoIsHere();
    void forgetWhoIsHere();
    void printHandover(const badges::HandoverSheet &sheet);
    /// Numbers `from` to `to`, reserved before.
    void printPaperForms(int from, int to);
    void print(const QList<badges::Drawing> &pages, const QString &title);

    badges::Printer printer() const;

Q_SIGNALS:
    void said(gatehouse::admin::Tone tone, const QString &sentence);
    /// A path, or a printer's name.
    void printed(const QString &where);

private:
    struct HeadCount {
        std::vector<usecases::PersonHere> people;
        bool drill = false;
        bool noted = false;
        QDateTime readAt;
    };
    static Result<HeadCount> countHeads(Seat &seat);
    void printCount(const HeadCount &count, bool isAnew);
    void tookBadge(const Result<usecases::IssuedBadge> &issued);
    void printFace(const badges::BadgeFace &face);
    /// Runs it on the paper thread with the printer chosen now, and says what came of it, `butNote` with it.
    void spool(std::function<Result<QString>(const badges::Printer &)> job, const QString &butNote = {});
    void tookPrint(const Result<QString> &where, badges::Printer::Kind kind, const QString &butNote);

    Workbench &m_workbench;
    AppSettings &m_settings;
    std::optional<HeadCount> m_known;
    bool m_learning = false;
    bool m_learnAgain = false;
};

} // namespace gatehouse::admin
