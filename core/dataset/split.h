// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/dataset/training_data.h"

namespace foretaste::dataset {

/// What a model is asked about one user: the events before `inputEnd` are known, those from there
/// to `truthEnd` are to be found. Positions in the event columns of the undivided data.
struct Question {
    std::uint32_t user = 0;
    std::uint64_t inputEnd = 0, truthEnd = 0;
};

/// Data cut into what trains and what tests, for comparing recipes.
struct Split {
    TrainingData train;               ///< users and events that train, the whole catalogue
    std::vector<Question> questions;  ///< by user, of the undivided data
    Validation validation = Validation::NewestOfSome;
    std::string text;  ///< for the protocol
};

/// Each user's last event tests; the one before it selects the epoch (it stays in `train`, as its
/// user's last event, and is input at the test). Users with fewer than three events only train.
Split leaveOneOut(const TrainingData& data);

/// The service's hold-out (service.md 4.1): a tenth of the users tests on the newest tenth of its
/// events, the others train.
Split heldOutUsers(const TrainingData& data, std::uint64_t seed);

/// The newest tenth of all events tests; what came before trains. Users without an event before
/// that moment are not asked about.
Split byTime(const TrainingData& data, double testShare = 0.1);

}  // namespace foretaste::dataset
