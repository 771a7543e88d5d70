# SPDX-License-Identifier: GPL-3.0-or-later
"""A workspace as a Python program: run against a fresh workspace, it makes the same resources."""

import json
import os
import pathlib
import re
import subprocess
import sys
import unittest

import endpoint_server
from endpoint_server import ROLE, wait_until_done

try:
    import boto3  # noqa: F401
except ImportError:
    endpoint_server.skip("there is no boto3 (Debian: python3-boto3)")

RECIPE = "arn:aws:personalize:::recipe/"
TAGS = [{"tagKey": "team", "tagValue": "films and séries"}]


def setUpModule():
    global first, second, script
    cli = os.environ["FORETASTE_CLI"]
    first = endpoint_server.Server(cli)
    second = endpoint_server.Server(cli)
    try:
        fill(first)
        fill_domain(first)
        script = first.workspace / "again.py"
    except BaseException:
        tearDownModule()
        raise


def tearDownModule():
    first.close()
    second.close()


def call(server, operation, **body):
    status, answer = server.raw(operation, body)
    assert status == 200, f"{operation}: {answer}"
    return answer


def waited(server, noun, arn):
    member = noun[0].lower() + noun[1:]
    return wait_until_done(
        lambda: call(server, "Describe" + noun, **{member + "Arn": arn})[member]
    )


def fill(server):
    group = call(server, "CreateDatasetGroup", name="film-club", roleArn=ROLE, tags=TAGS)[
        "datasetGroupArn"
    ]
    for kind, document in (
        ("Items", endpoint_server.ITEMS_SCHEMA),
        ("Interactions", endpoint_server.INTERACTIONS_SCHEMA),
    ):
        schema = call(server, "CreateSchema", name=kind, schema=document)
        dataset = call(
            server,
            "CreateDataset",
            name=kind,
            schemaArn=schema["schemaArn"],
            datasetGroupArn=group,
            datasetType=kind,
        )["datasetArn"]
        # One from a bucket, one from a file of this machine.
        location = {
            "Items": "s3://films/items.csv",
            "Interactions": str(server.workspace / "buckets" / "films" / "interactions.csv"),
        }[kind]
        job = call(
            server,
            "CreateDatasetImportJob",
            jobName=kind,
            datasetArn=dataset,
            dataSource={"dataLocation": location},
        )["datasetImportJobArn"]
        waited(server, "DatasetImportJob", job)
    call(server, "CreateEventTracker", name="clicks", datasetGroupArn=group, tags=TAGS)
    call(
        server,
        "CreateFilter",
        name="genre",
        datasetGroupArn=group,
        filterExpression='INCLUDE ItemID WHERE Items.GENRES IN ("Genre1", "Gen\\re")',
    )
    call(
        server,
        "CreateMetricAttribution",
        name="watched",
        datasetGroupArn=group,
        metrics=[{"eventType": "watch", "metricName": "n", "expression": "SAMPLECOUNT()"}],
        metricsOutputConfig={
            "roleArn": ROLE,
            "s3DataDestination": {"path": "s3://films/reports"},
        },
    )
    for name, recipe, members in (
        (
            "taste",
            "aws-user-personalization",
            {
                "performAutoTraining": False,
                "solutionConfig": {"algorithmHyperParameters": {"hidden_dimension": "32"}},
            },
        ),
        ("popular", "aws-popularity-count", {"eventType": "watch", "tags": TAGS}),
    ):
        solution = call(
            server,
            "CreateSolution",
            name=name,
            datasetGroupArn=group,
            recipeArn=RECIPE + recipe,
            **members,
        )["solutionArn"]
        version = call(server, "CreateSolutionVersion", solutionArn=solution)
        waited(server, "SolutionVersion", version["solutionVersionArn"])
        follows = name == "popular"
        campaign = call(
            server,
            "CreateCampaign",
            name=name,
            solutionVersionArn=solution + "/$LATEST" if follows else version["solutionVersionArn"],
            minProvisionedTPS=3,
            campaignConfig=(
                {"syncWithLatestSolutionVersion": True}
                if follows
                else {"itemExplorationConfig": {"explorationWeight": "0.2"}}
            ),
        )
        waited(server, "Campaign", campaign["campaignArn"])


