// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/recommendations_tab.h"

#include <QComboBox>
#include <QItemSelectionModel>
#include <QSpinBox>
#include <QStackedWidget>
#include <QToolButton>

#include "core/base/arn.h"
#include "ui/bridge/console.h"
#include "ui/bridge/words.h"
#include "ui/pages/exploration_panel.h"
#include "ui/pages/notice.h"
#include "ui/pages/studio/compare_panel.h"
#include "ui/pages/studio/saved_requests.h"
#include "ui/pages/studio/why_card.h"
#include "ui/pages/studio_rows.h"
#include "ui/pages/user_picker.h"
#include "ui/theme/icons.h"
#include "ui/widgets/card.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/small_parts.h"
#include "ui/wizards/copy_request_button.h"

namespace foretaste::pages {

using bridge::text;
using widgets::FlashKind;

namespace {

constexpr int kSideWidth = 248;

/// "Watch", as a button says it.
QString verbOf(const QString& eventType) {
    return eventType.left(1).toUpper() + eventType.mid(1);
}

}  // namespace

RecommendationsTab::RecommendationsTab(bridge::Console& console, QWidget* parent)
    : CampaignTab(parent),
      console_(console),
      sessionId_("console-" + base::randomHexId()),
      trackerNotice_(new Notice(FlashKind::Info)),
      picker_(new UserPicker(console)),
      historyCard_(new widgets::Card(tr("History"))),
      history_(new ItemList(tr("History"), ItemList::Density::Compact)),
      clockLine_(new widgets::ProtocolLine),
      listCard_(new widgets::Card(tr("Recommended now"))),
      views_(new QStackedWidget),
      list_(new ItemList(tr("Recommendations"), ItemList::Density::Full)),
      tableModel_(new models::RecommendationModel(this)),
      eventType_(new QComboBox),
      tableToggle_(new QToolButton),
      listLine_(new widgets::ProtocolLine),
      side_(new QWidget),
      why_(new WhyCard(console)),
      exploration_(new ExplorationPanel(console)),
      comparison_(new ComparePanel(console)),
      actions_(new QWidget),
      numResults_(new QSpinBox),
      saved_(new SavedRequestsButton([this] { return asSaved(); })),
      compare_(new QPushButton(tr("Compare"))),
      copy_(new wizards::CopyRequestButton([this] { return apiRequest(question(), shown_); })),
      get_(new QPushButton(tr("Get recommendations"))) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::kSpaceM);
    layout->addWidget(trackerNotice_);
    auto* columns = new QHBoxLayout;
    columns->setSpacing(theme::kSpaceM);
    auto* left = new QWidget;
    left->setFixedWidth(kSideWidth);
    auto* leftLayout = new QVBoxLayout(left);
    leftLayout->setContentsMargins(0, 0, 0, 0);
    leftLayout->setSpacing(theme::kSpaceM);
    leftLayout->addWidget(picker_);
    history_->setObjectName(QStringLiteral("historyList"));
    historyCard_->body()->addWidget(history_, 1);
    historyCard_->body()->addWidget(clockLine_);
    leftLayout->addWidget(historyCard_, 1);
    columns->addWidget(left);
    columns->addWidget(makeList(), 1);
    side_->setFixedWidth(kSideWidth);
    auto* sideLayout = new QVBoxLayout(side_);
    sideLayout->setContentsMargins(0, 0, 0, 0);
    sideLayout->setSpacing(theme::kSpaceM);
    sideLayout->addWidget(why_);
    sideLayout->addWidget(exploration_);
    sideLayout->addStretch(1);
    columns->addWidget(side_);
    comparison_->hide();
    columns->addWidget(comparison_, 1);
    layout->addLayout(columns, 1);
    makeActions();

    trackerNotice_->setObjectName(QStringLiteral("trackerNotice"));
    trackerNotice_->setAction(tr("Create event tracker"), QStringLiteral("createTrackerButton"));
    connect(trackerNotice_, &Notice::actionTriggered, this, &RecommendationsTab::createTracker);
    connect(picker_, &UserPicker::userChosen, this, &RecommendationsTab::ask);
    connect(picker_, &UserPicker::failed, this, &RecommendationsTab::fail);
    connect(list_, &ItemList::acted, this, &RecommendationsTab::act);
    connect(list_->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &RecommendationsTab::explain);
    connect(comparison_, &ComparePanel::choiceChanged, this, [this] {
        if (compare_->isChecked()) ask();
    });
    connect(comparison_, &ComparePanel::closed, compare_, [this] { compare_->setChecked(false); });
    connect(comparison_, &ComparePanel::failed, this, &RecommendationsTab::fail);
    connect(exploration_, &ExplorationPanel::previewChanged, this, &RecommendationsTab::ask);
    connect(exploration_, &ExplorationPanel::flash, this, &RecommendationsTab::flash);
}

