// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/recipes/item_features.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <unordered_map>

#include "core/base/text.h"

namespace foretaste::recipes {
namespace {

constexpr std::size_t kMostKnots = 8;
constexpr std::int64_t kFewestCarriers = 2;

double ownUnit(const dataset::NumericFeature& feature, std::size_t row) {
    return static_cast<double>(feature.values[row]) * feature.deviation + feature.mean;
}

template <class Feature>
const Feature* named(const std::vector<Feature>& features, const std::string& name) {
    for (const auto& feature : features)
        if (base::equalsIgnoringCase(feature.name, name)) return &feature;
    return nullptr;
}

}  // namespace

ItemFeatures::ItemFeatures(const dataset::ItemCatalogue& catalogue,
                           const std::vector<std::int64_t>& evidence) {
    for (const auto& feature : catalogue.features.categorical) {
        std::vector<std::int64_t> carriers(feature.values.size(), 0);
        for (std::size_t item = 0; item < catalogue.size(); ++item)
            if (evidence[item] > 0)
                for (const auto code : feature.of(item)) ++carriers[static_cast<std::size_t>(code)];
        Categories known{feature.name, count_, {}};
        for (std::size_t code = 0; code < feature.values.size(); ++code)
            if (carriers[code] >= kFewestCarriers) known.values.push_back(feature.values[code]);
        count_ += known.values.size();
        if (!known.values.empty()) categories_.push_back(std::move(known));
    }
    for (const auto& feature : catalogue.features.numeric) {
        std::vector<double> values;
        for (std::size_t item = 0; item < catalogue.size(); ++item)
            if (evidence[item] > 0) values.push_back(ownUnit(feature, item));
        if (values.empty()) continue;
        std::sort(values.begin(), values.end());
        Numbers known{feature.name, count_, {}};
        for (std::size_t knot = 0; knot < kMostKnots; ++knot)
            known.knots.push_back(values[(values.size() - 1) * knot / (kMostKnots - 1)]);
        known.knots.erase(std::unique(known.knots.begin(), known.knots.end()), known.knots.end());
        if (known.knots.size() < 2) continue;  // a constant says nothing
        count_ += known.knots.size();
        numbers_.push_back(std::move(known));
    }
}

nn::SparseRows ItemFeatures::encode(const dataset::ItemCatalogue& catalogue) const {
    struct FoundCategories {
        const dataset::CategoricalFeature* feature;
        std::vector<std::int64_t> featureOf;  ///< by the catalogue's code; -1: unknown
    };
    std::vector<FoundCategories> categories;
    for (const auto& known : categories_) {
        const auto* feature = named(catalogue.features.categorical, known.column);
        if (!feature) continue;
        std::unordered_map<std::string_view, std::int64_t> numberOf;
        for (std::size_t i = 0; i < known.values.size(); ++i)
            numberOf.emplace(known.values[i], static_cast<std::int64_t>(known.first + i));
        FoundCategories found{feature, {}};
        for (const auto& value : feature->values) {
            const auto entry = numberOf.find(value);
            found.featureOf.push_back(entry == numberOf.end() ? -1 : entry->second);
        }
        categories.push_back(std::move(found));
    }

    nn::SparseRows rows;
    rows.cols = count_;
    for (std::size_t item = 0; item < catalogue.size(); ++item) {
        rows.add(0, 1);
        for (const auto& found : categories) {
            const auto codes = found.feature->of(item);
            const auto knows = [&](std::int32_t code) {
                return found.featureOf[static_cast<std::size_t>(code)] >= 0;
            };
            const auto count = std::count_if(codes.begin(), codes.end(), knows);
            for (const auto code : codes)
                if (knows(code))
                    rows.add(
                        static_cast<std::size_t>(found.featureOf[static_cast<std::size_t>(code)]),
                        1.0F / static_cast<float>(count));
        }
        for (const auto& known : numbers_) {
            const auto* feature = named(catalogue.features.numeric, known.column);
            if (!feature) continue;
            const double value =
                std::clamp(ownUnit(*feature, item), known.knots.front(), known.knots.back());
            const auto above = std::max<std::ptrdiff_t>(
                1, std::lower_bound(known.knots.begin(), known.knots.end(), value) -
                       known.knots.begin());
            const auto upper = static_cast<std::size_t>(above), lower = upper - 1;
            const double share =
                (value - known.knots[lower]) / (known.knots[upper] - known.knots[lower]);
            rows.add(known.first + lower, static_cast<float>(1 - share));
            rows.add(known.first + upper, static_cast<float>(share));
        }
        rows.endRow();
    }
    return rows;
}

ItemFeatures::Meaning ItemFeatures::meaningOf(std::size_t feature) const {
    for (const auto& known : categories_)
        if (feature >= known.first && feature < known.first + known.values.size())
            return {known.column, known.values[feature - known.first], known.first,
                    known.values.size()};
    for (const auto& known : numbers_)
        if (feature >= known.first && feature < known.first + known.knots.size())
            return {known.column, {}, known.first, known.knots.size()};
    return {};
}

std::string ItemFeatures::toJson() const {
    auto categories = nlohmann::json::array(), numbers = nlohmann::json::array();
    for (const auto& known : categories_)
        categories.push_back(
            {{"column", known.column}, {"first", known.first}, {"values", known.values}});
    for (const auto& known : numbers_)
        numbers.push_back(
            {{"column", known.column}, {"first", known.first}, {"knots", known.knots}});
    // Ids and categories come from CSV files: what is not UTF-8 there must not lose a model.
    return nlohmann::json{{"categories", categories}, {"numbers", numbers}, {"count", count_}}.dump(
        -1, ' ', false, nlohmann::json::error_handler_t::replace);
}

ItemFeatures ItemFeatures::fromJson(const std::string& text) {
    const auto json = nlohmann::json::parse(text);
    ItemFeatures features;
    for (const auto& each : json.at("categories"))
        features.categories_.push_back({each.at("column").get<std::string>(),
                                        each.at("first").get<std::size_t>(),
                                        each.at("values").get<std::vector<std::string>>()});
    for (const auto& each : json.at("numbers"))
        features.numbers_.push_back({each.at("column").get<std::string>(),
                                     each.at("first").get<std::size_t>(),
                                     each.at("knots").get<std::vector<double>>()});
    features.count_ = json.at("count").get<std::size_t>();
    return features;
}

}  // namespace foretaste::recipes
