// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/group_contents.h"

#include <QCoreApplication>

#include "ui/bridge/words.h"
#include "ui/models/live_list.h"
#include "ui/pages/listings.h"

namespace foretaste::pages {

using bridge::text;

namespace {

QString tr(const char* words) {
    return QCoreApplication::translate("foretaste::pages", words);
}

template <class T>
QString namesOf(const std::vector<T>& resources) {
    QStringList names;
    for (const auto& each : resources) names << text(each.name);
    return names.join(QStringLiteral(", "));
}

}  // namespace

GroupContents contentsOf(service::Service& service, const std::string& groupArn) {
    GroupContents contents;
    contents.campaigns = campaignsOfGroup(service, groupArn);
    contents.solutions = solutionsOf(service, groupArn);
    for (const auto& solution : contents.solutions)
        contents.versions += versionsOf(service, solution.solutionArn).size();
    contents.trackers =
        models::allOf([&](const auto& page) { return service.listEventTrackers(groupArn, page); });
    contents.datasets = datasetsOf(service, groupArn);
    for (const auto& dataset : contents.datasets) {
        const auto statistics = service.datasetStatistics(dataset.datasetArn);
        contents.rows += statistics.bulkRows + statistics.putRows;
    }
    return contents;
}

QStringList consequencesOf(const GroupContents& contents) {
    QStringList sentences;
    if (!contents.campaigns.empty())
        sentences << tr("Campaigns that stop answering: %1").arg(namesOf(contents.campaigns));
    if (!contents.solutions.empty())
        sentences << tr("Solutions that are deleted with all their versions (%1): %2")
                         .arg(bridge::countText(static_cast<std::int64_t>(contents.versions)),
                              namesOf(contents.solutions));
    if (!contents.trackers.empty())
        sentences << tr("Programs that send events to %1 are refused from then on")
                         .arg(namesOf(contents.trackers));
    if (!contents.datasets.empty())
        sentences << tr("Datasets that are deleted with %1 rows: %2; the files they came from stay")
                         .arg(bridge::countText(contents.rows), namesOf(contents.datasets));
    return sentences;
}

void deleteGroupWithContents(service::Service& service, const std::string& groupArn) {
    const auto contents = contentsOf(service, groupArn);
    for (const auto& each : contents.campaigns) service.deleteCampaign(each.campaignArn);
    for (const auto& each : contents.solutions) service.deleteSolution(each.solutionArn);
    for (const auto& each : contents.trackers) service.deleteEventTracker(each.eventTrackerArn);
    for (const auto& each : contents.datasets) service.deleteDataset(each.datasetArn);
    service.deleteDatasetGroup(groupArn);
}

}  // namespace foretaste::pages
