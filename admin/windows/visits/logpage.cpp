// SPDX-License-Identifier: GPL-3.0-or-later
#include "logpage.h"

#include "domain/presencebook.h"
#include "models/visitrows.h"
#include "usecases/exportfile.h"
#include "windows/parts/recordview.h"
#include "windows/parts/widgets.h"

#include <QFileDialog>
#include <QHeaderView>
#include <QKeyEvent>
#include <QScrollArea>
#include <QSignalBlocker>

#include <algorithm>

namespace gatehouse::admin
{

using namespace Qt::StringLiterals;
using namespace domain;

namespace
{
constexpr int typingMs = 120;
constexpr int dateFrame = 62; ///< padding and the arrow beside a date
constexpr int detailsWidth = 400;
const QList<int> logStretches{0, 0, 0, 5, 3, 2, 2, 2, 0}; ///< a name is whole, before zones are shown
const QList<int> logYielding{6, 7, 4, 5};                 ///< zones, who authorised, company, host: the details say them too
} // namespace

LogPage::LogPage(Workbench &workbench, AppSettings &settings, QWidget *parent)
    : Page(workbench, settings, parent), m_table(new RecordTable(this))
{
    setObjectName(u"logPage"_s);
    m_table->setColumns(VisitRows::logTitles());
    m_view = new RecordView(m_table, RecordView::Scrolling, this);
    m_view->setObjectName(u"logTable"_s);
    m_view->setStretches(logStretches);
    m_view->setYielding(logYielding);
    auto *body = new QHBoxLayout;
    body->setSpacing(0);
    body->addWidget(m_view, 1);
    body->addWidget(buildDetails());
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(buildFilters());
    layout->addLayout(body, 1);
    m_typing.setSingleShot(true);
    m_typing.setInterval(typingMs);
    connect(&m_typing, &QTimer::timeout, this, &LogPage::search);
    connect(m_view, &RecordView::keySelected, this, &LogPage::showDetails);
    connect(m_view, &RecordView::keyActivated, this, [this](const QString &key) { Q_EMIT openAsked(VisitId::fromText(key)); });
    connect(&m_workbench, &Workbench::changed, this, [this] {
        if (isVisible())
            m_typing.start();
    });
    connect(&m_workbench, &Workbench::directoryChanged, this, &LogPage::fillFilters);
    retranslate();
    showDetails({});
}

QWidget *LogPage::buildFilters()
{
    auto *bar = new QWidget(this);
    auto *filters = new QHBoxLayout;
    filters->setSpacing(8);
    buildDates(*filters, bar);
    buildChoices(*filters, bar);
    m_export = makeButton(bar, u"exportCsv"_s);
    filters->addStretch(1);
    filters->addWidget(m_export);
    m_all = makeButton(bar, u"logShowAll"_s, "quiet");
    m_count = makeLabel(bar, "muted");
    m_count->setObjectName(u"logCount"_s);
    auto *found = new QHBoxLayout;
    found->setSpacing(12);
    found->addWidget(m_count);
    found->addWidget(m_all);
    found->addStretch(1);
    auto *lines = new QVBoxLayout(bar);
    lines->setContentsMargins(22, 10, 22, 8);
    lines->setSpacing(6);
    lines->addLayout(filters);
    lines->addLayout(found);
    connect(m_all, &QPushButton::clicked, this, &LogPage::showAll);
    connect(m_export, &QPushButton::clicked, this, &LogPage::askExport);
    forgetSearch();
    return bar;
}

void LogPage::buildDates(QHBoxLayout &filters, QWidget *bar)
{
    m_dated = new QCheckBox(bar);
    m_dated->setObjectName(u"filterDates"_s);
    m_from = new QDateEdit(bar);
    m_from->setObjectName(u"filterFrom"_s);
    m_until = new QDateEdit(bar);
    m_until->setObjectName(u"filterUntil"_s);
    m_untilLabel = makeLabel(bar);
    for (QDateEdit *date : {m_from, m_until}) {
        date->setDisplayFormat(u"yyyy-MM-dd"_s);
        date->setCalendarPopup(true);
        date->ensurePolished(); // the style's font is wider
        date->setMinimumWidth(date->fontMetrics().horizontalAdvance(u"2026-10-24"_s) + dateFrame);
        date->setEnabled(false);
        connect(date, &QDateEdit::dateChanged, this, [this] { m_typing.start(); });
    }
    connect(m_dated, &QCheckBox::toggled, this, [this](bool on) {
        m_from->setEnabled(on);
        m_until->setEnabled(on);
        search();
    });
    filters.addWidget(m_dated);
    filters.addWidget(m_from);
    filters.addWidget(m_untilLabel);
    filters.addWidget(m_until);
}

void LogPage::buildChoices(QHBoxLayout &filters, QWidget *bar)
{
    m_host = new QComboBox(bar);
    m_host->setObjectName(u"filterHost"_s);
    m_zone = new QComboBox(bar);
    m_zone->setObjectName(u"filterZone"_s);
    m_state = new QComboBox(bar);
    m_state->setObjectName(u"filterState"_s);
    for (QComboBox *filter : {m_host, m_zone, m_state}) {
        filter->setMaximumWidth(190);
        connect(filter, &QComboBox::activated, this, &LogPage::search);
        filters.addWidget(filter);
    }
}

QWidget *LogPage::buildDetails()
{
    auto *scroll = new QScrollArea(this);
    m_detailsPane = scroll;
    scroll->setFixedWidth(detailsWidth);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_details = new QWidget(scroll);
    auto *layout = new QVBoxLayout(m_details);
    layout->setContentsMargins(20, 18, 20, 18);
    layout->setSpacing(12);
    m_about = makeLabel(m_details, "muted");
    m_about->setObjectName(u"logAbout"_s);
    m_about->setWordWrap(true);
    m_open = makeButton(m_details, u"openFromLog"_s);
    m_history = new RecordTable(this);
    m_history->setColumns(VisitRows::historyTitles());
    m_historyView = new RecordView(m_history, RecordView::Fitted, m_details);
    m_historyView->setObjectName(u"history"_s);
    m_historyView->setProperty("role", u"framed"_s);
    m_historyView->horizontalHeader()->hide();
    m_proofCard = makeFrame(m_details, "card");
    auto *proof = new QVBoxLayout(m_proofCard);
    m_proof = makeLabel(m_proofCard, "good");
    m_proof->setObjectName(u"proof"_s);
    m_proof->setWordWrap(true);
    m_proofText = makeLabel(m_proofCard, "muted");
    m_proofText->setObjectName(u"proofWords"_s);
    m_proofText->setWordWrap(true);
    proof->addWidget(m_proof);
    proof->addWidget(m_proofText);
    layout->addLayout(buildDetailsHead());
    layout->addWidget(m_about);
    layout->addWidget(m_historyView);
    layout->addWidget(m_proofCard);
    layout->addWidget(m_open, 0, Qt::AlignLeft);
    layout->addStretch(1);
    scroll->setWidget(m_details);
    connect(m_open, &QPushButton::clicked, this, [this] { Q_EMIT openAsked(VisitId::fromText(m_view->selectedKey())); });
    return scroll;
}

QLayout *LogPage::buildDetailsHead()
{
    m_name = makeLabel(m_details, "title");
    m_name->setObjectName(u"logName"_s);
    m_name->setWordWrap(true);
    m_close = makeButton(m_details, u"closeLogDetails"_s, "quiet");
    auto *head = new QHBoxLayout;
    head->setSpacing(12);
    head->addWidget(m_name, 1);
    head->addWidget(m_close, 0, Qt::AlignTop);
    connect(m_close, &QPushButton::clicked, this, &LogPage::closeDetails);
    return head;
}

/// No shortcut: while a decision can be called back, Esc is that of the window.
void LogPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_detailsPane->isVisible())
        closeDetails();
    else
        Page::keyPressEvent(event);
}