QWidget* RecommendationsTab::makeList() {
    list_->setObjectName(QStringLiteral("recommendationList"));
    auto* table = new widgets::DataTable(tr("Recommendations"));
    table->setObjectName(QStringLiteral("recommendationTable"));
    table->setModel(tableModel_);
    table->setStretchColumn(models::RecommendationModel::Reason);
    connect(table, &widgets::DataTable::opened, this,
            [this](const QModelIndex& index) { act(index.row()); });
    constexpr int kLeastHeight = 320;
    views_->setMinimumHeight(kLeastHeight);
    views_->addWidget(list_);
    views_->addWidget(table);

    auto* label = theme::makeLabel(tr("Send as"), theme::TextRole::Small, theme::Tone::Muted);
    eventType_->setObjectName(QStringLiteral("eventTypeInput"));
    eventType_->setAccessibleName(tr("Type of the events that are sent"));
    label->setBuddy(eventType_);
    connect(eventType_, &QComboBox::currentTextChanged, this, &RecommendationsTab::setEventType);
    tableToggle_->setObjectName(QStringLiteral("tableViewButton"));
    tableToggle_->setIcon(theme::icon(theme::Icon::Table, theme::Tone::Muted));
    tableToggle_->setCheckable(true);
    tableToggle_->setAutoRaise(true);
    tableToggle_->setFixedSize(theme::kControlHeight, theme::kControlHeight);
    tableToggle_->setToolTip(tr("Show as table"));
    tableToggle_->setAccessibleName(tr("Show recommendations as table"));
    connect(tableToggle_, &QToolButton::toggled, views_,
            [this](bool on) { views_->setCurrentIndex(on ? 1 : 0); });
    listCard_->addHeadWidget(label);
    listCard_->addHeadWidget(eventType_);
    listCard_->addHeadWidget(tableToggle_);
    listCard_->body()->addWidget(views_, 1);
    listCard_->body()->addWidget(listLine_);
    return listCard_;
}

void RecommendationsTab::makeActions() {
    constexpr int kMost = 500, kUsual = 25;
    auto* row = new QHBoxLayout(actions_);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme::kSpaceS);
    numResults_->setObjectName(QStringLiteral("numResultsInput"));
    numResults_->setAccessibleName(tr("Number of results"));
    numResults_->setToolTip(tr("Number of results"));
    numResults_->setRange(1, kMost);
    numResults_->setValue(kUsual);
    get_->setObjectName(QStringLiteral("getRecommendationsButton"));
    theme::setButtonKind(*get_, theme::ButtonKind::Primary);
    compare_->setObjectName(QStringLiteral("compareButton"));
    compare_->setCheckable(true);
    compare_->setToolTip(tr("Show another campaign's list, or another exploration, beside it"));
    connect(compare_, &QPushButton::toggled, this, &RecommendationsTab::compare);
    row->addStretch(1);
    for (QWidget* each :
         std::initializer_list<QWidget*>{numResults_, saved_, compare_, copy_, get_})
        row->addWidget(each);
    connect(saved_, &SavedRequestsButton::chosen, this, &RecommendationsTab::bringBack);
    connect(saved_, &SavedRequestsButton::saved, this,
            [this](const QString& message) { emit flash(FlashKind::Success, message); });
    // The row has room for a sign only.
    copy_->setAccessibleName(copy_->text());
    copy_->setToolTip(copy_->text());
    copy_->setText({});
    copy_->setIcon(theme::icon(theme::Icon::Copy));
    connect(copy_, &wizards::CopyRequestButton::copied, this,
            [this](const QString& message) { emit flash(FlashKind::Success, message); });
    connect(get_, &QPushButton::clicked, this, &RecommendationsTab::ask);
    connect(numResults_, &QSpinBox::editingFinished, this, [this] {
        if (!shown_.places.empty() &&
            numResults_->value() != static_cast<int>(shown_.places.size()))
            ask();
    });
}

