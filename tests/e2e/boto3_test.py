# SPDX-License-Identifier: GPL-3.0-or-later
"""The managed service's walkthrough in boto3, as scripts and notebooks have it: only endpoint, keys
and the location of the data are other ones."""

import json
import os
import time
import unittest

import endpoint_server
from endpoint_server import ROLE, wait_until_done

try:
    from botocore.exceptions import ClientError
    import boto3  # noqa: F401
except ImportError:
    endpoint_server.skip("there is no boto3 (Debian: python3-boto3)")

RECIPE = "arn:aws:personalize:::recipe/aws-user-personalization"
METRICS = {
    "coverage",
    "mean_reciprocal_rank_at_25",
    *(f"normalized_discounted_cumulative_gain_at_{k}" for k in (5, 10, 25)),
    *(f"precision_at_{k}" for k in (5, 10, 25)),
}


def setUpModule():
    global server, personalize, runtime, events
    server = endpoint_server.Server(os.environ["FORETASTE_CLI"])
    personalize = server.client("personalize")
    runtime = server.client("personalize-runtime")
    events = server.client("personalize-events")


def tearDownModule():
    server.close()


def items_of(answer):
    return [item["itemId"] for item in answer["itemList"]]


class Walkthrough(unittest.TestCase):
    """One club of film lovers from nothing to nothing; each step builds on those before."""

    def test_01_dataset_group(self):
        created = personalize.create_dataset_group(name="film-club")
        Walkthrough.group = created["datasetGroupArn"]
        self.assertEqual(
            self.group, "arn:aws:personalize:us-east-1:000000000000:dataset-group/film-club"
        )
        described = wait_until_done(
            lambda: personalize.describe_dataset_group(datasetGroupArn=self.group)["datasetGroup"]
        )
        self.assertEqual(described["status"], "ACTIVE")
        self.assertAlmostEqual(described["creationDateTime"].timestamp(), time.time(), delta=60)

    def test_02_schemas_and_datasets(self):
        Walkthrough.schemas, Walkthrough.datasets = {}, {}
        for kind, document in (
            ("Interactions", endpoint_server.INTERACTIONS_SCHEMA),
            ("Items", endpoint_server.ITEMS_SCHEMA),
        ):
            arn = personalize.create_schema(name=f"film-{kind}", schema=document)["schemaArn"]
            described = personalize.describe_schema(schemaArn=arn)["schema"]
            self.assertEqual(json.loads(described["schema"]), json.loads(document))
            self.schemas[kind] = arn
            self.datasets[kind] = personalize.create_dataset(
                name=f"film-{kind}",
                schemaArn=arn,
                datasetGroupArn=self.group,
                datasetType=kind.upper(),
            )["datasetArn"]
            self.assertTrue(self.datasets[kind].endswith(f":dataset/film-club/{kind.upper()}"))

    def test_03_imports_from_buckets(self):
        for kind, dataset in self.datasets.items():
            arn = personalize.create_dataset_import_job(
                jobName=f"film-{kind}-1",
                datasetArn=dataset,
                dataSource={"dataLocation": f"s3://films/{kind.lower()}.csv"},
                roleArn=ROLE,
            )["datasetImportJobArn"]
            job = wait_until_done(
                lambda: personalize.describe_dataset_import_job(datasetImportJobArn=arn)[
                    "datasetImportJob"
                ]
            )
            self.assertEqual(job["status"], "ACTIVE", job.get("failureReason"))
            self.assertEqual(job["roleArn"], ROLE)
        jobs = personalize.list_dataset_import_jobs(datasetArn=dataset)["datasetImportJobs"]
        self.assertEqual([job["jobName"] for job in jobs], ["film-Items-1"])

    def test_04_recipes(self):
        recipes = {each["recipeArn"] for each in personalize.list_recipes()["recipes"]}
        self.assertIn(RECIPE, recipes)
        recipe = personalize.describe_recipe(recipeArn=RECIPE)["recipe"]
        self.assertEqual(recipe["recipeType"], "USER_PERSONALIZATION")
        algorithm = personalize.describe_algorithm(algorithmArn=recipe["algorithmArn"])
        self.assertIn("hidden_dimension", algorithm["algorithm"]["defaultHyperParameters"])

    def test_05_solution_and_version(self):
        Walkthrough.solution = personalize.create_solution(
            name="film-taste",
            recipeArn=RECIPE,
            datasetGroupArn=self.group,
            solutionConfig={"algorithmHyperParameters": {"hidden_dimension": "32"}},
        )["solutionArn"]
        Walkthrough.version = self.train("FULL")
        latest = personalize.describe_solution(solutionArn=self.solution)["solution"]
        self.assertEqual(latest["latestSolutionVersion"]["solutionVersionArn"], self.version)

    def train(self, mode):
        arn = personalize.create_solution_version(solutionArn=self.solution, trainingMode=mode)[
            "solutionVersionArn"
        ]
        self.assertRegex(arn, r":solution/film-taste/[0-9a-f]{8}$")
        version = wait_until_done(
            lambda: personalize.describe_solution_version(solutionVersionArn=arn)[
                "solutionVersion"
            ]
        )
        self.assertEqual(version["status"], "ACTIVE", version.get("failureReason"))
        self.assertEqual(version["trainingMode"], mode)
        return arn

    def test_06_metrics(self):
        metrics = personalize.get_solution_metrics(solutionVersionArn=self.version)["metrics"]
        self.assertEqual(set(metrics), METRICS)
        # Films of one genre follow each other: chance alone would find a tenth of that.
        self.assertGreater(metrics["normalized_discounted_cumulative_gain_at_10"], 0.2)

    def test_07_campaign(self):
        Walkthrough.campaign = personalize.create_campaign(
            name="film-home",
            solutionVersionArn=self.version,
            minProvisionedTPS=1,
            campaignConfig={
                "itemExplorationConfig": {
                    "explorationWeight": "0",
                    "explorationItemAgeCutOff": "7",
                }
            },
        )["campaignArn"]
        campaign = self.settled_campaign()
        self.assertEqual(campaign["status"], "ACTIVE", campaign.get("failureReason"))
        self.assertEqual(campaign["minProvisionedTPS"], 1)

    def described_campaign(self):
        return personalize.describe_campaign(campaignArn=self.campaign)["campaign"]

    def settled_campaign(self):
        return wait_until_done(self.described_campaign)

    def test_08_recommendations(self):
        answer = runtime.get_recommendations(campaignArn=self.campaign, userId="u3")
        self.assertEqual(len(set(items_of(answer))), 25)
        self.assertTrue(answer["recommendationId"].startswith("RID-"))
        scores = [item["score"] for item in answer["itemList"]]
        self.assertEqual(scores, sorted(scores, reverse=True))
        self.assertLessEqual(sum(scores), 1.001)
        everything = runtime.get_recommendations(
            campaignArn=self.campaign, userId="u3", numResults=500
        )
        self.assertEqual(len(everything["itemList"]), endpoint_server.FILMS)
        stranger = runtime.get_recommendations(
            campaignArn=self.campaign, userId="nobody", numResults=3
        )
        self.assertEqual(len(stranger["itemList"]), 3)

    def test_09_events_change_the_next_list(self):
        tracker = personalize.create_event_tracker(
            name="film-clicks", datasetGroupArn=self.group
        )
        Walkthrough.tracker = tracker["eventTrackerArn"]
        described = personalize.describe_event_tracker(eventTrackerArn=self.tracker)
        self.assertEqual(described["eventTracker"]["trackingId"], tracker["trackingId"])

        def ask():
            return runtime.get_recommendations(
                campaignArn=self.campaign, userId="u3", numResults=10
            )

        before = ask()
        shown = items_of(before)
        for event in (
            {"impression": shown},
            {"recommendationId": before["recommendationId"]},
            {"eventValue": 0.75, "properties": json.dumps({"device": "tv"})},
            {"itemId": "not-in-the-catalogue-yet", "sentAt": time.time()},
        ):
            answer = events.put_events(
                trackingId=tracker["trackingId"],
                userId="u3",
                sessionId="evening",
                eventList=[
                    {
                        "eventType": "watch",
                        "itemId": shown[0],
                        "sentAt": endpoint_server.NEWEST + 60,
                        **event,
                    }
                ],
            )
            self.assertEqual(answer["ResponseMetadata"]["HTTPStatusCode"], 200)
        self.assertNotEqual(items_of(ask()), shown)

    def test_10_update_and_redeploy(self):
        Walkthrough.update = self.train("UPDATE")
        for change in (
            {"solutionVersionArn": self.update, "minProvisionedTPS": 2},
            {"campaignConfig": {"itemExplorationConfig": {"explorationWeight": "1"}}},
        ):
            personalize.update_campaign(campaignArn=self.campaign, **change)
            wait_until_done(lambda: self.described_campaign()["latestCampaignUpdate"])
        campaign = self.settled_campaign()
        self.assertEqual(campaign["solutionVersionArn"], self.update)
        self.assertEqual(campaign["minProvisionedTPS"], 2)
        exploration = campaign["campaignConfig"]["itemExplorationConfig"]
        self.assertEqual(exploration["explorationWeight"], "1")
        versions = personalize.list_solution_versions(solutionArn=self.solution)
        self.assertEqual(
            {each["solutionVersionArn"] for each in versions["solutionVersions"]},
            {self.version, self.update},
        )

    def test_11_filters(self):
        Walkthrough.filter = personalize.create_filter(
            name="film-genre",
            datasetGroupArn=self.group,
            filterExpression="INCLUDE ItemID WHERE Items.GENRES IN ($GENRE)",
        )["filterArn"]
        described = wait_until_done(
            lambda: personalize.describe_filter(filterArn=self.filter)["filter"]
        )
        self.assertEqual(described["status"], "ACTIVE")
        listed = personalize.list_filters(datasetGroupArn=self.group)["Filters"]
        self.assertEqual([each["name"] for each in listed], ["film-genre"])
        answer = runtime.get_recommendations(
            campaignArn=self.campaign,
            userId="u3",
            numResults=5,
            filterArn=self.filter,
            filterValues={"GENRE": '"Genre2"'},
        )
        self.assertEqual(len(answer["itemList"]), 5)
        for item in items_of(answer):
            self.assertEqual(int(item[1:]) % endpoint_server.GENRES, 2)

    def test_12_promotions(self):
        answer = runtime.get_recommendations(
            campaignArn=self.campaign,
            userId="u3",
            numResults=10,
            promotions=[
                {
                    "name": "genre-week",
                    "percentPromotedItems": 30,
                    "filterArn": self.filter,
                    "filterValues": {"GENRE": '"Genre1"'},
                }
            ],
        )
        promoted = [each for each in answer["itemList"] if each.get("promotionName")]
        self.assertEqual(len(promoted), 3)
        self.assertEqual({int(each["itemId"][1:]) % 6 for each in promoted}, {1})

    def test_13_personalized_ranking(self):
        films = ["i1", "i2", "i3", "i4", "not-a-film"]
        answer = runtime.get_personalized_ranking(
            campaignArn=self.ranking_campaign(), userId="u3", inputList=films
        )
        ranked = [item["itemId"] for item in answer["personalizedRanking"]]
        self.assertEqual(sorted(ranked), sorted(films))
        self.assertEqual(ranked[-1], "not-a-film")
        self.assertNotIn("score", answer["personalizedRanking"][-1])

    def ranking_campaign(self):
        solution = personalize.create_solution(
            name="film-ranking",
            recipeArn="arn:aws:personalize:::recipe/aws-personalized-ranking",
            datasetGroupArn=self.group,
        )["solutionArn"]
        version = personalize.create_solution_version(solutionArn=solution)["solutionVersionArn"]
        trained = wait_until_done(
            lambda: personalize.describe_solution_version(solutionVersionArn=version)[
                "solutionVersion"
            ]
        )
        self.assertEqual(trained["status"], "ACTIVE", trained.get("failureReason"))
        Walkthrough.ranking = personalize.create_campaign(
            name="film-ranking", solutionVersionArn=version, minProvisionedTPS=1
        )["campaignArn"]
        wait_until_done(
            lambda: personalize.describe_campaign(campaignArn=self.ranking)["campaign"]
        )
        return self.ranking

    def test_14_put_items_and_users(self):
        answer = events.put_items(
            datasetArn=self.datasets["Items"],
            items=[
                {
                    "itemId": "i60",
                    "properties": json.dumps(
                        {
                            "genres": "Genre0",
                            "title": "Film 60",
                            "creationTimestamp": endpoint_server.NEWEST,
                        }
                    ),
                }
            ],
        )
        self.assertEqual(answer["ResponseMetadata"]["HTTPStatusCode"], 200)

    def test_15_tags(self):
        personalize.tag_resource(
            resourceArn=self.group, tags=[{"tagKey": "team", "tagValue": "films"}]
        )
        tags = personalize.list_tags_for_resource(resourceArn=self.group)["tags"]
        self.assertEqual(tags, [{"tagKey": "team", "tagValue": "films"}])
        personalize.untag_resource(resourceArn=self.group, tagKeys=["team"])
        self.assertEqual(personalize.list_tags_for_resource(resourceArn=self.group)["tags"], [])

    def test_16_clean_up_in_the_right_order(self):
        in_use = personalize.exceptions.ResourceInUseException
        with self.assertRaises(in_use):
            personalize.delete_solution(solutionArn=self.solution)
        for campaign in (self.campaign, self.ranking):
            personalize.delete_campaign(campaignArn=campaign)
            self.wait_until_gone(lambda: personalize.describe_campaign(campaignArn=campaign))
        for each in personalize.list_solutions(datasetGroupArn=self.group)["solutions"]:
            solution = each["solutionArn"]
            personalize.delete_solution(solutionArn=solution)
            self.wait_until_gone(lambda: personalize.describe_solution(solutionArn=solution))
        personalize.delete_event_tracker(eventTrackerArn=self.tracker)
        personalize.delete_filter(filterArn=self.filter)
        for kind, arn in self.schemas.items():
            with self.assertRaises(in_use):
                personalize.delete_schema(schemaArn=arn)
            with self.assertRaises(in_use):
                personalize.delete_dataset_group(datasetGroupArn=self.group)
            personalize.delete_dataset(datasetArn=self.datasets[kind])
            self.wait_until_gone(
                lambda: personalize.describe_dataset(datasetArn=self.datasets[kind])
            )
            personalize.delete_schema(schemaArn=arn)
        personalize.delete_dataset_group(datasetGroupArn=self.group)
        self.wait_until_gone(
            lambda: personalize.describe_dataset_group(datasetGroupArn=self.group)
        )

    def wait_until_gone(self, describe):
        until = time.monotonic() + 60
        while time.monotonic() < until:
            try:
                describe()
            except ClientError as error:
                self.assertEqual(error.response["Error"]["Code"], "ResourceNotFoundException")
                return
            time.sleep(0.05)
        self.fail("it is still there")


if __name__ == "__main__":
    endpoint_server.main()
