// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "core/dataset/training_data.h"
#include "core/serve/deployment.h"
#include "core/serve/latency.h"
#include "core/serve/shown_lists.h"
#include "core/serve/user_states.h"
#include "core/service/campaign.h"
#include "core/service/campaign_filters.h"
#include "core/service/use_case.h"
#include "core/store/dataset_files.h"

namespace foretaste::service {

/// What a campaign answers with at one moment. Another one takes its place when items come; a
/// request keeps to the one it began with.
struct Serving {
    std::shared_ptr<const serve::Deployment> deployed;
    std::shared_ptr<CampaignFilters> filters;
};

/// A campaign that answers: one deployed version, the states of its users, and what it has shown.
/// Replaced as a whole when the campaign moves to another version. Any thread may call.
class CampaignRuntime {
public:
    /// How a user is read when it is first needed.
    struct Readers {
        /// The newest events, newest first.
        std::function<std::vector<store::HistoryEvent>(std::string_view userId, std::size_t limit)>
            history;
        std::function<filter::User(std::string_view userId)> filterUser;
    };

    CampaignRuntime(std::string datasetGroupArn, std::shared_ptr<const serve::Deployment> deployed,
                    explore::ExplorationConfig exploration, bool metadata,
                    dataset::InteractionFilter filter, std::int64_t clock, std::uint64_t seed,
                    Readers readers, const UseCase* useCase);
    ~CampaignRuntime() { ending_.requestStop(); }

    /// Stops what works for this runtime in the background; requested when it goes.
    const base::StopToken& ending() const { return ending_; }
    const std::string& datasetGroupArn() const { return datasetGroupArn_; }
    std::shared_ptr<const Serving> serving() const;
    const explore::ExplorationConfig& exploration() const { return exploration_; }
    bool returnsMetadata() const { return metadata_; }
    const UseCase* useCase() const { return useCase_; }  ///< of a recommender; else null

    struct Answer {
        std::vector<serve::RankedItem> items;
        bool known = false;  ///< the model has something to go by of the user, or of the item
    };
    /// `request` numbers the draw: 0 and up; equal numbers give equal lists. `allowed`, `times`:
    /// see Deployment::rank.
    Answer answer(const Serving& serving, std::string_view userId, std::size_t count,
                  const explore::ExplorationConfig& exploration, std::uint64_t request,
                  const filter::Bitmap* allowed = nullptr, serve::StageTimes* times = nullptr);
    /// The items that go with one.
    Answer related(const Serving& serving, std::string_view itemId, std::size_t count,
                   const filter::Bitmap* allowed, serve::StageTimes* times);
    /// These items for a user, the best first.
    Answer order(const Serving& serving, std::string_view userId, std::vector<std::int32_t> items,
                 serve::StageTimes* times);
    /// What the model takes in of a user: of the newest events those that it was trained on the
    /// like of, oldest first.
    std::vector<recipes::ModelEvent> eventsOf(const serve::Deployment& deployed,
                                              std::string_view userId) const;
    std::uint64_t nextRequest() { return requests_.fetch_add(1); }
    /// Random numbers of a request that no draw for the list uses.
    base::Random randomFor(std::uint64_t request) const { return base::Random(~seed_, request); }

    std::shared_ptr<const filter::User> filterUser(std::string_view userId) {
        return filterUsers_.of(userId);
    }

    serve::ShownLists& shown() { return shown_; }
    /// The ids of a list's items; empty where the list is not known, or no longer.
    std::vector<std::string> shownBy(std::string_view recommendationId) const;

    std::shared_ptr<const serve::UserState> userState(std::string_view userId) {
        return states_.of(userId);
    }
    /// A list that a user saw and clicked.
    struct Read {
        std::vector<std::string> list;
        std::size_t from = 0, clicked = 0;  ///< places; see explore::Feedback
    };
    /// Learns of new items from it. `state`: the user's when the list was shown.
    void learn(const Read& read, const serve::UserState& state, std::string_view userId);

    void forgetUser(std::string_view userId);
    void forgetUsers();
    void advanceClock(std::int64_t timestamp);
    std::int64_t clock() const { return clock_.load(); }
    /// Serves the items put one by one that the version does not know, where its recipe can.
    /// `book`: what is about to take the place of the group's book; null: nobody has asked for one.
    void serveNewItems(const store::RecordTable& put,
                       const std::shared_ptr<const ItemBook>& book = nullptr,
                       const CampaignFilters::Read& readFilter = {});

    serve::LatencyRecorder& latency() { return latency_; }

private:
    serve::UserState load(std::string_view userId) const;
    std::shared_ptr<const serve::UserState> timedState(std::string_view userId,
                                                       serve::StageTimes* times);

    base::StopToken ending_;
    std::string datasetGroupArn_;
    explore::ExplorationConfig exploration_;
    bool metadata_;
    dataset::InteractionFilter filter_;
    std::atomic<std::int64_t> clock_;
    std::uint64_t seed_;
    Readers readers_;
    const UseCase* useCase_;
    serve::UserStates states_;
    serve::FilterUsers filterUsers_;
    serve::LatencyRecorder latency_;
    std::atomic<std::uint64_t> requests_{0};

    std::unique_ptr<explore::ExplorationPolicy> policy_;
    std::mutex changing_;  ///< held while items come
    mutable std::mutex servingMutex_;
    std::shared_ptr<const Serving> serving_;

    serve::ShownLists shown_;
};

}  // namespace foretaste::service
