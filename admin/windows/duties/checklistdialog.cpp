// SPDX-License-Identifier: GPL-3.0-or-later
#include "checklistdialog.h"

#include "presentation/roomwords.h"
#include "style/focusring.h"
#include "windows/parts/widgets.h"

#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QSpinBox>

#include <algorithm>

namespace gatehouse::admin
{

using namespace Qt::StringLiterals;
using namespace domain;
using namespace presentation;

namespace
{
constexpr int weekHours = 168;
constexpr int longestPoint = 200;
constexpr int longestLabel = 80;

QVBoxLayout *listFrame(CarefulDialog *dialog, const QString &title, const QString &intro)
{
    dialog->setWindowTitle(title);
    dialog->resize(900, 620);
    auto *layout = new QVBoxLayout(dialog);
    layout->setContentsMargins(28, 24, 28, 24);
    layout->setSpacing(12);
    QLabel *heading = makeLabel(dialog, "title");
    heading->setText(title);
    QLabel *text = makeLabel(dialog, "muted");
    text->setText(intro);
    text->setWordWrap(true);
    layout->addWidget(heading);
    layout->addWidget(text);
    return layout;
}

QPushButton *signFoot(CarefulDialog *dialog, QVBoxLayout *layout)
{
    QPushButton *cancel = makeButton(dialog, u"listCancel"_s);
    cancel->setText(QDialog::tr("Cancel"));
    cancel->setAutoDefault(false);
    QPushButton *sign = makeButton(dialog, u"listSign"_s, "primary");
    sign->setAutoDefault(false); // Enter ends the typing in a line
    auto *row = new QHBoxLayout;
    row->setSpacing(buttonGap);
    row->addStretch(1);
    row->addWidget(cancel);
    row->addWidget(sign);
    layout->addLayout(row);
    QObject::connect(cancel, &QPushButton::clicked, dialog, &CarefulDialog::leave);
    QObject::connect(sign, &QPushButton::clicked, dialog, &QDialog::accept);
    new FocusRing(dialog);
    return sign;
}

QList<FormDialog::Choice> pointKinds()
{
    QList<FormDialog::Choice> kinds;
    for (const PointKind kind : {PointKind::Electrical, PointKind::DoorOrWindow, PointKind::FireEquipment,
                                 PointKind::Information, PointKind::Access, PointKind::Other})
        kinds.append({pointKindName(kind), pointKindText(kind)});
    return kinds;
}

QList<FormDialog::Choice> loadKinds()
{
    QList<FormDialog::Choice> kinds;
    for (const SupplyLoad::What what :
         {SupplyLoad::What::Server, SupplyLoad::What::Station, SupplyLoad::What::Lock, SupplyLoad::What::Other})
        kinds.append({supplyName(what), supplyText(what)});
    return kinds;
}

/// A code for a new point that no other has.
QString freshCode(const std::vector<CheckPoint> &points)
{
    for (int number = 1;; ++number) {
        const QString code = u"own-%1"_s.arg(number);
        if (std::none_of(points.begin(), points.end(), [&](const CheckPoint &point) { return point.code == code; }))
            return code;
    }
}
} // namespace

ChecklistDialog::ChecklistDialog(const std::vector<Zone> &zones, const std::vector<Checklist> &lists, QWidget *parent)
    : CarefulDialog(parent), m_lists(lists), m_which(new QComboBox(this)), m_hours(new QSpinBox(this))
{
    setObjectName(u"checklistDialog"_s);
    QVBoxLayout *layout = listFrame(this, tr("Checklist"),
                                    tr("What is looked at on a round, in the words of the people who go. You sign the whole "
                                       "list; a round that runs keeps the one it began with."));
    m_which->setObjectName(u"checklistWhich"_s);
    for (const Zone &zone : zones) {
        for (const RoundKind kind : {RoundKind::Scheduled, RoundKind::Spot, RoundKind::Closing})
            m_which->addItem(tr("%1: %2").arg(roundKindText(kind), Texts::zoneName(zone)),
                             zone.id.key + u'|' + roundKindName(kind));
    }
    m_hours->setObjectName(u"checklistHours"_s);
    m_hours->setRange(0, weekHours);
    m_hours->setButtonSymbols(QAbstractSpinBox::NoButtons);
    m_hours->setSpecialValueText(tr("never by itself"));
    m_hours->setSuffix(tr(" hours"));
    auto *form = new QFormLayout;
    form->setHorizontalSpacing(20);
    const auto add = [&](const QString &text, QWidget *field) {
        QLabel *label = makeLabel(this);
        label->setText(text);
        form->addRow(label, field);
        nameAfter(field, label);
    };
    add(tr("Checklist"), m_which);
    add(tr("Due again after"), m_hours);
    layout->addLayout(form);
    m_points = new ListEditor(pointKinds(), {tr("About"), tr("In English"), tr("In Chinese")}, longestPoint, this);
    layout->addWidget(m_points, 1);
    m_sign = signFoot(this, layout);
    m_sign->setText(tr("Sign the list"));
    connect(m_which, &QComboBox::activated, this, &ChecklistDialog::choose);
    connect(m_points, &ListEditor::changed, this, &ChecklistDialog::judge);
    choose();
}

const Checklist *ChecklistDialog::inForce() const
{
    const QStringList parts = m_which->currentData().toString().split(u'|');
    const auto found = std::find_if(m_lists.begin(), m_lists.end(), [&](const Checklist &list) {
        return list.zone.key == parts.value(0) && roundKindName(list.kind) == parts.value(1);
    });
    return found == m_lists.end() ? nullptr : &*found;
}

void ChecklistDialog::choose()
{
    const Checklist *list = inForce();
    m_hours->setValue(list ? list->everyHours : 0);
    QList<ListEditor::Row> rows;
    for (const CheckPoint &point : list ? list->points : std::vector<CheckPoint>())
        rows.append({point.code, pointKindName(point.kind), {point.english, point.chinese}});
    m_points->setRows(rows);
    m_shown = m_points->rows();
}

bool ChecklistDialog::isBegun() const
{
    const Checklist *list = inForce();
    return m_points->rows() != m_shown || m_hours->value() != (list ? list->everyHours : 0);
}

void ChecklistDialog::judge()
{
    const QList<ListEditor::Row> rows = m_points->rows();
    const bool worded =
        std::all_of(rows.begin(), rows.end(), [](const ListEditor::Row &row) { return !row.texts.join(QString()).isEmpty(); });
    m_sign->setEnabled(!rows.isEmpty() && worded && m_which->count() > 0);
}

Checklist ChecklistDialog::checklist() const
{
    const QStringList parts = m_which->currentData().toString().split(u'|');
    Checklist list{
        ZoneId{parts.value(0)}, roundKindFromName(parts.value(1)).value_or(RoundKind::Scheduled), m_hours->value(), {}};
    const Checklist *before = inForce();
    for (const ListEditor::Row &row : m_points->rows()) {
        CheckPoint point;
        if (before) {
            const auto known = std::find_if(before->points.begin(), before->points.end(),
                                            [&](const CheckPoint &old) { return old.code == row.key; });
            if (known != before->points.end())
                point = *known; // with its article
        }
        point.kind = pointKindFromName(row.kind).value_or(PointKind::Other);
        point.english = row.texts.value(0);
        point.chinese = row.texts.value(1);
        if (point.code.isEmpty())
            point.code = freshCode(list.points);
        list.points.push_back(point);
    }
    return list;
}

SupplyDialog::SupplyDialog(const QString &zone, const std::vector<SupplyLoad> &loads, QWidget *parent) : CarefulDialog(parent)
{
    setObjectName(u"supplyListDialog"_s);
    QVBoxLayout *layout = listFrame(
        this, tr("Main supply: %1").arg(zone),
        tr("What goes dark when the closing round cuts the main power. The round warns of servers, stations and locks."));
    m_loads = new ListEditor(loadKinds(), {tr("What"), tr("As on the switchboard")}, longestLabel, this);
    for (const SupplyLoad &load : loads)
        m_inForce.append({{}, supplyName(load.what), {load.label}});
    m_loads->setRows(m_inForce);
    m_inForce = m_loads->rows();
    layout->addWidget(m_loads, 1);
    m_sign = signFoot(this, layout);
    m_sign->setText(tr("Sign the list"));
    connect(m_loads, &ListEditor::changed, this, [this] {
        const QList<ListEditor::Row> lines = m_loads->rows();
        m_sign->setEnabled(
            std::all_of(lines.begin(), lines.end(), [](const ListEditor::Row &row) { return !row.texts.value(0).isEmpty(); }));
    });
}

bool SupplyDialog::isBegun() const
{
    return m_loads->rows() != m_inForce;
}

std::vector<SupplyLoad> SupplyDialog::loads() const
{
    std::vector<SupplyLoad> loads;
    for (const ListEditor::Row &row : m_loads->rows())
        loads.push_back({supplyFromName(row.kind).value_or(SupplyLoad::What::Other), row.texts.value(0)});
    return loads;
}

} // namespace gatehouse::admin
