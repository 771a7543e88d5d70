// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/demo.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <thread>

#include "app/cli/console_output.h"
#include "core/base/arn.h"
#include "core/base/clock.h"
#include "core/base/file.h"
#include "core/base/text.h"
#include "core/experiments/sample.h"
#include "core/service/codec.h"
#include "core/service/data_folder.h"

namespace foretaste::cli {
namespace {

using service::Json;
using service::Service;
using service::Status;

constexpr const char* kPopularity = "aws-popularity-count";
constexpr const char* kPersonal = "aws-user-personalization";
constexpr const char* kNdcg = "normalized_discounted_cumulative_gain_at_10";
constexpr std::size_t kUsersAsked = 100;

/// Waits as a script written for the service does: by describing until the state is final.
template <class Describe>
void waitUntilActive(Describe describe) {
    for (;;) {
        const auto [status, reason] = describe();
        if (status == Status::Active) return;
        if (!service::isUnderWay(status))
            throw base::ServiceError(base::ErrorCode::InvalidInput, reason);
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
}

class Demo {
public:
    Demo(Service& service, const DemoOptions& options) : service_(service), options_(options) {}

    int run() {
        const base::Stopwatch total;
        importData();
        train();
        deploy();
        showRecommendations();
        compareExploration();
        sendEvent();
        update();
        seconds_["total"] = total.seconds();
        if (options_.json) printJson();
        return 0;
    }

private:
    void say(const std::string& line) const {
        if (!options_.json) std::printf("%s\n", line.c_str());
    }
    void head(const std::string& title) const { say(base::concat("\n", title)); }

    void importData() {
        auto folder = options_.data;
        if (folder.empty()) {
            folder = service_.locate("s3://sample");
            experiments::writeSample(folder);
            head("Sample: films, their genres and 2,140 viewers, made up and repeatable");
        } else {
            head(base::concat("Data: ", base::pathText(folder)));
        }
        const base::Stopwatch watch;
        const auto import = service::importFolder(service_, folder, "film-club");
        name_ = import.name;
        group_ = import.datasetGroupArn;
        for (const auto& part : import.parts) {
            waitUntilActive([&] {
                const auto each = service_.describeDatasetImportJob(part.importJobArn);
                return std::pair(each.status, each.failureReason);
            });
            const auto report = service_.importReport(part.importJobArn);
            say(base::concat("  ", fitted(std::string(schema::typeName(part.type)), 14),
                             base::grouped(report.rowsKept), " rows in ", fixed(report.seconds, 2),
                             " s",
                             report.rowsRejected > 0
                                 ? base::concat(", ", base::grouped(report.rowsRejected),
                                                " rejected (see ", report.rejectFile, ")")
                                 : ""));
        }
        seconds_["import"] = watch.seconds();
    }

    std::string trainVersion(const std::string& solution, service::TrainingMode mode) {
        const auto version =
            service_.createSolutionVersion({.solutionArn = solution, .trainingMode = mode});
        waitUntilActive([&] {
            const auto each = service_.describeSolutionVersion(version);
            return std::pair(each.status, each.failureReason);
        });
        return version;
    }

    void train() {
        const base::Stopwatch watch;
        head("Training");
        for (const char* recipe : {kPopularity, kPersonal}) {
            const auto solution = service_.createSolution(
                {.name = base::concat(name_, '-', recipe),
                 .recipeArn = base::makeServiceArn(base::concat("recipe/", recipe)),
                 .datasetGroupArn = group_});
            const auto version = trainVersion(solution, service::TrainingMode::Full);
            metrics_[recipe] = service_.getSolutionMetrics(version).metrics;
            const auto report = service_.trainingReport(version);
            for (const auto& warning : report.warnings) say(base::concat("  note: ", warning));
            say(base::concat("  ", fitted(recipe, 26), "NDCG at 10 ",
                             fixed(metrics_[recipe][kNdcg], 4), "   MRR at 25 ",
                             fixed(metrics_[recipe]["mean_reciprocal_rank_at_25"], 4),
                             "   coverage ", fixed(metrics_[recipe]["coverage"], 4), "   ",
                             fixed(report.seconds, 1), " s"));
            solution_ = solution;
            version_ = version;
            protocol_ = report.protocol.text();
            chosen_ = report.chosen;
        }
        seconds_["train"] = watch.seconds();
        say(base::concat("  ", kPersonal, " is ",
                         fixed(metrics_[kPersonal][kNdcg] / metrics_[kPopularity][kNdcg], 2),
                         " times popularity by NDCG at 10"));
        say(base::concat("  ", protocol_));
    }

    void moveCampaign(const std::string& version, const char* weight) {
        service_.updateCampaign(
            {.campaignArn = campaign_,
             .solutionVersionArn = version,
             .campaignConfig = service::CampaignConfig{
                 .itemExplorationConfig = {{"explorationWeight", weight},
                                           {"explorationItemAgeCutOff", "30"}}}});
        waitUntilActive([&] {
            const auto each = *service_.describeCampaign(campaign_).latestCampaignUpdate;
            return std::pair(each.status, each.failureReason);
        });
    }

    void deploy() {
        const base::Stopwatch watch;
        campaign_ = service_.createCampaign(
            {.name = base::concat(name_, "-home-row"), .solutionVersionArn = version_});
        waitUntilActive([&] {
            const auto each = service_.describeCampaign(campaign_);
            return std::pair(each.status, each.failureReason);
        });
        seconds_["deploy"] = watch.seconds();
        for (const auto& user : service_.findUsers(group_, {}, kUsersAsked))
            users_.push_back(user.userId);
        if (users_.empty())
            throw base::ServiceError(base::ErrorCode::InvalidInput,
                                     "the interactions name no user to recommend to");
    }

    std::vector<service::PredictedItem> listFor(const std::string& user, std::int64_t count = 25) {
        return service_
            .getRecommendations({.campaignArn = campaign_, .userId = user, .numResults = count})
            .itemList;
    }

    std::string titled(const service::ItemCard& card) const {
        auto text = fitted(card.title, 44);
        if (!card.categories.empty()) text += base::concat("  ", base::join(card.categories, ", "));
        return text;
    }

    void showRecommendations() {
        constexpr std::size_t kShown = 5;
        const auto& user = users_.front();
        head(base::concat("User ", user, " lately"));
        std::vector<std::string> seen;
        for (const auto& event : service_.userHistory(group_, user, kShown))
            seen.push_back(event.itemId);
        for (const auto& card : service_.itemCards(group_, seen))
            say(base::concat("  ", titled(card)));

        head(base::concat("Recommended to user ", user));
        const auto list = listFor(user, 10);
        std::vector<std::string> ids;
        for (const auto& item : list) ids.push_back(item.itemId);
        const auto cards = service_.itemCards(group_, ids);
        for (std::size_t i = 0; i < list.size(); ++i) {
            say(base::concat("  ", fixed(*list[i].score, 4), "  ", titled(cards[i]),
                             list[i].reason.empty() ? "" : base::concat("  [", list[i].reason[0], ']')));
            recommendations_.push_back({{"itemId", ids[i]},
                                        {"title", cards[i].title},
                                        {"score", *list[i].score},
                                        {"reason", list[i].reason}});
        }
    }

    /// The share of places that items without any interaction take.
    double coldShare() {
        double places = 0, cold = 0;
        for (const auto& user : users_)
            for (const auto& item : listFor(user)) {
                ++places;
                cold += isCold(item.itemId);
            }
        return places > 0 ? cold / places : 0;
    }

    bool isCold(const std::string& itemId) {
        if (clock_ == 0)
            for (const auto& dataset : service_.listDatasets(group_).entries)
                clock_ = std::max(clock_, service_.datasetStatistics(dataset.datasetArn).newest);
        constexpr std::int64_t kCutOffSeconds = 30 * 86400;
        const auto card = service_.itemCards(group_, {itemId}).front();
        return card.created > 0 && card.created > clock_ - kCutOffSeconds;
    }

    void compareExploration() {
        head("Exploration: share of new items (under 30 days) in the lists of 100 users");
        for (const char* weight : {"0", "0.3", "1"}) {
            moveCampaign(version_, weight);
            coldShare_[weight] = coldShare();
            say(base::concat("  explorationWeight ", fitted(weight, 5),
                             fixed(coldShare_[weight] * 100, 1), " %"));
        }
    }

    void sendEvent() {
        head("An event in real time, at explorationWeight 0 where equal calls give equal lists");
        moveCampaign(version_, "0");
        const auto& user = users_.front();
        const auto before = listFor(user);
        repeats_ = sameOrder(before, listFor(user));

        // Something that fits the person, but that the list did not begin with.
        const auto& clicked = before.at(before.size() / 2);
        const auto tracker = service_.createEventTracker(
            {.name = base::concat(name_, "-tracker"), .datasetGroupArn = group_});
        const base::Stopwatch watch;
        service_.putEvents({.trackingId = tracker.trackingId,
                            .userId = user,
                            .sessionId = "demo-session",
                            .eventList = {{.eventType = "watch",
                                           .itemId = clicked.itemId,
                                           .sentAt = {(clockOf() + 60) * 1000}}}});
        const double putMs = watch.milliseconds();
        const auto after = listFor(user);
        for (std::size_t i = 0; i < after.size(); ++i)
            changed_ += i >= before.size() || before[i].itemId != after[i].itemId;
        say(base::concat("  user ", user, " watched \"",
                         service_.itemCards(group_, {clicked.itemId}).front().title, "\": ", changed_,
                         " of ", after.size(), " places changed; put in ", fixed(putMs, 1),
                         " ms, list after ", fixed(watch.milliseconds(), 1), " ms"));
    }

    std::int64_t clockOf() {
        isCold({});
        return clock_;
    }

    static bool sameOrder(const std::vector<service::PredictedItem>& a,
                          const std::vector<service::PredictedItem>& b) {
        return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                          [](const auto& x, const auto& y) { return x.itemId == y.itemId; });
    }

    void update() {
        head("Retraining with trainingMode UPDATE");
        const base::Stopwatch watch;
        const auto version = trainVersion(solution_, service::TrainingMode::Update);
        seconds_["update"] = watch.seconds();
        moveCampaign(version, "0.3");
        for (std::size_t i = 0; i < users_.size(); ++i) listFor(users_[i]);
        const auto measured = service_.latencyReport(campaign_);
        say(base::concat("  version ", base::arnName(version), " in ", fixed(seconds_["update"], 2),
                         " s; the campaign moved to it"));
        say(base::concat("  ", measured.requests, " requests: p50 ", fixed(measured.p50Ms, 2),
                         " ms, p99 ", fixed(measured.p99Ms, 2), " ms"));
        p50Ms_ = measured.p50Ms;
        p99Ms_ = measured.p99Ms;
    }

    void printJson() {
        Json json;
        json["metrics"] = metrics_;
        json["ndcg_ratio"] = metrics_[kPersonal][kNdcg] / metrics_[kPopularity][kNdcg];
        json["protocol"] = protocol_;
        json["chosen"] = chosen_;
        json["seconds"] = seconds_;
        json["peak_rss_mb"] = static_cast<double>(base::peakMemoryBytes()) / (1024.0 * 1024.0);
        json["cold_share"] = coldShare_;
        json["equal_calls_give_equal_lists"] = repeats_;
        json["event_changed_places"] = changed_;
        json["latency_ms"] = {{"p50", p50Ms_}, {"p99", p99Ms_}};
        json["recommendations"] = recommendations_;
        std::printf("%s\n", json.dump(2).c_str());
    }

    Service& service_;
    const DemoOptions& options_;
    std::string name_, group_, solution_, version_, campaign_, protocol_;
    std::map<std::string, std::string> chosen_;
    std::vector<std::string> users_;
    std::map<std::string, std::map<std::string, double>> metrics_;
    std::map<std::string, double> seconds_, coldShare_;
    Json recommendations_ = Json::array();
    std::int64_t clock_ = 0;
    std::size_t changed_ = 0;
    bool repeats_ = false;
    double p50Ms_ = 0, p99Ms_ = 0;
};

}  // namespace

int runDemo(Service& service, const DemoOptions& options) {
    ProgressLine progress(service);
    return Demo(service, options).run();
}

}  // namespace foretaste::cli
