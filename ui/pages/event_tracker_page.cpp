// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/event_tracker_page.h"

#include "ui/models/resource_models.h"
#include "ui/pages/deletions.h"
#include "ui/pages/event_stream.h"
#include "ui/pages/listings.h"
#include "ui/pages/notice.h"
#include "ui/pages/pages.h"
#include "ui/pages/test_event_form.h"
#include "ui/widgets/card.h"
#include "ui/widgets/form_field.h"
#include "ui/widgets/key_value_panel.h"
#include "ui/wizards/open.h"
#include "ui/wizards/refusals.h"

namespace foretaste::pages {

using bridge::text;
using theme::TextRole;
using theme::Tone;
using widgets::FlashKind;

EventTrackerPage::EventTrackerPage(bridge::Console& console, QWidget* parent)
    : ResourcePage(kEventTracker, console, parent),
      delete_(addAction(tr("Delete"), QStringLiteral("deleteEventTrackerButton"))),
      notice_(new Notice(FlashKind::Warning)),
      name_(
          new widgets::FormField(QStringLiteral("name"), tr("Event tracker &name"), new QLineEdit)),
      create_(new QPushButton(tr("Create event tracker"))),
      createCard_(makeCreateCard()),
      factsCard_(new widgets::Card),
      facts_(new widgets::KeyValuePanel(3)),
      form_(new TestEventForm(console)),
      stream_(new EventStream(console)) {
    setTitle(tr("Event tracker"));
    notice_->setAction(tr("Add interactions"), QStringLiteral("addInteractionsButton"));
    factsCard_->body()->addWidget(facts_);
    for (QWidget* part : {static_cast<QWidget*>(notice_), static_cast<QWidget*>(createCard_),
                          static_cast<QWidget*>(factsCard_), static_cast<QWidget*>(form_),
                          static_cast<QWidget*>(stream_)})
        content()->addWidget(part);
    content()->addStretch(1);
    connect(delete_, &QPushButton::clicked, this, &EventTrackerPage::remove);
    connect(notice_, &Notice::actionTriggered, this, &EventTrackerPage::addInteractions);
    connect(form_, &TestEventForm::sent, this, &EventTrackerPage::fetchAgain);
    connect(form_, &TestEventForm::sent, stream_, &EventStream::look);
    connect(stream_, &EventStream::arrived, this, &EventTrackerPage::fetchAgain);
}

widgets::Card* EventTrackerPage::makeCreateCard() {
    auto* card = new widgets::Card(tr("No event tracker yet"));
    card->body()->addWidget(theme::makeLabel(
        tr("An event tracker takes what people do, one event at a time: the next list of a person "
           "already knows of it, and the next training learns from it. A dataset group has exactly "
           "one; programs name it by its tracking id."),
        TextRole::Body, Tone::Muted, card, true));
    name_->setMaximumWidth(theme::kFieldWidth);
    create_->setObjectName(QStringLiteral("createEventTrackerButton"));
    theme::setButtonKind(*create_, theme::ButtonKind::Primary);
    card->body()->addSpacing(theme::kSpaceS);
    card->body()->addWidget(name_);
    card->body()->addSpacing(theme::kSpaceS);
    card->body()->addWidget(create_, 0, Qt::AlignLeft);
    connect(create_, &QPushButton::clicked, this, &EventTrackerPage::create);
    connect(static_cast<QLineEdit*>(name_->input()), &QLineEdit::returnPressed, this,
            &EventTrackerPage::create);
    return card;
}

void EventTrackerPage::open() {
    const auto group = bridge::shortId(arn());
    header().setBreadcrumb({{group, kOverview, argument()}, {tr("Event tracker"), {}, {}}});
    setGone(tr("This dataset group is gone"), tr("All dataset groups"), kDatasetGroups, {});
    static_cast<QLineEdit*>(name_->input())->setText(QStringLiteral("%1-tracker").arg(group));
    name_->setError({});
    form_->setGroup(arn());
    stream_->setGroup(arn());
    using service::ResourceKind;
    follow(
        {ResourceKind::DatasetGroup, ResourceKind::EventTracker, ResourceKind::Dataset,
         ResourceKind::DatasetImportJob},
        [group = arn()](service::Service& service) { return fetch(service, group); },
        [this](const Shown& shown) { show(shown); });
}

EventTrackerPage::Shown EventTrackerPage::fetch(service::Service& service,
                                                const std::string& groupArn) {
    service.describeDatasetGroup(groupArn);  // throws where it is gone
    Shown shown;
    for (const auto& tracker : service.listEventTrackers(groupArn).entries)
        shown.tracker = service.describeEventTracker(tracker.eventTrackerArn);
    const auto dataset = interactionsOf(service, groupArn);
    shown.hasDataset = !dataset.datasetArn.empty();
    if (shown.hasDataset) shown.statistics = service.datasetStatistics(dataset.datasetArn);
    return shown;
}

void EventTrackerPage::show(const Shown& shown) {
    const bool made = shown.tracker.has_value();
    tracker_ = shown.tracker.value_or(service::EventTracker{});
    createCard_->setVisible(!made);
    create_->setEnabled(true);
    factsCard_->setVisible(made);
    form_->setVisible(made && shown.hasDataset);
    stream_->setVisible(made && shown.hasDataset);
    delete_->setVisible(made);
    if (made)
        header().setStatus(models::statusOf(tracker_.status), bridge::statusWord(tracker_.status));
    else
        header().setStatus(widgets::Status::NotStarted, {});
    notice_->setText(made && !shown.hasDataset
                         ? tr("Events go into the interactions of the group, and there is no such "
                              "dataset yet.")
                         : QString());
    facts_->setRows({{tr("Tracking id"), text(tracker_.trackingId), true},
                     {tr("Name"), text(tracker_.name)},
                     {tr("Events so far"), bridge::countText(shown.statistics.putRows)},
                     {tr("Created"), bridge::momentText(tracker_.creationDateTime)},
                     {tr("ARN"), text(tracker_.eventTrackerArn), true}});
    form_->setTracker(tracker_.trackingId, shown.statistics.newest);
}

void EventTrackerPage::create() {
    service::CreateEventTrackerRequest request;
    request.name = static_cast<QLineEdit*>(name_->input())->text().trimmed().toStdString();
    request.datasetGroupArn = arn();
    create_->setEnabled(false);
    name_->setError({});
    console().call(
        this, [request](service::Service& service) { return service.createEventTracker(request); },
        [this](const service::CreateEventTrackerResponse&) {
            emit flash(FlashKind::Success, tr("The event tracker takes events from now on."));
            fetchAgain();
        },
        [this](const bridge::CallError& error) {
            create_->setEnabled(true);
            name_->setError(wizards::asFieldError(error).message);
            name_->focusInput();
        });
}

void EventTrackerPage::remove() {
    deleteEventTracker(console(), this, tracker_,
                       {[this](const QString& name) {
                            emit flash(FlashKind::Success,
                                       tr("Event tracker %1 was deleted.").arg(name));
                        },
                        [this](const QString& why) { emit flash(FlashKind::Error, why); }});
}

void EventTrackerPage::addInteractions() {
    wizards::importDataset(console(), window(), argument(), service::DatasetType::Interactions,
                           [here = QPointer(this)](const QString& dataset) {
                               if (here) emit here->navigate(kDataset, dataset);
                           });
}

}  // namespace foretaste::pages
