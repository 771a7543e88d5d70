// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/serve/deployment.h"

#include <algorithm>
#include <array>
#include <numeric>

#include "core/base/maths.h"
#include "core/kernels/kernels.h"

namespace foretaste::serve {
namespace {

void addAll(LogSum& sum, const std::vector<float>& scores) {
    if (!scores.empty()) sum.add(scores, *std::max_element(scores.begin(), scores.end()));
}

}  // namespace

double logSumExp(const std::vector<float>& values) {
    const float top = *std::max_element(values.begin(), values.end());
    return static_cast<double>(top) +
           base::logOf(kernels::active().sumExp(values.data(), values.size(), top));
}

Deployment::Deployment(std::shared_ptr<const recipes::Model> model,
                       std::vector<std::int64_t> created)
    : model_(std::move(model)),
      scan_(std::make_shared<CurrentScan>(std::make_shared<ItemScan>(model_->items()))),
      created_(std::move(created)) {
    const auto& ids = model_->itemIds();
    auto index = std::make_shared<Index>();
    index->reserve(ids.size());
    for (std::size_t i = 0; i < ids.size(); ++i)
        index->emplace(ids[i], static_cast<std::int32_t>(i));
    numberOf_ = std::move(index);
    auto byAge = std::make_shared<ByAge>();
    auto& items = byAge->items;
    items.resize(ids.size());
    std::iota(items.begin(), items.end(), 0);
    std::stable_sort(items.begin(), items.end(), [this](std::int32_t a, std::int32_t b) {
        return this->created(a) > this->created(b);
    });
    constexpr std::size_t kLeast = 1024, kShare = 32;
    const auto table = model_->items();
    for (const auto item :
         std::span(items).first(std::min(items.size(), std::max(kLeast, items.size() / kShare)))) {
        const auto number = static_cast<std::size_t>(item);
        const auto row = table.vectors.subspan(number * table.dim, table.dim);
        byAge->vectors.insert(byAge->vectors.end(), row.begin(), row.end());
        byAge->bias.push_back(table.bias[number]);
    }
    byAge_ = std::move(byAge);
}

bool Deployment::wantsIndex() const {
    const auto table = model_->items();
    return table.items >= kIndexedFrom && table.dim > 0;
}

void Deployment::buildIndex(const base::JobContext& job) const {
    constexpr std::size_t kClusterSize = 512;
    const auto table = model_->items();
    const auto clusters = clusterItems(table, kClusterSize, job);
    scan_->set(std::make_shared<ItemScan>(table, clusters, likelyQueries(clusters)));
}

std::vector<float> Deployment::likelyQueries(const ItemClusters& clusters) const {
    constexpr std::uint64_t kQueries = 400;
    constexpr std::size_t kTastes = 3, kEvents = 12;
    const auto dim = model_->items().dim;
    const auto now = created(byAge_->items.front());
    std::vector<float> queries(kQueries * dim), state(model_->stateSize());
    for (std::uint64_t user = 0; user < kQueries; ++user) {
        base::Random random(1, user);
        const auto drawn = [&](std::size_t first, std::size_t end) {
            return first + random.below(static_cast<std::uint32_t>(end - first));
        };
        std::array<std::size_t, kTastes> tastes{};
        for (auto& taste : tastes) taste = drawn(0, clusters.count());
        model_->start(state);
        for (std::size_t event = 0; event < kEvents; ++event) {
            const auto taste = tastes[drawn(0, kTastes)];
            const auto place = drawn(clusters.first[taste], clusters.first[taste + 1]);
            model_->advance(state, {.item = clusters.items[place], .timestamp = now});
        }
        model_->query(state, std::span(queries).subspan(user * dim, dim));
    }
    return queries;
}

std::shared_ptr<const Deployment> Deployment::withAdded(const dataset::ItemCatalogue& items) const {
    auto deployed = std::make_shared<Deployment>(*this);
    deployed->created_.resize(model_->itemIds().size());
    deployed->created_.insert(deployed->created_.end(), items.created.begin(), items.created.end());
    deployed->addedIds_ = items.ids;
    deployed->addedNumberOf_.clear();
    for (const auto& id : items.ids)
        deployed->addedNumberOf_.emplace(
            id,
            static_cast<std::int32_t>(model_->itemIds().size() + deployed->addedNumberOf_.size()));
    deployed->added_ = model_->predict(items);
    return deployed;
}

const std::string& Deployment::itemId(std::int32_t item) const {
    const auto& ids = model_->itemIds();
    const auto number = static_cast<std::size_t>(item);
    return number < ids.size() ? ids[number] : addedIds_[number - ids.size()];
}

std::optional<std::int32_t> Deployment::itemNumber(std::string_view id) const {
    if (const auto found = numberOf_->find(id); found != numberOf_->end()) return found->second;
    if (const auto found = addedNumberOf_.find(id); found != addedNumberOf_.end())
        return found->second;
    return std::nullopt;
}

std::int16_t Deployment::eventTypeNumber(std::string_view name) const {
    const auto& types = model_->eventTypes();
    const auto found = std::find(types.begin(), types.end(), name);
    return found == types.end() ? std::int16_t{-1}
                                : static_cast<std::int16_t>(found - types.begin());
}

Deployment::Asker::Asker(const recipes::Model& model, std::span<const float> state)
    : query(model.items().dim), history(model.history(state)) {
    model.query(state, query);
    std::sort(history.begin(), history.end(),
              [](const auto& a, const auto& b) { return a.item < b.item; });
    for (const auto& effect : history) mayTouch_.set(slotOf(effect.item));
}

float Deployment::Asker::touched(std::int32_t item, float score) const {
    const auto found =
        std::lower_bound(history.begin(), history.end(), item,
                         [](const auto& effect, std::int32_t each) { return effect.item < each; });
    return found == history.end() || found->item != item ? score : (*found)(score);
}

std::vector<float> Deployment::scoresOf(const Asker& asker,
                                        std::span<const std::int32_t> items) const {
    const auto table = model_->items();
    const auto isModels = [&](std::int32_t item) {
        return static_cast<std::size_t>(item) < table.items;
    };
    std::vector<float> scores(items.size());
    const auto scan = scan_->get();
    for (std::size_t i = 0; i < items.size();) {
        const auto run = static_cast<std::size_t>(
            std::find_if_not(items.begin() + static_cast<std::ptrdiff_t>(i), items.end(),
                             isModels) -
            items.begin() - static_cast<std::ptrdiff_t>(i));
        scan->addScores(asker.query, items.subspan(i, run), scores.data() + i);
        i += run;
        if (i == items.size()) break;
        const auto item = static_cast<std::size_t>(items[i]);
        scores[i] = added_.bias[item - table.items];
        if (table.dim > 0)
            kernels::active().addScores(vectorOf(item), 1, table.dim, asker.query.data(),
                                        &scores[i]);
        ++i;
    }
    for (std::size_t i = 0; i < items.size(); ++i) scores[i] = asker(items[i], scores[i]);
    return scores;
}

std::vector<float> Deployment::scores(std::span<const float> state) const {
    std::vector<std::int32_t> items(size());
    std::iota(items.begin(), items.end(), 0);
    return scoresOf(Asker(*model_, state), items);
}

const float* Deployment::vectorOf(std::size_t item) const {
    const auto table = model_->items();
    return item < table.items ? table.vectors.data() + item * table.dim
                              : added_.vectors.data() + (item - table.items) * table.dim;
}

std::int64_t Deployment::evidenceOf(std::size_t item) const {
    const auto evidence = model_->evidence();
    return item < evidence.size() ? evidence[item] : 0;
}

std::vector<explore::Candidate> Deployment::candidates(const Asker& asker,
                                                       const Exploration& exploration,
                                                       const filter::Bitmap* allowed) const {
    const auto isYoung = [&](std::int32_t item) {
        return explore::isEligible(created(item), exploration.clock,
                                   exploration.config.itemAgeCutOffDays);
    };
    const auto& byAge = byAge_->items;
    std::vector<std::int32_t> items(byAge.begin(),
                                    std::partition_point(byAge.begin(), byAge.end(), isYoung));
    const auto sideBySide = std::min(items.size(), byAge_->bias.size());
    const auto firstAdded = model_->itemIds().size();
    for (auto added = firstAdded; added < size(); ++added)
        if (isYoung(static_cast<std::int32_t>(added)))
            items.push_back(static_cast<std::int32_t>(added));
    const auto young = items.size();
    for (const auto item : exploration.policy.known())
        if (static_cast<std::size_t>(item) < size() && !isYoung(item)) items.push_back(item);

    auto scores = scoresOf(asker, std::span(items).subspan(sideBySide));
    scores.insert(scores.begin(), byAge_->bias.begin(),
                  byAge_->bias.begin() + static_cast<std::ptrdiff_t>(sideBySide));
    if (const auto dim = asker.query.size(); dim > 0)
        kernels::active().addScores(byAge_->vectors.data(), sideBySide, dim, asker.query.data(),
                                    scores.data());
    for (std::size_t i = 0; i < sideBySide; ++i) scores[i] = asker(items[i], scores[i]);
    std::vector<explore::Candidate> found(items.size());
    for (std::size_t i = 0; i < items.size(); ++i) {
        const auto item = static_cast<std::size_t>(items[i]);
        auto& candidate = found[i];
        candidate.item = items[i];
        candidate.vector = vectorOf(item);
        candidate.evidence = evidenceOf(item);
        candidate.young = i < young;
        candidate.allowed = !allowed || allowed->test(item);
        candidate.score = scores[i];
    }
    return found;
}

std::vector<RankedItem> Deployment::rank(std::span<const float> state, std::size_t count,
                                         const Exploration& exploration, base::Random random,
                                         const filter::Bitmap* allowed, StageTimes* times) const {
    if (count == 0 || size() == 0) return {};
    const auto timed = [times](Stage stage, const auto& work) {
        const StageTimer timer(times, stage);
        return work();
    };
    const auto asker = timed(Stage::State, [&] { return Asker(*model_, state); });
    auto uncertain = timed(Stage::Explore, [&] { return candidates(asker, exploration, allowed); });

    // Scored one by one: what feedback or history concerns, and what came after the model.
    std::vector<std::int32_t> apart, single;
    apart.reserve(uncertain.size());
    for (const auto& each : uncertain) apart.push_back(each.item);
    filter::Bitmap taken(size());
    for (const auto item : apart) taken.set(static_cast<std::size_t>(item));
    const auto setApart = [&](std::int32_t item) {
        const auto i = static_cast<std::size_t>(item);
        if (taken.test(i)) return;
        taken.set(i);
        single.push_back(item);
        apart.push_back(item);
    };
    for (const auto& effect : asker.history) setApart(effect.item);
    for (auto i = model_->itemIds().size(); i < size(); ++i) setApart(static_cast<std::int32_t>(i));

    // Those that no feedback concerns have the model's score, and are ranked by it.
    TopList best(count);
    LogSum certain;
    timed(Stage::Scan, [&] {
        const auto scores = scoresOf(asker, single);
        addAll(certain, scores);
        for (std::size_t i = 0; i < single.size(); ++i)
            if (!allowed || allowed->test(static_cast<std::size_t>(single[i])))
                best.offer({single[i], scores[i]});
        scan_->get()->scan(asker.query, apart, allowed, best, certain);
    });
    struct Place {
        std::int32_t item;
        float relevance, value;
    };
    std::vector<Place> list;
    std::vector<float> others;
    for (const auto& each : best.sorted()) {
        list.push_back({each.item, each.score, each.score});
        others.push_back(each.score);
    }
    timed(Stage::Explore, [&] {
        exploration.policy.explore(
            {asker.query, exploration.user, count, exploration.config.weight, others}, uncertain,
            random);
    });

    auto relevanceSum = certain, valueSum = certain;
    std::vector<float> means, values;
    for (const auto& each : uncertain) {
        means.push_back(each.mean);
        values.push_back(each.value);
        if (each.allowed) list.push_back({each.item, each.mean, each.value});
    }
    addAll(relevanceSum, means);
    addAll(valueSum, values);
    const auto places = std::min(count, list.size());
    const auto cut = [&](float Place::*by) {
        std::partial_sort(list.begin(), list.begin() + static_cast<std::ptrdiff_t>(places),
                          list.end(), [by](const Place& a, const Place& b) {
                              return ScoredItem{a.item, a.*by} < ScoredItem{b.item, b.*by};
                          });
    };
    const bool explores = exploration.config.weight > 0 && !uncertain.empty();
    float lastGreedy = 0;  // what the last place takes without exploration
    if (explores && !list.empty()) {
        cut(&Place::relevance);
        lastGreedy = list[places - 1].relevance;
    }
    cut(&Place::value);
    list.resize(places);

    const double total = valueSum.value(), relevanceTotal = relevanceSum.value();
    std::vector<RankedItem> ranked;
    ranked.reserve(list.size());
    for (const auto& each : list)
        ranked.push_back({each.item, base::expOf(static_cast<double>(each.value) - total),
                          base::expOf(static_cast<double>(each.relevance) - relevanceTotal),
                          explores && each.relevance < lastGreedy});
    return ranked;
}

void Deployment::learn(explore::ExplorationPolicy& policy, const explore::ExplorationConfig& config,
                       std::int64_t clock, std::span<const float> state, std::string_view user,
                       std::span<const std::int32_t> list, std::size_t from,
                       std::size_t clicked) const {
    const Asker asker(*model_, state);
    const auto scores = scoresOf(asker, list);
    std::vector<explore::ShownItem> shown;
    for (std::size_t place = 0; place < list.size(); ++place) {
        const auto i = static_cast<std::size_t>(list[place]);
        shown.push_back({list[place], vectorOf(i), evidenceOf(i),
                         explore::isEligible(created_[i], clock, config.itemAgeCutOffDays),
                         scores[place]});
    }
    policy.learn({asker.query, user, shown, from, clicked});
}

std::vector<RankedItem> Deployment::order(std::span<const float> state,
                                          std::vector<std::int32_t> items) const {
    if (items.empty()) return {};
    const auto scores = scoresOf(Asker(*model_, state), items);
    LogSum sum;
    addAll(sum, scores);
    std::vector<ScoredItem> list;
    for (std::size_t i = 0; i < items.size(); ++i) list.push_back({items[i], scores[i]});
    std::sort(list.begin(), list.end());
    std::vector<RankedItem> ranked;
    for (const auto& each : list) {
        const double score = base::expOf(static_cast<double>(each.score) - sum.value());
        ranked.push_back({each.item, score, score, false});
    }
    return ranked;
}

}  // namespace foretaste::serve
