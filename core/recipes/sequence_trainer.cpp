// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/recipes/sequence_trainer.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <unordered_set>

#include "core/base/error.h"
#include "core/base/maths.h"
#include "core/base/text.h"
#include "core/kernels/kernels.h"

namespace foretaste::recipes {
namespace {

constexpr double kValidationShare = 0.1, kTruthShare = 0.1;
constexpr std::size_t kMostValidationUsers = 4000;
constexpr std::size_t kNdcgDepth = 10;
constexpr double kWarmUpShare = 0.05, kLastRateShare = 0.05;
constexpr double kFirstVectorScale = 0.05;
constexpr double kPi = 3.14159265358979323846;

enum Stream : std::uint64_t { kInitial = 1, kValidation, kOrder, kHide, kDrop };

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
    auto random = randomOf(request_.seed, kValidation, 0);
    random.shuffle(candidates);
    const auto wanted = std::min(
        {static_cast<std::size_t>(std::ceil(kValidationShare * static_cast<double>(users_.size()))),
         candidates.size(), kMostValidationUsers});
    // A single user has nobody else to learn from; then nothing is taken away.
    if (users_.size() > 1)
        for (std::size_t i = 0; i < wanted; ++i) {
            const auto user = candidates[i];
            const auto truth = std::clamp<std::uint64_t>(
                static_cast<std::uint64_t>(kTruthShare * static_cast<double>(length(user)) + 0.5),
                1, length(user) - 1);
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
    network_ = std::make_unique<nn::SequenceNetwork<float>>(
        nn::NetworkShape{plan_.width, request_.data.eventTypes.size() + 1, InputEncoding::kGaps,
                         encoding_.knots.size()});
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

    items_ = nn::ItemVectors<float>(warm, width);
    featureGradients_ = nn::ItemVectors<float>(features, width);
    for (int part = 0; part < team_.size(); ++part)
        parts_.push_back({std::vector<float>(weights_.encoder.size(), 0.0F),
                          nn::ItemVectors<float>(warm, width)});
    optimisers_.emplace_back(weights_.encoder.size(), plan_.decay);
    optimisers_.emplace_back(weights_.own.vectors.size(), plan_.itemDecay);
    optimisers_.emplace_back(weights_.own.bias.size());
    optimisers_.emplace_back(weights_.features.vectors.size(), plan_.decay);
    optimisers_.emplace_back(weights_.features.bias.size());
}

void SequenceTrainer::compose(const std::vector<float>& shown) {
    const auto width = plan_.width;
    const auto& k = kernels::active();
    team_.forRange(items_.items, [&](std::size_t first, std::size_t last, int) {
        float* vectors = items_.vectors.data() + first * width;
        float* bias = items_.bias.data() + first;
        std::fill_n(vectors, (last - first) * width, 0.0F);
        std::fill_n(bias, last - first, 0.0F);
        nn::addProduct(warmFeatures_, first, last, weights_.features.vectors.data(), width,
                       vectors);
        nn::addProduct(warmFeatures_, first, last, weights_.features.bias.data(), 1, bias);
        for (auto item = first; item < last; ++item) {
            k.addScaled(width, shown[item], weights_.own.vectors.data() + item * width,
                        items_.vectors.data() + item * width);
            items_.bias[item] += shown[item] * weights_.own.bias[item];
        }
    });
}

void SequenceTrainer::applyItemGradients(const std::vector<float>& shown, double rate) {
    const auto width = plan_.width;
    const auto& k = kernels::active();
    auto& sum = parts_.front().items;
    team_.forRange(sum.items, [&](std::size_t first, std::size_t last, int) {
        for (std::size_t part = 1; part < parts_.size(); ++part) {
            auto& each = parts_[part].items;
            k.addScaled((last - first) * width, 1.0F, each.vectors.data() + first * width,
                        sum.vectors.data() + first * width);
            k.addScaled(last - first, 1.0F, each.bias.data() + first, sum.bias.data() + first);
            std::fill_n(each.vectors.data() + first * width, (last - first) * width, 0.0F);
            std::fill_n(each.bias.data() + first, last - first, 0.0F);
        }
    });
    team_.forRange(featureSpace_.count(), [&](std::size_t first, std::size_t last, int) {
        nn::addProduct(warmFeaturesTransposed_, first, last, sum.vectors.data(), width,
                       featureGradients_.vectors.data() + first * width);
        nn::addProduct(warmFeaturesTransposed_, first, last, sum.bias.data(), 1,
                       featureGradients_.bias.data() + first);
    });
    for (std::size_t item = 0; item < sum.items; ++item)
        if (shown[item] == 0) {
            std::fill_n(sum.vectors.data() + item * width, width, 0.0F);
            sum.bias[item] = 0;
        }
    optimisers_[1].step(team_, {&sum.vectors}, weights_.own.vectors, rate);
    optimisers_[2].step(team_, {&sum.bias}, weights_.own.bias, rate);
    optimisers_[3].step(team_, {&featureGradients_.vectors}, weights_.features.vectors, rate);
    optimisers_[4].step(team_, {&featureGradients_.bias}, weights_.features.bias, rate);
}

double SequenceTrainer::step(std::span<const Segment> batch, std::uint64_t number, double rate) {
    std::vector<float> shown(items_.items, 1.0F);
    auto random = randomOf(request_.seed, kHide, number);
    for (auto& each : shown)
        if (random.uniform() < plan_.hiddenItems) each = 0;
    compose(shown);

    std::size_t targets = 0;
    for (const auto& segment : batch) targets += segment.targets();
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
        const auto packed = pack(request_.data, encoding_, warmNumber_, shares[p]);
        nn::PassOptions options;
        options.inputDropout = plan_.inputDropout;
        options.stateDropout = plan_.stateDropout;
        options.smoothing = plan_.smoothing;
        options.bptt = plan_.bptt;
        options.random = randomOf(request_.seed, kDrop, number * parts + p);
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

double SequenceTrainer::trainEpoch(int epoch) {
    std::vector<std::uint32_t> order(segments_.size());
    std::iota(order.begin(), order.end(), 0U);
    auto random = randomOf(request_.seed, kOrder, static_cast<std::uint64_t>(epoch));
    random.shuffle(order);
    double loss = 0;
    std::uint64_t done = 0;
    std::vector<Segment> batch;
    std::size_t targets = 0;
    for (std::size_t i = 0; i < order.size(); ++i) {
        batch.push_back(segments_[order[i]]);
        targets += batch.back().targets();
        if (targets < plan_.batch && i + 1 < order.size()) continue;
        job_.throwIfStopped();
        const double at = static_cast<double>(steps_) / static_cast<double>(totalSteps_);
        const double decline =
            kLastRateShare + (1 - kLastRateShare) * 0.5 * (1 + cosineOf(kPi * std::min(at, 1.0)));
        const double rate = plan_.rate * std::min(1.0, (at + 1e-3) / kWarmUpShare) * decline;
        loss += step(batch, steps_++, rate);
        done += targets;
        report(epoch, static_cast<double>(done) / static_cast<double>(learntEvents_));
        batch.clear();
        targets = 0;
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

double SequenceTrainer::ndcgOf(const ValidationUser& user, const float* scores) const {
    const auto& data = request_.data;
    std::unordered_set<std::int32_t> truth;
    for (auto event = user.inputEnd; event < data.offsets[user.user + 1]; ++event)
        truth.insert(data.item[event]);
    const auto discount = [](std::size_t place) {
        return 1 / base::logOf(static_cast<double>(place) + 2);
    };
    double gain = 0, ideal = 0;
    for (std::size_t place = 0; place < std::min(truth.size(), kNdcgDepth); ++place)
        ideal += discount(place);
    std::vector<std::size_t> places;
    for (const auto item : truth) {
        const auto warm = warmNumber_[static_cast<std::size_t>(item)];
        if (warm < 0) continue;
        const float score = scores[warm];
        std::size_t place = 0;
        for (std::size_t other = 0; other < items_.items && place < kNdcgDepth; ++other)
            if (scores[other] > score ||
                (scores[other] == score && other < static_cast<std::size_t>(warm)))
                ++place;
        if (place < kNdcgDepth) places.push_back(place);
    }
    std::sort(places.begin(), places.end());  // additions in an order that does not change
    for (const auto place : places) gain += discount(place);
    return gain / ideal;
}

double SequenceTrainer::validate() {
    if (validation_.empty()) return std::nan("");
    compose(std::vector<float>(items_.items, 1.0F));
    const auto& data = request_.data;
    const auto& k = kernels::active();
    constexpr std::size_t kAtOnce = 64;
    std::vector<double> values(validation_.size(), 0.0);
    team_.forRange(validation_.size(), [&](std::size_t begin, std::size_t end, int) {
        std::vector<float> scores(kAtOnce * items_.items);
        for (auto first = begin; first < end; first += kAtOnce) {
            const auto n = std::min(kAtOnce, end - first);
            std::vector<std::size_t> users(n);
            std::iota(users.begin(), users.end(), first);
            const auto segmentOf = [&](std::size_t i) {
                const auto& user = validation_[i];
                const auto start = data.offsets[user.user];
                const auto from =
                    user.inputEnd - std::min<std::uint64_t>(plan_.history, user.inputEnd - start);
                return Segment{start, from, user.inputEnd, user.inputEnd + 1};
            };
            std::stable_sort(users.begin(), users.end(), [&](std::size_t a, std::size_t b) {
                return segmentOf(a).inputs() > segmentOf(b).inputs();
            });
            std::vector<Segment> segments;
            for (const auto user : users) segments.push_back(segmentOf(user));
            auto packed = pack(data, encoding_, warmNumber_, segments);
            // Only the last question of each is asked, whatever its answer.
            for (auto& target : packed.targets) target.item = -1;
            std::vector<std::size_t> rowOf(n);
            std::size_t row = packed.sequences;
            for (const auto count : packed.counts)
                for (std::size_t s = 0; s < count; ++s) rowOf[s] = row++;
            for (const auto each : rowOf) packed.targets[each].item = 0;
            const auto queries = network_->queries(weights_.encoder, items_, packed);
            k.gemmNT(n, items_.items, plan_.width, queries.data(), items_.vectors.data(),
                     scores.data(), false);
            k.addToRows(n, items_.items, items_.bias.data(), scores.data());
            // Queries come in the order of their rows; among equals that of the sequences.
            std::vector<std::size_t> order(n);
            std::iota(order.begin(), order.end(), std::size_t{0});
            std::sort(order.begin(), order.end(),
                      [&](std::size_t a, std::size_t b) { return rowOf[a] < rowOf[b]; });
            for (std::size_t i = 0; i < n; ++i)
                values[users[order[i]]] =
                    ndcgOf(validation_[users[order[i]]], scores.data() + i * items_.items);
        }
    });
    return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

std::unique_ptr<Model> SequenceTrainer::makeModel() const {
    const auto& data = request_.data;
    SequenceParts p;
    p.recipe = "aws-user-personalization";
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
    std::vector<double> variance(width, 0.0);
    for (std::size_t warm = 0; warm < warmItems_.size(); ++warm) {
        const auto item = static_cast<std::size_t>(warmItems_[warm]);
        p.trained[item] = 1;
        p.items.bias[item] += weights_.own.bias[warm];
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

TrainingResult SequenceTrainer::run() {
    chooseUsers();
    chooseItems();
    initialise();
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
        if (std::isnan(point.validationNdcg) || point.validationNdcg > bestNdcg) {
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
    result.chosen["kernels"] = kernels::active().name;
    return result;
}

}  // namespace foretaste::recipes
