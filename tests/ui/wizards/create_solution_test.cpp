// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAction>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>

#include "tests/ui/wizards/wizard_fixture.h"
#include "ui/wizards/disclosure.h"

using namespace foretaste;
using namespace foretaste::uitest;

class CreateSolutionTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { prepareApplication(settings_); }
    void init() {
        QSettings().clear();
        desk_ = std::make_unique<WizardFixture>();
        solution_.clear();
        version_.clear();
        done_ = 0;
    }
    void cleanup() { desk_.reset(); }

    void whoTouchesNothingGetsTheEnginesChoice() {
        const auto group = desk_->workspace.makeFilledGroup();
        auto wizard = open(group);
        QCOMPARE(wizard.find<QLineEdit>("nameInput").text(), s("film-club-user-personalization"));
        QVERIFY(wizard.find<QAbstractButton>("choice/aws-user-personalization").isChecked());
        wizard.picture("wizard-solution-details");
        QVERIFY(wizard.nextTo("configuration"));
        wizard.picture("wizard-solution-configuration");
        QVERIFY(wizard.nextTo("review"));
        QTRY_VERIFY(wizard.says("chosen from the data"));
        QCOMPARE(wizard.find<QAbstractButton>("finishButton").text(), s("Create and train"));
        wizard.picture("wizard-solution-review");
        wizard.find<QAction>("copyBoto3Action").trigger();
        const auto copied = QGuiApplication::clipboard()->text();
        QVERIFY2(copied.contains(s("client.create_solution(")) &&
                     copied.contains(s("name=\"film-club-user-personalization\"")),
                 qPrintable(copied));
        wizard.finish();
        QTRY_VERIFY(!version_.isEmpty());
        const auto solution = desk_->service().describeSolution(solution_.toStdString());
        QCOMPARE(solution.name, std::string("film-club-user-personalization"));
        QVERIFY(solution.recipeArn.ends_with("/aws-user-personalization"));
        QVERIFY(solution.solutionConfig->algorithmHyperParameters.empty());
        QVERIFY(!solution.performAutoTraining);
        desk_->service().stopSolutionVersionCreation(version_.toStdString());
        desk_->workspace.settle();
    }

    void everySettingReachesTheService() {
        const auto group = desk_->workspace.makeFilledGroup();
        auto wizard = open(group);
        wizard.type("nameInput", "taste");
        QVERIFY(wizard.nextTo("configuration"));
        QCOMPARE(wizard.find<QComboBox>("eventTypeInput").itemText(0), s("watch"));
        wizard.find<QComboBox>("eventTypeInput").setCurrentText(s("watch"));
        wizard.type("eventValueThresholdInput", "0.5");
        QVERIFY(!shown<QWidget>(wizard.dialog(), "bpttInput"));
        wizard.press("disclosureButton");
        wizard.type("bpttInput", "16");
        wizard.find<QComboBox>("recency_maskInput").setCurrentText(s("false"));
        wizard.find<QCheckBox>("column/ITEMS/GENRES").setChecked(false);
        wizard.picture("wizard-solution-configuration-advanced");
        QVERIFY(wizard.nextTo("review"));
        QTRY_VERIFY(wizard.says("GENRES of Items"));
        wizard.find<QCheckBox>("trainInput").setChecked(false);
        QCOMPARE(wizard.find<QAbstractButton>("finishButton").text(), s("Create solution"));
        wizard.finish();
        QTRY_COMPARE(done_, 1);
        QCOMPARE(version_, QString());
        const auto solution = desk_->service().describeSolution(solution_.toStdString());
        const auto& config = *solution.solutionConfig;
        QCOMPARE(solution.eventType, std::string("watch"));
        QCOMPARE(config.eventValueThreshold, std::string("0.5"));
        QCOMPARE(config.algorithmHyperParameters.at("bptt"), std::string("16"));
        QCOMPARE(config.algorithmHyperParameters.at("recency_mask"), std::string("false"));
        QCOMPARE(config.algorithmHyperParameters.size(), std::size_t(2));
        QCOMPARE(config.trainingDataConfig->excludedDatasetColumns.at("ITEMS"),
                 std::vector<std::string>{"GENRES"});
        QVERIFY(desk_->service().listSolutionVersions(solution_.toStdString()).entries.empty());
    }

    void recipesThatAreNotThereYetAreGreyed() {
        auto wizard = open(desk_->workspace.makeFilledGroup());
        int missing = 0;
        for (const auto* recipe : recipes::allRecipes()) {
            const auto& facts = recipe->facts();
            auto* card = shown<QAbstractButton>(wizard.dialog(), ("choice/" + facts.name).c_str());
            if (facts.name.starts_with("aws-hrnn")) {
                QVERIFY2(!card, facts.name.c_str());
                continue;
            }
            QVERIFY2(card, facts.name.c_str());
            QCOMPARE(card->isEnabled(), facts.available);
            if (!facts.available) {
                ++missing;
                QVERIFY(card->accessibleDescription().contains(s("Not available yet")));
            }
        }
        QVERIFY(missing > 0);
    }

    void recipesSayWhatTheyNeed() {
        const auto group = desk_->workspace.makeGroup();
        auto wizard = open(group);
        const auto need = [&] {
            return wizard.find<QAbstractButton>("choice/aws-user-personalization")
                .accessibleDescription();
        };
        QVERIFY(need().contains(s("Needs interactions")));
        wizard.picture("wizard-solution-details-unmet");
        // Cards follow the workspace while the wizard is open.
        desk_->workspace.import(
            desk_->workspace.makeDataset(group, "Interactions", service::kInteractionsSchema),
            desk_->workspace.write("interactions.csv", service::Workspace::interactionsCsv()),
            "first");
        QTRY_VERIFY(need().contains(s("1,601 interactions")));
    }

    void nothingIsTrainedWithoutInteractions() {
        auto wizard = open(desk_->workspace.makeGroup());
        QVERIFY(wizard.nextTo("configuration"));
        QVERIFY(!shown<QWidget>(wizard.dialog(), "eventTypeInput"));
        QVERIFY(wizard.nextTo("review"));
        QVERIFY(!wizard.find<QCheckBox>("trainInput").isEnabled());
        QTRY_VERIFY(wizard.says("The group has no interactions yet."));
        QCOMPARE(wizard.find<QAbstractButton>("finishButton").text(), s("Create solution"));
        wizard.finish();
        QTRY_COMPARE(done_, 1);
        QVERIFY(!solution_.isEmpty());
        QCOMPARE(version_, QString());
    }

    void namesAreChecked() {
        const auto group = desk_->workspace.makeFilledGroup();
        desk_->workspace.makeSolution(group, "aws-popularity-count", "taste");
        auto wizard = open(group);
        wizard.type("nameInput", "taste");
        wizard.next();
        QCOMPARE(wizard.step(), s("details"));
        QVERIFY(wizard.errorAt("name").contains(s("taste-2")));
        wizard.type("nameInput", "my taste");
        wizard.next();
        QVERIFY(wizard.errorAt("name").contains(s("letters, digits")));
    }

    void everyWrongSettingIsToldAtItsField() {
        auto wizard = open(desk_->workspace.makeFilledGroup());
        QVERIFY(wizard.nextTo("configuration"));
        wizard.type("eventValueThresholdInput", "much");
        wizard.press("disclosureButton");
        wizard.type("bpttInput", "900");
        wizard.type("max_user_history_length_percentileInput", "all");
        wizard.press("disclosureButton");
        wizard.next();
        QCOMPARE(wizard.step(), s("configuration"));
        QVERIFY(wizard.errorAt("eventValueThreshold").contains(s("not a number")));
        // What is wrong there opens what was closed.
        QVERIFY(wizard.errorAt("bptt").contains(s("between 2 and 32")));
        QVERIFY(
            wizard.errorAt("max_user_history_length_percentile").contains(s("between 0 and 1")));
        QVERIFY(wizard.find<QWidget>("eventValueThresholdInput").hasFocus());
        wizard.picture("wizard-solution-configuration-errors");
        wizard.type("eventValueThresholdInput", "");
        wizard.type("bpttInput", "32");
        wizard.type("max_user_history_length_percentileInput", "1");
        QVERIFY(wizard.nextTo("review"));
    }

    void settingsFollowTheRecipe() {
        auto wizard = open(desk_->workspace.makeFilledGroup());
        QVERIFY(wizard.nextTo("configuration"));
        wizard.press("disclosureButton");
        wizard.type("bpttInput", "900");
        wizard.press("previousButton");
        wizard.choose("aws-popularity-count");
        QCOMPARE(wizard.find<QLineEdit>("nameInput").text(), s("film-club-popularity-count"));
        QVERIFY(wizard.nextTo("configuration"));
        QVERIFY(!shown<QWidget>(wizard.dialog(), "bpttInput"));
        QVERIFY(!shown<QWidget>(wizard.dialog(), "column/ITEMS/GENRES"));
        QTRY_VERIFY(wizard.says("This recipe has no hyperparameters."));
        QVERIFY(wizard.nextTo("review"));
        wizard.finish();
        QTRY_VERIFY(!version_.isEmpty());
        desk_->workspace.settle();
        QCOMPARE(desk_->service().describeSolutionVersion(version_.toStdString()).status,
                 service::Status::Active);
    }

    void nameTakenInTheLastMomentIsMended() {
        const auto group = desk_->workspace.makeFilledGroup();
        auto wizard = open(group);
        wizard.type("nameInput", "taste");
        wizard.choose("aws-popularity-count");
        QVERIFY(wizard.nextTo("configuration"));
        QVERIFY(wizard.nextTo("review"));
        desk_->workspace.makeSolution(group, "aws-popularity-count", "taste");
        wizard.finish();
        QTRY_COMPARE(wizard.step(), s("details"));
        QVERIFY(wizard.errorAt("name").contains(s("already")));
        wizard.type("nameInput", "taste-2");
        QVERIFY(wizard.nextTo("configuration"));
        QVERIFY(wizard.nextTo("review"));
        wizard.finish();
        QTRY_VERIFY(!version_.isEmpty());
        desk_->workspace.settle();
    }

    void draftSurvivesCancel() {
        const auto group = desk_->workspace.makeFilledGroup();
        {
            auto wizard = open(group);
            wizard.type("nameInput", "taste");
            QVERIFY(wizard.nextTo("configuration"));
            wizard.type("eventValueThresholdInput", "0.5");
            wizard.press("disclosureButton");
            wizard.type("bpttInput", "16");
            wizard.find<QCheckBox>("column/ITEMS/GENRES").setChecked(false);
            wizard.press("cancelButton");
        }
        auto wizard = open(group);
        QCOMPARE(wizard.find<QLineEdit>("nameInput").text(), s("taste"));
        QVERIFY(wizard.nextTo("configuration"));
        QCOMPARE(wizard.find<QLineEdit>("eventValueThresholdInput").text(), s("0.5"));
        QCOMPARE(wizard.find<QLineEdit>("bpttInput").text(), s("16"));  // and is not hidden
        QVERIFY(!wizard.find<QCheckBox>("column/ITEMS/GENRES").isChecked());
    }

private:
    OpenWizard open(const std::string& group) {
        wizards::createSolution(*desk_->console, &desk_->window, bridge::text(group),
                                [this](const QString& solution, const QString& version) {
                                    solution_ = solution;
                                    version_ = version;
                                    ++done_;
                                });
        return OpenWizard(desk_->window, "createSolutionWizard");
    }

    QTemporaryDir settings_;
    std::unique_ptr<WizardFixture> desk_;
    QString solution_, version_;
    int done_ = 0;
};

QTEST_MAIN(CreateSolutionTest)
#include "create_solution_test.moc"
