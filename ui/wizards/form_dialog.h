// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

#include "ui/bridge/console.h"
#include "ui/wizards/refusals.h"

class QPushButton;
class QVBoxLayout;

namespace foretaste::wizards {

/// A form of one step over a window: a heading, some fields, Cancel and the verb. It closes when
/// the service has taken what was asked for; a refusal goes to its field.
class FormDialog : public QDialog {
    Q_OBJECT

public:
    /// `verbName` is the object name of the verb's button.
    FormDialog(bridge::Console& console, const QString& name, const QString& heading,
               const QString& verb, const QString& verbName, QWidget* parent);

    /// ARN of what was made, once the dialog is accepted.
    QString madeArn() const { return madeArn_; }

protected:
    bridge::Console& console() const { return console_; }
    QVBoxLayout* body() const { return body_; }
    widgets::FormField* addField(const QString& key, const QString& label, QWidget* input,
                                 const QString& help = {});
    /// What the verb does.
    virtual void submit() = 0;
    /// Runs `call(service)`, which returns an ARN, and accepts the dialog.
    template <class Call>
    void make(Call call, const FieldNames& names = {}) {
        verb_->setEnabled(false);
        console_.call(
            this, std::move(call),
            [this](const std::string& arn) {
                madeArn_ = QString::fromStdString(arn);
                accept();
            },
            [this, names](const bridge::CallError& error) {
                verb_->setEnabled(true);
                showErrors({asFieldError(error, names)});
            });
    }
    /// Each at its field; one of no field at the first.
    void showErrors(const QList<widgets::FieldError>& errors);
    void setReady(bool ready) { verb_->setEnabled(ready); }

private:
    bridge::Console& console_;
    QString madeArn_;
    QVBoxLayout* body_;
    QPushButton* verb_;
    QList<widgets::FormField*> fields_;
};

}  // namespace foretaste::wizards
