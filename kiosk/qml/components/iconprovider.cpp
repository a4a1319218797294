// SPDX-License-Identifier: GPL-3.0-or-later
#include "iconprovider.h"

#include <QFile>
#include <QPainter>
#include <QSvgRenderer>

namespace gatehouse::kioskui
{

IconProvider::IconProvider() : QQuickImageProvider(QQuickImageProvider::Image) {}

QImage IconProvider::requestImage(const QString &id, QSize *size, const QSize &requestedSize)
{
    const QString name = id.section(QLatin1Char('/'), 0, 0);
    const QString colour = id.section(QLatin1Char('/'), 1, 1);
    const QString accent = id.section(QLatin1Char('/'), 2, 2); // of the briefing's pictures: what is forbidden, what is right
    const QString good = id.section(QLatin1Char('/'), 3, 3);
    const QSize wanted = requestedSize.isEmpty() ? QSize(48, 48) : requestedSize;
    if (size)
        *size = wanted;
    QImage image(wanted, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QFile file(accent.isEmpty() ? QStringLiteral(":/qt/qml/Gatehouse/Components/icons/%1.svg").arg(name)
                                : QStringLiteral(":/gatehouse/briefing/%1.svg").arg(name));
    if (!file.open(QIODevice::ReadOnly)) {
        qWarning("no icon %s", qUtf8Printable(name));
        return image;
    }
    QByteArray svg = file.readAll();
    svg.replace("currentColor", QByteArray("#" + colour.toLatin1()));
    svg.replace("accentColor", QByteArray("#" + accent.toLatin1()));
    svg.replace("goodColor", QByteArray("#" + good.toLatin1()));
    QSvgRenderer renderer(svg);
    QPainter painter(&image);
    renderer.render(&painter, QRectF(QPointF(0, 0), wanted));
    return image;
}

} // namespace gatehouse::kioskui
