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

namespace gatehouse::admin
{

namespace
{
constexpr int leastColumn = 80;
constexpr int framePadding = 7; ///< of a framed table, as in the style sheet: the rows keep clear of its round corners
constexpr int leastShare = 50;  ///< of one stretch factor: a name stays readable, and the table scrolls instead
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

/// What a column takes at least; 0 while it is left out.
int RecordView::leastWidth(int column) const
{
    if (isColumnHidden(column))
        return 0;
    const int title = horizontalHeader()->isHidden() ? 0 : horizontalHeader()->sectionSizeHint(column);
    if (m_stretches[column] > 0)
        return qMax(title, qMax(leastColumn, leastShare * m_stretches[column]));
    return qMax(title, sizeHintForColumn(column));
}

void RecordView::makeRoom()
{
    for (const int column : m_yielding)
        setColumnHidden(column, false);
    for (const int column : m_yielding) {
        int needed = 0;
        for (int other = 0; other < m_records->columnCount(); ++other)
            needed += leastWidth(other);
        if (needed <= viewport()->width())
            return;
        setColumnHidden(column, true);
    }
}

/// Columns of factor 0 get what they need, the others share the rest.
void RecordView::shareWidth()
{
    const int columns = m_records->columnCount();
    if (columns == 0 || m_stretches.size() < columns)
        return;
    makeRoom();
    int rest = viewport()->width();
    int total = 0;
    QList<int> sharing;
    for (int column = 0; column < columns; ++column) {
        if (isColumnHidden(column))
            continue;
        if (m_stretches[column] != 0) {
            total += m_stretches[column];
            sharing.append(column);
            continue;
        }
        const int wanted = leastWidth(column);
        setColumnWidth(column, wanted);
        rest -= wanted;
    }
    // Whose share is less than what it needs gets that, at the cost of the others: they share again.
    const auto isShort = [&](int column) { return rest * m_stretches[column] / total < leastWidth(column); };
    for (auto found = std::find_if(sharing.begin(), sharing.end(), isShort); found != sharing.end();
         found = std::find_if(sharing.begin(), sharing.end(), isShort)) {
        setColumnWidth(*found, leastWidth(*found));
        rest -= leastWidth(*found);
        total -= m_stretches[*found];
        sharing.erase(found);
    }
    for (const int column : std::as_const(sharing))
        setColumnWidth(column, rest * m_stretches[column] / total);
    if (m_mode == Fitted) {
        resizeRowsToContents();
        setFixedHeight(contentHeight());
    }
}

int RecordView::contentHeight() const
{
    int height = 2 * frameWidth() + (property("role").toString() == QLatin1String("framed") ? 2 * framePadding : 0);
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

void RecordView::keyPressEvent(QKeyEvent *event)
{
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
    // The focus makes the first row the current one without selecting it: what is shown beside the table would belong to no
    // row.
    if (current.isValid() && !selectionModel()->isSelected(current))
        selectionModel()->select(current, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    const QString key = m_records->key(current.row());
    if (key == m_announced)
        return;
    m_announced = key;
    Q_EMIT keySelected(key);
}

} // namespace gatehouse::admin