/// The table has the whole width again.
void LogPage::closeDetails()
{
    m_view->setFocus();
    m_view->selectKey({});
}

QString LogPage::title() const
{
    return tr("Visit log");
}

void LogPage::start()
{
    fillFilters();
    m_export->setVisible(m_workbench.has(Role::Manager) || m_workbench.has(Role::Auditor)); // as exportCsv() asks
    search();
}

void LogPage::wipe()
{
    ++*m_newest; // answers on their way are not shown
    m_rows.clear();
    m_table->clear();
    m_noDate.clear();
    m_count->clear();
    showDetails({});
}

void LogPage::forgetSearch()
{
    const QSignalBlocker quietDated(m_dated);
    const QSignalBlocker quietFrom(m_from);
    const QSignalBlocker quietUntil(m_until);
    const QDate today = m_workbench.now().toLocalTime().date();
    m_text.clear();
    m_dated->setChecked(false);
    m_from->setDate(today.addMonths(-1));
    m_until->setDate(today);
    for (QDateEdit *date : {m_from, m_until})
        date->setEnabled(false);
    for (QComboBox *filter : {m_host, m_zone, m_state})
        filter->setCurrentIndex(filter->count() > 0 ? 0 : -1);
    showWhetherNarrowed();
}

void LogPage::showAll()
{
    forgetSearch();
    Q_EMIT searchCleared();
    focusFirst();
}

