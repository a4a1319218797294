// SPDX-License-Identifier: GPL-3.0-or-later
#include "itemcard.h"

#include "style/chip.h"
#include "texts.h"
#include "windows/parts/widgets.h"

#include <QHBoxLayout>
#include <QLineEdit>

#include <algorithm>

namespace gatehouse::admin
{

using namespace Qt::StringLiterals;
using namespace domain;

namespace
{
constexpr int longestTag = 20;
constexpr int longestDeviceName = 60;
} // namespace

ItemCard::ItemCard(QWidget *parent) : QFrame(parent), m_title(makeLabel(this, "muted")), m_rows(new QVBoxLayout)
{
    setProperty("role", u"card"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 10, 16, 12);
    layout->addWidget(m_title);
    layout->addLayout(m_rows);
    retranslate();
}

void ItemCard::setCase(const usecases::CaseFile &file)
{
    const bool same = m_file && m_file->visit.id == file.visit.id && m_file->items == file.items &&
                      m_file->visit.state == file.visit.state && m_file->zones == file.zones;
    m_file = file;
    if (!same)
        rebuild();
    m_shown = file.visit.id;
}

void ItemCard::clear()
{
    m_file.reset();
    m_shown = {};
    rebuild();
}

void ItemCard::retranslate()
{
    m_title->setText(tr("Carried items"));
    rebuild();
}

void ItemCard::rebuild()
{
    const Typing typing = m_file ? halfTyped() : Typing{};
    while (QLayoutItem *item = m_rows->takeAt(0)) {
        item->widget()->setParent(nullptr); // it may be one of its own buttons that asked for this
        item->widget()->deleteLater();
        delete item;
    }
    setVisible(m_file && !m_file->items.empty());
    if (!m_file)
        return;
    const VisitState state = m_file->visit.state;
    const bool open = state == VisitState::Requested || state == VisitState::Approved || state == VisitState::OnSite;
    for (const Item &item : m_file->items)
        addRow(item, open);
    if (typing.visit == m_file->visit.id)
        typeAgain(typing);
}

QWidget *ItemCard::firstDeposit() const
{
    if (!m_file)
        return nullptr;
    for (const Finding &finding : m_file->findings) {
        const bool tag = finding.code == u"item-not-handed-in";
        if (finding.verdict == Verdict::Block && !finding.basis.isEmpty() && (tag || finding.code == u"item-not-named"))
            return findChild<QLineEdit *>((tag ? u"tag-"_s : u"device-"_s) + finding.basis.first());
    }
    return nullptr;
}

ItemCard::Typing ItemCard::halfTyped() const
{
    Typing typing{m_shown, {}, {}};
    for (const QLineEdit *line : findChildren<QLineEdit *>()) {
        if (!line->text().isEmpty())
            typing.texts.insert(line->objectName(), line->text());
        if (line->hasFocus())
            typing.focus = line->objectName();
    }
    return typing;
}

void ItemCard::typeAgain(const Typing &typing)
{
    for (QLineEdit *line : findChildren<QLineEdit *>()) {
        line->setText(typing.texts.value(line->objectName()));
        if (line->objectName() == typing.focus)
            line->setFocus();
    }
}

bool ItemCard::isNamed(const QString &kind) const
{
    const auto has = [&](const std::vector<QString> &kinds) {
        return std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
    };
    const auto &zones = m_file->zones;
    return std::any_of(zones.begin(), zones.end(), [&](const Zone &zone) { return has(zone.namedItems); }) &&
           std::none_of(zones.begin(), zones.end(), [&](const Zone &zone) { return has(zone.prohibitedItems); });
}

void ItemCard::addRow(const Item &item, bool open)
{
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 2, 0, 2);
    const QString what = Texts::items({item});
    QLabel *label = makeLabel(row);
    label->setText(what);
    auto *state = new Chip(row);
    state->set(item.state == ItemState::Declared ? Tone::Neutral : Tone::Good, Texts::itemState(item));
    layout->addWidget(label, 1);
    layout->addWidget(state);
    if (open && item.state == ItemState::Declared) {
        if (isNamed(item.kind))
            addTyped(layout, u"allow-"_s, item, tr("Make, model, serial number"), tr("Device for %1").arg(what),
                     tr("Allow by name"), tr("Allow %1 by name").arg(what), &ItemCard::allowAsked);
        addTyped(layout, u"take-"_s, item, tr("Tag number"), tr("Tag for %1").arg(what), tr("Take in"),
                 tr("Take in %1").arg(what), &ItemCard::depositAsked);
    } else if (open && item.state == ItemState::Deposited) {
        QPushButton *back = makeButton(row, u"return-"_s + item.kind);
        back->setText(tr("Give back"));
        back->setAccessibleName(tr("Give back %1").arg(what));
        layout->addWidget(back);
        connect(back, &QPushButton::clicked, this, [this, kind = item.kind] { Q_EMIT returnAsked(kind); });
    }
    m_rows->addWidget(row);
}

void ItemCard::addTyped(QHBoxLayout *row, const QString &name, const Item &item, const QString &placeholder,
                        const QString &field, const QString &button, const QString &spoken,
                        void (ItemCard::*ask)(const QString &, const QString &))
{
    const bool tag = name == u"take-";
    auto *typed = new QLineEdit(row->parentWidget());
    typed->setObjectName((tag ? u"tag-"_s : u"device-"_s) + item.kind);
    typed->setPlaceholderText(placeholder);
    typed->setAccessibleName(field);
    typed->setMaximumWidth(tag ? 140 : 220);
    setLongest(typed, tag ? longestTag : longestDeviceName);
    QPushButton *press = makeButton(row->parentWidget(), name + item.kind);
    press->setText(button);
    press->setAccessibleName(spoken);
    row->addWidget(typed);
    row->addWidget(press);
    const auto asked = [this, ask, typed, kind = item.kind] {
        const QString excess = tooLong(typed->parentWidget());
        if (!excess.isEmpty())
            Q_EMIT refused(excess);
        if (excess.isEmpty() && !typed->text().trimmed().isEmpty())
            Q_EMIT(this->*ask)(kind, typed->text().trimmed());
        else
            typed->setFocus();
    };
    connect(press, &QPushButton::clicked, this, asked);
    connect(typed, &QLineEdit::returnPressed, this, asked);
}

} // namespace gatehouse::admin
