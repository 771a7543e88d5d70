# SPDX-License-Identifier: GPL-3.0-or-later
"""What the API refuses, how it pages, whom it lets in, and the members that are newer than this
boto3, all with the service's quotas in force."""

import datetime
import json
import os
import time
import unittest
from unittest import mock

import endpoint_server
from endpoint_server import REGION, ROLE, wait_until_done

try:
    from botocore.exceptions import ClientError
    import boto3  # noqa: F401
except ImportError:
    endpoint_server.skip("there is no boto3 (Debian: python3-boto3)")

POPULARITY = "arn:aws:personalize:::recipe/aws-popularity-count"
NOWHERE = f"arn:aws:personalize:{REGION}:000000000000:"


def setUpModule():
    global server, personalize, runtime, events, group, datasets
    server = endpoint_server.Server(os.environ["FORETASTE_CLI"], "--compatible")
    personalize = server.client("personalize")
    runtime = server.client("personalize-runtime")
    events = server.client("personalize-events")
    group = personalize.create_dataset_group(name="rules")["datasetGroupArn"]
    wait_until_done(
        lambda: personalize.describe_dataset_group(datasetGroupArn=group)["datasetGroup"]
    )
    datasets = {}
    for kind, document in (
        ("Interactions", endpoint_server.INTERACTIONS_SCHEMA),
        ("Items", endpoint_server.ITEMS_SCHEMA),
    ):
        datasets[kind] = personalize.create_dataset(
            name=f"rules-{kind}",
            schemaArn=personalize.create_schema(name=f"rules-{kind}", schema=document)[
                "schemaArn"
            ],
            datasetGroupArn=group,
            datasetType=kind,
        )["datasetArn"]
        imported(kind, f"s3://films/{kind.lower()}.csv", f"rules-{kind}")


def tearDownModule():
    server.close()


def imported(kind, location, name, **members):
    arn = personalize.create_dataset_import_job(
        jobName=name,
        datasetArn=datasets[kind],
        dataSource={"dataLocation": location},
        roleArn=ROLE,
        **members,
    )["datasetImportJobArn"]
    return wait_until_done(
        lambda: personalize.describe_dataset_import_job(datasetImportJobArn=arn)[
            "datasetImportJob"
        ]
    )


def trained(solution):
    version = personalize.create_solution_version(solutionArn=solution)["solutionVersionArn"]
    wait_until_done(
        lambda: personalize.describe_solution_version(solutionVersionArn=version)[
            "solutionVersion"
        ]
    )
    return version