/// What hides a part of the log can be seen and undone in one press.
void LogPage::showWhetherNarrowed()
{
    m_all->setVisible(isNarrowed());
}

bool LogPage::isNarrowed() const
{
    return !m_text.isEmpty() || m_dated->isChecked() || m_host->currentIndex() > 0 || m_zone->currentIndex() > 0 ||
           m_state->currentIndex() > 0;
}

void LogPage::focusFirst()
{
    m_view->setFocus();
    search();
}

void LogPage::setSearch(const QString &text)
{
    if (text == m_text)
        return;
    m_text = text;
    m_typing.start();
}

usecases::LogSearch LogPage::query() const
{
    usecases::LogSearch search;
    search.text = m_text;
    for (const VisitState state : visitStates())
        search.stateWords.push_back({Texts::visitState(state), state});
    if (m_dated->isChecked()) {
        search.from = m_from->date();
        search.until = m_until->date();
    }
    const QString host = m_host->currentData().toString();
    if (!host.isEmpty())
        search.host = StaffId::fromText(host);
    const QString zone = m_zone->currentData().toString();
    if (!zone.isEmpty())
        search.zone = ZoneId{zone};
    if (const auto state = visitStateFromName(m_state->currentData().toString()))
        search.states = {*state};
    return search;
}

void LogPage::search()
{
    m_typing.stop();
    showWhetherNarrowed();
    if (!m_workbench.isWorking())
        return;
    const int generation = ++*m_newest;
    m_workbench.ask(
        this,
        [newest = m_newest, generation, search = query()](Seat &seat) -> Result<std::vector<usecases::VisitRow>> {
            if (newest->load() != generation)
                return std::vector<usecases::VisitRow>(); // a newer query waits behind this one
            GATEHOUSE_TRY_ASSIGN(const usecases::StaffSession *session, seat.session());
            return usecases::searchLog(seat.workplace(), *session, seat.cards(), search);
        },
        [this, generation](Result<std::vector<usecases::VisitRow>> rows) { took(generation, std::move(rows)); });
}

void LogPage::took(int generation, Result<std::vector<usecases::VisitRow>> rows)
{
    if (generation != m_newest->load() || !m_workbench.isWorking())
        return;
    m_noDate = rows ? QString() : usecases::wrongDate(rows.error());
    if (!rows && m_noDate.isEmpty()) {
        m_count->setText(Texts::trouble(rows.error()));
        return;
    }
    m_rows = std::move(rows).value_or(std::vector<usecases::VisitRow>());
    m_table->setRows(VisitRows::log(m_rows, m_workbench.directory()));
    m_view->setStretches(logStretches);
    sayWhyEmpty();
    sayCount();
    m_export->setEnabled(!m_rows.empty());
    if (!m_view->selectedKey().isEmpty())
        showDetails(m_view->selectedKey());
}

void LogPage::sayCount()
{
    const int shown = static_cast<int>(m_rows.size());
    m_count->setText(shown >= usecases::LogSearch{}.limit ? tr("the newest %n visit(s)", nullptr, shown)
                                                          : tr("%n visit(s)", nullptr, shown));
}

void LogPage::sayWhyEmpty()
{
    m_view->setEmptyText(m_noDate.isEmpty()
                             ? (isNarrowed() ? tr("No visit fits what you are looking for.") : tr("No visits yet."))
                             : tr("“%1” is no date. Write a day as 2026-11-24, a month as 2026-11, and from and "
                                  "until as 2026-11-10..2026-11-20.")
                                   .arg(m_noDate));
}

