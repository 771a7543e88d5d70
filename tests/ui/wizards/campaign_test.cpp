// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCheckBox>
#include <QDoubleSpinBox>
#include <QSlider>
#include <QSpinBox>
#include <QTableView>

#include "tests/ui/wizards/wizard_fixture.h"

using namespace foretaste;
using namespace foretaste::uitest;

class CampaignTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { prepareApplication(settings_); }
    void init() {
        QSettings().clear();
        desk_ = std::make_unique<WizardFixture>();
        campaign_.clear();
    }
    void cleanup() { desk_.reset(); }

    void deploysTheNewestVersionAsItIs() {
        trainTaste();
        auto wizard = openNew();
        QCOMPARE(wizard.find<QLineEdit>("nameInput").text(), s("film-club-campaign"));
        wizard.picture("wizard-campaign-details");
        QVERIFY(wizard.nextTo("settings"));
        QCOMPARE(wizard.find<QDoubleSpinBox>("explorationWeightNumber").value(), 0.3);
        wizard.picture("wizard-campaign-settings");
        QVERIFY(wizard.nextTo("review"));
        wizard.picture("wizard-campaign-review");
        wizard.finish();
        QTRY_VERIFY(!campaign_.isEmpty());
        desk_->workspace.settle();
        const auto campaign = desk_->service().describeCampaign(campaign_.toStdString());
        QCOMPARE(campaign.name, std::string("film-club-campaign"));
        QCOMPARE(campaign.solutionVersionArn, version_);
        QCOMPARE(campaign.status, service::Status::Active);
        const auto& exploration = campaign.campaignConfig->itemExplorationConfig;
        QCOMPARE(exploration.at("explorationWeight"), std::string("0.3"));
        QCOMPARE(exploration.at("explorationItemAgeCutOff"), std::string("30"));
    }

    void everySettingReachesTheService() {
        trainTaste();
        auto wizard = openNew();
        wizard.type("nameInput", "home-row");
        wizard.find<QCheckBox>("followsLatestInput").setChecked(true);
        QVERIFY(wizard.nextTo("settings"));
        auto& slider = wizard.find<QSlider>("explorationWeightSlider");
        slider.setFocus();
        QTest::keyClick(&slider, Qt::Key_End);
        QCOMPARE(wizard.find<QDoubleSpinBox>("explorationWeightNumber").value(), 1.0);
        QVERIFY(wizard.says("Much:"));
        wizard.find<QDoubleSpinBox>("explorationWeightNumber").setValue(0.125);
        QCOMPARE(slider.value(), 13);
        wizard.find<QDoubleSpinBox>("explorationItemAgeCutOffInput").setValue(0.5);
        wizard.find<QCheckBox>("enableMetadataWithRecommendationsInput").setChecked(true);
        QVERIFY(!shown<QWidget>(wizard.dialog(), "minProvisionedTPSInput"));
        wizard.press("disclosureButton");
        wizard.find<QSpinBox>("minProvisionedTPSInput").setValue(5);
        wizard.picture("wizard-campaign-settings-advanced");
        QVERIFY(wizard.nextTo("review"));
        wizard.finish();
        QTRY_VERIFY(!campaign_.isEmpty());
        desk_->workspace.settle();
        const auto campaign = desk_->service().describeCampaign(campaign_.toStdString());
        const auto& config = *campaign.campaignConfig;
        QCOMPARE(config.itemExplorationConfig.at("explorationWeight"), std::string("0.125"));
        QCOMPARE(config.itemExplorationConfig.at("explorationItemAgeCutOff"), std::string("0.5"));
        QCOMPARE(config.enableMetadataWithRecommendations, std::optional<bool>(true));
        QCOMPARE(config.syncWithLatestSolutionVersion, std::optional<bool>(true));
        QCOMPARE(campaign.minProvisionedTPS, std::int64_t(5));
    }

    void versionsAreListedNewestFirstWithTheirMetric() {
        const auto solution = trainPopular();
        const auto second = desk_->workspace.train(solution);
        auto wizard = openNew(version_);
        const auto* versions = wizard.find<QTableView>("versionTable").model();
        QCOMPARE(versions->rowCount(), 2);
        QCOMPARE(versions->index(0, 1).data().toString(), bridge::shortId(second));
        QCOMPARE(wizard.find<QTableView>("versionTable").currentIndex().row(), 1);  // asked for
        const auto ndcg = versions->index(0, 5).data().toString();
        QVERIFY2(ndcg.startsWith(s("0.")), qPrintable(ndcg));
        // One that is being trained comes into the list when it is done.
        const auto third = desk_->workspace.train(solution);
        QTRY_COMPARE(versions->rowCount(), 3);
        QCOMPARE(versions->index(0, 1).data().toString(), bridge::shortId(third));
        QCOMPARE(wizard.find<QTableView>("versionTable").currentIndex().row(), 2);
        QVERIFY(wizard.nextTo("settings"));
        QVERIFY(wizard.nextTo("review"));
        wizard.finish();
        QTRY_VERIFY(!campaign_.isEmpty());
        QCOMPARE(desk_->service().describeCampaign(campaign_.toStdString()).solutionVersionArn,
                 version_);
        desk_->workspace.settle();
    }

    void recipeThatDoesNotExploreSaysSo() {
        trainPopular();
        auto wizard = openNew();
        QVERIFY(wizard.nextTo("settings"));
        QVERIFY(!shown<QWidget>(wizard.dialog(), "explorationWeightSlider"));
        QVERIFY(wizard.says("Popularity count does not explore"));
        wizard.picture("wizard-campaign-settings-popularity");
        QVERIFY(wizard.nextTo("review"));
        wizard.finish();
        QTRY_VERIFY(!campaign_.isEmpty());
        desk_->workspace.settle();
        QVERIFY(desk_->service()
                    .describeCampaign(campaign_.toStdString())
                    .campaignConfig->itemExplorationConfig.empty());
    }

    void withoutAVersionNothingIsDeployed() {
        group_ = desk_->workspace.makeFilledGroup();
        auto wizard = openNew();
        wizard.next();
        QCOMPARE(wizard.step(), s("details"));
        QVERIFY(wizard.errorAt("solutionVersionArn").contains(s("train a solution first")));
        wizard.picture("wizard-campaign-no-version");
    }

    void namesAreChecked() {
        trainPopular();
        desk_->workspace.deploy(version_, "home-row");
        auto wizard = openNew();
        wizard.type("nameInput", "home-row");
        wizard.next();
        QCOMPARE(wizard.step(), s("details"));
        QVERIFY(wizard.errorAt("name").contains(s("home-row-2")));
        wizard.type("nameInput", "home row");
        wizard.next();
        QVERIFY(wizard.errorAt("name").contains(s("letters, digits")));
    }

    void nameTakenInTheLastMomentIsToldAtItsField() {
        trainPopular();
        auto wizard = openNew();
        wizard.type("nameInput", "home-row");
        QVERIFY(wizard.nextTo("settings"));
        QVERIFY(wizard.nextTo("review"));
        desk_->service().createCampaign({.name = "home-row", .solutionVersionArn = version_});
        wizard.finish();
        QTRY_COMPARE(wizard.step(), s("details"));
        QVERIFY(wizard.errorAt("name").contains(s("already")));
    }

    void campaignMovesToTheNewVersion() {
        const auto solution = trainTaste();
        const auto campaign = desk_->workspace.deploy(version_, "home-row", "0.6");
        const auto next = desk_->workspace.train(solution, service::TrainingMode::Update);
        wizards::updateCampaign(*desk_->console, &desk_->window, bridge::text(campaign),
                                bridge::text(next),
                                [this](const QString& arn) { campaign_ = arn; });
        const OpenWizard wizard(desk_->window, "campaignWizard");
        QVERIFY(!wizard.find<QLineEdit>("nameInput").isEnabled());
        QCOMPARE(wizard.find<QTableView>("versionTable").currentIndex().row(), 0);
        wizard.picture("wizard-campaign-update-details");
        QVERIFY(wizard.nextTo("settings"));
        QCOMPARE(wizard.find<QDoubleSpinBox>("explorationWeightNumber").value(), 0.6);
        QVERIFY(wizard.nextTo("review"));
        QTRY_VERIFY(wizard.words().contains(bridge::shortId(next)));
        QVERIFY(wizard.says("→"));
        wizard.picture("wizard-campaign-update-review");
        wizard.finish();
        QTRY_COMPARE(campaign_, bridge::text(campaign));
        desk_->workspace.settle();
        const auto moved = desk_->service().describeCampaign(campaign);
        QCOMPARE(moved.solutionVersionArn, next);
        QCOMPARE(moved.campaignConfig->itemExplorationConfig.at("explorationWeight"),
                 std::string("0.6"));
    }

    void updateKeepsWhatItDoesNotTouch() {
        trainPopular();
        service::CreateCampaignRequest request{.name = "home-row", .solutionVersionArn = {}};
        request.solutionVersionArn = version_.substr(0, version_.rfind('/')) + "/$LATEST";
        request.minProvisionedTPS = 7;
        request.campaignConfig = service::CampaignConfig{};
        request.campaignConfig->syncWithLatestSolutionVersion = true;
        const auto campaign = desk_->service().createCampaign(request);
        desk_->workspace.settle();
        wizards::updateCampaign(*desk_->console, &desk_->window, bridge::text(campaign), {},
                                [this](const QString& arn) { campaign_ = arn; });
        const OpenWizard wizard(desk_->window, "campaignWizard");
        QVERIFY(wizard.nextTo("settings"));
        wizard.find<QCheckBox>("enableMetadataWithRecommendationsInput").setChecked(true);
        QVERIFY(wizard.nextTo("review"));
        wizard.finish();
        QTRY_VERIFY(!campaign_.isEmpty());
        desk_->workspace.settle();
        const auto after = desk_->service().describeCampaign(campaign);
        QCOMPARE(after.minProvisionedTPS, std::int64_t(7));
        QCOMPARE(after.campaignConfig->syncWithLatestSolutionVersion, std::optional<bool>(true));
        QCOMPARE(after.campaignConfig->enableMetadataWithRecommendations,
                 std::optional<bool>(true));
    }

    void draftSurvivesCancelButAnUpdateBeginsWithTheCampaign() {
        trainPopular();
        const auto campaign = desk_->workspace.deploy(version_, "home-row");
        {
            auto wizard = openNew();
            wizard.type("nameInput", "second-row");
            wizard.press("cancelButton");
        }
        {
            auto wizard = openNew();
            QCOMPARE(wizard.find<QLineEdit>("nameInput").text(), s("second-row"));
            wizard.press("cancelButton");
        }
        for (int time = 0; time < 2; ++time) {
            wizards::updateCampaign(*desk_->console, &desk_->window, bridge::text(campaign), {},
                                    {});
            const OpenWizard wizard(desk_->window, "campaignWizard");
            QCOMPARE(wizard.find<QLineEdit>("nameInput").text(), s("home-row"));
            QVERIFY(!wizard.find<QCheckBox>("followsLatestInput").isChecked());
            wizard.find<QCheckBox>("followsLatestInput").setChecked(true);
            wizard.press("cancelButton");
        }
    }

private:
    /// Leaves a trained version behind; returns the solution.
    std::string train(const std::string& recipe) {
        group_ = desk_->workspace.makeFilledGroup();
        const auto solution = desk_->workspace.makeSolution(group_, recipe, "taste");
        version_ = desk_->workspace.train(solution);
        return solution;
    }
    std::string trainTaste() { return train("aws-user-personalization"); }
    std::string trainPopular() { return train("aws-popularity-count"); }
    OpenWizard openNew(const std::string& version = {}) {
        wizards::createCampaign(*desk_->console, &desk_->window, bridge::text(group_),
                                bridge::text(version),
                                [this](const QString& arn) { campaign_ = arn; });
        return OpenWizard(desk_->window, "campaignWizard");
    }

    QTemporaryDir settings_;
    std::unique_ptr<WizardFixture> desk_;
    std::string group_, version_;
    QString campaign_;
};

QTEST_MAIN(CampaignTest)
#include "campaign_test.moc"
