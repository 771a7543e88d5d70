// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/dataset/training_data.h"
#include "core/nn/encoder.h"

namespace foretaste::recipes {

std::string_view encoderName(nn::EncoderKind kind);  ///< "gru", "lru", "transformer"
std::optional<nn::EncoderKind> encoderNamed(std::string_view name);

/// How a sequence model is trained.
struct SequencePlan {
    std::string recipe = "aws-user-personalization";  ///< that the model will be of
    nn::EncoderKind encoder = nn::EncoderKind::Gru;
    std::size_t width = 64;
    std::size_t blocks = 2, heads = 2;  ///< of encoders that have them
    int epochs = 20;
    int patience = 5;          ///< epochs without a better validation
    std::size_t batch = 2048;  ///< targets a step
    double rate = 2e-3;        ///< highest learning rate
    double decay = 0.01;       ///< weight decay of the encoder
    double itemDecay = 0.01;   ///< of what an item has beyond its metadata
    double inputDropout = 0.2, blockDropout = 0.2, stateDropout = 0.2;
    double smoothing = 0;
    std::size_t fullSoftmax = 4000;  ///< items that may all compete
    std::size_t negatives = 2048;    ///< sampled a step where there are more
    double hiddenItems = 0.05;       ///< share of items that a step knows by their metadata alone
    std::size_t bptt = 0;            ///< events that a gradient goes back; 0: the whole segment
    std::size_t history = 200;       ///< events of a segment
    std::size_t knots = 0;           ///< of the time axis
    double leastHistory = 0, mostHistory = 1;  ///< percentiles of history length that train

    /// What is told to the user about it.
    std::map<std::string, std::string> chosen() const;
};

/// Values that the request names are taken; the rest follows from the size of the data.
SequencePlan planFor(const std::string& recipe, const dataset::TrainingData& data,
                     const std::vector<std::uint32_t>& users,
                     const std::map<std::string, std::string>& hyperparameters);

}  // namespace foretaste::recipes
