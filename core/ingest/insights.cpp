// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/insights.h"

#include <algorithm>
#include <cmath>
#include <unordered_set>

#include "core/base/clock.h"
#include "core/base/text.h"
#include "core/ingest/insight_counts.h"
#include "core/store/dataset_files.h"
#include "core/store/generation_file.h"

namespace foretaste::ingest {
namespace {

using schema::DatasetType;

/// One column of interactions, and which rows have it null.
class InteractionColumns {
public:
    InteractionColumns(const InsightSource& source, const base::JobContext& job)
        : source_(source), table_(*source.interactions), job_(job), hasNull_(table_.rows()) {}

    DatasetInsight count() {
        DatasetInsight dataset;
        dataset.type = DatasetType::Interactions;
        dataset.rows = static_cast<std::int64_t>(table_.rows());
        dataset.users = static_cast<std::int64_t>(table_.users.size());
        dataset.items = static_cast<std::int64_t>(table_.items.size());
        const auto& fields = source_.interactionsSchema->fields;
        std::vector<std::optional<ColumnCounter>> others(fields.size());
        for (std::size_t i = 0; i < fields.size(); ++i)
            if (!isInTable(fields[i].name)) others[i].emplace(fields[i]);
        countOthers(others);
        for (std::size_t i = 0; i < fields.size(); ++i)
            dataset.columns.push_back(others[i] ? others[i]->finish() : ofTable(fields[i]));
        dataset.rowsWithMissing = std::count(hasNull_.begin(), hasNull_.end(), 1);
        return dataset;
    }

private:
    static bool isInTable(std::string_view name) {
        for (const char* known : {"USER_ID", "ITEM_ID", "TIMESTAMP", "EVENT_TYPE", "EVENT_VALUE"})
            if (base::equalsIgnoringCase(name, known)) return true;
        return false;
    }

    ColumnInsight ofTable(const schema::Field& field) {
        const auto isCalled = [&](const char* name) {
            return base::equalsIgnoringCase(field.name, name);
        };
        if (isCalled("USER_ID")) return ofTexts(field, table_.users, table_.user);
        if (isCalled("ITEM_ID")) return ofTexts(field, table_.items, table_.item);
        if (isCalled("EVENT_TYPE")) return ofTexts(field, table_.eventTypes, table_.eventType);
        ColumnCounter counter(field);
        for (std::size_t row = 0; row < table_.rows(); ++row) {
            const double value = isCalled("TIMESTAMP") ? static_cast<double>(table_.timestamp[row])
                                 : table_.eventValue.empty() ? std::nan("")
                                                             : table_.eventValue[row];
            if (std::isnan(value)) hasNull_[row] = 1;
            counter.addNumber(value);
        }
        return counter.finish();
    }

    /// A column whose cells are numbers of texts; below 0: null.
    template <class Number>
    ColumnInsight ofTexts(const schema::Field& field, const std::vector<std::string>& texts,
                          const std::vector<Number>& numbers) {
        ColumnInsight column;
        column.field = field;
        column.rows = static_cast<std::int64_t>(table_.rows());
        std::vector<std::int64_t> counts(texts.size());
        for (std::size_t row = 0; row < table_.rows(); ++row) {
            if (!numbers.empty() && numbers[row] >= 0) {
                ++counts[static_cast<std::size_t>(numbers[row])];
                continue;
            }
            ++column.missing;
            hasNull_[row] = 1;
        }
        column.distinct = static_cast<std::int64_t>(texts.size());
        column.commonest = commonestOf(texts, counts);
        return column;
    }

