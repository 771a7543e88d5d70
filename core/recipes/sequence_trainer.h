// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "core/base/clock.h"
#include "core/base/parallel.h"
#include "core/nn/adamw.h"
#include "core/nn/sequence_network.h"
#include "core/recipes/competition.h"
#include "core/recipes/sequence_model.h"
#include "core/recipes/sequence_plan.h"
#include "core/recipes/sequence_validation.h"

namespace foretaste::recipes {

/// How fast steps went.
struct TrainingSpeed {
    std::uint64_t steps = 0, events = 0;  ///< an event: one position with all its negatives
    double seconds = 0;
    nn::PassCosts costs;  ///< seconds of a thread; what is missing went into packing and updates
    std::map<std::string, std::string> chosen;
};

/// Trains a sequence model: softmax cross-entropy over all items that the training users know (over
/// a sample of them where they are many), data-parallel over the batch, early stopping on the
/// newest events of some of the training users.
///
/// An item's vector is what its metadata predict plus what only it has. Every step hides the latter
/// for some items (as DropoutNet does; Volkovs, Yu, Poutanen 2017), so that metadata learn to stand
/// alone; items without interactions never compete as negatives.
class SequenceTrainer {
public:
    SequenceTrainer(const TrainingRequest& request, const SequencePlan& plan,
                    const base::JobContext& job);
    TrainingResult run();
    /// Makes steps for so many seconds, at least one, and forgets what they learnt.
    TrainingSpeed measure(double seconds);

private:
    /// Everything that is learnt.
    struct Weights {
        std::vector<float> encoder;
        nn::ItemVectors<float> own;       ///< [warm items x width]: beyond their metadata
        nn::ItemVectors<float> features;  ///< [features x width]
    };
    struct PartGradients {
        std::vector<float> encoder;
        nn::ItemVectors<float> items;
    };

    EventSource source() const {
        return {request_.data, encoding_, number_, competition_.logChance, nextWithSameItem_};
    }
    void chooseUsers();
    void chooseItems();
    void initialise();
    void prepare();
    std::vector<std::vector<Segment>> batchesOf(int epoch) const;
    double trainEpoch(int epoch);
    double step(std::span<const Segment> batch, std::uint64_t number, double rate);
    Competition drawCompetition(std::span<const Segment> batch, std::uint64_t number) const;
    /// Makes the vectors of those that compete; `shown` [competing]: 0 hides what only it has.
    void compose(Competition competition, const std::vector<float>& shown);
    void applyItemGradients(const std::vector<float>& shown, double rate);
    double validate();
    std::unique_ptr<Model> makeModel() const;
    void report(int epoch, double done) const;

    const TrainingRequest& request_;
    SequencePlan plan_;
    const base::JobContext& job_;
    base::Team team_;
    base::Stopwatch watch_;

    std::vector<std::uint32_t> users_;
    std::vector<ValidationUser> validation_;
    std::vector<Segment> segments_;
    std::uint64_t learntEvents_ = 0;
    std::vector<std::int64_t> evidence_;    ///< [catalogue]: learnt events
    std::vector<std::int32_t> warmNumber_;  ///< [catalogue]; -1: not among the warm items
    std::vector<std::int32_t> warmItems_;   ///< numbers in the catalogue
    InputEncoding encoding_;
    std::vector<std::uint64_t> nextWithSameItem_;
    ItemFeatures featureSpace_;
    nn::SparseRows warmFeatures_, warmFeaturesTransposed_;
    std::unique_ptr<nn::SequenceNetwork<float>> network_;

    Weights weights_, best_;
    std::unique_ptr<CompetitionSampler> sampler_;  ///< null: all warm items compete
    Competition competition_;                      ///< of the step, by warm number
    std::vector<std::int32_t> number_;  ///< [catalogue]: among those that compete; -1: does not
    nn::ItemVectors<float> items_;      ///< [competing x width], composed for the step
    std::vector<PartGradients> parts_;
    std::vector<nn::PassCosts> costs_;  ///< by part
    nn::ItemVectors<float> ownGradients_, featureGradients_;
    std::vector<nn::AdamW> optimisers_;  ///< encoder, own vectors, own bias, features, their bias
    std::uint64_t steps_ = 0, totalSteps_ = 1;
};

}  // namespace foretaste::recipes
