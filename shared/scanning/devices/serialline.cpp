// SPDX-License-Identifier: GPL-3.0-or-later
#include "serialline.h"

#include "base/logging.h"

namespace gatehouse::scanning
{

namespace
{
constexpr std::chrono::seconds retryTime(1);
}

SerialLine::SerialLine(const QString &device, QObject *parent) : QObject(parent)
{
    m_port.setPortName(device.section(QLatin1Char(','), 0, 0).trimmed());
    const int rate = device.section(QLatin1Char(','), 1, 1).toInt();
    m_port.setBaudRate(rate > 0 ? rate : QSerialPort::Baud115200);
    m_retry.setInterval(retryTime);
    connect(&m_retry, &QTimer::timeout, this, &SerialLine::open);
    connect(&m_port, &QSerialPort::readyRead, this, [this] { Q_EMIT received(m_port.readAll()); });
    connect(&m_port, &QSerialPort::errorOccurred, this, &SerialLine::onError);
}

void SerialLine::start()
{
    if (isOpen() || m_retry.isActive())
        return;
    m_missing = false;
    m_retry.start();
    open();
}

void SerialLine::stop()
{
    m_retry.stop();
    m_port.close();
}

void SerialLine::send(const QByteArray &bytes)
{
    if (isOpen())
        m_port.write(bytes);
}

void SerialLine::open()
{
    if (!m_port.open(QIODevice::ReadWrite)) {
        if (!std::exchange(m_missing, true)) {
            qCWarning(lcScan) << "a serial device is missing:" << m_port.portName() << m_port.error();
            Q_EMIT lost();
        }
        return;
    }
    m_retry.stop();
    m_port.clear();
    Q_EMIT opened();
    if (std::exchange(m_missing, false)) {
        qCInfo(lcScan) << "a serial device is back:" << m_port.portName();
        Q_EMIT recovered();
    }
}

void SerialLine::onError(QSerialPort::SerialPortError error)
{
    const bool opening = !m_port.isOpen(); // open() says it itself
    if (error == QSerialPort::NoError || error == QSerialPort::TimeoutError || opening)
        return;
    qCWarning(lcScan) << "a serial device is lost:" << m_port.portName() << error;
    // Not from within the port's own notification.
    QMetaObject::invokeMethod(
        this,
        [this] {
            if (!m_port.isOpen())
                return;
            m_port.close();
            m_retry.start();
            if (!std::exchange(m_missing, true))
                Q_EMIT lost();
        },
        Qt::QueuedConnection);
}

} // namespace gatehouse::scanning
