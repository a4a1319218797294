// SPDX-License-Identifier: GPL-3.0-or-later
#include "onsitepage.h"

#include "models/visitrows.h"
#include "windows/parts/recordview.h"
#include "windows/parts/widgets.h"

#include <QHBoxLayout>
#include <QTimer>

#include <algorithm>

namespace gatehouse::admin
{

using namespace Qt::StringLiterals;
using namespace domain;

namespace
{
constexpr int overdueRefreshMs = 30000; // somebody becomes overdue without anything being written
constexpr int namedAtMost = 3;
} // namespace

OnSitePage::OnSitePage(Workbench &workbench, AppSettings &settings, QWidget *parent)
    : Page(workbench, settings, parent), m_table(new RecordTable(this))
{
    setObjectName(u"onSitePage"_s);
    m_table->setColumns(VisitRows::onSiteTitles());
    m_view = new RecordView(m_table, RecordView::Scrolling, this);
    m_view->setObjectName(u"onSiteTable"_s);
    m_view->setStretches({3, 3, 2, 3, 0, 0, 0, 0});
    m_summary = makeLabel(this, "heading");
    m_summary->setObjectName(u"onSiteSummary"_s);
    m_doubt = makeLabel(this, "bad");
    m_doubt->setObjectName(u"onSiteDoubt"_s);
    m_doubt->setWordWrap(true);
    m_doubt->setContentsMargins(22, 0, 22, 10);
    m_doubt->hide();
    m_looksOnly = makeLabel(this, "muted");
    m_looksOnly->setObjectName(u"onSiteLooksOnly"_s);
    m_looksOnly->setWordWrap(true);
    m_readBadge = makeButton(this, u"readBadge"_s);
    m_rollCall = makeButton(this, u"rollCall"_s, "primary");
    m_open = makeButton(this, u"openOnSite"_s);
    m_print = makeButton(this, u"printAgain"_s);
    m_lost = makeButton(this, u"badgeLost"_s);
    m_depart = makeButton(this, u"departWithoutBadge"_s, "danger");
    auto *head = new QHBoxLayout;
    head->setContentsMargins(22, 14, 22, 10);
    head->setSpacing(12);
    head->addWidget(m_summary, 1);
    head->addWidget(m_readBadge);
    head->addWidget(m_rollCall);
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(22, 12, 22, 14);
    foot->setSpacing(12);
    foot->addWidget(m_looksOnly, 1);
    foot->addStretch(1);
    foot->addWidget(m_open);
    foot->addWidget(m_print);
    foot->addWidget(m_lost);
    foot->addWidget(m_depart);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(m_doubt);
    layout->addWidget(m_view, 1);
    layout->addLayout(foot);
    connect(m_view, &RecordView::keySelected, this, &OnSitePage::refresh);
    connect(m_view, &RecordView::keyActivated, this, [this](const QString &key) { Q_EMIT openAsked(VisitId::fromText(key)); });
    connect(m_view, &QTableView::doubleClicked, this, [this] { Q_EMIT openAsked(selected()); });
    connect(m_readBadge, &QPushButton::clicked, this, &OnSitePage::readBadgeAsked);
    connect(m_rollCall, &QPushButton::clicked, this, &OnSitePage::rollCallAsked);
    connect(m_open, &QPushButton::clicked, this, [this] { Q_EMIT openAsked(selected()); });
    connect(m_print, &QPushButton::clicked, this, [this] { Q_EMIT printAsked(selected()); });
    connect(m_lost, &QPushButton::clicked, this, [this] { Q_EMIT lostAsked(selected(), selectedName()); });
    connect(m_depart, &QPushButton::clicked, this, [this] { Q_EMIT departAsked(selected(), selectedName()); });
    connect(&m_workbench, &Workbench::changed, this, &OnSitePage::reload);
    connect(&m_workbench, &Workbench::directoryChanged, this, &OnSitePage::refresh);
    auto *timer = new QTimer(this);
    connect(timer, &QTimer::timeout, this, &OnSitePage::refresh);
    timer->start(overdueRefreshMs);
    retranslate();
}

QString OnSitePage::title() const
{
    return tr("On site");
}

void OnSitePage::start()
{
    reload();
}

void OnSitePage::wipe()
{
    m_rows.clear();
    m_overdue.reset();
    m_table->clear();
    m_summary->clear();
    refreshDoubt();
}

void OnSitePage::focusFirst()
{
    m_view->setFocus();
    if (m_view->selectedKey().isEmpty() && m_table->rowCount() > 0)
        m_view->setCurrentIndex(m_table->index(0, 0));
}

VisitId OnSitePage::selected() const
{
    return VisitId::fromText(m_view->selectedKey());
}

QString OnSitePage::selectedName() const
{
    return m_table->data(m_table->index(m_view->currentIndex().row(), 0), Qt::DisplayRole).toString();
}

void OnSitePage::reload()
{
    if (!m_workbench.isWorking())
        return;
    if (m_loading) {
        m_again = true;
        return;
    }
    m_loading = true;
    m_workbench.ask(
        this,
        [](Seat &seat) -> Result<std::vector<usecases::VisitRow>> {
            GATEHOUSE_TRY_ASSIGN(const usecases::StaffSession *session, seat.session());
            return usecases::visitsOnSite(seat.workplace(), *session, seat.cards());
        },
        [this](Result<std::vector<usecases::VisitRow>> rows) {
            m_loading = false;
            if (rows && m_workbench.isWorking()) {
                m_rows = std::move(*rows);
                if (!m_overdue)
                    m_overdue = overdue();
                refresh();
            }
            if (std::exchange(m_again, false))
                reload();
        });
}

void OnSitePage::refresh()
{
    const QDateTime now = m_workbench.now();
    const auto late = [&](const usecases::VisitRow &row) { return isOverdue(row.visit, now); };
    std::stable_partition(m_rows.begin(), m_rows.end(), late);
    m_table->setRows(VisitRows::onSite(m_rows, m_workbench.directory(), now));
    m_view->setStretches({3, 3, 2, 3, 0, 0, 0, 0});
    const int people = static_cast<int>(m_rows.size());
    const int overdue = static_cast<int>(std::count_if(m_rows.begin(), m_rows.end(), late));
    QString summary = people == 0 ? tr("Nobody from outside is on site.") : tr("%n visitor(s) on site", nullptr, people);
    if (overdue > 0)
        summary += u"  ·  "_s + tr("%n overdue", nullptr, overdue);
    m_summary->setText(summary);
    refreshDoubt();
    const bool any = !m_view->selectedKey().isEmpty();
    for (QPushButton *button : {m_open, m_print, m_lost, m_depart})
        button->setEnabled(any);
    for (QPushButton *button : {m_print, m_lost, m_depart})
        button->setVisible(m_workbench.mayDecide());
    m_looksOnly->setVisible(m_workbench.person() && !m_workbench.mayDecide());
    Q_EMIT countChanged(people, overdue);
    if (m_overdue)
        tellOverdue();
}

std::set<VisitId> OnSitePage::overdue() const
{
    std::set<VisitId> late;
    for (const usecases::VisitRow &row : m_rows) {
        if (isOverdue(row.visit, m_workbench.now()))
            late.insert(row.visit.id);
    }
    return late;
}

void OnSitePage::tellOverdue()
{
    const std::set<VisitId> before = std::exchange(*m_overdue, overdue());
    QStringList who;
    for (const usecases::VisitRow &row : m_rows) {
        if (m_overdue->count(row.visit.id) > before.count(row.visit.id))
            who << VisitRows::visitorName(row, m_workbench.directory());
    }
    if (who.isEmpty())
        return;
    const QString named = who.mid(0, namedAtMost).join(tr(", "));
    const int others = static_cast<int>(who.size()) - namedAtMost;
    Q_EMIT becameOverdue(others > 0 ? tr("%1 and %n more", nullptr, others).arg(named) : named);
}

/// Somebody whose record was changed stays in the list and in the roll call.
void OnSitePage::refreshDoubt()
{
    QStringList labels;
    for (const usecases::VisitRow &row : m_rows) {
        if (row.doubtful)
            labels << visitLabel(row.visit.number);
    }
    setVerdict(m_doubt, Tone::Bad,
               labels.isEmpty()
                   ? QString()
                   : tr("Changed by hand, and nobody signed for it: %1. Look for these people, and call the manager.")
                         .arg(labels.join(tr(", "))));
    m_doubt->setVisible(!labels.isEmpty());
}

bool OnSitePage::perform(Command command)
{
    if (command != Command::PrintBadge || m_view->selectedKey().isEmpty() || !m_workbench.mayDecide())
        return false;
    Q_EMIT printAsked(selected());
    return true;
}

void OnSitePage::retranslate()
{
    m_table->setColumns(VisitRows::onSiteTitles());
    m_view->setAccessibleName(tr("Visitors on site"));
    m_view->setEmptyText(tr("Nobody is on site."));
    m_readBadge->setText(withKey(tr("Read a badge"), m_settings.key(Command::ReadBadge)));
    m_readBadge->setAccessibleName(tr("Read a badge"));
    m_rollCall->setText(withKey(tr("Print the roll call"), m_settings.key(Command::RollCall)));
    m_rollCall->setAccessibleName(tr("Print the roll call"));
    m_open->setText(tr("Open  [Enter]"));
    m_open->setAccessibleName(tr("Open"));
    m_print->setText(withKey(tr("Print badge again"), m_settings.key(Command::PrintBadge)));
    m_print->setAccessibleName(tr("Print badge again"));
    m_looksOnly->setText(tr("Badges and departures are for a guard or a manager."));
    m_lost->setText(tr("Badge lost, print a new one"));
    m_depart->setText(tr("Book departure without the badge"));
    refresh();
}

} // namespace gatehouse::admin
