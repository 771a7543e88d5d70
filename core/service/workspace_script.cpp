// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/service/workspace_script.h"

#include <algorithm>
#include <map>
#include <set>

#include "core/base/text.h"
#include "core/service/codec.h"

namespace foretaste::service {
namespace {

constexpr const char* kHead = R"py(#!/usr/bin/env python3
"""Makes the resources of a Foretaste workspace anew with boto3.

In another workspace:       python3 SCRIPT --endpoint-url http://127.0.0.1:8765
On the managed service:     python3 SCRIPT --role-arn ARN --bucket s3://BUCKET/FOLDER

Keys and region come from the environment, as always with boto3.
"""

import argparse
import sys
import time

import boto3
from botocore import xform_name

parser = argparse.ArgumentParser(description="Make these resources anew")
parser.add_argument("--endpoint-url", help="of a local endpoint; the managed service without it")
parser.add_argument("--region", default="us-east-1")
parser.add_argument(
    "--role-arn",
    default="arn:aws:iam::000000000000:role/PersonalizeRole",
    help="that may read the data; a local endpoint ignores it",
)
parser.add_argument(
    "--bucket", help="s3://bucket/folder that local files have been uploaded to, under their names"
)
args = parser.parse_args()
personalize = boto3.client(
    "personalize", endpoint_url=args.endpoint_url, region_name=args.region
)


def known(members, shape, where):
    """Leaves out what this version of boto3 has no word for, and says so."""
    kept = {}
    for name, value in members.items():
        if shape.type_name == "structure" and name not in shape.members:
            print(f"note: this boto3 is too old for {where}.{name}, which is left out")
            continue
        inner = shape.members[name] if shape.type_name == "structure" else None
        if inner is not None and inner.type_name == "structure":
            value = known(value, inner, f"{where}.{name}")
        kept[name] = value
    return kept


def create(operation, answer, **members):
    """Calls the operation; the member of its answer that is wanted."""
    shape = personalize.meta.service_model.operation_model(operation).input_shape
    print(operation, members.get("name") or members.get("jobName") or "")
    call = getattr(personalize, xform_name(operation))
    return call(**known(members, shape, operation))[answer]


def wait(noun, arn):
    """Until the resource is ACTIVE; ends the program where it cannot become so."""
    describe = getattr(personalize, xform_name("Describe" + noun))
    member = noun[0].lower() + noun[1:]
    while True:
        resource = describe(**{member + "Arn": arn})[member]
        if resource["status"] == "ACTIVE":
            return
        if "FAILED" in resource["status"] or "STOPPED" in resource["status"]:
            sys.exit(f"{arn}: {resource['status']}: {resource.get('failureReason')}")
        time.sleep(0.2 if args.endpoint_url else 30)


def location(place):
    """Local files are read where they are, or from the bucket they were uploaded to."""
    if place.startswith("s3://") or not args.bucket:
        return place
    return args.bucket.rstrip("/") + "/" + place.replace("\\", "/").rsplit("/", 1)[-1]

)py";

/// Stands for the role that the program is told.
constexpr const char* kRole = "the role";

/// All pages of a list.
template <class List>
auto allOf(List list) {
    auto page = list(Page{});
    auto entries = std::move(page.entries);
    while (!page.nextToken.empty()) {
        page = list(Page{page.nextToken, {}});
        std::move(page.entries.begin(), page.entries.end(), std::back_inserter(entries));
    }
    return entries;
}

/// "SolutionVersion" -> "solution_version".
std::string snakeCase(std::string_view noun) {
    std::string text;
    for (const char c : noun) {
        const bool isUpper = c >= 'A' && c <= 'Z';
        if (isUpper && !text.empty()) text += '_';
        text += isUpper ? static_cast<char>(c - 'A' + 'a') : c;
    }
    return text;
}

class ScriptWriter {
public:
    explicit ScriptWriter(Service& service) : service_(service) {}
    std::string write();

private:
    /// Text of a member's value: Python, with the variable of what an ARN names in its place.
    std::string python(const Json& json, std::size_t indent) const;
    /// One call that creates, and the wait for it; `called`: what its variable is named after.
    /// Members of the request that are null or empty lists are left out.
    void create(std::string_view noun, std::string_view called, const std::string& arn,
                const Json& request);
    std::string variableFor(std::string_view noun, std::string_view called);
    void title(std::string_view text) { text_ += base::concat("\n# ", text, '\n'); }
    Json tagsOf(const std::string& arn) {
        return toJson(service_.listTagsForResource({arn}))["tags"];
    }
    bool isMade(std::string_view arn) const { return variables_.contains(arn); }

