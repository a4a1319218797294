// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QSerialPort>
#include <QTimer>

namespace gatehouse::scanning
{

/// A serial line that is opened again whenever it is lost. 8 data bits, no parity, one stop bit, no flow control. Of one
/// thread with an event loop.
class SerialLine final : public QObject
{
    Q_OBJECT

public:
    /// "DEVICE" or "DEVICE,RATE".
    explicit SerialLine(const QString &device, QObject *parent = nullptr);

    void start();
    void stop();
    bool isOpen() const { return m_port.isOpen(); }
    void send(const QByteArray &bytes);

Q_SIGNALS:
    void opened();
    void received(const QByteArray &bytes);
    void lost();
    void recovered();

private:
    void open();
    void onError(QSerialPort::SerialPortError error);

    QSerialPort m_port;
    QTimer m_retry;
    bool m_missing = false;
};

} // namespace gatehouse::scanning
