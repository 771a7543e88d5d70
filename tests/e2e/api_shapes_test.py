# SPDX-License-Identifier: GPL-3.0-or-later
"""Every answer member by member: what must be in it, what may be, of which type, in the API's
spelling, and nothing else."""

import os
import unittest

import endpoint_server
from endpoint_server import NEWEST, ROLE, wait_until_done

try:
    import botocore.session
except ImportError:
    endpoint_server.skip("there is no botocore (Debian: python3-botocore)")

# Members that are always there | members that may be there. Types: s text, i whole number,
# n number, t time in epoch seconds, b true or false, {s} a map of such, [X] a list, X a shape.
SHAPES = {
    name: [dict(each.split(":") for each in part.split()) for part in members.split("|")]
    for name, members in {
        "DatasetGroup": """name:s datasetGroupArn:s status:s creationDateTime:t
            lastUpdatedDateTime:t | roleArn:s kmsKeyArn:s failureReason:s domain:s""",
        "DatasetGroupSummary": """name:s datasetGroupArn:s status:s creationDateTime:t
            lastUpdatedDateTime:t | failureReason:s domain:s""",
        "Schema": """name:s schemaArn:s schema:s creationDateTime:t lastUpdatedDateTime:t
            | domain:s""",
        "SchemaSummary": """name:s schemaArn:s creationDateTime:t lastUpdatedDateTime:t
            | domain:s""",
        "Dataset": """name:s datasetArn:s datasetGroupArn:s datasetType:s schemaArn:s status:s
            creationDateTime:t lastUpdatedDateTime:t | latestDatasetUpdate:Any trackingId:s""",
        "DatasetSummary": """name:s datasetArn:s datasetType:s status:s creationDateTime:t
            lastUpdatedDateTime:t |""",
        "DataSource": "dataLocation:s |",
        "DatasetImportJob": """jobName:s datasetImportJobArn:s datasetArn:s
            dataSource:DataSource status:s creationDateTime:t lastUpdatedDateTime:t importMode:s
            roleArn:s | failureReason:s publishAttributionMetricsToS3:b""",
        "DatasetImportJobSummary": """datasetImportJobArn:s jobName:s status:s creationDateTime:t
            lastUpdatedDateTime:t importMode:s | failureReason:s""",
        "EventTracker": """name:s eventTrackerArn:s accountId:s trackingId:s datasetGroupArn:s
            status:s creationDateTime:t lastUpdatedDateTime:t |""",
        "EventTrackerSummary": """name:s eventTrackerArn:s status:s creationDateTime:t
            lastUpdatedDateTime:t |""",
        "Recipe": """name:s recipeArn:s algorithmArn:s status:s description:s creationDateTime:t
            recipeType:s lastUpdatedDateTime:t | featureTransformationArn:s""",
        "RecipeSummary": """name:s recipeArn:s status:s creationDateTime:t
            lastUpdatedDateTime:t | domain:s""",
        "IntegerRange": "name:s minValue:i maxValue:i isTunable:b |",
        "ContinuousRange": "name:s minValue:n maxValue:n isTunable:b |",
        "CategoricalRange": "name:s values:[s] isTunable:b |",
        "Ranges": """integerHyperParameterRanges:[IntegerRange]
            continuousHyperParameterRanges:[ContinuousRange]
            categoricalHyperParameterRanges:[CategoricalRange] |""",
        "Algorithm": """name:s algorithmArn:s defaultHyperParameters:{s}
            defaultHyperParameterRanges:Ranges creationDateTime:t lastUpdatedDateTime:t |""",
        "FeatureTransformation": """name:s featureTransformationArn:s defaultParameters:{s}
            creationDateTime:t lastUpdatedDateTime:t status:s |""",
        "SolutionVersionSummary": """solutionVersionArn:s status:s trainingMode:s trainingType:s
            creationDateTime:t lastUpdatedDateTime:t | failureReason:s""",
        "SolutionUpdate": """solutionUpdateConfig:Any status:s performAutoTraining:b
            creationDateTime:t lastUpdatedDateTime:t | performIncrementalUpdate:b
            failureReason:s""",
        "Solution": """name:s solutionArn:s performHPO:b performAutoML:b performAutoTraining:b
            performIncrementalUpdate:b recipeArn:s datasetGroupArn:s status:s creationDateTime:t
            lastUpdatedDateTime:t latestSolutionVersion:SolutionVersionSummary
            latestSolutionUpdate:SolutionUpdate eventType:s solutionConfig:Any | autoMLResult:Any""",
        "SolutionSummary": """name:s solutionArn:s status:s creationDateTime:t
            lastUpdatedDateTime:t recipeArn:s |""",
        "SolutionVersion": """solutionVersionArn:s solutionArn:s performHPO:b performAutoML:b
            performIncrementalUpdate:b recipeArn:s eventType:s datasetGroupArn:s
            solutionConfig:Any trainingHours:n trainingMode:s status:s creationDateTime:t
            lastUpdatedDateTime:t trainingType:s | name:s tunedHPOParams:Any failureReason:s""",
        "CampaignUpdate": """solutionVersionArn:s minProvisionedTPS:i campaignConfig:Any status:s
            creationDateTime:t lastUpdatedDateTime:t | failureReason:s""",
        "Campaign": """name:s campaignArn:s solutionVersionArn:s minProvisionedTPS:i
            campaignConfig:Any status:s creationDateTime:t lastUpdatedDateTime:t
            latestCampaignUpdate:CampaignUpdate | failureReason:s""",
        "CampaignSummary": """name:s campaignArn:s status:s creationDateTime:t
            lastUpdatedDateTime:t | failureReason:s""",
        "BatchInferenceJob": """jobName:s batchInferenceJobArn:s solutionVersionArn:s numResults:i
            jobInput:JobInput jobOutput:JobOutput roleArn:s batchInferenceJobMode:s status:s
            creationDateTime:t lastUpdatedDateTime:t | filterArn:s failureReason:s
            batchInferenceJobConfig:Any themeGenerationConfig:Any""",
        "BatchInferenceJobSummary": """batchInferenceJobArn:s jobName:s status:s creationDateTime:t
            lastUpdatedDateTime:t solutionVersionArn:s batchInferenceJobMode:s | failureReason:s""",
        "BatchSegmentJob": """jobName:s batchSegmentJobArn:s solutionVersionArn:s numResults:i
            jobInput:JobInput jobOutput:JobOutput roleArn:s status:s creationDateTime:t
            lastUpdatedDateTime:t | filterArn:s failureReason:s""",
        "BatchSegmentJobSummary": """batchSegmentJobArn:s jobName:s status:s creationDateTime:t
            lastUpdatedDateTime:t solutionVersionArn:s | failureReason:s""",
        "Location": "path:s | kmsKeyArn:s",
        "JobInput": "s3DataSource:Location |",
        "JobOutput": "s3DataDestination:Location |",
        "MetricAttribution": """name:s metricAttributionArn:s datasetGroupArn:s
            metricsOutputConfig:MetricsOutput status:s creationDateTime:t lastUpdatedDateTime:t
            | failureReason:s""",
        "MetricsOutput": "roleArn:s | s3DataDestination:Location",
        "MetricAttributionSummary": """name:s metricAttributionArn:s status:s creationDateTime:t
            lastUpdatedDateTime:t | failureReason:s""",
        "Metric": "eventType:s metricName:s expression:s |",
        "RecommenderConfig": """minRecommendationRequestsPerSecond:i | itemExplorationConfig:{s}
            trainingDataConfig:Any enableMetadataWithRecommendations:b""",
        "RecommenderUpdate": """recommenderConfig:RecommenderConfig status:s creationDateTime:t
            lastUpdatedDateTime:t | failureReason:s""",
        "Recommender": """recommenderArn:s datasetGroupArn:s name:s recipeArn:s
            recommenderConfig:RecommenderConfig creationDateTime:t lastUpdatedDateTime:t status:s
            modelMetrics:{n} latestRecommenderUpdate:RecommenderUpdate | failureReason:s""",
        "RecommenderSummary": """name:s recommenderArn:s datasetGroupArn:s recipeArn:s
            recommenderConfig:RecommenderConfig status:s creationDateTime:t
            lastUpdatedDateTime:t |""",
        "Filter": """name:s filterArn:s creationDateTime:t lastUpdatedDateTime:t
            datasetGroupArn:s filterExpression:s status:s | failureReason:s""",
        "FilterSummary": """name:s filterArn:s creationDateTime:t lastUpdatedDateTime:t
            datasetGroupArn:s status:s | failureReason:s""",
        "Tag": "tagKey:s tagValue:s |",
        "Item": "itemId:s | score:n promotionName:s metadata:{s} reason:[s]",
    }.items()
}

