// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/service/report_codec.h"

namespace foretaste::service {
namespace {

Json writeBins(const std::vector<ingest::Bin>& bins) {
    auto json = Json::array();
    for (const auto& bin : bins)
        json.push_back({{"from", bin.from}, {"to", bin.to}, {"count", bin.count}});
    return json;
}

Json writeColumn(const ingest::ColumnInsight& column) {
    Json json{{"name", column.field.name},
              {"rows", column.rows},
              {"missing", column.missing},
              {"distinct", column.distinct},
              {"moreThanDistinct", column.moreThanDistinct}};
    auto commonest = Json::array();
    for (const auto& [text, count] : column.commonest)
        commonest.push_back({{"value", text}, {"count", count}});
    if (!commonest.empty()) json["commonest"] = std::move(commonest);
    if (const auto& numbers = column.numbers)
        json["numbers"] = {
            {"least", numbers->least},         {"lowerQuartile", numbers->lowerQuartile},
            {"median", numbers->median},       {"upperQuartile", numbers->upperQuartile},
            {"most", numbers->most},           {"mean", numbers->mean},
            {"deviation", numbers->deviation}, {"outliers", numbers->outliers}};
    return json;
}

Json writeInteractions(const ingest::InteractionInsights& insights) {
    auto drift = Json::array(), retrain = Json::array(), coldStart = Json::array();
    for (const auto& each : insights.drift)
        drift.push_back({{"weekStart", each.weekStart},
                         {"interactions", each.interactions},
                         {"distance", each.distance},
                         {"byChance", each.byChance}});
    for (const auto& each : insights.retrain)
        retrain.push_back({{"days", each.days}, {"hitShare", each.hitShare}});
    for (const auto& each : insights.coldStart)
        coldStart.push_back({{"weekStart", each.weekStart},
                             {"interactions", each.interactions},
                             {"newUsers", each.newUsers},
                             {"newItems", each.newItems}});
    const auto& popularity = insights.popularity;
    return {{"usersWithTwo", insights.usersWithTwo},
            {"eventTypes", insights.eventTypes},
            {"duplicates", insights.duplicates},
            {"duplicateShare", insights.duplicateShare},
            {"repeatShare", insights.repeatShare},
            {"oldest", insights.oldest},
            {"newest", insights.newest},
            {"perUser", writeBins(insights.perUser)},
            {"perItem", writeBins(insights.perItem)},
            {"timeGaps", writeBins(insights.timeGaps)},
            {"sameSecondShare", insights.sameSecondShare},
            {"popularity",
             {{"slope", popularity.slope},
              {"fit", popularity.fit},
              {"topOnePercent", popularity.topOnePercent},
              {"topTenPercent", popularity.topTenPercent},
              {"curve", popularity.curve}}},
            {"drift", std::move(drift)},
            {"retrain", std::move(retrain)},
            {"trainEveryDays", insights.trainEveryDays},
            {"coldStart", std::move(coldStart)},
            {"newUserShare", insights.newUserShare},
            {"newItemShare", insights.newItemShare}};
}

}  // namespace

Json writeReport(const DataInsights& insights) {
    auto findings = Json::array(), datasets = Json::array();
    for (const auto& each : insights.findings) {
        Json finding{{"id", each.id},
                     {"severity", enumText(each.severity)},
                     {"dataset", schema::typeName(each.dataset)},
                     {"title", each.title},
                     {"text", each.text}};
        if (!each.column.empty()) finding["column"] = each.column;
        if (each.fix != ingest::Fix::None) finding["fix"] = enumText(each.fix);
        findings.push_back(std::move(finding));
    }
    for (const auto& each : insights.datasets) {
        Json dataset{{"type", schema::typeName(each.type)},
                     {"rows", each.rows},
                     {"users", each.users},
                     {"items", each.items},
                     {"rowsWithMissing", each.rowsWithMissing},
                     {"withoutInteractions", each.withoutInteractions},
                     {"withoutRecord", each.withoutRecord}};
        for (const auto& column : each.columns) dataset["columns"].push_back(writeColumn(column));
        datasets.push_back(std::move(dataset));
    }
    Json json{{"findings", std::move(findings)}, {"datasets", std::move(datasets)}};
    if (insights.interactions) json["interactions"] = writeInteractions(*insights.interactions);
    json["seconds"] = insights.seconds;
    return json;
}

}  // namespace foretaste::service
