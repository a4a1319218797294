// SPDX-License-Identifier: GPL-3.0-or-later
#include "queuemodel.h"

#include "style/plaintooltip.h"

#include <algorithm>

namespace gatehouse::admin
{

using domain::VisitId;

bool QueueEntry::operator==(const QueueEntry &other) const
{
    return row.visit == other.row.visit && row.name == other.row.name && row.company == other.row.company &&
           row.hostName == other.row.hostName && blocks == other.blocks && warnings == other.warnings;
}

QueueModel::QueueModel(QObject *parent) : QAbstractListModel(parent) {}

int QueueModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

QString QueueModel::title(const usecases::VisitRow &row, const SiteDirectory &site)
{
    if (!row.name.isEmpty())
        return row.name;
    const domain::Purpose *purpose = site.purpose(row.visit.purpose);
    if (purpose && !purpose->entering)
        return Texts::purposeName(*purpose);
    return domain::visitLabel(row.visit.number);
}

QStringList QueueModel::zones(const QueueEntry &entry) const
{
    QStringList names;
    for (const domain::ZoneId &id : entry.row.visit.zones)
        names.append(Texts::zoneNames(m_site, {id}));
    return names;
}

QString QueueModel::subtitle(const QueueEntry &entry) const
{
    const bool named = !entry.row.name.isEmpty() || !entry.row.company.isEmpty();
    const QString purpose = Texts::purposeName(m_site, entry.row.visit.purpose);
    const QString to = !entry.row.hostName.isEmpty() ? tr("to %1").arg(entry.row.hostName)
                       : named                       ? purpose
                                                     : domain::visitLabel(entry.row.visit.number); // the purpose is its title
    return entry.row.company.isEmpty() ? to : tr("%1 · %2").arg(entry.row.company, to);
}

/// What a screen reader says of the row: everything that is drawn.
QString QueueModel::describe(const QueueEntry &entry) const
{
    QStringList parts{title(entry.row, m_site), subtitle(entry)};
    parts << zones(entry);
    if (entry.row.visit.state != domain::VisitState::Requested) {
        parts << Texts::visitState(entry.row.visit.state);
    } else {
        if (entry.blocks > 0)
            parts << tr("%n block(s)", nullptr, entry.blocks);
        if (entry.warnings > 0)
            parts << tr("%n warning(s)", nullptr, entry.warnings);
        parts << tr("waiting since %1").arg(Texts::time(entry.row.visit.requestedAt));
    }
    parts.removeAll(QString());
    return parts.join(QStringLiteral(", "));
}

QVariant QueueModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const QueueEntry &entry = m_entries[static_cast<std::size_t>(index.row())];
    const domain::Visit &visit = entry.row.visit;
    const bool waits = visit.state == domain::VisitState::Requested;
    switch (role) {
    case Qt::DisplayRole:
    case TitleRole:
        return title(entry.row, m_site);
    case Qt::AccessibleTextRole:
        return describe(entry);
    case Qt::ToolTipRole: // where the queue has no room for it
        return plainToolTip(title(entry.row, m_site) + u'\n' + subtitle(entry));
    case VisitIdRole:
        return QVariant::fromValue(visit.id.value);
    case SubtitleRole:
        return subtitle(entry);
    case WaitedRole:
        return waits && m_now.isValid() ? Texts::waited(visit.requestedAt, m_now) : QString();
    case ZonesRole:
        return zones(entry);
    case BlocksRole:
        return entry.blocks > 0 && waits ? tr("%n block(s)", nullptr, entry.blocks) : QString();
    case WarningsRole:
        return entry.warnings > 0 && waits ? tr("%n warning(s)", nullptr, entry.warnings) : QString();
    case StateRole:
        return static_cast<int>(visit.state);
    case PendingRole:
        return m_pending.contains(visit.id);
    default:
        return {};
    }
}

