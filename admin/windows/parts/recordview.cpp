// SPDX-License-Identifier: GPL-3.0-or-later
#include "recordview.h"

#include "delegates/chipdelegate.h"
#include "style/theme.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <QWheelEvent>

#include <algorithm>
#include <numeric>

namespace gatehouse::admin
{

namespace
{
constexpr int leastColumn = 80;
constexpr int leastShare = 50; ///< of one stretch factor: a name stays readable, and the table scrolls instead
} // namespace

RecordView::RecordView(RecordTable *model, Mode mode, QWidget *parent) : QTableView(parent), m_records(model), m_mode(mode)
{
    setModel(model);
    setItemDelegate(new ChipDelegate(this, mode == Fitted));
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setShowGrid(false);
    setWordWrap(mode == Fitted);
    setEditTriggers(NoEditTriggers);
    setTabKeyNavigation(false);
    setHorizontalScrollMode(ScrollPerPixel);
    setVerticalScrollMode(ScrollPerPixel);
    verticalHeader()->hide();
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    if (mode == Fitted) {
        setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    } else {
        verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 20);
    }
    connect(model, &QAbstractItemModel::modelAboutToBeReset, this, &RecordView::beforeReset);
    connect(model, &QAbstractItemModel::modelReset, this, &RecordView::afterReset);
    connect(model, &QAbstractItemModel::dataChanged, this, [this] { shareWidth(); });
}

QString RecordView::selectedKey() const
{
    return m_records->key(currentIndex().row());
}

void RecordView::selectKey(const QString &key)
{
    const int row = m_records->rowOf(key);
    if (row >= 0)
        setCurrentIndex(m_records->index(row, 0));
    else
        setCurrentIndex({});
}

void RecordView::beforeReset()
{
    m_resetting = true;
    m_keptKey = selectedKey();
}

void RecordView::afterReset()
{
    if (!m_keptKey.isEmpty() && m_records->rowOf(m_keptKey) >= 0)
        selectKey(m_keptKey);
    m_resetting = false;
    shareWidth();
    describe();
    if (selectedKey() != m_announced) {
        m_announced = selectedKey();
        Q_EMIT keySelected(m_announced);
    }
}

void RecordView::setStretches(const QList<int> &stretches)
{
    m_stretches = stretches;
    shareWidth();
}

void RecordView::setYielding(const QList<int> &columns)
{
    m_yielding = columns;
    shareWidth();
}

std::vector<RecordView::Width> RecordView::widths() const
{
    std::vector<Width> all;
    for (int column = 0; column < m_records->columnCount(); ++column) {
        const int title = horizontalHeader()->isHidden() ? 0 : horizontalHeader()->sectionSizeHint(column);
        const int needed = qMax(title, sizeHintForColumn(column));
        const int factor = m_stretches[column];
        all.push_back({factor > 0 ? qMin(needed, qMax(title, qMax(leastColumn, leastShare * factor))) : needed, needed});
    }
    return all;
}

void RecordView::makeRoom(const std::vector<Width> &widths)
{
    int wanted = std::accumulate(widths.begin(), widths.end(), 0, [](int sum, const Width &one) { return sum + one.least; });
    for (const int column : m_yielding) {
        const bool fits = wanted <= viewport()->width();
        setColumnHidden(column, !fits);
        wanted -= fits ? 0 : widths[static_cast<std::size_t>(column)].least;
    }
}

/// Columns of factor 0 get what they need, the others share the rest.
void RecordView::shareWidth()
{
    const int columns = m_records->columnCount();
    if (columns == 0 || m_stretches.size() < columns)
        return;
    for (const int column : m_yielding)
        setColumnHidden(column, false); // Qt gives no width for the title of a hidden one
    const std::vector<Width> all = widths();
    makeRoom(all);
    int rest = viewport()->width();
    QList<int> sharing;
    for (int column = 0; column < columns; ++column) {
        if (isColumnHidden(column))
            continue;
        if (m_stretches[column] != 0) {
            sharing.append(column);
            continue;
        }
        setColumnWidth(column, all[static_cast<std::size_t>(column)].needed);
        rest -= columnWidth(column);
    }
    share(rest, sharing, all);
    if (m_mode == Fitted) {
        resizeRowsToContents();
        setFixedHeight(contentHeight());
    }
}

