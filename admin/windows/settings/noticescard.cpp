// SPDX-License-Identifier: GPL-3.0-or-later
#include "noticescard.h"

#include "noticedialog.h"
#include "usecases/publishnotice.h"
#include "windows/parts/widgets.h"

#include <QGridLayout>
#include <QVBoxLayout>

namespace gatehouse::admin
{

using namespace Qt::StringLiterals;
using namespace domain;

NoticesCard::NoticesCard(Workbench &workbench, QWidget *parent) : QFrame(parent), m_workbench(workbench)
{
    setObjectName(u"noticesCard"_s);
    setProperty("role", u"card"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 18, 24, 20);
    layout->setSpacing(8);
    m_heading = makeLabel(this, "heading");
    m_about = makeLabel(this, "muted");
    m_about->setWordWrap(true);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(20);
    grid->setVerticalSpacing(8);
    grid->setColumnStretch(1, 1);
    for (const QString &kind : notice::kinds()) {
        const Row row{kind, makeLabel(this), makeLabel(this, "muted"), makeButton(this, u"notice-"_s + kind)};
        row.version->setObjectName(u"noticeVersion-"_s + kind);
        const auto line = static_cast<int>(m_rows.size());
        grid->addWidget(row.name, line, 0);
        grid->addWidget(row.version, line, 1);
        grid->addWidget(row.open, line, 2);
        connect(row.open, &QPushButton::clicked, this, [this, kind] { open(kind); });
        m_rows.append(row);
    }
    layout->addWidget(m_heading);
    layout->addWidget(m_about);
    layout->addLayout(grid);
    connect(&m_workbench, &Workbench::directoryChanged, this, &NoticesCard::refresh);
    retranslate();
}

QString NoticesCard::noticeName(const QString &kind)
{
    if (kind == notice::privacy)
        return tr("Privacy notice");
    if (kind == notice::recording)
        return tr("Recording notice");
    return kind == notice::terms ? tr("Confidentiality terms") : tr("Safety briefing");
}

void NoticesCard::refresh()
{
    const SiteDirectory &site = m_workbench.directory();
    for (const Row &row : m_rows) {
        const NoticeInForce inForce = site.notices.value(row.kind);
        QString text = tr("Version %1").arg(inForce.version);
        if (inForce.since.isValid())
            text = tr("Version %1, since %2").arg(QString::number(inForce.version), Texts::dateTime(inForce.since));
        if (inForce.by)
            text = tr("%1, signed by %2").arg(text, site.staffName(*inForce.by));
        row.version->setText(text);
        row.open->setText(m_workbench.has(Role::Manager) ? tr("Read or change …") : tr("Read …"));
        row.open->setAccessibleName(tr("%1: %2").arg(noticeName(row.kind), row.open->text()));
    }
}

void NoticesCard::open(const QString &kind)
{
    auto *dialog =
        new NoticeDialog(kind, m_workbench.directory().notices.value(kind), m_workbench.has(Role::Manager), window());
    connect(dialog, &KeptDialog::submitted, this, [this, dialog, kind] { publish(kind, dialog); });
    dialog->open();
}

void NoticesCard::publish(const QString &kind, NoticeDialog *dialog)
{
    const int version = dialog->version();
    m_workbench.act(
        dialog,
        [kind, version, texts = dialog->texts()](Seat &seat) -> Result<void> {
            GATEHOUSE_TRY_ASSIGN(const usecases::StaffSession *session, seat.session());
            return usecases::publishNotice(seat.workplace(), *session, kind, version, texts);
        },
        [this, dialog, kind, version](const Result<void> &answer) {
            if (!answer) {
                dialog->answered(answer.error().code == ErrorCode::Conflict
                                     ? tr("Somebody else put a version in force meanwhile. Read it, then write yours anew.")
                                     : Texts::error(answer.error()));
                return;
            }
            dialog->answered({});
            Q_EMIT said(Tone::Good, tr("%1: version %2 is in force on every screen.").arg(noticeName(kind)).arg(version));
        });
}

void NoticesCard::retranslate()
{
    m_heading->setText(tr("What visitors are shown"));
    m_about->setText(tr("A new version is shown at every kiosk and desk as soon as a manager has signed it."));
    for (const Row &row : m_rows)
        row.name->setText(noticeName(row.kind));
    refresh();
}

} // namespace gatehouse::admin
