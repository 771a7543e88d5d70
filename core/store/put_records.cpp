// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/put_records.h"

namespace foretaste::store {

void PutRecords::put(std::string_view datasetArn, const std::vector<PutRecord>& records) {
    std::lock_guard lock(mutex_);
    Transaction transaction(database_);
    auto upsert = database_.prepare(
        "INSERT INTO put_record (dataset, id, cells) VALUES (?,?,?)"
        " ON CONFLICT (dataset, id) DO UPDATE SET cells = excluded.cells");
    for (const auto& record : records)
        upsert.bind(1, datasetArn).bind(2, record.id).bind(3, record.cells).run();
    transaction.commit();
}

std::vector<PutRecord> PutRecords::all(std::string_view datasetArn) {
    std::lock_guard lock(mutex_);
    auto statement =
        database_.prepare("SELECT id, cells FROM put_record WHERE dataset = ? ORDER BY rowid");
    statement.bind(1, datasetArn);
    std::vector<PutRecord> records;
    while (statement.step())
        records.push_back({std::string(statement.text(0)), std::string(statement.text(1))});
    return records;
}

std::optional<PutRecord> PutRecords::find(std::string_view datasetArn, std::string_view id) {
    std::lock_guard lock(mutex_);
    auto statement = database_.prepare("SELECT cells FROM put_record WHERE dataset = ? AND id = ?");
    statement.bind(1, datasetArn).bind(2, id);
    if (!statement.step()) return std::nullopt;
    return PutRecord{std::string(id), std::string(statement.text(0))};
}

std::int64_t PutRecords::count(std::string_view datasetArn) {
    std::lock_guard lock(mutex_);
    auto statement = database_.prepare("SELECT count(*) FROM put_record WHERE dataset = ?");
    statement.bind(1, datasetArn).step();
    return statement.integer(0);
}

void PutRecords::remove(std::string_view datasetArn) {
    std::lock_guard lock(mutex_);
    database_.prepare("DELETE FROM put_record WHERE dataset = ?").bind(1, datasetArn).run();
}

std::int64_t PutRecords::removeIds(std::string_view datasetArn,
                                   const std::unordered_set<std::string>& ids) {
    std::lock_guard lock(mutex_);
    Transaction transaction(database_);
    auto remove = database_.prepare("DELETE FROM put_record WHERE dataset = ? AND id = ?");
    std::int64_t removed = 0;
    for (const auto& id : ids) {
        remove.bind(1, datasetArn).bind(2, id).run();
        removed += database_.changes();
    }
    transaction.commit();
    return removed;
}

}  // namespace foretaste::store
