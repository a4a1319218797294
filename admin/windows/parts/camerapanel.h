// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "vision/framesource.h"
#include "vision/livescanner.h"

#include <QLabel>
#include <QPushButton>
#include <QWidget>

#include <memory>

namespace gatehouse::admin
{

/// The desk's camera: a live picture with one sentence of guidance; reads documents by itself and takes a photo on request. The
/// camera is closed while the panel is stopped.
class CameraPanel : public QWidget
{
    Q_OBJECT

public:
    enum class Wanted { Document, Badge };

    CameraPanel(const Clock &clock, QWidget *parent, Wanted wanted = Wanted::Document);

    void start(const QString &source);
    void stop();
    /// Looks for the next one.
    void again();
    bool isRunning() const { return m_source != nullptr; }

Q_SIGNALS:
    void documentRead(const gatehouse::scanning::LiveResult &result);
    void photoTaken(const QImage &picture);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void took(const QImage &picture);
    void guide(scanning::Guidance guidance);

    const Clock &m_clock;
    Wanted m_wanted;
    std::unique_ptr<scanning::FrameSource> m_source;
    std::unique_ptr<scanning::LiveScanner> m_scanner;
    QImage m_frame;
    QPolygonF m_outline;
    QLabel *m_guidance;
    QPushButton *m_photo;
};

} // namespace gatehouse::admin
