// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QTemporaryDir>
#include <cstdint>
#include <string>
#include <vector>

#include "core/service/codec.h"

namespace foretaste::bench {

/// Writes the bundled sample into a folder, its films over and over until there are that many.
void writeGrownSample(const std::string& folder, std::size_t items);

/// A workspace with a campaign and an event tracker in it, served by foretaste-cli as a process of
/// its own. Throws std::runtime_error where the program fails.
class ServedWorkspace {
public:
    /// `workspace` empty: a temporary one, filled by `foretaste-cli demo`, from the folder `data`
    /// or, where that is empty, the bundled sample.
    ServedWorkspace(std::string cli, const std::string& workspace, const std::string& data);
    ~ServedWorkspace();

    int port = 0;
    std::string accessKeyId, secret, campaignArn, trackingId;
    std::vector<std::string> userIds, itemIds;  ///< of the interactions, each once
    std::int64_t newest = 0;                    ///< of the interactions, epoch seconds

    double cpuSeconds() const;  ///< that the server has used
    double residentMb() const;

private:
    std::string run(const std::vector<std::string>& arguments) const;
    service::Json call(const std::string& operation, const service::Json& request = {}) const;
    void readInteractions(const std::string& file);

    std::string cli_;
    QTemporaryDir temporary_;
    std::string workspace_;
    QProcess server_;
};

}  // namespace foretaste::bench
