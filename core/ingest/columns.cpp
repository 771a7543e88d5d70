// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/columns.h"

#include <algorithm>

#include "core/base/error.h"
#include "core/base/file.h"
#include "core/base/text.h"

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
    for (const auto& entry : fs::directory_iterator(source))
        if (entry.is_regular_file() && isCsv(entry.path())) files.push_back(entry.path());
    if (files.empty())
        invalid(base::concat("the folder ", base::pathText(source),
                             " holds no .csv or .csv.gz file"));
    std::sort(files.begin(), files.end());
    return files;
}

std::vector<std::string> readHeader(CsvReader& reader, const fs::path& file) {
    std::vector<std::string_view> cells;
    if (!reader.next(cells))
        invalid(base::concat(base::pathText(file.filename()),
                             " is empty: the first line must name the columns"));
    std::vector<std::string> header;
    for (const auto cell : cells) header.emplace_back(base::trimmed(cell));
    return header;
}

ColumnMap mapColumns(const std::vector<std::string>& header, const schema::Schema& schema) {
    ColumnMap map;
    std::vector<bool> used(header.size());
    for (const auto& field : schema.fields) {
        const auto exact = std::find(header.begin(), header.end(), field.name);
        const auto found = exact != header.end()
                               ? exact
                               : std::find_if(header.begin(), header.end(), [&](const auto& name) {
                                     return base::equalsIgnoringCase(name, field.name);
                                 });
        if (found == header.end()) {
            map.columnOf.push_back(ColumnMap::kMissing);
            map.missing.push_back(field.name);
            continue;
        }
        const auto column = static_cast<std::size_t>(found - header.begin());
        map.columnOf.push_back(column);
        used[column] = true;
        if (exact == header.end()) map.otherSpelling.push_back(*found);
    }
    for (std::size_t i = 0; i < header.size(); ++i)
        if (!used[i] && header[i] != "LINE" && header[i] != "COLUMN" && header[i] != "REASON")
            map.extra.push_back(header[i]);
    return map;
}

std::string headerFault(const fs::path& file, const std::vector<std::string>& header,
                        const ColumnMap& map, const schema::Schema& schema) {
    std::vector<std::string> needed;
    for (const auto& name : map.missing)
        if (!schema.find(name)->nullable) needed.push_back(name);
    if (needed.empty()) return {};
    std::string message = base::concat(
        base::pathText(file.filename()), ", line 1: the column", needed.size() == 1 ? " " : "s ",
        base::join(needed, ", "), needed.size() == 1 ? " is" : " are", " missing; the file has ",
        base::join(header, ", "));
    for (const char separator : {';', '\t', '|'})
        if (header.size() == 1 && header[0].find(separator) != std::string::npos)
            return base::concat(message, ". The columns seem to be separated by ",
                                separator == '\t' ? std::string("tabs")
                                                  : base::concat('\'', separator, '\''),
                                ": save the file with commas");
    return base::concat(message, ". Rename the columns or add them");
}

}  // namespace foretaste::ingest
