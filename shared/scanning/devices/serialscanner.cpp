// SPDX-License-Identifier: GPL-3.0-or-later
#include "serialscanner.h"

#include "payloadframer.h"
#include "serialline.h"

#include <QElapsedTimer>

#include <algorithm>

namespace gatehouse::scanning
{

struct SerialScanner::Private {
    explicit Private(const QString &device) : line(device) { clock.start(); }

    SerialLine line;
    PayloadFramer framer;
    QTimer timer; // runs to the framer's deadline
    QElapsedTimer clock;

    void wait(SerialScanner &scanner)
    {
        if (const auto deadline = framer.deadline())
            timer.start(std::chrono::milliseconds(std::max<qint64>(0, *deadline - clock.elapsed())));
        else
            timer.stop();
        if (framer.takeOverlong())
            Q_EMIT scanner.readFailed();
    }
};

SerialScanner::SerialScanner(const QString &device, QObject *parent)
    : DocumentPort(parent), d(std::make_unique<Private>(device))
{
    d->timer.setSingleShot(true);
    d->timer.setTimerType(Qt::PreciseTimer);
    connect(&d->line, &SerialLine::received, this, [this](const QByteArray &bytes) {
        const auto payloads = d->framer.feed(bytes, d->clock.elapsed());
        d->wait(*this);
        for (const QByteArray &payload : payloads)
            Q_EMIT payloadRead(payload);
    });
    connect(&d->timer, &QTimer::timeout, this, [this] {
        const auto payload = d->framer.elapse(d->clock.elapsed());
        d->wait(*this);
        if (payload)
            Q_EMIT payloadRead(*payload);
    });
    connect(&d->line, &SerialLine::lost, this, [this] {
        // The rest of it will not come.
        const bool pending = !d->framer.isEmpty();
        d->framer.clear();
        d->timer.stop();
        Q_EMIT lost();
        if (pending)
            Q_EMIT readFailed();
    });
    connect(&d->line, &SerialLine::recovered, this, &DocumentPort::recovered);
}

SerialScanner::~SerialScanner() = default;

void SerialScanner::start()
{
    d->line.start();
}

void SerialScanner::stop()
{
    d->line.stop();
    d->framer.clear();
    d->timer.stop();
}

bool SerialScanner::isOpen() const
{
    return d->line.isOpen();
}

} // namespace gatehouse::scanning
