// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "recordtable.h"
#include "texts.h"
#include "usecases/readroom.h"

namespace gatehouse::admin
{

/// The machine room's lists as rows of a table. Pure; keys are ids, so that a selection survives a refresh.
class RoomRows
{
    Q_DECLARE_TR_FUNCTIONS(gatehouse::admin::RoomRows)

public:
    static QStringList visitorTitles();
    static std::vector<RecordTable::Row> visitors(const usecases::RoomView &view, const SiteDirectory &site);
    static QStringList accessTitles();
    static std::vector<RecordTable::Row> accessList(const usecases::RoomView &view, const SiteDirectory &site);
    static QStringList dutyTitles();
    /// Keys: "duty|<staff>|<duty>" and "escort|<staff>|".
    static std::vector<RecordTable::Row> duties(const usecases::RoomView &view, const SiteDirectory &site);

    /// Keys: ids of emergencies.
    static QStringList emergencyTitles();
    static std::vector<RecordTable::Row> emergencies(const usecases::RoomView &view, const SiteDirectory &site);

    static QString emergencyKind(const QString &code);
    static QString visitorName(const usecases::RoomVisitor &visitor);
    static QString state(domain::AccessState state);
    static QString astray(const QString &code);
    static QString duty(domain::Duty duty);
    static QString capacity(const QString &name);
    static QString accessReason(const QString &code);
    /// What an invitation says of the work, in one line; empty when it says nothing.
    static QString hostWords(const usecases::HostWork &work);
    /// What is done there and what still has to be: work, fire keeper, briefing.
    static QString about(const usecases::RoomVisitor &visitor, const SiteDirectory &site);
    /// What the visitor waits for, or what is wrong; empty when all is well.
    static QString note(const usecases::RoomVisitor &visitor, const SiteDirectory &site);

private:
    /// Who is waited for, from the first one asked to a manager.
    static QString askedText(const usecases::RoomVisitor &visitor, const SiteDirectory &site);
};

} // namespace gatehouse::admin
