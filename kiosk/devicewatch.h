// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "devices/documentport.h"
#include "flows/gateway.h"

#include <QMap>
#include <QObject>
#include <QStringList>

namespace gatehouse::kiosk
{

/// Tells the guards which devices of this station do not answer, and when they are back. What could not be told, because the
/// database is away, is told when it is there again. Visitors see nothing of it. GUI thread; the gateway must outlive it.
class DeviceWatch : public QObject
{
    Q_OBJECT

public:
    explicit DeviceWatch(Gateway &gateway, QObject *parent = nullptr);

    /// A scanner or reader; to be called before it starts.
    void watch(const scanning::DocumentPort &port, const QString &name, const QString &kind);
    /// `name` tells two devices of one kind apart; kinds as in usecases/silentdevices.h.
    void setSilent(const QString &name, const QString &kind, bool silent);

private:
    void tell();

    Gateway &m_gateway;
    QMap<QString, QString> m_silent;                                 ///< name to kind
    std::optional<std::pair<domain::StationId, QStringList>> m_told; ///< as which station
    bool m_telling = false;
};

} // namespace gatehouse::kiosk
