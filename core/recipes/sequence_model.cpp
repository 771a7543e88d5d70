// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/recipes/sequence_model.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <unordered_map>
#include <unordered_set>

#include "core/base/error.h"
#include "core/base/file.h"
#include "core/base/text.h"
#include "core/recipes/model_file.h"
#include "core/recipes/recipe_facts.h"
#include "core/recipes/sequence_plan.h"

namespace foretaste::recipes {
namespace {

// Behind the network's state: the number of events, the last one's time in two halves that floats
// hold exactly, and a ring of the events remembered: item (-1: unknown), seconds since the event
// before, event type and standardised value.
constexpr std::size_t kRemembered = InputEncoding::kRemembered;
constexpr std::size_t kRing = 3, kRecord = 4, kExtraState = kRing + kRecord * kRemembered;
constexpr std::int64_t kHalf = std::int64_t{1} << 20;

void putTime(std::span<float> extra, std::int64_t time) {
    auto low = time % kHalf;
    if (low < 0) low += kHalf;
    extra[1] = static_cast<float>((time - low) / kHalf);
    extra[2] = static_cast<float>(low);
}

std::int64_t timeOf(std::span<const float> extra) {
    return static_cast<std::int64_t>(extra[1]) * kHalf + static_cast<std::int64_t>(extra[2]);
}

/// The record of the event that happened `ago` (from 1 on) events ago.
template <class Float>
std::span<Float> recordOf(std::span<Float> extra, std::size_t ago) {
    const auto number = static_cast<std::size_t>(extra[0]) - ago;
    return extra.subspan(kRing + kRecord * (number % kRemembered), kRecord);
}

std::size_t remembered(std::span<const float> extra) {
    return std::min(static_cast<std::size_t>(extra[0]), kRemembered);
}

/// The items remembered, each by its last event.
std::vector<nn::SeenItem> seenItems(std::span<const float> extra) {
    std::vector<nn::SeenItem> seen;
    std::unordered_set<std::uint32_t> met;
    std::int64_t age = 0;  // of the event before the last one, at the time of the last one
    for (std::size_t ago = 1; ago <= remembered(extra); ++ago) {
        const auto record = recordOf(extra, ago);
        const auto item = static_cast<std::int32_t>(record[0]);
        if (item >= 0 && met.insert(static_cast<std::uint32_t>(item)).second)
            seen.push_back({static_cast<std::uint32_t>(item), InputEncoding::distanceBucket(ago),
                            InputEncoding::gapBucket(age)});
        age += static_cast<std::int64_t>(record[1]);
    }
    return seen;
}

}  // namespace

nn::ItemVectors<float> predictedVectors(const nn::SparseRows& features,
                                        const nn::ItemVectors<float>& featureVectors) {
    nn::ItemVectors<float> items(features.rows(), featureVectors.dim);
    nn::addProduct(features, 0, items.items, featureVectors.vectors.data(), items.dim,
                   items.vectors.data());
    nn::addProduct(features, 0, items.items, featureVectors.bias.data(), 1, items.bias.data());
    return items;
}

SequenceModel::SequenceModel(SequenceParts parts)
    : parts_(std::move(parts)), network_(parts_.shape) {}

const RecipeFacts& SequenceModel::facts() const {
    return factsOf(parts_.recipe);
}

ItemTable SequenceModel::items() const {
    return {parts_.items.items, parts_.items.dim, parts_.items.vectors, parts_.items.bias};
}

std::size_t SequenceModel::stateSize() const {
    return network_.stateSize() + kExtraState;
}

void SequenceModel::start(std::span<float> state) const {
    network_.start(parts_.encoder, state.data());
    const auto extra = state.subspan(network_.stateSize());
    std::fill(extra.begin(), extra.end(), 0.0F);
    putTime(extra, parts_.newest);
}

void SequenceModel::advance(std::span<float> state, const ModelEvent& event) const {
    const auto extra = state.subspan(network_.stateSize());
    const bool known = event.item >= 0 && static_cast<std::size_t>(event.item) < parts_.items.items;
    const auto eventType = static_cast<std::size_t>(event.eventType + 1) < parts_.shape.eventTypes
                               ? event.eventType
                               : std::int16_t{-1};
    const bool hasPrevious = extra[0] > 0;
    const auto previous = timeOf(extra);
    const auto input = parts_.encoding.input(
        known ? static_cast<std::uint32_t>(event.item) : nn::InputEvent::kNoItem, event.timestamp,
        eventType, event.eventValue, hasPrevious, previous);
    if (network_.stateSize() > 0)
        network_.advance(parts_.encoder, input,
                         known ? parts_.items.vectors.data() + input.item * width() : nullptr,
                         state.data());
    extra[0] += 1;
    const auto record = recordOf(extra, 1);
    record[0] = known ? static_cast<float>(event.item) : -1.0F;
    record[1] = hasPrevious
                    ? static_cast<float>(std::max<std::int64_t>(0, event.timestamp - previous))
                    : 0.0F;
    record[2] = static_cast<float>(eventType);
    record[3] = input.value;
    putTime(extra, event.timestamp);
}

/// One sequence: the events remembered, as far as the encoder reads back; asked after the last.
nn::PackedBatch SequenceModel::historyOf(std::span<const float> extra) const {
    nn::PackedBatch batch;
    batch.sequences = 1;
    const auto length = std::min(remembered(extra), parts_.shape.encoder.history);
    const auto all = static_cast<std::size_t>(extra[0]);
    batch.inputs.resize(length);
    batch.counts.assign(length, 1);
    auto time = timeOf(extra);
    for (std::size_t ago = 1; ago <= length; ++ago) {
        const auto record = recordOf(extra, ago);
        const auto gap = static_cast<std::int64_t>(record[1]);
        auto& input = batch.inputs[length - ago];
        input = parts_.encoding.input(
            record[0] < 0 ? nn::InputEvent::kNoItem : static_cast<std::uint32_t>(record[0]), time,
            static_cast<std::int16_t>(record[2]), 0, ago < all, time - gap);
        input.value = record[3];
        time -= gap;
    }
    batch.targets.resize(1 + length);
    batch.targets.back() = {0, parts_.encoding.timePosition(timeOf(extra))};
    batch.seenOffsets.assign(2 + length, 0);
    return batch;
}

void SequenceModel::query(std::span<const float> state, std::span<float> query) const {
    const auto extra = extraOf(state);
    if (network_.stateSize() > 0) {
        network_.query(parts_.encoder, state.data(), parts_.encoding.timePosition(timeOf(extra)),
                       query.data());
    } else {
        const auto queries = network_.queries(parts_.encoder, parts_.items, historyOf(extra));
        std::copy(queries.begin(), queries.end(), query.begin());
    }
}

std::vector<HistoryEffect> SequenceModel::history(std::span<const float> state) const {
    auto seen = seenItems(extraOf(state));
    std::vector<HistoryEffect> effects;
    for (std::uint32_t i = 0; i < seen.size(); ++i) {
        effects.push_back({.item = static_cast<std::int32_t>(seen[i].item)});
        seen[i].item = i;
    }
    std::vector<float> worth(seen.size(), 0.0F);
    network_.addSeen(parts_.encoder, seen, worth.data());
    for (std::size_t i = 0; i < seen.size(); ++i) effects[i].add = worth[i];
    return effects;
}

PredictedItems SequenceModel::predict(const dataset::ItemCatalogue& items) const {
    auto predicted = predictedVectors(parts_.features.encode(items), parts_.featureVectors);
    return {std::move(predicted.vectors), std::move(predicted.bias)};
}

std::vector<MetadataPart> SequenceModel::metadataParts(const dataset::ItemCatalogue& item,
                                                       std::span<const float> query) const {
    const auto& vectors = parts_.featureVectors;
    const auto scoreOf = [&](std::size_t feature) {
        double score = static_cast<double>(vectors.bias[feature]);
        for (std::size_t d = 0; d < vectors.dim; ++d)
            score += static_cast<double>(vectors.vectors[feature * vectors.dim + d]) *
                     static_cast<double>(query[d]);
        return score;
    };
    const auto features = parts_.features.encode(item);
    std::vector<MetadataPart> parts;
    for (auto entry = features.offsets[0]; entry < features.offsets[1]; ++entry) {
        const auto feature = static_cast<std::size_t>(features.column[entry]);
        if (feature == 0) continue;  // every item has it
        auto meaning = parts_.features.meaningOf(feature);
        double average = 0;
        for (std::size_t i = 0; i < meaning.count; ++i)
            average += scoreOf(meaning.first + i) / static_cast<double>(meaning.count);
        const double score =
            static_cast<double>(features.weight[entry]) * (scoreOf(feature) - average);
        // A number lies between two knots: one part.
        if (meaning.category.empty() && !parts.empty() && parts.back().column == meaning.column)
            parts.back().score += score;
        else
            parts.push_back({std::move(meaning.column), std::move(meaning.category), score});
    }
    return parts;
}

void SequenceModel::save(const std::filesystem::path& file) const {
    auto tensors = newModelFile(parts_.recipe);
    const auto& p = parts_;
    const auto& encoder = p.shape.encoder;
    tensors.metadata["network"] = nlohmann::json{
        {"encoder", encoderName(encoder.kind)},
        {"width", encoder.width},
        {"blocks", encoder.blocks},
        {"heads", encoder.heads},
        {"history", encoder.history},
        {"event_types", p.shape.eventTypes},
        {"gaps", p.shape.gaps},
        {"knots", p.shape.knots},
        {"distances", p.shape.distances},
        {"ages", p.shape.ages},
        {"value_mean", p.encoding.valueMean},
        {"value_deviation", p.encoding.valueDeviation},
        {"newest", p.newest}}.dump();
    tensors.metadata["features"] = p.features.toJson();
    tensors.addTexts("items", p.itemIds);
    tensors.addTexts("event_types", p.eventTypes);
    tensors.addIntegers("time_knots", p.encoding.knots);
    for (const auto& slice : network_.layout().slices())
        tensors.addFloats("encoder." + slice.name, {slice.rows, slice.cols},
                          {slice.in(p.encoder), slice.size()});
    tensors.addFloats("items.vectors", {p.items.items, p.items.dim}, p.items.vectors);
    tensors.addFloats("items.bias", {p.items.items}, p.items.bias);
    tensors.addIntegers("items.trained", p.trained);
    tensors.addIntegers("items.evidence", p.evidence);
    tensors.addFloats("features.vectors", {p.featureVectors.items, p.featureVectors.dim},
                      p.featureVectors.vectors);
    tensors.addFloats("features.bias", {p.featureVectors.items}, p.featureVectors.bias);
    tensors.addFloats("prior_variance", {p.priorVariance.size()}, p.priorVariance);
    tensors.save(file);
}

std::unique_ptr<SequenceModel> SequenceModel::load(const std::filesystem::path& file,
                                                   std::string_view recipe) {
    const auto tensors = openModelFile(file, recipe);
    SequenceParts p;
    p.recipe = recipe;
    try {
        const auto sizes = nlohmann::json::parse(tensors.text("network"));
        const auto size = [&](const char* name) { return sizes.at(name).get<std::size_t>(); };
        // Files of 0.1 name no encoder: theirs is a GRU.
        const auto kind = encoderNamed(sizes.value("encoder", "gru"));
        if (!kind)
            throw base::IoError(base::concat("The model file '", base::pathText(file),
                                             "' has an encoder that is not known here (",
                                             sizes.at("encoder").get<std::string>(), ")."));
        p.shape.encoder.kind = *kind;
        p.shape.encoder.width = size("width");
        if (*kind != nn::EncoderKind::Gru) {
            p.shape.encoder.blocks = size("blocks");
            p.shape.encoder.heads = size("heads");
            p.shape.encoder.history = size("history");
        }
        p.shape.eventTypes = size("event_types");
        p.shape.gaps = size("gaps");
        p.shape.knots = size("knots");
        p.shape.distances = size("distances");
        p.shape.ages = size("ages");
        p.encoding.valueMean = sizes.at("value_mean").get<double>();
        p.encoding.valueDeviation = sizes.at("value_deviation").get<double>();
        p.newest = sizes.at("newest").get<std::int64_t>();
        p.features = ItemFeatures::fromJson(tensors.text("features"));
    } catch (const nlohmann::json::exception& error) {
        throw base::IoError(base::concat("The model file '", base::pathText(file),
                                         "' has damaged metadata (", error.what(),
                                         "). Train the version again."));
    }
    p.itemIds = tensors.texts("items");
    p.eventTypes = tensors.texts("event_types");
    const auto items = p.itemIds.size(), features = p.features.count(),
               width = p.shape.encoder.width;
    p.encoding.knots = tensors.integers("time_knots", p.shape.knots);
    const nn::SequenceNetwork<float> network(p.shape);
    for (const auto& slice : network.layout().slices()) {
        const auto values = tensors.floats("encoder." + slice.name, slice.size());
        p.encoder.insert(p.encoder.end(), values.begin(), values.end());
    }
    p.items.items = items;
    p.featureVectors.items = features;
    p.items.dim = p.featureVectors.dim = width;
    p.items.vectors = tensors.floats("items.vectors", items * width);
    p.items.bias = tensors.floats("items.bias", items);
    p.trained = tensors.integers("items.trained", items);
    p.evidence = tensors.integers("items.evidence", items);
    p.featureVectors.vectors = tensors.floats("features.vectors", features * width);
    p.featureVectors.bias = tensors.floats("features.bias", features);
    p.priorVariance = tensors.floats("prior_variance", width + 1);
    return std::make_unique<SequenceModel>(std::move(p));
}

std::unique_ptr<SequenceModel> SequenceModel::withCatalogue(
    const dataset::TrainingData& data) const {
    SequenceParts p = parts_;
    p.itemIds = data.items.ids;
    p.evidence = data.items.interactions;
    p.items = predictedVectors(p.features.encode(data.items), p.featureVectors);
    p.trained.assign(p.itemIds.size(), 0);
    const auto width = p.shape.encoder.width;
    for (std::size_t old = 0; old < parts_.itemIds.size(); ++old) {
        const auto found = data.items.numberOf.find(parts_.itemIds[old]);
        if (parts_.trained[old] == 0 || found == data.items.numberOf.end()) continue;
        const auto item = static_cast<std::size_t>(found->second);
        p.trained[item] = 1;
        p.items.bias[item] = parts_.items.bias[old];
        std::copy_n(parts_.items.vectors.data() + old * width, width,
                    p.items.vectors.data() + item * width);
    }
    return std::make_unique<SequenceModel>(std::move(p));
}

}  // namespace foretaste::recipes