LISTS = [  # operation, member of the answer, shape of an entry, request member of the parent
    ("ListDatasetGroups", "datasetGroups", "DatasetGroupSummary", None),
    ("ListSchemas", "schemas", "SchemaSummary", None),
    ("ListDatasets", "datasets", "DatasetSummary", "datasetGroupArn"),
    ("ListDatasetImportJobs", "datasetImportJobs", "DatasetImportJobSummary", "datasetArn"),
    ("ListEventTrackers", "eventTrackers", "EventTrackerSummary", "datasetGroupArn"),
    ("ListRecipes", "recipes", "RecipeSummary", None),
    ("ListSolutions", "solutions", "SolutionSummary", "datasetGroupArn"),
    ("ListSolutionVersions", "solutionVersions", "SolutionVersionSummary", "solutionArn"),
    ("ListCampaigns", "campaigns", "CampaignSummary", "solutionArn"),
    ("ListFilters", "Filters", "FilterSummary", "datasetGroupArn"),
    ("ListRecommenders", "recommenders", "RecommenderSummary", None),
    (
        "ListMetricAttributions",
        "metricAttributions",
        "MetricAttributionSummary",
        "datasetGroupArn",
    ),
    (
        "ListBatchInferenceJobs",
        "batchInferenceJobs",
        "BatchInferenceJobSummary",
        "solutionVersionArn",
    ),
    ("ListBatchSegmentJobs", "batchSegmentJobs", "BatchSegmentJobSummary", None),
]


