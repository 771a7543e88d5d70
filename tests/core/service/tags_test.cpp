// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include "tests/core/service/workspace.h"

namespace foretaste::service {
namespace {

std::string textOf(const ListTagsForResourceResponse& response) {
    std::string text;
    for (const auto& tag : response.tags)
        text += base::concat(text.empty() ? "" : " ", tag.tagKey, '=', tag.tagValue);
    return text;
}

TEST(Tags, ComeWithAResourceAndGoWithIt) {
    Workspace workspace;
    auto& service = *workspace.service;
    const auto group =
        service.createDatasetGroup({.name = "film-club", .tags = {{"team", "home"}, {"stage", ""}}})
            .datasetGroupArn;
    EXPECT_EQ(textOf(service.listTagsForResource({group})), "stage= team=home");
    service.tagResource({group, {{"team", "row"}, {"Team", "x y"}}});
    EXPECT_EQ(textOf(service.listTagsForResource({group})), "Team=x y stage= team=row");
    service.untagResource({group, {"stage", "not there"}});
    EXPECT_EQ(textOf(service.listTagsForResource({group})), "Team=x y team=row");
    service.deleteDatasetGroup(group);
    EXPECT_EQ(errorOf([&] { service.listTagsForResource({group}); }).code(),
              base::ErrorCode::ResourceNotFound);
    workspace.makeGroup("film-club");
    EXPECT_EQ(textOf(service.listTagsForResource({group})), "");
}

TEST(Tags, KeepToTheRules) {
    Workspace workspace;
    auto& service = *workspace.service;
    const auto group = workspace.makeGroup();
    const auto codeOf = [&](std::vector<Tag> tags) {
        return errorOf([&] { service.tagResource({group, std::move(tags)}); }).code();
    };
    EXPECT_EQ(codeOf({{"aws:mine", "x"}}), base::ErrorCode::InvalidInput);
    EXPECT_EQ(codeOf({{"a", "x"}, {"a", "y"}}), base::ErrorCode::InvalidInput);
    EXPECT_EQ(codeOf({{"a#b", "x"}}), base::ErrorCode::InvalidInput);
    EXPECT_EQ(codeOf({{std::string(129, 'a'), "x"}}), base::ErrorCode::InvalidInput);
    EXPECT_EQ(codeOf({{"a", std::string(257, 'x')}}), base::ErrorCode::InvalidInput);
    std::vector<Tag> many;
    for (int i = 0; i < 50; ++i) many.push_back({base::concat("k", i), "v"});
    service.tagResource({group, many});
    service.tagResource({group, {{"k7", "other"}}});
    EXPECT_EQ(codeOf({{"one-more", "v"}}), base::ErrorCode::TooManyTags);
    EXPECT_EQ(errorOf([&] {
                  service.untagResource({group, std::vector<std::string>(51, "k")});
              }).code(),
              base::ErrorCode::TooManyTagKeys);
    const auto refused = errorOf([&] {
        service.createDatasetGroup({.name = "second", .tags = {{"aws:mine", "x"}}});
    });
    EXPECT_EQ(refused.code(), base::ErrorCode::InvalidInput);
    EXPECT_EQ(service.listDatasetGroups().entries.size(), 1u) << "nothing was made";

    const auto schema =
        service.createSchema({.name = "items", .schema = std::string(kItemsSchema)});
    EXPECT_EQ(errorOf([&] {
                  service.tagResource({schema, {{"a", "b"}}});
              }).code(),
              base::ErrorCode::InvalidInput);
    const auto nowhere = base::makeArn("campaign/none");
    EXPECT_EQ(errorOf([&] {
                  service.tagResource({nowhere, {{"a", "b"}}});
              }).code(),
              base::ErrorCode::ResourceNotFound);
}

TEST(RecipeCatalogue, DescribesAlgorithmsAndFeatureTransformations) {
    Workspace workspace;
    auto& service = *workspace.service;
    const auto recipe =
        service.describeRecipe(base::makeServiceArn("recipe/aws-personalized-ranking"));
    const auto algorithm = service.describeAlgorithm(recipe.algorithmArn);
    EXPECT_EQ(algorithm.defaultHyperParameters.at("hidden_dimension"), "149");
    EXPECT_FALSE(algorithm.defaultHyperParameters.contains("min_user_history_length_percentile"));
    const auto& ranges = algorithm.defaultHyperParameterRanges;
    ASSERT_EQ(ranges.integerHyperParameterRanges.size(), 2u);
    EXPECT_EQ(ranges.integerHyperParameterRanges[0].maxValue, 256);
    EXPECT_TRUE(ranges.integerHyperParameterRanges[0].isTunable);
    EXPECT_EQ(ranges.categoricalHyperParameterRanges.at(0).values,
              (std::vector<std::string>{"true", "false"}));
    const auto transformation =
        service.describeFeatureTransformation(recipe.featureTransformationArn);
    EXPECT_EQ(transformation.name, "JSON-percentile-filtering");
    EXPECT_EQ(transformation.defaultParameters.at("max_user_history_length_percentile"), "0.99");

    // Popularity shares that of SIMS, which has parameters to set.
    const auto shared =
        service.describeFeatureTransformation(base::makeServiceArn("feature-transformation/sims"));
    EXPECT_EQ(shared.defaultParameters.at("min_user_history_length_percentile"), "0.005");
    for (const char* arn : {"algorithm/none", "feature-transformation/"}) {
        const auto whole = base::makeServiceArn(arn);
        EXPECT_EQ(errorOf([&] { service.describeAlgorithm(whole); }).code(),
                  base::ErrorCode::ResourceNotFound);
        EXPECT_EQ(errorOf([&] { service.describeFeatureTransformation(whole); }).code(),
                  base::ErrorCode::ResourceNotFound);
    }
}

}  // namespace
}  // namespace foretaste::service
