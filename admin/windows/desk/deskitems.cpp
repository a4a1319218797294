// SPDX-License-Identifier: GPL-3.0-or-later
#include "deskitems.h"

#include "texts.h"
#include "windows/parts/widgets.h"

#include <QGridLayout>
#include <QVBoxLayout>

namespace gatehouse::admin
{

using namespace Qt::StringLiterals;
using namespace domain;

DeskItems::DeskItems(QWidget *parent) : QFrame(parent)
{
    setProperty("role", u"card"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 16, 20, 16);
    QLabel *heading = makeLabel(this, "muted");
    heading->setText(tr("Carried items"));
    layout->addWidget(heading);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(20);
    int index = 0;
    for (const QString &kind : itemKinds()) {
        auto *box = new QCheckBox(Texts::itemKind(kind), this);
        box->setObjectName(u"item-"_s + kind);
        auto *count = new QSpinBox(this);
        count->setRange(1, 99);
        count->setAccessibleName(tr("Number of: %1").arg(Texts::itemKind(kind)));
        count->setEnabled(false);
        connect(box, &QCheckBox::toggled, count, &QSpinBox::setEnabled);
        grid->addWidget(box, index / 2, index % 2 * 2);
        grid->addWidget(count, index / 2, index % 2 * 2 + 1);
        m_rows.append({kind, box, count});
        ++index;
    }
    layout->addLayout(grid);
    m_note = new QLineEdit(this);
    m_note->setObjectName(u"deskItemsNote"_s);
    m_note->setPlaceholderText(tr("What else, in own words"));
    m_note->setAccessibleName(tr("What else, in own words"));
    setLongest(m_note, 200);
    connect(m_note, &QLineEdit::textChanged, this, &DeskItems::changed);
    layout->addWidget(m_note);
}

std::vector<Item> DeskItems::items() const
{
    std::vector<Item> items;
    for (const Row &row : m_rows) {
        if (row.box->isChecked())
            items.push_back({row.kind, row.count->value(), ItemState::Declared, {}});
    }
    return items;
}

} // namespace gatehouse::admin