class Errors(unittest.TestCase):
    def refused(self, code, status, call, *arguments, **members):
        with self.assertRaises(ClientError) as caught:
            call(*arguments, **members)
        response = caught.exception.response
        self.assertEqual(response["Error"]["Code"], code)
        self.assertGreater(len(response["Error"]["Message"]), 10)
        self.assertEqual(response["ResponseMetadata"]["HTTPStatusCode"], status)

    def test_invalid_input(self):
        code = "InvalidInputException"
        create = personalize.create_dataset_group
        self.refused(code, 400, create, name="not a name")
        self.refused(code, 400, create, name="n" * 64)
        self.refused(code, 400, create, name="ok", roleArn="not-an-arn")
        self.refused(code, 400, create, name="ok", domain="FILMS")
        self.refused(code, 400, personalize.create_schema, name="ok", schema="{")
        self.refused(code, 400, personalize.list_schemas, maxResults=500)
        self.refused(code, 400, personalize.describe_campaign, campaignArn="not-an-arn")
        self.refused(
            code,
            400,
            personalize.create_filter,
            name="ok",
            datasetGroupArn=group,
            filterExpression="INCLUDE ItemID WHERE Items.NOTHING = 1",
        )
        self.refused(code, 400, runtime.get_recommendations, userId="u1")
        self.refused(
            code,
            400,
            events.put_events,
            trackingId="no-tracker",
            sessionId="s",
            eventList=[{"eventType": "watch", "itemId": "i1", "sentAt": 1}],
        )

    def test_resource_not_found(self):
        code = "ResourceNotFoundException"
        for noun in ("campaign", "filter", "schema", "solution", "dataset"):
            describe = getattr(personalize, f"describe_{noun}")
            self.refused(code, 400, describe, **{f"{noun}Arn": f"{NOWHERE}{noun}/none"})
        campaign = NOWHERE + "campaign/none"
        self.refused(
            code, 404, runtime.get_recommendations, campaignArn=campaign, userId="u1"
        )
        self.refused(
            code,
            404,
            runtime.get_personalized_ranking,
            campaignArn=campaign,
            userId="u1",
            inputList=["i1"],
        )
        items = [{"itemId": "i1", "properties": "{}"}]
        self.refused(
            code, 404, events.put_items, datasetArn=NOWHERE + "dataset/none/ITEMS", items=items
        )

    def test_resource_already_exists(self):
        code = "ResourceAlreadyExistsException"
        self.refused(code, 400, personalize.create_dataset_group, name="rules")
        document = endpoint_server.ITEMS_SCHEMA
        self.refused(code, 400, personalize.create_schema, name="rules-Items", schema=document)

    def test_resource_in_use(self):
        code = "ResourceInUseException"
        self.refused(code, 400, personalize.delete_dataset_group, datasetGroupArn=group)
        schema = personalize.describe_dataset(datasetArn=datasets["Items"])["dataset"]["schemaArn"]
        self.refused(code, 400, personalize.delete_schema, schemaArn=schema)

    def test_limit_exceeded(self):
        made = [
            personalize.create_dataset_group(name=f"group-{number}")["datasetGroupArn"]
            for number in range(4)
        ]
        self.refused(
            "LimitExceededException", 400, personalize.create_dataset_group, name="one-more"
        )
        for each in made:
            personalize.delete_dataset_group(datasetGroupArn=each)

    def test_invalid_next_token(self):
        self.refused(
            "InvalidNextTokenException", 400, personalize.list_schemas, nextToken="nonsense"
        )

    def test_too_many_tags(self):
        tags = [{"tagKey": f"key-{number}", "tagValue": "v"} for number in range(51)]
        self.refused(
            "TooManyTagsException", 400, personalize.tag_resource, resourceArn=group, tags=tags
        )
        keys = [tag["tagKey"] for tag in tags]
        self.refused(
            "TooManyTagKeysException",
            400,
            personalize.untag_resource,
            resourceArn=group,
            tagKeys=keys,
        )

    def test_an_import_that_fails_says_why(self):
        file = server.workspace / "buckets" / "films" / "incomplete.csv"
        file.write_text("ITEM_ID,TITLE\ni1,Film 1\n")
        job = imported("Items", "s3://films/incomplete.csv", "incomplete")
        self.assertEqual(job["status"], "CREATE FAILED")
        self.assertIn("CREATION_TIMESTAMP", job["failureReason"])

    def test_locations_are_files_of_a_bucket(self):
        for location in (
            "s3://films/nothing.csv",
            "s3://films/../../foretaste.db",
            "s3:///etc/passwd",
        ):
            self.refused("InvalidInputException", 400, imported, "Items", location, "outside")

    def test_what_is_not_built_says_so(self):
        with self.assertRaises(ClientError) as caught:
            personalize.create_solution(
                name="none", datasetGroupArn=group, recipeArn=POPULARITY, performHPO=True
            )
        self.assertIn("not available", str(caught.exception))


