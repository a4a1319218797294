// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services.h"

#include <QObject>
#include <QVariantList>

#include <memory>

namespace gatehouse::doors
{
struct DoorInputs;
enum class DoorEvent;
enum class Health;
} // namespace gatehouse::doors

namespace gatehouse::kiosk
{

/// The door station: brings badges together, asks for PINs, shows the decision, moves the lock and says what the leaf did. What
/// is decided is decided by usecases::Door on the worker. Forgets everything of a set when it goes back to rest. GUI thread
/// only; time moves in tick().
class DoorController : public QObject
{
    Q_OBJECT
    Q_PROPERTY(bool leaving READ leaving NOTIFY setChanged)            ///< the set is booked out
    Q_PROPERTY(QVariantList badges READ badges NOTIFY setChanged)      ///< {kind: "visitor" "staff", title, text, icon}
    Q_PROPERTY(int secondsLeft READ secondsLeft NOTIFY secondsChanged) ///< of the page that is shown
    Q_PROPERTY(int secondsTotal READ secondsTotal NOTIFY setChanged)
    Q_PROPERTY(bool canClose READ canClose NOTIFY setChanged) ///< the set may be closed by a PIN, or booked out
    Q_PROPERTY(bool working READ working NOTIFY setChanged)
    Q_PROPERTY(QString pinHolder READ pinHolder NOTIFY setChanged) ///< "Staff 2207": a number, never a name
    Q_PROPERTY(int pinLength READ pinLength NOTIFY pinChanged)     ///< how many digits are typed; never which
    Q_PROPERTY(bool pinComplete READ pinComplete NOTIFY pinChanged)
    Q_PROPERTY(QString pinProblem READ pinProblem NOTIFY pinChanged)
    Q_PROPERTY(QString headline READ headline NOTIFY setChanged)
    Q_PROPERTY(QString reason READ reason NOTIFY setChanged)
    Q_PROPERTY(QString advice READ advice NOTIFY setChanged)
    Q_PROPERTY(QString escortName READ escortName NOTIFY setChanged)
    Q_PROPERTY(int mayStillFollow READ mayStillFollow NOTIFY setChanged)
    Q_PROPERTY(QString lockText READ lockText NOTIFY lockChanged)          ///< what is wrong with the lock; empty: nothing
    Q_PROPERTY(bool lockShown READ lockShown NOTIFY lockChanged)           ///< no lock is wired: decisions are shown only
    Q_PROPERTY(QString leafText READ leafText NOTIFY lockChanged)          ///< "The door is held open", "was forced"; empty
    Q_PROPERTY(QString contactText READ contactText NOTIFY contactChanged) ///< cut off, and for how long it still works; empty
    Q_PROPERTY(QString reportState READ reportState NOTIFY setChanged)     ///< of a stranger: "ask" "sending" "told" "not-told"

public:
    explicit DoorController(Services &services, QObject *parent = nullptr);
    ~DoorController() override;

    /// The next badges are booked out instead of in.
    Q_INVOKABLE void leave();
    Q_INVOKABLE void cancel();
    /// "Everybody is here": asks for the PIN, or books out.
    Q_INVOKABLE void close();
    Q_INVOKABLE void digit(int value);
    Q_INVOKABLE void erase();
    Q_INVOKABLE void enterPin();
    /// First touch of "Report a stranger"; the second one reports (R3).
    Q_INVOKABLE void askReport();
    Q_INVOKABLE void report();

    /// The page that is due; empty while nothing is going on.
    QString page() const;
    /// A badge was read by camera or scanner.
    void show(const QString &token);
    void start();
    void tick();
    void retranslate();
    /// Forgets the set; not while a decision is being written.
    void reset();

    bool leaving() const;
    QVariantList badges() const;
    int secondsLeft() const;
    int secondsTotal() const;
    bool canClose() const;
    bool working() const;
    QString pinHolder() const;
    int pinLength() const;
    bool pinComplete() const;
    QString pinProblem() const;
    QString headline() const;
    QString reason() const;
    QString advice() const;
    QString escortName() const;
    int mayStillFollow() const;
    QString lockText() const;
    bool lockShown() const;
    QString leafText() const;
    QString contactText() const;
    QString reportState() const;

Q_SIGNALS:
    void pageChanged();
    void setChanged();
    void secondsChanged();
    void pinChanged();
    void lockChanged();
    void contactChanged();
    /// The set was forgotten: the language goes back to the site's.
    void finished();

private:
    void beat();
    void onTrouble();
    void askPin();
    void decide();
    void onReleased(bool moved);
    void onInputs(const doors::DoorInputs &inputs);
    void onHealth(doors::Health health);
    void onEvent(doors::DoorEvent event);
    void watchTime();
    void stateUnused(const QStringList &decisions);
    void alarm(const QString &code);
    void setPage(const QString &page, std::chrono::milliseconds shownFor);
    void updateSeconds();

    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace gatehouse::kiosk
