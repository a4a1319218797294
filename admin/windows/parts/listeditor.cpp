// SPDX-License-Identifier: GPL-3.0-or-later
#include "listeditor.h"

#include "widgets.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QTableWidget>

namespace gatehouse::admin
{

using namespace Qt::StringLiterals;

namespace
{
constexpr int editedRowHeight = 40;
constexpr int kindWidth = 210;
} // namespace

ListEditor::ListEditor(const QList<FormDialog::Choice> &kinds, const QStringList &titles, int longest, QWidget *parent)
    : QWidget(parent), m_kinds(kinds), m_longest(longest), m_table(new QTableWidget(0, static_cast<int>(titles.size()), this)),
      m_add(makeButton(this, u"listAdd"_s)), m_remove(makeButton(this, u"listRemove"_s))
{
    m_table->setObjectName(u"listTable"_s);
    m_table->setHorizontalHeaderLabels(titles);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(editedRowHeight);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Fixed);
    m_table->horizontalHeader()->resizeSection(0, kindWidth);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_add->setText(tr("Add a line"));
    m_add->setAutoDefault(false);
    m_remove->setText(tr("Take the line away"));
    m_remove->setAutoDefault(false);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(buttonGap);
    buttons->addWidget(m_add);
    buttons->addWidget(m_remove);
    buttons->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_table, 1);
    layout->addLayout(buttons);
    connect(m_table, &QTableWidget::itemChanged, this, &ListEditor::changed);
    connect(m_add, &QPushButton::clicked, this, [this] {
        addRow({{}, m_kinds.isEmpty() ? QString() : m_kinds.front().first, {}});
        m_table->setCurrentCell(m_table->rowCount() - 1, 1);
        m_table->editItem(m_table->item(m_table->rowCount() - 1, 1));
        Q_EMIT changed();
    });
    connect(m_remove, &QPushButton::clicked, this, [this] {
        m_table->removeRow(m_table->currentRow());
        Q_EMIT changed();
    });
}

void ListEditor::setRows(const QList<Row> &rows)
{
    m_table->setRowCount(0);
    for (const Row &row : rows)
        addRow(row);
    Q_EMIT changed();
}

void ListEditor::addRow(const Row &row)
{
    const QSignalBlocker quiet(m_table); // one change, when the row is whole
    const int place = m_table->rowCount();
    m_table->insertRow(place);
    auto *kind = new QComboBox(m_table);
    for (const auto &[code, text] : m_kinds)
        kind->addItem(text, code);
    kind->setCurrentIndex(qMax(0, kind->findData(row.kind)));
    kind->setProperty("key", row.key);
    kind->setAccessibleName(m_table->horizontalHeaderItem(0)->text());
    connect(kind, &QComboBox::activated, this, &ListEditor::changed);
    m_table->setCellWidget(place, 0, kind);
    for (int column = 1; column < m_table->columnCount(); ++column)
        m_table->setItem(place, column, new QTableWidgetItem(row.texts.value(column - 1)));
}

QList<ListEditor::Row> ListEditor::rows() const
{
    QList<Row> rows;
    for (int place = 0; place < m_table->rowCount(); ++place) {
        const auto *kind = qobject_cast<QComboBox *>(m_table->cellWidget(place, 0));
        Row row{kind->property("key").toString(), kind->currentData().toString(), {}};
        for (int column = 1; column < m_table->columnCount(); ++column)
            row.texts << m_table->item(place, column)->text().trimmed().left(m_longest);
        rows.append(row);
    }
    return rows;
}

} // namespace gatehouse::admin
