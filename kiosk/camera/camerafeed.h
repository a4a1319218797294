// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QObject>

namespace gatehouse::kiosk
{

/// The newest frame of the camera, for CameraView and the portrait. Holds one frame at a time. GUI thread only.
class CameraFeed : public QObject
{
    Q_OBJECT
    Q_PROPERTY(bool works READ works NOTIFY worksChanged) ///< frames are coming

public:
    explicit CameraFeed(QObject *parent = nullptr);

    const QImage &picture() const { return m_picture; }
    bool works() const { return m_works; }

public Q_SLOTS:
    void setPicture(const QImage &picture);
    /// The camera is gone: the last frame is forgotten.
    void setLost();

Q_SIGNALS:
    void pictureChanged();
    void worksChanged();

private:
    QImage m_picture;
    bool m_works = false;
};

} // namespace gatehouse::kiosk
