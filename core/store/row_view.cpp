// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/row_view.h"

#include <algorithm>

#include "core/base/error.h"
#include "core/base/text.h"
#include "core/store/generation_file.h"
#include "core/store/row_text.h"

namespace foretaste::store {
namespace {

/// The conditions and the order of a query as SQL with its values beside it.
class Selection {
public:
    Selection(const GenerationFile& file, const RowQuery& query) : file_(file) {
        if (!query.userId.empty()) where(base::concat(text("USER_ID"), " = "), query.userId);
        if (!query.itemId.empty())
            where(base::concat(text(idField(file.type)), " = "), query.itemId);
        if (!query.eventType.empty())
            where(base::concat(text("EVENT_TYPE"), " = "), query.eventType);
        const std::string_view time = holdsEvents(file.type) ? "TIMESTAMP" : "CREATION_TIMESTAMP";
        if (query.from) where(base::concat(text(time), " >= "), *query.from);
        if (query.until) where(base::concat(text(time), " <= "), *query.until);
        if (!query.idText.empty()) whereIdHas(query.idText);
        order_ = query.sortColumn.empty() ? "rowid" : text(query.sortColumn);
        order_ += query.descending ? " DESC" : "";
        if (!query.sortColumn.empty()) order_ += ", rowid";
    }

    std::vector<std::int64_t> rows(Database& database) const {
        auto statement = database.prepare(base::concat("SELECT rowid FROM row",
                                                       conditions_.empty() ? "" : " WHERE ",
                                                       conditions_, " ORDER BY ", order_));
        for (std::size_t i = 0; i < texts_.size(); ++i)
            statement.bind(static_cast<int>(i) + 1, texts_[i]);
        std::vector<std::int64_t> rows;
        while (statement.step()) rows.push_back(statement.integer(0));
        return rows;
    }

private:
    std::string text(std::string_view field) const {
        const auto* found = file_.schema.find(field);
        if (!found)
            throw base::ServiceError(
                base::ErrorCode::InvalidInput,
                base::concat("the dataset has no column ", field, " to sort or to search by"));
        return cellText(*found, file_.type);
    }
    void where(std::string condition, std::string_view value) {
        texts_.emplace_back(value);
        add(base::concat(condition, '?', texts_.size()));
    }
    void where(std::string condition, std::int64_t value) { add(base::concat(condition, value)); }
    void whereIdHas(const std::string& part) {
        texts_.push_back(part);
        std::string any;
        for (const std::string_view field : {std::string_view("USER_ID"), idField(file_.type)})
            if (file_.has(field)) {
                any += any.empty() ? "" : " OR ";
                any += base::concat("instr(lower(", text(field), "), lower(?", texts_.size(), "))");
            }
        add(base::concat('(', any, ')'));
    }
    void add(const std::string& condition) {
        conditions_ += conditions_.empty() ? condition : " AND " + condition;
    }

    const GenerationFile& file_;
    std::string conditions_, order_;
    std::vector<std::string> texts_;
};

}  // namespace

RowView::RowView(const std::filesystem::path& path, const RowQuery& query) : file_(path) {
    GenerationFile file(path);
    rows_ = Selection(file, query).rows(file.database);
}

std::vector<std::vector<std::optional<std::string>>> RowView::page(std::int64_t offset,
                                                                   std::int64_t count) const {
    GenerationFile file(file_);
    RowText rows(file, "WHERE rowid = ?1");
    std::vector<std::vector<std::optional<std::string>>> page;
    const auto first = std::clamp<std::int64_t>(offset, 0, this->count());
    const auto last = first + std::clamp<std::int64_t>(count, 0, this->count() - first);
    for (auto at = first; at < last; ++at) {
        rows.statement.reset();
        rows.statement.bind(1, rows_[static_cast<std::size_t>(at)]);
        if (rows.statement.step()) page.push_back(rows.cells());
    }
    return page;
}

}  // namespace foretaste::store
