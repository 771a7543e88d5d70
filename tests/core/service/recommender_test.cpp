// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "core/service/use_case.h"
#include "tests/core/service/workspace.h"

namespace foretaste::service {
namespace {

constexpr std::string_view kWatched = R"({
 "type": "record", "name": "Interactions", "namespace": "com.amazonaws.personalize.schema",
 "fields": [
  {"name": "USER_ID", "type": "string"}, {"name": "ITEM_ID", "type": "string"},
  {"name": "EVENT_TYPE", "type": "string"}, {"name": "TIMESTAMP", "type": "long"}],
 "version": "1.0"})";

/// A group of a domain with the films of the workspace; every fifth event is a click.
class Recommenders : public testing::Test {
protected:
    static void SetUpTestSuite() {
        world_ = new Workspace();
        group_ =
            world_->service->createDatasetGroup({.name = "films", .domain = Domain::VideoOnDemand})
                .datasetGroupArn;
        fill("Interactions", kWatched, clicks(Workspace::interactionsCsv()));
        fill("Items", kItemsSchema, Workspace::itemsCsv());
    }
    static void TearDownTestSuite() { delete world_; }

    static Service& service() { return *world_->service; }

    static void fill(const std::string& type, std::string_view schema, const std::string& csv) {
        const auto schemaArn = service().createSchema(
            {.name = type, .schema = std::string(schema), .domain = Domain::VideoOnDemand});
        const auto dataset = service().createDataset(
            {.name = type, .schemaArn = schemaArn, .datasetGroupArn = group_, .datasetType = type});
        world_->import(dataset, world_->write(type + ".csv", csv), type);
    }
    static std::string clicks(const std::string& csv) {
        std::string changed;
        std::size_t number = 0;
        for (auto line : base::split(csv, '\n')) {
            if (++number % 5 == 0)
                if (const auto at = line.find(",watch,"); at != std::string::npos)
                    line.replace(at, 7, ",Click,");
            changed += line + '\n';
        }
        return changed;
    }

    static std::string create(const std::string& recipe, const std::string& name,
                              RecommenderConfig config = {}) {
        const auto arn =
            service().createRecommender({.name = name,
                                         .datasetGroupArn = group_,
                                         .recipeArn = base::makeServiceArn("recipe/" + recipe),
                                         .recommenderConfig = std::move(config)});
        world_->settle();
        return arn;
    }
    static std::vector<PredictedItem> ask(const std::string& arn, const std::string& user,
                                          const std::string& item = {}, int count = 25) {
        return service()
            .getRecommendations(
                {.itemId = item, .userId = user, .numResults = count, .recommenderArn = arn})
            .itemList;
    }
    static std::set<std::string> watchedBy(const std::string& user) {
        std::set<std::string> items;
        for (const auto& event : service().userHistory(group_, user, 1000))
            if (event.eventType == "watch") items.insert(event.itemId);
        return items;
    }

    static inline Workspace* world_ = nullptr;
    static inline std::string group_;
};

TEST_F(Recommenders, TopPicksLeaveOutWhatWasWatched) {
    const auto arn = create("aws-vod-top-picks", "top-picks");
    const auto recommender = service().describeRecommender(arn);
    EXPECT_EQ(recommender.status, Status::Active) << recommender.failureReason;
    EXPECT_EQ(recommender.modelMetrics.size(), 8U);
    EXPECT_EQ(recommender.recommenderConfig.minRecommendationRequestsPerSecond, 1);
    const auto watched = watchedBy("u3");
    ASSERT_FALSE(watched.empty());
    const auto list = ask(arn, "u3");
    EXPECT_EQ(list.size(), 25U);
    for (const auto& item : list) {
        EXPECT_FALSE(watched.contains(item.itemId)) << item.itemId;
        EXPECT_FALSE(item.score.has_value());  // recommenders return none
    }
    EXPECT_NE(std::string(errorOf([&] { ask(arn, ""); }).what()).find("aws-vod-top-picks"),
              std::string::npos);
}

TEST_F(Recommenders, PopularityCountsTheEventsOfTheUseCaseInAnyCase) {
    // The use case is about "Watch"; the file says "watch".
    const auto arn = create("aws-vod-most-popular", "most-popular");
    ASSERT_EQ(service().describeRecommender(arn).status, Status::Active);
    EXPECT_EQ(ask(arn, "").size(), 25U);
    const auto before = service().describeRecommender(arn).modelMetrics.at("coverage");
    EXPECT_GT(before, 0);
}

TEST_F(Recommenders, RelatedTitlesNeedTheTitleAndTheViewer) {
    const auto arn = create("aws-vod-because-you-watched-x", "because");
    const auto list = ask(arn, "u3", "i8", 5);
    ASSERT_EQ(list.size(), 5U);
    const auto watched = watchedBy("u3");
    for (const auto& item : list) {
        EXPECT_EQ(std::stoi(item.itemId.substr(1)) % 6, 2) << item.itemId;
        EXPECT_FALSE(watched.contains(item.itemId));
    }
    EXPECT_THROW(ask(arn, "", "i8"), base::ServiceError);
    EXPECT_THROW(ask(arn, "u3", ""), base::ServiceError);
}

