// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/campaign_facts.h"

#include "ui/bridge/words.h"
#include "ui/models/resource_models.h"

namespace foretaste::pages {

using bridge::text;

namespace {

constexpr const char* kWeight = "explorationWeight";
constexpr const char* kCutOff = "explorationItemAgeCutOff";

QString dash() {
    return QStringLiteral("–");
}

/// A column of figures that campaigns which do not serve leave empty.
template <class Get, class Show>
models::Column<CampaignRow> latencyColumn(const QString& title, Get get, Show show) {
    return {title,
            [get, show](const CampaignRow& row) {
                return row.latency && row.latency->requests > 0 ? show(get(*row.latency)) : dash();
            },
            true,
            [get](const CampaignRow& row) {
                return QVariant(row.latency ? static_cast<double>(get(*row.latency)) : -1.0);
            }};
}

}  // namespace

std::optional<ExplorationSettings> explorationOf(const service::Campaign& campaign,
                                                 std::string_view recipeArn) {
    const auto* recipe = recipes::findRecipe(recipeArn);
    if (!recipe || !recipe->facts().explores) return std::nullopt;
    std::map<std::string, std::string> values;
    if (campaign.campaignConfig) values = campaign.campaignConfig->itemExplorationConfig;
    for (const auto& parameter : recipe->facts().parameters)
        values.emplace(parameter.name, parameter.defaultValue);
    return ExplorationSettings{text(values[kWeight]).toDouble(), text(values[kCutOff]).toDouble()};
}

std::map<std::string, std::string> explorationConfig(const ExplorationSettings& settings) {
    return {{kWeight, QString::number(settings.weight).toStdString()},
            {kCutOff, QString::number(settings.cutOffDays).toStdString()}};
}

QString millisecondsText(double milliseconds) {
    const int decimals = milliseconds < 0.1   ? 3
                         : milliseconds < 10  ? 2
                         : milliseconds < 100 ? 1
                                              : 0;
    return CampaignRowModel::tr("%1 ms").arg(bridge::numberText(milliseconds, decimals));
}

CampaignRow campaignRow(service::Service& service, service::Campaign campaign,
                        std::string_view recipeArn) {
    CampaignRow row;
    row.exploration = explorationOf(campaign, recipeArn);
    try {
        if (campaign.status == service::Status::Active)
            row.latency = service.latencyReport(campaign.campaignArn);
    } catch (const std::exception&) {
        row.latency.reset();  // its model cannot be read
    }
    row.campaign = std::move(campaign);
    return row;
}

CampaignState stateOf(const service::Campaign& campaign) {
    const auto& update = campaign.latestCampaignUpdate;
    if (update && service::isUnderWay(update->status))
        return {widgets::Status::InProgress, CampaignRowModel::tr("Updating")};
    return {models::statusOf(campaign.status), bridge::statusWord(campaign.status)};
}

CampaignRowModel::CampaignRowModel(QObject* parent)
    : ResourceTableModel(
          {{tr("Name"), [](const CampaignRow& row) { return text(row.campaign.name); }},
           {tr("Version"),
            [](const CampaignRow& row) {
                const std::string_view arn = row.campaign.solutionVersionArn;
                return tr("%1 of %2")
                    .arg(bridge::shortId(arn), bridge::shortId(arn.substr(0, arn.rfind('/'))));
            },
            false,
            {},
            {},
            [](const CampaignRow& row) { return text(row.campaign.solutionVersionArn); }},
           {tr("Exploration"),
            [](const CampaignRow& row) {
                return row.exploration ? bridge::numberText(row.exploration->weight, 2) : dash();
            },
            true,
            [](const CampaignRow& row) {
                return QVariant(row.exploration ? row.exploration->weight : -1.0);
            }},
           {tr("Status"),
            [](const CampaignRow& row) { return stateOf(row.campaign).word; },
            false,
            {},
            [](const CampaignRow& row) { return stateOf(row.campaign).look; },
            [](const CampaignRow& row) { return text(row.campaign.failureReason); }},
           latencyColumn(
               tr("Requests"), [](const service::LatencyReport& report) { return report.requests; },
               [](std::int64_t count) { return bridge::countText(count); }),
           latencyColumn(
               tr("p50"), [](const service::LatencyReport& report) { return report.p50Ms; },
               millisecondsText),
           latencyColumn(
               tr("p99"), [](const service::LatencyReport& report) { return report.p99Ms; },
               millisecondsText)},
          [](const CampaignRow& row) { return text(row.campaign.arn()); }, parent) {}

}  // namespace foretaste::pages
