// SPDX-License-Identifier: GPL-3.0-or-later
#include "paperdesk.h"

#include "badges/bearer.h"
#include "badges/sheets.h"
#include "texts.h"
#include "usecases/staffbadges.h"

#include <QTimer>

#include <atomic>
#include <utility>

namespace gatehouse::admin
{

using namespace Qt::StringLiterals;

namespace
{
constexpr std::chrono::milliseconds longestWait{700}; // for the roll call

Result<void> noteInHaste(Seat &seat, int people, bool locked)
{
    GATEHOUSE_TRY_ASSIGN(const usecases::StaffSession *session, seat.session());
    GATEHOUSE_TRY_ASSIGN(const auto store, seat.openHurried());
    const usecases::Workplace &here = seat.workplace();
    return usecases::recordRollCall({*store, here.clock, here.randomness, here.station, here.authority, here.time}, *session,
                                    people, locked);
}
} // namespace

PaperDesk::PaperDesk(Workbench &workbench, AppSettings &settings, QObject *parent)
    : QObject(parent), m_workbench(workbench), m_settings(settings)
{
    // Queued: the pages ask first.
    connect(&m_workbench, &Workbench::changed, this, &PaperDesk::learnWhoIsHere, Qt::QueuedConnection);
}

badges::Printer PaperDesk::printer() const
{
    if (m_settings.printer().isEmpty())
        return {badges::Printer::Kind::PdfFolder, m_settings.pdfFolder()};
    return {badges::Printer::Kind::System, m_settings.printer()};
}

void PaperDesk::printBadge(const domain::VisitId &visit)
{
    m_workbench.act(
        this,
        [visit](Seat &seat) -> Result<usecases::IssuedBadge> {
            GATEHOUSE_TRY_ASSIGN(const usecases::StaffSession *session, seat.session());
            return usecases::issueBadgeAtDesk(seat.workplace(), *session, visit);
        },
        [this](const Result<usecases::IssuedBadge> &issued) { tookBadge(issued); });
}

void PaperDesk::replaceLostBadge(const domain::VisitId &visit)
{
    m_workbench.act(
        this,
        [visit](Seat &seat) -> Result<usecases::IssuedBadge> {
            GATEHOUSE_TRY_ASSIGN(const usecases::StaffSession *session, seat.session());
            return usecases::replaceLostBadge(seat.workplace(), *session, visit);
        },
        [this](const Result<usecases::IssuedBadge> &issued) { tookBadge(issued); });
}

void PaperDesk::tookBadge(const Result<usecases::IssuedBadge> &issued)
{
    if (issued) {
        const auto &[name, company, host, portrait] = issued->face;
        printFace(badges::badgeFace({name, company, host, portrait}, issued->visit, issued->badge, issued->zones,
                                    issued->escortRequired, m_workbench.directory().siteName));
        return;
    }
    const Error &error = issued.error();
    Q_EMIT said(Tone::Bad, error.code == ErrorCode::Conflict
                               ? tr("There is no badge to print: the visit is over or has not been approved.")
                           : error.code == ErrorCode::Expired ? tr("The time of the visit is over: no badge is issued.")
                           : error.code == ErrorCode::Blocked
                               ? tr("The approvals do not verify: no badge is issued. Call the manager.")
                               : Texts::error(error));
}

void PaperDesk::printStaffBadge(const domain::StaffId &staff)
{
    m_workbench.act(
        this,
        [staff](Seat &seat) -> Result<usecases::StaffBadge> {
            GATEHOUSE_TRY_ASSIGN(const usecases::StaffSession *session, seat.session());
            return usecases::issueStaffBadge(seat.workplace(), *session, staff);
        },
        [this](const Result<usecases::StaffBadge> &badge) {
            if (!badge) {
                Q_EMIT said(Tone::Bad, Texts::error(badge.error()));
                return;
            }
            badges::BadgeFace face;
            face.staff = true;
            face.name = badge->staff.name;
            face.company = u"工号 Staff number "_s + badge->staff.number;
            face.label = badge->staff.number;
            face.validFrom = m_workbench.now();
            face.validUntil = badge->validUntil;
            face.token = badge->token;
            face.siteName = m_workbench.directory().siteName;
            printFace(face);
        });
}

void PaperDesk::printFace(const badges::BadgeFace &face)
{
    const badges::Format format = badges::formatNamed(m_settings.badgeFormat()).value_or(badges::Format::Card86x54);
    spool([face, format](const badges::Printer &target) { return badges::print(face, format, target); });
}

void PaperDesk::spool(std::function<Result<QString>(const badges::Printer &)> job, const QString &butNote)
{
    m_workbench.offload(
        this, [job = std::move(job), target = printer()] { return job(target); },
        [this, kind = printer().kind, butNote](const Result<QString> &where) { tookPrint(where, kind, butNote); });
}

void PaperDesk::tookPrint(const Result<QString> &where, badges::Printer::Kind kind, const QString &butNote)
{
    if (!where) {
        Q_EMIT said(
            Tone::Bad,
            where.error().code == ErrorCode::Full ? tr("The disk is full: nothing was printed. Make room and print again.")
            : kind == badges::Printer::Kind::PdfFolder
                ? tr("The folder for PDF files cannot be written: nothing was printed. Choose another one in the settings and "
                     "print again.")
                : tr("The printer is not there: nothing was printed. Choose another one in the settings and print again."));
        return;
    }
    Q_EMIT printed(*where);
    const QString done =
        kind == badges::Printer::Kind::PdfFolder ? tr("Saved as a PDF file: %1").arg(*where) : tr("Printed: %1").arg(*where);
    if (butNote.isEmpty())
        Q_EMIT said(Tone::Good, done);
    else
        Q_EMIT said(Tone::Warn, Texts::paragraph({butNote, done}));
}

void PaperDesk::print(const QList<badges::Drawing> &pages, const QString &title)
{
    spool([pages, title](const badges::Printer &target) { return badges::print(pages, title, target); });
}

void PaperDesk::printHandover(const badges::HandoverSheet &sheet)
{
    const QString title = u"handover-"_s + m_workbench.now().toLocalTime().toString(u"yyyyMMdd-HHmmss"_s);
    spool([sheet, title](const badges::Printer &target) {
        return badges::print({badges::handoverPage(sheet, badges::FontMeasure())}, title, target);
    });
}

void PaperDesk::printPaperForms(int from, int to)
{
    const QString title = u"paper-%1-%2"_s.arg(from).arg(to);
    spool([from, to, title, site = m_workbench.directory().siteName](const badges::Printer &target) {
        return badges::print(badges::paperFormPages(site, from, to, badges::FontMeasure()), title, target);
    });
}

Result<PaperDesk::HeadCount> PaperDesk::countHeads(Seat &seat)
{
    GATEHOUSE_TRY_ASSIGN(const usecases::StaffSession *session, seat.session());
    HeadCount count;
    GATEHOUSE_TRY_ASSIGN(count.people, usecases::whoIsHere(seat.workplace(), *session, seat.cards()));
    const auto running = seat.workplace().authority.rooms().musters.running();
    count.drill = running && running->drill;
    count.readAt = seat.workplace().clock.now();
    return count;
}

void PaperDesk::learnWhoIsHere()
{
    if (!m_workbench.isWorking() || !m_workbench.canRead())
        return;
    if (m_learning) {
        m_learnAgain = true;
        return;
    }
    m_learning = true;
    m_workbench.ask(this, &PaperDesk::countHeads, [this](Result<HeadCount> count) {
        m_learning = false;
        if (count && m_workbench.isWorking())
            m_known = std::move(*count);
        if (std::exchange(m_learnAgain, false))
            learnWhoIsHere();
    });
}

void PaperDesk::forgetWhoIsHere()
{
    m_known.reset();
}

void PaperDesk::printRollCall()
{
    const auto printed = std::make_shared<std::atomic<bool>>(false); // by the worker's list, or by the known one
    const auto printKnown = [this, printed] {
        const bool prints = m_known && !printed->exchange(true);
        if (prints)
            printCount(*m_known, false);
        return prints;
    };
    QTimer::singleShot(longestWait, this, printKnown);
    m_workbench.act(
        this,
        [printed, locked = !m_workbench.isWorking()](Seat &seat) -> Result<HeadCount> {
            GATEHOUSE_TRY_ASSIGN(HeadCount count, countHeads(seat));
            if (printed->exchange(true))
                return fail(ErrorCode::Conflict, u"printed"_s);
            count.noted = noteInHaste(seat, static_cast<int>(count.people.size()), locked).has_value();
            return count;
        },
        [this, printed, printKnown](const Result<HeadCount> &count) {
            if (count)
                printCount(*count, true);
            else if (!printKnown() && !*printed)
                Q_EMIT said(Tone::Bad, Texts::error(count.error()));
        });
}

void PaperDesk::printCount(const HeadCount &count, bool isAnew)
{
    const QDateTime now = m_workbench.now();
    badges::RollCall sheet;
    sheet.siteName = m_workbench.directory().siteName;
    sheet.assemblyPoint = m_workbench.directory().places.assemblyPoint;
    sheet.backupSite = m_workbench.directory().places.backupSite;
    sheet.takenAt = now;
    sheet.takenBy = m_workbench.person() ? m_workbench.person()->staff.number : QString();
    sheet.drill = count.drill;
    sheet.noted = count.noted;
    sheet.asOf = isAnew ? QDateTime() : count.readAt;
    // Where a door saw them last; who passed no door may be anywhere in what the visit admits to.
    for (const usecases::PersonHere &row : count.people) {
        const QString name = row.isHelpers()      ? tr("%n helper(s) of an emergency", nullptr, row.heads)
                             : row.name.isEmpty() ? row.label
                                                  : row.name;
        const QString zone =
            Texts::zoneNames(m_workbench.directory(), row.lastSeen ? std::vector<domain::ZoneId>{*row.lastSeen} : row.zones);
        sheet.rows.append({name, row.company, row.hostName, zone, row.since});
    }
    QStringList doubts;
    if (!sheet.noted)
        doubts << tr("The log could not be written: this roll call is not in it.");
    if (!isAnew)
        doubts << tr("The database did not answer at once: the list is of %1.").arg(Texts::shortTime(count.readAt, now));
    const QString title = u"roll-call-"_s + now.toLocalTime().toString(u"yyyyMMdd-HHmmss");
    spool(
        [sheet, title](const badges::Printer &target) {
            return badges::print(badges::rollCallPages(sheet, badges::FontMeasure()), title, target);
        },
        Texts::paragraph(doubts));
}

} // namespace gatehouse::admin
