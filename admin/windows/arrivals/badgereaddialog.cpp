// SPDX-License-Identifier: GPL-3.0-or-later
#include "badgereaddialog.h"

#include "base/logging.h"
#include "style/focusring.h"
#include "texts.h"
#include "windows/parts/camerapanel.h"
#include "windows/parts/widgets.h"

#include <QFileDialog>
#include <QHBoxLayout>

namespace gatehouse::admin
{

using namespace Qt::StringLiterals;

BadgeReadDialog::BadgeReadDialog(Workbench &workbench, const AppSettings &settings, QWidget *parent)
    : QDialog(parent), m_workbench(workbench), m_camera(new CameraPanel(workbench.clock(), this, CameraPanel::Wanted::Badge))
{
    setObjectName(u"badgeReadDialog"_s);
    setWindowTitle(tr("Read a badge"));
    setMinimumWidth(560);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(28, 24, 28, 24);
    layout->setSpacing(12);
    QLabel *heading = makeLabel(this, "title");
    heading->setText(tr("Read a badge"));
    m_message = makeLabel(this, "muted");
    m_message->setObjectName(u"badgeReadMessage"_s);
    m_message->setWordWrap(true);
    QPushButton *file = makeButton(this, u"badgePictureFile"_s);
    file->setText(tr("Read from a picture file"));
    QPushButton *cancel = makeButton(this, u"cancelBadgeRead"_s);
    cancel->setText(tr("Cancel"));
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(buttonGap);
    buttons->addWidget(file);
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    layout->addWidget(heading);
    layout->addWidget(m_camera);
    layout->addWidget(m_message);
    layout->addLayout(buttons);
    connect(m_camera, &CameraPanel::documentRead, this, [this](const scanning::LiveResult &result) { took(result.result); });
    connect(file, &QPushButton::clicked, this, &BadgeReadDialog::pickFile);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    if (settings.camera().isEmpty())
        setVerdict(m_message, Tone::Neutral, tr("No camera is named in the settings: scan the badge with the hand scanner."));
    else
        m_camera->start(settings.camera());
    new FocusRing(this);
}

void BadgeReadDialog::pickFile()
{
    auto *dialog = new QFileDialog(this, tr("Picture of the badge"), QString(), tr("Pictures (*.jpg *.jpeg *.png *.bmp)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &BadgeReadDialog::readPicture);
    dialog->open();
}

void BadgeReadDialog::readPicture(const QString &path)
{
    setVerdict(m_message, Tone::Neutral, tr("Reading …"));
    m_workbench.offload(
        this,
        [path, today = m_workbench.now().toLocalTime().date()]() -> Result<scanning::ScanResult> {
            GATEHOUSE_TRY_ASSIGN(const QImage picture, scanning::loadPicture(path));
            scanning::Scanner scanner;
            return scanner.scanImage(picture, today).result;
        },
        [this](const Result<scanning::ScanResult> &result) {
            if (result) {
                took(*result);
                return;
            }
            qCInfo(lcScan) << "no picture that can be read:" << errorName(result.error().code);
            setVerdict(m_message, Tone::Bad, tr("This file is no picture that can be read."));
        });
}

void BadgeReadDialog::took(const scanning::ScanResult &result)
{
    if (result.kind == scanning::Kind::Badge && !result.raw.isEmpty()) {
        m_camera->stop();
        accept();
        Q_EMIT read(result.raw.join(QString()));
        return;
    }
    qCInfo(lcScan) << "no badge in what was shown, but:" << qPrintable(scanning::kindName(result.kind));
    setVerdict(m_message, Tone::Bad, tr("No badge was found there."));
    m_camera->again();
}

} // namespace gatehouse::admin