QList<VisitId> QueueModel::update(const std::vector<QueueEntry> &entries, const SiteDirectory &site)
{
    m_site = site;
    const auto isIn = [&](const VisitId &id) {
        return std::any_of(entries.begin(), entries.end(), [&](const QueueEntry &entry) { return entry.row.visit.id == id; });
    };
    for (int row = rowCount() - 1; row >= 0; --row) {
        const VisitId id = m_entries[static_cast<std::size_t>(row)].row.visit.id;
        if (isIn(id) || id == m_held)
            continue;
        beginRemoveRows({}, row, row);
        m_entries.erase(m_entries.begin() + row);
        endRemoveRows();
    }
    QList<VisitId> fresh;
    for (const QueueEntry &entry : entries) {
        const int row = rowOf(entry.row.visit.id);
        if (row < 0) {
            fresh.append(entry.row.visit.id);
            beginInsertRows({}, rowCount(), rowCount());
            m_entries.push_back(entry);
            endInsertRows();
        } else if (!(m_entries[static_cast<std::size_t>(row)] == entry)) {
            m_entries[static_cast<std::size_t>(row)] = entry;
            Q_EMIT dataChanged(index(row), index(row));
        }
    }
    return fresh;
}

void QueueModel::setVerdict(const VisitId &id, int blocks, int warnings)
{
    const int row = rowOf(id);
    if (row < 0)
        return;
    QueueEntry &entry = m_entries[static_cast<std::size_t>(row)];
    if (entry.blocks == blocks && entry.warnings == warnings)
        return;
    entry.blocks = blocks;
    entry.warnings = warnings;
    Q_EMIT dataChanged(index(row), index(row));
}

void QueueModel::updateHeld(const domain::Visit &visit)
{
    const int row = rowOf(visit.id);
    if (row < 0)
        return;
    m_entries[static_cast<std::size_t>(row)].row.visit = visit;
    Q_EMIT dataChanged(index(row), index(row));
}

void QueueModel::hold(const VisitId &id)
{
    const VisitId before = std::exchange(m_held, id);
    const int row = before == id ? -1 : rowOf(before);
    if (row < 0 || m_entries[static_cast<std::size_t>(row)].row.visit.state == domain::VisitState::Requested)
        return;
    beginRemoveRows({}, row, row);
    m_entries.erase(m_entries.begin() + row);
    endRemoveRows();
}

void QueueModel::setNow(const QDateTime &now)
{
    m_now = now;
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0), index(rowCount() - 1), {WaitedRole});
}

void QueueModel::setPending(const QList<VisitId> &pending)
{
    m_pending = pending;
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0), index(rowCount() - 1), {PendingRole});
}

void QueueModel::retranslate(const SiteDirectory &site)
{
    m_site = site;
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

void QueueModel::clear()
{
    beginResetModel();
    m_entries.clear();
    m_held = {};
    m_pending.clear();
    endResetModel();
}

int QueueModel::rowOf(const VisitId &id) const
{
    for (int row = 0; row < rowCount(); ++row) {
        if (m_entries[static_cast<std::size_t>(row)].row.visit.id == id)
            return row;
    }
    return -1;
}

std::optional<QueueEntry> QueueModel::entry(int row) const
{
    if (row < 0 || row >= rowCount())
        return std::nullopt;
    return m_entries[static_cast<std::size_t>(row)];
}

int QueueModel::nextWaiting(int row) const
{
    const int rows = rowCount();
    for (int step = 1; step <= rows; ++step) {
        const int candidate = (row + step) % rows;
        const domain::Visit &visit = m_entries[static_cast<std::size_t>(candidate)].row.visit;
        if (candidate != row && visit.state == domain::VisitState::Requested && !m_pending.contains(visit.id))
            return candidate;
    }
    return -1;
}

int QueueModel::waiting() const
{
    return static_cast<int>(std::count_if(m_entries.begin(), m_entries.end(), [](const QueueEntry &entry) {
        return entry.row.visit.state == domain::VisitState::Requested;
    }));
}

} // namespace gatehouse::admin
