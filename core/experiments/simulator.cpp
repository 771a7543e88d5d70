// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiments/simulator.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <numeric>
#include <optional>

#include "core/base/error.h"
#include "core/base/maths.h"
#include "core/base/parallel.h"
#include "core/base/text.h"
#include "core/serve/deployment.h"

namespace foretaste::experiments {
namespace {

constexpr const char* kOracle = "oracle";
constexpr std::int64_t kDay = 86400;
/// What needs everybody's true taste is measured at every fourth visit, the same ones for all.
constexpr std::uint64_t kMeasured = 4;

constexpr explore::PolicyKind kKinds[] = {
    explore::PolicyKind::Greedy, explore::PolicyKind::EpsilonGreedy, explore::PolicyKind::LinUcb,
    explore::PolicyKind::Ren, explore::PolicyKind::Thompson};

enum Stream : std::uint64_t { kNewItems = 1, kDrift, kVisit, kDraw };

base::Random randomOf(std::uint64_t seed, Stream kind, std::uint64_t number = 0) {
    return base::Random(seed, base::scramble(number) + kind);
}

double discounted(double gain, std::size_t place) {
    // log2(place + 2) by the project's own logarithm
    return gain * base::logOf(2) / base::logOf(static_cast<double>(place + 2));
}

}  // namespace

std::vector<std::string> simulatedPolicies() {
    std::vector<std::string> names;
    for (const auto kind : kKinds) names.emplace_back(explore::policyName(kind));
    names.emplace_back(kOracle);
    return names;
}

Simulator::Simulator(const WorldSpec& spec, int threads, const base::JobContext& job)
    : world_(std::make_unique<SimulatedWorld>(spec)) {
    const auto& warm = world_->warmItems();
    const std::vector<std::int64_t> created(warm.count(),
                                            world_->newest() - (spec.warmDays + 30) * kDay);
    const auto records = world_->records(warm, "i", created);
    past_ = dataset::buildTrainingData(world_->past(), &records, nullptr, {});
    std::vector<std::uint32_t> users(past_.userCount());
    std::iota(users.begin(), users.end(), 0U);
    recipes::TrainingRequest request{past_,   users, {}, static_cast<std::uint64_t>(spec.seed),
                                     threads, {}};
    request.hyperparameters["hidden_dimension"] = std::to_string(spec.hiddenDimension);
    model_ = recipes::findRecipe("aws-user-personalization")->train(request, job).model;
}

namespace {

/// One policy's days with one seed.
class Game {
public:
    Game(const SimulatedWorld& world, std::shared_ptr<const recipes::Model> model,
         const dataset::TrainingData& past, const PlayedPolicy& played, std::uint64_t seed,
         int days);
    /// Plays the next day.
    SimulatedDay playDay();
    SimulatedRun result() const;

private:
    void serveItemsOf(int day);
    void startUsers(const dataset::TrainingData& past);
    void visit(std::size_t user, std::uint64_t number);
    /// Of the first `items` items.
    std::vector<std::int32_t> listFor(std::size_t user, std::uint64_t number,
                                      std::size_t items) const;
    float chanceOf(std::size_t user, std::size_t item) const;
    std::vector<std::int32_t> bestFor(std::size_t items) const;
    void measure(std::size_t user, std::uint64_t number, const std::vector<std::int32_t>& list);
    std::int64_t clock() const { return world_.newest() + day_ * kDay; }
    bool isNew(std::int32_t item) const {
        return static_cast<std::size_t>(item) >= world_.warmItems().count();
    }

