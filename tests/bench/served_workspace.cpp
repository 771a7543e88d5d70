// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/served_workspace.h"

#include <unistd.h>

#include <fstream>
#include <set>
#include <stdexcept>

#include "core/base/file.h"
#include "core/base/text.h"
#include "core/experiments/sample.h"

namespace foretaste::bench {
namespace {

QStringList listOf(const std::vector<std::string>& texts) {
    QStringList list;
    for (const auto& each : texts) list << QString::fromStdString(each);
    return list;
}

/// The fields of /proc/PID/stat from the third on.
std::vector<std::string> statOf(qint64 pid) {
    const auto text = base::readFile(base::concat("/proc/", pid, "/stat"));
    return base::split(text.substr(text.rfind(')') + 2), ' ');
}

}  // namespace

void writeGrownSample(const std::string& folder, std::size_t items) {
    auto world = experiments::makeSampleWorld();
    const auto films = world.films.size();
    for (std::size_t i = films; i < items; ++i) {
        auto film = world.films[i % films];
        film.id = base::concat("copy-", i);
        film.created = world.films.front().created;  // not new: there are enough that are
        world.films.push_back(std::move(film));
    }
    experiments::writeSample(folder, world);
}

ServedWorkspace::ServedWorkspace(std::string cli, const std::string& workspace,
                                 const std::string& data)
    : cli_(std::move(cli)), workspace_(workspace) {
    if (workspace_.empty()) {
        workspace_ = temporary_.path().toStdString();
        std::vector<std::string> demo{"demo", "--json"};
        if (!data.empty()) demo.insert(demo.end(), {"--data", data});
        run(demo);
    }
    readInteractions((data.empty() ? workspace_ + "/buckets/sample" : data) + "/interactions.csv");
    campaignArn = call("ListCampaigns").at("campaigns").at(0).at("campaignArn");
    const auto tracker = call("ListEventTrackers").at("eventTrackers").at(0);
    trackingId = call("DescribeEventTracker", {{"eventTrackerArn", tracker.at("eventTrackerArn")}})
                     .at("eventTracker")
                     .at("trackingId");
    const auto key = service::parseJson(run({"keys", "create", "--json", "--note", "bench"}));
    accessKeyId = key.at("access_key_id");
    secret = key.at("secret_access_key");

    server_.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    server_.start(QString::fromStdString(cli_),
                  listOf({"--workspace", workspace_, "serve", "--port", "0"}));
    if (!server_.waitForReadyRead()) throw std::runtime_error("the server did not start");
    const auto url = server_.readLine().trimmed().toStdString();
    port = std::stoi(url.substr(url.rfind(':') + 1));
}

ServedWorkspace::~ServedWorkspace() {
    server_.terminate();
    server_.waitForFinished();
}

std::string ServedWorkspace::run(const std::vector<std::string>& arguments) const {
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(QString::fromStdString(cli_),
                  listOf({"--workspace", workspace_}) + listOf(arguments));
    if (!process.waitForFinished(-1) || process.exitCode() != 0)
        throw std::runtime_error(base::concat(cli_, ' ', base::join(arguments, " "), " failed: ",
                                              process.readAllStandardOutput().toStdString()));
    return process.readAllStandardOutput().toStdString();
}

service::Json ServedWorkspace::call(const std::string& operation,
                                    const service::Json& request) const {
    return service::parseJson(run({"api", operation, request.is_null() ? "{}" : request.dump()}));
}

void ServedWorkspace::readInteractions(const std::string& file) {
    std::ifstream in(file);
    std::string line;
    std::getline(in, line);
    const auto header = base::split(base::trimmed(line), ',');
    const auto columnOf = [&](std::string_view name) {
        const auto found = std::find(header.begin(), header.end(), name);
        if (found == header.end()) throw std::runtime_error(file + " has no column " + name.data());
        return static_cast<std::size_t>(found - header.begin());
    };
    const auto user = columnOf("USER_ID"), item = columnOf("ITEM_ID"), time = columnOf("TIMESTAMP");
    std::set<std::string> users, items;
    while (std::getline(in, line)) {
        const auto cells = base::split(base::trimmed(line), ',');
        users.insert(cells.at(user));
        items.insert(cells.at(item));
        newest = std::max<std::int64_t>(newest, std::stoll(cells.at(time)));
    }
    userIds.assign(users.begin(), users.end());
    itemIds.assign(items.begin(), items.end());
}

double ServedWorkspace::cpuSeconds() const {
    constexpr std::size_t kUser = 11, kSystem = 12;
    const auto stat = statOf(server_.processId());
    return (std::stod(stat.at(kUser)) + std::stod(stat.at(kSystem))) /
           static_cast<double>(sysconf(_SC_CLK_TCK));
}

double ServedWorkspace::residentMb() const {
    constexpr std::size_t kResidentPages = 21;
    return std::stod(statOf(server_.processId()).at(kResidentPages)) *
           static_cast<double>(sysconf(_SC_PAGESIZE)) / 1e6;
}

}  // namespace foretaste::bench
