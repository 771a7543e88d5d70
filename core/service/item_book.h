// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/schema/schema.h"
#include "core/store/put_records.h"
#include "core/store/tables.h"

namespace foretaste::service {

/// Records with a way to find them by id.
class RecordIndex {
public:
    explicit RecordIndex(store::RecordTable table);
    RecordIndex(const RecordIndex&) = delete;
    RecordIndex& operator=(const RecordIndex&) = delete;

    const store::RecordTable& records() const { return records_; }
    const std::size_t* rowOf(std::string_view id) const;  ///< null: none has this id

private:
    store::RecordTable records_;
    std::unordered_map<std::string_view, std::size_t> rowOf_;
};

/// The records of a group's items: those imported, and before them those put one by one. Immutable;
/// a record that is put makes another book, which shares what was imported.
class ItemBook {
public:
    ItemBook(std::shared_ptr<const RecordIndex> imported, store::RecordTable put);

    /// Where a record is; no table: there is none.
    struct Entry {
        const store::RecordTable* table = nullptr;
        std::size_t row = 0;
        explicit operator bool() const { return table != nullptr; }
    };
    Entry find(std::string_view id) const;
    /// Every item has a row here: those imported, then those only put.
    std::size_t size() const { return importedRows() + added_.size(); }
    const std::string& id(std::size_t row) const;
    std::optional<std::size_t> rowOf(std::string_view id) const;

    /// Every field but the id, in schema order; empty where the group has no Items dataset.
    const std::vector<store::RecordColumn>& columns() const { return put_.records().columns; }
    const store::RecordColumn* column(std::string_view name) const {  ///< any case; null: none
        return put_.records().find(name);
    }
    const store::RecordTable& put() const { return put_.records(); }
    std::shared_ptr<const ItemBook> withPut(const store::RecordTable& newer) const;

private:
    std::size_t importedRows() const { return imported_ ? imported_->records().rows() : 0; }

    std::shared_ptr<const RecordIndex> imported_;
    RecordIndex put_;
    std::vector<std::size_t> added_;  ///< rows of put_ that are not imported, ascending
};

/// A cell as text; empty where null or where there is no such column.
std::string cellText(const ItemBook::Entry& entry, std::string_view column);

/// A put record's cells by field as text; nulls are left out.
std::map<std::string, std::string> cellsOf(const store::PutRecord& record);

/// Put records as a table with every field of the schema but the id.
store::RecordTable tableOf(const schema::Schema& schema,
                           const std::vector<store::PutRecord>& records);

/// Puts newer records over those of the same id and behind the others.
void putOver(store::RecordTable& records, const store::RecordTable& newer);

}  // namespace foretaste::service
