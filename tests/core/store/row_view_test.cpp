// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/row_view.h"

#include <gtest/gtest.h>

#include "core/base/error.h"
#include "core/store/dataset_files.h"
#include "tests/core/base/temporary_folder.h"

namespace foretaste::store {
namespace {

using schema::FieldType;
using Texts = std::vector<std::string>;

class RowViewTest : public testing::Test {
protected:
    RowViewTest() {
        const schema::Schema events{"Interactions",
                                    {{"USER_ID"},
                                     {"ITEM_ID"},
                                     {"EVENT_TYPE", FieldType::String, true},
                                     {"TIMESTAMP", FieldType::Long},
                                     {"EVENT_VALUE", FieldType::Double, true},
                                     {"NOTE", FieldType::String, true}}};
        BulkWriter writer(events_, events);
        writer.append({"ben", "film-2", "watch", "30", "2.5", "e"});
        writer.append({"Anna", "film-1", "click", "-10", "-1", std::nullopt});
        writer.append({"carl", "Book-9", std::nullopt, "20", std::nullopt, "b"});
        writer.append({"Anna", "film-2", "watch", "20", "10", "b"});
        writer.append({"ben", "film-1", "buy", "40", "0", ""});
        writer.finish();
        const schema::Schema items{"Items",
                                   {{"ITEM_ID"},
                                    {"PRICE", FieldType::Double, true},
                                    {"CREATION_TIMESTAMP", FieldType::Long}}};
        BulkWriter records(items_, items);
        records.append({"film-1", "9.5", "100"});
        records.append({"film-2", std::nullopt, "300"});
        records.append({"book-9", "-3", "200"});
        records.append({"film-1", "20", "150"});
        records.finish();
    }

    /// The rows of a view as "user item time" or as the id.
    static Texts shown(const std::filesystem::path& file, const RowQuery& query) {
        const RowView view(file, query);
        Texts rows;
        for (const auto& row : view.page(0, 100))
            rows.push_back(row.size() == 3 ? *row[0] : *row[0] + ' ' + *row[1] + ' ' + *row[3]);
        EXPECT_EQ(view.count(), static_cast<std::int64_t>(rows.size()));
        return rows;
    }
    Texts events(const RowQuery& query) const { return shown(events_, query); }
    Texts items(const RowQuery& query) const { return shown(items_, query); }

    tests::TemporaryFolder folder_;
    std::filesystem::path events_ = folder_ / "events.db", items_ = folder_ / "items.db";
};

TEST_F(RowViewTest, EveryConditionNarrows) {
    EXPECT_EQ(events({}).size(), 5U);
    EXPECT_EQ(events({.userId = "Anna"}), (Texts{"Anna film-1 -10", "Anna film-2 20"}));
    EXPECT_EQ(events({.itemId = "film-2"}), (Texts{"ben film-2 30", "Anna film-2 20"}));
    EXPECT_EQ(events({.eventType = "watch"}), (Texts{"ben film-2 30", "Anna film-2 20"}));
    EXPECT_EQ(events({.from = 20, .until = 30}),
              (Texts{"ben film-2 30", "carl Book-9 20", "Anna film-2 20"}));
    EXPECT_EQ(events({.until = -10}), Texts{"Anna film-1 -10"});
    EXPECT_EQ(events({.from = 41}), Texts{});
    EXPECT_EQ(events({.userId = "ben", .eventType = "buy", .from = 0}), Texts{"ben film-1 40"});
    EXPECT_EQ(events({.userId = "anna"}), Texts{}) << "ids are exact";
    EXPECT_EQ(events({.itemId = "film"}), Texts{});
    EXPECT_EQ(events({.eventType = "never"}), Texts{});
}

TEST_F(RowViewTest, TextIsSoughtInUserAndItemInAnyCase) {
    EXPECT_EQ(events({.idText = "book"}), Texts{"carl Book-9 20"});
    EXPECT_EQ(events({.idText = "NN"}), (Texts{"Anna film-1 -10", "Anna film-2 20"}));
    EXPECT_EQ(events({.idText = "a"}).size(), 3U) << "Anna twice, carl";
    EXPECT_EQ(events({.idText = "%"}), Texts{});
    EXPECT_EQ(items({.idText = "ILM"}), (Texts{"film-2", "film-1"}));
}

TEST_F(RowViewTest, EveryKindOfColumnSorts) {
    EXPECT_EQ(events({.sortColumn = "TIMESTAMP"}),
              (Texts{"Anna film-1 -10", "carl Book-9 20", "Anna film-2 20", "ben film-2 30",
                     "ben film-1 40"}));
    EXPECT_EQ(events({.sortColumn = "timestamp", .descending = true}),
              (Texts{"ben film-1 40", "ben film-2 30", "carl Book-9 20", "Anna film-2 20",
                     "Anna film-1 -10"}));
    EXPECT_EQ(events({.sortColumn = "USER_ID"}),
              (Texts{"Anna film-1 -10", "Anna film-2 20", "ben film-2 30", "ben film-1 40",
                     "carl Book-9 20"}));
    EXPECT_EQ(events({.sortColumn = "ITEM_ID", .descending = true}),
              (Texts{"ben film-2 30", "Anna film-2 20", "Anna film-1 -10", "ben film-1 40",
                     "carl Book-9 20"}));
    EXPECT_EQ(events({.sortColumn = "EVENT_TYPE"}),
              (Texts{"carl Book-9 20", "ben film-1 40", "Anna film-1 -10", "ben film-2 30",
                     "Anna film-2 20"}));
    EXPECT_EQ(events({.sortColumn = "EVENT_VALUE"}),
              (Texts{"carl Book-9 20", "Anna film-1 -10", "ben film-1 40", "ben film-2 30",
                     "Anna film-2 20"}));
    EXPECT_EQ(events({.eventType = "watch", .sortColumn = "NOTE"}),
              (Texts{"Anna film-2 20", "ben film-2 30"}));
    EXPECT_EQ(events({.descending = true}).front(), "ben film-1 40") << "the last one imported";
    EXPECT_EQ(items({.sortColumn = "PRICE"}), (Texts{"film-2", "book-9", "film-1"}));
    EXPECT_EQ(items({.from = 150, .until = 200, .sortColumn = "ITEM_ID"}),
              (Texts{"book-9", "film-1"}));
}

TEST_F(RowViewTest, PagesAreCutOutAnywhere) {
    const RowView view(events_, {.sortColumn = "TIMESTAMP"});
    const auto page = view.page(3, 10);
    ASSERT_EQ(page.size(), 2U);
    EXPECT_EQ(page[0], (std::vector<std::optional<std::string>>{"ben", "film-2", "watch", "30",
                                                                "2.5", "e"}));
    EXPECT_TRUE(view.page(5, 1).empty());
    EXPECT_TRUE(view.page(1000, 1).empty());
    EXPECT_EQ(view.page(-5, 1).size(), 1U);
    EXPECT_TRUE(view.page(0, -1).empty());
}

TEST_F(RowViewTest, AColumnThatIsNotThereIsSaid) {
    const auto message =
        tests::messageOf<base::ServiceError>([&] { events({.sortColumn = "DEVICE"}); });
    EXPECT_TRUE(tests::says(message, {"DEVICE", "no column"})) << message;
    EXPECT_THROW(items({.eventType = "watch"}), base::ServiceError);
    EXPECT_THROW(items({.userId = "anna"}), base::ServiceError);
}

}  // namespace
}  // namespace foretaste::store