    void writeSchemas();
    void writeData(const DatasetGroup& group);
    void writeSolution(const Solution& solution);
    void writeCampaigns(const Solution& solution);
    void writeRecommenders(const std::string& groupArn);
    void writeAttributions(const std::string& groupArn);

    Service& service_;
    std::string text_ = kHead;
    std::map<std::string, std::string, std::less<>> variables_;  ///< by ARN
    std::set<std::string> taken_;
};

std::string ScriptWriter::variableFor(std::string_view noun, std::string_view called) {
    auto stem = base::concat(snakeCase(noun), '_', called);
    std::replace(stem.begin(), stem.end(), '-', '_');  // all else in a name fits into Python
    auto variable = stem;
    for (int number = 2; !taken_.insert(variable).second; ++number)
        variable = base::concat(stem, '_', number);
    return variable;
}

std::string ScriptWriter::python(const Json& json, std::size_t indent) const {
    const std::string inner(indent + 4, ' '), end(indent, ' ');
    if (json.is_boolean()) return json.get<bool>() ? "True" : "False";
    if (json.is_string()) {
        const auto& text = json.get_ref<const std::string&>();
        const auto made = variables_.find(text);
        return made != variables_.end() ? made->second : json.dump();  // JSON's texts are Python's
    }
    if (!json.is_structured()) return json.dump();
    if (json.empty()) return json.is_array() ? "[]" : "{}";
    std::string text;
    for (const auto& [key, value] : json.items())
        text += base::concat(inner, json.is_object() ? base::concat(Json(key).dump(), ": ") : "",
                             python(value, indent + 4), ",\n");
    return json.is_array() ? base::concat("[\n", text, end, ']')
                           : base::concat("{\n", text, end, '}');
}

void ScriptWriter::create(std::string_view noun, std::string_view called, const std::string& arn,
                          const Json& request) {
    const auto variable = variableFor(noun, called);
    auto member = std::string(noun);
    member[0] = static_cast<char>(member[0] - 'A' + 'a');
    text_ +=
        base::concat(variable, " = create(\n    \"Create", noun, "\",\n    \"", member, "Arn\",\n");
    for (const auto& [key, value] : request.items()) {
        if (value.is_null() || (value.is_array() && value.empty())) continue;
        const auto text = key == "dataSource" ? base::concat("{\"dataLocation\": location(",
                                                             value["dataLocation"].dump(), ")}")
                                              : python(value, 4);
        text_ += base::concat("    ", key, '=', text, ",\n");
    }
    text_ += ")\n";
    if (noun != "Schema") text_ += base::concat("wait(\"", noun, "\", ", variable, ")\n");
    variables_[arn] = variable;
}

/// A member of a resource that the request has in the same form; null where it has none.
Json memberOf(const Json& resource, const char* name) {
    return resource.value(name, Json());
}

void ScriptWriter::writeSchemas() {
    title("Schemas");
    for (const auto& schema : allOf([&](const Page& page) { return service_.listSchemas(page); }))
        create("Schema", schema.name, schema.arn(),
               {{"name", schema.name},
                {"schema", schema.schema},
                {"domain", memberOf(toJson(schema), "domain")}});
}

void ScriptWriter::writeData(const DatasetGroup& group) {
    title(base::concat("Dataset group ", group.name));
    const auto& groupArn = group.arn();
    const auto json = toJson(group);
    create("DatasetGroup", group.name, groupArn,
           {{"name", group.name},
            {"domain", memberOf(json, "domain")},
            {"roleArn", memberOf(json, "roleArn")},
            {"kmsKeyArn", memberOf(json, "kmsKeyArn")},
            {"tags", tagsOf(groupArn)}});
    for (const auto& dataset :
         allOf([&](const Page& page) { return service_.listDatasets(groupArn, page); })) {
        create("Dataset", dataset.name, dataset.arn(),
               {{"name", dataset.name},
                {"schemaArn", dataset.schemaArn},
                {"datasetGroupArn", groupArn},
                {"datasetType", dataset.datasetType},
                {"tags", tagsOf(dataset.arn())}});
        for (const auto& job : allOf([&](const Page& page) {
                 return service_.listDatasetImportJobs(dataset.arn(), page);
             }))
            if (job.status == Status::Active) {
                create("DatasetImportJob", job.jobName, job.arn(),
                       {{"jobName", job.jobName},
                        {"datasetArn", dataset.arn()},
                        {"dataSource", toJson(job.dataSource)},
                        {"roleArn", kRole},
                        {"importMode", std::string(enumText(job.importMode))},
                        {"tags", tagsOf(job.arn())}});
            }
    }
    for (const auto& tracker :
         allOf([&](const Page& page) { return service_.listEventTrackers(groupArn, page); }))
        create("EventTracker", tracker.name, tracker.arn(),
               {{"name", tracker.name},
                {"datasetGroupArn", groupArn},
                {"tags", tagsOf(tracker.arn())}});
    for (const auto& filter :
         allOf([&](const Page& page) { return service_.listFilters(groupArn, page); }))
        create("Filter", filter.name, filter.arn(),
               {{"name", filter.name},
                {"datasetGroupArn", groupArn},
                {"filterExpression", filter.filterExpression},
                {"tags", tagsOf(filter.arn())}});
}

void ScriptWriter::writeSolution(const Solution& solution) {
    title(base::concat("Solution ", solution.name));
    const auto json = toJson(solution);
    create("Solution", solution.name, solution.arn(),
           {{"name", solution.name},
            {"performAutoTraining", solution.performAutoTraining},
            {"recipeArn", solution.recipeArn},
            {"datasetGroupArn", solution.datasetGroupArn},
            {"eventType", memberOf(json, "eventType")},
            {"solutionConfig", memberOf(json, "solutionConfig")},
            {"tags", tagsOf(solution.arn())}});
    for (const auto& version : allOf(
             [&](const Page& page) { return service_.listSolutionVersions(solution.arn(), page); }))
        if (version.status == Status::Active)
            create("SolutionVersion", solution.name, version.arn(),
                   {{"name", memberOf(toJson(version), "name")},
                    {"solutionArn", solution.arn()},
                    {"trainingMode", std::string(enumText(version.trainingMode))},
                    {"tags", tagsOf(version.arn())}});
}

void ScriptWriter::writeCampaigns(const Solution& solution) {
    for (const auto& campaign :
         allOf([&](const Page& page) { return service_.listCampaigns(solution.arn(), page); })) {
        if (campaign.status != Status::Active || !isMade(campaign.solutionVersionArn)) continue;
        const bool follows = campaign.campaignConfig &&
                             campaign.campaignConfig->syncWithLatestSolutionVersion.value_or(false);
        const auto latest = solution.arn() + "/$LATEST";
        variables_[latest] = variables_[solution.arn()] + " + \"/$LATEST\"";
        create("Campaign", campaign.name, campaign.arn(),
               {{"name", campaign.name},
                {"solutionVersionArn", follows ? latest : campaign.solutionVersionArn},
                {"minProvisionedTPS", campaign.minProvisionedTPS},
                {"campaignConfig", memberOf(toJson(campaign), "campaignConfig")},
                {"tags", tagsOf(campaign.arn())}});
    }
}

void ScriptWriter::writeRecommenders(const std::string& groupArn) {
    for (const auto& each :
         allOf([&](const Page& page) { return service_.listRecommenders(groupArn, page); }))
        if (each.status == Status::Active || each.status == Status::Inactive)
            create("Recommender", each.name, each.arn(),
                   {{"name", each.name},
                    {"datasetGroupArn", groupArn},
                    {"recipeArn", each.recipeArn},
                    {"recommenderConfig", toJson(each.recommenderConfig)},
                    {"tags", tagsOf(each.arn())}});
}

void ScriptWriter::writeAttributions(const std::string& groupArn) {
    for (const auto& each :
         allOf([&](const Page& page) { return service_.listMetricAttributions(groupArn, page); })) {
        auto metrics = Json::array();
        for (const auto& metric : service_.listMetricAttributionMetrics(each.arn()).entries)
            metrics.push_back(toJson(metric));
        auto output = toJson(each.metricsOutputConfig);
        output["roleArn"] = kRole;
        create("MetricAttribution", each.name, each.arn(),
               {{"name", each.name},
                {"datasetGroupArn", groupArn},
                {"metrics", std::move(metrics)},
                {"metricsOutputConfig", std::move(output)}});
    }
}

std::string ScriptWriter::write() {
    variables_[kRole] = "args.role_arn";
    writeSchemas();
    for (const auto& group :
         allOf([&](const Page& page) { return service_.listDatasetGroups(page); })) {
        writeData(group);
        writeAttributions(group.arn());
        writeRecommenders(group.arn());
        for (const auto& solution :
             allOf([&](const Page& page) { return service_.listSolutions(group.arn(), page); })) {
            writeSolution(solution);
            writeCampaigns(solution);
        }
    }
    return std::move(text_);
}

}  // namespace

std::string workspaceScript(Service& service) {
    return ScriptWriter(service).write();
}

}  // namespace foretaste::service
