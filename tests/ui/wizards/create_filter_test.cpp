// SPDX-License-Identifier: GPL-3.0-or-later
#include <QComboBox>
#include <QDialog>
#include <QPlainTextEdit>

#include "tests/ui/wizards/wizard_fixture.h"
#include "ui/wizards/filter/filter_draft.h"

using namespace foretaste;
using namespace foretaste::uitest;
using wizards::expressionOf;
using wizards::RuleDraft;

class CreateFilterTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        prepareApplication(settings_);
        group_ = desk_.workspace.makeFilledGroup();
    }
    void init() { filter_.clear(); }
    void cleanup() {  // a dialog that was refused is still open
        qDeleteAll(desk_.window.findChildren<QDialog*>(s("createFilterDialog")));
    }

    void draftsBecomeTheServicesLanguage() {
        RuleDraft only{true, {{s("Items.GENRES"), s("IN"), s("Drama, \"Crime, true\" ,$G")}}, {}};
        QCOMPARE(expressionOf({only}),
                 s("INCLUDE ItemID WHERE Items.GENRES IN (\"Drama\", \"Crime, true\", $G)"));
        RuleDraft never{false,
                        {{s("Items.PRICE"), s(">="), s(" 10 ")}, {s("Items.PRICE"), s("<"), {}}},
                        {{s("CurrentUser.AGE"), s("<"), s("18")}}};
        QCOMPARE(expressionOf({only, never}).section(s(" | "), 1),
                 s("EXCLUDE ItemID WHERE Items.PRICE >= 10 IF CurrentUser.AGE < 18"));
        QCOMPARE(expressionOf({{true, {{s("Items.GENRES"), s("IN"), {}}}, {}}}), QString());
    }

    void aFilterIsBuiltTriedAndMade() {
        const auto dialog = open({});
        auto& field = dialog.find<QComboBox>("conditionFieldInput");
        field.setCurrentText(s("Items.GENRES"));
        dialog.type("conditionValuesInput", "Genre1");
        QCOMPARE(text(dialog), s("INCLUDE ItemID WHERE Items.GENRES IN (\"Genre1\")"));
        QTRY_VERIFY(dialog.says("items pass."));
        QVERIFY(dialog.says("Among them: Film "));
        dialog.type("nameInput", "only-genre-1");
        dialog.picture("create-filter");
        dialog.press("createButton");
        QTRY_VERIFY(!filter_.isEmpty());
        QCOMPARE(desk_.service().describeFilter(filter_.toStdString()).filterExpression,
                 std::string("INCLUDE ItemID WHERE Items.GENRES IN (\"Genre1\")"));
    }

    void placeholdersAskForValues() {
        const auto dialog = open({});
        write(dialog, "INCLUDE ItemID WHERE Items.GENRES IN ($G)");
        QTRY_VERIFY(dialog.says("Give a value to each placeholder"));
        dialog.type("placeholder/G", "Genre2");
        QTRY_VERIFY(dialog.says("items pass."));
        dialog.press("cancelButton");
        QVERIFY(filter_.isEmpty());
    }

    void faultsAreSaidWhereTheyAre() {
        const auto dialog = open({});
        write(dialog, "INCLUDE ItemID WHERE Items.COLOUR IN (\"red\")");
        QTRY_VERIFY(dialog.errorAt("filterExpression").contains(s("COLOUR")));
        write(dialog, "EXCLUDE ItemID WHERE Interactions.EVENT_TYPE IN (\"*\")");
        QTRY_VERIFY(dialog.says("items pass for user u0."));
        dialog.press("createButton");
        QTRY_VERIFY(!dialog.errorAt("name").isEmpty());
        QVERIFY(dialog.isOpen());
    }

    void anotherLikeItBeginsWithItsExpression() {
        const auto like = desk_.service().createFilter(
            {.name = "seen",
             .datasetGroupArn = group_,
             .filterExpression = "EXCLUDE ItemID WHERE Interactions.EVENT_TYPE IN (\"*\")"});
        const auto dialog = open(bridge::text(like));
        QTRY_VERIFY(text(dialog).startsWith(s("EXCLUDE")));
        QTRY_COMPARE(dialog.find<QLineEdit>("nameInput").text(), s("seen-copy"));
        dialog.press("createButton");
        QTRY_VERIFY(filter_.endsWith(s("/seen-copy")));
    }

private:
    OpenWizard open(const QString& like) {
        wizards::createFilter(*desk_.console, &desk_.window, bridge::text(group_), like,
                              [this](const QString& arn) { filter_ = arn; });
        return {desk_.window, "createFilterDialog"};
    }
    static QPlainTextEdit& edit(const OpenWizard& dialog) {
        return dialog.find<QPlainTextEdit>("filterExpressionInput");
    }
    static QString text(const OpenWizard& dialog) { return edit(dialog).toPlainText(); }
    static void write(const OpenWizard& dialog, const char* expression) {
        edit(dialog).setPlainText(s(expression));
    }

    QTemporaryDir settings_;
    WizardFixture desk_;
    std::string group_;
    QString filter_;
};

QTEST_MAIN(CreateFilterTest)
#include "create_filter_test.moc"
