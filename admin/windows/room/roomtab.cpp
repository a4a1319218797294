// SPDX-License-Identifier: GPL-3.0-or-later
#include "roomtab.h"

#include "windows/parts/widgets.h"

#include <QPointer>
#include <QVBoxLayout>

#include <algorithm>

namespace gatehouse::admin
{

using namespace domain;

namespace
{
constexpr int footMargin = 22;
} // namespace

RoomTab::RoomTab(Workbench &workbench, const QString &tableName, QWidget *parent)
    : QWidget(parent), m_workbench(workbench), m_table(new RecordTable(this)), m_foot(new QHBoxLayout)
{
    m_view = new RecordView(m_table, RecordView::Scrolling, this);
    m_view->setObjectName(tableName);
    m_foot->setContentsMargins(footMargin, 12, footMargin, 14);
    m_foot->setSpacing(12);
    m_foot->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_view, 1);
    layout->addLayout(m_foot);
    connect(m_view, &RecordView::keySelected, this, &RoomTab::settleDeeds);
}

void RoomTab::setRoom(std::shared_ptr<const usecases::RoomView> room)
{
    m_room = std::move(room);
    if (m_room)
        refresh(*m_room);
    else
        m_table->clear();
    settleDeeds();
}

void RoomTab::settleDeeds()
{
    QPointer<QWidget> pressed = focusWidget();
    const bool hadFocus = pressed && pressed->hasFocus() && qobject_cast<QPushButton *>(pressed);
    enableDeeds();
    if (hadFocus && (!pressed || !pressed->isEnabled()))
        m_view->setFocus();
}

QPushButton *RoomTab::addDeed(const QString &objectName, const char *role, std::function<void()> deed)
{
    QPushButton *button = makeButton(this, objectName, role);
    m_foot->addWidget(button);
    connect(button, &QPushButton::clicked, this, std::move(deed));
    return button;
}

StaffId RoomTab::me() const
{
    return m_workbench.person() ? m_workbench.person()->staff.id : StaffId();
}

bool RoomTab::leads() const
{
    return m_workbench.has(Role::Manager) || (m_room && m_room->capacities.contains(dutyName(Duty::Lead)));
}

std::vector<Staff> RoomTab::people(bool escortsOnly) const
{
    std::vector<Staff> list;
    for (const Staff &person : m_workbench.directory().staff) {
        const bool escort =
            m_room && std::find(m_room->escorts.begin(), m_room->escorts.end(), person.id) != m_room->escorts.end();
        if (person.state == StaffState::Active && (escort || !escortsOnly))
            list.push_back(person);
    }
    return list;
}

void RoomTab::settle(const std::optional<Error> &error, const QString &done, KeptDialog *form)
{
    if (!error) {
        if (form)
            form->answered({});
        Q_EMIT said(Tone::Good, done);
        return;
    }
    QString sentence = refusal(*error);
    if (sentence.isEmpty())
        sentence = Texts::refusal(*error, m_workbench.directory());
    if (form)
        form->answered(sentence);
    else
        Q_EMIT said(Tone::Bad, sentence);
}

} // namespace gatehouse::admin
