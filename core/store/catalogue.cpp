// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/catalogue.h"

#include "core/base/text.h"

namespace foretaste::store {
namespace {

using base::concat;

constexpr std::string_view kColumns =
    "arn, parent, name, status, created_ms, updated_ms, body, extra";

ResourceRow rowAt(const Statement& statement, int first) {
    ResourceRow row;
    row.arn = statement.text(first);
    row.parent = statement.text(first + 1);
    row.name = statement.text(first + 2);
    row.status = statement.text(first + 3);
    row.createdMs = statement.integer(first + 4);
    row.updatedMs = statement.integer(first + 5);
    row.body = statement.text(first + 6);
    row.extra = statement.text(first + 7);
    return row;
}

}  // namespace

void Catalogue::insert(std::string_view table, const ResourceRow& row) {
    std::lock_guard lock(mutex_);
    database_.prepare(concat("INSERT INTO ", table, " (", kColumns, ") VALUES (?,?,?,?,?,?,?,?)"))
        .bind(1, row.arn)
        .bind(2, row.parent)
        .bind(3, row.name)
        .bind(4, row.status)
        .bind(5, row.createdMs)
        .bind(6, row.updatedMs)
        .bind(7, row.body)
        .bind(8, row.extra)
        .run();
}

void Catalogue::update(std::string_view table, const ResourceRow& row) {
    std::lock_guard lock(mutex_);
    database_.prepare(concat("UPDATE ", table, " SET status=?, updated_ms=?, body=? WHERE arn=?"))
        .bind(1, row.status)
        .bind(2, row.updatedMs)
        .bind(3, row.body)
        .bind(4, row.arn)
        .run();
}

void Catalogue::setExtra(std::string_view table, std::string_view arn, std::string_view extra) {
    std::lock_guard lock(mutex_);
    database_.prepare(concat("UPDATE ", table, " SET extra=? WHERE arn=?"))
        .bind(1, extra)
        .bind(2, arn)
        .run();
}

void Catalogue::setExtras(std::string_view table,
                          const std::vector<std::pair<std::string, std::string>>& extras) {
    std::lock_guard lock(mutex_);
    Transaction transaction(database_);
    auto update = database_.prepare(concat("UPDATE ", table, " SET extra=? WHERE arn=?"));
    for (const auto& [arn, extra] : extras) update.bind(1, extra).bind(2, arn).run();
    transaction.commit();
}

void Catalogue::updateBoth(std::string_view table, const ResourceRow& row, std::string_view extra) {
    std::lock_guard lock(mutex_);
    database_
        .prepare(
            concat("UPDATE ", table, " SET status=?, updated_ms=?, body=?, extra=? WHERE arn=?"))
        .bind(1, row.status)
        .bind(2, row.updatedMs)
        .bind(3, row.body)
        .bind(4, extra)
        .bind(5, row.arn)
        .run();
}

std::optional<ResourceRow> Catalogue::find(std::string_view table, std::string_view arn) {
    std::lock_guard lock(mutex_);
    auto statement =
        database_.prepare(concat("SELECT ", kColumns, " FROM ", table, " WHERE arn=?"));
    statement.bind(1, arn);
    if (!statement.step()) return std::nullopt;
    return rowAt(statement, 0);
}

bool Catalogue::hasName(std::string_view table, std::string_view name) {
    std::lock_guard lock(mutex_);
    auto statement = database_.prepare(concat("SELECT 1 FROM ", table, " WHERE name=? LIMIT 1"));
    statement.bind(1, name);
    return statement.step();
}

std::vector<std::pair<std::int64_t, ResourceRow>> Catalogue::list(std::string_view table,
                                                                  std::string_view parent,
                                                                  std::int64_t after,
                                                                  std::size_t limit) {
    std::lock_guard lock(mutex_);
    auto statement = database_.prepare(concat("SELECT rowid, ", kColumns, " FROM ", table,
                                              " WHERE rowid > ?1 AND (?2 = '' OR parent = ?2)"
                                              " ORDER BY rowid LIMIT ?3"));
    statement.bind(1, after).bind(2, parent).bind(3, static_cast<std::int64_t>(limit));
    std::vector<std::pair<std::int64_t, ResourceRow>> rows;
    while (statement.step()) rows.emplace_back(statement.integer(0), rowAt(statement, 1));
    return rows;
}

void Catalogue::remove(std::string_view table, std::string_view arn) {
    std::lock_guard lock(mutex_);
    Transaction transaction(database_);
    database_.prepare(concat("DELETE FROM ", table, " WHERE arn=?")).bind(1, arn).run();
    database_.prepare("DELETE FROM tag WHERE arn=?").bind(1, arn).run();
    transaction.commit();
}

void Catalogue::setTags(std::string_view arn,
                        const std::vector<std::pair<std::string, std::string>>& tags) {
    std::lock_guard lock(mutex_);
    Transaction transaction(database_);
    auto upsert = database_.prepare(
        "INSERT INTO tag (arn, key, value) VALUES (?,?,?)"
        " ON CONFLICT (arn, key) DO UPDATE SET value = excluded.value");
    for (const auto& [key, value] : tags) upsert.bind(1, arn).bind(2, key).bind(3, value).run();
    transaction.commit();
}

void Catalogue::removeTags(std::string_view arn, const std::vector<std::string>& keys) {
    std::lock_guard lock(mutex_);
    Transaction transaction(database_);
    auto remove = database_.prepare("DELETE FROM tag WHERE arn=? AND key=?");
    for (const auto& key : keys) remove.bind(1, arn).bind(2, key).run();
    transaction.commit();
}

std::vector<std::pair<std::string, std::string>> Catalogue::tags(std::string_view arn) {
    std::lock_guard lock(mutex_);
    auto statement = database_.prepare("SELECT key, value FROM tag WHERE arn=? ORDER BY key");
    statement.bind(1, arn);
    std::vector<std::pair<std::string, std::string>> tags;
    while (statement.step())
        tags.emplace_back(std::string(statement.text(0)), std::string(statement.text(1)));
    return tags;
}

void Catalogue::addActivity(const ActivityRow& row) {
    std::lock_guard lock(mutex_);
    database_.prepare("INSERT INTO activity (at_ms, kind, arn, text, failed) VALUES (?,?,?,?,?)")
        .bind(1, row.atMs)
        .bind(2, row.kind)
        .bind(3, row.arn)
        .bind(4, row.text)
        .bind(5, static_cast<std::int64_t>(row.failed))
        .run();
}

std::vector<ActivityRow> Catalogue::activity(std::size_t limit) {
    std::lock_guard lock(mutex_);
    auto statement = database_.prepare(
        "SELECT at_ms, kind, arn, text, failed FROM activity ORDER BY id DESC LIMIT ?");
    statement.bind(1, static_cast<std::int64_t>(limit));
    std::vector<ActivityRow> rows;
    while (statement.step())
        rows.push_back({statement.integer(0), std::string(statement.text(1)),
                        std::string(statement.text(2)), std::string(statement.text(3)),
                        statement.integer(4) != 0});
    return rows;
}

}  // namespace foretaste::store