class Exports(unittest.TestCase):
    def test_an_export_goes_in_again(self):
        arn = personalize.create_dataset_export_job(
            jobName="rules-out",
            datasetArn=datasets["Items"],
            ingestionMode="BULK",
            roleArn=ROLE,
            jobOutput={"s3DataDestination": {"path": "s3://films/out"}},
        )["datasetExportJobArn"]
        self.assertTrue(arn.endswith(":dataset-export-job/rules-out"))
        job = wait_until_done(
            lambda: personalize.describe_dataset_export_job(datasetExportJobArn=arn)[
                "datasetExportJob"
            ]
        )
        self.assertEqual(job["status"], "ACTIVE", job.get("failureReason"))
        self.assertEqual(job["ingestionMode"], "BULK")
        self.assertEqual(job["jobOutput"]["s3DataDestination"]["path"], "s3://films/out")
        listed = personalize.list_dataset_export_jobs(datasetArn=datasets["Items"])
        self.assertEqual([each["jobName"] for each in listed["datasetExportJobs"]], ["rules-out"])
        written = server.workspace / "buckets" / "films" / "out" / "rules-out.csv"
        self.assertEqual(written.read_text(), endpoint_server.items_csv())
        again = imported("Items", "s3://films/out/rules-out.csv", "rules-in-again")
        self.assertEqual(again["status"], "ACTIVE", again.get("failureReason"))


class Pages(unittest.TestCase):
    def test_paginators_find_everything(self):
        names = {f"page-{number}" for number in range(7)}
        for name in names:
            personalize.create_schema(name=name, schema=endpoint_server.ITEMS_SCHEMA)
        paginator = personalize.get_paginator("list_schemas")
        pages = list(paginator.paginate(PaginationConfig={"PageSize": 4}))
        self.assertEqual([len(page["schemas"]) for page in pages], [4, 4, 1])
        found = {each["name"] for page in pages for each in page["schemas"]}
        self.assertEqual(found, names | {"rules-Interactions", "rules-Items"})

    def test_every_list_pages(self):
        answered = 0
        for operation in dir(personalize):
            if not operation.startswith("list_") or not personalize.can_paginate(operation):
                continue
            try:
                personalize.get_paginator(operation).paginate().build_full_result()
                answered += 1
            except ClientError as error:
                self.assertRegex(str(error), "not available|is missing")
        self.assertGreaterEqual(answered, 10)