    /// Columns that are only in the rows as text: bulk rows, then put events, as in the table.
    void countOthers(std::vector<std::optional<ColumnCounter>>& others) {
        if (std::none_of(others.begin(), others.end(), [](const auto& each) { return !!each; }))
            return;
        std::size_t row = 0;
        const auto take = [&](const std::vector<std::optional<std::string>>& cells) {
            for (std::size_t i = 0; i < others.size(); ++i) {
                if (!others[i]) continue;
                const bool missing = i >= cells.size() || !cells[i];
                others[i]->add(missing ? std::string_view{} : *cells[i]);
                if (missing && row < hasNull_.size()) hasNull_[row] = 1;
            }
            ++row;
        };
        constexpr std::int64_t kPage = 65536;
        if (!source_.interactionsFile.empty())
            for (std::int64_t offset = 0;; offset += kPage) {
                job_.throwIfStopped();
                const auto page = store::readRows(source_.interactionsFile, offset, kPage);
                for (const auto& cells : page) take(cells);
                if (static_cast<std::int64_t>(page.size()) < kPage) break;
            }
        for (const auto& cells : source_.putRows) take(cells);
    }

    const InsightSource& source_;
    const store::InteractionTable& table_;
    const base::JobContext& job_;
    std::vector<char> hasNull_;  ///< [rows]
};

DatasetInsight countRecords(const store::RecordTable& records, DatasetType type) {
    DatasetInsight dataset;
    dataset.type = type;
    dataset.rows = static_cast<std::int64_t>(records.rows());
    (type == DatasetType::Users ? dataset.users : dataset.items) = dataset.rows;
    ColumnInsight ids;
    ids.field.name = store::idField(type);
    ids.rows = ids.distinct = dataset.rows;
    dataset.columns.push_back(std::move(ids));
    std::vector<char> hasNull(records.rows());
    for (const auto& column : records.columns) {
        ColumnCounter counter(column.field);
        for (std::size_t row = 0; row < records.rows(); ++row) {
            bool missing = false;
            if (column.field.isNumber()) {
                missing = std::isnan(column.number[row]);
                counter.addNumber(column.number[row]);
            } else {
                missing = column.text[row].empty();
                counter.add(column.text[row]);
            }
            if (missing) hasNull[row] = 1;
        }
        dataset.columns.push_back(counter.finish());
    }
    dataset.rowsWithMissing = std::count(hasNull.begin(), hasNull.end(), 1);
    return dataset;
}

/// Which ids are in interactions only, which in records only.
void compareIds(const std::vector<std::string>& interacting, const store::RecordTable& records,
                DatasetInsight& into) {
    const std::unordered_set<std::string_view> known(records.ids.begin(), records.ids.end());
    std::int64_t both = 0;
    for (const auto& id : interacting) both += known.contains(id);
    into.withoutInteractions = static_cast<std::int64_t>(records.rows()) - both;
    into.withoutRecord = static_cast<std::int64_t>(interacting.size()) - both;
}

}  // namespace

DataInsights insightsOf(const InsightSource& source, const base::JobContext& job) {
    const base::Stopwatch watch;
    DataInsights insights;
    const auto report = [&](double fraction, const char* phase) {
        job.throwIfStopped();
        job.report({.fraction = fraction, .phase = phase});
    };
    const auto* table = source.interactions;
    if (table && table->rows() > 0) {
        report(0, "counting columns of interactions");
        insights.datasets.push_back(InteractionColumns(source, job).count());
        auto& interactions = insights.interactions.emplace();
        interactions.eventTypes = static_cast<std::int64_t>(table->eventTypes.size());
        report(0.4, "counting users and items");
        countUsers(*table, source.droppedAtImport, interactions);
        std::vector<std::int64_t> perItem(table->items.size());
        for (const auto item : table->item) ++perItem[static_cast<std::size_t>(item)];
        interactions.perItem = doublingBins(perItem);
        interactions.popularity = popularityOf(std::move(perItem));
        report(0.6, "counting days and weeks");
        countDays(*table, interactions, job);
    }
    report(0.9, "counting items and users");
    for (const auto& [records, type] : {std::pair{source.items, DatasetType::Items},
                                        std::pair{source.users, DatasetType::Users}}) {
        if (!records) continue;
        auto dataset = countRecords(*records, type);
        if (insights.interactions)
            compareIds(type == DatasetType::Items ? table->items : table->users, *records, dataset);
        insights.datasets.push_back(std::move(dataset));
    }
    insights.findings = findingsOf(insights);
    insights.seconds = watch.milliseconds() / 1000;
    return insights;
}

}  // namespace foretaste::ingest
