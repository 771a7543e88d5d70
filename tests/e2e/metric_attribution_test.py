# SPDX-License-Identifier: GPL-3.0-or-later
"""Metric attribution as a script sets it up: metrics over events, events that name their source or
the list they came from, and the report in a bucket."""

import csv
import os
import unittest

import endpoint_server
from endpoint_server import NEWEST, ROLE, wait_until_done

try:
    import boto3  # noqa: F401
except ImportError:
    endpoint_server.skip("there is no boto3 (Debian: python3-boto3)")


class MetricAttribution(unittest.TestCase):
    def setUp(self):
        self.server = endpoint_server.Server(os.environ["FORETASTE_CLI"])
        self.addCleanup(self.server.close)
        self.personalize = self.server.client("personalize")

    def reports(self):
        folder = self.server.workspace / "buckets" / "films" / "reports"
        return {
            file.name: list(csv.DictReader(file.read_text().splitlines()))
            for file in folder.glob("AggregatedAttributionMetrics - *.csv")
        }

    def test_from_events_to_reports(self):
        personalize = self.personalize
        group = self.server.filled_group("attributed")
        arn = personalize.create_metric_attribution(
            name="films-watched",
            datasetGroupArn=group,
            metrics=[
                {"eventType": "watch", "metricName": "watches", "expression": "SAMPLECOUNT()"},
                {
                    "eventType": "watch",
                    "metricName": "watched",
                    "expression": "SUM(Interactions.EVENT_VALUE)",
                },
            ],
            metricsOutputConfig={
                "roleArn": ROLE,
                "s3DataDestination": {"path": "s3://films/reports/"},
            },
        )["metricAttributionArn"]
        described = personalize.describe_metric_attribution(metricAttributionArn=arn)
        self.assertEqual(described["metricAttribution"]["status"], "ACTIVE")
        self.assertEqual(
            personalize.list_metric_attributions(datasetGroupArn=group)["metricAttributions"][0][
                "name"
            ],
            "films-watched",
        )
        pages = personalize.get_paginator("list_metric_attribution_metrics").paginate(
            metricAttributionArn=arn, PaginationConfig={"PageSize": 1}
        )
        names = [metric["metricName"] for page in pages for metric in page["metrics"]]
        self.assertEqual(names, ["watches", "watched"])

        version = self.server.trained_version(group, "aws-popularity-count")
        campaign = personalize.create_campaign(name="home", solutionVersionArn=version)[
            "campaignArn"
        ]
        wait_until_done(lambda: personalize.describe_campaign(campaignArn=campaign)["campaign"])
        answer = self.server.client("personalize-runtime").get_recommendations(
            campaignArn=campaign, userId="u1"
        )
        tracker = personalize.create_event_tracker(name="tracker", datasetGroupArn=group)
        for members in (
            {"recommendationId": answer["recommendationId"]},
            {"metricAttribution": {"eventAttributionSource": "newsletter"}},
            {},
        ):
            event = {
                "eventType": "watch",
                "itemId": "i1",
                "eventValue": 0.5,
                "sentAt": NEWEST,
                **members,
            }
            self.server.client("personalize-events").put_events(
                trackingId=tracker["trackingId"], userId="u1", sessionId="s", eventList=[event]
            )
        job = personalize.create_dataset_import_job(
            jobName="again",
            datasetArn=personalize.list_datasets(datasetGroupArn=group)["datasets"][0]["datasetArn"],
            dataSource={"dataLocation": "s3://films/interactions.csv"},
            roleArn=ROLE,
            importMode="FULL",
            publishAttributionMetricsToS3=True,
        )["datasetImportJobArn"]
        job = wait_until_done(
            lambda: personalize.describe_dataset_import_job(datasetImportJobArn=job)[
                "datasetImportJob"
            ]
        )
        self.assertEqual(job["status"], "ACTIVE", job)
        personalize.delete_metric_attribution(metricAttributionArn=arn)  # writes what is pending

        reports = self.reports()
        imported = [rows for name, rows in reports.items() if " - FULL - " in name]
        watches = sum(float(r["VALUE"]) for r in imported[0] if r["METRIC_NAME"] == "watches")
        self.assertEqual(watches, endpoint_server.USERS * endpoint_server.STEPS + 1)
        put = [rows for name, rows in reports.items() if " - PUT - " in name]
        self.assertEqual(len(put), 1)
        self.assertEqual(
            {
                row["EVENT_ATTRIBUTION_SOURCE"]: (row["VALUE"], row["MATH_FUNCTION"])
                for row in put[0]
                if row["METRIC_NAME"] == "watched"
            },
            dict.fromkeys((campaign, "newsletter", "SOURCE_NAME_UNDEFINED"), ("0.5", "sum")),
        )
        self.assertEqual({int(row["TIMESTAMP"]) for row in put[0]}, {NEWEST - NEWEST % 900})


if __name__ == "__main__":
    endpoint_server.main()
