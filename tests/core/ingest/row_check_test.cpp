// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/row_check.h"

#include <gtest/gtest.h>

#include "tests/core/base/temporary_folder.h"

namespace foretaste::ingest {
namespace {

using schema::Field;
using schema::FieldType;
using schema::Schema;

/// Why a cell is refused in a field of its own; empty where it is taken. `stored` is what is kept.
std::string faultOf(const Field& field, std::string_view cell,
                    std::optional<std::string>* stored = nullptr,
                    const char* record = "Interactions") {
    const Schema schema{record, {{"OTHER"}, field}};
    const RowChecker checker(schema);
    std::vector<std::optional<std::string_view>> row;
    const auto fault = checker.check({"x", cell}, row);
    if (!fault) {
        if (stored) *stored = row[1] ? std::optional<std::string>(*row[1]) : std::nullopt;
        return {};
    }
    EXPECT_EQ(fault->field, 1u);
    EXPECT_FALSE(fault->reason.empty());
    return fault->reason;
}

std::string text(const char* ofOneCharacter, std::size_t count) {
    std::string out;
    while (count-- > 0) out += ofOneCharacter;
    return out;
}

TEST(RowCheck, EmptyCellsAreNullWhereNullIsAllowed) {
    std::optional<std::string> stored = "something";
    EXPECT_EQ(faultOf({"GENRE", FieldType::String, true}, "", &stored), "");
    EXPECT_FALSE(stored);
    EXPECT_EQ(faultOf({"PRICE", FieldType::Float, true}, "  ", &stored), "");
    EXPECT_FALSE(stored);
    EXPECT_EQ(faultOf({"GENRE"}, ""), "is empty, and the schema does not allow null");
    EXPECT_EQ(faultOf({"PRICE", FieldType::Float}, " "),
              "is empty, and the schema does not allow null");
}

TEST(RowCheck, IdsAreShortAndNotBlank) {
    EXPECT_EQ(faultOf({"USER_ID"}, "  "), "is blank");
    EXPECT_EQ(faultOf({"ITEM_ID"}, std::string(256, 'x')), "");
    EXPECT_EQ(faultOf({"item_id"}, std::string(257, 'x')), "is longer than 256 characters");
    EXPECT_EQ(faultOf({"ACTION_ID"}, text("ü", 256)), "") << "counted in characters";
    EXPECT_EQ(faultOf({"NOTE"}, "  "), "") << "blanks are a text";
}

TEST(RowCheck, LongTextsAreRefusedAndLongTextualOnesCut) {
    EXPECT_EQ(faultOf({"GENRES", FieldType::String, true, true}, std::string(1000, 'x')), "");
    EXPECT_EQ(faultOf({"GENRES", FieldType::String, true, true}, std::string(1001, 'x')),
              "is longer than 1,000 characters");
    EXPECT_EQ(faultOf({"IMPRESSION"}, std::string(1001, '|')), "is longer than 1,000 characters");
    const Field textual{"STORY", FieldType::String, true, false, true};
    std::optional<std::string> stored;
    EXPECT_EQ(faultOf(textual, text("ß", 20001), &stored, "Items"), "");
    EXPECT_EQ(stored, text("ß", 20000)) << "no character is cut in half";
}

TEST(RowCheck, TextMustBeUtf8) {
    for (const std::string_view sound : {"", "abc", "ü", "€", "🎬", "\x7F", "\xF4\x8F\xBF\xBF"})
        EXPECT_TRUE(isUtf8(sound)) << sound;
    for (const std::string_view bad :
         {"\xFC", "\xC3", "a\xC3(", "\xE2\x82", "\xC0\xAF", "\xE0\x80\xAF", "\xED\xA0\x80",
          "\xF4\x90\x80\x80", "\xF8\x88\x80\x80\x80", "\x80"})
        EXPECT_FALSE(isUtf8(bad));
    EXPECT_FALSE(isUtf8(std::string_view("a\0b", 3))) << "UTF-16 without its mark";
    for (std::size_t size = 1; size < 30; ++size)
        for (std::size_t at = 0; at < size; ++at) {
            std::string letters(size, '\x01');
            EXPECT_TRUE(isUtf8(letters));
            for (const char bad : {'\0', '\x80', '\xFF'}) {
                letters[at] = bad;
                EXPECT_FALSE(isUtf8(letters)) << at << " of " << size;
            }
        }
    EXPECT_EQ(faultOf({"TITLE"}, "Am\xE9lie"), "is not UTF-8: save the file as CSV UTF-8");
}

TEST(RowCheck, NumbersAreWhatTheirTypeSays) {
    const Field whole{"YEAR", FieldType::Long}, real{"PRICE", FieldType::Float};
    for (const char* cell : {"1999", "-7", " 1999 ", "1999.0", "9223372036854775807"})
        EXPECT_EQ(faultOf(whole, cell), "") << cell;
    for (const char* cell : {"abc", "1,5", "12a", "nan", "--1"})
        EXPECT_EQ(faultOf(whole, cell), "is not a whole number") << cell;
    EXPECT_EQ(faultOf(whole, "1.5"), "is not a whole number");
    EXPECT_EQ(faultOf(whole, "99999999999999999999"), "is too large");
    EXPECT_TRUE(tests::says(faultOf(whole, "1.6E+09"), {"exponent", "all its digits"}));
    for (const char* cell : {"1", "-2.5", "1e-3", " 4.0"})
        EXPECT_EQ(faultOf(real, cell), "") << cell;
    for (const char* cell : {"abc", "1,5", "inf", "nan", "1e999"})
        EXPECT_EQ(faultOf(real, cell), "is not a number") << cell;
    EXPECT_EQ(faultOf({"COUNT", FieldType::Int}, "2147483647"), "");
    EXPECT_EQ(faultOf({"COUNT", FieldType::Int}, "2147483648"), "is too large for an int");
}

TEST(RowCheck, TimesAreUnixSeconds) {
    for (const char* name : {"TIMESTAMP", "CREATION_TIMESTAMP"}) {
        const Field time{name, FieldType::Long};
        for (const char* cell : {"0", "1600000000", "-86400", "99999999999"})
            EXPECT_EQ(faultOf(time, cell), "") << cell;
        for (const char* cell : {"1600000000000", "-1600000000000"})
            EXPECT_EQ(faultOf(time, cell), "looks like milliseconds: give Unix time in seconds");
        for (const char* cell :
             {"2020-09-13", "2020-09-13T12:26:40Z", "13/09/2020", "13.09.2020", "12:26:40"})
            EXPECT_EQ(faultOf(time, cell), "is a date: give Unix time in seconds") << cell;
        EXPECT_EQ(faultOf(time, "yesterday"), "is not a whole number");
    }
    EXPECT_EQ(faultOf({"SERIAL", FieldType::Long}, "1600000000000"), "") << "no time";
}

TEST(RowCheck, BooleansAreTrueOrFalse) {
    const Field flag{"ADULT", FieldType::Boolean};
    EXPECT_EQ(faultOf(flag, "true"), "");
    EXPECT_EQ(faultOf(flag, " False "), "");
    EXPECT_EQ(faultOf(flag, "yes"), "is not true or false");
}

TEST(RowCheck, ActionEventsHaveThreeTypes) {
    for (const char* cell : {"Viewed", "Taken", "Not Taken"})
        EXPECT_EQ(faultOf({"EVENT_TYPE"}, cell, nullptr, "ActionInteractions"), "");
    EXPECT_EQ(faultOf({"EVENT_TYPE"}, "viewed", nullptr, "ActionInteractions"),
              "is not Viewed, Taken or Not Taken");
    EXPECT_EQ(faultOf({"EVENT_TYPE"}, "viewed"), "");
}

TEST(RowCheck, TheFirstFaultOfARowIsTold) {
    const Schema schema{"Interactions", {{"USER_ID"}, {"ITEM_ID"}, {"TIMESTAMP", FieldType::Long}}};
    const RowChecker checker(schema);
    std::vector<std::optional<std::string_view>> row;
    const auto fault = checker.check({"u", "", "never"}, row);
    ASSERT_TRUE(fault);
    EXPECT_EQ(fault->field, 1u);
    ASSERT_FALSE(checker.check({"u", "i", " 7 "}, row));
    EXPECT_EQ(row, (std::vector<std::optional<std::string_view>>{"u", "i", "7"}));
}

TEST(RowCheck, ShownTextsAreShortAndWellFormed) {
    EXPECT_EQ(shortened("abc"), "abc");
    EXPECT_EQ(shortened("Am\xE9lie"), "Am\xEF\xBF\xBDlie");
    EXPECT_EQ(shortened(text("ü", 120)), text("ü", 120));
    EXPECT_EQ(shortened(text("ü", 121)), text("ü", 120) + "...");
    EXPECT_EQ(shortened("abcdef", 3), "abc...");
}

}  // namespace
}  // namespace foretaste::ingest