class NewerMembers(unittest.TestCase):
    """Requests that boto3 1.26 cannot make, signed by its own SigV4."""

    def call(self, operation, **body):
        status, answer = server.raw(operation, body)
        self.assertEqual(status, 200, answer)
        return answer

    def solution(self, name, **members):
        arn = self.call(
            "CreateSolution",
            name=name,
            datasetGroupArn=group,
            recipeArn=POPULARITY,
            **members,
        )["solutionArn"]
        return arn, self.call("DescribeSolution", solutionArn=arn)["solution"]

    def test_automatic_training_is_kept(self):
        config = {"autoTrainingConfig": {"schedulingExpression": "rate(3 days)"}}
        _, by_default = self.solution("automatic", solutionConfig=config)
        self.assertIs(by_default["performAutoTraining"], True)
        self.assertEqual(by_default["solutionConfig"], config)
        _, manual = self.solution("manual", performAutoTraining=False)
        self.assertIs(manual["performAutoTraining"], False)

    def test_columns_can_be_left_out(self):
        columns = {"excludedDatasetColumns": {"ITEMS": ["TITLE"]}}
        arn, solution = self.solution("columns", solutionConfig={"trainingDataConfig": columns})
        self.assertEqual(solution["solutionConfig"]["trainingDataConfig"], columns)
        version = self.call("DescribeSolutionVersion", solutionVersionArn=trained(arn))
        self.assertEqual(version["solutionVersion"]["status"], "ACTIVE")
        self.assertEqual(version["solutionVersion"]["trainingType"], "MANUAL")

    def test_metadata_and_the_latest_version(self):
        arn, _ = self.solution("metadata")
        trained(arn)
        campaign = self.call(
            "CreateCampaign",
            name="metadata",
            solutionVersionArn=arn + "/$LATEST",
            campaignConfig={
                "enableMetadataWithRecommendations": True,
                "syncWithLatestSolutionVersion": True,
            },
        )["campaignArn"]
        wait_until_done(lambda: self.call("DescribeCampaign", campaignArn=campaign)["campaign"])
        answer = self.call(
            "/recommendations",
            campaignArn=campaign,
            userId="u1",
            numResults=5,
            metadataColumns={"ITEMS": ["TITLE", "GENRES"]},
        )
        for item in answer["itemList"]:
            number = item["itemId"][1:]
            self.assertEqual(item["metadata"]["TITLE"], "Film " + number)

    def test_rows_can_be_added(self):
        job = imported("Items", "s3://films/items.csv", "added", importMode="INCREMENTAL")
        self.assertEqual(job["status"], "ACTIVE", job.get("failureReason"))
        described = self.call(
            "DescribeDatasetImportJob", datasetImportJobArn=job["datasetImportJobArn"]
        )
        self.assertEqual(described["datasetImportJob"]["importMode"], "INCREMENTAL")

    def test_users_can_be_deleted(self):
        (server.workspace / "buckets" / "films" / "gone.csv").write_text("USER_ID\nu79\n")
        status, answer = server.raw(
            "CreateDataDeletionJob",
            {
                "jobName": "rules-gone",
                "datasetGroupArn": group,
                "dataSource": {"dataLocation": "s3://films/gone.csv"},
                "roleArn": ROLE,
            },
        )
        self.assertEqual(status, 200, answer)
        arn = {"dataDeletionJobArn": answer["dataDeletionJobArn"]}
        self.assertTrue(arn["dataDeletionJobArn"].endswith(":data-deletion-job/rules-gone"))
        until = time.monotonic() + 60
        while time.monotonic() < until:
            job = server.raw("DescribeDataDeletionJob", arn)[1]["dataDeletionJob"]
            if job["status"] in ("COMPLETED", "FAILED"):
                break
            self.assertIn(job["status"], ("PENDING", "IN_PROGRESS"))
            time.sleep(0.05)
        self.assertEqual((job["status"], job["numDeleted"]), ("COMPLETED", endpoint_server.STEPS))
        listed = server.raw("ListDataDeletionJobs", {"datasetGroupArn": group})[1]
        self.assertEqual([each["jobName"] for each in listed["dataDeletionJobs"]], ["rules-gone"])

    def test_a_schema_can_be_replaced(self):
        def named(name, document):
            arn = self.call("CreateSchema", name=name, schema=json.dumps(document))["schemaArn"]
            self.addCleanup(self.call, "DeleteSchema", schemaArn=arn)
            return arn

        document = json.loads(endpoint_server.ITEMS_SCHEMA)
        fields = document["fields"]
        wider = dict(document, fields=fields + [{"name": "PRICE", "type": ["null", "float"]}])
        narrow = dict(document, fields=[each for each in fields if each["name"] != "TITLE"])
        first, wider, narrow = (
            named("replaced", document), named("wider", wider), named("narrow", narrow)
        )
        other = {"datasetGroupArn": self.call("CreateDatasetGroup", name="other")["datasetGroupArn"]}
        self.addCleanup(self.call, "DeleteDatasetGroup", **other)
        wait_until_done(lambda: self.call("DescribeDatasetGroup", **other)["datasetGroup"])
        dataset = {
            "datasetArn": self.call(
                "CreateDataset", name="other", schemaArn=first, datasetType="Items", **other
            )["datasetArn"]
        }
        self.addCleanup(self.call, "DeleteDataset", **dataset)
        item = {"itemId": "f1", "properties": json.dumps(
            {"genres": "Drama", "title": "One", "creationTimestamp": 1})}
        self.call("/items", items=[item], **dataset)

        self.call("UpdateDataset", schemaArn=wider, **dataset)
        update = wait_until_done(
            lambda: self.call("DescribeDataset", **dataset)["dataset"]["latestDatasetUpdate"]
        )
        self.assertEqual((update["status"], update["schemaArn"]), ("ACTIVE", wider))
        self.assertEqual(self.call("DescribeDataset", **dataset)["dataset"]["schemaArn"], wider)
        status, answer = server.raw("UpdateDataset", {"schemaArn": narrow, **dataset})
        self.assertEqual((status, answer["__type"]), (400, "InvalidInputException"))
        self.assertIn("TITLE", answer["message"])

    def test_newer_operations_say_that_they_are_missing(self):
        for operation, body in (
            ("UpdateRecommender", {"recommenderArn": NOWHERE + "recommender/none"}),
            ("/action-recommendations", {"campaignArn": NOWHERE + "campaign/none"}),
        ):
            status, answer = server.raw(operation, body)
            self.assertEqual((status, answer["__type"]), (400, "InvalidInputException"), operation)