def fault(value, shape, where):
    """What of a value is not as the shape says; None where all is."""
    if shape == "Any":
        return None
    if shape.startswith("["):
        if not isinstance(value, list):
            return f"{where} is no list"
        faults = (fault(each, shape[1:-1], f"{where}[{i}]") for i, each in enumerate(value))
        return next(filter(None, faults), None)
    if shape.startswith("{"):
        if not isinstance(value, dict):
            return f"{where} is no map"
        faults = (fault(each, shape[1:-1], f"{where}.{key}") for key, each in value.items())
        return next(filter(None, faults), None)
    if shape in "sintb":
        isNumber = isinstance(value, (int, float)) and not isinstance(value, bool)
        fits = {
            "s": isinstance(value, str) and value != "",
            "b": isinstance(value, bool),
            "i": isNumber and isinstance(value, int),
            "n": isNumber,
            "t": isNumber and 0 <= value < 1e11,
        }[shape]
        return None if fits else f"{where} is {value!r}, not of type {shape}"
    always, maybe = SHAPES[shape]
    if missing := always.keys() - value.keys():
        return f"{where} lacks {sorted(missing)}"
    if unknown := value.keys() - always.keys() - maybe.keys():
        return f"{where} has {sorted(unknown)}, which the API does not know"
    members = {**always, **maybe}
    faults = (fault(each, members[key], f"{where}.{key}") for key, each in value.items())
    return next(filter(None, faults), None)


def call(operation, **body):
    status, answer = server.raw(operation, body)
    assert status == 200, f"{operation}: {answer}"
    return answer


def described(noun, arn, member=None):
    member = member or noun[0].lower() + noun[1:]
    return call("Describe" + noun, **{member + "Arn": arn})[member]


def setUpModule():
    global server, arns
    server = endpoint_server.Server(os.environ["FORETASTE_CLI"])
    arns = {}
    try:
        fill()
    except BaseException:
        server.close()
        raise


