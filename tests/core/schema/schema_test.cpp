// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schema/schema.h"

#include <gtest/gtest.h>

#include "core/base/error.h"
#include "core/base/file.h"
#include "core/schema/cells.h"
#include "tests/core/base/source_tree.h"
#include "tests/core/base/temporary_folder.h"

namespace foretaste::schema {
namespace {

using tests::says;

constexpr std::string_view kSeedInteractions = R"({
	"type": "record",
	"name": "Interactions",
	"namespace": "com.amazonaws.personalize.schema",
	"fields": [
		{ "name": "USER_ID", "type": "string" },
		{ "name": "ITEM_ID", "type": "string" },
		{ "name": "EVENT_TYPE", "type": "string" },
		{ "name": "EVENT_VALUE", "type": [ "null", "float" ] },
		{ "name": "TIMESTAMP", "type": "long" },
		{ "name": "IMPRESSION", "type": "string" }
	],
	"version": "1.0"
})";
constexpr std::string_view kSeedItems = R"({
	"type": "record",
	"name": "Items",
	"namespace": "com.amazonaws.personalize.schema",
	"fields": [
		{ "name": "ITEM_ID", "type": "string" },
		{ "name": "GENRES", "type": [ "null", "string" ], "categorical": true },
		{ "name": "TITLE", "type": "string" },
		{ "name": "CREATION_TIMESTAMP", "type": "long" }
	],
	"version": "1.0"
})";

std::string document(std::string_view name, std::string_view fields) {
    return base::concat(R"({"type": "record", "name": ")", name,
                        R"(", "namespace": "com.amazonaws.personalize.schema", "fields": [)",
                        fields, R"(], "version": "1.0"})");
}

/// Fields by name and type, as in "USER_ID string".
std::string fieldsOf(std::initializer_list<std::string_view> fields) {
    std::string text;
    for (const auto field : fields) {
        const auto space = field.find(' ');
        text += base::concat(text.empty() ? "" : ", ", R"({"name": ")", field.substr(0, space),
                             R"(", "type": )", field.substr(space + 1), '}');
    }
    return text;
}

/// Why a document is refused; empty where it is accepted.
std::string refusal(std::string_view text, Domain domain = Domain::None) {
    try {
        validateSchema(parseSchema(text), domain);
    } catch (const base::ServiceError& error) {
        EXPECT_EQ(error.code(), base::ErrorCode::InvalidInput);
        return error.what();
    }
    return {};
}

std::string interactionsWith(std::string_view more) {
    return document(
        "Interactions",
        base::concat(
            fieldsOf({R"(USER_ID "string")", R"(ITEM_ID "string")", R"(TIMESTAMP "long")"}), more));
}
std::string itemsWith(std::string_view more) {
    return document("Items", base::concat(fieldsOf({R"(ITEM_ID "string")"}), more));
}

TEST(SchemaTest, TheTutorialsSchemasAreAcceptedAsTheyStand) {
    EXPECT_EQ(refusal(kSeedInteractions), "");
    EXPECT_EQ(refusal(kSeedItems), "");
    const auto items = parseSchema(kSeedItems);
    EXPECT_EQ(typeOf(items), DatasetType::Items);
    ASSERT_EQ(items.fields.size(), 4U);
    EXPECT_TRUE(items.find("genres")->nullable);
    EXPECT_TRUE(items.find("GENRES")->categorical);
    EXPECT_FALSE(items.find("TITLE")->nullable);
    EXPECT_EQ(items.indexOf("CREATION_TIMESTAMP"), 3U);
    EXPECT_EQ(items.find("NONE"), nullptr);
}

TEST(SchemaTest, PrintedAndReadAgainItIsTheSame) {
    for (const auto text : {kSeedInteractions, kSeedItems}) {
        const auto printed = printSchema(parseSchema(text));
        EXPECT_EQ(printSchema(parseSchema(printed)), printed);
    }
    EXPECT_TRUE(says(printSchema(parseSchema(kSeedItems)),
                     {R"("version": "1.0")", R"("namespace": "com.amazonaws.personalize.schema")",
                      R"("categorical": true)"}));
}

