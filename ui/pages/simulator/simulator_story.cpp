// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/simulator/simulator_story.h"

#include <algorithm>
#include <numeric>

#include "ui/bridge/words.h"

namespace foretaste::pages {
namespace {

constexpr std::string_view kGreedy = "greedy", kThompson = "thompson";

QString tr(const char* text) {
    return QCoreApplication::translate("foretaste::pages", text);
}

QString clicksText(std::int64_t clicks) {
    return clicks == 1 ? tr("1 click") : tr("%1 clicks").arg(bridge::countText(clicks));
}

}  // namespace

QString policyTitle(std::string_view policy) {
    if (policy == kGreedy) return tr("Greedy");
    if (policy == "epsilon-greedy") return tr("Epsilon-greedy");
    if (policy == "linucb") return tr("LinUCB");
    if (policy == "ren") return tr("REN");
    if (policy == kThompson) return tr("Thompson sampling");
    if (policy == "oracle") return tr("Oracle");
    return bridge::text(policy);
}

QString policyMeaning(std::string_view policy) {
    if (policy == kGreedy)
        return tr("Shows what the model likes best and never tries anything: weight 0.");
    if (policy == "epsilon-greedy") return tr("Gives a place to a new item now and then, by dice.");
    if (policy == "linucb") return tr("Adds a bonus to what it is unsure of, always the same.");
    if (policy == "ren")
        return tr("A bonus that is larger where user and item are unlike what it has seen.");
    if (policy == kThompson)
        return tr("What campaigns do: draws each new item's worth from what is believed of it.");
    if (policy == "oracle") return tr("Knows what everybody likes. Nobody can be better.");
    return {};
}

int policyStyle(std::string_view policy) {
    const auto names = service::simulationPolicies();
    // Thompson sampling has the first colour, the one that stands for us everywhere.
    if (policy == kThompson) return 0;
    const auto at = std::find(names.begin(), names.end(), policy) - names.begin();
    return static_cast<int>(at) + (policy == "oracle" ? 0 : 1);
}

SimulatorStory::SimulatorStory(std::vector<std::vector<service::SimulatedDay>> days)
    : days_(std::move(days)) {}

std::size_t SimulatorStory::indexOf(std::string_view policy) const {
    const auto& all = days_.front();
    const auto found = std::find_if(all.begin(), all.end(),
                                    [&](const auto& each) { return each.policy == policy; });
    return static_cast<std::size_t>(found - all.begin());
}

const service::SimulatedDay& SimulatorStory::now(std::string_view policy) const {
    return days_.back().at(indexOf(policy));
}

std::int64_t SimulatorStory::lead() const {
    return now(kThompson).clicks - now(kGreedy).clicks;
}

int SimulatorStory::overtaken() const {
    const auto greedy = indexOf(kGreedy), thompson = indexOf(kThompson);
    int from = 0;
    for (const auto& day : days_) {
        if (day[thompson].clicks <= day[greedy].clicks)
            from = 0;
        else if (from == 0)
            from = day[thompson].day;
    }
    return from;
}

template <class Value>
charts::Line SimulatorStory::line(std::size_t policy, Value value) const {
    const auto& name = days_.front()[policy].policy;
    charts::Line line{policyTitle(name), {{0, 0}}, {}, {}, policyStyle(name)};
    for (const auto& day : days_)
        line.points << QPointF(day[policy].day, static_cast<double>(value(day, policy)));
    return line;
}

QList<charts::Line> SimulatorStory::leads() const {
    const auto greedy = indexOf(kGreedy);
    QList<charts::Line> lines;
    for (std::size_t policy = 0; policy < days_.front().size(); ++policy)
        lines << line(
            policy, [&](const auto& day, auto of) { return day[of].clicks - day[greedy].clicks; });
    return lines;
}

QList<charts::Line> SimulatorStory::regrets() const {
    QList<charts::Line> lines;
    for (std::size_t policy = 0; policy < days_.front().size(); ++policy)
        lines << line(policy, [](const auto& day, auto of) { return day[of].regret; });
    return lines;
}

QList<charts::Line> SimulatorStory::discoveries() const {
    QList<charts::Line> lines;
    for (std::size_t policy = 0; policy < days_.front().size(); ++policy)
        lines << line(policy, [](const auto& day, auto of) { return day[of].discoverable; });
    return lines;
}

QList<charts::Share> SimulatorStory::places() const {
    const auto thompson = indexOf(kThompson);
    // Neighbouring ages go together, so that a share is thick enough to be seen.
    const auto& limits = experiments::kAgeLimits;
    const std::size_t ends[] = {2, 3, 5, 6};
    QList<charts::Share> shares;
    std::size_t begin = 0;
    for (const auto end : ends) {
        charts::Share share;
        if (begin == 0)
            share.name = tr("up to %1 days old").arg(limits[end - 1]);
        else if (end > std::size(limits))
            share.name = tr("known from the start");
        else
            share.name = tr("%1–%2 days old").arg(limits[begin - 1]).arg(limits[end - 1]);
        for (const auto& day : days_) {
            const auto& byAge = day[thompson].impressionsByAge;
            share.values << static_cast<double>(
                std::accumulate(byAge.begin() + static_cast<std::ptrdiff_t>(begin),
                                byAge.begin() + static_cast<std::ptrdiff_t>(end), std::int64_t{0}));
        }
        shares << share;
        begin = end;
    }
    return shares;
}

QString SimulatorStory::words() const {
    const auto& greedy = now(kGreedy);
    const auto& thompson = now(kThompson);
    const auto known =
        tr("Of %1 new items, it has found out about %2, greedy about %3.")
            .arg(bridge::countText(thompson.newItems), bridge::countText(thompson.discoverable),
                 bridge::countText(greedy.discoverable));
    const int since = overtaken();
    if (since > 0) {
        const auto ahead = tr("Thompson sampling is %1 ahead of greedy").arg(clicksText(lead()));
        return (since == 1 ? tr("%1, and has been from the first day.").arg(ahead)
                           : tr("%1: what it tried has paid since day %2.").arg(ahead).arg(since)) +
               QLatin1Char(' ') + known;
    }
    if (lead() == 0) return tr("Thompson sampling and greedy are even.") + QLatin1Char(' ') + known;
    return tr("Trying new items has cost %1 so far: Thompson sampling is still learning.")
               .arg(clicksText(-lead())) +
           QLatin1Char(' ') + known;
}

}  // namespace foretaste::pages
