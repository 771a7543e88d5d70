// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dataset/training_data.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "core/base/error.h"
#include "core/base/text.h"

namespace foretaste::dataset {
namespace {

constexpr std::string_view kCreationTimestamp = "CREATION_TIMESTAMP";
/// Numbers beyond are taken for this one, so that a sum of squares stays a number.
constexpr double kLargestNumber = 1e150;
constexpr std::int64_t kNever = std::numeric_limits<std::int64_t>::max();

/// For each row of a feature table the row of the records it is made from; -1: it has no record.
using RecordRows = std::vector<std::int64_t>;

CategoricalFeature categoricalFeature(const store::RecordColumn& column, const RecordRows& rows) {
    CategoricalFeature feature;
    feature.name = column.field.name;
    feature.offsets.reserve(rows.size() + 1);
    feature.offsets.push_back(0);
    std::unordered_map<std::string, std::int32_t> numberOf;
    for (const auto row : rows) {
        const auto first = static_cast<std::ptrdiff_t>(feature.codes.size());
        if (row >= 0)
            for (const auto& part : base::split(column.text[static_cast<std::size_t>(row)], '|')) {
                const std::string value(base::trimmed(part));
                if (value.empty()) continue;
                const auto next = static_cast<std::int32_t>(feature.values.size());
                const auto [entry, isNew] = numberOf.emplace(value, next);
                if (isNew) feature.values.push_back(value);
                if (std::find(feature.codes.begin() + first, feature.codes.end(), entry->second) ==
                    feature.codes.end())
                    feature.codes.push_back(entry->second);
            }
        feature.offsets.push_back(static_cast<std::uint32_t>(feature.codes.size()));
    }
    return feature;
}

/// False where the column holds no finite number at all.
bool numericFeature(const store::RecordColumn& column, const RecordRows& rows,
                    NumericFeature& feature) {
    feature.name = column.field.name;
    double sum = 0, squares = 0, count = 0;
    const auto valueOf = [&](std::int64_t row) {
        const double value = row < 0 ? std::nan("") : column.number[static_cast<std::size_t>(row)];
        return std::isfinite(value) ? std::clamp(value, -kLargestNumber, kLargestNumber) : value;
    };
    for (const auto row : rows)
        if (const double value = valueOf(row); std::isfinite(value)) {
            sum += value;
            ++count;
        }
    if (count == 0) return false;
    feature.mean = sum / count;
    for (const auto row : rows)
        if (const double value = valueOf(row); std::isfinite(value))
            squares += (value - feature.mean) * (value - feature.mean);
    feature.deviation = std::sqrt(squares / count);
    if (!(feature.deviation > 0) || !std::isfinite(feature.deviation)) feature.deviation = 1;
    feature.values.reserve(rows.size());
    for (const auto row : rows) {
        const double value = valueOf(row);
        feature.values.push_back(
            std::isfinite(value) ? static_cast<float>((value - feature.mean) / feature.deviation)
                                 : 0.0F);
    }
    return true;
}

/// Categorical strings and numbers; other strings and booleans never train (service.md 2.1).
FeatureTable featureTable(const store::RecordTable& records, const RecordRows& rows,
                          const std::vector<std::string>& excluded) {
    FeatureTable table;
    for (const auto& column : records.columns) {
        const auto name = base::toUpper(column.field.name);
        if (name == kCreationTimestamp ||
            std::find(excluded.begin(), excluded.end(), name) != excluded.end())
            continue;
        if (column.field.isText() && column.field.categorical) {
            auto feature = categoricalFeature(column, rows);
            if (!feature.values.empty()) table.categorical.push_back(std::move(feature));
        } else if (column.field.isNumber()) {
            NumericFeature feature;
            if (numericFeature(column, rows, feature)) table.numeric.push_back(std::move(feature));
        }
    }
    return table;
}

std::string describe(const InteractionFilter& filter, const store::InteractionTable& table) {
    std::string text = "No interaction is left to train on";
    if (!filter.eventType.empty())
        text += base::concat(" with event type '", filter.eventType, "'");
    if (filter.hasThreshold)
        text += base::concat(" with EVENT_VALUE >= ", base::numberText(filter.eventValueThreshold));
    if (table.rows() == 0)
        return text + ": the Interactions dataset is empty. Import interactions.";
    constexpr std::size_t kNamed = 10;
    auto types = table.eventTypes;
    if (types.empty()) {
        text +=
            base::concat(": the dataset has ", table.rows(), " interactions, without EVENT_TYPE");
    } else {
        const bool more = types.size() > kNamed;
        if (more) types.resize(kNamed);
        text += base::concat(": the dataset has ", table.rows(), " interactions of the types ",
                             base::join(types, ", "), more ? ", ..." : "");
    }
    return text + ". Change eventType or eventValueThreshold of the solution.";
}

std::vector<std::size_t> keptRows(const store::InteractionTable& table,
                                  const InteractionFilter& filter) {
    std::vector<bool> isWanted;  // [event types]; they are the same in any case, as in filters
    for (const auto& type : table.eventTypes)
        isWanted.push_back(base::equalsIgnoringCase(type, filter.eventType));
    std::vector<std::size_t> kept;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        if (!filter.eventType.empty()) {
            const int type = table.eventType.empty() ? -1 : table.eventType[row];
            if (type < 0 || !isWanted[static_cast<std::size_t>(type)]) continue;
        }
        if (filter.hasThreshold) {
            const float value = table.eventValue.empty() ? store::kNoValue : table.eventValue[row];
            if (!(static_cast<double>(value) >= filter.eventValueThreshold)) continue;
        }
        kept.push_back(row);
    }
    return kept;
}

/// Users by first appearance, each user's rows by time; equal times keep their order.
void orderByUser(const store::InteractionTable& table, std::vector<std::size_t>& rows,
                 TrainingData& data) {
    std::vector<std::int32_t> numberOf(table.users.size(), -1);
    for (const auto row : rows) {
        auto& number = numberOf[static_cast<std::size_t>(table.user[row])];
        if (number >= 0) continue;
        number = static_cast<std::int32_t>(data.users.size());
        data.users.push_back(table.users[static_cast<std::size_t>(table.user[row])]);
    }
    const auto userOf = [&](std::size_t row) {
        return static_cast<std::size_t>(numberOf[static_cast<std::size_t>(table.user[row])]);
    };
    data.offsets.assign(data.users.size() + 1, 0);
    for (const auto row : rows) ++data.offsets[userOf(row) + 1];
    std::partial_sum(data.offsets.begin(), data.offsets.end(), data.offsets.begin());
    std::vector<std::size_t> ordered(rows.size());
    auto next = data.offsets;
    for (const auto row : rows) ordered[next[userOf(row)]++] = row;
    rows.swap(ordered);
    const auto earlier = [&](std::size_t a, std::size_t b) {
        return table.timestamp[a] < table.timestamp[b];
    };
    for (std::size_t user = 0; user < data.users.size(); ++user) {
        const auto first = rows.begin() + static_cast<std::ptrdiff_t>(data.offsets[user]);
        const auto last = rows.begin() + static_cast<std::ptrdiff_t>(data.offsets[user + 1]);
        // Files are most often in the order of time already.
        if (!std::is_sorted(first, last, earlier)) std::stable_sort(first, last, earlier);
    }
}

}  // namespace

