// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "badgedesk.h"
#include "services.h"

#include "usecases/pickups.h"

#include <QObject>

#include <memory>
#include <vector>

namespace gatehouse::kiosk
{

/// The party that waits at this kiosk: watches its visits, and issues the badges when all of them are decided. Holds ids and
/// states, no data of the visitors, but for the badges while they are shown. GUI thread only.
class WaitingRoom : public QObject
{
    Q_OBJECT

public:
    /// SeeGuard: approved as its row says, but nobody signed for it, or its records were changed.
    enum class Outcome { Waiting, Issuing, Badges, Denied, Unanswered, SeeGuard, Withdrawn, Gone, FaceMissing };

    explicit WaitingRoom(Services &services, QObject *parent = nullptr);
    ~WaitingRoom() override;

    void begin(std::vector<domain::Visit> visits);
    /// The party of a ready number; failed() when there is none.
    void beginByPickup(int number);
    /// Looks again; called on every change of the database.
    void refresh();
    void takePickup();
    void answer(const QString &text);
    void withdraw();
    void tick();
    void reset();

    bool isEmpty() const;
    Outcome outcome() const;
    const std::vector<domain::Visit> &visits() const;
    QString question() const;
    QString questionWords() const; ///< the guard's own, may be empty
    /// Another one for each question, also when the same is asked about another of the party; grows when one is gone, too.
    int questionNumber() const;
    int pickup() const;
    /// Those who still owe a safety briefing; known soon after begin().
    const std::vector<domain::Visit> &unbriefed() const;
    const std::vector<DrawnBadge> &badges() const;
    /// How many of a decided party get no badge, and must hear it from the guard. Who withdrew is none of them.
    int refused() const;

Q_SIGNALS:
    void found(const QString &language); ///< the party of a number, and which language it spoke
    void changed();
    void pickupTaken();
    void pickupNotTaken(); ///< after failed()
    void answered();
    void failed(const gatehouse::Error &error);

private:
    void ask(const domain::VisitId &about, const usecases::GuardsQuestion &question);
    void decide();
    void issueNext();
    Outcome outcomeWithoutBadges() const;
    bool isOpen() const;
    void print(BadgeToPrint badge);
    void showPrinted(const domain::VisitId &visit, bool took);
    void clearPickups();
    void wipeBadges();

    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace gatehouse::kiosk
