// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLayout>

namespace gatehouse::admin
{

/// Buttons side by side, none smaller than its text: those that find no room go on in the next line. Hidden ones take no room.
/// Owns its items as every layout does. GUI thread.
class ButtonFlow : public QLayout
{
    Q_OBJECT

public:
    ButtonFlow() = default;
    ~ButtonFlow() override;

    void addItem(QLayoutItem *item) override;
    int count() const override { return static_cast<int>(m_items.size()); }
    QLayoutItem *itemAt(int index) const override { return m_items.value(index); }
    QLayoutItem *takeAt(int index) override;
    Qt::Orientations expandingDirections() const override { return {}; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override { return arrange(QRect(0, 0, width, 0), false); }
    /// All in one line.
    QSize sizeHint() const override;
    QSize minimumSize() const override;
    void setGeometry(const QRect &place) override;

private:
    /// The height that the lines take in this place; with `move`, the items are put there.
    int arrange(const QRect &place, bool move) const;

    QList<QLayoutItem *> m_items;
};

} // namespace gatehouse::admin
