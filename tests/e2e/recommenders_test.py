# SPDX-License-Identifier: GPL-3.0-or-later
"""The shape of the public notebooks for domain dataset groups: schemas of a domain, ratings as Watch
and Click events, a recommender of several use cases, and recommendations by recommenderArn."""

import csv
import os
import unittest

import endpoint_server
from endpoint_server import ROLE, schema, wait_until_done

try:
    from botocore.exceptions import ClientError
    import boto3  # noqa: F401
except ImportError:
    endpoint_server.skip("there is no boto3 (Debian: python3-boto3)")

RECIPES = "arn:aws:personalize:::recipe/"
INTERACTIONS = schema(
    "Interactions",
    ("USER_ID", "string"),
    ("ITEM_ID", "string"),
    ("EVENT_TYPE", "string"),
    ("TIMESTAMP", "long"),
)
ITEMS = {
    "VIDEO_ON_DEMAND": schema(
        "Items",
        ("ITEM_ID", "string"),
        ("GENRES", ["string"], ("categorical", True)),
        ("CREATION_TIMESTAMP", "long"),
    ),
    "ECOMMERCE": schema(
        "Items",
        ("ITEM_ID", "string"),
        ("PRICE", "float"),
        ("CATEGORY_L1", ["string"], ("categorical", True)),
    ),
}


def setUpModule():
    global server, personalize, runtime
    server = endpoint_server.Server(os.environ["FORETASTE_CLI"])
    personalize = server.client("personalize")
    runtime = server.client("personalize-runtime")


def tearDownModule():
    server.close()


def write(name, header, rows):
    with open(server.workspace / "buckets" / "films" / name, "w", newline="") as file:
        csv.writer(file).writerows([header, *rows])


def group_of(domain, seen, chosen):
    """A dataset group whose users have seen every item of theirs and chosen every other one."""
    name = domain.lower().replace("_", "-")
    with open(server.workspace / "buckets" / "films" / "interactions.csv") as file:
        events = list(csv.DictReader(file))
    rows = [(row["USER_ID"], row["ITEM_ID"], seen, row["TIMESTAMP"]) for row in events]
    rows += [(user, item, chosen, int(at) + 1) for user, item, _, at in rows[::2]]
    write(f"{name}-interactions.csv", ("USER_ID", "ITEM_ID", "EVENT_TYPE", "TIMESTAMP"), rows)
    with open(server.workspace / "buckets" / "films" / "items.csv") as file:
        items = list(csv.DictReader(file))
    if domain == "ECOMMERCE":
        rows = [(row["ITEM_ID"], i + 0.5, row["GENRES"]) for i, row in enumerate(items)]
        write(f"{name}-items.csv", ("ITEM_ID", "PRICE", "CATEGORY_L1"), rows)
    else:
        rows = [(row["ITEM_ID"], row["GENRES"], row["CREATION_TIMESTAMP"]) for row in items]
        write(f"{name}-items.csv", ("ITEM_ID", "GENRES", "CREATION_TIMESTAMP"), rows)

    created = personalize.create_dataset_group(name=name, domain=domain)
    assert created["domain"] == domain
    group = created["datasetGroupArn"]
    for kind, document in (("Interactions", INTERACTIONS), ("Items", ITEMS[domain])):
        dataset = personalize.create_dataset(
            name=f"{name}-{kind}",
            schemaArn=personalize.create_schema(
                name=f"{name}-{kind}", schema=document, domain=domain
            )["schemaArn"],
            datasetGroupArn=group,
            datasetType=kind,
        )["datasetArn"]
        arn = personalize.create_dataset_import_job(
            jobName=f"{name}-{kind}",
            datasetArn=dataset,
            dataSource={"dataLocation": f"s3://films/{name}-{kind.lower()}.csv"},
            roleArn=ROLE,
        )["datasetImportJobArn"]
        describe = personalize.describe_dataset_import_job
        job = wait_until_done(lambda: describe(datasetImportJobArn=arn)["datasetImportJob"])
        assert job["status"] == "ACTIVE", job
    return group


def recommenders(group, *recipes):
    """One of each recipe, trained side by side; ARNs by recipe."""
    arns = {
        recipe: personalize.create_recommender(
            name=recipe, recipeArn=RECIPES + recipe, datasetGroupArn=group
        )["recommenderArn"]
        for recipe in recipes
    }
    for arn in arns.values():
        described = wait_until_done(
            lambda: personalize.describe_recommender(recommenderArn=arn)["recommender"]
        )
        assert described["status"] == "ACTIVE", described
    return arns


def ask(arn, **members):
    answer = runtime.get_recommendations(recommenderArn=arn, **members)
    return [item["itemId"] for item in answer["itemList"]]


