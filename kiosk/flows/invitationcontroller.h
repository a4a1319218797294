// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services.h"

#include "usecases/invitations.h"

#include <QObject>

#include <memory>

namespace gatehouse::kiosk
{

/// Reading an invitation's QR code; next() on its page goes on with checking in, host and purpose already answered. GUI thread
/// only.
class InvitationController : public QObject
{
    Q_OBJECT
    Q_PROPERTY(QString state READ state NOTIFY stateChanged) ///< "looking" "working" "found" "failed"
    Q_PROPERTY(QString problemCode READ problemCode NOTIFY stateChanged)
    Q_PROPERTY(QString problemText READ problemText NOTIFY stateChanged)
    Q_PROPERTY(QString hostName READ hostName NOTIFY stateChanged)
    Q_PROPERTY(QString purposeName READ purposeName NOTIFY stateChanged)
    Q_PROPERTY(QString windowText READ windowText NOTIFY stateChanged) ///< "24 November 2026, 09:00 to 12:00"

public:
    explicit InvitationController(Services &services, QObject *parent = nullptr);
    ~InvitationController() override;

    QString state() const;
    QString problemCode() const;
    QString problemText() const;
    QString hostName() const;
    QString purposeName() const;
    QString windowText() const;

    void read(const QString &token);
    const std::optional<usecases::InvitationAnswer> &answer() const;
    void retranslate();
    void reset();

Q_SIGNALS:
    void stateChanged();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace gatehouse::kiosk
