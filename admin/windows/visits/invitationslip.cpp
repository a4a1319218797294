// SPDX-License-Identifier: GPL-3.0-or-later
#include "invitationslip.h"

#include "badges/renderer.h"
#include "style/focusring.h"
#include "texts.h"
#include "windows/parts/widgets.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QLineEdit>

namespace gatehouse::admin
{

using namespace Qt::StringLiterals;

namespace
{
constexpr int slipDpi = 100;

Result<QList<badges::Drawing>> slipPages(const badges::InvitationSlip &slip)
{
    GATEHOUSE_TRY_ASSIGN(const badges::Drawing page, badges::invitationSlipPage(slip, badges::FontMeasure()));
    return QList<badges::Drawing>{page};
}
} // namespace

InvitationSlipDialog::InvitationSlipDialog(Workbench &workbench, AppSettings &settings, PaperDesk &paper,
                                           const badges::InvitationSlip &slip, QWidget *parent)
    : QDialog(parent), m_workbench(workbench), m_settings(settings), m_paper(paper), m_slip(slip)
{
    setObjectName(u"invitationSlip"_s);
    setWindowTitle(tr("Invitation"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(28, 24, 28, 24);
    layout->setSpacing(12);
    m_picture = makeLabel(this);
    m_picture->setObjectName(u"slipPicture"_s);
    m_picture->setAlignment(Qt::AlignCenter);
    m_picture->setAccessibleName(tr("Picture of the invitation"));
    m_picture->setMinimumSize(414, 583); // 105 x 148 mm at slipDpi
    auto *code = new QLineEdit(slip.token, this);
    code->setObjectName(u"slipToken"_s);
    code->setReadOnly(true);
    code->setAccessibleName(tr("Code of the invitation as text"));
    code->setCursorPosition(0);
    m_message = makeLabel(this, "muted");
    m_message->setObjectName(u"slipMessage"_s);
    m_message->setWordWrap(true);
    layout->addWidget(m_picture, 0, Qt::AlignHCenter);
    layout->addWidget(code);
    layout->addWidget(m_message);
    buildButtons(layout);
    connect(&m_paper, &PaperDesk::said, this,
            [this](Tone tone, const QString &sentence) { setVerdict(m_message, tone, sentence); });
    new FocusRing(this);
    draw();
}

void InvitationSlipDialog::buildButtons(QVBoxLayout *layout)
{
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(buttonGap);
    QPushButton *print = makeButton(this, u"printSlip"_s, "primary");
    print->setText(tr("Print"));
    QPushButton *save = makeButton(this, u"saveSlip"_s);
    save->setText(tr("Save as PDF"));
    QPushButton *close = makeButton(this, u"closeSlip"_s);
    close->setText(tr("Close"));
    buttons->addWidget(print);
    buttons->addWidget(save);
    buttons->addStretch(1);
    buttons->addWidget(close);
    layout->addLayout(buttons);
    connect(print, &QPushButton::clicked, this, &InvitationSlipDialog::print);
    connect(save, &QPushButton::clicked, this, &InvitationSlipDialog::save);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
}

badges::InvitationSlip InvitationSlipDialog::slipOf(const domain::Invitation &invitation, const QString &token,
                                                    const SiteDirectory &site)
{
    badges::InvitationSlip slip;
    slip.siteName = site.siteName;
    slip.host = site.staffName(invitation.host);
    if (const domain::Purpose *purpose = site.purpose(invitation.purpose)) {
        slip.purposeEnglish = purpose->nameEnglish;
        slip.purposeChinese = purpose->nameChinese;
    }
    slip.from = invitation.windowFrom;
    slip.until = invitation.windowUntil;
    slip.token = token;
    return slip;
}

void InvitationSlipDialog::draw()
{
    m_workbench.offload(
        this,
        [slip = m_slip]() -> Result<QImage> {
            GATEHOUSE_TRY_ASSIGN(const QList<badges::Drawing> pages, slipPages(slip));
            return badges::toImage(pages.first(), slipDpi);
        },
        [this](const Result<QImage> &picture) {
            if (picture)
                m_picture->setPixmap(QPixmap::fromImage(*picture));
            else
                setVerdict(m_message, Tone::Bad, Texts::error(picture.error()));
        });
}

void InvitationSlipDialog::print()
{
    if (const auto pages = slipPages(m_slip))
        m_paper.print(*pages, u"invitation-"_s + m_workbench.now().toLocalTime().toString(u"yyyyMMdd-HHmmss"));
}

void InvitationSlipDialog::save()
{
    auto *dialog = new QFileDialog(this, tr("Save the invitation"), m_settings.pdfFolder(), tr("PDF files (*.pdf)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"pdf"_s);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        m_workbench.offload(
            this,
            [slip = m_slip, path]() -> Result<void> {
                GATEHOUSE_TRY_ASSIGN(const QList<badges::Drawing> pages, slipPages(slip));
                return badges::toPdf(pages, path);
            },
            [this, path](const Result<void> &saved) {
                if (saved)
                    setVerdict(m_message, Tone::Good, tr("Saved: %1").arg(path));
                else
                    setVerdict(m_message, Tone::Bad, tr("It could not be saved there."));
            });
    });
    dialog->open();
}

} // namespace gatehouse::admin
