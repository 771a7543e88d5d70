// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>

#include "core/service/common.h"

namespace foretaste::recipes {
struct RecipeFacts;
}

namespace foretaste::service {

enum class ObjectiveSensitivity { None, Low, Medium, High, Off };
template <>
struct EnumNames<ObjectiveSensitivity> {
    static constexpr std::pair<ObjectiveSensitivity, std::string_view> values[] = {
        {ObjectiveSensitivity::Low, "LOW"},
        {ObjectiveSensitivity::Medium, "MEDIUM"},
        {ObjectiveSensitivity::High, "HIGH"},
        {ObjectiveSensitivity::Off, "OFF"}};
};

struct OptimizationObjective {
    std::string itemAttribute;
    ObjectiveSensitivity objectiveSensitivity = ObjectiveSensitivity::None;
    template <class Visitor, class Self>
    static void describe(Visitor& visit, Self& self) {
        visit.optional("itemAttribute", self.itemAttribute, Rule{0, 150});
        visit.optional("objectiveSensitivity", self.objectiveSensitivity);
    }
};

inline constexpr Rule kColumn{1, 150, forms::isColumn, "letters, digits and '_'"};
inline constexpr Rule kColumns{.maxSize = 50, .entry = &kColumn};
inline constexpr Rule kColumnsByType{.maxSize = 3, .entry = &kColumns};

struct TrainingDataConfig {
    std::map<std::string, std::vector<std::string>> excludedDatasetColumns;
    std::map<std::string, std::vector<std::string>> includedDatasetColumns;
    template <class Visitor, class Self>
    static void describe(Visitor& visit, Self& self) {
        visit.optional("excludedDatasetColumns", self.excludedDatasetColumns, kColumnsByType);
        visit.optional("includedDatasetColumns", self.includedDatasetColumns, kColumnsByType);
    }
};

/// How much events of a type count in training.
struct EventParameters {
    std::string eventType;
    std::optional<double> eventValueThreshold, weight;
    template <class Visitor, class Self>
    static void describe(Visitor& visit, Self& self) {
        visit.optional("eventType", self.eventType, kText256);
        visit.optional("eventValueThreshold", self.eventValueThreshold);
        visit.optional("weight", self.weight, Rule{.minimum = 0, .maximum = 1});
    }
};

struct EventsConfig {
    std::vector<EventParameters> eventParametersList;
    template <class Visitor, class Self>
    static void describe(Visitor& visit, Self& self) {
        visit.optional("eventParametersList", self.eventParametersList, Rule{0, 10});
    }
};

struct AutoTrainingConfig {
    std::string schedulingExpression;
    template <class Visitor, class Self>
    static void describe(Visitor& visit, Self& self) {
        visit.optional("schedulingExpression", self.schedulingExpression,
                       Rule{0, 16, forms::isSchedule, "rate(N days), N from 1 to 30"});
    }
};

inline constexpr Rule kRanges{0, 100};
inline constexpr Rule kText1000{0, 1000};
inline constexpr double kFurthest =
    1'000'000;  ///< bounds of a range lie within plus and minus this

struct IntegerHyperParameterRange {
    std::string name;
    std::optional<std::int64_t> minValue, maxValue;
    template <class Visitor, class Self>
    static void describe(Visitor& visit, Self& self) {
        visit.optional("name", self.name, kText256);
        visit.optional("minValue", self.minValue, Rule{.minimum = -kFurthest});
        visit.optional("maxValue", self.maxValue, Rule{.maximum = kFurthest});
    }
};

struct ContinuousHyperParameterRange {
    std::string name;
    std::optional<double> minValue, maxValue;
    template <class Visitor, class Self>
    static void describe(Visitor& visit, Self& self) {
        visit.optional("name", self.name, kText256);
        visit.optional("minValue", self.minValue, Rule{.minimum = -kFurthest});
        visit.optional("maxValue", self.maxValue, Rule{.minimum = -kFurthest});
    }
};

struct CategoricalHyperParameterRange {
    std::string name;
    std::vector<std::string> values;
    template <class Visitor, class Self>
    static void describe(Visitor& visit, Self& self) {
        visit.optional("name", self.name, kText256);
        visit.optional("values", self.values, Rule{.maxSize = 100, .entry = &kText1000});
    }
};

struct HyperParameterRanges {
    std::vector<IntegerHyperParameterRange> integerHyperParameterRanges;
    std::vector<ContinuousHyperParameterRange> continuousHyperParameterRanges;
    std::vector<CategoricalHyperParameterRange> categoricalHyperParameterRanges;
    template <class Visitor, class Self>
    static void describe(Visitor& visit, Self& self) {
        visit.optional("integerHyperParameterRanges", self.integerHyperParameterRanges, kRanges);
        visit.optional("continuousHyperParameterRanges", self.continuousHyperParameterRanges,
                       kRanges);
        visit.optional("categoricalHyperParameterRanges", self.categoricalHyperParameterRanges,
                       kRanges);
    }
};

struct HPOResourceConfig {
    std::string maxNumberOfTrainingJobs, maxParallelTrainingJobs;  ///< numbers as text
    template <class Visitor, class Self>
    static void describe(Visitor& visit, Self& self) {
        visit.optional("maxNumberOfTrainingJobs", self.maxNumberOfTrainingJobs, kText256);
        visit.optional("maxParallelTrainingJobs", self.maxParallelTrainingJobs, kText256);
    }
};

/// How hyperparameters are searched for, where CreateSolution asks for it with performHPO. The
/// service does not support hpoObjective; it is not read.
struct HPOConfig {
    std::optional<HPOResourceConfig> hpoResourceConfig;
    std::optional<HyperParameterRanges> algorithmHyperParameterRanges;
    template <class Visitor, class Self>
    static void describe(Visitor& visit, Self& self) {
        visit.optional("hpoResourceConfig", self.hpoResourceConfig);
        visit.optional("algorithmHyperParameterRanges", self.algorithmHyperParameterRanges);
    }
};

struct SolutionConfig {
    std::string eventValueThreshold;
    std::optional<HPOConfig> hpoConfig;
    std::map<std::string, std::string> algorithmHyperParameters, featureTransformationParameters;
    std::optional<EventsConfig> eventsConfig;
    std::optional<OptimizationObjective> optimizationObjective;
    std::optional<TrainingDataConfig> trainingDataConfig;
    std::optional<AutoTrainingConfig> autoTrainingConfig;
    template <class Visitor, class Self>
    static void describe(Visitor& visit, Self& self) {
        visit.optional("eventValueThreshold", self.eventValueThreshold, kText256);
        visit.optional("hpoConfig", self.hpoConfig);
        visit.optional("algorithmHyperParameters", self.algorithmHyperParameters, kParameters);
        visit.optional("featureTransformationParameters", self.featureTransformationParameters,
                       kParameters);
        visit.optional("eventsConfig", self.eventsConfig);
        visit.optional("optimizationObjective", self.optimizationObjective);
        visit.optional("trainingDataConfig", self.trainingDataConfig);
        visit.optional("autoTrainingConfig", self.autoTrainingConfig);
    }
};

/// Holds a configuration against a recipe, and refuses what the engine would otherwise ignore.
/// Throws ServiceError (InvalidInput) naming the member or hyperparameter.
void checkTrainingColumns(const TrainingDataConfig& columns, std::string_view where);
void checkSolutionConfig(const SolutionConfig& config, const recipes::RecipeFacts& facts);

}  // namespace foretaste::service
