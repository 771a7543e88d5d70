// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/arn.h"
#include "core/base/clock.h"
#include "core/base/error.h"
#include "core/base/text.h"
#include "core/service/codec.h"
#include "core/service/service.h"
#include "core/store/catalogue.h"

namespace foretaste::service {

/// How a resource is kept: its table, its noun in messages, and what it belongs to.
template <class T>
struct Noun;

template <>
struct Noun<DatasetGroup> {
    static constexpr std::string_view table = "dataset_group", text = "dataset group";
    static std::string parent(const DatasetGroup&) { return {}; }
};
template <>
struct Noun<DatasetSchema> {
    static constexpr std::string_view table = "schema", text = "schema";
    static std::string parent(const DatasetSchema&) { return {}; }
};
template <>
struct Noun<Dataset> {
    static constexpr std::string_view table = "dataset", text = "dataset";
    static std::string parent(const Dataset& each) { return each.datasetGroupArn; }
};
template <>
struct Noun<DatasetImportJob> {
    static constexpr std::string_view table = "dataset_import_job", text = "dataset import job";
    static std::string parent(const DatasetImportJob& each) { return each.datasetArn; }
};
template <>
struct Noun<DataDeletionJob> {
    static constexpr std::string_view table = "data_deletion_job", text = "data deletion job";
    static std::string parent(const DataDeletionJob& each) { return each.datasetGroupArn; }
};
template <>
struct Noun<DatasetExportJob> {
    static constexpr std::string_view table = "dataset_export_job", text = "dataset export job";
    static std::string parent(const DatasetExportJob& each) { return each.datasetArn; }
};
template <>
struct Noun<EventTracker> {
    static constexpr std::string_view table = "event_tracker", text = "event tracker";
    static std::string parent(const EventTracker& each) { return each.datasetGroupArn; }
};
template <>
struct Noun<Solution> {
    static constexpr std::string_view table = "solution", text = "solution";
    static std::string parent(const Solution& each) { return each.datasetGroupArn; }
};
template <>
struct Noun<SolutionVersion> {
    static constexpr std::string_view table = "solution_version", text = "solution version";
    static std::string parent(const SolutionVersion& each) { return each.solutionArn; }
};
template <>
struct Noun<Campaign> {
    static constexpr std::string_view table = "campaign", text = "campaign";
    /// The solution: what follows a campaign's version is its solution's.
    static std::string parent(const Campaign& each) {
        return each.solutionVersionArn.substr(0, each.solutionVersionArn.rfind('/'));
    }
};

template <>
struct Noun<BatchInferenceJob> {
    static constexpr std::string_view table = "batch_inference_job", text = "batch inference job";
    static std::string parent(const BatchInferenceJob& each) { return each.solutionVersionArn; }
};
template <>
struct Noun<BatchSegmentJob> {
    static constexpr std::string_view table = "batch_segment_job", text = "batch segment job";
    static std::string parent(const BatchSegmentJob& each) { return each.solutionVersionArn; }
};
template <>
struct Noun<Recommender> {
    static constexpr std::string_view table = "recommender", text = "recommender";
    static std::string parent(const Recommender& each) { return each.datasetGroupArn; }
};
template <>
struct Noun<MetricAttribution> {
    static constexpr std::string_view table = "metric_attribution", text = "metric attribution";
    static std::string parent(const MetricAttribution& each) { return each.datasetGroupArn; }
};
template <>
struct Noun<Filter> {
    static constexpr std::string_view table = "filter", text = "filter";
    static std::string parent(const Filter& each) { return each.datasetGroupArn; }
};

/// Refuses tags that break a rule of service.md 1.1, together with those that are there already.
void checkTags(const std::vector<Tag>& tags,
               const std::vector<std::pair<std::string, std::string>>& present);

/// One page of what is not in the catalogue; its tokens are places.
template <class T>
Listing<T> pageOf(std::vector<T> all, const Page& page) {
    std::int64_t first = 0;
    if (!page.nextToken.empty() && (!base::parseNumber(page.nextToken, first) || first < 0))
        throw base::ServiceError(base::ErrorCode::InvalidNextToken,
                                 "nextToken: this is not one that a list has returned");
    const auto size = static_cast<std::int64_t>(all.size());
    const auto end = std::min(first + page.maxResults.value_or(100), size);
    Listing<T> listing;
    for (auto i = first; i < end; ++i)
        listing.entries.push_back(std::move(all[static_cast<std::size_t>(i)]));
    if (end < size) listing.nextToken = std::to_string(end);
    return listing;
}

/// The catalogue in terms of the API's resources: typed rows, paging, "not found" and "exists
/// already" in words, and every change told to whoever listens.
class Resources {
public:
    Resources(store::Catalogue& catalogue, std::function<void(const Change&)> publish)
        : catalogue_(catalogue), publish_(std::move(publish)) {}

    template <class T>
    std::optional<T> find(std::string_view arn) {
        const auto row = catalogue_.find(Noun<T>::table, arn);
        if (!row) return std::nullopt;
        return read<T>(*row);
    }

