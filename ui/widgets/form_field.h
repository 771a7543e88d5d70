// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace foretaste::widgets {

// Something wrong with one input; `field` is the FormField's key. An empty key concerns the form as
// a whole.
struct FieldError {
    QString field;
    QString message;
};

// A label above an input, help below the label, an error below the input. The label is the input's
// buddy and accessible name ("&" gives the mnemonic), help and error its accessible description.
class FormField : public QWidget {
    Q_OBJECT
public:
    // `key` names the field in errors ("name", "schemaArn") and becomes the object name of the
    // field
    // ("nameField"); the input gets "nameInput" unless it has a name. Takes ownership of `input`.
    FormField(const QString& key, const QString& label, QWidget* input, const QString& help = {},
              QWidget* parent = nullptr);

    QString key() const { return key_; }
    QWidget* input() const { return input_; }
    void setOptional(bool optional);
    void setHelp(const QString& help);
    // An empty message clears it. The input is outlined in the error colour meanwhile.
    void setError(const QString& message);
    QString error() const;
    // A remark that does not stop anybody ("the service would want 1,000 rows").
    void setWarning(const QString& message);
    void focusInput();

private:
    void describe();

    QString key_;
    QLabel* label_;
    QLabel* help_;
    QWidget* input_;
    QWidget* message_;
    QLabel* messageIcon_;
    QLabel* messageText_;
    QString plainLabel_;
    QString error_;
    QString warning_;
};

// Shows each error at its field, clears the others and focuses the first one that has an error.
// Returns the errors that no field took (those without a key, too).
QList<FieldError> showErrors(const QList<FormField*>& fields, const QList<FieldError>& errors);

}  // namespace foretaste::widgets
