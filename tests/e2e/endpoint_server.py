# SPDX-License-Identifier: GPL-3.0-or-later
"""A server on a free port with a workspace that is gone afterwards, and data small enough to train
in a second: films in six genres that people watch in a fixed order within a genre."""

import json
import os
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile
import time
import unittest
import urllib.error
import urllib.request

NEWEST = 1_600_000_000  # time of the last interaction, epoch seconds
USERS, FILMS, NEW_FILMS, GENRES, STEPS = 80, 60, 6, 6, 20
ROLE = "arn:aws:iam::123456789012:role/PersonalizeRole"
REGION = "us-east-1"


def schema(name, *fields):
    return json.dumps(
        {
            "type": "record",
            "name": name,
            "namespace": "com.amazonaws.personalize.schema",
            "fields": [dict(name=field[0], type=field[1], **dict(field[2:])) for field in fields],
            "version": "1.0",
        }
    )


INTERACTIONS_SCHEMA = schema(
    "Interactions",
    ("USER_ID", "string"),
    ("ITEM_ID", "string"),
    ("EVENT_TYPE", "string"),
    ("EVENT_VALUE", ["null", "float"]),
    ("TIMESTAMP", "long"),
    ("IMPRESSION", "string"),
)
ITEMS_SCHEMA = schema(
    "Items",
    ("ITEM_ID", "string"),
    ("GENRES", ["null", "string"], ("categorical", True)),
    ("TITLE", "string"),
    ("CREATION_TIMESTAMP", "long"),
)