void RecommendationsTab::setCampaign(const CampaignContext& context, bool fresh) {
    const bool otherGroup = context.version.datasetGroupArn != context_.version.datasetGroupArn;
    context_ = context;
    trackerNotice_->setText(
        context.tracker ? QString()
                        : tr("Nothing can be played here yet: events go through an event tracker, "
                             "and this group has none."));
    setEventType(eventType_->currentText());
    exploration_->setCampaign(context, fresh);
    saved_->setCampaign(context.campaign.arn());
    if (fresh && compare_->isChecked()) comparison_->setCampaign(context);
    if (otherGroup) {
        readEventTypes();
        picker_->setGroup(context.version.datasetGroupArn);
    } else if (fresh) {
        ask();
    }
}

void RecommendationsTab::readEventTypes() {
    console_.call(
        this,
        [group = context_.version.datasetGroupArn](service::Service& service) {
            return eventTypesOf(service, group);
        },
        [this](const QStringList& types) {
            eventType_->clear();
            eventType_->addItems(types.isEmpty() ? QStringList{QStringLiteral("watch")} : types);
        },
        [this](const bridge::CallError& error) { fail(error.message); });
}

void RecommendationsTab::setEventType(const QString& type) {
    list_->setAction(context_.tracker ? verbOf(type) : QString());
}

StudioQuestion RecommendationsTab::question() const {
    StudioQuestion question{context_.campaign.arn(),
                            context_.version.datasetGroupArn,
                            picker_->chosen().id.toStdString(),
                            numResults_->value(),
                            context_.recipe,
                            {}};
    if (const auto preview = exploration_->preview())
        question.preview = {preview->weight, preview->cutOffDays};
    return question;
}

void RecommendationsTab::ask() {
    if (picker_->chosen().id.isEmpty()) return;
    const auto own = question();
    const auto other = compare_->isChecked() ? comparison_->questionLike(own) : std::nullopt;
    console_.call(
        this, [own, other](service::Service& service) { return askBoth(service, own, other); },
        [this, asked = ++asked_](const Answers& answers) {
            if (asked != asked_) return;
            // What a slider does is seen by what moves.
            const auto& answer = answers.own;
            const bool preview = answer.question.preview || shown_.question.preview;
            other_ = answers.other;
            show(answer, preview && answer.question.userId == shown_.question.userId);
        },
        [this](const bridge::CallError& error) { fail(error.message); });
}

RecommendationsTab::Answers RecommendationsTab::askBoth(
    service::Service& service, const StudioQuestion& question,
    const std::optional<StudioQuestion>& other) {
    Answers answers{askFor(service, question), {}};
    if (other) answers.other = askFor(service, *other);
    return answers;
}

void RecommendationsTab::compare(bool on) {
    side_->setVisible(!on);
    comparison_->setVisible(on);
    if (on)
        comparison_->setCampaign(context_);  // then it asks
    else
        ask();
}

SavedRequest RecommendationsTab::asSaved() const {
    return {picker_->chosen().id, numResults_->value(), exploration_->preview()};
}

void RecommendationsTab::bringBack(const SavedRequest& request) {
    numResults_->setValue(request.results);
    exploration_->setPreview(request.preview);
    if (picker_->chosen().id == request.user)
        ask();
    else
        picker_->choose(request.user);  // then it asks
}

void RecommendationsTab::explain() {
    const auto row = list_->currentIndex().row();
    if (compare_->isChecked() || row < 0 || row >= static_cast<int>(shown_.places.size())) {
        why_->clear();
        return;
    }
    const auto& place = shown_.places[static_cast<std::size_t>(row)];
    const auto& question = shown_.question;
    const auto relatedTo =
        context_.relatesItems() && !shown_.given.empty() ? shown_.given.front() : std::string();
    why_->explain({{question.campaignArn, question.userId, place.predicted.itemId, relatedTo},
                   question.groupArn,
                   titleOf(place.card),
                   place.exploring()});
}

void RecommendationsTab::act(int row) {
    if (!context_.tracker || row >= static_cast<int>(shown_.places.size())) return;
    const auto& place = shown_.places[static_cast<std::size_t>(row)];
    const StudioEvent event{context_.tracker->trackingId, sessionId_,
                            eventType_->currentText().toStdString(), place.predicted.itemId,
                            shown_.recommendationId};
    console_.call(
        this,
        // Of the list that is shown: another one may be on its way.
        [question = shown_.question, event,
         other =
             other_ ? std::optional(other_->question) : std::nullopt](service::Service& service) {
            Answers answers{sendAndAsk(service, question, event), {}};
            if (other) answers.other = askFor(service, *other);
            return answers;
        },
        [this, asked = ++asked_, title = titleOf(place.card)](const Answers& answers) {
            if (asked != asked_) return;
            const auto& answer = answers.own;
            const int changed = changedPlaces(shown_, answer);
            other_ = answers.other;
            show(answer, true);
            tellChange(title, answer, changed);
        },
        [this](const bridge::CallError& error) { fail(error.message); });
}

