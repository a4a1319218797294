// SPDX-License-Identifier: GPL-3.0-or-later
#include "zonescard.h"

#include "usecases/definezone.h"
#include "windows/parts/formdialog.h"
#include "windows/parts/widgets.h"

#include <QGridLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace gatehouse::admin
{

using namespace Qt::StringLiterals;
using namespace domain;

namespace
{
bool hasKind(const std::vector<QString> &kinds, const QString &kind)
{
    return std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
}

QString kindList(const std::vector<QString> &kinds)
{
    QStringList names;
    for (const QString &kind : kinds)
        names << Texts::itemKind(kind);
    return names.join(ZonesCard::tr(", "));
}
} // namespace

ZonesCard::ZonesCard(Workbench &workbench, QWidget *parent) : QFrame(parent), m_workbench(workbench)
{
    setProperty("role", u"card"_s);
    setObjectName(u"zonesCard"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 18, 24, 20);
    layout->setSpacing(8);
    m_heading = makeLabel(this, "heading");
    m_about = makeLabel(this, "muted");
    m_about->setWordWrap(true);
    layout->addWidget(m_heading);
    layout->addWidget(m_about);
    connect(&m_workbench, &Workbench::directoryChanged, this, &ZonesCard::refresh);
    retranslate();
}

QString ZonesCard::summary(const Zone &zone)
{
    QStringList parts;
    if (zone.asksTerms)
        parts << tr("confidentiality signed");
    if (zone.asksBriefing)
        parts << tr("safety briefing, holds %n day(s)", nullptr, zone.briefingDays);
    if (zone.escort != EscortRule::None)
        parts << tr("%n visitor(s) for one escort", nullptr, zone.visitorsPerEscort);
    parts << tr("records kept %n day(s)", nullptr, zone.retentionDays);
    parts << tr("handed in: %1").arg(kindList(zone.prohibitedItems));
    if (!zone.namedItems.empty())
        parts << tr("handed in or allowed by name: %1").arg(kindList(zone.namedItems));
    return parts.join(u"  ·  "_s);
}

void ZonesCard::refresh()
{
    delete m_list;
    m_list = new QWidget(this);
    m_grid = new QGridLayout(m_list);
    m_grid->setContentsMargins(0, 4, 0, 4);
    m_grid->setHorizontalSpacing(12);
    m_grid->setVerticalSpacing(4);
    m_grid->setColumnStretch(0, 1);
    int row = 0;
    for (const Zone &zone : m_workbench.directory().zones)
        addRow(zone, 3 * row++);
    static_cast<QVBoxLayout *>(layout())->addWidget(m_list);
}

void ZonesCard::addRow(const Zone &zone, int row)
{
    QLabel *name = makeLabel(m_list);
    name->setText(Texts::zoneName(zone));
    QLabel *about = makeLabel(m_list, "muted");
    about->setWordWrap(true);
    about->setText(summary(zone));
    m_grid->addWidget(name, row, 0);
    m_grid->addWidget(about, row + 1, 0, 1, 3);
    if (usecases::knowsNothingOfCameras(zone)) {
        QLabel *cameras = makeLabel(m_list);
        cameras->setObjectName(u"cameras-"_s + zone.id.key);
        cameras->setWordWrap(true);
        setVerdict(cameras, Tone::Warn,
                   tr("This zone was signed before cameras and recorders were controlled: choose “Items…” and sign it anew."));
        m_grid->addWidget(cameras, row + 2, 0, 1, 3);
    }
    if (!m_workbench.has(Role::Manager))
        return;
    QPushButton *change = makeButton(m_list, u"zoneRules-"_s + zone.id.key);
    change->setText(tr("Change…"));
    change->setAccessibleName(tr("Change what %1 asks").arg(name->text()));
    QPushButton *items = makeButton(m_list, u"zoneItems-"_s + zone.id.key);
    items->setText(tr("Items…"));
    items->setAccessibleName(tr("Items in %1").arg(name->text()));
    m_grid->addWidget(change, row, 1);
    m_grid->addWidget(items, row, 2);
    connect(change, &QPushButton::clicked, this, [this, zone] { askRules(zone); });
    connect(items, &QPushButton::clicked, this, [this, zone] { askItems(zone); });
}

void ZonesCard::askRules(const Zone &zone)
{
    auto *form = new FormDialog(u"zoneDialog"_s, Texts::zoneName(zone),
                                tr("Every station asks for this as soon as you have signed."), tr("Sign"), this);
    form->addCheck(u"zoneTerms"_s, tr("Visitors sign the confidentiality terms"), false, zone.asksTerms);
    form->addCheck(u"zoneBriefing"_s, tr("Visitors pass the safety briefing"), false, zone.asksBriefing);
    form->addNumber(u"zoneBriefingDays"_s, tr("A briefing holds, days"), 1, usecases::longestBriefingDays, zone.briefingDays);
    if (zone.escort != EscortRule::None)
        form->addNumber(u"zonePerEscort"_s, tr("Visitors for one escort"), 1, usecases::mostVisitorsPerEscort,
                        zone.visitorsPerEscort);
    form->addNumber(u"zoneRetention"_s, tr("Records are kept, days"), 1, usecases::longestRetentionDays, zone.retentionDays);
    form->ask([this, zone](FormDialog &filled) {
        Zone changed = zone;
        changed.asksTerms = filled.checked(u"zoneTerms"_s);
        changed.asksBriefing = filled.checked(u"zoneBriefing"_s);
        changed.briefingDays = filled.number(u"zoneBriefingDays"_s);
        if (zone.escort != EscortRule::None)
            changed.visitorsPerEscort = filled.number(u"zonePerEscort"_s);
        changed.retentionDays = filled.number(u"zoneRetention"_s);
        sign(changed, filled);
    });
}

void ZonesCard::askItems(const Zone &zone)
{
    auto *form = new FormDialog(u"zoneItemsDialog"_s, tr("Items in %1").arg(Texts::zoneName(zone)),
                                tr("Who declares it hands it in against a numbered tag before the visit is approved."),
                                tr("Sign"), this);
    const QList<FormDialog::Choice> choices{{u"free"_s, tr("may be carried")},
                                            {u"handed-in"_s, tr("is handed in")},
                                            {u"named"_s, tr("is handed in, or allowed by name")}};
    for (const QString &kind : itemKinds()) {
        const bool fixed = kind == u"flammable"; // nowhere on the premises
        const QString now = hasKind(zone.prohibitedItems, kind) ? u"handed-in"_s
                            : hasKind(zone.namedItems, kind)    ? u"named"_s
                                                                : u"free"_s;
        form->addChoice(u"item-"_s + kind, Texts::itemKind(kind), fixed ? choices.mid(1, 1) : choices, now);
    }
    form->ask([this, zone](FormDialog &filled) {
        Zone changed = zone;
        changed.prohibitedItems.clear();
        changed.namedItems.clear();
        for (const QString &kind : itemKinds()) {
            const QString chosen = filled.choice(u"item-"_s + kind);
            if (chosen == u"handed-in")
                changed.prohibitedItems.push_back(kind);
            else if (chosen == u"named")
                changed.namedItems.push_back(kind);
        }
        sign(changed, filled);
    });
}

void ZonesCard::sign(const Zone &zone, KeptDialog &form)
{
    m_workbench.act(
        this,
        [zone](Seat &seat) -> Result<void> {
            GATEHOUSE_TRY_ASSIGN(const usecases::StaffSession *session, seat.session());
            return usecases::defineZone(seat.workplace(), *session, zone);
        },
        [this, name = Texts::zoneName(zone), form = QPointer<KeptDialog>(&form)](const Result<void> &answer) {
            const bool nothingNew = !answer && answer.error().code == ErrorCode::Conflict;
            if (form)
                form->answered(answer || nothingNew ? QString() : Texts::error(answer.error()));
            if (answer)
                Q_EMIT said(Tone::Good, tr("%1 is signed. Every station asks for it from now on.").arg(name));
            else if (nothingNew)
                Q_EMIT said(Tone::Neutral, tr("Nothing was changed."));
        });
}

void ZonesCard::retranslate()
{
    m_heading->setText(tr("Zones"));
    m_about->setText(tr("What a zone asks of its visitors. A manager's signature puts it in force."));
    refresh();
}

} // namespace gatehouse::admin