class VideoOnDemand(unittest.TestCase):
    def test_1_use_cases(self):
        cls = VideoOnDemand
        cls.group = group_of("VIDEO_ON_DEMAND", "Click", "Watch")
        listed = personalize.list_recipes(domain="VIDEO_ON_DEMAND")["recipes"]
        self.assertEqual(len(listed), 5)
        self.assertEqual({recipe["domain"] for recipe in listed}, {"VIDEO_ON_DEMAND"})
        cls.arns = recommenders(
            cls.group,
            "aws-vod-because-you-watched-x",
            "aws-vod-more-like-x",
            "aws-vod-most-popular",
            "aws-vod-trending-now",
            "aws-vod-top-picks",
        )

    def test_2_recommendations(self):
        for recipe, members in (
            ("aws-vod-because-you-watched-x", {"userId": "u1", "itemId": "i8"}),
            ("aws-vod-more-like-x", {"userId": "u1", "itemId": "i8"}),
            ("aws-vod-most-popular", {"userId": "u1"}),
            ("aws-vod-trending-now", {}),
            ("aws-vod-top-picks", {"userId": "u1"}),
        ):
            with self.subTest(recipe):
                self.assertEqual(len(ask(self.arns[recipe], numResults=20, **members)), 20)

    def test_3_filters_and_events(self):
        tracker = personalize.create_event_tracker(name="vod", datasetGroupArn=self.group)
        arn = self.arns["aws-vod-top-picks"]
        first = ask(arn, userId="u2")[0]
        server.client("personalize-events").put_events(
            trackingId=tracker["trackingId"],
            userId="u2",
            sessionId="s",
            eventList=[{"eventType": "Watch", "itemId": first, "sentAt": 1_600_000_100}],
        )
        self.assertNotIn(first, ask(arn, userId="u2", numResults=60))  # watched now
        genre = personalize.create_filter(
            name="genre",
            datasetGroupArn=self.group,
            filterExpression="INCLUDE ItemID WHERE Items.GENRES IN ($GENRE)",
        )["filterArn"]
        items = ask(arn, userId="u2", filterArn=genre, filterValues={"GENRE": '"Genre4"'})
        self.assertEqual({int(item[1:]) % 6 for item in items}, {4})

    def test_4_configuration(self):
        arn = self.arns["aws-vod-top-picks"]
        personalize.update_recommender(
            recommenderArn=arn,
            recommenderConfig={
                "itemExplorationConfig": {
                    "explorationWeight": "0",
                    "explorationItemAgeCutOff": "7",
                }
            },
        )
        update = wait_until_done(
            lambda: personalize.describe_recommender(recommenderArn=arn)["recommender"][
                "latestRecommenderUpdate"
            ]
        )
        self.assertEqual(update["status"], "ACTIVE")
        self.assertEqual(ask(arn, userId="u3"), ask(arn, userId="u3"))  # nothing is drawn any more

    def test_5_stop_start_and_delete(self):
        arn = self.arns["aws-vod-most-popular"]

        def status(expected):
            for _ in range(1000):
                recommender = personalize.describe_recommender(recommenderArn=arn)["recommender"]
                if recommender["status"] == expected:
                    return True
            return False

        self.assertEqual(personalize.stop_recommender(recommenderArn=arn)["recommenderArn"], arn)
        self.assertTrue(status("INACTIVE"))
        with self.assertRaises(ClientError) as caught:
            ask(arn, userId="u1")
        self.assertEqual(caught.exception.response["Error"]["Code"], "ResourceNotFoundException")
        personalize.start_recommender(recommenderArn=arn)
        self.assertTrue(status("ACTIVE"))
        self.assertTrue(ask(arn, userId="u1"))
        with self.assertRaises(personalize.exceptions.ResourceInUseException):
            personalize.delete_dataset_group(datasetGroupArn=self.group)
        pages = personalize.get_paginator("list_recommenders").paginate(
            datasetGroupArn=self.group, PaginationConfig={"PageSize": 3}
        )
        listed = [each["recommenderArn"] for page in pages for each in page["recommenders"]]
        self.assertEqual(set(listed), set(self.arns.values()))
        for arn in listed:
            personalize.delete_recommender(recommenderArn=arn)
        self.assertEqual(
            personalize.list_recommenders(datasetGroupArn=self.group)["recommenders"], []
        )


class Ecommerce(unittest.TestCase):
    def test_use_cases(self):
        group = group_of("ECOMMERCE", "View", "Purchase")
        self.assertEqual(len(personalize.list_recipes(domain="ECOMMERCE")["recipes"]), 5)
        arns = recommenders(
            group,
            "aws-ecomm-popular-items-by-views",
            "aws-ecomm-popular-items-by-purchases",
            "aws-ecomm-frequently-bought-together",
            "aws-ecomm-customers-who-viewed-x-also-viewed",
            "aws-ecomm-recommended-for-you",
        )
        for recipe, members in (
            ("aws-ecomm-popular-items-by-views", {"userId": "u1"}),
            ("aws-ecomm-popular-items-by-purchases", {"userId": "u1"}),
            ("aws-ecomm-frequently-bought-together", {"itemId": "i8"}),
            ("aws-ecomm-customers-who-viewed-x-also-viewed", {"userId": "u1", "itemId": "i8"}),
            ("aws-ecomm-recommended-for-you", {"userId": "u1"}),
        ):
            with self.subTest(recipe):
                self.assertEqual(len(ask(arns[recipe], numResults=10, **members)), 10)


if __name__ == "__main__":
    endpoint_server.main()
