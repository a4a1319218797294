// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/exceptionbook.h"
#include "domain/handoverbook.h"
#include "domain/incident.h"
#include "domain/itembook.h"
#include "domain/round.h"

/// Words for the codes of the room's duties, in the language of the program. Pure functions, GUI thread because of the
/// translators. An unknown code comes back as it is.
namespace gatehouse::presentation
{

QString incidentKindText(domain::IncidentKind kind);
/// What has been done: "The person was led out politely".
QString incidentStepText(const QString &code);
QString informedText(domain::Informed who);

QString roundKindText(domain::RoundKind kind);
/// In the language of the checklist that a manager signed.
QString pointText(const domain::CheckPoint &point, bool chinese);
QString pointKindText(domain::PointKind kind);
QString supplyText(domain::SupplyLoad::What what);
QString fireDeviceKindText(const QString &kind);
QStringList fireDeviceKinds();

QString selfCheckText(const QString &code);
QString exceptionKindText(const QString &kind);
QString exceptionStateText(domain::ExceptionState state);

QString registeredKindText(domain::RegisteredKind kind);
QString passStateText(domain::MaterialPass::State state);
QString passItemText(const QString &what);
QStringList passItems();
QString leavingText(const QString &code);

} // namespace gatehouse::presentation
