// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/endpoint/access_keys.h"

#include <QRandomGenerator>
#include <algorithm>
#include <tuple>

#include "core/base/clock.h"
#include "core/base/error.h"
#include "core/base/file.h"
#include "core/base/text.h"
#include "core/service/codec.h"

namespace foretaste::endpoint {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kIdLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
constexpr std::string_view kSecretLetters =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
constexpr std::string_view kIdStart = "FTK", kEnding = ".json";
constexpr std::size_t kIdLength = 20, kSecretLength = 40;

std::string randomText(std::size_t length, std::string_view alphabet) {
    auto* random = QRandomGenerator::system();  // the system's generator for secrets
    std::string text;
    while (text.size() < length)
        text += alphabet[random->bounded(static_cast<quint32>(alphabet.size()))];
    return text;
}

/// Ids name files and come from whoever sends a request: nothing else may get into a path.
bool isId(std::string_view text) {
    return text.size() == kIdLength && text.starts_with(kIdStart) &&
           text.find_first_not_of(kIdLetters) == std::string_view::npos;
}

AccessKey read(std::string_view accessKeyId, const fs::path& file) {
    const auto text = base::readFile(file);
    try {
        const auto json = service::parseJson(text);
        return {std::string(accessKeyId), json.at("secret_access_key"), json.value("note", ""),
                json.value("created_ms", std::int64_t{0})};
    } catch (const std::exception&) {
        throw base::IoError(base::concat("the access key in ", base::pathText(file),
                                         " cannot be read: revoke it and create another"));
    }
}

}  // namespace

AccessKeys::AccessKeys(const fs::path& workspace) : folder_(workspace / "keys") {}

fs::path AccessKeys::fileOf(std::string_view accessKeyId) const {
    return folder_ / base::pathFrom(base::concat(accessKeyId, kEnding));
}

AccessKey AccessKeys::create(std::string note) const {
    const AccessKey key{base::concat(kIdStart, randomText(kIdLength - kIdStart.size(), kIdLetters)),
                        randomText(kSecretLength, kSecretLetters), std::move(note), base::nowMs()};
    const service::Json json{{"secret_access_key", key.secretAccessKey},
                             {"note", key.note},
                             {"created_ms", key.createdMs}};
    std::error_code error;
    fs::create_directories(folder_, error);
    // The folder is closed before a secret is in it.
    if (!error) fs::permissions(folder_, fs::perms::owner_all, error);
    if (error)
        throw base::IoError(
            base::concat("cannot make ", base::pathText(folder_), ": ", error.message()));
    const auto file = fileOf(key.accessKeyId);
    base::writeFileAtomically(file,
                              json.dump(2, ' ', false, service::Json::error_handler_t::replace));
    fs::permissions(file, fs::perms::owner_read | fs::perms::owner_write);
    return key;
}

std::vector<AccessKey> AccessKeys::list() const {
    std::vector<AccessKey> keys;
    std::error_code none;
    for (const auto& entry : fs::directory_iterator(folder_, none)) {
        const auto id = base::pathText(entry.path().stem());
        if (isId(id) && base::pathText(entry.path().extension()) == kEnding)
            keys.push_back(read(id, entry.path()));
    }
    std::sort(keys.begin(), keys.end(), [](const AccessKey& a, const AccessKey& b) {
        return std::tie(a.createdMs, a.accessKeyId) < std::tie(b.createdMs, b.accessKeyId);
    });
    return keys;
}

bool AccessKeys::revoke(std::string_view accessKeyId) const {
    if (!isId(accessKeyId)) return false;
    std::error_code error;
    const bool gone = fs::remove(fileOf(accessKeyId), error);
    if (error)
        throw base::IoError(base::concat("cannot remove ", base::pathText(fileOf(accessKeyId)),
                                         ": ", error.message()));
    return gone;
}

std::optional<std::string> AccessKeys::secretOf(std::string_view accessKeyId) const {
    if (!isId(accessKeyId)) return std::nullopt;
    const auto file = fileOf(accessKeyId);
    std::error_code none;
    if (!fs::exists(file, none)) return std::nullopt;
    return read(accessKeyId, file).secretAccessKey;
}

}  // namespace foretaste::endpoint
