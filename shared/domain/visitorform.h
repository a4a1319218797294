// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sealed.h"

namespace gatehouse::domain
{

/// What the form asks of a visitor, the same at the kiosk and at the desk. Pure functions; a problem is its code, empty when
/// there is none: "field-missing", "field-too-long", "field-date", "field-no-date", "field-date-future", "field-date-past",
/// "company-missing", "company-too-long", "phone-invalid".

inline constexpr int longestField = 200; ///< characters

/// Whether nobody goes on without the field, beside the others that there are: a name always (one is enough, some people have
/// only one), the document's number where the zones ask for a document.
bool isRequired(const std::vector<IdentityField> &fields, const QString &name, bool documentAsked);
/// What is wrong with a field as somebody typed it.
QString fieldProblem(const QString &name, const QString &value, bool required, const QDate &today);
QString companyProblem(const QString &company, bool required);
QString phoneProblem(const QString &phone);

/// ISO date of what people type: 1990-5-23, 1990/05/23, 19900523. As it is when it is no date.
QString normalDate(const QString &text);

} // namespace gatehouse::domain
