# SPDX-License-Identifier: GPL-3.0-or-later
"""The shape of the public notebooks for the managed service: one group of data, a campaign of every
recipe, loops that wait, events while the campaigns serve, and a clean-up that finds by listing what
is there. Clients are made from the environment, as notebooks make them; roles, buckets and waiting
are what they are there, but for the address."""

import json
import os
import time
import unittest
from unittest import mock

import endpoint_server
from endpoint_server import ROLE

try:
    import boto3
except ImportError:
    endpoint_server.skip("there is no boto3 (Debian: python3-boto3)")

RECIPES = {
    "up": "arn:aws:personalize:::recipe/aws-user-personalization",
    "sims": "arn:aws:personalize:::recipe/aws-sims",
    "similar": "arn:aws:personalize:::recipe/aws-similar-items",
    "ranking": "arn:aws:personalize:::recipe/aws-personalized-ranking",
    "popular": "arn:aws:personalize:::recipe/aws-popularity-count",
}


def setUpModule():
    global server, personalize, personalize_runtime, personalize_events
    server = endpoint_server.Server(os.environ["FORETASTE_CLI"])
    keys = {
        "AWS_ACCESS_KEY_ID": server.key_id,
        "AWS_SECRET_ACCESS_KEY": server.secret,
        "AWS_DEFAULT_REGION": endpoint_server.REGION,
    }
    with mock.patch.dict(os.environ, keys):
        personalize = boto3.client("personalize", endpoint_url=server.url)
        personalize_runtime = boto3.client("personalize-runtime", endpoint_url=server.url)
        personalize_events = boto3.client("personalize-events", endpoint_url=server.url)


def tearDownModule():
    server.close()


def wait(describe, seconds=120):
    """The loop of the notebooks: it knows two ends and prints what is between them."""
    end = time.time() + seconds
    while time.time() < end:
        status = describe()["status"]
        if status == "ACTIVE" or status == "CREATE FAILED":
            break
        time.sleep(0.05)
    return status


