// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <deque>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include "core/filter/bitmap.h"
#include "core/filter/checker.h"
#include "core/filter/expression.h"
#include "core/filter/records.h"

namespace foretaste::filter {

/// The values of one record by field in upper case; a field that is null has none.
using Record = std::map<std::string, std::vector<std::string>, std::less<>>;

struct Interaction {
    std::string itemId, eventType;
};

/// What a filter sees of the user who asks.
struct User {
    Record record;
    /// The newest ones of each event type, at most kInteractionsSeen of each.
    std::vector<Interaction> interactions;
};

/// How many interactions of a user and event type a filter looks back over (service.md 6.5).
inline constexpr std::size_t kInteractionsSeen = 100;

/// What one request brings.
struct Request {
    const User* user = nullptr;           ///< needed where Needs::user or Needs::history
    const Record* currentItem = nullptr;  ///< needed where Needs::currentItem
    /// filterValues: name -> "\"Drama\",\"Crime\"", or a number.
    const std::map<std::string, std::string>* values = nullptr;
};

/// The rows that pass, and whether records that are no row do: they do where no rule has to include
/// them.
struct Selection {
    Bitmap rows;
    bool others = true;
};

/// A checked expression over the records that it picks from. What depends on the records alone is
/// one bitmap, made here; the rest is evaluated for each request. Immutable; any thread may call.
///
/// What the service leaves open (service.md 13.11): NOT IN is the opposite of IN, and != that of =,
/// so both hold for a null; nothing else does. A cell with several values is IN a list where one of
/// them is. A rule whose IF does not hold is as if it were not there, and where no INCLUDE is left,
/// everything is included.
class CompiledFilter {
public:
    CompiledFilter(Expression expression, std::shared_ptr<const Records> records);

    const Needs& needs() const { return needs_; }
    Target target() const { return rules_.front().rule.target; }

    /// Throws ServiceError (InvalidInput) where a value is missing that an INCLUDE needs, does not
    /// fit its place, or belongs to no placeholder. An EXCLUDE without its values is left out.
    Selection evaluate(const Request& request) const;

private:
    /// One step of a rule's program: like Step, but what is static has become a bitmap.
    struct Operation {
        enum class Kind { Constant, Test, And, Or };
        Kind kind = Kind::Constant;
        std::size_t index = 0;  ///< of the constant or of the condition
    };
    struct CompiledRule {
        Rule rule;
        std::vector<Operation> program;
        std::vector<Bitmap> constants;
    };

    /// The newest results of conditions whose values come with requests, which mostly repeat. Any
    /// thread may call.
    class Results {
    public:
        using Key = std::pair<const Condition*, std::string>;  ///< with the values as text
        std::shared_ptr<const Bitmap> find(const Key& key) const;
        void keep(Key key, std::shared_ptr<const Bitmap> rows);

    private:
        static constexpr std::size_t kMost = 64;
        mutable std::mutex mutex_;
        std::map<Key, std::shared_ptr<const Bitmap>> rows_;
        std::deque<Key> order_;  ///< the oldest first
    };

    CompiledRule compile(Rule rule) const;
    Bitmap scan(const Condition& condition, const Request& request) const;
    Bitmap test(const Condition& condition, const Request& request) const;
    Bitmap run(const CompiledRule& compiled, const Request& request) const;
    Bitmap interactedWith(const Rule& rule, const Request& request) const;
    void checkNames(const Request& request) const;

    Needs needs_;
    std::shared_ptr<const Records> records_;
    std::vector<CompiledRule> rules_;
    mutable Results results_;
};

}  // namespace foretaste::filter
