// SPDX-License-Identifier: GPL-3.0-or-later
#include "chime.h"

#include <QProcess>
#include <QStandardPaths>
#include <QtEndian>

#include <cmath>
#include <numbers>

namespace gatehouse::kiosk
{

namespace
{
constexpr int rate = 22050;

template <typename Unsigned>
void append(QByteArray &bytes, Unsigned value)
{
    char buffer[sizeof(Unsigned)];
    qToLittleEndian(value, buffer);
    bytes.append(buffer, sizeof buffer);
}

void appendTone(QByteArray &samples, double frequency, int milliseconds)
{
    const int count = rate * milliseconds / 1000;
    for (int i = 0; i < count; ++i) {
        const double fade = std::sin(std::numbers::pi * i / count); // no click at either end
        const double value = 0.5 * fade * std::sin(2 * std::numbers::pi * frequency * i / rate);
        append(samples, static_cast<quint16>(static_cast<qint16>(value * 32767)));
    }
}
} // namespace

QByteArray chimeWav(bool admitted)
{
    QByteArray samples;
    appendTone(samples, admitted ? 660 : 220, 160);
    appendTone(samples, admitted ? 880 : 220, 260);
    QByteArray wav("RIFF");
    append(wav, static_cast<quint32>(36 + samples.size()));
    wav += "WAVEfmt ";
    append(wav, quint32{16});
    append(wav, quint16{1}); // PCM
    append(wav, quint16{1}); // mono
    append(wav, quint32{rate});
    append(wav, quint32{rate * 2});
    append(wav, quint16{2});
    append(wav, quint16{16});
    wav += "data";
    append(wav, static_cast<quint32>(samples.size()));
    return wav + samples;
}

void playChime(bool admitted)
{
    static const QString player = QStandardPaths::findExecutable(QStringLiteral("aplay"));
    if (player.isEmpty())
        return;
    auto *process = new QProcess;
    QObject::connect(process, &QProcess::finished, process, &QObject::deleteLater);
    QObject::connect(process, &QProcess::errorOccurred, process, &QObject::deleteLater);
    process->setStandardOutputFile(QProcess::nullDevice());
    process->setStandardErrorFile(QProcess::nullDevice());
    process->start(player, {QStringLiteral("-q"), QStringLiteral("-")});
    process->write(chimeWav(admitted));
    process->closeWriteChannel();
}

} // namespace gatehouse::kiosk
