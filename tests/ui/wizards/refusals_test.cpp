// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizards/refusals.h"

#include <QTest>

#include "core/service/check.h"
#include "ui/wizards/drafts.h"

using namespace foretaste;
using namespace foretaste::wizards;

namespace {

QString s(const char* text) {
    return QString::fromUtf8(text);
}

}  // namespace

class RefusalsTest : public QObject {
    Q_OBJECT

private slots:
    void messagesFindTheirField_data() {
        QTest::addColumn<QString>("message");
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("told");
        QTest::newRow("member") << s("jobName: 'a b' is not valid: use letters") << s("jobName")
                                << s("'a b' is not valid: use letters.");
        QTest::newRow("nested") << s("solutionConfig.eventValueThreshold: 'x' is not a number")
                                << s("eventValueThreshold") << s("'x' is not a number.");
        QTest::newRow("missing") << s("dataLocation is missing: it must be given")
                                 << s("dataLocation") << s("This must be given.");
        QTest::newRow("parameter")
            << s("Hyperparameter 'bptt' of aws-hrnn: '900' is not an integer between 2 and 32.")
            << s("bptt") << s("'900' is not an integer between 2 and 32.");
        QTest::newRow("renamed") << s("name: 'a b' is not valid: use letters") << s("schemaName")
                                 << s("'a b' is not valid: use letters.");
        QTest::newRow("of no field")
            << s("the disk is full") << QString() << s("The disk is full.");
    }
    void messagesFindTheirField() {
        QFETCH(QString, message);
        const auto error =
            asFieldError({s("InvalidInputException"), message}, {{s("name"), s("schemaName")}});
        QTEST(error.field, "field");
        QTEST(error.message, "told");
    }

    void nameThatIsTakenConcernsTheName() {
        const auto error =
            asFieldError({s("ResourceAlreadyExistsException"), s("another schema has it already")},
                         {{s("name"), s("schemaName")}});
        QCOMPARE(error.field, s("schemaName"));
    }

    void checksOfTheCoreBecomeErrors() {
        CreateDatasetGroupDraft draft;
        const auto check = [&] { service::check(datasetGroupRequest(draft)); };
        QCOMPARE(refusals(check).size(), 1);
        QCOMPARE(refusals(check)[0].field, s("name"));
        draft.name = s("film-club");
        QVERIFY(refusals(check).isEmpty());
    }

    void namesAreFreeAndNotTooLong() {
        QCOMPARE(freeName(s("taste"), {}), s("taste"));
        QCOMPARE(freeName(s("taste"), {s("taste"), s("taste-2")}), s("taste-3"));
        QCOMPARE(freeNumberedName(s("films"), {s("films-1")}), s("films-2"));
        const QString longest(63, u'a');
        QCOMPARE(freeName(longest, {longest}), QString(61, u'a') + s("-2"));
        QCOMPARE(freeNumberedName(longest, {}).size(), 63);
        QVERIFY(takenMessage(s("taste"), {}).isEmpty());
        QVERIFY(takenMessage(s("taste"), {s("taste")}).contains(s("taste-2")));
    }

    void draftsComeBackAsTheyWere() {
        CreateDatasetGroupDraft group;
        group.name = s("films");
        group.domain = service::Domain::VideoOnDemand;
        group.dataset = {service::DatasetType::Items, {}, s("items"), {{}, s("schema"), s("{}")}};
        group.import = {s("/films.csv"), s("job"), service::ImportMode::Incremental};
        const auto json = toJson(group);
        QCOMPARE(toJson(groupDraftFrom(json)), json);
        QCOMPARE(groupDraftFrom(json).import.mode, service::ImportMode::Incremental);

        CreateSolutionDraft solution;
        solution.name = s("taste");
        solution.recipe = s("aws-user-personalization");
        solution.parameters = {{s("bptt"), s("16")}};
        solution.eventType = s("watch");
        solution.eventValueThreshold = s("0.5");
        solution.excludedColumns = {{s("ITEMS"), {s("GENRES"), s("YEAR")}}};
        solution.train = false;
        QCOMPARE(toJson(solutionDraftFrom(toJson(solution))), toJson(solution));
        QCOMPARE(solutionDraftFrom(toJson(solution)).excludedColumns, solution.excludedColumns);

        CampaignDraft campaign;
        campaign.name = s("home-row");
        campaign.explorationWeight = 0.75;
        campaign.followsLatest = true;
        QCOMPARE(toJson(campaignDraftFrom(toJson(campaign))), toJson(campaign));
    }

    void draftThatIsNotOneIsEmpty() {
        const QJsonObject nonsense{{s("domain"), 99}, {s("dataset"), s("none")}};
        QCOMPARE(groupDraftFrom(nonsense).domain, service::Domain::VideoOnDemand);
        QCOMPARE(groupDraftFrom(nonsense).dataset.name, QString());
        QCOMPARE(campaignDraftFrom({}).explorationWeight, 0.3);
        QVERIFY(solutionDraftFrom({}).train);
    }

    void campaignThatFollowsIsGivenTheNewest() {
        CampaignDraft draft;
        draft.solutionVersionArn =
            s("arn:aws:personalize:us-east-1:000000000000:solution/taste/12345678");
        QVERIFY(createCampaignRequest(draft, true).solutionVersionArn.ends_with("/12345678"));
        draft.followsLatest = true;
        QVERIFY(updateCampaignRequest(draft, true).solutionVersionArn.ends_with("/taste/$LATEST"));
        QVERIFY(createCampaignRequest(draft, false).campaignConfig->itemExplorationConfig.empty());
    }
};

QTEST_MAIN(RefusalsTest)
#include "refusals_test.moc"