class Notebook(unittest.TestCase):
    def test_1_data(self):
        suffix = "20261125"
        schema_arn = personalize.create_schema(
            name="notebook-interactions-" + suffix, schema=endpoint_server.INTERACTIONS_SCHEMA
        )["schemaArn"]
        items_arn = personalize.create_schema(
            name="notebook-items-" + suffix, schema=endpoint_server.ITEMS_SCHEMA
        )["schemaArn"]
        Notebook.group = personalize.create_dataset_group(name="notebook-" + suffix)[
            "datasetGroupArn"
        ]
        described = personalize.describe_dataset_group
        self.assertEqual(
            wait(lambda: described(datasetGroupArn=self.group)["datasetGroup"]), "ACTIVE"
        )
        jobs = []
        for kind, schema, file in (
            ("INTERACTIONS", schema_arn, "interactions.csv"),
            ("ITEMS", items_arn, "items.csv"),
        ):
            dataset = personalize.create_dataset(
                name="notebook-" + kind.lower(),
                datasetType=kind,
                datasetGroupArn=self.group,
                schemaArn=schema,
            )["datasetArn"]
            job = personalize.create_dataset_import_job(
                jobName="notebook-import-" + kind,
                datasetArn=dataset,
                dataSource={"dataLocation": "s3://{}/{}".format("films", file)},
                roleArn=ROLE,
            )
            jobs.append(job["datasetImportJobArn"])
        for arn in jobs:
            status = wait(
                lambda: personalize.describe_dataset_import_job(datasetImportJobArn=arn)[
                    "datasetImportJob"
                ]
            )
            self.assertEqual(status, "ACTIVE")

    def test_2_every_recipe_is_trained_at_once(self):
        listed = [each["recipeArn"] for each in personalize.list_recipes()["recipes"]]
        Notebook.versions = {}
        for name, recipe in RECIPES.items():
            self.assertIn(recipe, listed)
            solution = personalize.create_solution(
                name="notebook-" + name, datasetGroupArn=self.group, recipeArn=recipe
            )["solutionArn"]
            answer = personalize.create_solution_version(solutionArn=solution)
            self.versions[name] = answer["solutionVersionArn"]
        for name, arn in self.versions.items():
            status = wait(
                lambda: personalize.describe_solution_version(solutionVersionArn=arn)[
                    "solutionVersion"
                ]
            )
            self.assertEqual(status, "ACTIVE", name)

    def test_3_metrics_side_by_side(self):
        of = {
            name: personalize.get_solution_metrics(solutionVersionArn=arn)["metrics"]
            for name, arn in self.versions.items()
        }
        gain = "normalized_discounted_cumulative_gain_at_25"
        for name, metrics in of.items():
            self.assertEqual(len(metrics), 8, name)
        # Films of one genre follow each other: what looks at a person or a film must find more.
        for name in ("up", "sims", "similar", "ranking"):
            self.assertGreater(of[name][gain], of["popular"][gain], name)

    def test_4_campaigns(self):
        Notebook.campaigns = {}
        for name, arn in self.versions.items():
            answer = personalize.create_campaign(
                name="notebook-" + name, solutionVersionArn=arn, minProvisionedTPS=1
            )
            self.campaigns[name] = answer["campaignArn"]
        for name, arn in self.campaigns.items():
            describe = personalize.describe_campaign
            self.assertEqual(wait(lambda: describe(campaignArn=arn)["campaign"]), "ACTIVE", name)

    def list_of(self, name, **members):
        answer = personalize_runtime.get_recommendations(
            campaignArn=self.campaigns[name], **members
        )
        return [item["itemId"] for item in answer["itemList"]]

    def test_5_lists(self):
        for name in ("sims", "similar"):
            related = self.list_of(name, itemId="i8", numResults=5)
            self.assertEqual(len(related), 5)
            self.assertEqual({int(item[1:]) % 6 for item in related}, {2}, name)
            self.assertNotIn("i8", related)
            # Of a film that nobody knows, what most people know.
            unknown = self.list_of(name, itemId="not-there", numResults=5)
            self.assertEqual(unknown, self.list_of("popular", userId="u1", numResults=5))
        self.assertEqual(len(self.list_of("up", userId="u3")), 25)
        ranking = personalize_runtime.get_personalized_ranking(
            campaignArn=self.campaigns["ranking"], userId="u3", inputList=["i1", "i2", "i3", "i4"]
        )["personalizedRanking"]
        self.assertEqual(len(ranking), 4)
        self.assertIn("score", ranking[0])

    def test_6_a_new_item_has_related_ones_by_its_metadata(self):
        # The last six films were never watched; their genre is all that is known.
        related = self.list_of("similar", itemId="i57", numResults=5)
        self.assertEqual({int(item[1:]) % 6 for item in related}, {57 % 6})

    def test_7_events_while_serving(self):
        tracker = personalize.create_event_tracker(
            name="notebook-tracker", datasetGroupArn=self.group
        )
        session, user = "5ff26d3c", "somebody-new"
        before = self.list_of("up", userId=user)
        for item in ("i4", "i10", "i16"):
            event = {"itemId": item}
            personalize_events.put_events(
                trackingId=tracker["trackingId"],
                userId=user,
                sessionId=session,
                eventList=[
                    {
                        "sentAt": int(time.time()),
                        "eventType": "watch",
                        "properties": json.dumps(event),
                    }
                ],
            )
        after = self.list_of("up", userId=user)
        self.assertNotEqual(before, after)
        self.assertEqual(int(after[0][1:]) % 6, 4)

    def test_8_filters(self):
        watched = personalize.create_filter(
            name="notebook-unwatched",
            datasetGroupArn=self.group,
            filterExpression='EXCLUDE ItemID WHERE Interactions.EVENT_TYPE IN ("watch")',
        )["filterArn"]
        list_filters = personalize.list_filters(datasetGroupArn=self.group)["Filters"]
        self.assertEqual([each["filterArn"] for each in list_filters], [watched])
        unseen = self.list_of("up", userId="somebody-new", filterArn=watched, numResults=60)
        self.assertFalse({"i4", "i10", "i16"} & set(unseen))
        related = self.list_of(
            "sims", itemId="i8", userId="somebody-new", filterArn=watched, numResults=60
        )
        self.assertFalse({"i4", "i8", "i10", "i16"} & set(related))

    def test_9_clean_up_by_listing(self):
        def delete(listing, member, arn, remove, **parent):
            found = [
                each[arn]
                for page in personalize.get_paginator(listing).paginate(**parent)
                for each in page[member]
            ]
            for each in found:
                getattr(personalize, remove)(**{arn: each})
            return found

        solutions = personalize.list_solutions(datasetGroupArn=self.group)["solutions"]
        self.assertEqual(len(solutions), len(RECIPES))
        for solution in solutions:
            arn = solution["solutionArn"]
            delete("list_campaigns", "campaigns", "campaignArn", "delete_campaign", solutionArn=arn)
            personalize.delete_solution(solutionArn=arn)
            with self.assertRaises(personalize.exceptions.ResourceNotFoundException):
                personalize.describe_solution(solutionArn=arn)
        of_group = {"datasetGroupArn": self.group}
        delete("list_filters", "Filters", "filterArn", "delete_filter", **of_group)
        delete(
            "list_event_trackers",
            "eventTrackers",
            "eventTrackerArn",
            "delete_event_tracker",
            **of_group,
        )
        datasets = delete("list_datasets", "datasets", "datasetArn", "delete_dataset", **of_group)
        self.assertEqual(len(datasets), 2)
        delete("list_schemas", "schemas", "schemaArn", "delete_schema")
        personalize.delete_dataset_group(datasetGroupArn=self.group)
        self.assertEqual(personalize.list_dataset_groups()["datasetGroups"], [])


if __name__ == "__main__":
    endpoint_server.main()
