// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/recipes/sequence_trainer.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "core/base/error.h"
#include "core/base/maths.h"
#include "core/base/text.h"
#include "core/kernels/kernels.h"

namespace foretaste::recipes {
namespace {

constexpr double kValidationShare = 0.1, kTruthShare = 0.1;
constexpr std::size_t kMostValidationUsers = 4000;
constexpr double kWarmUpShare = 0.05, kLastRateShare = 0.05;
constexpr double kFirstVectorScale = 0.05;
constexpr double kPi = 3.14159265358979323846;

enum Stream : std::uint64_t { kInitial = 1, kValidation, kOrder, kHide, kDrop, kCompete };

/// Streams that differ in kind or number never share random numbers.
base::Random randomOf(std::uint64_t seed, Stream kind, std::uint64_t number) {
    return base::Random(seed, base::scramble(number) + kind);
}

/// Cosine without libm, from the series of the half angle: x in [0, pi].
double cosineOf(double x) {
    const double h = x / 8, h2 = h * h;
    double c = 1 - h2 / 2 * (1 - h2 / 12 * (1 - h2 / 30 * (1 - h2 / 56)));
    for (int i = 0; i < 3; ++i) c = 2 * c * c - 1;
    return c;
}

std::size_t targetsOf(std::span<const Segment> batch) {
    std::size_t targets = 0;
    for (const auto& segment : batch) targets += segment.targets();
    return targets;
}

}  // namespace

SequenceTrainer::SequenceTrainer(const TrainingRequest& request, const SequencePlan& plan,
                                 const base::JobContext& job)
    : request_(request), plan_(plan), job_(job), team_(request.threads) {}

void SequenceTrainer::chooseUsers() {
    const auto& data = request_.data;
    const auto length = [&](std::uint32_t user) {
        return data.offsets[user + 1] - data.offsets[user];
    };
    std::vector<std::uint64_t> lengths;
    for (const auto user : request_.users) lengths.push_back(length(user));
    std::sort(lengths.begin(), lengths.end());
    if (lengths.empty())
        throw base::ServiceError(base::ErrorCode::InvalidInput,
                                 "There is no user to train on. Import interactions.");
    const auto quantile = [&](double share) {
        return lengths[static_cast<std::size_t>(share * static_cast<double>(lengths.size() - 1))];
    };
    const auto least = quantile(plan_.leastHistory), most = quantile(plan_.mostHistory);
    for (const auto user : request_.users)
        if (length(user) >= least && length(user) <= most) users_.push_back(user);
    if (users_.empty())
        throw base::ServiceError(
            base::ErrorCode::InvalidInput,
            base::concat(
                "min_user_history_length_percentile ", base::numberText(plan_.leastHistory),
                " and max_user_history_length_percentile ", base::numberText(plan_.mostHistory),
                " leave no user to train on: raise the second above the first."));

    std::vector<std::uint32_t> candidates;
    for (const auto user : users_)
        if (length(user) >= 2) candidates.push_back(user);
    const bool lastOfAll = request_.validation == dataset::Validation::LastOfAll;
    auto random = randomOf(request_.seed, kValidation, 0);
    if (!lastOfAll) random.shuffle(candidates);
    const auto wanted =
        lastOfAll ? candidates.size()
                  : std::min({static_cast<std::size_t>(
                                  std::ceil(kValidationShare * static_cast<double>(users_.size()))),
                              candidates.size(), kMostValidationUsers});
    const double truthShare = lastOfAll ? 0 : kTruthShare;  // at least one event in any case
    // A single user has nobody else to learn from; then nothing is taken away.
    if (users_.size() > 1)
        for (std::size_t i = 0; i < wanted; ++i) {
            const auto user = candidates[i];
            const auto truth = std::clamp<std::uint64_t>(
                static_cast<std::uint64_t>(truthShare * static_cast<double>(length(user)) + 0.5), 1,
                length(user) - 1);
            validation_.push_back({user, data.offsets[user + 1] - truth});
        }
    std::sort(validation_.begin(), validation_.end(),
              [](const auto& a, const auto& b) { return a.user < b.user; });

    std::size_t next = 0;
    for (const auto user : users_) {
        auto end = data.offsets[user + 1];
        if (next < validation_.size() && validation_[next].user == user)
            end = validation_[next++].inputEnd;
        cutSegments(data.offsets[user], end, plan_.history, segments_);
    }
}

void SequenceTrainer::chooseItems() {
    const auto& data = request_.data;
    evidence_.assign(data.items.size(), 0);
    for (const auto& segment : segments_) {
        learntEvents_ += segment.targets();
        for (auto event = segment.learnFrom; event < segment.last; ++event)
            ++evidence_[static_cast<std::size_t>(data.item[event])];
    }
    warmNumber_.assign(data.items.size(), -1);
    for (std::size_t item = 0; item < data.items.size(); ++item)
        if (evidence_[item] > 0) {
            warmNumber_[item] = static_cast<std::int32_t>(warmItems_.size());
            warmItems_.push_back(static_cast<std::int32_t>(item));
        }
    featureSpace_ = ItemFeatures(data.items, evidence_);
    const auto all = featureSpace_.encode(data.items);
    warmFeatures_.cols = all.cols;
    for (const auto item : warmItems_) {
        const auto row = static_cast<std::size_t>(item);
        for (auto entry = all.offsets[row]; entry < all.offsets[row + 1]; ++entry)
            warmFeatures_.add(all.column[entry], all.weight[entry]);
        warmFeatures_.endRow();
    }
    warmFeaturesTransposed_ = nn::transposed(warmFeatures_);
}

void SequenceTrainer::initialise() {
    encoding_ = measureEncoding(request_.data, users_, plan_.knots);
    nextWithSameItem_ = nextWithSameItem(request_.data);
    network_ = std::make_unique<nn::SequenceNetwork<float>>(
        nn::NetworkShape{{plan_.encoder, plan_.width, plan_.blocks, plan_.heads, plan_.history},
                         request_.data.eventTypes.size() + 1,
                         InputEncoding::kGaps,
                         encoding_.knots.size(),
                         InputEncoding::kDistances,
                         InputEncoding::kGaps});
    auto random = randomOf(request_.seed, kInitial, 0);
    weights_.encoder = network_->initialWeights(random);
    const auto warm = warmItems_.size(), features = featureSpace_.count(), width = plan_.width;
    weights_.own = nn::ItemVectors<float>(warm, width);
    weights_.features = nn::ItemVectors<float>(features, width);
    random = randomOf(request_.seed, kInitial, 1);
    for (auto& w : weights_.own.vectors)
        w = static_cast<float>(kFirstVectorScale * random.normal());
    for (auto& w : weights_.features.vectors)
        w = static_cast<float>(kFirstVectorScale * random.normal());
    // Training starts from what popularity knows; an item without a history counts as an average.
    const double average = base::logOf(static_cast<double>(learntEvents_) /
                                       static_cast<double>(std::max<std::size_t>(warm, 1)));
    weights_.features.bias[0] = static_cast<float>(average);
    for (std::size_t i = 0; i < warm; ++i) {
        const auto count = evidence_[static_cast<std::size_t>(warmItems_[i])];
        weights_.own.bias[i] =
            static_cast<float>(base::logOf(static_cast<double>(count)) - average);
    }

    items_.dim = width;
    ownGradients_ = nn::ItemVectors<float>(warm, width);
    featureGradients_ = nn::ItemVectors<float>(features, width);
    costs_.resize(static_cast<std::size_t>(team_.size()));
    for (int part = 0; part < team_.size(); ++part)
        parts_.push_back(
            {std::vector<float>(weights_.encoder.size(), 0.0F), nn::ItemVectors<float>(0, width)});
    if (warm > plan_.fullSoftmax) {
        std::vector<std::int64_t> events;
        for (const auto item : warmItems_)
            events.push_back(evidence_[static_cast<std::size_t>(item)]);
        sampler_ = std::make_unique<CompetitionSampler>(events, plan_.negatives, plan_.batch);
    } else {
        plan_.negatives = 0;
    }
    optimisers_.emplace_back(weights_.encoder.size(), plan_.decay);
    optimisers_.emplace_back(weights_.own.vectors.size(), plan_.itemDecay);
    optimisers_.emplace_back(weights_.own.bias.size());
    optimisers_.emplace_back(weights_.features.vectors.size(), plan_.decay);
    optimisers_.emplace_back(weights_.features.bias.size());
}

Competition SequenceTrainer::drawCompetition(std::span<const Segment> batch,
                                             std::uint64_t number) const {
    if (!sampler_) return everyItem(warmItems_.size());
    std::vector<std::int32_t> present;
    for (const auto& segment : batch)
        for (auto event = segment.first; event < segment.last; ++event)
            present.push_back(warmNumber_[static_cast<std::size_t>(request_.data.item[event])]);
    return sampler_->draw(present, randomOf(request_.seed, kCompete, number));
}

void SequenceTrainer::compose(Competition competition, const std::vector<float>& shown) {
    competition_ = std::move(competition);
    const auto width = plan_.width, count = competition_.items.size();
    items_.items = count;
    items_.vectors.assign(count * width, 0.0F);
    items_.bias.assign(count, 0.0F);
    number_.assign(warmNumber_.size(), -1);
    const auto& k = kernels::active();
    team_.forRange(count, [&](std::size_t first, std::size_t last, int) {
        for (auto i = first; i < last; ++i) {
            const auto item = static_cast<std::size_t>(competition_.items[i]);
            float* vector = items_.vectors.data() + i * width;
            float& bias = items_.bias[i];
            number_[static_cast<std::size_t>(warmItems_[item])] = static_cast<std::int32_t>(i);
            nn::addProduct(warmFeatures_, item, item + 1, weights_.features.vectors.data(), width,
                           vector);
            nn::addProduct(warmFeatures_, item, item + 1, weights_.features.bias.data(), 1, &bias);
            k.addScaled(width, shown[i], weights_.own.vectors.data() + item * width, vector);
            bias += shown[i] * weights_.own.bias[item];
            if (!competition_.logChance.empty()) bias -= competition_.logChance[i];
        }
    });
}

void SequenceTrainer::applyItemGradients(const std::vector<float>& shown, double rate) {
    const auto width = plan_.width;
    const auto& k = kernels::active();
    auto& sum = ownGradients_;
    team_.forRange(competition_.items.size(), [&](std::size_t first, std::size_t last, int) {
        for (auto& part : parts_) {
            for (auto i = first; i < last; ++i) {
                const auto item = static_cast<std::size_t>(competition_.items[i]);
                k.addScaled(width, 1.0F, part.items.vectors.data() + i * width,
                            sum.vectors.data() + item * width);
                sum.bias[item] += part.items.bias[i];
            }
            std::fill_n(part.items.vectors.data() + first * width, (last - first) * width, 0.0F);
            std::fill_n(part.items.bias.data() + first, last - first, 0.0F);
        }
    });
    team_.forRange(featureSpace_.count(), [&](std::size_t first, std::size_t last, int) {
        nn::addProduct(warmFeaturesTransposed_, first, last, sum.vectors.data(), width,
                       featureGradients_.vectors.data() + first * width);
        nn::addProduct(warmFeaturesTransposed_, first, last, sum.bias.data(), 1,
                       featureGradients_.bias.data() + first);
    });
    for (std::size_t i = 0; i < shown.size(); ++i)
        if (shown[i] == 0) {
            const auto item = static_cast<std::size_t>(competition_.items[i]);
            std::fill_n(sum.vectors.data() + item * width, width, 0.0F);
            sum.bias[item] = 0;
        }
    optimisers_[1].step(team_, {&sum.vectors}, weights_.own.vectors, rate);
    optimisers_[2].step(team_, {&sum.bias}, weights_.own.bias, rate);
    optimisers_[3].step(team_, {&featureGradients_.vectors}, weights_.features.vectors, rate);
    optimisers_[4].step(team_, {&featureGradients_.bias}, weights_.features.bias, rate);
}

double SequenceTrainer::step(std::span<const Segment> batch, std::uint64_t number, double rate) {
    auto competition = drawCompetition(batch, number);
    std::vector<float> shown(competition.items.size(), 1.0F);
    auto random = randomOf(request_.seed, kHide, number);
    for (auto& each : shown)
        if (random.uniform() < plan_.hiddenItems) each = 0;
    compose(std::move(competition), shown);
    for (auto& part : parts_) {
        part.items.vectors.resize(items_.vectors.size());
        part.items.bias.resize(items_.items);
    }

    const auto targets = targetsOf(batch);
    const auto parts = parts_.size();
    std::vector<double> losses(parts, 0.0);
    // Dealt out by length, forth and back, so that all parts have about as much to do.
    std::vector<Segment> sorted(batch.begin(), batch.end());
    std::stable_sort(sorted.begin(), sorted.end(),
                     [](const Segment& a, const Segment& b) { return a.inputs() > b.inputs(); });
    std::vector<std::vector<Segment>> shares(parts);
    for (std::size_t i = 0; i < sorted.size(); ++i) {
        const auto place = i % (2 * parts);
        shares[place < parts ? place : 2 * parts - 1 - place].push_back(sorted[i]);
    }
    team_.run([&](int part) {
        const auto p = static_cast<std::size_t>(part);
        const auto packed = pack(source(), shares[p]);
        nn::PassOptions options;
        options.inputDropout = plan_.inputDropout;
        options.blockDropout = plan_.blockDropout;
        options.stateDropout = plan_.stateDropout;
        options.smoothing = plan_.smoothing;
        options.bptt = plan_.bptt;
        options.random = randomOf(request_.seed, kDrop, number * parts + p);
        options.costs = &costs_[p];
        losses[p] = network_->addGradients(weights_.encoder, items_, packed, options,
                                           1.0F / static_cast<float>(targets), parts_[p].encoder,
                                           parts_[p].items);
    });

    std::vector<std::vector<float>*> gradients;
    for (auto& part : parts_) gradients.push_back(&part.encoder);
    optimisers_[0].step(team_, gradients, weights_.encoder, rate);
    applyItemGradients(shown, rate);
    return std::accumulate(losses.begin(), losses.end(), 0.0);
}

std::vector<std::vector<Segment>> SequenceTrainer::batchesOf(int epoch) const {
    std::vector<std::uint32_t> order(segments_.size());
    std::iota(order.begin(), order.end(), 0U);
    auto random = randomOf(request_.seed, kOrder, static_cast<std::uint64_t>(epoch));
    random.shuffle(order);
    std::vector<std::vector<Segment>> batches(1);
    std::size_t targets = 0;
    for (const auto segment : order) {
        if (targets >= plan_.batch) {
            batches.emplace_back();
            targets = 0;
        }
        batches.back().push_back(segments_[segment]);
        targets += segments_[segment].targets();
    }
    return batches;
}

double SequenceTrainer::trainEpoch(int epoch) {
    double loss = 0;
    std::uint64_t done = 0;
    for (const auto& batch : batchesOf(epoch)) {
        job_.throwIfStopped();
        const double at = static_cast<double>(steps_) / static_cast<double>(totalSteps_);
        const double decline =
            kLastRateShare + (1 - kLastRateShare) * 0.5 * (1 + cosineOf(kPi * std::min(at, 1.0)));
        const double rate = plan_.rate * std::min(1.0, (at + 1e-3) / kWarmUpShare) * decline;
        loss += step(batch, steps_++, rate);
        done += targetsOf(batch);
        report(epoch, static_cast<double>(done) / static_cast<double>(learntEvents_));
    }
    return loss / static_cast<double>(learntEvents_);
}

void SequenceTrainer::report(int epoch, double done) const {
    const double epochs = epoch - 1 + done;
    const double seconds = watch_.seconds();
    base::Progress progress;
    progress.fraction = epochs / plan_.epochs;
    progress.phase = base::concat("epoch ", epoch, " of at most ", plan_.epochs);
    progress.rate = epochs * static_cast<double>(learntEvents_) / std::max(seconds, 1e-9);
    progress.rateUnit = "events";
    progress.etaSeconds = epochs > 0 ? seconds / epochs * (plan_.epochs - epochs) : -1;
    job_.report(progress);
}

double SequenceTrainer::validate() {
    if (validation_.empty()) return std::nan("");
    compose(everyItem(warmItems_.size()), std::vector<float>(warmItems_.size(), 1.0F));
    return validationNdcg(source(), validation_, plan_.history, *network_, weights_.encoder, items_,
                          team_);
}

std::unique_ptr<Model> SequenceTrainer::makeModel() const {
    const auto& data = request_.data;
    SequenceParts p;
    p.recipe = plan_.recipe;
    p.itemIds = data.items.ids;
    p.eventTypes = data.eventTypes;
    p.shape = network_->shape();
    p.encoding = encoding_;
    p.newest = data.newest;
    p.encoder = weights_.encoder;
    p.features = featureSpace_;
    p.featureVectors = weights_.features;
    p.evidence = evidence_;
    p.trained.assign(data.items.size(), 0);
    p.items = predictedVectors(featureSpace_.encode(data.items), weights_.features);
    const auto width = plan_.width;
    std::vector<double> variance(width + 1, 0.0);
    for (std::size_t warm = 0; warm < warmItems_.size(); ++warm) {
        const auto item = static_cast<std::size_t>(warmItems_[warm]);
        p.trained[item] = 1;
        const float ownBias = weights_.own.bias[warm];
        p.items.bias[item] += ownBias;
        variance[width] += static_cast<double>(ownBias) * static_cast<double>(ownBias);
        for (std::size_t d = 0; d < width; ++d) {
            const float own = weights_.own.vectors[warm * width + d];
            p.items.vectors[item * width + d] += own;
            variance[d] += static_cast<double>(own) * static_cast<double>(own);
        }
    }
    for (const auto each : variance)
        p.priorVariance.push_back(
            static_cast<float>(each / static_cast<double>(warmItems_.size())));
    return std::make_unique<SequenceModel>(std::move(p));
}

TrainingSpeed SequenceTrainer::measure(double seconds) {
    constexpr int kWarmUpSteps = 2;  // memory is asked for, caches fill
    prepare();
    TrainingSpeed speed;
    base::Stopwatch watch;
    for (int epoch = 1; speed.steps == 0 || watch.seconds() < seconds; ++epoch)
        for (const auto& batch : batchesOf(epoch)) {
            if (steps_ == kWarmUpSteps) {
                std::fill(costs_.begin(), costs_.end(), nn::PassCosts());
                watch.restart();
            }
            step(batch, steps_, plan_.rate);
            if (steps_++ < kWarmUpSteps) continue;
            ++speed.steps;
            speed.events += targetsOf(batch);
            speed.seconds = watch.seconds();
            if (speed.seconds >= seconds) break;
        }
    const auto parts = static_cast<double>(costs_.size());
    for (const auto& each : costs_) {
        speed.costs.forward += each.forward / parts;
        speed.costs.softmax += each.softmax / parts;
        speed.costs.backward += each.backward / parts;
        speed.costs.multiplications += each.multiplications;
    }
    speed.chosen = plan_.chosen();
    return speed;
}

void SequenceTrainer::prepare() {
    chooseUsers();
    chooseItems();
    initialise();
}

TrainingResult SequenceTrainer::run() {
    prepare();
    std::uint64_t stepsAnEpoch = 1 + learntEvents_ / plan_.batch;
    totalSteps_ = stepsAnEpoch * static_cast<std::uint64_t>(plan_.epochs);

    TrainingResult result;
    double bestNdcg = -1;
    for (int epoch = 1; epoch <= plan_.epochs; ++epoch) {
        TrainingPoint point;
        point.epoch = epoch;
        point.loss = trainEpoch(epoch);
        if (!std::isfinite(point.loss))
            throw base::ServiceError(base::ErrorCode::InternalFailure,
                                     base::concat("Training diverged in epoch ", epoch,
                                                  ". Train with a smaller hidden_dimension."));
        point.validationNdcg = validate();
        point.seconds = watch_.seconds();
        result.curve.push_back(point);
        if (request_.onPoint) request_.onPoint(point);
        if (std::isnan(point.validationNdcg) || point.validationNdcg >= bestNdcg) {
            bestNdcg = point.validationNdcg;
            best_ = weights_;
            result.bestEpoch = epoch;
        } else if (epoch - result.bestEpoch >= plan_.patience) {
            break;
        }
    }
    weights_ = std::move(best_);
    result.model = makeModel();
    result.chosen = plan_.chosen();
    result.chosen["training users"] = base::grouped(static_cast<std::int64_t>(users_.size()));
    result.chosen["validation users"] =
        base::grouped(static_cast<std::int64_t>(validation_.size()));
    result.chosen["epochs"] =
        base::concat(result.bestEpoch, " of the ", result.curve.size(), " that were trained");
    result.chosen["kernels"] = kernels::active().name;
    return result;
}

}  // namespace foretaste::recipes