def interactions_csv():
    draw = random.Random(7)
    old = FILMS - NEW_FILMS
    rows = ["USER_ID,ITEM_ID,EVENT_TYPE,EVENT_VALUE,TIMESTAMP,IMPRESSION"]
    for user in range(USERS):
        for step in range(STEPS):
            film = step % (old // GENRES) * GENRES + user % GENRES
            if draw.random() < 0.1:
                film = draw.randrange(old)
            at = NEWEST - (STEPS - step) * 3600 - user
            shown = "|".join(f"i{each}" for each in {film, draw.randrange(old)})
            rows.append(f"u{user},i{film},watch,{draw.random():.2f},{at},{shown}")
    rows.append(f"u0,i0,watch,1,{NEWEST},i0")
    return "\n".join(rows) + "\n"


def items_csv():
    rows = ["ITEM_ID,GENRES,TITLE,CREATION_TIMESTAMP"]
    for film in range(FILMS):
        created = NEWEST if film >= FILMS - NEW_FILMS else NEWEST - 90 * 86400
        rows.append(f"i{film},Genre{film % GENRES},Film {film},{created}")
    return "\n".join(rows) + "\n"


class Server:
    def __init__(self, cli, *options):
        self.cli = cli
        self.workspace = pathlib.Path(tempfile.mkdtemp(prefix="foretaste-test-"))
        bucket = self.workspace / "buckets" / "films"
        bucket.mkdir(parents=True)
        (bucket / "interactions.csv").write_text(interactions_csv())
        (bucket / "items.csv").write_text(items_csv())
        key = self.keys("create", "--note", "tests")
        self.key_id, self.secret = key["access_key_id"], key["secret_access_key"]
        self.process = subprocess.Popen(
            [cli, "--workspace", self.workspace, *options, "serve", "--port", "0"],
            stdout=subprocess.PIPE,
            text=True,
        )
        self.url = self.process.stdout.readline().strip()

    def keys(self, *arguments):
        command = [self.cli, "--workspace", self.workspace, "keys", *arguments, "--json"]
        return json.loads(subprocess.run(command, check=True, capture_output=True).stdout)

    def stop(self):
        """Ends the program; the workspace stays."""
        self.process.terminate()
        self.process.wait(timeout=60)
        self.process.stdout.close()

    def close(self):
        if self.process.returncode is None:
            self.stop()
        shutil.rmtree(self.workspace)
        assert self.process.returncode == 0, "the server did not end well"

    def client(self, service, key_id=None, secret=None, url=None):
        import boto3
        from botocore.config import Config

        return boto3.session.Session().client(
            service,
            endpoint_url=url or self.url,
            region_name=REGION,
            aws_access_key_id=key_id or self.key_id,
            aws_secret_access_key=secret or self.secret,
            config=Config(retries={"max_attempts": 0}),
        )

    def filled_group(self, name):
        """A dataset group with interactions and items in it; its ARN."""
        personalize = self.client("personalize")
        group = personalize.create_dataset_group(name=name)["datasetGroupArn"]
        jobs = []
        for kind, document in (
            ("Interactions", INTERACTIONS_SCHEMA),
            ("Items", ITEMS_SCHEMA),
        ):
            schema = personalize.create_schema(name=f"{name}-{kind}", schema=document)
            dataset = personalize.create_dataset(
                name=f"{name}-{kind}",
                schemaArn=schema["schemaArn"],
                datasetGroupArn=group,
                datasetType=kind,
            )
            job = personalize.create_dataset_import_job(
                jobName=f"{name}-{kind}",
                datasetArn=dataset["datasetArn"],
                dataSource={"dataLocation": f"s3://films/{kind.lower()}.csv"},
                roleArn=ROLE,
            )
            jobs.append(job["datasetImportJobArn"])
        describe = personalize.describe_dataset_import_job
        for arn in jobs:
            job = wait_until_done(lambda: describe(datasetImportJobArn=arn)["datasetImportJob"])
            assert job["status"] == "ACTIVE", job
        return group

    def trained_version(self, group, recipe):
        """A version of a new solution that is called like its recipe; its ARN."""
        personalize = self.client("personalize")
        solution = personalize.create_solution(
            name=recipe,
            datasetGroupArn=group,
            recipeArn=f"arn:aws:personalize:::recipe/{recipe}",
        )["solutionArn"]
        arn = personalize.create_solution_version(solutionArn=solution)["solutionVersionArn"]
        describe = personalize.describe_solution_version
        version = wait_until_done(lambda: describe(solutionVersionArn=arn)["solutionVersion"])
        assert version["status"] == "ACTIVE", version
        return arn

    def raw(self, operation, body, change=None):
        """Signs and sends what these clients' models do not know yet: an operation's name of the
        control plane, or a path. `change` alters the request after it was signed. Returns the
        status and the body."""
        from botocore.auth import SigV4Auth
        from botocore.awsrequest import AWSRequest
        from botocore.credentials import Credentials

        runtime = operation.startswith("/")
        headers = {"Content-Type": "application/json"}
        if not runtime:
            headers = {
                "Content-Type": "application/x-amz-json-1.1",
                "X-Amz-Target": "AmazonPersonalize." + operation,
            }
        request = AWSRequest(
            "POST",
            self.url + (operation if runtime else "/"),
            headers=headers,
            data=json.dumps(body).encode(),
        )
        SigV4Auth(Credentials(self.key_id, self.secret), "personalize", REGION).add_auth(request)
        if change:
            change(request)
        sent = urllib.request.Request(request.url, request.data, dict(request.headers))
        try:
            with urllib.request.urlopen(sent) as answer:
                text = answer.read()
                return answer.status, json.loads(text) if text else None
        except urllib.error.HTTPError as error:
            return error.code, json.loads(error.read())


def wait_until_done(describe, seconds=120):
    """Polls as scripts for the service do; the resource in its final state."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        resource = describe()
        if resource["status"] in ("ACTIVE", "CREATE FAILED", "CREATE STOPPED"):
            return resource
        time.sleep(0.05)
    raise AssertionError(f"still {resource['status']} after {seconds} s")


def main():
    """Runs the tests of a script whose first argument is the program to test."""
    cli = os.path.abspath(sys.argv.pop(1))
    os.environ["FORETASTE_CLI"] = cli
    unittest.main(module="__main__", verbosity=2, warnings="ignore")


def skip(reason):
    print(f"skipped: {reason}")
    sys.exit(0)
