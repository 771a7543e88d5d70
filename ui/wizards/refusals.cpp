// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizards/refusals.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include "ui/bridge/words.h"
#include "ui/models/live_list.h"

namespace foretaste::wizards {

using bridge::text;
using widgets::FieldError;

namespace {

constexpr int kLongestName = 63;

QString tr(const char* words) {
    return QCoreApplication::translate("foretaste::wizards", words);
}

template <class List>
QSet<QString> namesOf(List list) {
    QSet<QString> names;
    for (const auto& each : models::allOf(list)) {
        if constexpr (requires { each.jobName; })
            names.insert(text(each.jobName));
        else
            names.insert(text(each.name));
    }
    return names;
}

}  // namespace

FieldError asFieldError(const bridge::CallError& error, const FieldNames& names) {
    const auto called = [&](const QString& member) { return names.value(member, member); };
    if (error.code == QLatin1String("ResourceAlreadyExistsException"))
        return {called(QStringLiteral("name")), bridge::sentenceText(error.message)};
    // "solutionConfig.eventValueThreshold: 'x' is not a number", "name is missing: it must ...",
    // "Hyperparameter 'bptt' of aws-...: '900' is not ...".
    static const QRegularExpression kMember(
        QStringLiteral("^(?:[A-Za-z]+\\.)*([A-Za-z_]+)(?:: (.*)| is missing: .*)$"));
    static const QRegularExpression kParameter(
        QStringLiteral("^Hyperparameter '([^']+)' of [^:]+: (.*)$"));
    if (const auto match = kParameter.match(error.message); match.hasMatch())
        return {called(match.captured(1)), bridge::sentenceText(match.captured(2))};
    if (const auto match = kMember.match(error.message); match.hasMatch()) {
        const auto rest = match.captured(2);
        return {called(match.captured(1)),
                rest.isEmpty() ? tr("This must be given.") : bridge::sentenceText(rest)};
    }
    return {{}, bridge::sentenceText(error.message)};
}

QList<FieldError> refusals(const std::function<void()>& check, const FieldNames& names) {
    try {
        check();
    } catch (const base::ServiceError&) {
        return {asFieldError(bridge::Console::describe(std::current_exception()), names)};
    }
    return {};
}

TakenNames takenNames(service::Service& service) {
    TakenNames taken;
    taken.groups = namesOf([&](const auto& page) { return service.listDatasetGroups(page); });
    taken.schemas = namesOf([&](const auto& page) { return service.listSchemas(page); });
    taken.importJobs =
        namesOf([&](const auto& page) { return service.listDatasetImportJobs({}, page); });
    taken.solutions = namesOf([&](const auto& page) { return service.listSolutions({}, page); });
    taken.campaigns = namesOf([&](const auto& page) { return service.listCampaigns({}, page); });
    return taken;
}

QString freeName(const QString& wanted, const QSet<QString>& taken) {
    QString name = wanted.left(kLongestName);
    for (int number = 2; taken.contains(name); ++number) {
        const QString ending = QStringLiteral("-%1").arg(number);
        name = wanted.left(kLongestName - static_cast<int>(ending.size())) + ending;
    }
    return name;
}

QString freeNumberedName(const QString& stem, const QSet<QString>& taken) {
    for (int number = 1;; ++number) {
        const QString ending = QStringLiteral("-%1").arg(number);
        const QString name = stem.left(kLongestName - static_cast<int>(ending.size())) + ending;
        if (!taken.contains(name)) return name;
    }
}

QString takenMessage(const QString& name, const QSet<QString>& taken) {
    if (!taken.contains(name)) return {};
    return tr("“%1” is taken already: choose another name, for example %2.")
        .arg(name, freeName(name, taken));
}

}  // namespace foretaste::wizards
