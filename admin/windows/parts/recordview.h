// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/recordtable.h"

#include <QTableView>

namespace gatehouse::admin
{

/// A table over a RecordTable: whole rows, no grid, verdicts as chips. The selected row is kept by its key when the rows
/// change; the focus alone selects none, and Escape and a press beside the rows leave none selected. `Fitted` tables show all
/// rows at once inside a scrolling page and take no wheel.
class RecordView : public QTableView
{
    Q_OBJECT

public:
    enum Mode { Scrolling, Fitted };

    RecordView(RecordTable *model, Mode mode, QWidget *parent = nullptr);

    RecordTable *records() const { return m_records; }
    QString selectedKey() const;
    void selectKey(const QString &key);
    /// How the columns share the width: stretch factors; 0 is as wide as its contents. Where that is too little for some, those
    /// that need less than their share leave the rest of it to the others.
    void setStretches(const QList<int> &stretches);
    /// Columns that are left out, the first of them first, while the table is too narrow for all: what they say stands
    /// elsewhere too.
    void setYielding(const QList<int> &columns);
    /// The sentence that stands where the rows would be while there are none.
    void setEmptyText(const QString &text);
    QString emptyText() const { return m_emptyText; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void keySelected(const QString &key);
    void keyActivated(const QString &key);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void selectionChanged(const QItemSelection &selected, const QItemSelection &deselected) override;
    void changeEvent(QEvent *event) override;

private:
    void describe();
    void beforeReset();
    void afterReset();
    void shareWidth();
    struct Width {
        int least = 0;
        int needed = 0; ///< its title and its contents in one line
    };
    std::vector<Width> widths() const;
    void makeRoom(const std::vector<Width> &widths);
    void share(int rest, const QList<int> &columns, const std::vector<Width> &widths);
    int contentHeight() const;

    RecordTable *m_records;
    Mode m_mode;
    QList<int> m_stretches;
    QList<int> m_yielding;
    QString m_emptyText;
    QString m_keptKey;
    QString m_announced;
    bool m_resetting = false;
};

} // namespace gatehouse::admin
