// SPDX-License-Identifier: GPL-3.0-or-later
#include "unansweredcard.h"

#include "models/queuemodel.h"
#include "windows/parts/widgets.h"

#include <QVBoxLayout>

#include <algorithm>

namespace gatehouse::admin
{

using namespace Qt::StringLiterals;

namespace
{
constexpr std::size_t namedAtMost = 4; ///< the queue under it needs the room
} // namespace

UnansweredCard::UnansweredCard(Workbench &workbench, QWidget *parent)
    : QFrame(parent), m_workbench(workbench), m_title(makeLabel(this)), m_who(makeLabel(this)),
      m_what(makeLabel(this, "muted")), m_noted(makeButton(this, u"unansweredNoted"_s))
{
    setObjectName(u"unanswered"_s);
    setProperty("role", u"notice"_s);
    m_title->setObjectName(u"unansweredTitle"_s);
    m_who->setObjectName(u"unansweredWho"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 12, 20, 14);
    layout->setSpacing(8);
    for (QLabel *label : {m_title, m_who, m_what}) {
        label->setWordWrap(true);
        layout->addWidget(label);
    }
    layout->addWidget(m_noted, 0, Qt::AlignLeft);
    connect(m_noted, &QPushButton::clicked, this, [this] {
        for (const usecases::VisitRow &row : m_rows)
            m_away.insert(row.visit.id);
        m_rows.clear();
        refresh();
    });
    refresh();
}

void UnansweredCard::setRows(const std::vector<usecases::VisitRow> &rows)
{
    m_rows.clear();
    std::copy_if(rows.begin(), rows.end(), std::back_inserter(m_rows),
                 [this](const usecases::VisitRow &row) { return !m_away.contains(row.visit.id); });
    refresh();
    QStringList fresh;
    for (const usecases::VisitRow &row : m_rows) {
        if (!m_told.contains(row.visit.id))
            fresh << QueueModel::title(row, m_workbench.directory());
        m_told.insert(row.visit.id);
    }
    if (!fresh.isEmpty())
        Q_EMIT ended(fresh.join(tr(", ")));
}

void UnansweredCard::wipe()
{
    m_rows.clear();
    refresh();
}

QString UnansweredCard::line(const usecases::VisitRow &row) const
{
    const QString number = domain::visitLabel(row.visit.number);
    const QString times = tr("asked %1, ended %2").arg(Texts::time(row.visit.requestedAt), Texts::time(*row.visit.decidedAt));
    const QString waits = row.visit.pickup > 0 ? tr("waits with number %1").arg(row.visit.pickup) : QString();
    QStringList parts{number, row.name, times, waits};
    parts.removeAll(QString());
    return parts.join(u" · "_s);
}

void UnansweredCard::refresh()
{
    setVisible(!m_rows.empty());
    QStringList lines;
    for (std::size_t i = 0; i < std::min(m_rows.size(), namedAtMost); ++i)
        lines << line(m_rows[i]);
    if (m_rows.size() > namedAtMost)
        lines << tr("and %n more: see the visit log", nullptr, static_cast<int>(m_rows.size() - namedAtMost));
    setFreeText(m_who, lines.join(u'\n'));
    if (m_rows.empty())
        return;
    const int count = static_cast<int>(m_rows.size());
    setVerdict(m_title, Tone::Warn, tr("%n request(s) ended: nobody answered within 30 minutes", nullptr, count));
    m_what->setText(tr("Speak to the visitor. Whoever still wants to come in registers again."));
    m_noted->setText(tr("Noted"));
}

void UnansweredCard::retranslate()
{
    refresh();
}

} // namespace gatehouse::admin