TEST_F(Recommenders, StopsAndStarts) {
    const auto arn = create("aws-vod-most-popular", "on-and-off");
    const auto before = ask(arn, "u1");
    service().stopRecommender(arn);
    world_->settle();
    EXPECT_EQ(service().describeRecommender(arn).status, Status::Inactive);
    EXPECT_EQ(errorOf([&] { ask(arn, "u1"); }).code(), base::ErrorCode::ResourceNotFound);
    EXPECT_EQ(errorOf([&] { service().stopRecommender(arn); }).code(),
              base::ErrorCode::ResourceInUse);
    service().startRecommender(arn);
    world_->settle();
    EXPECT_EQ(service().describeRecommender(arn).status, Status::Active);
    const auto after = ask(arn, "u1");
    for (std::size_t i = 0; i < before.size(); ++i) EXPECT_EQ(after[i].itemId, before[i].itemId);
    service().deleteRecommender(arn);
    EXPECT_EQ(errorOf([&] { ask(arn, "u1"); }).code(), base::ErrorCode::ResourceNotFound);
}

TEST_F(Recommenders, AnUpdateTrainsAnewWhereTheColumnsChange) {
    const auto models = [] {
        std::size_t files = 0;
        for (const auto& file :
             std::filesystem::directory_iterator(service().workspace() / "models"))
            files += file.path().extension() == ".safetensors";
        return files;
    };
    const auto arn = create("aws-vod-more-like-x", "more-like");
    const auto count = models();
    RecommenderConfig config;
    config.enableMetadataWithRecommendations = true;
    service().updateRecommender({arn, config});
    world_->settle();
    EXPECT_EQ(service().describeRecommender(arn).latestRecommenderUpdate->status, Status::Active);
    const auto item = service().getRecommendations({.itemId = "i8",
                                                    .userId = "u1",
                                                    .numResults = 1,
                                                    .recommenderArn = arn,
                                                    .metadataColumns = {{"ITEMS", {"TITLE"}}}});
    EXPECT_TRUE(item.itemList.at(0).metadata.at("TITLE").starts_with("Film "));

    RecommenderConfig columns;
    columns.trainingDataConfig = TrainingDataConfig{{{"ITEMS", {"GENRES"}}}, {}};
    service().updateRecommender({arn, columns});
    world_->settle();
    const auto moved = service().describeRecommender(arn);
    EXPECT_EQ(moved.latestRecommenderUpdate->status, Status::Active);
    EXPECT_TRUE(moved.recommenderConfig.enableMetadataWithRecommendations.value());
    EXPECT_EQ(models(), count);  // the old model is gone
    EXPECT_FALSE(ask(arn, "u1", "i8").empty());
    config.itemExplorationConfig = {{"explorationWeight", "0.2"}};
    EXPECT_THROW(service().updateRecommender({arn, config}), base::ServiceError);
}

TEST_F(Recommenders, RefusesWhatDoesNotFit) {
    const auto refused = [](const std::string& part, const std::string& recipe,
                            const std::string& group = group_) {
        const auto error = errorOf([&] {
            service().createRecommender({.name = "no",
                                         .datasetGroupArn = group,
                                         .recipeArn = base::makeServiceArn("recipe/" + recipe)});
        });
        EXPECT_NE(std::string(error.what()).find(part), std::string::npos) << error.what();
        return error.code();
    };
    EXPECT_EQ(refused("ECOMMERCE", "aws-ecomm-recommended-for-you"), base::ErrorCode::InvalidInput);
    EXPECT_EQ(refused("create a solution", "aws-sims"), base::ErrorCode::InvalidInput);
    EXPECT_EQ(refused("no recipe", "aws-vod-nothing"), base::ErrorCode::ResourceNotFound);
    EXPECT_EQ(refused("custom", "aws-vod-top-picks", world_->makeGroup("custom")),
              base::ErrorCode::InvalidInput);
    EXPECT_EQ(errorOf([] { world_->makeSolution(group_, "aws-vod-top-picks", "no"); }).code(),
              base::ErrorCode::InvalidInput);
    const auto both = errorOf([] {
        service().getRecommendations({.campaignArn = base::makeArn("campaign/x"),
                                      .userId = "u1",
                                      .recommenderArn = base::makeArn("recommender/x")});
    });
    EXPECT_EQ(both.code(), base::ErrorCode::InvalidInput);
}

TEST_F(Recommenders, AnswerAfterAReopening) {
    const auto arn = create("aws-vod-because-you-watched-x", "again");
    const auto before = ask(arn, "u3", "i8", 5);
    world_->service.reset();
    world_->open();
    const auto after = ask(arn, "u3", "i8", 5);
    for (std::size_t i = 0; i < 5; ++i) EXPECT_EQ(after[i].itemId, before[i].itemId);
}

TEST(UseCases, EachIsARecipeOfTheEngine) {
    for (const auto& each : useCases()) {
        EXPECT_NE(recipes::findRecipe(each.recipe), nullptr) << each.name;
        EXPECT_EQ(recipes::findRecipe(each.name), nullptr) << each.name;
        EXPECT_EQ(findUseCase(base::makeServiceArn(base::concat("recipe/", each.name))), &each);
    }
}

}  // namespace
}  // namespace foretaste::service
