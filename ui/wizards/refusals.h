// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMap>
#include <QSet>
#include <functional>

#include "ui/bridge/console.h"
#include "ui/widgets/form_field.h"

namespace foretaste::wizards {

/// Names of a request's members as a form calls them: {"name", "schemaName"}.
using FieldNames = QMap<QString, QString>;

/// A refusal of the service as an error of a form: the member that its message begins with becomes
/// the field, the rest the sentence below it. A name that is taken concerns the field of "name".
widgets::FieldError asFieldError(const bridge::CallError& error, const FieldNames& names = {});

/// Runs one of the core's checks and returns what it refuses, if anything.
QList<widgets::FieldError> refusals(const std::function<void()>& check,
                                    const FieldNames& names = {});

/// Names that resources have already; a name may be used once a workspace.
struct TakenNames {
    QSet<QString> groups, schemas, importJobs, solutions, campaigns;
};
TakenNames takenNames(service::Service& service);

/// `wanted`, with "-2", "-3", ... where it is taken, and cut to the length a name may have.
QString freeName(const QString& wanted, const QSet<QString>& taken);
/// "ratings-1", or the first number that is free.
QString freeNumberedName(const QString& stem, const QSet<QString>& taken);
/// Says that a name is taken; empty where it is free.
QString takenMessage(const QString& name, const QSet<QString>& taken);

}  // namespace foretaste::wizards
