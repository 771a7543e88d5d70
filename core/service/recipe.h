// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>

#include "core/recipes/recipe.h"
#include "core/service/common.h"

namespace foretaste::service {

/// Page, and which recipes.
struct ListRecipesRequest {
    std::string recipeProvider;  ///< SERVICE is the only one there is
    Domain domain = Domain::None;
    Page page;
    template <class Visitor, class Self>
    static void describe(Visitor& visit, Self& self) {
        visit.optional(
            "recipeProvider", self.recipeProvider,
            Rule{0, 256, [](std::string_view text) { return text == "SERVICE"; }, "SERVICE"});
        visit.optional("domain", self.domain);
        Page::describe(visit, self.page);
    }
};

struct RecipeDescription {
    std::string name, recipeArn, algorithmArn, featureTransformationArn, status, description;
    std::string recipeType;
    Domain domain = Domain::None;  ///< of a use case; the API tells it in lists alone
    Timestamp creationDateTime, lastUpdatedDateTime;
    template <class Visitor, class Self>
    static void describe(Visitor& visit, Self& self) {
        describeShort(visit, self);
        visit.optional("algorithmArn", self.algorithmArn);
        visit.optional("featureTransformationArn", self.featureTransformationArn);
        visit.optional("description", self.description);
        visit.required("recipeType", self.recipeType);
    }
    template <class Visitor, class Self>
    static void describeSummary(Visitor& visit, Self& self) {
        describeShort(visit, self);
        visit.optional("domain", self.domain);
    }

private:
    template <class Visitor, class Self>
    static void describeShort(Visitor& visit, Self& self) {
        visit.required("name", self.name);
        visit.required("recipeArn", self.recipeArn);
        visit.required("status", self.status);
        visit.required("creationDateTime", self.creationDateTime);
        visit.required("lastUpdatedDateTime", self.lastUpdatedDateTime);
    }
};

struct DefaultIntegerRange {
    std::string name;
    std::int64_t minValue = 0, maxValue = 0;
    bool isTunable = false;
    template <class Visitor, class Self>
    static void describe(Visitor& visit, Self& self) {
        visit.required("name", self.name);
        visit.required("minValue", self.minValue);
        visit.required("maxValue", self.maxValue);
        visit.required("isTunable", self.isTunable);
    }
};

struct DefaultContinuousRange {
    std::string name;
    double minValue = 0, maxValue = 0;
    bool isTunable = false;
    template <class Visitor, class Self>
    static void describe(Visitor& visit, Self& self) {
        visit.required("name", self.name);
        visit.required("minValue", self.minValue);
        visit.required("maxValue", self.maxValue);
        visit.required("isTunable", self.isTunable);
    }
};

struct DefaultCategoricalRange {
    std::string name;
    std::vector<std::string> values;
    bool isTunable = false;
    template <class Visitor, class Self>
    static void describe(Visitor& visit, Self& self) {
        visit.required("name", self.name);
        visit.required("values", self.values);
        visit.required("isTunable", self.isTunable);
    }
};

struct DefaultHyperParameterRanges {
    std::vector<DefaultIntegerRange> integerHyperParameterRanges;
    std::vector<DefaultContinuousRange> continuousHyperParameterRanges;
    std::vector<DefaultCategoricalRange> categoricalHyperParameterRanges;
    template <class Visitor, class Self>
    static void describe(Visitor& visit, Self& self) {
        visit.required("integerHyperParameterRanges", self.integerHyperParameterRanges);
        visit.required("continuousHyperParameterRanges", self.continuousHyperParameterRanges);
        visit.required("categoricalHyperParameterRanges", self.categoricalHyperParameterRanges);
    }
};

struct Algorithm {
    std::string name, algorithmArn;
    std::map<std::string, std::string> defaultHyperParameters;
    DefaultHyperParameterRanges defaultHyperParameterRanges;
    Timestamp creationDateTime, lastUpdatedDateTime;
    template <class Visitor, class Self>
    static void describe(Visitor& visit, Self& self) {
        visit.required("name", self.name);
        visit.required("algorithmArn", self.algorithmArn);
        visit.required("defaultHyperParameters", self.defaultHyperParameters);
        visit.required("defaultHyperParameterRanges", self.defaultHyperParameterRanges);
        visit.required("creationDateTime", self.creationDateTime);
        visit.required("lastUpdatedDateTime", self.lastUpdatedDateTime);
    }
};

struct FeatureTransformation {
    std::string name, featureTransformationArn;
    std::map<std::string, std::string> defaultParameters;
    Timestamp creationDateTime, lastUpdatedDateTime;
    std::string status;
    template <class Visitor, class Self>
    static void describe(Visitor& visit, Self& self) {
        visit.required("name", self.name);
        visit.required("featureTransformationArn", self.featureTransformationArn);
        visit.required("defaultParameters", self.defaultParameters);
        visit.required("creationDateTime", self.creationDateTime);
        visit.required("lastUpdatedDateTime", self.lastUpdatedDateTime);
        visit.required("status", self.status);
    }
};

}  // namespace foretaste::service
