// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/request_snippets.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include "core/service/campaign.h"

using namespace foretaste::bridge;

namespace {

QString s(const char* text) {
    return QString::fromUtf8(text);
}

const ApiRequest kList{s("GetRecommendations"),
                       {{s("campaignArn"), s("arn:x")},
                        {s("userId"), s("it's 7")},
                        {s("numResults"), 5},
                        {s("filterValues"), QJsonObject{{s("GENRE"), s("\"Drama\"")}}}}};
const ApiRequest kDescribe{s("DescribeDatasetImportJob"), {{s("datasetImportJobArn"), s("arn:x")}}};

}  // namespace

class RequestSnippetsTest : public QObject {
    Q_OBJECT
private slots:
    void boto3() {
        const auto code = requestSnippet(kList, SnippetForm::Boto3, 9000);
        QVERIFY(
            code.contains(s("boto3.client(\n    \"personalize-runtime\", "
                            "endpoint_url=\"http://127.0.0.1:9000\"")));
        QVERIFY2(code.endsWith(s("answer = client.get_recommendations(\n"
                                 "    campaignArn=\"arn:x\",\n"
                                 "    filterValues={\n"
                                 "        \"GENRE\": \"\\\"Drama\\\"\",\n"
                                 "    },\n"
                                 "    numResults=5,\n"
                                 "    userId=\"it's 7\",\n"
                                 ")\nprint(answer)\n")),
                 qPrintable(code));
        const auto values = requestSnippet(
            {s("UpdateCampaign"), {{s("flag"), true}, {s("list"), QJsonArray{1, s("a")}}}},
            SnippetForm::Boto3, 1);
        QVERIFY2(values.contains(s("client.update_campaign(\n    flag=True,\n    list=[\n"
                                   "        1,\n        \"a\",\n    ],\n)")),
                 qPrintable(values));
    }

    void awsCli() {
        const auto command = requestSnippet(kList, SnippetForm::AwsCli, 9000);
        QVERIFY(
            command.startsWith(s("aws personalize-runtime get-recommendations \\\n"
                                 "  --endpoint-url http://127.0.0.1:9000")));
        QVERIFY(command.contains(s("\"userId\":\"it'\\''s 7\"")));  // quoted for the shell
        QVERIFY(command.contains(s("AWS_ENDPOINT_URL")) && command.contains(s("or newer")));
        QVERIFY(requestSnippet(kDescribe, SnippetForm::AwsCli, 9000)
                    .startsWith(s("aws personalize describe-dataset-import-job ")));
    }

    void curl() {
        const auto data = requestSnippet(kList, SnippetForm::Curl, 9000);
        QVERIFY(data.endsWith(s("http://127.0.0.1:9000/recommendations\n")));
        QVERIFY(!data.contains(s("X-Amz-Target")));
        const auto control = requestSnippet(kDescribe, SnippetForm::Curl, 9000);
        QVERIFY(control.contains(s("X-Amz-Target: AmazonPersonalize.DescribeDatasetImportJob")));
        QVERIFY(control.endsWith(s("http://127.0.0.1:9000/\n")));
    }

    void aRequestOfTheServiceIsOneOfTheApi() {
        const auto request = apiRequest(
            "CreateCampaign", foretaste::service::CreateCampaignRequest{
                                  .name = "home",
                                  .solutionVersionArn = "arn:x",
                                  .campaignConfig = foretaste::service::CampaignConfig{
                                      .itemExplorationConfig = {{"explorationWeight", "0.2"}}}});
        QCOMPARE(request.operation, s("CreateCampaign"));
        QCOMPARE(request.members.keys(),
                 (QStringList{s("campaignConfig"), s("name"), s("solutionVersionArn")}));
    }

    void json() {
        const auto text = requestSnippet(kList, SnippetForm::Json, 9000);
        QCOMPARE(QJsonDocument::fromJson(text.toUtf8()).object(), kList.members);
    }
};

QTEST_GUILESS_MAIN(RequestSnippetsTest)
#include "request_snippets_test.moc"
