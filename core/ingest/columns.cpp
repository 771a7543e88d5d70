// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/columns.h"

#include <algorithm>
#include <map>
#include <utility>

#include "core/base/error.h"
#include "core/base/file.h"
#include "core/base/text.h"
#include "core/ingest/row_check.h"

namespace foretaste::ingest {

namespace fs = std::filesystem;

namespace {

bool isCsv(const fs::path& file) {
    const auto name = base::toLower(base::pathText(file.filename()));
    return name.ends_with(".csv") || name.ends_with(".csv.gz");
}

[[noreturn]] void invalid(const std::string& message) {
    throw base::ServiceError(base::ErrorCode::InvalidInput, message);
}

}  // namespace

std::vector<fs::path> filesOf(const fs::path& source) {
    std::error_code error;
    if (!fs::exists(source, error))
        invalid(base::concat("there is no file or folder at ", base::pathText(source)));
    if (!fs::is_directory(source, error)) return {source};
    std::vector<fs::path> files;
    for (auto entry = fs::directory_iterator(source, error);
         !error && entry != fs::directory_iterator(); entry.increment(error))
        if (entry->is_regular_file(error) && isCsv(entry->path())) files.push_back(entry->path());
    if (error)
        throw base::IoError(
            base::concat("cannot read the folder ", base::pathText(source), ": ", error.message()));
    if (files.empty())
        invalid(
            base::concat("the folder ", base::pathText(source), " holds no .csv or .csv.gz file"));
    std::sort(files.begin(), files.end());
    return files;
}

std::int64_t sizeOf(const fs::path& file) {
    std::error_code error;
    const auto size = fs::file_size(file, error);
    if (error)
        throw base::IoError(
            base::concat("cannot read ", base::pathText(file), ": ", error.message()));
    return static_cast<std::int64_t>(size);
}

std::vector<std::string> readHeader(CsvReader& reader, const fs::path& file) {
    const auto name = base::pathText(file.filename());
    std::vector<std::string_view> cells;
    if (!reader.next(cells))
        invalid(base::concat(name, " is empty: the first line must name the columns"));
    const auto place = base::concat(name, ", line ", reader.line(), ": ");
    if (!reader.fault().empty()) invalid(base::concat(place, "the header ", reader.fault()));
    std::vector<std::string> header;
    for (const auto cell : cells) {
        header.emplace_back(base::trimmed(cell));
        if (!isUtf8(header.back()))
            invalid(base::concat(place,
                                 "the names of the columns are not UTF-8: save the file as CSV "
                                 "UTF-8"));
        if (header.back().find('\r') != std::string::npos)
            invalid(base::concat(name,
                                 " ends its lines with carriage returns only: save it with line "
                                 "feeds (Windows or Unix)"));
    }
    return header;
}

ColumnMap mapColumns(const std::vector<std::string>& header, const schema::Schema& schema,
                     const Transforms& transforms) {
    ColumnMap map;
    std::size_t columns = header.size();
    if (columns > std::size(kRejectColumns) &&
        std::equal(std::begin(kRejectColumns), std::end(kRejectColumns),
                   header.end() - std::ssize(kRejectColumns)))
        columns -= std::size(kRejectColumns);
    const auto find = [&](const auto& matches) {
        for (std::size_t i = 0; i < columns; ++i)
            if (matches(header[i])) return i;
        return ColumnMap::kMissing;
    };
    std::vector<bool> used(columns);
    for (const auto& field : schema.fields) {
        const auto transform = transforms.find(field.name);
        const bool transformed = transform != transforms.end();
        const auto& wanted = transformed && !transform->second.column.empty()
                                 ? transform->second.column
                                 : field.name;
        auto column = find([&](const auto& name) { return name == wanted; });
        const bool exact = column != ColumnMap::kMissing;
        if (!exact)
            column = find([&](const auto& name) { return base::equalsIgnoringCase(name, wanted); });
        if (column == ColumnMap::kMissing)
            column = find([&, comparable = schema::comparableName(wanted)](const auto& name) {
                return schema::comparableName(name) == comparable;
            });
        map.columnOf.push_back(column);
        if (column == ColumnMap::kMissing) {
            if (!transformed || !transform->second.fill) map.missing.push_back(field.name);
            continue;
        }
        used[column] = true;
        if (!exact) map.otherSpelling.push_back(header[column]);
        if (std::count(header.begin(), header.begin() + static_cast<std::ptrdiff_t>(columns),
                       header[column]) > 1)
            map.repeated.push_back(header[column]);
    }
    for (std::size_t i = 0; i < columns; ++i)
        if (!used[i] && !header[i].empty()) map.extra.push_back(header[i]);
    return map;
}

std::string likelyColumn(std::string_view field, const ColumnMap& map) {
    static const std::map<std::string_view, std::vector<std::string_view>> kOtherNames{
        {"USER_ID",
         {"USER", "UID", "CUSTOMERID", "CUSTOMER", "VISITORID", "VISITOR", "REVIEWERID"}},
        {"ITEM_ID",
         {"ITEM", "MOVIEID", "MOVIE", "PRODUCTID", "PRODUCT", "SKU", "ARTICLEID", "ASIN"}},
        {"TIMESTAMP", {"TIME", "TS", "DATE", "DATETIME", "UNIXTIME", "UNIXTIMESTAMP", "CREATEDAT"}},
        {"CREATION_TIMESTAMP", {"CREATED", "CREATEDAT", "RELEASEDATE", "PUBLISHED"}},
        {"EVENT_TYPE", {"EVENT", "TYPE", "ACTION", "BEHAVIOR", "BEHAVIOUR"}},
        {"EVENT_VALUE", {"VALUE", "RATING", "SCORE"}}};
    const auto others = kOtherNames.find(field);
    if (others == kOtherNames.end()) return {};
    for (const auto name : others->second)
        for (const auto& column : map.extra)
            if (schema::comparableName(column) == name) return column;
    return {};
}

std::string headerFault(const fs::path& file, const std::vector<std::string>& header,
                        const ColumnMap& map, const schema::Schema& schema) {
    const auto place = base::concat(base::pathText(file.filename()), ", line 1: ");
    if (!map.repeated.empty())
        return base::concat(place, "the column ", map.repeated.front(),
                            " is there more than once: keep one");
    std::vector<std::string> needed;
    for (const auto& name : map.missing)
        if (!schema.find(name)->nullable) needed.push_back(name);
    if (needed.empty()) return {};
    const bool one = needed.size() == 1;
    constexpr std::size_t kShown = 500;
    auto message = base::concat(
        place, one ? "the column " : "the columns ", base::join(needed, ", "), one ? " is" : " are",
        " missing; the file has ", shortened(base::join(header, ", "), kShown));
    for (const auto& [separator, name] :
         {std::pair{';', "semicolons"}, {'\t', "tabs"}, {'|', "bars"}})
        if (header.size() == 1 && header[0].find(separator) != std::string::npos)
            return base::concat(message, ". The columns seem to be separated by ",
                                std::string_view(name), ": save the file with commas");
    std::string renames;
    for (const auto& field : needed)
        if (const auto column = likelyColumn(field, map); !column.empty())
            renames += base::concat(". ", column, " looks like ", field, ": rename it");
    if (!renames.empty()) return message + renames;
    return message + (map.missing.size() == schema.fields.size()
                          ? ". The first line must name the columns"
                          : ". Rename the columns or add them");
}

void pickCells(const std::vector<std::string_view>& record, const ColumnMap& map,
               std::vector<std::string_view>& cells) {
    cells.resize(map.columnOf.size());
    for (std::size_t i = 0; i < cells.size(); ++i)
        cells[i] = map.columnOf[i] < record.size() ? record[map.columnOf[i]] : std::string_view{};
}

std::string recordFault(const CsvReader& reader, const std::vector<std::string_view>& record,
                        std::size_t columns) {
    if (!reader.fault().empty()) return base::concat("the row ", reader.fault());
    if (record.size() != columns)
        return base::concat("the row has ", record.size(), record.size() == 1 ? " cell" : " cells",
                            ", the header has ", columns);
    return {};
}

}  // namespace foretaste::ingest
