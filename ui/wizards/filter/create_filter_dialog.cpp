// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizards/filter/create_filter_dialog.h"

#include <QFormLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <set>

#include "ui/bridge/words.h"
#include "ui/theme/theme.h"
#include "ui/widgets/form_field.h"
#include "ui/widgets/small_parts.h"
#include "ui/wizards/filter/filter_builder.h"
#include "ui/wizards/refusals.h"

namespace foretaste::wizards {

using namespace theme;
using bridge::text;

namespace {

constexpr std::size_t kEvents = 200;  ///< that are looked at for their types

/// "*" stands for every type.
void offerEventTypes(std::vector<service::FilterField>& fields,
                     const std::vector<service::HistoryEvent>& events) {
    std::set<std::string> types{"*"};
    for (const auto& event : events)
        if (!event.eventType.empty()) types.insert(event.eventType);
    for (auto& field : fields)
        if (field.name == "Interactions.EVENT_TYPE")
            field.values.assign(types.begin(), types.end());
}

}  // namespace

CreateFilterDialog::CreateFilterDialog(bridge::Console& console, const QString& groupArn,
                                       const QString& like, QWidget* parent)
    : QDialog(parent),
      console_(console),
      groupArn_(groupArn),
      like_(like),
      name_(new widgets::FormField(QStringLiteral("name"), tr("Name"), new QLineEdit)),
      builder_(new FilterBuilder),
      text_(new QPlainTextEdit),
      expression_(new widgets::FormField(
          QStringLiteral("filterExpression"), tr("Expression"), text_,
          tr("Follows what is chosen above. It may be written by hand, too."))),
      user_(new QLineEdit),
      trial_(new QFormLayout),
      outcome_(makeLabel({}, TextRole::Body, Tone::Text, nullptr, true)),
      create_(new QPushButton(tr("Create filter"))) {
    setObjectName(QStringLiteral("createFilterDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Create filter"));
    build();

    constexpr int kSettleMs = 200;
    settle_.setSingleShot(true);
    settle_.setInterval(kSettleMs);
    connect(&settle_, &QTimer::timeout, this, &CreateFilterDialog::tryIt);
    connect(builder_, &FilterBuilder::changed, this, &CreateFilterDialog::rebuildText);
    connect(text_, &QPlainTextEdit::textChanged, this, [this] {
        expression_->setError({});
        settle_.start();
    });
    connect(user_, &QLineEdit::textChanged, this, [this] { settle_.start(); });
    console.call(
        this,
        [group = groupArn.toStdString(), like = like.toStdString()](service::Service& service) {
            Surroundings found{service.filterFields(group), {}, {}, {}};
            const auto users = service.findUsers(group, {}, 1);
            if (!users.empty()) found.busiestUser = users.front().userId;
            offerEventTypes(found.fields, service.userHistory(group, found.busiestUser, kEvents));
            if (!like.empty()) {
                const auto filter = service.describeFilter(like);
                found.expression = filter.filterExpression;
                found.name = filter.name;
            }
            return found;
        },
        [this](const Surroundings& found) { take(found); },
        [this](const bridge::CallError& error) {
            take({});
            expression_->setError(bridge::sentenceText(error.message));
        });
}

void CreateFilterDialog::build() {
    constexpr int kWidth = 720, kHeight = 640, kTextHeight = 84;
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(kSpaceXl, kSpaceXl, kSpaceXl, kSpaceL);
    layout->setSpacing(kSpaceL);
    layout->addWidget(makeLabel(windowTitle(), TextRole::Title));
    auto* inside = new QWidget;
    auto* form = new QVBoxLayout(inside);
    form->setContentsMargins(0, 0, kSpaceM, 0);
    form->setSpacing(kSpaceL);
    text_->setObjectName(QStringLiteral("filterExpressionInput"));
    text_->setFont(theme::font(TextRole::Code));
    text_->setFixedHeight(kTextHeight);
    text_->setTabChangesFocus(true);
    user_->setObjectName(QStringLiteral("filterUserInput"));
    outcome_->setObjectName(QStringLiteral("filterOutcome"));
    trial_->setContentsMargins(0, 0, 0, 0);
    trial_->setHorizontalSpacing(kSpaceM);
    auto* userLabel = makeLabel(tr("Try it for user"), TextRole::Body);
    userLabel->setBuddy(user_);
    trial_->addRow(userLabel, user_);
    for (QWidget* part : std::initializer_list<QWidget*>{name_, builder_, expression_})
        form->addWidget(part);
    form->addLayout(trial_);
    form->addWidget(outcome_);
    form->addStretch(1);
    auto* scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setWidget(inside);
    layout->addWidget(scroll, 1);
    auto* buttons = new QHBoxLayout;
    auto* cancel = new QPushButton(tr("Cancel"));
    cancel->setObjectName(QStringLiteral("cancelButton"));
    cancel->setAutoDefault(false);
    setButtonKind(*cancel, ButtonKind::Quiet);
    create_->setObjectName(QStringLiteral("createButton"));
    create_->setDefault(true);
    setButtonKind(*create_, ButtonKind::Primary);
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(create_);
    layout->addLayout(buttons);
    resize(kWidth, kHeight);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(create_, &QPushButton::clicked, this, &CreateFilterDialog::create);
}

void CreateFilterDialog::take(const Surroundings& found) {
    builder_->setFields(found.fields);
    user_->setText(text(found.busiestUser));
    if (!like_.isEmpty()) {
        // An expression is not taken apart again; it goes on by hand.
        builder_->hide();
        expression_->setHelp(tr("As in %1. Change what is to be different.").arg(text(found.name)));
        text_->setPlainText(text(found.expression));
        static_cast<QLineEdit*>(name_->input())->setText(text(found.name + "-copy"));
    }
    open();
    name_->focusInput();
}

void CreateFilterDialog::rebuildText() {
    text_->setPlainText(expressionOf(builder_->rules()));
}

void CreateFilterDialog::tryIt() {
    const auto expression = text_->toPlainText().trimmed();
    ++asked_;
    if (expression.isEmpty()) {
        outcome_->setText({});
        return;
    }
    service::FilterTrial trial{groupArn_.toStdString(),
                               expression.toStdString(),
                               {},
                               user_->text().trimmed().toStdString()};
    for (auto it = placeholders_.cbegin(); it != placeholders_.cend(); ++it) {
        const auto value = it.value()->text().trimmed();
        // Numbers go bare, texts in quotes, as a request has them.
        bool number = false;
        value.toDouble(&number);
        if (!value.isEmpty())
            trial.filterValues[it.key().toStdString()] =
                number ? value.toStdString() : '"' + value.toStdString() + '"';
    }
    console_.call(
        this,
        [trial](service::Service& service) {
            Tried tried{service.tryFilter(trial), {}};
            for (const auto& card : service.itemCards(trial.datasetGroupArn, tried.result.examples))
                tried.titles << (card.title.empty() ? text(card.itemId) : text(card.title));
            return tried;
        },
        [this, asked = asked_](const Tried& tried) {
            if (asked == asked_) show(tried);
        },
        [this, asked = asked_](const bridge::CallError& error) {
            if (asked != asked_) return;
            const auto refused = asFieldError(error);
            outcome_->setText(refused.field == expression_->key()
                                  ? QString()
                                  : bridge::sentenceText(error.message));
            expression_->setError(refused.field == expression_->key() ? refused.message
                                                                      : QString());
        });
}

void CreateFilterDialog::show(const Tried& tried) {
    const auto& result = tried.result;
    showPlaceholders(result.placeholders);
    expression_->setError({});
    if (!result.passing) {
        outcome_->setText(tr("Give a value to each placeholder to see what passes."));
        return;
    }
    const auto count =
        result.needsUser
            ? tr("%1 of %2 items pass for user %3.")
                  .arg(bridge::countText(*result.passing), bridge::countText(result.items),
                       user_->text().trimmed())
            : tr("%1 of %2 items pass.")
                  .arg(bridge::countText(*result.passing), bridge::countText(result.items));
    outcome_->setText(
        result.items == 0 ? tr("The expression is in order. The group has no items to try it on.")
        : tried.titles.isEmpty()
            ? count
            : count + u' ' + tr("Among them: %1.").arg(tried.titles.join(QStringLiteral(", "))));
}

void CreateFilterDialog::showPlaceholders(const std::vector<std::string>& names) {
    QStringList wanted;
    for (const auto& name : names) wanted << text(name);
    for (const auto& name : placeholders_.keys())
        if (!wanted.contains(name)) trial_->removeRow(placeholders_.take(name));
    for (const auto& name : wanted) {
        if (placeholders_.contains(name)) continue;
        auto* edit = new QLineEdit;
        edit->setObjectName(QStringLiteral("placeholder/%1").arg(name));
        auto* label = makeLabel(tr("with $%1").arg(name), TextRole::Body);
        label->setBuddy(edit);
        edit->setAccessibleName(label->text());
        trial_->addRow(label, edit);
        placeholders_.insert(name, edit);
        connect(edit, &QLineEdit::textChanged, this, [this] { settle_.start(); });
    }
}

void CreateFilterDialog::create() {
    const service::CreateFilterRequest request{
        .name = static_cast<QLineEdit*>(name_->input())->text().trimmed().toStdString(),
        .datasetGroupArn = groupArn_.toStdString(),
        .filterExpression = text_->toPlainText().trimmed().toStdString(),
        .tags = {}};
    create_->setEnabled(false);
    console_.call(
        this, [request](service::Service& service) { return service.createFilter(request); },
        [this](const std::string& arn) {
            filterArn_ = text(arn);
            accept();
        },
        [this](const bridge::CallError& error) {
            create_->setEnabled(true);
            for (const auto& rest :
                 widgets::showErrors({name_, expression_}, {asFieldError(error)}))
                expression_->setError(rest.message);
        });
}

}  // namespace foretaste::wizards