def fill_domain(server):
    domain = {"domain": "VIDEO_ON_DEMAND"}
    group = call(server, "CreateDatasetGroup", name="screen", **domain)["datasetGroupArn"]
    schema = call(
        server,
        "CreateSchema",
        name="screen",
        schema=endpoint_server.INTERACTIONS_SCHEMA,
        **domain,
    )["schemaArn"]
    dataset = call(
        server,
        "CreateDataset",
        name="screen",
        schemaArn=schema,
        datasetGroupArn=group,
        datasetType="Interactions",
    )["datasetArn"]
    job = call(
        server,
        "CreateDatasetImportJob",
        jobName="screen",
        datasetArn=dataset,
        dataSource={"dataLocation": "s3://films/interactions.csv"},
    )["datasetImportJobArn"]
    waited(server, "DatasetImportJob", job)
    recommender = call(
        server,
        "CreateRecommender",
        name="most-popular",
        datasetGroupArn=group,
        recipeArn=RECIPE + "aws-vod-most-popular",
        recommenderConfig={"minRecommendationRequestsPerSecond": 2},
        tags=TAGS,
    )["recommenderArn"]
    waited(server, "Recommender", recommender)


def resources(server):
    """Everything but ids drawn anew, times, roles and where files were read from."""
    drawn = {
        "accountId",
        "creationDateTime",
        "eventTrackerArn",
        "lastUpdatedDateTime",
        "latestSolutionVersion",
        "roleArn",
        "solutionVersionArn",
        "trackingId",
        "trainingHours",
    }
    found = []
    for operation, member, noun in (
        ("ListDatasetGroups", "datasetGroups", "DatasetGroup"),
        ("ListSchemas", "schemas", "Schema"),
        ("ListDatasets", "datasets", "Dataset"),
        ("ListDatasetImportJobs", "datasetImportJobs", "DatasetImportJob"),
        ("ListEventTrackers", "eventTrackers", "EventTracker"),
        ("ListFilters", "Filters", "Filter"),
        ("ListSolutions", "solutions", "Solution"),
        ("ListSolutionVersions", "solutionVersions", "SolutionVersion"),
        ("ListCampaigns", "campaigns", "Campaign"),
        ("ListRecommenders", "recommenders", "Recommender"),
        ("ListMetricAttributions", "metricAttributions", "MetricAttribution"),
    ):
        key = noun[0].lower() + noun[1:]
        for each in call(server, operation)[member]:
            arn = each[key + "Arn"]
            resource = call(server, "Describe" + noun, **{key + "Arn": arn})[key]
            if noun not in ("Schema", "MetricAttribution"):
                resource["tags"] = call(server, "ListTagsForResource", resourceArn=arn)["tags"]
            kept = {name: value for name, value in resource.items() if name not in drawn}
            found.append((noun, kept))
    return found


def without(names, value):
    """Without these members, and without what is empty then."""
    if isinstance(value, dict):
        kept = {key: without(names, each) for key, each in value.items() if key not in names}
        return {key: each for key, each in kept.items() if each != {}}
    return [without(names, each) for each in value] if isinstance(value, (list, tuple)) else value


class ExportScript(unittest.TestCase):
    maxDiff = None

    def test_the_program_makes_the_same_resources(self):
        expected = resources(first)
        self.assertEqual(len(expected), 21)
        first.stop()  # one program at a time has a workspace open
        command = [first.cli, "--workspace", first.workspace, "export-script"]
        subprocess.run([*command, "--output", script], check=True)
        printed = subprocess.run(command, check=True, capture_output=True, text=True).stdout
        self.assertEqual(pathlib.Path(script).read_text(), printed)
        compile(printed, "again.py", "exec")
        run = subprocess.run(
            [sys.executable, script, "--endpoint-url", second.url],
            env={
                **os.environ,
                "AWS_ACCESS_KEY_ID": second.key_id,
                "AWS_SECRET_ACCESS_KEY": second.secret,
            },
            capture_output=True,
            text=True,
        )
        self.assertEqual(run.returncode, 0, run.stdout + run.stderr)
        # What this boto3 cannot say is told, and left out on both sides.
        unknown = set(re.findall(r"too old for [\w.]*?(\w+), which", run.stdout))
        self.assertLessEqual(unknown, {"performAutoTraining", "syncWithLatestSolutionVersion"})
        made, wanted = (
            json.dumps(without(unknown | {"roleArn"}, each), indent=1) for each in (resources(second), expected)
        )
        self.assertEqual(made, wanted)


if __name__ == "__main__":
    endpoint_server.main()
