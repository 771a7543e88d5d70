# SPDX-License-Identifier: GPL-3.0-or-later
"""Batch jobs as scripts for the managed service run them: JSON lines go into a bucket, a job is
made and waited for, and its output is read line by line."""

import json
import os
import unittest

import endpoint_server
from endpoint_server import ROLE, wait_until_done

try:
    from botocore.exceptions import ClientError
    import boto3  # noqa: F401
except ImportError:
    endpoint_server.skip("there is no boto3 (Debian: python3-boto3)")


def setUpModule():
    global server, personalize, group, versions
    server = endpoint_server.Server(os.environ["FORETASTE_CLI"])
    personalize = server.client("personalize")
    try:
        group = server.filled_group("batch")
        versions = {
            recipe: server.trained_version(group, recipe)
            for recipe in ("aws-user-personalization", "aws-similar-items", "aws-item-affinity")
        }
    except BaseException:
        server.close()
        raise


def tearDownModule():
    server.close()


def put(key, lines):
    path = server.workspace / "buckets" / "films" / key
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(json.dumps(line) + "\n" for line in lines))


def got(key):
    text = (server.workspace / "buckets" / "films" / key).read_text()
    return [json.loads(line) for line in text.splitlines()]


def run(name, recipe, source, **members):
    arn = personalize.create_batch_inference_job(
        jobName=name,
        solutionVersionArn=versions[recipe],
        roleArn=ROLE,
        jobInput={"s3DataSource": {"path": f"s3://films/{source}"}},
        jobOutput={"s3DataDestination": {"path": f"s3://films/{name}/"}},
        **members,
    )["batchInferenceJobArn"]
    return wait_until_done(
        lambda: personalize.describe_batch_inference_job(batchInferenceJobArn=arn)[
            "batchInferenceJob"
        ]
    )


class BatchInference(unittest.TestCase):
    def test_for_users(self):
        put("in/users.json", [{"userId": f"u{user}"} for user in range(50)])
        job = run(
            "for-users",
            "aws-user-personalization",
            "in/users.json",
            numResults=10,
            batchInferenceJobConfig={"itemExplorationConfig": {"explorationWeight": "0.1"}},
            tags=[{"tagKey": "team", "tagValue": "films"}],
        )
        self.assertEqual(job["status"], "ACTIVE")
        self.assertEqual(job["numResults"], 10)
        self.assertEqual(job["jobInput"], {"s3DataSource": {"path": "s3://films/in/users.json"}})
        lines = got("for-users/users.json.out")
        self.assertEqual([line["input"]["userId"] for line in lines], [f"u{u}" for u in range(50)])
        for line in lines:
            self.assertEqual(line.keys(), {"input", "output", "error"})
            self.assertIsNone(line["error"])
            self.assertEqual(line["output"].keys(), {"recommendedItems", "scores"})
            self.assertEqual(len(set(line["output"]["recommendedItems"])), 10)
            scores = line["output"]["scores"]
            self.assertEqual(scores, sorted(scores, reverse=True))
        tags = personalize.list_tags_for_resource(resourceArn=job["batchInferenceJobArn"])["tags"]
        self.assertEqual(tags, [{"tagKey": "team", "tagValue": "films"}])

    def test_for_items_with_a_line_that_cannot_be_answered(self):
        put("in/items.json", [{"itemId": "i8"}, {"userId": "u1"}, {"itemId": "i9"}])
        job = run("for-items", "aws-similar-items", "in/items.json")
        self.assertEqual(job["status"], "ACTIVE")
        lines = got("for-items/items.json.out")
        self.assertEqual([bool(line["error"]) for line in lines], [False, True, False])
        self.assertEqual(lines[1]["output"], {"recommendedItems": []})
        self.assertEqual(len(lines[0]["output"]["recommendedItems"]), 25)

    def test_lists_and_errors(self):
        put("in/list.json", [{"userId": "u1"}])
        for number in range(3):
            run(f"listed-{number}", "aws-user-personalization", "in/list.json")
        pages = personalize.get_paginator("list_batch_inference_jobs").paginate(
            solutionVersionArn=versions["aws-user-personalization"],
            PaginationConfig={"PageSize": 2},
        )
        names = [job["jobName"] for page in pages for job in page["batchInferenceJobs"]]
        self.assertTrue({"listed-0", "listed-1", "listed-2"} <= set(names))
        for code, members in (
            ("ResourceAlreadyExistsException", {}),
            ("InvalidInputException", {"jobName": "no-input", "source": "in/nothing.json"}),
            ("ResourceNotFoundException", {"jobName": "no-filter", "filterArn": group + "x"}),
        ):
            request = {"name": "listed-0", "source": "in/list.json", **members}
            request["name"] = request.pop("jobName", request["name"])
            with self.subTest(code), self.assertRaises(ClientError) as caught:
                run(request.pop("name"), "aws-user-personalization", **request)
            self.assertEqual(caught.exception.response["Error"]["Code"], code)


class BatchSegment(unittest.TestCase):
    def test_users_for_items(self):
        put("segments/items.json", [{"itemId": "i8"}, {"itemId": "i9"}])
        arn = personalize.create_batch_segment_job(
            jobName="segments",
            solutionVersionArn=versions["aws-item-affinity"],
            roleArn=ROLE,
            numResults=4,
            jobInput={"s3DataSource": {"path": "s3://films/segments/items.json"}},
            jobOutput={"s3DataDestination": {"path": "s3://films/segments-out/"}},
        )["batchSegmentJobArn"]
        job = wait_until_done(
            lambda: personalize.describe_batch_segment_job(batchSegmentJobArn=arn)[
                "batchSegmentJob"
            ]
        )
        self.assertEqual(job["status"], "ACTIVE", job)
        first, second = got("segments-out/items.json.out")
        self.assertEqual(first["input"], {"itemId": "i8"})
        # Users keep to the genre of their number, and films are of theirs; by chance one in six
        # of those picked would be of the film's genre.
        hits = 0
        for line, genre in ((first, 2), (second, 3)):
            users = line["output"]["recommendedUsers"]
            self.assertEqual(len(users), 4)
            hits += sum(int(user[1:]) % 6 == genre for user in users)
        self.assertGreaterEqual(hits, 4)
        listed = personalize.list_batch_segment_jobs()["batchSegmentJobs"]
        self.assertEqual([each["jobName"] for each in listed], ["segments"])


if __name__ == "__main__":
    endpoint_server.main()