def fill():
    group = call("CreateDatasetGroup", name="shapes", roleArn=ROLE)["datasetGroupArn"]
    arns["DatasetGroup"] = arns["datasetGroupArn"] = group
    for kind, document in (
        ("Items", endpoint_server.ITEMS_SCHEMA),
        ("Interactions", endpoint_server.INTERACTIONS_SCHEMA),
    ):
        arns["Schema"] = call("CreateSchema", name=kind, schema=document)["schemaArn"]
        arns["Dataset"] = arns["datasetArn"] = call(
            "CreateDataset",
            name=kind,
            schemaArn=arns["Schema"],
            datasetGroupArn=group,
            datasetType=kind,
        )["datasetArn"]
        arns["DatasetImportJob"] = call(
            "CreateDatasetImportJob",
            jobName=kind,
            datasetArn=arns["Dataset"],
            dataSource={"dataLocation": f"s3://films/{kind.lower()}.csv"},
            roleArn=ROLE,
            importMode="FULL",
        )["datasetImportJobArn"]
        wait_until_done(lambda: described("DatasetImportJob", arns["DatasetImportJob"]))
    tracker = call("CreateEventTracker", name="shapes", datasetGroupArn=group)
    arns["EventTracker"] = tracker["eventTrackerArn"]
    arns["trackingId"] = tracker["trackingId"]
    arns["Filter"] = call(
        "CreateFilter",
        name="shapes",
        datasetGroupArn=group,
        filterExpression='INCLUDE ItemID WHERE Items.GENRES IN ("Genre1")',
    )["filterArn"]
    arns["Solution"] = arns["solutionArn"] = call(
        "CreateSolution",
        name="shapes",
        datasetGroupArn=group,
        recipeArn="arn:aws:personalize:::recipe/aws-popularity-count",
        eventType="watch",
        solutionConfig={"eventValueThreshold": "0.01", "hpoConfig": {}},
        tags=[{"tagKey": "team", "tagValue": "films"}],
    )["solutionArn"]
    call(
        "UpdateSolution",
        solutionArn=arns["Solution"],
        performAutoTraining=False,
        solutionUpdateConfig={"autoTrainingConfig": {"schedulingExpression": "rate(1 day)"}},
    )
    arns["SolutionVersion"] = call("CreateSolutionVersion", solutionArn=arns["Solution"])[
        "solutionVersionArn"
    ]
    wait_until_done(lambda: described("SolutionVersion", arns["SolutionVersion"]))
    arns["Campaign"] = call(
        "CreateCampaign",
        name="shapes",
        solutionVersionArn=arns["SolutionVersion"],
        campaignConfig={"enableMetadataWithRecommendations": True},
    )["campaignArn"]
    wait_until_done(lambda: described("Campaign", arns["Campaign"]))
    call("UpdateCampaign", campaignArn=arns["Campaign"], minProvisionedTPS=2)
    wait_until_done(lambda: described("Campaign", arns["Campaign"])["latestCampaignUpdate"])


    fill_jobs(group)
    fill_recommender()


def fill_jobs(group):
    arns["MetricAttribution"] = call(
        "CreateMetricAttribution",
        name="shapes",
        datasetGroupArn=group,
        metrics=[{"eventType": "watch", "metricName": "n", "expression": "SAMPLECOUNT()"}],
        metricsOutputConfig={"roleArn": ROLE},
    )["metricAttributionArn"]
    arns["solutionVersionArn"] = arns["SolutionVersion"]
    places = {
        "jobInput": {"s3DataSource": {"path": "s3://films/in.json"}},
        "jobOutput": {"s3DataDestination": {"path": "s3://films/out/"}},
        "roleArn": ROLE,
    }
    (server.workspace / "buckets" / "films" / "in.json").write_text('{"itemId": "i1"}\n')
    arns["BatchInferenceJob"] = call(
        "CreateBatchInferenceJob",
        jobName="shapes",
        solutionVersionArn=arns["SolutionVersion"],
        **places,
    )["batchInferenceJobArn"]
    wait_until_done(lambda: described("BatchInferenceJob", arns["BatchInferenceJob"]))
    solution = call(
        "CreateSolution",
        name="segments",
        datasetGroupArn=group,
        recipeArn="arn:aws:personalize:::recipe/aws-item-affinity",
    )["solutionArn"]
    version = call("CreateSolutionVersion", solutionArn=solution)["solutionVersionArn"]
    wait_until_done(lambda: described("SolutionVersion", version))
    arns["BatchSegmentJob"] = call(
        "CreateBatchSegmentJob", jobName="shapes", solutionVersionArn=version, **places
    )["batchSegmentJobArn"]
    wait_until_done(lambda: described("BatchSegmentJob", arns["BatchSegmentJob"]))


