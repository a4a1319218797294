// SPDX-License-Identifier: GPL-3.0-or-later
#include "picturecard.h"

#include "style/theme.h"

#include <QBuffer>
#include <QImageReader>
#include <QPainter>
#include <QPainterPath>
#include <QPushButton>

namespace gatehouse::admin
{

namespace
{
constexpr int radius = 12;
constexpr int largestEdge = 2000;

QImage decode(const QByteArray &encoded)
{
    QBuffer buffer;
    buffer.setData(encoded);
    QImageReader reader(&buffer);
    reader.setAutoTransform(true);
    const QSize size = reader.size();
    if (size.isValid() && qMax(size.width(), size.height()) > largestEdge)
        reader.setScaledSize(size.scaled(largestEdge, largestEdge, Qt::KeepAspectRatio));
    return reader.read();
}
} // namespace

PictureCard::PictureCard(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void PictureCard::setPicture(const QByteArray &encoded)
{
    if (encoded == m_encoded)
        return;
    m_encoded = encoded;
    m_picture = encoded.isEmpty() ? QPixmap() : QPixmap::fromImage(decode(encoded));
    if (m_button)
        m_button->setVisible(m_picture.isNull());
    describe();
}

void PictureCard::setWords(const QString &words)
{
    m_words = words;
    describe();
}

/// What is heard is what is seen: the words stand only where there is no picture.
void PictureCard::describe()
{
    setAccessibleDescription(hasPicture() ? QString() : m_words);
    update();
}

void PictureCard::setButton(QPushButton *button)
{
    m_button = button;
    m_button->setParent(this);
    placeButton();
}

void PictureCard::wipe()
{
    m_encoded.fill('\0');
    m_encoded.clear();
    m_picture = {};
    update();
}

void PictureCard::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    placeButton();
}

void PictureCard::placeButton()
{
    if (!m_button)
        return;
    m_button->adjustSize();
    m_button->move((width() - m_button->width()) / 2, height() / 2 + 4);
}

void PictureCard::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = tokensOf(palette());
    QPainter painter(this);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    const QRectF frame = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    QPainterPath path;
    path.addRoundedRect(frame, radius, radius);
    painter.fillPath(path, tokens.softNeutral);
    if (!m_picture.isNull()) {
        painter.setClipPath(path);
        const QSizeF fitted = QSizeF(m_picture.size()).scaled(frame.size(), Qt::KeepAspectRatio);
        const QRectF target(frame.center() - QPointF(fitted.width() / 2, fitted.height() / 2), fitted);
        painter.drawPixmap(target, m_picture, m_picture.rect());
        painter.setClipping(false);
    } else {
        painter.setPen(tokens.muted);
        QRectF words = frame.adjusted(16, 12, -16, -12);
        if (m_button && m_button->isVisibleTo(this))
            words.setBottom(m_button->y() - 8);
        painter.drawText(words,
                         (m_button && m_button->isVisibleTo(this) ? Qt::AlignBottom : Qt::AlignVCenter) | Qt::AlignHCenter |
                             Qt::TextWordWrap,
                         m_words);
    }
    painter.setPen(tokens.line);
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(path);
}

} // namespace gatehouse::admin