void RecommendationsTab::tellChange(const QString& title, const StudioAnswer& answer, int changed) {
    const auto type = eventType_->currentText();
    const bool played = type == QStringLiteral("watch") || type == QStringLiteral("play");
    const auto what =
        played ? tr("You played “%1”.").arg(title) : tr("You sent “%1” for “%2”.").arg(type, title);
    const auto figures = tr("%1 of %2 places changed in %3")
                             .arg(changed)
                             .arg(answer.places.size())
                             .arg(millisecondsText(answer.milliseconds));
    const bool drawn = context_.exploration && context_.exploration->weight > 0;
    const auto why = !context_.isPersonal() ? tr(": this recipe gives everybody the same list.")
                     : drawn                ? tr(", the draws of exploration among them.")
                                            : QStringLiteral(".");
    emit flash(FlashKind::Info, what + u' ' + figures + why);
}

void RecommendationsTab::show(const StudioAnswer& answer, bool compared) {
    auto rows = placeRows(answer, compared ? &shown_ : nullptr, context_.isPersonal());
    auto places = answer.places;
    for (qsizetype i = 0; i < rows.size(); ++i)  // the table says the same as the cards
        places[static_cast<std::size_t>(i)].predicted.reason = {rows[i].line.toStdString()};
    tableModel_->setRows(std::move(places));
    const auto chosen = list_->currentIndex().row();
    list_->setRows(std::move(rows));
    if (!compared) list_->scrollToTop();
    showHistory(answer);
    showUser(answer);
    shown_ = answer;
    if (other_) comparison_->show(shown_, *other_, *list_);
    // Somebody else's list is explained from its first place on.
    if (chosen < 0) list_->setCurrentIndex(list_->model()->index(0, 0));
    explain();
    emit answered();
}

void RecommendationsTab::showHistory(const StudioAnswer& answer) {
    history_->setRows(eventRows(answer.history, answer.clock));
    history_->scrollToTop();
    history_->setEmptyText(tr("Nothing yet. What this person does at the right appears here."));
    clockLine_->setText(answer.clock > 0 ? tr("Times count from the data's newest event, %1.")
                                               .arg(bridge::dateText(answer.clock))
                                         : QString());
}

void RecommendationsTab::showUser(const StudioAnswer& answer) {
    const auto& user = picker_->chosen();
    historyCard_->setTitle(user.kind == UserRow::Kind::Fresh ? tr("Somebody new")
                                                             : tr("User %1").arg(user.id));
    historyCard_->setSubtitle(
        user.events > 0 ? tr("%1 events imported").arg(bridge::countText(user.events))
        : answer.history.empty()
            ? tr("no history")
            : tr("%1 events")
                  .arg(bridge::countText(static_cast<std::int64_t>(answer.history.size()))));
    const bool scored = !answer.places.empty() && answer.places.front().predicted.score.has_value();
    listCard_->setTitle(answer.question.preview ? tr("Preview") : tr("Recommended now"));
    // Two lists beside one another leave no room for it.
    listCard_->setSubtitle(compare_->isChecked() ? QString()
                           : scored              ? tr("relevance of the first = 100")
                                                 : tr("by place"));
    list_->setEmptyText(tr("The engine returned no item."));
    const auto remark =
        context_.ranksGivenItems()
            ? tr("This recipe orders a list that it is given: here what the busiest people chose "
                 "lately.")
        : context_.relatesItems()
            ? tr("This recipe finds what goes with an item: here with the one that this person, or "
                 "the busiest, chose last.")
        : context_.isPersonal()
            ? tr("“Exploring” and words on new people come from the engine; the other remarks say "
                 "what item and history have in common, not why the model chose it.")
            : tr("This recipe counts how many people chose an item; it does not look at the user.");
    listLine_->setText(tr("Answered in %1.").arg(millisecondsText(answer.milliseconds)) + u' ' +
                       remark);
}

void RecommendationsTab::createTracker() {
    trackerNotice_->button()->setEnabled(false);
    const auto enable = [this] { trackerNotice_->button()->setEnabled(true); };
    console_.call(
        this,
        [group = context_.version.datasetGroupArn](service::Service& service) {
            createTrackerOf(service, group);
        },
        enable,
        [this, enable](const bridge::CallError& error) {
            enable();
            fail(error.message);
        });
}

void RecommendationsTab::fail(const QString& message) {
    emit flash(FlashKind::Error, bridge::sentenceText(message));
}

}  // namespace foretaste::pages
