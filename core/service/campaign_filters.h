// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>

#include "core/filter/compiled_filter.h"
#include "core/serve/deployment.h"
#include "core/service/item_book.h"

namespace foretaste::service {

/// The filters that a campaign's items have been asked for. Each is compiled when it is first used,
/// and again once the items' records have changed. Any thread may call.
class CampaignFilters {
public:
    explicit CampaignFilters(std::shared_ptr<const serve::Deployment> deployed)
        : deployed_(std::move(deployed)) {}

    /// `read` parses and checks the text of an expression that is not compiled yet.
    std::shared_ptr<const filter::CompiledFilter> of(
        const std::string& expression, const std::shared_ptr<const ItemBook>& book,
        const std::function<filter::Expression(const std::string&)>& read);

private:
    std::shared_ptr<const serve::Deployment> deployed_;
    std::mutex mutex_;
    std::shared_ptr<const ItemBook> book_;  ///< what everything below was made from
    std::shared_ptr<const filter::Records> records_;
    std::map<std::string, std::shared_ptr<const filter::CompiledFilter>> compiled_;
};

}  // namespace foretaste::service