class Signatures(unittest.TestCase):
    def refusal(self, client):
        with self.assertRaises(ClientError) as caught:
            client.list_recipes()
        return caught.exception.response["Error"]["Code"]

    def test_keys_open_and_close(self):
        key = server.keys("create", "--note", "for a while")
        pair = key["access_key_id"], key["secret_access_key"]
        client = server.client("personalize", *pair)
        self.assertTrue(client.list_recipes()["recipes"])
        server.keys("revoke", pair[0])
        self.assertEqual(self.refusal(client), "InvalidClientTokenId")

    def test_a_wrong_secret(self):
        wrong = server.client("personalize", secret="x" * 40)
        self.assertEqual(self.refusal(wrong), "InvalidSignatureException")

    def test_an_unknown_key(self):
        unknown = server.client("personalize", key_id="FTKAAAAAAAAAAAAAAAAA")
        self.assertEqual(self.refusal(unknown), "InvalidClientTokenId")

    def test_localhost_is_the_same_place(self):
        url = server.url.replace("127.0.0.1", "localhost")
        self.assertTrue(server.client("personalize", url=url).list_recipes()["recipes"])

    def altered(self, change):
        status, answer = server.raw("ListRecipes", {}, change)
        return status, answer.get("__type")

    def test_altered_requests(self):
        def body(request):
            request.data = b'{"maxResults": 1}'

        def target(request):
            request.headers.replace_header("X-Amz-Target", "AmazonPersonalize.ListSchemas")

        def extra(request):
            request.headers["X-Amz-Extra"] = "not signed"

        def unsigned(request):
            del request.headers["Authorization"]

        def host(request):
            request.headers["Host"] = "films.example:8765"

        def page(request):
            request.headers["Origin"] = "https://films.example"

        self.assertEqual(self.altered(None), (200, None))
        self.assertEqual(self.altered(body), (403, "InvalidSignatureException"))
        self.assertEqual(self.altered(target), (403, "InvalidSignatureException"))
        self.assertEqual(self.altered(extra), (400, "IncompleteSignature"))
        self.assertEqual(self.altered(unsigned), (403, "MissingAuthenticationToken"))
        self.assertEqual(self.altered(host), (403, "AccessDeniedException"))
        self.assertEqual(self.altered(page), (403, "AccessDeniedException"))

    def test_clocks_a_quarter_of_an_hour_off(self):
        for minutes, expected in (
            (0, (200, None)),
            (14, (200, None)),
            (-14, (200, None)),
            (16, (400, "RequestExpired")),
            (-16, (400, "RequestExpired")),
        ):
            then = datetime.datetime.utcnow() + datetime.timedelta(minutes=minutes)
            with mock.patch("botocore.auth.datetime") as clock:
                clock.datetime.utcnow.return_value = then
                self.assertEqual(self.altered(None), expected, f"{minutes} minutes")


if __name__ == "__main__":
    endpoint_server.main()