TEST(SchemaTest, UnionsInEitherOrderAndOfOneType) {
    const auto schema =
        parseSchema(itemsWith(", " + fieldsOf({R"(A ["null", "string"])", R"(B ["double", "null"])",
                                               R"(C ["int"])", R"(D "boolean")"})));
    EXPECT_TRUE(schema.find("A")->nullable);
    EXPECT_TRUE(schema.find("B")->nullable);
    EXPECT_EQ(schema.find("B")->type, FieldType::Double);
    EXPECT_FALSE(schema.find("C")->nullable);
    EXPECT_EQ(schema.find("C")->type, FieldType::Int);
    EXPECT_FALSE(schema.find("D")->isNumber());
}

TEST(SchemaTest, ADocumentThatIsNoneSaysWhy) {
    EXPECT_TRUE(says(refusal("{\n\"type\": \"record\",\n oops"), {"not valid JSON", "line 3"}));
    EXPECT_TRUE(says(refusal(""), {"not valid JSON", "line 1"}));
    EXPECT_TRUE(says(refusal("[]"), {"Avro record"}));
    EXPECT_TRUE(says(refusal(R"({"type": "record", "fields": []})"), {"no name"}));
    EXPECT_TRUE(says(refusal(document("Items", "")), {"no fields"}));
    EXPECT_TRUE(says(refusal(document("Things", R"({"name": "A", "type": "string"})")),
                     {"'Things'", "Interactions, Items or Users"}));
    EXPECT_TRUE(says(refusal(itemsWith(R"(, {"type": "string"})")), {"field 2", "no name"}));
    EXPECT_TRUE(says(refusal(itemsWith(R"(, {"name": "A"})")), {"A", "no type"}));
}

TEST(SchemaTest, TypesOutsideTheSubsetAreNamed) {
    const auto typed = [](std::string_view type) {
        return refusal(itemsWith(base::concat(R"(, {"name": "A", "type": )", type, "}")));
    };
    EXPECT_TRUE(says(typed(R"("text")"), {"A", "'text'", "string, long"}));
    EXPECT_TRUE(says(typed(R"(["null", "string", "long"])"), {"A", "not two types"}));
    EXPECT_TRUE(says(typed(R"("null")"), {"A", "null"}));
    EXPECT_TRUE(says(typed(R"(["null"])"), {"A", "null alone"}));
    EXPECT_TRUE(says(typed(R"([])"), {"A", "list such as"}));
    EXPECT_TRUE(says(typed(R"(7)"), {"A", "list such as"}));
    EXPECT_TRUE(says(typed(R"([{"type": "array"}])"), {"A", "nested"}));
    EXPECT_TRUE(
        says(refusal(itemsWith(R"(, {"name": "A", "type": "string", "categorical": "yes"})")),
             {"A", "categorical", "true or false"}));
}

TEST(SchemaTest, RequiredAndReservedFieldsOfACustomGroup) {
    EXPECT_TRUE(says(
        refusal(document("Interactions", fieldsOf({R"(USER_ID "string")", R"(ITEM_ID "string")"}))),
        {"TIMESTAMP", "missing", "Interactions"}));
    EXPECT_TRUE(
        says(refusal(document("Interactions", fieldsOf({R"(USER_ID "long")", R"(ITEM_ID "string")",
                                                        R"(TIMESTAMP "long")"}))),
             {"USER_ID", "must be string, not long"}));
    EXPECT_TRUE(says(
        refusal(document("Interactions", fieldsOf({R"(USER_ID ["null", "string"])",
                                                   R"(ITEM_ID "string")", R"(TIMESTAMP "long")"}))),
        {"USER_ID", "nullable"}));
    EXPECT_TRUE(says(refusal(interactionsWith(
                         R"(, {"name": "IMPRESSION", "type": "string", "categorical": true})")),
                     {"IMPRESSION", "must not be categorical"}));
    EXPECT_EQ(refusal(itemsWith(R"(, {"name": "CREATION_TIMESTAMP", "type": ["null", "long"]})")),
              "");
    EXPECT_TRUE(says(refusal(itemsWith(R"(, {"name": "CREATION_TIMESTAMP", "type": "string"})")),
                     {"CREATION_TIMESTAMP", "long"}));
    EXPECT_EQ(refusal(document("ActionInteractions",
                               fieldsOf({R"(USER_ID "string")", R"(ACTION_ID "string")",
                                         R"(EVENT_TYPE "string")", R"(TIMESTAMP "long")"}))),
              "");
    EXPECT_TRUE(isReserved(DatasetType::Interactions, Domain::None, "event_type"));
    EXPECT_FALSE(isReserved(DatasetType::Interactions, Domain::None, "DEVICE"));
    EXPECT_EQ(reservedField(DatasetType::Actions, Domain::None, "VALUE")->type, FieldType::Long);
    EXPECT_TRUE(reservedField(DatasetType::Actions, Domain::None, "VALUE")->nullable);
    EXPECT_FALSE(reservedField(DatasetType::Items, Domain::None, "VALUE"));
}

