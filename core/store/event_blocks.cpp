// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/event_blocks.h"

#include <algorithm>
#include <numeric>

#include "core/base/text.h"

namespace foretaste::store {

EventBlocks::EventBlocks(GenerationFile& file)
    : file_(file), pieces_(file.database.path(), "piece", "data") {}

std::vector<EventBlocks::Block> EventBlocks::blocks() {
    auto statement = file_.database.prepare("SELECT rows, oldest, newest FROM block ORDER BY id");
    std::vector<Block> blocks;
    while (statement.step())
        blocks.push_back({blocks.size() * kBlockRows,
                          static_cast<std::size_t>(statement.integer(0)), statement.integer(1),
                          statement.integer(2)});
    return blocks;
}

ColumnCells EventBlocks::column(std::size_t block, std::size_t field) {
    piece_ = -1;
    pieces_.moveTo(pieceNumber(block, field, file_.schema.fields.size()));
    column_.resize(pieces_.size());
    pieces_.read(0, column_.size(), column_.data());
    return ColumnCells(column_);
}

std::vector<Cell> EventBlocks::cells(std::size_t field, const std::vector<std::size_t>& rows) {
    // From so many cells of a block on it is quicker to read its whole column.
    constexpr std::size_t kFew = 24;
    std::vector<std::size_t> order(rows.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(),
              [&](std::size_t a, std::size_t b) { return rows[a] < rows[b]; });
    std::vector<Cell> cells(rows.size());
    for (std::size_t first = 0, last = 0; first < order.size(); first = last) {
        const auto block = rows[order[first]] / kBlockRows;
        while (last < order.size() && rows[order[last]] / kBlockRows == block) ++last;
        if (last - first < kFew) {
            for (auto i = first; i < last; ++i)
                cells[order[i]] = cellAt(block, field, rows[order[i]] % kBlockRows);
            continue;
        }
        const auto column = this->column(block, field);
        for (auto i = first; i < last; ++i) {
            const auto row = rows[order[i]] % kBlockRows;
            auto& cell = cells[order[i]];
            cell.isNull = column.isNull(row);
            if (cell.isNull) continue;
            switch (column.kind()) {
                case ColumnKind::Whole: cell.whole = column.whole(row); break;
                case ColumnKind::Real: cell.real = column.real(row); break;
                case ColumnKind::Text: cell.text = column.text(row); break;
            }
        }
    }
    return cells;
}

Cell EventBlocks::cellAt(std::size_t block, std::size_t field, std::size_t row) {
    const auto piece = pieceNumber(block, field, file_.schema.fields.size());
    if (piece != piece_) {
        piece_ = -1;
        pieces_.moveTo(piece);
        char header[ColumnLayout::kHeaderBytes];
        pieces_.read(0, sizeof header, header);
        layout_.emplace(std::string_view(header, sizeof header));
        piece_ = piece;
    }
    Cell cell;
    if (layout_->hasNulls) {
        unsigned char bits = 0;
        pieces_.read(ColumnLayout::kHeaderBytes + row / 8, 1, &bits);
        if ((bits >> (row % 8)) % 2 != 0) return cell;
    }
    cell.isNull = false;
    char value[8] = {};
    const auto at = layout_->valuesAt + row * layout_->width;
    if (layout_->kind == ColumnKind::Text) {
        std::uint32_t place[2];
        pieces_.read(at, sizeof place, place);
        if (place[0] > place[1]) refuseDamaged();
        cell.text.resize(place[1] - place[0]);
        if (!cell.text.empty())
            pieces_.read(layout_->textsAt + place[0], cell.text.size(), cell.text.data());
        return cell;
    }
    if (layout_->width > 0) pieces_.read(at, layout_->width, value);
    if (layout_->kind == ColumnKind::Real)
        cell.real = layout_->real(value);
    else
        cell.whole = layout_->whole(value);
    return cell;
}

std::vector<std::size_t> EventBlocks::rowsOfUser(std::string_view userId, std::size_t limit) {
    auto user = file_.database.prepare("SELECT first, events FROM user WHERE name = ?");
    user.bind(1, userId);
    if (!user.step()) return {};
    const auto events = static_cast<std::size_t>(user.integer(1));
    const auto count = std::min(limit, events);
    auto at = static_cast<std::size_t>(user.integer(0)) + events - count;
    std::vector<std::uint32_t> numbers(count);
    BlobReader places(file_.database.path(), "user_row", "data");
    for (std::size_t done = 0; done < count;) {
        const auto within = at % kBlockRows, next = std::min(count - done, kBlockRows - within);
        places.moveTo(static_cast<std::int64_t>(at / kBlockRows));
        places.read(within * sizeof numbers[0], next * sizeof numbers[0], numbers.data() + done);
        done += next;
        at += next;
    }
    return {numbers.begin(), numbers.end()};
}

NameReader::NameReader(GenerationFile& file, const char* table)
    : statement_(file.database.prepare(
          base::concat("SELECT name FROM ", std::string_view(table), " WHERE id = ?"))) {}

std::string NameReader::name(std::int64_t number) {
    statement_.reset();
    statement_.bind(1, number);
    return statement_.step() ? std::string(statement_.text(0)) : std::string{};
}

std::vector<std::vector<std::optional<std::string>>> eventTexts(
    GenerationFile& file, const std::vector<std::size_t>& rows) {
    EventBlocks blocks(file);
    NameReader users(file, "user"), items(file, "item"), types(file, "event_type");
    const auto& fields = file.schema.fields;
    std::vector<std::vector<std::optional<std::string>>> texts(
        rows.size(), std::vector<std::optional<std::string>>(fields.size()));
    for (std::size_t field = 0; field < fields.size(); ++field) {
        const auto role = roleOf(fields[field], file.type);
        const auto cells = blocks.cells(field, rows);
        for (std::size_t i = 0; i < rows.size(); ++i) {
            const auto& cell = cells[i];
            if (cell.isNull) continue;
            auto& text = texts[i][field];
            switch (role) {
                case Role::User: text = users.name(cell.whole); break;
                case Role::Item: text = items.name(cell.whole); break;
                case Role::EventType: text = types.name(cell.whole); break;
                case Role::Whole: text = std::to_string(cell.whole); break;
                case Role::Real: text = base::numberText(cell.real); break;
                case Role::Text: text = cell.text; break;
            }
        }
    }
    return texts;
}

}  // namespace foretaste::store