TrainingData buildTrainingData(const store::InteractionTable& interactions,
                               const store::RecordTable* items, const store::RecordTable* users,
                               const InteractionFilter& filter) {
    auto rows = keptRows(interactions, filter);
    if (rows.empty())
        throw base::ServiceError(base::ErrorCode::InvalidInput, describe(filter, interactions));

    TrainingData data;
    orderByUser(interactions, rows, data);
    data.eventTypes = interactions.eventTypes;

    auto& catalogue = data.items;
    RecordRows recordOf;
    const auto addItem = [&](const std::string& id, std::int64_t record) {
        const auto next = static_cast<std::int32_t>(catalogue.ids.size());
        const auto [entry, isNew] = catalogue.numberOf.emplace(id, next);
        if (isNew) {
            catalogue.ids.push_back(id);
            recordOf.push_back(record);
        }
        return entry->second;
    };
    if (items)
        for (std::size_t row = 0; row < items->rows(); ++row)
            addItem(items->ids[row], static_cast<std::int64_t>(row));

    std::vector<std::int32_t> itemNumber(interactions.items.size(), -1);
    const auto size = rows.size();
    data.item.reserve(size);
    data.timestamp.reserve(size);
    data.eventType.reserve(size);
    data.eventValue.reserve(size);
    data.oldest = kNever;
    data.newest = std::numeric_limits<std::int64_t>::min();
    for (const auto row : rows) {
        const auto tableItem = static_cast<std::size_t>(interactions.item[row]);
        if (itemNumber[tableItem] < 0)
            itemNumber[tableItem] = addItem(interactions.items[tableItem], -1);
        data.item.push_back(itemNumber[tableItem]);
        const auto time = interactions.timestamp[row];
        data.timestamp.push_back(time);
        data.oldest = std::min(data.oldest, time);
        data.newest = std::max(data.newest, time);
        data.eventType.push_back(interactions.eventType.empty() ? std::int16_t{-1}
                                                                : interactions.eventType[row]);
        data.eventValue.push_back(interactions.eventValue.empty() ? store::kNoValue
                                                                  : interactions.eventValue[row]);
    }

    catalogue.interactions.assign(catalogue.size(), 0);
    std::vector<std::int64_t> first(catalogue.size(), kNever);
    for (std::size_t event = 0; event < data.item.size(); ++event) {
        const auto item = static_cast<std::size_t>(data.item[event]);
        ++catalogue.interactions[item];
        first[item] = std::min(first[item], data.timestamp[event]);
    }
    const auto* creation = items ? items->find(kCreationTimestamp) : nullptr;
    catalogue.created.resize(catalogue.size());
    catalogue.ageSource.resize(catalogue.size());
    for (std::size_t item = 0; item < catalogue.size(); ++item) {
        const double given = creation && recordOf[item] >= 0
                                 ? creation->number[static_cast<std::size_t>(recordOf[item])]
                                 : std::nan("");
        if (std::isfinite(given)) {
            catalogue.created[item] = static_cast<std::int64_t>(given);
            catalogue.ageSource[item] = AgeSource::CreationTimestamp;
        } else if (first[item] != kNever) {
            catalogue.created[item] = first[item];
            catalogue.ageSource[item] = AgeSource::FirstInteraction;
        } else {
            catalogue.created[item] = data.newest;
            catalogue.ageSource[item] = AgeSource::None;
        }
    }
    if (items) catalogue.features = featureTable(*items, recordOf, filter.excludedItemColumns);

    if (users) {
        std::unordered_map<std::string_view, std::int64_t> rowOf;
        for (std::size_t row = 0; row < users->rows(); ++row)
            rowOf.emplace(users->ids[row], static_cast<std::int64_t>(row));
        RecordRows userRows;
        userRows.reserve(data.users.size());
        for (const auto& id : data.users) {
            const auto found = rowOf.find(id);
            userRows.push_back(found == rowOf.end() ? -1 : found->second);
        }
        data.userFeatures = featureTable(*users, userRows, filter.excludedUserColumns);
    }
    return data;
}

ItemCatalogue catalogueOf(const store::RecordTable& items, const std::vector<std::int64_t>& rows,
                          std::int64_t newest) {
    ItemCatalogue catalogue;
    const auto* creation = items.find(kCreationTimestamp);
    for (const auto row : rows) {
        const auto at = static_cast<std::size_t>(row);
        catalogue.numberOf.emplace(items.ids[at], static_cast<std::int32_t>(catalogue.size()));
        catalogue.ids.push_back(items.ids[at]);
        const double given = creation ? creation->number[at] : std::nan("");
        catalogue.created.push_back(std::isfinite(given) ? static_cast<std::int64_t>(given)
                                                         : newest);
        catalogue.ageSource.push_back(std::isfinite(given) ? AgeSource::CreationTimestamp
                                                           : AgeSource::None);
    }
    catalogue.interactions.assign(catalogue.size(), 0);
    catalogue.features = featureTable(items, rows, {});
    return catalogue;
}

}  // namespace foretaste::dataset
