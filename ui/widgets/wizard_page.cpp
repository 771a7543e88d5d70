// SPDX-License-Identifier: GPL-3.0-or-later
#include <QGridLayout>
#include <QMetaProperty>
#include <QScrollArea>

#include "ui/theme/theme.h"
#include "ui/widgets/card.h"
#include "ui/widgets/flash_bar.h"
#include "ui/widgets/wizard_frame.h"

namespace foretaste::widgets {

using namespace theme;

WizardPage::WizardPage(const QString& id, const QString& title, const QString& description,
                       QWidget* parent)
    : QWizardPage(parent), title_(title), general_(new FlashBar) {
    setObjectName(id);
    setAccessibleName(title);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    auto* scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto* content = new QWidget;
    auto* layout = new QVBoxLayout(content);
    layout->setContentsMargins(kSpaceXl, kSpaceXl, kSpaceXl, kSpaceL);
    layout->setSpacing(kSpaceXs);
    layout->addWidget(makeLabel(title, TextRole::Title));
    if (!description.isEmpty()) {
        layout->addWidget(makeLabel(description, TextRole::Table, Tone::Muted, nullptr, true));
    }
    layout->addSpacing(kSpaceM);
    layout->addWidget(general_);
    body_ = new QVBoxLayout;
    body_->setSpacing(kSpaceL + kSpaceXs);
    layout->addLayout(body_);
    layout->addStretch(1);
    scroll->setWidget(content);
    scroll->viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);
    outer->addWidget(scroll);
}

FormField* WizardPage::addField(FormField* field) {
    body_->addWidget(field);
    watchField(field);
    return field;
}

FormField* WizardPage::addField(const QString& key, const QString& label, QWidget* input,
                                const QString& help) {
    return addField(new FormField(key, label, input, help));
}

void WizardPage::watchField(FormField* field) {
    fields_ << field;
    const QMetaProperty value = field->input()->metaObject()->userProperty();
    if (!value.hasNotifySignal()) return;
    const QMetaMethod slot = metaObject()->method(metaObject()->indexOfSlot("inputChanged()"));
    connect(field->input(), value.notifySignal(), this, slot);
}

void WizardPage::removeField(FormField* field) {
    fields_.removeOne(field);
    field->hide();
    field->deleteLater();
}

void WizardPage::inputChanged() {
    for (FormField* field : fields_) {
        if (field->input() == sender()) field->setError({});
    }
    changed();
}

void WizardPage::changed() {
    emit completeChanged();
    if (auto* frame = qobject_cast<WizardFrame*>(wizard())) frame->draftChanged();
}

bool WizardPage::showFieldErrors(const QList<FieldError>& errors) {
    const QList<FieldError> rest = showErrors(fields_, errors);
    general_->clear();
    for (const FieldError& error : rest) {
        general_->show(FlashKind::Error, error.message, {}, error.field);
    }
    return !errors.isEmpty();
}

bool WizardPage::validatePage() {
    const QList<FieldError> errors = check();
    showFieldErrors(errors);
    return errors.isEmpty();
}

ReviewPage::ReviewPage(const QString& description, QWidget* parent)
    : WizardPage(QStringLiteral("review"), tr("Review"), description, parent),
      sections_(new QVBoxLayout) {
    sections_->setSpacing(kSpaceM);
    body()->addLayout(sections_);
}

void ReviewPage::clearSections() {
    while (QLayoutItem* item = sections_->takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

// Values may be long, as a list of columns: they wrap, and are never cut.
void ReviewPage::addSection(const QString& title, const QString& step, const QList<Row>& rows) {
    constexpr int kKeyWidth = 176;
    auto* card = new Card(title);
    if (!step.isEmpty()) {
        auto* edit = new QPushButton(tr("Edit"));
        edit->setObjectName(QStringLiteral("edit/") + step);
        edit->setAccessibleName(tr("Edit %1").arg(title));
        setButtonKind(*edit, ButtonKind::Quiet);
        card->addHeadWidget(edit);
        // Going back fills this page anew, and with it goes the button: not while it is clicked.
        connect(
            edit, &QPushButton::clicked, this,
            [this, step] {
                if (auto* frame = qobject_cast<WizardFrame*>(wizard())) frame->goTo(step);
            },
            Qt::QueuedConnection);
    }
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(kSpaceL);
    grid->setVerticalSpacing(kSpaceS);
    grid->setColumnMinimumWidth(0, kKeyWidth);
    grid->setColumnStretch(1, 1);
    for (const Row& row : rows) {
        const int line = grid->rowCount();
        auto* key = makeLabel(row.key, TextRole::Table, Tone::Muted);
        auto* value = makeLabel(row.value, TextRole::Body, Tone::Text, nullptr, true);
        value->setObjectName(QStringLiteral("value/") + row.key);
        value->setTextInteractionFlags(Qt::TextSelectableByMouse);
        value->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
        key->setBuddy(value);
        grid->addWidget(key, line, 0, Qt::AlignTop);
        grid->addWidget(value, line, 1);
    }
    card->body()->addLayout(grid);
    sections_->addWidget(card);
}

void ReviewPage::initializePage() {
    if (fill) {
        clearSections();
        fill(*this);
    }
}

}  // namespace foretaste::widgets
