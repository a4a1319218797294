// SPDX-License-Identifier: GPL-3.0-or-later
#include "camerafeed.h"

namespace gatehouse::kiosk
{

CameraFeed::CameraFeed(QObject *parent) : QObject(parent) {}

void CameraFeed::setPicture(const QImage &picture)
{
    m_picture = picture;
    if (!m_works) {
        m_works = true;
        Q_EMIT worksChanged();
    }
    Q_EMIT pictureChanged();
}

void CameraFeed::setLost()
{
    m_picture = QImage();
    if (m_works) {
        m_works = false;
        Q_EMIT worksChanged();
    }
    Q_EMIT pictureChanged();
}

} // namespace gatehouse::kiosk
