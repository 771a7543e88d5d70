// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include "core/base/error.h"
#include "core/schema/schema.h"
#include "tests/core/base/damage.h"

namespace foretaste::schema {
namespace {

/// Documents that the fuzzing starts from, besides the starter schemas.
constexpr std::string_view kCorpus[] = {
    "",
    "{}",
    "[]",
    "null",
    "{\"type\":\"record\"}",
    R"({"type":"record","name":"Items","fields":[]})",
    R"({"type":"record","name":"Items","fields":{}})",
    R"({"type":"record","name":"Items","fields":[{"name":"ITEM_ID","type":["string"]},
        {"name":"A","type":["string","null"],"categorical":true},
        {"name":"B","type":["null","int"]},{"name":"C","type":"boolean"}],"version":"1.0"})",
    R"({"type":"record","name":"Items","fields":[{"name":"ITEM_ID","type":[]}]})",
    R"({"type":"record","name":"Items","fields":[{"name":"ITEM_ID","type":["null","null"]}]})",
    R"({"type":"record","name":"Items","fields":[{"name":"ITEM_ID","type":{"type":"string"}}]})",
    R"({"type":"record","name":"Items","fields":[{"name":1,"type":"string"},[],null]})",
    R"({"type":"record","name":"Users","fields":[{"name":"USER_ID","type":"string"},
        {"name":"GENRES_FIELD_1","type":"long"},{"name":"GENRESFIELD1","type":"long"}]})",
    "{\"type\":\"record\",\"name\":\"\xFF\",\"fields\":[{\"name\":\"\xC3\x28\",\"type\":\"int\"}]}",
    R"({"type":"record","name":"Items","name":"Users","fields":[{"name":"\u0000","type":"x"}]})",
};

std::vector<std::string> documents() {
    std::vector<std::string> all(std::begin(kCorpus), std::end(kCorpus));
    for (const auto type : {DatasetType::Interactions, DatasetType::Items, DatasetType::Users,
                            DatasetType::Actions, DatasetType::ActionInteractions})
        all.push_back(printSchema(starterSchema(type, Domain::None)));
    for (const auto domain : {Domain::Ecommerce, Domain::VideoOnDemand})
        all.push_back(printSchema(starterSchema(DatasetType::Items, domain)));
    return all;
}

struct Counts {
    int read = 0, valid = 0, refused = 0;
};

/// A document is refused with a reason, or it is what it prints.
void hold(const std::string& document, Counts& counts) {
    try {
        const auto schema = parseSchema(document);
        ++counts.read;
        const auto printed = printSchema(schema);
        const auto again = parseSchema(printed);
        ASSERT_EQ(again.recordName, schema.recordName);
        ASSERT_EQ(again.fields.size(), schema.fields.size());
        ASSERT_EQ(printSchema(again), printed);
        for (const auto domain : {Domain::None, Domain::Ecommerce, Domain::VideoOnDemand})
            validateSchema(schema, domain);
        ++counts.valid;
    } catch (const base::ServiceError& refusal) {
        ++counts.refused;
        ASSERT_STRNE(refusal.what(), "");
    }
}

TEST(SchemaFuzz, TheCorpusIsReadOrRefused) {
    Counts counts;
    for (const auto& document : documents()) {
        hold(document, counts);
        if (testing::Test::HasFatalFailure()) FAIL() << document;
    }
    EXPECT_GT(counts.read, 8);
    EXPECT_GT(counts.refused, 8);
}

TEST(SchemaFuzz, WhateverBytesComeAreReadOrRefused) {
    const auto corpus = documents();
    base::Random random(tests::fuzzSeed());
    const int inputs = tests::fuzzInputs(5000);
    Counts counts;
    for (int input = 0; input < inputs; ++input) {
        auto document = corpus[random.below(static_cast<std::uint32_t>(corpus.size()))];
        for (auto damages = random.below(4); damages > 0; --damages)
            tests::damage(document, random, "\"{}[],:ntu\\_0 ");
        hold(document, counts);
        if (testing::Test::HasFatalFailure()) FAIL() << "input " << input << ":\n" << document;
    }
    EXPECT_GT(counts.read, inputs / 20);
    EXPECT_GT(counts.refused, inputs / 20);
}

}  // namespace
}  // namespace foretaste::schema
