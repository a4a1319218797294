// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services.h"

#include <QObject>
#include <QStringList>

#include <memory>

namespace gatehouse::kiosk
{

/// Checking out by showing the badge. GUI thread only.
class CheckOutController : public QObject
{
    Q_OBJECT
    Q_PROPERTY(QString state READ state NOTIFY stateChanged)             ///< "looking" "working" "done" "failed"
    Q_PROPERTY(QString problemCode READ problemCode NOTIFY stateChanged) ///< why not, when failed
    Q_PROPERTY(QString problemText READ problemText NOTIFY stateChanged)
    Q_PROPERTY(QString visitLabel READ visitLabel NOTIFY stateChanged) ///< "V-2318", when done
    Q_PROPERTY(
        QStringList toCollect READ toCollect NOTIFY stateChanged) ///< deposited items that wait at the desk: "Laptop, tag 12"
    Q_PROPERTY(int secondsToClear READ secondsToClear NOTIFY clearChanged)

public:
    explicit CheckOutController(Services &services, QObject *parent = nullptr);
    ~CheckOutController() override;

    QString state() const;
    QString problemCode() const;
    QString problemText() const;
    QString visitLabel() const;
    QStringList toCollect() const;
    int secondsToClear() const;

    /// Books the badge back. done() or failed follows.
    void book(const QString &token);
    void tick();
    void retranslate();
    void reset();

Q_SIGNALS:
    void stateChanged();
    void clearChanged();
    void recognised(const QString &language); ///< the visitor's when the visit was registered
    void done();
    void failed();
    void cleared();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace gatehouse::kiosk
