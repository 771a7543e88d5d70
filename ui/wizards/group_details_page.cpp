// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizards/group_details_page.h"

#include "core/service/check.h"
#include "ui/models/resource_models.h"
#include "ui/wizards/choice_cards.h"
#include "ui/wizards/drafts.h"

namespace foretaste::wizards {

using service::Domain;
using widgets::FieldError;

namespace {

constexpr Domain kDomains[] = {Domain::None, Domain::Ecommerce, Domain::VideoOnDemand};

QString idOf(Domain domain) {
    switch (domain) {
        case Domain::None: return QStringLiteral("custom");
        case Domain::Ecommerce: return QStringLiteral("ecommerce");
        case Domain::VideoOnDemand: return QStringLiteral("videoOnDemand");
    }
    return {};
}

}  // namespace

GroupDetailsPage::GroupDetailsPage(QWidget* parent)
    : WizardPage(QStringLiteral("details"), tr("Dataset group"),
                 tr("A dataset group holds the data, the solutions and the campaigns of one "
                    "application."),
                 parent),
      name_(new QLineEdit),
      domain_(new ChoiceCards) {
    addField(
        QStringLiteral("name"), tr("&Name"), name_,
        tr("Letters, digits, - and _, at most 63, as in film-club. It cannot be changed later."));
    const auto remark = tr("Its ready-made recommenders are not available yet; solutions are.");
    domain_->setChoices(
        {{idOf(Domain::None), models::domainWord(Domain::None),
          tr("You decide which columns your data have. Fits every kind of item.")},
         {idOf(Domain::Ecommerce), models::domainWord(Domain::Ecommerce),
          tr("For shops: events are views and purchases, items have a price and a category."),
          remark, Choice::Remark::Note},
         {idOf(Domain::VideoOnDemand), models::domainWord(Domain::VideoOnDemand),
          tr("For films and series: events are clicks and watches, items have genres."), remark,
          Choice::Remark::Note}});
    addField(QStringLiteral("domain"), tr("Domain"), domain_,
             tr("Decides which columns the data must have. It cannot be changed later."));
}

QString GroupDetailsPage::name() const {
    return name_->text().trimmed();
}

Domain GroupDetailsPage::domain() const {
    for (const auto domain : kDomains)
        if (idOf(domain) == domain_->value()) return domain;
    return Domain::None;
}

void GroupDetailsPage::set(const QString& name, Domain domain) {
    name_->setText(name);
    domain_->setValue(idOf(domain));
}

void GroupDetailsPage::lock() {
    locked_ = true;
    name_->setEnabled(false);
    domain_->setEnabled(false);
}

QList<FieldError> GroupDetailsPage::check() {
    if (locked_) return {};
    CreateDatasetGroupDraft draft;
    draft.name = name();
    auto errors = refusals([&] { service::check(datasetGroupRequest(draft)); });
    if (const auto message = takenMessage(name(), taken_); !message.isEmpty())
        errors.append({QStringLiteral("name"), message});
    return errors;
}

}  // namespace foretaste::wizards
