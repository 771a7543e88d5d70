// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/form_field.h"

#include <QAccessible>

#include "ui/theme/icons.h"
#include "ui/theme/style.h"

namespace foretaste::widgets {

using namespace theme;

FormField::FormField(const QString& key, const QString& label, QWidget* input, const QString& help,
                     QWidget* parent)
    : QWidget(parent),
      key_(key),
      label_(makeLabel(label, TextRole::Strong, Tone::Text, this)),
      help_(makeLabel(help, TextRole::Small, Tone::Muted, this, true)),
      input_(input),
      message_(new QWidget(this)),
      messageIcon_(new QLabel(message_)),
      messageText_(makeLabel({}, TextRole::Small, Tone::Bad, message_, true)) {
    setObjectName(key + QStringLiteral("Field"));
    if (input->objectName().isEmpty()) input->setObjectName(key + QStringLiteral("Input"));
    QFont face = label_->font();
    face.setPixelSize(kTextTable);
    label_->setFont(face);
    label_->setBuddy(input);
    plainLabel_ = label;
    plainLabel_.remove(u'&');
    input->setAccessibleName(plainLabel_);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kSpaceXs);
    layout->addWidget(label_);
    help_->setVisible(!help.isEmpty());
    layout->addWidget(help_);
    layout->addSpacing(kSpaceXxs);
    layout->addWidget(input);
    auto* line = new QHBoxLayout(message_);
    line->setContentsMargins(0, kSpaceXxs, 0, 0);
    line->setSpacing(6);
    messageIcon_->setFixedSize(16, 16);
    line->addWidget(messageIcon_, 0, Qt::AlignTop);
    line->addWidget(messageText_, 1);
    messageText_->setObjectName(QStringLiteral("fieldMessage"));
    message_->hide();
    layout->addWidget(message_);
    connect(&Theme::get(), &Theme::changed, this, &FormField::describe);
    describe();
}

void FormField::setOptional(bool optional) {
    label_->setTextFormat(Qt::RichText);
    label_->setText(optional ? QStringLiteral("%1 <span style=\"font-weight:400\">– %2</span>")
                                   .arg(plainLabel_.toHtmlEscaped(), tr("optional"))
                             : plainLabel_.toHtmlEscaped());
}

void FormField::setHelp(const QString& help) {
    help_->setText(help);
    help_->setVisible(!help.isEmpty());
    describe();
}

void FormField::setError(const QString& message) {
    if (message == error_) return;
    error_ = message;
    input_->setProperty(kErrorProperty, !message.isEmpty());
    input_->update();
    describe();
    if (!message.isEmpty()) {
        QAccessibleEvent alert(messageText_, QAccessible::Alert);
        QAccessible::updateAccessibility(&alert);
    }
}

QString FormField::error() const {
    return error_;
}

void FormField::setWarning(const QString& message) {
    warning_ = message;
    describe();
}

void FormField::focusInput() {
    // Composite inputs pass the focus on through their focus proxy.
    input_->setFocus(Qt::OtherFocusReason);
}

void FormField::describe() {
    const bool wrong = !error_.isEmpty();
    const QString& message = wrong ? error_ : warning_;
    const Tone tone = wrong ? Tone::Bad : Tone::Warn;
    messageText_->setText(message);
    setText(*messageText_, TextRole::Small, tone);
    messageIcon_->setPixmap(
        iconPixmap(wrong ? Icon::Error : Icon::Warning, 14, tone, devicePixelRatioF()));
    message_->setVisible(!message.isEmpty());
    QStringList parts;
    for (const QString& part : {message, help_->text()}) {
        if (!part.isEmpty()) parts << part;
    }
    input_->setAccessibleDescription(parts.join(u'\n'));
}

QList<FieldError> showErrors(const QList<FormField*>& fields, const QList<FieldError>& errors) {
    QList<FieldError> rest = errors;
    FormField* first = nullptr;
    for (FormField* field : fields) {
        QStringList messages;
        rest.removeIf([&](const FieldError& error) {
            const bool mine = !error.field.isEmpty() && error.field == field->key();
            if (mine) messages << error.message;
            return mine;
        });
        field->setError(messages.join(u'\n'));
        if (!messages.isEmpty() && !first) first = field;
    }
    if (first) first->focusInput();
    return rest;
}

}  // namespace foretaste::widgets