void LogPage::fillFilters()
{
    const auto refill = [](QComboBox *box, const QString &all, const QList<QPair<QString, QString>> &entries) {
        const QSignalBlocker quiet(box);
        const QString chosen = box->currentData().toString();
        box->clear();
        box->addItem(all, QString());
        for (const auto &[text, value] : entries)
            box->addItem(text, value);
        box->setCurrentIndex(qMax(0, box->findData(chosen)));
    };
    QList<QPair<QString, QString>> hosts;
    for (const Staff &staff : m_workbench.directory().staff)
        hosts.append({staff.name, staff.id.text()});
    std::sort(hosts.begin(), hosts.end());
    refill(m_host, tr("All hosts"), hosts);
    QList<QPair<QString, QString>> zones;
    for (const Zone &zone : m_workbench.directory().zones)
        zones.append({Texts::zoneName(zone), zone.id.key});
    refill(m_zone, tr("All zones"), zones);
    QList<QPair<QString, QString>> states;
    for (const VisitState state : {VisitState::Requested, VisitState::Approved, VisitState::OnSite, VisitState::Departed,
                                   VisitState::Denied, VisitState::Lapsed, VisitState::Attended}) // nobody closes visits
        states.append({Texts::visitState(state), visitStateName(state)});
    refill(m_state, tr("All states"), states);
}

const usecases::VisitRow *LogPage::row(const QString &key) const
{
    const VisitId id = VisitId::fromText(key);
    const auto found =
        std::find_if(m_rows.begin(), m_rows.end(), [&](const usecases::VisitRow &one) { return one.visit.id == id; });
    return found == m_rows.end() ? nullptr : &*found;
}

/// What was asked for, by whom, and what came of it: a line each.
QString LogPage::about(const usecases::VisitRow &shown) const
{
    const SiteDirectory &site = m_workbench.directory();
    const auto line = [](QStringList parts) {
        parts.removeAll(QString());
        return parts.join(u" · "_s);
    };
    const QString day = shown.visit.requestedAt.toLocalTime().date().toString(Qt::ISODate);
    QStringList lines{
        line({visitLabel(shown.visit.number), day, Texts::purposeName(site, shown.visit.purpose), shown.company}),
        line({shown.hostName.isEmpty() ? QString() : tr("to %1").arg(shown.hostName),
              Texts::zoneNames(site, shown.visit.zones)}),
        shown.decidedByName.isEmpty()
            ? QString()
            : (shown.authorisedByName().isEmpty() ? tr("Denied by %1") : tr("Authorised by %1")).arg(shown.decidedByName),
        VisitRows::leftByWrongClock(shown)
            ? tr("Left at %1, before entering: a station's clock was wrong").arg(Texts::dateTime(*shown.visit.leftAt))
            : QString(),
        shown.badgeSerial ? tr("badge %1").arg(domain::serialText(*shown.badgeSerial)) : QString()};
    lines.removeAll(QString());
    return lines.join(u'\n');
}

void LogPage::showDetails(const QString &key)
{
    const usecases::VisitRow *shown = row(key);
    m_detailsPane->setVisible(shown != nullptr); // the table has the whole width until a visit is chosen
    if (!shown) {
        forgetHistory();
        setFreeText(m_name, {});
        setFreeText(m_about, {});
        return;
    }
    setFreeText(m_name, VisitRows::visitorName(*shown, m_workbench.directory()));
    setFreeText(m_about, about(*shown));
    if (key != m_shownKey) // no visit stands under the proof of another
        forgetHistory();
    const VisitId id = shown->visit.id;
    m_workbench.ask(
        this,
        [id](Seat &seat) -> Result<History> {
            GATEHOUSE_TRY_ASSIGN(const usecases::StaffSession *session, seat.session());
            History history;
            GATEHOUSE_TRY_ASSIGN(history.entries, usecases::visitHistory(seat.workplace(), *session, id));
            const auto differs = usecases::differenceOf(seat.workplace(), *session, id);
            if (!differs && differs.error().code != ErrorCode::BadSignature)
                return fail(differs.error());
            history.whole = differs.has_value();
            history.differs = differs.value_or(std::nullopt);
            return history;
        },
        [this, key](const Result<History> &history) { tookHistory(key, history); });
}

void LogPage::forgetHistory()
{
    m_shown = {};
    m_shownKey.clear();
    m_history->clear();
    m_proofCard->hide();
}

void LogPage::tookHistory(const QString &key, const Result<History> &history)
{
    if (key != m_view->selectedKey() || !m_workbench.isWorking())
        return;
    if (!history) { // an earlier answer proves nothing about what is there now
        forgetHistory();
        m_count->setText(Texts::trouble(history.error()));
        return;
    }
    m_shown = *history;
    m_shownKey = key;
    m_proofCard->show();
    refreshDetails();
}

