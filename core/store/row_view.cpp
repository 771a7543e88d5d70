// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/row_view.h"

#include <algorithm>

#include "core/base/text.h"
#include "core/store/event_blocks.h"
#include "core/store/event_query.h"
#include "core/store/generation_file.h"
#include "core/store/row_text.h"

namespace foretaste::store {
namespace {

/// The conditions and the order of a query over records, as SQL with its texts beside it.
class RecordSelection {
public:
    RecordSelection(const GenerationFile& file, const RowQuery& query) : file_(file) {
        if (!query.userId.empty()) whereText("USER_ID", query.userId);
        if (!query.itemId.empty()) whereText("ITEM_ID", query.itemId);
        if (!query.eventType.empty()) whereText("EVENT_TYPE", query.eventType);
        if (query.from) add(base::concat(column("CREATION_TIMESTAMP"), " >= ", *query.from));
        if (query.until) add(base::concat(column("CREATION_TIMESTAMP"), " <= ", *query.until));
        if (!query.idText.empty()) {
            texts_.push_back(query.idText);
            add(base::concat("instr(lower(", column(idField(file.type)), "), lower(?",
                             texts_.size(), "))"));
        }
        order_ = base::concat(query.sortColumn.empty() ? "rowid" : column(query.sortColumn),
                              query.descending ? " DESC" : "", ", rowid");
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
    std::string column(std::string_view field) const {
        const auto& found = file_.schema.fields[columnFor(file_.schema, field)];
        return columnName(found, roleOf(found, file_.type));
    }
    void whereText(std::string_view field, const std::string& value) {
        texts_.push_back(value);
        add(base::concat(column(field), " = ?", texts_.size()));
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
    rows_ = file.hasBlocks() ? selectEvents(file, query)
                             : RecordSelection(file, query).rows(file.database);
}

std::vector<std::vector<std::optional<std::string>>> RowView::page(std::int64_t offset,
                                                                   std::int64_t count) const {
    const auto first = std::clamp<std::int64_t>(offset, 0, this->count());
    const auto last = first + std::clamp<std::int64_t>(count, 0, this->count() - first);
    const std::vector<std::size_t> numbers(rows_.begin() + first, rows_.begin() + last);
    GenerationFile file(file_);
    if (file.hasBlocks()) return eventTexts(file, numbers);
    RowText rows(file, "WHERE rowid = ?1");
    std::vector<std::vector<std::optional<std::string>>> page;
    for (const auto number : numbers) {
        rows.statement.reset();
        rows.statement.bind(1, static_cast<std::int64_t>(number));
        if (rows.statement.step()) page.push_back(rows.cells());
    }
    return page;
}

}  // namespace foretaste::store
