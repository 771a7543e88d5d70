# SPDX-License-Identifier: GPL-3.0-or-later
"""A short walkthrough in aws-cli."""

import json
import os
import shutil
import subprocess
import tempfile
import unittest

import endpoint_server
from endpoint_server import ROLE, wait_until_done

# Debian's first: what else is called aws may be a wrapper without the program.
AWS = shutil.which("aws", path="/usr/bin") or shutil.which("aws")
if not AWS:
    endpoint_server.skip("there is no aws-cli (Debian: awscli)")


def setUpModule():
    global server
    server = endpoint_server.Server(os.environ["FORETASTE_CLI"])


def tearDownModule():
    server.close()


def aws(service, operation, **members):
    """One call; the answer, or the text of the error."""
    command = [AWS, service, operation, "--endpoint-url", server.url]
    for name, value in members.items():
        text = value if isinstance(value, str) else json.dumps(value)
        command += ["--" + name.replace("_", "-"), text]
    with tempfile.TemporaryDirectory() as home:
        environment = {
            "PATH": "/usr/bin:/bin",
            "HOME": home,
            "AWS_ACCESS_KEY_ID": server.key_id,
            "AWS_SECRET_ACCESS_KEY": server.secret,
            "AWS_DEFAULT_REGION": endpoint_server.REGION,
            "AWS_EC2_METADATA_DISABLED": "true",
            "AWS_PAGER": "",
        }
        done = subprocess.run(command, env=environment, capture_output=True, text=True)
    if done.returncode != 0:
        return done.stderr
    return json.loads(done.stdout) if done.stdout.strip() else None


class AwsCli(unittest.TestCase):
    def personalize(self, operation, **members):
        answer = aws("personalize", operation, **members)
        self.assertNotIsInstance(answer, str)
        return answer

    def settled(self, noun, arn):
        name = "".join(part.title() for part in noun.split("-"))
        name = name[0].lower() + name[1:]
        member = noun.replace("-", "_") + "_arn"
        resource = wait_until_done(
            lambda: self.personalize("describe-" + noun, **{member: arn})[name]
        )
        self.assertEqual(resource["status"], "ACTIVE", resource.get("failureReason"))

    def test_from_data_to_recommendations_and_back(self):
        group = self.personalize("create-dataset-group", name="club")["datasetGroupArn"]
        self.settled("dataset-group", group)
        schema = self.personalize(
            "create-schema", name="club", schema=endpoint_server.INTERACTIONS_SCHEMA
        )["schemaArn"]
        dataset = self.personalize(
            "create-dataset",
            name="club",
            dataset_group_arn=group,
            dataset_type="Interactions",
            schema_arn=schema,
        )["datasetArn"]
        job = self.personalize(
            "create-dataset-import-job",
            job_name="club",
            dataset_arn=dataset,
            data_source="dataLocation=s3://films/interactions.csv",
            role_arn=ROLE,
        )["datasetImportJobArn"]
        self.settled("dataset-import-job", job)
        solution = self.personalize(
            "create-solution",
            name="club",
            dataset_group_arn=group,
            recipe_arn="arn:aws:personalize:::recipe/aws-popularity-count",
        )["solutionArn"]
        version = self.personalize("create-solution-version", solution_arn=solution)[
            "solutionVersionArn"
        ]
        self.settled("solution-version", version)
        metrics = self.personalize("get-solution-metrics", solution_version_arn=version)
        self.assertEqual(len(metrics["metrics"]), 8)
        campaign = self.personalize(
            "create-campaign",
            name="club",
            solution_version_arn=version,
            min_provisioned_tps="1",
        )["campaignArn"]
        self.settled("campaign", campaign)

        answer = aws(
            "personalize-runtime",
            "get-recommendations",
            campaign_arn=campaign,
            user_id="u1",
            num_results="3",
        )
        self.assertEqual(len(answer["itemList"]), 3)
        tracker = self.personalize("create-event-tracker", name="club", dataset_group_arn=group)
        event = {"eventType": "watch", "itemId": "i1", "sentAt": endpoint_server.NEWEST}
        put = aws(
            "personalize-events",
            "put-events",
            tracking_id=tracker["trackingId"],
            user_id="u1",
            session_id="s1",
            event_list=[event],
        )
        self.assertIsNone(put)

        self.assertIn(
            "ResourceInUseException", aws("personalize", "delete-solution", solution_arn=solution)
        )
        self.personalize("delete-campaign", campaign_arn=campaign)
        self.personalize("delete-solution", solution_arn=solution)
        self.personalize("delete-event-tracker", event_tracker_arn=tracker["eventTrackerArn"])
        self.personalize("delete-dataset", dataset_arn=dataset)
        self.personalize("delete-schema", schema_arn=schema)
        self.personalize("delete-dataset-group", dataset_group_arn=group)
        self.assertEqual(self.personalize("list-dataset-groups")["datasetGroups"], [])
        self.assertIn(
            "ResourceNotFoundException",
            aws("personalize", "describe-dataset-group", dataset_group_arn=group),
        )


if __name__ == "__main__":
    endpoint_server.main()
