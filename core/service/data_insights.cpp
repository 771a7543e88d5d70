// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/service/data_insights.h"

#include "core/service/state.h"

namespace foretaste::service {

void Service::State::countPut(std::string_view groupArn) {
    std::lock_guard lock(putCounting);
    ++putsOf[std::string(groupArn)];
}

std::shared_ptr<const DataInsights> Service::State::insightsOf(std::string_view groupArn,
                                                               const base::JobContext& job) {
    const auto group = resources.get<DatasetGroup>(groupArn);
    std::lock_guard one(counting);  // who asks meanwhile waits, and gets the same
    std::string mark;               // which rows there are, and how their columns are described
    for (const auto& dataset : resources.all<Dataset>(groupArn)) {
        const auto files = filesOf(dataset.datasetArn);
        mark += base::concat(files.folder, ' ', files.generation, ' ', dataset.schemaArn, '\n');
    }
    {
        std::lock_guard lock(putCounting);
        mark += base::concat(putsOf[group.datasetGroupArn]);
    }
    auto& counted = countedInsights[group.datasetGroupArn];
    if (counted.insights && counted.mark == mark) return counted.insights;

    ingest::InsightSource source;
    store::InteractionTable interactions;
    schema::Schema schema;
    if (const auto dataset = datasetOf(groupArn, DatasetType::Interactions)) {
        interactions = interactionsOf(groupArn);
        schema = schemaOf(*dataset);
        source.interactions = &interactions;
        source.interactionsSchema = &schema;
        source.interactionsFile = currentFile(dataset->datasetArn);
        if (!source.interactionsFile.empty())
            source.droppedAtImport = store::readTotals(source.interactionsFile).duplicates;
        for (const auto& event : events.all(dataset->datasetArn))
            source.putRows.push_back(rowOf(schema, event));
    }
    const auto items = recordsOf(groupArn, DatasetType::Items);
    const auto users = recordsOf(groupArn, DatasetType::Users);
    source.items = items ? &*items : nullptr;
    source.users = users ? &*users : nullptr;
    counted.insights = std::make_shared<const DataInsights>(ingest::insightsOf(source, job));
    counted.mark = mark;
    return counted.insights;
}

std::shared_ptr<const DataInsights> Service::dataInsights(std::string_view datasetGroupArn,
                                                          const base::JobContext& job) {
    return state_->insightsOf(datasetGroupArn, job);
}

}  // namespace foretaste::service