/// By their factors, if that gives each what it needs; else what is over of one goes to those that lack some, and where there
/// is too little for all, none takes more than it needs.
void RecordView::share(int rest, const QList<int> &columns, const std::vector<Width> &widths)
{
    const auto width = [&](int column) { return widths[static_cast<std::size_t>(column)]; };
    int needed = 0;
    for (const int column : columns)
        needed += width(column).needed;
    const bool enough = needed <= rest;
    QList<int> open = columns;
    int total = 0;
    for (const int column : columns) {
        total += m_stretches[column];
        if (!enough)
            rest -= width(column).least;
    }
    // Each has its least already where there is too little.
    const auto portion = [&](int column) {
        return (enough ? 0 : width(column).least) + qMax(0, rest) * m_stretches[column] / total;
    };
    const auto isSettled = [&](int column) {
        return enough ? portion(column) < width(column).needed : portion(column) > width(column).needed;
    };
    for (auto found = std::find_if(open.begin(), open.end(), isSettled); found != open.end();
         found = std::find_if(open.begin(), open.end(), isSettled)) {
        setColumnWidth(*found, width(*found).needed);
        rest -= width(*found).needed - (enough ? 0 : width(*found).least);
        total -= m_stretches[*found];
        open.erase(found);
    }
    for (const int column : std::as_const(open))
        setColumnWidth(column, portion(column));
}

int RecordView::contentHeight() const
{
    int height = 2 * frameWidth(); // with the padding of the style sheet, which keeps the rows clear of round corners
    if (!horizontalHeader()->isHidden())
        height += horizontalHeader()->sizeHint().height();
    for (int row = 0; row < m_records->rowCount(); ++row)
        height += rowHeight(row);
    return height + 2;
}

QSize RecordView::sizeHint() const
{
    return m_mode == Fitted ? QSize(300, contentHeight()) : QTableView::sizeHint();
}

QSize RecordView::minimumSizeHint() const
{
    return m_mode == Fitted ? QSize(120, contentHeight()) : QTableView::minimumSizeHint();
}

void RecordView::setEmptyText(const QString &text)
{
    m_emptyText = text;
    describe();
    viewport()->update();
}

void RecordView::describe()
{
    setAccessibleDescription(m_records->rowCount() == 0 ? m_emptyText : QString());
}

void RecordView::paintEvent(QPaintEvent *event)
{
    QTableView::paintEvent(event);
    if (m_emptyText.isEmpty() || m_records->rowCount() > 0)
        return;
    QPainter painter(viewport());
    painter.setPen(tokensOf(palette()).muted);
    const int margin = 24;
    const QRect area = viewport()->rect().adjusted(margin, 2 * margin, -margin, -margin);
    painter.drawText(area, Qt::AlignTop | Qt::AlignHCenter | Qt::TextWordWrap, m_emptyText);
}

void RecordView::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    shareWidth();
}

void RecordView::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::FontChange)
        shareWidth();
}

/// A table of Qt makes the first row the current one when it is given the focus; here a row is chosen by a person.
void RecordView::focusInEvent(QFocusEvent *event)
{
    if (currentIndex().isValid())
        QTableView::focusInEvent(event);
    else
        QAbstractScrollArea::focusInEvent(event); // NOLINT(bugprone-parent-virtual-call)
    viewport()->update();
}

void RecordView::mousePressEvent(QMouseEvent *event)
{
    QTableView::mousePressEvent(event);
    if (!indexAt(event->pos()).isValid())
        setCurrentIndex({});
}

void RecordView::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        event->setAccepted(currentIndex().isValid()); // with nothing to leave, it is the dialog's
        setCurrentIndex({});
        return;
    }
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && currentIndex().isValid()) {
        Q_EMIT keyActivated(selectedKey());
        return;
    }
    QTableView::keyPressEvent(event);
}

void RecordView::wheelEvent(QWheelEvent *event)
{
    if (m_mode == Fitted)
        event->ignore(); // the page scrolls
    else
        QTableView::wheelEvent(event);
}

void RecordView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    if (m_resetting)
        return;
    // What is shown beside the table would belong to no row.
    if (current.isValid() && !selectionModel()->isSelected(current))
        selectionModel()->select(current, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    const QString key = m_records->key(current.row());
    if (key == m_announced)
        return;
    m_announced = key;
    Q_EMIT keySelected(key);
}

void RecordView::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    QTableView::selectionChanged(selected, deselected);
    if (!m_resetting && currentIndex().isValid() && !selectionModel()->hasSelection()) // Ctrl and a press
        setCurrentIndex({});
}

} // namespace gatehouse::admin
