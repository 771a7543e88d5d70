// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <deque>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "core/dataset/training_data.h"
#include "core/serve/deployment.h"
#include "core/serve/latency.h"
#include "core/serve/user_states.h"
#include "core/service/campaign.h"
#include "core/store/dataset_files.h"

namespace foretaste::service {

/// A campaign that answers: one deployed version, the states of its users, and what it has shown.
/// Replaced as a whole when the campaign moves to another version. Any thread may call.
class CampaignRuntime {
public:
    /// Reads a user's newest events, newest first.
    using HistoryReader =
        std::function<std::vector<store::HistoryEvent>(std::string_view userId, std::size_t limit)>;

    CampaignRuntime(std::string datasetGroupArn, std::shared_ptr<const serve::Deployment> deployed,
                    explore::ExplorationConfig exploration, bool metadata,
                    dataset::InteractionFilter filter, std::int64_t clock, std::uint64_t seed,
                    HistoryReader readHistory);

    const std::string& datasetGroupArn() const { return datasetGroupArn_; }
    const serve::Deployment& deployment() const { return *deployed_; }
    const explore::ExplorationConfig& exploration() const { return exploration_; }
    bool returnsMetadata() const { return metadata_; }

    struct Answer {
        std::vector<serve::RankedItem> items;
        bool knownUser = false;  ///< has events that the model has taken in
    };
    /// `request` numbers the draw: 0 and up; equal numbers give equal lists.
    Answer answer(std::string_view userId, std::size_t count,
                  const explore::ExplorationConfig& exploration, std::uint64_t request);
    std::uint64_t nextRequest() { return requests_.fetch_add(1); }

    /// Remembers a list under its recommendationId, so that an event can refer to it.
    void remember(std::string recommendationId, std::vector<std::string> items);
    std::vector<std::string> shownBy(std::string_view recommendationId);

    void forgetUser(std::string_view userId) { states_.forget(userId); }
    void forgetUsers() { states_.forgetAll(); }
    void advanceClock(std::int64_t timestamp);
    std::int64_t clock() const { return clock_.load(); }
    /// Counts one impression of every item of a list; the clicked one counts once in any case.
    void countShown(std::string_view clicked, const std::vector<std::string>& list);

    serve::LatencyRecorder& latency() { return latency_; }

private:
    serve::UserState load(std::string_view userId) const;

    std::string datasetGroupArn_;
    std::shared_ptr<const serve::Deployment> deployed_;
    explore::ExplorationConfig exploration_;
    bool metadata_;
    dataset::InteractionFilter filter_;
    std::atomic<std::int64_t> clock_;
    std::uint64_t seed_;
    HistoryReader readHistory_;
    serve::UserStates states_;
    serve::ItemCounters counters_;
    serve::LatencyRecorder latency_;
    std::atomic<std::uint64_t> requests_{0};

    std::mutex shownMutex_;
    std::deque<std::string> shownOrder_;  ///< oldest first
    std::map<std::string, std::vector<std::string>, std::less<>> shown_;
};

}  // namespace foretaste::service
