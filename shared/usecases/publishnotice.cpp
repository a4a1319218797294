// SPDX-License-Identifier: GPL-3.0-or-later
#include "publishnotice.h"

namespace gatehouse::usecases
{

using namespace domain;

Result<void> publishNotice(const Workplace &workplace, const StaffSession &manager, const QString &kind, int version)
{
    if (kind != notice::privacy && kind != notice::terms)
        return fail(ErrorCode::Invalid, QStringLiteral("notice"));
    GATEHOUSE_TRY_ASSIGN(auto transaction, beginWrite(workplace));
    GATEHOUSE_TRY(requireRole(*transaction, workplace, manager, {Role::Manager}));
    if (version <= workplace.authority.noticeVersion(kind))
        return fail(ErrorCode::Conflict, QStringLiteral("version"));
    GATEHOUSE_TRY(record(*transaction, workplace, signerOf(manager), action::noticePublish, QStringLiteral("notice:") + kind,
                         {{QStringLiteral("notice"), kind}, {QStringLiteral("version"), version}}));
    return transaction->commit();
}

} // namespace gatehouse::usecases