TEST(SchemaTest, DomainsAskForMore) {
    EXPECT_EQ(refusal(interactionsWith("")), "");
    for (const auto domain : {Domain::Ecommerce, Domain::VideoOnDemand})
        EXPECT_TRUE(says(refusal(interactionsWith(""), domain), {"EVENT_TYPE", "missing"}));
    const auto shop = [](std::string_view more) {
        return refusal(
            itemsWith(base::concat(
                R"(, {"name": "PRICE", "type": "float"})",
                R"(, {"name": "CATEGORY_L1", "type": "string", "categorical": true})", more)),
            Domain::Ecommerce);
    };
    EXPECT_EQ(shop(""), "");
    EXPECT_TRUE(says(shop(R"(, {"name": "GENDER", "type": "string"})"),
                     {"GENDER", "\"categorical\": true"}));
    EXPECT_TRUE(says(shop(R"(, {"name": "PRODUCT_DESCRIPTION", "type": "string"})"),
                     {"PRODUCT_DESCRIPTION", "\"textual\": true"}));
    EXPECT_TRUE(
        says(refusal(itemsWith(R"(, {"name": "PRICE", "type": "float"})"), Domain::Ecommerce),
             {"CATEGORY_L1", "missing"}));
    const auto film = [](std::string_view genres) {
        return refusal(itemsWith(base::concat(
                           R"(, {"name": "CREATION_TIMESTAMP", "type": "long"}, {"name": ")",
                           genres, R"(", "type": "string", "categorical": true})")),
                       Domain::VideoOnDemand);
    };
    EXPECT_EQ(film("GENRES"), "");
    EXPECT_EQ(film("GENRES_L1"), "") << "the default document of the service says so";
    EXPECT_TRUE(says(film("KINDS"), {"GENRES", "missing"}));
}

TEST(SchemaTest, NamesMustBeSoundAndDifferInLettersAndDigits) {
    const auto named = [](std::string_view name) {
        return refusal(itemsWith(base::concat(R"(, {"name": ")", name, R"(", "type": "float"})")));
    };
    EXPECT_EQ(named("_A1"), "");
    EXPECT_TRUE(says(named("1A"), {"'1A'", "begins with a letter"}));
    EXPECT_TRUE(says(named("A-B"), {"'A-B'", "underscores"}));
    EXPECT_TRUE(says(named(""), {"''"}));
    EXPECT_EQ(named(std::string(150, 'A')), "");
    EXPECT_TRUE(says(named(std::string(151, 'A')), {"at most 150"}));
    EXPECT_TRUE(says(refusal(itemsWith(", " + fieldsOf({R"(GENRES_FIELD_1 "float")",
                                                        R"(GENRESFIELD1 "float")"}))),
                     {"GENRESFIELD1", "clashes", "GENRES_FIELD_1"}));
    EXPECT_TRUE(says(named("item_id"), {"clashes", "ITEM_ID"}));
    EXPECT_EQ(comparableName("numRatings"), comparableName("NUM_RATINGS"));
}

TEST(SchemaTest, MarksFitTheFieldAndTheType) {
    const auto marked = [](std::string_view type, std::string_view marks) {
        return itemsWith(base::concat(R"(, {"name": "A", "type": ")", type, R"(", )", marks, "}"));
    };
    EXPECT_EQ(refusal(marked("string", R"("textual": true)")), "");
    EXPECT_TRUE(says(refusal(marked("float", R"("categorical": true)")), {"A", "string fields"}));
    EXPECT_TRUE(says(refusal(marked("string", R"("categorical": true, "textual": true)")),
                     {"A", "at once"}));
    EXPECT_TRUE(
        says(refusal(interactionsWith(R"(, {"name": "A", "type": "string", "textual": true})")),
             {"A", "only Items"}));
    EXPECT_TRUE(
        says(refusal(interactionsWith(R"(, {"name": "A", "type": "string", "itemName": true})")),
             {"A", "only Items"}));
    EXPECT_TRUE(says(refusal(itemsWith(R"(, {"name": "A", "type": "string", "textual": true})"
                                       R"(, {"name": "B", "type": "string", "textual": true})")),
                     {"more than one", "textual"}));
    EXPECT_TRUE(says(refusal(itemsWith(R"(, {"name": "A", "type": "string", "itemName": true})"
                                       R"(, {"name": "B", "type": "string", "itemName": true})")),
                     {"more than one", "itemName"}));
}

