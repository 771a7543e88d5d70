// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QTimer>
#include <QWizard>

#include <functional>

#include "ui/widgets/form_field.h"

class QVBoxLayout;

namespace foretaste::widgets {

class FlashBar;

// A step: own header (title, description), content that scrolls, fields whose errors it shows.
class WizardPage : public QWizardPage {
    Q_OBJECT
public:
    // `id` becomes the object name; `title` is also the text in the list of steps.
    WizardPage(const QString& id, const QString& title, const QString& description,
               QWidget* parent = nullptr);

    QString title() const { return title_; }
    QVBoxLayout* body() const { return body_; }
    // Adds a field below what is there; its errors are shown, the first one gets the focus.
    FormField* addField(FormField* field);
    // A new field around `input`.
    FormField* addField(const QString& key, const QString& label, QWidget* input,
                        const QString& help = {});
    // Only registers a field that stands in a layout of the page's own.
    void watchField(FormField* field);
    void removeField(FormField* field);
    QList<FormField*> fields() const { return fields_; }

    // What is wrong with this step, from the same function that CLI and endpoint use. Asked when
    // Next or Create is pressed; empty lets the user go on.
    virtual QList<FieldError> check() { return {}; }
    // Shows errors at their fields and the rest in a message above them. True where any field or
    // message took one.
    bool showFieldErrors(const QList<FieldError>& errors);
    bool validatePage() override;

protected:
    // Fields call it by themselves when their input changes; a page calls it for other inputs.
    // Tells the wizard to save the draft and asks isComplete() again.
    void changed();

private slots:
    void inputChanged();

private:
    QString title_;
    QVBoxLayout* body_;
    FlashBar* general_;
    QList<FormField*> fields_;
};

// The last step: what is going to be created, with links back to the step that decides it.
class ReviewPage : public WizardPage {
    Q_OBJECT
public:
    explicit ReviewPage(const QString& description, QWidget* parent = nullptr);

    struct Row {
        QString key;
        QString value;
    };
    void clearSections();
    // `step` is the page id that "Edit" goes to.
    void addSection(const QString& title, const QString& step, const QList<Row>& rows);
    // Fill the sections from the draft; called each time the step is entered.
    std::function<void(ReviewPage&)> fill;
    void initializePage() override;

private:
    QVBoxLayout* sections_;
};

// A QWizard of this decade: list of steps at the left, no banner, one primary button. Pressing the
// last button calls submit(); the wizard closes with finish() when the work has been taken on. A
// draft is kept in QSettings under drafts/<key> and survives Cancel; finish() drops it.
class WizardFrame : public QWizard {
    Q_OBJECT
public:
    WizardFrame(const QString& key, const QString& title, const QString& finishText,
                QWidget* parent = nullptr);

    // Steps appear in the order they are added.
    void addStep(WizardPage* page, bool optional = false);
    WizardPage* step(const QString& id) const;
    // Goes back to a step already seen.
    void goTo(const QString& id);
    // A remark below the list of steps.
    void setRemark(const QString& text);
    // All buttons but Cancel are disabled and `text` stands below the steps meanwhile.
    void setBusy(bool busy, const QString& text = {});
    bool isBusy() const { return busy_; }
    // The service refused: shows the errors at their fields, on the first step that has one, or
    // above the current step.
    void fail(const QList<FieldError>& errors);

    // Reads a draft left by an earlier wizard of this key, false where there is none; call at the
    // end of the constructor.
    bool restoreDraft();
    void dropDraft();
    // Leaves a draft for the next wizard of this key.
    static void leaveDraft(const QString& key, const QJsonObject& draft);

    void accept() override;
    void reject() override;

public slots:
    // Saves the draft once the user pauses for a second.
    void draftChanged();

protected:
    // The draft as JSON and back; a wizard without a draft leaves them alone.
    virtual QJsonObject saveDraft() const { return {}; }
    virtual void loadDraft(const QJsonObject&) {}
    // Called when the last step is valid and "Create" is pressed. The default finishes at once; a
    // wizard that waits for the service calls setBusy(true) and later finish() or fail().
    virtual void submit() { finish(); }
    // Drops the draft and closes the wizard as accepted.
    void finish();

private:
    void showSteps();
    void storeDraft();

    QString key_;
    class StepList;
    StepList* steps_;
    QTimer draftTimer_;
    bool busy_ = false;
};

}  // namespace foretaste::widgets
