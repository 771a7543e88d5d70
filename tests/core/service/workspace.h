// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <fstream>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>

#include "core/base/arn.h"
#include "core/base/random.h"
#include "core/base/text.h"
#include "core/service/service.h"
#include "core/service/thread_executor.h"

namespace foretaste::service {

inline constexpr std::string_view kInteractionsSchema = R"({
 "type": "record", "name": "Interactions", "namespace": "com.amazonaws.personalize.schema",
 "fields": [
  {"name": "USER_ID", "type": "string"}, {"name": "ITEM_ID", "type": "string"},
  {"name": "EVENT_TYPE", "type": "string"}, {"name": "EVENT_VALUE", "type": ["null", "float"]},
  {"name": "TIMESTAMP", "type": "long"}, {"name": "IMPRESSION", "type": "string"}],
 "version": "1.0"})";
inline constexpr std::string_view kItemsSchema = R"({
 "type": "record", "name": "Items", "namespace": "com.amazonaws.personalize.schema",
 "fields": [
  {"name": "ITEM_ID", "type": "string"},
  {"name": "GENRES", "type": ["null", "string"], "categorical": true},
  {"name": "TITLE", "type": "string"}, {"name": "CREATION_TIMESTAMP", "type": "long"}],
 "version": "1.0"})";

/// A service on a fresh folder that is gone afterwards, with a small world to fill it: 60 films in
/// six genres that are watched in a fixed order within a genre, so that order can be learnt. The
/// last six are new.
class Workspace {
public:
    static constexpr int kItems = 60, kCold = 6, kUsers = 80;
    static constexpr std::int64_t kEnd = 1'600'000'000;

    explicit Workspace(Settings settings = {.threads = 1}) : settings_(settings) {
        std::filesystem::create_directories(folder_);
        open();
    }
    ~Workspace() {
        service.reset();
        std::error_code ignored;
        std::filesystem::remove_all(folder_, ignored);
    }
    void open() {
        service = std::make_unique<Service>(folder_ / "workspace", executor, settings_);
    }

    const std::filesystem::path& folder() const { return folder_; }

    std::string write(const std::string& name, const std::string& text) const {
        const auto path = folder_ / name;
        std::ofstream(path, std::ios::binary) << text;
        return path.string();
    }

    static std::string interactionsCsv() {
        std::string csv = "USER_ID,ITEM_ID,EVENT_TYPE,EVENT_VALUE,TIMESTAMP,IMPRESSION\n";
        base::Random random(7);
        constexpr int kSteps = 20, kGenres = 6, kInGenre = (kItems - kCold) / kGenres;
        for (int user = 0; user < kUsers; ++user)
            for (int step = 0; step < kSteps; ++step) {
                const int item = random.below(10) == 0
                                     ? static_cast<int>(random.below(kItems - kCold))
                                     : (step % kInGenre) * kGenres + user % kGenres;
                csv += base::concat("u", user, ",i", item, ",watch,1,",
                                    kEnd - (kSteps - step) * 3600 - user, ",i", item, '\n');
            }
        return csv + base::concat("u0,i0,watch,1,", kEnd, ",i0\n");
    }
    static std::string itemsCsv() {
        std::string csv = "ITEM_ID,GENRES,TITLE,CREATION_TIMESTAMP\n";
        for (int item = 0; item < kItems; ++item)
            csv += base::concat("i", item, ",Genre", item % 6, ",Film ", item, ',',
                                item >= kItems - kCold ? kEnd : kEnd - 90 * 86400, '\n');
        return csv;
    }

    /// Waits for the background; every state is final afterwards.
    void settle() { executor.wait(); }

    std::string makeGroup(const std::string& name = "film-club") {
        return service->createDatasetGroup({.name = name}).datasetGroupArn;
    }
    std::string makeDataset(const std::string& group, const std::string& type,
                            std::string_view schema) {
        const auto name = base::concat(base::arnName(group), '-', base::toLower(type));
        const auto schemaArn =
            service->createSchema({.name = name, .schema = std::string(schema)});
        return service->createDataset({.name = name,
                                       .schemaArn = schemaArn,
                                       .datasetGroupArn = group,
                                       .datasetType = type});
    }
    std::string import(const std::string& dataset, const std::string& file, const std::string& job,
                       ImportMode mode = ImportMode::Full) {
        const auto arn = service->createDatasetImportJob({.jobName = job,
                                                          .datasetArn = dataset,
                                                          .dataSource = {file},
                                                          .importMode = mode});
        settle();
        return arn;
    }
    /// A group with interactions and items in it.
    std::string makeFilledGroup(const std::string& name = "film-club") {
        const auto group = makeGroup(name);
        import(makeDataset(group, "Interactions", kInteractionsSchema),
               write("interactions.csv", interactionsCsv()), name + "-interactions-1");
        import(makeDataset(group, "Items", kItemsSchema), write("items.csv", itemsCsv()),
               name + "-items-1");
        return group;
    }
    std::string makeSolution(const std::string& group, const std::string& recipe,
                             const std::string& name) {
        return service->createSolution({.name = name,
                                        .recipeArn = base::makeServiceArn("recipe/" + recipe),
                                        .datasetGroupArn = group});
    }
    std::string train(const std::string& solution, TrainingMode mode = TrainingMode::Full) {
        const auto arn =
            service->createSolutionVersion({.solutionArn = solution, .trainingMode = mode});
        settle();
        return arn;
    }
    std::string deploy(const std::string& version, const std::string& name,
                       const std::string& weight = {}) {
        CreateCampaignRequest request{.name = name, .solutionVersionArn = version};
        if (!weight.empty())
            request.campaignConfig =
                CampaignConfig{.itemExplorationConfig = {{"explorationWeight", weight}}};
        const auto arn = service->createCampaign(request);
        settle();
        return arn;
    }

private:
    std::filesystem::path folder_ =
        std::filesystem::temp_directory_path() / ("foretaste-test-" + base::randomUuid());
    Settings settings_;

public:
    ThreadExecutor executor;
    std::unique_ptr<Service> service;
};

/// Runs `call` and returns the ServiceError it throws; fails the test where it throws none.
template <class Call>
base::ServiceError errorOf(Call call) {
    try {
        call();
    } catch (const base::ServiceError& error) {
        return error;
    }
    throw std::logic_error("no ServiceError was thrown");
}

}  // namespace foretaste::service