TEST(SchemaTest, RecordsNeedMoreThanAnIdAndNotTooMuch) {
    EXPECT_TRUE(says(refusal(itemsWith("")), {"Items", "besides the id"}));
    EXPECT_TRUE(
        says(refusal(document("Users", fieldsOf({R"(USER_ID "string")", R"(NAME "string")"}))),
             {"Users", "categorical"}));
    EXPECT_EQ(refusal(document("Users", fieldsOf({R"(USER_ID "string")", R"(AGE "int")"}))), "");
    const auto many = [](int count) {
        std::string fields;
        for (int i = 0; i < count; ++i)
            fields += base::concat(R"(, {"name": "M)", i, R"(", "type": "float"})");
        return fields;
    };
    EXPECT_EQ(refusal(interactionsWith(many(5))), "");
    EXPECT_TRUE(says(refusal(interactionsWith(many(6))), {"at most 5", "6"}));
    EXPECT_EQ(refusal(interactionsWith(many(5) + R"(, {"name": "EVENT_TYPE", "type": "string"})")),
              "")
        << "reserved fields do not count";
    EXPECT_EQ(refusal(itemsWith(many(100))), "");
    EXPECT_TRUE(says(refusal(itemsWith(many(101))), {"at most 100"}));
}

TEST(SchemaTest, NamesOfTypes) {
    EXPECT_EQ(typeName(DatasetType::ActionInteractions), "ACTION_INTERACTIONS");
    EXPECT_EQ(typeFromName("Interactions"), DatasetType::Interactions);
    EXPECT_FALSE(typeFromName("films"));
}

TEST(StarterSchemaTest, EveryOneIsValidAndLiesInTheFolder) {
    const std::pair<Domain, const char*> domains[] = {{Domain::None, "custom"},
                                                      {Domain::Ecommerce, "ecommerce"},
                                                      {Domain::VideoOnDemand, "video-on-demand"}};
    for (const auto& [domain, folder] : domains)
        for (const auto type : {DatasetType::Interactions, DatasetType::Items, DatasetType::Users,
                                DatasetType::Actions, DatasetType::ActionInteractions}) {
            const auto schema = starterSchema(type, domain);
            EXPECT_NO_THROW(validateSchema(schema, domain)) << folder << ' ' << typeName(type);
            EXPECT_EQ(typeOf(schema), type);
            auto name = base::toLower(typeName(type)) + ".json";
            EXPECT_EQ(base::readFile(tests::sourceRoot() / "schemas" / folder / name),
                      printSchema(schema) + '\n')
                << "write the starter schema to schemas/" << folder << '/' << name;
        }
}

TEST(PublicDataTest, ItsSchemasAreAccepted) {
    const auto data = tests::publicData();
    if (data.empty()) GTEST_SKIP() << "no public data sets here; FORETASTE_DATA names their folder";
    int count = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(data)) {
        if (!entry.path().string().ends_with(".schema.json")) continue;
        EXPECT_EQ(refusal(base::readFile(entry.path())), "") << entry.path();
        ++count;
    }
    EXPECT_GT(count, 0);
}

TEST(CellsTest, WholeNumbersAsTheyAreWritten) {
    std::int64_t value = 0;
    const auto reads = [&](std::string_view text) { return readWhole(text, value); };
    EXPECT_TRUE(reads("42"));
    EXPECT_EQ(value, 42);
    EXPECT_TRUE(reads("-7.0"));
    EXPECT_EQ(value, -7);
    EXPECT_TRUE(reads("1362062307.000"));
    EXPECT_EQ(value, 1362062307);
    EXPECT_TRUE(reads("9223372036854775807"));
    for (const char* text :
         {"", "x", "4.5", "1e9", "1.3E+09", "9223372036854775808", "1 ", ".0", "0x10", "+1"})
        EXPECT_FALSE(reads(text)) << text;
}

}  // namespace
}  // namespace foretaste::schema
