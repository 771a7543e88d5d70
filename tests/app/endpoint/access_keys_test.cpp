// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/endpoint/access_keys.h"

#include <gtest/gtest.h>

#include <set>
#include <thread>

#include "core/base/error.h"
#include "tests/core/base/temporary_folder.h"

namespace foretaste::endpoint {
namespace {

namespace fs = std::filesystem;
using tests::TemporaryFolder;

TEST(AccessKeys, AreLongAndDiffer) {
    const TemporaryFolder folder;
    const AccessKeys keys(folder.path());
    const auto first = keys.create("notebook"), second = keys.create("");
    EXPECT_EQ(first.accessKeyId.size(), 20u);
    EXPECT_TRUE(first.accessKeyId.starts_with("FTK"));
    EXPECT_EQ(first.secretAccessKey.size(), 40u);
    EXPECT_NE(first.accessKeyId, second.accessKeyId);
    EXPECT_NE(first.secretAccessKey, second.secretAccessKey);
}

TEST(AccessKeys, AreSeenByEveryOtherInstance) {
    const TemporaryFolder folder;
    const AccessKeys here(folder.path()), there(folder.path());
    EXPECT_TRUE(here.list().empty());
    const auto key = here.create("a \"note\" with caf\u00e9");
    ASSERT_EQ(there.list().size(), 1u);
    EXPECT_EQ(there.list()[0].accessKeyId, key.accessKeyId);
    EXPECT_EQ(there.list()[0].note, key.note);
    EXPECT_EQ(there.list()[0].createdMs, key.createdMs);
    EXPECT_EQ(there.secretOf(key.accessKeyId), key.secretAccessKey);

    EXPECT_TRUE(there.revoke(key.accessKeyId));
    EXPECT_FALSE(there.revoke(key.accessKeyId));
    EXPECT_EQ(here.secretOf(key.accessKeyId), std::nullopt);
    EXPECT_TRUE(here.list().empty());
}

TEST(AccessKeys, ManyMakersLoseNone) {
    const TemporaryFolder folder;
    constexpr int kMakers = 8, kKeys = 10;
    std::vector<std::thread> makers;
    for (int i = 0; i < kMakers; ++i)
        makers.emplace_back([&] {
            const AccessKeys keys(folder.path());
            for (int k = 0; k < kKeys; ++k) keys.create("");
        });
    for (auto& maker : makers) maker.join();
    EXPECT_EQ(AccessKeys(folder.path()).list().size(), std::size_t{kMakers * kKeys});
}

#ifndef _WIN32
TEST(AccessKeys, AreForTheirOwnerAlone) {
    const TemporaryFolder folder;
    const auto key = AccessKeys(folder.path()).create("");
    const auto others = fs::perms::group_all | fs::perms::others_all;
    const auto keys = folder / "keys";
    EXPECT_EQ(fs::status(keys).permissions() & others, fs::perms::none);
    EXPECT_EQ(fs::status(keys / (key.accessKeyId + ".json")).permissions() & others,
              fs::perms::none);
}
#endif

TEST(AccessKeys, NoIdLeavesTheFolder) {
    const TemporaryFolder folder;
    const AccessKeys keys(folder.path());
    keys.create("");
    folder.write("secret.json", R"({"secret_access_key": "stolen"})");
    for (const char* id : {"../secret", "", ".", "/etc/passwd", "FTK/../../secret/AAAA",
                           "FTKaaaaaaaaaaaaaaaaa", "FTKAAAAAAAAAAAAAAAAAA"}) {
        EXPECT_EQ(keys.secretOf(id), std::nullopt) << id;
        EXPECT_FALSE(keys.revoke(id)) << id;
    }
    EXPECT_TRUE(fs::exists(folder / "secret.json"));
}

TEST(AccessKeys, ADamagedOneIsNamedAndCanBeRevoked) {
    const TemporaryFolder folder;
    const AccessKeys keys(folder.path());
    const auto good = keys.create("");
    constexpr const char* kDamaged = "FTKDAMAGED2345672345";
    for (const char* text : {"", "{", "[]", "{\"secret_access_key\": 7}", "\xff\xfe", "null"}) {
        folder.write(std::string("keys/") + kDamaged + ".json", text);
        for (const auto& message :
             {tests::messageOf<base::IoError>([&] { keys.secretOf(kDamaged); }),
              tests::messageOf<base::IoError>([&] { keys.list(); })})
            EXPECT_TRUE(tests::says(message, {kDamaged, "revoke"})) << text << ": " << message;
        EXPECT_EQ(keys.secretOf(good.accessKeyId), good.secretAccessKey);
    }
    EXPECT_TRUE(keys.revoke(kDamaged));
    EXPECT_EQ(keys.list().size(), 1u);
}

}  // namespace
}  // namespace foretaste::endpoint
