// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "core/filter/compiled_filter.h"
#include "core/serve/deployment.h"
#include "core/service/item_book.h"

namespace foretaste::service {

/// The filters that a campaign's items have been asked for. Each is compiled when it is first used.
/// Once the items' records have changed all are compiled anew, before a request asks for it:
/// prepare(). Any thread may call; what is compiled is given while others are being compiled.
class CampaignFilters {
public:
    /// Parses and checks the text of an expression.
    using Read = std::function<filter::Expression(const std::string&)>;

    explicit CampaignFilters(std::shared_ptr<const serve::Deployment> deployed)
        : deployed_(std::move(deployed)) {}

    std::shared_ptr<const filter::CompiledFilter> of(const std::string& expression,
                                                     const std::shared_ptr<const ItemBook>& book,
                                                     const Read& read);

    /// Compiles for a book, before it takes the place of another one, what has been asked for since
    /// the last time in `used`: these filters, or those of the deployment that this one's follows.
    /// Requests that still have the other book get the new one's filters.
    void prepare(const std::shared_ptr<const ItemBook>& book, CampaignFilters& used,
                 const Read& read);
    /// Others have taken the place of these: requests that have begun are answered with what there
    /// is, even where they come with a newer book.
    void retire();

private:
    /// What was made from one book.
    struct Made {
        std::shared_ptr<const ItemBook> book, replaced;
        std::shared_ptr<const filter::Records> records;
        struct Filter {
            std::shared_ptr<const filter::CompiledFilter> compiled;
            bool asked = false;  ///< for since it was made
        };
        std::map<std::string, Filter> filters;
        bool isFor(const std::shared_ptr<const ItemBook>& other) const {
            return book == other || replaced == other;
        }
    };
    std::shared_ptr<const filter::CompiledFilter> find(const std::string& expression,
                                                       const std::shared_ptr<const ItemBook>& book);
    /// Puts it before all others; requests under way may need the one before, too.
    void add(std::shared_ptr<Made> made);
    std::shared_ptr<Made> madeFrom(std::shared_ptr<const ItemBook> book) const;
    /// The newest for a book, or of all where it is null; null: none.
    std::shared_ptr<Made> made(const std::shared_ptr<const ItemBook>& book);

    std::shared_ptr<const serve::Deployment> deployed_;
    std::mutex compiling_;                     ///< held for long
    std::mutex mutex_;                         ///< of what follows, never for long
    std::vector<std::shared_ptr<Made>> made_;  ///< the newest first
    bool retired_ = false;
};

}  // namespace foretaste::service
