// SPDX-License-Identifier: GPL-3.0-or-later
#include "paperdesk.h"

#include "badges/bearer.h"
#include "badges/sheets.h"
#include "texts.h"
#include "usecases/musters.h"
#include "usecases/staffbadges.h"

namespace gatehouse::admin
{

using namespace Qt::StringLiterals;

PaperDesk::PaperDesk(Workbench &workbench, AppSettings &settings, QObject *parent)
    : QObject(parent), m_workbench(workbench), m_settings(settings)
{
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
    const badges::Format format =
        m_settings.badgeFormat() == u"label" ? badges::Format::Label62x100 : badges::Format::Card86x54;
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

void PaperDesk::printRollCall()
{
    struct Count {
        std::vector<usecases::PersonHere> rows;
        bool drill = false;
        bool noted = false;
    };
    const QDateTime now = m_workbench.now();
    m_workbench.act(
        this,
        [locked = !m_workbench.isWorking()](Seat &seat) -> Result<Count> {
            GATEHOUSE_TRY_ASSIGN(const usecases::StaffSession *session, seat.session());
            Count count;
            GATEHOUSE_TRY_ASSIGN(count.rows, usecases::whoIsHere(seat.workplace(), *session, seat.cards()));
            const auto running = seat.workplace().authority.rooms().musters.running();
            count.drill = running && running->drill;
            // It comes out while it burns, whether the log can be written or not (R24).
            count.noted =
                usecases::recordRollCall(seat.workplace(), *session, static_cast<int>(count.rows.size()), locked).has_value();
            return count;
        },
        [this, now](const Result<Count> &count) {
            if (!count) {
                Q_EMIT said(Tone::Bad, Texts::error(count.error()));
                return;
            }
            badges::RollCall sheet;
            sheet.siteName = m_workbench.directory().siteName;
            sheet.assemblyPoint = m_workbench.directory().places.assemblyPoint;
            sheet.backupSite = m_workbench.directory().places.backupSite;
            sheet.takenAt = now;
            sheet.takenBy = m_workbench.person() ? m_workbench.person()->staff.number : QString();
            sheet.drill = count->drill;
            sheet.noted = count->noted;
            // Where a door saw them last; who passed no door may be anywhere in what the visit admits to.
            for (const usecases::PersonHere &row : count->rows) {
                const QString name = row.isHelpers()      ? tr("%n helper(s) of an emergency", nullptr, row.heads)
                                     : row.name.isEmpty() ? row.label
                                                          : row.name;
                const QString zone = Texts::zoneNames(m_workbench.directory(),
                                                      row.lastSeen ? std::vector<domain::ZoneId>{*row.lastSeen} : row.zones);
                sheet.rows.append({name, row.company, row.hostName, zone, row.since});
            }
            const QString title = u"roll-call-"_s + now.toLocalTime().toString(u"yyyyMMdd-HHmmss");
            spool(
                [sheet, title](const badges::Printer &target) {
                    return badges::print(badges::rollCallPages(sheet, badges::FontMeasure()), title, target);
                },
                sheet.noted ? QString() : tr("The log could not be written: this roll call is not in it."));
        });
}

} // namespace gatehouse::admin
