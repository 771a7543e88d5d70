// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/wizards/wizard_fixture.h"

using namespace foretaste;
using namespace foretaste::uitest;
using service::TrainingMode;

class CreateSolutionVersionTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { prepareApplication(settings_); }
    void init() {
        desk_ = std::make_unique<WizardFixture>();
        version_.clear();
    }
    void cleanup() { desk_.reset(); }

    void firstVersionIsTrainedInFull() {
        const auto solution = makeSolution("aws-user-personalization");
        const auto dialog = open(solution);
        QVERIFY(dialog.find<QAbstractButton>("choice/full").isChecked());
        QVERIFY(!dialog.find<QAbstractButton>("choice/update").isEnabled());
        QVERIFY(dialog.says("Needs a version that is trained in full and active"));
        dialog.picture("wizard-solution-version-first");
        dialog.press("trainButton");
        QTRY_VERIFY(!version_.isEmpty());
        QCOMPARE(desk_->service().describeSolutionVersion(version_.toStdString()).trainingMode,
                 TrainingMode::Full);
        desk_->service().stopSolutionVersionCreation(version_.toStdString());
        desk_->workspace.settle();
    }

    void trainedVersionCanBeUpdated() {
        const auto solution = makeSolution("aws-user-personalization");
        const auto first = desk_->workspace.train(solution);
        const auto dialog = open(solution);
        QVERIFY(dialog.find<QWidget>("choice/full").hasFocus());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
        QVERIFY(dialog.find<QAbstractButton>("choice/update").isChecked());
        QVERIFY(dialog.words().contains(bridge::shortId(first)));
        dialog.picture("wizard-solution-version-update");
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QTRY_VERIFY(!version_.isEmpty());
        desk_->workspace.settle();
        const auto version = desk_->service().describeSolutionVersion(version_.toStdString());
        QCOMPARE(version.trainingMode, TrainingMode::Update);
        QCOMPARE(version.status, service::Status::Active);
    }

    void updateComesIntoReachWhileTheFormIsOpen() {
        const auto solution = makeSolution("aws-popularity-count");
        const auto dialog = open(solution);
        QVERIFY(dialog.says("Popularity count has no update"));
        desk_->workspace.train(solution);
        QTRY_VERIFY(dialog.says("The last one took"));
        QVERIFY(!dialog.find<QAbstractButton>("choice/update").isEnabled());
    }

    void refusalStandsBelowTheChoice() {
        const auto group = desk_->workspace.makeGroup();
        const auto solution =
            desk_->workspace.makeSolution(group, "aws-popularity-count", "popular");
        const auto dialog = open(solution);
        dialog.press("trainButton");
        QTRY_VERIFY(dialog.errorAt("trainingMode").contains(s("no Interactions dataset")));
        QVERIFY(dialog.isOpen());
        QVERIFY(dialog.find<QAbstractButton>("trainButton").isEnabled());
        dialog.press("cancelButton");
        QVERIFY(!dialog.isOpen());
        QVERIFY(version_.isEmpty());
    }

private:
    std::string makeSolution(const std::string& recipe) {
        return desk_->workspace.makeSolution(desk_->workspace.makeFilledGroup(), recipe, "taste");
    }
    OpenWizard open(const std::string& solution) {
        wizards::createSolutionVersion(*desk_->console, &desk_->window, bridge::text(solution),
                                       [this](const QString& arn) { version_ = arn; });
        return OpenWizard(desk_->window, "createSolutionVersionDialog");
    }

    QTemporaryDir settings_;
    std::unique_ptr<WizardFixture> desk_;
    QString version_;
};

QTEST_MAIN(CreateSolutionVersionTest)
#include "create_solution_version_test.moc"
