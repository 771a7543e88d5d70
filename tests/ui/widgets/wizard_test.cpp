// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractButton>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include "tests/ui/screenshot.h"
#include "ui/widgets/flash_bar.h"
#include "ui/widgets/wizard_frame.h"

using namespace foretaste;
using namespace foretaste::widgets;

namespace {

QString s(const char* text) {
    return QString::fromUtf8(text);
}

struct Draft {
    QString name;
    QString domain;
};

class NamePage : public WizardPage {
public:
    explicit NamePage(Draft& draft)
        : WizardPage(
              s("details"), s("Dataset group details"),
              s("A dataset group holds the data, solutions and campaigns of one application.")),
          name_(new QLineEdit) {
        addField(s("name"), s("Dataset group &name"), name_,
                 s("1 to 63 letters, digits, - and _."));
        connect(name_, &QLineEdit::textChanged, this,
                [&draft](const QString& text) { draft.name = text; });
        auto* domain = new QComboBox;
        domain->addItems({s("Custom"), s("E-commerce"), s("Video on demand")});
        addField(s("domain"), s("&Domain"), domain,
                 s("Decides the default schemas. It cannot be changed later."));
        connect(domain, &QComboBox::currentTextChanged, this,
                [&draft](const QString& text) { draft.domain = text; });
    }
    QList<FieldError> check() override {
        if (name_->text().isEmpty()) return {{s("name"), s("A dataset group needs a name.")}};
        return {};
    }
    QLineEdit* name_;
};

class GroupWizard : public WizardFrame {
public:
    GroupWizard()
        : WizardFrame(s("test-group"), s("Create dataset group"), s("Create dataset group")) {
        addStep(new NamePage(draft));
        addStep(new WizardPage(s("import"), s("Import interactions"), s("From a CSV file.")), true);
        auto* review = new ReviewPage(s("Nothing has been created so far."));
        review->fill = [this](ReviewPage& page) {
            page.addSection(s("Dataset group"), s("details"),
                            {{s("Name"), draft.name},
                             {s("Domain"), draft.domain.isEmpty() ? s("Custom") : draft.domain}});
        };
        addStep(review);
        restoreDraft();
    }
    using WizardFrame::finish;
    Draft draft;
    int submitted = 0;
    bool wait = false;

protected:
    QJsonObject saveDraft() const override { return {{s("name"), draft.name}}; }
    void loadDraft(const QJsonObject& stored) override {
        static_cast<NamePage*>(step(s("details")))->name_->setText(stored[s("name")].toString());
    }
    void submit() override {
        ++submitted;
        if (wait) {
            setBusy(true, s("Creating…"));
        } else {
            finish();
        }
    }
};

}  // namespace

class WizardTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() {
        QCoreApplication::setOrganizationName(s("foretaste-test"));
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, settings_.path());
        theme::Theme::get().apply(theme::Mode::Light);
    }
    void init() { QSettings().clear(); }

    void walksByKeyboardAndStopsAtErrors() {
        GroupWizard wizard;
        wizard.show();
        wizard.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&wizard));
        auto* name = static_cast<NamePage*>(wizard.step(s("details")))->name_;
        QVERIFY(name->hasFocus());
        QTest::keyClick(name, Qt::Key_Return);  // Next, but the name is missing
        QCOMPARE(wizard.currentPage()->objectName(), s("details"));
        auto* page = static_cast<WizardPage*>(wizard.currentPage());
        QCOMPARE(page->fields().first()->error(), s("A dataset group needs a name."));
        QVERIFY(name->hasFocus());
        QTest::keyClicks(name, s("film-club"));
        QCOMPARE(page->fields().first()->error(), QString());  // typing clears it
        QTest::keyClick(name, Qt::Key_Return);
        QCOMPARE(wizard.currentPage()->objectName(), s("import"));
        QTest::keyClick(wizard.button(QWizard::NextButton), Qt::Key_Space);
        QCOMPARE(wizard.currentPage()->objectName(), s("review"));
        QVERIFY(wizard.button(QWizard::FinishButton)->isVisible());
        QVERIFY(!wizard.button(QWizard::NextButton)->isVisible());
        QCOMPARE(wizard.button(QWizard::FinishButton)->text(), s("Create dataset group"));
        QTest::keyClick(wizard.button(QWizard::FinishButton), Qt::Key_Space);
        QCOMPARE(wizard.submitted, 1);
        QCOMPARE(wizard.result(), static_cast<int>(QDialog::Accepted));
        QVERIFY(!wizard.isVisible());
    }

    void reviewLinksBackAndIsFilledAnew() {
        GroupWizard wizard;
        wizard.show();
        auto* name = static_cast<NamePage*>(wizard.step(s("details")))->name_;
        name->setText(s("first"));
        wizard.next();
        wizard.next();
        const auto shown = [&](const char* text) {
            for (const QLabel* label : wizard.currentPage()->findChildren<QLabel*>()) {
                if (label->text() == s(text)) return true;
            }
            return false;
        };
        QVERIFY(shown("first"));
        wizard.findChild<QPushButton*>(s("edit/details"))->click();
        QTRY_COMPARE(wizard.currentPage()->objectName(), s("details"));
        name->setText(s("second"));
        wizard.next();
        wizard.next();
        QVERIFY(shown("second"));
        QVERIFY(!shown("first"));
        auto* first = wizard.findChild<QAbstractButton*>(s("step/details"));
        QVERIFY(first->isEnabled());
        first->click();
        QCOMPARE(wizard.currentPage()->objectName(), s("details"));
    }

    void refusalOfTheServiceGoesToTheField() {
        GroupWizard wizard;
        wizard.wait = true;
        wizard.show();
        static_cast<NamePage*>(wizard.step(s("details")))->name_->setText(s("taken"));
        wizard.next();
        wizard.next();
        wizard.button(QWizard::FinishButton)->click();
        QVERIFY(wizard.isBusy());
        QVERIFY(!wizard.button(QWizard::FinishButton)->isEnabled());
        QVERIFY(wizard.button(QWizard::CancelButton)->isEnabled());
        QCOMPARE(wizard.findChild<QLabel*>(s("wizardRemark"))->text(), s("Creating…"));
        wizard.accept();  // pressing again does nothing
        QCOMPARE(wizard.submitted, 1);
        wizard.fail({{s("name"), s("“taken” exists already.")}});
        QVERIFY(!wizard.isBusy());
        QCOMPARE(wizard.currentPage()->objectName(), s("details"));
        QCOMPARE(static_cast<WizardPage*>(wizard.currentPage())->fields().first()->error(),
                 s("“taken” exists already."));
        wizard.next();
        wizard.next();
        wizard.button(QWizard::FinishButton)->click();
        wizard.fail({{{}, s("The disk is full.")}});
        QCOMPARE(wizard.currentPage()->objectName(), s("review"));
        QCOMPARE(wizard.currentPage()->findChild<FlashBar*>()->newestText(),
                 s("The disk is full."));
        QVERIFY(wizard.button(QWizard::FinishButton)->isEnabled());
        wizard.button(QWizard::FinishButton)->click();
        QCOMPARE(wizard.submitted, 3);
        wizard.finish();
        QVERIFY(!wizard.isVisible());
    }

    void draftSurvivesCancelAndEndsWithSuccess() {
        {
            GroupWizard wizard;
            wizard.show();
            static_cast<NamePage*>(wizard.step(s("details")))->name_->setText(s("half-done"));
            wizard.button(QWizard::CancelButton)->click();
            QCOMPARE(wizard.result(), static_cast<int>(QDialog::Rejected));
        }
        GroupWizard again;
        again.show();
        QCOMPARE(again.draft.name, s("half-done"));
        again.next();
        again.next();
        again.button(QWizard::FinishButton)->click();
        GroupWizard fresh;
        QCOMPARE(fresh.draft.name, QString());
    }

    void looksOfThisDecade() {
        GroupWizard wizard;
        wizard.show();
        QVERIFY(QTest::qWaitForWindowExposed(&wizard));
        wizard.next();
        QVERIFY(uitest::writeScreenshots(wizard, s(FORETASTE_SCREENSHOTS), s("wizard")));
        static_cast<NamePage*>(wizard.step(s("details")))->name_->setText(s("film-club"));
        wizard.next();
        wizard.next();
        QVERIFY(uitest::writeScreenshots(wizard, s(FORETASTE_SCREENSHOTS), s("wizard-review")));
    }

private:
    QTemporaryDir settings_;
};

QTEST_MAIN(WizardTest)
#include "wizard_test.moc"
