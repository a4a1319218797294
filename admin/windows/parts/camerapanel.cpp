// SPDX-License-Identifier: GPL-3.0-or-later
#include "camerapanel.h"

#include "style/theme.h"
#include "widgets.h"

#include <QPainter>
#include <QVBoxLayout>

namespace gatehouse::admin
{

using namespace Qt::StringLiterals;

namespace
{
constexpr int liveHeight = 260;
}

CameraPanel::CameraPanel(const Clock &clock, QWidget *parent, Wanted wanted) : QWidget(parent), m_clock(clock), m_wanted(wanted)
{
    m_guidance = makeLabel(this, "heading");
    m_guidance->setObjectName(u"cameraGuidance"_s);
    m_photo = makeButton(this, u"takePhoto"_s);
    m_photo->setText(tr("Take the visitor's photo"));
    m_photo->setEnabled(false);
    m_photo->setVisible(wanted == Wanted::Document);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, liveHeight + 8, 0, 0);
    layout->addWidget(m_guidance);
    layout->addWidget(m_photo, 0, Qt::AlignLeft);
    connect(m_photo, &QPushButton::clicked, this, [this] {
        if (!m_frame.isNull())
            Q_EMIT photoTaken(m_frame);
    });
    hide();
}

void CameraPanel::start(const QString &source)
{
    stop();
    m_source = std::make_unique<scanning::FrameSource>(source);
    m_scanner = std::make_unique<scanning::LiveScanner>(m_clock);
    connect(m_source.get(), &scanning::FrameSource::frame, this, &CameraPanel::took);
    connect(m_source.get(), &scanning::FrameSource::frame, m_scanner.get(), &scanning::LiveScanner::submit);
    connect(m_source.get(), &scanning::FrameSource::lost, this, [this] {
        m_frame = {};
        m_photo->setEnabled(false);
        m_guidance->setText(tr("The camera gives no picture. Check its cable; it comes back by itself."));
        update();
    });
    connect(m_source.get(), &scanning::FrameSource::recovered, this, [this] { guide(m_scanner->guidance()); });
    connect(m_scanner.get(), &scanning::LiveScanner::guidanceChanged, this, &CameraPanel::guide);
    connect(m_scanner.get(), &scanning::LiveScanner::outlineChanged, this, [this](const QPolygonF &outline) {
        m_outline = outline;
        update();
    });
    connect(m_scanner.get(), &scanning::LiveScanner::decided, this, &CameraPanel::documentRead);
    m_source->start();
    m_scanner->restart();
    guide(m_scanner->guidance());
    show();
}

void CameraPanel::stop()
{
    m_scanner.reset();
    m_source.reset();
    m_frame = {};
    m_outline.clear();
    hide();
}

void CameraPanel::again()
{
    if (m_scanner)
        m_scanner->restart();
}

void CameraPanel::took(const QImage &picture)
{
    m_frame = picture;
    m_photo->setEnabled(true);
    update();
}

void CameraPanel::guide(scanning::Guidance guidance)
{
    using scanning::Guidance;
    switch (guidance) {
    case Guidance::ShowDocument:
        m_guidance->setText(m_wanted == Wanted::Badge ? tr("Show the code on the badge to the camera.")
                                                      : tr("Show the document to the camera."));
        return;
    case Guidance::Closer:
        m_guidance->setText(tr("Closer."));
        return;
    case Guidance::HoldStill:
        m_guidance->setText(tr("Hold it still."));
        return;
    case Guidance::TooMuchGlare:
        m_guidance->setText(tr("Too much glare: tilt it a little."));
        return;
    case Guidance::TooDark:
        m_guidance->setText(tr("Too dark."));
        return;
    case Guidance::PartlyOutside:
        m_guidance->setText(tr("Move it into the picture."));
        return;
    case Guidance::OneDocument:
        m_guidance->setText(tr("One document at a time."));
        return;
    case Guidance::TurnOver:
        m_guidance->setText(tr("Turn it over."));
        return;
    default:
        m_guidance->setText(tr("Reading …"));
    }
}

void CameraPanel::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = tokensOf(palette());
    QPainter painter(this);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    const QRectF area(0, 0, width(), liveHeight);
    painter.setPen(Qt::NoPen);
    painter.setBrush(tokens.softNeutral);
    painter.drawRoundedRect(area, 12, 12);
    if (m_frame.isNull())
        return;
    const QSizeF fitted = QSizeF(m_frame.size()).scaled(area.size(), Qt::KeepAspectRatio);
    const QRectF target(area.center() - QPointF(fitted.width() / 2, fitted.height() / 2), fitted);
    painter.drawImage(target, m_frame);
    if (m_outline.isEmpty())
        return;
    const qreal scale = target.width() / m_frame.width();
    QPolygonF drawn;
    for (const QPointF &corner : m_outline)
        drawn << target.topLeft() + corner * scale;
    painter.setPen(QPen(tokens.primary, 4));
    painter.setBrush(Qt::NoBrush);
    painter.drawPolygon(drawn);
}

} // namespace gatehouse::admin