def fill_recommender():
    domain = {"domain": "VIDEO_ON_DEMAND"}
    group = call("CreateDatasetGroup", name="screen", **domain)["datasetGroupArn"]
    schema = call(
        "CreateSchema", name="screen", schema=endpoint_server.INTERACTIONS_SCHEMA, **domain
    )["schemaArn"]
    dataset = call(
        "CreateDataset",
        name="screen",
        schemaArn=schema,
        datasetGroupArn=group,
        datasetType="Interactions",
    )["datasetArn"]
    job = call(
        "CreateDatasetImportJob",
        jobName="screen",
        datasetArn=dataset,
        dataSource={"dataLocation": "s3://films/interactions.csv"},
    )["datasetImportJobArn"]
    wait_until_done(lambda: described("DatasetImportJob", job))
    arns["Recommender"] = call(
        "CreateRecommender",
        name="shapes",
        datasetGroupArn=group,
        recipeArn="arn:aws:personalize:::recipe/aws-vod-most-popular",
    )["recommenderArn"]
    wait_until_done(lambda: described("Recommender", arns["Recommender"]))
    call(
        "UpdateRecommender",
        recommenderArn=arns["Recommender"],
        recommenderConfig={"minRecommendationRequestsPerSecond": 2},
    )
    wait_until_done(
        lambda: described("Recommender", arns["Recommender"])["latestRecommenderUpdate"]
    )


def tearDownModule():
    server.close()


class Shapes(unittest.TestCase):
    def check(self, value, shape):
        self.assertIsNone(fault(value, shape, shape))

    def test_descriptions(self):
        for noun in (
            "DatasetGroup",
            "Schema",
            "Dataset",
            "DatasetImportJob",
            "EventTracker",
            "Solution",
            "SolutionVersion",
            "Campaign",
            "Filter",
            "Recommender",
            "MetricAttribution",
            "BatchInferenceJob",
            "BatchSegmentJob",
        ):
            with self.subTest(noun):
                self.check(described(noun, arns[noun]), noun)

    def test_lists(self):
        for operation, member, shape, parent in LISTS:
            with self.subTest(operation):
                answer = call(operation, **({parent: arns[parent]} if parent else {}))
                self.assertTrue(answer[member])
                self.check(answer[member], f"[{shape}]")
                self.assertLessEqual(answer.keys(), {member, "nextToken"})
                # Without a parent: those of all of them.
                everything = call(operation, maxResults=1)
                self.assertEqual(len(everything[member]), 1)

    def test_recipes_and_what_they_are_made_of(self):
        for each in call("ListRecipes", recipeProvider="SERVICE")["recipes"]:
            recipe = described("Recipe", each["recipeArn"])
            self.check(recipe, "Recipe")
            self.check(described("Algorithm", recipe["algorithmArn"]), "Algorithm")
            if arn := recipe.get("featureTransformationArn"):
                self.check(described("FeatureTransformation", arn), "FeatureTransformation")
        status, answer = server.raw("ListRecipes", {"recipeProvider": "ELSEWHERE"})
        self.assertEqual((status, answer["__type"]), (400, "InvalidInputException"))

    def test_metrics_of_an_attribution(self):
        answer = call(
            "ListMetricAttributionMetrics", metricAttributionArn=arns["MetricAttribution"]
        )
        self.assertEqual(answer.keys(), {"metrics"})
        self.check(answer["metrics"], "[Metric]")

    def test_metrics(self):
        answer = call("GetSolutionMetrics", solutionVersionArn=arns["SolutionVersion"])
        self.assertEqual(answer.keys(), {"solutionVersionArn", "metrics"})
        self.check(answer["metrics"], "{n}")

    def test_tags(self):
        answer = call("ListTagsForResource", resourceArn=arns["Solution"])
        self.check(answer["tags"], "[Tag]")
        more = [{"tagKey": "level", "tagValue": "trial"}]
        self.assertEqual(call("TagResource", resourceArn=arns["Solution"], tags=more), {})
        untagged = call("UntagResource", resourceArn=arns["Solution"], tagKeys=["level"])
        self.assertEqual(untagged, {})

    def test_recommendations(self):
        answer = call(
            "/recommendations",
            campaignArn=arns["Campaign"],
            userId="u1",
            numResults=5,
            metadataColumns={"ITEMS": ["TITLE"]},
        )
        self.assertEqual(answer.keys(), {"itemList", "recommendationId"})
        self.assertEqual(len(answer["itemList"]), 5)
        self.check(answer["itemList"], "[Item]")
        self.assertRegex(answer["recommendationId"], r"^RID-[0-9a-f-]{36}$")

    def test_puts_answer_with_nothing(self):
        event = {"eventType": "watch", "itemId": "i1", "sentAt": NEWEST + 1}
        put = call("/events", trackingId=arns["trackingId"], sessionId="s", eventList=[event])
        self.assertIsNone(put)

    def test_deletions_answer_with_nothing_and_leave_nothing(self):
        arn = call("CreateSchema", name="gone", schema=endpoint_server.ITEMS_SCHEMA)["schemaArn"]
        self.assertIsNone(call("DeleteSchema", schemaArn=arn))
        status, answer = server.raw("DescribeSchema", {"schemaArn": arn})
        self.assertEqual((status, answer["__type"]), (400, "ResourceNotFoundException"))

    def test_every_operation_of_the_clients_models_is_known(self):
        session = botocore.session.get_session()
        for service in ("personalize", "personalize-runtime", "personalize-events"):
            model = session.get_service_model(service)
            for name in model.operation_names:
                path = model.operation_model(name).http["requestUri"]
                status, answer = server.raw(name if path == "/" else path, {})
                with self.subTest(name):
                    if status != 200:
                        self.assertEqual((status, answer["__type"]), (400, "InvalidInputException"))
                        self.assertGreater(len(answer["message"]), 10)