    const SimulatedWorld& world_;
    const WorldSpec& spec_;
    const PlayedPolicy played_;
    std::uint64_t seed_;
    std::optional<explore::PolicyKind> kind_;  ///< none: the oracle
    std::shared_ptr<const serve::Deployment> base_, deployed_;
    std::unique_ptr<explore::ExplorationPolicy> policy_;
    TrueItems newItems_;
    store::RecordTable newRecords_;
    std::vector<std::int64_t> created_;  ///< [new items]
    Tastes tastes_;
    std::vector<std::vector<float>> states_;  ///< [users]
    std::vector<filter::Bitmap> clicked_;     ///< [users], of all items that ever come
    std::vector<float> chances_;              ///< of the present user, [items]
    std::int64_t day_ = 0;
    std::uint64_t visits_ = 0;
    std::size_t served_ = 0;                            ///< items there are, new ones included
    std::vector<std::int64_t> impressions_, first100_;  ///< [new items]
    SimulatedDay now_;
    double ndcgWarm_ = 0, ndcgNewAsNothing_ = 0, ndcgAll_ = 0;
    std::int64_t measured_ = 0;
    std::int64_t newPlaces_ = 0, places_ = 0;
};

Game::Game(const SimulatedWorld& world, std::shared_ptr<const recipes::Model> model,
           const dataset::TrainingData& past, const PlayedPolicy& played, std::uint64_t seed,
           int days)
    : world_(world), spec_(world.spec()), played_(played), seed_(seed) {
    for (const auto kind : kKinds)
        if (explore::policyName(kind) == played.name) kind_ = kind;
    if (!kind_ && played.name != kOracle)
        throw base::ServiceError(
            base::ErrorCode::InvalidInput,
            base::concat("'", played.name, "' is no policy of the simulator; there are ",
                         base::join(simulatedPolicies(), ", ")));
    policy_ = explore::makePolicy(kind_.value_or(explore::PolicyKind::Greedy),
                                  model->priorVariance(), played.strength);
    base_ = std::make_shared<serve::Deployment>(std::move(model), past.items.created);
    newItems_ = world_.newItems(days, randomOf(seed, kNewItems));
    for (std::size_t item = 0; item < newItems_.count(); ++item) {
        const auto initial = static_cast<std::size_t>(spec_.newItems);
        const auto day = item < initial
                             ? std::int64_t{0}
                             : 1 + static_cast<std::int64_t>(item - initial) / spec_.newItemsADay;
        created_.push_back(world_.newest() + day * kDay);
    }
    newRecords_ = world_.records(newItems_, "n", created_);
    impressions_.assign(newItems_.count(), 0);
    first100_.assign(newItems_.count(), -1);
    tastes_ = world_.tastes();
    chances_.resize(world_.warmItems().count() + newItems_.count());
    startUsers(past);
    now_.policy = played.name;
}

void Game::startUsers(const dataset::TrainingData& past) {
    const auto users = static_cast<std::size_t>(spec_.users);
    const auto items = world_.warmItems().count() + newItems_.count();
    const auto& model = base_->model();
    states_.assign(users, std::vector<float>(model.stateSize()));
    clicked_.assign(users, filter::Bitmap(items));
    for (auto& state : states_) model.start(state);
    // Who never clicked is not in the past; the others may stand in another order there.
    for (std::size_t row = 0; row < past.userCount(); ++row) {
        const auto user = static_cast<std::size_t>(std::stoul(past.users[row].substr(1))) - 1;
        for (auto event = past.offsets[row]; event < past.offsets[row + 1]; ++event) {
            model.advance(states_[user],
                          {past.item[event], past.timestamp[event], past.eventType[event], 0});
            clicked_[user].set(static_cast<std::size_t>(past.item[event]));
        }
    }
}

void Game::serveItemsOf(int day) {
    std::vector<std::int64_t> rows;
    for (std::size_t item = 0; item < newItems_.count(); ++item)
        if (created_[item] <= world_.newest() + day * kDay)
            rows.push_back(static_cast<std::int64_t>(item));
    now_.newItems = static_cast<std::int64_t>(rows.size());
    served_ = world_.warmItems().count() + rows.size();
    deployed_ = base_->withAdded(dataset::catalogueOf(newRecords_, rows, clock()));
}

std::vector<std::int32_t> Game::bestFor(std::size_t items) const {
    std::vector<std::int32_t> order(items);
    std::iota(order.begin(), order.end(), 0);
    const auto count = std::min(items, static_cast<std::size_t>(spec_.places));
    std::partial_sort(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(count),
                      order.end(), [&](auto a, auto b) {
                          const float x = chances_[static_cast<std::size_t>(a)],
                                      y = chances_[static_cast<std::size_t>(b)];
                          return x != y ? x > y : a < b;
                      });
    order.resize(count);
    return order;
}

std::vector<std::int32_t> Game::listFor(std::size_t user, std::uint64_t number,
                                        std::size_t items) const {
    if (!kind_) return bestFor(items);
    const auto id = base::concat("u", user + 1);
    // As campaigns are asked: with a filter on what the user has clicked.
    filter::Bitmap allowed(served_);
    for (std::size_t item = 0; item < items; ++item)
        if (!clicked_[user].test(item)) allowed.set(item);
    std::vector<std::int32_t> list;
    for (const auto& each : deployed_->rank(states_[user], static_cast<std::size_t>(spec_.places),
                                            {*policy_, {played_.weight, 30}, clock(), id},
                                            randomOf(seed_, kDraw, number)))
        list.push_back(each.item);
    return list;
}

void Game::measure(std::size_t user, std::uint64_t number, const std::vector<std::int32_t>& list) {
    const auto warm = world_.warmItems().count();
    const auto gainsOf = [&](const std::vector<std::int32_t>& of) {
        std::vector<double> gains;
        for (const auto item : of)
            gains.push_back(static_cast<double>(chances_[static_cast<std::size_t>(item)]));
        return gains;
    };
    const auto dcg = [](const std::vector<double>& gains) {
        double sum = 0;
        for (std::size_t place = 0; place < gains.size(); ++place)
            sum += discounted(gains[place], place);
        return sum;
    };
    const auto ideal = gainsOf(bestFor(served_)), warmIdeal = gainsOf(bestFor(warm));
    auto gains = gainsOf(list);
    now_.regret += static_cast<double>(kMeasured) *
                   (expectedClicks(spec_, ideal) - expectedClicks(spec_, gains));
    ndcgAll_ += dcg(gains) / dcg(ideal);
    ndcgWarm_ += dcg(gainsOf(kind_ ? listFor(user, number, warm) : bestFor(warm))) / dcg(warmIdeal);
    for (std::size_t place = 0; place < list.size(); ++place)
        if (isNew(list[place])) gains[place] = 0;
    ndcgNewAsNothing_ += dcg(gains) / dcg(warmIdeal);
    ++measured_;
}

float Game::chanceOf(std::size_t user, std::size_t item) const {
    if (clicked_[user].test(item)) return 0;
    const float* taste = tastes_.data() + user * static_cast<std::size_t>(spec_.tasteDims);
    const auto warm = world_.warmItems().count();
    return item < warm ? world_.clickChance(taste, world_.warmItems(), item)
                       : world_.clickChance(taste, newItems_, item - warm);
}

void Game::visit(std::size_t user, std::uint64_t number) {
    const auto warm = world_.warmItems().count();
    const bool measured = number % kMeasured == 0;
    if (measured || !kind_)
        for (std::size_t item = 0; item < served_; ++item) chances_[item] = chanceOf(user, item);
    const auto list = listFor(user, number, served_);
    ++now_.requests;
    if (measured) measure(user, number, list);
    for (const auto item : list) {
        std::size_t age = 0;
        if (isNew(item)) {
            const auto i = static_cast<std::size_t>(item) - warm;
            ++newPlaces_;
            if (++impressions_[i] == kDiscovered) {
                first100_[i] = now_.requests;
                ++now_.discoverable;
            }
            const double days = explore::ageInDays(created_[i], clock() + kDay / 2);
            while (age < std::size(kAgeLimits) && days >= kAgeLimits[age]) ++age;
        } else {
            age = std::size(kAgeLimits);
        }
        ++now_.impressionsByAge[age];
    }
    places_ += static_cast<std::int64_t>(list.size());

    const auto chance = [&](std::int32_t item) {
        return static_cast<double>(chanceOf(user, static_cast<std::size_t>(item)));
    };
    std::size_t from = 0;
    for (const auto place : browse(spec_, list, chance, randomOf(seed_, kVisit, number))) {
        const auto item = list[place];
        ++now_.clicks;
        now_.clicksOnNew += isNew(item);
        clicked_[user].set(static_cast<std::size_t>(item));
        if (!kind_) continue;
        deployed_->learn(*policy_, {played_.weight, 30}, clock(), states_[user],
                         base::concat("u", user + 1), list, from, place);
        from = place + 1;
        // What came after the training changes no state until the next one (as in a campaign).
        if (!isNew(item))
            deployed_->model().advance(
                states_[user], {item, clock() + static_cast<std::int64_t>(number % kDay), 0, 0});
    }
}

SimulatedDay Game::playDay() {
    now_.day = static_cast<int>(day_) + 1;
    now_.impressionsByAge.assign(std::size(kAgeLimits) + 1, 0);
    serveItemsOf(static_cast<int>(day_));
    const auto visits =
        static_cast<std::uint64_t>(spec_.visitsADay * static_cast<double>(spec_.users));
    for (std::uint64_t visit = 0; visit < visits; ++visit) {
        const auto number = visits_++;
        auto random = randomOf(seed_, kVisit, ~number);
        this->visit(random.below(static_cast<std::uint32_t>(spec_.users)), number);
    }
    world_.drift(tastes_, randomOf(seed_, kDrift, static_cast<std::uint64_t>(day_)));
    ++day_;
    return now_;
}

SimulatedRun Game::result() const {
    SimulatedRun run;
    run.policy = played_.name;
    run.strength = played_.strength;
    run.requests = now_.requests;
    run.clicks = now_.clicks;
    run.regret = now_.regret;
    std::vector<std::int64_t> waits(first100_.begin(), first100_.begin() + spec_.newItems);
    for (auto& wait : waits)
        if (wait < 0) {
            wait = now_.requests;
            run.censored += 1 / static_cast<double>(spec_.newItems);
        }
    std::sort(waits.begin(), waits.end());
    run.coldFirst100 = waits[waits.size() / 2];
    run.coldShare = static_cast<double>(newPlaces_) / static_cast<double>(places_);
    const auto measured = static_cast<double>(measured_);
    run.ndcgWarm = ndcgWarm_ / measured;
    run.ndcgNewAsNothing = ndcgNewAsNothing_ / measured;
    run.ndcgAll = ndcgAll_ / measured;
    return run;
}

}  // namespace

SimulatedRun Simulator::play(const PlayedPolicy& policy, std::uint64_t seed, int days,
                             const base::JobContext& job,
                             const std::function<void(const SimulatedDay&)>& onDay) const {
    Game game(*world_, model_, past_, policy, seed, days);
    std::vector<SimulatedDay> points;
    for (int day = 0; day < days; ++day) {
        job.throwIfStopped();
        points.push_back(game.playDay());
        if (onDay) onDay(points.back());
    }
    auto run = game.result();
    run.days = std::move(points);
    return run;
}

void Simulator::playTogether(
    const std::vector<PlayedPolicy>& policies, std::uint64_t seed, int days, int threads,
    const base::JobContext& job,
    const std::function<void(const std::vector<SimulatedDay>&)>& onDay) const {
    std::vector<std::unique_ptr<Game>> games;
    for (const auto& policy : policies)
        games.push_back(std::make_unique<Game>(*world_, model_, past_, policy, seed, days));
    base::Team team(std::clamp(threads, 1, std::max(1, static_cast<int>(games.size()))));
    std::vector<SimulatedDay> lived(games.size());
    for (int day = 0; day < days; ++day) {
        std::atomic<std::size_t> next{0};
        team.run([&](int) {
            for (std::size_t i = 0; (i = next.fetch_add(1)) < games.size();) {
                job.throwIfStopped();
                lived[i] = games[i]->playDay();
            }
        });
        onDay(lived);
    }
}

}  // namespace foretaste::experiments
