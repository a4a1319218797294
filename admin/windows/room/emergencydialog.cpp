// SPDX-License-Identifier: GPL-3.0-or-later
#include "emergencydialog.h"

#include "domain/presencebook.h"
#include "models/roomrows.h"
#include "style/focusring.h"
#include "windows/parts/widgets.h"

#include <QComboBox>
#include <QFormLayout>
#include <QShortcut>
#include <QSpinBox>
#include <QVBoxLayout>

namespace gatehouse::admin
{

using namespace Qt::StringLiterals;
using namespace domain;

namespace
{
constexpr int mostHelpers = 200;
constexpr int kindHeight = 52;
} // namespace

EmergencyDialog::EmergencyDialog(const std::vector<Zone> &zones, const ZoneId &proposed, QWidget *parent)
    : QDialog(parent), m_zone(new QComboBox(this)), m_heads(new QSpinBox(this))
{
    setObjectName(u"emergencyDialog"_s);
    setWindowTitle(tr("Emergency entry"));
    setMinimumWidth(520);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(28, 24, 28, 24);
    layout->setSpacing(12);
    QLabel *heading = makeLabel(this, "title");
    heading->setText(tr("Emergency entry"));
    QLabel *intro = makeLabel(this, "muted");
    intro->setText(
        tr("Count heads, press what they are, let them in. Who they were is noted later; a manager confirms within 24 hours."));
    intro->setWordWrap(true);
    layout->addWidget(heading);
    layout->addWidget(intro);
    auto *form = new QFormLayout;
    form->setHorizontalSpacing(20);
    const auto add = [&](const QString &text, QWidget *field) {
        QLabel *label = makeLabel(this);
        label->setText(text);
        form->addRow(label, field);
        nameAfter(field, label);
    };
    m_heads->setObjectName(u"emergencyHeads"_s);
    m_heads->setRange(1, mostHelpers);
    m_zone->setObjectName(u"emergencyZone"_s);
    for (const Zone &zone : zones)
        m_zone->addItem(Texts::zoneName(zone), zone.id.key);
    m_zone->setCurrentIndex(qMax(0, m_zone->findData(proposed.key)));
    add(tr("How many"), m_heads);
    add(tr("Where to"), m_zone);
    layout->addLayout(form);
    int key = Qt::Key_F1;
    for (const QString &kind : emergencyKinds()) {
        QPushButton *button = makeButton(this, u"emergency-"_s + kind, kind == u"other" ? nullptr : "danger");
        button->setText(withKey(RoomRows::emergencyKind(kind), QKeySequence(key)));
        button->setMinimumHeight(kindHeight);
        button->setAutoDefault(false);
        const auto admit = [this, kind] {
            m_kind = kind;
            accept();
        };
        connect(button, &QPushButton::clicked, this, admit);
        connect(new QShortcut(QKeySequence(key), this), &QShortcut::activated, this, admit);
        layout->addWidget(button);
        ++key;
    }
    QPushButton *cancel = makeButton(this, u"cancelEmergency"_s);
    cancel->setText(tr("Cancel"));
    cancel->setAutoDefault(false);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    layout->addWidget(cancel, 0, Qt::AlignRight);
    m_heads->setFocus();
    m_heads->selectAll();
    new FocusRing(this);
}

ZoneId EmergencyDialog::zone() const
{
    return ZoneId{m_zone->currentData().toString()};
}

int EmergencyDialog::heads() const
{
    return m_heads->value();
}

} // namespace gatehouse::admin
