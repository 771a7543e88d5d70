// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/endpoint/access_keys.h"

#include <QRandomGenerator>

#include "core/base/clock.h"
#include "core/base/error.h"
#include "core/base/file.h"
#include "core/base/text.h"
#include "core/service/codec.h"

namespace foretaste::endpoint {
namespace {

namespace fs = std::filesystem;

std::string randomText(std::size_t length, std::string_view alphabet) {
    auto* random = QRandomGenerator::system();  // the system's generator for secrets
    std::string text;
    while (text.size() < length)
        text += alphabet[random->bounded(static_cast<quint32>(alphabet.size()))];
    return text;
}

}  // namespace

AccessKeys::AccessKeys(const fs::path& workspace) : file_(workspace / "keys.json") {}

void AccessKeys::readIfChanged() {
    std::error_code error;
    const auto changed = fs::last_write_time(file_, error);
    if (error) {
        keys_.clear();
        readAt_ = {};
        return;
    }
    if (changed == readAt_) return;
    std::vector<AccessKey> keys;
    try {
        for (const auto& each : service::parseJson(base::readFile(file_)))
            keys.push_back({each.at("access_key_id"), each.at("secret_access_key"),
                            each.value("note", ""), each.value("created_ms", std::int64_t{0})});
    } catch (const std::exception& fault) {
        throw base::IoError(
            base::concat("the keys in ", base::pathText(file_), " cannot be read: ", fault.what()));
    }
    keys_ = std::move(keys);
    readAt_ = changed;
}

void AccessKeys::write() {
    auto json = service::Json::array();
    for (const auto& each : keys_)
        json.push_back({{"access_key_id", each.accessKeyId},
                        {"secret_access_key", each.secretAccessKey},
                        {"note", each.note},
                        {"created_ms", each.createdMs}});
    base::writeFileAtomically(file_, json.dump(2));
    fs::permissions(file_, fs::perms::owner_read | fs::perms::owner_write);
    readAt_ = fs::last_write_time(file_);
}

AccessKey AccessKeys::create(std::string note) {
    constexpr std::string_view kLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    constexpr std::string_view kSecretLetters =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    constexpr std::size_t kIdLength = 20, kSecretLength = 40;
    constexpr std::string_view kStart = "FTK";
    std::lock_guard lock(mutex_);
    readIfChanged();
    keys_.push_back({base::concat(kStart, randomText(kIdLength - kStart.size(), kLetters)),
                     randomText(kSecretLength, kSecretLetters), std::move(note), base::nowMs()});
    write();
    return keys_.back();
}

std::vector<AccessKey> AccessKeys::list() {
    std::lock_guard lock(mutex_);
    readIfChanged();
    return keys_;
}

bool AccessKeys::revoke(std::string_view accessKeyId) {
    std::lock_guard lock(mutex_);
    readIfChanged();
    if (std::erase_if(keys_, [&](const auto& each) { return each.accessKeyId == accessKeyId; }) ==
        0)
        return false;
    write();
    return true;
}

std::optional<std::string> AccessKeys::secretOf(std::string_view accessKeyId) {
    std::lock_guard lock(mutex_);
    readIfChanged();
    for (const auto& each : keys_)
        if (each.accessKeyId == accessKeyId) return each.secretAccessKey;
    return std::nullopt;
}

}  // namespace foretaste::endpoint
