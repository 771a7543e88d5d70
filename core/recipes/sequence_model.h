// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "core/nn/sequence_network.h"
#include "core/recipes/item_features.h"
#include "core/recipes/recipe.h"
#include "core/recipes/safetensors.h"
#include "core/recipes/sequence_inputs.h"

namespace foretaste::recipes {

/// All that a trained sequence model consists of.
struct SequenceParts {
    std::string recipe;
    std::vector<std::string> itemIds, eventTypes;
    nn::NetworkShape shape;
    InputEncoding encoding;
    std::int64_t newest = 0;  ///< the newest event that trained it: "now" for users without events
    std::vector<float> encoder;          ///< weights of the network
    nn::ItemVectors<float> items;        ///< trained ones, and those that metadata predict
    std::vector<std::int64_t> trained;   ///< [items]: 1 where the vector was trained
    std::vector<std::int64_t> evidence;  ///< [items]
    ItemFeatures features;
    nn::ItemVectors<float> featureVectors;  ///< [features x width], and their part of the bias
    std::vector<float> priorVariance;       ///< [width + 1], the bias last
};

/// A sequence model that serves: its state is the network's, with the time of the last event and a
/// ring of the latest ones, which encoders that read whole histories read anew for each query.
class SequenceModel : public Model {
public:
    explicit SequenceModel(SequenceParts parts);

    const RecipeFacts& facts() const override;
    const std::vector<std::string>& itemIds() const override { return parts_.itemIds; }
    const std::vector<std::string>& eventTypes() const override { return parts_.eventTypes; }
    ItemTable items() const override;
    std::size_t stateSize() const override;
    void start(std::span<float> state) const override;
    void advance(std::span<float> state, const ModelEvent& event) const override;
    void query(std::span<const float> state, std::span<float> query) const override;
    std::vector<HistoryEffect> history(std::span<const float> state) const override;
    std::span<const float> priorVariance() const override { return parts_.priorVariance; }
    std::span<const std::int64_t> evidence() const override { return parts_.evidence; }
    PredictedItems predict(const dataset::ItemCatalogue& items) const override;
    std::vector<MetadataPart> metadataParts(const dataset::ItemCatalogue& item,
                                            std::span<const float> query) const override;
    void save(const std::filesystem::path& file) const override;

    static std::unique_ptr<SequenceModel> load(const std::filesystem::path& file,
                                               std::string_view recipe);

    /// The same model over a newer catalogue: items that were trained keep their vectors, all
    /// others get one from their metadata; evidence is what the data now hold.
    std::unique_ptr<SequenceModel> withCatalogue(const dataset::TrainingData& data) const;

private:
    std::size_t width() const { return parts_.shape.encoder.width; }
    /// What stands behind the network's own state.
    std::span<const float> extraOf(std::span<const float> state) const {
        return state.subspan(network_.stateSize());
    }
    nn::PackedBatch historyOf(std::span<const float> extra) const;

    SequenceParts parts_;
    nn::SequenceNetwork<float> network_;
};

/// Vectors and biases of items as their metadata predict them.
nn::ItemVectors<float> predictedVectors(const nn::SparseRows& features,
                                        const nn::ItemVectors<float>& featureVectors);

}  // namespace foretaste::recipes