class Rules(unittest.TestCase):
    """What the service's model demands beyond types; botocore checks none of it."""

    def refused(self, operation, part, **body):
        status, answer = server.raw(operation, body)
        self.assertEqual((status, answer["__type"]), (400, "InvalidInputException"), answer)
        self.assertIn(part, answer["message"])

    def test_patterns(self):
        self.refused("CreateDatasetGroup", "kmsKeyArn", name="ok", kmsKeyArn="a-key")
        self.refused("CreateDatasetGroup", "name", name="-begins-with-a-sign")
        self.refused("DescribeCampaign", "campaignArn", campaignArn="arn:aws:s3:::films")

    def test_lengths_are_of_characters(self):
        ask = {"campaignArn": arns["Campaign"], "numResults": 1}
        self.assertTrue(call("/recommendations", userId="影" * 256, **ask)["itemList"])
        self.refused("/recommendations", "userId", userId="影" * 257, **ask)

    def test_ranges_and_lists(self):
        ask = {"campaignArn": arns["Campaign"], "userId": "u1"}
        self.refused("/recommendations", "numResults", numResults=501, **ask)
        self.refused("/recommendations", "numResults", numResults=-1, **ask)
        self.refused("ListSchemas", "maxResults", maxResults=0)
        self.refused("ListSchemas", "maxResults", maxResults="ten")

    def solution(self, **config):
        return {
            "name": "no",
            "datasetGroupArn": arns["DatasetGroup"],
            "recipeArn": "arn:aws:personalize:::recipe/aws-popularity-count",
            "solutionConfig": config,
        }

    def test_what_a_recipe_does_not_have(self):
        self.refused(
            "CreateSolution",
            "eventsConfig",
            **self.solution(
                eventsConfig={"eventParametersList": [{"eventType": "watch", "weight": 0.5}]}
            ),
        )
        self.refused(
            "UpdateCampaign",
            "rankingInfluence",
            campaignArn=arns["Campaign"],
            campaignConfig={"rankingInfluence": {"POPULARITY": 0.5}},
        )
        self.refused("UpdateSolution", "nothing to update", solutionArn=arns["Solution"])
        self.refused(
            "UpdateSolution",
            "schedulingExpression",
            solutionArn=arns["Solution"],
            solutionUpdateConfig={"autoTrainingConfig": {"schedulingExpression": "rate(31 days)"}},
        )


if __name__ == "__main__":
    endpoint_server.main()
