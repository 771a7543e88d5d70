// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/column_block.h"

#include <gtest/gtest.h>

#include <limits>
#include <optional>

#include "core/base/error.h"

namespace foretaste::store {
namespace {

using Wholes = std::vector<std::optional<std::int64_t>>;

std::string encoded(const Wholes& values) {
    ColumnBuilder builder(ColumnKind::Whole);
    for (const auto& value : values) value ? builder.addWhole(*value) : builder.addNull();
    EXPECT_EQ(builder.rows(), values.size());
    return std::string(builder.encode());
}

void expectWholes(const Wholes& values, std::size_t width) {
    const auto bytes = encoded(values);
    EXPECT_EQ(ColumnLayout(bytes).width, width);
    const ColumnCells cells(bytes);
    ASSERT_EQ(cells.rows(), values.size());
    std::vector<std::int64_t> all(values.size());
    cells.wholes(all.data());
    for (std::size_t row = 0; row < values.size(); ++row) {
        EXPECT_EQ(cells.isNull(row), !values[row]);
        if (!values[row]) continue;
        EXPECT_EQ(cells.whole(row), *values[row]);
        EXPECT_EQ(all[row], *values[row]);
    }
}

TEST(ColumnBlock, WholeNumbersTakeAsFewBytesAsTheirRangeNeeds) {
    constexpr auto kLeast = std::numeric_limits<std::int64_t>::min();
    constexpr auto kMost = std::numeric_limits<std::int64_t>::max();
    expectWholes({}, 0);
    expectWholes({7, 7, 7}, 0);
    expectWholes({kMost, kMost}, 0);
    expectWholes({-100, 155}, 1);
    expectWholes({-100, 156}, 2);
    expectWholes({1'700'000'000, 1'700'065'535}, 2);
    expectWholes({0, 65536}, 4);
    expectWholes({0, 0xFFFFFFFF}, 4);
    expectWholes({0, 0x100000000}, 8);
    expectWholes({kLeast, 0, kMost}, 8);
}

TEST(ColumnBlock, NullsHaveTheirPlaceAmongValues) {
    expectWholes({std::nullopt, 5, std::nullopt, -5}, 1);
    expectWholes({std::nullopt, std::nullopt}, 0);
    Wholes many;
    for (int row = 0; row < 200; ++row)
        many.push_back(row % 3 == 0 ? std::nullopt : std::optional<std::int64_t>(row * 1000));
    expectWholes(many, 4);
}

TEST(ColumnBlock, RealNumbersStayExact) {
    ColumnBuilder builder(ColumnKind::Real);
    for (const double value : {0.5, -2.0, 1024.25}) builder.addReal(value);
    builder.addNull();
    const std::string floats(builder.encode());
    EXPECT_EQ(ColumnLayout(floats).width, 4U);
    EXPECT_EQ(ColumnCells(floats).real(1), -2.0);
    EXPECT_EQ(ColumnCells(floats).real(2), 1024.25);
    EXPECT_TRUE(ColumnCells(floats).isNull(3));
    builder.clear();
    for (const double value : {0.5, 0.1, 1e300}) builder.addReal(value);
    const std::string doubles(builder.encode());
    EXPECT_EQ(ColumnLayout(doubles).width, 8U);
    EXPECT_EQ(ColumnCells(doubles).real(1), 0.1);
    EXPECT_EQ(ColumnCells(doubles).real(2), 1e300);
}

TEST(ColumnBlock, TextsComeBackAsTheyWere) {
    ColumnBuilder builder(ColumnKind::Text);
    const std::string zero("a\0b", 3);
    builder.addText("one|two");
    builder.addText("");
    builder.addNull();
    builder.addText(zero);
    const std::string bytes(builder.encode());
    const ColumnCells cells(bytes);
    EXPECT_EQ(cells.text(0), "one|two");
    EXPECT_EQ(cells.text(1), "");
    EXPECT_FALSE(cells.isNull(1));
    EXPECT_TRUE(cells.isNull(2));
    EXPECT_EQ(cells.text(3), zero);
}

TEST(ColumnBlock, DamagedBytesAreRefused) {
    const auto bytes = encoded({1, 2, 300});
    for (std::size_t size = 0; size < bytes.size(); ++size)
        EXPECT_THROW(ColumnCells(std::string_view(bytes).substr(0, size)), base::IoError) << size;
    auto kind = bytes;
    kind[0] = 9;
    EXPECT_THROW(ColumnCells{kind}, base::IoError);
    auto width = bytes;
    width[1] = 3;
    EXPECT_THROW(ColumnCells{width}, base::IoError);

    ColumnBuilder texts(ColumnKind::Text);
    texts.addText("abc");
    std::string text(texts.encode());
    text.pop_back();
    EXPECT_THROW(ColumnCells(text).text(0), base::IoError);
}

}  // namespace
}  // namespace foretaste::store
