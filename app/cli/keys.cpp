// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/keys.h"

#include <cstdio>

#include "app/endpoint/access_keys.h"
#include "core/base/error.h"
#include "core/base/text.h"
#include "core/service/codec.h"

namespace foretaste::cli {

using service::Json;

int runKeys(const std::filesystem::path& workspace, const KeysOptions& options) {
    const endpoint::AccessKeys keys(workspace);
    if (options.action == "create") {
        const auto key = keys.create(options.note);
        if (options.json) {
            const Json json{{"access_key_id", key.accessKeyId},
                            {"secret_access_key", key.secretAccessKey}};
            std::printf("%s\n", json.dump(2).c_str());
        } else {
            std::printf(
                "export AWS_ACCESS_KEY_ID=%s\nexport AWS_SECRET_ACCESS_KEY=%s\n"
                "export AWS_DEFAULT_REGION=us-east-1\n",
                key.accessKeyId.c_str(), key.secretAccessKey.c_str());
        }
    } else if (options.action == "list") {
        auto json = Json::array();
        for (const auto& each : keys.list()) {
            json.push_back({{"access_key_id", each.accessKeyId},
                            {"note", each.note},
                            {"created_ms", each.createdMs}});
            if (!options.json) std::printf("%s  %s\n", each.accessKeyId.c_str(), each.note.c_str());
        }
        if (options.json) std::printf("%s\n", json.dump(2).c_str());
    } else {
        if (options.accessKeyId.empty())
            throw base::ServiceError(base::ErrorCode::InvalidInput,
                                     "name the access key to revoke; `keys list` shows all");
        if (!keys.revoke(options.accessKeyId))
            throw base::ServiceError(
                base::ErrorCode::ResourceNotFound,
                base::concat("this workspace has no access key '", options.accessKeyId, "'"));
        if (options.json)
            std::printf("%s\n", Json{{"revoked", options.accessKeyId}}.dump(2).c_str());
    }
    return 0;
}

}  // namespace foretaste::cli