    template <class T>
    T get(std::string_view arn) {
        if (auto found = find<T>(arn)) return std::move(*found);
        throw base::ServiceError(
            base::ErrorCode::ResourceNotFound,
            base::concat("there is no ", Noun<T>::text, " with the ARN ", arn, ": the list of ",
                         Noun<T>::text, "s shows those there are"));
    }

    /// Stamps the times and inserts. Throws ResourceAlreadyExists where the ARN is taken.
    template <class T>
    void add(T& resource, const std::vector<Tag>& tags, std::string_view extra = {}) {
        std::lock_guard lock(mutex_);
        checkTags(tags, {});
        if (catalogue_.find(Noun<T>::table, resource.arn()))
            throw base::ServiceError(
                base::ErrorCode::ResourceAlreadyExists,
                base::concat("another ", Noun<T>::text, " is called '", nameOf(resource),
                             "' already: choose another name"));
        resource.creationDateTime = resource.lastUpdatedDateTime = {base::nowMs()};
        auto row = rowOf(resource);
        row.extra = extra;
        catalogue_.insert(Noun<T>::table, row);
        tag(resource.arn(), tags);
        tell(resource, false);
    }

    /// Stamps the time of change and writes.
    template <class T>
    void save(T& resource) {
        resource.lastUpdatedDateTime = {base::nowMs()};
        catalogue_.update(Noun<T>::table, rowOf(resource));
        tell(resource, false);
    }
    template <class T>
    void save(T& resource, std::string_view extra) {
        resource.lastUpdatedDateTime = {base::nowMs()};
        catalogue_.updateBoth(Noun<T>::table, rowOf(resource), extra);
        tell(resource, false);
    }

    template <class T>
    void remove(const T& resource) {
        catalogue_.remove(Noun<T>::table, resource.arn());
        tell(resource, true);
    }

    void tag(std::string_view arn, const std::vector<Tag>& tags);

    template <class T>
    std::string extra(std::string_view arn) {
        const auto row = catalogue_.find(Noun<T>::table, arn);
        return row ? row->extra : std::string{};
    }
    template <class T>
    void setExtra(std::string_view arn, std::string_view extra) {
        catalogue_.setExtra(Noun<T>::table, arn, extra);
    }

    template <class T>
    Listing<T> list(std::string_view parent, const Page& page) {
        const auto limit = static_cast<std::size_t>(page.maxResults.value_or(100));
        auto rows = catalogue_.list(Noun<T>::table, parent, markOf(page.nextToken), limit + 1);
        Listing<T> listing;
        for (std::size_t i = 0; i < rows.size() && i < limit; ++i)
            listing.entries.push_back(read<T>(rows[i].second));
        if (rows.size() > limit)
            listing.nextToken = base::concat(kTokenStart, rows[limit - 1].first);
        return listing;
    }

    /// Every resource of a parent, oldest first; empty parent: all there are.
    template <class T>
    std::vector<T> all(std::string_view parent = {}) {
        std::vector<T> resources;
        for (const auto& [mark, row] :
             catalogue_.list(Noun<T>::table, parent, 0, std::numeric_limits<std::int64_t>::max()))
            resources.push_back(read<T>(row));
        return resources;
    }

    template <class T>
    bool hasName(std::string_view name) {
        return catalogue_.hasName(Noun<T>::table, name);
    }

private:
    static constexpr std::string_view kTokenStart = "after-";

    static std::int64_t markOf(std::string_view token) {
        std::int64_t mark = 0;
        if (token.empty()) return mark;
        if (!token.starts_with(kTokenStart) ||
            !base::parseNumber(token.substr(kTokenStart.size()), mark))
            throw base::ServiceError(base::ErrorCode::InvalidNextToken,
                                     "nextToken: this is not one that a list has returned");
        return mark;
    }

    template <class T>
    static T read(const store::ResourceRow& row) {
        return fromJson<T>(parseJson(row.body));
    }

    template <class T>
    static Status statusOf(const T& resource) {
        if constexpr (requires { asStatus(resource.status); })
            return asStatus(resource.status);
        else if constexpr (requires { resource.status; })
            return resource.status;
        else
            return Status::Active;
    }

    template <class T>
    static std::string nameOf(const T& resource) {
        if constexpr (requires { resource.jobName; })
            return resource.jobName;
        else
            return resource.name;
    }

    template <class T>
    static store::ResourceRow rowOf(const T& resource) {
        return {resource.arn(),
                Noun<T>::parent(resource),
                nameOf(resource),
                std::string(enumText(statusOf(resource))),
                resource.creationDateTime.ms,
                resource.lastUpdatedDateTime.ms,
                toJson(resource).dump(),
                {}};
    }

    template <class T>
    void tell(const T& resource, bool gone) {
        publish_({T::kKind, resource.arn(), statusOf(resource), gone});
    }

    store::Catalogue& catalogue_;
    std::function<void(const Change&)> publish_;
    std::mutex mutex_;
};

}  // namespace foretaste::service