void LogPage::refreshDetails()
{
    const std::vector<usecases::HistoryEntry> &entries = m_shown.entries;
    m_history->setRows(VisitRows::history(entries, m_workbench.directory()));
    m_historyView->setStretches({0, 1, 0});
    const bool verified = !entries.empty() && std::all_of(entries.begin(), entries.end(),
                                                          [](const usecases::HistoryEntry &entry) { return entry.verified; });
    if (verified && m_shown.whole && !m_shown.differs) {
        setVerdict(m_proof, Tone::Good, tr("Proven by the ledger"));
        m_proofText->setText(tr("Entries %1 – %2, %n signature(s) verified", nullptr, static_cast<int>(entries.size()))
                                 .arg(entries.front().entry.sequence)
                                 .arg(entries.back().entry.sequence));
        return;
    }
    setVerdict(m_proof, Tone::Bad, tr("Not proven"));
    const QString why = m_shown.differs ? Texts::difference(*m_shown.differs)
                        : verified      ? tr("Entries about this visit are missing from the log.")
                                        : tr("At least one entry does not verify.");
    m_proofText->setText(Texts::paragraph({why, tr("Call the manager and run gatehousectl log verify.")}));
}

void LogPage::askExport()
{
    auto *dialog = new QFileDialog(this, tr("Export what is shown"), m_settings.pdfFolder(), tr("CSV files (*.csv)"));
    dialog->setObjectName(u"exportDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"csv"_s);
    dialog->setOption(QFileDialog::DontConfirmOverwrite); // an export replaces nothing
    dialog->selectFile(u"visits-%1.csv"_s.arg(m_workbench.now().toLocalTime().toString(u"yyyyMMdd-HHmm")));
    connect(dialog, &QFileDialog::fileSelected, this, &LogPage::exportTo);
    dialog->open();
}

void LogPage::exportTo(const QString &path)
{
    m_workbench.act(
        this,
        [table = VisitRows::exported(m_rows, m_workbench.directory()), path](Seat &seat) -> Result<void> {
            GATEHOUSE_TRY_ASSIGN(const usecases::StaffSession *session, seat.session());
            GATEHOUSE_TRY(usecases::requireNewFile(path));
            GATEHOUSE_TRY_ASSIGN(const QByteArray csv, usecases::exportCsv(seat.workplace(), *session, table));
            return usecases::writeNewFile(path, csv);
        },
        [this, path](const Result<void> &answer) {
            if (answer)
                Q_EMIT said(Tone::Good, tr("Exported: %1. The export is in the log.").arg(path));
            else
                Q_EMIT said(Tone::Bad, exportRefusal(answer.error()));
        });
}

QString LogPage::exportRefusal(const Error &error)
{
    if (error.detail == usecases::fileThere)
        return tr("There is a file of that name already: choose another name.");
    return error.detail == usecases::fileUnwritable ? tr("The file could not be written there.") : Texts::error(error);
}

void LogPage::retranslate()
{
    m_table->setColumns(VisitRows::logTitles());
    m_history->setColumns(VisitRows::historyTitles());
    m_view->setAccessibleName(tr("Visit log"));
    m_historyView->setAccessibleName(tr("History of the visit"));
    m_dated->setText(tr("From"));
    m_from->setAccessibleName(tr("From"));
    m_untilLabel->setText(tr("until"));
    m_until->setAccessibleName(tr("Until"));
    m_host->setAccessibleName(tr("Host"));
    m_zone->setAccessibleName(tr("Zone"));
    m_state->setAccessibleName(tr("State"));
    m_all->setText(tr("Show all"));
    m_export->setText(tr("Export CSV"));
    m_open->setText(tr("Open the case"));
    m_close->setText(tr("Close"));
    fillFilters();
    sayWhyEmpty();
    if (m_workbench.isWorking()) {
        m_table->setRows(VisitRows::log(m_rows, m_workbench.directory()));
        sayCount();
    }
    if (const usecases::VisitRow *shown = row(m_view->selectedKey())) {
        setFreeText(m_name, VisitRows::visitorName(*shown, m_workbench.directory()));
        setFreeText(m_about, about(*shown));
        refreshDetails();
    }
}

} // namespace gatehouse::admin
