// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/service/report_codec.h"

#include <cmath>

namespace foretaste::service {
namespace {

evaluate::Metrics readMetrics(const Json& json) {
    evaluate::Metrics metrics;
    for (const auto& [name, entry] : json.items())
        metrics[name] = {entry.at("value").get<double>(), entry.at("halfWidth").get<double>()};
    return metrics;
}

}  // namespace

Json writeMetrics(const evaluate::Metrics& metrics) {
    Json json = Json::object();
    for (const auto& [name, estimate] : metrics)
        json[name] = {{"value", estimate.value}, {"halfWidth", estimate.halfWidth}};
    return json;
}

Json writeReport(const ImportReport& report) {
    Json samples = Json::array();
    for (const auto& issue : report.samples)
        samples.push_back({{"file", issue.file},
                           {"line", issue.line},
                           {"column", issue.column},
                           {"value", issue.value},
                           {"reason", issue.reason}});
    return {{"rowsRead", report.rowsRead},
            {"rowsKept", report.rowsKept},
            {"rowsRejected", report.rowsRejected},
            {"duplicates", report.duplicates},
            {"rowsLeftOut", report.rowsLeftOut},
            {"bytes", report.bytes},
            {"users", report.users},
            {"items", report.items},
            {"oldest", report.oldest},
            {"newest", report.newest},
            {"seconds", report.seconds},
            {"reasons", report.reasons},
            {"samples", samples},
            {"warnings", report.warnings},
            {"rejectFile", report.rejectFile}};
}

ImportReport readImportReport(const Json& json) {
    ImportReport report;
    json.at("rowsRead").get_to(report.rowsRead);
    json.at("rowsKept").get_to(report.rowsKept);
    json.at("rowsRejected").get_to(report.rowsRejected);
    report.rowsLeftOut = json.value("rowsLeftOut", report.rowsLeftOut);
    json.at("duplicates").get_to(report.duplicates);
    json.at("bytes").get_to(report.bytes);
    json.at("users").get_to(report.users);
    json.at("items").get_to(report.items);
    json.at("oldest").get_to(report.oldest);
    json.at("newest").get_to(report.newest);
    json.at("seconds").get_to(report.seconds);
    json.at("reasons").get_to(report.reasons);
    json.at("warnings").get_to(report.warnings);
    json.at("rejectFile").get_to(report.rejectFile);
    for (const auto& issue : json.at("samples"))
        report.samples.push_back(
            {issue.at("file").get<std::string>(), issue.at("line").get<std::int64_t>(),
             issue.at("column").get<std::string>(), issue.at("value").get<std::string>(),
             issue.at("reason").get<std::string>()});
    return report;
}

Json writeReport(const TrainingReport& report) {
    Json curve = Json::array();
    for (const auto& point : report.curve) {
        Json entry = {{"epoch", point.epoch}, {"loss", point.loss}, {"seconds", point.seconds}};
        if (!std::isnan(point.validationNdcg)) entry["validationNdcg"] = point.validationNdcg;
        curve.push_back(std::move(entry));
    }
    return {{"curve", curve},
            {"bestEpoch", report.bestEpoch},
            {"chosen", report.chosen},
            {"metrics", writeMetrics(report.metrics)},
            {"baseline", writeMetrics(report.baseline)},
            {"protocol",
             {{"split", report.protocol.split},
              {"ties", report.protocol.ties},
              {"seenItems", report.protocol.seenItems},
              {"users", report.protocol.users},
              {"items", report.protocol.items},
              {"seed", report.protocol.seed}}},
            {"events", report.events},
            {"users", report.users},
            {"items", report.items},
            {"coldItems", report.coldItems},
            {"seconds", report.seconds},
            {"newItems", report.newItems},
            {"warnings", report.warnings}};
}

TrainingReport readTrainingReport(const Json& json) {
    TrainingReport report;
    for (const auto& point : json.at("curve"))
        report.curve.push_back({point.at("epoch").get<int>(), point.at("loss").get<double>(),
                                point.value("validationNdcg", std::nan("")),
                                point.at("seconds").get<double>()});
    json.at("bestEpoch").get_to(report.bestEpoch);
    json.at("chosen").get_to(report.chosen);
    report.metrics = readMetrics(json.at("metrics"));
    report.baseline = readMetrics(json.at("baseline"));
    const auto& protocol = json.at("protocol");
    protocol.at("split").get_to(report.protocol.split);
    protocol.at("ties").get_to(report.protocol.ties);
    protocol.at("seenItems").get_to(report.protocol.seenItems);
    protocol.at("users").get_to(report.protocol.users);
    protocol.at("items").get_to(report.protocol.items);
    protocol.at("seed").get_to(report.protocol.seed);
    json.at("events").get_to(report.events);
    json.at("users").get_to(report.users);
    json.at("items").get_to(report.items);
    json.at("coldItems").get_to(report.coldItems);
    json.at("seconds").get_to(report.seconds);
    json.at("newItems").get_to(report.newItems);
    json.at("warnings").get_to(report.warnings);
    return report;
}

}  // namespace foretaste::service
