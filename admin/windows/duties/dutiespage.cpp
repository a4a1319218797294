// SPDX-License-Identifier: GPL-3.0-or-later
#include "dutiespage.h"

#include "exceptionstab.h"
#include "handovertab.h"
#include "itemstab.h"
#include "mustertab.h"
#include "roundstab.h"

#include <QTabWidget>
#include <QTimer>
#include <QVBoxLayout>

namespace gatehouse::admin
{

using namespace Qt::StringLiterals;

namespace
{
constexpr int duesRefreshMs = 60000; // rounds fall due while nobody does anything
} // namespace

DutiesPage::DutiesPage(Workbench &workbench, AppSettings &settings, QWidget *parent)
    : Page(workbench, settings, parent), m_tabs(new QTabWidget(this))
{
    setObjectName(u"dutiesPage"_s);
    auto *handover = new HandoverTab(workbench, m_tabs);
    auto *muster = new MusterTab(workbench, m_tabs);
    m_all = {new RoundsTab(workbench, m_tabs), handover, new ExceptionsTab(workbench, m_tabs), new ItemsTab(workbench, m_tabs),
             muster};
    m_tabs->setObjectName(u"dutyTabs"_s);
    m_tabs->setDocumentMode(true);
    for (DutyTab *tab : m_all) {
        m_tabs->addTab(tab, tab->title());
        connect(tab, &DutyTab::said, this, &Page::said);
        connect(tab, &DutyTab::urgentChanged, this, &DutiesPage::nameTabs);
    }
    connect(handover, &HandoverTab::printAsked, this, &DutiesPage::handoverPrintAsked);
    connect(muster, &MusterTab::papersAsked, this, &DutiesPage::papersPrintAsked);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_tabs);
    auto *timer = new QTimer(this);
    connect(timer, &QTimer::timeout, this, &DutiesPage::start);
    timer->start(duesRefreshMs);
}

QString DutiesPage::title() const
{
    return tr("Rounds and handover");
}

void DutiesPage::start()
{
    for (DutyTab *tab : m_all)
        tab->reload();
}

void DutiesPage::wipe()
{
    for (DutyTab *tab : m_all)
        tab->wipe();
}

void DutiesPage::nameTabs()
{
    int sum = 0;
    for (int i = 0; i < m_all.size(); ++i) {
        const int urgent = m_all[i]->urgent();
        sum += urgent;
        m_tabs->setTabText(i, urgent > 0 ? u"%1 (%2)"_s.arg(m_all[i]->title()).arg(urgent) : m_all[i]->title());
    }
    Q_EMIT urgentChanged(sum);
}

void DutiesPage::retranslate()
{
    for (DutyTab *tab : m_all)
        tab->retranslate();
    nameTabs();
}

void DutiesPage::focusFirst()
{
    m_tabs->currentWidget()->findChild<RecordView *>()->setFocus();
}

} // namespace gatehouse::admin
