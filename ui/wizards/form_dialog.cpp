// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizards/form_dialog.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

#include "ui/theme/theme.h"
#include "ui/widgets/form_field.h"

namespace foretaste::wizards {

using namespace theme;

FormDialog::FormDialog(bridge::Console& console, const QString& name, const QString& heading,
                       const QString& verb, const QString& verbName, QWidget* parent)
    : QDialog(parent), console_(console), body_(new QVBoxLayout), verb_(new QPushButton(verb)) {
    setObjectName(name);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(heading);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(kSpaceXl, kSpaceXl, kSpaceXl, kSpaceL);
    layout->setSpacing(kSpaceL);
    layout->addWidget(makeLabel(heading, TextRole::Title));
    body_->setSpacing(kSpaceL);
    layout->addLayout(body_, 1);
    auto* buttons = new QHBoxLayout;
    auto* cancel = new QPushButton(tr("Cancel"));
    cancel->setObjectName(QStringLiteral("cancelButton"));
    cancel->setAutoDefault(false);
    setButtonKind(*cancel, ButtonKind::Quiet);
    verb_->setObjectName(verbName);
    verb_->setDefault(true);
    setButtonKind(*verb_, ButtonKind::Primary);
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(verb_);
    layout->addLayout(buttons);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(verb_, &QPushButton::clicked, this, [this] { submit(); });
}

widgets::FormField* FormDialog::addField(const QString& key, const QString& label, QWidget* input,
                                         const QString& help) {
    auto* field = new widgets::FormField(key, label, input, help);
    body_->addWidget(field);
    fields_ << field;
    return field;
}

void FormDialog::showErrors(const QList<widgets::FieldError>& errors) {
    for (const auto& error : widgets::showErrors(fields_, errors))
        fields_.first()->setError(error.message);
}

}  // namespace foretaste::wizards
